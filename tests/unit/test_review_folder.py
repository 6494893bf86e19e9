"""A run into a folder in which people have worked."""

import json
import os

import pytest
from review_sheets import as_excel_saves, edit_csv, edit_xlsx, frame, table

from quotes import review
from quotes.engines import writing
from quotes.engines.writing import Formats
from quotes.errors import ReviewError
from quotes.review import read_sheet
from quotes.tables import OCCURRENCE_COLUMNS, RunRecord, read_table

ONE = {"quote_id": "q-1aaaaaaaaa", "quote": "The ferry is safe, and it will sail on Monday", "speaker": "Ada Lind"}
TWO = {"quote_id": "q-2bbbbbbbbb", "quote": "Nobody told us that the pier would close", "speaker": "Łukasz Nowak"}
THREE = {
    "quote_id": "q-3ccccccccc",
    "quote": "We rebuilt it in May",
    "speaker": "Ada Lind",
    "speaker_as_written": "she",
}


def occurrences(rows):
    given = [
        {"occurrence_id": f"o-{at}", "relation": "fullest", "article": "a.txt", **row} for at, row in enumerate(rows)
    ]
    return table(OCCURRENCE_COLUMNS, given)


def run(folder, *rows, options=None, **formats):
    record = RunRecord(articles=1, words=9, quotations={}, rows=len(rows), folded=0, options=options or {"raw": False})
    return writing.write(folder, frame(*rows), occurrences(rows), record, Formats(**formats))


def reviewed(folder, name="quotes.csv"):
    return {row.quote_id: (row.decision.verdict, row["review_status"]) for row in read_sheet(folder / name)}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


PLAIN = ["occurrences.csv", "quotes.csv", "run.json"]


@pytest.fixture
def out(tmp_path):
    run(tmp_path / "out", ONE, TWO)
    return tmp_path / "out"


def test_a_first_run_writes_its_files_and_no_more(out):
    assert names(out) == PLAIN


def test_decisions_come_back_and_the_saved_file_is_kept(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    saved = (out / "quotes.csv").read_bytes()
    written = run(out, ONE, TWO)
    assert reviewed(out) == {ONE["quote_id"]: ("accept", "carried"), TWO["quote_id"]: ("", "")}
    assert [path.read_bytes() for path in written.kept] == [saved]
    assert names(out) == sorted([*PLAIN, "quotes.previous.csv"])


def test_a_run_over_untouched_files_keeps_no_copy_and_the_last_one_stays(out):
    run(out, ONE, TWO)
    assert names(out) == PLAIN
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    saved = (out / "quotes.csv").read_bytes()
    for _ in range(3):
        run(out, ONE, TWO)
    assert (out / "quotes.previous.csv").read_bytes() == saved
    assert reviewed(out)[ONE["quote_id"]] == ("accept", "carried")


def test_the_same_run_again_gives_the_same_bytes(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    made = []
    for _ in range(3):
        run(out, ONE, TWO, xlsx=True)
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert made[1] == made[2]


def test_a_verdict_taken_back_stays_taken_back(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    run(out, ONE, TWO, xlsx=True)
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): ""})
    run(out, ONE, TWO, xlsx=True)
    assert reviewed(out)[ONE["quote_id"]] == ("", "")
    assert reviewed(out, "quotes.xlsx") == reviewed(out)


def test_the_workbook_may_be_the_reviewed_one_and_is_written_anew_without_being_asked_for(out):
    run(out, ONE, TWO, xlsx=True)
    edit_xlsx(out / "quotes.xlsx", {(TWO["quote_id"], "verdict"): "reject"})
    run(out, ONE, TWO)
    assert reviewed(out) == reviewed(out, "quotes.xlsx")
    assert reviewed(out)[TWO["quote_id"]] == ("reject", "carried")
    assert (out / "quotes.previous.xlsx").is_file()


def test_both_formats_edited(out):
    run(out, ONE, TWO, xlsx=True)
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept", (TWO["quote_id"], "verdict"): "accept"})
    edit_xlsx(out / "quotes.xlsx", {(TWO["quote_id"], "verdict"): "reject", (ONE["quote_id"], "note"): "fine"})
    os.utime(out / "quotes.csv", ns=(1, 1))  # saved earlier
    run(out, ONE, TWO)
    assert reviewed(out) == {ONE["quote_id"]: ("accept", "carried"), TWO["quote_id"]: ("reject", "carried")}
    [orphan] = read_sheet(out / "orphaned_reviews.csv")
    assert (orphan.quote_id, orphan.decision.verdict) == (TWO["quote_id"], "accept")
    assert orphan["reason"] == "quotes.csv has this, quotes.xlsx, which was saved later, something else"
    assert {"quotes.previous.csv", "quotes.previous.xlsx"} <= set(names(out))


