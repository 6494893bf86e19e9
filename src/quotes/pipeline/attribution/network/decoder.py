"""From the network's scores to attributions.

A cue is found first (or the opening mark of a quotation that has none: its anchor). Then every piece is read in the
light of that anchor: content, source, the cue's own bounds, whom it was told, whom the article has it from, or nothing.
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
from quotes.pipeline.attribution.network.pieces import SEP, Pieces
from quotes.pipeline.attribution.network.windows import Window, relations, running_counts

Floats = npt.NDArray[np.float32]
Row = npt.NDArray[np.int64]
"""Of labels, one a piece."""

OUTSIDE, BEGIN_CUE, INSIDE_CUE, OPENING = range(4)
"""Labels of the cue tagger; OPENING marks the first piece of a quotation without cue."""
ROLES: Final = ("content", "source", "cue", "addressee", "citation")
"""What the role tagger finds; each has two labels, one for its first piece and one for the others, beside OUTSIDE."""
CUE_LABELS: Final = 4
ROLE_LABELS: Final = 1 + 2 * len(ROLES)
HIDDEN: Final = 128
FEATURES: Final = 10
"""Of a candidate, from which its confidence is reckoned; see `decode`."""

_BLOCK: Final = 256  # characters
_NEVER: Final = -np.inf
_SURE: Final = -0.01  # a piece whose log probability of OUTSIDE is above this is in no role
_FAINT: Final = math.log(0.03)  # words that name whom or whence are given from this log probability on
_MOST_POINTED: Final = 3  # runs of such words
_HALF: Final = math.log(2)


def begin_of(role: str) -> int:
    """The label of the first piece of a role; that of its other pieces is the next number."""
    return 1 + 2 * ROLES.index(role)


BEGIN_CONTENT: Final = begin_of("content")
BEGIN_SOURCE: Final = begin_of("source")
_BEGINS: Final = np.arange(1, ROLE_LABELS, 2)
_ON: Final = np.array([label + label % 2 for label in range(ROLE_LABELS)])
_BEGIN: Final = np.array([OUTSIDE, *(label - 1 + label % 2 for label in range(1, ROLE_LABELS))])
"""For each label, that with which its role goes on, and that with which it begins."""
_MAY_FOLLOW: Final = np.zeros((ROLE_LABELS, ROLE_LABELS), dtype=np.float32)
_MAY_FOLLOW[:, _BEGINS + 1] = _NEVER
_MAY_FOLLOW[_BEGINS, _BEGINS + 1] = _MAY_FOLLOW[_BEGINS + 1, _BEGINS + 1] = 0


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
    least_unmarked: float = 0.3
    """The same for contents without quotation marks, which become rows only where they are asked for."""
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
    starts, ends, is_part = pieces.starts[here], pieces.ends[here], pieces.is_part[here]
    is_break = ids == SEP
    in_marks = pieces.mark[here] > 0
    has_words = pieces.case[here] > 0
    cue = _log_softmax(outputs.cue)
    cue[is_break, OUTSIDE + 1 :] = _NEVER

    def spans(ranges: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(int(starts[low]), int(ends[high - 1])) for low, high in ranges)

    found: list[tuple[Attribution, tuple[float, ...]]] = []
    for first, last, is_cue in _anchors(cue, calibration.cue_bias):
        low, high = _word(is_part, first)[0], _word(is_part, last - 1)[1]
        if not window.own_start <= window.start + low < window.own_end:
            continue
        scores = _role_scores(outputs, head, relations(counts, low, high - 1), low, high)
        scores[is_break, OUTSIDE + 1 :] = _NEVER
        row = _whole_words(_best_row(scores), is_part)
        content = _contents(row, has_words)
        if not content:
            continue
        source = _surest(row, scores, "source")
        addressees, whom = _pointed(row, scores, "addressee", is_part)
        citations, whence = _pointed(row, scores, "citation", is_part)
        features = (
            float(np.logaddexp(cue[low, BEGIN_CUE], cue[low, INSIDE_CUE]) if is_cue else cue[low, OPENING]),
            float(is_cue),
            *_content_features(scores, content, in_marks),
            *_source_features(scores, source[0] if source else None),
        )
        attribution = Attribution(
            content=spans(content),
            cue=spans([_cue_bounds(row, low, high)]) if is_cue else (),
            source=spans(source),
            confidence=calibration.confidence(features),
            addressee=spans(addressees),
            citation=spans(citations),
            addressee_chances=whom,
            citation_chances=whence,
        )
        found.append((attribution, features))
    return found


def _whole_words(row: Row, is_part: npt.NDArray[np.bool_]) -> Row:
    """Give the pieces of each word one role: that of the first piece which has one.

    The tagger may begin or stop inside a word that it has never seen; no span does. Changes the row that it is given.
    """
    for at in np.flatnonzero(is_part[1:] & (row[1:] != _ON[row[:-1]])).tolist():
        start, end = _word(is_part, at + 1)
        label = next((label for label in row[start:end].tolist() if label != OUTSIDE), OUTSIDE)
        goes_on = start > 0 and label != OUTSIDE and _ON[row[start - 1]] == _ON[label] == label
        row[start] = label if goes_on else _BEGIN[label]
        row[start + 1 : end] = _ON[label]
        if end < len(row) and np.isneginf(_MAY_FOLLOW[row[end - 1], row[end]]):
            row[end] = _BEGIN[row[end]]
    return row


def _word(is_part: npt.NDArray[np.bool_], at: int) -> tuple[int, int]:
    """First piece, and last plus one, of the word that a piece belongs to."""
    start, end = at, at + 1
    while start > 0 and is_part[start]:
        start -= 1
    while end < len(is_part) and is_part[end]:
        end += 1
    return start, end


def _contents(row: Row, has_words: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of content. One of marks alone is part of the run that it touches, and nothing without one."""
    merged: list[tuple[int, int]] = []
    for low, high in _runs(row, "content"):
        before = merged[-1] if merged else (-1, -1)
        if before[1] == low and not (has_words[before[0] : low].any() and has_words[low:high].any()):
            merged[-1] = (before[0], high)
        else:
            merged.append((low, high))
    return [(low, high) for low, high in merged if has_words[low:high].any()]


