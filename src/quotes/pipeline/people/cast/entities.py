"""Who is who in an article: mentions gathered into persons, organisations, works and places.

One type for the whole entity, by vote over all its mentions and by evidence that outweighs the tagger: a title, a
first name, a company's ending, "the" before it, being the last word of a full name. Short forms go to the long form
that they can stand for; the longest form gives the name. Nothing here knows of sources and speakers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from quotes.model import Entity
from quotes.pipeline.people.cast.aliases import aliases_of, at_birth
from quotes.pipeline.people.cast.couples import Couple, couples_of
from quotes.pipeline.people.cast.forms import (
    Form,
    Key,
    Sort,
    birth_names,
    forms_of,
    may_be_person,
    sort_of,
)
from quotes.pipeline.people.cast.gender import balance, of_pronouns, own_votes, pronoun_votes
from quotes.pipeline.people.cast.homes import Persons, listed_beside, peers_of
from quotes.pipeline.people.cast.in_full import is_peer, name_in_full
from quotes.pipeline.people.cast.kinds import bodies_of, kinds_of
from quotes.pipeline.people.cast.long_names import Organisations, without_legal_form
from quotes.pipeline.people.cast.roles import Role, age_of, documents_of, in_court, role_of, seat_of
from quotes.pipeline.people.cast.shown import best_name, best_role
from quotes.pipeline.people.cast.statesmen import NOT_NOW, is_statesman, offices_of
from quotes.pipeline.people.cast.trimming import trimmed
from quotes.pipeline.people.lexicon import LEGAL_FORMS, PLATFORMS, STATES, noun_kind
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.no_names import is_credit
from quotes.pipeline.people.names.parts import (
    TITLE_NOUNS,
    TITLES,
    given_name_gender,
    normal_words,
    parse_name,
)
from quotes.pipeline.people.names.runs import Coverage
from quotes.pipeline.people.nations import nation_of
from quotes.pipeline.people.scene import Scene

_FORMER: Final = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Rr]etired|[Ll]ate|[Tt]hen)[-\s](?:[\w.]+\s)?$")
"""Before a title that somebody has no more."""
_BEFORE_TITLE: Final = 30  # characters before a name
_PLAIN_TITLES: Final = ("mr", "mrs", "ms", "miss")
_HONOURS: Final = ("sir", "dame", "lord", "lady", "baroness", "viscount")
EntityKind = Literal["person", "organisation", "work", "unknown"]
_KINDS: Final[dict[Sort, EntityKind]] = {
    "person": "person",
    "organisation": "organisation",
    "work": "work",
    "place": "unknown",
    "": "unknown",
}
_BESIDE: Final = 60  # characters on either side of a name
_LOOKED_AT: Final = 30  # mentions of a body that are asked what it is
_RIVALS: Final = 16  # namesakes that are asked about, the ones named last: more than an article has
_CLOSE: Final = 2  # mentions between two namesakes under which a surname alone may mean either
_DOMINANT: Final = 3  # times as many full mentions make one of two namesakes the one meant


@dataclass(frozen=True, slots=True)
class Figure:
    """An entity with what resolution wants to know of it besides."""

    entity: Entity
    mentions: tuple[int, ...]
    """Indices into `Cast.mentions`."""
    sort: Sort = ""
    gender_weight: float = 0.0
    """By how much the evidence for the gender leads; about 4 for a title, 2 for a first name, under 1 for a pronoun."""
    nouns: frozenset[str] = frozenset()
    """Common nouns of its roles: "director", "airline"."""
    ages: frozenset[str] = frozenset()
    """As a noun phrase has it: "20-year-old"."""
    documents: frozenset[str] = frozenset()
    """Nouns of documents that are its: "lawsuit"."""
    kinds: Mapping[str, float] = field(default_factory=dict)
    """What kind of body it is, each with how sure that is (`kinds`)."""
    tagged: bool = True
    """Has the tagger, or a title, seen a name in it?"""


@dataclass(frozen=True, slots=True)
class Cast:
    """The figures of an article, and which of them each mention means."""

    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    figure_of: tuple[int, ...]
    """Index of the figure of each mention."""
    doubtful: frozenset[int] = frozenset()
    """Mentions that two figures could claim, neither clearly."""
    rivals: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """By mention the figures that it may mean, where several have its name."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The figures as nouns of the model, in the order in which the article brings them in."""
        return tuple(figure.entity for figure in self.figures if figure.tagged)


