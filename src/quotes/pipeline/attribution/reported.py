"""Words in marks inside reported speech: in "The office said he told her, “Go home,”" he says them, not the office.

The network reads all that is reported as one content. Where a verb of saying stands right before the marks, what they
hold is an attribution of its own, as in quotations inside quotations (`nested`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from quotes.model import Attribution, Region, Span
from quotes.pipeline.attribution.decoder import in_order, shares_half
from quotes.pipeline.attribution.nested import BEFORE, NESTED, is_supposed, is_wish, source_of

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
_MARKS: Final = tuple("“\"‘'")


def with_reported(text: str, found: Sequence[Attribution], regions: Sequence[Region]) -> tuple[Attribution, ...]:
    """The attributions, with those added that stand in marks inside what others report, in text order."""
    reports = sorted(
        ((span, one) for one in found for span in one.content if not text.startswith(_MARKS, span.start)),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    starts = [span.start for span, _ in reports]
    quoted = [span for one in found for span in one.content if text.startswith(_MARKS, span.start)]
    added = []
    for region in regions:
        at = bisect_right(starts, region.span.start - _LEAST_BEFORE) - 1
        if region.depth or at < 0 or reports[at][0].end < region.inner.end:
            continue
        one = _attribution(text, region, *reports[at])
        if one and not any(shares_half((span,), (region.span,)) for span in quoted):
            added.append(one)
    return in_order([*found, *added]) if added else tuple(found)


def _attribution(text: str, region: Region, report: Span, outer: Attribution) -> Attribution | None:
    matched = BEFORE.search(text, max(report.start, region.span.start - _REACH), region.span.start)
    if matched is None or not _SAYS.search(matched["cue"]) or len(region.inner.cut(text).split()) < _LEAST_WORDS:
        return None
    cue = Span(*matched.span("cue"))
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
