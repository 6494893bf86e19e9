"""Run on the corpus, decide thirty rows, change three articles and the model's threshold, run again.

Every decision is where it belongs: told here by plain comparison of the two tables, without what carried it.
"""

import json
import shutil
from difflib import SequenceMatcher

import pytest
import scripted_review
from typer.testing import CliRunner

import quotes
from quotes.cli import app
from quotes.evaluation import read_gold
from quotes.tables import write_csv

EDITED = ("verdict", "speaker_fix", "quote_fix", "note")


def records(path):
    return quotes.read_table(path).astype(str).to_dict("records")


def plain(text):
    return "".join(filter(str.isalnum, text.casefold()))


def alike(one, other):
    return SequenceMatcher(None, one.casefold().split(), other.casefold().split(), autojunk=False).ratio()


@pytest.fixture(scope="module")
def tables(reviewed):
    _, before, after, _ = reviewed
    return records(before / "quotes.csv"), records(after / "quotes.csv")


@pytest.fixture(scope="module")
def orphans(reviewed):
    path = reviewed[2] / "orphaned_reviews.csv"
    return records(path) if path.exists() else []


def test_thirty_rows_were_decided_with_every_verdict(reviewed):
    decided = reviewed[3]
    assert len(decided) == scripted_review.DECIDED
    assert {row["verdict"] for row in decided} == {"accept", "reject", "fix", "unsure"}
    assert {row["article"] for row in decided} > set(scripted_review.CHANGES)


def test_the_second_run_had_other_articles_and_another_threshold(reviewed):
    _, before, after, _ = reviewed
    one, other = (json.loads((run / "run.json").read_text(encoding="utf-8")) for run in (before, after))
    assert one["versions"]["model"] != other["versions"]["model"]
    assert one["words"] != other["words"]


def test_every_decision_is_where_it_belongs(reviewed, tables, orphans):
    """On the row of the same words in the same article where there is one; else on a near one; else an orphan."""
    decided, (_, after) = reviewed[3], tables
    lost = [row["quote_id"] for row in orphans]
    for row in decided:
        cells = tuple(row[name] for name in EDITED)
        around = [one for one in after if one["article"] == row["article"]]
        there = [one for one in around if plain(one["quote"]) == plain(row["quote"])]
        if there:
            assert [tuple(one[name] for name in EDITED) for one in there] == [cells]
            same = there[0]["speaker"] == row["speaker"] or there[0]["speaker"] == row["speaker_fix"]
            assert there[0]["review_status"] == ("carried" if same else "carried, please check")
            continue
        near = [one for one in around if alike(one["quote"], row["quote"]) > 0.5]
        if row["quote_id"] in lost:
            assert not near
        else:
            assert [(*(one[name] for name in EDITED), one["review_status"]) for one in near] == [
                (*cells, "carried, please check")
            ]


def test_no_row_has_a_decision_that_nobody_took(reviewed, tables, orphans):
    after = [row for row in tables[1] if any(row[name] for name in EDITED)]
    assert len(after) + len(orphans) == len(reviewed[3])
    assert {row["review_status"] for row in tables[1]} - {""} == {row["review_status"] for row in after}


def test_the_three_changes_have_their_effect(reviewed, tables, orphans):
    by_words = {row["quote"]: row for row in tables[1]}
    corrected = next(row for words, row in by_words.items() if words.startswith("My shop always lived"))
    assert corrected["review_status"] == "carried, please check"
    renamed = next(row for words, row in by_words.items() if words.startswith("Not for sale"))
    assert "Lindqvist" in renamed["speaker"]
    assert renamed["review_status"] == "carried, please check"
    assert any(row["quote"].startswith("I wrote to him because") for row in orphans)
    # In the third article all other words stand at other offsets, and are carried.
    moved = [
        row for row in tables[1] if row["article"] == scripted_review.SPEAKER[0] and row["review_status"] == "carried"
    ]
    assert len(moved) >= 5


def test_the_reviewed_sheet_is_kept_beside_the_new_one(reviewed):
    _, before, after, _ = reviewed
    assert (after / "quotes.previous.csv").read_bytes() == (before / "quotes.csv").read_bytes()


