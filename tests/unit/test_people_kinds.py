"""What kind of body a name is, by its own words and by what the article speaks of as its."""

import pytest
from people_docs import doc_of

from quotes.model import Span
from quotes.pipeline.people import People
from quotes.pipeline.people.cast.kinds import asked_kinds, bodies_of, kinds_of, named_kinds
from quotes.pipeline.people.names.mentions import Mention

NAMES = {
    "Oxbay Herald": "press",
    "Radio Oxbay": "",
    "Oxbay Radio": "air press",
    "Tavoro Corp.": "firm",
    "University of Oxbay": "school",
    "Bank of Altmere": "bank",
    "Altmere Airways": "airline firm",
    "Ministry for Tides": "ministry",
    "Oxbay Rovers": "team",
    "France": "place",
    "New York": "place",
    "Hallam Tarn": "",
    "": "",
}
BESIDE = {
    "Tavoro’s new album is out.": {"band": 0.5},
    "Tavoro bassist Tom Osk left.": {"band": 0.5},
    "Tavoro shares fell.": {"firm": 0.5},
    "Tavoro 2.0 beat them.": {"team": 0.5},
    "Tavoro is here.": {},
}


@pytest.mark.parametrize(("name", "kind"), NAMES.items())
def test_a_name_tells_its_kind(name, kind):
    assert named_kinds(name) == (frozenset(kind.split()))


@pytest.mark.parametrize(("text", "kinds"), BESIDE.items())
def test_what_stands_beside_a_name_tells_its_kind(text, kinds):
    mention = Mention(Span(0, 6), "Tavoro", "organisation")
    assert kinds_of(text, "Tavoro", "organisation", (), {mention: bodies_of(text, mention)}) == kinds


def test_what_it_is_called_is_sure():
    assert kinds_of("Tavoro", "Tavoro", "organisation", ["airline"], {})["airline"] == 1.0


def test_a_place_is_no_firm():
    mention = Mention(Span(0, 5), "Spain", "place")
    assert kinds_of("Spain shares", "Spain", "place", ["company"], {mention: frozenset()}) == {"place": 1.0}


@pytest.mark.parametrize(("noun", "kinds"), {"newspaper": {"press"}, "band": {"band"}, "split": set()}.items())
def test_a_noun_asks_for_kinds(noun, kinds):
    assert asked_kinds(noun) == kinds


ORG, GPE, PERSON = "ORG", "GPE", "PERSON"
CASES = {
    "who is only named as an owner": (
        "Osk-owned Tavoro will go. (The company) <said> {it was glad}.",
        {"Osk": ORG, "Tavoro": ORG},
        ["Tavoro"],
    ),
    "no firm is a paper, whatever it reports": (
        "Tavoro Minerals Ltd reported a loss. It faxed a story of the Oxbay Review. (The article) <said> {it sank}.",
        {"Tavoro Minerals Ltd": ORG},
        [""],
    ),
    "no bank is an airline": (
        "The Harbour Bank likes Tavoro. (The airline) <said> {it was glad}.",
        {"Harbour Bank": ORG},
        [""],
    ),
    "what it is called behind its name": (
        "Tavoro magazine is sorry. The Oxbay Journal has read it. (The magazine) <said> {it was wrong}.",
        {"Tavoro": ORG, "Oxbay Journal": ORG},
        ["Tavoro"],
    ),
    "a paper, not the firm that is named last": (
        "The Oxbay Herald has read it. Tavoro Corp. fell. Hallam Inc. rose. (The newspaper) <said> {no}.",
        {"Oxbay Herald": ORG, "Tavoro Corp.": ORG, "Hallam Inc.": ORG},
        ["Oxbay Herald"],
    ),
    "a firm, not the country": (
        "Tavoro Corp. cut jobs in Spain. (The company) <said> {it was done}.",
        {"Tavoro Corp.": ORG, "Spain": GPE},
        ["Tavoro Corp."],
    ),
}


@pytest.mark.parametrize(("marked", "entities", "speakers"), CASES.values(), ids=CASES)
def test_a_body_of_the_kind_is_meant(marked, entities, speakers):
    assert [q.name for q in People()(doc_of(marked, entities))._.speakers] == speakers
