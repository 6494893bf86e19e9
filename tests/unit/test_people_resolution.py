from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

ENTS = {
    "Ann Lee": "PERSON",
    "Lee": "PERSON",
    "Tom Berg": "PERSON",
    "Berg": "PERSON",
    "Ida Quill": "PERSON",
    "Quill": "PERSON",
    "Acme Games": "ORG",
    "Acme": "ORG",
    "Harbour Herald": "ORG",
    "Dockers Union": "ORG",
}

CASES = {
    "full name": ("{“Yes,”} (Ann Lee) <said>.", ["Ann Lee"]),
    "surname": ("Ann Lee won. {“Yes,”} (Lee) <said>.", ["Ann Lee"]),
    "role before the name": ("{“Yes,”} <said> (the Acme director Ann Lee).", ["Ann Lee"]),
    "possessive role, then the name": ("{“Yes,”} <said> (Berg's lawyer, Ann Lee).", ["Ann Lee"]),
    "role behind the name": ("{“Yes,”} <said> (Ann Lee, who runs Acme Games).", ["Ann Lee"]),
    "name with her team": ("(Ann Lee and her team) <say> {it works}.", ["Ann Lee"]),
    "two people": ("(Ann Lee and Tom Berg) <said> {they agreed}.", ["Ann Lee and Tom Berg"]),
    "three people": ("(Ann Lee, Tom Berg and Ida Quill) <said> {no}.", ["Ann Lee, Tom Berg and Ida Quill"]),
    "spokesman of somebody": ("{“No,”} <said> (a spokesman for Ann Lee).", [""]),
    "spokeswoman named at the end": ("{“No,”} <said> (a spokeswoman for Acme Games, Ann Lee).", ["Ann Lee"]),
    "allies of somebody": ("(Ann Lee’s allies) <said> {no}.", [""]),
    "campaign of somebody": ("Ann Lee runs. (Lee’s campaign) <said> {no}.", ["Ann Lee’s campaign"]),
    "short form of a firm": ("Acme Games grew. (Acme) <said> {it hired}.", ["Acme Games"]),
    "unnamed source": ("{“Yes,”} (a source) <said>. Ann Lee left.", [""]),
    "officials": ("Ann Lee left. (Officials) <said> {no}.", [""]),
    "many people of a place": ("(Many Parisians) <said> {no}.", [""]),
    "he": ("Tom Berg left. {“Yes,”} (he) <said>.", ["Tom Berg"]),
    "she, not he": ("Ann Lee met Tom Berg. {“Yes,”} (she) <said>.", ["Ann Lee"]),
    "he, the last speaker": (
        "Tom Berg left early.\n\n{“Yes,”} (Berg) <said>.\n\n{2:“No,”} (2:he) <2:added>.",
        ["Tom Berg", "Tom Berg"],
    ),
    "he with nobody before": ("{“Yes,”} (he) <said>. Later Tom Berg left.", [""]),
    "he when only a woman is known": ("Mrs. Ann Lee left. {“Yes,”} (he) <said>.", [""]),
    "she between two women, neither nearer": ("Ann Lee and Ida Quill met. {“Yes,”} (she) <said>.", [""]),
    "who": ("Tom Berg met Ann Lee, (who) <said> {it works}.", ["Ann Lee"]),
    "they": ("Ann Lee met Tom Berg. {“Yes,”} (they) <said>.", [""]),
    "it": ("Acme Games grew.\n\n(Acme) <said> {it hired}. (2:It) <2:added> {2:that it paid}.", ["Acme Games"] * 2),
    "the director": (
        "Ann Lee, director of the film, met Tom Berg. {“Yes,”} (the director) <said>.",
        ["Ann Lee"],
    ),
    "a role that nobody has": ("The judge met reporters. {“Yes,”} (the judge) <said>. Ann Lee left.", [""]),
    "the union": ("The Dockers Union met Acme Games. {“No,”} (the union) <said>.", ["Dockers Union"]),
    "goes on from the paragraph before": (
        "{“Yes,”} (Ann Lee) <said>.\n\n{2:“And it pays.”}",
        ["Ann Lee", "Ann Lee"],
    ),
    "goes on in the same paragraph": ("{“Yes,”} (Ann Lee) <said>. {2:“And it pays.”}", ["Ann Lee", "Ann Lee"]),
    "too far to go on": (
        "{“Yes,”} (Ann Lee) <said>.\n\nTom Berg left.\n\nIda Quill left.\n\n{2:“And it pays.”}",
        ["Ann Lee", ""],
    ),
    "no source but a cue": ("Ann Lee spoke. <Asked> {whether it pays}, she left.", [""]),
    "I inside a quotation": (
        "{“Look, (2:I) <2:said> {2:it pays},”} (Ann Lee) <said>.",
        ["Ann Lee", "Ann Lee"],
    ),
    "I outside a quotation": ("(I) <think> {it pays}. Ann Lee left.", [""]),
    "we": ("Ann Lee spoke. {“Well, (2:we) <2:said> {2:no},”} (Lee) <added>.", ["Ann Lee", ""]),
    "I, with the verb that follows": (
        "{“And (2:I’ll) <2:say>, {2:‘It pays,’} and leave,”} (Ann Lee) <said>.",
        ["Ann Lee", "Ann Lee"],
    ),
    "he inside his quotation is another": (
        "{“Then (2:he) <2:said> {2:no},”} (Tom Berg) <said>.",
        ["Tom Berg", ""],
    ),
    "namesakes, neither clear": (
        "Ann Lee and Ida Lee met. {“Yes,”} (Lee) <said>.",
        [""],
    ),
    "namesakes told by title": (
        "Ann Lee and Tom Lee met. {“Yes,”} (Mr. Lee) <said>.",
        ["Tom Lee"],
    ),
    "headline with the words of the story": (
        "{1:‘It will never pay’}\n\nTom Berg left.\n\n{2:“Sadly, it will never pay,”} (2:Ann Lee) <2:said>.",
        ["Ann Lee", "Ann Lee"],
    ),
    "transcript label": ("{2:“No.”} (2:Ann Lee) <2:said>.\n\n(LEE)<:> {Yes, it works.}", ["Ann Lee", "Ann Lee"]),
}


