"""What the folder of an earlier run holds of people's decisions: all sheets that may have been edited.

Both formats hold the same rows, so that people may write in either. The one that was saved since the run (`run.json`
knows their digests) counts; where both were, or one is not of the run, each cell that only one has filled counts, and
of two different ones that of the file saved later, while the other one becomes an orphan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from quotes.errors import ReviewError
from quotes.review.carry import RECORD, Orphan, decided_rows, read_record
from quotes.review.rows import Decision, Row, ansi
from quotes.review.sheet import foreign_columns, read_sheet
from quotes.tables import EDITED, EXPORTS, SHEETS, digest_of

ORPHANS: Final = "orphaned_reviews.csv"
SUGGESTIONS: Final = "suggestions.csv"
_READ: Final = (*SHEETS, ORPHANS)
"""What is read before it is written anew."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The decisions that a folder holds."""

    rows: Sequence[Row] = ()
    """Decided rows: those of the sheets, then earlier orphans, as they were when they were decided."""
    overruled: tuple[Orphan, ...] = ()
    """Decisions of one sheet that the other one contradicts."""
    edited: Mapping[str, str] = field(default_factory=dict)
    """Files that somebody saved since the run, and as what each is to be kept where it is written anew."""
    present: frozenset[str] = frozenset()
    """The names of files that are there."""
    foreign: tuple[str, ...] = ()
    """Columns of people's own, which are not carried over."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of each file as it was read."""

    def is_current(self, folder: Path) -> bool:
        """Is the folder as it was when it was read?"""
        return _digests(folder) == dict(self.digests) and not any(_lock(folder / name) for name in _READ)


def read_reviewed(folder: Path) -> Reviewed:
    """Read all decisions below a folder; one that is not there holds none.

    Raises `ReviewError` R04 for a sheet that another program has open, R11 for one that may not be opened, and what
    `read_sheet` raises. Nothing is changed.
    """
    if not folder.is_dir():
        return Reviewed()
    for name in _READ:
        if lock := _lock(folder / name):
            raise ReviewError("R04", path=folder / name, lock=lock.name)
    digests = _digests(folder)
    read = _Sheets(folder, digests)
    decided = decided_rows(read.rows, read_record(folder / RECORD))
    orphans = read_sheet(folder / ORPHANS, raw=read.raw) if ORPHANS in digests else []
    return Reviewed(
        rows=[*decided, *(row for row in orphans if row.decision)],
        overruled=read.overruled,
        edited={name: name.replace(".", ".previous.") for name in (*read.edited, *read.edited_exports)},
        present=frozenset(digests),
        foreign=tuple(foreign_columns(row for name in read.edited for row in read.sheets[name])),
        digests=digests,
    )


def sheet_rows(folder: Path) -> list[Row] | None:
    """All rows of the sheets of a folder, as edited; None where it has none. Raises what `read_sheet` raises."""
    digests = _digests(folder)
    return _Sheets(folder, digests).rows if any(name in digests for name in SHEETS) else None


class _Sheets:
    """The sheets of a folder, read and made one."""

    def __init__(self, folder: Path, digests: Mapping[str, str]) -> None:
        written, self.raw = _of_the_last_run(folder)
        self.sheets = {name: read_sheet(folder / name, raw=self.raw) for name in SHEETS if name in digests}
        self.edited = [name for name in self.sheets if digests[name] != written.get(name)]
        self.edited_exports = [name for name in EXPORTS if name in digests and digests[name] != written.get(name)]
        self.overruled: tuple[Orphan, ...] = ()
        if len(self.sheets) == 2 and (len(self.edited) == 2 or any(name not in written for name in self.edited)):
            later = max(self.sheets, key=lambda name: ((folder / name).stat().st_mtime_ns, name))
            (earlier,) = (name for name in self.sheets if name != later)
            self.rows, self.overruled = _merged(self.sheets[later], self.sheets[earlier], later, earlier)
        else:
            # Untouched sheets hold the same decisions.
            chosen = next(iter(self.edited or self.sheets), "")
            others = [rows for name, rows in self.sheets.items() if name != chosen]
            self.rows = _restored(self.sheets[chosen], *others) if chosen else []


def _digests(folder: Path) -> dict[str, str]:
    names = (*_READ, *EXPORTS, RECORD, SUGGESTIONS)
    found = {}
    for path in (folder / name for name in names):
        try:
            if path.is_file():
                found[path.name] = digest_of(path)
        except OSError as error:
            raise ReviewError("R11", path=path, why=error.strerror or error) from error
    return found


def _lock(path: Path) -> Path | None:
    """The file by which LibreOffice or Excel says that it has the sheet open."""
    marks = (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}"))
    return next((mark for mark in marks if mark.exists()), None)


def _of_the_last_run(folder: Path) -> tuple[Mapping[str, str], bool]:
    """The digests of the sheets as the run left them, and whether it wrote raw."""
    try:
        record: Any = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        return dict(record["sheets"]), bool(record["options"]["raw"])
    except (OSError, ValueError, TypeError, KeyError):
        return {}, False


def _merged(
    later: Sequence[Row], earlier: Sequence[Row], later_name: str, earlier_name: str
) -> tuple[list[Row], tuple[Orphan, ...]]:
    """The rows of the later sheet, with what only the earlier one has filled in; and what it contradicts."""
    others = {row.quote_id: row for row in earlier if row.quote_id}
    seen = {row.quote_id for row in later}
    rows: list[Row] = []
    overruled = []
    for row in _restored(later, earlier):
        other = others.get(row.quote_id)
        if other is None:
            rows.append(row)
            continue
        if any(mine and theirs and mine != theirs for mine, theirs in _both(row, other)):
            reason = f"{earlier_name} has this, {later_name}, which was saved later, something else"
            overruled.append(Orphan(other, reason))
            rows.append(row)
        else:
            filled = {name: row[name] or other[name] for name in EDITED}
            rows.append(Row(dict(row.cells) | filled, row.number, row.is_ansi))
    rows += [row for row in earlier if row.quote_id not in seen and row.decision]
    return rows, tuple(overruled)


def _both(row: Row, other: Row) -> list[tuple[str, str]]:
    lossy = row.is_ansi or other.is_ansi
    pairs = [(row[name], other[name]) for name in EDITED]
    return [(ansi(mine), ansi(theirs)) for mine, theirs in pairs] if lossy else pairs


def _restored(rows: Sequence[Row], *others: Sequence[Row]) -> list[Row]:
    """The rows with the characters that an ANSI file lost, where another sheet or a name of the corpus has them."""
    if not any(row.is_ansi and "?" in "".join(row.decision.cells.values()) for row in rows):
        return list(rows)
    names: dict[str, set[str]] = {}
    by_id: dict[str, Decision] = {}
    for sheet in others:
        for row in sheet:
            by_id[row.quote_id] = row.decision
            for name in (row.speaker, row["speaker_fix"]):
                names.setdefault(ansi(name), set()).add(name)
    found = []
    for row in rows:
        cells = dict(row.cells)
        for name, cell in row.decision.cells.items():
            if row.is_ansi and "?" in cell:
                whole = by_id.get(row.quote_id, Decision()).cells[name]
                known = names.get(cell, set()) if name == "speaker_fix" else set()
                if ansi(whole) == cell:
                    cells[name] = whole
                elif len(known) == 1:
                    (cells[name],) = known
        found.append(Row(cells, row.number, row.is_ansi))
    return found
