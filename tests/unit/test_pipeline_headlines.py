"""Headlines that end in who says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.headlines import with_headlines

BODY = "\n\nAda Lind has been the governor of the bank for six years and lives in Oxbay.\n"
CASES = {
    "who says so": ("Rates to Rise, Says Ada Lind", ("Rates to Rise", "Ada Lind")),
    "with a work's title": (
        "Mill Was Sold Twice, Says The Tide – A Story Director Ada Lind",
        ("Mill Was Sold Twice", "The Tide – A Story Director Ada Lind"),
    ),
    "several": ("Rates to rise again, say banks", ("Rates to rise again", "banks")),
    "the verb is last": ("Rates to rise, Ada Lind says", None),
    "a pronoun": ("Rates to rise, says he", None),
    "she says that somebody did something": ("Ada Lind Thinks It Over, Says Berg ‘Broke Me’", None),
    "she says that something is so": ("Ada Lind thinks it over, says pressure is too much", None),
    "too short to be said": ("No, says Ada Lind", None),
}


@pytest.mark.parametrize(("line", "wanted"), CASES.values(), ids=CASES)
def test_the_first_part_is_said(line, wanted):
    text = line + BODY
    turned = Attribution((Span(len(line) - 4, len(line)),), (), (Span(0, 4),), 0.6)
    out = with_headlines(text, [turned], paragraphs(text))
    said = (out[0].content[0].cut(text), out[0].source[0].cut(text))
    assert [said, len(out)] == [wanted or (line[-4:], line[:4]), 1]


def test_what_was_found_that_way_stays():
    line = "Rates to Rise, Says Ada Lind"
    found = (Attribution((Span(0, 13),), (Span(15, 19),), (Span(24, 28),), 0.6),)
    assert with_headlines(line + BODY, found, paragraphs(line + BODY)) == found


def test_a_line_of_the_body_is_left_alone():
    text = "Ada Lind met Tom Berg, says Ann Lee, who runs it. It rained.\n\nRates to rise, says Ada Lind." + BODY
    assert with_headlines(text, [], paragraphs(text)) == ()


@given(st.text("Ab ,says.\n", max_size=200))
def test_any_text_is_read(text):
    for one in with_headlines(text, [], paragraphs(text)):
        assert all(span.cut(text).strip() for span in (*one.content, *one.cue, *one.source))


QUOTING = {
    "whose name opens it": (
        "Ada Lind on her ‘painful’ year: “I am a bit stronger now”",
        "“I am a bit stronger now”",
        "Ada Lind",
    ),
    "whose name is behind": (
        "‘I wanted the sea in it’: Ada Lind on her new film",
        "‘I wanted the sea in it’",
        "Ada Lind",
    ),
    "of whom it tells only": ("‘She is counting the days’: Ada Lind to marry again", "‘She is counting the days’", ""),
    "two of whom it tells": ("Ada Lind and Tom Berg split: ‘They want other things’", "‘They want other things’", ""),
    "nobody": ("“I walked for two days with her”: life in the camps", "“I walked for two days with her”", ""),
    "a title": ("Ada Lind: “Yellow Harbour”", None, ""),
}


@pytest.mark.parametrize(("line", "said", "name"), QUOTING.values(), ids=QUOTING)
def test_a_colon_stands_for_a_verb(line, said, name):
    text = line + BODY
    names = [(Span(at, at + len(one)), "PERSON") for one in ("Ada Lind", "Tom Berg") if (at := text.find(one)) >= 0]
    out = with_headlines(text, [], paragraphs(text), sorted(names))
    assert [(one.content[0].cut(text), "".join(s.cut(text) for s in one.source)) for one in out] == (
        [(said, name)] if said else []
    )


def test_words_that_run_on_into_the_article_are_parted_from_it():
    line = "‘She is counting the days’: Ada Lind to marry again"
    text = line + BODY
    quoted, told = Span(0, 26), Span(len(line) + 2, len(line) + 30)
    ran_on = Attribution((quoted, told), (), (Span(len(line) + 31, len(line) + 34),), 0.6)
    out = with_headlines(text, [ran_on], paragraphs(text))
    assert [one.content for one in out] == [(quoted,), (told,)]
