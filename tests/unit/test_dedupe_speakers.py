"""Who said what a row holds, where its places name the speaker in different ways."""

import pytest

from quotes.dedupe import fold
from quotes.dedupe.names import compatible, is_joint, name_of
from quotes.dedupe.speakers import row_quotation
from quotes.model import Metadata, Occurrence, Quotation, Related, Span

WORDS = "We dug the harbour out because we owe it to our children"


def place(speaker, number=0, kind="person", article=None):
    quotation = Quotation(
        content=(Span(0, len(WORDS)),),
        kind="direct",
        speaker=speaker,
        speaker_kind=kind if speaker else "",
        speaker_id=f"id of {speaker}" if speaker else "",
        confidence=0.9 - number / 10,
        evidence="name by the cue" if speaker else "",
    )
    return Occurrence(article or f"{number}.txt", Metadata(), quotation, WORDS, WORDS, "", "", "", 1, 1)


def named(*places):
    """The speaker of a row whose fullest wording stands in the first place."""
    related = [Related(one, "same" if number else "fullest") for number, one in enumerate(places)]
    found = row_quotation(related)
    return (found or places[0].quotation).speaker


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(["Rusk", "Ada Rusk"], "Ada Rusk", id="a last name is filled up"),
        pytest.param(["Ada", "Ada Rusk"], "Ada Rusk", id="so is a first name"),
        pytest.param(["Rusk", "Rusk"], "Rusk", id="nothing to fill it up with"),
        pytest.param(["Rusk", "Rusk", "Ada Rusk"], "Rusk", id="most places have the last name"),
        pytest.param(["Rusk", ""], "Rusk", id="another place says nothing"),
        pytest.param(["Ada Rusk", "Ada Maria Rusk"], "Ada Rusk", id="two words are enough"),
        pytest.param(["Rusk", "Ada Rusk", "Ada Rusk", "Lind Ada Rusk"], "Ada Rusk", id="the most frequent of the full"),
        pytest.param(["", "Rusk", "Ada Rusk"], "Ada Rusk", id="two articles agree"),
        pytest.param(["", "Ada Rusk"], "", id="one article is not enough"),
        pytest.param(["", "Rusk", "Tom Lind"], "", id="two articles disagree"),
        pytest.param(["Rusk", "Ada Rusk", "Tom Rusk"], "", id="two first names"),
        pytest.param(["Rusk", "Ada Rusk and Tom Lind"], "Rusk", id="several people are no fuller name of one"),
        pytest.param(["Ada Rusk and Tom Lind", "Rusk"], "Ada Rusk and Tom Lind", id="nor one of them a name of all"),
    ],
)
def test_a_rows_speaker(speakers, expected):
    assert named(*(place(speaker, number) for number, speaker in enumerate(speakers))) == expected


def test_a_firm_is_no_fuller_name_of_a_person():
    assert named(place("Rusk"), place("Rusk Shipping", 1, kind="organisation")) == "Rusk"


def test_two_places_of_one_article_are_one_witness():
    assert named(place(""), place("Ada Rusk", 1), place("Ada Rusk", 2, article="1.txt")) == ""


def test_the_row_says_why():
    (quote,) = fold([place("", 0), place("Ada Rusk", 1), place("Rusk", 2)])
    assert (quote.fullest.quotation.speaker, quote.quotation.speaker) == ("", "Ada Rusk")
    (quote,) = fold([place("Rusk", 0), place("Ada Rusk", 1)])
    row = quote.quotation
    assert (row.speaker, row.speaker_id) == ("Ada Rusk", "id of Ada Rusk")
    assert row.confidence == quote.fullest.quotation.confidence
    assert "Ada Rusk" in row.evidence


def test_nobody_and_then_two_articles_is_no_surer_than_they_are():
    found = row_quotation(
        [Related(place("", 0), "fullest"), Related(place("Rusk", 1), "same"), Related(place("Rusk", 2), "same")]
    )
    assert found is not None
    assert found.confidence == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tom Lind", "Ada Rusk, Tom Lind and Eva Holm", True),
        ("Eva Holm", "Ada Rusk, Tom Lind and Eva Holm", True),
        ("Rusk Tom", "Ada Holm and Eva Lind", False),
        ("Peter Lind", "Ada Rusk, Tom Lind and Eva Holm", False),
    ],
)
def test_one_of_several_who_speak_together(one, other, expected):
    assert compatible(name_of(one), name_of(other)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada Rusk and Tom Lind", True), ("Ways and Means Committee", False), ("Johnson and Johnson", False)],
)
def test_joint_names(name, expected):
    assert is_joint(name_of(name)) is expected
