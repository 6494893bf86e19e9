"""Words with a capital before, in or behind a name: crowds, callings, letters, particles; documents about somebody."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

PERSON, ORG = "PERSON", "ORG"
CASES = {
    "a crowd is nobody": (
        "It was shut. (Paramedics) <said> {he was dead}. (2:Staff) <2:said> {2:they were sad}.",
        {"Paramedics": ORG},
        ["", ""],
    ),
    "in capitals too": ("It was shut. (POLICE) <said> {no}.", {"POLICE": ORG}, [""]),
    "but a name that stands inside a sentence": (
        "They play for Rebels now. (Rebels) <said> {they had won}.",
        {"Rebels": ORG},
        ["Rebels"],
    ),
    "a calling before a first name": ("(Plumber Keith) <said> {it was over}.", {"Plumber Keith": PERSON}, ["Keith"]),
    "of somebody named before": (
        "Femi Oduya was there. (Coroner Oduya) <said> {it was sad}.",
        {"Femi Oduya": PERSON, "Coroner Oduya": PERSON},
        ["Femi Oduya"],
    ),
    "a parent of three": (
        "(Father-of-three Keith) <said> {it was over}.",
        {"Father-of-three Keith": PERSON},
        ["Keith"],
    ),
    "how somebody is": ("(Heartbroken Jean) <said> {it was over}.", {"Heartbroken Jean": PERSON}, ["Jean"]),
    "callings of two": (
        "(Researchers Sam Tully and Kate Marsh) <said> {it was lost}.",
        {"Researchers Sam Tully": PERSON, "Kate Marsh": PERSON},
        ["Sam Tully and Kate Marsh"],
    ),
    "a first name that is a calling": ("(Hunter Osk) <said> {it was over}.", {"Hunter Osk": PERSON}, ["Hunter Osk"]),
    "a firm's kind": ("(Chipmaker Tavoro) <said> {sales rose}.", {"Chipmaker Tavoro": ORG}, ["Tavoro"]),
    "the cue of a headline": (
        "{Storm Killed Twelve People in Coastal Town}, (Officials) <Say>\n\n(2:Officials) <2:said> {2:it was so}.",
        {"Officials Say": ORG},
        ["", ""],
    ),
    "a council by its place": (
        "(Lambeth council) <said> {no}. (2:The council) <2:said> {2:“never”}.",
        {"Lambeth": ORG},
        ["Lambeth council"] * 2,
    ),
    "an arm is not the one whose it is": ("(The UN tide agency) <said> {no}.", {"UN": ORG}, ["UN tide agency"]),
    "letters behind a name": (
        "(General Sir Alan Clough KCB DSO) <said> {no}. (2:Ann Lee VC) <2:said> {2:“no”}.",
        {"Alan Clough": PERSON, "DSO": ORG, "Ann Lee": PERSON, "VC": ORG},
        ["Alan Clough", "Ann Lee"],
    ),
    "particles": (
        "(María de la Cruz Fuentes) <said> {no}. (2:Khalid bin Osk al-Berg) <2:said> {2:“no”}.",
        {"Cruz Fuentes": PERSON, "bin Osk al-Berg": PERSON},
        ["María de la Cruz Fuentes", "Khalid bin Osk al-Berg"],
    ),
    "a nickname of two words": (
        "(Keith “The Oak” Berg) <said> {no}. (2:Berg) <2:said> {2:“no”}.",
        {"Berg": PERSON},
        ["Keith “The Oak” Berg"] * 2,
    ),
    "two past what is said of each": (
        "(Ann Lee), of Altmere, and Tom Berg, of Tagus, <said> {it was shut}.",
        {"Ann Lee": PERSON, "Altmere": "GPE", "Tom Berg": PERSON, "Tagus": "GPE"},
        ["Ann Lee and Tom Berg"],
    ),
    "two with brackets": (
        "(Rep. Ann Lee [[D-Ohio]] and Sen. Tom Berg [[R-Texas]]) <said> {it was shut}.",
        {"Ann Lee": PERSON, "Ohio": "GPE", "Tom Berg": PERSON, "Texas": "GPE"},
        ["Ann Lee and Tom Berg"],
    ),
    "one or the other is nobody": (
        "(Ann Lee or Tom Berg) <said> {no}. (2:Neither Lee nor Berg) <2:said> {2:“no”}.",
        {"Ann Lee": PERSON, "Tom Berg": PERSON, "Lee": PERSON, "Berg": PERSON},
        ["", ""],
    ),
    "those before others": (
        "(Ann Lee, Tom Berg and others) <said> {no}.",
        {"Ann Lee": PERSON, "Tom Berg": PERSON},
        ["Ann Lee and Tom Berg"],
    ),
    "a report on somebody": ("(A report on Ann Lee) <said> {no}.", {"Ann Lee": PERSON}, [""]),
    "a biography by another": (
        "(A biography of Ann Lee by Tom Berg) <says> {no}.",
        {"Ann Lee": PERSON, "Tom Berg": PERSON},
        ["Tom Berg"],
    ),
    "what lawyers state": ("(A statement from Ann Lee's lawyers) <said> {no}.", {"Ann Lee": PERSON}, [""]),
    "an indictment": ("(Ann Lee's indictment) <said> {she lied}.", {"Ann Lee": PERSON}, [""]),
    "people around somebody": ("(People around Ann Lee) <said> {she lied}.", {"Ann Lee": PERSON}, [""]),
    "critics of several": (
        "(Critics of Ann Lee, Tom Berg and others) <said> {no}.",
        {"Ann Lee": PERSON, "Tom Berg": PERSON},
        [""],
    ),
    "not two of whom each says something": (
        "{“Yes,”} <said> (Ann Lee), of Altmere, and Tom Berg, her brother, said: “No.”",
        {"Ann Lee": PERSON, "Altmere": "GPE", "Tom Berg": PERSON},
        ["Ann Lee"],
    ),
    "not of whom it is said": (
        "{“Yes,”} <said> (Ann Lee of her brother and Ida Berg).",
        {"Ann Lee": PERSON, "Ida Berg": PERSON},
        ["Ann Lee"],
    ),
    "an act that is called so": ("(Carpenter Brut) <said> {no}.", {"Carpenter Brut": PERSON}, ["Carpenter Brut"]),
    "a magazine of a trade": ("(Retailer Insider) <said> {no}.", {"Retailer Insider": ORG}, ["Retailer Insider"]),
    "a body's report": (
        "(A report of the Harbour Audit Office) <said> {no}.",
        {"Harbour Audit Office": ORG},
        ["Harbour Audit Office"],
    ),
    "a biography of somebody by its owner": (
        "(Ann Lee’s biography of Peel) <says> {he lied}.",
        {"Ann Lee": PERSON, "Peel": PERSON},
        ["Ann Lee"],
    ),
    "who prosecutes": (
        "(Ann Lee KC), prosecuting, <said> {he lied}. {2:“He did,”} (2:the prosecutor) <2:said>.",
        {"Ann Lee": PERSON},
        ["Ann Lee"] * 2,
    ),
    "the trader of a source before": (
        "{“Who?”} <asked> (a senior Western oil source). Tom Berg is liked by Western traders. "
        "{2:“It will do,”} <2:said> (2:the Western trader).",
        {"Tom Berg": PERSON},
        ["", ""],
    ),
}


@pytest.mark.parametrize(("marked", "ents", "names"), CASES.values(), ids=CASES)
def test_only_the_name_is_the_speaker(marked, ents, names):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
