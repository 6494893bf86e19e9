"""Quotations of one article that share characters."""

from quotes.dedupe import fold
from quotes.dedupe.nesting import marked_nested
from quotes.model import Metadata, Occurrence, Quotation, Span

INNER = "the harbour must stay open for the boats of this town"


def said(quote, speaker="", article="a.txt", at=0, kind="direct"):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote, "", "", "", 1, 1)


OUTER = said(f"She said: {INNER}, and I agree", "Peter Holm")
NESTED = said(INNER, at=10)


def test_which_share_characters():
    alone, elsewhere = said(INNER, at=900), said(INNER, article="b.txt", at=10)
    assert [nested for _, nested in marked_nested([[OUTER, NESTED, alone], [elsewhere]])] == [True, True, False, False]
    assert list(marked_nested([])) == []


def test_a_quotation_inside_another_has_a_row_of_its_own():
    assert len(fold([OUTER, NESTED])) == 2
    assert not any(quote.disputed_with for quote in fold([OUTER, said(INNER, "Anna Berg", at=10)]))


def test_the_same_words_elsewhere_go_to_the_quotation_inside():
    quotes = fold([OUTER, said(INNER, "Anna Berg", at=10), said(INNER, "Anna Berg", "b.txt")])
    assert sorted(len(quote.occurrences) for quote in quotes) == [1, 2]


def test_one_speakers_words_found_twice_in_one_place_are_one():
    assert len(fold([said(f"{INNER} and this coast", "Anna Berg"), said(INNER, "Anna Berg")])) == 1
