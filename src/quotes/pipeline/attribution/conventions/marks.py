"""What quotation marks and paragraphs settle, whatever the network says.

Four conventions of newspapers, each a constraint on the decoded attributions (what they gain: the model card):

- a quotation left open at the end of its paragraph goes on in the next one that opens with a mark;
- one that was closed does not: words in marks that open the next paragraph are a statement of their own;
- words in marks that open a paragraph or stand between two sentences, as a sentence of their own, are somebody's
  words, however unsure it is whose;
- a label says whose (see `labels`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Paragraph, Region, Span, Spans
from quotes.pipeline.attribution.conventions.labels import SURE, label_of, said_behind, taking_turns, turns_to_another
from quotes.pipeline.attribution.network.decoder import in_order, settle

_OPENING: Final = tuple('“"')
_PAIRS: Final = ('""', "“”", "‘’")
_CLOSING: Final = "’'"
"""What may end a quotation inside a quotation."""
UNCLAIMED: Final = 0.5
"""Confidence of a quotation that no cue claims (measured: the share of them that is right)."""
_DOUBTFUL: Final = 0.05
"""A candidate with less confidence is not even a doubtful claim."""
_WORDS: Final = 4
_NEAR: Final = 8  # characters
_STRAY: Final = 2  # words
SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*\s*\Z")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_INTRODUCED: Final = re.compile(r"\w[,:]\s*\Z")
_SAYS_NOTHING: Final = frozenset(("related", "boilerplate", "caption"))


def settled_by_marks(
    text: str,
    candidates: Sequence[Attribution],
    least: float,
    least_unmarked: float,
    regions: Sequence[Region],
    paragraphs: Sequence[Paragraph],
) -> tuple[Attribution, ...]:
    """Choose the attributions of `text` among all candidates, in text order.

    Those with a confidence of `least` or more stay, of those without marks `least_unmarked` or more (see
    `decoder.settle`), and the conventions are applied: a quotation that nobody claims gets its label, or the surest of
    the candidates below `least` that claim it, or no source at all.
    """
    marked = _Marked(text, regions, paragraphs)
    lower = min(least, least_unmarked)
    sure = [a for a in candidates if a.confidence >= lower and a.confidence >= marked.wanted(a, least, least_unmarked)]
    found = marked.applied(settle(sure, lower))
    if unclaimed := marked.unclaimed(found):
        claims = marked.claims(a for a in settle(candidates, _DOUBTFUL) if a.confidence < least)
        surest = (max(claims[one.content[0]], key=lambda a: a.confidence, default=None) for one in unclaimed)
        found += marked.applied(dict.fromkeys(a for a in surest if a))
        found += marked.applied(marked.unclaimed(found))
    return in_order(marked.with_one_cue_each(_once(found)))


def _once(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, one a content: what is parted from one may be what another claims.

    That with a source stays, of several the surest.
    """
    kept: dict[Spans, Attribution] = {}
    for one in found:
        other = kept.get(one.content)
        if other is None or (bool(one.source), one.confidence) > (bool(other.source), other.confidence):
            kept[one.content] = one
    return list(kept.values())


