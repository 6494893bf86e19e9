"""What a cell holds: the guard and its inverse, one line, the limit."""

import pytest

from quotes.tables.guard import EXCEL_LIMIT, guarded, one_line, shortened, unguarded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-x", "'-x"),
        ("@handle", "'@handle"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("'=1", "''=1"),
        ("''@x", "'''@x"),
        ("'tis", "'tis"),
        ("''", "''"),
        ("'", "'"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_guard_and_its_inverse(text, expected):
    assert guarded(text) == expected
    assert unguarded(expected) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\r\ntwo\nthree", "one two three", id="line ends"),
        pytest.param("one\u2028two\x85three\x0bfour", "one two three four", id="other line ends"),
        pytest.param("\t=1+1\x00", "=1+1", id="control characters at the ends"),
        pytest.param("a  b", "a  b", id="spaces stay"),
        pytest.param("\ud800x", "\ufffdx", id="lone surrogate"),
        pytest.param("שלום 🙂", "שלום 🙂", id="right to left and emoji"),
    ],
)
def test_one_line(text, expected):
    assert one_line(text) == expected


def test_shortened_marks_what_it_cut():
    text = shortened("x" * 40_000)
    assert len(text) == EXCEL_LIMIT
    assert text.endswith("x […cut: 40,000 characters in all]")


def test_shortened_counts_an_emoji_as_two():
    assert shortened("🙂" * 16_383) == "🙂" * 16_383
    cut = shortened("🙂" * 16_384)
    assert cut.startswith("🙂" * 16_000)
    assert len(cut.encode("utf-16-le")) // 2 <= EXCEL_LIMIT
    assert "[…cut: 16,384" in cut


def test_shortened_leaves_what_fits():
    assert shortened("x" * EXCEL_LIMIT) == "x" * EXCEL_LIMIT
