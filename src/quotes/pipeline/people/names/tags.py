"""A name as it was tagged: where it stands and what it is; and lists of such names, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from quotes.model import Span
from quotes.pipeline.people.names.runs import Coverage

Label = Literal["person", "organisation", "place", "work", ""]
Tagged = tuple[Span, Label]


def overlapping(tagged: Sequence[Tagged], starts: Sequence[int], span: Span) -> list[Tagged]:
    """The names that share characters with a span; `starts` are theirs, in text order, and none overlaps another."""
    first = max(0, bisect_left(starts, span.start) - 1)
    return [one for one in tagged[first : bisect_left(starts, span.end)] if one[0].overlap(span)]


def covered(tagged: list[Tagged], whole: dict[Span, Label]) -> list[Tagged]:
    """The names, with those that lie in a whole one replaced by it."""
    if not whole:
        return tagged
    cover = Coverage(whole)
    return sorted([*((s, x) for s, x in tagged if s not in cover), *whole.items()])
