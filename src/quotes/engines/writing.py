"""A run into a folder that people have worked in: their decisions come back, and nothing of theirs is written over.

The sheets are read before the work, so that what is wrong with them is said at once, and again at its end, since
people go on working.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO, Final

import pandas as pd

from quotes import review, tables
from quotes.errors import ReviewError, TableError
from quotes.review import Reviewed, Row, Statistics
from quotes.tables import QUOTE_COLUMNS, RunRecord
from quotes.tables.folder import Writer

SPARE: Final = "new-tables"
"""The folder for the tables of a run whose own folder cannot take them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """In which form the tables are written."""

    raw: bool = False
    delimiter: str = ","
    xlsx: bool = False
    """Where a workbook is there already, it is written anew in any case: both formats hold the same rows."""
    review_order: bool = False
    """Rows that are worth the next look first."""
    accepted_only: bool = False
    """Write what was accepted or corrected as files of its own, corrections in place."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote, and what became of the decisions that were there."""

    files: tuple[Path, ...]
    record: RunRecord
    statistics: Statistics
    kept: tuple[Path, ...] = ()
    """Sheets that somebody had saved, as they are kept."""
    foreign: tuple[str, ...] = ()
    """Columns of people's own, which only the kept sheets have."""


def write(
    folder: Path,
    quotes: pd.DataFrame,
    occurrences: pd.DataFrame,
    record: RunRecord,
    formats: Formats,
    *,
    forwards: Mapping[str, str] | None = None,
    same: Callable[[Row, Row], bool] = review.same_speaker,
    others: Mapping[str, Writer] | None = None,
) -> Written:
    """Write the tables of a run into a folder, with the decisions that it holds on the rows that they belong to.

    `forwards` are ids that others took over, `same` tells whether two rows name the same speaker, `others` are further
    files of the run. Raises `OutputError` W01, and `ReviewError` R07 where a sheet was saved meanwhile and cannot be
    read: then the tables are in the folder `new-tables` below.
    """
    while True:
        try:
            reviewed = review.read_reviewed(folder)
            made = _Folder(reviewed, quotes, occurrences, formats, forwards or {}, same)
            is_current = reviewed.is_current(folder)
        except TableError as error:
            spare = _unused(folder / SPARE)
            _Folder(Reviewed(), quotes, occurrences, formats, {}, same).write(spare, record, {})
            path = error.values.get("path", folder)
            raise ReviewError("R07", path=path, why=str(error), folder=spare) from error
        if is_current:
            return made.write(folder, record, others or {})


class _Folder:
    """The files of a run, made of its rows and of what people have decided."""

    def __init__(
        self,
        reviewed: Reviewed,
        quotes: pd.DataFrame,
        occurrences: pd.DataFrame,
        formats: Formats,
        forwards: Mapping[str, str],
        same: Callable[[Row, Row], bool],
    ) -> None:
        self.reviewed = reviewed
        self.occurrences = occurrences
        self.formats = formats
        # Nobody has decided anything, and nobody asks: the rows need not be looked at one by one.
        self.is_new = not (reviewed.rows or reviewed.overruled or formats.review_order)
        rows = [] if self.is_new else review.rows_of(quotes)
        places = {} if self.is_new else review.places_of(review.rows_of(occurrences[["quote_id", "article", "quote"]]))
        self.carried = review.carry(reviewed.rows, rows, places, forwards=forwards, same=same)
        self.orphans = (*self.carried.orphans, *reviewed.overruled)
        self.quotes = review.with_decisions(quotes, self.carried.decisions)
        decided = [] if self.is_new else review.rows_of(self.quotes)
        self.offers = review.offers(decided)
        offered = {one.row.quote_id for one in self.offers}
        self.statistics = review.statistics(decided, orphaned=len(self.orphans), offered=offered)
        if formats.review_order:
            order = review.review_order(decided, offered)
            self.quotes = self.quotes.iloc[order].reset_index(drop=True)

    def write(self, folder: Path, record: RunRecord, others: Mapping[str, Writer]) -> Written:
        """Write all files; see the function of this name."""
        files = dict(self._tables("quotes", self.quotes, self.occurrences))
        files["occurrences.csv"] = self._csv(self.occurrences)
        if self.formats.accepted_only:
            taken = review.accepted(self.quotes)
            is_theirs = self.occurrences["quote_id"].isin(taken["quote_id"])
            files |= self._tables("accepted", taken, self.occurrences[is_theirs])
        notes = {
            review.ORPHANS: self._csv(_orphans_frame(self.orphans)) if self.orphans else None,
            review.SUGGESTIONS: self._csv(review.offers_frame(self.offers)) if self.offers else None,
            review.RECORD: partial(_put, review.record_lines(self.carried)) if self._has_record else None,
        }
        files |= {name: write for name, write in notes.items() if write} | dict(others)
        record = replace(record, review=self.statistics.as_record())
        keep = {name: kept for name, kept in self.reviewed.edited.items() if name in files}
        paths = tables.write_run(
            folder, files, record, keep=keep, drop=[name for name, write in notes.items() if not write]
        )
        return Written(
            files=paths,
            record=record,
            statistics=self.statistics,
            kept=tuple(folder / name for name in keep.values()),
            foreign=self.reviewed.foreign,
        )

    @property
    def _has_record(self) -> bool:
        return any(one.origins for one in self.carried.decisions.values())

    def _tables(self, name: str, quotes: pd.DataFrame, occurrences: pd.DataFrame) -> dict[str, Writer]:
        files: dict[str, Writer] = {f"{name}.csv": self._csv(quotes)}
        if self.formats.xlsx or "quotes.xlsx" in self.reviewed.present:
            notes = review.offer_notes(self.offers)
            files[f"{name}.xlsx"] = partial(tables.write_workbook, quotes, occurrences, offers=notes)
        return files

    def _csv(self, frame: pd.DataFrame) -> Writer:
        return partial(tables.write_csv, frame, raw=self.formats.raw, delimiter=self.formats.delimiter)


def _unused(folder: Path) -> Path:
    """The folder, or one of its name with a number, so that nothing is written over."""
    names = chain([folder], (folder.with_name(f"{folder.name}-{number}") for number in count(2)))
    return next(path for path in names if not path.exists())


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _orphans_frame(orphans: tuple[review.Orphan, ...]) -> pd.DataFrame:
    """`orphaned_reviews.csv`: why, and then the columns of `quotes.csv`."""
    names = [column.name for column in QUOTE_COLUMNS]
    rows = [(one.reason, *(one.row[name] for name in names)) for one in orphans]
    return pd.DataFrame(rows, columns=["reason", *names], dtype="string")
