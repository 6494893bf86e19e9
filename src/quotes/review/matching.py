"""Which row of one run is which row of another.

The surest ways come first, over all rows: the same id with a wording that agrees, then the same wording in the same
article, then an id whose wording is near, then a near wording in the same article. Each new row is given to one old
row; the others learn which has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from quotes.review.rows import Place, Places, Row, ansi, letters
from quotes.tables.guard import CUT

NEAR: Final = 0.75
"""Of the words of two near wordings, this share stands in both in the same order."""
NEAR_BY_ID: Final = 0.5
"""The same, where the id is the same too."""
_HELD: Final = 12
"""Letters that a wording must have to be near one in which it stands whole."""

Likeness = Literal["same", "place", "near"]
"""same: the wordings are the same; place: the wording is that of another place of the new row; near: they differ."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old row and the new row that it became."""

    old: Row
    new: Row
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An old row without a new one; `taken` is the new row that it would be if another old row were not."""

    old: Row
    taken: Row | None = None


def match(
    old: Sequence[Row], new: Sequence[Row], places: Places, forwards: Mapping[str, str] | None = None
) -> tuple[list[Pair], list[Unplaced]]:
    """Pair the rows of two runs, in the order of `old`; `places` are those of the new rows.

    `forwards` gives for an id that was given up the one that took its rows over. Which of two old rows gets a new one:
    the one that is surer, of equals the first.
    """
    index = _Index(new, places, forwards or {})
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    missed: dict[int, Row] = {}
    for way in (index.by_id, index.by_wording, index.by_id_nearly, index.by_near_wording):
        for at, row in enumerate(old):
            if at in pairs:
                continue
            for found, likeness in way(row):
                if id(found) not in taken:
                    taken.add(id(found))
                    pairs[at] = Pair(row, found, likeness)
                    break
                missed.setdefault(at, found)
    unplaced = [Unplaced(row, missed.get(at)) for at, row in enumerate(old) if at not in pairs]
    return [pairs[at] for at in sorted(pairs)], unplaced


Found = Iterator[tuple[Row, Likeness]]


class _Index:
    """The new rows, by all that an old row is looked up with. The best candidate comes first."""

    def __init__(self, new: Sequence[Row], places: Places, forwards: Mapping[str, str]) -> None:
        self._places = {row.quote_id: [Place(row.article, row.letters), *places.get(row.quote_id, ())] for row in new}
        self._ids = {row.quote_id: row for row in new}
        self._forwards = forwards
        self._wordings: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
        self._in_article: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in new:
            for place in self._places[row.quote_id]:
                self._wordings[place.article, place.letters].setdefault(row.quote_id, row)
                self._in_article[place.article].setdefault(row.quote_id, row)
        self._by_ansi: dict[tuple[str, str], dict[str, Row]] | None = None

    def by_id(self, row: Row) -> Found:
        """The row with its id, where a place of it has the wording."""
        found = self._named(row)
        if found is None:
            return
        if agree(row, found["quote"]):
            yield found, "same"
        elif any(place.letters == row.letters for place in self._places[found.quote_id]):
            yield found, "place"

    def by_wording(self, row: Row) -> Found:
        """Rows with the same wording in the same article, those of the same speaker and place first."""
        found = self._wordings.get((row.article, row.letters), {})
        if not found and row.is_ansi:
            found = self._ansi().get((row.article, ansi_letters(row["quote"])), {})
        for one in sorted(found.values(), key=_nearest(row)):
            yield one, "same" if agree(row, one["quote"]) else "place"

    def by_id_nearly(self, row: Row) -> Found:
        """The row with its id, where its wording is near, or stands in the same paragraph, or is not known."""
        found = self._named(row)
        if found is None:
            return
        wordings = [found.letters, *(place.letters for place in self._places[found.quote_id])]
        in_place = row.article == found.article and row["paragraph"] == found["paragraph"] != ""
        if (
            not row["quote"]
            or in_place
            or likeness(row["quote"], found["quote"]) >= NEAR_BY_ID
            or any(_holds(row.letters, wording) for wording in wordings)
        ):
            yield found, "near"

    def by_near_wording(self, row: Row) -> Found:
        """Rows of the same article with a near wording, the nearest first."""
        scored = [
            (likeness(row["quote"], one["quote"]), at, one)
            for at, one in enumerate(self._in_article.get(row.article, {}).values())
        ]
        near = [
            (-score, _nearest(row)(one), at, one)
            for score, at, one in scored
            if score >= NEAR or (row.letters and _holds(row.letters, one.letters))
        ]
        for *_, one in sorted(near, key=lambda found: found[:3]):
            yield one, "near"

    def _named(self, row: Row) -> Row | None:
        """The row that has the id, or the one that took it over."""
        name, seen = row.quote_id, set[str]()
        while name not in self._ids and name in self._forwards and name not in seen:
            seen.add(name)
            name = self._forwards[name]
        return self._ids.get(name)

    def _ansi(self) -> dict[tuple[str, str], dict[str, Row]]:
        if self._by_ansi is None:
            self._by_ansi = defaultdict(dict)
            for row in self._ids.values():
                self._by_ansi[row.article, ansi_letters(row["quote"])][row.quote_id] = row
        return self._by_ansi


def agree(row: Row, quote: str) -> bool:
    """Is the wording of an old row that of a new one, but for case, marks, spaces and what its file could not hold?"""
    if row.letters == letters(quote) or (row.is_ansi and ansi_letters(row["quote"]) == ansi_letters(quote)):
        return True
    was_cut = CUT.search(row["quote"]) is not None
    return was_cut and letters(quote).startswith(row.letters)


def ansi_letters(quote: str) -> str:
    """The letters that an ANSI file holds of a wording."""
    return letters(ansi(quote))


def likeness(one: str, other: str) -> float:
    """The share of the words of two wordings that stand in both in the same order, 0 to 1 (difflib's ratio)."""
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR_BY_ID else 0.0


def _words(quote: str) -> list[str]:
    return [word for word in (letters(word) for word in quote.split()) if word[:1].isalnum()]


def _holds(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _HELD and short in long


def _nearest(row: Row) -> Callable[[Row], tuple[bool, bool, int]]:
    """Sort key among rows of an article: the same speaker, the same characters, the nearest paragraph."""

    def key(other: Row) -> tuple[bool, bool, int]:
        paragraphs = row["paragraph"], other["paragraph"]
        distance = abs(int(paragraphs[0]) - int(paragraphs[1])) if all(map(str.isdecimal, paragraphs)) else 0
        return other.speaker != row.speaker, other["spans"] != row["spans"], distance

    return key
