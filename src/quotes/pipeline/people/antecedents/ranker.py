"""Who of several candidates is meant: features weighed by a conditional logit, with nobody as one of the answers.

The weights stand in `rankers.json`, one ranker for each kind of question; `quotes fit-speakers` fits them to sources of
training articles whose speaker is known (`quotes.training.speakers`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from operator import attrgetter, mul
from pathlib import Path
from typing import Final, Literal, get_args

from quotes.pipeline.people.antecedents.features import Circumstances, Features

QuestionKind = Literal["person", "thing", "group", "noun", "body", "document", "namesake", "silent"]
"""What is asked for: by he or she, it, they, a noun for somebody, one for an organisation, one for a document; by a
surname that several have; by a quotation without a source."""
QUESTION_KINDS: Final[tuple[QuestionKind, ...]] = get_args(QuestionKind)
PATH: Final = Path(__file__).with_name("rankers.json")
ORDINARY: Final = Circumstances()
TIE: Final = 0.1  # lead in score under which two candidates are alike

_values: Final = attrgetter(*(one.name for one in fields(Features)))
_nobody_values: Final = attrgetter(*(one.name for one in fields(Circumstances)))


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of candidates and of nobody, and the least probability with which somebody is named."""

    weights: Features = field(default_factory=Features)
    nobody: Circumstances = field(default_factory=lambda: Circumstances(always=0.0))
    least: float = 0.5


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure chosen and the probability that it is the right one; no figure where it would be under the least."""

    figure: int | None
    probability: float = 0.0
    best: int | None = None
    """Whoever is most probable, probable enough or not; nobody where two are close."""


def choose(
    candidates: Sequence[tuple[int, Features]],
    ranker: Ranker,
    circumstances: Circumstances = ORDINARY,
    added: tuple[Sequence[float], float] | None = None,
) -> Choice:
    """The most probable candidate, if it is probable enough and leads the next.

    `added` is what the antecedent scorer adds to the score of each candidate, and to that of nobody.
    """
    if not candidates:
        return Choice(None)
    more, none = added or ([0.0] * len(candidates), 0.0)
    weights = _values(ranker.weights)
    own = (_weighted(_values(features), weights) for _, features in candidates)
    rated = zip(own, more, candidates, strict=True)
    scores = sorted(((one + plus, -figure) for one, plus, (figure, _) in rated), reverse=True)
    best, figure = scores[0]
    nobody = _weighted(_nobody_values(circumstances), _nobody_values(ranker.nobody)) + none
    top = max(best, nobody)
    total = math.exp(nobody - top) + sum(math.exp(one - top) for one, _ in scores)
    probability = math.exp(best - top) / total
    close = len(scores) > 1 and best - scores[1][0] < TIE
    if close:
        return Choice(None, probability)
    return Choice(-figure if probability >= ranker.least else None, probability, -figure)


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted sum."""
    return math.fsum(map(mul, values, weights))


@cache
def rankers() -> Mapping[QuestionKind, Ranker]:
    """The fitted rankers that ship with the package."""
    return read_rankers(PATH)


def read_rankers(path: Path) -> dict[QuestionKind, Ranker]:
    """Rankers from a file; a weight that it does not have is 0."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {
        kind: Ranker(
            Features(**rows[kind]["weights"]),
            Circumstances(**{"always": 0.0, **rows[kind]["nobody"]}),
            rows[kind]["least"],
        )
        for kind in QUESTION_KINDS
        if kind in rows
    }


def rankers_text(fitted: Mapping[QuestionKind, Ranker]) -> str:
    """Rankers as the text of a file: weights with two decimals, those that are 0 left out."""
    rows = {
        kind: {"weights": _rounded(one.weights), "nobody": _rounded(one.nobody), "least": one.least}
        for kind, one in fitted.items()
    }
    return json.dumps(rows, indent=1) + "\n"


def _rounded(weights: Features | Circumstances) -> dict[str, float]:
    return {name: round(value, 2) for name, value in asdict(weights).items() if round(value, 2)}
