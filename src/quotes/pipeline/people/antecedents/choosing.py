"""Who is meant, by both judges.

The ranker weighs what is said of a candidate; the antecedent scorer has seen the sentences with the encoder's eyes.
What they were asked is kept: for the resolution to look at, and for fitting them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.model import Attribution
from quotes.pipeline.attribution.network.states import States
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, Choice, QuestionKind, Ranker, choose
from quotes.pipeline.people.antecedents.scorer import AntecedentScorer, View, Views
from quotes.pipeline.people.cast.entities import Cast


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Whom a source may mean, as it was asked: for fitting the weights (`quotes.training.speakers`)."""

    attribution: int
    kind: QuestionKind
    candidates: tuple[tuple[int, Features], ...]
    """Figures of the cast, and what speaks for each."""
    circumstances: Circumstances
    view: View | None = None
    """What the encoder sees of it; None where no encoder has read the article."""


class Chooser:
    """Answers the questions of one article."""

    def __init__(
        self, cast: Cast, states: States | None, rankers: Mapping[QuestionKind, Ranker], scorer: AntecedentScorer | None
    ) -> None:
        self._views = None if states is None else Views(states, cast)
        self._scorer = scorer if states and scorer and states.encoder == scorer.encoder else None
        self._rankers = rankers if self._scorer is None else _with_least(rankers, self._scorer)
        self.asked: list[Question] = []

    def choose(
        self,
        number: int,
        attribution: Attribution,
        kind: QuestionKind,
        candidates: Sequence[tuple[int, Features]],
        circumstances: Circumstances,
    ) -> Choice:
        """The figure that the source of an attribution, the `number`-th, means, if one is probable enough."""
        view = self._views.of(attribution, [k for k, _ in candidates]) if self._views and candidates else None
        kept = None if self._scorer else view  # many, and large
        self.asked.append(Question(number, kind, tuple(candidates), circumstances, kept))
        added = None
        if self._scorer and view:
            more, none = self._scorer.scores(kind, view, [features for _, features in candidates])
            added = more.tolist(), none
        return choose(candidates, self._rankers[kind], circumstances, added)


def _with_least(rankers: Mapping[QuestionKind, Ranker], scorer: AntecedentScorer) -> Mapping[QuestionKind, Ranker]:
    return {kind: replace(rankers[kind], least=scorer.least_of(kind)) for kind in QUESTION_KINDS}
