"""What kind of body a name is: by its own words ("Oxbay Herald"), and by what the article speaks of as its.

"The newspaper" is a paper, "the band" no record label: `asked_kinds` says of what kind a noun phrase looks for
something, `kinds_of` of what kind a figure is, and how sure that is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from quotes.pipeline.people.cast.forms import Sort
from quotes.pipeline.people.lexicon import (
    BODIES_BY_STAFF,
    LEGAL_FORMS,
    MASTHEADS,
    NEWS_WORDS,
    STATES,
    TRADES,
    singular,
)
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.nations import LANDS
from quotes.pipeline.people.wordlists import word_set

_REACH: Final = 60  # characters looked at on either side of a name
_SHORT: Final = 2  # words of "of the" before a name
_PAIR: Final = 2
_ENOUGH: Final = 2  # times that an article speaks of a body so, from which on it is one for sure
_LINKS: Final = word_set("of for at with")
_BEHIND: Final = re.compile(r"(?:['’]s?)?((?:[^\S\n](?:[a-z][\w-]*|\d+(?:st|nd|rd|th|\.\d)?)){1,3})")
_BEFORE: Final = re.compile(r"(?<![a-z])([a-z][\w-]*)[^\S\n](?:of|for|at|with)[^\S\n](?:the[^\S\n])?$")

_ASKED: Final = (
    (
        "press",
        "newspaper paper daily tabloid broadsheet magazine publication outlet journal weekly article story editorial",
    ),
    ("air", "broadcaster network channel station outlet"),
    ("press air site", "outlet"),
    ("site press air firm", "website site blog portal platform app"),
    ("wire office committee", "agency"),
    (
        "firm bank airline label press air site shop",
        "company firm corporation business giant startup start-up developer publisher supplier provider brand "
        "conglomerate subsidiary employer owner operator maker manufacturer group",
    ),
    (
        "firm",
        "automaker carmaker drugmaker chipmaker insurer utility consultancy brokerage distributor wholesaler issuer "
        "housebuilder brewery",
    ),
    ("firm shop", "retailer chain store shop supermarket restaurant hotel grocer"),
    ("bank firm", "bank lender brokerage insurer"),
    ("airline firm", "airline carrier"),
    ("label firm", "label studio"),
    ("air", "studio"),
    ("band", "band act outfit trio quartet quintet sextet duo ensemble rockers orchestra choir"),
    ("team", "team club side franchise"),
    ("school", "university college school institution institute academy"),
    ("ministry", "department ministry"),
    ("office", "bureau office authority service institution centre"),
    ("office committee", "regulator watchdog"),
    ("office committee council court", "body"),
    ("council", "council"),
    ("committee", "committee commission board panel inquiry"),
    ("court", "court tribunal"),
    ("house", "parliament senate congress house"),
    ("police", "police force"),
    ("union", "union federation association"),
    ("party", "party"),
    ("charity", "charity foundation trust nonprofit ngo"),
    ("charity union school office committee", "organisation organization society institute"),
    ("band party charity union militia", "group"),
    ("charity party union", "alliance coalition"),
    ("led", "administration campaign"),
    ("militia", "militia"),
    ("army", "army navy military"),
    ("church", "church"),
    ("hospital", "hospital clinic"),
    ("museum", "museum theatre theater gallery library festival venue arena zoo"),
    ("place", "city town county country state nation village island district province kingdom republic region"),
)
"""Kinds of bodies, and the nouns by which one of them is asked for."""
_NAMED: Final = (
    ("firm", " ".join(LEGAL_FORMS | TRADES) + " bros brothers partners capital ventures studios labs systems software"),
    ("bank", "bank bancorp bancshares banking"),
    ("airline", "airlines airways airline air"),
    ("label", "records recordings"),
    ("school", "university college school academy institute polytechnic elementary"),
    ("ministry", "department ministry"),
    ("office", "bureau office authority administration agency directorate"),
    ("led", "administration campaign"),
    ("council", "council"),
    ("committee", "committee commission board inquiry panel"),
    ("court", "court tribunal"),
    ("house", "parliament senate congress assembly"),
    ("party", "congress"),
    ("police", "police constabulary yard garda"),
    ("union", "union federation unions association teamsters"),
    ("party", "party democrats conservatives tories labour greens"),
    ("charity", "foundation charity trust society fund campaign project"),
    ("army", "army navy"),
    ("militia", "brigade brigades militia front"),
    ("church", "church diocese synod"),
    ("hospital", "hospital infirmary clinic"),
    ("museum", "museum gallery theatre theater library festival arena"),
    ("place", "islands valley"),
    ("team", "fc afc rovers wanderers athletic albion"),
    ("air", "news radio tv television channel broadcasting bbc cnn nbc abc cbs npr pbs itv msnbc cnbc fox sky"),
    ("wire", "reuters afp tass itar-tass interfax xinhua ap bloomberg kyodo dpa ansa ctk pti"),
    (
        "press",
        " ".join((NEWS_WORDS | MASTHEADS) - word_set("sky fox star stone people today tonight world online")),
    ),
)
"""Kinds of bodies, and the words of which one is enough: the last of a name, or the first before "of"."""
_KNOWN: Final = (
    ("band", "album single ep lp song songs gig setlist discography lineup line-up riff tour"),
    ("firm", "shares stock ceo shareholders earnings profits sales customers"),
    ("team", "fans squad dugout season"),
    ("place", "mayor residents streets suburb airport embassy soil border"),
)
"""Kinds of bodies, and what stands behind the name of one: "Acme's new album"."""
_DOES: Final = (
    ("band team", "have are were"),
    ("band", "performed played toured headlined reunited disbanded recorded"),
    (
        "firm",
        "acquired launched unveiled employs sells bought merged makes offers announced introduced operates",
    ),
    ("team", "beat defeated drew lost signed host hosted visit"),
    ("press", "reported reports published obtained wrote writes quoted"),
)
"""Kinds of bodies, and what one does."""


def _by_word(table: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kinds, words in table:
        for word in words.split():
            found.setdefault(word, set()).update(kinds.split())
    return {word: frozenset(kinds) for word, kinds in found.items()}


_BY_NOUN: Final = _by_word(_ASKED)
_BY_NAME: Final = _by_word(_NAMED)
_BY_CONTEXT: Final = _by_word((*_KNOWN, *_DOES))
_PLACE: Final = "place"
_PRESS: Final = frozenset(("press",))
_CALLED: Final = word_set(
    "magazine newspaper daily weekly tabloid band trio quartet airline bank union party charity club"
)
"""What a name is called right behind it: "Tavoro magazine"."""
_GENERAL: Final = word_set(
    "company firm corporation business giant startup start-up developer publisher supplier provider brand employer "
    "conglomerate subsidiary owner operator maker manufacturer group organisation organization body agency institution "
    "site website outlet service centre campaign administration"
)
"""Nouns for bodies of many kinds."""
_SURE: Final = word_set(
    "press air wire bank airline label school office ministry council committee court house police party church army "
    "hospital team place"
)
"""Kinds that a name's own words tell for sure."""
_NO_KINDS: Final[frozenset[str]] = frozenset()
_PLACES: Final = (
    LANDS
    | frozenset(map(str.casefold, STATES.values()))
    | word_set(
        "us u.s usa uk u.k eu luxembourg malta kosovo macedonia gaza jordan kuwait qatar bahrain oman yemen libya "
        "sudan eritrea somalia rwanda tanzania zambia mozambique angola namibia botswana mali niger chad congo "
        "liberia taiwan mongolia nepal bhutan myanmar burma laos cambodia singapore uzbekistan haiti guatemala "
        "honduras nicaragua panama bolivia armenia azerbaijan moldova palestine europe asia africa america london "
        "paris berlin rome madrid moscow beijing tokyo washington brussels geneva vienna prague warsaw budapest "
        "athens istanbul ankara jerusalem cairo baghdad tehran kabul delhi mumbai shanghai seoul pyongyang sydney "
        "melbourne toronto chicago boston houston dallas detroit seattle"
    )
    | frozenset(
        (
            "united states,united kingdom,new zealand,south africa,south korea,north korea,sri lanka,saudi arabia,"
            "hong kong,northern ireland,puerto rico,middle east,south america,north america,wall street,new york,"
            "new york city,los angeles,san francisco"
        ).split(",")
    )
)
"""Places that are in the news everywhere, whatever the tagger takes them for."""


