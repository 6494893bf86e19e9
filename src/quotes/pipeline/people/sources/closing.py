"""What closes a source phrase: a name behind what somebody is, or a role behind the title of a work or a band."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.cast.roles import OWNERS
from quotes.pipeline.people.lexicon import BUSINESS, DOCUMENT_NOUNS, FIELDS, KIN, is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import is_given_name, is_title, normal
from quotes.pipeline.people.wordlists import word_set

_DEFINITE: Final = word_set("the former ex this")
IN_TITLES: Final = word_set("of in from with for at on to by the and a an")
"""Words that may stand in lower case within the name of a work or a band."""
_SHORTEST_TITLE: Final = 3  # words of a name with a preposition in it
_FOR: Final = re.compile(r"([^\W\d_]+)\s(for|of|to|with|from|on|in(?=\s[Cc]harge\b))\s")
_JOINS: Final = re.compile(r",|\band\b|&")
_MASTERS: Final = word_set("master king queen doyen doyenne godfather godmother pioneer titan")
"""Of what somebody is the first: "the king of skiffle Ann Lee"."""
_OFFICES: Final = word_set(
    "leader secretary undersecretary minister director head chief president commissioner chair chairman chairwoman "
    "chancellor dean professor archbishop bishop superintendent governor mayor speaker master warden duke duchess "
    "prince princess earl marquess king queen"
)
"""Of a ministry, a place or a see, which stands behind them and before the name."""
_PORTFOLIO: Final = re.compile(r"(?:the[^\S\n])?(?:[A-Z][\w’-]*,?[^\S\n]+|and[^\S\n]+)+")
"""What a minister answers for: "Culture, Media and Sport Secretary"."""
_ENVOYS: Final = word_set("ambassador envoy")
_OF_SOMEBODY: Final = KIN | word_set(
    "lawyer attorney solicitor counsel fan critic ally aide adviser advisor victim representative supporter opponent "
    "rival colleague relative neighbour neighbor cousin uncle aunt nephew niece ex fiance fiancee killer biographer "
    "bandmate teammate co-star costar assistant confidante confidant publicist successor predecessor rep"
)
"""What somebody is to another, whose name may follow: "lawyer for Ann Lee"."""
_INDEFINITE: Final = word_set("a an one another any some")
_PARTS: Final = re.compile(
    r"\b(?:who|whom|whose|which|that|against|alongside|over|after|before|with|without|than|like|"
    r"[a-z]+ing\s+(?:the\s+)?[A-Z][\w’'-]*)\b"
)
"""What makes of a name behind it somebody else: "the lawyer representing Lee against actor Tom Berg"."""
NOT_MEANT: Final = re.compile(
    r"\b(?:family|families|estate|widow|widower|parents|relatives|heirs|descendants|children|sons|daughters)[^\S\n]of\b|"
    r"\b(?:book|biography|documentary|film|report|article|study|series|podcast|essay|letter|statement|exhibition)"
    r"[^\S\n](?:paying|telling|chronicling|detailing|charting|exploring|examining|documenting|celebrating|honouring|"
    r"honoring|profiling|about)\b",
    re.IGNORECASE,
)
"""What makes of a name behind it somebody of whom something tells: "the family of the late billionaire Ann Lee"."""
_LINKS: Final = word_set("for of to with from by and or at in on about the a an like named called")
_PARTNERS: Final = re.compile(
    r"(?:[A-Z][\w’-]+,[^\S\n])+[A-Z][\w’-]+,?[^\S\n](?:and|&)[^\S\n][A-Z][\w’-]+\.?[^\S\n](?P<role>[a-z]+)[^\S\n]"
)
"""The partners of a firm, by one word each, and what somebody is there."""
_IN_TITLE: Final = re.compile(
    r"(?:[Tt]he[^\S\n])?[A-Z][\w’'-]*(?:[^\S\n](?:(?:of|in|the|and|for|against|on|to)[^\S\n]){1,2}[A-Z][\w’'-]*){1,3}[^\S\n]"
)
"""A band's name with small words in it, which owns what follows."""
_LAST_OF_LIST: Final = re.compile(r"([^\W\d_]*)\s+and(?=\s)")
_THE: Final = re.compile(r"^\s*the\s")
_OF: Final = re.compile(r"\s(?:of|from)\s(?:the\s)?")
_ONE_OF: Final = re.compile(
    r"(?:one|another)[^\S\n](?:(?:of|[a-z][\w-]+)[^\S\n])[^,;:.“”\"\n]{0,60},[^\S\n](?:(?:Mrs?|Ms|Dr)\.?[^\S\n])?|"
    r"(?:one|another)[^\S\n][a-z][\w-]+,[^\S\n]",
    re.IGNORECASE,
)
_OF_FIRM: Final = re.compile(r",?[^\S\n](?:of|from|at|with)[^\S\n](?:the[^\S\n])?")
_OF_LONG_FIRM: Final = re.compile(
    r",?[^\S\n](?:of|from|at|with)[^\S\n](?:the[^\S\n])?(?:[a-z]+[^\S\n]){0,2}(?:[A-Z][\w’'&-]*[^\S\n]){1,4}"
)
"""From somebody to the last word of his firm's name."""
_AT_OFFICE: Final = re.compile(
    r"(?:an?|one|another)[^\S\n](?:[a-z][\w-]*[^\S\n]){1,3}(?:at|in|from)[^\S\n]the[^\S\n](?:[a-z]+[^\S\n])?(?:office|department|"
    r"ministry|embassy|bureau)[^\S\n]of\b",
    re.IGNORECASE,
)
"""Somebody without a name at the office of somebody else."""
_RELATIVE: Final = re.compile(
    r"\b(?:sources?|officials?|persons?|man|men|wom[ae]n|people|aides?|advis[eo]rs?|one|someone|somebody|employees?|"
    r"friends?|relatives?|insiders?|individuals?)[^\S\n](?:[\w’'-]+[^\S\n]){0,5}?who[^\S\n]"
    r"(?!(?:was|is|were|are)[^\S\n](?:identified|named|called)\b|identified[^\S\n](?:him|her|them)sel|goes\b|gave\b|asked\b)",
    re.IGNORECASE,
)
"""Before a name that only says more of somebody without one: "one source who identified Lee"."""
_CLOSED: Final = re.compile(r"(?:['’]s|\([^()]*+\)?|(?<=,[^\S\n])\d{1,3}\b|[,;\s])*")
"""What may stand behind a name that closes a phrase: "Ann Lee, 52"."""