def test_orphans_are_listed_and_come_back_with_their_rows(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept", (ONE["quote_id"], "note"): "=good"})
    assert run(out, TWO).statistics.orphaned == 1
    [orphan] = read_sheet(out / "orphaned_reviews.csv")
    assert (orphan["quote"], orphan.decision.note) == (ONE["quote"], "=good")
    run(out, TWO)
    assert len(read_sheet(out / "orphaned_reviews.csv")) == 1
    run(out, ONE, TWO)
    assert reviewed(out)[ONE["quote_id"]] == ("accept", "carried")
    assert "orphaned_reviews.csv" not in names(out)


def test_to_be_checked_until_somebody_has_checked(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    other = ONE | {"speaker": "Jo Tarrant"}
    for _ in range(3):
        run(out, other, TWO)
        assert reviewed(out)[ONE["quote_id"]] == ("accept", "carried, please check")
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "review_status"): ""})
    run(out, other, TWO)
    assert reviewed(out)[ONE["quote_id"]] == ("accept", "carried")
    assert "carried_reviews.jsonl" not in names(out)


def test_to_be_checked_no_more_when_the_row_is_again_as_it_was(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    run(out, ONE | {"speaker": "Jo Tarrant"}, TWO)
    run(out, ONE, TWO)
    assert reviewed(out)[ONE["quote_id"]] == ("accept", "carried")


def test_an_ansi_sheet_gets_its_characters_back_from_the_workbook(out):
    edit_csv(out / "quotes.csv", {(TWO["quote_id"], "speaker_fix"): "Żaneta Łoś", (TWO["quote_id"], "note"): "ąę?"})
    run(out, ONE, TWO, xlsx=True)
    as_excel_saves(out / "quotes.csv")
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"}, delimiter=";", encoding="cp1252")
    run(out, ONE, TWO)
    rows = {row.quote_id: row for row in read_sheet(out / "quotes.csv")}
    assert (rows[TWO["quote_id"]].decision.speaker_fix, rows[TWO["quote_id"]].decision.note) == ("Żaneta Łoś", "ąę?")
    assert {row["review_status"] for row in rows.values()} == {"carried"}


@pytest.mark.parametrize("lock", [".~lock.quotes.csv#", "~$quotes.xlsx", ".~lock.orphaned_reviews.csv#"])
def test_a_sheet_that_is_open_is_left_alone(out, lock):
    (out / lock).write_text("me", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(ReviewError, match="is open in another program"):
        review.read_reviewed(out)
    with pytest.raises(ReviewError, match="new tables are in"):
        run(out, ONE)
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    assert [row.quote_id for row in read_sheet(out / "new-tables" / "quotes.csv")] == [ONE["quote_id"]]
    with pytest.raises(ReviewError, match="new-tables-2"):
        run(out, TWO)
    assert [row.quote_id for row in read_sheet(out / "new-tables" / "quotes.csv")] == [ONE["quote_id"]]


def test_a_sheet_that_may_not_be_opened_is_left_alone(out, monkeypatch):
    def denied(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("quotes.review.state.digest_of", denied)
    with pytest.raises(ReviewError, match=r"quotes\.csv: cannot be opened \(Permission denied\)"):
        review.read_reviewed(out)


def test_a_sheet_that_cannot_be_read_is_left_alone(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "maybe"})
    before = (out / "quotes.csv").read_bytes()
    with pytest.raises(ReviewError) as caught:
        run(out, ONE)
    assert caught.value.code == "R07"
    assert "row 2, column B (verdict)" in str(caught.value)
    assert (out / "quotes.csv").read_bytes() == before


def test_a_sheet_saved_while_the_rows_are_put_together_is_read_again(out, monkeypatch):
    read = review.read_reviewed
    edits = [(ONE["quote_id"], "accept"), (TWO["quote_id"], "reject")]

    def reading(folder):
        found = read(folder)
        if edits:
            quote_id, verdict = edits.pop()
            edit_csv(out / "quotes.csv", {(quote_id, "verdict"): verdict})
        return found

    monkeypatch.setattr(review, "read_reviewed", reading)
    run(out, ONE, TWO)
    assert reviewed(out) == {ONE["quote_id"]: ("accept", "carried"), TWO["quote_id"]: ("reject", "carried")}


def test_own_columns_stay_in_the_kept_file(out):
    path = out / "quotes.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f"{line},{'page' if at == 0 else at}" for at, line in enumerate(lines)), encoding="utf-8")
    written = run(out, ONE, TWO)
    assert written.foreign == ("page",)
    assert "page" in (out / "quotes.previous.csv").read_text(encoding="utf-8")


def test_raw_sheets_are_read_back_raw(tmp_path):
    row = ONE | {"quote": "'=1 is how she wrote it down"}
    for _ in range(2):
        run(tmp_path, row, options={"raw": True}, raw=True)
        edit_csv(tmp_path / "quotes.csv", {(ONE["quote_id"], "note"): "'=so"}, encoding="utf-8")
    assert read_table(tmp_path / "quotes.csv", raw=True)["note"].tolist() == ["'=so"]


def test_accepted_only_writes_what_may_be_printed(out):
    edit_csv(
        out / "quotes.csv",
        {
            (ONE["quote_id"], "verdict"): "accept",
            (TWO["quote_id"], "verdict"): "fix",
            (TWO["quote_id"], "speaker_fix"): "Jo Tarrant",
            (TWO["quote_id"], "quote_fix"): "Nobody told me",
        },
    )
    run(out, ONE, TWO, THREE, accepted_only=True, xlsx=True)
    rows = read_sheet(out / "accepted.csv")
    assert [(row["quote"], row.speaker) for row in rows] == [
        (ONE["quote"], "Ada Lind"),
        ("Nobody told me", "Jo Tarrant"),
    ]
    assert [row.cells for row in read_sheet(out / "accepted.xlsx")] == [row.cells for row in rows]
    assert len(read_sheet(out / "quotes.csv")) == 3


def test_what_somebody_wrote_into_the_export_is_kept(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    run(out, ONE, TWO, accepted_only=True)
    run(out, ONE, TWO, accepted_only=True)
    assert "accepted.previous.csv" not in names(out)
    edit_csv(out / "accepted.csv", {(ONE["quote_id"], "note"): "printed on page 3"})
    saved = (out / "accepted.csv").read_bytes()
    run(out, ONE, TWO)
    assert "accepted.previous.csv" not in names(out)
    run(out, ONE, TWO, accepted_only=True)
    assert (out / "accepted.previous.csv").read_bytes() == saved


def test_a_correction_is_offered_for_the_same_mention_and_never_applied(out):
    again = THREE | {"quote_id": "q-4ddddddddd", "quote": "It held all winter"}
    elsewhere = again | {"quote_id": "q-5eeeeeeeee", "quote": "It will hold again", "article": "b.txt"}
    run(out, ONE, THREE, again, elsewhere, xlsx=True)
    edit_xlsx(out / "quotes.xlsx", {(THREE["quote_id"], "speaker_fix"): "Jo Tarrant"})
    written = run(out, ONE, THREE, again, elsewhere)
    assert written.statistics.offered == 1
    [offer] = read_table(out / "suggestions.csv").to_dict("records")
    assert (offer["quote_id"], offer["suggested_speaker"]) == ("q-4ddddddddd", "Jo Tarrant")
    assert [row.decision.speaker_fix for row in read_sheet(out / "quotes.csv")] == ["", "Jo Tarrant", "", ""]
    from openpyxl import load_workbook

    comments = [
        cell.comment.text for line in load_workbook(out / "quotes.xlsx")["quotes"] for cell in line if cell.comment
    ]
    assert comments == ["Jo Tarrant? You corrected “she” so in q-3ccccccccc."]
    edit_csv(out / "quotes.csv", {("q-4ddddddddd", "verdict"): "accept"})
    run(out, ONE, THREE, again, elsewhere)
    assert "suggestions.csv" not in names(out)


def test_what_was_decided_stands_in_the_record(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept", (TWO["quote_id"], "verdict"): "reject"})
    run(out, ONE | {"confidence": 0.95}, TWO | {"confidence": 0.95}, THREE)
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))["review"]
    assert record["verdicts"] == {"accept": 1, "reject": 1}
    assert record["carried"] == 2
    band = record["precision_by_confidence"][0]
    assert band == {"from": 0.9, "to": 1.0, "rows": 2, "looked_at": 2, "right": 1, "precision": 0.5}


def test_review_order_puts_the_next_look_first(out):
    edit_csv(out / "quotes.csv", {(ONE["quote_id"], "verdict"): "accept"})
    unsure = THREE | {"confidence": 0.2}
    nobody = THREE | {"quote_id": "q-4ddddddddd", "quote": "So it goes", "speaker": "", "confidence": 0.1}
    run(out, ONE, nobody, TWO | {"confidence": 0.9}, unsure, review_order=True)
    assert list(reviewed(out)) == [THREE["quote_id"], TWO["quote_id"], "q-4ddddddddd", ONE["quote_id"]]
