"""What is asked for, and how well a figure fits it, by what the article says of the figure anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from quotes.model import Spans
from quotes.pipeline.people.antecedents.ranker import QuestionKind
from quotes.pipeline.people.cast.entities import Figure
from quotes.pipeline.people.cast.forms import Sort
from quotes.pipeline.people.cast.kinds import asked_kinds, is_surely_another
from quotes.pipeline.people.lexicon import (
    FIELDS,
    FUNCTION_WORDS,
    PLATFORMS,
    RANKS,
    Gender,
    kindred,
    noun_kind,
)
from quotes.pipeline.people.names.parts import given_name_gender, is_title, normal, parse_name
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.sources.closing import IN_TITLES
from quotes.pipeline.people.wordlists import word_set

_KNOWN: Final = 5  # mentions from which on one word is somebody's name in full
_SURE_GENDER: Final = 1.5
_AKIN: Final = 0.7  # of the lawsuit whoever wrote the complaint
_HALF: Final = 0.5
_SITES: Final = word_set("platform company network site website service app giant firm")
"""What a platform on which people post may be called."""
_RANKS: Final = RANKS | word_set("former")
_PAST: Final = word_set("former ex")
_SECONDS: Final = word_set("deputy vice shadow")
_SECOND: Final = r"\b(?:deputy|vice|shadow)[ -](?:prime |first |foreign |home |defence )?"
"""Before an office, what somebody is who stands in for its holder or would hold it."""
_SHADOW: Final = r"\bshadow[ -](?:[a-z]+ )?"
_ROSE: Final = re.compile(r"\b(?:former|ex|then|until|became|elected|made|now|after)\b")
_HEADS: Final = word_set("premier taoiseach")
"""Who is called a prime minister."""
_SAME_OFFICES: Final = {
    "minister": word_set("secretary chancellor premier taoiseach tanaiste"),
    "premier": word_set("minister"),
    "taoiseach": word_set("minister"),
    "duke": word_set("prince"),
    "duchess": word_set("princess"),
    "prince": word_set("king duke"),
    "princess": word_set("queen duchess"),
    "archbishop": word_set("bishop"),
    "bishop": word_set("archbishop pope"),
}
"""By office: those whose holder may be called so too, "the minister" of a secretary of state."""
_PORTFOLIOS: Final = FIELDS | word_set("prime first finance foreign interior home treasury")
_NO_OWNERS: Final = DEMONYMS | RANKS | FUNCTION_WORDS | word_set("former group interim acting")
"""Words before a role, with a capital, that name no body: "British CEO Ann Lee"."""
_MINISTERS: Final = word_set("minister secretary")
"""Of whom there are several, each for something: "the justice minister" is not the first minister."""
_COMMON_BODIES: Final = word_set("state city county country nation town government")
"""Nouns of which no body is meant that only begins with one: "the state" is not the State Works Board."""
_HALVES: Final = word_set("north south west east")
"""Of "the South Carolina senator", who is no other Carolina's."""
_AGES: Final = {
    **dict.fromkeys(("pensioner", "retiree", "great-grandmother"), (45, 120)),
    **dict.fromkeys(("grandfather", "grandmother", "granny"), (30, 120)),
    **dict.fromkeys(("boy", "girl", "schoolboy", "schoolgirl", "teenager", "toddler", "youngster"), (0, 20)),
}
"""How old, in years, somebody may be who is called so."""
_LOOSE: Final = word_set("the this that his her their its new former then old young late")

_MEMBERSHIPS: Final = word_set(
    "union federation association council committee commission trust society club league alliance"
)
"""What a body of others is: "the university" is not the Union of its name."""
BODIES: Final = word_set(
    "government police committee department ministry court jury panel council commission parliament senate"
)
"""Bodies of a kind of their own: none is another's, unless its name or what is said of it tells."""
OFFICES: Final = word_set(
    "chancellor minister president premier secretary mayor governor senator ambassador commissioner king queen prince "
    "princess pope archbishop bishop duke duchess taoiseach tanaiste"
)
"""Of which nobody holds one of whom the article says that he has another: a mayor is not the prime minister."""
COUNTERPARTS: Final = word_set(
    "judge coroner magistrate referee umpire officer policeman policewoman detective inspector sergeant constable "
    "doctor surgeon paramedic nurse midwife lawyer barrister solicitor attorney prosecutor counsel manager coach "
    "captain chairman chairwoman chairperson owner boss victim complainant witness driver neighbour neighbor "
    "bystander passer-by shopkeeper gunman attacker presenter reviewer interviewer guest promoter foreman developer "
    "landlord landlady tenant headteacher teacher principal customer client patient employer employee colleague "
    "lock prop wing seed comic ref mastermind figurehead visionary virtuoso"
)
"""Whom an article often leaves without a name beside the one that it is about: "“He was good,” the manager said".

Nobody is meant of whom it does not say so.
"""

