"""What names are by the words beside them: "the Xinhua news agency", "the news magazine Der Spiegel"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.names.tags import Tagged
from quotes.pipeline.people.nations import DEMONYMS

_AGENCY: Final = re.compile(r"[^\S\n]news[^\S\n](?:agency|service)\b")
_PAPERS: Final = (" magazine ", " newspaper ", " broadsheet ", " tabloid ", " newsweekly ")
"""Right before a name that is a paper's: "the news magazine Der Spiegel"."""
_SOME_GROUP: Final = re.compile(
    r"(?P<of>U\.S\.|US|UK|U\.K\.|[A-Z][a-z]+)[^\S\n](?:group|company|firm|retailer|manufacturer|giant)"
)
"""Somebody of a country, as the tagger may take him for a name."""


def by_what_is_beside(text: str, names: Sequence[Tagged]) -> list[Tagged]:
    """The names; agencies and papers are nobody ("the Xinhua news agency"), and "U.S. group" is no name."""
    agencies = {
        span.cut(text)
        for span, label in names
        if label == "person" and (_AGENCY.match(text, span.end) or text.endswith(_PAPERS, 0, span.start))
    }
    kept = ((span, label) for span, label in names if label != "organisation" or not _is_some_group(span.cut(text)))
    return [(span, "organisation" if span.cut(text) in agencies else label) for span, label in kept]


def _is_some_group(words: str) -> bool:
    """Are the words a country's adjective and a common noun, and no name?"""
    found = _SOME_GROUP.fullmatch(words)
    return found is not None and (normal(found["of"]) in DEMONYMS or found["of"].isupper())
