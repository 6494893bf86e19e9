"""Names that initials stand for, found by the initials: "Trade and Harbour Organisation" where the article has "THO".

The tagger often stops inside such a name, at "and" or "of", or sees none in "European Union".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.broken import Label, Tagged, covered, overlapping

_LETTERS: Final = re.compile(r"[A-Z]{2,7}")
_WORD: Final = re.compile(r"[A-Z][a-z]{3,6}")
"""Initials as a newspaper may write them: "Tharco"."""
_SMALL: Final = r"(?:[^\S\n](?:of|for|and|the|on|in|&(?:amp;)?|against|to|with)){0,3}"
_LONGEST: Final = 40  # initials of one article that are looked for


def with_spelt_out(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names, with the whole ones of which an organisation's initials stand in the article.

    Each is looked for once; a name of somebody or of two words elsewhere that it would break stays as it is.
    """
    letters: dict[str, None] = {}
    for span, label in tagged:
        name = text[span.start : span.end]
        if label == "organisation" and (_LETTERS.fullmatch(name) or _WORD.fullmatch(name)):
            letters.setdefault(name)
    starts = [span.start for span, _ in tagged]
    whole: dict[Span, Label] = {}
    for name in list(letters)[:_LONGEST]:
        found = _pattern(name.upper()).search(text)
        if found is None:
            continue
        span = Span(*found.span())
        inside = overlapping(tagged, starts, span)
        if all(span.contains(s) and label != "person" for s, label in inside):
            whole[span] = "organisation"
    return covered(list(tagged), whole)


@lru_cache(maxsize=500)
def _pattern(letters: str) -> re.Pattern[str]:
    """Words with capitals for each of the letters, small words between: "Union of Harbour Workers" for "UHW"."""
    words = (rf"{letter}[a-z][\w’'-]*" for letter in letters)
    return re.compile(r"(?<![\w’'-])" + (_SMALL + r"[^\S\n]").join(words))
