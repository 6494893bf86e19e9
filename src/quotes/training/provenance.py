"""Fits the weights of `quotes.pipeline.provenance.ranker` to articles whose addressees and citations are known.

    quotes fit-provenance models/en_quotes/train.toml

The questions are asked of the attributions that the model predicts, as far as they are the gold's, so that the weights
know its mistakes, and of the gold's own. What a quotation takes over from the one before is the gold's answer there,
where the gold knows it. Fit them anew after the attribution model has changed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from quotes import pipeline
from quotes.evaluation import read_gold
from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.evaluation.metrics import name_key, pairs
from quotes.model import Attribution, Quotation, Speaker
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.provenance.ranker import WEIGHTS, Features, Ranker, rankers
from quotes.pipeline.provenance.reader import Reader
from quotes.tables.atomic import written_whole
from quotes.training.config import Config

Progress = Callable[[str, int, int], None]
"""Told what is done, how much of it, and of how much."""

FIELDS: Final[Mapping[str, str]] = {"told_to": "addressee", "cited_from": "citation"}
"""Fields of a quotation, and what the gold calls them."""

PRIOR: Final[Mapping[str, Mapping[str, float]]] = {
    "told_to": {
        "nobody": 2.5,
        **dict.fromkeys((f"pointed at:{step}" for step in (0.12, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)), 0.7),
        "first pattern": 3.5,
        "first pattern:tweeted": 2.0,
        "first pattern:posted": 1.0,
        "introduced:quoted": 2.5,
        "introduced:quoted:paragraph": 1.0,
        "carried:going on": 3.5,
        "carried:introduced": 4.5,
        "answers:answers": 1.0,
        "own:rule:asked by": 1.5,
        "own:rule:user": 1.0,
    },
    "cited_from": {
        "nobody": 3.0,
        **dict.fromkeys((f"pointed at:{step}" for step in (0.12, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)), 0.7),
        "own:relayed": 4.5,
        "own:reported": 4.5,
        "own:by": 4.0,
        "own:obtained": 5.5,
        "own:via": 4.5,
        "own:in": 2.0,
        "own:citing": 2.5,
        "own:according": 4.0,
        "own:for": 2.5,
        "own:of": 2.5,
        "own:work": 6.0,
        "own:wrote in": 5.0,
        "own:published": 4.5,
        "own:work behind": 3.0,
        "own:work again": 2.0,
        "own:filed": 3.0,
        "holder:holder": 2.5,
        "of holder:of holder": 2.0,
    },
}
"""Where the weights begin and what they are held at: how much a pattern tells by itself. All others begin at nought."""

LEAST: Final[Mapping[str, float]] = {"told_to": 0.55, "cited_from": 0.3}
"""The least probability of an answer: by folds of the articles that the network has not read, where F1 is near its best
and at most three of a hundred quotations have a wrong answer."""

LEAST_AFAR: Final[Mapping[str, float]] = {"told_to": 0.8, "cited_from": 0.5}
"""The same of answers that the quotation's own sentence does not name."""

HELD: Final[Mapping[str, float]] = {"told_to": 4.0, "cited_from": 1.0}
"""How strongly the weights are held at `PRIOR`, by the same folds."""

_STEPS: Final = 300
_RATE: Final = 0.05
_DECAY: Final = (0.9, 0.99)  # of Adam's two averages
_RARE: Final = 3
"""A feature that is seen less often is not weighed."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question with its answer."""

    field: str
    candidates: tuple[Features, ...]
    answer: int
    """The right candidate; -1 where it is none of them."""
    is_known: bool
    """Does the gold name one, be it among the candidates or not?"""


def samples_of(doc: Doc, gold: GoldDocument, *, predicted: bool = True) -> Iterator[Sample]:
    """The questions of one article that the pipeline has read, as far as the gold has the same quotations.

    They are asked of the gold's own attributions, and, where `predicted` is set, of those that the model predicts too:
    these alone know what the model points at, and how far that is to be trusted.
    """
    scene = Scene.of_doc(doc)
    if predicted:
        found = [Quotation(a.content, "direct", a.cue, a.source) for a in scene.attributions]
        partner = {j: gold.attributions[i] for i, j in pairs(gold.attributions, found)}
        yield from _asked(scene, doc, doc._.speakers, partner)
    own = tuple(Attribution(a.content, a.cue, a.source) for a in gold.attributions)
    speakers = [Speaker(a.speaker or "") for a in gold.attributions]
    scene = Scene.of(doc.text, own, scene.sentences, scene.paragraphs)
    yield from _asked(scene, doc, speakers, dict(enumerate(gold.attributions)))


def _asked(
    scene: Scene, doc: Doc, speakers: Sequence[Speaker], partner: Mapping[int, GoldAttribution]
) -> Iterator[Sample]:
    found: list[Sample] = []

    def choose(field: str, i: int, names: Sequence[str], candidates: Sequence[Features]) -> int | None:
        if i not in partner:
            return rankers()[field].choose(candidates)[0]
        key = name_key(getattr(partner[i], FIELDS[field]))
        keys = [name_key(name) for name in names]
        answer = keys.index(key) if key and key in keys else -1
        if candidates:
            found.append(Sample(field, tuple(candidates), answer, bool(key)))
        return answer if answer >= 0 else None

    Reader(scene, doc._.people, speakers, choose=choose).read()
    yield from found


