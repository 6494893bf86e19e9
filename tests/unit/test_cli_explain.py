"""`quotes explain` on a run of four invented articles."""

from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes import tables
from quotes.cli import app
from quotes.dedupe import fold, remembered
from quotes.engines import writing
from quotes.engines.explanation import explain
from quotes.errors import OutputError
from quotes.model import KnownQuote, Metadata, Occurrence, Quotation, Span
from quotes.tables import RunRecord

WHOLE = "The harbour must stay open for the boats of this town, and for the people who live by them."
PART = "the harbour must stay open for the boats of this town"
ALONE = "We dug the new basin in eleven years"


def said(quote, article, speaker, at=0, published=""):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind="direct", speaker=speaker)
    return Occurrence(article, Metadata(published=published), quotation, quote, quote, "said", speaker, "", 1, 1)


OCCURRENCES = (
    said(WHOLE, "gazette/pier.txt", "Anna Berg", published="2024-05-01"),
    said(PART, "post.txt", "Berg"),
    said(PART, "courier.txt", "Peter Holm"),
    said(ALONE, "post.txt", "Anna Berg", at=300),
)


def write(folder, *, ids=(), raw=False):
    quotes = fold(OCCURRENCES)
    record = RunRecord(articles=3, words=40, quotations={}, rows=len(quotes), folded=1, skipped=[], versions={})
    ledger = partial(tables.write_ids, (*remembered((), quotes), *ids))
    writing.write(
        Path(folder),
        tables.quotes_frame(quotes),
        tables.occurrences_frame(quotes),
        record,
        writing.Formats(raw=raw),
        others={tables.IDS_FILE: ledger},
    )
    return {quote.fullest.quote: quote.quote_id for quote in quotes}


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """What the command prints for an id, the boxes and line breaks of its table taken out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def ask(*arguments):
        return CliRunner().invoke(app, ["explain", *map(str, arguments)], catch_exceptions=False)

    return ask


def columns(output):
    """The words of the left and of the right column of all tables, joined by spaces."""
    cells = [line.split("│")[1:3] for line in output.splitlines() if line.count("│") == 3]
    return tuple(" ".join(" ".join(side).split()) for side in zip(*cells, strict=True))


def test_wordings_stand_side_by_side_with_what_differs_marked(shown):
    ids = write("out")
    result = shown(ids[WHOLE])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{ids[WHOLE]}  gazette/pier.txt 2024-05-01\n")
    left, right = columns(result.stdout.replace("┃", "│").partition("disputed")[0])
    assert left.endswith(
        "The harbour must stay open for the boats of this town, {and for the people who live by them.}"
    )
    assert right.endswith("the harbour must stay open for the boats of this town")
    assert "{" not in right
    assert left.startswith("fullest · Anna Berg")
    assert right.startswith("post.txt · Berg")


def test_relation_scores_and_speakers_are_named(shown):
    ids = write("out")
    output = shown(ids[WHOLE]).stdout
    assert "shortened  100% of its words in the fullest, letters 0.74 alike, changes 0.0, speakers agree" in output


def test_disputed_row_is_shown_too(shown):
    ids = write("out")
    output = shown(ids[WHOLE]).stdout
    assert f"disputed with {ids[PART]}" in output
    assert "speakers differ" in output
    assert "Peter Holm" in output


def test_row_of_one_place_shows_its_words(shown):
    ids = write("elsewhere")
    result = shown(ids[ALONE], "--out", "elsewhere")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{ids[ALONE]}  post.txt", ALONE]


def test_raw_tables_are_read_raw(shown):
    ids = write("out", raw=True)
    assert shown(ids[ALONE], "--raw").exit_code == 0


def test_former_id_leads_to_the_row_of_now(shown):
    now = write("out")[WHOLE]
    write("out", ids=[KnownQuote("q-former", forward="q-between"), KnownQuote("q-between", forward=now)])
    assert shown("q-former").stdout == shown(now).stdout


@pytest.mark.parametrize(
    ("made", "arguments", "message"),
    [
        pytest.param(True, ["q-nothing"], "no row q-nothing. Name a quote_id of its quotes.csv.", id="unknown id"),
        pytest.param(False, ["q-nothing"], "out: no tables of a run here.", id="no run"),
        pytest.param(True, ["q-nothing", "--out", "nowhere"], "nowhere: no tables of a run here.", id="no folder"),
    ],
)
def test_what_is_not_there_gives_one_line_and_exit_code_2(shown, made, arguments, message):
    if made:
        write("out")
    result = shown(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("quotes: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_broken_ledger_gives_one_line_and_exit_code_2(shown, tmp_path):
    ids = write("out")
    (tmp_path / "out" / "quote_ids.jsonl").write_text("{}\n", encoding="utf-8")
    result = shown(ids[WHOLE])
    assert result.exit_code == 2
    assert "quote_ids.jsonl, line 1: not a ledger of ids" in result.stderr
    assert result.stderr.count("\n") == 1


def test_control_characters_of_a_text_do_not_reach_the_terminal(shown, monkeypatch):
    monkeypatch.setattr(
        f"{__name__}.OCCURRENCES",
        (said(WHOLE + " \x1b]0;gone\x07", "a.txt", "Anna \x9b31m Berg"), said(WHOLE, "b.txt", "Anna Berg")),
    )
    ids = write("out")
    for quote_id in ids.values():
        assert not set(shown(quote_id).stdout) & {"\x1b", "\x07", "\x9b"}


def test_python_gives_the_comparisons(tmp_path):
    ids = write(tmp_path)
    found = explain(ids[WHOLE], tmp_path)
    [(other, relation, comparison)] = found.others
    assert (other.quote, relation, comparison.relation) == (PART, "shortened", "shortened")
    assert comparison.fullest[-1] == ("only", "and for the people who live by them.")
    assert comparison.contained == 1.0
    assert comparison.speakers == "named"
    [(rival, _, beside)] = found.disputed
    assert (rival, beside.speakers) == (ids[PART], "conflict")


def test_python_raises_what_the_docstring_says(tmp_path):
    with pytest.raises(OutputError) as caught:
        explain("q-nothing", tmp_path)
    assert caught.value.code == "X02"
    write(tmp_path)
    with pytest.raises(OutputError) as caught:
        explain("q-nothing", tmp_path)
    assert caught.value.code == "X01"


def test_a_sentence_of_another_member_stands_beside_that(shown, monkeypatch):
    other = "The pier was older than all of us, but we mend it in the spring of every year"
    longest = f"{WHOLE} It was hard work for all of us, and it took this town eleven years and a loan."
    monkeypatch.setattr(
        f"{__name__}.OCCURRENCES",
        (
            said(longest, "gazette/pier.txt", "Anna Berg"),
            said(f"{WHOLE} {other}", "post.txt", "Berg"),
            said(other, "courier.txt", "Anna Berg"),
        ),
    )
    ((whole, quote_id),) = write("out").items()
    assert whole == longest
    left, right = columns(shown(quote_id).stdout.replace("┃", "│"))
    assert left.count("fullest · Anna Berg") == 1
    assert "post.txt · Berg The {harbour must stay open for the boats of this town," in left
    assert right.endswith(f"courier.txt · Anna Berg {other}")
