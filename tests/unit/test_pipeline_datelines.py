"""Where a report was filed: nobody's words."""

import pytest

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.datelines import dateline, without_dateline

REST = "Nine drones fell on Altmere, the ministry said on Monday."
LINES = {
    "a city": "OXBAY — ",
    "an agency in brackets": "NEW OXBAY (AP) -- ",
    "a date": "OXBAY, Nov 3 (Reuters) - ",
    "small letters with an agency": "New Oxbay (AP) — ",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_content_begins_behind_it(line):
    text = line + REST
    end = text.index(", the ministry")
    one = Attribution((Span(0, end),), (Span(end + 15, end + 19),), (Span(end + 2, end + 14),))
    found = dateline(text, paragraphs(text), [], [])
    assert found is not None
    assert found.cut(text) == line
    (cut,) = without_dateline(text, [one], paragraphs(text), [])
    assert [span.cut(text) for span in cut.content] == ["Nine drones fell on Altmere"]


def test_a_place_in_it_says_nothing():
    text = f"OXBAY — {REST}"
    one = Attribution((Span(8, 35),), (Span(50, 54),), (Span(0, 5),))
    (cut,) = without_dateline(text, [one], paragraphs(text), [])
    assert not cut.source


@pytest.mark.parametrize("line", ["Ann Lee — ", "It fell — ", "“OXBAY — ", ""])
def test_other_beginnings_are_none(line):
    text = line + REST
    assert dateline(text, paragraphs(text), [], []) is None
    one = Attribution((Span(0, len(text)),))
    assert without_dateline(text, [one], paragraphs(text), []) == (one,)


@pytest.mark.parametrize(
    ("line", "label", "is_one"),
    [
        ("ANN LEE - ", "PERSON", False),
        ("ACME - ", "ORG", False),
        ("OXBAY - ", "GPE", True),
        ("OXBAY PORT: ", "GPE", True),
        ("OXBAY: ", "PERSON", False),
        ("ACME PORT (Reuters) - ", "ORG", True),
    ],
)
def test_nobody_is_named_in_it(line, label, is_one):
    text = line + REST
    one = Attribution((Span(0, len(text) - 1),))
    name = Span(0, len(line.split(" (")[0].rstrip(" -:")))
    (cut,) = without_dateline(text, [one], paragraphs(text), [(name, label)])
    assert cut.content[0].start == (len(line) if is_one else 0)
