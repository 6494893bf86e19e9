"""Where a phrase for a source ends, and the part of it that names; what an organisation's name is a part of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.cast.entities import Cast, Figure
from quotes.pipeline.people.cast.roles import OWNERS
from quotes.pipeline.people.lexicon import COLLECTIVES, ORGANISATION_NOUNS, is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import word_set

ARTICLES: Final = frozenset(("", "the", "a", "an"))
POSSESSIVES: Final = word_set("his her their its our my your")
_PARTS_OF_FIRMS: Final = word_set("subsidiary unit division affiliate arm parent rival offshoot spin-off")
_HEAD_END: Final = re.compile(
    r"[,:–—]|(?<!&amp);|\((?![^()]*\)\s*\w)|\s(?=(?:who|whom|whose|which|that|of|for|from|at|in(?!\s+chief)|with|within|on|by|to|behind|leading|conducted|close|familiar|against|"
    r"alongside|representing|defending|advising|(?:meeting|suing|investigating|accusing|interviewing)(?=[^\S\n](?-i:[A-Z]))|speaking|writing|posting)\b(?!-))",
    re.IGNORECASE,
)
_OWNED_NOUN: Final = re.compile(r"[^\S\n](?:[a-z][\w-]*[^\S\n]){1,3}")
_FAR_NAME: Final = re.compile(r"(?:[^\S\n](?:of|for|in|at)\b|[\w ]{0,20}\))[^,.;:“”\"\n]{0,50},[^\S\n]")
_WORD_END: Final = re.compile(r"[\w-]*")
_REACH: Final = 70  # characters looked at behind a phrase that breaks off
_NATIONS: Final = frozenset(("U.S.", "US", "U.K.", "UK", "EU"))
"""Countries before a noun for a firm, which are not meant: "the U.S. group"."""
_FIRMS: Final = frozenset(("group", "company", "firm", "manufacturer", "retailer", "giant"))


def mentions_in(span: Span, cast: Cast, starts: Sequence[int]) -> list[int]:
    """Mentions that lie in a stretch of text, at most those of its first 400 characters."""
    out = []
    i = bisect_left(starts, span.start)
    while i < len(starts) and starts[i] < min(span.end, span.start + 400):
        out.append(i)
        i += 1
    return out


def head_end(text: str, span: Span, inside: Sequence[int], cast: Cast) -> int:
    """Where the part of the phrase that names ends: the first cut that lies in no name."""
    for found in _HEAD_END.finditer(text, span.start, min(span.end, span.start + 400)):
        at = found.start()
        in_name = any(cast.mentions[i].span.start < at < cast.mentions[i].span.end for i in inside)
        if not in_name and normal(text[span.start : at]) not in ARTICLES:  # "the leading promoter"
            return at
    return span.end


def has_office(figure: Figure, words: str) -> bool:
    """Is it a body that is named by whose it is: "Lee's campaign", "Altmere's foreign ministry"?"""
    noun = normal(words.split()[-1])
    return noun in ("campaign", "office", "administration") or (figure.sort == "place" and noun in COLLECTIVES)


def is_described(text: str, mention: int, reach: int, cast: Cast) -> bool:
    """Do but common nouns for an organisation follow an organisation's name: "Acme news agency"?"""
    behind = text[cast.mentions[mention].span.end : reach].lstrip(")").split()  # "the Tide Office (TO) watchdog"
    is_organisation = cast.figures[cast.figure_of[mention]].sort == "organisation"
    common = 0 < len(behind) <= 3 and all(w.islower() for w in behind) and not is_plural(normal(behind[-1]))
    if any(w.endswith(OWNERS) for w in behind) or (behind and behind[-1] in _PARTS_OF_FIRMS):
        return False  # "the UN children's agency", "the Acme subsidiary"
    if cast.mentions[mention].name in _NATIONS and behind and behind[-1] in _FIRMS:
        return False  # "the U.S. group"
    return is_organisation and common and singular(normal(behind[-1])) in ORGANISATION_NOUNS


def says_itself(span: Span, end: int, cue: Sequence[Span]) -> bool:
    """Do the words that report it stand between a possessive and a character: "his support for", "Lee's hopes that"?

    Then whoever owns them says it, and they are no part of the source.
    """
    return any(span.end <= one.start < end for one in cue)


def with_owned(text: str, span: Span, cue: Sequence[Span]) -> Span:
    """A possessive that the network left alone, with what is owned: "My" of "My grandfather always said"."""
    if normal(span.cut(text)) not in POSSESSIVES:
        return span
    behind = _OWNED_NOUN.match(text, span.end)
    words = list(re.finditer(r"[a-z][\w-]*", behind[0])) if behind else []
    owned = next((word for word in words if noun_kind(singular(normal(word[0])))), None)
    if owned is None and words and normal(span.cut(text)) not in ("his", "her"):
        owned = words[0]  # those never stand alone
    end = span.end + (owned.end() if owned else 0)
    return span if says_itself(span, end, cue) else Span(span.start, end)


def whole_phrase(text: str, span: Span, cast: Cast, starts: Sequence[int], cue: Sequence[Span]) -> Span:
    """The phrase with what the network left off at its end: "Berg's" of "Berg's publicist Ann Lee"."""
    end, owned = span.end, span.cut(text).rstrip().endswith(OWNERS)
    if 0 < end < len(text) and text[end - 1].isalnum() and text[end] in "-‐":  # "Bre" of "Bre-X insider"
        end = _WORD_END.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing at the least
        owned = True
    behind = (_OWNED_NOUN if owned else _FAR_NAME).match(text, end, end + _REACH)
    if behind is None or says_itself(span, behind.end(), cue):
        return Span(span.start, end)
    k = bisect_left(starts, behind.end())
    is_somebody = not owned or noun_kind(singular(normal(behind[0].split()[-1]))) == "person"
    named = k < len(starts) and starts[k] == behind.end() and cast.figures[cast.figure_of[k]].sort == "person"
    if is_somebody and named:
        return Span(span.start, cast.mentions[k].span.end)
    if owned and is_somebody:
        return Span(span.start, behind.end() - 1)
    return Span(span.start, end)
