"""Do two names mean the same speaker?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

Name = tuple[str, ...]
"""The words of a name in lower case, without titles in front and punctuation; () for nobody named."""

Agreement = Literal["named", "unnamed", "conflict"]

_TITLES: Final = frozenset(
    "the mr mrs ms miss mx dr prof professor sir dame lord lady rev sen senator rep representative gov governor "
    "president former".split()
)
_NAME_WORD: Final = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’‘]s?$")


def name_of(speaker: str) -> Name:
    """The words by which a speaker's name is compared."""
    plain = unicodedata.normalize("NFKC", speaker.strip()).casefold()
    found = [word.replace("’", "'").replace("‘", "'") for word in _NAME_WORD.findall(_POSSESSIVE.sub("", plain))]
    while len(found) > 1 and found[0] in _TITLES:
        del found[0]
    return tuple(found)


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def compatible(one: Name, other: Name) -> bool:
    """Can both be forms of one name?

    "Berlin", "A. Berlin" and "Anna M. Berlin" can; "Anna Berlin" and "Peter Berlin" cannot. The words of the shorter
    must stand in the longer in their order (an initial for its word) and share its first or its last word.
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if short == long:
        return True
    if short[-1] != long[-1] and short[0] != long[0]:
        return False
    rest = iter(long)
    return all(any(_same_word(word, candidate) for candidate in rest) for word in short)


def agreement(one: Name, other: Name) -> Agreement:
    """named: both name a speaker, and it can be the same; unnamed: one of them is empty; else a conflict."""
    if not one or not other:
        return "unnamed"
    return "named" if compatible(one, other) else "conflict"
