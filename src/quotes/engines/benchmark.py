"""How fast is the pipeline, beside bare spaCy in the same run.

Machines differ and are shared, so a speed says little by itself; the ratio of two that took turns says more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import spacy
from spacy.language import Language

from quotes.pipeline import DEFAULT_MODEL, load

TURN: Final = 16
"""Articles that one pipeline reads before the other has its turn."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Words (by white space) per second of one process, model loading left out."""

    articles: int
    words: int
    ours: float
    bare: float
    """The spaCy pipeline alone, with all its default components."""

    @property
    def ratio(self) -> float:
        """1.0 is as fast as bare spaCy, 2.0 twice as fast."""
        return self.ours / self.bare


def compare_speed(
    texts: Sequence[str], model: str = DEFAULT_MODEL, progress: Callable[[int, int], None] = lambda done, total: None
) -> Speed:
    """Time `quotes.load(model)` and the bare pipeline `model` on the same texts, by turns."""
    ours, bare = load(model), spacy.load(model)
    warm_up = list(texts[:2])
    _seconds(ours, warm_up)
    _seconds(bare, warm_up)
    spent = [0.0, 0.0]
    for turn, start in enumerate(range(0, len(texts), TURN)):
        batch = texts[start : start + TURN]
        # Who goes first alternates, so that neither always finds the processor warm.
        for which in (0, 1) if turn % 2 else (1, 0):
            spent[which] += _seconds((ours, bare)[which], batch)
        progress(min(start + TURN, len(texts)), len(texts))
    words = sum(len(text.split()) for text in texts)
    return Speed(len(texts), words, ours=words / spent[0], bare=words / spent[1])


def _seconds(nlp: Language, texts: Sequence[str]) -> float:
    started = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=TURN):
        pass
    return time.perf_counter() - started
