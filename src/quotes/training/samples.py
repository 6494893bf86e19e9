"""From examples to batches: windows and the labels of their pieces."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from quotes.layout import paragraphs
from quotes.model import Spans
from quotes.pipeline.attribution.network.decoder import (
    BEGIN_CUE,
    INSIDE_CUE,
    OPENING,
    OUTSIDE,
    ROLE_LABELS,
    ROLES,
    begin_of,
)
from quotes.pipeline.attribution.network.pieces import SEP, Pieces, pieces_of
from quotes.pipeline.attribution.network.windows import Window, windows_of
from quotes.pipeline.entities import ENTITY_LABELS
from quotes.pipeline.regions import quoted_regions
from quotes.training.data import Example

IGNORED: Final = -100
Labels = npt.NDArray[np.int64]
Range = tuple[int, int]
"""First piece, and last plus one."""

Open = npt.NDArray[np.bool_]
"""(ROLE_LABELS,): what a piece without a role may yet be. Gold that does not say whom it was told leaves that open."""

NESTED: Final = 3.0
"""How much more a cue counts that lies inside another attribution's content."""

_UNSAID: Final = ("addressee", "citation")
"""Roles of which gold may say nothing."""


@dataclass(slots=True)
class Claim:
    """What belongs to an anchor: the pieces of each role, and the roles of which the gold says nothing."""

    ranges: dict[str, list[Range]]
    unsaid: set[str]


Claims = dict[tuple[Range, bool], Claim]
"""Anchor, and whether it is a cue."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue, or the opening of a quotation without one: pieces `low` to `high` (exclusive) of its window."""

    low: int
    high: int
    row: Labels
    """The role label of every piece of the window, in the light of this anchor."""
    open: Open


@dataclass(frozen=True, slots=True)
class Sample:
    """One window with its labels. Every row has the shape (pieces of the window,)."""

    pieces: Pieces
    window: Window
    cue: Labels
    cue_weight: npt.NDArray[np.float32]
    """How much the cue label of each piece counts."""
    role: Labels
    """Roles whoever they belong to."""
    open: Open
    entity: Labels
    anchors: tuple[Anchor, ...]

    def __len__(self) -> int:
        return self.window.end - self.window.start


def pieces_of_text(text: str, tokenizer: Tokenizer) -> Pieces:
    """Pieces of a text, read as the pipeline reads it."""
    lines = paragraphs(text)
    return pieces_of(text, lines, quoted_regions(text, lines), tokenizer)


def samples_of(example: Example, tokenizer: Tokenizer, rng: random.Random, size: int) -> Iterator[Sample]:
    """Windows of an example, cut at other places each time."""
    pieces = pieces_of_text(example.text, tokenizer)
    claims = _claims(example, pieces)
    length = rng.choice([size, size, int(size * 0.7)])
    for window in windows_of(pieces, length, rng.choice([0, 16, 40])):
        yield _sample(example, pieces, claims, window)


def _claims(example: Example, pieces: Pieces) -> Claims:
    """What belongs to which anchor. Attributions that share a cue become one."""
    claims: Claims = {}
    for said in example.said:
        content = list(_ranges(pieces, said.content))
        if not content:
            continue
        anchor = pieces.range_of(said.cue[0]) if said.cue else (content[0][0], content[0][0] + 1)
        if anchor[1] > anchor[0]:
            claim = claims.setdefault((anchor, bool(said.cue)), Claim({role: [] for role in ROLES}, set()))
            claim.ranges["content"] += content
            claim.ranges["source"] += _ranges(pieces, said.source)
            claim.ranges["cue"] = [anchor] if said.cue else []
            for role in _UNSAID:
                spans: Spans | None = getattr(said, role)
                if spans is None:
                    claim.unsaid.add(role)
                else:
                    claim.ranges[role] += _ranges(pieces, spans)
    return claims


def _ranges(pieces: Pieces, spans: Spans) -> Iterator[Range]:
    """Piece ranges of spans, cut at paragraph breaks."""
    for span in spans:
        low, high = pieces.range_of(span)
        begin = low
        for at in range(low, high):
            if pieces.ids[at] == SEP:
                if at > begin:
                    yield begin, at
                begin = at + 1
        if high > begin:
            yield begin, high


def _sample(example: Example, pieces: Pieces, claims: Claims, window: Window) -> Sample:
    count = window.end - window.start

    def fill(row: Labels, ranges: Sequence[Range], begin: int) -> None:
        for low, high in ranges:
            low, high = max(low - window.start, 0), min(high - window.start, count)
            if high > low:
                row[low], row[low + 1 : high] = begin, begin + 1

    cue, role = np.zeros(count, np.int64), np.zeros(count, np.int64)
    anchors = []
    unsaid: set[str] = set()
    for ((low, high), is_cue), claim in claims.items():
        if not (window.start <= low and high <= window.end):
            continue
        low, high = low - window.start, high - window.start
        cue[low], cue[low + 1 : high] = (BEGIN_CUE, INSIDE_CUE) if is_cue else (OPENING, OPENING)
        row = np.zeros(count, np.int64)
        for target in (row, role):
            for name in ROLES:
                fill(target, claim.ranges[name], begin_of(name))
        anchors.append(Anchor(low, high, row, _open(claim.unsaid)))
        unsaid |= claim.unsaid
    if example.entities is None:
        entity = np.full(count, IGNORED, np.int64)
    else:
        entity = np.zeros(count, np.int64)
        for span, label in example.entities:
            fill(entity, [pieces.range_of(span)], 1 + 2 * ENTITY_LABELS.index(label))
    weight = _cue_weight(cue, anchors)
    return Sample(pieces, window, cue, weight, role, _open(unsaid), entity, tuple(anchors))


def _cue_weight(cue: Labels, anchors: Sequence[Anchor]) -> npt.NDArray[np.float32]:
    """One, but for cues inside another attribution's content: so few are there that the tagger learns to see none."""
    content = begin_of("content")
    weight = np.ones(len(cue), np.float32)
    is_content = np.array([np.isin(anchor.row, (content, content + 1)) for anchor in anchors])
    for number, anchor in enumerate(anchors):
        here = slice(anchor.low, anchor.high)
        if cue[anchor.low] == BEGIN_CUE and np.delete(is_content, number, axis=0)[:, here].any():
            weight[here] = NESTED
    return weight


def _open(unsaid: set[str]) -> Open:
    row = np.zeros(ROLE_LABELS, np.bool_)
    row[OUTSIDE] = True
    for role in unsaid:
        row[begin_of(role) : begin_of(role) + 2] = True
    return row


def batches_of(samples: Sequence[Sample], rng: random.Random, pieces: int) -> list[list[Sample]]:
    """Batches of windows of like length, at most `pieces` with padding (or one window), in random order."""
    batches: list[list[Sample]] = []
    longest = 0
    for sample in sorted(samples, key=lambda sample: len(sample) + rng.random() * 40):
        longest = max(longest, len(sample) + 2)  # [CLS] and [SEP]
        if not batches or (len(batches[-1]) + 1) * longest > pieces:
            batches.append([])
            longest = len(sample) + 2
        batches[-1].append(sample)
    rng.shuffle(batches)
    return batches
