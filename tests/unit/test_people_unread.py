"""What articles that nothing was tuned on have taught: one case for each cause of a wrong or a missing name."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.model import Span
from quotes.pipeline.people import People
from quotes.pipeline.people.cast.gender import balance, gender_behind, of_pronouns
from quotes.pipeline.people.names.broken import put_together
from quotes.pipeline.people.sources.authors import owner_of

CASES = {
    "a father who is named later": (
        "Osk Vane came. {“No,”} (Vane) <said>. His father, Osk Vane Sr., was there once.",
        {"Osk Vane": "PERSON", "Vane": "PERSON", "Osk Vane Sr": "PERSON"},
        "Osk Vane",
    ),
    "what a headline says": (
        "(Osk Vane) posted it <under a headline that said>, {“It Is Over.”}",
        {"Osk Vane": "PERSON"},
        "",
    ),
    "the writer of the article": (
        "Osk Vane was there. As (this reporter) <revealed>, {he is not well}.",
        {"Osk Vane": "PERSON"},
        "",
    ),
    "the elder of a junior with more names": (
        "Osk Vane held his son. {“No,”} (Vane) <said> of Osk Ray Vane Jr., who slept.",
        {"Osk Vane": "PERSON", "Vane": "PERSON", "Osk Ray Vane Jr": "PERSON"},
        "Osk Vane",
    ),
    "of two, the one who is not called by a first name": (
        "Osk Vane sang. His wife, Tilda Vane, was there. Tilda left. {“No,”} (Vane) <said>.",
        {"Osk Vane": "PERSON", "Tilda Vane": "PERSON", "Tilda": "PERSON", "Vane": "PERSON"},
        "Osk Vane",
    ),
    "a prize is nobody": (
        "Oscar-winner Tilda Vane spoke of her husband. {“No,”} (he) <said>.",
        {"Oscar": "PERSON", "Tilda Vane": "PERSON"},
        "",
    ),
    "a place before a surname": (
        "Osk Vane won. But speaking in (Oxbay Vane) <said> {no}.",
        {"Osk Vane": "PERSON", "Oxbay Vane": "PERSON"},
        "Osk Vane",
    ),
    "a surname behind a title, but for a letter": (
        "Osk Mukherhill bought it. {“No,”} (Mr. Mukerhill) <said>.",
        {"Osk Mukherhill": "PERSON", "Mukerhill": "PERSON"},
        "Osk Mukherhill",
    ),
    "a long surname, but for two": (
        "Osk Abdulkanov bought it. {“No,”} (Adulkanox) <said>.",
        {"Osk Abdulkanov": "PERSON", "Adulkanox": "PERSON"},
        "Osk Abdulkanov",
    ),
    "a short one is another": (
        "Osk Harden bought it. {“No,”} (Hordan) <said>.",
        {"Osk Harden": "PERSON", "Hordan": "PERSON"},
        "Hordan",
    ),
    "a first name that another has, where a surname is given for two": (
        "David Quill came. (David and Jeanne Vane) <wrote> {“no.”}",
        {"David Quill": "PERSON", "David": "PERSON", "Jeanne Vane": "PERSON"},
        "David Vane and Jeanne Vane",
    ),
    "a nation is no union": (
        "The United Smithworkers union met. (The U.S.) <said> {no}.",
        {"United Smithworkers": "ORG", "U.S.": "ORG"},
        "U.S.",
    ),
    "a co-author": (
        "Ann Quill wrote it. {“No,”} (Quill and co-author Tom Vane) <write>.",
        {"Ann Quill": "PERSON", "Quill": "PERSON", "Tom Vane": "PERSON"},
        "Ann Quill and Tom Vane",
    ),
    "a title of two words": ("{“No,”} (Altmere Vice-Mayor Osk Vane) <said>.", {"Osk Vane": "PERSON"}, "Osk Vane"),
    "a title in the plural": (
        "Ann Quill and Tom Vane teach. {“No,”} (Professors Quill and Vane) <say>.",
        {"Ann Quill": "PERSON", "Tom Vane": "PERSON", "Quill": "PERSON", "Vane": "PERSON"},
        "Ann Quill and Tom Vane",
    ),
    "another of a firm": (
        "{“No,”} <said> (another leading advocate, Osk Vane of the law firm Tarn Quill).",
        {"Osk Vane": "PERSON", "Tarn Quill": "ORG"},
        "Osk Vane",
    ),
    "what a firm is, before its name": (
        "Start-up Tidely <says> {no}. (Tidely), of Altmere, grew.",
        {"Tidely": "ORG"},
        "Tidely",
    ),
    "a surname alone, where another has it as half of a double name": (
        "Osk Vane left. Ann Quill Vane came. Quill Vane sang. {“No,”} (Vane) <said>.",
        {"Osk Vane": "PERSON", "Ann Quill Vane": "PERSON", "Quill Vane": "PERSON", "Vane": "PERSON"},
        "Osk Vane",
    ),
    "a surname cut to its initial": (
        "Ann Quill left with Ann Q. {“No,”} (Ann) <said>.",
        {"Ann Quill": "PERSON", "Ann Q": "PERSON", "Ann": "PERSON"},
        "Ann Quill",
    ),
    "the name at birth is not the name": (
        "Ziggy Vane has died. Mr. Vane sang.\n\nWalter Ray Vane was born on June 8. {“No,”} (Mr. Vane) <said>.",
        {"Ziggy Vane": "PERSON", "Walter Ray Vane": "PERSON", "Vane": "PERSON"},
        "Ziggy Vane",
    ),
    "a firm and what it makes": (
        "Tarn grew. Tarn Cumulus costs little. Cumulus sells. Cumulus is new. (Tarn) <said> {no}.",
        {"Tarn": "ORG", "Cumulus": "ORG"},
        "Tarn",
    ),
    "an abbreviation before the initials": (
        "The UK Harbour Party won. (UKHP) <said> {no}.",
        {"UK Harbour Party": "ORG", "UKHP": "ORG"},
        "UK Harbour Party",
    ),
    "a band that ends in a word for kin": (
        "(Night Daughter) <said> {no}.",
        {},
        "Night Daughter",
    ),
    "a digit in a name": ("{“No,”} (Osk 7) <said>.", {"Osk": "PERSON"}, "Osk 7"),
    "the spelling that is used most": (
        "Zoé Quill came. Zoe Quill sang. Zoe Quill left. {“No,”} (Quill) <said>.",
        {"Zoé Quill": "PERSON", "Zoe Quill": "PERSON", "Quill": "PERSON"},
        "Zoe Quill",
    ),
    "a headline that shouts a part": (
        "ANN Quill came. Ann Quill sang. {“No,”} (Quill) <said>.",
        {"ANN Quill": "PERSON", "Ann Quill": "PERSON", "Quill": "PERSON"},
        "Ann Quill",
    ),
    "whose his post is": (
        "Tom Berg replied. (His post) <read> {“No.”}",
        {"Tom Berg": "PERSON"},
        "Tom Berg",
    ),
    "what an issue of a magazine says": (
        "(The latest issue of Tide Weekly) <said> {no}.",
        {"Tide Weekly": "ORG"},
        "Tide Weekly",
    ),
    "several roles before the name": (
        "{“No,”} <said> (singer, drummer and baker Tom Berg).",
        {"Tom Berg": "PERSON"},
        "Tom Berg",
    ),
    "a wife of a singer is no singer": (
        "The singer's wife Ann Lee met singer Ida Quill. {“No,”} (the singer) <said>.",
        {"Ann Lee": "PERSON", "Ida Quill": "PERSON"},
        "Ida Quill",
    ),
    "a platform is no band": ("On Twitter, {“no,”} (the band) <said>.", {"Twitter": "ORG"}, ""),
    "who is named in a phrase is not meant by it": (
        "Tom Berg leads. {“No,”} (the head of Ida Quill) <said>.",
        {"Tom Berg": "PERSON", "Ida Quill": "PERSON"},
        "Tom Berg",
    ),
    "a word at the head of a sentence is no name": ("(Text) <reads> {“No.”}", {"Text": "ORG"}, ""),
    "a full name for two, the second first name not known": (
        "Ann and Oskmar Quill came. {“No,”} (Ann) <said>.",
        {"Ann": "PERSON", "Oskmar Quill": "PERSON"},
        "Ann Quill",
    ),
    "a body with and in its name stays whole": (
        "Bricks fell. (The Bricks and Mortar Club of Fame) <said> {no}.",
        {"Bricks": "ORG", "Bricks and Mortar Club of Fame": "ORG"},
        "Bricks and Mortar Club of Fame",
    ),
}


@pytest.mark.parametrize(("marked", "ents", "name"), CASES.values(), ids=CASES)
def test_speaker(marked, ents, name):
    assert People()(doc_of(marked, ents))._.speakers[0].name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Osk Quill have a new song.", "organisation", id="verb-in-the-plural"),
        pytest.param("She says that Osk Quill are back.", "organisation", id="in-a-clause"),
        pytest.param("Osk Quill has a new song.", "person", id="verb-in-the-singular"),
        pytest.param("Ida Berg and Osk Quill have a new song.", "person", id="two-who-are-joined"),
        pytest.param("Fans of Osk Quill have a new song.", "person", id="inside-a-phrase"),
    ],
)
def test_a_verb_in_the_plural_tells_a_band(text, kind):
    doc = People()(doc_of(text, {"Osk Quill": "PERSON", "Ida Berg": "PERSON"}))
    assert next(one.kind for one in doc._.people if one.name == "Osk Quill") == kind


@pytest.mark.parametrize(
    ("votes", "own", "gender"),
    [
        pytest.param([0.6, 0.6], -2.0, "m", id="two-pronouns-against-a-first-name"),
        pytest.param([0.6] * 6, -2.0, "f", id="many-that-agree"),
        pytest.param([0.6] * 6 + [-0.6], -2.0, "m", id="many-that-do-not-agree"),
        pytest.param([0.6], 0.0, "f", id="nothing-known-of-the-name"),
    ],
)
def test_pronouns_against_a_first_name(votes, own, gender):
    assert balance([own, of_pronouns(votes, own)])[0] == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (" posted his own tribute, writing", "m"),
        (" penned a note for her boyfriend, writing", "f"),
        (" told her that it pays", ""),
        (" won. His own team", ""),
        (" said", ""),
    ],
)
def test_a_possessive_behind_the_subject_tells_its_gender(text, gender):
    assert gender_behind(text, 0, len(text)) == gender


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("His response post", "his"),
        ("the movement's website", "the movement"),
        ("the old hall’s website", "the old hall"),
        ("his lawyer", ""),
        ("the post", ""),
        ("her lawyer's statement", ""),
    ],
)
def test_whose_words_they_are(head, owner):
    assert owner_of(head) == owner


def _tagged(text, *names):
    out, at = [], 0
    for name, label in names:
        at = text.index(name, at)
        out.append((Span(at, at + len(name)), label))
        at += len(name)
    return [span.cut(text) for span, _ in put_together(text, out)]


def test_a_name_is_as_whole_as_elsewhere():
    text = "Cold Brine came. Then Cold Brine left. Cold Brine Studios stayed."
    names = [("Cold Brine", "organisation"), ("Cold", "organisation"), ("Cold", "organisation")]
    assert _tagged(text, *names) == ["Cold Brine", "Cold Brine", "Cold"]


def test_a_word_that_always_follows_belongs_to_the_name():
    text = "Cold Brine came. Cold Brine sang. Cold Brine left."
    assert _tagged(text, *[("Cold", "organisation")] * 3) == ["Cold Brine"] * 3
    text = "Cold Brine came. Cold sang. Cold Brine left."
    assert _tagged(text, *[("Cold", "organisation")] * 3) == ["Cold"] * 3
