"""Fits the antecedent scorer of `quotes.pipeline.people` to the questions that the rankers were asked.

The rankers are held still: the network learns what they leave wrong. It is small, and stops early, since the questions
are few for what an encoder gives (with half of them it is worth half as much).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from math import ceil
from typing import BinaryIO, Final, NamedTuple, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from quotes.errors import GoldError
from quotes.pipeline.people.antecedents.features import Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, QuestionKind, Ranker
from quotes.pipeline.people.antecedents.scorer import CANDIDATE, SOURCE, AntecedentScorer, mean_of
from quotes.training.leasts import Answer, leasts_worth
from quotes.training.speakers import FOLDS, START, Sample, fit_all, fold_of, raw_scores

WIDTH: Final = 16
"""Of the projections of what is seen."""
HIDDEN: Final = 32
EPOCHS: Final = 6
MEMBERS: Final = 3
"""Networks whose mean is taken: what one makes of so few questions hangs on the dice as well."""
_BATCH: Final = 64
_RATE: Final = 2e-3
_DECAY: Final = 1e-2
_DROPPED: Final = 0.3
_TOLD: Final = len(fields(Features))
_NEVER: Final = -1e9

Floats = npt.NDArray[np.float32]


class _Network(nn.Module):
    """`AntecedentScorer`, to be learned."""

    def __init__(self) -> None:
        super().__init__()
        self.source = nn.Linear(SOURCE, WIDTH, bias=False)
        self.kind = nn.Embedding(len(QUESTION_KINDS), WIDTH)
        self.candidate = nn.Linear(CANDIDATE, WIDTH)
        self.hidden = nn.Linear(3 * WIDTH + _TOLD, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1, bias=False)
        self.nobody = nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(_DROPPED)
        nn.init.zeros_(self.out.weight)  # it begins as what the rankers say
        nn.init.zeros_(self.nobody.weight)
        nn.init.zeros_(self.nobody.bias)

    def forward(self, batch: _Batch) -> Tensor:
        """Scores (questions, candidates + 1), nobody last."""
        source = torch.tanh(self.source(self.dropout(batch.sources)) + self.kind(batch.kinds))
        seen = torch.tanh(self.candidate(self.dropout(batch.candidates)))
        near = source[:, None].expand_as(seen)
        both = torch.cat([near, seen, near * seen], dim=-1)
        # Features are few and each says something: none is dropped.
        hidden = torch.relu(self.hidden(torch.cat([self.dropout(both), batch.features], dim=-1)))
        added = torch.cat([self.out(hidden)[..., 0], self.nobody(source)], dim=1)
        return cast(Tensor, (batch.scores + added).masked_fill(~batch.there, _NEVER))


class _Batch(NamedTuple):
    """Questions, padded to the most candidates of one."""

    kinds: Tensor
    sources: Tensor
    candidates: Tensor
    features: Tensor
    scores: Tensor
    """Of the rankers: (questions, candidates + 1)."""
    there: Tensor
    answers: Tensor


class _Scale(NamedTuple):
    """By which what is seen comes near to mean 0 and spread 1."""

    mean: Floats
    spread: Floats

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> _Scale:
        """From the nearest mentions of all candidates."""
        width = CANDIDATE // 3
        seen = np.concatenate([s.view.candidates[:, :width] for s in samples if s.view is not None])
        return cls(seen.mean(axis=0), seen.std(axis=0) + 1e-3)

    def __call__(self, seen: Floats) -> Floats:
        repeats = seen.shape[-1] // len(self.mean)
        return ((seen - np.tile(self.mean, repeats)) / np.tile(self.spread, repeats)).astype(np.float32)


def fit_scorer(
    samples: Sequence[Sample],
    rankers: Mapping[QuestionKind, Ranker],
    encoder: str,
    progress: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> tuple[AntecedentScorer, list[Answer]]:
    """The scorer, fitted to all samples that have a view, and how those of each fold are answered without them.

    In the folds the rankers are fitted anew as well, without them too. The least probabilities are chosen by these
    answers. `encoder` is the digest of the one that gave the views. Raises GoldError G11 where no sample has a view.
    """
    seen = [s for s in samples if s.view is not None]
    if not seen:
        raise GoldError("G11")
    answers: list[Answer] = []
    mine = fold_of(seen)
    for fold in range(FOLDS):
        own, others = ([s for s in seen if (mine[s.article] == fold) is kept] for kept in (True, False))
        if own and others:
            used = fit_all(others, START)
            answers += _answers(_committee(others, used), own, used)
        progress("antecedents", fold + 1, FOLDS + 1)
    leasts = leasts_worth(answers)
    least = np.array([leasts[kind] for kind in QUESTION_KINDS], dtype=np.float32)
    scorer = replace(_committee(seen, rankers), least=least, encoder=encoder)
    progress("antecedents", FOLDS + 1, FOLDS + 1)
    return scorer, answers


def save_scorer(scorer: AntecedentScorer, stream: BinaryIO) -> None:
    """Write the scorer, which belongs into the folder of the encoder that gave the views."""
    np.savez(stream, **{field.name: getattr(scorer, field.name) for field in fields(scorer)})


def _committee(samples: Sequence[Sample], rankers: Mapping[QuestionKind, Ranker]) -> AntecedentScorer:
    """Networks that began at other dice, side by side as one that gives their mean."""
    members = [_scorer(*_fitted(samples, rankers, seed)) for seed in range(1, MEMBERS + 1)]
    return mean_of(members)


class _Question(NamedTuple):
    """A sample, made ready."""

    kind: int
    source: Floats
    candidates: Floats
    features: Floats
    scores: Floats
    """Of the ranker: (candidates + 1,), nobody last."""
    answer: int


def _questions(samples: Sequence[Sample], scale: _Scale, rankers: Mapping[QuestionKind, Ranker]) -> Iterator[_Question]:
    for sample in samples:
        assert sample.view is not None
        scores, nobody = raw_scores(sample, rankers[sample.kind])
        yield _Question(
            QUESTION_KINDS.index(sample.kind),
            scale(sample.view.source),
            scale(sample.view.candidates),
            sample.features.astype(np.float32),
            np.append(scores, nobody).astype(np.float32),
            sample.answer,
        )


def _fitted(samples: Sequence[Sample], rankers: Mapping[QuestionKind, Ranker], seed: int) -> tuple[_Network, _Scale]:
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    network, scale = _Network(), _Scale.of(samples)
    questions = list(_questions(samples, scale, rankers))
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = EPOCHS * ceil(len(questions) / _BATCH)
    falling = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.05, 1 - step / steps))
    network.train()
    for _ in range(EPOCHS):
        order = dice.permutation(len(questions))
        for at in range(0, len(order), _BATCH):
            batch = _batch([questions[i] for i in order[at : at + _BATCH]])
            loss = nn.functional.cross_entropy(network(batch), batch.answers)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            falling.step()
    network.eval()
    return network, scale


def _batch(questions: Sequence[_Question]) -> _Batch:
    count = len(questions)
    most = max(len(question.features) for question in questions)
    candidates = np.zeros((count, most, CANDIDATE), np.float32)
    features = np.zeros((count, most, _TOLD), np.float32)
    scores = np.zeros((count, most + 1), np.float32)
    there = np.zeros((count, most + 1), np.bool_)
    for i, question in enumerate(questions):
        own = len(question.features)
        candidates[i, :own], features[i, :own] = question.candidates, question.features
        scores[i, :own], scores[i, most] = question.scores[:-1], question.scores[-1]
        there[i, :own] = there[i, most] = True
    kinds = np.array([question.kind for question in questions])
    answers = np.array([question.answer if question.answer >= 0 else most for question in questions])
    sources = np.stack([question.source for question in questions])
    return _Batch(*map(torch.from_numpy, (kinds, sources, candidates, features, scores, there, answers)))


def _answers(
    scorer: AntecedentScorer, samples: Sequence[Sample], rankers: Mapping[QuestionKind, Ranker]
) -> Iterator[Answer]:
    """How samples are answered, as the pipeline would."""
    for sample in samples:
        assert sample.view is not None
        scores, nobody = raw_scores(sample, rankers[sample.kind])
        added, none = scorer.weigh(sample.kind, sample.view, sample.features.astype(np.float32))
        logits = np.append(scores + added, nobody + none)
        chances = np.exp(logits - logits.max())
        best = int(logits[:-1].argmax())
        chance = float(chances[best] / chances.sum())
        yield Answer(sample.kind, chance, best == sample.answer, sample.nobody_right, sample.marked)


def _scorer(network: _Network, scale: _Scale) -> AntecedentScorer:
    """The network as the pipeline has it, with the scale in its weights."""

    def scaled(weight: Tensor) -> tuple[Floats, Floats]:
        repeats = weight.shape[1] // len(scale.mean)
        inner = weight.numpy().T / np.tile(scale.spread, repeats)[:, None]
        return inner, -np.tile(scale.mean, repeats) @ inner

    with torch.no_grad():
        source, shift = scaled(network.source.weight)
        candidate, candidate_shift = scaled(network.candidate.weight)
        return AntecedentScorer(
            source=source,
            kind=network.kind.weight.numpy() + shift,
            candidate=candidate,
            candidate_bias=network.candidate.bias.numpy() + candidate_shift,
            hidden=network.hidden.weight.numpy().T.copy(),
            hidden_bias=network.hidden.bias.numpy().copy(),
            out=network.out.weight.numpy()[0].copy(),
            nobody=network.nobody.weight.numpy()[0].copy(),
            nobody_bias=network.nobody.bias.numpy()[0].copy(),
            least=np.zeros(len(QUESTION_KINDS), dtype=np.float32),
        )