def asked_kinds(noun: str) -> frozenset[str]:
    """The kinds of which something may be that a noun asks for: "the newspaper" for a paper; empty for any."""
    return _BY_NOUN.get(noun, _NO_KINDS)


def is_surely_another(noun: str, name: str, kinds: Mapping[str, float]) -> bool:
    """Does a name tell by its own words that it is not of the kind that a noun asks for: "the airline", Harbour Bank?

    Not for nouns of which any firm or body may be one ("the company"), nor for kinds that firms are called by ("Western
    Union"); and a side may be called like its city.
    """
    asked, named = asked_kinds(noun), named_kinds(name)
    if asked == _PRESS and "firm" in named:  # whatever it reports
        return NEWS_WORDS.isdisjoint(map(normal, name.split()))
    if not asked or noun in _GENERAL or any(kinds.get(kind) for kind in asked):
        return False
    own = frozenset(kinds) if _PLACE in kinds else named
    return bool(own & _SURE) and not (_PLACE in own and "team" in asked)


def _is_well_known_place(name: str) -> bool:
    return " ".join(map(normal, name.split())) in _PLACES


@lru_cache(maxsize=20_000)
def named_kinds(name: str) -> frozenset[str]:
    """The kinds that a name's own words tell: "Oxbay Herald", "Bank of Oxbay"; empty where they tell none."""
    words = [normal(word) for word in name.split()]
    if not words:
        return _NO_KINDS
    if _is_well_known_place(name):
        return frozenset((_PLACE,))
    front = next(
        (words[k - 1] for k in range(1, len(words)) if words[k] in ("of", "for") and words[k - 1] in _BY_NAME), ""
    )
    return _BY_NAME.get(front or words[-1], _NO_KINDS)


