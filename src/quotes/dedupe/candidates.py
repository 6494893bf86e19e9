"""Which fuller wordings may hold a given one, found without comparing all with all.

A wording that stands in another shares all its words with it, so the four words around its rarest word (an *anchor*)
stand there too. The anchors of all wordings are kept in a dictionary, and each wording is read once, window by window,
against it: time and memory grow with the words. Wordings of eight words or more have an anchor in either half, so
that words left out in one of them do not hide the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quotes.dedupe.normal_form import Form
from quotes.dedupe.wording import Wording

ANCHOR: Final = 4
"""Words; shorter wordings are found by their article, not here (see `grouping`)."""
TWO_ANCHORS_FROM: Final = 2 * ANCHOR
ANY_SPEAKER_FROM: Final = 8
"""Words: from here on other speakers' wordings are candidates too, since they may be a dispute."""
CANDIDATES_KEPT: Final = 40
"""A wording that stands in more fuller ones than this is a stock phrase; only the fullest are looked at."""

Anchor = tuple[str, str, str, str]
_ANYONE = "*"
_NOBODY = ""


def candidates(wordings: Sequence[Wording]) -> list[list[int]]:
    """For each wording, the places (in `wordings`, which are sorted fullest first) of those that may hold it."""
    found: list[list[int]] = [[] for _ in wordings]
    index = _index(wordings)
    if not index:
        return found
    for place, wording in enumerate(wordings):
        words = wording.clause.words
        for anchor in zip(words, words[1:], words[2:], words[3:], strict=False):
            if anchor in index:
                _note(index[anchor], wording, place, found)
    return found


def _note(buckets: dict[str, list[int]], holder: Wording, place: int, found: list[list[int]]) -> None:
    """Give `place` to the shorter wordings whose speaker may be the holder's; take those with enough off the list."""
    keys = (_ANYONE, _NOBODY, *dict.fromkeys(holder.speaker)) if holder.speaker else tuple(buckets)
    for key in keys:
        waiting = buckets.get(key)
        if not waiting:
            continue
        full = False
        for shorter in waiting:
            mine = found[shorter]
            if shorter > place and (not mine or mine[-1] != place):
                mine.append(place)
            full = full or len(mine) >= CANDIDATES_KEPT
        if full:
            buckets[key] = [shorter for shorter in waiting if len(found[shorter]) < CANDIDATES_KEPT]


def _index(wordings: Sequence[Wording]) -> dict[Anchor, dict[str, list[int]]]:
    held_by: Counter[str] = Counter()
    for wording in wordings:
        held_by.update({word for form in wording.forms for word in form.words})
    index: dict[Anchor, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, wording in enumerate(wordings):
        for form in wording.forms:
            for anchor in _anchors(form, held_by):
                for bucket in _buckets(wording, form):
                    index[anchor][bucket].append(place)
    return index


def _buckets(wording: Wording, form: Form) -> set[str]:
    if form.size >= ANY_SPEAKER_FROM:
        return {_ANYONE}
    return {wording.speaker[0], wording.speaker[-1]} if wording.speaker else {_NOBODY}


def _anchors(form: Form, held_by: Counter[str]) -> Iterator[Anchor]:
    """One or two windows of four words around rare ones; none where a word stands in no other wording."""
    if form.size < ANCHOR or any(held_by[word] < 2 for word in form.words):
        return
    parts = [part.split() for part in form.parts]
    if len(parts) == 1 and form.size >= TWO_ANCHORS_FROM:
        half = form.size // 2
        parts = [form.words[:half], form.words[half:]]
        for part in parts:
            yield _rarest_window(part, held_by)
        return
    windows = [_rarest_window(part, held_by) for part in parts if len(part) >= ANCHOR]
    if windows:
        yield min(windows, key=lambda window: (min(held_by[word] for word in window), window))


def _rarest_window(part: Sequence[str], held_by: Counter[str]) -> Anchor:
    rarest = min(range(len(part)), key=lambda at: (held_by[part[at]], at))
    start = min(max(rarest - 1, 0), len(part) - ANCHOR)
    return part[start], part[start + 1], part[start + 2], part[start + 3]
