"""Fits the rankers of `quotes.pipeline.people` to articles whose speakers are known.

The sources are those that the attribution model predicts, so that the weights know its mistakes. Conditional logits
over the candidates and nobody are fitted by gradient ascent (Adam) with a Gaussian prior: all kinds of things together
first, then each kind with those weights as the mean of its prior. Names in articles without known speakers serve as
pseudo-pronouns, at a fraction of the weight. What a figure is asked for depends on the answers before it, so fitting
is done twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.evaluation.metrics import name_key
from quotes.model import spans_overlap
from quotes.pipeline.people.entities import Cast
from quotes.pipeline.people.features import Circumstances, Features
from quotes.pipeline.people.names import normal_words
from quotes.pipeline.people.ranker import QUESTION_KINDS, QuestionKind, Ranker, rankers
from quotes.pipeline.people.resolution import Question, questions
from quotes.pipeline.people.scene import Scene

PRIOR: Final = 0.5
"""How strongly the weights hold to the mean of the prior."""
NAME_WEIGHT: Final = 0.1
"""Of a name that is asked for as if it were a pronoun; a true pronoun counts 1."""
PRICE: Final = 0.8
"""Of a wrong name, in right ones, when the least probabilities are chosen."""
FOLDS: Final = 5
THINGS: Final[tuple[QuestionKind, ...]] = ("thing", "group", "body", "document")
LEAST: Final = tuple(round(0.3 + 0.02 * step, 2) for step in range(25))
_STEPS: Final = 400
_RATE: Final = 0.05
_DECAY: Final = (0.9, 0.99)  # of Adam's two averages

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """One question with its answer."""

    kind: QuestionKind
    article: str
    features: Floats
    """(candidates, features), in the order of the fields of `Features`."""
    circumstances: Floats
    """(features of nobody,)"""
    answer: int
    """The right candidate; -1 where it is none of them."""
    weight: float = 1.0
    nobody_right: bool = False
    """Is an empty speaker the right answer?"""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the pipeline has read it, with its gold."""

    scene: Scene
    cast: Cast
    gold: GoldDocument


def samples_of(reading: Reading, used: Mapping[QuestionKind, Ranker] | None = None) -> Iterator[Sample]:
    """The questions of one article, as far as the gold knows whose the quotations are; without speakers its names."""
    known = [a for a in reading.gold.attributions if a.speaker is not None]
    for question in questions(reading.scene, reading.cast, used, names=not known):
        if not question.candidates:
            continue
        features = np.array([astuple(features) for _, features in question.candidates], dtype=np.float64)
        circumstances = np.array(astuple(question.circumstances), dtype=np.float64)
        if question.named is not None:
            figures = [figure for figure, _ in question.candidates]
            if question.named in figures:
                answer = figures.index(question.named)
                yield Sample(question.kind, reading.gold.name, features, circumstances, answer, NAME_WEIGHT)
            continue
        best = _gold_of(question, reading.scene, known)
        if best is not None and question.named is None:
            answer = _answer(question, reading.cast, best.speaker or "")
            nobody = not best.speaker
            yield Sample(question.kind, reading.gold.name, features, circumstances, answer, 1.0, nobody)


def _gold_of(question: Question, scene: Scene, known: Sequence[GoldAttribution]) -> GoldAttribution | None:
    """The gold attribution that the question is about: the same source, or none, and most of the content."""
    found = scene.attributions[question.attribution]
    same = [a for a in known if (spans_overlap(a.source, found.source) if found.source else not a.source)]
    best = max(same, key=lambda a: spans_overlap(a.content, found.content), default=None)
    return best if best is not None and spans_overlap(best.content, found.content) else None


def _answer(question: Question, cast: Cast, speaker: str) -> int:
    """Index of the candidate that is the speaker, by its name or the only one by some of its words; -1 for none."""
    key, words = name_key(speaker), set(normal_words(speaker))
    names = [cast.figures[figure].entity.name for figure, _ in question.candidates]
    if not key:
        return -1
    keys = [name_key(name) for name in names]
    if key in keys:
        return keys.index(key)
    near = [i for i, name in enumerate(names) if (own := set(normal_words(name))) <= words or words <= own]
    return near[0] if len(near) == 1 else -1


def fit_rankers(
    readings: Sequence[Reading], start: Mapping[QuestionKind, Ranker] | None = None
) -> dict[QuestionKind, Ranker]:
    """Rankers of all kinds, fitted to the questions of the readings, with the least probabilities chosen by folds."""
    fitted = dict(start or rankers())
    for _ in range(2):
        samples = [sample for reading in readings for sample in samples_of(reading, fitted)]
        fitted = fit_all(samples, fitted)
    return with_least(samples, fitted)


