"""Whom no pronoun and no phrase for somebody means: infants, who plays somebody in a film, the police of a station."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.scene import Scene

_INFANT: Final = re.compile(r"\b(?:[nN]ewborn|baby|infant|toddler)(?:[^\S\n](?:son|daughter|boy|girl))?,?[^\S\n]$")
_HOUSE: Final = re.compile(
    r"[^\S\n](?:(?:police|fire)[^\S\n])?(?:stations?|headquarters|barracks)\b|-(?:owned|backed|listed)\b"
)
_BEFORE: Final = 24  # characters before a name


def silent(scene: Scene, cast: Cast) -> frozenset[int]:
    """The figures that no pronoun and no phrase for somebody means: infants, players of parts, names of houses.

    Who plays somebody stands only in brackets behind whom he plays: "Sheriff Dunn (Ann Lee) comes calling". A house is
    what "Tide Road police station" names; nor is an owner meant who is only named as one: "Acme-owned".
    """
    text, spans = scene.text, [mention.span for mention in cast.mentions]
    infants = {
        cast.figure_of[i] for i, s in enumerate(spans) if _INFANT.search(text, max(0, s.start - _BEFORE), s.start)
    }
    ends = {span.end for span in spans}
    plays = [
        s.start - 2 in ends and text[s.start - 2 : s.start] == " (" and text[s.end : s.end + 1] == ")" for s in spans
    ]
    actors = {k for k, f in enumerate(cast.figures) if f.sort == "person" and all(plays[i] for i in f.mentions)}
    houses = {k for k, f in enumerate(cast.figures) if all(_HOUSE.match(text, spans[i].end) for i in f.mentions)}
    return frozenset(infants | actors | houses)