def closing_name(text: str, span: Span, inside: Sequence[int], cast: Cast) -> int | None:
    """The name that closes a phrase, behind what somebody is: "the Board of Trustees chairman Ann Lee".

    "Berg's niece, state Del. Ann Lee", "Secretary of Works Ann Lee"; but not "a spokesman for Mayor Lee".
    """
    bracket = text.find(" (", span.start, span.end)
    if bracket > 0:  # "Del. Ann Lee (D-Altmere)"
        span = Span(span.start, bracket)
        inside = [i for i in inside if cast.mentions[i].span.end <= bracket]
    if len(inside) > 1 and cast.figures[cast.figure_of[inside[-1]]].sort != "person":
        home = cast.mentions[inside[-1]].span
        if _OF.fullmatch(text, cast.mentions[inside[-2]].span.end, home.start) and _CLOSED.fullmatch(
            text, home.end, span.end
        ):  # "Ambassador Ann Lee of Altmere"
            span, inside = Span(span.start, cast.mentions[inside[-2]].span.end), inside[:-1]
    if not inside or cast.figures[cast.figure_of[inside[-1]]].sort != "person":
        return None
    if NOT_MEANT.search(text, span.start, cast.mentions[inside[-1]].span.start):
        return None
    if _RELATIVE.search(text, span.start, cast.mentions[inside[-1]].span.start):
        return None
    if _AT_OFFICE.match(text, span.start, cast.mentions[inside[-1]].span.start):
        return None
    last = cast.mentions[inside[-1]].span
    if (of_firm := _before_firm(text, inside, cast)) is not None and _CLOSED.fullmatch(text, last.end, span.end):
        return of_firm
    partners = _PARTNERS.fullmatch(text, span.start, last.start)
    if partners and noun_kind(partners["role"]) == "person" and _CLOSED.fullmatch(text, last.end, span.end):
        return inside[-1]  # "Hallam, Birch and Tarn analyst Ann Lee", of a firm of three
    for i in inside[:-1]:
        other, figure = cast.mentions[i], cast.figures[cast.figure_of[i]]
        joined = _JOINS.search(text, other.span.end, last.start) is not None
        whole = " " in figure.entity.name or bool(other.title)
        if joined and not other.possessive and figure.sort == "person" and whole:
            return None  # "Lee and his guest, the singer Tom Berg"
    before = text[span.start : last.start]
    words = before.split()
    if not _CLOSED.fullmatch(text, last.end, span.end) or not words or normal(words[-1]) in _LINKS:
        return None
    whole = " " in cast.mentions[inside[-1]].name
    if whole and words[-1].endswith(OWNERS) and _IN_TITLE.fullmatch(before):  # "Wolf of Fire's Ann Lee"
        return inside[-1]
    if words[-1].endswith("-based") and _FOR.search(before):  # "the head of Altmere-based Hallam Group"
        return None
    described = _LAST_OF_LIST.sub(_without_and, _THE.sub("", before.rpartition(",")[2]))
    if "," not in before:
        governed = _FOR.search(before)
        if governed and singular(normal(governed[1])) in DOCUMENT_NOUNS and governed[2] in ("to", "for", "on"):
            return None  # "a union letter to President Ann Lee"
        if governed and noun_kind(singular(normal(governed[1]))) == "person":
            governs = _governs(governed, span.start, inside[:-1], cast) or _holds(governed, span.start, inside, cast)
            return inside[-1] if governs else None
        is_behind = len(inside) > 1 and noun_kind(normal(words[-1])) == "person"
        return inside[-1] if is_behind and not _PARTS.search(before) else None
    if normal(words[-1]) in _OFFICES and _PORTFOLIO.fullmatch(before):
        return inside[-1]
    if any(normal(word) in _LINKS for word in described.split()) or not described.strip():
        return None
    first = before.partition(",")[0]
    if (of_several := _FOR.search(first)) and of_several[2] in ("for", "of") and _are_others(of_several[1]):
        return None  # "the lawyers for the victim, the teacher Ann Lee"
    head = (singular(normal(word)).removeprefix("ex-") for word in first.split())
    is_somebody = any(noun_kind(word) == "person" for word in head)
    titled = noun_kind(normal(words[-1])) == "person" or is_title(words[-1])
    titled = titled or (words[-1][0].isupper() and words[-1].endswith((".", *OWNERS)))
    return inside[-1] if is_somebody and titled else None


