"""Fits the weights of `quotes.pipeline.people.ranker` to articles whose speakers are known.

    nlp = quotes.pipeline.load()
    samples = [s for document in read_gold(path) for s in samples_of(nlp(document.text), document)]
    ranker = fitted([s for s in samples if s.kind == "pronoun"], ranker.PRONOUNS)

The sources are those that the attribution model predicts, so that the weights know its mistakes. A conditional logit
over the candidates and nobody is fitted by gradient ascent (Adam) with a Gaussian prior at the weights that were there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from quotes.evaluation.gold import GoldDocument
from quotes.evaluation.metrics import name_key
from quotes.model import Spans
from quotes.pipeline.people.entities import gather
from quotes.pipeline.people.features import Features
from quotes.pipeline.people.mentions import find_mentions
from quotes.pipeline.people.ranker import Ranker
from quotes.pipeline.people.resolution import questions
from quotes.pipeline.people.scene import Scene

_STEPS: Final = 400
_RATE: Final = 0.05
_DECAY: Final = (0.9, 0.99)  # of Adam's two averages


@dataclass(frozen=True, slots=True)
class Sample:
    """One question with its answer."""

    kind: str
    """"pronoun" or "noun"."""
    features: npt.NDArray[np.float64]
    """(candidates, features), in the order of the fields of `Features`."""
    answer: int
    """The right candidate; -1 where it is none of them."""


def samples_of(doc: Doc, gold: GoldDocument) -> Iterator[Sample]:
    """The questions of one article that the pipeline has read, as far as the gold knows whose the quotations are."""
    scene = Scene.of_doc(doc)
    cast = gather(find_mentions(doc, scene), scene)
    for question in questions(scene, cast):
        found = scene.attributions[question.attribution]
        same = [a for a in gold.attributions if a.speaker is not None and _overlap(a.source, found.source)]
        best = max(same, key=lambda a: _overlap(a.content, found.content), default=None)
        if best is None or not question.candidates or not _overlap(best.content, found.content):
            continue
        key = name_key(best.speaker)
        names = [name_key(cast.figures[figure].entity.name) for figure, _ in question.candidates]
        features = np.array([astuple(features) for _, features in question.candidates], dtype=np.float64)
        yield Sample(question.kind, features, names.index(key) if key and key in names else -1)


def fitted(samples: Sequence[Sample], start: Ranker, *, prior: float = 1.0) -> Ranker:
    """The ranker that makes the answers most probable; `prior` says how strongly the old weights hold.

    The least probability stays as it was. Without samples the old ranker comes back.
    """
    if not samples:
        return start
    features, allowed, answers = _padded(samples)
    old = np.array([*astuple(start.weights), start.nobody], dtype=np.float64)
    weights, mean, spread = old.copy(), np.zeros_like(old), np.zeros_like(old)
    rows = np.arange(len(samples))
    for step in range(1, _STEPS + 1):
        scores = np.concatenate([features @ weights[:-1], np.full((len(rows), 1), weights[-1])], axis=1) + allowed
        scores -= scores.max(axis=1, keepdims=True)
        wrongness = -np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        wrongness[rows, answers] += 1.0
        slope = np.append(np.einsum("ij,ijk->k", wrongness[:, :-1], features), wrongness[:, -1].sum())
        slope[:-1] -= prior * (weights - old)[:-1]
        mean = _DECAY[0] * mean + (1 - _DECAY[0]) * slope
        spread = _DECAY[1] * spread + (1 - _DECAY[1]) * slope**2
        weights += _RATE * (mean / (1 - _DECAY[0] ** step)) / (np.sqrt(spread / (1 - _DECAY[1] ** step)) + 1e-8)
    return Ranker(Features(*map(float, weights[:-1])), float(weights[-1]), start.least)


def _padded(
    samples: Sequence[Sample],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Features (samples, candidates, features), 0 or minus infinity (samples, candidates + nobody), the answers."""
    most = max(len(sample.features) for sample in samples)
    features = np.zeros((len(samples), most, samples[0].features.shape[1]))
    allowed = np.full((len(samples), most + 1), -np.inf)
    for i, sample in enumerate(samples):
        features[i, : len(sample.features)] = sample.features
        allowed[i, : len(sample.features)] = 0.0
    allowed[:, -1] = 0.0
    return features, allowed, np.array([s.answer if s.answer >= 0 else most for s in samples], dtype=np.int64)


def _overlap(one: Spans, other: Spans) -> int:
    """Characters that two lists of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
