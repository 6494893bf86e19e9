"""Tables as people's programs leave them, as rows of text cells: CSV with any delimiter and encoding, and XLSX.

`read_table` reads what this package wrote; this reads what came back. Cells are numbered as a spreadsheet shows them:
rows from 1, the header among them.
"""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from quotes.errors import TableError
from quotes.tables.columns import TYPES
from quotes.tables.guard import one_line, unguarded

DELIMITERS: Final = ",;\t|"
COLUMNS_SHEET: Final = "columns"
"""The sheet that explains the columns, by which a workbook of ours is known: its cells are not guarded."""

_HEADER_WITHIN: Final = 20
"""Rows in which the header is looked for: people put titles above a table."""
_HEAD: Final = 100_000  # characters in which these rows are
_HEADER_NAMES: Final = 3
"""Column names of ours that make a row a header."""
_LARGEST_CELL: Final = 2**31 - 1
_BROKEN_XLSX: Final = (zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, IndexError, AttributeError)
"""What openpyxl raises, among its own, for a workbook that is none."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; `cells` are as many as the header has, guards taken off."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of text cells."""

    header: tuple[str, ...]
    header_row: int
    rows: tuple[GridRow, ...]
    encoding: str = "utf-8"
    """`cp1252` for a file whose other characters are lost: Excel writes `?` for what ANSI does not have."""
    unresolved: frozenset[tuple[int, int]] = frozenset()
    """Row and column (from 0) of formulas whose result the file does not hold."""


def is_workbook(path: Path) -> bool:
    """Is the file read as XLSX? Told by its ending."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def read_grid(path: Path, *, sheet: str = "quotes", delimiter: str | None = None, raw: bool = False) -> Grid:
    """Read a CSV, or the sheet of that name in an XLSX (else its first), whatever program saved it.

    Encoding and delimiter are found out where `delimiter` is None. Rows without any text are left out. `raw` for CSV
    that was written raw: nothing is unguarded. Raises `TableError` T01 for a file that is no table, T02 for a row with
    more cells than the header.
    """
    return _read_workbook(path, sheet) if is_workbook(path) else _read_csv(path, delimiter, raw)


def found_delimiter(head: Sequence[str]) -> str:
    """The delimiter that shows most of our column names in a line of the head; of none, what cuts the first most often.

    `head` are the first lines, line ends included or not.
    """
    first = head[0].lstrip("\ufeff") if head else ""
    if first.lower().startswith("sep=") and len(first.rstrip()) == len("sep=") + 1:
        return first.rstrip()[-1]

    def fits(delimiter: str) -> tuple[int, int]:
        names = [[as_name(name.strip().strip('"')) for name in line.split(delimiter)] for line in (first, *head[1:])]
        return max(sum(name in TYPES for name in line) for line in names), len(names[0])

    return max(DELIMITERS, key=fits)


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a CSV and its encoding: by its mark, else UTF-8, else what Excel calls ANSI.

    A file of ASCII alone may be ANSI as well, with `?` for all the rest.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "cp1252" if content.isascii() else "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "cp1252"


def _read_csv(path: Path, delimiter: str | None, raw: bool) -> Grid:
    try:
        text, encoding = decoded(path.read_bytes())
    except OSError as error:
        raise TableError("T01", path=path, why=error.strerror or error) from error
    first, _, rest = text.partition("\n")
    delimiter = delimiter or found_delimiter(text[:_HEAD].splitlines()[:_HEADER_WITHIN])
    if first.lower().startswith("sep="):
        text = "\n" + rest  # the row is there, and is empty
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        with _large_cells():
            return _grid(path, list(records), encoding=encoding, guards=not raw)
    except csv.Error as error:
        raise TableError("T01", path=path, why=f"line {records.line_num}: {error}") from error


@contextmanager
def _large_cells() -> Iterator[None]:
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _grid(
    path: Path,
    records: Sequence[Sequence[str]],
    *,
    guards: bool,
    encoding: str = "utf-8",
    unresolved: frozenset[tuple[int, int]] = frozenset(),
) -> Grid:
    at = _header_at(records)
    if at is None:
        raise TableError("T01", path=path, why="it is empty")
    header = [name.strip() for name in records[at]]
    while header and not header[-1]:
        del header[-1]
    width = len(header)
    rows = []
    for number, record in enumerate(records[at + 1 :], at + 2):
        if any(cell.strip() for cell in record[width:]):
            column = next(i for i, cell in enumerate(record) if i >= width and cell.strip())
            raise TableError("T02", path=path, row=number, column=letters_of(column), width=width)
        if any(cell.strip() for cell in record):
            cells = (*record[:width], *[""] * (width - len(record)))
            lines = map(one_line, cells)
            rows.append(GridRow(number, tuple(map(unguarded, lines) if guards else lines)))
    return Grid(tuple(header), at + 1, tuple(rows), encoding, unresolved)


def _header_at(records: Sequence[Sequence[str]]) -> int | None:
    for at, record in enumerate(records[:_HEADER_WITHIN]):
        if sum(as_name(cell) in TYPES for cell in record) >= _HEADER_NAMES:
            return at
    return next((at for at, record in enumerate(records) if any(cell.strip() for cell in record)), None)


def as_name(header: str) -> str:
    """A column's name as the code has it, whatever case and spaces somebody gave it: "Speaker fix" is `speaker_fix`."""
    return "_".join(header.replace("-", " ").replace("_", " ").lower().split())


def letters_of(column: int) -> str:
    """A column (from 0) as spreadsheets name it: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _read_workbook(path: Path, sheet: str) -> Grid:
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that openpyxl does not keep; nothing is written with it
            values, ours, open_formulas = _workbook_values(path, sheet)
    except OSError as error:
        raise TableError("T01", path=path, why=error.strerror or error) from error
    except (InvalidFileException, *_BROKEN_XLSX) as error:
        raise TableError("T01", path=path, why="it is no Excel workbook, or a damaged one") from error
    # A workbook that somebody made of our CSV has its guards still.
    return _grid(path, values, guards=not ours, unresolved=open_formulas)


def _workbook_values(path: Path, sheet: str) -> tuple[list[list[str]], bool, frozenset[tuple[int, int]]]:
    """The cells of a sheet as text, whether the workbook is one of ours, and which formulas have no result."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    try:
        ours = COLUMNS_SHEET in book.sheetnames
        name = sheet if sheet in book.sheetnames else book.sheetnames[0]
        values: list[list[str]] = []
        formulas = set()
        for number, cells in enumerate(book[name].iter_rows(), 1):
            values.append([_as_text(cell.value) for cell in cells])
            formulas |= {(number, column) for column, cell in enumerate(cells) if cell.data_type == "f"}
    finally:
        book.close()
    if not formulas:
        return values, ours, frozenset()
    results = load_workbook(path, read_only=True, data_only=True)
    try:
        for number, cells in enumerate(results[name].iter_rows(), 1):
            for column, cell in enumerate(cells):
                if (number, column) in formulas and cell.value is not None:
                    values[number - 1][column] = _as_text(cell.value)
                    formulas.discard((number, column))
    finally:
        results.close()
    return values, ours, frozenset(formulas)


def _as_text(value: Any) -> str:  # noqa: ANN401  (whatever a cell can hold)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