def _before_firm(text: str, inside: Sequence[int], cast: Cast) -> int | None:
    """Whoever is of a firm whose name ends in somebody's: Ann Lee, of "Ann Lee of brokerage Hallam Birch Tarn"."""
    last = cast.mentions[inside[-1]]
    if len(inside) < 2 or " " in last.name or last.title:
        return None
    for i in inside[:-1]:
        figure = cast.figures[cast.figure_of[i]]
        whole = figure.sort == "person" and " " in figure.entity.name
        if whole and _OF_LONG_FIRM.fullmatch(text, cast.mentions[i].span.end, last.span.start):
            return i
    return None


def one_of(text: str, span: Span, inside: Sequence[int], cast: Cast) -> int | None:
    """The one of several whom a name behind them tells: "one of her lawyers, Ann Lee", "one resident, Ann Lee".

    And "another advocate, Ann Lee of the law firm Hallam & Birch".
    """
    for i in inside:
        mention = cast.mentions[i]
        if cast.figures[cast.figure_of[i]].sort == "person" and _ONE_OF.fullmatch(text, span.start, mention.span.start):
            closed = _CLOSED.fullmatch(text, mention.span.end, span.end)
            described = _OF_FIRM.match(text, mention.span.end, span.end) and " " in mention.name
            return i if closed or described else None
    return None


