"""Fits the verifier of `quotes.dedupe` to gold pairs: a logistic regression by Newton's method, with a Gaussian prior.

The least chance with which two wordings are one is chosen on folds of stories, by the pairs that the rules refuse: all
others are folded, or kept apart, whatever the verifier says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

from quotes.dedupe.likeness import Likeness
from quotes.dedupe.verifier import Verifier
from quotes.errors import GoldError

PRIOR: Final = 1.0
"""How strongly the weights hold to 0."""
FOLDS: Final = 5
PRECISION: Final = 0.985
"""Of the pairs that the rules refuse and the verifier calls one, the share that must be: a wrong fold is the worse."""
_STEPS: Final = 50

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Two texts of a pair of wordings, with what was decided of it."""

    story: str
    likeness: Likeness
    named: bool
    """Do both name a speaker, and can it be the same?"""
    refused: bool
    """Do the rules not call the wordings one?"""
    one: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted verifier, and how it did on stories that it was not fitted to, on the pairs that the rules refuse."""

    verifier: Verifier
    samples: int
    refused_ones: int
    right: int
    wrong: int


def fit_verifier(samples: Sequence[Sample]) -> Fit:
    """The same samples give the same weights. Raises GoldError G12 where all, or none, of the pairs are one."""
    if len({sample.one for sample in samples}) < 2:
        raise GoldError("G12")
    folds = {story: number % FOLDS for number, story in enumerate(sorted({sample.story for sample in samples}))}
    refused: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        learned = _fitted([sample for sample in samples if folds[sample.story] != fold])
        refused += [
            (learned.chance(sample.likeness, named=sample.named), sample.one)
            for sample in samples
            if sample.refused and folds[sample.story] == fold
        ]
    least = _least(refused)
    called = [one for chance, one in refused if chance >= least]
    return Fit(
        replace(_fitted(samples), least=least),
        len(samples),
        sum(one for _, one in refused),
        sum(called),
        len(called) - sum(called),
    )


def _fitted(samples: Sequence[Sample]) -> Verifier:
    if not samples:
        return Verifier()
    features = np.array([[*astuple(sample.likeness), 1.0, float(not sample.named)] for sample in samples])
    answers = np.array([sample.one for sample in samples], dtype=np.float64)
    prior = np.full(features.shape[1], PRIOR)
    prior[-2] = 1e-3  # the constant is free
    weights = np.zeros(features.shape[1])
    for _ in range(_STEPS):
        chances: Floats = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (answers - chances) - prior * weights
        curve = (features.T * (chances * (1 - chances))) @ features + np.diag(prior)
        weights = weights + np.linalg.solve(curve, slope)
    *values, always, unnamed = map(float, weights)
    return Verifier(Likeness(*values), always, unnamed)


def _least(refused: Sequence[tuple[float, bool]]) -> float:
    """The lowest chance, in hundredths, from which on enough of the pairs are one, wherever the line is drawn."""
    ordered = sorted(refused, reverse=True)
    rights = list(accumulate(one for _, one in ordered))
    low = next((at for at, right in enumerate(rights) if right < PRECISION * (at + 1)), len(ordered))
    return round(int(ordered[low][0] * 100 + 1) / 100, 2) if low < len(ordered) else 0.5
