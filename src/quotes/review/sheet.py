"""An edited sheet, read back: whatever spreadsheet saved it, however its columns were moved.

What people do to sheets is read where it can be: columns moved, their names in other case, one renamed in its old
place, rows sorted or deleted, dates and numbers reformatted, semicolons, tabs, ANSI, titles above the header. What
cannot be read is refused with row and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from quotes.errors import ReviewError
from quotes.review.rows import Row
from quotes.tables import EDITED, QUOTE_COLUMNS, VERDICTS, Grid, as_name, letters_of, read_grid

_NAMES: Final = tuple(column.name for column in QUOTE_COLUMNS)
_QUOTE_ID: Final = re.compile(r"q-[0-9a-z]+\Z")
_NO_TEXT: Final = re.compile(r"#(?:NAME\?|VALUE!|REF!|DIV/0!|NULL!|NUM!|N/A|SPILL!|CALC!)\Z|Err:\d+\Z")
"""What a spreadsheet shows in place of a formula that it cannot reckon."""


def read_sheet(path: Path, *, sheet: str = "quotes", delimiter: str | None = None, raw: bool = False) -> list[Row]:
    """The rows of a reviewed `quotes.csv` or `.xlsx`, in the order of the file.

    Verdicts come back in lower case; columns of other people stay in `cells` under their names. Raises `TableError` T01
    and T02, and `ReviewError`: R01 for a verdict that is none, R02 where neither ids nor wordings are there, R03 for
    a formula without result where a person writes, R05 for a column that may be one of those in which people write, R06
    for two columns of one name.
    """
    grid = read_grid(path, sheet=sheet, delimiter=delimiter, raw=raw)
    columns = _columns(path, grid)
    missing = [name for name in ("quote_id", "quote") if name not in columns]
    if len(missing) == 2 or ("quote_id" in missing and "article" not in columns):
        raise ReviewError("R02", path=path, missing=" or ".join(missing), row=grid.header_row)
    _check_columns(path, grid, columns)
    rows = []
    for row in grid.rows:
        cells = {name: row.cells[at] for name, at in columns.items()}
        for name in EDITED:
            if name in columns:
                _check_text(path, grid, row.number, columns[name], name, cells[name])
        if "verdict" in columns:
            cells["verdict"] = _verdict(path, row.number, columns["verdict"], cells["verdict"])
        rows.append(Row(cells, row.number, grid.encoding == "cp1252"))
    return rows


def read_occurrences(path: Path) -> list[Row]:
    """The rows of an `occurrences.csv`, or of that sheet of a workbook: none where it has no such sheet.

    Nobody writes in them, so that nothing of them is refused but what is no table (`TableError` T01, T02).
    """
    grid = read_grid(path, sheet="occurrences")
    names = [as_name(header) for header in grid.header]
    if "occurrence_id" not in names:
        return []
    is_ansi = grid.encoding == "cp1252"
    return [Row(dict(zip(names, row.cells, strict=True)), row.number, is_ansi) for row in grid.rows]


def foreign_columns(rows: Iterable[Row]) -> list[str]:
    """Columns with text that no run writes: a person's own, which no run carries over."""
    found: dict[str, None] = {}
    for row in rows:
        found |= {name: None for name, cell in row.cells.items() if cell and name not in _NAMES}
    return list(found)


def _columns(path: Path, grid: Grid) -> dict[str, int]:
    """Where each column stands, by its name."""
    columns: dict[str, int] = {}
    for at, header in enumerate(grid.header):
        name = as_name(header)
        name = name if name in _NAMES else header or letters_of(at)
        if name in columns:
            if all(row.cells[at] in ("", row.cells[columns[name]]) for row in grid.rows):
                continue
            raise ReviewError("R06", path=path, row=grid.header_row, column=letters_of(at), name=name)
        columns[name] = at
    return _with_renamed(grid, columns)


def _with_renamed(grid: Grid, columns: Mapping[str, int]) -> dict[str, int]:
    """The columns, with those that were given another name under their own: by what they hold, or by their place."""
    found = dict(columns)
    strange = [name for name in columns if name not in _NAMES and any(_cells(grid, columns[name]))]
    for wanted in [name for name in _NAMES if name not in found]:
        for name in strange:
            if _is(wanted, found[name], grid, found):
                found[wanted] = found.pop(name)
                strange.remove(name)
                break
    return found


def _check_columns(path: Path, grid: Grid, columns: Mapping[str, int]) -> None:
    """Columns of people's own beside ours are no matter, as long as none in which they write is missing."""
    missing = [name for name in EDITED if name not in columns]
    strange = [name for name in columns if name not in _NAMES and any(_cells(grid, columns[name]))]
    if missing and strange:
        found = strange[0]
        where = {"path": path, "row": grid.header_row, "column": letters_of(columns[found])}
        raise ReviewError("R05", **where, missing=", ".join(missing), found=found)


def _is(wanted: str, at: int, grid: Grid, columns: Mapping[str, int]) -> bool:
    """May the column at this place be the wanted one?"""
    cells = [cell for cell in _cells(grid, at) if cell]
    if wanted == "quote_id":
        return all(map(_QUOTE_ID.match, cells))
    if wanted == "verdict":
        return all(cell.lower() in VERDICTS for cell in cells)
    # As far from the next known columns on either side as a run writes it.
    number = _NAMES.index(wanted)
    before = next((n for n in range(number, -1, -1) if _NAMES[n] in columns), None)
    after = next((n for n in range(number, len(_NAMES)) if _NAMES[n] in columns), None)
    return (before is not None or after is not None) and all(
        at - columns[_NAMES[known]] == number - known for known in (before, after) if known is not None
    )


def _cells(grid: Grid, at: int) -> Sequence[str]:
    return [row.cells[at] for row in grid.rows]


def _check_text(path: Path, grid: Grid, row: int, column: int, name: str, cell: str) -> None:
    if (row, column) in grid.unresolved or _NO_TEXT.match(cell):
        raise ReviewError("R03", path=path, row=row, column=letters_of(column), name=name, value=cell)


def _verdict(path: Path, row: int, column: int, cell: str) -> str:
    verdict = cell.strip().rstrip(".!").casefold()
    if verdict and verdict not in VERDICTS:
        raise ReviewError(
            "R01",
            path=path,
            row=row,
            column=letters_of(column),
            name="verdict",
            value=cell,
            choices=", ".join(VERDICTS),
        )
    return verdict