def _governs(governed: re.Match[str], start: int, others: Sequence[int], cast: Cast) -> bool:
    """Is what stands before a name all its title: "Secretary of Works", "Acme spokeswoman for health"?

    But not "critics of Mayor", "a lawyer for victims". `start` is where the phrase does, in characters; `others` are
    the names before.
    """
    before = governed.string
    head, link, last = normal(governed[1]), governed[2], before.split()[-1]
    at = start + governed.start(1)
    if last.islower() and noun_kind(normal(last)) == "person":  # "the Growers of Altmere president"
        spans = [cast.mentions[i].span for i in others]
        return any(span.start <= at < span.end and len(span) > len(governed[1]) for span in spans)
    if link in ("for", "on") and last.islower():
        field = normal(last) in FIELDS | BUSINESS or (head in _ENVOYS and not noun_kind(singular(normal(last))))
        return (head.startswith("spokes") or head in _OFFICES | _ENVOYS) and field and not is_plural(head)
    if link == "of" and last.islower():  # "director of further research Ann Lee"
        return not is_plural(head) and (normal(last) in FIELDS | BUSINESS or head in _MASTERS)
    if link not in ("of", "to") or is_plural(head) or not last[0].isupper() or noun_kind(normal(last)) == "person":
        return False
    body = cast.figures[cast.figure_of[others[-1]]].sort if others else ""
    is_of_body = body in ("organisation", "place") and cast.mentions[others[-1]].span.end == start + len(
        before.rstrip()
    )
    return head in _OFFICES or (link == "to" and head in _ENVOYS) or is_of_body


def _are_others(noun: str) -> bool:
    """Is it a noun for several people, of whom one name behind a comma does not tell?"""
    return is_plural(normal(noun)) and noun_kind(singular(normal(noun))) == "person"


def _holds(governed: re.Match[str], start: int, inside: Sequence[int], cast: Cast) -> bool:
    """Does a whole name stand right behind the body of which its owner is something: "MP for Oxbay Ann Lee"?

    "Head of the school Ann Lee", "special agent in charge Ann Lee"; but not "a fan of Oxbay Ann Lee", "a lawyer for …".
    """
    before, head, last = governed.string, normal(governed[1]), normal(governed.string.split()[-1])
    name = cast.mentions[inside[-1]].name
    if is_plural(head) or head in _OF_SOMEBODY or normal(before.split()[0]) in _INDEFINITE or is_title(last):
        return False
    if " " not in name or not is_given_name(name.split()[0]):
        return False
    body = inside[-2] if len(inside) > 1 else None
    reach = start + len(before.rstrip())
    if body is not None and cast.mentions[body].span.end == reach and cast.mentions[body].span.start > start:
        return cast.figures[cast.figure_of[body]].sort != "person"
    return last == "charge" or noun_kind(singular(last)) == "organisation"


def _without_and(found: re.Match[str]) -> str:
    """What a list of roles has before its last: "singer" of "singer and actor Ann Lee"; others keep their "and"."""
    return found[1] if not found[1] or noun_kind(normal(found[1])) == "person" else found[0]


def role_behind_title(flat: str) -> str:
    """What somebody is for a work or a band with a preposition in its name; empty for other phrases."""
    words = flat.partition(",")[0].split()
    title, role = words[1:-1], words[-1] if words else ""
    if normal(words[0] if words else "") not in _DEFINITE:
        title = words[:-1]  # a headline's "Song of the North frontman"
    if len(title) < _SHORTEST_TITLE or not role.islower():
        return ""
    small = [word[:1].islower() for word in title]
    links = [k for k, word in enumerate(title[1:-1], 1) if normal(word) in IN_TITLES]
    plain = all(normal(word) in IN_TITLES for word, is_small in zip(title, small, strict=True) if is_small)
    is_title = bool(links) and plain and not small[0] and not small[-1]
    return role if is_title and noun_kind(singular(normal(role))) == "person" else ""