class _Marked:
    """The outermost regions of an article by place."""

    def __init__(self, text: str, regions: Sequence[Region], paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.regions = [region for region in regions if not region.depth]
        self.starts = [region.span.start for region in self.regions]
        self.paragraphs = paragraphs
        self.paragraph_starts = [paragraph.span.start for paragraph in paragraphs]
        self.labels = taking_turns(
            text, [label_of(text, region, paragraphs[self._paragraph(region.span.start)]) for region in self.regions]
        )

    def _paragraph(self, at: int) -> int:
        return max(0, bisect_right(self.paragraph_starts, at) - 1)

    def _near(self, span: Span) -> range:
        """Numbers of the regions that share a character with `span`."""
        low = max(0, bisect_right(self.starts, span.start) - 1)
        high = bisect_left(self.starts, span.end)
        return range(low + (low < len(self.regions) and self.regions[low].span.end <= span.start), high)

    def wanted(self, attribution: Attribution, least: float, least_unmarked: float) -> float:
        """The least confidence that an attribution must have: there are two, with quotation marks and without."""
        return least if any(self._near(span) for span in attribution.content) else least_unmarked

    def applied(self, attributions: Iterable[Attribution]) -> list[Attribution]:
        """The attributions as the conventions have them."""
        given = [self.whole(self.within_paragraph(one)) for one in attributions]
        taken = self.claims(given).keys()
        return [self.labelled(part) for one in given for part in self.parted(self.continued(one, taken))]

    def within_paragraph(self, attribution: Attribution) -> Attribution:
        """Without the words outside marks in paragraphs after a quotation whose closing mark was forgotten.

        That quotation is followed by narration: "“It held. ¶ Turning to Lee, she …". And without a word or two at the
        beginning of another paragraph: "Lamps to go, says Lee ¶ {The} lamps of …".
        """
        kept: list[Span] = []
        left_open = None  # the paragraph of a quotation without its end
        for span in attribution.content:
            paragraph, near = self._paragraph(span.start), self._near(span)
            strays = bool(kept) and not near and paragraph != self._paragraph(kept[-1].start)
            if strays and len(span.cut(self.text).split()) <= _STRAY:
                continue
            if near or left_open is None or paragraph == left_open:
                kept.append(span)
            if near and not self.regions[near[-1]].closed:
                left_open = self._paragraph(self.regions[near[-1]].span.start)
        return attribution if len(kept) == len(attribution.content) else replace(attribution, content=tuple(kept))

    def whole(self, attribution: Attribution) -> Attribution:
        """The attribution with contents that take their quotation marks in, where they hold all words up to them.

        Or the first ones, where whoever reports them does so outside the marks: a window of the network may end within
        them.
        """
        given = (*attribution.cue, *attribution.source, *attribution.content)
        return replace(attribution, content=_merged([self._with_marks(span, given) for span in attribution.content]))

    def _with_marks(self, span: Span, given: Spans) -> Span:
        """The span, one of the `given` of an attribution, up to the marks of the regions in which it stands."""
        start, end = span.start, span.end
        for number in self._near(span):
            region = self.regions[number].span
            is_alone = self.regions[number].closed and not any(region.overlap(one) for one in given if one != span)
            begins = not _has_words(self.text[region.start : start])
            ends = not _has_words(self.text[end : region.end])
            # The last words alone may be a quotation inside it.
            breaks_in = ends and 2 * span.overlap(region) >= len(region) and self.text[start].islower()
            if (begins and ends) or (is_alone and (begins or breaks_in)):
                start, end = min(start, region.start), max(end, region.end)
        return Span(start, end)

    def claims(self, candidates: Iterable[Attribution]) -> defaultdict[Span, list[Attribution]]:
        """For each region the candidates that cover half of it or more."""
        found: defaultdict[Span, list[Attribution]] = defaultdict(list)
        for candidate in candidates:
            covered: Counter[int] = Counter()  # number of a region: characters
            for span in candidate.content:
                for number in self._near(span):
                    covered[number] += span.overlap(self.regions[number].span)
            for number in sorted(covered):
                region = self.regions[number].span
                if covered[number] >= 0.5 * len(region):
                    found[region].append(candidate)
        return found

    def with_one_cue_each(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """The attributions, with words in marks that several have whole left to the one that has nothing else.

        "“Not us,” said Lee, before adding: “Not them.”" is twice two words, not once two and once four. Where all have
        more, they are left to the one whose cue is nearest.
        """
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(attributions):
            for number in {number for span in one.content for number in self._near(span)}:
                region = self.regions[number].inner
                if any(span.overlap(region) >= len(region) for span in one.content):
                    holders[number].append(at)
        given = list(attributions)
        for number, several in holders.items():
            region = self.regions[number].span
            inside = any(s.overlap(region) for at in several for s in (*given[at].cue, *given[at].source))
            if len(several) == 1 or inside:  # what is quoted inside a quotation has a cue there
                continue
            kept = {at: _without(self.text, given[at].content, region) for at in several}
            whole = all(given[at].cue and any(s.start == region.start for s in given[at].content) for at in several)
            if all(kept.values()) and whole:
                del kept[min(several, key=lambda at: _gap(region, given[at].cue))]
            elif all(kept.values()):
                continue
            for at, rest in kept.items():
                given[at] = replace(given[at], content=rest) if rest else given[at]
        return given

    def labelled(self, attribution: Attribution) -> Attribution:
        """Let a label be the source of a quotation that has none, and who is relayed or takes a turn that of any."""
        first = attribution.content[0]
        label = next(
            (self.labels[number] or said_behind(self.text, self.regions[number]) for number in self._near(first)), None
        )
        if label is None or not first.overlap(label.words) or (attribution.source and not label.is_sure):
            return attribution
        own = Span(max(first.start, label.words.start), first.end)
        others = attribution.content[1:]
        if label.is_turn:  # whatever the network takes out of it for a source or a cue
            own, others = label.words, tuple(span for span in others if not span.overlap(label.words))
        return replace(
            attribution,
            content=(own, *others),
            cue=(label.cue,) if label.is_sure or not attribution.cue else attribution.cue,
            source=(label.name,),
            confidence=max(attribution.confidence, SURE),
        )

    def continued(self, attribution: Attribution, taken: Container[Span]) -> Attribution:
        """Add the paragraphs in which a quotation that was left open goes on, as far as nobody else claims them."""
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
                and not self.labels[number + 1]
                and self.regions[number + 1].span not in taken
            ):
                number += 1
                added.append(self.regions[number].span)
        return replace(attribution, content=_merged([*attribution.content, *added])) if added else attribution

    def parted(self, attribution: Attribution) -> list[Attribution]:
        """Part a content where a paragraph opens with a new quotation after a closed one."""
        groups: list[list[Span]] = []
        for span in attribution.content:
            if groups and not (self._opens_anew(span) or turns_to_another(self.text, groups[-1][-1].end, span.start)):
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
        if number == len(self.regions) or self.starts[number] != span.start:
            return False
        label = self.labels[number]
        if self.regions[number].continues and not label:
            return False
        return bool(label and label.is_other) or self.paragraphs[self._paragraph(span.start)].span.start == span.start

    def unclaimed(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Quotations that are sentences of their own and belong to no attribution."""
        claimed = {
            number
            for a in attributions
            for span in a.content
            for number in self._near(span)
            if not self._inside(a, number)
        }
        found: list[Attribution] = []
        for number, region in enumerate(self.regions):
            if number in claimed:
                continue
            paragraph = self.paragraphs[self._paragraph(region.span.start)]
            label = self.labels[number]
            goes_on = region.continues and not label
            if goes_on and found and found[-1].content[-1] == self.regions[number - 1].span:
                found[-1] = replace(found[-1], content=(*found[-1].content, region.span))
            elif paragraph.kind not in _SAYS_NOTHING and (
                (label and label.is_relay)
                or (paragraph.span.start == region.span.start and self._is_sentence(region, paragraph))
                or self._is_between_sentences(region)
                or self._is_introduced(region)
                or said_behind(self.text, region)
            ):
                found.append(Attribution((region.span,), confidence=UNCLAIMED))
        return found

    def _inside(self, attribution: Attribution, number: int) -> bool:
        """Is it words inside a quotation, with whoever says them before: “I told Lee, ‘Go home’”?

        Behind them, as in “Go home, Lee said.”, he may stand where the marks should have ended.
        """
        region = self.regions[number].span
        said = (*attribution.cue, *attribution.source)
        before = bool(attribution.cue) and attribution.cue[0].start < attribution.content[0].start
        inside = all(region.overlap(span) == len(span) for span in (*said, *attribution.content))
        pair = self.text[region.start] + self.text[region.end - 1]  # else it is the inner one's mark that ends it
        return before and inside and pair in _PAIRS

    def _is_sentence(self, region: Region, paragraph: Paragraph) -> bool:
        words = region.inner.cut(self.text).rstrip(_CLOSING).split()
        ends = words[-1][-1:] in ".!?,…" if words else False
        return len(words) >= _WORDS and (ends or not region.closed or region.span.end == paragraph.span.end)

    def _is_introduced(self, region: Region) -> bool:
        """Whole sentences behind a comma or a colon, and no title: `she took to the stage to say, “It will hold.”`."""
        words = region.inner.cut(self.text)
        long = _LONG_WORD.findall(words)
        return (
            region.closed
            and bool(_INTRODUCED.search(self.text, max(0, region.span.start - _NEAR), region.span.start))
            and len(words.split()) >= _WORDS
            and words[0].isupper()
            and words[-1] in ".!?…,"
            and sum(word[0].isupper() for word in long) <= 0.5 * len(long)
        )

    def _is_between_sentences(self, region: Region) -> bool:
        """Paragraphs that a page has lost leave such quotations inside of others."""
        words = region.inner.cut(self.text).rstrip(_CLOSING)
        return (
            region.closed
            and bool(SENTENCE_END.search(self.text, max(0, region.span.start - _NEAR), region.span.start))
            and len(words.split()) >= _WORDS
            and words[0].isupper()
            and words[-1] in ".!?…,"
        )


def _gap(region: Span, cue: Spans) -> int:
    """Characters between words in marks and the nearest part of a cue."""
    return min(max(region.start - span.end, span.start - region.end) for span in cue)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _without(text: str, content: Spans, region: Span) -> Spans:
    """What is left of a content without a region: the words before it, and those from the next marks on."""
    parts = []
    for span in content:
        if not span.overlap(region):
            parts.append(span)
        else:
            behind = Span(min(span.end, region.end), span.end)
            opens = min((k for k in map(behind.cut(text).find, _OPENING) if k >= 0), default=len(behind))
            parts += [Span(span.start, max(span.start, region.start)), Span(behind.start + opens, behind.end)]
    return tuple(part for part in parts if _has_words(part.cut(text)))


def _merged(spans: Sequence[Span]) -> Spans:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
