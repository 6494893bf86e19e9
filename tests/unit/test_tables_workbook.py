"""What the workbook offers to the person who works in it."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from review_sheets import ROWS, frame, table

from quotes.errors import OutputError
from quotes.tables import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, VERDICTS, write_workbook, xlsx

QUOTES = frame(
    *({"url": "https://a.example/1?x=1&y=2", "articles": 2, **row} for row in ROWS[:3]),
    {"quote_id": "q-9", "url": "javascript:alert(1)", "quote": "https://a.example", "confidence": None},
)
PLACES = table(
    OCCURRENCE_COLUMNS,
    [
        {"occurrence_id": f"o-{at}", "quote_id": quote_id, "quote": "=1+1", "url": "ftp://a.example"}
        for at, quote_id in enumerate(["q-1aaaaaaaaa", "q-1aaaaaaaaa", "q-2bbbbbbbbb", "q-3ccccccccc"])
    ],
)


def made(**how):
    stream = io.BytesIO()
    write_workbook(QUOTES, PLACES, stream, **how)
    return stream


@pytest.fixture(scope="module")
def book():
    return load_workbook(made(offers={"q-9": "Jo Tarrant?"}))


@pytest.fixture(scope="module")
def sheet(book):
    return book["quotes"]


def column(sheet, name):
    [at] = [cell.column for cell in sheet[1] if cell.value == name]
    return [sheet.cell(row, at) for row in range(2, sheet.max_row + 1)]


def test_sheets(book):
    assert book.sheetnames == ["quotes", "occurrences", "columns", "speakers"]
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible", "visible", "hidden"]
    assert book.active.title == "quotes"


def test_header_and_first_columns_stay_in_view_and_filter(book):
    assert book["quotes"].freeze_panes == "D2"
    assert book["quotes"].auto_filter.ref == "A1:AC5"
    assert book["occurrences"].auto_filter.ref == "A1:AA5"


def test_long_texts_are_wide_and_wrapped(sheet):
    assert sheet.column_dimensions["C"].width > 50
    assert all(cell.alignment.wrap_text for cell in column(sheet, "quote"))


def test_rows_are_as_high_as_their_longest_text_up_to_a_limit():
    rows = frame({"quote": "short"}, {"quote": "x" * 150}, {"context": "x" * 9_000})
    stream = io.BytesIO()
    write_workbook(rows, table(OCCURRENCE_COLUMNS, []), stream)
    heights = load_workbook(stream)["quotes"].row_dimensions
    assert [heights[row].height or 15 for row in (2, 3, 4)] == [15, 45, 150]


def test_drop_downs(sheet):
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["B2:B5"].formula1 == f'"{",".join(VERDICTS)}"'
    assert rules["B2:B5"].showErrorMessage
    assert rules["G2:G5"].formula1 == "speakers!$A$1:$A$3"
    # A name that the corpus does not have may be the right one.
    assert not rules["G2:G5"].showErrorMessage


def test_the_speakers_of_the_corpus_are_listed_once_and_sorted(book):
    assert [cell.value for cell in book["speakers"]["A"]] == sorted({row["speaker"] for row in ROWS[:3]})


def test_confidence_is_coloured(sheet):
    rules = {str(area.sqref): area.rules[0].type for area in sheet.conditional_formatting}
    assert rules["P2:P5"] == "colorScale"
    assert rules["B2:B5"] == "cellIs"


def test_links_to_articles_and_nothing_else_that_looks_like_one(sheet, book):
    urls = column(sheet, "url")
    assert [cell.hyperlink.target if cell.hyperlink else None for cell in urls[:1]] == ["https://a.example/1?x=1&y=2"]
    assert urls[3].hyperlink is None
    assert not any(cell.hyperlink for cell in column(sheet, "quote"))
    assert not any(cell.hyperlink for cell in column(book["occurrences"], "url"))


def test_the_places_are_reached_from_the_quotation_and_back(sheet, book):
    links = [cell.hyperlink for cell in column(sheet, "articles")]
    assert [link.location if link else None for link in links] == [
        "'occurrences'!A2",
        "'occurrences'!A4",
        "'occurrences'!A5",
        None,
    ]
    assert [cell.value for cell in column(sheet, "articles")][:3] == [2, 2, 2]
    back = [cell.hyperlink.location for cell in column(book["occurrences"], "quote_id")]
    assert back == ["'quotes'!A2", "'quotes'!A2", "'quotes'!A3", "'quotes'!A4"]


def test_texts_are_texts_and_numbers_numbers(sheet):
    assert [cell.data_type for cell in column(sheet, "quote")] == ["s"] * 4
    assert {cell.number_format for cell in column(sheet, "quote")} == {"@"}
    assert column(sheet, "quote")[1].quotePrefix
    assert [cell.value for cell in column(sheet, "confidence")] == [0.5, 0.5, 0.5, None]


def test_an_offered_speaker_is_a_note_beside_an_empty_cell(sheet):
    cell = column(sheet, "speaker_fix")[3]
    assert not cell.value
    assert cell.comment.text == "Jo Tarrant?"


def test_every_column_is_explained(book):
    rows = [[cell.value for cell in line] for line in book["columns"].iter_rows(min_row=2)]
    assert rows == [
        [name, column.name, column.meaning]
        for name, columns in (("quotes", QUOTE_COLUMNS), ("occurrences", OCCURRENCE_COLUMNS))
        for column in columns
    ]


def test_the_same_bytes_twice_and_no_date_of_today():
    assert made().getvalue() == made().getvalue()
    with zipfile.ZipFile(made()) as parts:
        assert b"2000-01-01" in parts.read("docProps/core.xml")


def test_a_table_without_rows():
    stream = io.BytesIO()
    write_workbook(frame(), table(OCCURRENCE_COLUMNS, []), stream)
    assert load_workbook(stream)["quotes"].max_row == 1


def test_more_rows_than_a_sheet_holds(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(OutputError, match="4 rows, and a sheet of a workbook holds 2"):
        made()


def test_links_beyond_what_a_sheet_holds_are_left_out(monkeypatch):
    monkeypatch.setattr(xlsx, "_MOST_LINKS", 2)
    sheet = load_workbook(made())["quotes"]
    assert sum(cell.hyperlink is not None for line in sheet for cell in line) == 2
