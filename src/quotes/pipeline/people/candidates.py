"""Whom a pronoun or a noun phrase can mean: a bounded number of candidates, and what speaks for each.

`Candidates.near` gives them with their `Features`; `ranker.choose` weighs these and abstains when it is close.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.model import Spans
from quotes.pipeline.people.entities import Cast, Figure
from quotes.pipeline.people.features import Features
from quotes.pipeline.people.lexicon import kindred
from quotes.pipeline.people.names import Gender
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_WINDOW: Final = 40  # mentions looked at before a source
_SPEAKERS: Final = 4  # last speakers that are candidates
_SURE_GENDER: Final = 1.5
_MET: Final = re.compile(
    r"\b(?:spoke|talked|talks|chatted|sat down|caught up|conversation|interview|interviewed|Q&A)\s+"
    r"(?:exclusively\s+)?(?:with|to)\s"
)
_SHORT: Final = 40  # characters between "spoke with" and the name
_JOINED: Final = re.compile(r",? and |, ")
_RANKS: Final = word_set("deputy vice assistant co former acting junior")
_LOOSE: Final = word_set("the this that his her their its new former then old young late")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    at: int
    """Where the source stands: characters."""
    gender: Gender = ""
    wants: str = "person"
    """"person", "organisation" or "document"."""
    nouns: frozenset[str] = frozenset()
    """The head noun and its modifiers, for noun phrases."""
    noun: str = ""
    own: Spans = ()
    """The content of the attribution: names in it are less likely to be its speaker."""
    outer: int | None = None
    """The figure whose quotation holds the source: "he" inside it is somebody else."""


class Candidates:
    """The candidates of one article. Asked in text order; `spoke` tells it who has spoken."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene = scene
        self._cast = cast
        self._starts = [m.span.start for m in cast.mentions]
        self._speakers: list[tuple[int, int]] = []  # (figure, sentence), the last one at the end
        self._total = max(8, max((len(f.mentions) for f in cast.figures), default=1))
        ranked = sorted(range(len(cast.figures)), key=lambda k: -len(cast.figures[k].mentions))
        self._leads = ranked[:3]
        self._first = [k for k, f in enumerate(cast.figures) if f.sort == "person"][:2]
        self._roles: dict[str, list[int]] = {}
        for k, figure in enumerate(cast.figures):
            for noun in figure.nouns:
                self._roles.setdefault(noun, []).append(k)
            if figure.sort != "person":
                for word in figure.entity.name.casefold().split():
                    self._roles.setdefault(word, []).append(k)

    def spoke(self, figure: int, at: int) -> None:
        """Take note that a figure has spoken at character `at`."""
        self._speakers.append((figure, self._scene.sentence(at)))

    def last_speaker(self) -> int | None:
        """Who has spoken last."""
        return self._speakers[-1][0] if self._speakers else None

    def guest(self) -> int | None:
        """Whom the writer says to have met: "I spoke with Ann Lee", "in an interview with Ann Lee"."""
        for found in _MET.finditer(self._scene.text):
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
            (self._cast.figures[self._cast.figure_of[i]], self._starts[i]) for i in range(low, min(high, low + 40))
        )
        return any(f.sort == "person" and f.tagged and not self._scene.is_quoted(at) for f, at in found)

    def near(self, query: Query) -> list[tuple[int, Features]]:
        """The figures that the query may mean, each with what speaks for it; a bounded number."""
        end = bisect_left(self._starts, query.at)
        window = range(max(0, end - _WINDOW), end)
        near: dict[int, list[int]] = {}
        for i in window:
            near.setdefault(self._cast.figure_of[i], []).append(i)
        wanted = dict.fromkeys(near)
        wanted.update(dict.fromkeys(figure for figure, _ in self._speakers[-_SPEAKERS:]))
        wanted.update(dict.fromkeys(self._leads))
        if query.noun:
            wanted.update(dict.fromkeys(self._roles.get(query.noun, [])[:8]))
            for noun in sorted(kindred(query.noun)):
                wanted.update(dict.fromkeys(self._roles.get(noun, [])[:2]))
        return [
            (k, self._features(query, k, near.get(k, [])))
            for k in wanted
            if self._fits(query, self._cast.figures[k]) and self._known(query, self._cast.figures[k])
        ]

    def _known(self, query: Query, figure: Figure) -> bool:
        """Has it been named before, or is the query a noun phrase, which a headline may put before the name?"""
        return bool(query.noun) or self._cast.mentions[figure.mentions[0]].span.start < query.at

    def _fits(self, query: Query, figure: Figure) -> bool:
        if query.wants == "person":
            return figure.sort in ("person", "") and figure.tagged
        if query.wants == "organisation":
            return figure.sort in ("organisation", "work", "") and figure.tagged
        return figure.sort != "person"

    def _features(self, query: Query, k: int, mentions: Sequence[int]) -> Features:
        figure = self._cast.figures[k]
        gender, sure = figure.entity.gender, min(1.0, figure.gender_weight / _SURE_GENDER)
        agrees = sure if query.gender and gender == query.gender else 0.0
        conflicts = sure if query.gender and gender and gender != query.gender else 0.0
        same, before, first, quoted, possessive = self._nearness(query, mentions)
        name = {w.casefold().strip(".,") for w in figure.entity.name.split()}
        return Features(
            agrees=agrees,
            conflicts=conflicts,
            last_speaker=self._recency(query, k),
            same_sentence=same,
            sentence_before=before,
            first_named=first,
            quoted_only=quoted,
            possessive=possessive,
            prominent=len(figure.mentions) / self._total,
            role=_role_fit(query, figure),
            kin=float(bool(query.noun and kindred(query.noun) & figure.nouns)),
            named_so=1.0 if query.noun and query.noun in name and figure.sort != "person" else 0.0,
            other_sort=1.0 if not figure.sort else 0.0,
            speaks_now=1.0 if query.outer == k else 0.0,
            spoke_here=self._spoke_here(query, k),
            named_here=self._named_here(query, mentions),
            full=float(" " in figure.entity.name),
            opening=float(k in self._first),
        )

    def _spoke_here(self, query: Query, k: int) -> float:
        if not self._speakers or self._speakers[-1][0] != k or not self._scene.sentences:
            return 0.0
        at = self._scene.sentences[self._speakers[-1][1]].start
        return float(self._scene.paragraph(at) == self._scene.paragraph(query.at))

    def _named_here(self, query: Query, mentions: Sequence[int]) -> float:
        here = self._scene.paragraph(query.at)
        starts = (self._starts[i] for i in reversed(mentions))
        return float(any(self._scene.paragraph(at) == here and not self._scene.is_quoted(at) for at in starts))

    def _recency(self, query: Query, k: int) -> float:
        here = self._scene.sentence(query.at)
        recent = self._speakers[-_SPEAKERS:]
        for rank, (figure, sentence) in enumerate(reversed(recent)):
            if figure == k:
                return max(0.0, (1.0 - 0.4 * rank) * max(0.3, 1.0 - 0.08 * max(0, here - sentence - 1)))
        return 0.0

    def _opens(self, i: int) -> bool:
        """Is a mention the first name of its sentence, or joined to the first ("Lee and Berg")?"""
        for k in range(i, max(-1, i - 4), -1):
            mention = self._cast.mentions[k]
            before = self._cast.mentions[k - 1] if k else None
            sentence = self._scene.sentence(mention.span.start)
            if before is None or self._scene.sentence(before.span.start) != sentence:
                return True
            if not _JOINED.fullmatch(self._scene.text, before.span.end, mention.span.start):
                return False
        return False

    def _nearness(self, query: Query, mentions: Sequence[int]) -> tuple[float, float, float, float, float]:
        """same_sentence, sentence_before, first_named, quoted_only, possessive of the nearest mentions."""
        scene, cast = self._scene, self._cast
        here = scene.sentence(query.at)
        for i in reversed(mentions):
            mention = cast.mentions[i]
            if scene.is_quoted(mention.span.start) and not scene.is_quoted(query.at):
                continue
            if any(span.contains(mention.span) for span in query.own):
                continue
            distance = here - scene.sentence(mention.span.start)
            first = float(self._opens(i))
            nearness = max(0.0, 1.0 - 0.25 * max(0, distance - 1)) if distance else 0.0
            same = float(distance == 0) * (0.4 if mention.possessive else 1.0)
            return same, nearness, first * max(nearness, float(not distance)), 0.0, float(mention.possessive)
        quoted = bool(mentions) and here - scene.sentence(cast.mentions[mentions[-1]].span.start) <= 3
        return 0.0, 0.0, 0.0, float(quoted), 0.0


def _role_fit(query: Query, figure: Figure) -> float:
    """How well a noun phrase fits what the article says of a figure: "the minister" is not the deputy minister."""
    if not query.noun:
        return 0.0
    if query.noun in figure.nouns:
        rank = _RANKS & figure.nouns - query.nouns
        modifiers = query.nouns - {query.noun} - _LOOSE
        if rank or (modifiers and not modifiers & figure.nouns):
            return 0.5
        return 1.0
    return 0.4 if query.nouns & figure.nouns else 0.0
