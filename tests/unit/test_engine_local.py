"""The local engine: order, batches, and articles on which the pipeline fails."""

import pytest
import spacy
from spacy.language import Language

from quotes import RunOptions, run
from quotes.engines.local import (
    BATCH_ARTICLES,
    BATCH_CHARACTERS,
    Annotated,
    annotate,
    annotate_in_processes,
    batches,
)
from quotes.errors import CorpusError, OptionError
from quotes.model import Article, Unreadable
from quotes.pipeline import DEFAULT_MODEL


@Language.component("test_stumbles")
def stumbles(doc):
    if "stone" in doc.text:
        raise ValueError("tripped\nover it")
    return doc


@pytest.fixture(scope="module")
def stumbling():
    """A pipeline that fails on each text with a stone in it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("test_stumbles")
    return nlp


def articles(*texts):
    return [Article(f"{number}.txt", text) for number, text in enumerate(texts)]


def test_one_outcome_an_entry_in_order(nlp):
    entries = [
        Article("a.txt", "“It is late,” said Ida Fenwick."),
        Unreadable("b.txt", "empty file"),
        Article("c/d.txt", "It rained."),
    ]
    first, second, third = annotate(iter(entries), nlp)
    assert (first.path, first.doc, first.words) == ("a.txt", "a", 6)
    assert first.quotations[0].speaker == "Ida Fenwick"
    assert first.occurrences[0].article == "a.txt"
    assert second is entries[1]
    assert (third.doc, third.words, third.quotations) == ("c/d", 2, ())


def test_an_article_that_fails_costs_itself_alone(stumbling, caplog):
    outcomes = list(annotate(articles("a road", "a stone", "a bridge", "a stone wall"), stumbling))
    assert [type(outcome) for outcome in outcomes] == [Annotated, Unreadable, Annotated, Unreadable]
    assert outcomes[1].reason == "the pipeline failed on it (ValueError: tripped over it); please report this"
    assert "1.txt: the pipeline failed" in caplog.text


def test_an_article_over_the_length_of_the_pipeline_is_reported(stumbling, monkeypatch):
    monkeypatch.setattr(stumbling, "max_length", 10)
    short, long = annotate(articles("a road", "a road that is long"), stumbling)
    assert short.words == 2
    assert long.reason.startswith("longer than the 10 characters")


def test_articles_of_one_path_are_kept_apart(stumbling):
    entries = [Article("same.txt", "one"), Article("same.txt", "one two")]
    assert [outcome.words for outcome in annotate(entries, stumbling)] == [1, 2]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([1] * (BATCH_ARTICLES + 1), [BATCH_ARTICLES, 1], id="many short"),
        pytest.param([BATCH_CHARACTERS, 1, 1], [1, 2], id="a long one ends its batch"),
        pytest.param([1, BATCH_CHARACTERS, 1], [2, 1], id="a long one joins the open batch"),
    ],
)
def test_batches(sizes, expected):
    entries = articles(*("x" * size for size in sizes))
    cut = list(batches(iter(entries)))
    assert [len(batch) for batch in cut] == expected
    assert [entry for batch in cut for entry in batch] == entries


def test_batches_read_no_further_than_they_must():
    def endless():
        while True:
            yield Unreadable("a.txt", "empty file")

    assert len(next(batches(endless()))) == BATCH_ARTICLES


def test_the_result_does_not_depend_on_the_number_of_processes(nlp):
    texts = [f"“Gate {number} stays shut,” Ida Fenwick told the Weir Post." for number in range(BATCH_ARTICLES + 3)]
    entries = [*articles(*texts), Unreadable("z.txt", "empty file")]
    assert list(annotate_in_processes(entries, DEFAULT_MODEL, 2)) == list(annotate(entries, nlp))


def test_progress_hears_of_each_outcome(load_pipeline_once, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in (("a", "It rained."), ("b", ""), ("c", "It rained.")):
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    (corpus / "c.meta.json").write_text("{", encoding="utf-8")
    heard = []
    summary = run(
        corpus, tmp_path / "out", progress=lambda outcome, done, total: heard.append((outcome.path, done, total))
    )
    # The faulty sidecar is reported, and is no article.
    assert [(done, total) for path, done, total in heard if path.endswith(".txt")] == [(1, 3), (2, 3), (3, 3)]
    assert [path for path, _, _ in heard if not path.endswith(".txt")] == ["c.meta.json"]
    assert summary.record.articles == 2
    assert all(path.is_file() for path in summary.files)


def test_a_run_that_reads_nothing_leaves_the_last_result(load_pipeline_once, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("“It is late,” said Ida Fenwick.", encoding="utf-8")
    files = run(corpus, tmp_path / "out").files
    before = [path.read_bytes() for path in files]
    (corpus / "a.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"1 skipped"):
        run(corpus, tmp_path / "out")
    assert [path.read_bytes() for path in files] == before


@pytest.mark.parametrize("options", [{"kinds": ()}, {"kinds": ("loud",)}, {"processes": 0}, {"max_bytes": 0}])
def test_options_that_mean_nothing_are_refused(options):
    with pytest.raises(OptionError):
        RunOptions(**options)
