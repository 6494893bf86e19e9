"""Turns of a conversation that is printed as one: paragraphs such as `Lind: It will hold.` and `A: It will.` each.

No marks say that these are somebody's words, and the network, most of whose gold has none of them, passes over half.
The label at the head of a paragraph does, where labels take turns; what an interviewer asks is nobody's statement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from quotes.model import Attribution, Paragraph, Span, Spans, spans_overlap
from quotes.pipeline.attribution.conventions.claims import with_claims
from quotes.pipeline.attribution.conventions.labels import SURE
from quotes.pipeline.attribution.conventions.marks import SENTENCE_END

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
_OWN_WORDS: Final = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me)\b")
_IN_TALK: Final = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me|[Yy]ou|[Yy]ou['’]\w+|[Yy]our)\b")
_MARKS: Final = re.compile(r"[“”\"]")
_NAME: Final = 3  # letters of a label that may be a name in a paragraph; initials and "A" are not looked for
_SHARE: Final = 0.3
"""Share of the turns that speak of themselves or to each other. A paper that asks itself does not."""


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
    voices = _voices(text, turns, names)
    claims = [
        Attribution(turn.words, (turn.cue,), (turn.name,), SURE, is_verbatim=True)
        for turn in turns
        if turn.voice in voices
    ]
    return with_claims(found, claims, _has_no_other_source) if claims else tuple(found)


def _has_no_other_source(one: Attribution, claim: Attribution) -> bool:
    return not one.source or spans_overlap(one.source, claim.source) > 0


def _turns(text: str, paragraphs: Sequence[Paragraph]) -> list[_Turn]:
    """The turns of the article; none where the labels are no conversation."""
    heads = [
        (k, match) for k, one in enumerate(paragraphs) if (match := _LABEL.match(text, one.span.start, one.span.end))
    ]
    voices = _short(_voice(match) for _, match in heads)
    count = Counter(voices[_voice(match)] for _, match in heads)
    heads = [(k, match) for k, match in heads if count[voices[_voice(match)]] > 1]
    changes = sum(voices[_voice(one)] != voices[_voice(other)] for (_, one), (_, other) in pairwise(heads))
    if len(heads) < _FEWEST or changes < _CHANGES * (len(heads) - 1):
        return []

    def goes_on(head: re.Match[str]) -> Callable[[Paragraph], bool]:
        """Does a paragraph without a label belong to the turn? Not one of whoever speaks, or with others' words."""
        surname = _voice(head).split()[-1]

        def is_own(paragraph: Paragraph) -> bool:
            words = paragraph.span.cut(text)
            return (
                paragraph.kind == "body"
                and bool(_IN_TALK.search(words))
                and not _MARKS.search(words)
                and (len(surname) < _NAME or surname not in words.casefold())
            )

        return is_own

    turns = []
    for at, (k, match) in enumerate(heads):
        following = heads[at + 1][0] if at + 1 < len(heads) else k + 1
        end = following if following - k <= _MOST_PARAGRAPHS else k + 1
        first = Span(match.end(), paragraphs[k].span.end)
        if not first and k + 1 < end:  # a label may have a line of its own
            k, first = k + 1, paragraphs[k + 1].span
        more = [one.span for one in takewhile(goes_on(match), paragraphs[k + 1 : end])]
        name, cue = ("name", "cue") if match["name"] else ("short", "stop")
        if first:
            turns.append(_Turn(Span(*match.span(name)), Span(*match.span(cue)), (first, *more), voices[_voice(match)]))
    return turns


def _short(labels: Iterable[str]) -> dict[str, str]:
    """The voice of each label: "Ann Lind", at her first turn, is the "Lind" of the others, where nobody else is."""
    voices = set(labels)
    full = Counter(voice.split()[-1] for voice in voices if " " in voice)
    return {
        voice: last if " " in voice and (last := voice.split()[-1]) in voices and full[last] == 1 else voice
        for voice in voices
    }


def _voice(match: re.Match[str]) -> str:
    return (match["name"] or match["short"]).casefold()


def _voices(text: str, turns: Sequence[_Turn], names: Sequence[tuple[Span, str]]) -> set[str]:
    """Labels of those whose turns are statements: the people of the article, and whoever answers."""
    people = {span.cut(text).casefold() for span, label in names if label == "PERSON"}
    words = {word for name in people for word in name.split()}
    initials = {"".join(word[0] for word in name.split()) for name in people}
    voices = {turn.voice for turn in turns} - _QUESTIONS
    known = {v for v in voices if v in initials or v.split()[-1] in words}
    if not _is_talk(text, turns):
        return set()
    answers = [turn for turn in turns if turn.voice in ANSWERS]
    own = sum(any(_OWN_WORDS.search(text, s.start, s.end) for s in turn.words) for turn in answers)
    if answers and own >= _SHARE * len(answers):
        known |= ANSWERS
    asked = any(turn.voice in _QUESTIONS for turn in turns)
    return known if asked or len(voices) > 1 else set()


def _is_talk(text: str, turns: Sequence[_Turn]) -> bool:
    """Do the turns speak to each other? A list of "Lind: two goals" or "Age: 20" takes turns too.

    A share of them say I or you, or ask; half of them are sentences.
    """
    said = [" ".join(span.cut(text) for span in turn.words) for turn in turns]
    talks = sum(bool(_IN_TALK.search(words)) or words.rstrip().endswith("?") for words in said)
    sentences = sum(bool(SENTENCE_END.search(words)) for words in said)
    return talks >= _SHARE * len(said) and sentences >= len(said) / 2
