"""Sentences that respect quotation marks.

spaCy's sentences are mended, never re-made: a boundary is moved behind the closing marks that belong to the sentence
before it, or in front of the opening marks that belong to the sentence after it, and dropped where it would part a
quotation from its attribution. Paragraphs always break. Sentences inside a long quotation stay sentences.

A parsed `Doc` does not let its sentence starts be changed (they follow from the parse), and presetting them before the
parser runs would change the parses. So the mended sentences stand beside the parse, in `doc._.sentences`. Where no
parser has run, the token starts are set as well and `doc.sents` gives the same sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Paragraph, Region, Span
from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.extensions import text_of

_TERMINAL: Final = frozenset(".!?…。！？")
_CLOSING: Final = frozenset(",.;:!?…)]}\"'”’»“‘›")  # never the head of a sentence when it touches the word before
_PASSED: Final = frozenset(")]}\"'”’»“‘›")  # looked past for the character that ends a sentence
_REACH: Final = 16  # how many characters are looked past
_TITLE_LENGTH: Final = 100  # the most characters of a title
_ATTRIBUTION: Final = 200  # the most characters of an attribution that are read

_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(\[“‘\"'])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt"
    r"|Rev|Hon|Pres|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)$"
)
_BREAK: Final = re.compile(
    r"[。！？]+[)\]}\"'”’»“‘]*\s*|(?<![.!?…])[.!?…]++(?:"
    r"[)\]}\"'”’»“‘]*(?:\s+|(?=[“„«\"]))"
    r"|[)\]}\"'”’»“‘]+[.!?]?(?=[A-Z][a-z])|(?<=[a-z]{2}.)(?=[A-Z][a-z]))"  # run together: to the end.”The band
)

_YEAR: Final = re.compile(r"\(\d{4}\)")
"""That of a work, behind its title: “What Happened?” (2008)."""

_VERB: Final = (
    r"(?i:sa(?:ys?|id)|t(?:ells?|old)|writes?|wrote|thinks?|thought|quip(?:s|ped)|admit(?:s|ted)"
    r"|(?:repl|cr|den)(?:y|ies|ied)|(?:not|stat|continu|argu|declar|announc|conclud|observ|exclaim|recount)e[sd]?"
    r"|(?:add|ask|answer|explain|recall|respond|comment|remark|insist|warn|joke|shout|yell|whisper|mutter|murmur"
    r"|laugh|reveal|suggest|confirm|remember|wonder|demand|report|tweet|post|claim|acknowledg)(?:e?s|e?d))"
)
_WORD: Final = r"[^\W\d_][\w.'’-]*"
_ATTRIBUTES: Final = re.compile(
    # A name, a pronoun or a short noun phrase, the verb, perhaps who heard it, and nothing that is said.
    rf"(?:{_WORD},?\s+){{0,7}}?{_VERB}"
    rf"(?:\s+(?:(?:the|an?|his|her|their|our|this)\s+)?(?:[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*|[a-z]+))?"
    r"(?P<rest>[.,;!?…—–]|\s+(?:in|on|at|to|of|for|during|when|while|as|from|with|by|after|before|about|via)\b|$)"
)
_REPORTS_ON: Final = re.compile(
    r"\b(?:that|whether|if|how|why|what|to\s+(?!the|an?|my|his|her|our|their|me|us|him|them|reporters|journalists)[a-z])"
)
_LETTERS: Final = re.compile(r"[^\W\d_][\w'’]*")
_ADDRESSES_NEXT: Final = re.compile(r",\s*[\"“„«'‘‚]|:")  # Berlinger added, “…


def mended_sentences(
    text: str, paragraphs: Sequence[Paragraph], regions: Sequence[Region], starts: Sequence[int] | None = None
) -> tuple[Span, ...]:
    """Cut `text` into sentences, in text order, each inside one paragraph and without white space around it.

    `starts` are the characters where spaCy starts a sentence, ascending; None has them read off the punctuation.
    `regions` are those of `quoted_regions`. No sentence ends inside a closing mark, none starts behind an opening mark,
    and none parts a quotation from its attribution; a title in marks is not broken. Linear time; raises nothing.
    """
    sentences: list[Span] = []
    first = 0
    for paragraph in paragraphs:
        low, high = paragraph.span.start, paragraph.span.end
        last = first
        while last < len(regions) and regions[last].span.start < high:
            last += 1
        if starts is None:
            given = list(_punctuated(text, low, high))
        else:
            given = list(starts[bisect_right(starts, low) : bisect_left(starts, high)])
        bounds = [low, *_Mender(text, paragraph.span, regions[first:last]).mend(given), high]
        for start, end in pairwise(bounds):
            sentence = _stripped(text, start, end)
            if sentence:
                sentences.append(sentence)
        first = last
    return tuple(sentences)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


def _punctuated(text: str, low: int, high: int) -> Iterator[int]:
    """Give the characters where sentences seem to start, by punctuation alone."""
    for match in _BREAK.finditer(text, low, high):
        at, mark = match.end(), match.start()
        if at >= high or text[at].islower() or _YEAR.match(text, at):
            continue
        if text[mark] == "." and _ABBREVIATED.search(text[max(low, mark - 12) : mark]):
            continue
        yield at


class _Mender:
    """The marks of one paragraph, and what they do to sentence boundaries."""

    def __init__(self, text: str, paragraph: Span, regions: Sequence[Region]) -> None:
        self.text = text
        self.low, self.high = paragraph.start, paragraph.end
        self.regions = regions
        self.opens = {region.span.start for region in regions}
        self.behind_opening = {_stripped(text, r.inner.start, r.inner.end).start: r.span.start for r in regions}
        self.closings = {region.inner.end: region.span.end for region in regions if region.closed}
        self.closed = frozenset(self.closings.values())

    def mend(self, starts: Sequence[int]) -> Iterator[int]:
        """Give the characters where sentences start, that of the paragraph itself left out."""
        around: list[Region] = []  # the regions that the boundary stands in
        upcoming = 0
        done = read_to = self.low
        for number, start in enumerate(starts):
            if start <= read_to:
                continue
            read_to = self._after_closing(start)
            at = self._before_opening(read_to)
            if at <= done or at >= self.high:
                continue
            while upcoming < len(self.regions) and self.regions[upcoming].span.start < at:
                around.append(self.regions[upcoming])
                upcoming += 1
            around = [region for region in around if region.span.end > at]
            following = starts[number + 1] if number + 1 < len(starts) else self.high
            if self._holds(at, max(following, at), around):
                yield at
                done = at

    def _after_closing(self, at: int) -> int:
        """Move a boundary behind closing marks and punctuation that belong to the sentence before it."""
        while at < self.high:
            if at in self.closings:
                at = self.closings[at]
            elif self.text[at].isspace() or (
                self.text[at] in _CLOSING and at not in self.opens and not self.text[at - 1].isspace()
            ):
                at += 1
            else:
                break
        return at

    def _before_opening(self, at: int) -> int:
        while at in self.behind_opening:
            at = self.behind_opening[at]
        return at

    def _holds(self, at: int, following: int, around: Sequence[Region]) -> bool:
        """Tell whether a sentence boundary before character `at` is to stand."""
        before, closed = self._sentence_end(at)
        if before == ",":
            return False
        touches = closed or at in self.opens or bool(around)
        if touches and before not in _TERMINAL:
            return False
        if any(_is_title(self.text, region.inner) for region in around):
            return False
        return not (closed and (self.text[at].islower() or self._attributes(at, following, before)))

    def _sentence_end(self, at: int) -> tuple[str, bool]:
        """Take the last character before `at` that is neither space nor mark; say whether a region closes there."""
        closed = False
        for position in range(at, max(self.low, at - _REACH), -1):
            closed = closed or position in self.closed
            character = self.text[position - 1]
            if not (character.isspace() or character in _PASSED):
                # British style puts the point behind the mark: “… a disgrace”.
                return character, closed or position - 1 in self.closed
        return "", closed

    def _attributes(self, at: int, end: int, before: str) -> bool:
        """Tell whether a quotation is followed by no more than who said it: Berlinger tells MovieMag."""
        clause = self.text[at : min(end, at + _ATTRIBUTION)].rstrip()
        match = _ATTRIBUTES.match(clause)
        if match is None:
            return False
        rest = match.start("rest")
        if before in ".…" and _ADDRESSES_NEXT.match(self.text, at + rest, self.high):
            return False
        return not _REPORTS_ON.search(clause, rest)


def _is_title(text: str, span: Span) -> bool:
    """Tell whether these words read as a title: one break in them at most, all longer words with a capital."""
    if len(span) > _TITLE_LENGTH:
        return False
    title = span.cut(text)
    words = [word for word in _LETTERS.findall(title) if len(word) > 3]
    breaks = len(re.findall(r"[.!?…]\s", title))
    return breaks <= 1 and len(words) >= 3 and all(word[0].isupper() for word in words)


class QuoteSentences:
    """spaCy component: sets `doc._.sentences`, a tuple of `Span`, from `doc.sents`, the marks and the paragraphs."""

    def __call__(self, doc: Doc) -> Doc:
        """Mend the sentences of `doc`; with no sentence starts at all, make them from paragraphs and punctuation."""
        text = text_of(doc)
        starts = [sentence.start_char for sentence in doc.sents] if doc.has_annotation("SENT_START") else None
        paragraphs = doc._.paragraphs or (Paragraph(Span(0, len(text))),)
        doc._.sentences = mended_sentences(text, paragraphs, doc._.quoted_regions, starts)
        if not doc.has_annotation("DEP"):
            _set_starts(doc, doc._.sentences)
        return doc


def _set_starts(doc: Doc, sentences: Sequence[Span]) -> None:
    """Let `doc.sents` follow `sentences`; only for a `Doc` without a parse."""
    if not len(doc):
        return
    first_characters = doc.to_array("IDX")
    starts = np.full(len(doc), -1, dtype=np.int64)
    # A token begins a sentence where one starts at its first character, or inside it.
    begins = np.searchsorted(first_characters, [sentence.start for sentence in sentences], side="right") - 1
    starts[begins] = starts[0] = 1
    doc.from_array(["SENT_START"], starts.reshape(-1, 1).astype(np.uint64))  # type: ignore[arg-type]  # stubs lag


@Language.factory("quote_sentences", requires=["doc._.paragraphs", "doc._.quoted_regions"], assigns=["doc._.sentences"])
def create_sentences(nlp: Language, name: str) -> QuoteSentences:
    """Make the component that mends sentences."""
    return QuoteSentences()
