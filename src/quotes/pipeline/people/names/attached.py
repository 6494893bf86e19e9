"""What belongs to a name besides its words: the mark of "Kerrang!", the number of "50 Cent"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.names.tags import Label

_MARK: Final = re.compile(r"(?:!|(?P<rare>[?+*]))(?=[,;:)]|['’]s\b|[^\S\n](?:[a-z(–—]|$))")
"""What ends the name of a body that goes on in its sentence: "Kerrang!", "Disney+"."""
_NUMBER: Final = re.compile(r"(?<![\w.,£$€-])(\d{1,3}[^\S\n])$")
_FORE: Final = 5  # characters before a name in which its number stands


def end_with_mark(text: str, end: int, label: Label) -> int:
    """Where a name ends that its words end at `end`; but "!" a mark is only a body's."""
    mark = _MARK.match(text, end)
    return mark.end() if mark and (label == "organisation" or not mark["rare"]) else end


def numbers_before(text: str, names: Sequence[tuple[Span, Label]]) -> dict[int, int]:
    """By where a name of one word begins, where its number does: "50 Cent", who stands nowhere without it.

    One that the article has once may be preceded by any number, and keeps none.
    """
    numbers: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for span, label in names:
        word = span.cut(text)
        if " " not in word and label in ("person", "organisation"):
            is_numbered = text[max(0, span.start - 2) : span.start].strip().isdigit()
            found = _NUMBER.search(text, max(0, span.start - _FORE), span.start) if is_numbered else None
            numbers[word].append((span.start, found[1] if found else ""))
    always = (own for own in numbers.values() if len(own) > 1 and len({number for _, number in own}) == 1)
    return {start: start - len(number) for own in always for start, number in own if number}
