"""How alike two wordings are that no rule calls one: what the verifier weighs.

An editor who reads two wordings by one speaker sees one statement, retold, where long runs of words are the same and
what stands between them was put otherwise, without a contradiction (see `contradiction`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log1p
from typing import Final

from rapidfuzz.distance import LCSseq

from quotes.dedupe.alignment import GAP_MOST, Block, longest_run
from quotes.dedupe.contradiction import contradict
from quotes.dedupe.form import Form
from quotes.dedupe.stock import STOCK_BELOW
from quotes.dedupe.vocabulary import LITTLE
from quotes.dedupe.wording import Wording

HELD_LEAST: Final = 0.25
"""Words in common, in order, of those of the shorter wording: what has fewer is not looked at."""
FOUR: Final = 4
"""Words in a row that are hardly the same by chance; what shares no four is not looked at."""
STRAY: Final = 2
"""Words that both have by chance, far from the others."""
STEM: Final = 5
"""Letters by which two forms of a word are known."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is the same in two wordings. Shares are 0 to 1, of the shorter one; counts are log(1 + words)."""

    run: float = 0.0
    """The longest run of words."""
    run_share: float = 0.0
    held: float = 0.0
    """Words in common, in order."""
    fours: float = 0.0
    """Of its fours of words in a row, those that the other has anywhere."""
    told: float = 0.0
    """Of its words that say something, by their stems, those that the other has anywhere."""
    size: float = 0.0
    """Words of the shorter one."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts of two wordings, compared."""

    likeness: Likeness
    shorter: Form
    run: int
    """Words of the longest run."""


def compared(
    one: Wording, other: Wording, likely: Callable[[Likeness], bool] = lambda likeness: True
) -> Iterator[Compared]:
    """The texts of two wordings that may be one statement retold: the clauses, and what stands in marks.

    A clause may hold what another newsroom has in marks. Texts that contradict each other are left out, and those that
    are not `likely`, which is sooner found.
    """
    if len(one.forms) == len(other.forms) == 1:  # as it mostly is
        texts = [(one.forms[0], other.forms[0])]
    else:
        every = {(mine.key, theirs.key): (mine, theirs) for mine in one.forms for theirs in other.forms}
        texts = list(every.values())
    for mine, theirs in texts:
        if min(mine.size, theirs.size) >= STOCK_BELOW:
            is_shorter = (mine.size, mine.key) <= (theirs.size, theirs.key)
            shorter, longer = (mine, theirs) if is_shorter else (theirs, mine)
            if found := _compared(shorter, longer, likely):
                yield found


def _compared(shorter: Form, longer: Form, likely: Callable[[Likeness], bool]) -> Compared | None:
    size, own, codes = shorter.size, shorter.coded, longer.coded
    common = LCSseq.similarity(own, codes, score_cutoff=ceil(HELD_LEAST * size))
    if not common:
        return None
    fours = [own[at : at + FOUR] in codes for at in range(size - FOUR + 1)]
    if True not in fours:
        return None
    blocks = LCSseq.opcodes(shorter.coded, longer.coded).as_matching_blocks()
    longest = longest_run(shorter, longer, blocks)
    if longest is None or (run := longest[2]) < FOUR:
        return None
    mine, theirs = _stems(shorter.words), _stems(longer.words)
    likeness = Likeness(
        run=log1p(run),
        run_share=run / size,
        held=common / size,
        fours=sum(fours) / len(fours),
        told=len(mine & theirs) / len(mine) if mine else 0.0,
        size=log1p(size),
    )
    if not likely(likeness):
        return None
    if contradict(shorter, longer, _close([(block.a, block.b, block.size) for block in blocks if block.size])):
        return None
    return Compared(likeness, shorter, run)


def _stems(words: Sequence[str]) -> set[str]:
    return {word[:STEM] for word in words if word not in LITTLE}


def _close(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without a word or two that stand far from all others in the longer text."""
    kept = []
    for number, (at, other, size) in enumerate(blocks):
        before = other - sum(blocks[number - 1][1:]) if number else GAP_MOST + 1
        behind = blocks[number + 1][1] - other - size if number + 1 < len(blocks) else GAP_MOST + 1
        if size > STRAY or min(before, behind) <= GAP_MOST:
            kept.append((at, other, size))
    return kept
