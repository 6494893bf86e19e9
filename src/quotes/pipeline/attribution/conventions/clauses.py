"""Who says what a clause within another one reports: "Lee hired Berg, who left and told the Herald", "…, which said".

The network gives such words to the subject of the main clause now and then. The pronoun is made their source here, and
`quotes.pipeline.people` reads what it takes up; so is the subject of "Lee said that her deputy, Tom Berg, warned".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span, Spans

_AUXILIARIES: Final = r"(?:(?:has|had|have|also|later|then|since|now|still|already|recently|promptly)\s+)*"
_CLAUSE: Final = re.compile(
    r"(?P<main>\s+[^\s,;:.“”\"][^;:.“”\"\n]*?),\s+(?P<pronoun>who|which)\s+"
    rf"(?:[^,;:.“”\"\n]{{1,80}}\s+and\s+)?{_AUXILIARIES}"
)
"""From a source to its cue: the rest of the main clause, and a relative one that the cue belongs to."""
_SUBJECT: Final = re.compile(
    r"\s*(?:that\s+)?(?P<subject>(?:the|an?|his|her|their|its|another)"
    r"(?:\s+(?!(?:and|but|or|was|is|are|were|has|had|have|would|will|could|of|to|in|for|that|who)\b)[a-z][\w-]*){1,3}"
    r"(?:,\s[^,.;:“”\"\n]{3,60}(?=,))?),?\s+"
    rf"{_AUXILIARIES}"
)
"""From the beginning of what somebody says to the cue of whoever speaks in it: "that her deputy, Tom Berg, warned"."""
_MEANWHILE: Final = re.compile(
    r"\s+(?:(?:was|were|is|are)\s+(?:speaking|talking|commenting|reacting|responding)|spoke)(?:\s[^,.;:“”\"\n]{1,40}?)?\s+"
    r"(?:as|after|when|while|before)\s+"
    r"(?P<subject>(?:[A-Z][\w.'’-]*\s){0,4}?[A-Z][\w'’-]*|"
    r"(?:the|an?)\s(?:[a-z][\w-]*\s)?(?!(?:and|but|or|then|who|that|which|said|says)\b)[a-z][\w-]*)"
    rf"(?:,\s[^,.;:“”\"\n]{{3,60}},)?\s+{_AUXILIARIES}"
)
"""From a source to the cue of whoever says something meanwhile: "He was speaking as Lee, the mayor, warned"."""
_OTHER_SUBJECT: Final = re.compile(
    r"\b(?:he|she|they|it|I|we|you)\s|\b(?:and|but|while|as|when)\s+(?:the|an?|his|her|their)\s", re.IGNORECASE
)
_REACH: Final = 240  # characters from a source to its cue
_SAYS: Final = re.compile(
    r"(?:say|said|saying|tell|told|repl|add|ask|claim|warn|insist|argu|announc|explain|confirm|den[yi]|respond|writ|wrote|"
    r"state|accus|call|describ|admit|not[ei]|suggest|declar|predict|promis)",
    re.IGNORECASE,
)


def with_own_subjects(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions; the source of those that a clause of its own reports is its pronoun or its subject."""
    return tuple(_settled(text, found))


def _settled(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    beside = defaultdict[Spans, list[Attribution]](list)
    for one in found:
        beside[one.source].append(one)
    for one in found:
        is_plain = one.cue and len(one.source) == 1 and _SAYS.search(one.cue[-1].cut(text))
        subject = None
        if is_plain:
            subject = _pronoun(text, one) or _meanwhile(text, one) or _subject(text, one, beside[one.source])
        yield replace(one, source=(subject,)) if subject else one


def _subject(text: str, one: Attribution, beside: Sequence[Attribution]) -> Span | None:
    """The subject of a clause in what a source says, which is given for the words in it too: all `beside` have it."""
    at = one.cue[0].start
    for outer in beside:
        begins = next((span.start for span in outer.content if span.start < at < span.end), at)
        if outer is not one and 0 < at - begins <= _REACH and (clause := _SUBJECT.fullmatch(text, begins, at)):
            return Span(*clause.span("subject"))
    return None


def _meanwhile(text: str, one: Attribution) -> Span | None:
    """Who says it while the source only speaks: "He was speaking as Lee, the mayor, warned"."""
    start, end = one.source[0].end, one.cue[0].start
    clause = _MEANWHILE.fullmatch(text, start, end) if 0 < end - start <= _REACH else None
    return Span(*clause.span("subject")) if clause else None


def _pronoun(text: str, one: Attribution) -> Span | None:
    """The relative pronoun whose clause has the cue, where the source is the subject of the clause before."""
    start, end = one.source[0].end, one.cue[0].start
    if not 0 < end - start <= _REACH or text.find(", wh", start, end) < 0:
        return None
    clause = _CLAUSE.fullmatch(text, start, end)
    if clause is None or _OTHER_SUBJECT.search(text, clause.start("pronoun"), end):
        return None
    return Span(*clause.span("pronoun"))