@dataclass(slots=True)
class _Groups:
    """Mentions put together, by the key of their longest form."""

    members: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    open: list[tuple[int, tuple[Key, ...]]] = field(default_factory=list)
    """Mentions that several groups could claim."""

    def add(self, form: Form, homes: Sequence[Key], mentions: Sequence[Mention], couple: Couple | None) -> None:
        """Give all mentions of a form to its home; where there are several, leave them open.

        `couple` is that of the first home, if somebody shares its surname.
        """
        if len(homes) == 1:
            told = couple.gender if couple else ""
            gender = told or parse_name(" ".join(homes[0])).gender
            titles = {TITLES.get(mentions[i].title, "") for i in form.mentions} - {""}
            if gender and titles - {gender}:  # "Mr. Lee" is not Ann Lee, but her husband or whoever else he may be
                other = couple.partner if couple and told else form.key
                for i in form.mentions:
                    title = TITLES.get(mentions[i].title, "")
                    self.members[homes[0] if title == gender or (told and not title) else other].append(i)
            else:
                self.members[homes[0]] += form.mentions
        else:
            self.open += [(i, tuple(homes)) for i in form.mentions]


def gather(mentions: Sequence[Mention], scene: Scene) -> Cast:
    """Gather mentions (in text order, not overlapping) into the figures of an article; near linear in their number."""
    forms = forms_of(mentions, scene)
    common = scene.common
    base = {key: trimmed(key, forms, common) for key in forms}
    births = birth_names(base, forms)
    base = {key: births.get(home, home) for key, home in base.items()}
    long = sorted(
        (k for k in {*base.values()} if len(k) > 1), key=lambda k: (-len(k), len(k[-1]) == 1, forms[k].mentions[0])
    )
    sorts = {key: sort_of(forms[key]) for key in long}
    persons, organisations = Persons(), Organisations(forms)
    firms = {without_legal_form(key) for key in long if key[-1] in LEGAL_FORMS}
    for key in long:
        labels = forms[key].labels
        if _is_thing_of(key, forms):
            organisations.add(key, "work", forms[key])
        # "Ann Resources" of Ann Resources Inc
        elif key in firms and (
            labels["organisation"] >= max(1, labels["person"])
            or not (given_name_gender(key[0]) or forms[key].titles)  # "A.B. Berg" of A.B. Berg Co. Inc.
        ):
            organisations.add(key, "organisation", forms[key])
        elif (
            sorts[key] == "person"
            or may_be_person(key, forms)
            or (not sorts[key] and len(key) <= 4 and not forms[key].the)
        ):
            persons.add(key, forms[key])
        else:
            organisations.add(key, sorts[key], forms[key])
    persons.doubled = frozenset(key for key in forms if len(key) > 1 and not given_name_gender(key[0]))
    groups, peers = _Groups(), peers_of(long)
    couples = couples_of(scene.text, mentions)
    # "David" of "David and Ann Lee" is no David Berg, if he is not called so anywhere else.
    own = {one.partner for one in couples.values() if one.joint and len(forms[one.partner].mentions) == 1}
    couples = {
        key: one
        for key, one in couples.items()
        if one.partner in own or persons.homes(base[one.partner], forms[one.partner]) in ((), (one.partner,))
    }
    aliases, others = aliases_of(scene.text, mentions), listed_beside(scene.text, mentions)
    for key, alias in at_birth(scene.text, mentions, aliases, forms).items():
        forms[key].cut = True
        del aliases[alias]
        aliases[key] = alias
    for key, form in forms.items():
        homes = peers.get(key, ()) if form.the else (key,) if key in own else ()
        if (other := aliases.get(base[key])) is not None:
            homes = persons.homes(base[other], forms[other]) or (base[other],)
        elif " ".join(key) not in PLATFORMS:  # Twitter is itself, whatever else is called so
            found = persons.homes(base[key], form)
            found = tuple(home for home in found if home not in others.get(key, ()))
            homes = homes or found or organisations.homes(base[key], form)
        homes = homes or (base[key],)
        groups.add(form, homes, mentions, couples.get(homes[0]))
    votes = pronoun_votes(scene, mentions, _somebody(mentions)) if groups.open else {}
    settled = _settle(groups, mentions, votes, scene)
    partners = {
        one.partner: one.name
        for one in couples.values()
        if one.joint or any(mentions[i].title for i in groups.members[one.partner])
    }
    return _cast(groups, mentions, forms, scene, settled, partners)


