"""Words that anybody might say any day ("one way or the other", "no comment"), and whether two of them can be one.

They can where one speaker says them near in time: by the dates of the articles, where these are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from quotes.dedupe.form import Form
from quotes.dedupe.vocabulary import LITTLE
from quotes.model import Occurrence

STOCK_BELOW: Final = 7
"""Words; a longer wording is hardly said twice by chance."""
CONTENT_LETTERS: Final = 6
"""Letters that all the words which say something may have together, where there is more than one."""
DAYS_NEAR: Final = 3
"""Days between two articles that may report one moment: a news cycle, and a weekend."""
_MARKS: Final = "\"'“”‘’.,:;!?()[]-–—…"
_SAYS_NOTHING: Final = LITTLE | frozenset("one other no not yes any some all more most much too again".split())


def is_stock(form: Form) -> bool:
    """Are the words so few and so general that they tell nothing of what was said?"""
    if form.size >= STOCK_BELOW:
        return False
    content = [word for word in form.words if word not in _SAYS_NOTHING]
    return len(content) <= 1 or sum(map(len, content)) <= CONTENT_LETTERS


def is_title(form: Form) -> bool:
    """Are all its words that say something written with a capital, as in the name of a song, a book or a law?"""
    content = [word for word in form.raw.split() if word.strip(_MARKS).casefold() not in LITTLE]
    return len(content) > 1 and all(word.strip(_MARKS)[:1].isupper() for word in content)


def days_of(occurrences: Iterable[Occurrence]) -> frozenset[int]:
    """The days of the articles, as numbers, where they are known."""
    return frozenset(day for one in occurrences if (day := _day(one.metadata.published)) is not None)


def near_in_time(some: frozenset[int], others: frozenset[int]) -> bool | None:
    """Are two of the days near each other? None where those of either side are unknown."""
    if not some or not others:
        return None
    return any(abs(one - other) <= DAYS_NEAR for one in some for other in others)


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