_MANY: Final = word_set("band team")
"""Kinds of bodies that are "they"."""
_PARTIES: Final = {
    "conservative": word_set("conservative conservatives tory tories"),
    "labour": word_set("labour"),
    "liberal": word_set("liberal lib dem democrats"),
    "national": word_set("snp national nationalist"),
    "green": word_set("green greens"),
    "republican": word_set("republican republicans gop"),
    "democratic": word_set("democrat democratic"),
}
"""By party: the words of roles that name it."""

_THINGS: Final[tuple[Sort, ...]] = ("organisation", "work", "place", "")
SORTS: Final[Mapping[QuestionKind, tuple[Sort, ...]]] = {
    "person": ("person", ""),
    "noun": ("person", ""),
    "thing": _THINGS,
    "group": _THINGS,
    "body": _THINGS,
    "document": (*_THINGS, "person"),
    "namesake": ("person", ""),
    "silent": ("person", "organisation", "work", ""),
}
"""Of what sort somebody or something must be, by what is asked for."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    at: int
    """Where the source stands: characters."""
    kind: QuestionKind = "person"
    gender: Gender = ""
    nouns: frozenset[str] = frozenset()
    """The head noun and its modifiers, for noun phrases."""
    noun: str = ""
    only: tuple[int, ...] = ()
    """The figures among whom it is; empty where all may be meant."""
    without: frozenset[int] = frozenset()
    """Figures that it is not."""
    addressee: Spans = ()
    """Whom the words are told: names there are less likely to be the speaker's."""
    addressed: float = 0.0
    """0 to 1: how likely it is that these words say so."""
    own: Spans = ()
    """The content of the attribution: names in it are less likely to be its speaker."""
    phrase: Spans = ()
    """The source where it is a noun phrase: who is named in it is not meant ("the head of Acme")."""
    owned: bool = False
    """Is it somebody's ("her lawyer"): whoever is called so, and not the one whose it is?"""
    outer: int | None = None
    """The figure whose quotation holds the source: "he" inside it is somebody else."""


def authorship(noun: str, figure: Figure) -> float:
    """1 where the article calls such a document the figure's, less where it calls one so that is much the same."""
    if noun in figure.documents:
        return 1.0
    return _AKIN if kindred(noun) & figure.documents else 0.0


def fullness(figure: Figure) -> float:
    """Is it somebody's name in full: several words, or one by which the article goes on, of somebody for certain?

    A known first name alone counts by half.
    """
    known = len(figure.mentions) >= _KNOWN and figure.gender_weight >= _SURE_GENDER
    if known or " " in figure.entity.name:
        return 1.0
    return _HALF if figure.sort == "person" and given_name_gender(figure.entity.name) else 0.0


def gender_sureness(figure: Figure) -> float:
    """How sure its gender is."""
    return min(1.0, figure.gender_weight / _SURE_GENDER)


def kind_fit(query: Query, figure: Figure) -> tuple[float, float]:
    """How sure a figure is a body of the kind that is asked for, and how much surer it is one of another."""
    asked = asked_kinds(query.noun) if query.kind == "body" else _MANY if query.kind == "group" else None
    if not asked:
        return 0.0, 0.0
    own = max((sure for kind, sure in figure.kinds.items() if kind in asked), default=0.0)
    other = max((sure for kind, sure in figure.kinds.items() if kind not in asked), default=0.0)
    return own, max(0.0, other - own)


def is_of_another_kind(query: Query, figure: Figure) -> bool:
    """Is a figure, by its own name, a body of another kind than is asked for, and not called so: a bank, no airline?

    Of an article no firm is meant, whatever it is called.
    """
    is_called = query.noun in figure.nouns or is_named_so(query, figure)
    if query.kind == "body" and is_called:
        return False
    return query.kind in ("body", "document") and is_surely_another(query.noun, figure.entity.name, figure.kinds)


def conflict(query: Query, figure: Figure) -> float:
    """How sure it is of another gender than is asked for."""
    gender = figure.entity.gender
    return gender_sureness(figure) if query.gender and gender and gender != query.gender else 0.0


def is_of_other_sex(query: Query, figure: Figure) -> bool:
    """Does a first name, or a title, say that it is of another gender than is asked for?"""
    name = parse_name(figure.entity.name)
    told = given_name_gender(name.first) if name.given else ""
    return bool(query.gender and told and conflict(query, figure) >= 1 and told != query.gender)


def is_named_so(query: Query, figure: Figure) -> bool:
    """Is the head noun a word of its name, as of a body: "the board" of Example Board of Trade?"""
    if not query.noun or figure.sort == "person":
        return False
    words = [word.strip(".,") for word in figure.entity.name.casefold().split()]
    if query.noun not in words:
        return False
    behind = words[words.index(query.noun) + 1 :]
    return not behind or behind[0] in ("of", "for", "at") or behind[-1] not in _MEMBERSHIPS


