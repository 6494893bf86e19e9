"""Confidence: how the features of a candidate become the chance that it is right, and where the cuts are made.

A logistic regression (Platt 1999) on the candidates of the development sets: a candidate is right when a gold content
pairs with it and its source is the gold's. The cuts are those with the best figures on the development sets. Eleven
numbers and two cuts are fitted there, so the figures given are a little too good, and the model card says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from quotes.evaluation import GoldDocument, score
from quotes.evaluation.metrics import pairs, same_source
from quotes.layout import paragraphs
from quotes.model import Attribution, Paragraph, Quotation, Region
from quotes.pipeline.attribution.conventions.marks import settled_by_marks
from quotes.pipeline.attribution.network.decoder import Calibration, decode, settle
from quotes.pipeline.attribution.network.pieces import pieces_of
from quotes.pipeline.attribution.network.weights import Network
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.pipeline.regions import quoted_regions

CUTS: Final = (0.15, 0.2, 0.3, 0.4, 0.5)
"""Nothing less: what is wrong six times in seven is not worth a look. Finer steps would be chosen by chance."""
CUE_BIAS: Final = 2.0
"""Candidates are looked at that the cue tagger alone would not give; the confidence sorts them out."""

BANDS: Final = 10
"""Of confidence, in the reliability table."""
PENALTY: Final = 1e-4
"""On the squares of the logistic weights: nothing to feel, but where no candidate is wrong."""
_STEPS: Final = 50
_NOT_OURS: Final = ("speaker", "wrong_names", "told_to", "cited_from")  # figures of later components, nothing here

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the decoder gives before the cut."""

    attribution: Attribution
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the pipeline reads it, with all candidates."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    regions: tuple[Region, ...]
    candidates: tuple[Candidate, ...]

    def chosen(self, calibration: Calibration) -> tuple[Attribution, ...]:
        """What the pipeline would choose with this calibration."""
        cuts = calibration.least, calibration.least_unmarked
        return settled_by_marks(
            self.text, tuple(_sure(self.candidates, calibration)), *cuts, self.regions, self.paragraphs
        )


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The calibration, its reliability table and the figures on each development set."""

    calibration: Calibration
    reliability: list[dict[str, float]]
    """By band of confidence: how many, their mean confidence, and the share that is right."""
    figures: dict[str, dict[str, float]]


def calibrate(
    network: Network,
    sets: Mapping[str, Sequence[GoldDocument]],
    progress: Callable[[int, int], None] = lambda done, total: None,
    kept: Calibration | None = None,
) -> Calibrated:
    """Fit the confidence and choose the cut on the development sets (name: documents), or only measure with `kept`.

    It does not matter how the network was calibrated before. `progress` is told how many documents are read.
    """
    start = Calibration(cue_bias=CUE_BIAS)
    total = sum(map(len, sets.values()))
    found: dict[str, dict[str, Reading]] = {name: {} for name in sets}
    features: list[tuple[float, ...]] = []
    right: list[float] = []
    done = 0
    for name, documents in sets.items():
        for document in documents:
            reading = found[name][document.name] = read(network, document.text, start)
            rows = _settled(reading.candidates, start)
            features += [row.features for row in rows]
            right += _right(document, rows)
            done += 1
            progress(done, total)
    truth = np.array(right, dtype=np.float64)
    chosen = kept or _cut(fit(np.array(features, dtype=np.float64), truth, start), sets, found)
    confidence = np.array([chosen.confidence(row) for row in features])
    return Calibrated(chosen, reliability(confidence, truth), _figures(sets, found, chosen))


def _cut(
    fitted: Calibration, sets: Mapping[str, Sequence[GoldDocument]], found: Mapping[str, Mapping[str, Reading]]
) -> Calibration:
    """Choose the cuts, first one for all, then that of contents without marks."""

    def merit(calibration: Calibration) -> float:
        return sum(_merit(figures) for figures in _figures(sets, found, calibration).values())

    chosen = max((replace(fitted, least=cut, least_unmarked=cut) for cut in CUTS), key=merit)
    return max((replace(chosen, least_unmarked=cut) for cut in CUTS), key=merit)


def read(network: Network, text: str, calibration: Calibration) -> Reading:
    """Read a text as the pipeline reads it."""
    lines = paragraphs(text)
    regions = quoted_regions(text, lines)
    pieces = pieces_of(text, lines, regions, network.tokenizer)
    found = (
        Candidate(*candidate)
        for window in windows_of(pieces)
        for candidate in decode(pieces, window, network.run(pieces, window), network.head, calibration)
    )
    return Reading(text, lines, regions, tuple(found))


def _sure(found: Iterable[Candidate], calibration: Calibration) -> dict[Attribution, Candidate]:
    """The candidates by their attributions with the confidence of this calibration."""
    return {replace(c.attribution, confidence=calibration.confidence(c.features)): c for c in found}


def _settled(found: Iterable[Candidate], calibration: Calibration) -> list[Candidate]:
    """Candidates that no surer one rivals, however unsure they are."""
    rows = _sure(found, calibration)
    return [rows[attribution] for attribution in settle(tuple(rows), 0.0)]


def _quotation(attribution: Attribution) -> Quotation:
    return Quotation(
        attribution.content, "direct", attribution.cue, attribution.source, confidence=attribution.confidence
    )


def _right(document: GoldDocument, rows: Sequence[Candidate]) -> list[float]:
    quotations = [_quotation(row.attribution) for row in rows]
    right = [0.0] * len(rows)
    for i, j in pairs(document.attributions, quotations):
        right[j] = float(same_source(document.attributions[i], quotations[j]))
    return right


def fit(features: Floats, right: Floats, start: Calibration) -> Calibration:
    """Logistic regression, by Newton's method, of `right` (candidates,) on features (candidates, weights).

    Gives `start` back where nothing is right, as from a network that has learned nothing.
    """
    if not right.any():
        return start
    rows = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros(rows.shape[1])
    loss = _loss(rows, right, weights)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - right) / len(rows) + 2 * PENALTY * weights
        bend = (rows.T * (chance * (1 - chance))) @ rows / len(rows) + 2 * PENALTY * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        while (after := _loss(rows, right, weights - step)) > loss:  # a step too far
            step = step / 2
        weights = weights - step
        if loss - after < 1e-12:
            break
        loss = after
    values = [round(float(weight), 4) for weight in weights]
    return replace(start, weights=tuple(values[:-1]), bias=values[-1])


def _loss(rows: Floats, right: Floats, weights: Floats) -> float:
    """Mean cross entropy, and the penalty."""
    logits = rows @ weights
    return float(np.mean(np.logaddexp(0, logits) - right * logits) + PENALTY * weights @ weights)


def _figures(
    sets: Mapping[str, Sequence[GoldDocument]],
    found: Mapping[str, Mapping[str, Reading]],
    calibration: Calibration,
) -> dict[str, dict[str, float]]:
    out = {}
    for name, documents in sets.items():
        predictions = {
            doc: [_quotation(attribution) for attribution in reading.chosen(calibration)]
            for doc, reading in found[name].items()
        }
        figures = score(documents, predictions).figures()
        out[name] = {name: value for name, value in figures.items() if not name.startswith(_NOT_OURS)}
    return out


def _merit(figures: Mapping[str, float]) -> float:
    """What is found rightly, the words that are found to the letter, and whose the words in marks are.

    All as F1 or in pairs: what is wrong costs a reviewer as much as what is missing costs the table.
    """
    exact = sum(figures[f"{role}_exact_f1"] for role in ("source", "cue", "content")) / 3
    return figures["attribution_f1"] + exact + 0.5 * (figures["quoted_accuracy"] + figures["quoted_precision"])


def reliability(confidence: Floats, right: Floats) -> list[dict[str, float]]:
    """By band of confidence, those that are empty left out: how many, mean confidence, share that is right."""
    band = np.minimum((confidence * BANDS).astype(int), BANDS - 1)
    return [
        {
            "from": round(at / BANDS, 2),
            "count": int((band == at).sum()),
            "confidence": round(float(confidence[band == at].mean()), 3),
            "right": round(float(right[band == at].mean()), 3),
        }
        for at in range(BANDS)
        if (band == at).any()
    ]
