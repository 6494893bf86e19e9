"""Names that stand beside what somebody is: "his lawyer, Ann Lee", "Ann Lee head of press", "the younger Lee"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, ORGANISATION_NOUNS, is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import GENERATIONS, is_given_name, is_title, normal, parse_name
from quotes.pipeline.people.names.seats import is_native

_TITLED: Final = re.compile(r",\s+(?:the\s+|Tan\s+(?=Sri\s))?(?:([^\W\d_]+)\.?\s+)?")
_PARTED: Final = re.compile(r",\s+(?:the\s+)?(?:[A-Z][a-z]+\.?\s+)?")
_CLOSES: Final = re.compile(r",\s+((?:[^\W\d_][\w-]*\.?\s+){0,4})$")
_GOVERNED: Final = re.compile(r"\b(?:of|for|against|with|by|to|from|in|at)\b")
_RELATIVE: Final = re.compile(r"\bwho(?:m|se)?[^\S\n](?!.*\bas[^\S\n]$)")
"""Before a name of whom somebody without one does something: "one source who identified Lee"."""
_AGED: Final = len("100-year-old")
_PLAIN: Final = re.compile(r"(?:[^\S\n][a-z][a-z-]*){1,4}")


def apposition(text: str, span: Span, end: int, inside: Sequence[int], cast: Cast) -> int | None:
    """The name behind "his lawyer, …" or at the end of "a spokesman for X, …"."""
    behind = [i for i in inside if cast.mentions[i].span.start >= end]
    if not behind:
        return None
    while len(behind) > 1 and cast.mentions[behind[0]].possessive:
        behind = behind[1:]  # "the latest critic, Acme's Ann Lee"
    closing = cast.mentions[behind[-1]]
    is_person = cast.figures[cast.figure_of[behind[-1]]].sort == "person"
    if len(behind) > 1 and is_person and closing.span.end >= span.end - 1 and " " in closing.name:
        others = [i for i in behind[:-1] if is_given_name(cast.mentions[i].name.split()[0])]
        before = text[cast.mentions[behind[-2]].span.end : closing.span.start]
        if not others and _PARTED.fullmatch(before):
            return behind[-1]  # "the director, Distribution, Tide Authority, Mrs Ann Lee"
    noun = singular(normal(text[span.start : end].split()[-1])) if text[span.start : end].split() else ""
    noun = noun.removeprefix("ex-")
    first = cast.mentions[behind[0]]
    start = cast.mentions[next(i for i in inside if cast.mentions[i].span.start >= end)].span.start
    closes = first.span.end >= span.end - 1 and cast.figures[cast.figure_of[behind[0]]].sort == "person"
    between = _TITLED.fullmatch(text, end, start)
    is_from = bool(between and between[1]) and is_native(normal(between[1] if between else ""), is_body=False)
    titled = between is not None and (not between[1] or is_title(between[1]) or is_from or between[1] == "Sri")
    if titled and (  # "the Dane Ann Lee"
        noun_kind(noun) == "person" or noun in ORGANISATION_NOUNS or closes
    ):
        return behind[0]
    head = text[span.start : end].split()
    is_several = bool(head) and is_plural(normal(head[-1]))
    if (
        closes
        and not is_several
        and not _GOVERNED.search(text, end, start)
        and not _RELATIVE.search(text, end, start)
        and not noun_kind(noun)
        and not inside[0] < behind[0]
    ):
        return behind[0]  # "the tall, soft-spoken Lee", but not "the crews meeting Ms Lee"
    last = cast.mentions[behind[-1]]
    if (
        noun_kind(noun) == "person"
        and not is_several
        and last.span.end >= span.end - 1
        and _ends_clause(text[span.start : last.span.start])
        and cast.figures[cast.figure_of[behind[-1]]].sort == "person"
    ):
        return behind[-1]
    return None


def _ends_clause(before: str) -> bool:
    """Does a comma end what stands before a name, but for title and role: "the secretary of the union, the Rt Rev"?"""
    found = _CLOSES.search(before)
    return found is not None and all(_is_courtesy(word) for word in found[1].split())


def _is_courtesy(word: str) -> bool:
    """May it stand between a comma and a name: "the", "Rt", "Rev", "ex-superintendent"?"""
    key = normal(word)
    role = word.islower() and noun_kind(key.removeprefix("ex-")) == "person"
    return role or key in ("the", "rt", "right", "very", "most") or is_title(word)


def is_role_behind(text: str, mention: int, start: int, reach: int, cast: Cast) -> bool:
    """Does a whole name open the phrase, with nothing but what somebody is behind it, before "of" and the like?"""
    name = cast.mentions[mention]
    behind = text[name.span.end : reach].split() if _PLAIN.fullmatch(text, name.span.end, reach) else []
    opens = not text[start : name.span.start].strip() or is_title(text[start : name.span.start].strip())
    is_person = cast.figures[cast.figure_of[mention]].sort == "person" and " " in name.name
    is_role = bool(behind) and not FUNCTION_WORDS.intersection(behind) and noun_kind(behind[-1]) == "person"
    return opens and is_person and is_role


def of_generation(younger: bool, mention: int, cast: Cast) -> int | None:
    """Who is "the younger Lee", or the elder: of two by their ages, or the one with "Jr."; None where in doubt."""
    last = normal(cast.mentions[mention].name.split()[-1])
    names = [parse_name(figure.entity.name) for figure in cast.figures]
    family = [k for k, name in enumerate(names) if name.last == last and name.given]
    if " " in cast.mentions[mention].name:
        return mention
    if len(family) <= 1:
        return None  # the other one is called by a first name alone
    aged = sorted((min(cast.figures[k].ages).zfill(_AGED), k) for k in family if len(cast.figures[k].ages) == 1)
    if len(family) == len(aged) == 2 and aged[0][0] < aged[1][0]:  # "Ann Lee, 52, and Tom Lee, 47"
        return cast.figures[aged[0 if younger else 1][1]].mentions[0]
    juniors = [k for k in family if names[k].suffix in GENERATIONS - {"sr"}]
    found = juniors if younger else [k for k in family if k not in juniors]
    return cast.figures[found[0]].mentions[0] if len(juniors) == len(found) == 1 and len(family) == 2 else None
