"""Gold of duplicates is read, and a grouping is scored against it, by hand-counted tables."""

import json
from fractions import Fraction

import pytest

from quotes.errors import GoldError
from quotes.evaluation.duplicates import (
    GoldDuplicates,
    GoldPair,
    GoldQuotation,
    digest_of,
    read_duplicates,
    score_pairs,
)
from quotes.model import Span

LABELS = {"=": "one", "!": "not", "~": "disputed", "?": "undecided"}


def gold(pairs):
    """The pairs in short: "a=b a!c" are one thing and two things."""
    return GoldDuplicates((), tuple(GoldPair(one, other, LABELS[how]) for one, how, other in pairs.split()))


def grouped(groups):
    """The group of each quotation in short: "abc d" puts a, b and c into one."""
    return {name: number for number, group in enumerate(groups.split()) for name in group}


def f1(precision, recall):
    return float(2 * precision * recall / (precision + recall))


@pytest.mark.parametrize(
    ("pairs", "groups", "precision", "recall"),
    [
        pytest.param("a=b c!d", "ab c d", 1, 1, id="all right"),
        pytest.param("a=b c!d", "a b c d", 1, 0, id="nothing folded"),
        pytest.param("a=b c!d", "abcd", Fraction(1, 2), 1, id="all folded"),
        pytest.param("a=b b=c a!d", "ab c d", 1, Fraction(1, 2), id="one of two missed"),
        pytest.param("a=b c=d e!f a!c", "ab cd ef", Fraction(2, 3), 1, id="one of three wrong"),
        pytest.param("a~b", "ab", 0, 1, id="a dispute folded is wrong"),
        pytest.param("a~b", "a b", 1, 1, id="a dispute kept apart is not missed"),
        pytest.param("a?b c?d", "ab c d", 1, 1, id="undecided counts for neither"),
        pytest.param("", "", 1, 1, id="no pairs"),
    ],
)
def test_precision_and_recall_of_pairs(pairs, groups, precision, recall):
    scores = score_pairs(gold(pairs), grouped(groups))
    assert (scores.precision, scores.recall) == (float(precision), float(recall))
    assert scores.pairs == len(pairs.split()) - pairs.count("?")


@pytest.mark.parametrize(
    ("pairs", "groups", "expected"),
    [
        pytest.param("a=b c!d", "ab c d", 1.0, id="all right"),
        # precision: a and b 1; c and d 1. recall: a and b 1/2; c and d 1.
        pytest.param("a=b c!d", "a b c d", f1(Fraction(1), Fraction(3, 4)), id="nothing folded"),
        # precision: a, b and c 2/3, 2/3, 1/3; d 1. recall: a and b 1, c and d 1/2.
        pytest.param("a=b c=d a!c", "abc d", f1(Fraction(2, 3), Fraction(3, 4)), id="one in the wrong group"),
        # Gold joins a, b, c by their pairs, and a and c are not asked for. precision 1; recall 2/3, 2/3, 1/3.
        pytest.param("a=b b=c", "ab c", f1(Fraction(1), Fraction(5, 9)), id="gold groups chain"),
        # The pair b, c is left out of both. precision: a 2/3, b 1, c 1/2. recall 1.
        pytest.param("a=b b?c", "abc", f1(Fraction(13, 18), Fraction(1)), id="undecided"),
        # precision: each 1/2. recall 1.
        pytest.param("a~b", "ab", f1(Fraction(1, 2), Fraction(1)), id="disputed ones are two groups"),
        pytest.param("", "", 1.0, id="no pairs"),
    ],
)
def test_b_cubed_by_hand(pairs, groups, expected):
    assert score_pairs(gold(pairs), grouped(groups)).b_cubed == pytest.approx(expected)


def test_wrong_and_missed_pairs_are_named():
    scores = score_pairs(gold("a=b a=c b!d c~e"), grouped("abd ce"))
    assert scores.wrong == (GoldPair("b", "d", "not"), GoldPair("c", "e", "disputed"))
    assert scores.missed == (GoldPair("a", "c", "one"),)


def test_disputes_count_as_shown_where_the_rows_point_at_each_other():
    scores = score_pairs(gold("a~b c~d e~f"), grouped("a b c d ef"), [frozenset((1, 0)), frozenset((0, 2))])
    assert (scores.disputes, scores.disputes_shown) == (3, 1)


TEXT = "“The pier is safe,” she said. “It holds.”"
QUOTATION = {
    "id": "d1",
    "doc": "post/pier",
    "content": [[0, 19], [30, 41]],
    "kind": "direct",
    "speaker": "Anna Berg",
    "digest": digest_of(TEXT, (Span(0, 19), Span(30, 41))),
}


def written(folder, quotations, pairs):
    for name, rows in (("quotations", quotations), ("pairs", pairs)):
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        (folder / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return folder


def test_gold_is_read_and_fits_its_text_only(tmp_path):
    folder = written(
        tmp_path, [QUOTATION, {**QUOTATION, "id": "d2"}], [{"one": "d1", "other": "d2", "label": "disputed"}]
    )
    found = read_duplicates(folder)
    assert found.pairs == (GoldPair("d1", "d2", "disputed"),)
    assert found.quotations[0] == GoldQuotation(
        "d1", "post/pier", (Span(0, 19), Span(30, 41)), "direct", "Anna Berg", QUOTATION["digest"]
    )
    assert found.quotations[0].fits(TEXT)
    assert not found.quotations[0].fits(TEXT.replace("safe", "sale"))
    assert not found.quotations[0].fits("")


@pytest.mark.parametrize(
    ("quotations", "pairs", "message"),
    [
        pytest.param([QUOTATION, "{"], [], "quotations.jsonl, line 2", id="no JSON"),
        pytest.param([{**QUOTATION, "content": [[0]]}], [], "quotations.jsonl, line 1", id="half a span"),
        pytest.param([{"id": "d1"}], [], "quotations.jsonl, line 1", id="keys missing"),
        pytest.param(["[]"], [], "quotations.jsonl, line 1", id="a list"),
        pytest.param(
            [QUOTATION], [{"one": "d1", "other": "d1", "label": "alike"}], "pairs.jsonl, line 1", id="unknown label"
        ),
        pytest.param(
            [QUOTATION], [{"one": "d1", "other": "d7", "label": "one"}], "pairs.jsonl, line 1", id="unknown quotation"
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, quotations, pairs, message):
    with pytest.raises(GoldError, match=message) as caught:
        read_duplicates(written(tmp_path, quotations, pairs))
    assert caught.value.code == "G01"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"quotations\.jsonl") as caught:
        read_duplicates(tmp_path)
    assert caught.value.code == "G03"
