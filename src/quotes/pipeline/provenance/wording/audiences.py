"""Addressees, and those without a name: "reporters", "a packed courtroom", "fans of the band", "the committee".

The nouns are lists of common words of the language, not of names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quotes.model import ToldToKind
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, ROLES, UNNAMED, is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.wording.narration import Names, Narration

OUTLET_NOUNS: Final = word_set(
    "newspaper magazine channel network station agency outlet publication tabloid broadcaster"
)
SHOW_NOUNS: Final = word_set("show programme program podcast radio blog boards website site")
AUDIENCES: Final = word_set(
    "reporters journalists fans audience crowd delegates supporters staff staffers employees students members "
    "voters viewers readers followers lawmakers mps senators investors shareholders colleagues parents police "
    "court jury committee congress parliament conference inquiry hearing seminar meeting gathering rally management "
    "workers teachers officers detectives listeners residents customers clients subscribers players people "
    "teammates courtroom panel public council assembly board world ministers enforcement nation everyone everybody "
    "subcommittee inquest forum "
    "friends family families relatives children kids women men guests crew media press summit tribunal senate jurors "
    "community parishioners couples loved-ones tourists pupils passengers motorists "
    "faithful briefing attendees spectators onlookers bondholders room hall newsroom congregation classroom "
    "troops legislature delegation locals"
)
"""Nouns for those to whom things are said when nobody is named."""
DAYS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
_OF_WHOM: Final = word_set("members member audience crowd group fans meeting gathering rally")
"""Nouns that are little without what follows ("members of the council"); "told residents of the plan" is no name."""
_HEADS: Final = word_set(
    "call calls centre center table case ruling order orders document documents papers filing filings record records "
    "chief vote election elections leader officer spokesman spokeswoman post posts speculation reports coverage "
    "attention pressure reaction reactions questions concerns interest release releases"
)
"""Nouns that make of the one before them but what they are of: "a conference call", "a court filing"."""
_BODIES: Final = word_set("committee council commission department board agency bureau panel")
"""Nouns of which an article mostly means the one that it names; "the court" may be any."""
_NUMBERS: Final = word_set("tens dozens hundreds thousands millions scores most many some all both")
_CLOSES: Final = (
    r"(?=\s*(?:$|[,;:\x00]|\.(?:\s|$))"
    r"|\s(?:on|in|at|to|that|who|during|after|before|from|with|for|outside|inside|near)\b)"
)
_AND: Final = re.compile(rf"\s?and\s+(?P<noun>(?:(?:their|his|her)\s+)?[a-z][a-z-]+){_CLOSES}")
_OF: Final = re.compile(
    r"\s?of\s+(?P<whom>(?:(?:the|his|her|their|its)\s+)?(?:[A-Z][\w’'&-]*(?:\s(?:of\s|for\s)?[A-Z][\w’'&-]*){0,5}|"
    rf"(?!(?:the|his|her|their|its|an?)\b)[a-z][a-z-]+(?:\s(?:and\s)?[a-z][a-z-]+){{0,3}})){_CLOSES}"
)
_TOPICS: Final = word_set("course how what why moment plan plans duty decision deal news")
"""What is told of, not whose members they are."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom it was told to, in the fullest form of the article, but a broadcaster by its letters; empty for nobody."""

    name: str = ""
    kind: ToldToKind = ""
    own: bool = False
    """Does it mean the article's own publication ("our interview")?"""
    again: bool = False
    """Does it mean one named before ("the newspaper", "her")?"""

    def __bool__(self) -> bool:
        return bool(self.name)

    @property
    def named(self) -> bool:
        """Is it somebody with a name, not an audience or a medium?"""
        return self.kind in ("outlet", "person")


NOBODY: Final = Addressee()


def without_name(
    narration: Narration, at: int, article: str, words: list[str], names: Names, *, only_audience: bool
) -> Addressee:
    """An audience of common words ("a packed courtroom", "angry customers", "the judge") that ends before `at`.

    `article` is what stands before the words, empty for nothing. One who has a name in the article gets it: "the
    judge", "the committee".
    """
    kept = list(words)
    while kept and not (is_people(kept[-1]) or _is_one(kept[-1], article) or kept[-1] in SHOW_NOUNS):
        if kept.pop() in _HEADS:
            return NOBODY
    if not kept or (only_audience and kept[-1] not in AUDIENCES):
        return NOBODY
    last, is_known = kept[-1], article.lower() in ("the", "his", "her", "their") and len(kept) == 1
    if last in OUTLET_NOUNS or last in SHOW_NOUNS:
        return NOBODY if is_known else Addressee(_with_article(article, kept), "outlet")
    is_body = article.lower() == "the" and len(kept) == 1 and last in _BODIES
    if is_body and (body := names.last_body(last, narration.start + at)):
        return Addressee(body, "outlet")
    if article.lower() == "the" and not is_people(last):  # one person or body that the article knows
        name = names.with_role(last, narration.start + at) if last in ROLES else ""
        if name or len(kept) > 1 or noun_kind(last) != "person":
            return Addressee(name, "person") if name else NOBODY
        return Addressee(last, "audience")
    written = _with_article(article, kept)
    return Addressee(written + _further(narration.text, at, last) if kept == words else written, "audience")


def _further(text: str, at: int, noun: str) -> str:
    """What belongs to an audience and stands behind its noun: " of the council", " and reporters"."""
    of = _OF.match(text, at) if noun in _OF_WHOM else None
    if of and _is_of_whom([normal(word) for word in of["whom"].split()]):
        return f" of {of['whom']}"
    joined = _AND.match(text, at)
    if joined and is_people(noun) and is_people(joined["noun"].split()[-1]):
        return f" and {joined['noun']}"
    return ""


def _is_of_whom(words: list[str]) -> bool:
    """Do words behind "of" say whose members or fans they are, in one to five words: "strikers and supporters"?"""
    plain = not FUNCTION_WORDS.intersection(words[1:-1]) - {"and", "of", "for"}
    return plain and not any(words[-1] in some for some in (FUNCTION_WORDS, DAYS, _TOPICS))


def counted(words: list[str]) -> bool:
    """Do words only say how many: "tens of thousands" (of residents), "a hall full" (of teachers)?"""
    return bool(words) and (words[-1] in _NUMBERS or (len(words) > 1 and words[-1] == "full"))


def is_date(name: str) -> bool:
    """Is it but days, months and numbers: "December 21"?"""
    return all(normal(word) in DAYS or word.strip(",.").isdigit() for word in name.split())


@lru_cache(maxsize=5_000)
def is_people(noun: str) -> bool:
    """Is a common noun one for people, several of them or as a body?"""
    one = singular(noun)
    return noun in AUDIENCES or (is_plural(noun) and (noun_kind(one) == "person" or one in UNNAMED))


def _is_one(noun: str, article: str) -> bool:
    return bool(article) and noun_kind(noun) in ("person", "organisation")


def _with_article(article: str, words: list[str]) -> str:
    return " ".join(words if article.lower() in ("", "the") else [article, *words])
