"""Who says the quoted regions: by the words on either side of each, and by the region before."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from quotes.model import Span
from quotes.pipeline.attribution.cues import Cue, verb_cue
from quotes.pipeline.attribution.frame import DIRECT, FOLLOWING, SOURCELESS, TERMINAL, Draft, Frame
from quotes.pipeline.attribution.lexicon import SPEECH, THOUGHT, TITLED

_SLACK: Final = 3  # tokens between a quotation and "she said"
_NEAR: Final = 14  # tokens behind a quotation in which a verb that is not in the lexicon is looked for
_TITLES: Final = 3  # titles in marks that may stand in "she said on …"
_FAR: Final = 40  # tokens between "she said" and a quotation
_PASSED: Final = frozenset(("ADV", "PUNCT", "SPACE", "SCONJ", "INTJ"))
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP"))
_DASHES: Final = frozenset(("-", "--", "–", "—"))
_EMPTY: Final = frozenset(("be", "have", "do"))
_TURNS: Final = frozenset(("when", "where", "while", "because", "if", "although", "though", "since", "which", "who"))
_BINDERS: Final = frozenset(("that", "how", "as"))


def attribute_regions(frame: Frame) -> None:
    """Give each region of `frame` that a cue beside it governs the draft of that cue, and join split quotations.

    A cue takes all regions that it governs: those on either side of "she said" are one quotation.
    """
    drafts: dict[int, Draft] = {}
    for index in range(len(frame.regions)):
        cue = _cue_before(frame, index) or _cue_behind(frame, index)
        begun = frame.drafts[index]  # in the paragraph before
        if begun is not None:
            if cue is not None:
                if begun.cue is None and begun.label is None:
                    begun.cue, begun.confidence = cue, DIRECT if cue.source else SOURCELESS
                drafts[cue.verb.i] = begun
                frame.used.add(cue.verb.i)
            continue
        if cue is None:
            _run_on(frame, index)
            continue
        draft = drafts.setdefault(cue.verb.i, Draft([], cue, DIRECT if cue.source else SOURCELESS))
        draft.content.append(_with_binder(frame, index, cue))
        frame.drafts[index] = draft
        frame.used.add(cue.verb.i)


def leave_unattributed(frame: Frame) -> None:
    """Make a draft without cue and source of each region that nobody is said to have said and that reads as speech."""
    for index, region in enumerate(frame.regions):
        if frame.drafts[index] is None and not _run_on(frame, index) and frame.is_speech(index):
            first = frame.places[index][0] == frame.low
            frame.drafts[index] = Draft([region.span], None, FOLLOWING if first else SOURCELESS)


def leave_announced(frame: Frame) -> None:
    """Do so in a headline, for the quotation that opens it before a colon: “…”: anger in the town."""
    if not frame.regions or frame.drafts[0] is not None or frame.is_title(0):
        return
    start, behind = frame.places[0]
    if start == frame.low and behind < frame.high and frame.doc[behind].text == ":":
        frame.drafts[0] = Draft([frame.regions[0].span], None, FOLLOWING)


def _run_on(frame: Frame, index: int) -> bool:
    """Give a region the draft of the one before it, where it goes on with it: “…,” she said. “…”."""
    before = index - 1
    passed = max(0, index - _TITLES)  # “…,” she said on “Mornings.” “…”
    while before > passed and frame.drafts[before] is None and frame.is_title(before):
        before -= 1
    if before < 0 or (draft := frame.drafts[before]) is None:
        return False
    start, end = frame.places[before][1], frame.places[index][0]
    ended = frame.sentence_in(frame.gaps[before + 1], first=True)[1] if before == index - 1 else frame.gaps[index][0]
    between = [token for token in frame.doc[ended:end] if not token.is_punct and not token.is_space]
    begins = not frame.regions[index].inner.cut(frame.text).lstrip()[:1].islower()
    if between or not (end <= start or (begins and (ended > start))):
        return False
    draft.content.append(frame.regions[index].span)
    frame.drafts[index] = draft
    return True


def _with_binder(frame: Frame, index: int, cue: Cue) -> Span:
    """The span of a region, with the "that" before it."""
    region, start = frame.regions[index], frame.places[index][0]
    before = frame.doc[start - 1] if start > cue.words[1] else None
    return Span(before.idx, region.span.end) if before is not None and before.lower_ == "that" else region.span


# --- “…,” she said ------------------------------------------------------------------------------------------------


def _cue_behind(frame: Frame, index: int) -> Cue | None:
    gap = frame.gaps[index + 1]
    start, end = frame.sentence_in(gap, first=True)
    if start == end:
        return None
    ending, following = frame.ending(index), frame.doc[start]
    set_off = (
        ending == "," or ending in TERMINAL or ending in ("-", "–", "—") or following.text in (",", "–", "—", "-", "--")
    )
    if not set_off or following.text in (":", ";") or (frame.is_title(index) and not frame.opens_sentence(index)):
        return None
    for cue in frame.cues[index + 1]:
        if cue.clause[0] >= end:
            break
        if _touches(frame, start, cue) and not _says_more(frame, index, cue):
            return cue
        if cue.own:
            return None
    if ending not in ",?!" and following.text != ",":
        return None
    for token in frame.doc[start : min(end, start + _NEAR)]:
        if token.tag_ in _FINITE and token.lemma_ not in _EMPTY:
            cue = verb_cue(frame.syntax, token, start, end)
            return cue if cue.own and _touches(frame, start, cue) and not _says_more(frame, index, cue) else None
    return None


def _touches(frame: Frame, start: int, cue: Cue) -> bool:
    """Does the clause of a cue begin at token `start`, but for an adverb or a comma?"""
    if not (cue.own or cue.phrase) or not start <= cue.clause[0] <= start + _SLACK:
        return False
    between = frame.doc[start : cue.clause[0]]
    return all(token.pos_ in _PASSED and token.text != ":" and token.lower_ not in _TURNS for token in between)


def _says_more(frame: Frame, index: int, cue: Cue) -> bool:
    """Does a cue behind a finished quotation report something else: “…” Hale said he would leave?"""
    if frame.ending(index) == "," or cue.phrase:
        return False
    ahead, limit = cue.clause[1], frame.gaps[index + 1][1]
    if any(token.text == ":" or token.lower_ == "that" for token in frame.doc[ahead : min(ahead + 4, frame.high)]):
        return True
    if index + 1 < len(frame.regions) and frame.ending(index) in ".…":
        direct = frame.doc[ahead : frame.places[index + 1][0]]
        if 0 < len(direct) <= _SLACK and direct[-1].text == ",":
            return True
    return any(
        child.dep_ == "ccomp" and ahead <= child.i < limit and _has_subject(frame, child, ahead)
        for child in frame.syntax.children(cue.verb)
    )


def _has_subject(frame: Frame, verb: Token, low: int) -> bool:
    return any(child.dep_ == "nsubj" and child.i >= low for child in frame.syntax.children(verb))


# --- she said: “…” ------------------------------------------------------------------------------------------------


def _cue_before(frame: Frame, index: int) -> Cue | None:
    start, end = frame.sentence_in(frame.gaps[index], first=False)
    if start == end:
        return None
    last = frame.doc[end - 1]
    cues = [cue for cue in frame.cues[index] if start <= cue.words[0] and cue.clause[1] <= end]
    if last.text == ":":
        speaking = [cue for cue in cues if cue.own or cue.clause[1] == end - 1] or cues
        return speaking[-1] if speaking else _verb_before(frame, start, end)
    cues = [cue for cue in cues if cue.lemma in SPEECH or cue.phrase or cue.lemma in THOUGHT]
    if not cues or end - cues[-1].clause[1] > _FAR:
        return None
    cue = cues[-1]
    tail = frame.doc[cue.clause[1] : end]
    if cue.lemma in TITLED and frame.is_title(index):
        return None
    if all(token.is_punct or token.lower_ in _BINDERS for token in tail):
        return cue if tail or cue.lemma in SPEECH else None
    if last.text not in (",", "that") or _opened_clause(frame, cue, end):
        return None
    if not cue.own and len(cues) > 1 and len(tail) > 1:
        cue = cues[-2]
    return None if _opened_clause(frame, cue, end) else cue


def _opened_clause(frame: Frame, cue: Cue, end: int) -> bool:
    """Has a reported clause begun between a cue and token `end`?"""
    for child in frame.syntax.children(cue.verb):
        if cue.words[1] <= child.i < end and child.dep_ in ("ccomp", "xcomp", "acomp"):
            return True
        begun = child.dep_ == "ccomp" and cue.words[1] <= child.left_edge.i < end
        subjects = (below for below in frame.syntax.children(child) if below.dep_ == "nsubj")
        if begun and not cue.phrase and any(cue.words[1] <= subject.i < end for subject in subjects):
            return True
    return False


def _verb_before(frame: Frame, start: int, end: int) -> Cue | None:
    """The last verb with a subject before a colon, whatever verb it is: she put it this way: “…”."""
    for token in reversed(frame.doc[start:end]):
        if token.tag_ in _FINITE and token.lemma_ not in _EMPTY:
            cue = verb_cue(frame.syntax, token, start, end)
            if cue.own:
                return cue
    return None


def cue_before_next(frame: Frame) -> Cue | None:
    """The cue of a paragraph that ends in a colon: what it announces stands in the next one."""
    gap = frame.gaps[-1]
    while gap[1] > gap[0] and frame.doc[gap[1] - 1].is_space:
        gap = gap[0], gap[1] - 1
    start, end = frame.sentence_in(gap, first=False)
    if start == end or frame.doc[end - 1].text != ":":
        return None
    own = [cue for cue in frame.cues[-1] if start <= cue.words[0] and cue.own]
    return own[-1] if own else _verb_before(frame, start, end)
