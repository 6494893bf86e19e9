"""Word by word: how one wording runs through another when words were left out, put in or changed.

The words that both have, in order (longest common subsequence, by rapidfuzz), leave gaps: some words of the one where
the other has others, or none. Each gap is judged. A negation, a number, a name or an opposite that differs ends it; a
typo or a little word costs little, any other changed word costs one; words left out cost nothing but may not be many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, MatchingBlock

from quotes.dedupe.denial import telling, turned
from quotes.dedupe.form import Form, Runs
from quotes.dedupe.names import SPELLED_ALIKE, other_name
from quotes.dedupe.vocabulary import LITTLE

Block = tuple[int, int, int]
"""Words that both have: where they begin in the one, in the other, and how many they are."""

ALIGNED_FROM: Final = 4
"""Words; shorter wordings are found letter by letter or not at all."""
FREE_FROM: Final = 8
"""Words: from here on a word may be another one, not just spelled otherwise."""
COST_SHARE: Final = 0.13
"""What the changes may cost, of the words of the shorter wording: about one word in eight."""
LOOSE_SHARE: Final = 0.25
"""The same for wordings that have `STORY_RUN` words in a row in common, if it is known that one speaker said both."""
STORY_RUN: Final = 6
"""Less than `LOOSE_RUN`: such wordings must tell the same story too."""
LOOSE_RUN: Final = 8
OVERLAP_FROM: Final = 15
"""Words in a row that are enough to make two wordings one whatever else each has, if one speaker said both."""
OVERLAP_SHARE: Final = 0.5
"""So are fewer, down to `LOOSE_RUN`, if they are such a share of the shorter wording."""
MEETING_FROM: Final = 7
"""Words with which one wording ends and another begins, as two cuts of one statement do, if one speaker said both."""
ALIKE_BEYOND: Final = 0.5
"""Of the words outside that run, the share that may be common too."""
COMMON_LEAST: Final = 0.65
"""Words that both must have, of those of the shorter wording."""
COST_SHORT: Final = 0.5
GAP_MOST: Final = 14
"""Words that may be left out in one place."""
GAPS_MOST: Final = 6
LEFT_OUT_SHARE: Final = 0.7
"""Words that may be left out inside, of those that are there."""
LEFT_OUT_SHORT: Final = 2
"""The same for a wording of less than `FREE_FROM` words."""
SENTENCE_FROM: Final = 3
SENTENCES_MOST: Final = 60
"""Words of sentences that may be left out whole."""
TRIPLES: Final = 8
"""How many places of a wording are looked up to find out where it stands in another."""
TRIPLE_PLACES: Final = 3
"""Of a triple that the other wording has several times, the places that are looked at."""
ROOM: Final = 60
"""Words by which the places may disagree where words were left out between them."""
INSERTION_MOST: Final = 5
"""Words that may stand where the newsroom put [others] in."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the words of one wording stand in another, and what is different there."""

    runs: Runs
    of_part: tuple[int, int]
    """From the first to behind the last of its own words that are the same."""
    cost: float
    changed: int
    """Gaps in which words are other words."""
    left_out: int
    """Words left out inside."""
    loose: bool = False
    """Do the changes cost more than `COST_SHARE` allows? Then the speaker must tell."""


def words_in_common(part: Form, whole: Form) -> int:
    """Words that both have, in order; 0 where they are too few for any relation, which most pairs are told apart by."""
    return LCSseq.similarity(part.coded, whole.coded, score_cutoff=_least_common(part.size))


@cache
def _least_common(size: int) -> int:
    """Words in common without which nothing relates a wording of so many words to another."""
    least = ceil(COMMON_LEAST * size) if size >= ALIGNED_FROM else size
    return min(least, _least_overlap(size)) if size >= LOOSE_RUN else least


