"""Names in sources that the tagger sees in part or not at all, namesakes, and roles: one case for each class."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People, clean
from quotes.pipeline.people.lexicon import kindred

NAMES = {
    "a firm of three words, tagged in part": (
        "{“No,”} <said> (British Example Trust).",
        {"Example Trust": "ORG"},
        "British Example Trust",
    ),
    "a firm with of, not tagged": ("(The Museum of Tides) <said> {no}.", {}, "Museum of Tides"),
    "an acronym, not tagged": ("Ann Lee left. (WHO) <said> {no}.", {"Ann Lee": "PERSON"}, "WHO"),
    "a name with an initial, tagged in part": ("{“No,”} <said> (Osk B. Lee).", {"Lee": "PERSON"}, "Osk B. Lee"),
    "a firm with &": ("(Hallam & Birch) <said> {no}.", {"Hallam": "PERSON", "Birch": "ORG"}, "Hallam & Birch"),
    "an opener before the name": (
        "Clarifying (Acme Tide Games) <said> {no}.",
        {"Clarifying Acme Tide Games": "ORG"},
        "Acme Tide Games",
    ),
    "a role of several words between firm and name": (
        "(Tideland State Board of Works chairman Ann Lee) <said> {no}.",
        {"Tideland State Board": "ORG", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "an organisation with a common noun": (
        "Tass Wire grew. (The official Tass Wire news agency) <said> {no}.",
        {"Tass Wire": "ORG"},
        "Tass Wire",
    ),
    "an employer behind the name": (
        "{“No,”} <said> (Ann Lee, an analyst at Pell & Marsh).",
        {"Ann Lee": "PERSON", "Pell": "ORG", "Marsh": "ORG"},
        "Ann Lee",
    ),
    "a home town behind the name": (
        "{“No,”} <said> (Ann Lee, a native of Oxbay, Tideland).",
        {"Ann Lee": "PERSON", "Oxbay": "GPE", "Tideland": "GPE"},
        "Ann Lee",
    ),
    "letters behind the name": ("(Ann Lee KC) <said> {no}.", {"Ann Lee": "PERSON"}, "Ann Lee"),
    "an office, not a name": (
        "Tom Berg, MP for Oxbay, won. (The Oxbay MP) <said> {no}.",
        {"Tom Berg": "PERSON", "Oxbay": "GPE"},
        "Tom Berg",
    ),
    "a nickname that is a role": (
        "Brian 'Head' Quill left. (Quill) <said> {no}.",
        {"Brian 'Head' Quill": "PERSON", "Quill": "PERSON"},
        "Brian 'Head' Quill",
    ),
    "a name in a headline": (
        "Osk Turner Leaves Home at Last\n\n(Osk) <said> {no}.",
        {"Osk Turner": "PERSON", "Osk": "PERSON"},
        "Osk Turner",
    ),
    "a source that breaks off in a name": (
        "Eliza Quill-Cossio won. (Eliza Quill-Cos)sio <said> {no}.",
        {"Eliza Quill-Cossio": "PERSON"},
        "Eliza Quill-Cossio",
    ),
    "a namesake named only later": (
        "Ann Lee won. (Lee) <said> {no}. Team: V Lee, Tom Berg.",
        {"Ann Lee": "PERSON", "V Lee": "PERSON", "Lee": "PERSON", "Tom Berg": "PERSON"},
        "Ann Lee",
    ),
    "a namesake long ago": (
        "Ann Lee won. Acme paid. Tom Berg lost. Ida Quill wept. Oxbay slept. Bo Lee sang. (Lee) <said> {no}.",
        {
            "Ann Lee": "PERSON",
            "Bo Lee": "PERSON",
            "Lee": "PERSON",
            "Acme": "ORG",
            "Tom Berg": "PERSON",
            "Ida Quill": "PERSON",
            "Oxbay": "GPE",
        },
        "Bo Lee",
    ),
    "singer for frontman": (
        "Tide Trio frontman Tom Berg met Ann Lee. {“No,”} (the singer) <said>.",
        {"Tom Berg": "PERSON", "Ann Lee": "PERSON", "Tide Trio": "ORG"},
        "Tom Berg",
    ),
}


@pytest.mark.parametrize(("marked", "ents", "name"), NAMES.values(), ids=NAMES)
def test_people_reads_the_name_of_a_source(marked, ents, name):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == [name], [s.evidence for s in doc._.speakers]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ann Lee KC", "Ann Lee"),
        ("Ann Lee, MP", "Ann Lee"),
        ("Ann Lee, Ph.D.", "Ann Lee"),
        ("Tom Berg Jr.", "Tom Berg Jr."),
        ("MP", "MP"),
        ("OBE", "OBE"),
    ],
)
def test_clean_leaves_out_honours(name, shown):
    assert clean(name) == shown


def test_kindred_leaves_out_the_noun_itself():
    assert "frontman" in kindred("singer")
    assert "singer" not in kindred("singer")
    assert not kindred("zebra")
