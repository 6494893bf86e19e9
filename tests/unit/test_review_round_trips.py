"""A sheet goes out, is edited and saved by other programs, and comes back: no decision lost, no cell changed."""

import pytest
from review_sheets import (
    NAMES,
    ROWS,
    as_excel_saves,
    edit_csv,
    edit_xlsx,
    frame,
    needs_libreoffice,
    saved,
    table,
    through_libreoffice,
)

from quotes.review import read_sheet
from quotes.review.rows import ansi
from quotes.tables import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, read_table, write_workbook
from quotes.tables.guard import one_line, shortened

EDITS = {
    ("q-1aaaaaaaaa", "verdict"): "accept",
    ("q-2bbbbbbbbb", "verdict"): "fix",
    ("q-2bbbbbbbbb", "speaker_fix"): "Ana, “Bri” Brito",
    ("q-2bbbbbbbbb", "quote_fix"): "Two is what they call a budget; really",
    ("q-4ddddddddd", "verdict"): "reject",
    ("q-4ddddddddd", "note"): "see page 3, and 06E2",
    ("q-5eeeeeeeee", "verdict"): "unsure",
}
TABLE = frame(*ROWS)
TEXTS = [column.name for column in QUOTE_COLUMNS if column.type == "text"]
REFORMATTED = {"spans", "first_published"}
"""What spreadsheets take for dates when they open a CSV; nobody reads a decision in it."""
NUMBER_LIKE = "q-3ccccccccc"
"""Its quotation reads like a number, and a spreadsheet that opens a CSV makes it one; a workbook keeps it."""


def workbook(path, rows=TABLE):
    with path.open("wb") as stream:
        write_workbook(rows, table(OCCURRENCE_COLUMNS, []), stream)
    return path


def expected(edits=EDITS, lossy=False):
    rows = []
    for cells in TABLE.to_dict("records"):
        texts = {name: cells[name] for name in TEXTS}
        texts |= {column: text for (quote_id, column), text in edits.items() if quote_id == cells["quote_id"]}
        rows.append({name: ansi(text) if lossy else text for name, text in texts.items()})
    return rows


def read(path, besides=()):
    return [{name: one[name] for name in TEXTS if name not in besides} for one in read_sheet(path)]


def without(rows, besides):
    return [{name: text for name, text in cells.items() if name not in besides} for cells in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("raw", [False, True])
def test_csv_unedited(tmp_path, delimiter, raw):
    path = saved(TABLE, tmp_path / "quotes.csv", delimiter=delimiter, raw=raw)
    assert [dict(one.cells) | {} for one in read_sheet(path, raw=raw)] == [
        {name: "" if cell != cell or cell is None else str(cell) for name, cell in cells.items()}
        for cells in TABLE.astype(object).where(TABLE.notna(), "").to_dict("records")
    ]
    assert read_table(path, raw=raw).equals(TABLE)


def test_csv_edited(tmp_path):
    path = saved(TABLE, tmp_path / "quotes.csv")
    edit_csv(path, EDITS)
    assert read(path) == expected()


def test_csv_that_excel_saved_with_semicolons_in_ansi(tmp_path):
    path = saved(TABLE, tmp_path / "quotes.csv")
    as_excel_saves(path)
    edit_csv(path, EDITS, delimiter=";", encoding="cp1252")
    assert read(path, REFORMATTED) == without(expected(lossy=True), REFORMATTED)
    assert [one.confidence for one in read_sheet(path)] == [0.5] * len(ROWS)


def test_csv_that_excel_saved_as_unicode_text(tmp_path):
    path = saved(TABLE, tmp_path / "quotes.csv", delimiter="\t")
    edit_csv(path, EDITS, delimiter="\t")
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode("utf-16"))
    assert read(path) == expected()


def test_csv_through_google_sheets_loses_its_guards_and_nothing_else(tmp_path):
    # Sheets takes the apostrophe for its own sign of a text, and leaves it out of what it saves.
    path = saved(TABLE, tmp_path / "quotes.csv")
    edit_csv(path, EDITS)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("'=", "=").replace("'@", "@"), encoding="utf-8")
    assert read(path) == expected()


def test_workbook_unedited(tmp_path):
    path = workbook(tmp_path / "quotes.xlsx")
    assert read(path) == expected({})
    assert read_table(path).equals(TABLE)


def test_workbook_edited_by_openpyxl(tmp_path):
    path = workbook(tmp_path / "quotes.xlsx")
    edit_xlsx(path, EDITS)
    assert read(path) == expected()


def test_both_formats_hold_the_same_rows(tmp_path):
    csv_file = saved(TABLE, tmp_path / "quotes.csv")
    assert read_table(workbook(tmp_path / "quotes.xlsx")).equals(read_table(csv_file))


@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_workbook_through_libreoffice(tmp_path, ending):
    path = workbook(tmp_path / "quotes.xlsx")
    edit_xlsx(path, EDITS)
    assert read(through_libreoffice(path, ending, tmp_path)) == expected()


@needs_libreoffice
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_csv_through_libreoffice(tmp_path, ending):
    path = saved(TABLE, tmp_path / "quotes.csv")
    edit_csv(path, EDITS)
    back = through_libreoffice(path, ending, tmp_path)
    found, wanted = read(back, REFORMATTED), without(expected(), REFORMATTED)
    for rows in (found, wanted):
        [number] = [cells for cells in rows if cells["quote_id"] == NUMBER_LIKE]
        del number["quote"]
    assert found == wanted


HOSTILE = [
    "=1+1", '-"quoted"', "@handle", "a\tb", "🙂🙂", "x" * 40_000, "שלום, “עולם”", "06E2", "NA", "'=1+1", "TRUE", "#N/A",
    "1-2", "00123", "2024-05-03", "<b>&amp;", '=HYPERLINK("x")', "None", ",;|", '"', "'", "https://a.example", "1,5",
]  # a table, not one line an entry  # fmt: skip


@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_hostile_cells_in_a_workbook_through_libreoffice(tmp_path, ending):
    rows = frame(*({"quote_id": f"q-{at:010}", "quote": text, "speaker": text} for at, text in enumerate(HOSTILE)))
    back = read_sheet(through_libreoffice(workbook(tmp_path / "quotes.xlsx", rows), ending, tmp_path))
    wanted = [shortened(one_line(text)) for text in HOSTILE]
    if ending == "csv":
        # The CSV of another program has no guards, and an apostrophe before a sign is taken for one.
        wanted[HOSTILE.index("'=1+1")] = "=1+1"
    assert [row["quote"] for row in back] == wanted
    assert [row["speaker"] for row in back] == wanted


def test_the_columns_of_the_table_are_ours():
    assert list(TABLE.columns) == NAMES
