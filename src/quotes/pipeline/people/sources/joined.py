"""Several who speak together, or wrote together: "Lee and House Speaker Berg", "a report by Acme and the Institute"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.cast.entities import Cast

_AND: Final = re.compile(
    r"(?:,?\s+and\s+|\s+&\s+|,\s+)(?:(?!(?:an?|at|of|from|in|for|who|which)\s)"
    r"(?:[^\W\d_.][^\W\d_.-]*(?:-[^\W\d_.]+)*|(?:Dr|Mrs?|Ms|Prof|Sens?|Reps?|Gov|Gen|Rev|Sgt|Lt|Capt)\.)\s+){0,4}",
    re.IGNORECASE,
)
_AGED: Final = re.compile(r",[^\S\n]\d{1,2}(?=,)|[^\S\n]\([^()\n]{1,20}\)")
"""Behind a name: "Lee, 52, and Berg", "Lee (D-Ohio) and Berg"."""
_OWNER: Final = re.compile(r"(?<=\s)(?:[A-Z][\w.-]*[^\S\n]){0,5}[A-Z][\w.-]*['’]s[^\S\n]$")
"""Before what somebody owns: "Lee and Tom Berg's Acme"."""
AGE_AND: Final = re.compile(r",[^\S\n]\d{1,2},?[^\S\n]and[^\S\n]")
_PLAIN_JOINTS: Final = ("", "and", "&", "and the")
_CLOSED: Final = re.compile(r"(?:[^\S\n]\([A-Z]{2,7}\))?[\s,.]*")
_CO_AUTHOR: Final = re.compile(r"(?:[^\S\n]\([A-Z]{2,7}\))?[^\S\n](?:and|&)[^\S\n](?:the[^\S\n])?")
_REACH: Final = 20  # characters before a source
_TITLE_WORDS: Final = re.compile(r"\s+(?!and\s)(?:[^\W\d_]+\s+){0,4}", re.IGNORECASE)
_PAST_DESCRIPTION: Final = re.compile(
    r"(?:,[^\S\n][^,.;\n]{2,60},|[^\S\n](?:of|from|at)[^\S\n](?:the[^\S\n])?(?=[A-Z])[^,.;\n]{2,40}?)[^\S\n]and[^\S\n](?:[^\W\d_.]+[.,]?[^\S\n]){0,4}"
)
_THEIR_CUE: Final = re.compile(
    r"(?:,[^\S\n][^,.;\n]{2,60},)?[^\S\n](?:(?:have|had|both|also|jointly)[^\S\n]){0,2}"
    r"(?:said|say|told|wrote|argued|added|announced|warned|claimed|agreed)\b"
)
_CUE_BEFORE: Final = re.compile(r"\b(?:said|say|added|wrote|agreed|according[^\S\n]to)[^\S\n]$")
_CLOSES: Final = re.compile(r"(?:,[^,.;:\n]{2,60})?(?:[.\n]|$)")
_EITHER: Final = re.compile(r"\bn?or\b")
_OTHERS: Final = re.compile(r",?[^\S\n]and[^\S\n](?:[a-z]+[^\S\n]){0,2}others")


_WITH_DESCRIPTION: Final = re.compile(
    r"(?:[^\S\n]\([^()\n]{1,40}\))?"
    r"(?:,[^\S\n]|,?[^\S\n](?P<and>and|&)[^\S\n](?!(?:who|which|of|at|in|from|for)\b)(?P<what>[^.;:“”\"()\n]{0,60}))"
)
_PLAIN: Final = re.compile(r"(?:the[^\S\n])?(?:[a-z][\w-]*[^\S\n]){0,3}")
_PLAIN_OR_TITLE: Final = re.compile(r"(?:the[^\S\n])?(?:[\w-]+[^\S\n]){0,2}")
_BEHIND_PREPOSITION: Final = re.compile(
    r"\b(?:of|for|by|to|with|from|at|in|on|about|against|under)[^\S\n](?:the[^\S\n])?$"
)
_CAST_AS: Final = re.compile(r"(?:[^\S\n]\([^()\n]{1,40}\)?)?[\s,]*")


def several(text: str, named: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """The last name, with those that "and" or commas join to it."""
    named = [i for i in named if i == named[-1] or not _in_brackets(text, i, cast)]
    named = [i for i in named if i == named[-1] or not _owns_next(text, i, cast)]  # "Lee, Berg and Osk's Acme"
    out = [named[-1]]
    for i in reversed(named[:-1]):
        between = _AGED.sub("", text[cast.mentions[i].span.end : cast.mentions[out[0]].span.start])
        between = _OWNER.sub("", between)
        # "Lee and House Speaker Berg", but no "Media and Sport Secretary"
        far = between.strip(" ,") not in _PLAIN_JOINTS
        if _AND.fullmatch(between) and not (far and cast.figures[cast.figure_of[i]].sort != "person"):
            out.insert(0, i)
        elif not _TITLE_WORDS.fullmatch(between):  # "House" of "Lee and House Speaker Berg" is passed over
            break
    return tuple(out) if len({cast.figure_of[i] for i in out}) > 1 else (named[-1],)


def _owns_next(text: str, mention: int, cast: Cast) -> bool:
    """Does what the next mention names belong to a name: "Lee's Acme"?"""
    name, behind = cast.mentions[mention], cast.mentions[mention + 1]
    return name.possessive and len(text[name.span.end : behind.span.start].split()) == 1


def _in_brackets(text: str, mention: int, cast: Cast) -> bool:
    """Is it a place in brackets behind a name: "Lee (D-Ohio)"?"""
    span = cast.mentions[mention].span
    open_at = text.rfind("(", max(0, span.start - _REACH), span.start)
    return open_at >= 0 and text.startswith(")", span.end) and ")" not in text[open_at : span.start]


def speaks_for(between: str) -> bool:
    """Do words between two names end as those before whom somebody speaks for: "and a spokesman for"?"""
    return _BEHIND_PREPOSITION.search(between) is not None


def together(text: str, span: Span, first: int, inside: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """All whom a source names from its first name on, past what is said of each; the first alone where one is left out.

    "The producers, Ann Lee and her partner Tom Berg", "the speaker, Ann Lee, and the leader, Tom Berg".
    """
    out, joint = [first], False
    sort = cast.figures[cast.figure_of[first]].sort
    for i in inside:
        mention = cast.mentions[i]
        if i <= first or mention.possessive or cast.figures[cast.figure_of[i]].sort != sort:
            continue
        between = Span(cast.mentions[out[-1]].span.end, mention.span.start)
        found = _WITH_DESCRIPTION.fullmatch(text, between.start, between.end)
        if found and not speaks_for(between.cut(text)):
            if sort != "person" and found["what"] and not _PLAIN.fullmatch(found["what"]):
                return (first,)
            out.append(i)
            joint = joint or bool(found["and"])
    behind = out[-1] + 1  # "Mayor Ann Lee, Berg", where the source breaks off before "and Tom Holm"
    if len(out) > 1 and not joint and behind < len(cast.mentions) and cast.mentions[behind].span.start >= span.end:
        between = Span(span.end, cast.mentions[behind].span.start)
        found = _WITH_DESCRIPTION.fullmatch(text, between.start, between.end)
        if found and found["and"] and _PLAIN_OR_TITLE.fullmatch(found["what"]):
            return (*out, behind)
    whole = joint and _CAST_AS.fullmatch(text, cast.mentions[out[-1]].span.end, span.end)
    return tuple(out) if whole and len({cast.figure_of[i] for i in out}) == len(out) else (first,)


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


def joined_beyond(text: str, span: Span, name: int, cast: Cast) -> tuple[int, ...]:
    """The second of two where the source breaks off behind the first: "Lee" of "Lee, of Altmere, and Berg said"."""
    found = _PAST_DESCRIPTION.match(text, span.end)
    if found is None or cast.mentions[name].span.end != span.end:
        return ()
    second = next((i for i in range(name + 1, min(name + 4, len(cast.mentions))) if _full(i, cast)), None)
    if second is None:
        return ()
    at = cast.mentions[second].span
    if not _PAST_DESCRIPTION.fullmatch(text, span.end, at.start):
        return ()
    before = _CUE_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    is_joint = _CLOSES.match(text, at.end) if before else _THEIR_CUE.match(text, at.end)
    return (second,) if is_joint and cast.figure_of[second] != cast.figure_of[name] else ()


def _full(mention: int, cast: Cast) -> bool:
    """Is it the full name of somebody?"""
    return cast.figures[cast.figure_of[mention]].sort == "person" and " " in cast.mentions[mention].name


def is_either(text: str, inside: Sequence[int], cast: Cast) -> bool:
    """Does a source name two of whom but one has said it, or none: "Lee or Berg", "neither Lee nor Berg"?"""
    if len(inside) < 2:
        return False
    start, end = cast.mentions[inside[-2]].span.end, cast.mentions[inside[-1]].span.start
    return cast.figure_of[inside[-2]] != cast.figure_of[inside[-1]] and _EITHER.search(text, start, end) is not None


def with_others(text: str, span: Span, inside: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """Those whom a source names before "and others"; none where it does not end so or says more of them."""
    if not inside or not _OTHERS.fullmatch(text, cast.mentions[inside[-1]].span.end, span.end):
        return ()
    ends = pairwise(inside)
    listed = all(text[cast.mentions[a].span.end : cast.mentions[b].span.start] == ", " for a, b in ends)
    before = text[span.start : cast.mentions[inside[0]].span.start]
    others = speaks_for(before) or before.strip().endswith("ing")  # "Critics of Lee, Berg and others"
    return tuple(inside) if listed and not others else ()
