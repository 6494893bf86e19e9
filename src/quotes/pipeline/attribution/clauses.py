"""Who says what a relative clause reports: "Lee hired Berg, who left and told the Herald", "…, which said".

The network gives such words to the subject of the main clause now and then. The pronoun is made their source here, and
`quotes.pipeline.people` reads what it takes up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span

_AUXILIARIES: Final = r"(?:(?:has|had|have|also|later|then|since|now|still|already|recently|promptly)\s+)*"
_CLAUSE: Final = re.compile(
    r"(?P<main>\s+[^\s,;:.“”\"][^;:.“”\"\n]*?),\s+(?P<pronoun>who|which)\s+"
    rf"(?:[^,;:.“”\"\n]{{1,80}}\s+and\s+)?{_AUXILIARIES}"
)
"""From a source to its cue: the rest of the main clause, and a relative one that the cue belongs to."""
_OTHER_SUBJECT: Final = re.compile(
    r"\b(?:he|she|they|it|I|we|you)\s|\b(?:and|but|while|as|when)\s+(?:the|an?|his|her|their)\s", re.IGNORECASE
)
_REACH: Final = 240  # characters from a source to its cue
_SAYS: Final = re.compile(
    r"(?:say|said|saying|tell|told|repl|add|ask|claim|warn|insist|argu|announc|explain|confirm|den[yi]|respond|writ|wrote|"
    r"state|accus|call|describ|admit|not[ei]|suggest|declar|predict|promis)",
    re.IGNORECASE,
)


def with_relative_clauses(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions; the source of those that a relative clause reports is its pronoun."""
    return tuple(_settled(text, found))


def _settled(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    for one in found:
        pronoun = _pronoun(text, one) if one.cue and len(one.source) == 1 else None
        yield replace(one, source=(pronoun,)) if pronoun else one


def _pronoun(text: str, one: Attribution) -> Span | None:
    """The relative pronoun whose clause has the cue, where the source is the subject of the clause before."""
    start, end = one.source[0].end, one.cue[0].start
    if not 0 < end - start <= _REACH or text.find(", wh", start, end) < 0 or not _SAYS.search(one.cue[-1].cut(text)):
        return None
    clause = _CLAUSE.fullmatch(text, start, end)
    if clause is None or _OTHER_SUBJECT.search(text, clause.start("pronoun"), end):
        return None
    return Span(*clause.span("pronoun"))
