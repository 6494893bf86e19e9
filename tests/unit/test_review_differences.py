"""What two runs differ in, and what of it breaks what a reviewer accepted."""

import json

import pytest
from review_sheets import frame, row, saved, table

from quotes import diff
from quotes.errors import ReviewError
from quotes.review.differences import Run, compare
from quotes.review.page import as_page
from quotes.review.rows import places_of
from quotes.tables import OCCURRENCE_COLUMNS, write_workbook

WORDS = "The ferry is safe, and it will sail on Monday morning"


def side(*rows, places=None):
    found = [
        row(**{"quote_id": f"q-{at}", "speaker": "Ada Lind", "verdict": "accept", **one}) for at, one in enumerate(rows)
    ]
    occurrences = [row(quote, quote_id=quote_id, article=article) for quote_id, article, quote in places or ()]
    return Run("run", found, occurrences, places_of(occurrences))


def changes(old, new):
    return [(one.change, one.before, one.after, one.is_guarded) for one in compare(old, new).differences]


ONE = {"quote": WORDS}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param([ONE], [], id="the same"),
        pytest.param([ONE | {"quote_id": "q-9"}], [], id="only the id"),
        pytest.param([ONE | {"quote": WORDS.upper()}], [], id="only marks and case"),
        pytest.param([ONE | {"confidence": "0.1"}], [], id="only the confidence"),
        pytest.param([ONE | {"speaker": "Jo"}], [("speaker", "Ada Lind", "Jo", True)], id="speaker"),
        pytest.param([ONE | {"speaker": ""}], [("speaker", "Ada Lind", "(nobody)", True)], id="no speaker"),
        pytest.param(
            [ONE | {"told_to": "Gazette"}], [("outlet", "told (nobody)", "told Gazette", True)], id="told to somebody"
        ),
        pytest.param(
            [ONE | {"cited_from": "Gazette"}], [("outlet", "from (nobody)", "from Gazette", True)], id="cited from"
        ),
        pytest.param([ONE | {"quote": f"{WORDS} or so"}], [("wording", WORDS, f"{WORDS} or so", True)], id="wording"),
        pytest.param([], [("lost", "", "", True)], id="lost"),
        pytest.param([ONE, {"quote": "Nobody told us about it"}], [("gained", "", "", False)], id="gained"),
        pytest.param(
            [ONE | {"articles": "2"}], [("group", "? articles", "2 articles", True)], id="articles, as far as is known"
        ),
    ],
)
def test_one_row(new, expected):
    assert changes(side(ONE), side(*new)) == expected


def test_a_name_of_the_people_file_is_a_difference_and_breaks_nothing():
    renamed = ONE | {"speaker": "A. Lind", "evidence": "name by the cue; people file: Ada Lind -> A. Lind"}
    assert changes(side(ONE), side(renamed)) == [("speaker", "Ada Lind", "A. Lind", False)]


@pytest.mark.parametrize("verdict", ["", "reject", "fix", "unsure"])
def test_only_what_was_accepted_is_guarded(verdict):
    compared = compare(side(ONE | {"verdict": verdict}), side())
    assert (compared.broken, len(compared.differences)) == (0, 1)


def test_groups_by_their_articles():
    old = side(ONE, {"quote": "Something else is here"}, places=[("q-0", "a.txt", WORDS), ("q-1", "b.txt", "x")])
    grown = side(ONE, {"quote": "Something else is here"}, places=[("q-0", "a.txt", WORDS), ("q-0", "new.txt", WORDS)])
    both = [one for one in changes(old, grown) if one[0] == "group"]
    assert ("group", "1 article", "2 articles, + new.txt", False) in both  # an article that OLD did not have
    taken = side(ONE, places=[("q-0", "a.txt", WORDS), ("q-0", "b.txt", WORDS)])
    assert ("group", "1 article", "2 articles, + b.txt", True) in changes(old, taken)
    assert ("group", "2 articles, − b.txt", "1 article", True) in changes(taken, old)


def test_a_row_that_went_into_another_and_back():
    short = "will sail on Monday"
    apart = side(ONE, {"quote": short, "article": "b.txt"}, places=[("q-0", "a.txt", WORDS), ("q-1", "b.txt", short)])
    merged = side(ONE, places=[("q-0", "a.txt", WORDS), ("q-0", "b.txt", short)])
    assert ("group", "a row of its own", "on the row q-0", True) in changes(apart, merged)
    assert ("group", "on the row q-0", "a row of its own", False) in changes(merged, apart)


def test_accepted_rows_come_first_then_the_gravest():
    old = side(
        ONE | {"verdict": ""}, {"quote": "Nobody told us about it", "verdict": ""}, {"quote": "We have time for it"}
    )
    new = side(ONE | {"speaker": "Jo"}, {"quote": "We have time for it", "speaker": "Jo", "quote_id": "q-2"})
    assert [(one.change, one.is_guarded) for one in compare(old, new).differences] == [
        ("speaker", True),
        ("lost", False),
        ("speaker", False),
    ]


def test_the_record_and_the_page():
    compared = compare(side({"quote": "<b>Safe</b> & sound, they all say"}), side())
    record = json.loads(compared.as_json())
    assert record["accepted_lost_or_changed"] == 1
    assert record["counts"]["lost"] == 1
    assert record["differences"][0]["quote"] == "<b>Safe</b> & sound, they all say"
    page = as_page(compared)
    assert "&lt;b&gt;Safe&lt;/b&gt; &amp; sound" in page
    assert "<b>Safe" not in page


def test_the_page_marks_the_words_that_differ():
    page = as_page(compare(side(ONE), side(ONE | {"quote": WORDS.replace("safe", "sound")})))
    assert "The ferry is <del>safe,</del> and" in page
    assert "The ferry is <ins>sound,</ins> and" in page


@pytest.fixture
def runs(tmp_path):
    """A folder, a CSV and a workbook of the same run."""
    quotes = frame({"quote_id": "q-1", "quote": WORDS, "verdict": "accept"})
    occurrences = table(OCCURRENCE_COLUMNS, [{"occurrence_id": "o-1", "quote_id": "q-1", "article": "a.txt"}])
    saved(quotes, tmp_path / "run" / "quotes.csv")
    saved(occurrences, tmp_path / "run" / "occurrences.csv")
    with (tmp_path / "run.xlsx").open("wb") as stream:
        write_workbook(quotes, occurrences, stream)
    saved(quotes, tmp_path / "alone" / "sheet.csv")
    return [tmp_path / "run", tmp_path / "run" / "quotes.csv", tmp_path / "run.xlsx", tmp_path / "alone" / "sheet.csv"]


def test_a_run_is_compared_in_any_form(runs):
    for old in runs:
        for new in runs:
            compared = diff(old, new)
            assert (compared.same, compared.differences) == (1, ())
            assert compared.old.accepted == 1


def test_a_folder_without_a_run(tmp_path, runs):
    with pytest.raises(ReviewError) as caught:
        diff(runs[0], tmp_path)
    assert caught.value.code == "R08"
