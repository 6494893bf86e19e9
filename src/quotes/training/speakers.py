"""Fits the rankers of `quotes.pipeline.people` to articles whose speakers are known.

The sources are those that the attribution model predicts, so that the weights know its mistakes. Conditional logits
over the candidates and nobody are fitted by gradient ascent (Adam) with a Gaussian prior at what common sense says
(`START`): all kinds of things together first, then each kind with those weights as the mean of its prior. Whom a
pronoun can mean depends on the answers before it, so the questions are asked and the weights fitted twice. The least
probability with which somebody is named is chosen on folds of articles, for each kind (`leasts`).
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from quotes.errors import GoldError
from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.evaluation.metrics import name_key
from quotes.model import spans_overlap
from quotes.pipeline.attribution.network.states import States
from quotes.pipeline.people.antecedents.choosing import Question
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, QuestionKind, Ranker
from quotes.pipeline.people.antecedents.scorer import View
from quotes.pipeline.people.cast.entities import Cast, gather
from quotes.pipeline.people.names.mentions import find_mentions
from quotes.pipeline.people.names.parts import normal_words
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.speakers.resolution import questions
from quotes.training.leasts import Answer, figures_of, leasts_worth

PRIOR: Final = 1.0
"""How strongly the weights hold to the mean of the prior."""
PRIOR_OF_THINGS: Final = 5.0
"""The same for things, of which the gold has few."""
FOLDS: Final = 5
THINGS: Final[tuple[QuestionKind, ...]] = ("thing", "group", "body", "document")
ROUNDS: Final = 2
PERSON: Final = Ranker(
    Features(
        agrees=2.2,
        conflicts=-4.2,
        surely_not=-2.0,
        last_speaker=1.9,
        spoke_here=0.7,
        same_sentence=1.5,
        sentence_before=1.7,
        first_named=0.7,
        named_here=0.3,
        nearest=0.3,
        echo_here=1.5,
        echo_before=1.0,
        possessive=-1.0,
        own_words=-1.0,
        prominent=0.9,
        opening=0.5,
        full=1.1,
        other_sort=-1.5,
        speaks_now=-3.5,
    ),
    Circumstances(always=3.3, unnamed_before=4.5),
)
NOUN: Final = Ranker(
    Features(
        agrees=1.0,
        conflicts=-4.0,
        surely_not=-2.0,
        last_speaker=1.9,
        spoke_here=-0.5,
        same_sentence=0.9,
        sentence_before=2.5,
        first_named=0.4,
        echo_here=1.0,
        echo_before=0.5,
        own_words=-1.0,
        prominent=1.2,
        opening=1.1,
        full=1.8,
        other_sort=-1.5,
        speaks_now=-4.0,
        role=2.6,
        kin=2.1,
        other_role=-0.5,
        named_so=1.7,
        only_role=1.5,
        age=3.0,
        author=3.0,
    ),
    Circumstances(always=4.5, indefinite=1.5, plural=1.0, no_role=1.0),
)
NAMESAKE: Final = replace(
    PERSON,
    weights=replace(PERSON.weights, spoke_share=2.0, headline=0.5, prominent=1.5, subject=0.3, possessive=-0.3),
    nobody=Circumstances(always=0.0),
)
SILENT: Final = Ranker(
    replace(
        PERSON.weights,
        agrees=0.0,
        conflicts=0.0,
        surely_not=0.0,
        last_speaker=1.0,
        spoke_here=0.0,
        spoke_share=1.0,
        same_sentence=1.5,
        sentence_before=1.0,
        subject=1.0,
        addressed=-2.0,
        goes_on=5.5,
        before_last=1.0,
    ),
    Circumstances(always=5.5, few_words=1.0),
)
START: Final[Mapping[QuestionKind, Ranker]] = {
    "person": PERSON,
    "thing": NOUN,
    "group": NOUN,
    "noun": NOUN,
    "body": NOUN,
    "document": NOUN,
    "namesake": NAMESAKE,
    "silent": SILENT,
}
"""What common sense says, and where the priors are."""
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
    nobody_right: bool = False
    """Is an empty speaker the right answer?"""
    marked: bool = True
    """Is it about words in quotation marks, which become rows? The least probability is chosen for these."""
    view: View | None = None
    """What the encoder sees of it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Fitted rankers, and how they did on articles that they were not fitted to."""

    rankers: Mapping[QuestionKind, Ranker]
    figures: Mapping[QuestionKind, Mapping[str, float]]
    """By kind: questions, and the shares that are answered rightly (somebody or nobody) and with a wrong name."""
    samples: Sequence[Sample] = ()
    """What they were fitted to, as they were asked in the last round."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the pipeline has read it, with its gold."""

    scene: Scene
    cast: Cast
    gold: GoldDocument
    states: States | None = None

    @classmethod
    def of(cls, doc: Doc, gold: GoldDocument) -> Reading:
        """From a document that the pipeline has read."""
        scene = Scene.of_doc(doc)
        return cls(scene, gather(find_mentions(doc, scene), scene), gold, doc._.states)


