"""Windows over a document, and where the pieces of a window stand in respect of one of them.

Windows are runs of whole units with neighbours on both sides. Each unit is owned by exactly one window, and only cues
that lie in owned pieces are read there, so nothing is found twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np
import numpy.typing as npt

from quotes.pipeline.attribution.network.pieces import Ints, Pieces

SIZE: Final = 448
"""Pieces; the encoder has 512 positions."""
MARGIN: Final = 32
"""Pieces of neighbours on each side."""

DISTANCES: Final = 25
"""Buckets of distance in pieces: signed, exact up to 4, then logarithmic."""
COUNTS: Final = 9
"""Buckets of how many paragraphs, marks or sentence ends lie between: -4 to 4."""
_NEAR: Final = 4
_STOPS: Final = np.array([1012, 999, 1029], dtype=np.int32)  # . ! ? as word pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` of a document, of which `own_start` to `own_end` are owned."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows_of(pieces: Pieces, size: int = SIZE, margin: int = MARGIN) -> list[Window]:
    """Cover the document with few windows of about the same length.

    None is longer than `size` pieces, but where a single unit with `margin` on both sides is.
    """
    bounds, total = pieces.units.tolist(), len(pieces)
    if total <= size:
        return [Window(0, total, 0, total)] if total else []
    room = max(1, size - 2 * margin)
    goal = total / ceil(total / room)
    windows: list[Window] = []
    at = 0
    while at + 1 < len(bounds):
        end = at + 1
        while end + 1 < len(bounds) and bounds[end + 1] - bounds[at] <= room:
            # A unit is taken if that brings the window nearer to its goal.
            if bounds[end + 1] + bounds[end] - 2 * bounds[at] > 2 * goal:
                break
            end += 1
        own_start, own_end = bounds[at], bounds[end]
        windows.append(Window(max(0, own_start - margin), min(total, own_end + margin), own_start, own_end))
        at = end
    return windows


def running_counts(ids: Ints, mark: Ints, paragraph: Ints) -> Ints:
    """Count along a window: paragraphs, quotation marks, sentence ends. Shape (3, pieces)."""
    return np.stack([paragraph, np.cumsum(mark >= 4), np.cumsum(np.isin(ids, _STOPS))]).astype(np.int32)


def relations(counts: Ints, first: int, last: int) -> npt.NDArray[np.int64]:
    """Where each piece of a window stands in respect of pieces `first` to `last` (inclusive). Shape (4, pieces).

    Rows: bucket of the distance, then of the paragraphs, marks and sentence ends between (see `running_counts`).
    """
    at = np.arange(counts.shape[1])
    away = np.where(at < first, at - first, np.where(at > last, at - last, 0))
    size = np.abs(away)
    far = np.minimum(DISTANCES // 2, 2 + np.floor(np.log2(np.maximum(size, 1)) * 1.3).astype(np.int64))
    distance = DISTANCES // 2 + np.sign(away) * np.where(size <= _NEAR, size, far)
    between = np.clip(counts - counts[:, first : first + 1], -(COUNTS // 2), COUNTS // 2) + COUNTS // 2
    return np.concatenate([distance[None], between])
