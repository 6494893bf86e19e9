"""Reviewed rows as gold: offsets into the articles, whatever became of the sheet."""

import json

import pytest
from review_sheets import frame, row, saved, table

from quotes import gold
from quotes.errors import ReviewError
from quotes.evaluation import read_gold
from quotes.model import Article, Metadata, Span
from quotes.review.gold import Gold, content_at, nearest, words_near
from quotes.tables import OCCURRENCE_COLUMNS

TEXT = (
    "Ferry back in service\n\n“The ferry is safe,” Odile Marchetti told the Gazette. “It will sail on Monday.”\n\n"
    "She said that “rust” had been found. Ida Fenwick said: “The ferry is safe,” and laughed.\n"
)


def at(words, start=0):
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


FIRST, SECOND = at("“The ferry is safe,”"), at("“It will sail on Monday.”")
SPANS = f"{FIRST.start}-{FIRST.end};{SECOND.start}-{SECOND.end}"
LAST = at("“The ferry is safe,”", FIRST.end)


@pytest.mark.parametrize(
    ("quote", "spans", "direct", "expected"),
    [
        pytest.param("The ferry is safe, It will sail on Monday.", SPANS, True, (FIRST, SECOND), id="as the row says"),
        pytest.param("The ferry is safe,", "16. Dez", True, (FIRST,), id="offsets that a spreadsheet made a date"),
        pytest.param("The ferry is safe,", f"{LAST.start + 9}-{LAST.end}", True, (LAST,), id="shifted: the nearest"),
        pytest.param("the FERRY is\nsafe", "", True, (FIRST,), id="but for marks, case and spaces"),
        pytest.param("had been found", "", False, (at("had been found"),), id="no marks"),
        pytest.param("It will sail on Monday", "", True, (SECOND,), id="the full stop in the marks"),
        pytest.param("The ferry is sunk", SPANS, True, None, id="other words"),
        pytest.param("ferry is saf", "", True, None, id="a part of a word"),
        pytest.param("The ferry is safe, It will sail on Monday.", "", True, None, id="two parts, and no offsets"),
        pytest.param("", "0-0", True, None, id="nothing"),
        pytest.param("The ferry is safe,", "5-99999", True, (FIRST,), id="offsets beyond the text"),
    ],
)
def test_content(quote, spans, direct, expected):
    assert content_at(TEXT, quote, spans, is_direct=direct) == expected


def test_words_near_are_outside_the_content():
    assert words_near(TEXT, "said", (LAST,)) == (at("said", SECOND.end), at("said", SECOND.end + 20))
    assert words_near(TEXT, "safe", (FIRST, LAST)) == ()
    assert words_near(TEXT, "Ida  Fenwick", (LAST,)) == (at("Ida Fenwick"),)
    assert words_near(TEXT, ":", (LAST,)) == (at(":"),)
    assert words_near(TEXT, "", (LAST,)) == ()


def test_cue_and_source_are_the_nearest_to_the_content_and_to_each_other():
    said, other, source, content = Span(80, 84), Span(151, 155), Span(130, 140), Span(100, 129)
    assert nearest((said, other), (source,), (content,)) == ((other,), (source,))
    assert nearest((said, other), (), (content,)) == ((said,), ())
    assert nearest((), (), (content,)) == ((), ())


ACCEPTED = {
    "quote_id": "q-1", "verdict": "accept", "quote": "The ferry is safe, It will sail on Monday.", "spans": SPANS,
    "speaker": "Odile Marchetti", "speaker_as_written": "Odile Marchetti", "cue": "told", "told_to": "the Gazette",
    "kind": "direct",
}  # a table, not one line an entry  # fmt: skip
FIXED = {
    "quote_id": "q-2", "verdict": "fix", "quote": "The ferry is safe,", "spans": f"{LAST.start}-{LAST.end}",
    "speaker": "Odile Marchetti", "speaker_as_written": "She", "cue": "said", "speaker_fix": "Ida Fenwick",
    "kind": "direct",
}  # a table, not one line an entry  # fmt: skip
REJECTED = {"quote_id": "q-3", "verdict": "reject", "quote": "rust", "kind": "mixed"}
ARTICLE = Article("a.txt", TEXT, Metadata())


def of(*rows, occurrences=()):
    work = Gold([row(**cells) for cells in rows], [row(**cells) for cells in occurrences])
    return work.of(ARTICLE), work