def align(part: Form, whole: Form, common: int | None = None) -> Alignment | None:
    """How the words of `part` run through `whole`; None where they do not, or say something else.

    `common` is what `words_in_common` found, if it was asked.
    """
    if part.size < ALIGNED_FROM or whole.size < ALIGNED_FROM:
        return None
    # A word that is missing costs at least 0.3, in pairs less: most that do not fit are told apart here.
    least = ceil(COMMON_LEAST * part.size)
    if (words_in_common(part, whole) if common is None else common) < least:
        return None
    letters, letters_of_whole = part.coded, whole.coded
    best: Alignment | None = None
    for low, high in _windows(letters, letters_of_whole):
        if not LCSseq.similarity(letters, letters_of_whole[low:high], score_cutoff=least):
            continue
        found = _aligned(part, whole, low, high)
        if found and (best is None or (found.cost, found.left_out) < (best.cost, best.left_out)):
            best = found
            if not (found.cost or found.left_out):
                break
    return best


def nearly(part: Form, whole: Form, share: float) -> bool:
    """Does `whole` have such a share of the words of `part` in one place, in order?"""
    least = ceil(share * part.size)
    return any(
        LCSseq.similarity(part.coded, whole.coded[low:high], score_cutoff=least)
        for low, high in _windows(part.coded, whole.coded)
    )


def overlap(part: Form, whole: Form, common: int) -> tuple[int, int, int] | None:
    """The longest run of words that both have, as (from in `part`, from in `whole`, how many).

    None where it is not long enough to say that both pass on one thing, each with words of its own, or where they do
    not part at an end of one of them or at a pause in both, or go on alike: "we will win" and "we will not win" do not.
    `common` is what `words_in_common` found.
    """
    least = _least_overlap(part.size)
    if not least <= part.size <= whole.size or common < least:
        return None
    found = longest_run(part, whole, LCSseq.opcodes(part.coded, whole.coded).as_matching_blocks())
    if found is None:
        return None
    at, other, size = found
    words = part.words
    if size < least or common - size > ALIKE_BEYOND * (part.size - size):
        return None  # what goes on alike but for a word or two is a near miss
    if telling([*words[:at], *words[at + size :]]):
        return None  # a number or a negation that only the one has may be another in the other
    parts_before = not at or not other or (part.pause_before(at) and whole.pause_before(other))
    end, other_end = at + size, other + size
    parts_behind = (
        end == part.size or other_end == whole.size or (part.pause_before(end) and whole.pause_before(other_end))
    )
    return (at, other, size) if parts_before and parts_behind else None


def meeting(part: Form, whole: Form) -> int:
    """How many words end the one and begin the other, between pauses; 0 where they are less than `MEETING_FROM`.

    Each has words of its own: what stands in the other whole is no meeting.
    """
    mine, other = part.coded, whole.coded
    if other[:MEETING_FROM] not in mine and mine[:MEETING_FROM] not in other:  # as it mostly is
        return 0
    for first, second in ((part, whole), (whole, part)):
        head = second.coded[:MEETING_FROM]
        at = first.coded.find(head) if second.size > MEETING_FROM else -1
        while at >= 0:
            size = first.size - at
            apart = size < min(first.size, second.size) and first.clause_starts(at) and second.pause_before(size)
            if apart and second.coded.startswith(first.coded[at:]) and first.words[at:] == second.words[:size]:
                return size
            at = first.coded.find(head, at + 1)
    return 0


def longest_run(part: Form, whole: Form, blocks: Iterable[MatchingBlock]) -> Block | None:
    """The longest of the blocks of words that both have, whole; None where other words have the same characters."""
    longest = max(blocks, key=lambda block: block.size)
    at, other, size = longest.a, longest.b, longest.size
    words, words_of_whole = part.words, whole.words
    if words[at : at + size] != words_of_whole[other : other + size]:
        return None
    # Its ends may have been matched elsewhere.
    while at and other and words[at - 1] == words_of_whole[other - 1]:
        at, other, size = at - 1, other - 1, size + 1
    while at + size < part.size and other + size < whole.size and words[at + size] == words_of_whole[other + size]:
        size += 1
    return at, other, size


@cache
def _least_overlap(size: int) -> int:
    return min(OVERLAP_FROM, max(LOOSE_RUN, ceil(OVERLAP_SHARE * size)))


