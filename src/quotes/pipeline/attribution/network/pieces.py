"""From a text to what the encoder reads: word pieces, each with what the uncased pieces do not show.

A document is one flat row of pieces with a break piece behind each paragraph. The features are letter case, the place
in respect of quotation marks, and the kind of paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final
from unicodedata import category

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from quotes.model import Paragraph, ParagraphKind, Region, Span

CLS: Final = 101
SEP: Final = 102
"""Word piece ids of BERT's uncased English vocabulary; SEP stands behind every paragraph."""

CASES: Final = 6
MARKS: Final = 6
PARAGRAPH_KINDS: Final[tuple[ParagraphKind, ...]] = ("body", "headline", "caption", "related", "boilerplate")
UNIT: Final = 160
"""Pieces: a paragraph longer than this is cut into several units."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CONTROL_SPACE: Final = re.compile("[\x0b\x0c\x1c-\x1f\x85]")  # such as the form feed between two pages
_CUT_BEHIND: Final = frozenset('.!?”"’')
_NO_MARK, _INSIDE, _LEFT_OPEN, _NESTED, _OPENING, _CLOSING = range(MARKS)

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one document. Every array but `units` has the shape (pieces,)."""

    ids: Ints
    starts: Ints
    """Characters; for a break piece, the end of its paragraph."""
    ends: Ints
    is_part: npt.NDArray[np.bool_]
    """Is it a later piece of a word?"""
    case: Ints
    mark: Ints
    kind: Ints
    paragraph: Ints
    """Number of the paragraph, from 0."""
    units: Ints
    """The first piece of each unit (a paragraph, or a part of a long one), then the number of pieces."""

    def __len__(self) -> int:
        return len(self.ids)

    def range_of(self, span: Span) -> tuple[int, int]:
        """First and last-plus-one piece that share a character with the span; an empty range where none does."""
        low = int(np.searchsorted(self.ends, span.start, side="right"))
        high = int(np.searchsorted(self.starts, span.end, side="left"))
        return low, max(low, high)


def read_verbatim(tokenizer: Tokenizer) -> Tokenizer:
    """Set a tokenizer to read whole paragraphs, and "[SEP]" in an article as the letters that it is."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    return tokenizer


def pieces_of(text: str, paragraphs: Sequence[Paragraph], regions: Sequence[Region], tokenizer: Tokenizer) -> Pieces:
    """Cut the paragraphs of `text` into word pieces with their features. Linear in the length of the text.

    No character lies in two pieces, and in none lie white space and what the tokenizer strips, such as control
    characters; between two pieces of a word, these and accents go with the first. `tokenizer` is one that
    `read_verbatim` has set.
    """
    row = _Row(text)
    # A lone surrogate cannot cross into the tokenizer, and white space that is a control character would be stripped
    # and join two words. One character stands in for one, so offsets hold.
    clean = _CONTROL_SPACE.sub(" ", _SURROGATE.sub("\ufffd", text))
    for number, paragraph in enumerate(paragraphs):
        # One by one: a batch would start threads of its own, whatever number of them the caller asked for.
        row.add_paragraph(number, paragraph, tokenizer.encode(paragraph.span.cut(clean), add_special_tokens=False))
    return row.pieces(_mark_row(len(text), regions))


class _Row:
    """Lists that grow paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ids: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.is_part: list[bool] = []
        self.case: list[int] = []
        self.kind: list[int] = []
        self.paragraph: list[int] = []
        self.units: list[int] = []

    def add_paragraph(self, number: int, paragraph: Paragraph, encoding: Encoding) -> None:
        base, first = paragraph.span.start, len(self.ids)
        numbered = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
        words = [
            [(piece, base + start, base + end) for _, piece, (start, end) in word]
            for _, word in groupby(numbered, key=itemgetter(0))
        ]
        for at, word in enumerate(words):
            self._add_word(word, words[at + 1][0][1] if at + 1 < len(words) else paragraph.span.end)
        self.units.append(first)
        if len(self.ids) - first >= UNIT:
            self.units.extend(self._cuts(first))
        self.ids.append(SEP)
        self.starts.append(paragraph.span.end)
        self.ends.append(paragraph.span.end)
        self.is_part.append(False)
        self.case.append(0)
        count = len(self.ids) - first
        self.kind.extend([PARAGRAPH_KINDS.index(paragraph.kind)] * count)
        self.paragraph.extend([number] * count)

    def _add_word(self, word: Sequence[tuple[int, int, int]], stop: int) -> None:
        """Add the pieces (id, start, end) of a word, each with the case of the whole; none ends behind `stop`."""
        first = len(self.ids)
        for piece, start, _ in word:
            # The tokenizer decomposes some characters, such as Hangul syllables: the first part stands for the rest.
            if len(self.ids) == first or start > self.starts[-1]:
                self.ids.append(piece)
                self.starts.append(start)
        end = word[-1][2]
        while end < stop and category(self.text[end]) == "Mn":
            end += 1  # accents that are characters of their own
        self.ends.extend(self.starts[first + 1 :])
        self.ends.append(end)
        self.is_part.extend(at > first for at in range(first, len(self.ids)))
        self.case.extend([_word_case(self.text[self.starts[first] : end])] * (len(self.ids) - first))

    def _cuts(self, first: int) -> Iterator[int]:
        """Give the places where a long paragraph is cut: behind the last sentence end that keeps the unit short."""
        begin, stop = first, -1
        for at in range(first, len(self.ids)):
            if self.text[self.starts[at] : self.ends[at]] in _CUT_BEHIND:
                stop = at + 1
            if at + 1 - begin >= UNIT:
                cut = stop if stop > begin + UNIT // 3 else at + 1
                if cut < len(self.ids):
                    yield cut
                begin, stop = cut, -1

    def pieces(self, marks: Ints) -> Pieces:
        ids, starts = np.array(self.ids, dtype=np.int32), np.array(self.starts, dtype=np.int32)
        mark = np.where(ids == SEP, _NO_MARK, marks[starts]) if len(ids) else starts
        return Pieces(
            ids=ids,
            starts=starts,
            ends=np.array(self.ends, dtype=np.int32),
            is_part=np.array(self.is_part, dtype=np.bool_),
            case=np.array(self.case, dtype=np.int32),
            mark=mark.astype(np.int32),
            kind=np.array(self.kind, dtype=np.int32),
            paragraph=np.array(self.paragraph, dtype=np.int32),
            units=np.array([*self.units, len(ids)], dtype=np.int32),
        )


def _word_case(word: str) -> int:
    """0 no letters, 1 lower, 2 capitalised, 3 all capitals, 4 mixed, 5 with digits."""
    if word.islower():
        return 1
    if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    if word.isupper():
        return 3
    if any(c.isdigit() for c in word):
        return 5
    return 4 if any(c.isalpha() for c in word) else 0


def _mark_row(length: int, regions: Sequence[Region]) -> Ints:
    """For each character its place in respect of quotation marks, inner regions over outer ones."""
    row = np.zeros(length + 1, dtype=np.int32)
    for region in sorted(regions, key=lambda r: r.depth):
        inside = _NESTED if region.depth else (_INSIDE if region.closed else _LEFT_OPEN)
        row[region.inner.start : region.inner.end] = inside
        row[region.span.start : region.inner.start] = _OPENING
        row[region.inner.end : region.span.end] = _CLOSING
    return row
