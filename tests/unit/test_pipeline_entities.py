"""Names from the encoder's tags, and as entities of the `Doc`."""

import numpy as np
import pytest
import spacy

from quotes.model import Span
from quotes.pipeline.entities import ENTITY_LABELS, ENTITY_TAGS, names_in, set_names, whole_names

TEXT = "Ana Lind-Voss met Oku in Port Ellery"
PIECES = [(0, 3), (4, 8), (8, 9), (9, 11), (11, 13), (14, 17), (18, 21), (22, 24), (25, 29), (30, 36), (36, 36)]
"""Ana Lind - Vo ss met Oku in Port Ellery, and a break."""

NAMES = {
    "none": ("O O O O O O O O O O O", []),
    "one": ("O O O O O O B-PERSON O O O O", [("Oku", "PERSON")]),
    "of several words": (
        "B-PERSON I-PERSON I-PERSON I-PERSON I-PERSON O O O B-GPE I-GPE O",
        [("Ana Lind-Voss", "PERSON"), ("Port Ellery", "GPE")],
    ),
    "that begins inside": ("O O O O O O O O I-GPE I-GPE O", [("Port Ellery", "GPE")]),
    "side by side": ("B-PERSON B-PERSON O O O O O O O O O", [("Ana", "PERSON"), ("Lind", "PERSON")]),
    "of two labels": ("O O O O O O O O B-ORG B-GPE O", [("Port", "ORG"), ("Ellery", "GPE")]),
    "a later piece of a word begins none": (
        "B-PERSON I-PERSON B-PERSON B-PERSON B-PERSON O O O O O O",
        [("Ana Lind-Voss", "PERSON")],
    ),
    "nor one of another label": ("O B-PERSON I-PERSON I-ORG I-ORG O O O O O O", [("Lind-", "PERSON")]),
    "a break is in none": ("O O O O O O O O B-GPE I-GPE I-GPE", [("Port Ellery", "GPE")]),
    "a break is none": ("O O O O O O O O O O B-GPE", []),
}


@pytest.mark.parametrize(("tags", "expected"), NAMES.values(), ids=NAMES)
def test_names_from_tags(tags, expected):
    scores = np.eye(len(ENTITY_TAGS), dtype=np.float32)[[ENTITY_TAGS.index(tag) for tag in tags.split()]]
    starts, ends = np.array(PIECES, dtype=np.int32).T
    assert [(span.cut(TEXT), label) for span, label in names_in(scores, starts, ends)] == expected


def test_names_from_no_pieces():
    nothing = np.zeros(0, dtype=np.int32)
    assert names_in(np.zeros((0, len(ENTITY_TAGS)), dtype=np.float32), nothing, nothing) == []


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3)], [("Ana", "PERSON")]),
        ([(9, 11)], [("Voss", "PERSON")]),  # half a token
        ([(0, 13), (9, 13)], [("Ana Lind-Voss", "PERSON")]),  # the longest of those that overlap
        ([(9, 11), (11, 13)], [("Voss", "PERSON")]),
        ([(30, 36), (0, 3)], [("Ana", "PERSON"), ("Ellery", "PERSON")]),
        ([], []),
    ],
)
def test_names_become_entities_at_token_bounds(spans, expected):
    doc = spacy.blank("en")(TEXT)
    set_names(doc, [(Span(start, end), "PERSON") for start, end in spans])
    assert [(entity.text, entity.label_) for entity in doc.ents] == expected


@pytest.mark.parametrize(
    ("words", "label", "wanted"),
    [
        ("Ada Berg-", "PERSON", "Ada Berg-Lind"),
        ("Ada Berg", "PERSON", "Ada Berg-Lind"),
        ("Evening Post", "ORG", "Evening Post-Dispatch"),
        ("China", "GPE", "China"),
        ("Altmere", "ORG", "Altmere"),
    ],
)
def test_names_do_not_stop_at_a_hyphen(words, label, wanted):
    text = "Ada Berg-Lind of the Evening Post-Dispatch saw Altmere-based firms in China-Japan talks."
    span = Span(text.index(words), text.index(words) + len(words))
    assert [(found.cut(text), label) for found, label in whole_names(text, [(span, label)])] == [(wanted, label)]


@pytest.mark.parametrize(
    ("words", "tagged", "wanted"),
    [
        ("Lim Gil-ho", "Lim Gil", "Lim Gil-ho"),
        ("Lim Gil-ho", "Lim Gil-", "Lim Gil-ho"),
        ("Ann Lee-led", "Ann Lee", "Ann Lee"),
        ("Gil-ho", "Gil", "Gil"),
        ("Lim Gil-hop", "Lim Gil", "Lim Gil"),
    ],
)
def test_names_of_three_parts_keep_the_last(words, tagged, wanted):
    text = f"So says {words} there."
    (found,) = whole_names(text, [(Span(8, 8 + len(tagged)), "PERSON")])
    assert found[0].cut(text) == wanted


def test_labels_are_numbered_as_the_network_learned_them():
    assert ENTITY_LABELS == ("PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART")
    assert ENTITY_TAGS[:4] == ("O", "B-PERSON", "I-PERSON", "B-ORG")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Lindholm. Counting", "Lindholm"),
        ("Ada Lind. Lind", "Ada Lind"),
        ("Prof. Ada Lind", "Prof. Ada Lind"),
        ("St. Osk", "St. Osk"),
        ("Ada J. Lind", "Ada J. Lind"),
        ("K! Magazine", "K! Magazine"),
    ],
)
def test_names_end_with_their_sentence(words, wanted):
    text = f"So says {words} was there."
    span = Span(8, 8 + len(words))
    assert [found.cut(text) for found, _ in whole_names(text, [(span, "PERSON")])] == [wanted]
