"""Damaged sheets: read where they can be, refused with row and column where not."""

import csv
import io

import pytest
from openpyxl import Workbook, load_workbook
from review_sheets import ROWS, edit_csv, frame, saved

from quotes.errors import QuotesError, ReviewError, TableError
from quotes.review import read_sheet
from quotes.review.sheet import foreign_columns

TABLE = frame(*({**row, "verdict": "accept", "note": f"note {at}"} for at, row in enumerate(ROWS)))


@pytest.fixture
def sheet(tmp_path):
    return saved(TABLE, tmp_path / "quotes.csv")


def records_of(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def rewritten(path, records):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(records)


def decisions(path):
    return {row.quote_id: (row.decision.verdict, row.decision.note) for row in read_sheet(path)}


DECIDED = {row["quote_id"]: ("accept", f"note {at}") for at, row in enumerate(ROWS)}


def moved(records):
    return [[*reversed(record)] for record in records]


def renamed_in_place(records):
    return [["Anmerkung" if cell == "note" else cell for cell in records[0]], *records[1:]]


def renamed_two_neighbours(records):
    names = {"speaker_fix": "Sprecher", "quote_fix": "Wortlaut"}
    return [[names.get(cell, cell) for cell in records[0]], *records[1:]]


def renamed_and_moved(records):
    """Told by what they hold."""
    header = ["Kennung" if cell == "quote_id" else "Urteil" if cell == "verdict" else cell for cell in records[0]]
    return [[record[1], *record[2:], record[0]] for record in [header, *records[1:]]]


def no_names(records):
    """Told by what they hold and by where they stand beside one another."""
    return [[f"c{at}" for at in range(len(records[0]))], *records[1:]]


def other_case(records):
    return [[cell.replace("_", " ").title() for cell in records[0]], *records[1:]]


def sorted_rows(records):
    return [records[0], *sorted(records[1:], reverse=True)]


def title_above(records):
    return [["Review of May, please be done by Friday"], [], *records]


def blank_rows(records):
    return [records[0], [""] * 3, *records[1:3], [], *records[3:]]


def own_column(records):
    return [[*records[0], "my page"], *([*record, "12"] for record in records[1:])]


def column_missing(records):
    at = records[0].index("evidence")
    return [record[:at] + record[at + 1 :] for record in records]


def empty_columns_behind(records):
    return [[*record, "", ""] for record in records]


def capitals(records):
    return [[f" {cell.capitalize()} " if cell == "accept" else cell for cell in record] for record in records]


@pytest.mark.parametrize(
    "damage",
    [
        moved,
        renamed_in_place,
        renamed_two_neighbours,
        renamed_and_moved,
        no_names,
        other_case,
        sorted_rows,
        title_above,
        blank_rows,
        own_column,
        column_missing,
        empty_columns_behind,
        capitals,
    ],
)
def test_what_can_be_read_is_read(sheet, damage):
    rewritten(sheet, damage(records_of(sheet)))
    assert decisions(sheet) == DECIDED


def test_own_columns_are_named(sheet):
    rewritten(sheet, own_column(records_of(sheet)))
    assert foreign_columns(read_sheet(sheet)) == ["my page"]


def test_rows_without_the_column_of_ids_are_read_by_their_words(sheet):
    rewritten(sheet, [record[1:] for record in records_of(sheet)])
    assert [(row.quote_id, row.decision.verdict) for row in read_sheet(sheet)] == [("", "accept")] * len(ROWS)


def test_a_hint_for_excel_in_the_first_line(sheet):
    text = sheet.read_text(encoding="utf-8-sig")
    records = list(csv.reader(io.StringIO(text, newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(records)
    sheet.write_text("sep=;\r\n" + out.getvalue(), encoding="utf-8", newline="")
    assert decisions(sheet) == DECIDED


def test_a_title_with_commas_above_a_table_with_semicolons(sheet):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(records_of(sheet))
    sheet.write_text("Review, by Jo, of May, at last\r\n" + out.getvalue(), encoding="utf-8", newline="")
    assert decisions(sheet) == DECIDED


def test_a_line_end_typed_into_a_cell_becomes_a_space(sheet):
    edit_csv(sheet, {("q-1aaaaaaaaa", "note"): "first\r\nsecond"})
    assert decisions(sheet)["q-1aaaaaaaaa"] == ("accept", "first second")


def no_verdict(records):
    records[3][1] = "maybe"
    return records


def extra_cell(records):
    records[2].append("moved")
    return records


def no_ids_nor_words(records):
    return [record[1:2] + record[4:] for record in records]


def error_of_a_spreadsheet(records):
    records[4][records[0].index("note")] = "#NAME?"
    return records


def renamed_elsewhere(records):
    at = records[0].index("note")
    records[0][at] = "Anmerkung"
    return [[record[at], *record[:at], *record[at + 1 :]] for record in records]


def named_twice(records):
    return [[*record, "note" if at == 0 else f"another {at}"] for at, record in enumerate(records)]


@pytest.mark.parametrize(
    ("damage", "code", "said"),
    [
        (no_verdict, "R01", "row 4, column B (verdict): 'maybe' is no verdict"),
        (extra_cell, "T02", "row 3, column AD"),
        (no_ids_nor_words, "R02", "no column quote_id or quote"),
        (error_of_a_spreadsheet, "R03", "row 5, column AB (note): a formula or an error (#NAME?)"),
        (renamed_elsewhere, "R05", "row 1: no column note, but one that is called Anmerkung (column A)"),
        (named_twice, "R06", "column AD: two columns are called note"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_left(sheet, damage, code, said):
    rewritten(sheet, damage(records_of(sheet)))
    before = sheet.read_bytes()
    with pytest.raises(TableError) as caught:
        read_sheet(sheet)
    assert caught.value.code == code
    assert said in str(caught.value)
    assert sheet.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"   \n\n", b'quote_id,quote,verdict\n"q-1,open,accept\n', b"PK\x03\x04 no workbook"]
)
@pytest.mark.parametrize("name", ["quotes.csv", "quotes.xlsx"])
def test_files_that_are_no_tables(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(QuotesError) as caught:
        read_sheet(tmp_path / name)
    assert caught.value.code in ("T01", "R02")
    assert "\n" not in str(caught.value)


def test_a_table_of_somebody_else_is_refused(tmp_path):
    path = tmp_path / "quotes.csv"
    path.write_text("share,price\nHLMB,42.10\n", encoding="utf-8")
    with pytest.raises(ReviewError, match="no column quote_id or quote"):
        read_sheet(path)


def formulas(path, result):
    book = Workbook()
    sheet = book.active
    sheet.append(["quote_id", "verdict", "quote", "note"])
    sheet.append(["q-1aaaaaaaaa", "accept", "It is late", "=A1"])
    book.save(path)
    if result is None:
        return
    import zipfile

    # What a spreadsheet writes beside a formula, and openpyxl does not: its result.
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    part = "xl/worksheets/sheet1.xml"
    parts[part] = parts[part].replace(b"<f>A1</f><v />", f"<f>A1</f><v>{result}</v>".encode())
    assert result.encode() in parts[part]
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_a_formula_counts_by_its_result(tmp_path):
    formulas(tmp_path / "quotes.xlsx", "5")
    assert [row.decision.note for row in read_sheet(tmp_path / "quotes.xlsx")] == ["5"]


def test_a_formula_without_a_result_is_refused_with_its_place(tmp_path):
    formulas(tmp_path / "quotes.xlsx", None)
    with pytest.raises(ReviewError, match=r"row 2, column D \(note\): a formula"):
        read_sheet(tmp_path / "quotes.xlsx")


def test_a_workbook_made_of_the_csv_has_its_guards_taken_off(tmp_path, sheet):
    book = Workbook()
    for record in records_of(sheet):
        book.active.append(record)
    book.active.title = "quotes"
    book.save(tmp_path / "own.xlsx")
    assert load_workbook(tmp_path / "own.xlsx")["quotes"]["C3"].value.startswith("'=1+1")
    assert [row["quote"] for row in read_sheet(tmp_path / "own.xlsx")] == [row["quote"] for row in ROWS]
