"""Words in marks inside reported speech: in "The office said he told her, “Go home,”" he says them, not the office.

The network reads all that is reported as one content. Where a verb of saying stands right before the marks, what they
hold is an attribution of its own, as in quotations inside quotations (`nested`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Region, Span
from quotes.pipeline.attribution.conventions.nested import BEFORE, NESTED, cue_of, is_supposed, is_wish, source_of
from quotes.pipeline.attribution.network.decoder import in_order, shares_half

_REACH: Final = 90  # characters looked at before the marks
_LEAST_BEFORE: Final = 8  # characters of the content before the marks
_LEAST_WORDS: Final = 3  # of what stands in the marks
_SAYS: Final = re.compile(
    r"\b(?:say(?:s|ing)?|said|tell(?:s|ing)?|told|ask(?:s|ed|ing)?|replie[sd]|answer(?:s|ed)|yell(?:s|ed|ing)?|"
    r"shout(?:s|ed|ing)?|scream(?:s|ed|ing)?|wr(?:ites?|ote)|texted)\b",
    re.IGNORECASE,
)
_WRITES: Final = re.compile(r"\bwr(?:ites?|ote)$", re.IGNORECASE)
_HEARS: Final = re.compile(
    r"\b(?:was|were|been|being|is|are|be|get|got)\s+(?:\w+ly\s+)?(?:told|asked)\b", re.IGNORECASE
)
_HOPED: Final = re.compile(r"\b(?:hop|want|wish|would|expect|should|imagin|fear|might)", re.IGNORECASE)
_AND: Final = re.compile(r"\band\s+(?:then\s+|later\s+)?$")
_PRONOUN: Final = re.compile(r"(?<![\w’'])s?he(?![\w’'])", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:\A|\n|[.!?][”\"’')]*)\s*\Z")
"""What stands before the first words of a sentence."""
_GAP: Final = 4  # characters
_SURE: Final = 0.95
_MARKS: Final = tuple("“\"‘'")


def with_reported(text: str, found: Sequence[Attribution], regions: Sequence[Region]) -> tuple[Attribution, ...]:
    """The attributions, with those added that stand in marks inside what others report, in text order."""
    found = [_settled(text, one) for one in found]
    joined = [(span, one) for one in found for span in _joined(text, one)]
    reports = sorted(
        ((span, one) for span, one in joined if not text.startswith(_MARKS, span.start)),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    starts = [span.start for span, _ in reports]
    quoted = [span for span, _ in joined if text.startswith(_MARKS, span.start)]
    added = []
    for region in regions:
        at = bisect_right(starts, region.span.start - _LEAST_BEFORE) - 1
        if region.depth or at < 0 or reports[at][0].end < region.inner.end:
            continue
        one = _attribution(text, region, *reports[at])
        if one and not any(shares_half((span,), (region.span,)) for span in quoted):
            added.append(one)
    return in_order([*found, *added]) if added else tuple(found)


def _settled(text: str, one: Attribution) -> Attribution:
    """Make whoever says it before the marks the source, not whoever has it: "Berg told her, “Go,” police said"."""
    if not one.source or not one.cue or not text.startswith(_MARKS, one.content[0].start):
        return one
    start, end = one.content[0].start, one.content[-1].end
    if min(one.source[0].start, one.cue[0].start) < end:
        return one
    matched = BEFORE.search(text, max(0, start - _REACH), start)
    if matched is None or not matched["source"] or not _SAYS.search(matched["cue"]):
        return one
    if not _OPENS.search(text, max(0, matched.start("source") - _GAP), matched.start("source")):
        return one
    if is_wish(text, 0, (), matched) or is_supposed(text, Span(max(0, start - _REACH), end), matched):
        return one
    return replace(
        one, cue=(cue_of(matched),), source=source_of(matched), citation=one.source[:1], citation_chances=(_SURE,)
    )


def _joined(text: str, one: Attribution) -> list[Span]:
    """The spans of a content, those joined between which there is but a comma: "Berg told Lee", "“I did it,”"."""
    out: list[Span] = []
    for span in one.content:
        if out and len(gap := text[out[-1].end : span.start].strip()) <= 1 and gap in ",:":
            span = Span(out.pop().start, span.end)
        out.append(span)
    return out


def _attribution(text: str, region: Region, report: Span, outer: Attribution) -> Attribution | None:
    matched = BEFORE.search(text, max(report.start, region.span.start - _REACH), region.span.start)
    if matched is None or not _SAYS.search(matched["cue"]) or len(region.inner.cut(text).split()) < _LEAST_WORDS:
        return None
    cue = cue_of(matched)
    if _WRITES.search(matched["cue"]) and text[cue.end] not in ",:":
        return None  # "wrote “a series of hit pieces”" says what, not how
    if _HEARS.search(text[max(report.start, cue.start - _REACH) : cue.end]) or any(s.overlap(cue) for s in outer.cue):
        return None
    if is_wish(text, report.start, (), matched) or is_supposed(text, report, matched):
        return None
    if any(_HOPED.search(span.cut(text)) for span in outer.cue):
        return None
    source = source_of(matched)
    if not source and _AND.search(text, report.start, cue.start):
        # "he asked about the league, called her names and said"
        source = tuple(Span(*one.span()) for one in _PRONOUN.finditer(text, report.start, cue.start))[:1]
    return Attribution((region.span,), (cue,), source, NESTED)
