r"""Data frames to CSV and back, cell for cell.

For spreadsheets: UTF-8 with a byte-order mark, `\r\n` after each row and nowhere else, formula guards, cells of at
most 32,767 characters. Raw, for machines: plain UTF-8, `\n`, no guards, cells whole.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, BinaryIO, Final

import pandas as pd

from quotes.errors import TableError
from quotes.tables.columns import TYPES
from quotes.tables.grid import found_delimiter, is_workbook, read_grid
from quotes.tables.guard import guarded, one_line, shortened, unguarded

BOM: Final = b"\xef\xbb\xbf"
LARGEST: Final = 2**53
"""The first whole number that a spreadsheet may not hold exactly."""


def write_csv(frame: pd.DataFrame, stream: BinaryIO, *, raw: bool = False, delimiter: str = ",") -> None:
    """Write a frame to an open binary stream; the same frame gives the same bytes.

    Missing numbers are empty cells. What a cell cannot hold (line ends, control characters) becomes a space, as the
    frames of this package already have it.
    """
    if not raw:
        stream.write(BOM)
    # Not closed: the stream is the caller's.
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n" if raw else "\r\n")
    writer.writerow(frame.columns)
    columns = [frame[name].tolist() for name in frame.columns]
    for row in zip(*columns, strict=True):
        writer.writerow([_written(cell, raw) for cell in row])
    text.detach()


def _written(cell: object, raw: bool) -> object:
    if isinstance(cell, str):
        return one_line(cell) if raw else shortened(guarded(one_line(cell)))
    return "" if pd.isna(cell) else cell  # type: ignore[call-overload] # a scalar, whatever its type


def read_table(path: Path | str, *, raw: bool = False, delimiter: str | None = None) -> pd.DataFrame:
    """Read a CSV that `write_csv` wrote, or a `.xlsx` of ours, with the types of `columns`; other columns are text.

    Text stays text: "NA", "None" and "06E2" are read as written, and an empty cell is an empty string. A number that
    is missing, or that somebody made into something else, is read as missing. `raw` for files written raw, whose
    apostrophes are all their own. The delimiter is read off the header where it is None. Raises `TableError` T01 when
    the file cannot be read as a table, T02 for a row of a workbook with more cells than its header.
    """
    path = Path(path)
    if is_workbook(path):
        grid = read_grid(path)
        columns = list(zip(*(row.cells for row in grid.rows), strict=True)) or [()] * len(grid.header)
        frame = pd.DataFrame(dict(zip(grid.header, map(list, columns), strict=True)), dtype=str)
        return pd.DataFrame({name: _typed(frame[name], raw=True) for name in frame.columns})
    try:
        delimiter = delimiter or _delimiter_of(path)
        cells = pd.read_csv(path, sep=delimiter, dtype=str, na_filter=False, encoding="utf-8-sig", index_col=False)
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise TableError("T01", path=path, why=str(error).strip()) from error
    return pd.DataFrame({name: _typed(cells[name], raw) for name in cells.columns})


def _delimiter_of(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return found_delimiter([lines.readline()])


def _typed(cells: pd.Series[str], raw: bool) -> pd.Series[Any]:
    kind = TYPES.get(str(cells.name), "text")
    if kind == "text":
        return pd.Series(cells if raw else [unguarded(cell) for cell in cells], dtype="string", name=cells.name)
    numbers = pd.to_numeric(cells, errors="coerce")
    if kind == "share":
        return numbers.astype("float64")
    return numbers.where((numbers == numbers.round()) & (numbers.abs() < LARGEST)).astype("Int64")
