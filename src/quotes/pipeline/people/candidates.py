"""Whom a pronoun or a noun phrase can mean: a bounded number of candidates, and what speaks for each.

`Candidates.near` gives them with their `Features`; `ranker.choose` weighs these and abstains when it is close.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from quotes.model import Spans
from quotes.pipeline.people.closing import IN_TITLES
from quotes.pipeline.people.entities import Cast, Figure
from quotes.pipeline.people.features import Features
from quotes.pipeline.people.forms import Sort
from quotes.pipeline.people.lexicon import NEWS_WORDS, PLATFORMS, kindred, noun_kind
from quotes.pipeline.people.names import Gender, given_name_gender, normal
from quotes.pipeline.people.ranker import QuestionKind
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.standing import Standing, standings
from quotes.pipeline.people.wordlists import word_set

_KNOWN: Final = 5  # mentions from which on one word is somebody's name in full
_WINDOW: Final = 40  # mentions looked at before a source
_SPEAKERS: Final = 4  # last speakers that are candidates
_SURE_GENDER: Final = 1.5
_CERTAIN: Final = 2.6  # weight of a gender that more than a first name tells
_AKIN: Final = 0.7  # of the lawsuit whoever wrote the complaint
_HALF: Final = 0.5
_CLASH: Final = 0.4  # of genders, from which on somebody does not fit
_MET: Final = re.compile(
    r"\b(?:spoke|talked|talks|chatted|sat down|caught up|conversation|interview|interviewed|Q&A)\s+"
    r"(?:exclusively\s+)?(?:with|to)\s"
)
_SHORT: Final = 40  # characters between "spoke with" and the name
_ACTS: Final = word_set("band duo trio quartet quintet outfit team club side")
_SITES: Final = word_set("platform company network site website service app giant firm")
"""What a platform on which people post may be called."""
_RANKS: Final = word_set("deputy vice assistant co former acting junior")
_LOOSE: Final = word_set("the this that his her their its new former then old young late")

_THINGS: Final[tuple[Sort, ...]] = ("organisation", "work", "place", "")
_SORTS: Final[Mapping[QuestionKind, tuple[Sort, ...]]] = {
    "person": ("person", ""),
    "noun": ("person", ""),
    "thing": _THINGS,
    "group": _THINGS,
    "body": _THINGS,
    "document": (*_THINGS, "person"),
    "namesake": ("person", ""),
    "silent": ("person", "organisation", "work", ""),
}


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
    addressee: Spans = ()
    """Whom the words are told: names there are less likely to be the speaker's."""
    addressed: float = 0.0
    """0 to 1: how likely it is that these words say so."""
    own: Spans = ()
    """The content of the attribution: names in it are less likely to be its speaker."""
    phrase: Spans = ()
    """The source where it is a noun phrase: who is named in it is not meant ("the head of Acme")."""
    outer: int | None = None
    """The figure whose quotation holds the source: "he" inside it is somebody else."""


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


