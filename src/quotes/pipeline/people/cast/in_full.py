"""Full names of figures whose mentions all are one word, from places where the tagger sees no name of theirs.

In a show, a work or a tribute that is called after them ("the Ann Lee Experiment"), glued to the line before
("CreditsAnn Lee"), with the surname in an editor's brackets ("Ann [Lee]"), or shared ("the Duke and Duchess of
Altmere").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.names.parts import TITLES, given_name_gender, is_title, normal
from quotes.pipeline.people.names.runs import Coverage
from quotes.pipeline.people.wordlists import word_set

_PEERS: Final = word_set("duke duchess prince princess earl countess")
_SHORTEST: Final = 3  # letters of a name
_MOST: Final = 50  # places that are looked at
_REACH: Final = 24  # characters before a surname
_SHOWS: Final = "Show|Podcast|Tonight|Tribute|Experiment|Band|Trio|Quartet|Quintet|Project|Tour|Concert|Live"
_CALLED_AFTER: Final = re.compile(rf"\]?(?:['’]s)?[^\S\n](?!(?:{_SHOWS})\b)[A-Z]")
"""Another word with a capital: a school, a church or a foundation may be called after anybody."""
_FIRST: Final = re.compile(
    r"(?<![A-Z’'-])(?<!St[^\S\n])(?<!St\.[^\S\n])(?<!Saint[^\S\n])([A-Z][a-z]{1,14})[^\S\n](?:[A-Z]\.[^\S\n])?\[?$"
)
"""A first name before a surname, which may stand in brackets; the first may be glued to what was before it."""
_GOES_ON: Final = re.compile(r"[\w’'-]*\w")


def name_in_full(text: str, name: str, titles: Collection[str], others: Coverage) -> str:
    """The full name of somebody of whom only a first name or a surname is tagged; empty where none or several fit.

    `titles` (in normal form) are those before the name: "Mr. Lee" is no Ann Lee. At `others` stand the names of other
    persons, where nothing is looked for.
    """
    if not name.replace("-", "").isalpha() or len(name) < _SHORTEST:
        return ""
    if is_peer(name):
        return _only({f"{name} of {found[1]}" for found in _shared(name).finditer(text)})
    if is_title(name):
        return ""
    if given_name_gender(name):
        bracketed = {f"{name} {found[1] or found[2]}" for found in _with_surname(name).finditer(text)}
        return _only(bracketed)
    genders = {TITLES.get(title, "") for title in titles} - {""}
    firsts: set[str] = set()
    for at in islice(_places(text, name), _MOST):
        found = _FIRST.search(text, max(0, at - _REACH), at)
        gender = given_name_gender(found[1]) if found else ""
        free = found is not None and Span(*found.span(1)) not in others
        free = free and not _CALLED_AFTER.match(text, at + len(name))
        if found and free and gender and not (genders and gender not in genders):
            firsts.add(found[1])
    return _only({f"{first} {name}" for first in firsts})


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as a word of its own."""
    at = text.find(name)
    while at >= 0:
        if not _GOES_ON.match(text, at + len(name)):
            yield at
        at = text.find(name, at + len(name))


def is_peer(name: str) -> bool:
    """Is a name of one word but a peer's title: "the Duke"?"""
    return normal(name) in _PEERS


def _only(names: set[str]) -> str:
    return names.pop() if len(names) == 1 else ""


@lru_cache(maxsize=200)
def _with_surname(first: str) -> re.Pattern[str]:
    """A surname behind a first name, in brackets or before the word that makes a show or a work of both."""
    behind = "Show|Podcast"
    return re.compile(
        rf"(?<![\w’'-]){re.escape(first)}[^\S\n](?:\[([A-Z][\w’'-]*[a-z])\]|([A-Z][\w’'-]*[a-z])(?=[^\S\n](?:{behind})\b))"
    )


@lru_cache(maxsize=20)
def _shared(title: str) -> re.Pattern[str]:
    """The place of a peer who is named together with another: "Duke and Duchess of Altmere"."""
    return re.compile(rf"\b{re.escape(title)}[^\S\n]and[^\S\n][A-Z][a-z]+[^\S\n]of[^\S\n]([A-Z][\w’'-]*\w)")
