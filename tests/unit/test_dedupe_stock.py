"""Words that anybody might say any day, and what else it takes to make them one."""

import pytest

from quotes.dedupe import fold
from quotes.dedupe.form import Form
from quotes.dedupe.stock import days_of, is_stock, is_title, near_in_time
from quotes.model import Metadata, Occurrence, Quotation, Span

LONG = "The reason we dug the harbour out is that we owe it to our children and to theirs"


def said(quote, speaker="Anna Berg", article="a.txt", at=0, kind="direct", words=None, published=""):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker)
    quoted = quote if words is None else words
    return Occurrence(article, Metadata(published=published), quotation, quote, quoted, "", "", "", 1, 1)


def rows(*some):
    return len(fold(some))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one way or the other", True),
        ("at the end of the day", True),
        ("no comment on that", True),
        ("owe it to our children", False),
        ("an act of folly without equal", False),
        ("it is what it is and it will be what it will be for all of us here", False),
    ],
)
def test_words_that_anybody_might_say(words, expected):
    assert is_stock(Form(words)) is expected


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        (["2024-05-01"], ["2024-05-03T08:00"], True),
        (["2024-05-01"], ["2024-06-03"], False),
        (["2024-05-01", "2024-06-01"], ["2024-06-03"], True),
        (["yesterday"], ["2024-06-03"], None),
        ([""], [""], None),
    ],
)
def test_near_in_time(some, others, expected):
    one, other = (days_of(said("x", published=day) for day in days) for days in (some, others))
    assert near_in_time(one, other) is expected


@pytest.mark.parametrize("words", ["No comment.", "One way or the other."])
def test_by_the_dates_of_the_articles(words):
    first = said(words, published="2024-05-01")
    assert rows(first, said(words, "Berg", "b.txt", published="2024-05-02")) == 1
    assert rows(first, said(words, "Berg", "b.txt", published="2024-09-02")) == 2
    assert rows(first, said(words, "", "b.txt", published="2024-05-02")) == 2, "nobody named"
    assert rows(first, said(words, "Peter Holm", "b.txt", published="2024-05-02")) == 2
    assert rows(first, said(words, "Berg", "b.txt")) == 2, "no date, and no story"


@pytest.mark.parametrize("words", ["No comment.", "One way or the other."])
def test_by_the_story_where_dates_are_not_known_and_never_against_them(words):
    def both(**known):
        return [
            said(words, at=500, article="a.txt"),
            said(words, at=500, article="b.txt", **known),
            said(LONG, article="a.txt"),
            said(LONG, article="b.txt", **known),
        ]

    assert rows(*both()) == 2
    far = [
        said(one.quote, article=one.article, at=one.quotation.content[0].start, published=day)
        for one in both()
        for day in ["2024-05-01" if one.article == "a.txt" else "2025-05-01"]
    ]
    assert rows(*far) == 3, "the long one is repeated a year later, and the short one said anew"


def test_general_words_picked_out_of_other_words_are_no_part_of_a_quotation_of_another_story():
    whole = said("We will mend the quay wall this year, one way or the other, and the slip too")
    picked = said(
        "the tolls would end “one way or the other”", "Berg", "b.txt", kind="mixed", words="one way or the other"
    )
    assert rows(whole, picked) == 2
    assert rows(whole, picked, said(LONG, article="a.txt", at=500), said(LONG, article="b.txt", at=500)) == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Dark Side of the Harbour,", True),
        ("Salt and Rope", True),
        ("We owe it to our children", False),
        ("Harbour", False),
        ("", False),
    ],
)
def test_titles(words, expected):
    assert is_title(Form(words)) is expected
