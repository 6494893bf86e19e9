"""Tables of quotes without a pipeline, and the ways in which people's programs save them."""

import csv
import io
import shutil
import subprocess

import pandas as pd
import pytest

from quotes.review import Row
from quotes.tables import QUOTE_COLUMNS, write_csv

NAMES = [column.name for column in QUOTE_COLUMNS]
DTYPES = {"text": "string", "count": "Int64", "share": "float64"}

ROWS = [
    {
        "quote_id": "q-1aaaaaaaaa",
        "quote": "The ferry is safe, and it will sail on Monday",
        "speaker": "Odile Marchetti",
    },
    {"quote_id": "q-2bbbbbbbbb", "quote": "=1+1 is what they call a budget", "speaker": "Łukasz Nowak"},
    {"quote_id": "q-3ccccccccc", "quote": "06E2", "speaker": "NA", "note": "-is that a name?"},
    {"quote_id": "q-4ddddddddd", "quote": "@harbour never asked us", "speaker": "", "first_published": "2024-05-03"},
    {"quote_id": "q-5eeeeeeeee", "quote": "שלום לכולם, said the “captain”; 🙂", "speaker": "None"},
    {"quote_id": "q-6fffffffff", "quote": "+44 is where we call", "speaker": "Ana, Brito", "article": "b.txt"},
]


def frame(*rows):
    """A table of quotes with these cells; what is left out is empty, or a number that is missing."""
    given = [
        {"article": "a.txt", "paragraph": number, "confidence": 0.5, "kind": "direct", "spans": f"{number}-12", **row}
        for number, row in enumerate(rows, 1)
    ]
    return table(QUOTE_COLUMNS, given)


def table(columns, rows):
    """A table with these columns and cells."""
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [row.get(column.name, "" if column.type == "text" else None) for row in rows], dtype=DTYPES[column.type]
            )
            for column in columns
        }
    )


def saved(rows, path, **how):
    """The table as a CSV of ours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_csv(rows, stream, **how)
    return path


def as_excel_saves(path):
    """Open a CSV and save it, as an Excel with a semicolon for its list separator does: ANSI, decimal commas, dates."""
    records = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    at = {name: column for column, name in enumerate(records[0])}
    for record in records[1:]:
        record[at["confidence"]] = record[at["confidence"]].replace(".", ",")
        day = record[at["first_published"]].split("-")
        record[at["first_published"]] = ".".join(reversed(day))
        if record[at["spans"]].count("-") == 1:
            record[at["spans"]] = f"{record[at['spans']].split('-')[0]}. Dez"
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(records)
    path.write_bytes(text.getvalue().encode("cp1252", "replace"))


def edit_csv(path, edits, *, delimiter=",", encoding="utf-8-sig"):
    """Write cells, {(quote_id, column): text}, as somebody does in a spreadsheet."""
    records = list(csv.reader(io.StringIO(path.read_text(encoding=encoding), newline=""), delimiter=delimiter))
    at = {name: column for column, name in enumerate(records[0])}
    for record in records[1:]:
        for (quote_id, column), text in edits.items():
            if record[at["quote_id"]] == quote_id:
                record[at[column]] = text
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(records)


def edit_xlsx(path, edits):
    """The same in a workbook, with openpyxl, which writes all else as it read it."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book["quotes"] if "quotes" in book.sheetnames else book.active
    at = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        for (quote_id, column), text in edits.items():
            if sheet.cell(row, at["quote_id"]).value == quote_id:
                sheet.cell(row, at[column]).value = text
    book.save(path)


SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def through_libreoffice(path, ending, folder):
    """Open a file in LibreOffice and save it as another format, or the same; returns the file that it wrote."""
    # UTF-8 with a comma or a semicolon, text quoted where need be: what its dialogue offers for such a file.
    filters = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "xlsx": "xlsx", "ods": "ods"}
    command = [
        SOFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--infilter=CSV:44,34,76,1" if path.suffix == ".csv" else "--norestore",
        "--convert-to",
        filters[ending],
        "--outdir",
        str(folder / "saved"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "saved" / f"{path.stem}.{ending}"


def row(quote="", **cells):
    """A row as it is read from a sheet."""
    ansi = cells.pop("is_ansi", False)
    return Row({"quote": quote, "article": "a.txt", **cells}, 0, ansi)
