"""The gold of our own corpus fits the articles: every offset cuts out words, every name stands there."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.articles import list_articles

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
GOLD = [json.loads(line) for line in (ROOT / "tests" / "gold" / "corpus.jsonl").read_text("utf-8").splitlines()]
FIELDS = {"id", "content", "source", "cue", "kind", "speaker", "addressee", "citation"}

documents = pytest.mark.parametrize("document", GOLD, ids=[document["doc"] for document in GOLD])


def read(document):
    """As decoded, line ends untouched: what the offsets count in."""
    return (CORPUS / f"{document['doc']}.txt").read_bytes().decode("utf-8")


def test_gold_is_there_for_each_article_once():
    assert sorted(document["doc"] for document in GOLD) == [
        path.removesuffix(".txt") for _, path in list_articles(CORPUS)
    ]


@documents
def test_gold_spans_cut_out_words(document):
    text = read(document)
    for row in document["attributions"]:
        assert row["content"], row["id"]
        for role in ("content", "source", "cue"):
            assert row[role] == sorted(row[role]), (row["id"], role)
            for start, end in row[role]:
                words = text[start:end]
                assert 0 <= start < end <= len(text), (row["id"], role)
                # One span a paragraph, without the space around it.
                assert words == words.strip(), (row["id"], role, words)
                assert "\n" not in words, (row["id"], role, words)


@documents
def test_gold_spans_of_one_attribution_do_not_overlap(document):
    for row in document["attributions"]:
        spans = sorted(span for role in ("content", "source", "cue") for span in row[role])
        assert all(before[1] <= after[0] for before, after in pairwise(spans)), row["id"]


@documents
def test_gold_rows_have_the_fields_and_an_id_each(document):
    rows = document["attributions"]
    assert all(set(row) == FIELDS for row in rows)
    assert all(row["kind"] in ("direct", "mixed", "indirect") for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


@documents
def test_gold_names_stand_in_the_article_or_beside_it(document):
    sidecar = CORPUS / f"{document['doc']}.meta.json"
    known = read(document) + sidecar.read_text("utf-8")
    for row in document["attributions"]:
        for name in (row["speaker"], row["addressee"], row["citation"]):
            assert all(word in known for word in name.split()), (row["id"], name)
