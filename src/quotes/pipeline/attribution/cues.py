"""Cues: the words that report, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from quotes.pipeline.attribution.lexicon import REPORTING
from quotes.pipeline.attribution.syntax import Range, Syntax

_MOST_AUXILIARIES: Final = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report, in token numbers."""

    words: Range
    source: Range | None
    verb: Token
    """What the parse hangs the content on: the verb, or "according"."""
    own: bool = True
    """Does the source stand in the clause of the cue?"""
    phrase: bool = False
    """According to, in the words of: no verb."""

    @property
    def clause(self) -> Range:
        """The tokens from source to cue, in either order; the cue alone where the source stands elsewhere."""
        if self.source is None or not self.own:
            return self.words
        return min(self.words[0], self.source[0]), max(self.words[1], self.source[1])

    @property
    def lemma(self) -> str:
        """What kind of cue it is."""
        return self.verb.lemma_.lower()


def find_cues(syntax: Syntax, low: int, high: int) -> Iterator[Cue]:
    """Read the cues between tokens `low` and `high` (exclusive), in text order."""
    for token in syntax.doc[low:high]:
        if token.lower_ == "according" and token.i + 2 < high and syntax.doc[token.i + 1].lower_ == "to":
            cue = _phrase(syntax, token, 2, high)
        elif token.lower_ == "words" and _in_the_words_of(token, low, high):
            cue = _phrase(syntax, syntax.doc[token.i - 2], 4, high)
        elif token.tag_.startswith("VB") and token.lemma_.lower() in REPORTING and not _so_called(token):
            cue = verb_cue(syntax, token, low, high)
        else:
            continue
        if cue is not None:
            yield cue


def verb_cue(syntax: Syntax, verb: Token, low: int, high: int) -> Cue:
    """Read a verb as a cue, whatever verb it is; its source need not lie between tokens `low` and `high`."""
    start, end = verb.i, verb.i + 1
    for child in syntax.children(verb):
        if child.dep_ in ("aux", "auxpass", "neg") and verb.i - _MOST_AUXILIARIES <= child.i < start and child.i >= low:
            start = child.i
        elif child.dep_ == "prt" and child.i == end < high:
            end += 1
    head, own = syntax.subject(verb)
    if head is None and not syntax.passive(verb):
        beside = syntax.inverted_subject(verb) if _may_be_inverted(verb) else None
        if beside is None and low < start:
            beside = syntax.nominal_before(start)
        if beside is not None and beside.i < high:
            head, own = beside, True
    if head is None or head.lower_ == "what" or (own and not low <= head.i < high):
        return Cue((start, end), None, verb, own=False)
    if start < head.i < verb.i:  # did she say
        start = verb.i
    source = syntax.noun_phrase(head, low if own else 0)
    if own:
        source = (source[0], min(source[1], high))
        if head.i < verb.i:
            source = (source[0], min(source[1], start))
    return Cue((start, end), source, verb, own=own)


def _so_called(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "so"


def _may_be_inverted(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBN", "VBP")


def _in_the_words_of(token: Token, low: int, high: int) -> bool:
    if token.i - 2 < low or token.i + 2 >= high:
        return False
    return [word.lower_ for word in token.doc[token.i - 2 : token.i + 2]] == ["in", "the", "words", "of"]


def _phrase(syntax: Syntax, first: Token, length: int, high: int) -> Cue | None:
    """According to NOUN, in the words of NOUN."""
    behind = first.i + length
    last = syntax.doc[behind - 1]
    head = next((child for child in syntax.children(last) if child.dep_ == "pobj" and child.i >= behind), None)
    if head is None or head.i >= high:
        return None
    start, end = syntax.noun_phrase(head, behind)
    return Cue((first.i, behind), (start, min(end, high)), first, phrase=True)
