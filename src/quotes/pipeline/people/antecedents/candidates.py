"""Whom a pronoun or a noun phrase can mean: a bounded number of candidates, and what speaks for each.

`Candidates.near` gives them with their `Features`; `ranker.choose` weighs these and abstains when it is close.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Final

from quotes.model import Spans
from quotes.pipeline.people.antecedents.features import Features
from quotes.pipeline.people.antecedents.fitting import (
    BODIES,
    COUNTERPARTS,
    SORTS,
    Query,
    authorship,
    body_keys,
    conflict,
    fits_kind,
    fullness,
    gender_sureness,
    has_other_office,
    has_other_role,
    is_anothers,
    is_named_so,
    is_of_another_kind,
    is_of_other_age,
    is_of_other_sex,
    is_somebody,
    kind_fit,
    role_fit,
)
from quotes.pipeline.people.antecedents.silent import silent
from quotes.pipeline.people.antecedents.spoken import Spoken
from quotes.pipeline.people.antecedents.standing import Standing, standings
from quotes.pipeline.people.cast.entities import Cast, Figure
from quotes.pipeline.people.cast.forms import Sort
from quotes.pipeline.people.lexicon import Gender, kindred
from quotes.pipeline.people.names.parts import is_unisex
from quotes.pipeline.people.scene import Scene

_FIRMS: Final = frozenset(("company", "firm", "business", "corporation"))
"""What any firm is, called so before or not."""
_THE: Final = 4  # characters of "the " before a name
_WINDOW: Final = 40  # mentions looked at before a source
_CERTAIN: Final = 2.6  # weight of a gender that more than a first name tells
_AGED: Final = "-year-old"
_PARTLY: Final = 0.5  # of a role, from which on it is a body's own
_CLASH: Final = 0.4  # of genders, from which on somebody does not fit
_start: Final = attrgetter("start")
_MET: Final = re.compile(
    r"\b(?:spoke|talked|talks|chatted|sat down|caught up|conversation|interview|interviewed|Q&A)\s+"
    r"(?:exclusively\s+)?(?:with|to)\s"
)
"""Before a name that is nobody's who speaks: "their newborn, Tom Lee"."""
_SHORT: Final = 40  # characters between "spoke with" and the name


