"""What is said inside what is said: the contents that report somebody else's words are read once more, by themselves.

The tagger has learned from gold that has few of them that inside a content there are no cues. Read as a paragraph of
its own ("Berg had asked for time" out of "Lee said Berg had asked for time") the same words show theirs. Only contents
with a reporting word in them are read, together, so that the whole costs a small share of the first reading.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Paragraph, Region, Span

TRUST: Final = 0.7
"""Confidence of what stands inside, to that of the same in the open (measured: the share of them that is right)."""
LEAST: Final = 0.4
"""Of the network's confidence."""
_SHORTEST: Final = 30  # characters of a content that can hold another
_REPORTING: Final = re.compile(
    r"\b(?:said|says|told|tells|asked|asks|claim(?:s|ed|ing)|think(?:s|ing)|thought|believ(?:es|ed)|warn(?:s|ed)|"
    r"insist(?:s|ed)|admit(?:s|ted)|argu(?:es|ed)|den(?:ies|ied)|wr(?:ites|ote)|suggest(?:s|ed)|report(?:s|ed)|"
    r"according to|"
    r"announc(?:es|ed)|reveal(?:s|ed)|complain(?:s|ed)|promis(?:es|ed)|pledg(?:es|ed)|order(?:s|ed)|instructed|"
    r"urg(?:es|ed)|"
    r"agre(?:es|ed)|decid(?:es|ed)|show(?:s|ed|ing)|quot(?:es|ed)|call(?:s|ed|ing)|felt|feels|hop(?:es|ed)|want(?:s|ed)|"
    r"expect(?:s|ed)|recommend(?:s|ed)|repl(?:ies|ied)|texted|was like|is like|['’]s like|goes|saying|telling|ruled|"
    r"describ(?:es|ed)|explain(?:s|ed)|demand(?:s|ed)|accus(?:es|ed)|alleg(?:es|ed)|request(?:s|ed))\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"(?:i|we|my|our|me|us|myself|ourselves|you|your)", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"(?:people|they|you|some|some people|many|many people|everyone|everybody|anyone|anybody|nobody|no one|others|one|"
    r"somebody|someone|most people|that|which|it|this|what|those|these|all)",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:will|would|might|may|could|should|can|must|if|whether|when(?:ever)?|gonna|going to|let|won['’]t|"
    r"do(?:es)?n['’]t|"
    r"did(?:n['’]t)?|never|not|to)\s*(?:\w+\s*)?$",
    re.IGNORECASE,
)


def insides_of(
    text: str, attributions: Sequence[Attribution], regions: Sequence[Region]
) -> tuple[list[Paragraph], list[Region]]:
    """The contents to be read once more, as paragraphs without their marks, and the quotation marks left in them."""
    spans = sorted(
        (span for one in attributions for span in one.content if len(span) >= _SHORTEST),
        key=lambda span: (span.start, -span.end),
    )
    starts = [region.span.start for region in regions]
    paragraphs: list[Paragraph] = []
    marks: list[Region] = []
    end = -1
    for span in spans:
        if span.start < end or not _REPORTING.search(text, span.start, span.end):
            continue
        end = span.end
        here = regions[max(0, bisect_left(starts, span.start - 1)) : bisect_right(starts, span.end)]
        around = next((r for r in here if r.depth == 0 and r.span.overlap(span) >= 0.9 * len(span)), None)
        inner = Span(max(around.inner.start, span.start), min(around.inner.end, span.end)) if around else span
        if len(inner) < _SHORTEST:
            continue
        paragraphs.append(Paragraph(inner))
        within = (r for r in here if r is not around and inner.contains(r.span))
        marks += [replace(r, depth=max(0, r.depth - 1)) if around else r for r in within]
    return paragraphs, marks


def real(
    text: str, found: Sequence[Attribution], outer: Sequence[Attribution], insides: Sequence[Paragraph]
) -> list[Attribution]:
    """Of what was read inside, the words that a real person is said to have said.

    Left out: what people may say or do not say, what the outer speaker says of himself ("I think"; his own words in
    marks stay), what was read in the open already, and what does not lie in one inside.
    """
    starts = [paragraph.span.start for paragraph in insides]
    cues = sorted(span for one in outer for span in one.cue)
    cue_starts = [span.start for span in cues]
    kept = []
    for one in found:
        spans = (*one.content, *one.cue, *one.source)
        k = bisect_right(starts, spans[0].start) - 1
        if k < 0 or not one.cue or not all(insides[k].span.contains(span) for span in spans):
            continue
        near = cues[max(0, bisect_left(cue_starts, one.cue[0].start) - 1) : bisect_right(cue_starts, one.cue[-1].end)]
        if any(cue.overlap(span) for cue in near for span in one.cue):
            continue
        if _is_real(text, one, insides[k].span):
            kept.append(replace(one, confidence=one.confidence * TRUST))
    return kept


def _is_real(text: str, one: Attribution, inside: Span) -> bool:
    if not one.source:
        return False
    source = " ".join(one.source[0].cut(text).split())
    is_quoted = text[one.content[0].start] in "“\"‘'"
    if _SELF.fullmatch(source):
        return is_quoted and not _is_supposed(text, one, inside)
    if _NOBODY.fullmatch(source):
        return False
    return source[:1].isupper() or not _is_supposed(text, one, inside)


def _is_supposed(text: str, one: Attribution, inside: Span) -> bool:
    cue = one.cue[0]
    before = text[max(inside.start, cue.start - 24) : cue.start]
    return bool(_SUPPOSED.search(before)) or bool(re.match(r"(?:would|will|might|could|may)\b", cue.cut(text)))
