"""Bodies that are called by their kind or by their members: "the Altmere border service", "the Tories"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import COLLECTIVES, FUNCTION_WORDS, OPENERS, ROLES
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.names.runs import POSSESSIVE, Coverage
from quotes.pipeline.people.names.tags import Label
from quotes.pipeline.people.nations import DEMONYMS

_BODY: Final = re.compile(
    r"(?:[Tt]he[^\S\n])?([A-Z][\w.-]*"
    r"(?:[^\S\n](?!(?:and|or|her|his|their|its|of|for|in|at|from|with)\b)[\w.-]+){0,3}?[^\S\n]([a-z]+))"
)
_PARTY: Final = re.compile(
    r"\b[Tt]he[^\S\n](?P<name>Conservatives|Tories|Greens|Lib(?:eral)?[^\S\n]Dem(?:ocrat)?s|(?:Social|Christian|Free)[^\S\n]Democrats|"
    r"Nationalists|Socialists|Liberals)\b(?![^\S\n][A-Z])"
)
"""Parties by their members, behind "the"."""
_COMMITTEE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)[^\S\n]([A-Z][\w’'-]*)((?:[^\S\n][A-Z][\w’'-]*)?(?:[^\S\n][a-z]+){1,5}[^\S\n]committee)\b(?![^\S\n](?:member|chair|room|hearing))"
)
_OF_STATES: Final = frozenset(
    ("government", "ministry", "military", "army", "navy", "embassy", "parliament", "regime", "campaign")
)
"""Kinds of bodies that whoever has one is not."""
_LOOSE: Final = frozenset(("group", "movement", "watchdog", "regulator", "lobby", "industry"))
"""Kinds of bodies that no country's name makes one body of."""
_PLACED: Final = frozenset(("council", "university", "airport", "hospital", "college", "zoo"))
"""Kinds of bodies that are named by their place, without "the": "Altmere council"."""
_ARMS: Final = frozenset(("agency", "watchdog", "court", "panel", "trust", "board", "regulator", "tribunal"))
"""Kinds of bodies that are not the one whose they are: "the UN refugee agency"."""
_PAPERS: Final = frozenset(
    (
        "times",
        "post",
        "journal",
        "tribune",
        "herald",
        "gazette",
        "chronicle",
        "star",
        "sun",
        "globe",
        "telegraph",
        "mirror",
    )
)
"""The last words of newspapers' names, behind a place's."""
_BODY_LABEL: Final[Label] = "organisation"


def papers(text: str, names: Sequence[tuple[Span, Label]]) -> dict[Span, Label]:
    """Newspapers of which the tagger has made a place and a word: "Toronto" and "Star"."""
    return {
        Span(place.start, paper.end): _BODY_LABEL
        for (place, first), (paper, second) in pairwise(names)
        if (first, second) == ("place", _BODY_LABEL)
        and text[place.end : paper.start] == " "
        and normal(paper.cut(text).split()[-1]) in _PAPERS
    }


def parties(text: str, names: Sequence[tuple[Span, Label]]) -> list[tuple[Span, Label]]:
    """Parties that are called by their members, whom the tagger takes for people of a kind: "the Tories".

    Readers name them as speakers; "Republicans" and "Democrats" alone are many people.
    """
    cover = Coverage(span for span, _ in names)
    found = (Span(*match.span("name")) for match in _PARTY.finditer(text))
    return [(span, _BODY_LABEL) for span in found if span not in cover]


def bodies_by_kind(text: str, tagged: Sequence[tuple[Span, Label]], sources: Sequence[Span]) -> list[Span]:
    """Sources that name a body by its kind, unless an organisation is named in them: "the Altmere border service"."""
    starts = [span.start for span, _ in tagged]
    found = []
    for source in sorted(set(sources)):
        body = _BODY.fullmatch(text, source.start, source.end)
        if body is None:
            continue
        placed = body[2] in _PLACED and body.start() == body.start(1)
        if not (placed or body[2] in COLLECTIVES | _ARMS or body[1].endswith(" central bank")):
            continue
        first = body[1].split()[0]
        of_nation = normal(first) in DEMONYMS or (body[2] == "group" and first.replace(".", "") in ("US", "UK", "EU"))
        if body[2] in _LOOSE and (POSSESSIVE.search(first) or of_nation):
            continue  # "the American energy group"
        if normal(first) in OPENERS and first.replace(".", "") != "US":
            continue
        span = Span(*body.span(1))
        low = max(0, bisect_left(starts, span.start) - 1)
        own = [s for s, x in tagged[low : low + 8] if x == "organisation" and s.overlap(span)]
        of_first = [s.cut(text) for s in own] == [first]  # "Acmean" of "the Acmean army"
        words = body[1].split()
        is_arm = (
            first.isupper()
            and (len(words) > 2 or body[2] != "agency")
            and words[-2] not in ("news", "press", "state", "official")
        )
        is_party = body[2] == "party" and all(word[0].isupper() for word in words[:-1])
        if not own or placed or is_party or (of_first and (body[2] in _OF_STATES or (body[2] in _ARMS and is_arm))):
            found.append(span)
    return found


def committees(text: str) -> Iterator[Span]:
    """Committees called by what they are for, of which the tagger sees the beginning: "the Lords tides committee"."""
    for found in _COMMITTEE.finditer(text) if "committee" in text else ():
        words = [normal(word) for word in found[2].split()]
        small = [word for word in words if word in FUNCTION_WORDS and word not in ("and", "on", "of", "for")]
        if not small and not any(word in ROLES for word in words) and not POSSESSIVE.search(found[1]):
            yield Span(found.start(1), found.end(2))