class Candidates:
    """The candidates of one article. Asked in text order; `spoke` and `echoed` tell it what has been found."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene = scene
        self._cast = cast
        self._standing = standings(scene, cast.mentions)
        self._starts = [m.span.start for m in cast.mentions]
        self._speakers: list[tuple[int, int]] = []  # (figure, where), the last one at the end
        self._spoken: Counter[int] = Counter()
        self._echoes: dict[int, list[int]] = {}
        self._total = max(8, max((len(f.mentions) for f in cast.figures), default=1))
        ranked = sorted(range(len(cast.figures)), key=lambda k: -len(cast.figures[k].mentions))
        self._leads = ranked[:3]
        self._first = {sort: _first_two(cast, sort) for sort in _SORTS["silent"]}
        self._headline = {
            cast.figure_of[i]
            for i, s in enumerate(self._standing[:12])
            if s.paragraph < len(scene.paragraphs) and scene.paragraphs[s.paragraph].kind == "headline"
        }
        told = (not scene.is_quoted(s.start) and not scene.is_quoted(s.start + 1) for s in scene.sentences)
        self._told = list(accumulate(told, initial=0))
        """How many sentences before each are the narrator's."""
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

    def spoke(self, figure: int, at: int) -> None:
        """Take note that a figure has spoken at character `at`."""
        self._speakers.append((figure, at))
        self._spoken[figure] += 1

    def echoed(self, figure: int, at: int) -> None:
        """Take note that a pronoun at character `at` means a figure."""
        self._echoes.setdefault(figure, []).append(at)

    def before_last(self) -> int | None:
        """Who spoke before the last speaker."""
        last = self._speakers[-1][0] if self._speakers else None
        return next((figure for figure, _ in reversed(self._speakers[-_SPEAKERS:]) if figure != last), None)

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

    def named_between(self, start: int, end: int) -> bool:
        """Does the narrator name somebody between two characters?"""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = (
            (self._cast.figures[self._cast.figure_of[i]], self._standing[i]) for i in range(low, min(high, low + 40))
        )
        return any(f.sort == "person" and f.tagged and not s.quoted for f, s in found)

    def near(self, query: Query) -> list[tuple[int, Features]]:
        """The figures that the query may mean, each with what speaks for it; a bounded number."""
        end = bisect_left(self._starts, query.at)
        near: dict[int, list[int]] = {}
        for i in range(max(0, end - _WINDOW), end):
            near.setdefault(self._cast.figure_of[i], []).append(i)
        wanted = dict.fromkeys(query.only or near)
        if not query.only:
            wanted.update(dict.fromkeys(figure for figure, _ in self._speakers[-_SPEAKERS:]))
            wanted.update(dict.fromkeys(self._leads))
        if query.noun:
            wanted.update(dict.fromkeys(self._roles.get(query.noun, [])[:8]))
            for noun in sorted(kindred(query.noun)):
                wanted.update(dict.fromkeys(self._roles.get(noun, [])[:2]))
        figures = self._cast.figures
        fitting = {
            k: self._nearest(query, k, near.get(k, ()))
            for k in wanted
            if figures[k].tagged
            and _fits(query, figures[k])
            and self._known(query, figures[k])
            and not self._stands_in(query.phrase, k)
        }
        rated = [(k, self._features(query, k, found, near.get(k, ()))) for k, found in fitting.items()]
        # "The Bank of Altmere governor" is never another place's.
        return self._compared(query, [(k, f) for k, f in rated if f.role >= 0], fitting)

    def _known(self, query: Query, figure: Figure) -> bool:
        """Has it been named before, or is the query a noun phrase, which a headline may put before the name?"""
        return bool(query.noun or query.only) or self._cast.mentions[figure.mentions[0]].span.start < query.at

    def _nearest(self, query: Query, k: int, mentions: Sequence[int]) -> _Near:
        quoted = None
        echo = next((at for at in reversed(self._echoes.get(k, ())) if at < query.at), -1)
        inside = self._scene.is_quoted(query.at)
        for i in reversed(mentions):
            standing = self._standing[i]
            if (standing.quoted and not inside) or any(span.start <= standing.start < span.end for span in query.own):
                quoted = quoted or standing
                continue
            return _Near(standing, echo, quoted)
        return _Near(None, echo, quoted)

    def _compared(
        self, query: Query, rated: list[tuple[int, Features]], fitting: Mapping[int, _Near]
    ) -> list[tuple[int, Features]]:
        """The features that come from a look at all: who is the nearest, and the only one around."""
        called = [k for k, f in rated if f.role >= 0.5 or f.named_so]
        if len(called) == 1:
            rated = [(k, replace(f, only_role=1.0) if k == called[0] else f) for k, f in rated]
        fits = {k for k, f in rated if f.conflicts < _CLASH and k != query.outer and fitting[k].last >= 0}
        most = max((f.prominent for k, f in rated if k in fits), default=0.0)
        foremost = [k for k, f in rated if k in fits and f.prominent == most]
        if len(foremost) == 1:
            rated = [(k, replace(f, foremost=1.0) if k == foremost[0] else f) for k, f in rated]
        if not fits:
            return rated
        nearest = max(fits, key=lambda k: fitting[k].last)
        if len(fits) > 1 and fitting[nearest].is_joined:
            nearest = -1  # of "Lee and Berg" neither is nearer
        here = self._scene.paragraph(query.at)
        around = {k for k in fits if self._scene.paragraph(fitting[k].last) >= here - 1}
        only = next(iter(around)) if len(around) == 1 else -1
        return [
            (k, replace(f, nearest=float(k == nearest), only_one=float(k == only)) if k in (nearest, only) else f)
            for k, f in rated
        ]

    def _features(self, query: Query, k: int, near: _Near, mentions: Sequence[int]) -> Features:
        figure, scene = self._cast.figures[k], self._scene
        gender, sure = figure.entity.gender, min(1.0, figure.gender_weight / _SURE_GENDER)
        here, paragraph = scene.sentence(query.at), scene.paragraph(query.at)
        mention = near.mention
        distance = self._distance(mention.sentence, here) if mention else 99
        nearness = max(0.0, 1.0 - 0.25 * max(0, distance - 1)) if distance else 0.0
        is_here = float(distance == 0)
        echo = self._distance(scene.sentence(near.echo), here) if near.echo >= 0 else 99
        recency, spoke_here, spoke_before = self._spoken_last(k, here, paragraph)
        name = {w.casefold().strip(".,") for w in figure.entity.name.split()} if query.noun else set()
        said = sum(self._spoken.values())
        is_kin = bool(query.noun) and bool(kindred(query.noun) & figure.nouns)
        return Features(
            agrees=sure if query.gender and gender == query.gender else 0.0,
            conflicts=sure if query.gender and gender and gender != query.gender else 0.0,
            surely_not=float(
                bool(query.gender and gender) and gender != query.gender and figure.gender_weight >= _CERTAIN
            ),
            last_speaker=recency,
            spoke_here=spoke_here,
            spoke_before=spoke_before,
            spoke_share=self._spoken[k] / said if said else 0.0,
            same_sentence=is_here * (0.4 if mention and mention.possessive else 1.0),
            sentence_before=nearness,
            first_named=float(mention is not None and mention.opens) * max(nearness, is_here),
            named_here=float(mention is not None and mention.paragraph == paragraph),
            subject=float(mention is not None and mention.subject) * max(nearness, is_here),
            subject_here=float(mention is not None and mention.subject) * is_here,
            since=float(bool(self._speakers) and near.last > self._speakers[-1][1]),
            introduced=float(here - scene.sentence(self._cast.mentions[figure.mentions[0]].span.start) in (0, 1)),
            oblique=float(mention is not None and mention.oblique) * max(nearness, is_here),
            echo_here=float(echo == 0),
            echo_before=max(0.0, 1.0 - 0.25 * max(0, echo - 1)) if echo else 0.0,
            quoted_only=float(mention is None and near.quoted is not None and here - near.quoted.sentence <= 3),
            possessive=float(mention is not None and mention.possessive),
            own_words=float(self._stands_in(query.own, k)),
            addressed=query.addressed * self._stands_in(query.addressee, k),
            prominent=len(figure.mentions) / self._total,
            headline=float(k in self._headline),
            opening=float(k in self._first.get(figure.sort, ())),
            full=_in_full(figure),
            is_person=float(figure.sort == "person"),
            is_organisation=float(figure.sort == "organisation"),
            is_work=float(figure.sort == "work"),
            is_place=float(figure.sort == "place"),
            other_sort=float(not figure.sort),
            speaks_now=float(query.outer == k),
            role=_role_fit(query, figure),
            kin=float(is_kin),
            other_role=float(bool(query.noun) and not is_kin and _has_other_role(query.noun, figure)),
            named_so=float(bool(query.noun) and query.noun in name and figure.sort != "person"),
            age=float(query.noun in figure.ages),
            author=_authorship(query.noun, figure) if query.kind == "document" else 0.0,
        )

    def _stands_in(self, spans: Spans, k: int) -> bool:
        for span in spans[:3]:
            low = bisect_left(self._starts, span.start)
            high = bisect_left(self._starts, span.end)
            if any(self._cast.figure_of[i] == k for i in range(low, min(high, low + 10))):
                return True
        return False

    def _spoken_last(self, k: int, here: int, paragraph: int) -> tuple[float, float, float]:
        """last_speaker, spoke_here, spoke_before."""
        for rank, (figure, at) in enumerate(reversed(self._speakers[-_SPEAKERS:])):
            if figure == k:
                far = max(0, here - self._scene.sentence(at) - 1)
                recency = max(0.0, (1.0 - 0.4 * rank) * max(0.3, 1.0 - 0.08 * far))
                gap = paragraph - self._scene.paragraph(at) if not rank else 99
                return recency, float(gap == 0), float(gap == 1)
        return 0.0, 0.0, 0.0


