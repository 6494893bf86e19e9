"""Why wordings are one row: each beside the fullest, with what differs, the relation and the speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from quotes.dedupe.names import Agreement, agreement
from quotes.dedupe.verifier import retold
from quotes.dedupe.wording import Wording, relate
from quotes.model import Occurrence

Piece = tuple[Literal["same", "only"], str]
"""Words that both wordings have, or only this one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One wording beside the fullest one."""

    relation: str
    """As `fold` decides it now; empty where it would not fold these two."""
    fullest: tuple[Piece, ...]
    other: tuple[Piece, ...]
    contained: float
    """Of the other wording's words, how many stand in the fullest in their order, 0 to 1."""
    likeness: float
    """Likeness of the letters, 0 to 1 (rapidfuzz, normalised Indel)."""
    cost: float
    """What the changed words cost (see `alignment`)."""
    chance: float
    """That it is one statement retold, 0 to 1, by the verifier; 0 where a rule says what the relation is."""
    speakers: Agreement


def compare(fullest: Occurrence, other: Occurrence) -> Comparison:
    """Put a wording beside the fullest one of its row."""
    one, two = Wording(fullest), Wording(other)
    how = agreement(one.speaker, two.speaker)
    match = relate(two, one) or relate(one, two) or retold(two, one, named=how == "named")
    ours, theirs = fullest.quote.split(), other.quote.split()
    common = LCSseq.opcodes([_bare(word) for word in theirs], [_bare(word) for word in ours]).as_matching_blocks()
    shared = sum(block.size for block in common)
    return Comparison(
        relation=match.relation if match else "",
        fullest=_pieces(ours, [(block.b, block.b + block.size) for block in common]),
        other=_pieces(theirs, [(block.a, block.a + block.size) for block in common]),
        contained=shared / len(theirs) if theirs else 1.0,
        likeness=fuzz.ratio(one.clause.key, two.clause.key) / 100,
        cost=match.cost if match else 0.0,
        chance=match.chance if match else 0.0,
        speakers=how,
    )


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold())) or word


def _pieces(words: Sequence[str], same: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    bounds = [(0, 0), *same, (len(words), len(words))]
    pieces: list[Piece] = []
    for (start, end), (following, _) in pairwise(bounds):
        if end > start:
            pieces.append(("same", " ".join(words[start:end])))
        if following > end:
            pieces.append(("only", " ".join(words[end:following])))
    return tuple(pieces)