def _is_thing_of(key: Key, forms: Mapping[Key, Form]) -> bool:
    """Is it a work or a product that is called after somebody: "Ann Lee Gold Series", beside Ann Lee?"""
    form, front = forms[key], forms.get(key[:2])
    return len(key) > 2 and form.labels["work"] == len(form.mentions) and bool(front and front.labels["person"])


@dataclass(frozen=True, slots=True)
class _Settled:
    """What came of the mentions that several could claim."""

    doubtful: frozenset[int]
    rivals: Mapping[int, tuple[Key, ...]]


def _somebody(mentions: Sequence[Mention]) -> list[int]:
    return [i for i, mention in enumerate(mentions) if mention.label in ("person", "")]


def _settle(groups: _Groups, mentions: Sequence[Mention], votes: Mapping[int, float], scene: Scene) -> _Settled:
    """Decide in text order for mentions that several could claim: by gender, by weight, by nearness.

    The gender is that of the title, or of the pronoun that follows (`votes`: positive for f). Whom the article calls by
    a first name alone it does not call by a surname that one has who came before. Those that stay in doubt are given to
    the nearest all the same.
    """
    doubtful = set()
    rivals: dict[int, tuple[Key, ...]] = {}
    full = {home: sorted(groups.members[home]) for _, homes in groups.open for home in homes}
    weight = {home: len(found) for home, found in full.items()}
    told = [mention if not scene.is_quoted(mention.span.start) else None for mention in mentions]
    firsts = frozenset(
        home for home, found in full.items() if any((m := told[i]) and normal_words(m.name) == home[:1] for i in found)
    )
    last: dict[Key, int] = {}
    cursor = dict.fromkeys(full, 0)
    for i, homes in sorted(groups.open):
        for home in homes:
            while cursor[home] < len(full[home]) and full[home][cursor[home]] < i:
                last[home] = full[home][cursor[home]]
                cursor[home] += 1
        gender = TITLES.get(mentions[i].title, "") or balance([votes.get(i, 0.0)])[0]
        title = mentions[i].title
        if title in _PLAIN_TITLES:  # "Mr Lee" is not Sir Tom Lee
            homes = tuple(h for h in homes if not _is_sir(full[h], mentions)) or homes
        titled = [h for h in homes if title and any(mentions[k].title == title for k in full[h])]
        homes = tuple(titled) if len(titled) == 1 else homes  # "President Lee" is the one who is called so in full
        fitting = [h for h in homes if not gender or parse_name(" ".join(h)).gender in ("", gender)]
        if not fitting and TITLES.get(title):  # "Mrs. Lee" of an article with Tom Lee and Tom Lee Jr.
            groups.members[normal_words(mentions[i].name)].append(i)
            continue
        fitting = fitting or list(homes)
        fitting = [h for h in fitting if h in last] or fitting  # nobody is called by a surname before the full name
        by_surname = normal_words(mentions[i].name)[0] not in {h[0] for h in fitting}
        before = min((full[h][0] for h in fitting if h not in firsts), default=i) if by_surname else i
        fitting = [h for h in fitting if h not in firsts or full[h][0] < before] or fitting
        sexed = [h for h in fitting if gender and parse_name(" ".join(h)).gender == gender]
        unsaid = max((weight[h] for h in fitting if h not in sexed), default=0)
        sure = sexed or fitting
        asked = fitting if sexed and unsaid > max(weight[h] for h in sexed) else sure  # whom the ranker is asked about
        if len(asked) > 1:
            near = asked if len(asked) <= _RIVALS else sorted(asked, key=lambda h: -last.get(h, -1))[:_RIVALS]
            rivals[i] = tuple(near)
        ranked = sorted(sure, key=lambda h: (-last.get(h, -1), full[h][:1]))
        heavy = max(sure, key=lambda h: weight[h])
        next_heavy = max((weight[h] for h in sure if h != heavy), default=0)
        if len(sure) == 1 or weight[heavy] >= _DOMINANT * max(1, next_heavy):
            chosen = heavy
        else:
            chosen = ranked[0]
            rival = last.get(ranked[1])
            if chosen not in last or (rival is not None and rival >= last[chosen] - _CLOSE):
                doubtful.add(i)
        groups.members[chosen].append(i)
        last[chosen] = i
    return _Settled(frozenset(doubtful), rivals)


