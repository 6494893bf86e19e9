"""Silver names: bare of what surrounds them, one type a name."""

import pytest

from quotes.model import Span
from quotes.training.data import names_of


def tagged(text, *names):
    """Each name with its label, found behind the one before."""
    found, at = [], 0
    for words, label in names:
        start = text.index(words, at)
        found.append((Span(start, start + len(words)), label))
        at = start + len(words)
    return found


def names(text, *given):
    return [(span.cut(text), label) for span, label in names_of(text, tagged(text, *given))]


BARE = [
    ("article", "Read the Weir Post now", "the Weir Post", "Weir Post"),
    ("article at a head", "The Weir Post said", "The Weir Post", "Weir Post"),
    ("no article", "Theodora said", "Theodora", "Theodora"),
    ("possessive", "Aldous’s boat", "Aldous’s", "Aldous"),
    ("straight possessive", "Weir's boat", "Weir's", "Weir"),
    ("plural possessive", "the Aldous' boat", "Aldous'", "Aldous"),
    ("marks", "sang “Low Tide” twice", "“Low Tide”", "Low Tide"),
    ("article inside marks", "read “The Tide” twice", "“The Tide”", "Tide"),
    ("over a line", "by Ruben Aldous\nPriya said", "Ruben Aldous\nPriya", "Ruben Aldous"),
    ("article over a line", "read the\nPost", "the\nPost", None),
    ("full stop", "the U.S. said", "U.S.", "U.S"),
    ("only marks", "he said — now", "—", None),
    ("no capital", "the ferry sails", "ferry", None),
    ("apostrophe inside", "Mr O’Neill’s boat", "O’Neill’s", "O’Neill"),
]


@pytest.mark.parametrize(("text", "given", "name"), [row[1:] for row in BARE], ids=[row[0] for row in BARE])
def test_names_are_bare(text, given, name):
    assert names(text, (given, "ORG")) == ([(name, "ORG")] if name else [])


def test_other_labels_are_left_out():
    assert names("Aldous paid on Monday", ("Aldous", "PERSON"), ("Monday", "DATE")) == [("Aldous", "PERSON")]


def test_a_name_has_one_type_by_vote():
    text = "Weir met Weir and Weir."
    assert names(text, ("Weir", "ORG"), ("Weir", "GPE"), ("Weir", "GPE")) == [("Weir", "GPE")] * 3


def test_a_part_of_a_persons_name_is_the_person():
    text = "Tamsin Weir left Weir. “Weir,” said TAMSIN."
    given = (("Tamsin Weir", "PERSON"), ("Weir", "GPE"), ("Weir", "GPE"), ("TAMSIN", "ORG"))
    assert {label for _, label in names(text, *given)} == {"PERSON"}