def test_the_summary_says_what_became_of_the_decisions(reviewed, orphans):
    review = json.loads((reviewed[2] / "run.json").read_text(encoding="utf-8"))["review"]
    assert review["carried"] + review["carried_please_check"] + review["orphaned"] == len(reviewed[3])
    assert review["orphaned"] == len(orphans)
    assert sum(band["looked_at"] for band in review["precision_by_confidence"]) > 10


def test_the_confidence_of_rows_without_a_speaker_leaves_out_who_it_was(reviewed):
    """As docs/review.md says, where it says what --min-confidence drops."""
    table = quotes.read_table(reviewed[1] / "quotes.csv")
    has_speaker = table["speaker"] != ""
    assert table.loc[~has_speaker, "confidence"].mean() > table.loc[has_speaker, "confidence"].mean()


def test_diff_between_the_two_runs(reviewed, monkeypatch):
    folder, *_ = reviewed
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "100")
    done = CliRunner().invoke(app, ["diff", "before", "after", "--html", "d.html", "--json", "d.json"])
    assert done.exit_code == 1  # an accepted wording changed
    for words in ("rows in OLD", "another wording", "Farida Lindqvist", "lost or changed."):
        assert words in done.stdout
    record = json.loads((folder / "d.json").read_text(encoding="utf-8"))
    assert record["same"] + len({one["quote_id"] for one in record["differences"]}) >= record["new"]["rows"]
    assert "My shop <ins>always lived</ins>" in (folder / "d.html").read_text(encoding="utf-8")


def test_a_run_does_not_differ_from_itself(reviewed):
    _, _, after, _ = reviewed
    done = CliRunner().invoke(app, ["diff", str(after), str(after)])
    assert done.exit_code == 0
    assert "same" in done.stdout


def test_the_readme_shows_what_the_example_shows(reviewed):
    """After a wanted change: `make example-diff`."""
    shown = scripted_review.shown_diff(reviewed[0])
    readme = (scripted_review.ROOT / "README.md").read_text(encoding="utf-8")
    assert scripted_review.readme_with(shown) == readme


def test_gold_of_the_review_is_what_the_articles_say(reviewed, tmp_path):
    _, before, _, decided = reviewed
    target = tmp_path / "gold.jsonl"
    # The articles as they were when they were reviewed.
    corpus = scripted_review.ROOT / "corpus"
    done = CliRunner().invoke(app, ["gold", str(before), "-o", str(target), "--articles", str(corpus)])
    assert (done.exit_code, done.stderr) == (0, "")
    documents = {one.name: one for one in read_gold(target)}
    taken = [row for row in decided if row["verdict"] in ("accept", "fix")]
    assert sum(len(one.attributions) for one in documents.values()) >= len(taken)
    for row in taken:
        document = documents[row["article"].removesuffix(".txt")]
        words = [plain("".join(span.cut(document.text) for span in a.content)) for a in document.attributions]
        assert plain(row["quote"]) in words
    speakers = {a.speaker for one in documents.values() for a in one.attributions}
    assert "Ottoline Marsh" in speakers


def test_gold_of_rows_that_are_all_accepted_is_what_was_found(reviewed, tmp_path):
    """Offsets of contents exactly; cues and sources, of which a row has only the words, but for a few."""
    run = tmp_path / "run"
    shutil.copytree(reviewed[1], run)
    table = quotes.read_table(run / "quotes.csv")
    saved = table.assign(verdict="accept", speaker_fix="", quote_fix="", spans="1. Dez")
    with (run / "quotes.csv").open("wb") as stream:
        write_csv(saved, stream)
    summary = quotes.gold(run, tmp_path / "gold.jsonl", articles=scripted_review.ROOT / "corpus")
    assert (summary.whole, len(summary.unfound)) == (summary.articles, 0)
    quotes.annotate(scripted_review.ROOT / "corpus", tmp_path / "found.jsonl")
    found = {
        (line["doc"], str(one["content"])): one
        for line in map(json.loads, (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines())
        for one in line["quotes"]
    }
    gold = [
        (one, found[line["doc"], str(one["content"])])
        for line in map(json.loads, (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines())
        for one in line["attributions"]
    ]
    assert len(gold) == summary.attributions >= len(table)
    for part in ("source", "cue"):
        same = sum(one[part] == other[part] for one, other in gold)
        assert same >= 0.97 * len(gold), part