def _is_sir(own: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Is a full name given with a title of honour, each time?"""
    full = [i for i in own if " " in mentions[i].name]
    return bool(full) and all(mentions[i].title in _HONOURS for i in full)


def _cast(
    groups: _Groups,
    mentions: Sequence[Mention],
    forms: Mapping[Key, Form],
    scene: Scene,
    settled: _Settled,
    partners: Mapping[Key, str],
) -> Cast:
    """The figures of the groups; `partners` are the names of those who are given by a first name alone."""
    by_mention: dict[int, Form] = {i: form for form in forms.values() for i in form.mentions}
    keyed = sorted(((sorted(found), key) for key, found in groups.members.items() if found), key=lambda one: one[0])
    members = [found for found, _ in keyed]
    place = {key: k for k, (_, key) in enumerate(keyed)}
    member_roles = [[_role(scene, mentions[i]) for i in found] for found in members]
    sorts = [_sort_of_all(found, by_mention, roles) for found, roles in zip(members, member_roles, strict=True)]
    somebody = sorted(i for found, sort in zip(members, sorts, strict=True) if sort in ("person", "") for i in found)
    votes = pronoun_votes(scene, mentions, somebody)
    whole_persons = Coverage(mentions[i].span for i in somebody if " " in mentions[i].name)
    figures = []
    figure_of = [0] * len(mentions)
    for k, (found, sort, roles) in enumerate(zip(members, sorts, member_roles, strict=True)):
        name = best_name(found, mentions, by_mention, sort)
        if " " not in name and sort == "person":
            name = partners.get(keyed[k][1], name)
        is_one = 2 * sum(mentions[i].the for i in found) > len(found) if is_peer(name) else sort == "person"
        if " " not in name and is_one:
            name = name_in_full(scene.text, name, {mentions[i].title for i in found}, whole_persons) or name
        nouns = frozenset(noun for role in roles for noun in role.nouns)
        own = sum(own_votes(name, (mentions[i].title for i in found), nouns))
        gender, lead = balance([own, of_pronouns((votes.get(i, 0.0) for i in found), own)])
        if sort in ("organisation", "work", "place"):
            gender, lead = "", 0.0
        nouns = nouns.union(*(seat_of(scene.text, mentions[i]) for i in found[:_LOOKED_AT]))
        nouns = nouns.union(*(in_court(scene.text, mentions[i]) for i in found[:_LOOKED_AT]))
        nouns |= {
            TITLE_NOUNS.get(title, title)
            for i in found
            if ((title := mentions[i].title) in TITLE_NOUNS or noun_kind(title) == "person")
            and not _FORMER.search(scene.text, max(0, mentions[i].span.start - _BEFORE_TITLE), mentions[i].span.start)
        }
        if sort == "person":
            nouns = nouns.union(*(nation_of(scene.text, mentions[i].span) for i in found[:_LOOKED_AT]))
        is_body = sort != "person" or not lead
        bodies = {mentions[i]: bodies_of(scene.text, mentions[i]) for i in found[:_LOOKED_AT]} if is_body else {}
        if sort in ("organisation", ""):
            nouns = nouns.union(*bodies.values())
        entity = Entity(name, _KINDS[sort], tuple(mentions[i].span for i in found), gender, best_role(roles))
        tagged = any(
            (mentions[i].label or mentions[i].title)
            and not is_credit(scene.text, mentions[i].span.start)
            and not scene.in_boilerplate(mentions[i].span.start)
            for i in found
        )
        ages = frozenset(age for i in found if (age := age_of(scene.text, mentions[i])))
        documents = frozenset(noun for i in found for noun in documents_of(scene.text, mentions[i]))
        called = (noun for role in roles for noun in role.nouns)
        kinds = kinds_of(scene.text, name, sort, called, bodies) if is_body else {}
        figures.append(Figure(entity, tuple(found), sort, lead, nouns, ages, documents, kinds, tagged))
        for i in found:
            figure_of[i] = k
    known = [one.entity.name if is_statesman(one.entity.name) and _is_now(scene, one) else "" for one in figures]
    held = offices_of(known, [one.entity.role for one in figures], [one.nouns for one in figures])
    figures = [replace(one, nouns=one.nouns | held[k]) if k in held else one for k, one in enumerate(figures)]
    rivals = {i: tuple(place[key] for key in keys if key in place) for i, keys in settled.rivals.items()}
    return Cast(tuple(figures), tuple(mentions), tuple(figure_of), settled.doubtful, rivals)


def _is_now(scene: Scene, figure: Figure) -> bool:
    """Is somebody named more than once, and nothing said beside his name of an office that he has had?"""
    if len(figure.mentions) == 1:
        return False
    places = ((span.start - _BESIDE, span.end + _BESIDE) for span in figure.entity.mentions)
    return not any(NOT_NOW.search(scene.text, max(0, start), end) for start, end in places)


def _role(scene: Scene, mention: Mention) -> Role:
    """What is said of somebody, but for what begins the next clause: "In an interview with Lee, the singer said"."""
    end = mention.span.end
    speaks = scene.speaks_at.get(end + 2) if scene.text.startswith(", ", end) else None
    next_clause = speaks is not None and not scene.text.startswith(",", speaks)
    return role_of(scene.text[:end] if next_clause else scene.text, mention)


_STATES: Final = frozenset(map(str.casefold, STATES.values()))


def _sort_of_all(found: Sequence[int], by_mention: Mapping[int, Form], roles: Sequence[Role]) -> Sort:
    """The type of a group: the vote of all its mentions, the evidence of its forms, and of what it is said to be."""
    forms = {form.key: form for form in map(by_mention.__getitem__, found)}
    if all(" ".join(key) in _STATES and form.labels["place"] == len(form.mentions) for key, form in forms.items()):
        return "place"  # "born in Altmere, Ohio, the son of a porter"
    kinds = ["organisation" if role.several else noun_kind(role.head) for role in roles if role.head]
    persons, organisations = kinds.count("person"), kinds.count("organisation")
    if len(forms) == 1 and not (persons or organisations):
        return sort_of(*forms.values())
    together = Form(())
    for form in forms.values():
        together.key = max(together.key, form.key, key=len)
        together.mentions += form.mentions
        together.labels.update(form.labels)
        together.titles.update(form.titles)
        together.the += form.the
        together.several += form.several
        together.explained = together.explained or form.explained
        together.acronym = together.acronym or form.acronym
    together.labels["person"] += 2 * persons
    together.labels["organisation"] += 2 * organisations
    return sort_of(together)
