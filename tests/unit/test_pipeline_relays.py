"""Whoever is quoted is the source, whoever quotes him is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.relays import with_relays_settled


def at(text, words):
    return (Span(text.index(words), text.index(words) + len(words)),)


RELAYS = {
    "quoted him as saying": (
        "Harbour radio quoted Tom Berg as saying the sea was calm.",
        ("the sea was calm", "quoted", "Harbour radio"),
        ("Tom Berg", ["quoted", "as saying"]),
    ),
    "behind the quotation": (
        "“It is calm,” the Herald quoted Tom Berg of the harbour office as saying.",
        ("“It is calm,”", "quoted", "the Herald"),
        ("Tom Berg", ["quoted", "as saying"]),
    ),
    "was quoted by": (
        "Tom Berg was quoted by state radio as saying the sea was calm.",
        ("the sea was calm", "as saying", "state radio"),
        ("Tom Berg", ["was quoted", "as saying"]),
    ),
    "was quoted as saying stays": (
        "Tom Berg was quoted as saying the sea was calm.",
        ("the sea was calm", "was quoted as saying", "Tom Berg"),
        ("Tom Berg", ["was quoted as saying"]),
    ),
    "recalled telling him": (
        "“It is calm,” Ann Lee recalled the mayor telling her.",
        ("“It is calm,”", "recalled", "Ann Lee"),
        ("the mayor", ["recalled", "telling her"]),
    ),
    "recalls his father telling him": (
        "Ann Lee recalls her father, a sailor, telling her, “It is calm.”",
        ("“It is calm.”", "telling", "Ann Lee"),
        ("her father", ["recalls", "telling her"]),
    ),
    "is said to have replied": (
        "Tom Berg is said to have replied: “It is calm.”",
        ("“It is calm.”", "is said", "Tom Berg"),
        ("Tom Berg", ["is said to have replied"]),
    ),
    "what she recalls beside her own words": (
        "“It is calm,” she adds, as she recalls Tom Berg telling her how calm it was.",
        ("“It is calm,”", "adds", "she"),
        ("she", ["adds"]),
    ),
    "teased for saying": (
        "Ann Lee teased Tom Berg for saying the sea was calm.",
        ("the sea was calm", "teased", "Ann Lee"),
        ("Tom Berg", ["teased", "saying"]),
    ),
    "saw a woman saying": (
        "Ann Lee saw a woman crying and saying, “It is calm.”",
        ("“It is calm.”", "saying", "Ann Lee"),
        ("a woman", ["saw", "saying"]),
    ),
    "with its president saying": (
        "The harbour was glad, with its president, Ann Lee, saying the sea was calm.",
        ("the sea was calm", "saying", "The harbour"),
        ("Ann Lee", ["with", "saying"]),
    ),
    "met with somebody, saying": (
        "Tom Berg met with Ann Lee, saying the sea was calm.",
        ("the sea was calm", "saying", "Tom Berg"),
        ("Tom Berg", ["saying"]),
    ),
    "nobody is quoted": (
        "The Herald quoted a price of ten crowns, saying it was high.",
        ("it was high", "saying", "The Herald"),
        ("The Herald", ["saying"]),
    ),
}


@pytest.mark.parametrize(("text", "given_", "wanted"), RELAYS.values(), ids=RELAYS)
def test_the_source_is_whoever_is_quoted(text, given_, wanted):
    content, cue, source = (at(text, words) for words in given_)
    (found,) = with_relays_settled(text, [Attribution(content, cue, source)], [Span(0, len(text))])
    assert (found.source[0].cut(text), [span.cut(text) for span in found.cue]) == wanted
    assert found.content == content


def test_an_outlet_that_reports_that_somebody_was_quoted_is_not_who_said_it():
    text = 'A guard later quoted Berg as saying, "It is calm," the Herald reported.'
    content = at(text, "A guard later quoted") + at(text, '"It is calm,"')
    one = Attribution(content, at(text, "reported"), at(text, "the Herald"))
    (found,) = with_relays_settled(text, [one], [Span(0, len(text))])
    assert [span.cut(text) for span in found.source + found.content] == ["Berg", '"It is calm,"']


@given(st.text("quoted by as saying, “”.A \n", max_size=300))
def test_nothing_leaves_the_text(text):
    one = Attribution((Span(0, len(text)),), (Span(0, min(3, len(text))),), ())
    (found,) = with_relays_settled(text, [one], [])
    assert all(0 <= span.start <= span.end <= len(text) for span in (*found.content, *found.cue, *found.source))
