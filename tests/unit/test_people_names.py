from __future__ import annotations

import pytest

from quotes.pipeline.people.names.parts import clean, normal, parse_name, same_person


@pytest.mark.parametrize(
    ("text", "given", "last", "title", "suffix"),
    [
        ("Ann Lee", ("ann",), "lee", "", ""),
        ("Mrs. Lee", (), "lee", "mrs", ""),
        ("Sen. Ana María van der Berg Jr.", ("ana", "maria"), "van der berg", "sen", "jr"),
        ("Lee, Ann", ("ann",), "lee", "", ""),
        ("Ann Lee, Jr.", ("ann",), "lee", "", "jr"),
        ("Siobhán O’Neill’s", ("siobhan",), "oneill", "", ""),
        ("Prof. Sir Tom Okoro-Banks", ("tom",), "okoro-banks", "sir", ""),
        ("A. J. Marsh", ("a", "j"), "marsh", "", ""),
        ("Olu", (), "olu", "", ""),
        ("", (), "", "", ""),
    ],
)
def test_parse_name_finds_the_parts(text, given, last, title, suffix):
    name = parse_name(text)
    assert (name.given, name.last, name.title, name.suffix) == (given, last, title, suffix)


def test_parse_name_takes_out_a_nickname():
    assert parse_name("Robert “Bobby” Quill").nickname == "bobby"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Lee", "Lee", True),
        ("Ann Lee", "Ann", True),
        ("Ann Lee", "Ms. Lee", True),
        ("Ann Lee", "Mr. Lee", False),
        ("Ann Lee", "Tom Lee", False),
        ("Ann Lee", "A. Lee", True),
        ("Rob Lee", "Robert Lee", True),
        ("Ann Mary Lee", "Ann Lee", True),
        ("Ann Lee", "Ann Marsh", False),
        ("Karel van der Berg", "Berg", True),
        ("Tom Okoro-Banks", "Banks", True),
        ("Tom Lee Jr.", "Tom Lee Sr.", False),
        ("Tom Lee Jr.", "Tom Lee", True),
        ("José Iñíguez", "Jose Iniguez’s", True),
        ("Robert “Bobby” Quill", "Bobby Quill", True),
        ("", "Lee", False),
    ],
)
def test_same_person_compares_the_parts(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("the Harbour Herald", "Harbour Herald"),
        ("Ann\n Lee's", "Ann Lee"),
        ("“Ann Lee,”", "Ann Lee"),
        ("Tom Lee Jr.", "Tom Lee Jr."),
        ("Quill Corp.", "Quill Corp."),
        ("Ann Lee.", "Ann Lee"),
        ("James’", "James"),
    ],
)
def test_clean_shows_a_name(name, shown):
    assert clean(name) == shown


def test_normal_ignores_accents_case_and_possessives():
    assert normal("Müller’s") == normal("MULLER") == "muller"