def fitted(
    samples: Sequence[Sample],
    start: Mapping[str, float],
    *,
    prior: float = 1.0,
    least: float = 0.5,
    least_afar: float = 0.8,
) -> Ranker:
    """The ranker that makes the answers most probable; `prior` says how strongly weights are held at `start`."""
    count = Counter(name for s in samples for one in s.candidates for name in one)
    weighed = {n for n, times in count.items() if times >= _RARE} | (start.keys() - {"nobody"})
    known = {name: k for k, name in enumerate(sorted(weighed))}
    held = np.array([*(start.get(name, 0.0) for name in known), start["nobody"]])
    ids: list[int] = []
    row: list[int] = []
    owner: list[int] = []
    answers = np.full(len(samples), -1)
    for k, sample in enumerate(samples):
        for at, one in enumerate(sample.candidates):
            if at == sample.answer:
                answers[k] = len(owner)
            features = [known[name] for name in one if name in known]
            ids += features
            row += [len(owner)] * len(features)
            owner.append(k)
    weights = _ascended(_ints(ids), _ints(row), _ints(owner), answers, held, prior)
    named = {name: round(float(weights[k]), 3) for name, k in known.items()}
    kept = {name: weight for name, weight in named.items() if abs(weight) >= 0.01}
    return Ranker(kept, round(float(weights[-1]), 3), least, least_afar)


def _ints(values: Sequence[int]) -> npt.NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def _ascended(
    ids: npt.NDArray[np.int64],
    row: npt.NDArray[np.int64],
    owner: npt.NDArray[np.int64],
    answers: npt.NDArray[np.int64],
    held: npt.NDArray[np.float64],
    prior: float,
) -> npt.NDArray[np.float64]:
    """Weights of the features and of nobody, by gradient ascent (Adam).

    `ids` are features and `row` the candidates that have them; `owner` (candidates,) says whose question it is.
    """
    questions, candidates, features = len(answers), len(owner), len(held) - 1
    weights = held.copy()
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    right = np.zeros(candidates)
    right[answers[answers >= 0]] = 1.0
    for step in range(1, _STEPS + 1):
        scores = np.exp(np.clip(np.bincount(row, weights[ids], candidates), -30, 30))
        nobody = np.exp(np.clip(weights[-1], -30, 30))
        total = np.bincount(owner, scores, questions) + nobody
        wrongness = right - scores / total[owner]
        slope = np.zeros_like(weights)
        slope[:-1] = np.bincount(ids, wrongness[row], features) - prior * (weights - held)[:-1]
        slope[-1] = ((answers < 0) - nobody / total).sum()
        mean = _DECAY[0] * mean + (1 - _DECAY[0]) * slope
        spread = _DECAY[1] * spread + (1 - _DECAY[1]) * slope**2
        weights += _RATE * (mean / (1 - _DECAY[0] ** step)) / (np.sqrt(spread / (1 - _DECAY[1] ** step)) + 1e-8)
    return weights


def fit_provenance(config: Config, progress: Progress, target: Path = WEIGHTS) -> dict[str, Ranker]:
    """Fit both rankers to the gold of a config that names speakers, and write them into `target`.

    Of the articles that the network was trained on it remembers what it should point at. So where the config names
    others (`fit`), these alone say how far it is to be trusted; of `train` only the gold's own attributions are asked.
    The pipeline that reads the articles is the shipped one. Raises GoldError for gold that cannot be read, ModelError
    where there is no model, OutputError for a file that cannot be written.
    """
    sources = [(s, True) for s in config.fit] + [(s, not config.fit) for s in config.train]
    documents = [
        (document, is_new)
        for source, is_new in sources
        for document in read_gold(source.path, texts=source.texts)
        if any(one.speaker is not None for one in document.attributions)
    ]
    nlp = pipeline.load()
    samples: list[Sample] = []
    for done, (document, is_new) in enumerate(documents):
        progress("provenance", done, len(documents))
        samples += samples_of(nlp(document.text), document, predicted=is_new)
    progress("provenance", len(documents), len(documents))
    found = {
        name: fitted(
            [one for one in samples if one.field == name],
            PRIOR[name],
            prior=HELD[name],
            least=LEAST[name],
            least_afar=LEAST_AFAR[name],
        )
        for name in FIELDS
    }
    with written_whole(target) as (stream,):
        stream.write(as_json(found).encode("utf-8"))
    return found


def as_json(fitted_rankers: Mapping[str, Ranker]) -> str:
    """The file that `ranker.rankers` reads."""
    record = {
        name: {
            "least": one.least,
            "least_afar": one.least_afar,
            "nobody": one.nobody,
            "weights": dict(sorted(one.weights.items())),
        }
        for name, one in fitted_rankers.items()
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"
