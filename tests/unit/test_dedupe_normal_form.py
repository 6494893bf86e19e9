"""The normal form of a wording, and which names can be one speaker's."""

import pytest

from quotes.dedupe.form import Form
from quotes.dedupe.names import agreement, name_of
from quotes.dedupe.normal_form import is_negation, is_number, normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We won’t go,” she said", "we won't go she said", id="curly marks and apostrophe"),
        pytest.param("‘What now?’ – But he is here", "what now but he is here", id="single marks are not letters"),
        pytest.param("The nine-year\u00a0gap", "the nine year gap", id="hyphen and no-break space"),
        pytest.param("in the U.S. and the U.S", "in the us and the us", id="dotted initials"),
        pytest.param("J.R. Ewing", "jr ewing", id="initials"),
        pytest.param("1,500 of 1.5 in 1,2", "1500 of 1.5 in 1,2", id="thousands and decimals"),
        pytest.param("5% of $3", "5 % of $ 3", id="signs that change a number"),
        pytest.param("ca\u00adfé CAF\u0045\u0301", "café café", id="soft hyphen, composed accents"),
        pytest.param(" !?  … ", "!?…", id="no words: stands for itself"),
        pytest.param("", "", id="empty"),
        pytest.param("\ud800 a \x00b", "a b", id="surrogate and null"),
    ],
)
def test_normal_form_puts_marks_case_and_spaces_aside(text, expected):
    assert normal_form(text) == expected


def test_form_of_reported_clause_drops_its_that():
    assert Form("that the bridge is safe", reported=True).text == "the bridge is safe"
    assert Form("that", reported=True).text == "that"
    assert Form("That the bridge is safe").text == "that the bridge is safe"


def test_form_parts_are_parted_by_ellipses():
    form = Form("We tried … and tried. . . and won [...] once")
    assert form.parts == ("we tried", "and tried", "and won", "once")
    assert form.size == 7


def test_form_knows_where_clauses_start():
    form = Form("I do not, frankly, know; but we won, and they lost")
    starts = [word for at, word in enumerate(form.words) if form.clause_starts(at)]
    assert starts == ["i", "but", "and"]


@pytest.mark.parametrize("word", ["not", "never", "don't", "cannot", "nor"])
def test_negations(word):
    assert is_negation(word)


@pytest.mark.parametrize(("word", "expected"), [("1.5", True), ("%", True), ("one", False)])
def test_numbers(word, expected):
    assert is_number(word) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Anna Berg", "Anna Berg", "named"),
        ("Anna Berg", "Berg", "named"),
        ("Anna Berg", "Mrs. Berg", "named"),
        ("Anna M. Berg", "A. Berg", "named"),
        ("Anna Berg", "BERG’s", "named"),
        ("Acme", "Acme Games", "named"),
        ("Anna Berg", "", "unnamed"),
        ("", "", "unnamed"),
        ("Anna Berg", "Peter Berg", "conflict"),
        ("Anna Berg", "P. Berg", "conflict"),
        ("Anna Berg", "Anna Holm", "conflict"),
        ("Bank of Norland", "Bank of Sudland", "conflict"),
        ("Holm", "Berg", "conflict"),
    ],
)
def test_agreement_of_names(one, other, expected):
    assert agreement(name_of(one), name_of(other)) == expected
    assert agreement(name_of(other), name_of(one)) == expected


@pytest.mark.parametrize("name", ["", "…", "\ud800", "President", "the", "’s"])
def test_name_of_takes_anything(name):
    assert isinstance(name_of(name), tuple)
