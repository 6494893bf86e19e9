"""Two with one surname, which the article gives to one of them: "Kev and Ann Lee", "Tom Berg and his wife Ada"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quotes.pipeline.people.cast.forms import Key
from quotes.pipeline.people.lexicon import Gender
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import clean, given_name_gender, normal_words, parse_name

_SPOUSE: Final = re.compile(
    r",?[^\S\n](?:and|with)[^\S\n](?P<whose>his|her)[^\S\n](?:late[^\S\n]|former[^\S\n])?(?:wife|husband|partner),?[^\S\n]"
)
_AND: Final = " and "
_KIN: Final = re.compile(r"\b(?:[Hh](?P<whose>is|er)[^\S\n](?:husband|wife),?[^\S\n])$")
_SHORTEST: Final = 2  # letters of a surname
_BEFORE: Final = 14  # characters before a name
_REACH: Final = 1500  # characters back to whose spouse somebody is
_OTHER: Final[Mapping[Gender, Gender]] = {"m": "f", "f": "m", "": ""}


@dataclass(frozen=True, slots=True)
class Couple:
    """One with a full name, and another who is given by a first name alone."""

    home: Key
    """The full name."""
    partner: Key
    """The first name of the other."""
    name: str
    """The other with the surname, as it is shown."""
    joint: bool
    """Is the surname given for both ("Kev and Ann Lee"), the other's a known first name? A wife may have another."""
    gender: Gender
    """That of the one with the full name, if the other has not the same: "Mrs. Lee" is one, "Mr. Lee" the other."""


def couples_of(text: str, mentions: Sequence[Mention]) -> dict[Key, Couple]:
    """The couples of an article, by the full name of the one."""
    found: dict[Key, Couple] = {}
    last: Mention | None = None  # the last full name
    people = (normal_words(one.name) for one in mentions if one.label in ("person", ""))
    surnames = {words[-1] for words in people if len(words) > 1}
    for one, other in pairwise(mentions):
        if one.label in ("person", "") and " " in one.name:
            last = one
        pair = None if {one.label, other.label} - {"person", ""} else _beside(text, one, other)
        if pair is None and last is not None and other.span.start - last.span.end < _REACH:
            pair = _spouse_of(text, last, other)
        if pair is not None and not (pair.joint and pair.partner[0] in surnames):  # "Leonard", of "John Leonard"
            found.setdefault(pair.home, pair)
    return found


def _beside(text: str, one: Mention, other: Mention) -> Couple | None:
    """Two that stand side by side: "Kev and Ann Lee", "Tom Berg and his wife Ada"."""
    between = text[one.span.end : other.span.start]
    if spouse := _SPOUSE.fullmatch(between):
        return _couple(one, other, "m" if spouse["whose"] == "his" else "f", is_spouse=True)
    return _couple(other, one, "", is_spouse=False) if between == _AND else None


def _spouse_of(text: str, full: Mention, first: Mention) -> Couple | None:
    """One who is brought in as the husband or wife of somebody named before: "Her husband Tom said"."""
    kin = _KIN.search(text, max(0, first.span.start - _BEFORE), first.span.start)
    pair = _couple(full, first, "m" if kin["whose"] == "is" else "f", is_spouse=True) if kin else None
    return pair if pair and pair.gender else None


def _couple(full: Mention, first: Mention, told: Gender, *, is_spouse: bool) -> Couple | None:
    home, partner = normal_words(full.name), normal_words(first.name)
    words = clean(full.name).split()  # "Lee" of "Lee MP"
    if min(len(home), len(words)) < 2 or len(home[-1]) < _SHORTEST or len(partner) != 1 or first.title:
        return None
    if not is_spouse and len(home) > 2:
        return None
    own = given_name_gender(partner[0])
    gender = parse_name(" ".join(home)).gender or told or _OTHER[own]
    if not (own or gender) or (told and gender != told) or not (own or is_spouse):
        return None
    surname = words[-1] if is_spouse else " ".join(words[1:])
    name, apart = f"{clean(first.name)} {surname}", own in ("", _OTHER[gender])
    return Couple(home, partner, name, bool(own) and not is_spouse, gender if apart else "")
