"""Speakers that stand by a quotation as a label: transcripts (`WALLACE: …`) and lists (`“…” — Ada Lind`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.model import Paragraph, Region, Span

SURE: Final = 0.9
"""Confidence of an attribution by label."""

_BEFORE: Final = re.compile(r"(?P<name>[A-Z][A-Z.'’\- ]{0,38}[A-Z])(?P<cue>:)\s")
_BEHIND: Final = re.compile(r"\s*(?P<cue>[―—–]|--)\s*(?P<name>[A-Z][^.!?:;“”\"―—–]{1,60}?)[.,]?\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the mark that joins it to the words; `words` is what is left of the quotation beside it."""

    name: Span
    cue: Span
    words: Span


def label_of(text: str, region: Region, paragraph: Paragraph) -> Label | None:
    """The label of a quotation: in capitals and a colon at its head, or behind a dash at the paragraph's end."""
    if found := _BEFORE.match(text, region.inner.start, region.inner.end):
        return Label(Span(*found.span("name")), Span(*found.span("cue")), Span(found.end(), region.span.end))
    if region.closed and (found := _BEHIND.fullmatch(text, region.span.end, paragraph.span.end)):
        return Label(Span(*found.span("name")), Span(*found.span("cue")), region.span)
    return None
