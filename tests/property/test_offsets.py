"""Offsets are sacred: what a quotation's spans cut out of the text is what it says was quoted, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.pipeline.occurrences import occurrences

WORDS = "the a bridge sea cold rains not we I he she who it that of mayor Voss Clara Hale Mr."
CUES = ("said", "says", "told", "asked", "according to", "as saying", "called", "claims")
PIECES = st.sampled_from([*"“”\"'‘’«»„(),.:;?!—…-", "''", "\n", "\n\n", *WORDS.split(), *CUES])
JOINED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", "  ", "\n"])), max_size=60).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def letters(text):
    return "".join(character for character in text if character.isalnum())


def check(nlp, text):
    doc = nlp(text)
    regions = doc._.quoted_regions
    for attribution in doc._.attributions:
        assert attribution.content
        for spans in (attribution.content, attribution.cue, attribution.source):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len(doc._.quotations) == len(doc._.attributions)
    starts = [quotation.content[0].start for quotation in doc._.quotations]
    assert starts == sorted(starts)
    for row in occurrences(doc):
        content = "".join(span.cut(doc.text) for span in row.quotation.content)
        assert letters(row.quote) == letters(content)
        assert all(letters(words) in letters(content) for words in row.quoted_words.split(" … "))
        assert bool(letters(row.quoted_words)) == (row.quotation.kind != "indirect")
        assert not {"\n", "\r", "\u2028"} & set(row.quote + row.quoted_words + row.context + row.speaker_as_written)
        assert row.paragraph >= 1
        if row.quotation.kind == "direct":
            assert any(span.overlap(region.span) for span in row.quotation.content for region in regions)


@QUIET
@given(JOINED)
def test_spans_cut_out_what_was_quoted(nlp, text):
    check(nlp, text)


@QUIET
@given(st.text(st.characters(), max_size=120))
def test_any_text_passes(nlp, text):
    check(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\ud800",
        "“\udc00”, she said.",
        "\x00\x07",
        "”“",
        "“" * 200,
        "“a” " * 300,
        "12 3,4",
        "他说：“好。”",
    ],
    ids=ascii,
)
def test_odd_texts_pass(nlp, text):
    check(nlp, text)
