"""Each mistake is found, named and reported once."""

import pytest

from quotes.evaluation import GoldAttribution, GoldDocument, Mistake, SpeakerAt, find_mistakes, worst
from quotes.evaluation.mistakes import WHATS
from quotes.model import Quotation, Span

TEXT = """“The lamps were out,” said Ruben Aldous. “All of them,” he told the Weir Post.
Ida Fenwick believes that the bridge, which is old, will fall. The “fridge” is cold.
"""


def at(*words):
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


LAMPS = at("“The lamps were out,”", "“All of them,”")
BRIDGE = at("that the bridge, which is old, will fall")


def gold(content, source=(), kind="direct", speaker=None, **names):
    return GoldAttribution(content, cue=(), source=source, kind=kind, speaker=speaker, **names)


def said(content, source=(), confidence=0.5, kind="direct", **names):
    return Quotation(content, kind, source=source, confidence=confidence, **names)


def found(attributions, predicted, speakers=()):
    document = GoldDocument("a", TEXT, tuple(attributions))
    return [(m.what, m.gold, m.predicted) for m in find_mistakes([document], {"a": predicted}, speakers)]


RUBEN, IDA = at("Ruben Aldous"), at("Ida Fenwick")
POST = {"addressee": "Weir Post"}


@pytest.mark.parametrize(
    ("attributions", "predicted", "expected"),
    [
        pytest.param([gold(LAMPS, RUBEN)], [said(LAMPS, RUBEN)], [], id="all right"),
        pytest.param(
            [gold(LAMPS, RUBEN)], [], [("quotation missed", "Ruben Aldous", "")], id="missed, once for its two parts"
        ),
        pytest.param([gold(LAMPS, speaker="R.")], [], [("quotation missed", "R.", "")], id="the speaker for no source"),
        pytest.param([], [said(at("fridge"), IDA)], [("marks that nobody said", "", "Ida Fenwick")], id="scare quotes"),
        pytest.param(
            [gold(LAMPS, RUBEN)],
            [said(LAMPS, IDA)],
            [("source of a quotation", "Ruben Aldous", "Ida Fenwick")],
            id="another source, once for its two parts",
        ),
        pytest.param(
            [gold(BRIDGE, IDA, "indirect")], [], [("reported speech missed", "Ida Fenwick", "")], id="no marks, missed"
        ),
        pytest.param(
            [],
            [said(BRIDGE, IDA, kind="indirect")],
            [("speech that nobody reported", "", "Ida Fenwick")],
            id="no marks, nobody",
        ),
        pytest.param(
            [gold(BRIDGE, IDA, "indirect")],
            [said(BRIDGE, RUBEN, kind="indirect")],
            [("source of reported speech", "Ida Fenwick", "Ruben Aldous")],
            id="no marks, another source",
        ),
        pytest.param(
            [gold(BRIDGE, IDA, "indirect")],
            [said(at("which is old"), IDA, kind="indirect")],
            [("bounds", "that the bridge, which is old, will fall", "which is old")],
            id="too little",
        ),
        pytest.param(
            [gold(LAMPS, RUBEN, **POST)],
            [said(LAMPS, RUBEN, cited_from="the Echo")],
            [("told to", "Weir Post", "")],
            id="told to; of citations the gold says nothing",
        ),
        pytest.param(
            [gold(LAMPS, RUBEN, citation="Echo")],
            [said(LAMPS, RUBEN, cited_from="Post", told_to="her")],
            [("cited from", "Echo", "Post")],
            id="cited from; of addressees the gold says nothing",
        ),
        pytest.param(
            [gold(LAMPS, RUBEN, speaker="Ruben Aldous")],
            [said(LAMPS, RUBEN, speaker="Ida Fenwick")],
            [("speaker", "Ruben Aldous", "Ida Fenwick")],
            id="another speaker",
        ),
        pytest.param(
            [gold(LAMPS, RUBEN, speaker="Ruben Aldous")],
            [said(LAMPS, RUBEN, speaker="Mr. Ruben Aldous")],
            [],
            id="a title is no mistake",
        ),
    ],
)
def test_mistakes(attributions, predicted, expected):
    assert found(attributions, predicted) == expected


def test_speakers_of_a_file_go_before_those_of_the_gold():
    speakers = [SpeakerAt("a", LAMPS[0], "Ida Fenwick"), SpeakerAt("elsewhere", Span(0, 1), "Nobody")]
    attributions = [gold(LAMPS, RUBEN, speaker="Ruben Aldous")]
    assert found(attributions, [said(LAMPS, RUBEN, speaker="Ruben Aldous")], speakers) == [
        ("speaker", "Ida Fenwick", "Ruben Aldous")
    ]


def test_a_document_without_predictions_is_one_with_none():
    document = GoldDocument("a", TEXT, (gold(LAMPS, RUBEN),))
    assert [mistake.what for mistake in find_mistakes([document], {})] == ["quotation missed"]


def test_the_surest_come_first_and_of_what_is_missed_the_longest():
    document = GoldDocument("a", TEXT, (gold(at("“All of them,”")), gold(at("“The lamps were out,”"))))
    sure = Mistake("a", Span(0, 1), "bounds", "", "", 0.9)
    unsure = Mistake("a", Span(0, 9), "bounds", "", "", 0.4)
    missed = find_mistakes([document], {})
    assert [mistake.at.start for mistake in missed] == [1, TEXT.index("All of them")]
    assert worst([unsure, sure], 2) == [sure, unsure]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, []),
        (1, ["quotation missed"]),
        (2, ["quotation missed", "bounds"]),
        (3, ["quotation missed", "quotation missed", "bounds"]),
        (9, ["quotation missed"] * 3 + ["bounds"]),
    ],
)
def test_worst_gives_each_kind_of_mistake_its_turn(number, expected):
    missed = [Mistake("a", Span(0, length), "quotation missed", "", "") for length in (1, 2, 3)]
    assert [mistake.what for mistake in worst([*missed, Mistake("a", Span(0, 1), "bounds", "", "", 1.0)], number)] == (
        expected
    )


def test_every_kind_of_mistake_has_a_place_in_the_order():
    assert len(set(WHATS)) == len(WHATS) == 10
