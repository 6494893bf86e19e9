"""Nationalities, campaigns, prime ministers, and whose claims, plans and hopes it is that are reported."""

import pytest
from people_docs import doc_of

from quotes.model import Span
from quotes.pipeline.people import People
from quotes.pipeline.people.cast.statesmen import offices_of
from quotes.pipeline.people.lexicon import noun_kind
from quotes.pipeline.people.nations import nation_of, people_of

PERSON, ORG, GPE = "PERSON", "ORG", "GPE"
NATIONS = {
    "Spain's Ann Lee": "spanish",
    "the American sprinter Ann Lee": "american",
    "Ann Lee of Kenya": "kenyan",
    "Ann Lee (Swiss)": "swiss",
    "in Spain striker Ann Lee": "",
    "American fans of Ann Lee": "",
    "Ann Lee of Spanish Town": "",
    "Ann Lee of Spain's Tavoro Bank": "",
    "US Vice President Ann Lee": "american",
    "his Polish counterpart, Ann Lee": "polish",
    "Polish President Ann Lee": "polish",
    "American football star Ann Lee": "",
    "Ann Lee, an Australian, said": "australian",
    "Ann Lee, from Ireland, said": "irish",
    "Australia coach Ann Lee": "australian",
    "Britain's Ann Lee and Tom Berg": "",
    "Ann Lee": "",
}
CASES = {
    "the Spaniard": (
        "Spain's Ida Osk beat the American Ann Lee. {“No,”} <said> (the Spaniard). "
        "{2:“Yes,”} <2:said> (2:the American).",
        {"Ida Osk": PERSON, "Ann Lee": PERSON, "Spain": GPE},
        ["Ida Osk", "Ann Lee"],
    ),
    "none where nobody is known for one": (
        "Ann Lee met Tom Berg of Germany. {“No,”} <said> (the American).",
        {"Ann Lee": PERSON, "Tom Berg": PERSON, "Germany": GPE},
        [""],
    ),
    "none where two are": (
        "Canada's Ida Osk beat fellow Canadian Ann Lee. {“No,”} <said> (the Canadian).",
        {"Ida Osk": PERSON, "Ann Lee": PERSON, "Canada": GPE},
        [""],
    ),
    "a paper": (
        "American actor Tom Berg came. (The American) <reported> {it was calm}.",
        {"Tom Berg": PERSON},
        [""],
    ),
    "the campaign that was named": (
        "Ann Lee is running. Lee's campaign raised a pound. (The campaign) <said> {it was happy}.",
        {"Ann Lee": PERSON, "Lee": PERSON},
        ["Ann Lee’s campaign"],
    ),
    "the administration that was named": (
        "Ona Osk won. The Osk administration is late. (The administration) <said> {it was happy}.",
        {"Ona Osk": PERSON, "Osk": PERSON},
        ["Osk administration"],
    ),
    "none in whose time something was": (
        "Ona Osk won. It was built under the Osk administration. (The administration) <said> {it was happy}.",
        {"Ona Osk": PERSON, "Osk": PERSON},
        [""],
    ),
    "none that is called after nobody": (
        "The Summer campaign began. (The campaign) <said> {it was happy}.",
        {},
        [""],
    ),
    "of two campaigns neither, where both are far": (
        "Tom Osk met Ann Lee. The Osk campaign came. The Lee campaign left.\n\nIt rained.\n\nIt poured.\n\n"
        "(The campaign) <said> {it was wet}.",
        {"Tom Osk": PERSON, "Ann Lee": PERSON, "Osk": PERSON, "Lee": PERSON},
        [""],
    ),
    "nor where both are near": (
        "Tom Osk met Ann Lee. The Osk campaign waited. The Lee campaign waited. (The campaign) <said> {it was wet}.",
        {"Tom Osk": PERSON, "Ann Lee": PERSON, "Osk": PERSON, "Lee": PERSON},
        [""],
    ),
    "no campaign of somebody's": (
        "A Republican campaign began. After campaign aides spoke, (the campaign) <said> {it was happy}.",
        {},
        [""],
    ),
    "whose dislike it is": (
        "Ann Lee came. Despite (her) <dislike for> {the harbour}, she stayed.",
        {"Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "whose embrace it is": (
        "Ann Lee came. (Ms. Lee's) <embrace of> {the harbour} is new.",
        {"Ann Lee": PERSON, "Lee": PERSON},
        ["Ann Lee"],
    ),
    "whose warning it is": (
        "Tavoro Corp. fell. (The company's) <warning> {that it would sink} was no news.",
        {"Tavoro Corp.": ORG},
        ["Tavoro Corp."],
    ),
    "but a relative says what a relative says": (
        "Ann Lee came. (My) grandfather <said> {it would sink}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "her plan": ("Ann Lee has a plan. (Her plan) <calls for> {a bridge}.", {"Ann Lee": PERSON}, ["Ann Lee"]),
    "but not her health plan": (
        "Ann Lee is ill. (Ann Lee's health plan) <said> {it would not pay}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "nor her husband's plan": (
        "Ann Lee is ill. (Ann Lee's husband's plan) <calls for> {a bridge}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "a wing is a player where somebody is one": (
        "Altmere wing Ann Lee won. {“No,”} <said> (the wing).",
        {"Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "else it is none": (
        "Ann Lee leads the Tide Front. {“No,”} <said> (the wing).",
        {"Ann Lee": PERSON},
        [""],
    ),
    "police of whom only the station is named": (
        "Ann Lee went to Oxbay police station. (The police) <said> {it was late}.",
        {"Ann Lee": PERSON, "Oxbay police": ORG},
        [""],
    ),
    "the prime minister, never called so": (
        "Tony Blair met Gordon Brown. Tony Blair left with Gordon Brown. (The prime minister) <said> {no}.",
        {"Tony Blair": PERSON, "Gordon Brown": PERSON},
        ["Tony Blair"],
    ),
    "the chancellor, never called so": (
        "Tony Blair met Gordon Brown. Tony Blair left with Gordon Brown. (The chancellor) <said> {no}.",
        {"Tony Blair": PERSON, "Gordon Brown": PERSON},
        ["Gordon Brown"],
    ),
}


@pytest.mark.parametrize(("text", "people"), NATIONS.items())
def test_whose_countryman_somebody_is(text, people):
    start = text.index("Ann Lee")
    assert nation_of(text, Span(start, start + 7)) == (frozenset((people,)) if people else frozenset())


@pytest.mark.parametrize(("noun", "people"), {"spaniard": "spanish", "swiss": "swiss", "french": "", "oak": ""}.items())
def test_one_of_a_people(noun, people):
    assert people_of(noun, one=True) == people


def test_a_people_or_one_of_it():
    assert people_of("swiss", one=False) == ""


@pytest.mark.parametrize("noun", ["mother-of-three", "star-turned-candidate", "nominee-in-waiting", "impresario"])
def test_nouns_for_somebody(noun):
    assert noun_kind(noun) == "person"


NONE = frozenset()
OFFICES = {
    "one": (["Tony Blair"], [""], [NONE], {0: {"prime", "minister"}}),
    "in whose time the other was chancellor": (
        ["Tony Blair", "Gordon Brown"],
        ["", ""],
        [NONE, NONE],
        {0: {"prime", "minister"}, 1: {"chancellor"}},
    ),
    "two, of whom nothing tells which": (["John Major", "Tony Blair"], ["", ""], [NONE, NONE], {}),
    "somebody else is called so": (["Ona Lind", "Tony Blair"], ["Prime Minister", ""], [NONE, NONE], {}),
    "called something else": (["Boris Johnson"], ["mayor of London"], [frozenset(("mayor",))], {}),
    "nobody": ([], [], [], {}),
}


@pytest.mark.parametrize(("names", "roles", "nouns", "found"), OFFICES.values(), ids=OFFICES)
def test_who_is_known_for_an_office(names, roles, nouns, found):
    assert offices_of(names, roles, nouns) == found


@pytest.mark.parametrize(("marked", "entities", "speakers"), CASES.values(), ids=CASES)
def test_who_is_meant(marked, entities, speakers):
    assert [speaker.name for speaker in People()(doc_of(marked, entities))._.speakers] == speakers