def samples_of(reading: Reading, used: Mapping[QuestionKind, Ranker] | None = None) -> Iterator[Sample]:
    """The questions of one article, as far as the gold knows whose the quotations are."""
    known = [a for a in reading.gold.attributions if a.speaker is not None]
    for question in questions(reading.scene, reading.cast, reading.states, used):
        best = _gold_of(question, reading.scene, known)
        if not question.candidates or best is None:
            continue
        yield Sample(
            question.kind,
            reading.gold.name,
            np.array([astuple(features) for _, features in question.candidates], dtype=np.float64),
            np.array(astuple(question.circumstances), dtype=np.float64),
            _answer(question, reading.cast, best.speaker or ""),
            not best.speaker,
            best.kind != "indirect",
            question.view,
        )


def _gold_of(question: Question, scene: Scene, known: Sequence[GoldAttribution]) -> GoldAttribution | None:
    """The gold attribution that the question is about: most of the content, and the same source where one is known."""
    found = scene.attributions[question.attribution]
    same = [a for a in known if not found.source or spans_overlap(a.source, found.source)]
    best = max(same, key=lambda a: spans_overlap(a.content, found.content), default=None)
    return best if best is not None and spans_overlap(best.content, found.content) else None


def _answer(question: Question, cast: Cast, speaker: str) -> int:
    """Index of the candidate that is the speaker, by its name or the most of its words; -1 for none.

    Of two that have as many, as "Sears" and "Roebuck" of "Sears & Roebuck", it is neither.
    """
    speaker = html.unescape(speaker)  # "AT&amp;T" of a wire's text
    key, words = name_key(speaker), frozenset(normal_words(speaker))
    names = [cast.figures[figure].entity.name for figure, _ in question.candidates]
    if not key:
        return -1
    keys = [name_key(name) for name in names]
    if key in keys:
        return keys.index(key)
    owned = [frozenset(normal_words(name)) for name in names]
    shares = [len(own & words) / len(own | words) if own and (own <= words or words <= own) else 0.0 for own in owned]
    most = max(shares, default=0.0)
    return shares.index(most) if most and shares.count(most) == 1 else -1


def fit_rankers(
    readings: Sequence[Reading],
    progress: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> Fit:
    """Rankers of all kinds, fitted to the questions of the readings.

    `progress` is told what is done, how many steps of it, and of how many. Raises GoldError G10 where no reading knows
    any speaker that was asked for.
    """
    fitted: Mapping[QuestionKind, Ranker] = START
    samples: list[Sample] = []
    for round_ in range(ROUNDS):
        samples = [sample for reading in readings for sample in samples_of(reading, fitted)]
        if not samples:
            raise GoldError("G11")
        fitted = fit_all(samples, START)
        progress("fitting", round_ + 1, ROUNDS)
    answers = []
    for fold in range(FOLDS):
        answers += _held_out(samples, fold)
        progress("folds", fold + 1, FOLDS)
    leasts = leasts_worth(answers)
    rankers = {kind: replace(one, least=leasts[kind]) for kind, one in fitted.items()}
    return Fit(rankers, figures_of(answers, leasts), samples)


def _held_out(samples: Sequence[Sample], fold: int) -> list[Answer]:
    """Answers to the questions of the articles of one fold, by weights fitted to the others."""
    folds = fold_of(samples)
    learned = fit_all([s for s in samples if folds[s.article] != fold], START)
    out = []
    for sample in samples:
        if folds[sample.article] == fold:
            best, chance = best_of(sample, learned[sample.kind])
            out.append(Answer(sample.kind, chance, best == sample.answer, sample.nobody_right, sample.marked))
    return out


def fold_of(samples: Sequence[Sample]) -> dict[str, int]:
    """The fold of each article."""
    return {article: i % FOLDS for i, article in enumerate(sorted({s.article for s in samples}))}


def fit_all(samples: Sequence[Sample], start: Mapping[QuestionKind, Ranker]) -> dict[QuestionKind, Ranker]:
    """Weights for all kinds; those of things are drawn towards what fits all of them."""
    things = fitted([s for s in samples if s.kind in THINGS], start["body"], prior=PRIOR_OF_THINGS)
    return {
        kind: fitted([s for s in samples if s.kind == kind], things, prior=PRIOR_OF_THINGS)
        if kind in THINGS
        else fitted([s for s in samples if s.kind == kind], start[kind])
        for kind in QUESTION_KINDS
    }


def best_of(sample: Sample, ranker: Ranker) -> tuple[int, float]:
    """The most probable candidate and its probability."""
    scores, nobody = raw_scores(sample, ranker)
    top = max(float(scores.max()), nobody)
    total = float(np.exp(scores - top).sum()) + float(np.exp(nobody - top))
    best = int(scores.argmax())
    return best, float(np.exp(scores[best] - top)) / total


def raw_scores(sample: Sample, ranker: Ranker) -> tuple[Floats, float]:
    """What a ranker gives the candidates, and nobody."""
    nobody = float(sample.circumstances @ np.array(astuple(ranker.nobody)))
    return sample.features @ np.array(astuple(ranker.weights)), nobody


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
    rows = np.arange(len(samples))
    for step in range(1, _STEPS + 1):
        scores = features @ weights + allowed
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        wrongness = -chances / chances.sum(axis=1, keepdims=True)
        wrongness[rows, answers] += 1.0
        slope = np.einsum("ij,ijk->k", wrongness, features) - prior * (weights - old)
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
