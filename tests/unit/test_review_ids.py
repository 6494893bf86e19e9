"""Rows that become one and part again, with the pipeline, the folding and the ledger of ids."""

import pytest
from review_sheets import edit_csv

import quotes
from quotes.review import read_sheet

LONG = "“We will rebuild the pier before the winter comes, whatever the council says about it,” said Ada Lind.\n"
SHORT = "“We will rebuild the pier before the winter comes,” said {} on Monday.\n"


@pytest.fixture
def corpus(tmp_path, load_pipeline_once):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(LONG, encoding="utf-8")
    return tmp_path / "corpus"


def run(corpus, speaker):
    """The second article credits the words to this speaker: to somebody else, they are a row of their own."""
    (corpus / "b.txt").write_text(SHORT.format(speaker), encoding="utf-8")
    quotes.run(corpus, corpus.parent / "out")
    return {row.article: row for row in read_sheet(corpus.parent / "out" / "quotes.csv")}


def decide(corpus, **verdicts):
    path = corpus.parent / "out" / "quotes.csv"
    rows = {row.article: row.quote_id for row in read_sheet(path)}
    edit_csv(path, {(rows[f"{name}.txt"], "verdict"): verdict for name, verdict in verdicts.items()})


def seen(rows):
    return {article: (row.decision.verdict, row["review_status"]) for article, row in rows.items()}


APART, ONE = "Bo Ek", "Ada Lind"
CHECK = "carried, please check"


def test_both_decided_otherwise(corpus):
    run(corpus, APART)
    decide(corpus, a="accept", b="reject")
    assert seen(run(corpus, ONE)) == {"a.txt": ("accept", "carried")}
    [orphan] = read_sheet(corpus.parent / "out" / "orphaned_reviews.csv")
    assert (orphan.article, orphan.decision.verdict) == ("b.txt", "reject")
    assert seen(run(corpus, ONE)) == {"a.txt": ("accept", "carried")}
    assert seen(run(corpus, APART)) == {"a.txt": ("accept", "carried"), "b.txt": ("reject", "carried")}


def test_only_the_lesser_one_decided(corpus):
    run(corpus, APART)
    decide(corpus, b="reject")
    for _ in range(2):
        assert seen(run(corpus, ONE)) == {"a.txt": ("reject", CHECK)}
    for _ in range(2):
        assert seen(run(corpus, APART)) == {"a.txt": ("", ""), "b.txt": ("reject", "carried")}


def test_both_decided_alike(corpus):
    run(corpus, APART)
    decide(corpus, a="accept", b="accept")
    for _ in range(2):
        assert seen(run(corpus, ONE)) == {"a.txt": ("accept", "carried")}
    assert seen(run(corpus, APART)) == {"a.txt": ("accept", "carried"), "b.txt": ("accept", "carried")}


def test_decided_as_one_it_stays_with_the_words_that_were_read(corpus):
    run(corpus, ONE)
    decide(corpus, a="accept")
    assert seen(run(corpus, APART)) == {"a.txt": ("accept", "carried"), "b.txt": ("", "")}
