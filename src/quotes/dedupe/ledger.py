"""Ids that outlive a run: which id of an earlier run a row goes on with.

Each place that ever had a row remembers the id under which it was seen first. A row goes on with the id that most of
its places remember, the oldest of equals. Where rows become one, the ids of the others forward to it, and their places
go on remembering them; so when the rows part again, each id returns to the half that holds its places. An id whose
articles are gone waits for them.

A place is known again by its occurrence id (article, words, n-th); after a small change of extraction, by where it
stands in its article; in another article, by its words and speaker.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, KeysView, Mapping, Sequence
from typing import Final

from quotes.dedupe.wording import wording_digest
from quotes.model import KnownPlace, KnownQuote, Quote, Related

_SAME_PLACE: Final = 4
_OVERLAPPING: Final = 2
_SAME_WORDS: Final = 1
"""How much a place says for an id: found again, found changed, or its words found in another article."""
_FULLEST: Final = 3
"""A place that held the fullest wording of its id counts so many times."""


class Ledger:
    """What earlier runs gave ids to, the oldest first."""

    def __init__(self, known: Iterable[KnownQuote] = ()) -> None:
        self.known = tuple(known)
        self._age = {one.quote_id: age for age, one in enumerate(self.known)}
        self._by_occurrence: dict[str, str] = {}
        self._by_article: dict[str, list[tuple[KnownPlace, str]]] = defaultdict(list)
        self._by_wording: dict[str, str] = {}
        self._firsts: set[str] = set()
        for one in self.known:
            for number, place in enumerate(one.places):
                self._by_occurrence.setdefault(place.occurrence_id, one.quote_id)
                self._by_article[place.article].append((place, one.quote_id))
                self._by_wording.setdefault(place.wording, one.quote_id)
                if number == 0:
                    self._firsts.add(place.occurrence_id)

    @property
    def quote_ids(self) -> KeysView[str]:
        """The ids that earlier runs gave."""
        return self._age.keys()

    def ids(self, related: Iterable[Sequence[Related]]) -> list[str]:
        """The id that each row goes on with, given its occurrences; empty for a row that no earlier run knew."""
        if not self.known:
            return ["" for _ in related]
        rows = [_places(one) for one in related]
        here = {place.occurrence_id for places in rows for place in places}
        claims: list[tuple[int, int, int, str]] = []
        for number, places in enumerate(rows):
            votes: Counter[str] = Counter()
            for place in places:
                owner, weight = self._owner(place, here)
                if owner:
                    votes[owner] += weight
            claims += [(-count, self._age[owner], number, owner) for owner, count in votes.items()]
        # An id goes where most of its places went; then a row takes the oldest id that came to it.
        home: dict[str, int] = {}
        for _, _, number, owner in sorted(claims):
            home.setdefault(owner, number)
        chosen = [""] * len(rows)
        forward = forwards(self.known)

        def rank(owner: str) -> tuple[bool, int]:
            """Behind the id whose row it became part of, where that one comes to the same row; then the older first."""
            return home.get(forward.get(owner, "")) == home[owner], self._age[owner]

        for owner in sorted(home, key=rank):
            if not chosen[home[owner]]:
                chosen[home[owner]] = owner
        # An id that found its row taken goes on with another one that has some of its places, and no id.
        given = set(chosen)
        for _, _, number, owner in sorted(claims):
            if not chosen[number] and owner not in given:
                chosen[number] = owner
                given.add(owner)
        return chosen

    def _owner(self, place: KnownPlace, here: set[str]) -> tuple[str, int]:
        if owner := self._by_occurrence.get(place.occurrence_id):
            return owner, _SAME_PLACE * (_FULLEST if place.occurrence_id in self._firsts else 1)
        best = max(
            (
                (min(place.end, old.end) - max(place.start, old.start), -self._age[owner], owner)
                for old, owner in self._by_article.get(place.article, ())
                # What is still there as it was is nothing else under another name; and a fragment is not the whole.
                if old.occurrence_id not in here and _mostly_one(place, old)
            ),
            default=(0, 0, ""),
        )
        if best[0] > 0:
            return best[2], _OVERLAPPING
        return self._by_wording.get(place.wording, ""), _SAME_WORDS

    def after(self, rows: Mapping[str, Sequence[KnownPlace]]) -> tuple[KnownQuote, ...]:
        """The ledger for the next run, given the places of each row by its id: old ids first, in their order."""
        row_of = {place.occurrence_id: quote_id for quote_id, places in rows.items() for place in places}
        kept: dict[str, list[KnownPlace]] = {one.quote_id: [] for one in self.known}
        kept.update((quote_id, []) for quote_id in rows if quote_id not in kept)
        forward: dict[str, str] = {}
        owned: set[str] = set()
        for one in self.known:
            votes: Counter[str] = Counter()
            for place in one.places:
                row = row_of.get(place.occurrence_id)
                if row is None or row in self.quote_ids:
                    # Only a new id takes places from an older one, since it has to be known again by something.
                    kept[one.quote_id].append(place)
                    owned.add(place.occurrence_id)
                if row is not None:
                    votes[row] += 1
            if one.quote_id not in rows:
                # Of equals the first, in the order of its places; where none is left, as before.
                forward[one.quote_id] = votes.most_common(1)[0][0] if votes else one.forward
        for quote_id, places in rows.items():
            fresh = [place for place in places if place.occurrence_id not in owned]
            mine = {place.occurrence_id: place for place in (*fresh, *kept[quote_id])}
            order = [place for place in places if place.occurrence_id in mine]
            there = {place.occurrence_id for place in order}
            kept[quote_id] = [*order, *(place for place in kept[quote_id] if place.occurrence_id not in there)]
        return tuple(
            KnownQuote(quote_id, tuple(places), forward.get(quote_id, "")) for quote_id, places in kept.items()
        )


def _mostly_one(one: KnownPlace, other: KnownPlace) -> bool:
    """Do two places share more than half of the longer?"""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end - one.start, other.end - other.start)


def forwards(known: Iterable[KnownQuote]) -> dict[str, str]:
    """For each id that became part of another row, the id that has a row now."""
    direct = {one.quote_id: one.forward for one in known if one.forward}
    found = {}
    for start in direct:
        end, seen = start, {start}
        while (following := direct.get(end)) and following not in seen:
            seen.add(following)
            end = following
        found[start] = end
    return found


def places_of(quote: Quote) -> tuple[KnownPlace, ...]:
    """The places of a row as the ledger keeps them."""
    return _places(quote.occurrences)


def _places(occurrences: Sequence[Related]) -> tuple[KnownPlace, ...]:
    return tuple(
        KnownPlace(
            related.occurrence.occurrence_id,
            wording_digest(related.occurrence),
            related.occurrence.article,
            related.occurrence.quotation.content[0].start if related.occurrence.quotation.content else 0,
            related.occurrence.quotation.content[-1].end if related.occurrence.quotation.content else 0,
        )
        for related in occurrences
    )
