"""Hostile cells through workbooks and edited sheets; decisions are all accounted for, whatever happens to the rows."""

import io
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from quotes.review import Decision, Row, carry, read_sheet
from quotes.tables import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, read_table, write_csv, write_workbook
from quotes.tables.guard import EXCEL_LIMIT, one_line

HOSTILE = [
    "=1+1", "'=1+1", '-"quoted"', "@handle", "\ttab", "a\tb", "x\r\ny", "🙂🙂", "שלום, “עולם”", "06E2", "1E5", "NA",
    "None", "Null", "nan", "TRUE", "'", '"', ",", ";", "\x00", "\ud800", "\u2028", "1-2", "https://a.example", "#N/A",
    "internal:x!A1", "mailto:a@b.example", "{=1}", "_x000D_", "_x0041_", "<b>&amp;", "x" * 40_000, "🙂" * 20_000,
    "\ufffe", "2024-05-03", "00123", "+44", "=HYPERLINK(\"x\")",
]  # a table, not one line an entry  # fmt: skip
cells = st.text(max_size=30) | st.sampled_from(HOSTILE) | st.text("='+-@\t\", a;", max_size=8)
DTYPES = {"text": "string", "count": "Int64", "share": "float64"}
COLUMNS = ["quote", "speaker", "sources", "url", "note", "speaker_fix", "quote_fix"]


def table(rows):
    texts = [dict(zip(COLUMNS, map(one_line, row), strict=True)) for row in rows]
    given = [{"quote_id": f"q-{n:010}", "article": f"{n % 2}.txt", **row} for n, row in enumerate(texts)]
    return frame(QUOTE_COLUMNS, given)


def frame(columns, rows):
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [row.get(column.name, "" if column.type == "text" else 1) for row in rows], dtype=DTYPES[column.type]
            )
            for column in columns
        }
    )


def occurrences(quotes):
    return frame(OCCURRENCE_COLUMNS, [{"quote_id": one, "occurrence_id": f"o-{one}"} for one in quotes["quote_id"]])


def as_held(text):
    """What a cell of a workbook can hold of a text."""
    from quotes.tables.guard import shortened

    return shortened(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))


rows_of_cells = st.lists(st.tuples(*[cells] * len(COLUMNS)), min_size=1, max_size=4)


@settings(max_examples=60)
@given(rows_of_cells)
@example([tuple(HOSTILE[at : at + 7]) for at in range(0, len(HOSTILE) - 6, 7)])
@example([tuple(HOSTILE[-7:])])
def test_a_workbook_holds_every_cell_as_a_text(rows):
    quotes = table(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.xlsx"
        with path.open("wb") as stream:
            write_workbook(quotes, occurrences(quotes), stream)
        back = read_table(path)
        assert [name for name in COLUMNS if back[name].tolist() != [as_held(cell) for cell in quotes[name]]] == []
        sheet = load_workbook(path)["quotes"]
        kinds = {cell.data_type for line in sheet.iter_rows(min_row=2) for cell in line if isinstance(cell.value, str)}
        assert kinds <= {"s"}
        longest = max(len(str(cell.value).encode("utf-16-le")) // 2 for line in sheet.iter_rows() for cell in line)
        assert longest <= EXCEL_LIMIT


@settings(max_examples=30)
@given(rows_of_cells)
def test_the_same_table_gives_the_same_workbook(rows):
    quotes = table(rows)
    made = []
    for _ in range(2):
        stream = io.BytesIO()
        write_workbook(quotes, occurrences(quotes), stream)
        made.append(stream.getvalue())
    assert made[0] == made[1]


@settings(max_examples=60)
@given(rows_of_cells, st.sampled_from([",", ";", "\t"]))
@example([tuple(HOSTILE[at : at + 7]) for at in range(0, len(HOSTILE) - 6, 7)], ";")
def test_a_sheet_reads_back_every_decision(rows, delimiter):
    from quotes.errors import ReviewError
    from quotes.tables.guard import shortened

    quotes = table(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.csv"
        with path.open("wb") as stream:
            write_csv(quotes, stream, delimiter=delimiter)
        try:
            back = read_sheet(path)
        except ReviewError as error:
            assert error.code == "R03"  # noqa: PT017  (an error of a spreadsheet where a person writes)
            return
        for name in ("note", "speaker_fix", "quote_fix"):
            assert [one[name] for one in back] == [shortened(cell) for cell in quotes[name]]


WORDS = st.lists(st.sampled_from("we will not win this town again and nobody knows".split()), min_size=1, max_size=6)
ROWS = st.lists(
    st.tuples(st.integers(0, 9), WORDS, st.sampled_from(["a.txt", "b.txt"]), st.sampled_from(["accept", "reject", ""])),
    max_size=8,
    unique_by=lambda row: row[0],
)


def as_row(number, words, article, verdict=""):
    return Row({"quote_id": f"q-{number}", "quote": " ".join(words), "article": article, "verdict": verdict})


@given(ROWS, ROWS)
def test_every_decision_is_on_one_row_or_an_orphan(old, new):
    decided = [as_row(*one) for one in old]
    rows = [as_row(*one[:3]) for one in new]
    carried = carry(decided, rows, {})
    there = [one.decision for one in carried.decisions.values()]
    merged = sum(max(0, len(one.origins) - 1) for one in carried.decisions.values())
    assert len(there) + merged + len(carried.orphans) == sum(bool(row.decision) for row in decided)
    assert set(carried.decisions) <= {row.quote_id for row in rows}
    assert all(carried.decisions.values())
    assert Decision() not in there


@given(ROWS)
def test_nothing_changed_means_all_carried(old):
    decided = [as_row(*one) for one in old]
    carried = carry(decided, decided, {})
    assert {key: one.decision for key, one in carried.decisions.items()} == {
        row.quote_id: row.decision for row in decided if row.decision
    }
    assert not carried.orphans
    assert {one.status for one in carried.decisions.values()} <= {"carried"}
