"""What quotation marks and paragraphs settle, whatever the network says.

Three conventions of newspapers, each a constraint on the decoded attributions (what each gains: the model card):

- a quotation left open at the end of its paragraph goes on in the next one that opens with a mark;
- one that was closed does not: words in marks that open the next paragraph are a statement of their own;
- words in marks that open a paragraph, as a sentence, are somebody's words, however unsure it is whose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Paragraph, Region, Span, Spans, spans_overlap
from quotes.pipeline.attribution.decoder import settle

UNCLAIMED: Final = 0.5
"""Confidence of a quotation that no cue claims (measured: the share of them that is right)."""
_DOUBTFUL: Final = 0.05
"""A candidate with less confidence is not even a doubtful claim."""
_WORDS: Final = 4
_SAYS_NOTHING: Final = frozenset(("related", "boilerplate", "caption"))


def settled_by_marks(
    text: str,
    candidates: Sequence[Attribution],
    least: float,
    regions: Sequence[Region],
    paragraphs: Sequence[Paragraph],
) -> tuple[Attribution, ...]:
    """Choose the attributions of `text` among all candidates, in text order.

    Those with a confidence of `least` or more stay (see `decoder.settle`), and the three conventions are applied: a
    quotation that nobody claims gets the surest of the candidates below `least` that claim it, else no source at all.
    """
    marked = _Marked(text, regions, paragraphs)

    def by_marks(attributions: Iterable[Attribution]) -> list[Attribution]:
        return [part for attribution in attributions for part in marked.parted(marked.continued(attribution))]

    found = by_marks(settle(candidates, least))
    if unclaimed := marked.unclaimed(found):
        doubtful = [a for a in settle(candidates, _DOUBTFUL) if a.confidence < least]
        found += by_marks(dict.fromkeys(a for one in unclaimed if (a := _surest(doubtful, one.content[0]))))
        found += marked.unclaimed(found)
    return tuple(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue)))


def _surest(candidates: Sequence[Attribution], quotation: Span) -> Attribution | None:
    """The surest candidate whose content covers half of the quotation or more."""
    claims = [a for a in candidates if spans_overlap(a.content, (quotation,)) >= 0.5 * len(quotation)]
    return max(claims, key=lambda a: a.confidence, default=None)


class _Marked:
    """The outermost regions of an article by place."""

    def __init__(self, text: str, regions: Sequence[Region], paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.regions = [region for region in regions if not region.depth]
        self.starts = [region.span.start for region in self.regions]
        self.paragraphs = paragraphs
        self.paragraph_starts = [paragraph.span.start for paragraph in paragraphs]

    def _paragraph(self, at: int) -> int:
        return max(0, bisect_right(self.paragraph_starts, at) - 1)

    def _near(self, span: Span) -> range:
        """Numbers of the regions that share a character with `span`."""
        low = max(0, bisect_right(self.starts, span.start) - 1)
        high = bisect_left(self.starts, span.end)
        return range(low + (low < len(self.regions) and self.regions[low].span.end <= span.start), high)

    def continued(self, attribution: Attribution) -> Attribution:
        """Add the paragraphs in which a quotation that was left open goes on."""
        added: list[Span] = []
        for span in attribution.content:
            near = self._near(span)
            if not near:
                continue
            number = near[-1]
            while (
                number + 1 < len(self.regions)
                and not self.regions[number].closed
                and self.regions[number + 1].continues
            ):
                number += 1
                added.append(self.regions[number].span)
        return replace(attribution, content=_merged([*attribution.content, *added])) if added else attribution

    def parted(self, attribution: Attribution) -> list[Attribution]:
        """Part a content where a paragraph opens with a new quotation after a closed one."""
        groups: list[list[Span]] = []
        for span in attribution.content:
            if groups and not self._opens_anew(span):
                groups[-1].append(span)
            else:
                groups.append([span])
        if len(groups) == 1 or not attribution.cue:
            return [replace(attribution, content=tuple(group)) for group in groups]
        home = self._paragraph(attribution.cue[0].start)
        own = next((at for at, group in enumerate(groups) if any(self._paragraph(s.start) == home for s in group)), 0)
        return [
            replace(attribution, content=tuple(group))
            if at == own
            else Attribution(tuple(group), confidence=attribution.confidence)
            for at, group in enumerate(groups)
        ]

    def _opens_anew(self, span: Span) -> bool:
        number = bisect_left(self.starts, span.start)
        if number == len(self.regions) or self.starts[number] != span.start or self.regions[number].continues:
            return False
        return self.paragraphs[self._paragraph(span.start)].span.start == span.start

    def unclaimed(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Quotations that open a paragraph as a sentence and belong to no attribution."""
        claimed = {number for a in attributions for span in a.content for number in self._near(span)}
        found: list[Attribution] = []
        for number, region in enumerate(self.regions):
            if number in claimed:
                continue
            paragraph = self.paragraphs[self._paragraph(region.span.start)]
            if region.continues and found and found[-1].content[-1] == self.regions[number - 1].span:
                found[-1] = replace(found[-1], content=(*found[-1].content, region.span))
            elif (
                paragraph.span.start == region.span.start
                and paragraph.kind not in _SAYS_NOTHING
                and self._is_sentence(region, paragraph)
            ):
                found.append(Attribution((region.span,), confidence=UNCLAIMED))
        return found

    def _is_sentence(self, region: Region, paragraph: Paragraph) -> bool:
        words = region.inner.cut(self.text).split()
        ends = words[-1][-1:] in ".!?,…" if words else False
        return len(words) >= _WORDS and (ends or not region.closed or region.span.end == paragraph.span.end)


def _merged(spans: Sequence[Span]) -> Spans:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
