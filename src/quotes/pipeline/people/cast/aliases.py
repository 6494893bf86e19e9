"""One person by two names: "Lars Berg, better known as Nattsvart", "Vexa (real name Ida Holm)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from quotes.pipeline.people.cast.forms import Form, Key
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import given_name_gender, normal_words

_KNOWN_AS: Final = re.compile(
    r",?[^\S\n]\(?(?:(?:(?:who|and)[^\S\n]is[^\S\n])?(?:better|best|also|professionally|otherwise|more[^\S\n]commonly)[^\S\n]known"
    r"(?:[^\S\n]professionally)?[^\S\n]as|known[^\S\n]professionally[^\S\n]as|aka|a\.k\.a\.?|(?:whose[^\S\n])?real[^\S\n]name"
    r"(?:[^\S\n]is)?,?|born)[^\S\n][\"“‘']?"
)
_REAL: Final = re.compile(r"\b(?:real[^\S\n]name(?:[^\S\n]is)?|born)\W*$")
_BEFORE: Final = 20  # characters before a real name
_LONGEST: Final = 60  # characters between the two names


def at_birth(
    text: str, mentions: Sequence[Mention], aliases: Mapping[Key, Key], forms: Mapping[Key, Form]
) -> dict[Key, Key]:
    """Real names that stand once, with the surname nowhere else, and the name by which the article goes."""
    found = {}
    for alias, real in aliases.items():
        once = (
            not set(real) & set(alias)
            and real[:1] not in forms
            and len(forms[real].mentions) == 1 < len(forms[alias].mentions)
            and real[-1:] not in forms
        )
        at = mentions[forms[real].mentions[0]].span.start
        if once and _REAL.search(text, max(0, at - _BEFORE), at):
            found[real] = alias
    return found


def aliases_of(text: str, mentions: Sequence[Mention]) -> dict[Key, Key]:
    """By form of a name the fuller form of the same person, as far as the article says whose it is."""
    found: dict[Key, Key] = {}
    for one, other in pairwise(mentions):
        if other.span.start - one.span.end > _LONGEST or {one.label, other.label} - {"person", ""}:
            continue
        if _KNOWN_AS.fullmatch(text, one.span.end, other.span.start) is None:
            continue
        first, second = normal_words(one.name), normal_words(other.name)
        if not first or not second or first == second:
            continue
        fuller = max((first, second), key=lambda key: (len(key), bool(given_name_gender(key[0])), key == first))
        alias = second if fuller == first else first
        if fuller not in found:
            found[alias] = fuller
    return found
