"""Turns of a conversation that is printed as one: paragraphs such as `Lind: It will hold.` and `A: It will.` each.

No marks say that these are somebody's words, and the network, most of whose gold has none of them, passes over half.
The label at the head of a paragraph does, where labels take turns; what an interviewer asks is nobody's statement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from quotes.model import Attribution, Paragraph, Span, Spans, spans_overlap, spans_size
from quotes.pipeline.attribution.decoder import in_order
from quotes.pipeline.attribution.labels import SURE

ANSWERS: Final = frozenset(("a", "answer"))
"""Labels of whoever is interviewed."""
_QUESTIONS: Final = frozenset(
    ("q", "question", "interviewer", "host", "moderator", "reporter", "journalist", "audience", "caller")
)
_WORD: Final = r"[A-Z][\w.’'&-]*"
_LABEL: Final = re.compile(
    rf"(?P<name>{_WORD}(?:\s(?:(?:of|the|de|van|von|bin|al)\s)?{_WORD}){{0,3}})\s?(?P<cue>:)\s*(?=[^\s/]|\Z)"
    r"|(?P<short>[QA])(?P<stop>[.:])\s+(?=\S)"
)
_FEWEST: Final = 4  # turns of a conversation
_CHANGES: Final = 0.6  # share of the turns that another speaker's turn precedes
_MOST_PARAGRAPHS: Final = 8  # of one turn
_HALF: Final = 0.5
_OWN_WORDS: Final = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_OWN: Final = 0.3
"""Share of the answers that speak of themselves where somebody is interviewed; a paper that asks itself does not."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph, with those that go on in it."""

    name: Span
    cue: Span
    words: Spans
    voice: str
    """The label in lower case."""


def with_turns(
    text: str,
    found: Sequence[Attribution],
    paragraphs: Sequence[Paragraph],
    names: Sequence[tuple[Span, str]],
) -> tuple[Attribution, ...]:
    """The attributions, with those added that the labels of a conversation give, in text order.

    `names` are spans (characters) with the tagger's labels, in text order. One that covers half of a turn becomes the
    turn, unless it has a source of its own.
    """
    turns = _turns(text, paragraphs)
    if not turns:
        return tuple(found)
    voices = _voices(text, turns, names)
    kept = list(found)
    for turn in turns:
        if turn.voice not in voices:
            continue
        whole = Attribution(turn.words, (turn.cue,), (turn.name,), SURE, is_verbatim=True)
        same = next((one for one in kept if _same(one, turn)), None)
        if same is not None:
            kept.remove(same)
            whole = replace(whole, addressee=same.addressee, addressee_chances=same.addressee_chances)
        kept.append(whole)
    return in_order(kept)


def _same(one: Attribution, turn: _Turn) -> bool:
    both = spans_overlap(one.content, turn.words)
    if both < _HALF * (spans_size(one.content) + spans_size(turn.words) - both):
        return False
    return not one.source or spans_overlap(one.source, (turn.name,)) > 0


def _turns(text: str, paragraphs: Sequence[Paragraph]) -> list[_Turn]:
    """The turns of the article; none where the labels are no conversation."""
    heads = [
        (k, match) for k, one in enumerate(paragraphs) if (match := _LABEL.match(text, one.span.start, one.span.end))
    ]
    count = Counter(_voice(match) for _, match in heads)
    heads = [(k, match) for k, match in heads if count[_voice(match)] > 1]
    changes = sum(_voice(one) != _voice(other) for (_, one), (_, other) in pairwise(heads))
    if len(heads) < _FEWEST or changes < _CHANGES * (len(heads) - 1):
        return []
    turns = []
    for at, (k, match) in enumerate(heads):
        following = heads[at + 1][0] if at + 1 < len(heads) else k + 1
        end = following if following - k <= _MOST_PARAGRAPHS else k + 1
        more = [one.span for one in paragraphs[k + 1 : end] if one.kind == "body"]
        name, cue = ("name", "cue") if match["name"] else ("short", "stop")
        first = Span(match.end(), paragraphs[k].span.end)
        if words := (first, *more) if first else tuple(more):  # a label may have a line of its own
            turns.append(_Turn(Span(*match.span(name)), Span(*match.span(cue)), words, _voice(match)))
    return turns


def _voice(match: re.Match[str]) -> str:
    return (match["name"] or match["short"]).casefold()


def _voices(text: str, turns: Sequence[_Turn], names: Sequence[tuple[Span, str]]) -> set[str]:
    """Labels of those whose turns are statements: the people of the article, and whoever answers."""
    people = {span.cut(text).casefold() for span, label in names if label == "PERSON"}
    words = {word for name in people for word in name.split()}
    initials = {"".join(word[0] for word in name.split()) for name in people}
    voices = {turn.voice for turn in turns} - _QUESTIONS
    known = {v for v in voices if v in initials or v.split()[-1] in words}
    answers = [turn for turn in turns if turn.voice in ANSWERS]
    own = sum(any(_OWN_WORDS.search(text, s.start, s.end) for s in turn.words) for turn in answers)
    if answers and own >= _OWN * len(answers):
        known |= ANSWERS
    asked = any(turn.voice in _QUESTIONS for turn in turns)
    # A list of "Age: … Size: …" takes turns too, and names nobody.
    return known if asked or len(voices) > 1 else set()
