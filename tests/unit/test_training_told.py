"""Names of gold find the words that stand for them near the quotation."""

import pytest

from quotes.model import Span
from quotes.training.told import words_of

TEXT = (
    "Odile Marchetti gave the Brackwater Gazette an interview. “The ferry is safe,” she told the Gazette on Friday. "
    "The Brackwater Gazette is a newspaper."
)
CONTENT, CUE = "“The ferry is safe,”", "told"

ROWS = {
    "the whole name nearest to the cue": ("Brackwater Gazette", ["Brackwater Gazette"]),
    "with an article that the text has elsewhere": ("The Brackwater Gazette", ["The Brackwater Gazette"]),
    "its last word": ("Morning Gazette", ["Gazette"]),
    "a word in lower case is no part": ("Friday evening", ["Friday"]),
    "nobody": ("", []),
    "somebody else": ("Harbour Herald", None),
    "not inside the quotation": ("ferry", None),
    "no part of a word": ("Fri", None),
}


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("name", "expected"), ROWS.values(), ids=ROWS)
def test_words_of_a_name(name, expected):
    found = words_of(name, TEXT, (span(CONTENT),), (span(CUE),))
    assert (found if found is None else [one.cut(TEXT) for one in found]) == expected


def test_what_stands_far_away_is_not_meant():
    text = TEXT + " It rained." * 60 + " The Harbour Herald agrees."
    assert words_of("Harbour Herald", text, (span(CONTENT),), (span(CUE),)) is None
