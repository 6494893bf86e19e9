"""Reported clauses: what a cue governs beside whole quotations, with or without words in marks."""

from __future__ import annotations

from typing import Final

from quotes.model import Span
from quotes.pipeline.attribution.cues import Cue
from quotes.pipeline.attribution.frame import INDIRECT, MIXED, SOURCELESS, Draft, Frame
from quotes.pipeline.attribution.lexicon import JUDGEMENT, SPEECH, THOUGHT
from quotes.pipeline.attribution.syntax import Range

_FAR: Final = 25  # tokens between a cue and words in marks that no clause binds to it
_LONG: Final = 200  # tokens on either side of a cue that its sentence may have
_NEXT: Final = 4  # tokens between a clause and words in marks that go on with it
_OBJECTS: Final = frozenset(("dobj", "oprd", "xcomp", "ccomp"))
_COMPLEMENTS: Final = frozenset(("dobj", "prep", "oprd", "xcomp", "ccomp", "acomp", "attr", "pcomp", "agent"))


def attribute_clauses(frame: Frame) -> list[Draft]:
    """Read the clauses that the unused cues of `frame` report; regions inside one are given its draft."""
    drafts = []
    for gap, cues in enumerate(frame.cues):
        for cue in cues:
            if cue.verb.i in frame.used:
                continue
            content = _content(frame, gap, cue)
            if content and (draft := _draft(frame, cue, content)) is not None:
                drafts.append(draft)
    return drafts


def _content(frame: Frame, gap: int, cue: Cue) -> list[Range]:
    """The tokens of what a cue reports, in one or two pieces; none for none."""
    low, high = _sentence(frame, gap, cue)
    verb = cue.verb
    if cue.phrase:
        return _around(cue, (low, high))
    if verb.dep_ in ("parataxis", "ccomp") and cue.source is not None and cue.own and _set_off(frame, cue):
        head = verb.head
        return _around(cue, (max(low, head.left_edge.i), min(high, head.right_edge.i + 1)))
    children = [child for child in frame.syntax.children(verb) if low <= child.i < high]
    clauses = [child for child in children if child.dep_ == "ccomp"]
    if not clauses and cue.lemma in SPEECH | THOUGHT:
        clauses = [child for child in children if child.dep_ == "xcomp" and child.i > verb.i]
    if clauses:
        last = clauses[-1]
        start, end = max(low, last.left_edge.i), min(high, last.right_edge.i + 1)
        if last.i > verb.i:
            return [(max(start, cue.words[1]), _with_next(frame, end, high))]
        return [(start, min(end, cue.clause[0]))] if cue.own else []
    quoted = _quoted_behind(frame, cue, high)
    if cue.lemma in JUDGEMENT or quoted:
        behind = [child for child in children if child.i >= cue.clause[1] and child.dep_ in _COMPLEMENTS]
        if behind and (quoted or behind[0].dep_ in _OBJECTS or behind[0].lower_ == "as"):
            start = max(cue.words[1], behind[0].left_edge.i)
            return [(start, max(quoted, min(high, behind[-1].right_edge.i + 1)))]
        if quoted:
            return [(cue.clause[1], quoted)]
    return []


def _with_next(frame: Frame, end: int, high: int) -> int:
    """The end of a clause that breaks off at token `end`, moved over words in marks that go on with it."""
    for index in frame.reached((end, end + _NEXT + 1)):
        start, behind = frame.places[index]
        near = start <= end + _NEXT and behind <= high and frame.drafts[index] is None
        if near and frame.next_stop(end) >= start and not any(word.dep_ == "nsubj" for word in frame.doc[end:start]):
            end = behind
    return end


def _around(cue: Cue, whole: Range) -> list[Range]:
    """The pieces of a range before and behind the clause of a cue."""
    start, end = cue.clause
    return [(a, b) for a, b in ((whole[0], min(start, whole[1])), (max(end, whole[0]), whole[1])) if a < b]


def _set_off(frame: Frame, cue: Cue) -> bool:
    """Does a comma or a dash stand on either side of a clause: the plan, she said, was bad?"""
    start, end = cue.clause
    return start > frame.low and frame.doc[start - 1].is_punct and (end >= frame.high or frame.doc[end].is_punct)


def _sentence(frame: Frame, gap: int, cue: Cue) -> Range:
    """The sentence around a cue, over the regions beside it that no sentence ends in and that nobody has claimed."""
    start, end = frame.gaps[gap]
    low = max(start, frame.stop_before(cue.clause[0]) + 1)
    high = min(end, frame.next_stop(cue.clause[1]))
    left = right = gap
    while low == frame.gaps[left][0] and cue.words[0] - low < _LONG and left > 0 and _open(frame, left - 1):
        left -= 1
        low = frame.sentence_in(frame.gaps[left], first=False)[0]
    while high == frame.gaps[right][1] and high - cue.words[1] < _LONG and right < len(frame.regions):
        if frame.drafts[right] is not None:
            break
        high = frame.places[right][1]
        if not _open(frame, right):
            break
        right += 1
        high = max(high, frame.sentence_in(frame.gaps[right], first=True)[1])
    return max(low, cue.words[0] - _LONG), min(high, cue.words[1] + _LONG)


def _open(frame: Frame, index: int) -> bool:
    return frame.drafts[index] is None and frame.ending(index) not in ".!?…"


def _quoted_behind(frame: Frame, cue: Cue, high: int) -> int:
    """The token behind the last unclaimed region between a cue and token `high`; 0 for none."""
    behind = 0
    for index in frame.reached((cue.words[1], high)):
        end, gap = frame.places[index][1], frame.gaps[index]
        nearer = any(other.own and other.words[0] > cue.words[0] for other in frame.cues[index])
        if end > high or nearer or frame.drafts[index] is not None or gap[1] - gap[0] > _FAR:
            break
        behind = end
    return behind


def _draft(frame: Frame, cue: Cue, pieces: list[Range]) -> Draft | None:
    spans: list[Span] = []
    inside: set[int] = set()
    for piece in pieces:
        span = frame.tokens.span(piece)
        whole: list[Span] = []  # regions that nobody has claimed are taken whole
        reached = frame.reached(piece)
        for index in range(max(0, reached.start - 1), reached.stop):
            region = frame.regions[index]
            if not span.overlap(region.span):
                continue
            if frame.drafts[index] is None:
                whole.append(region.span)
                inside.add(index)
            elif region.span.start > span.start:
                span = Span(span.start, region.span.start)
            else:
                span = Span(min(region.span.end, span.end), span.end)
        span = frame.tokens.trimmed(span)
        if span or whole:
            ends = [span, *whole] if span else whole
            spans.append(Span(min(ends).start, max(end.end for end in ends)))
    if not spans or not (inside or (cue.source and any(" " in span.cut(frame.text) for span in spans))):
        return None
    confidence = MIXED if inside else INDIRECT
    draft = Draft(spans, cue, confidence if cue.source else SOURCELESS)
    for index in inside:
        frame.drafts[index] = draft
    frame.used.add(cue.verb.i)
    return draft
