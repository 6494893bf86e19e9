"""Which candidate it is, or none: named features weighed by a conditional logit, with nobody as one of the answers.

The weights lie beside this module (`weights.json`) and were fitted by `quotes.training.provenance` to articles whose
addressees and citations are known.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

Features = frozenset[str]

_NEAR: Final = ("own:", "holder:", "carried:introduced", "carried:going on")
"""Beginnings of the features of candidates that the quotation's own sentence names."""

_ZONES: Final = (
    "own:",
    "before1:",
    "before2:",
    "carried:",
    "holder:",
    "answers:",
    "of holder:",
    "last cited:",
    "last outlet:",
)
_INTRODUCED: Final = frozenset(("introduced:before1:said nothing", "before1:kind:outlet"))
"""Of an outlet to which the sentence before says that somebody spoke, and no more: as good as the sentence itself."""
POINTED: Final = "pointed at"
"""The rule of candidates that the attribution model points at."""
_CHANCES: Final = (0.06, 0.12, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96)
_MEANS_IT: Final = 0.35
"""The chance from which what the model points at tells against all others."""

WEIGHTS: Final = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature, the score of nobody, and the least probability with which an answer is given."""

    weights: Mapping[str, float]
    nobody: float = 0.0
    least: float = 0.5
    least_afar: float = 0.8
    """The same for what the quotation's own sentence does not name."""

    def choose(self, candidates: Sequence[Features]) -> tuple[int | None, float]:
        """The most probable candidate and its probability; None where nobody is probable enough.

        Of equals the first wins.
        """
        if not candidates:
            return None, 0.0
        scores = [math.fsum(self.weights[name] for name in one if name in self.weights) for one in candidates]
        best = max(range(len(scores)), key=lambda i: (scores[i], -i))
        top = max(scores[best], self.nobody)
        total = math.exp(self.nobody - top) + math.fsum(math.exp(score - top) for score in scores)
        probability = math.exp(scores[best] - top) / total
        is_near = any(name.startswith(_NEAR) for name in candidates[best]) or candidates[best] >= _INTRODUCED
        return (best if probability >= (self.least if is_near else self.least_afar) else None), probability


def as_likely(chance: float) -> Features:
    """A feature for each step of probability that a candidate which the model points at has taken."""
    return frozenset(f"{POINTED}:{step}" for step in _CHANCES if chance >= step)


def weighed(features: Features, chances: Sequence[float]) -> Features:
    """The features of a candidate in the light of the model.

    It points at somebody, this one or another, with these chances, the greatest first; none where it points at nobody.
    """
    if not chances or f"rule:{POINTED}" in features:
        return features
    zones = {name.split(":")[0] for name in features if name.startswith(_ZONES)}
    silent = {"unpointed", *(f"unpointed:{zone}" for zone in zones)}
    return features | silent | ({"others pointed at"} if chances[0] >= _MEANS_IT else frozenset())


@cache
def rankers() -> Mapping[str, Ranker]:
    """The rankers that ship: `told_to` and `cited_from`."""
    known = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {name: Ranker(**one) for name, one in known.items()}
