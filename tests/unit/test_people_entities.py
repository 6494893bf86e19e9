from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people.cast.entities import gather
from quotes.pipeline.people.names.mentions import find_mentions
from quotes.pipeline.people.scene import Scene


def cast_of(marked, ents):
    doc = doc_of(marked, ents)
    scene = Scene.of_doc(doc)
    return gather(find_mentions(doc, scene), scene)


def entity(cast, name):
    found = [e for e in cast.entities if e.name == name]
    assert found, f"no {name!r} among {[e.name for e in cast.entities]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "ents", "name", "kind", "mentions"),
    [
        pytest.param(
            "Ann Lee came. Lee sang. Ann's band left.",
            {"Ann Lee": "PERSON", "Lee": "PERSON", "Ann": "PERSON"},
            "Ann Lee",
            "person",
            3,
            id="longest-form-wins",
        ),
        pytest.param(
            "Ann Lee came. Then Lee sang. Later Lee left.",
            {"Ann Lee": "PERSON", "Lee": "ORG"},
            "Ann Lee",
            "person",
            3,
            id="surname-of-the-wrong-type",
        ),
        pytest.param(
            "Mirko Tadel came. Then Tadel sang and Tadel left.",
            {"Mirko Tadel": "ORG", "Tadel": "PERSON"},
            "Mirko Tadel",
            "person",
            3,
            id="full-name-of-the-wrong-type",
        ),
        pytest.param(
            "Then Director Ann Lee left.",
            {"Director Ann Lee": "PERSON"},
            "Ann Lee",
            "person",
            1,
            id="role-cut-off",
        ),
        pytest.param(
            "Then Acme boss Ann Lee left.",
            {"Acme boss Ann Lee": "ORG"},
            "Ann Lee",
            "person",
            1,
            id="firm-and-role-cut-off",
        ),
        pytest.param(
            "Quill Games grew. Then Quill shrank.",
            {"Quill Games": "ORG", "Quill": "ORG"},
            "Quill Games",
            "organisation",
            2,
            id="short-form-of-a-firm",
        ),
        pytest.param(
            "The Harbour Port Authority [[HPA]] met. Later the HPA voted.",
            {"Harbour Port Authority": "ORG", "HPA": "ORG"},
            "Harbour Port Authority",
            "organisation",
            3,
            id="initials",
        ),
        pytest.param(
            "She wrote for the Harbour Tribune. The Tribune paid.",
            {"Harbour Tribune": "ORG", "Tribune": "ORG"},
            "Harbour Tribune",
            "organisation",
            2,
            id="end-of-a-newspaper-s-name",
        ),
        pytest.param(
            "The New Harbour Post closed.",
            {"The New Harbour Post": "ORG"},
            "New Harbour Post",
            "organisation",
            1,
            id="new-is-part-of-a-name",
        ),
        pytest.param(
            'Robert J. "Bobby" Quill ran. Bobby Quill won.',
            {"Robert J.": "PERSON", "Quill": "PERSON", "Bobby Quill": "PERSON"},
            'Robert J. "Bobby" Quill',
            "person",
            2,
            id="nickname-in-marks",
        ),
        pytest.param(
            "ANN LEE: Good evening.\nANN LEE: Goodbye.",
            {"ANN LEE": "PERSON"},
            "Ann Lee",
            "person",
            2,
            id="capitals-of-a-transcript",
        ),
        pytest.param(
            "Karel van der Berg came. Then Berg left.",
            {"Karel van der Berg": "PERSON", "Berg": "PERSON"},
            "Karel van der Berg",
            "person",
            2,
            id="particles",
        ),
        pytest.param(
            "Then (Ann Lee) <said> {it works}.",
            {},
            "Ann Lee",
            "person",
            1,
            id="missed-by-the-tagger",
        ),
    ],
)
def test_gather_puts_mentions_together(text, ents, name, kind, mentions):
    cast = cast_of(text, ents)
    if not ents:  # untagged figures are known to resolution, and not shown
        assert name in {figure.entity.name for figure in cast.figures}
        return
    found = entity(cast, name)
    assert (found.kind, len(found.mentions)) == (kind, mentions)


def test_gather_keeps_two_people_with_one_surname_apart():
    ents = {"Ann Lee": "PERSON", "Tom Lee": "PERSON", "Lee": "PERSON"}
    cast = cast_of("Ann Lee came. Tom Lee came. Mr. Lee sang. Ms. Lee danced.", ents)
    assert len(entity(cast, "Ann Lee").mentions) == 2
    assert len(entity(cast, "Tom Lee").mentions) == 2
    assert not cast.doubtful


def test_gather_doubts_a_surname_that_two_bear():
    cast = cast_of("Ann Lee and Tom Lee came. Lee sang.", {"Ann Lee": "PERSON", "Tom Lee": "PERSON", "Lee": "PERSON"})
    assert len(cast.doubtful) == 1


def test_gather_takes_a_title_s_gender_for_somebody_else():
    cast = cast_of("Ann Lee came. Mr. Lee sang.", {"Ann Lee": "PERSON", "Lee": "PERSON"})
    assert len(entity(cast, "Ann Lee").mentions) == 1


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Osei came.", "f"),
        ("Actor Kojo came. The actress Osei stayed.", "f"),
        ("Ann Osei came.", "f"),
        ("Osei came. She left.", "f"),
        ("Osei came and took his hat. He left.", "m"),
        ("Osei came. They left.", ""),
    ],
)
def test_gather_tells_gender(text, gender):
    cast = cast_of(text, {"Ann Osei": "PERSON", "Osei": "PERSON"})
    found = [e for e in cast.entities if e.name.endswith("Osei")]
    assert found[0].gender == gender


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Osei, director of the new film, came.", "director of the new film"),
        ("The former finance minister Ann Osei came.", "former finance minister"),
        ("Ann Osei, 41, a harbour pilot, came.", "harbour pilot"),
        ("Ann Osei is the club's manager.", "club's manager"),
        ("Ann Osei, however, came.", ""),
        ("Ann Osei, Tom and Ida came.", ""),
    ],
)
def test_gather_reads_roles(text, role):
    assert entity(cast_of(text, {"Ann Osei": "PERSON"}), "Ann Osei").role == role
