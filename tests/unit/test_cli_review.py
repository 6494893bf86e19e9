"""The commands of review, as somebody types them."""

import json

import pytest
from review_sheets import edit_csv, edit_xlsx
from typer.testing import CliRunner

import quotes
from quotes.cli import app
from quotes.review import read_sheet

RUNNER = CliRunner()
ARTICLE = "“The lamps were out,” Ruben Aldous told the Weir Post.\n\n“Nobody came for hours,” said Ida Fenwick.\n"


@pytest.fixture
def invoke(load_pipeline_once, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "lamps.txt").write_text(ARTICLE, encoding="utf-8")

    def invoked(*arguments):
        return RUNNER.invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)

    return invoked


def ids(path):
    return [row.quote_id for row in read_sheet(path)]


def test_a_review_from_the_first_run_to_the_printed_rows(invoke, tmp_path):
    assert invoke("run", "corpus", "--xlsx").exit_code == 0
    out = tmp_path / "out"
    lamps, nobody = ids(out / "quotes.xlsx")
    edit_xlsx(out / "quotes.xlsx", {(lamps, "verdict"): "accept", (nobody, "verdict"): "reject"})
    shown = invoke("run", "corpus", "--accepted-only").stdout
    for words in (
        "2 carried",
        "Right so far",
        "looked at with confidence",
        "Kept",
        "quotes.previous.xlsx (as it was saved)",
    ):
        assert words in shown
    assert ids(out / "accepted.csv") == [lamps]
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["review"]["verdicts"] == {
        "accept": 1,
        "reject": 1,
    }


def test_the_summary_names_what_needs_a_look(invoke, tmp_path):
    invoke("run", "corpus")
    lamps, nobody = ids(tmp_path / "out" / "quotes.csv")
    edit_csv(tmp_path / "out" / "quotes.csv", {(lamps, "verdict"): "accept", (nobody, "verdict"): "accept"})
    changed = ARTICLE.replace("Ruben", "Ada").split("\n\n")[0]
    (tmp_path / "corpus" / "lamps.txt").write_text(changed, encoding="utf-8")
    shown = invoke("run", "corpus").stdout
    assert "1 carried, please check: see review_status" in shown
    assert "1 without a row now: see orphaned_reviews.csv" in shown


def test_a_first_run_says_nothing_of_review(invoke):
    shown = invoke("run", "corpus").stdout
    assert "Decisions" not in shown
    assert "Kept" not in shown


@pytest.mark.parametrize(("given", "parts"), [(";", ";"), ("tab", "\t"), ("|", "|")])
def test_delimiter(invoke, tmp_path, given, parts):
    assert invoke("run", "corpus", "--delimiter", given).exit_code == 0
    head = (tmp_path / "out" / "quotes.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.split(parts)[:2] == ["quote_id", "verdict"]
    assert quotes.read_table(tmp_path / "out" / "quotes.csv")["speaker"].tolist() == ["Ruben Aldous", "Ida Fenwick"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param({"verdict": "maybe"}, "row 2, column B (verdict): 'maybe' is no verdict", id="verdict"),
        pytest.param({"note": "#REF!"}, "row 2, column AB (note): a formula or an error", id="error"),
    ],
)
def test_a_sheet_that_cannot_be_read_stops_the_run_before_its_work(invoke, tmp_path, damage, message):
    invoke("run", "corpus")
    path = tmp_path / "out" / "quotes.csv"
    edit_csv(path, {(ids(path)[0], column): text for column, text in damage.items()})
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    result = invoke("run", "corpus")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


def test_a_sheet_open_in_a_spreadsheet_stops_the_run(invoke, tmp_path):
    invoke("run", "corpus")
    (tmp_path / "out" / ".~lock.quotes.csv#").write_text("me", encoding="utf-8")
    result = invoke("run", "corpus")
    assert result.exit_code == 2
    assert "out/quotes.csv is open in another program (.~lock.quotes.csv# lies beside it)" in result.stderr


def test_unknown_delimiter(invoke):
    result = invoke("run", "corpus", "--delimiter", "x")
    assert result.exit_code == 2
    assert "delimiter 'x' is not understood" in result.stderr


def test_diff_and_its_exit_codes(invoke, tmp_path):
    invoke("run", "corpus", "--out", "old")
    (tmp_path / "corpus" / "lamps.txt").write_text(ARTICLE.replace("Ruben", "Ada"), encoding="utf-8")
    invoke("run", "corpus", "--out", "new")
    changed = invoke("diff", "old", "new")
    assert changed.exit_code == 0  # nobody has accepted anything
    assert "Ruben Aldous" in changed.stdout
    assert "→ Ada Aldous" in changed.stdout
    lamps, _ = ids(tmp_path / "old" / "quotes.csv")
    edit_csv(tmp_path / "old" / "quotes.csv", {(lamps, "verdict"): "accept"})
    broken = invoke("diff", "old", "new", "--html", "d.html", "--json", "deep/d.json")
    assert broken.exit_code == 1
    assert "1 accepted row is lost or changed." in broken.stdout
    assert "Ada Aldous" in (tmp_path / "d.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "deep" / "d.json").read_text(encoding="utf-8"))["accepted_lost_or_changed"] == 1
    assert invoke("diff", "old", "new", "--quiet").stdout == ""


def test_diff_shows_at_most(invoke, tmp_path):
    invoke("run", "corpus", "--out", "old")
    (tmp_path / "corpus" / "lamps.txt").write_text("It rained.", encoding="utf-8")
    invoke("run", "corpus", "--out", "new")
    assert "… and 1 more" in invoke("diff", "old", "new", "--most", "1").stdout


@pytest.mark.parametrize("arguments", ["diff nowhere out", "diff corpus out", "gold corpus -o g"])
def test_what_is_no_run_gives_one_line_and_exit_code_2(invoke, arguments):
    invoke("run", "corpus")
    result = invoke(*arguments.split())
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_gold_from_a_reviewed_run(invoke, tmp_path):
    invoke("run", "corpus")
    path = tmp_path / "out" / "quotes.csv"
    lamps, nobody = ids(path)
    edit_csv(path, {(lamps, "verdict"): "accept", (nobody, "quote_fix"): "Nothing of the kind"})
    result = invoke("gold", "out", "-o", "gold.jsonl")
    assert result.exit_code == 0
    assert "1 attributions in 1 articles: gold.jsonl" in result.stdout
    assert f"left out {nobody} in lamps.txt: its words are not in the article" in result.stderr
    assert invoke("evaluate", "corpus", "--gold", "gold.jsonl", "--quiet").exit_code == 0
    edit_csv(path, {(nobody, "quote_fix"): ""})
    partial = invoke("gold", "out", "-o", "gold.jsonl").stdout
    assert "1 of these articles have rows that nobody has decided" in partial
    assert invoke("gold", "out", "-o", "gold.jsonl", "--whole-only").exit_code == 2
    edit_csv(path, {(nobody, "verdict"): "reject"})
    assert "nobody has decided" not in invoke("gold", "out", "-o", "gold.jsonl", "--no-texts").stdout
