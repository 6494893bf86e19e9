"""Regions in double quotation marks as evaluation counts them, and the kind of a content.

Evaluation keeps a reading of its own, simpler than `pipeline.regions`, so that a change of the extraction never changes
what it is measured by: double marks only, outermost only, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.model import Kind, Span, spans_overlap

_CLOSERS: Final = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}
_DOUBLED: Final = frozenset(("''", "``", "‘‘", "’’"))
_INCHES: Final = re.compile(r"\d['’′]?\s?\d*$")
_WORD: Final = re.compile(r"\w+")


def marked_regions(text: str) -> tuple[Span, ...]:
    """Outermost regions between double marks, marks excluded, in text order.

    A paragraph (a line) that opens a quotation and does not close it is quoted to its end.
    """
    regions: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        regions.extend(_in_line(text, line.start(), line.end()))
    return tuple(regions)


def _in_line(text: str, low: int, high: int) -> list[Span]:
    found: list[Span] = []
    start, closers, at = -1, "", low
    while at < high:
        width = 2 if text[at : min(at + 2, high)] in _DOUBLED else 1
        mark = '"' if width == 2 else text[at]
        if start < 0:
            if mark in _CLOSERS and not (mark == '"' and _INCHES.search(text[max(low, at - 6) : at])):
                start, closers = at + width, _CLOSERS[mark]
        elif mark in closers:
            if at > start:
                found.append(Span(start, at))
            start = -1
        at += width
    if 0 <= start < high:
        found.append(Span(start, high))
    return found


def kind_of(text: str, content: Sequence[Span], regions: Sequence[Span]) -> Kind:
    """direct: all words of the content stand in marks, but for two at most; mixed: some do; indirect: none."""
    inside = outside = 0
    for span in content:
        near = [region for region in regions if region.overlap(span)]
        for word in _WORD.finditer(text, span.start, span.end):
            is_inside = any(region.start <= word.start() < region.end for region in near)
            inside, outside = inside + is_inside, outside + (not is_inside)
    if not inside:
        return "indirect"
    return "direct" if outside <= 2 and inside > outside else "mixed"


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans sorted, those that overlap or touch made one, empty ones left out."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        elif len(span):
            out.append(span)
    return tuple(out)


def size(spans: Sequence[Span]) -> int:
    """Characters that the spans cover, each counted once."""
    return sum(len(span) for span in merged(spans))


def overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Characters that both cover."""
    return spans_overlap(merged(one), merged(other))
