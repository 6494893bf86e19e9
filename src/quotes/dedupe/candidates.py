"""Which fuller wordings may hold a given one, found without comparing all with all.

Every three words in a row of every wording (a *shingle*, hashed to a number) stand in one sorted array. A wording is
cut into four parts, a long one into more, and of each part the rarest shingle that another wording has too is looked
up there: an *anchor*. A wording that stands in a fuller one whole or in part shares an anchor with it, wherever it was
cut or changed, since what was changed stands nowhere else and is no anchor. All of it is arithmetic on arrays: the time
is that of sorting, n log n in the words, the memory some fifty bytes a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from quotes.dedupe.wording import Wording

SHINGLE: Final = 3
"""Words; wordings that are shorter are found by their story, not here (see `grouping`)."""
ANCHORS: Final = 4
"""Parts of a wording that have an anchor each; a long one has more, one to every `ANCHOR_WORDS`, but not over the most.
It may be a letter that holds several others."""
ANCHOR_WORDS: Final = 8
ANCHORS_MOST: Final = 16
HOLDERS_KEPT: Final = 12
"""Wordings looked at for each anchor, the fullest of those that are fuller: what stands in more is a stock phrase."""
BLOCK: Final = 1 << 16
"""Wordings whose candidates are worked out at a time, to bound the memory."""
TEXTS: Final = 1 << 12
"""Texts whose words are hashed at a time, for the same reason."""

Integers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_FACTORS: Final = tuple(np.uint64(factor) for factor in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))


def candidates(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """For each wording, the places (in `wordings`, which are sorted fullest first) of those that may hold it.

    Only places before its own come, in order.
    """
    texts = [form.key for wording in wordings for form in wording.forms]
    owners = np.fromiter(
        chain.from_iterable([place] * len(wording.forms) for place, wording in enumerate(wordings)), dtype=np.int64
    )
    index = _Index(texts, owners)
    for start in range(0, len(wordings), BLOCK):
        yield from index.before(start, min(start + BLOCK, len(wordings)))


class _Index:
    """All shingles of all texts, sorted, and the anchors of each text."""

    def __init__(self, texts: Sequence[str], owners: Integers) -> None:
        hashes, owner, segment = _shingles(texts, owners)
        order = np.argsort(hashes, kind="stable")  # inside one hash, the fullest wording first
        ordered, posting = hashes[order], owner[order]
        # A wording counts once for each of its shingles, however often it has it.
        fresh = np.ones(len(ordered), dtype=bool)
        fresh[1:] = (ordered[1:] != ordered[:-1]) | (posting[1:] != posting[:-1])
        number = np.cumsum(fresh, dtype=np.int64) - 1  # of each shingle, its place in what is kept
        self.posting = posting[fresh]
        kept = ordered[fresh]
        first = np.ones(len(kept), dtype=bool)
        first[1:] = kept[1:] != kept[:-1]
        run = np.cumsum(first, dtype=np.int64) - 1
        starts = np.flatnonzero(first)
        counts = np.diff(np.append(starts, len(kept)))
        # Back in the order of the texts: how many wordings have each shingle, and where its run begins.
        place = np.empty(len(order), dtype=np.int64)
        place[order] = number
        self._anchors(counts[run[place]], place, starts[run[place]], owner, segment)

    def _anchors(self, held_by: Integers, place: Integers, start: Integers, owner: Integers, segment: Integers) -> None:
        """Keep the rarest shingle of each segment that another wording has too.

        With it, where its run begins and how many of the run come before its owner.
        """
        shared = np.flatnonzero(held_by > 1)
        order = shared[np.lexsort((shared, held_by[shared], segment[shared]))]
        first = np.ones(len(order), dtype=bool)
        first[1:] = segment[order][1:] != segment[order][:-1]
        chosen = order[first]
        self.owner = owner[chosen]
        self.start = start[chosen]
        self.count = np.minimum(place[chosen] - self.start, HOLDERS_KEPT)

    def before(self, low: int, high: int) -> Iterator[list[int]]:
        """The candidates of the wordings from `low` to `high`, exclusive."""
        first, last = np.searchsorted(self.owner, (low, high))
        owner, start, count = self.owner[first:last], self.start[first:last], self.count[first:last]
        total = int(count.sum())
        ends = np.cumsum(count)
        within = np.arange(total) - np.repeat(ends - count, count)
        pairs = np.unique((np.repeat(owner, count) << 32) | self.posting[np.repeat(start, count) + within])
        bounds = np.searchsorted(pairs >> 32, np.arange(low, high + 1)).tolist()
        found = (pairs & 0xFFFFFFFF).tolist()
        for number in range(high - low):
            yield found[bounds[number] : bounds[number + 1]]


def _shingles(texts: Sequence[str], owners: Integers) -> tuple[Hashes, Integers, Integers]:
    """The hash of each shingle, the wording that it stands in, and the segment (texts in order, some parts each)."""
    sizes = np.array([text.count(" ") + 1 for text in texts], dtype=np.int64)
    parts = [_word_hashes(texts[low : low + TEXTS]) for low in range(0, len(texts), TEXTS)]
    words_of_all = np.concatenate(parts) if parts else np.empty(0, dtype=np.uint64)
    del parts
    windows = np.maximum(sizes - SHINGLE + 1, 0)
    total = int(windows.sum())
    text_of = np.repeat(np.arange(len(texts)), windows)
    within = np.arange(total) - np.repeat(np.cumsum(windows) - windows, windows)
    at = np.repeat(np.cumsum(sizes) - sizes, windows) + within
    hashes = np.zeros(total, dtype=np.uint64)
    for step, factor in enumerate(_FACTORS):
        hashes ^= _mixed((words_of_all[at + step] + np.uint64(1)) * factor)
    anchors = np.clip(windows // ANCHOR_WORDS, ANCHORS, ANCHORS_MOST)
    segment = (np.cumsum(anchors) - anchors)[text_of] + within * anchors[text_of] // np.maximum(windows[text_of], 1)
    return hashes, owners[text_of], segment


def _word_hashes(texts: Sequence[str]) -> Hashes:
    """The hash of each word of the texts, in their order: the sum of its bytes, each times the power of its place.

    On arrays, since to look each word up takes four times as long.
    """
    written = np.frombuffer("".join([f"{text} " for text in texts]).encode("utf-8", "surrogatepass"), dtype=np.uint8)
    ends = np.flatnonzero(written == ord(" "))
    starts = np.append(0, ends[:-1] + 1)
    place = np.arange(len(written)) - np.repeat(starts, ends + 1 - starts)
    powers = np.multiply.accumulate(np.full(place.max() + 1, _FACTORS[0]))
    return np.add.reduceat(written * powers[place], starts)


def _mixed(hashes: Hashes) -> Hashes:
    """Spread the bits, so that the words of a shingle do not cancel each other out."""
    return hashes ^ (hashes >> np.uint64(29))
