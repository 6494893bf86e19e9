"""`quotes.xlsx`: the workbook in which a run is reviewed, with the same rows as the CSV files.

Sheets: `quotes`, `occurrences`, `columns` (what each column holds), and a hidden `speakers` for the drop-down. Texts
are written as strings in cells of the format "text", so that no program takes one for a formula, a number or a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import pandas as pd

from quotes.errors import OutputError
from quotes.tables.columns import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, VERDICTS, Column
from quotes.tables.grid import COLUMNS_SHEET
from quotes.tables.guard import guarded, one_line, shortened

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_576
"""Of a sheet, its header included."""
_MOST_LINKS: Final = 65_000
"""A sheet holds 65,530 links; further rows go without."""
_LONGEST_LINK: Final = 2_000
_FROZEN: Final = 3
"""Columns that stay in view: the id, the verdict and the quotation."""

_WIDTHS: Final[Mapping[str, int]] = {
    "quote_id": 14, "verdict": 10, "quote": 60, "quoted_words": 36, "speaker": 22, "speaker_fix": 22, "quote_fix": 36,
    "speaker_role": 24, "told_to": 18, "cited_from": 18, "kind": 9, "cue": 12, "speaker_as_written": 20,
    "confidence": 11, "evidence": 28, "articles": 9, "sources": 24, "variants": 9, "context": 60, "article": 30,
    "url": 30, "paragraph": 10, "spans": 14, "note": 30, "occurrence_id": 16, "title": 36, "sentence": 9,
}  # a table, not one line an entry  # fmt: skip
"""In characters."""
_OTHER_WIDTH: Final = 16
_READ: Final = ["quote", "quote_fix", "context", "note"]
"""The columns whose texts make rows high; an address or a name may be cut off."""
_LINE: Final = 15
"""The height of a line, in points."""
_MOST_LINES: Final = 10
"""Rows are no higher; what is longer is read in the cell."""

_WEB: Final = re.compile(r"https?://[^\s\"<>]+\Z")
_NO_XML: Final = re.compile("[\ufffe\uffff]")
_MADE: Final = datetime(2000, 1, 1)  # always the same, so that the same rows give the same bytes

_GREEN, _YELLOW, _RED, _GREY, _BLUE = "#C6E7CE", "#FFEB9C", "#F8CBAD", "#D9D9D9", "#DDEBF7"
_COLOURS: Final = {"accept": _GREEN, "fix": _BLUE, "reject": _RED, "unsure": _YELLOW}


@dataclass(frozen=True, slots=True)
class _Formats:
    text: Format
    prefixed: Format
    """For a text that begins like a formula: an editor that leaves the cell leaves a text."""
    edited: Format
    number: Format
    link: Format
    header: Format
    edited_header: Format


def write_workbook(
    quotes: pd.DataFrame, occurrences: pd.DataFrame, stream: BinaryIO, *, offers: Mapping[str, str] | None = None
) -> None:
    """Write both tables to an open binary stream; the same frames give the same bytes.

    `offers` are notes on the cell `speaker_fix`, by quote_id. Cells over Excel's limit are cut and marked. Raises
    `OutputError` W03 for more rows than a sheet holds.
    """
    from xlsxwriter.workbook import Workbook

    for frame in (quotes, occurrences):
        if len(frame) + 1 > MOST_ROWS:
            name = Path(getattr(stream, "name", "quotes.xlsx"))
            raise OutputError("W03", path=name, rows=len(frame), most=MOST_ROWS - 1)
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _MADE})
    formats = _formats(book)
    sheet = book.add_worksheet("quotes")
    places = book.add_worksheet("occurrences")
    _explain(book.add_worksheet(COLUMNS_SHEET), formats)
    names = _speakers(book.add_worksheet("speakers"), quotes)

    first_place = {quote_id: row for row, quote_id in reversed(list(enumerate(occurrences["quote_id"], 2)))}
    own_row = {quote_id: row for row, quote_id in enumerate(quotes["quote_id"], 2)}
    _fill(sheet, quotes, QUOTE_COLUMNS, formats, {"articles": ("occurrences", first_place)})
    _fill(places, occurrences, OCCURRENCE_COLUMNS, formats, {"quote_id": ("quotes", own_row)})
    _for_review(book, sheet, quotes, names, offers or {})
    sheet.activate()
    book.close()


def _formats(book: Workbook) -> _Formats:
    cell = {"valign": "top"}
    text = cell | {"text_wrap": True, "num_format": "@"}
    head = {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1, "bg_color": _GREY}
    return _Formats(
        text=book.add_format(text),
        prefixed=book.add_format(text | {"quote_prefix": True}),
        edited=book.add_format(text | {"bg_color": "#FFFDF0"}),
        number=book.add_format(cell),
        link=book.add_format(text | {"font_color": "#0563C1", "underline": 1}),
        header=book.add_format(head),
        edited_header=book.add_format(head | {"bg_color": "#FFE699"}),
    )


def _fill(
    sheet: Worksheet,
    frame: pd.DataFrame,
    columns: Sequence[Column],
    formats: _Formats,
    targets: Mapping[str, tuple[str, Mapping[str, int]]],
) -> None:
    """Header and rows; `targets` says for a column in which row of another sheet a quote_id is found."""
    known = {column.name: column for column in columns}
    links = 0
    ids = frame["quote_id"].tolist()
    for at, name in enumerate(frame.columns):
        edited = name in known and known[name].edited
        plain = formats.edited if edited else formats.text
        sheet.set_column(at, at, _WIDTHS.get(name, _OTHER_WIDTH), None if edited else plain)
        sheet.write_string(0, at, name, formats.edited_header if edited else formats.header)
        other, rows = targets.get(name, ("", {}))
        for row, cell in enumerate(frame[name].tolist(), 1):
            address = _address(name, cell, other, rows.get(ids[row - 1]))
            if address and links < _MOST_LINKS:
                links += 1
                sheet.write_url(row, at, address, formats.link, string="link")
            _write(sheet, row, at, cell, formats.link if address else plain, formats)
    for row, lines in enumerate(_lines(frame), 1):
        # Excel would reckon the height itself, LibreOffice would not.
        sheet.set_row(row, _LINE * lines)
    sheet.freeze_panes(1, min(_FROZEN, len(frame.columns)))
    sheet.autofilter(0, 0, max(1, len(frame)), len(frame.columns) - 1)


def _lines(frame: pd.DataFrame) -> list[int]:
    """How many lines each row needs, by what is read in it."""
    most = [1] * len(frame)
    for name in frame.columns.intersection(_READ):
        width = _WIDTHS[name]
        for row, cell in enumerate(frame[name].tolist()):
            if isinstance(cell, str) and len(cell) > width * most[row]:
                most[row] = min(_MOST_LINES, -(-len(cell) // width))
    return most


def _address(name: str, cell: object, other: str, row: int | None) -> str:
    if row is not None:
        return f"internal:'{other}'!A{row}"
    is_web = name == "url" and isinstance(cell, str) and len(cell) <= _LONGEST_LINK and _WEB.match(cell)
    return str(cell) if is_web else ""


def _write(
    sheet: Worksheet,
    row: int,
    column: int,
    cell: Any,  # noqa: ANN401  (whatever a cell of a data frame can hold)
    style: Format,
    formats: _Formats,
) -> None:
    if not isinstance(cell, str):
        if pd.isna(cell):
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write_number(row, column, cell, formats.number if style is formats.text else style)
        return
    text = _held(one_line(cell))
    if not text and style is formats.text:
        return  # the column has the format
    sheet.write_string(
        row, column, text, formats.prefixed if style is formats.text and guarded(text) != text else style
    )


def _held(text: str) -> str:
    """The text, as far as a cell of a workbook can hold it."""
    return shortened(_NO_XML.sub("\ufffd", text))


def _explain(sheet: Worksheet, formats: _Formats) -> None:
    """What each column holds."""
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 2, 100)
    rows = [
        (name, column)
        for name, columns in (("quotes", QUOTE_COLUMNS), ("occurrences", OCCURRENCE_COLUMNS))
        for column in columns
    ]
    for at, title in enumerate(("sheet", "column", "what it holds")):
        sheet.write_string(0, at, title, formats.header)
    for row, (name, column) in enumerate(rows, 1):
        for at, cell in enumerate((name, column.name, column.meaning)):
            sheet.write_string(row, at, cell, formats.edited if column.edited else formats.text)
    sheet.freeze_panes(1, 0)


def _speakers(sheet: Worksheet, quotes: pd.DataFrame) -> int:
    """The names that the drop-down offers, in a hidden sheet; returns how many."""
    names = sorted({name for column in ("speaker", "speaker_fix") for name in quotes[column] if name})
    for row, name in enumerate(names):
        sheet.write_string(row, 0, _held(name))
    sheet.hide()
    return len(names)


def _for_review(book: Workbook, sheet: Worksheet, quotes: pd.DataFrame, names: int, offers: Mapping[str, str]) -> None:
    """Drop-downs, colours and the notes that offer a speaker."""
    last = max(1, len(quotes))
    at = {name: column for column, name in enumerate(quotes.columns)}
    verdict, fix, confidence = at["verdict"], at["speaker_fix"], at["confidence"]
    sheet.data_validation(
        1,
        verdict,
        last,
        verdict,
        {
            "validate": "list",
            "source": list(VERDICTS),
            "error_title": "verdict",
            "error_message": f"{', '.join(VERDICTS)}, or nothing",
        },
    )
    if names:
        # Any other name may be typed: the right one may be none of the corpus.
        source = f"=speakers!$A$1:$A${names}"
        sheet.data_validation(1, fix, last, fix, {"validate": "list", "source": source, "show_error": False})
    for value, colour in _COLOURS.items():
        style = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{value}"',
            "format": book.add_format({"bg_color": colour}),
        }
        sheet.conditional_format(1, verdict, last, verdict, style)
    scale: dict[str, object] = {"type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num"}
    scale |= {"min_value": 0, "mid_value": 0.5, "max_value": 1}
    scale |= {"min_color": _RED, "mid_color": _YELLOW, "max_color": _GREEN}
    sheet.conditional_format(1, confidence, last, confidence, scale)
    for row, quote_id in enumerate(quotes["quote_id"], 1):
        if quote_id in offers:
            sheet.write_comment(row, fix, _held(offers[quote_id]), {"author": "quotes"})