def test_accepted_corrected_and_rejected_rows():
    made, work = of(ACCEPTED, FIXED, REJECTED)
    assert made.is_whole
    assert not work.unfound
    first, second = made.attributions
    assert first["content"] == [[FIRST.start, FIRST.end], [SECOND.start, SECOND.end]]
    assert [TEXT[slice(*span)] for span in (*first["source"], *first["cue"])] == ["Odile Marchetti", "told"]
    assert (first["speaker"], first["addressee"], first["kind"]) == ("Odile Marchetti", "the Gazette", "direct")
    assert second["speaker"] == "Ida Fenwick"
    # The mention of the right speaker, not the one that was taken for it.
    assert [TEXT[slice(*span)] for span in second["source"]] == ["Ida Fenwick"]


@pytest.mark.parametrize("verdict", ["", "unsure"])
def test_an_article_with_an_undecided_row_is_not_whole(verdict):
    made, _ = of(ACCEPTED, REJECTED | {"verdict": verdict})
    assert not made.is_whole


def test_what_is_to_be_checked_is_no_gold():
    made, _ = of(ACCEPTED | {"review_status": "carried, please check"}, REJECTED)
    assert made is None


def test_a_wholly_rejected_article_says_that_nothing_is_quoted():
    made, _ = of(REJECTED)
    assert (made.is_whole, made.attributions) == (True, ())


def test_a_corrected_wording_is_looked_for():
    made, work = of(FIXED | {"quote_fix": "It will sail on Monday"})
    assert made.attributions[0]["content"] == [[SECOND.start, SECOND.end]]
    made, work = of(ACCEPTED, FIXED | {"quote_fix": "Nobody said this"})
    assert len(made.attributions) == 1
    assert [(one.row.quote_id, one.reason) for one in work.unfound] == [("q-2", "its words are not in the article")]


def test_every_place_of_an_accepted_row_counts():
    elsewhere = {"quote_id": "q-1", "article": "b.txt", "quote": "The ferry is safe,", "kind": "direct"}
    work = Gold([row(**ACCEPTED)], [row(**(ACCEPTED | {"occurrence_id": "o-1"})), row(**elsewhere)])
    other = work.of(Article("b.txt", "“The ferry is safe,” she said.", Metadata()))
    assert other.attributions[0]["content"] == [[0, 20]]
    assert other.attributions[0]["speaker"] == "Odile Marchetti"
    assert work.of(ARTICLE).attributions[0]["id"] == "o-1"


@pytest.fixture
def reviewed(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_bytes(TEXT.encode())
    rows = [{"confidence": 0.9, **cells} for cells in (ACCEPTED, FIXED, REJECTED)]
    saved(frame(*rows), tmp_path / "out" / "quotes.csv")
    saved(table(OCCURRENCE_COLUMNS, []), tmp_path / "out" / "occurrences.csv")
    return tmp_path / "out"


def test_gold_is_read_back_by_the_evaluation(reviewed, tmp_path):
    target = tmp_path / "gold.jsonl"
    summary = gold(reviewed, target, articles=tmp_path / "corpus")
    assert (summary.articles, summary.whole, summary.attributions) == (1, 1, 2)
    [document] = read_gold(target)
    assert (document.name, document.text) == ("a", TEXT)
    assert [a.speaker for a in document.attributions] == ["Odile Marchetti", "Ida Fenwick"]
    gold(reviewed / "quotes.csv", target, articles=tmp_path / "corpus", texts=False)
    assert "text" not in json.loads(target.read_text(encoding="utf-8"))
    assert [d.text for d in read_gold(target, texts=tmp_path / "corpus")] == [TEXT]


def test_the_corpus_is_the_one_that_the_run_read(reviewed, tmp_path):
    (reviewed / "run.json").write_text('{"options": {"corpus": "corpus"}}', encoding="utf-8")
    assert gold(reviewed, tmp_path / "gold.jsonl").articles == 1


@pytest.mark.parametrize(
    ("how", "code"),
    [({"articles": "nowhere"}, "R09"), ({}, "R09"), ({"articles": "other"}, "R10"), ({"articles": "hollow"}, "R09")],
)
def test_what_cannot_be_made_gold_writes_nothing(reviewed, tmp_path, how, code):
    for name in ("other", "hollow"):
        (tmp_path / name).mkdir()
    (tmp_path / "other" / "b.txt").write_text("It rained.", encoding="utf-8")
    with pytest.raises(ReviewError) as caught:
        gold(reviewed, tmp_path / "gold.jsonl", **{name: tmp_path / value for name, value in how.items()})
    assert caught.value.code == code
    assert not (tmp_path / "gold.jsonl").exists()


def test_a_folder_without_a_sheet(tmp_path):
    with pytest.raises(ReviewError, match=r"no quotes\.csv or quotes\.xlsx here"):
        gold(tmp_path, tmp_path / "gold.jsonl")
