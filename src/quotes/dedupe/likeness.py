"""How alike two wordings are that no rule calls one: what the verifier weighs, and what rules it out.

An editor who reads two wordings by one speaker sees one statement, retold, where long runs of words are the same and
what stands between them was put otherwise. What differs by a negation, a number or a name alone says another thing,
however much is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, log1p
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from quotes.dedupe.alignment import (
    GAP_MOST,
    INSERTION_MOST,
    SPELLED_ALIKE,
    Block,
    Runs,
    clauses_between,
    longest_run,
    telling,
    turned,
)
from quotes.dedupe.context import JOINING
from quotes.dedupe.form import Form
from quotes.dedupe.normal_form import is_negation, is_number
from quotes.dedupe.stock import STOCK_BELOW
from quotes.dedupe.vocabulary import LITTLE
from quotes.dedupe.wording import Wording, meaning_kept

HELD_LEAST: Final = 0.25
"""Words in common, in order, of those of the shorter wording: what has fewer is not looked at."""
FOUR: Final = 4
"""Words in a row that are hardly the same by chance; what shares no four is not looked at."""
STRAY: Final = 2
"""Words that both have by chance, far from the others."""
STEM: Final = 5
"""Letters by which two forms of a word are known."""
LEFT_OUT_FROM: Final = 3
"""Words that may be left out or put in whatever they say, unless they deny what stands around them."""
TURNED_MOST: Final = 3
"""Words that may stand for their opposites: in longer stretches all was put otherwise."""


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
    texts = {(mine.key, theirs.key): (mine, theirs) for mine in one.forms for theirs in other.forms}
    for some in texts.values():
        shorter, longer = sorted(some, key=lambda form: (form.size, form.key))
        if shorter.size >= STOCK_BELOW and (found := _compared(shorter, longer, likely)):
            yield found


def _compared(shorter: Form, longer: Form, likely: Callable[[Likeness], bool]) -> Compared | None:
    size, codes = shorter.size, longer.coded
    fours = [shorter.coded[at : at + FOUR] in codes for at in range(size - FOUR + 1)]
    if True not in fours:
        return None
    common = LCSseq.similarity(shorter.coded, longer.coded, score_cutoff=ceil(HELD_LEAST * size))
    if not common:
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


def contradict(part: Form, whole: Form, blocks: Sequence[Block]) -> bool:
    """Does a negation, a number or a name differ between two texts that have these blocks of words in common?

    What only the one has, in three words or more, may hold a negation that does not reach what stands around it, and
    whole clauses may say what they will.
    """
    words, words_of_whole = part.words, whole.words
    if any(words[a : a + size] != words_of_whole[b : b + size] for a, b, size in blocks):
        return True  # other words with the same characters
    if not blocks:
        return True
    for (a, b, size), (next_a, next_b, next_size) in pairwise(blocks):
        runs = ((a, a + size), (next_a, next_a + next_size)), ((b, b + size), (next_b, next_b + next_size))
        if _differ((part, whole), runs):
            return True
    start, start_of_whole, _ = blocks[0]
    end, end_of_whole = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
    before, behind = words[:start], words[end:]
    others = words_of_whole[max(0, start_of_whole - start) : start_of_whole]
    if _tell_apart(before, others) or _tell_apart(behind, words_of_whole[end_of_whole:][: len(behind)]):
        return True
    kept = meaning_kept(((start, end),), part)
    return kept != meaning_kept(((start_of_whole, end_of_whole),), whole)


def _differ(forms: tuple[Form, Form], runs: tuple[Runs, Runs]) -> bool:
    """Do the words between two runs, given by where they stand in each text, say something else?"""
    spans = [(before[1], behind[0]) for before, behind in runs]
    words, others = (form.words[slice(*span)] for form, span in zip(forms, spans, strict=True))
    for mine, theirs, form, (before, behind) in (
        (words, others, forms[1], runs[1]),
        (others, words, forms[0], runs[0]),
    ):
        if len(theirs) < LEFT_OUT_FROM:
            continue
        if not mine and clauses_between(form, before[1], behind[0]):
            return False
        if all(word in JOINING for word in mine) and not any(map(is_number, theirs)):
            # Left out, or put in: it must not deny what stands around it.
            return any(map(is_negation, theirs)) and not meaning_kept((before, behind), form)
    if _tell_apart(words, others):
        return True
    if 0 < len(words) <= TURNED_MOST and len(others) <= TURNED_MOST and turned(words, others, short=False):
        return True
    if max(len(words), len(others)) > INSERTION_MOST:
        return False  # all was put otherwise
    names = [
        " ".join(word for word, capital in zip(words, form.capitals()[slice(*span)], strict=False) if capital)
        for words, form, span in zip((words, others), forms, spans, strict=True)
    ]
    return all(names) and fuzz.ratio(*names) < SPELLED_ALIKE


def _tell_apart(words: Sequence[str], others: Sequence[str]) -> bool:
    """Do numbers or negations differ?"""
    return telling(_denying(words)) != telling(_denying(others))


def _denying(words: Sequence[str]) -> list[str]:
    """The words without a "not" that denies nothing: not only, not just."""
    return [
        word
        for at, word in enumerate(words)
        if not (word == "not" and words[at + 1 : at + 2] and words[at + 1] in ("only", "just", "merely"))
    ]