def _cue_bounds(row: Row, low: int, high: int) -> tuple[int, int]:
    """Pieces of the cue, as the role tagger has them; the anchor where it has none that touches it."""
    runs = [run for run in _runs(row, "cue") if run[0] < high and low < run[1]]
    return max(runs, key=lambda run: min(run[1], high) - max(run[0], low), default=(low, high))


def _surest(row: Row, scores: Floats, role: str) -> list[tuple[int, int]]:
    """The run of a role whose first piece is the surest, if there is one."""
    runs = _runs(row, role)
    begin = begin_of(role)
    return [max(runs, key=lambda run: float(scores[run[0], begin]))] if runs else []


def _pointed(
    row: Row, scores: Floats, role: str, is_part: npt.NDArray[np.bool_]
) -> tuple[list[tuple[int, int]], tuple[float, ...]]:
    """The likeliest runs of a role, the likeliest first, with their probabilities.

    What the best row has comes first, then what is faint, among the pieces that are in no other role. A faint run goes
    on as long as that is at least half as likely as it has been so far.
    """
    begin = begin_of(role)
    runs = _surest(row, scores, role)
    free = np.where(row == OUTSIDE, scores[:, begin], _NEVER)
    likely = np.logaddexp(scores[:, begin], scores[:, begin + 1])
    chances = [float(np.exp(scores[low:high, begin].max())) for low, high in runs]
    while len(runs) < _MOST_POINTED and (top := float(free.max())) >= _FAINT:
        low, high = _word(is_part, int(free.argmax()))
        while high < len(row) and row[high] == OUTSIDE and scores[high, begin + 1] > likely[high - 1] - _HALF:
            high = _word(is_part, high)[1]
        free[low:high] = _NEVER
        runs.append((low, high))
        chances.append(math.exp(top))
    return runs, tuple(chances)


def _content_features(
    scores: Floats, content: Sequence[tuple[int, int]], in_marks: npt.NDArray[np.bool_]
) -> tuple[float, ...]:
    """Log probabilities of the first pieces, all pieces, the weakest piece and the ends; share in marks; log length."""
    inside = np.concatenate([scores[low:high].max(axis=1) for low, high in content])
    quoted = np.concatenate([in_marks[low:high] for low, high in content])
    goes_on = [float(np.exp(scores[high, BEGIN_CONTENT + 1])) for _, high in content if high < len(scores)]
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
    return shares_half(one.content, other.content)


def shares_half(one: Spans, other: Spans) -> bool:
    """Do two contents share half of the characters that either has?"""
    both = spans_overlap(one, other)
    return both >= 0.5 * (spans_size(one) + spans_size(other) - both)


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
    starts = np.flatnonzero(np.diff(near, axis=1, prepend=-1).any(axis=0))  # of the stretches that stand alike
    at = near[:, starts]
    place = head.distance[at[0]] + head.paragraph[at[1]] + head.marks[at[2]] + head.stops[at[3]]
    hidden = outputs.piece * (1 + outputs.scale[low:high].mean(axis=0))
    hidden += outputs.anchor[low:high].mean(axis=0)
    hidden += np.repeat(place, np.diff(starts, append=len(hidden)), axis=0)
    np.maximum(hidden, 0, out=hidden)
    return _log_softmax(hidden @ head.weight.T + head.bias + outputs.role)


def _best_row(scores: Floats) -> Row:
    """Find the best row of labels in which an inside label follows its begin label or itself (Viterbi)."""
    row: Row = scores.argmax(axis=1)
    before = np.concatenate([[OUTSIDE], row[:-1]])
    if not np.isneginf(_MAY_FOLLOW[before, row]).any():
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


def _runs(row: Row, role: str) -> list[tuple[int, int]]:
    """Spans of pieces in a role."""
    begin = begin_of(role)
    starts = np.flatnonzero(row == begin).tolist()
    out = []
    for start in starts:
        end = start + 1
        while end < len(row) and row[end] == begin + 1:
            end += 1
        out.append((start, end))
    return out
