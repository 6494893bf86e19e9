"""From which probability on somebody is named: chosen by how questions were answered that were not learned from.

A wrong name is worse than an empty cell, by `PRICE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, QuestionKind

PRICE: Final = 1.5
"""Of a wrong name, in right ones, when the least probability is chosen: worse than an empty cell."""
LEAST_OF: Final[Mapping[QuestionKind, float]] = {"silent": 0.6, "namesake": 0.7, "document": 0.7}
"""No less for these, however few their questions: at a quotation without a source little points at anybody, and of two
namesakes one is soon over a half, and who wrote a document is often said nowhere."""
ENOUGH: Final = 100
"""Questions of a kind from which it gets a least probability of its own."""
PLATEAU: Final = 0.005
"""Share of the best worth within which a least probability is as good as the best: what folds can tell apart."""
LEAST: Final = tuple(round(0.5 + 0.02 * step, 2) for step in range(23))
"""Nobody is named who is less likely than not to be meant."""


class Answer(NamedTuple):
    """How a question of an article that was not learned from was answered."""

    kind: QuestionKind
    chance: float
    """Of the most probable candidate."""
    right: bool
    nobody_right: bool
    marked: bool = True


def figures_of(
    answers: Sequence[Answer], leasts: Mapping[QuestionKind, float]
) -> dict[QuestionKind, Mapping[str, float]]:
    """By kind: questions, and the shares of right and of wrong answers, with the least probabilities given.

    Where these were chosen by the same answers, the figures are a little too good.
    """
    return {kind: _figures([a for a in answers if a.kind == kind], leasts[kind]) for kind in QUESTION_KINDS}


def _figures(answers: Sequence[Answer], least: float) -> dict[str, float]:
    named = [a for a in answers if a.chance >= least]
    right = sum(a.right for a in named) + sum(a.nobody_right for a in answers if a.chance < least)
    count = max(1, len(answers))
    return {
        "questions": len(answers),
        "right": round(right / count, 4),
        "wrong": round(sum(not a.right for a in named) / count, 4),
    }


def _worth(answers: Iterable[Answer], least: float) -> float:
    """Right answers, less the price of wrong names, with a least probability."""
    worth = 0.0
    for answer in answers:
        if answer.chance >= least:
            worth += 1.0 if answer.right else -PRICE
        else:
            worth += float(answer.nobody_right)
    return worth


def leasts_worth(answers: Sequence[Answer]) -> dict[QuestionKind, float]:
    """The least probability of each kind: by all its questions, or, where these are few, by those in marks of all."""
    common = least_worth([answer for answer in answers if answer.marked])
    of_kind = {kind: [answer for answer in answers if answer.kind == kind] for kind in QUESTION_KINDS}
    return {
        kind: max(least_worth(own) if len(own) >= ENOUGH else common, LEAST_OF.get(kind, 0.0))
        for kind, own in of_kind.items()
    }


def least_worth(answers: Sequence[Answer]) -> float:
    """The lowest least probability that is worth as much as the best but for `PLATEAU`: of equals, what names most.

    The best itself wanders over a flat top from one fit to the next.
    """
    worth = {least: _worth(answers, least) for least in LEAST}
    top = max(worth.values())
    return min(least for least in LEAST if worth[least] >= top - PLATEAU * abs(top))
