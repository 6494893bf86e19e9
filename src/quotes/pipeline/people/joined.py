"""Several who speak together, or wrote together: "Lee and House Speaker Berg", "a report by Acme and the Institute"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.entities import Cast

_AND: Final = re.compile(
    r"(?:,?\s+and\s+|\s+&\s+|,\s+)(?:(?!(?:an?|at|of|from|in|for|who|which)\s)[^\W\d_.]+\s+){0,4}", re.IGNORECASE
)
_PLAIN_JOINTS: Final = ("", "and", "&", "and the")
_CLOSED: Final = re.compile(r"(?:[^\S\n]\([A-Z]{2,7}\))?[\s,.]*")
_CO_AUTHOR: Final = re.compile(r"(?:[^\S\n]\([A-Z]{2,7}\))?[^\S\n](?:and|&)[^\S\n](?:the[^\S\n])?")
_TITLE_WORDS: Final = re.compile(r"\s+(?!and\s)(?:[^\W\d_]+\s+){0,4}", re.IGNORECASE)
_PAST_DESCRIPTION: Final = re.compile(
    r"(?:,[^\S\n][^,.;\n]{2,60},|[^\S\n](?:of|from|at)[^\S\n][^,.;\n]{2,40}?)[^\S\n]and[^\S\n](?:[^\W\d_.]+[^\S\n]){0,4}"
)


def several(text: str, named: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """The last name, with those that "and" or commas join to it."""
    out = [named[-1]]
    for i in reversed(named[:-1]):
        between = text[cast.mentions[i].span.end : cast.mentions[out[0]].span.start]
        # "Lee and House Speaker Berg", but no "Media and Sport Secretary"
        far = between.strip(" ,") not in _PLAIN_JOINTS
        if _AND.fullmatch(between) and not (far and cast.figures[cast.figure_of[i]].sort != "person"):
            out.insert(0, i)
        elif not _TITLE_WORDS.fullmatch(between):  # "House" of "Lee and House Speaker Berg" is passed over
            break
    return tuple(out) if len({cast.figure_of[i] for i in out}) > 1 else (named[-1],)


def co_authors(text: str, end: int, author: int, inside: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """Whose a document is, where two wrote it: "a report by Acme and the Altmere Institute"."""
    second = next((i for i in inside if i > author), None)
    if second is None or cast.figures[cast.figure_of[second]].sort not in ("person", "organisation", "place"):
        return (author,)
    mention = cast.mentions[second]
    if mention.possessive or not _CLOSED.fullmatch(text, mention.span.end, end):
        return (author,)
    between = text[cast.mentions[author].span.end : mention.span.start]
    two = _CO_AUTHOR.fullmatch(between) is not None and cast.figure_of[second] != cast.figure_of[author]
    return (author, second) if two else (author,)


def joined_behind(text: str, name: int, inside: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """The second of two that speak together, past what is said of the first: "Lee, the mayor, and Tom Berg"."""
    for i in inside:
        figure = cast.figures[cast.figure_of[i]]
        if i > name and figure.sort == "person" and " " in figure.entity.name:
            between = Span(cast.mentions[name].span.end, cast.mentions[i].span.start)
            return (i,) if _PAST_DESCRIPTION.fullmatch(text, between.start, between.end) else ()
    return ()
