"""Do two names mean the same speaker?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz

from quotes.dedupe.spelling import TITLES_IN_FULL

Name = tuple[str, ...]
"""The words of a name in lower case, without titles in front and punctuation; () for nobody named."""

Agreement = Literal["named", "unnamed", "conflict"]

_TITLES: Final = frozenset(
    "the mr mrs ms miss mx dr prof professor sir dame lord lady rev sen senator rep representative gov governor "
    "president former".split()
)
_NICKNAMES: Final = (
    "abigail abby,alexander alex,andrew andy drew,anthony tony,barbara barb,benjamin ben benny,bernard bernie,"
    "catherine cathy kate katie,charles charlie chuck,christopher chris,christine chris chrissy,daniel dan danny,"
    "david dave,deborah debbie deb,donald don donnie,edward ed eddie ted,elizabeth liz beth betsy,francis frank,"
    "frederick fred,gerald gerry jerry,gregory greg,harold harry hal,henry harry hank,jacob jake,james jim jimmy jamie,"
    "jeffrey jeff,jennifer jen jenny,john jack johnny,jonathan jon,joseph joe joey,joshua josh,katherine kathy kate,"
    "kenneth ken kenny,lawrence larry,leonard len,margaret maggie meg peggy,matthew matt,michael mike mick,"
    "nicholas nick,patricia pat patty tricia,patrick pat paddy,peter pete,philip phil,rebecca becky,"
    "richard dick rick rich richie,robert bob rob bobby robbie,ronald ron,samuel sam,stephen steve,steven steve,"
    "susan sue susie,theodore ted theo,theresa terry,thomas tom tommy,timothy tim,victoria vicky,walter walt,"
    "william bill will billy"
)
_SHORT_FOR: Final[dict[str, frozenset[str]]] = {
    name: frozenset(
        full for names in _NICKNAMES.split(",") for full, *short in [names.split()] if name == full or name in short
    )
    for names in _NICKNAMES.split(",")
    for name in names.split()
}
GIVEN_NAMES: Final = frozenset(_SHORT_FOR)
"""First names by which a name is known where no capital tells."""
SHORT_TITLES: Final = frozenset(TITLES_IN_FULL) | frozenset({"mr", "mrs", "ms", "prof", "rev", "st"})
"""Titles that may have a point behind them, which ends no sentence."""
TITLES: Final = _TITLES | frozenset(TITLES_IN_FULL) | frozenset(TITLES_IN_FULL.values())
"""Titles before a name, in full and as newsrooms shorten them."""
SPELLED_ALIKE: Final = 75
"""Likeness of letters, 0 to 100, from which two names, or words, are one with a typo or another ending."""
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NAME_WORD: Final = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’‘]s?$")


@lru_cache(maxsize=1 << 16)
def name_of(speaker: str) -> Name:
    """The words by which a speaker's name is compared."""
    plain = unicodedata.normalize("NFKC", speaker.strip()).casefold()
    found = [word.replace("’", "'").replace("‘", "'") for word in _NAME_WORD.findall(_POSSESSIVE.sub("", plain))]
    while len(found) > 1 and found[0] in _TITLES:
        del found[0]
    return tuple(found)


def is_joint(name: Name) -> bool:
    """Are they several people: "Ada Rusk and Tom Lind"?"""
    return "and" in name[2:-2]


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _one_given_name(one: str, other: str) -> bool:
    """Is the one short for the other, as Dick is for Richard?"""
    return bool(_SHORT_FOR.get(one, {one}) & _SHORT_FOR.get(other, {other}))


def compatible(one: Name, other: Name) -> bool:
    """Can both be forms of one name?

    "Berlin", "A. Berlin" and "Anna M. Berlin" can; "Anna Berlin" and "Peter Berlin" cannot. The words of the shorter
    must stand in the longer in their order (an initial for its word) and share its first or its last word. One of
    several who speak together can stand for them.
    """
    # Two names that share no word never are, which most pairs are told apart by: too many of them to be remembered.
    return not set(one).isdisjoint(other) and _compatible(one, other)


@lru_cache(maxsize=1 << 16)
def _compatible(one: Name, other: Name) -> bool:
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if short == long:
        return True
    generations = _GENERATIONS & {short[-1]}, _GENERATIONS & {long[-1]}
    if any(generations) and all(len(name) > len(found) for name, found in zip((short, long), generations, strict=True)):
        # A bare surname may leave "Jr." out; a full name without it is the father, and two of them may not differ.
        if generations[0] != generations[1] and (all(generations) or len(short) > 1):
            return False
        short = short[:-1] if generations[0] else short
        long = long[:-1] if generations[1] else long
        return _compatible(short, long)
    if short[-1] != long[-1] and short[0] != long[0]:
        # One of three who said it together stands amid their names.
        return is_joint(long) and any(long[at : at + len(short)] == short for at in range(len(long)))
    if short[-1] == long[-1] and len(short) > 1 and short[0] != long[0] and _one_given_name(short[0], long[0]):
        short = (long[0], *short[1:])
    rest = iter(long)
    return all(any(_same_word(word, candidate) for candidate in rest) for word in short)


def agreement(one: Name, other: Name) -> Agreement:
    """named: both name a speaker, and it can be the same; unnamed: one of them is empty; else a conflict."""
    if not one or not other:
        return "unnamed"
    return "named" if compatible(one, other) else "conflict"


def other_name(some: Sequence[str], others: Sequence[str]) -> bool:
    """Are two stretches' names, in plain words, of other people, places or things? Not where one has none."""
    mine, theirs = _bare(some), _bare(others)
    if not mine and not theirs:
        return bool(some and others) and set(some).isdisjoint(others)  # Mr. and Mrs.
    if not mine or not theirs or fuzz.ratio(" ".join(mine), " ".join(theirs)) >= SPELLED_ALIKE:
        return False
    short, long = sorted((mine, theirs), key=len)
    if set(short) <= set(long) or compatible(mine, theirs):
        return False
    return short != ("".join(word[0] for word in long),)  # UN, United Nations


def _bare(words: Sequence[str]) -> Name:
    """A name in a text without titles and the ending of the possessive."""
    return tuple(word.removesuffix("'s").rstrip("'") for word in words if word not in TITLES)