def fit_all(samples: Sequence[Sample], start: Mapping[QuestionKind, Ranker]) -> dict[QuestionKind, Ranker]:
    """Weights for all kinds; those of things are drawn towards what fits all of them."""
    things = fitted([s for s in samples if s.kind in THINGS], start["thing"])
    return {
        kind: replace(
            fitted([s for s in samples if s.kind == kind], things if kind in THINGS else start[kind]),
            least=start[kind].least,
        )
        for kind in QUESTION_KINDS
    }


def with_least(samples: Sequence[Sample], rankers: Mapping[QuestionKind, Ranker]) -> dict[QuestionKind, Ranker]:
    """The rankers with the least probabilities at which right names less the price of wrong ones are most."""
    chances: dict[QuestionKind, list[tuple[float, bool, bool]]] = {kind: [] for kind in QUESTION_KINDS}
    folds = {article: i % FOLDS for i, article in enumerate(sorted({s.article for s in samples}))}
    for fold in range(FOLDS):
        learned = fit_all([s for s in samples if folds[s.article] != fold], rankers)
        for sample in samples:
            if folds[sample.article] == fold and sample.weight == 1.0:
                figure, chance = best_of(sample, learned[sample.kind])
                chances[sample.kind].append((chance, figure == sample.answer, sample.nobody_right))
    return {
        kind: replace(one, least=max(LEAST, key=lambda least: (_worth(chances[kind], least), least)))
        for kind, one in rankers.items()
    }


def _worth(chances: Iterable[tuple[float, bool, bool]], least: float) -> float:
    """Right answers, less the price of wrong names, with a least probability."""
    worth = 0.0
    for chance, right, nobody in chances:
        if chance >= least:
            worth += 1.0 if right else -PRICE
        else:
            worth += float(nobody)
    return worth


def best_of(sample: Sample, ranker: Ranker) -> tuple[int, float]:
    """The most probable candidate and its probability."""
    scores = sample.features @ np.array(astuple(ranker.weights))
    nobody = float(sample.circumstances @ np.array(astuple(ranker.nobody)))
    top = max(float(scores.max()), nobody)
    total = float(np.exp(scores - top).sum()) + float(np.exp(nobody - top))
    best = int(scores.argmax())
    return best, float(np.exp(scores[best] - top)) / total


def fitted(samples: Sequence[Sample], start: Ranker, *, prior: float = PRIOR) -> Ranker:
    """The ranker that makes the answers most probable; `prior` says how strongly the old weights hold.

    The least probability stays as it was. Without samples the old ranker comes back.
    """
    if not samples:
        return start
    width = len(astuple(Features()))
    features, allowed, answers = _padded(samples, width + len(astuple(Circumstances())))
    old = np.array([*astuple(start.weights), *astuple(start.nobody)], dtype=np.float64)
    weights, mean, spread = old.copy(), np.zeros_like(old), np.zeros_like(old)
    counts = np.array([s.weight for s in samples])[:, None]
    rows = np.arange(len(samples))
    for step in range(1, _STEPS + 1):
        scores = features @ weights + allowed
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        wrongness = -chances / chances.sum(axis=1, keepdims=True)
        wrongness[rows, answers] += 1.0
        slope = np.einsum("ij,ijk->k", wrongness * counts, features) - prior * (weights - old)
        mean = _DECAY[0] * mean + (1 - _DECAY[0]) * slope
        spread = _DECAY[1] * spread + (1 - _DECAY[1]) * slope**2
        weights += _RATE * (mean / (1 - _DECAY[0] ** step)) / (np.sqrt(spread / (1 - _DECAY[1] ** step)) + 1e-8)
    values = list(map(float, weights))
    return Ranker(Features(*values[:width]), Circumstances(*values[width:]), start.least)


def _padded(samples: Sequence[Sample], width: int) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    """Features (samples, candidates + nobody, width), 0 or minus infinity (samples, candidates + nobody), answers."""
    most = max(len(sample.features) for sample in samples)
    features = np.zeros((len(samples), most + 1, width))
    allowed = np.full((len(samples), most + 1), -np.inf)
    for i, sample in enumerate(samples):
        count, own = sample.features.shape
        features[i, :count, :own] = sample.features
        features[i, most, own:] = sample.circumstances
        allowed[i, :count] = 0.0
    allowed[:, most] = 0.0
    return features, allowed, np.array([s.answer if s.answer >= 0 else most for s in samples], dtype=np.int64)
