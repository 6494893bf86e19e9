"""The last component: what the rooms before it found, joined into quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, repeat
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Attribution, Kind, Provenance, Quotation, Region, Span, Spans, Speaker
from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.extensions import text_of
from quotes.pipeline.regions import run_on

_WORD: Final = re.compile(r"\w+")
_MOST_OUTSIDE: Final = 2  # words of a direct quotation that may stand outside the marks


def kind_of(text: str, content: Sequence[Span], regions: Sequence[Region]) -> Kind:
    """How much of a content stands in quotation marks, double or single: see `Kind`.

    `regions` are those of the article in text order; counted are the words of `text` that begin in an outermost one.
    """
    outermost = [region.inner for region in run_on(text, regions, [tuple(content)]) if region.depth == 0]
    return _kind(text, content, outermost, [inner.start for inner in outermost])


def _kind(text: str, content: Sequence[Span], outermost: Sequence[Span], starts: Sequence[int]) -> Kind:
    inside = outside = 0
    for span in content:
        for word in _WORD.finditer(text, span.start, span.end):
            before = bisect_right(starts, word.start()) - 1
            if before >= 0 and word.start() < outermost[before].end:
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "direct" if outside <= _MOST_OUTSIDE and inside > outside else "mixed"


def assembled(
    text: str,
    regions: Sequence[Region],
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker] = (),
    provenance: Sequence[Provenance] = (),
) -> tuple[Quotation, ...]:
    """Join what is said of each attribution into one `Quotation`, in text order.

    `speakers` and `provenance` are parallel to `attributions`; where one is shorter, nothing is known. The confidence
    is that of the attribution, times that of the speaker where one is named.
    """
    regions = run_on(text, regions, (attribution.content for attribution in attributions))
    outermost = [region.inner for region in regions if region.depth == 0]
    starts = [inner.start for inner in outermost]
    inner = [region.inner for region in regions if region.depth > 0]
    marks = outermost, starts
    own_marks = inner, [one.start for one in inner]
    reported = _reported_in_marks(attributions, outermost, starts)
    quotations = []
    known_speakers, known_origins = chain(speakers, repeat(Speaker())), chain(provenance, repeat(Provenance()))
    for attribution, speaker, origin in zip(attributions, known_speakers, known_origins, strict=False):
        if not attribution.content:
            continue
        quotations.append(
            Quotation(
                content=attribution.content,
                kind="direct"
                if attribution.is_verbatim
                else _kind(text, attribution.content, *(own_marks if attribution.content in reported else marks)),
                cue=attribution.cue,
                source=attribution.source,
                speaker=speaker.name,
                speaker_kind=speaker.kind,
                speaker_role=speaker.role,
                told_to=origin.told_to,
                told_to_kind=origin.told_to_kind,
                interview_with=origin.interview_with,
                cited_from=origin.cited_from,
                relayed_by=origin.relayed_by,
                confidence=attribution.confidence * (speaker.confidence if speaker.name else 1.0),
                evidence=_evidence(speaker, origin),
            )
        )
    return tuple(sorted(quotations, key=lambda quotation: (quotation.content[0].start, -quotation.content[-1].end)))


def _reported_in_marks(
    attributions: Sequence[Attribution], outermost: Sequence[Span], starts: Sequence[int]
) -> frozenset[Spans]:
    """The contents that somebody else's words in marks report: "“Lee told me it was over,” she said".

    Their marks are hers. Only marks of their own, inside hers, make Lee's words direct ones.
    """
    spans = [(span, number) for number, one in enumerate(attributions) for span in one.content]
    spans.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    found = set()
    around: list[tuple[Span, int]] = []
    for span, number in spans:
        around = [(outer, other) for outer, other in around if outer.end > span.start]
        k = bisect_right(starts, span.start) - 1
        region = outermost[k] if k >= 0 and span.start < outermost[k].end else None
        if region is not None and any(
            other != number and outer.contains(span) and outer.start < span.start and region.start < span.start
            for outer, other in around
        ):
            found.add(attributions[number].content)
        around.append((span, number))
    return frozenset(found)


def _evidence(speaker: Speaker, origin: Provenance) -> str:
    """Why this speaker, and what else is only inferred."""
    interview = f"interview with {origin.interview_with} named before" if origin.interview_with else ""
    return "; ".join(part for part in (speaker.evidence, interview) if part)


class Quotations:
    """spaCy component: sets `doc._.quotations`, a tuple of `Quotation` in text order."""

    def __call__(self, doc: Doc) -> Doc:
        """Join attributions, speakers and provenance of `doc`."""
        doc._.quotations = assembled(
            text_of(doc), doc._.quoted_regions, doc._.attributions, doc._.speakers, doc._.provenance
        )
        return doc


@Language.factory(
    "quotations",
    requires=["doc._.quoted_regions", "doc._.attributions", "doc._.speakers", "doc._.provenance"],
    assigns=["doc._.quotations"],
)
def create_quotations(nlp: Language, name: str) -> Quotations:
    """Make the component that joins what the others found."""
    return Quotations()
