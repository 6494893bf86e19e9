"""One person by two names: "Lars Berg, better known as Nattsvart", "Vexa (real name Ida Holm)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotes.pipeline.people.cast.forms import Key
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import given_name_gender, normal_words

_KNOWN_AS: Final = re.compile(
    r",?[^\S\n]\(?(?:(?:(?:who|and)[^\S\n]is[^\S\n])?(?:better|best|also|professionally|otherwise|more[^\S\n]commonly)[^\S\n]known"
    r"(?:[^\S\n]professionally)?[^\S\n]as|known[^\S\n]professionally[^\S\n]as|aka|a\.k\.a\.?|(?:whose[^\S\n])?real[^\S\n]name"
    r"(?:[^\S\n]is)?,?|born)[^\S\n][\"“‘']?"
)
_LONGEST: Final = 60  # characters between the two names


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