def _aligned(part: Form, whole: Form, low: int, high: int) -> Alignment | None:
    """The same, for the words of the whole from `low` to `high`, exclusive."""
    inner, outer = part.words, whole.words[low:high]
    size = len(inner)
    sure = COST_SHARE * size if size >= FREE_FROM else COST_SHORT
    most = LOOSE_SHARE * size if size > LOOSE_RUN else sure
    found = LCSseq.opcodes(part.coded, whole.coded[low:high]).as_matching_blocks()
    blocks = [(block.a, block.b, block.size) for block in found if block.size]
    if len(part.parts) == 1 and _one_word_tells(blocks, outer):
        return None
    if any(inner[a : a + length] != outer[b : b + length] for a, b, length in blocks):
        return None  # other words with the same characters
    blocks = _slid(blocks, outer, low, whole)
    judge = _Judge(part, whole)
    cost, changed, left_out, omissions = 0.0, 0, 0, 0
    before_inner, before_outer = 0, blocks[0][1] - min(blocks[0][:2])
    for at_inner, at_outer, length in [*blocks, (size, -1, 0)]:
        mine = inner[before_inner:at_inner]
        end = at_outer if at_outer >= 0 else before_outer + len(mine)
        if at_outer < 0 and mine and "".join(mine) == "".join(outer[before_outer : end + 1]):
            end += 1  # "goodwill", "good will"
        other = outer[before_outer:end]
        if mine or (other and before_inner):
            judged = judge.gap(mine, other, before_inner, low + before_outer)
            if judged is None:
                return None
            cost += judged
            if cost > most:
                return None
            if mine:
                changed += 1
            elif not part.left_out_before(before_inner):
                omissions += 1
                left_out += len(other)
        before_inner, before_outer = at_inner + length, at_outer + length
    if omissions > GAPS_MOST or left_out > (LEFT_OUT_SHARE * size if size >= FREE_FROM else LEFT_OUT_SHORT):
        return None
    runs = tuple((low + at, low + at + length) for _, at, length in blocks)
    if cost > sure and max(length for _, _, length in blocks) < STORY_RUN:
        return None
    of_part = blocks[0][0], blocks[-1][0] + blocks[-1][2]
    return Alignment(_joined(runs), of_part, cost, changed, left_out, loose=cost > sure)


def _one_word_tells(blocks: Sequence[Block], outer: Sequence[str]) -> bool:
    """Is a negation or a number all that stands between two blocks, so that nothing else needs to be looked at?

    Next to the same word again it may be matched otherwise (see `_slid`).
    """
    if len(blocks) != 2:
        return False
    (a, b, size), (next_a, next_b, _) = blocks
    if a + size != next_a or b + size + 1 != next_b:
        return False
    word = outer[b + size]
    return word not in (outer[b + size - 1], outer[next_b]) and bool(telling([word]))


def _slid(blocks: Sequence[Block], outer: list[str], low: int, whole: Form) -> list[Block]:
    """The same words matched, each gap in which words are left out moved to where a whole sentence is, if it can be.

    "I like it. I know. I go" may lose "I know." or "know. I", which are one to the longest common subsequence.
    """
    out = [blocks[0]]
    for at_inner, at_outer, length in blocks[1:]:
        inner_before, outer_before, length_before = out[-1]
        end = outer_before + length_before
        if inner_before + length_before == at_inner and end < at_outer:
            back, on = 0, 0
            while back < length_before and outer[end - back - 1] == outer[at_outer - back - 1]:
                back += 1
            while on < length and outer[end + on] == outer[at_outer + on]:
                on += 1
            moves = [0, *range(-1, -back - 1, -1), *range(1, on + 1)]
            alone = back == length_before and len(out) > 1  # words that were found amid those left out
            move = next(
                (m for m in moves if clauses_between(whole, low + end + m, low + at_outer + m)), -back if alone else 0
            )
            out[-1] = inner_before, outer_before, length_before + move
            at_inner, at_outer, length = at_inner + move, at_outer + move, length - move
        out.append((at_inner, at_outer, length))
    return [block for block in out if block[2]]


def clauses_between(whole: Form, start: int, end: int) -> bool:
    """Do the words from `start` to `end` begin and end with a clause?"""
    return whole.clause_starts(start) and whole.clause_starts(end)


