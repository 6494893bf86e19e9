"""Hostile cells come back from CSV as they were, one line each, and the same bytes twice."""

import csv
import io
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.tables import read_table, write_csv
from quotes.tables.guard import EXCEL_LIMIT, guarded, one_line, shortened, unguarded

HOSTILE = [
    "=1+1", "'=1+1", '-"quoted"', "@handle", "\ttab", "a\tb", "x\r\ny", "🙂🙂", "שלום, “עולם”", "06E2", "1E5", "NA",
    "None", "Null", "nan", "TRUE", "'", '"', '""', ",", ";", "\x00", "\ud800", "\u2028", "\ufeffx", " ", "'''+", "1-2",
]  # fmt: skip
cells = st.text(max_size=40) | st.sampled_from(HOSTILE) | st.text("='+-@\t\r\n\", a", max_size=8)


def written(frame, raw=False):
    stream = io.BytesIO()
    write_csv(frame, stream, raw=raw)
    return stream.getvalue()


def back(data, raw=False):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(data)
        return read_table(path, raw=raw)


@given(st.text() | st.text("'=+-@\t\r\n", max_size=6))
def test_guard_is_undone_exactly(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t\r\n")


@given(st.text(max_size=200) | st.text("a\x00\r\n\t\x85\u2028 \ud800", max_size=20))
def test_one_line_is_one_line_and_stays_so(text):
    line = one_line(text)
    assert line.encode("utf-8").decode("utf-8") == line
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6), st.booleans())
@example([tuple(HOSTILE[:3]), tuple(HOSTILE[3:6]), ("x" * 200_000, "NA", "")], True)
def test_cells_come_back_as_they_were(rows, raw):
    columns = ["quote_id", "quote", "note"]
    frame = pd.DataFrame([[one_line(cell) for cell in row] for row in rows], columns=columns, dtype="string")
    data = written(frame, raw)
    assert data == written(frame, raw)
    assert data.decode("utf-8").count("\n") == len(rows) + 1
    pd.testing.assert_frame_equal(back(data, raw), frame)


@given(cells, st.integers(EXCEL_LIMIT, 40_000), st.sampled_from(["x", "🙂", "=", "ש"]))
def test_long_cells_are_cut_and_marked_for_spreadsheets_and_whole_when_raw(start, size, filler):
    text = one_line(start + filler * size)
    frame = pd.DataFrame({"quote": pd.Series([text], dtype="string")})
    (safe,) = back(written(frame))["quote"]
    assert back(written(frame, raw=True), raw=True)["quote"].tolist() == [text]
    ((_,), (cell,)) = list(csv.reader(io.StringIO(written(frame).decode("utf-8-sig"), newline="")))
    assert len(cell.encode("utf-16-le")) // 2 <= EXCEL_LIMIT
    assert safe == text or "[…cut: " in safe[-50:]


@given(st.text(), st.integers(40, 100))
def test_shortened_never_passes_the_limit(text, limit):
    cut = shortened(text, limit)
    assert len(cut.encode("utf-16-le", "surrogatepass")) // 2 <= limit