def _first_two(cast: Cast, sort: Sort) -> frozenset[int]:
    """The first two figures of a sort that the article names."""
    return frozenset([k for k, f in enumerate(cast.figures) if f.sort == sort][:2])


def _authorship(noun: str, figure: Figure) -> float:
    """1 where the article calls such a document the figure's, less where it calls one so that is much the same."""
    if noun in figure.documents:
        return 1.0
    return _AKIN if kindred(noun) & figure.documents else 0.0


def _in_full(figure: Figure) -> float:
    """Is it somebody's name in full: several words, or one by which the article goes on, of somebody for certain?

    A known first name alone counts by half.
    """
    known = len(figure.mentions) >= _KNOWN and figure.gender_weight >= _SURE_GENDER
    if known or " " in figure.entity.name:
        return 1.0
    return _HALF if figure.sort == "person" and given_name_gender(figure.entity.name) else 0.0


def _fits(query: Query, figure: Figure) -> bool:
    """Is a figure of a sort that is asked for? Who is somebody by the tagger's word alone may be a band or a firm."""
    if query.gender and "&" in figure.entity.name:
        return False  # "he" is no duo
    if query.kind == "body" and query.noun not in _SITES and figure.entity.name.casefold() in PLATFORMS:
        return False
    if query.kind == "body" and query.noun in _ACTS and query.noun not in figure.nouns and _is_paper(figure):
        return False
    if query.kind in ("thing", "group", "body") and figure.sort == "person":
        return not figure.gender_weight
    return figure.sort in _SORTS[query.kind]


def _is_paper(figure: Figure) -> bool:
    """Is it called like a paper or a broadcaster, which no band is?"""
    return normal(figure.entity.name.split()[-1]) in NEWS_WORDS


def _has_other_role(noun: str, figure: Figure) -> bool:
    return noun not in figure.nouns and any(noun_kind(one) == noun_kind(noun) for one in figure.nouns)


def _role_fit(query: Query, figure: Figure) -> float:
    """How well a noun phrase fits what the article says of a figure: "the minister" is not the deputy minister."""
    if not query.noun:
        return 0.0
    if query.noun in figure.nouns:
        rank = _RANKS & figure.nouns - query.nouns
        modifiers = query.nouns - {query.noun} - _LOOSE
        known = figure.nouns.union(map(normal, figure.entity.role.split()))
        if modifiers & IN_TITLES and not (modifiers - IN_TITLES) & known:
            return -1.0
        if rank or (modifiers and not modifiers & known):
            return 0.5
        return 1.0
    return 0.4 if query.nouns & figure.nouns else 0.0
