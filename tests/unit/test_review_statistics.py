"""How right the rows were, what is worth a look, what is offered, what may be printed."""

import pytest
from review_sheets import frame, row

from quotes.review import accepted, offers, review_order, statistics
from quotes.review.rows import Decision


def judged(confidence, verdict, **cells):
    return row("x", confidence=str(confidence), verdict=verdict, **cells)


@pytest.mark.parametrize(
    ("rows", "band", "looked_at", "right"),
    [
        pytest.param([judged(0.95, "accept"), judged(1.0, "reject"), judged(0.9, "fix")], 0.9, 3, 1, id="three"),
        pytest.param([judged(0.95, "accept", speaker_fix="Ada")], 0.9, 1, 0, id="accepted, but for the speaker"),
        pytest.param([judged(0.85, "unsure"), judged(0.85, "")], 0.8, 0, 0, id="nobody said so"),
        pytest.param([judged(0.85, "accept", review_status="carried, please check")], 0.8, 0, 0, id="to be checked"),
        pytest.param([judged("0,41", "accept")], 0.4, 1, 1, id="a decimal comma"),
        pytest.param([judged("high", "accept")], 0.0, 0, 0, id="no number"),
    ],
)
def test_bands(rows, band, looked_at, right):
    [found] = [one for one in statistics(rows).bands if one.low == band]
    assert (found.looked_at, found.right) == (looked_at, right)
    assert found.precision == (right / looked_at if looked_at else None)


def test_nothing_decided_is_an_empty_record():
    assert statistics([judged(0.5, "")]).as_record() == {}


def test_the_record_counts_verdicts_in_their_order():
    rows = [judged(0.5, "unsure"), judged(0.5, "accept"), judged(0.5, "accept")]
    assert list(statistics(rows).as_record()["verdicts"].items()) == [("accept", 2), ("unsure", 1)]


def test_review_order():
    rows = {
        "decided": judged(0.1, "accept", speaker="A"),
        "corrected": judged(0.1, "", speaker="A", speaker_fix="B"),
        "unsure": judged(0.1, "unsure", speaker="A"),
        "nobody": judged(0.1, "", speaker=""),
        "sure": judged(0.99, "", speaker="A"),
        "doubtful": judged(0.3, "", speaker="A"),
        "doubtful, in many articles": judged(0.6, "", speaker="A", articles="9"),
        "disputed": judged(0.99, "", speaker="A", disputed_with="q-2"),
        "offered": judged(0.98, "", speaker="A", quote_id="q-7"),
        "to be checked": judged(0.9, "accept", review_status="carried, please check"),
    }
    order = [list(rows)[at] for at in review_order(list(rows.values()), {"q-7"})]
    assert order == [
        "to be checked",
        "offered",
        "disputed",
        "doubtful, in many articles",
        "doubtful",
        "sure",
        "nobody",
        "unsure",
        "decided",
        "corrected",
    ]


def test_verdicts_on_a_band_change_what_is_worth_a_look():
    rows = [judged(0.95, "", speaker="A"), judged(0.85, "", speaker="A")]
    assert review_order(rows) == [1, 0]
    # What was looked at with such confidence was wrong, and right with the other.
    rows += [judged(0.95, "reject")] * 6 + [judged(0.85, "accept")] * 6
    assert review_order(rows)[:2] == [0, 1]


def test_the_rows_worth_the_next_look_are_undecided_ones():
    rows = [judged(0.9, "accept", quote_id="q-1"), judged(0.9, "", quote_id="q-2"), judged(0.2, "", quote_id="q-3")]
    assert statistics(rows).next_look == ("q-3", "q-2")


def mention(written, speaker="Jo Tarrant", **cells):
    return row("x", speaker_as_written=written, speaker=speaker, **{"quote_id": "q-2", **cells})


@pytest.mark.parametrize(
    ("fixed", "other", "offered"),
    [
        pytest.param(mention("she"), mention("she"), True, id="same words, same article"),
        pytest.param(mention("she"), mention("She"), True, id="but for case"),
        pytest.param(mention("she"), mention("he"), False, id="other words"),
        pytest.param(mention("she"), mention("she", article="b.txt"), False, id="a pronoun in another article"),
        pytest.param(mention("She"), mention("She", article="b.txt"), False, id="a pronoun that begins a sentence"),
        pytest.param(mention("Tarrant"), mention("Tarrant", article="b.txt"), True, id="a name in another article"),
        pytest.param(mention("Ms Tarrant"), mention("Ms Tarrant", article="b.txt"), True, id="a name with a title"),
        pytest.param(mention("a guard"), mention("a guard", article="b.txt"), False, id="no name"),
        pytest.param(mention("Tarrant"), mention("Tarrant", "Ada Lind"), False, id="taken for somebody else"),
        pytest.param(mention("she"), mention("she", verdict="accept"), False, id="decided already"),
        pytest.param(mention("she"), mention("she", speaker_fix="Ida"), False, id="corrected already"),
        pytest.param(mention("she"), mention("she", note="?"), True, id="only a note"),
        pytest.param(mention(""), mention(""), False, id="no mention"),
    ],
)
def test_offers(fixed, other, offered):
    corrected = type(fixed)(dict(fixed.cells) | {"quote_id": "q-1", "speaker_fix": "Bo Ek"})
    assert [(one.row, one.speaker, one.because) for one in offers([corrected, other])] == (
        [(other, "Bo Ek", corrected)] if offered else []
    )


@pytest.mark.parametrize(
    ("decision", "taken"),
    [
        (Decision("accept"), True),
        (Decision("fix", speaker_fix="B"), True),
        (Decision("", speaker_fix="B"), True),
        (Decision("", quote_fix="B"), True),
        (Decision("reject", speaker_fix="B"), False),
        (Decision("unsure"), False),
        (Decision("", note="fine"), False),
        (Decision(), False),
    ],
)
def test_what_may_be_printed(decision, taken):
    assert decision.is_taken == taken
    assert len(accepted(frame({"quote_id": "q-1", "quote": "x", **decision.cells}))) == taken


def test_what_is_to_be_checked_is_not_printed():
    assert accepted(frame({"verdict": "accept", "review_status": "carried, please check"})).empty


def test_corrections_are_in_place_and_what_belonged_to_the_other_speaker_is_gone():
    cells = {"speaker": "A", "speaker_id": "p1", "speaker_role": "mayor", "quoted_words": "old", "quote": "old"}
    [one] = accepted(frame(cells | {"speaker_fix": "B", "quote_fix": "new"})).to_dict("records")
    assert (one["speaker"], one["speaker_id"], one["speaker_role"]) == ("B", "", "")
    assert (one["quote"], one["quoted_words"], one["evidence"]) == ("new", "new", "corrected by a reviewer")