@dataclass(frozen=True, slots=True)
class _Near:
    """The last mention of a figure by the narrator before a source, and its last pronoun."""

    mention: Standing | None = None
    echo: int = -1
    quoted: Standing | None = None
    """Its last mention in quoted words, where the narrator has none."""

    @property
    def is_joined(self) -> bool:
        """Is what the narrator speaks of last a name that is joined to another?"""
        return self.mention is not None and self.mention.joined and self.mention.start > self.echo

    @property
    def last(self) -> int:
        """Where the narrator speaks of it last; -1 for nowhere near."""
        return max(self.echo, self.mention.start if self.mention else -1)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a query is the same for all its candidates."""

    query: Query
    sentence: int
    paragraph: int
    kin: frozenset[str]
    """Nouns that may be said of whoever the noun of the query is said of."""
    own: frozenset[int]
    """Figures named in the content."""
    told: frozenset[int]
    """Figures named where those stand who are told the words."""
    spoken: Mapping[int, tuple[float, float, float]]
    """Of those who have spoken last: last_speaker, spoke_here, spoke_before."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """The figures that stand out from all that fit, -1 for none: what only a look at all tells."""

    kinds: Mapping[int, tuple[float, float]]
    """How well the kind of each fits (`kind_fit`)."""
    only_role: int
    foremost: int
    nearest: int = -1
    only_one: int = -1


class Candidates:
    """The candidates of one article. Asked in text order; `spoke` and `echoed` tell it what has been found."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene = scene
        self._cast = cast
        self._standing = standings(scene, cast.mentions)
        self._starts = [m.span.start for m in cast.mentions]
        self.spoken = Spoken(scene)
        self._echoes: dict[int, list[int]] = {}
        self._called: dict[int, Standing] = {}
        """By figure, where a phrase has meant it last."""
        self._total = max(8, max((len(f.mentions) for f in cast.figures), default=1))
        ranked = sorted(range(len(cast.figures)), key=lambda k: -len(cast.figures[k].mentions))
        self._leads = ranked[:3]
        self._first = {sort: _first_two(cast, sort) for sort in SORTS["silent"]}
        self._headline = {
            cast.figure_of[i]
            for i, s in enumerate(self._standing[:12])
            if s.paragraph < len(scene.paragraphs) and scene.paragraphs[s.paragraph].kind == "headline"
        }
        self._silent = silent(scene, cast)
        told = (not scene.is_quoted(s.start) and not scene.is_quoted(s.start + 1) for s in scene.sentences)
        self._told = list(accumulate(told, initial=0))
        """How many sentences before each are the narrator's."""
        self._genders: dict[int, Gender] = {}
        """What pronouns have told of those whose names tell no gender."""
        self._roles: dict[str, list[int]] = {}
        for k, figure in enumerate(cast.figures):
            for noun in figure.nouns:
                self._roles.setdefault(noun, []).append(k)
            if figure.sort != "person":
                for word in figure.entity.name.casefold().split():
                    self._roles.setdefault(word, []).append(k)

    def _distance(self, sentence: int, here: int) -> int:
        """From one sentence to a later one: how many of the narrator's, past those that begin in quoted words."""
        return self._told[here] - self._told[sentence + 1] + 1 if sentence < here else 0

    def echoed(self, figure: int, at: int, gender: Gender) -> None:
        """Take note that a pronoun of a gender at character `at` means a figure."""
        self._echoes.setdefault(figure, []).append(at)
        if gender and not self._cast.figures[figure].entity.gender:
            self._genders.setdefault(figure, gender)

    def _is_other(self, query: Query, k: int) -> bool:
        """Has a pronoun of the other gender meant a figure whose name tells none?"""
        return bool(query.gender) and self._genders.get(k, query.gender) != query.gender

    def called(self, figure: int, at: int) -> None:
        """Take note that a phrase at character `at`, the subject of its sentence, means a figure: "The singer left"."""
        here = self._scene.sentence(at), self._scene.paragraph(at)
        self._called[figure] = Standing(at, *here, False, False, subject=True, oblique=False, joined=False, opens=True)

    def guest(self, before: int | None = None) -> int | None:
        """Whom the writer says to have met, before a character: "I spoke with Ann Lee", "in an interview with Lee"."""
        for found in _MET.finditer(self._scene.text, 0, len(self._scene.text) if before is None else before):
            i = bisect_left(self._starts, found.end())
            if self._scene.is_quoted(found.start()) or i == len(self._starts) or self._starts[i] > found.end() + _SHORT:
                continue
            figure = self._cast.figure_of[i]
            if self._cast.figures[figure].sort == "person":
                return figure
        return None

    def named_between(self, start: int, end: int, past: Spans = ()) -> bool:
        """Does the narrator name somebody between two characters, what he reports in the spans `past` aside?"""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = (
            (self._cast.figures[self._cast.figure_of[i]], self._standing[i]) for i in range(low, min(high, low + 40))
        )
        return any(
            f.sort == "person"
            and f.tagged
            and not s.quoted
            and not any(span.start <= s.start < span.end for span in past)
            for f, s in found
        )

    def near(self, query: Query) -> list[tuple[int, Features]]:
        """The figures that the query may mean, each with what speaks for it; a bounded number."""
        end = bisect_left(self._starts, query.at)
        low = max(0, end - _WINDOW)
        near: dict[int, list[int]] = {}
        for i, figure in enumerate(self._cast.figure_of[low:end], low):
            near.setdefault(figure, []).append(i)
        wanted = dict.fromkeys(query.only or near)
        if not query.only:
            wanted.update(dict.fromkeys(self.spoken.lately()))
            wanted.update(dict.fromkeys(self._leads))
        kin = kindred(query.noun)
        if query.noun:
            wanted.update(dict.fromkeys(self._roles.get(query.noun, [])[:8]))
            for noun in sorted(kin):
                wanted.update(dict.fromkeys(self._roles.get(noun, [])[:2]))
        figures, named = self._cast.figures, self._named_in(query.phrase) | query.without | self._silent
        roles = {
            k: role_fit(query, figures[k])
            for k in wanted
            if figures[k].tagged and k not in named and fits_kind(query, figures[k]) and self._known(query, figures[k])
        }
        owner = self._owner(query)
        if owner:  # "Acme's CEO" is not the CEO of another firm
            roles = {k: r for k, r in roles.items() if not is_anothers(figures[k], query.noun, owner)}
        # "The Bank of Altmere governor" is never another place's.
        fitting = {k: self._nearest(query, k, near.get(k, ())) for k, role in roles.items() if role >= 0}
        compared = self._compared(query, roles, fitting)
        here, paragraph = self._scene.sentence(query.at), self._scene.paragraph(query.at)
        own, told = self._named_in(query.own), self._named_in(query.addressee)
        asked = _Asked(query, here, paragraph, kin, own, told, self.spoken.last(here, paragraph))
        rated = [(k, self._features(asked, k, found, compared, roles[k])) for k, found in fitting.items()]
        rated = [(k, f) for k, f in rated if not is_of_other_sex(query, figures[k]) and not self._is_other(query, k)]
        if any(f.agrees >= 1 and not f.conflicts and (f.named_here or f.sentence_before) for _, f in rated):
            # "He" is no woman where a man has just been named.
            rated = [(k, f) for k, f in rated if f.conflicts < 1 or is_unisex(figures[k].entity.name)]
        if query.noun and query.noun not in _FIRMS and any(f.role >= 1 for _, f in rated):
            rated = [(k, f) for k, f in rated if f.role >= 1 or f.kin or f.named_so]  # "the governor" is the governor
        rated = [(k, f) for k, f in rated if not is_of_other_age(query.noun, figures[k])]
        rated = [(k, f) for k, f in rated if not is_of_another_kind(query, figures[k])]
        rated = [(k, f) for k, f in rated if f.kin or not has_other_office(query, figures[k])]
        if query.noun.endswith(_AGED):  # "the 43-year-old" is nobody of another age
            of_age = [(k, f) for k, f in rated if f.age]
            rated = of_age or [(k, f) for k, f in rated if not figures[k].ages]
        if query.noun == "state":  # is no firm that the state owns
            rated = [(k, f) for k, f in rated if f.role >= _PARTLY or f.named_so or figures[k].sort == "place"]
        if query.noun == "police":  # nor is an officer the police
            rated = [(k, f) for k, f in rated if figures[k].sort != "person"]
        if query.noun in COUNTERPARTS and query.nouns & BODIES:  # "the harbour committee chairman" is no tycoon
            rated = [(k, f) for k, f in rated if f.role >= _PARTLY or f.named_so]
        if query.noun in BODIES | COUNTERPARTS or query.owned:  # "the committee" is no party, "her lawyer" not herself
            with_place = query.noun in COUNTERPARTS and not query.owned and self._names_place(query)
            rated = [
                (k, f)
                for k, f in rated
                if f.role >= _PARTLY
                or f.kin
                or f.named_so
                or (with_place and not is_somebody(figures[k]) and not (owner and self._is_before(query, figures[k])))
            ]
        return rated

    def _owner(self, query: Query) -> frozenset[str]:
        """The words of the body whose somebody is, by a phrase: "Acme's CEO", "the CEO of Acme"."""
        if not query.phrase:
            return frozenset()
        k = bisect_left(self._starts, query.at)
        if k == len(self._starts) or self._starts[k] >= query.phrase[0].end:
            return frozenset()
        mention, figure = self._cast.mentions[k], self._cast.figures[self._cast.figure_of[k]]
        is_first = mention.possessive and self._starts[k] <= query.at + _THE
        before = self._scene.text[query.at : self._starts[k]].casefold().removesuffix("the ")
        is_body = figure.sort == "organisation" and (is_first or before.endswith(f" {query.noun} of "))
        return body_keys(figure.entity.name) if is_body else frozenset()

    def _names_place(self, query: Query) -> bool:
        """Does a phrase say of where or of whom somebody is: "the Altmere manager"?"""
        words = query.phrase[0].cut(self._scene.text).split() if query.phrase else []
        return any(word[0].isupper() for word in words[1:])

    def _known(self, query: Query, figure: Figure) -> bool:
        """Has it been named before, or is the query a noun phrase, which a headline may put before the name?"""
        ahead = query.only or (query.noun and (query.noun not in BODIES or query.noun == "police"))
        return bool(ahead) or self._is_before(query, figure)

    def _is_before(self, query: Query, figure: Figure) -> bool:
        """Has it been named before?"""
        return self._starts[figure.mentions[0]] < query.at

    def _nearest(self, query: Query, k: int, mentions: Sequence[int]) -> _Near:
        quoted = None
        echo = next((at for at in reversed(self._echoes.get(k, ())) if at < query.at), -1)
        inside, called = self._scene.is_quoted(query.at), self._called.get(k)
        for i in reversed(mentions):
            standing = self._standing[i]
            if (standing.quoted and not inside) or any(span.start <= standing.start < span.end for span in query.own):
                quoted = quoted or standing
                continue
            return _Near(max(called or standing, standing, key=_start), echo, quoted)
        return _Near(called, echo, quoted)

    def _compared(self, query: Query, roles: Mapping[int, float], fitting: Mapping[int, _Near]) -> _Compared:
        """Who of all is the nearest, the one named most, the only one around, and the only one so called."""
        figures = self._cast.figures
        called = [k for k in fitting if roles[k] >= 0.5 or is_named_so(query, figures[k])]
        only_role = called[0] if len(called) == 1 else -1
        kinds = {k: kind_fit(query, figures[k]) for k in fitting}
        fits = {
            k
            for k, near in fitting.items()
            if conflict(query, figures[k]) < _CLASH
            and kinds[k][1] < 1
            and k != query.outer
            and near.last >= 0
            and not self._is_other(query, k)
        }
        if not fits:
            return _Compared(kinds, only_role, -1)
        most = max(len(figures[k].mentions) for k in fits)
        first = [k for k in fits if len(figures[k].mentions) == most]
        foremost = first[0] if len(first) == 1 else -1
        nearest = max(fits, key=lambda k: fitting[k].last)
        if len(fits) > 1 and fitting[nearest].is_joined:
            nearest = -1  # of "Lee and Berg" neither is nearer
        here = self._scene.paragraph(query.at)
        around = [k for k in fits if self._scene.paragraph(fitting[k].last) >= here - 1]
        return _Compared(kinds, only_role, foremost, nearest, around[0] if len(around) == 1 else -1)

    def _features(self, asked: _Asked, k: int, near: _Near, compared: _Compared, role: float) -> Features:
        figure, query, here = self._cast.figures[k], asked.query, asked.sentence
        gender, mention = figure.entity.gender, near.mention
        distance = self._distance(mention.sentence, here) if mention else 99
        nearness = max(0.0, 1.0 - 0.25 * max(0, distance - 1)) if distance else 0.0
        is_here = float(distance == 0)
        echo = self._distance(self._scene.sentence(near.echo), here) if near.echo >= 0 else 99
        recency, spoke_here, spoke_before = asked.spoken.get(k, (0.0, 0.0, 0.0))
        is_kin = not asked.kin.isdisjoint(figure.nouns)
        return Features(
            agrees=gender_sureness(figure) if query.gender and gender == query.gender else 0.0,
            conflicts=conflict(query, figure),
            surely_not=float(
                bool(query.gender and gender) and gender != query.gender and figure.gender_weight >= _CERTAIN
            ),
            last_speaker=recency,
            spoke_here=spoke_here,
            spoke_before=spoke_before,
            spoke_share=self.spoken.share(k),
            same_sentence=is_here * (0.4 if mention and mention.possessive else 1.0),
            sentence_before=nearness,
            first_named=float(mention is not None and mention.opens) * max(nearness, is_here),
            named_here=float(mention is not None and mention.paragraph == asked.paragraph),
            nearest=float(k == compared.nearest),
            only_one=float(k == compared.only_one),
            subject=float(mention is not None and mention.subject) * max(nearness, is_here),
            subject_here=float(mention is not None and mention.subject) * is_here,
            since=float(near.last > self.spoken.latest[1] >= 0),
            introduced=float(here - self._standing[figure.mentions[0]].sentence in (0, 1)),
            oblique=float(mention is not None and mention.oblique) * max(nearness, is_here),
            echo_here=float(echo == 0),
            echo_before=max(0.0, 1.0 - 0.25 * max(0, echo - 1)) if echo else 0.0,
            quoted_only=float(mention is None and near.quoted is not None and here - near.quoted.sentence <= 3),
            possessive=float(mention is not None and mention.possessive),
            own_words=float(k in asked.own),
            addressed=query.addressed * (k in asked.told),
            prominent=len(figure.mentions) / self._total,
            headline=float(k in self._headline),
            foremost=float(k == compared.foremost),
            opening=float(k in self._first.get(figure.sort, ())),
            full=fullness(figure),
            is_person=float(figure.sort == "person"),
            is_organisation=float(figure.sort == "organisation"),
            is_work=float(figure.sort == "work"),
            is_place=float(figure.sort == "place"),
            other_sort=float(not figure.sort),
            speaks_now=float(query.outer == k),
            role=role,
            kin=float(is_kin),
            other_role=float(bool(query.noun) and not is_kin and has_other_role(query.noun, figure)),
            named_so=float(is_named_so(query, figure)),
            only_role=float(k == compared.only_role),
            of_kind=compared.kinds[k][0],
            other_kind=compared.kinds[k][1],
            age=float(query.noun in figure.ages),
            author=authorship(query.noun, figure) if query.kind == "document" else 0.0,
        )

    def names_owner(self, spans: Spans) -> bool:
        """Does a phrase name a body as the owner of something: "the ministry of works's price list"?"""
        low, high = bisect_left(self._starts, spans[0].start), bisect_left(self._starts, spans[0].end)
        named = ((self._cast.mentions[k], self._cast.figures[self._cast.figure_of[k]]) for k in range(low, high))
        return any(mention.possessive and figure.sort == "organisation" for mention, figure in named)

    def _named_in(self, spans: Spans) -> frozenset[int]:
        """The figures that are named in some spans, as far as it is looked at."""
        found: set[int] = set()
        for span in spans[:3]:
            low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found.update(self._cast.figure_of[low : min(high, low + 10)])
        return frozenset(found)


def _first_two(cast: Cast, sort: Sort) -> frozenset[int]:
    """The first two figures of a sort that the article names."""
    return frozenset([k for k, f in enumerate(cast.figures) if f.sort == sort][:2])
