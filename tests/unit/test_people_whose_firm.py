"""Firms and offices behind a name, words with a capital that are nobody's, several of an office, who goes unnamed."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

PERSON, ORG, GPE = "PERSON", "ORG", "GPE"
CASES = {
    "of a firm that is called after people": (
        "(Gold analyst Ann Lee of brokerage Hallam Birch Tarn) <said> {no}.",
        {"Ann Lee": PERSON, "Hallam Birch": ORG, "Tarn": PERSON},
        ["Ann Lee"],
    ),
    "somebody at the office of somebody": (
        "(An official at the office of Chairman Tom Osk) <said> {no}.",
        {"Tom Osk": PERSON},
        [""],
    ),
    "what a country's media report": ("(Tagish news reports) <said> {it sank}.", {"Tagish": ORG}, [""]),
    "a word with a capital at the start": (
        "It rang in the cockpit. (Cockpit recordings) <revealed> {that it sank}.",
        {"Cockpit": ORG},
        [""],
    ),
    "but a body that reports": ("(A Tavoro report) <said> {it sank}.", {"Tavoro": ORG}, ["Tavoro"]),
    "several of an office": (
        "Attorney General Ann Lee came. (The attorneys general) <said> {no}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "what somebody has done": (
        "Tavoro has sold it. (The move) <shows> {that it is small}.",
        {"Tavoro": ORG},
        [""],
    ),
    "the state is no firm": (
        "State-owned Tavoro is here. (The state) <said> {it would sell}.",
        {"Tavoro": ORG},
        [""],
    ),
    "an unnamed source goes on": (
        "Tom Osk came by. (The source) <said> {it was near}. (2:He) <2:said> {2:it was done}.",
        {"Tom Osk": PERSON},
        ["", ""],
    ),
    "one of several goes on": (
        "Tom Osk met traders. {“No,”} (one) <said>. {2:“Never,”} (2:he) <2:said>.",
        {"Tom Osk": PERSON},
        ["", ""],
    ),
    "a magazine is nobody": (
        "Ann Lee came. She told the news magazine Der Osker. {“No,”} (he) <said>.",
        {"Ann Lee": PERSON, "Der Osker": PERSON},
        [""],
    ),
    "a dissident is no court": (
        "The Altmere People's Court was full. {“No,”} <said> (the dissident).",
        {"The Altmere People's Court": ORG},
        [""],
    ),
    "but a market with a name": (
        "Smithfield Market opened. (The market) <said> {it was full}.",
        {"Smithfield Market": ORG},
        ["Smithfield Market"],
    ),
    "the chairwoman of a body by its initials": (
        "Ann Lee, FA chairwoman, was there. (The chairwoman of the Football Association) <said> {no}.",
        {"Ann Lee": PERSON, "FA": ORG, "Football Association": ORG},
        ["Ann Lee"],
    ),
    "who resigns after revelations": (
        "(The mayor, Ann Lee), resigned after <revelations> {that it sank}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "but whose fears they are": (
        "(Tavoro) shut it over <fears> {that it would sink}.",
        {"Tavoro": ORG},
        ["Tavoro"],
    ),
    "the head of some other firm": (
        "Ann Lee is president of Tavoro. (The head of a small European trader) <said> {no}.",
        {"Ann Lee": PERSON, "Tavoro": ORG},
        [""],
    ),
    "the second of two": (
        "{“No,”} <said> (the second fund manager). Ann Lee, a fund manager, left.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "what Wall Street expects": (
        "(Wall Street) <forecasts> {averaged a dollar}.",
        {"Wall Street": ORG},
        [""],
    ),
    "an article of somebody else": (
        "Tavoro Minerals Ltd faxed a story. (The article) <said> {it sank}.",
        {"Tavoro Minerals Ltd": ORG},
        [""],
    ),
    "a newspaper that is named": (
        "The Harbour Herald came. (The newspaper) <said> {it sank}.",
        {"The Harbour Herald": ORG},
        ["Harbour Herald"],
    ),
    "police, of whom an officer was named": (
        "Assistant police commissioner Ann Lee came. (Police) <said> {no}.",
        {"Assistant": ORG, "Ann Lee": PERSON},
        [""],
    ),
    "somebody beside an analyst of a firm called after people": (
        "John Leonard came. (Leonard and Panmure Gordon analyst Ann Lee) <said> {no}.",
        {"John Leonard": PERSON, "Leonard": PERSON, "Panmure Gordon": PERSON, "Ann Lee": PERSON},
        ["John Leonard and Ann Lee"],
    ),
    "a name that has taken in what its letters stand for": (
        "(LME [[London Metal Exchange]]) <said> {no}.",
        {"LME (London Metal Exchange": ORG},
        ["London Metal Exchange"],
    ),
    "a party with a manifesto": (
        "(The Labour manifesto) <said> {it sank}. The labour market is weak.",
        {"Labour": ORG},
        ["Labour"],
    ),
    "a publisher of newspapers": (
        "Times Newspapers Ltd lost. (The newspaper) <said> {no}.",
        {"Times Newspapers Ltd": ORG},
        ["Times Newspapers Ltd"],
    ),
    "what a commission is for": (
        "(The Central Commission for Tide Inspection) <said> {no}.",
        {"Central Commission": ORG},
        ["Central Commission for Tide Inspection"],
    ),
}


@pytest.mark.parametrize(("marked", "ents", "names"), CASES.values(), ids=CASES)
def test_the_name_is_whose_words_they_are(marked, ents, names):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
