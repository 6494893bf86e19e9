"""`quotes bench dedupe`: gold scores and made-up corpora, at a size that takes no time; and what it is made of."""

import json
import pickle
import re
import shutil
from collections import Counter

import pytest
from typer.testing import CliRunner

from quotes.cli import app
from quotes.engines.duplicates import ALL_SETS, gold_occurrences, measure_size, score_gold
from quotes.engines.made_up import PER_ARTICLE, made_up
from quotes.errors import GoldError
from quotes.evaluation.duplicates import digest_of, read_duplicates
from quotes.model import Span

PIER = "“The pier is safe for the boats of this town,” Anna Berg said. “We dug it for our children,” said Peter Holm."
POST = "Anna Berg: “The pier is safe for the boats”. “We dug it, and not for our children,” said Peter Holm."


@pytest.fixture
def bench(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments):
        return CliRunner().invoke(app, ["bench", "dedupe", *map(str, arguments)], catch_exceptions=False)

    return run


@pytest.fixture
def gold(tmp_path):
    """Two articles, and a gold set of their four quotations: one pair is one thing, one is not."""
    (tmp_path / "texts").mkdir()
    for name, text in (("pier", PIER), ("post", POST)):
        (tmp_path / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    quotations = []
    for doc, text in (("pier", PIER), ("post", POST)):
        for speaker, found in zip(("Anna Berg", "Peter Holm"), re.finditer("“[^”]*”", text), strict=True):
            span = Span(*found.span())
            quotations.append(
                {
                    "id": f"{doc}-{speaker[0]}",
                    "doc": doc,
                    "content": [[span.start, span.end]],
                    "kind": "direct",
                    "speaker": speaker,
                    "digest": digest_of(text, (span,)),
                }
            )
    pairs = [
        {"one": "pier-A", "other": "post-A", "label": "one"},
        {"one": "pier-P", "other": "post-P", "label": "not"},
    ]
    folder = tmp_path / "gold" / "tiny"
    folder.mkdir(parents=True)
    for name, rows in (("quotations", quotations), ("pairs", pairs)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_gold_pairs_are_scored(bench, gold):
    result = bench("--gold", "gold", "--texts", "texts", "--sizes", "0")
    assert result.exit_code == 0
    assert result.stdout == ("tiny: 2 pairs, precision 1.000, recall 1.000, B-cubed F1 1.000, disputes shown 0 of 0\n")


def test_the_pairs_of_several_sets_are_scored_together(gold, tmp_path):
    other = shutil.copytree(gold, gold.with_name("other"))  # the same ids, and another pair that is one
    pairs = (other / "pairs.jsonl").read_text(encoding="utf-8")
    (other / "pairs.jsonl").write_text(pairs.replace('"not"', '"one"'), encoding="utf-8")
    scores = score_gold(gold.parent, [tmp_path / "texts"])
    assert list(scores) == ["other", "tiny", ALL_SETS]
    together = scores[ALL_SETS]
    assert (together.pairs, together.precision, together.recall) == (4, 1.0, pytest.approx(2 / 3))
    assert [pair.one for pair in together.missed] == ["other/pier-P"]


def test_made_up_corpora_are_folded_by_size(bench):
    result = bench("--sizes", "200,400", "--seed", "3")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    figures = r"[\d,]+ rows, [\d.]+ s.*, peak [\d.]+ GB, pair precision [01]\.\d{3}, recall [01]\.\d{3}"
    assert re.fullmatch(f"200 occurrences: {figures}", first)
    assert re.fullmatch(f"400 occurrences: {figures}", second)
    assert "times the time before" in second


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--sizes", "many"], "--sizes 'many' is not understood", id="sizes"),
        pytest.param(["--gold", "texts", "--sizes", "0"], "texts: no gold of duplicates here", id="no gold"),
        pytest.param(
            ["--gold", "gold", "--texts", "gold", "--sizes", "0"], "the gold has no text of pier", id="no texts"
        ),
    ],
)
def test_what_cannot_be_used_gives_one_line_and_exit_code_2(bench, gold, arguments, message):
    result = bench(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_another_version_of_a_text_is_found_out(gold, tmp_path):
    (tmp_path / "texts" / "pier.txt").write_text(PIER.replace("pier", "quay"), encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        score_gold(tmp_path / "gold", [tmp_path / "texts"])
    assert caught.value.code == "G07"


def test_gold_occurrences_are_cut_from_the_articles(gold, tmp_path):
    found = gold_occurrences(read_duplicates(gold), gold, [tmp_path / "texts"])
    assert found["post-A"].quote == "The pier is safe for the boats"
    assert (found["post-A"].article, found["post-A"].quotation.speaker) == ("post", "Anna Berg")


def test_made_up_corpus_is_the_same_bytes_for_a_seed():
    assert pickle.dumps(made_up(300, seed=7)) == pickle.dumps(made_up(300, seed=7))
    assert made_up(300, seed=7) != made_up(300, seed=8)


def test_made_up_corpus_is_what_it_says():
    corpus = made_up(3000, seed=1)
    assert len(corpus) == 3000
    places = {(one.article, one.quotation.content[0].start) for one, _ in corpus}
    assert len(places) == 3000, "no two occurrences stand in one place"
    assert max(Counter(one.article for one, _ in corpus).values()) <= PER_ARTICLE
    said = Counter(number for _, number in corpus)
    assert said.most_common(1)[0][1] > 10, "a few things said are in a great many articles"
    assert sum(count == 1 for count in said.values()) > len(said) / 3, "and many in one"
    assert {one.quotation.kind for one, _ in corpus} == {"direct", "mixed"}
    assert "" in {one.quotation.speaker for one, _ in corpus}


def test_figures_of_a_size_are_shares():
    figures = measure_size(500, seed=2)
    assert figures.occurrences == 500
    assert 0 < figures.rows < 500
    assert figures.seconds > 0
    assert figures.peak > 1e6
    assert 0.9 < figures.precision <= 1
    assert 0.9 < figures.recall <= 1


def test_nothing_made_up():
    assert made_up(0) == []
    assert measure_size(0).rows == 0
