"""How well what the encoder sees in a source fits what it sees in the names of a candidate.

The features say where a candidate stands and what is said of it; the encoder has read the sentences. A small network
over both, the antecedent scorer (after the mention-pair scores of Clark and Manning 2016), adds to the scores of the
ranker: it is fitted with the rankers held still (`quotes.training.antecedents`). Its weights belong to the encoder's
and lie in the model folder; with a model folder that has none the features decide alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from quotes.model import Attribution, Span
from quotes.pipeline.attribution.network.decoder import Floats
from quotes.pipeline.attribution.network.states import WIDTH, States
from quotes.pipeline.attribution.network.weights import default_folder, readable
from quotes.pipeline.people.antecedents.features import Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, QuestionKind
from quotes.pipeline.people.cast.entities import Cast

FILE: Final = "antecedents.npz"
SOURCE: Final = 2 * WIDTH
"""Of what is seen of a source: the source itself (or else the cue, or the content), then the cue (or the content)."""
CANDIDATE: Final = 3 * WIDTH
"""Of what is seen of a candidate: its last mention before the source (else the first), its first, the mean of many."""
_SOURCE_REACH: Final = 80  # characters of a source or a content that are looked at
_CUE_REACH: Final = 60
_MOST_MENTIONS: Final = 20  # of a figure whose mean is taken
_values: Final = attrgetter(*(one.name for one in fields(Features)))


class View(NamedTuple):
    """What the encoder sees of one question."""

    source: Floats
    """Shape (SOURCE,)."""
    candidates: Floats
    """Shape (candidates, CANDIDATE)."""


class Views:
    """What the encoder sees of the sources and the figures of one article."""

    def __init__(self, states: States, cast: Cast) -> None:
        self._states, self._cast = states, cast
        self._starts = [mention.span.start for mention in cast.mentions]
        self._seen: dict[int, Floats] = {}
        """By mention."""
        self._whole: dict[int, Floats] = {}
        """By figure."""

    def of(self, attribution: Attribution, figures: Sequence[int]) -> View:
        """An attribution whose source is asked for, and the figures that may be meant."""
        asked = attribution.source or attribution.cue or attribution.content
        said = (attribution.cue or attribution.content)[0]
        first, last = asked[0], asked[-1]
        seen = self._states.mean(Span(first.start, min(last.end, first.start + _SOURCE_REACH)))
        cue = self._states.mean(Span(said.start, min(said.end, said.start + _CUE_REACH)))
        before = bisect_left(self._starts, first.start)
        rows = np.empty((len(figures), CANDIDATE), np.float32)
        for row, k in zip(rows, figures, strict=True):
            row[:WIDTH], row[WIDTH:] = self._nearest(k, before), self._all(k)
        return View(np.concatenate([seen, cue]), rows)

    def _nearest(self, k: int, before: int) -> Floats:
        """The last mention of a figure before one of the article, by its number; else its first one."""
        mentions = self._cast.figures[k].mentions
        return self._mention(mentions[max(0, bisect_left(mentions, before) - 1)])

    def _all(self, k: int) -> Floats:
        """The first mention of a figure, and the mean of the first ones."""
        if k not in self._whole:
            mentions = self._cast.figures[k].mentions[:_MOST_MENTIONS]
            seen = [self._mention(m) for m in mentions]
            self._whole[k] = np.concatenate([seen[0], np.add.reduce(seen) / len(seen)])
        return self._whole[k]

    def _mention(self, m: int) -> Floats:
        """The mean of one mention, which many questions ask for."""
        if m not in self._seen:
            self._seen[m] = self._states.mean(self._cast.mentions[m].span)
        return self._seen[m]


@dataclass(frozen=True, slots=True, eq=False)
class AntecedentScorer:
    """Weights of the network: two projections, and one hidden layer over them, their product and the features."""

    source: Floats
    """Shape (SOURCE, D)."""
    kind: Floats
    """What is asked for, in the order of `QUESTION_KINDS`: shape (kinds, D)."""
    candidate: Floats
    """Shape (CANDIDATE, D)."""
    candidate_bias: Floats
    """Shape (D,)."""
    hidden: Floats
    """Shape (3 * D + features, H), the features in the order of `Features`."""
    hidden_bias: Floats
    """Shape (H,)."""
    out: Floats
    """Shape (H,)."""
    nobody: Floats
    """Shape (D,)."""
    nobody_bias: Floats
    """Shape ()."""
    least: Floats
    """The least probability with which somebody is named, in place of the ranker's; by kind, shape (kinds,)."""
    encoder: str = ""
    """Whose states it was fitted to (`weights.Network.encoder`): of another's it would make nonsense."""

    def scores(self, kind: QuestionKind, view: View, features: Sequence[Features]) -> tuple[Floats, float]:
        """What is added to the scores of the candidates, and to that of nobody."""
        return self.weigh(kind, view, np.array([_values(one) for one in features], dtype=np.float32))

    def weigh(self, kind: QuestionKind, view: View, told: Floats) -> tuple[Floats, float]:
        """The same, with the features as an array (candidates, features)."""
        source = np.tanh(view.source @ self.source + self.kind[QUESTION_KINDS.index(kind)])
        seen = np.tanh(view.candidates @ self.candidate + self.candidate_bias)
        both = np.concatenate([np.broadcast_to(source, seen.shape), seen, seen * source, told], axis=1)
        added: Floats = np.maximum(both @ self.hidden + self.hidden_bias, 0) @ self.out
        return added, float(source @ self.nobody + self.nobody_bias)

    def least_of(self, kind: QuestionKind) -> float:
        """The least probability with which somebody is named."""
        return round(float(self.least[QUESTION_KINDS.index(kind)]), 2)


