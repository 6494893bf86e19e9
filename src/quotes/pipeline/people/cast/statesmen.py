"""Who has been prime minister or chancellor since 1990, for articles that take it for known.

"The prime minister" is Tony Blair in an article that never calls him so. Only somebody named in full is known, and only
where the article gives the office to nobody itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from quotes.pipeline.people.wordlists import word_set


class Term(NamedTuple):
    """One in office, in years, both included."""

    office: str
    country: str
    first: int
    last: int


_NOW: Final = 9999
_HOLDERS: Final = (
    (
        "prime minister",
        "uk",
        "Margaret Thatcher 1979-1990; John Major 1990-1997; Tony Blair 1997-2007; Gordon Brown 2007-2010; "
        "David Cameron 2010-2016; Theresa May 2016-2019; Boris Johnson 2019-2022; Liz Truss 2022-2022; "
        "Rishi Sunak 2022-2024; Keir Starmer 2024-",
    ),
    (
        "chancellor",
        "uk",
        "Norman Lamont 1990-1993; Kenneth Clarke 1993-1997; Gordon Brown 1997-2007; Alistair Darling "
        "2007-2010; George Osborne 2010-2016; Philip Hammond 2016-2019; Sajid Javid 2019-2020; Rishi "
        "Sunak 2020-2022; Kwasi Kwarteng 2022-2022; Jeremy Hunt 2022-2024; Rachel Reeves 2024-",
    ),
    (
        "prime minister",
        "australia",
        "John Howard 1996-2007; Kevin Rudd 2007-2010; Julia Gillard 2010-2013; Tony Abbott 2013-2015; "
        "Malcolm Turnbull 2015-2018; Scott Morrison 2018-2022; Anthony Albanese 2022-",
    ),
    (
        "prime minister",
        "canada",
        "Jean Chretien 1993-2003; Stephen Harper 2006-2015; Justin Trudeau 2015-2025",
    ),
    (
        "prime minister",
        "new zealand",
        "Helen Clark 1999-2008; John Key 2008-2016; Jacinda Ardern 2017-2023",
    ),
    (
        "prime minister",
        "israel",
        "Benjamin Netanyahu 1996-1999; Ehud Barak 1999-2001; Ariel Sharon 2001-2006; Ehud Olmert "
        "2006-2009; Benjamin Netanyahu 2009-2021; Naftali Bennett 2021-2022; Benjamin Netanyahu 2022-",
    ),
    (
        "prime minister",
        "italy",
        "Romano Prodi 1996-1998; Silvio Berlusconi 2001-2006; Silvio Berlusconi 2008-2011; Matteo Renzi "
        "2014-2016; Giuseppe Conte 2018-2021; Mario Draghi 2021-2022; Giorgia Meloni 2022-",
    ),
    (
        "prime minister",
        "spain",
        "Jose Maria Aznar 1996-2004; Mariano Rajoy 2011-2018; Pedro Sanchez 2018-",
    ),
    (
        "prime minister",
        "japan",
        "Junichiro Koizumi 2001-2006; Shinzo Abe 2012-2020; Fumio Kishida 2021-2024",
    ),
    (
        "prime minister",
        "india",
        "Manmohan Singh 2004-2014; Narendra Modi 2014-",
    ),
    (
        "chancellor",
        "germany",
        "Helmut Kohl 1982-1998; Gerhard Schroeder 1998-2005; Gerhard Schröder 1998-2005; Angela Merkel "
        "2005-2021; Olaf Scholz 2021-2025; Friedrich Merz 2025-",
    ),
    (
        "premier",
        "china",
        "Li Peng 1988-1998; Zhu Rongji 1998-2003; Wen Jiabao 2003-2013; Li Keqiang 2013-2023",
    ),
)
"""Offices whose holders the news calls by them without saying who it is, by country; years are both included.

No presidents: who has been one is called so ever after, and who will be is named for years before.
"""
NOT_NOW: Final = re.compile(
    r"\b(?:former|ex-|the late|memoirs?|biograph|foundation|editor|opposition|died|death|funeral|retired|"
    r"(?:left|after) office)"
)
"""Beside the name of somebody who holds his office no more, or not yet."""
_OTHERWISE: Final = word_set(
    "former ex leader candidate mayor governor secretary senator minister chancellor commissioner ambassador shadow"
)
"""What the article may call somebody who does not hold the office, or not yet, or no more."""
_SECONDS: Final = word_set("former ex shadow deputy vice")


def _terms() -> dict[str, list[Term]]:
    known: dict[str, list[Term]] = {}
    for office, country, holders in _HOLDERS:
        for holder in holders.split("; "):
            name, _, years = holder.rpartition(" ")
            first, _, last = years.partition("-")
            known.setdefault(name.casefold(), []).append(Term(office, country, int(first), int(last or _NOW)))
    return known


_TERMS: Final = _terms()


def is_statesman(name: str) -> bool:
    """Has somebody of this name held one of the offices?"""
    return name.casefold() in _TERMS


def offices_of(
    names: Sequence[str], roles: Sequence[str], nouns: Sequence[frozenset[str]]
) -> Mapping[int, frozenset[str]]:
    """By its number in `names`, the nouns of the office that somebody held when the article was written, if one did.

    `roles` and `nouns` are what the article itself calls each. Where two have held one office, it is the one in whose
    time the other held another (Blair, where Brown was his chancellor); where that tells nothing, it is neither.
    """
    known = {k: terms for k, name in enumerate(names) if (terms := _TERMS.get(name.casefold()))}
    found: dict[int, frozenset[str]] = {}
    for office, country in sorted({(t.office, t.country) for terms in known.values() for t in terms}):
        words = frozenset(office.split())
        called = [(role.casefold(), own) for role, own in zip(roles, nouns, strict=True) if not _is_second(role, own)]
        if any(office in role or words <= own for role, own in called):
            continue
        held = {k: [t for t in terms if (t.office, t.country) == (office, country)] for k, terms in known.items()}
        holders = {k: terms for k, terms in held.items() if terms and _OTHERWISE.isdisjoint(nouns[k])}
        fit = {k: sum(_in_office(known[o], terms) for o in known if o != k) for k, terms in holders.items()}
        best = [k for k, count in fit.items() if count == max(fit.values())]
        if len(best) == 1:
            found[best[0]] = found.get(best[0], frozenset()) | words
    return found


def _is_second(role: str, nouns: frozenset[str]) -> bool:
    """Does the article call somebody what is no holder of an office: "shadow chancellor"?"""
    return not _SECONDS.isdisjoint((*role.casefold().split(), *nouns))


def _in_office(others: Sequence[Term], terms: Sequence[Term]) -> bool:
    """Did somebody hold an office of the same country in the time of another's, more than the year of a change?"""
    return any(
        o.country == t.country and o.office != t.office and o.first < t.last and t.first < o.last
        for o in others
        for t in terms
    )
