"""From the network's scores to attributions.

A cue is found first (or the opening mark of a quotation that has none: its anchor). Then every piece is read in the
light of that anchor: content, source, or neither.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from quotes.model import Attribution, Span, Spans, spans_overlap, spans_size
from quotes.pipeline.attribution.pieces import SEP, Pieces
from quotes.pipeline.attribution.windows import Window, relations, running_counts

Floats = npt.NDArray[np.float32]
Row = npt.NDArray[np.int64]
"""Of labels, one a piece."""

OUTSIDE, BEGIN_CUE, INSIDE_CUE, OPENING = range(4)
"""Labels of the cue tagger; OPENING marks the first piece of a quotation without cue."""
BEGIN_CONTENT, INSIDE_CONTENT, BEGIN_SOURCE, INSIDE_SOURCE = range(1, 5)
"""Labels of the role tagger, beside OUTSIDE."""
CUE_LABELS: Final = 4
ROLE_LABELS: Final = 5
HIDDEN: Final = 128
FEATURES: Final = 10
"""Of a candidate, from which its confidence is reckoned; see `decode`."""

_BLOCK: Final = 256  # characters
_NEVER: Final = -np.inf
_SURE: Final = -0.01  # a piece whose log probability of OUTSIDE is above this is in no role
_MAY_FOLLOW: Final = np.zeros((ROLE_LABELS, ROLE_LABELS), dtype=np.float32)
_MAY_FOLLOW[:, INSIDE_CONTENT] = _MAY_FOLLOW[:, INSIDE_SOURCE] = _NEVER
_MAY_FOLLOW[[BEGIN_CONTENT, INSIDE_CONTENT], INSIDE_CONTENT] = 0
_MAY_FOLLOW[[BEGIN_SOURCE, INSIDE_SOURCE], INSIDE_SOURCE] = 0


@dataclass(frozen=True, slots=True)
class RoleHead:
    """Weights of the role tagger, small enough for numpy: tables (buckets, HIDDEN), weight (ROLE_LABELS, HIDDEN)."""

    distance: Floats
    paragraph: Floats
    marks: Floats
    stops: Floats
    weight: Floats
    bias: Floats


class Outputs(NamedTuple):
    """What the encoder gives for a window; first dimension pieces, second as the names of the labels or HIDDEN."""

    cue: Floats
    role: Floats
    entity: Floats
    piece: Floats
    anchor: Floats
    scale: Floats


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic weights that turn the features of a candidate into the chance that it is right, source included."""

    weights: tuple[float, ...] = (1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    bias: float = 0.0
    least: float = 0.3
    """Candidates with less confidence are dropped."""
    cue_bias: float = 0.0
    """Added to the log odds of a cue, so that more candidates are looked at than the tagger alone would give."""

    def confidence(self, features: Sequence[float]) -> float:
        """0 to 1."""
        chance = sum(weight * feature for weight, feature in zip(self.weights, features, strict=True)) + self.bias
        return 0.5 * (1 + math.tanh(chance / 2))  # the logistic function, in a form that cannot overflow


def decode(
    pieces: Pieces, window: Window, outputs: Outputs, head: RoleHead, calibration: Calibration
) -> list[tuple[Attribution, tuple[float, ...]]]:
    """Give the attributions whose anchor the window owns, each with the features of its confidence.

    Features: log probability of the cue (or of the opening mark); is it a cue; those of the content and of the source.
    """
    here = slice(window.start, window.end)
    ids = pieces.ids[here]
    counts = running_counts(ids, pieces.mark[here], pieces.paragraph[here])
    starts, ends = pieces.starts[here], pieces.ends[here]
    is_break = ids == SEP
    in_marks = pieces.mark[here] > 0
    cue = _log_softmax(outputs.cue)
    cue[is_break, OUTSIDE + 1 :] = _NEVER

    def spans(ranges: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(int(starts[low]), int(ends[high - 1])) for low, high in ranges)

    found: list[tuple[Attribution, tuple[float, ...]]] = []
    for low, high, is_cue in _anchors(cue, calibration.cue_bias):
        if not window.own_start <= window.start + low < window.own_end:
            continue
        scores = _role_scores(outputs, head, relations(counts, low, high - 1), low, high)
        scores[is_break, OUTSIDE + 1 :] = _NEVER
        row = _best_row(scores)
        content = _runs(row, BEGIN_CONTENT, INSIDE_CONTENT)
        if not content:
            continue
        sources = _runs(row, BEGIN_SOURCE, INSIDE_SOURCE)
        source = max(sources, key=lambda r: float(scores[r[0], BEGIN_SOURCE]), default=None)
        features = (
            float(np.logaddexp(cue[low, BEGIN_CUE], cue[low, INSIDE_CUE]) if is_cue else cue[low, OPENING]),
            float(is_cue),
            *_content_features(scores, content, in_marks),
            *_source_features(scores, source),
        )
        attribution = Attribution(
            content=spans(content),
            cue=spans([(low, high)]) if is_cue else (),
            source=spans([source]) if source else (),
            confidence=calibration.confidence(features),
        )
        found.append((attribution, features))
    return found


def _content_features(
    scores: Floats, content: Sequence[tuple[int, int]], in_marks: npt.NDArray[np.bool_]
) -> tuple[float, ...]:
    """Log probabilities of the first pieces, all pieces, the weakest piece and the ends; share in marks; log length."""
    inside = np.concatenate([scores[low:high].max(axis=1) for low, high in content])
    quoted = np.concatenate([in_marks[low:high] for low, high in content])
    goes_on = [float(np.exp(scores[high, INSIDE_CONTENT])) for _, high in content if high < len(scores)]
    return (
        float(np.mean([scores[low, BEGIN_CONTENT] for low, _ in content])),
        float(inside.mean()),
        float(inside.min()),
        float(np.log1p(-min(0.999, max(goes_on, default=0.0)))),
        float(quoted.mean()),
        math.log(len(inside)),
    )


def _source_features(scores: Floats, source: tuple[int, int] | None) -> tuple[float, float]:
    """Log probability of the source, or of there being none; is there one."""
    if source is None:
        return float(np.log1p(-min(0.999, float(np.exp(scores[:, BEGIN_SOURCE].max()))))), 0.0
    return float(scores[source[0], BEGIN_SOURCE]), 1.0


def settle(found: Sequence[Attribution], least: float) -> tuple[Attribution, ...]:
    """Drop the unsure; of attributions that claim the same content or cue keep the surest. Text order."""
    kept: list[Attribution] = []
    near: defaultdict[int, list[Attribution]] = defaultdict(list)  # block of characters: those that touch it
    sure = (one for one in found if one.confidence >= least)
    for one in sorted(sure, key=lambda a: (-a.confidence, a.content, a.cue)):
        blocks = _blocks((*one.content, *one.cue))
        if not any(_same_claim(one, other) for block in blocks for other in near[block]):
            kept.append(one)
            for block in blocks:
                near[block].append(one)
    return in_order(kept)


def in_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Attributions in text order, the outer before what it holds."""
    return tuple(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue)))


def _blocks(spans: Spans) -> set[int]:
    return {block for span in spans for block in range(span.start // _BLOCK, span.end // _BLOCK + 1)}


def _same_claim(one: Attribution, other: Attribution) -> bool:
    if one.cue and spans_overlap(one.cue, other.cue):
        return True
    both = spans_overlap(one.content, other.content)
    return both >= 0.5 * (spans_size(one.content) + spans_size(other.content) - both)


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _anchors(cue: Floats, bias: float) -> list[tuple[int, int, bool]]:
    """Anchors as (first piece, last plus one, is it a cue) from log probabilities (pieces, CUE_LABELS).

    The bias is for beginning only: how far a cue goes on is the tagger's own best guess.
    """
    inside = cue.argmax(axis=1) == INSIDE_CUE
    starting = cue[:, [BEGIN_CUE, OPENING]].max(axis=1)
    begins = (starting + bias > cue[:, OUTSIDE]) & (starting > cue[:, INSIDE_CUE])
    is_cue = cue[:, BEGIN_CUE] >= cue[:, OPENING]
    anchors: list[tuple[int, int, bool]] = []
    for at in np.flatnonzero(begins | inside).tolist():
        if inside[at] and anchors and anchors[-1][1] == at and anchors[-1][2]:
            anchors[-1] = (anchors[-1][0], at + 1, True)
        else:
            anchors.append((at, at + 1, bool(inside[at] or is_cue[at])))
    return anchors


def _role_scores(outputs: Outputs, head: RoleHead, near: npt.NDArray[np.int64], low: int, high: int) -> Floats:
    """Log probabilities (pieces, ROLE_LABELS) in the light of the anchor `low` to `high` (see training.network)."""
    place = head.distance[near[0]] + head.paragraph[near[1]] + head.marks[near[2]] + head.stops[near[3]]
    hidden = outputs.piece * (1 + outputs.scale[low:high].mean(axis=0)) + outputs.anchor[low:high].mean(axis=0) + place
    return _log_softmax(np.maximum(hidden, 0) @ head.weight.T + head.bias + outputs.role)


def _best_row(scores: Floats) -> Row:
    """Find the best row of labels in which an inside label follows its begin label or itself (Viterbi)."""
    row: Row = scores.argmax(axis=1)
    before = np.concatenate([[OUTSIDE], row[:-1]])
    broken = ((row == INSIDE_CONTENT) & (before != BEGIN_CONTENT) & (before != INSIDE_CONTENT)) | (
        (row == INSIDE_SOURCE) & (before != BEGIN_SOURCE) & (before != INSIDE_SOURCE)
    )
    if not broken.any():
        return row  # the best label of every piece obeys the rule, so no other row is better
    busy = np.flatnonzero(scores[:, OUTSIDE] < _SURE)
    low, high = int(busy[0]), int(busy[-1]) + 1
    row = np.zeros_like(row)
    row[low:high] = _viterbi(scores[low:high])
    return row


def _viterbi(scores: Floats) -> Row:
    count = len(scores)
    best = scores[0] + _MAY_FOLLOW[OUTSIDE]
    back = np.zeros((count, ROLE_LABELS), dtype=np.int64)
    for at in range(1, count):
        through = best[:, None] + _MAY_FOLLOW
        back[at] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[at]
    row = np.zeros(count, dtype=np.int64)
    row[-1] = int(best.argmax())
    for at in range(count - 1, 0, -1):
        row[at - 1] = back[at, row[at]]
    return row


def _runs(row: Row, begin: int, inside: int) -> list[tuple[int, int]]:
    """Spans of pieces labelled `begin` and then `inside`."""
    starts = np.flatnonzero(row == begin).tolist()
    out = []
    for start in starts:
        end = start + 1
        while end < len(row) and row[end] == inside:
            end += 1
        out.append((start, end))
    return out