ARRAYS: Final = tuple(field.name for field in fields(AntecedentScorer) if field.name != "encoder")
"""The names of the weights in the file, where `encoder` stands beside them."""


def shapes(arrays: Mapping[str, Floats]) -> dict[str, tuple[int, ...]]:
    """What shape each of the arrays of a scorer must have, by the two widths that are free."""
    d, h = arrays["candidate_bias"].shape[0], arrays["out"].shape[0]
    kinds, told = len(QUESTION_KINDS), len(fields(Features))
    return {
        "source": (SOURCE, d),
        "kind": (kinds, d),
        "candidate": (CANDIDATE, d),
        "candidate_bias": (d,),
        "hidden": (3 * d + told, h),
        "hidden_bias": (h,),
        "out": (h,),
        "nobody": (d,),
        "nobody_bias": (),
        "least": (kinds,),
    }


def mean_of(scorers: Sequence[AntecedentScorer]) -> AntecedentScorer:
    """Several scorers as one that gives the mean of theirs: their projections and hidden units side by side."""
    count = len(scorers)

    def joined(name: str) -> Floats:
        return np.concatenate([getattr(one, name) for one in scorers], axis=-1)

    width, units = scorers[0].candidate_bias.shape[0], scorers[0].out.shape[0]
    hidden = np.zeros((3 * count * width + scorers[0].hidden.shape[0] - 3 * width, count * units), np.float32)
    for k, one in enumerate(scorers):
        own = hidden[:, k * units : (k + 1) * units]
        for part in range(3):  # source, candidate, their product
            at = (part * count + k) * width
            own[at : at + width] = one.hidden[part * width : (part + 1) * width]
        own[3 * count * width :] = one.hidden[3 * width :]
    return AntecedentScorer(
        source=joined("source"),
        kind=joined("kind"),
        candidate=joined("candidate"),
        candidate_bias=joined("candidate_bias"),
        hidden=hidden,
        hidden_bias=joined("hidden_bias"),
        out=_shared([one.out for one in scorers]),
        nobody=_shared([one.nobody for one in scorers]),
        nobody_bias=np.array(np.mean([one.nobody_bias for one in scorers]), dtype=np.float32),
        least=scorers[0].least,
    )


def _shared(weights: Sequence[Floats]) -> Floats:
    """Side by side, each with its share of the whole."""
    return (np.concatenate(weights) / len(weights)).astype(np.float32)


def read_scorer(folder: Path | None = None) -> AntecedentScorer | None:
    """The scorer of a model folder, None for the one that ships; None where the folder has none.

    Raises ModelError M09 where its file is broken, or of features that are no longer these.
    """
    path = (folder or default_folder()) / FILE
    if not path.is_file():
        return None
    with readable(path), path.open("rb") as stream, np.load(stream) as file:
        arrays = {name: file[name].astype(np.float32) for name in ARRAYS}
        encoder = str(file["encoder"])
        wrong = [name for name, shape in shapes(arrays).items() if arrays[name].shape != shape]
        if wrong:
            raise ValueError(f"of another shape: {', '.join(wrong)}")
    return AntecedentScorer(**arrays, encoder=encoder)