@pytest.mark.parametrize(("marked", "names"), CASES.values(), ids=CASES)
def test_resolve_names_the_speaker_or_nobody(marked, names):
    ents = {**ENTS, "Ida Lee": "PERSON", "Tom Lee": "PERSON", "LEE": "PERSON"}
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]


@pytest.mark.parametrize(
    ("marked", "evidence"),
    [
        ("{“Yes,”} (Ann Lee) <said>.", "name by the cue"),
        ("Tom Berg left. {“Yes,”} (he) <said>.", "pronoun: he -> Tom Berg"),
        ("{2:“And it pays.”} {1:“Yes,”} (1:Ann Lee) <1:said>.", "no source"),
        ("{1:“Yes,”} (1:Ann Lee) <1:said>.\n\n{2:“And it pays.”}", "quotation goes on from the paragraph before"),
        ("{“Yes,”} (a source) <said>.", "not named: a source"),
    ],
)
def test_resolve_says_why(marked, evidence):
    doc = People()(doc_of(marked, ENTS))
    assert doc._.speakers[-1].evidence == evidence


def test_resolve_gives_the_role():
    doc = People()(doc_of("Ann Lee, director of the film, left. {“Yes,”} (Lee) <said>.", ENTS))
    assert doc._.speakers[0].role == "director of the film"


def test_resolve_is_less_sure_of_a_pronoun_between_two():
    marked = "Tom Berg and his son Ian Quill left.\n\nBerg won. {“Yes,”} (he) <said>. {2:“No,”} (2:Berg) <2:said>."
    doc = People()(doc_of(marked, {**ENTS, "Ian Quill": "PERSON"}))
    pronoun, name = doc._.speakers
    assert 0.0 < pronoun.confidence < name.confidence <= 1.0


def test_people_works_without_entities_sentences_and_attributions():
    import spacy

    doc = People()(spacy.blank("en")("Ann Lee left."))
    assert doc._.speakers == ()
