"""One quotation with what stands around it, as it is asked whom it was told and where it is from."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Attribution, Span
from quotes.pipeline.provenance.told.listeners import Told
from quotes.pipeline.provenance.wording.narration import Narration


@dataclass(frozen=True, slots=True)
class Turn:
    """An attribution with what stands around it."""

    number: int
    attribution: Attribution
    extent: Span
    """From the first to the last of its words."""
    holder: int | None
    narration: Narration
    speaker: str
    cue: str
    is_quoted: bool

    @property
    def told(self) -> Told:
        """What the candidates are asked with."""
        return Told(self.cue, self.is_quoted, self.holder is not None)

    def zone_of(self, span: Span) -> str:
        """Where words stand: in the sentence of the quotation (`own`), or `afar`."""
        end = self.narration.start + len(self.narration.text)
        return "own" if self.narration.start <= span.start < end else "afar"


def anchor_of(attribution: Attribution) -> Span | None:
    """Where an attribution stands, to find the quotation that holds it."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0] if spans else None


def extent_of(attribution: Attribution) -> Span:
    """From the first to the last of its words."""
    spans = [*attribution.content, *attribution.source, *attribution.cue]
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))