def kinds_of(
    text: str, name: str, sort: Sort, nouns: Iterable[str], mentions: Mapping[Mention, frozenset[str]]
) -> Mapping[str, float]:
    """The kinds that a figure is of, each with how sure that is, 0 to 1.

    `nouns` are those of its roles, `mentions` its places, each with what `bodies_of` says there. The words of its name
    are sure, and so is what the article calls it; what stands behind it tells less.
    """
    if sort == "place" or _is_well_known_place(name):
        return {_PLACE: 1.0}
    told: Counter[str] = Counter()
    for mention, bodies in mentions.items():
        beside = (_BY_CONTEXT.get(word, _NO_KINDS) for word in _beside(text, mention))
        told.update(_NO_KINDS.union(*beside, *map(_kind, bodies)))
    found = {kind: min(1.0, count / _ENOUGH) for kind, count in told.items()}
    for noun in nouns:
        found |= dict.fromkeys(_kind(noun), 1.0)
    return found | dict.fromkeys(named_kinds(name), 1.0)


def _kind(noun: str) -> frozenset[str]:
    """The kind that a noun names and no other, or a firm's and a special one: "band", "airline"."""
    kinds = _BY_NOUN.get(noun, _NO_KINDS)
    if len(kinds) <= _PAIR:
        return kinds
    return frozenset(("firm",)) if "firm" in kinds and noun != "group" else _NO_KINDS


def _beside(text: str, mention: Mention) -> list[str]:
    """Up to three words in lower case behind a name."""
    found = _BEHIND.match(text, mention.span.end)
    return found[1].split() if found else []


def bodies_of(text: str, mention: Mention) -> frozenset[str]:
    """Nouns for what a name is if it is a body's: "Acme magazine"; and by whose it is: "Acme's bassist"."""
    words = _beside(text, mention)
    called = _CALLED.intersection(words[:1])
    window = text[max(0, mention.span.start - _REACH) : mention.span.start]
    linked = not _LINKS.isdisjoint(window.rsplit(None, _SHORT)[1:])
    if linked and (found := _BEFORE.search(window)):
        words.append(found[1])
    return called.union(*(BODIES_BY_STAFF.get(singular(normal(word)), ()) for word in words))
