"""What the encoder makes of each word piece, kept for the components behind: how "he" and a name look to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from quotes.model import Span
from quotes.pipeline.attribution.network.decoder import HIDDEN, Floats, Outputs
from quotes.pipeline.attribution.network.pieces import Ints, Pieces
from quotes.pipeline.attribution.network.windows import Window

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
    encoder: str = ""
    """Which one gave them (`weights.Network.encoder`)."""

    @classmethod
    def of(cls, pieces: Pieces, encoder: str = "") -> States:
        """Room for the states of a document, which `take` fills."""
        return cls(pieces.starts, pieces.ends, np.zeros((len(pieces), WIDTH), dtype=np.float32), encoder)

    def take(self, window: Window, outputs: Outputs) -> None:
        """Take in what the encoder gave for a window: the pieces that it owns."""
        inside = slice(window.own_start - window.start, window.own_end - window.start)
        own = self.rows[window.own_start : window.own_end]
        for at, part in enumerate((outputs.piece, outputs.anchor, outputs.scale)):
            own[:, at * HIDDEN : (at + 1) * HIDDEN] = part[inside]

    def mean(self, span: Span) -> Floats:
        """The mean state of the pieces that share a character with a span, else the next one or the last of all.

        Shape (WIDTH,); zeros where there are no pieces.
        """
        if not len(self.rows):
            return np.zeros(WIDTH, dtype=np.float32)
        low = min(int(np.searchsorted(self.ends, span.start, side="right")), len(self.rows) - 1)
        high = int(np.searchsorted(self.starts, span.end, side="left"))
        mean: Floats = self.rows[low : max(high, low + 1)].mean(axis=0)
        return mean
