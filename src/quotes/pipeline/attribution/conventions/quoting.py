"""Who is quoted by whoever says so: "“…,” the Herald said, quoting the mayor, Ann Lee".

The words are Lee's, as they are in "the Herald quoted Lee as saying" (`relays`), and the Herald is found again by
`quotes.pipeline.provenance`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span

_SAID: Final = re.compile(r"(?:said|says|reported|reports|added|wrote|writes)$")
_QUOTING: Final = re.compile(
    r"(?:[^\S\n](?:on[^\S\n])?\w+day)?,[^\S\n]quoting[^\S\n]"
    r"(?!(?:[\w’'-]+[^\S\n]){1,3}?(?:reports?|proverbs?|sayings?|verdict|lines?|poems?|songs?|lyrics|statements?|figures|"
    r"estimates|documents?|records|letters?|book|bible|scripture|filings?|releases?|emails?|website|data|motto|amendment|"
    r"constitution|psalm|tweets?|posts?|study|survey|poll)\b)(?!from\b|questions\b|his\b|her\b)"
    r"(?P<who>(?:(?:the|its|his|her)[^\S\n](?:[a-z-]+[^\S\n]){0,3}[a-z-]+,[^\S\n](?=[A-Z]))?"
    r"(?=[\w’'])(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Rev|Sen|Rep|Gov|St|Jr)\.(?=[^\S\n]?[A-Z])|"
    r"(?![^\S\n](?:who|as|when|while)\b)[^,.;:“”\"\n]){2,90})(?=[.,;:“”\"\n]|$|[^\S\n](?:who|as|when|while)\b)"
)
"""Behind a verb of saying: ", quoting a city official"."""
_MEDIUM: Final = re.compile(
    r"\bit$|\b(?:newspapers?|paper|magazine|daily|weekly|tabloid|agency|radio|television|tv|network|station|channel|"
    r"broadcaster|website|site|report|xinhua|interfax|tass|itar-tass|kyodo|yonhap|ansa|tanjug|ap|afp|reuters|bloomberg)\b",
    re.IGNORECASE,
)
"""What quotes others and does not speak itself."""


def with_quoted_sources(
    text: str, attributions: Sequence[Attribution], names: Sequence[tuple[Span, str]] = ()
) -> tuple[Attribution, ...]:
    """The attributions; of those that a medium has from somebody whom it quotes, he is the source.

    He is no content of "quoting" then: "quoting the mayor" alone says nothing.
    """
    bodies = {span for span, label in names if label == "ORG"}
    settled = [_settled(text, one, bodies) for one in attributions]
    quoted = [new.source[0] for old, new in zip(attributions, settled, strict=True) if new is not old]
    return tuple(one for one in settled if not _only_quotes(text, one, quoted))


def _only_quotes(text: str, one: Attribution, quoted: Sequence[Span]) -> bool:
    """Is whoever is quoted all that somebody is taken to say?"""
    quotes = [span.cut(text).casefold() for span in one.cue] == ["quoting"]
    return quotes and any(who.overlap(span) for who in quoted for span in one.content)


def _settled(text: str, one: Attribution, bodies: Set[Span]) -> Attribution:
    if len(one.cue) != 1 or len(one.source) != 1 or not _SAID.search(one.cue[0].cut(text)):
        return one
    cue, source = one.cue[0], one.source[0]
    found = _QUOTING.match(text, cue.end)
    if not found or source.start > cue.start:
        return one
    is_medium = _MEDIUM.search(source.cut(text)) or any(source.contains(body) for body in bodies)
    if not is_medium:  # who quotes while he speaks, as one does a proverb
        return one
    who = Span(*found.span("who"))
    if any(span.overlap(who) for span in one.content):
        return one
    return replace(one, source=(who,), cue=(Span(cue.start, who.start - 1),))
