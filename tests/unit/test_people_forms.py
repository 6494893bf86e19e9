"""Which name an article gives in full: forms broken, joined, misspelt or brought in later; one case for each class."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

LEE = {"Ann Lee": "PERSON", "Lee": "PERSON"}

CASES = {
    "a surname that is a role": (
        "Kim Doctor came. {“No,”} (Doctor) <said>.",
        {"Kim Doctor": "PERSON", "Doctor": "PERSON"},
        "Kim Doctor",
    ),
    "a firm before the surname": ("Ann Lee came. (Acme’s Lee) <said> {no}.", {**LEE, "Acme": "ORG"}, "Ann Lee"),
    "a ministry of a place": (
        "(Altmere’s foreign ministry) <said> {no}.",
        {"Altmere": "GPE"},
        "Altmere’s foreign ministry",
    ),
    "a body of justice": (
        "(The Altmere Office of Justice) <said> {no}.",
        {"Altmere Office of Justice": "ORG"},
        "Altmere Office of Justice",
    ),
    "the US military": ("(The US military) <said> {no}.", {"US": "GPE"}, "US military"),
    "a title of three words": (
        "(Editor In Chief Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "a title cut short": (
        "{“No,”} <said> (Berg's niece, state Del. Ann Lee).",
        {"Ann Lee": "PERSON", "Berg": "PERSON"},
        "Ann Lee",
    ),
    "misspelt by a letter": (
        "Ann Hassell came. {“No,”} (Hassel) <said>.",
        {"Ann Hassell": "PERSON", "Hassel": "PERSON"},
        "Ann Hassell",
    ),
    "two letters changed places": (
        "Ann Wylder came. {“No,”} (Wydler) <said>.",
        {"Ann Wylder": "PERSON", "Wydler": "PERSON"},
        "Ann Wylder",
    ),
    "another surname, two letters off": (
        "Ann Hassell came. {“No,”} (Hessill) <said>.",
        {"Ann Hassell": "PERSON", "Hessill": "PERSON"},
        "Hessill",
    ),
    "one surname for two": (
        "Ann and Tom Berg came. {“No,”} (Ann) <said>.",
        {"Ann": "PERSON", "Tom Berg": "PERSON"},
        "Ann Berg",
    ),
    "one surname for two, but a title": (
        "Princess Ann and Tom Berg came. {“No,”} (Ann) <said>.",
        {"Ann": "PERSON", "Tom Berg": "PERSON"},
        "Princess Ann",
    ),
    "a third name that goes with the second": (
        "Ann Lee Quill came. Later Ann Lee sang. {“No,”} (Lee Quill) <said>.",
        {"Ann Lee Quill": "PERSON", "Lee Quill": "PERSON", "Ann Lee": "PERSON"},
        "Ann Lee Quill",
    ),
    "names in a row without commas": (
        "Ann Lee came.\n\nAnn Lee Tom Berg Ida Quill\n\n{“No,”} (Lee) <said>.",
        {**LEE, "Ann Lee Tom Berg Ida Quill": "PERSON"},
        "Ann Lee",
    ),
    "a longer name that comes later": (
        "Then Acme grew by half. Later they gave us the Acme Helpful Update. {“No,”} (Acme) <said>.",
        {"Acme": "ORG", "Acme Helpful Update": "ORG"},
        "Acme",
    ),
    "the whole name first": (
        "Then Acme Tide Games grew. {“No,”} (Acme) <said>.",
        {"Acme Tide Games": "ORG", "Acme": "ORG"},
        "Acme Tide Games",
    ),
    "a party behind": (
        "Sen. Ann Lee [[R-Altmere]] came. (Sen. Lee) <said> {no}.",
        {"Ann Lee (R": "PERSON", "Lee": "PERSON"},
        "Ann Lee",
    ),
    "an entity of a web page": (
        "The Tide News &amp; Media grew. {“No,”} (Tide News &amp; Media) <said>.",
        {"Tide News &amp": "ORG", "Media": "ORG"},
        "Tide News & Media",
    ),
    "a firm whose name ends in a possessive": (
        "Oxby's shares fell. {“No,”} (Oxby's) <said>.",
        {"Oxby": "ORG"},
        "Oxby's",
    ),
    "a firm with an ending now and then": (
        "Oxby grew. {“No,”} (Oxby's) <said>.",
        {"Oxby": "ORG"},
        "Oxby",
    ),
    "a firm that is called as somebody is": (
        "(Ann Resources Inc) <said> {no}. Ann Resources grew.",
        {"Ann Resources Inc": "ORG", "Ann Resources": "ORG"},
        "Ann Resources Inc",
    ),
    "a host beside the show": (
        "Ann Lee Tonight began. {“No,”} (Lee) <said>. Ann Lee laughed.",
        {"Ann Lee Tonight": "WORK_OF_ART", "Ann Lee": "PERSON", "Lee": "PERSON"},
        "Ann Lee",
    ),
    "somebody who is called as a firm is": (
        "Bergson Motors Inc. grew. Bergson was not in court. {“No,”} (Bergson) <said>.",
        {"Bergson Motors Inc.": "ORG", "Bergson": "PERSON"},
        "Bergson",
    ),
    "letters that an agency has too": (
        "Altmere Products Inc. grew. {“It is old,”} (AP) <reported>.",
        {"Altmere Products Inc.": "ORG", "AP": "ORG"},
        "AP",
    ),
    "somebody whose name a firm bears": (
        "Bergson Finance Co. grew. Ann Bergson left. {“No,”} (Bergson) <said>.",
        {"Bergson Finance Co.": "ORG", "Ann Bergson": "PERSON", "Bergson": "PERSON"},
        "Ann Bergson",
    ),
    "a firm’s initials": (
        "Altmere Motors Corp. grew. Later AM made less. {“No,”} (AM) <said>.",
        {"Altmere Motors Corp.": "ORG", "AM": "ORG"},
        "Altmere Motors Corp.",
    ),
    "initials that the tagger parts": (
        "{“No,”} (FW de Lund) <said>.",
        {"FW": "ORG", "de Lund": "PERSON"},
        "FW de Lund",
    ),
    "a title tells namesakes apart": (
        "President Ann Lee came with Ida Lee. {“No,”} (President Lee) <said>.",
        {**LEE, "Ida Lee": "PERSON"},
        "Ann Lee",
    ),
    "two full names joined by an ampersand": (
        "(Ann Lee & Tom Berg) <said> {no}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        "Ann Lee and Tom Berg",
    ),
    "a firm of two full names": (
        "(Ann Lee & Tom Berg Associates) <said> {no}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        "Ann Lee & Tom Berg Associates",
    ),
}

TOLD = {
    "the court heard": ("(The court) <heard> {that it rained}.", ""),
    "she was heard saying": ("(Ann Lee) <was heard saying> {that it rained}.", "Ann Lee"),
    "she was told": ("Ann Lee came. (Lee) <was told> {that it rained}.", ""),
    "she was told by him": ("It rained, people were <told by> (Ann Lee). {She had seen it.}", "Ann Lee"),
    "she told": ("(Ann Lee) <told> us {that it rained}.", "Ann Lee"),
}

DOCUMENTS = {
    "the lawsuit of whoever sued": ("Ann Lee sued Acme in May. {“It owes me,”} (the lawsuit) <says>.", "Ann Lee"),
    "the report of whoever published it": (
        "Acme published a report in May. {“It rains,”} (the report) <says>.",
        "Acme",
    ),
    "said in a statement": (
        "{“It rains,”} (Acme) <said> in a statement. {2:“No,”} (2:the statement) <2:added>.",
        "Acme",
    ),
    "an account of hers": ("(Ann Lee’s account) <says> {it rained}.", "Ann Lee"),
    "allies of hers": ("(Ann Lee’s allies) <say> {it rained}.", ""),
}


@pytest.mark.parametrize(("marked", "ents", "name"), CASES.values(), ids=CASES)
def test_people_gives_the_name_in_full(marked, ents, name):
    doc = People()(doc_of(marked, ents))
    assert doc._.speakers[-1].name == name, doc._.speakers[-1].evidence


@pytest.mark.parametrize(("marked", "name"), TOLD.values(), ids=TOLD)
def test_people_names_nobody_who_only_hears(marked, name):
    assert People()(doc_of(marked, LEE))._.speakers[-1].name == name


@pytest.mark.parametrize(("marked", "name"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_people_knows_whose_a_document_is(marked, name):
    doc = People()(doc_of(marked, {**LEE, "Acme": "ORG"}))
    assert doc._.speakers[-1].name == name, doc._.speakers[-1].evidence