def fits_kind(query: Query, figure: Figure) -> bool:
    """Is a figure of a sort that is asked for? Who is somebody by the tagger's word alone may be a band or a firm."""
    if query.noun in _COMMON_BODIES and figure.sort == "organisation" and _begins(query.noun, figure):
        return False
    if query.gender and "&" in figure.entity.name:
        return False  # "he" is no duo
    if query.kind == "body" and query.noun not in _SITES and figure.entity.name.casefold() in PLATFORMS:
        return False
    if query.kind in ("thing", "group", "body") and figure.sort == "person":
        return not figure.gender_weight
    return figure.sort in SORTS[query.kind]


def _begins(noun: str, figure: Figure) -> bool:
    """Does a body's name only begin with a noun: "State Harbour Board", but not "State of Oxland"?"""
    words = figure.entity.name.casefold().split()
    return len(words) > 1 and words[0] == noun and words[1] != "of"


def has_other_office(query: Query, figure: Figure) -> bool:
    """Does the article give somebody another office than the one that is asked for, and not one that he has had?"""
    noun, held = query.noun, OFFICES & figure.nouns
    if noun in held and not _SECONDS & query.nouns and _is_second(noun, figure.entity.role.casefold()):
        return True  # "the mayor" is not the deputy mayor
    if noun not in OFFICES or noun in held or not held or not _PAST.isdisjoint(figure.nouns):
        return False
    same = _HEADS if "prime" in query.nouns else _SAME_OFFICES.get(noun, frozenset())
    return same.isdisjoint(held)


def _is_second(noun: str, role: str) -> bool:
    """Does a role say that somebody stands in for the holder of an office, and nothing of the office itself?"""
    second = _SHADOW if noun in _MINISTERS else _SECOND
    left, count = re.subn(rf"{second}{noun}\b", "", role)
    return bool(count) and noun not in left and _ROSE.search(role) is None


def has_other_role(noun: str, figure: Figure) -> bool:
    """Has it no such role, but another one of the same kind?"""
    return noun not in figure.nouns and any(noun_kind(one) == noun_kind(noun) for one in figure.nouns)


def is_of_other_age(noun: str, figure: Figure) -> bool:
    """Is somebody too young to be a pensioner, or too old to be a boy?"""
    if noun in figure.nouns:
        return False  # "Lee, 36, is a grandfather"
    ages = [int(years) for age in figure.ages if (years := age.partition("-")[0]).isdigit()]
    youngest, oldest = _AGES.get(noun, (0, 120))
    return bool(ages) and not any(youngest <= age <= oldest for age in ages)


def role_fit(query: Query, figure: Figure) -> float:
    """How well a noun phrase fits what the article says of a figure: "the minister" is not the deputy minister."""
    if not query.noun:
        return 0.0
    if query.noun in figure.nouns:
        rank = _RANKS & figure.nouns - query.nouns
        modifiers = query.nouns - {query.noun} - _LOOSE
        known = figure.nouns.union(map(normal, figure.entity.role.split()))
        said = set(map(normal, figure.entity.role.split())) - {query.noun} - _LOOSE
        if query.noun in _MINISTERS and modifiers & _PORTFOLIOS and said and not modifiers & known:
            return -1.0
        if _is_of_other_party(modifiers, known):
            return -1.0
        if modifiers & IN_TITLES and not (modifiers - IN_TITLES) & known:
            return -1.0
        if rank or (modifiers and not modifiers & known) or modifiers & _HALVES - known:
            return 0.5
        return 1.0
    return 0.4 if query.nouns & figure.nouns else 0.0


def _is_of_other_party(modifiers: frozenset[str], known: frozenset[str]) -> bool:
    """Does a phrase name a party, and the article another as somebody's: "the Conservative leader", an SNP leader?"""
    asked = {name for name, words in _PARTIES.items() if modifiers & words}
    held = {name for name, words in _PARTIES.items() if known & words}
    return bool(asked) and bool(held) and not asked & held


def body_keys(name: str) -> frozenset[str]:
    """The words of a body's name for comparison, and its initials: "Football Association" is "FA"."""
    words = name.split()
    initials = "".join(word[0] for word in words if word[0].isupper()).casefold()
    return frozenset((*map(normal, words), *([initials] if len(words) > 1 else [])))


def is_anothers(figure: Figure, noun: str, owner: frozenset[str]) -> bool:
    """Does the article give somebody a role at another body than the owner of a phrase?"""
    words = [word for word in figure.entity.role.split() if normal(word) != noun and word[0].isupper()]
    keys = {key for word in words if not noun_kind(key := normal(word)) and not is_title(key)}
    names = keys - _NO_OWNERS
    is_owner = names & owner or body_keys(" ".join(words)) & owner
    return noun in figure.nouns and _PAST.isdisjoint(figure.nouns) and bool(names) and not is_owner


def is_somebody(figure: Figure) -> bool:
    """Does the article say what a figure is: a player, a widow?"""
    return any(noun_kind(noun) == "person" for noun in figure.nouns)
