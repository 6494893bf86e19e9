"""Bodies and natives: which name a source gives, one case for each cause of a wrong one in articles never tuned on."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.model import Paragraph, Span
from quotes.pipeline.people import People
from quotes.pipeline.people.names.seats import SEAT, is_native

ORG, GPE, PERSON = "ORG", "GPE", "PERSON"

CASES = {
    "a town and its state before the firm": (
        "(Altmere, Oxland-based Acme Ores) <said> {no}.",
        {"Altmere": GPE, "Acme Ores": ORG},
        "Acme Ores",
    ),
    "a town and its state before a noun": (
        "Acme Ores grew. (The Altmere, Oxland-based company) <said> {no}.",
        {"Altmere": GPE, "Acme Ores": ORG},
        "Acme Ores",
    ),
    "what she writes is no seat": (
        "(Ann Lee, Harbour-winning author of The Tide) <said> {no}.",
        {"Ann Lee": PERSON, "The Tide": "WORK_OF_ART"},
        "Ann Lee",
    ),
    "nominated": (
        "Tom Berg came. (The Harbour-nominated Berg) <said> {no}.",
        {"Tom Berg": PERSON, "Berg": PERSON},
        "Tom Berg",
    ),
    "an ampersand written out": (
        "(Hallam Fire &amp; Tide Co Ltd) <said> {no}.",
        {"Hallam Fire &amp;": ORG, "Tide Co Ltd": ORG},
        "Hallam Fire & Tide Co Ltd",
    ),
    "an ampersand that the tagger stops at": (
        "Hallam Copper & Tin Inc grew. (Hallam Copper) <said> {no}.",
        {"Hallam Copper": ORG},
        "Hallam Copper & Tin Inc",
    ),
    "a legal form behind somebody": (
        "(Upmarket retailer Tom Berg Ltd) <said> {no}.",
        {"Tom Berg": PERSON, "Ltd": ORG},
        "Tom Berg Ltd",
    ),
    "two firms joined": (
        "Altmere Cables Plc and Oxland Lines Corp. merge. (AC) <said> {no}. AC grew.",
        {"Altmere Cables Plc": ORG, "Oxland Lines Corp": ORG, "AC": ORG},
        "Altmere Cables Plc",
    ),
    "initials of a double name": (
        "Hallam-Park Co grew. (HP) <said> {no}.",
        {"Hallam-Park Co": ORG, "HP": ORG},
        "Hallam-Park Co",
    ),
    "initials whose name the tagger breaks": (
        "The Harbour Group for Tides and Moons met. (Hgtm) <said> {no}.",
        {"Harbour Group for Tides": ORG, "Hgtm": ORG},
        "Harbour Group for Tides and Moons",
    ),
    "initials whose name the tagger misses": (
        "Oxlander Union ministers met. (The OU) <said> {no}.",
        {"Oxlander": "NORP", "OU": ORG},
        "Oxlander Union",
    ),
    "initials that would break somebody's name": (
        "Otto Ulm met. (The OU) <said> {no}.",
        {"Otto Ulm": PERSON, "OU": ORG},
        "OU",
    ),
    "a commissioner's office": (
        "(The Harbour Commissioner's Office) <said> {no}.",
        {"Harbour Commissioner": ORG, "Office": ORG},
        "Harbour Commissioner's Office",
    ),
    "a country with the": (
        "The Netherlands Football Association met. (The Netherlands) <said> {no}.",
        {"Netherlands Football Association": ORG, "Netherlands": GPE},
        "Netherlands",
    ),
    "the Fed": (
        "The Federal Reserve Board met. (The Fed) <said> {no}.",
        {"Federal Reserve Board": ORG, "Fed": ORG},
        "Federal Reserve Board",
    ),
    "somebody beside a firm": (
        "A Birch & Tarn gun lay there. Birch, 34, came. (Birch) <said> {no}.",
        {"Birch & Tarn": ORG, "Birch": PERSON},
        "Birch",
    ),
    "a prize of the body's": (
        "The Tarn Awards begin. (Tarn) <said> {no}.",
        {"Tarn Awards": ORG, "Tarn": ORG},
        "Tarn",
    ),
    "an ending before a place": (
        "(Hallam's of Oxland) <said> {no}.",
        {"Hallam": ORG, "Oxland": GPE},
        "Hallam's of Oxland",
    ),
    "a native": (
        "Striker Tom Berg, the Dutchman, came. (The Dutchman) <said> {no}.",
        {"Tom Berg": PERSON, "Dutchman": PERSON},
        "Tom Berg",
    ),
    "a paper of natives": ("(The Scotsman) <reported> {no}.", {"Scotsman": ORG}, "Scotsman"),
    "a weekday behind": ("(Regulators Monday) <said> {no}.", {}, ""),
    "a plural that opens": ("(Unions) <accuse> {no}.", {"Unions": ORG}, ""),
    "brokers": ("(Brokers Tarn Sisters) <said> {no}.", {"Tarn Sisters": ORG}, "Tarn Sisters"),
    "a scholar": (
        "(Australian Tidologist Osk Vane) <said> {no}.",
        {"Australian Tidologist Osk Vane": PERSON},
        "Osk Vane",
    ),
    "no energy group": ("(The American energy group) <said> {no}.", {"American": "NORP"}, ""),
    "whose it is, in initials": (
        "(The UN's Harbour and Tide Organisation) <said> {no}.",
        {"UN's Harbour and Tide Organisation": ORG},
        "Harbour and Tide Organisation",
    ),
    "a letter to her": (
        "(A miners' letter to President Ann Lee) <said> {no}.",
        {"Ann Lee": PERSON},
        "",
    ),
    "a memo for her": ("(A memo for Ann Lee) <said> {no}.", {"Ann Lee": PERSON}, ""),
    "those who meet her": ("(The five crews meeting Ms Lee) <said> {no}.", {"Lee": PERSON}, ""),
    "a report of two": (
        "(A report by Acme Ores and the Tide Board) <said> {no}.",
        {"Acme Ores": ORG, "Tide Board": ORG},
        "Acme Ores and Tide Board",
    ),
    "a prince and his namesake": (
        "Prince Aldric waved. Aldric Berg came. (Prince Aldric) <said> {no}.",
        {"Aldric Berg": PERSON, "Aldric": PERSON},
        "Prince Aldric",
    ),
    "a party by its members": ("(The Tories) <said> {no}.", {"Tories": "NORP"}, "Tories"),
    "members of a party, not all": ("(Some Conservatives) <said> {no}.", {"Conservatives": "NORP"}, ""),
    "people of a kind": ("(Republicans) <said> {no}.", {"Republicans": "NORP"}, ""),
    "a firm of three before her": (
        "(Hallam, Birch and Tarn analyst Ann Lee) <said> {no}.",
        {"Hallam, Birch": ORG, "Tarn": ORG, "Ann Lee": PERSON},
        "Ann Lee",
    ),
    "two together, with roles": (
        "(Ann Lee and Acme analyst Tom Berg) <said> {no}.",
        {"Ann Lee": PERSON, "Acme": ORG, "Tom Berg": PERSON},
        "Ann Lee and Tom Berg",
    ),
    # What a reviewer with fresh eyes found: names that these rules must not give.
    "her name before where she sits": (
        "(Ann Lee, Oxland-based analyst at Acme Ores,) <said> {no}.",
        {"Ann Lee": PERSON, "Acme Ores": ORG},
        "Ann Lee",
    ),
    "one of that town": ("Ann Lee is a lawyer. (One Oxland-based lawyer) <said> {no}.", {"Ann Lee": PERSON}, ""),
    "a firm of two countries' names": (
        "China grew. (PetroChina) <said> {no}.",
        {"China": GPE, "PetroChina": ORG},
        "PetroChina",
    ),
    "initials and a sentence that opens": ("In Syria, men came. (IS) <said> {no}.", {"Syria": GPE, "IS": ORG}, "IS"),
    "a party behind her": (
        "Under Lind Labour has changed. (Lind) <said> {no}.",
        {"Lind": PERSON},
        "Lind",
    ),
    "a guild": ("(The Writers Guild of Altmere) <said> {no}.", {"Guild": ORG}, "Writers Guild of Altmere"),
    "a queen of beauty": (
        "Ann Lee came. Beauty queen Lee waved. (Lee) <said> {no}.",
        {"Ann Lee": PERSON, "Lee": PERSON},
        "Ann Lee",
    ),
    "a bank of a square": (
        "The Kremlin Bank met. (The Kremlin) <said> {no}.",
        {"Kremlin Bank": ORG, "Kremlin": GPE},
        "Kremlin",
    ),
    "a firm and her lawyer": (
        "(A statement from Acme Ores and Ann Lee's lawyer) <said> {no}.",
        {"Acme Ores": ORG, "Ann Lee": PERSON},
        "Acme Ores",
    ),
    "a brand with an ending": ("(TJ's Tide House) <said> {no}.", {"TJ's Tide House": ORG}, "TJ's Tide House"),
    "two firms at one price": ("Deal of Tarn & Acme Inc. (Tarn) <said> {no}.", {"Tarn": ORG}, "Tarn"),
    "a town's site": (
        "It burns in Altmere. (Altmere.com) <said> {no}.",
        {"Altmere": GPE, "Altmere.com": ORG},
        "Altmere.com",
    ),
    "she was told by doctors": ("(Ann Lee) <was told> by doctors {that it rained}.", {"Ann Lee": PERSON}, ""),
    "she said when asked": ("{“No,”} (Ann Lee) <said when asked> about it.", {"Ann Lee": PERSON}, "Ann Lee"),
    "a paper of a town": (
        "(The Altmere Californian) <said> {no}.",
        {"Altmere Californian": ORG},
        "Altmere Californian",
    ),
    "somebody called Banks": ("(Banks) <said> {no}. Banks, 52, left.", {"Banks": PERSON}, "Banks"),
    "somebody called Sa": ("(Sa) <said> {no}.", {"Sa": PERSON}, "Sa"),
    "a club of a weekday": ("(Altmere Wednesday) <said> {no}.", {}, "Altmere Wednesday"),
    "a site": ("(Tidelist.fm) <said> {no}.", {"Tidelist": ORG}, "Tidelist.fm"),
    "a site that is an outlet's": (
        "Tarn grew. (Tarn.com) <said> {no}.",
        {"Tarn": ORG, "Tarn.com": ORG},
        "Tarn",
    ),
    "a caption's end glued to her": (
        "Ann Lee came. (ImagesAnn Lee) <said> {no}.",
        {"Ann Lee": PERSON, "ImagesAnn Lee": PERSON},
        "Ann Lee",
    ),
    "a button glued behind her": (
        "Ann Lee came. (Ann LeeBUY) <said> {no}.",
        {"Ann Lee": PERSON, "Ann LeeBUY": PERSON},
        "Ann Lee",
    ),
    "a name with a capital in its midst": (
        "Ken came. (KenTarn) <said> {no}.",
        {"Ken": PERSON, "KenTarn": ORG},
        "KenTarn",
    ),
    "a duke by his title": (
        "The Duke of Altmere came. (The Duke) <said> {no}.",
        {"Duke of Altmere": PERSON, "Duke": PERSON},
        "Duke of Altmere",
    ),
    "who holds an office": (
        "(The Archbishop of Altmere, Ann Lee,) <said> {no}.",
        {"Archbishop of Altmere": ORG, "Ann Lee": PERSON},
        "Ann Lee",
    ),
    "a work called after her": (
        "Ann Lee plays the Ann Lee Tide Series. (Lee) <said> {no}.",
        {"Ann Lee Tide Series": "WORK_OF_ART", "Ann Lee": PERSON, "Lee": PERSON},
        "Ann Lee",
    ),
    "a surname that the tagger misses": (
        "Quorra Tane has sung again. (Quorra) <said> {no}.",
        {"Quorra": PERSON},
        "Quorra Tane",
    ),
    "she laughs when asked": ("(Ann Lee) laughed when <asked> {whether it rained}.", {"Ann Lee": PERSON}, ""),
    "Lee and co.": ("(Ann Lee and co.) <said> {no}.", {"Ann Lee": PERSON, "co.": ORG}, "Ann Lee"),
    "a name over two lines": (
        "(The Harbour Union for Tides and\nMoons) <said> {no}.",
        {"Harbour Union for Tides and\nMoons": ORG},
        "Harbour Union for Tides and Moons",
    ),
    "she is tipped": ("(Ann Lee) has been <tipped> {to win}.", {"Ann Lee": PERSON}, ""),
    "she is said": ("(Ann Lee) <is said> {to have left}.", {"Ann Lee": PERSON}, ""),
    "she was quoted": ("(Ann Lee) <was quoted as saying> {no}.", {"Ann Lee": PERSON}, "Ann Lee"),
    "she was asked, without the verb in the cue": ("(Ann Lee) was <asked> {why}.", {"Ann Lee": PERSON}, ""),
}


@pytest.mark.parametrize(("marked", "ents", "name"), CASES.values(), ids=CASES)
def test_people_names_the_body_or_nobody(marked, ents, name):
    doc = doc_of(marked, ents)
    doc._.paragraphs = (Paragraph(Span(0, len(doc.text))),)
    doc = People()(doc)
    assert doc._.speakers[-1].name == name, doc._.speakers[-1].evidence


def test_people_reads_a_source_of_many_seats():
    doc = People()(doc_of("(" + "the Aa-based " * 3000 + "Lee) <said> {no}.", {"Lee": PERSON}))
    assert len(doc._.speakers) == 1


def test_people_takes_the_short_name_of_a_headline_for_the_whole_one_below():
    doc = doc_of(
        "Tarn plans cuts\n\nThe carrier Tarn Lines will cut its long routes. (Tarn) <said> {no}.",
        {"Tarn": ORG, "Tarn Lines": ORG},
    )
    at = doc.text.index("\n")
    doc._.paragraphs = (Paragraph(Span(0, at), "headline"), Paragraph(Span(at + 2, len(doc.text))))
    assert People()(doc)._.speakers[-1].name == "Tarn Lines"


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Port Oxbay-based Tide", "Tide"),
        ("the Altmere, Oxland-based firm", "firm"),
        ("Ann Lee, Harbour-winning author", None),
        ("New York Times", None),
    ],
)
def test_seat_ends_before_the_name(words, rest):
    found = SEAT.match(words)
    assert (words[found.end() :] if found else None) == rest


def test_is_native_knows_newspapers():
    assert is_native("scotsman", is_body=False)
    assert not is_native("scotsman", is_body=True)
    assert not is_native("berg", is_body=False)
