"""Whom a relative pronoun takes up: "Lee of Vermont, who said", "wrote to the council, which said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import normal

_DESCRIPTION: Final = re.compile(r",[^\S\n][^,.;:“”\"\n]{3,80},[^\S\n]")
_AGENT: Final = re.compile(
    r"\b(?:seen|obtained|leaked|signed|written|backed|reviewed|published|shared|sent|drafted)[^\S\n](?:by|to|with)[^\S\n]"
    r"(?:the[^\S\n])?$"
)
"""Before whoever has a document, which "which" takes up: "a letter, seen by the Tide, which calls"."""
_FROM: Final = re.compile(r",[^\S\n](?:an?|the)[^\S\n](?:[\w-]+[^\S\n]){1,4}(?:from|in|near)[^\S\n]$")
"""Before a place taken for a person: "Tom Berg, a Democrat from Osk, who"; but "a text from Ann Lee, who" is hers."""
_FROM_REACH: Final = 60  # characters
_BACK: Final = 4  # names looked at
_AGENT_REACH: Final = 40  # characters


def antecedent(text: str, at: int, pronoun: str, cast: Cast, starts: Sequence[int]) -> int | None:
    """The name that a relative pronoun takes up: the last before it, for "who" past places and other things."""
    i = bisect_left(starts, at) - 1
    if i < 0:
        return None
    if not re.fullmatch(r"\)?,?[^\S\n]+", text[cast.mentions[i].span.end : at]):
        return _described_before(text, at, i, cast)
    if pronoun == "which":
        is_person, start = cast.figures[cast.figure_of[i]].sort == "person", cast.mentions[i].span.start
        has_it = _AGENT.search(text, max(0, start - _AGENT_REACH), start)  # "a letter, seen by the Tide, which says"
        return None if is_person or has_it else i
    for k in range(i, max(-1, i - _BACK), -1):  # "Lee of Vermont, who said"
        between = text[cast.mentions[k].span.end : cast.mentions[min(k + 1, i)].span.start]
        if "\n" in between or ". " in between or any(_is_crowd(word) for word in between.split()):
            break  # "Lee may please Democrats on Capitol Hill, who said"
        start = cast.mentions[k].span.start
        from_place = _FROM.search(text, max(0, start - _FROM_REACH), start)
        if cast.figures[cast.figure_of[k]].sort == "person" and not from_place:
            return k
    return None


def _is_crowd(word: str) -> bool:
    """Is a word several people: "officials", "Democrats"?"""
    key = normal(word)
    return is_plural(key) and noun_kind(singular(key)) == "person"


def _described_before(text: str, at: int, last: int, cast: Cast) -> int | None:
    """The name that "who" takes up past a description between commas: "Lee, now the Acme director, who said"."""
    for k in range(last, max(-1, last - _BACK), -1):
        if cast.figures[cast.figure_of[k]].sort == "person":
            return k if _DESCRIPTION.fullmatch(text, cast.mentions[k].span.end, at) else None
    return None
