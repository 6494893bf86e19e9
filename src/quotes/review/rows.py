"""The nouns of review: a row of a table of quotes, and what a person decided about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from quotes.tables import EDITED
from quotes.tables.guard import CUT


@dataclass(frozen=True, slots=True)
class Decision:
    """The four cells in which people write."""

    verdict: str = ""
    speaker_fix: str = ""
    quote_fix: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return any(self.cells.values())

    @property
    def cells(self) -> dict[str, str]:
        """By the names of their columns."""
        return {name: getattr(self, name) for name in EDITED}

    @property
    def is_taken(self) -> bool:
        """Was the row found right, or put right? A fix without a verdict puts it right."""
        return self.verdict in ("accept", "fix") or (not self.verdict and bool(self.speaker_fix or self.quote_fix))


@dataclass(frozen=True)
class Row:
    """One row of `quotes.csv`, of a run or of an edited sheet. `number` is that of the spreadsheet, 0 for a run's."""

    cells: Mapping[str, str]
    number: int = 0
    is_ansi: bool = False
    """Did a program that knows few characters save it, and write `?` for the others?"""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def quote_id(self) -> str:
        """The id, or empty."""
        return self["quote_id"]

    @property
    def speaker(self) -> str:
        """Who said it, as the row has it."""
        return self["speaker"]

    @property
    def article(self) -> str:
        """The article with the fullest wording."""
        return self["article"]

    @cached_property
    def letters(self) -> str:
        """The wording as wordings are compared."""
        return letters(self["quote"])

    @cached_property
    def decision(self) -> Decision:
        """What a person wrote into the row."""
        return Decision(**{name: self[name] for name in EDITED})

    @property
    def confidence(self) -> float | None:
        """0 to 1; None where the cell holds no such number. A decimal comma is one."""
        try:
            share = float(self["confidence"].replace(",", "."))
        except ValueError:
            return None
        return share if 0 <= share <= 1 else None


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a row: an article, and the wording that it has."""

    article: str
    letters: str


Places = Mapping[str, Sequence[Place]]
"""By quote_id."""


def letters(quote: str) -> str:
    """A wording without case, marks and spaces; a text without any letter or digit stands for itself."""
    whole = CUT.sub("", quote)
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", whole).casefold())) or whole


def ansi(text: str) -> str:
    """The text as Excel writes it into an ANSI file: `?` for what Windows-1252 does not have."""
    return text.encode("cp1252", "replace").decode("cp1252")


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as text; a missing number is an empty cell."""
    columns = [
        column.tolist() if column.dtype == "string" else ["" if pd.isna(cell) else str(cell) for cell in column]
        for _, column in frame.items()
    ]
    return [Row(dict(zip(frame.columns, cells, strict=True))) for cells in zip(*columns, strict=True)]


def places_of(occurrences: Iterable[Row]) -> dict[str, list[Place]]:
    """The places of each row, from the rows of `occurrences.csv`."""
    places: dict[str, list[Place]] = {}
    for one in occurrences:
        places.setdefault(one.quote_id, []).append(Place(one.article, one.letters))
    return places