def _windows(inner: str, outer: str) -> Iterator[tuple[int, int]]:
    """Stretches of `outer` in which `inner` can stand, found by some of its word triples.

    First where most of these agree that it begins, then with room for words left out.
    """
    size = len(inner)
    step = max(1, (size - 2) // TRIPLES)
    offsets = []
    for at in range(0, size - 2, step):
        triple = inner[at : at + 3]
        place = outer.find(triple)
        for _ in range(TRIPLE_PLACES):
            if place < 0:
                break
            offsets.append(place - at)
            place = outer.find(triple, place + 1)
    if not offsets:
        if len(outer) <= size + 4:
            yield 0, len(outer)
        return
    counted = Counter(offsets)
    agreed = max(counted, key=lambda offset: (counted[offset], -offset))
    close = max(0, agreed - 1), min(len(outer), agreed + size + 2)
    yield close
    near = [offset for offset in offsets if abs(offset - agreed) <= ROOM]
    wide = max(0, min(near) - 3), min(len(outer), max(near) + size + 4)
    if (min(near) < agreed or max(near) > agreed) and wide != close:  # where both are all of a text
        yield wide


class _Judge:
    """Judges the gaps between two wordings."""

    def __init__(self, part: Form, whole: Form) -> None:
        self._part, self._whole = part, whole
        self._insertions = part.has_insertions or whole.has_insertions

    def gap(self, mine: list[str], other: list[str], at_mine: int, at_other: int) -> float | None:
        """What it costs that `mine` stands here for `other`; None where it may not."""
        if not mine and len(other) >= SENTENCE_FROM and self._whole_sentences(at_other, at_other + len(other)):
            return 0.0
        if not mine and len(other) <= SENTENCES_MOST and self._part.left_out_before(at_mine):
            return 0.0
        if mine and len(other) >= len(mine) + SENTENCE_FROM and (rest := self._without_sentences(other, at_other)):
            return self.gap(mine, rest, at_mine, at_other)
        if telling(mine) != telling(other):
            return None
        if self._insertions and self._inserted(at_mine, len(mine), at_other, len(other)):
            return 0.0
        if not mine:
            return 0.0 if len(other) <= GAP_MOST else None
        if len(mine) > INSERTION_MOST or len(other) > GAP_MOST:
            return None
        return self._changed(mine, other, at_mine, at_other)

    def _changed(self, mine: list[str], other: list[str], at_mine: int, at_other: int) -> float | None:
        """What it costs that `mine` are other words than `other`."""
        own, others = (at_mine, at_mine + len(mine)), (at_other, at_other + len(other))
        reported = self._part.shifted(*own), self._whole.shifted(*others)
        if turned(mine, other, reported=reported, mild=self._part.size < FREE_FROM):
            return None
        if _alike(mine, other):
            return 0.3
        if other_name(self._part.names(*own), self._whole.names(*others)):
            return None
        return sum(0.4 if word in LITTLE else 1.0 for word in mine)

    def _whole_sentences(self, start: int, end: int) -> bool:
        """Do the words from `start` to `end` begin and end with a clause? They may be left out whatever they say."""
        return end - start <= SENTENCES_MOST and clauses_between(self._whole, start, end)

    def _without_sentences(self, other: list[str], start: int) -> list[str] | None:
        """`other` without the whole sentences in it, which were left out beside the words that changed."""
        bounds = [at for at in range(len(other) + 1) if self._whole.clause_starts(start + at)]
        if len(bounds) < 2 or not SENTENCE_FROM <= bounds[-1] - bounds[0] <= SENTENCES_MOST:
            return None
        return other[: bounds[0]] + other[bounds[-1] :] or None

    def _inserted(self, at_mine: int, mine: int, at_other: int, other: int) -> bool:
        if mine <= INSERTION_MOST and any(
            self._whole.inserted_before(at) for at in range(at_other, at_other + other + 1)
        ):
            return True
        return other <= INSERTION_MOST and any(
            self._part.inserted_before(at) for at in range(at_mine, at_mine + mine + 1)
        )


def _alike(mine: list[str], other: list[str]) -> bool:
    """Are the words the same but for a typo, an ending, or where one ends and the next begins?"""
    one, two = "".join(mine), "".join(other)
    if one == two:
        return True
    if not two or len(one) < 4:
        return False
    return one[0] == two[0] and fuzz.ratio(one, two) >= SPELLED_ALIKE and abs(len(one) - len(two)) <= 4


def _joined(runs: Runs) -> Runs:
    """Runs that touch, as one."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out and out[-1][1] == start:
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return tuple(out)
