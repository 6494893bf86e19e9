"""What `quotes show` marks in a text, without a pipeline."""

import pytest

from quotes.cli.show import COLOURS, coloured, colours_of, outlets
from quotes.model import Quotation, Span

TEXT = """The Weir Post is old.
“Go,” Ida Fenwick told the Weir Post. “He said ‘no’”
All read the Weir Post, Ida Fenwick too."""


def at(words, start=0):
    first = TEXT.index(words, start)
    return Span(first, first + len(words))


OUTER = Quotation(
    content=(at("“Go,”"), at("“He said ‘no’”")),
    kind="direct",
    cue=(at("told"),),
    source=(at("Ida Fenwick"),),
    speaker="Ida Fenwick",
    told_to="Weir Post",
)
INNER = Quotation(content=(at("‘no’"),), kind="direct", cue=(at("said"),), source=(at("He"),))


def styled(text, style):
    return [text.plain[span.start : span.end] for span in text.spans if span.style == style]


def test_outlets_are_marked_in_the_paragraph_of_the_cue_alone():
    assert list(outlets(TEXT, OUTER)) == [at("Weir Post", TEXT.index("told"))]


def test_outlets_need_a_cue_or_source():
    assert not list(outlets(TEXT, Quotation(content=(at("“Go,”"),), kind="direct", told_to="Weir Post")))


def test_coloured_marks_content_source_cue_and_outlet():
    shown = coloured(TEXT, [OUTER, INNER])
    assert styled(shown, COLOURS[0])[0] == "“Go,”"
    assert styled(shown, f"bold {COLOURS[0]}") == ["Ida Fenwick"]
    assert styled(shown, "underline") == ["told", "said"]
    assert styled(shown, "reverse") == ["Weir Post"]


def test_coloured_numbers_quotations_behind_their_last_words():
    assert "“He said ‘no’[2]”[1]\n" in coloured(TEXT, [OUTER, INNER]).plain


def test_coloured_numbers_quotations_that_end_together():
    same = Quotation(content=(Span(0, len(TEXT)),), kind="indirect")
    assert coloured(TEXT, [same, same]).plain == TEXT + "[1][2]"


def test_coloured_keeps_the_text():
    assert coloured(TEXT, []).plain == TEXT


@pytest.mark.parametrize("count", [1, len(COLOURS), len(COLOURS) + 1])
def test_speakers_have_colours_in_the_order_of_the_text(count):
    names = [f"Speaker {number}" for number in range(count)]
    colours = colours_of([Quotation(content=(Span(0, 1),), kind="direct", speaker=name) for name in [*names, names[0]]])
    assert [colours[name] for name in names] == [COLOURS[number % len(COLOURS)] for number in range(count)]
