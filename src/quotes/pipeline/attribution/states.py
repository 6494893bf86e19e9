"""What the encoder makes of each word piece, kept for the components behind: how "he" and a name look to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from quotes.model import Span
from quotes.pipeline.attribution.decoder import HIDDEN, Floats, Outputs
from quotes.pipeline.attribution.pieces import Ints, Pieces
from quotes.pipeline.attribution.windows import Window

WIDTH: Final = 3 * HIDDEN
"""Of a state: the three projections of which the role tagger is made, a linear map of the encoder's last layer."""


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """One row a word piece, in text order."""

    starts: Ints
    """Characters, shape (pieces,)."""
    ends: Ints
    rows: Floats
    """Shape (pieces, WIDTH)."""

    @classmethod
    def of(cls, pieces: Pieces, read: Sequence[tuple[Window, Outputs]]) -> States:
        """From what the encoder gave for the windows of a document; each piece as the window saw it that owns it."""
        rows = np.empty((len(pieces), WIDTH), dtype=np.float32)
        for window, outputs in read:
            inside = slice(window.own_start - window.start, window.own_end - window.start)
            own = rows[window.own_start : window.own_end]
            for at, part in enumerate((outputs.piece, outputs.anchor, outputs.scale)):
                own[:, at * HIDDEN : (at + 1) * HIDDEN] = part[inside]
        return cls(pieces.starts, pieces.ends, rows)

    def mean(self, span: Span) -> Floats:
        """The mean state of the pieces that share a character with a span, or of the next piece; shape (WIDTH,)."""
        if not len(self.rows):
            return np.zeros(WIDTH, dtype=np.float32)
        low = min(int(np.searchsorted(self.ends, span.start, side="right")), len(self.rows) - 1)
        high = int(np.searchsorted(self.starts, span.end, side="left"))
        mean: Floats = self.rows[low : max(high, low + 1)].mean(axis=0)
        return mean
