"""A stretch of text that is read at one go: a paragraph with its outermost regions, or the inside of a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Token

from quotes.model import Attribution, Region, Span, Spans
from quotes.pipeline.attribution.cues import Cue, find_cues
from quotes.pipeline.attribution.syntax import Range, Syntax

TERMINAL: Final = frozenset(".!?…")
_MARKS: Final = " \t\xa0\"'”’»“‘›"
_BARE: Final = " \t\n\r\f\v\xa0,.;:!?…-–—()[]"  # what a content does not begin or end with


# Of the attributions that each rule makes on the development sets, so many have the right words and the right source.
DIRECT: Final = 0.88
MIXED: Final = 0.8
LABELLED: Final = 0.8
INDIRECT: Final = 0.65
FOLLOWING: Final = 0.5  # opens a paragraph, and nobody is said to have said it
SOURCELESS: Final = 0.2


@dataclass(slots=True)
class Draft:
    """An attribution that may still grow."""

    content: list[Span]
    cue: Cue | None
    confidence: float
    label: tuple[Spans, Spans] | None = None
    """Cue and source as characters, where no verb stands behind them: HALE: words."""


@dataclass(slots=True)
class Tokens:
    """Where the tokens of a `Doc` begin and end, for going from characters to tokens and back."""

    syntax: Syntax
    ends: list[int] = field(init=False)
    text: str = field(init=False)
    """`doc.text`, which spaCy puts together anew each time that it is asked."""

    def __post_init__(self) -> None:
        self.text = self.syntax.doc.text
        self.ends = [token.idx + len(token) for token in self.syntax.doc]

    def at(self, character: int) -> int:
        """The first token that ends behind `character`."""
        return bisect_right(self.ends, character)

    def span(self, tokens: Range) -> Span:
        """The characters from the first token to the last."""
        return Span(self.syntax.doc[tokens[0]].idx, self.ends[tokens[1] - 1])

    def trimmed(self, span: Span) -> Span:
        """`span` without spaces and punctuation at its ends; quotation marks stay."""
        text = span.cut(self.text)
        start = span.start + len(text) - len(text.lstrip(_BARE))
        return Span(start, max(start, span.start + len(text.rstrip(_BARE))))

    def attribution(self, draft: Draft) -> Attribution:
        """A draft with everything in characters."""
        cue, source = draft.label or ((), ())
        if draft.cue is not None:
            cue = (self.span(draft.cue.words),)
            source = (self.span(draft.cue.source),) if draft.cue.source is not None else ()
        return Attribution(tuple(sorted(draft.content)), cue, source, draft.confidence)


def _ends_sentence(token: Token) -> bool:
    return token.text[:1] in TERMINAL and not any(map(str.isalnum, token.text))


class Frame:
    """A stretch of text, the regions that stand in it side by side, and the cues between them."""

    def __init__(self, tokens: Tokens, span: Span, regions: Sequence[Region]) -> None:
        self.tokens, self.syntax, self.doc = tokens, tokens.syntax, tokens.syntax.doc
        self.regions = regions
        self.low, self.high = tokens.at(span.start), min(tokens.at(span.end - 1) + 1, len(self.doc))
        self.drafts: list[Draft | None] = [None] * len(regions)
        self.places: list[Range] = [(tokens.at(r.span.start), tokens.at(r.span.end - 1) + 1) for r in regions]
        """The tokens of each region."""
        self.gaps: list[Range] = []
        """The tokens before the first region, between each two, and behind the last."""
        edge = self.low
        for start, end in self.places:
            self.gaps.append((edge, max(edge, start)))
            edge = max(edge, end)
        self.gaps.append((edge, max(edge, self.high)))
        self.cues: list[list[Cue]] = [list(find_cues(self.syntax, *gap)) for gap in self.gaps]
        self.stops = [number for gap in self.gaps for number in range(*gap) if _ends_sentence(self.doc[number])]
        """The tokens outside of regions that end a sentence."""
        self.text = tokens.text
        self.endings = [region.inner.cut(self.text).rstrip(_MARKS)[-1:] for region in regions]
        self.used: set[int] = set()
        """Verbs that have their content."""

    def sentence_in(self, gap: Range, *, first: bool) -> Range:
        """The first sentence of a gap, or the last (begun), without the mark that ends it."""
        start, end = gap
        if first:
            return start, min(self.next_stop(start), end)
        return max(start, self.stop_before(end) + 1), end

    def next_stop(self, number: int) -> int:
        """The first token from `number` on that ends a sentence outside of regions; the end of the frame for none."""
        at = bisect_left(self.stops, number)
        return self.stops[at] if at < len(self.stops) else self.high

    def stop_before(self, number: int) -> int:
        """The last token before `number` that ends a sentence outside of regions; the one before the frame for none."""
        at = bisect_left(self.stops, number)
        return self.stops[at - 1] if at else self.low - 1

    def reached(self, tokens: Range) -> range:
        """The regions that begin between two tokens."""
        return range(bisect_left(self.places, (tokens[0], 0)), bisect_left(self.places, (tokens[1], 0)))

    def ending(self, index: int) -> str:
        """The last character of the words in a region."""
        return self.endings[index]

    def opens_sentence(self, index: int) -> bool:
        """Does a sentence begin with a region?"""
        start, end = self.sentence_in(self.gaps[index], first=False)
        return all(token.is_punct or token.is_space for token in self.doc[start:end])

    def words(self, index: int) -> list[str]:
        """The words of a region that have a letter or a figure."""
        return [word for word in self.regions[index].inner.cut(self.text).split() if any(map(str.isalnum, word))]

    def is_title(self, index: int) -> bool:
        """Does a region read as the name of something: every longer word with a capital, no end of a sentence?"""
        long = [word.strip("()[]‘’'\"") for word in self.words(index) if len(word) > 3] or self.words(index)
        return self.ending(index) not in "!?" and all(not word[:1].islower() for word in long)

    def is_speech(self, index: int) -> bool:
        """Does a region read as a sentence somebody said, though no verb says so?"""
        words = self.words(index)
        closes = self.ending(index) in TERMINAL or self.ending(index) == "," or not self.regions[index].closed
        return len(words) >= 4 and (closes or len(words) >= 8) and not self.is_title(index)
