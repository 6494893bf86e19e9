"""Edits on the text of an example; its spans move along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Span, Spans
from quotes.training.data import Example, Said

Edit = tuple[int, int, str]
"""Characters `start` to `end` become other words."""


def edited(example: Example, edits: Sequence[Edit]) -> Example:
    """The example with disjoint edits made. A span that an edit cuts into takes the whole of the new words."""
    if not edits:
        return example
    edits = sorted(edits)
    parts: list[str] = []
    starts = [edit[0] for edit in edits]
    new_starts: list[int] = []
    at = shift = 0
    shifts = [0]
    for start, end, new in edits:
        parts += [example.text[at:start], new]
        new_starts.append(start + shift)
        shift += len(new) - (end - start)
        shifts.append(shift)
        at = end
    parts.append(example.text[at:])

    def move(offset: int, *, is_end: bool) -> int:
        last = bisect_right(starts, offset) - 1
        if last < 0:
            return offset
        start, end, new = edits[last]
        if start == end == offset and is_end:
            return new_starts[last]  # what is put in behind a span is not of it
        if offset >= end and (offset > start or start == end):
            return offset + shifts[last + 1]
        return new_starts[last] + (len(new) if is_end and offset > start else 0)

    def moved(spans: Spans) -> Spans:
        new = (Span(move(s.start, is_end=False), move(s.end, is_end=True)) for s in spans)
        return tuple(span for span in new if len(span) > 0)

    said = tuple(
        Said(
            moved(one.content),
            moved(one.cue),
            moved(one.source),
            None if one.addressee is None else moved(one.addressee),
            None if one.citation is None else moved(one.citation),
        )
        for one in example.said
    )
    entities = example.entities
    if entities is not None:
        kept = ((moved((span,)), label) for span, label in entities)
        entities = tuple((spans[0], label) for spans, label in kept if spans)
    return replace(example, text="".join(parts), said=tuple(one for one in said if one.content), entities=entities)
