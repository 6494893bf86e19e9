"""Words in marks inside reported speech: which of them somebody else says, and who."""

from __future__ import annotations

import pytest

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.reported import with_reported
from quotes.pipeline.regions import quoted_regions

CASES = {
    "a pronoun": ("the staff recalled that he said, “I will end this,” on the phone", ["he"]),
    "a name": ("the lawyers of Ann Berg told her “nobody cares about you”", ["Ann Berg"]),
    "behind other verbs": (
        "on the phone he asked for the mayor, called her names and said, “I will end this,”",
        ["he"],
    ),
    "behind a participle": ("that the lawyers have responded saying “a failed goal is no fraud”", [None]),
    "whom it was told": ("she was told: “You have risen very fast,” on that day", []),
    "what is written": ("that Berg, a former editor, wrote “a series of hit pieces” on her", []),
    "so many words": ("that the old council said “never” to it", []),
    "not said": ("that the council did not say, “We are for it,” on that day", []),
    "what anybody may say": ("that the council will say, “We are for it,” on that day", []),
    "no verb": ("that the council had “no plan at all for it”", []),
}


@pytest.mark.parametrize(("content", "sources"), CASES.values(), ids=CASES)
def test_with_reported_adds_what_another_says(content, sources):
    text = f"The office said {content}."
    outer = Attribution((Span(text.index(content), len(text) - 1),), (Span(11, 15),), (Span(0, 10),))
    found = with_reported(text, [outer], quoted_regions(text, paragraphs(text)))
    added = [one for one in found if one != outer]
    assert [one.source[0].cut(text) if one.source else None for one in added] == sources
    assert all(one.content[0].cut(text)[0] == "“" for one in added)
    assert outer in found


def test_whoever_is_told_is_no_part_of_the_cue():
    text = "Tom Berg told his wife, Ann Lee, “I did it all,” police said."
    outer = Attribution((Span(0, 31), Span(33, 47)), (Span(55, 59),), (Span(48, 54),))
    _, inner = with_reported(text, [outer], quoted_regions(text, paragraphs(text)))
    assert [span.cut(text) for span in (*inner.source, *inner.cue, *inner.content)] == [
        "Tom Berg",
        "told",
        "“I did it all,”",
    ]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Tom Berg told her, ", "Tom Berg"),
        ("It was night. He told officers, ", "He"),
        ("Not that Tom Berg told her, ", "police"),
        ("It was night. ", "police"),
    ],
)
def test_who_says_it_before_the_marks_is_the_source(before, source):
    text = f"{before}“I did it all,” police said."
    start = len(before)
    one = Attribution((Span(start, start + 15),), (Span(start + 23, start + 27),), (Span(start + 16, start + 22),))
    (found,) = with_reported(text, [one], quoted_regions(text, paragraphs(text)))
    assert found.source[0].cut(text) == source
    assert [span.cut(text) for span in found.citation] == (["police"] if source != "police" else [])


@pytest.mark.parametrize("cue", ["hoped", "wants to hear"])
def test_what_is_hoped_for_is_no_quotation(cue):
    text = f"Ann Lee {cue} that the council said, “We are for it,” before she went."
    outer = Attribution((Span(text.index("that"), len(text) - 1),), (Span(8, 8 + len(cue)),), (Span(0, 7),))
    assert with_reported(text, [outer], quoted_regions(text, paragraphs(text))) == (outer,)


def test_what_is_found_already_is_not_added_again():
    text = "The office said the staff recalled that he said, “I will end this,” on the phone."
    outer = Attribution((Span(16, len(text) - 1),), (Span(11, 15),), (Span(0, 10),))
    inner = Attribution((Span(text.index("“"), text.index("”") + 1),), (), ())
    assert with_reported(text, [outer, inner], quoted_regions(text, paragraphs(text))) == (outer, inner)
