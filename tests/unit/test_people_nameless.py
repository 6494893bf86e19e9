"""Whoever speaks without a name speaks on without one, and whoever is asked does not ask."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

ENTS = dict.fromkeys(("Ann Lee", "Tom Berg", "Lee", "Berg"), "PERSON") | {"Oxbay": "GPE"}
CASES = {
    "an aide of somebody named": (
        "Tom Berg met the press. (President Berg's chief aide) <said> {it was late}. {2:“It is new,”} (2:he) <2:said>.",
        ["", ""],
    ),
    "behind words of his without a source": (
        "Tom Berg came. (One leading broker) <said> {it was odd}. {2:“If you sue, it goes.”} "
        "{3:“A lot,”} (3:he) <3:said>.",
        ["", "", ""],
    ),
    "but whoever is accused by one goes on": (
        "(2:Tom Berg) won. Berg was <accused> of {theft} by (a woman). (2:He) <2:denied> {2:the claim}.".replace(
            "(2:Tom Berg)", "Tom Berg"
        ),
        ["", "Tom Berg"],
    ),
    "a woman with her age and her town": (
        "Ann Lee spoke. A 29-year-old Oxbay woman, meanwhile, was fined. {“She must go,”} (she) <wrote>.",
        [""],
    ),
    "behind however": (
        "Ann Lee spoke. However, an official of the bureau came. {“It is made up,”} (she) <said>.",
        [""],
    ),
    "a list is nobody": (
        "Tom Berg spoke. A complete list of the dead is late. {“It is sad,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "asked, then answering": (
        "<Asked> {whether the mill would close}, (Berg) said: “No.” Tom Berg left.",
        [""],
    ),
    "pressed again": ("Ann Lee came. But <pressed again about> {the talk of a strike}, (Lee) laughed.", [""]),
    "who asks to explain, and goes on": (
        "Ann Lee asked Sue Day to explain the losses. {“I will not wait,”} (Lee) <said>.",
        ["Ann Lee"],
    ),
    "an official who tells it": (
        "Tom Berg won. {The plan} <was outlined> by (an official). {2:“It is dear,”} (2:he) <2:said>.",
        ["", ""],
    ),
    "but a friend who lends him a room": (
        "Tom Berg lost the farm. But a friend in Oxbay lent him a room. {“I was lucky,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "then a student himself": (
        "Tom Berg grew up in Oxbay. Then a student at the college, he formed a band. {“We were bad,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "an official inquiry": (
        "Tom Berg ran the club. An official inquiry opens on Monday. {“I hide nothing,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "speculation that somebody floats": ("(Tom Berg) <floated a rumour> {that the mayor was ill}.", ["Tom Berg"]),
    "what is thought": ("Tom Berg won. (It) <is thought> {that he will leave}.", [""]),
    "what is thought of somebody": ("(Tom Berg) <is thought> {unlikely to leave}.", [""]),
    "what goes round": (
        "(Tom Berg) <said> {no} amid 2:<2:rumours> {2:that he will leave}.".replace("2:<", "<"),
        ["Tom Berg", ""],
    ),
    "what goes round in a town": ("Tom Berg came. (Oxbay) <speculation> {that he will leave} grew.", [""]),
    "who backs somebody": ("(Tom Berg) supporters <have long said> {it was unfair}.", [""]),
    "but who fans the flames": ("(Tom Berg) fans the flames, <saying> {it was unfair}.", ["Tom Berg"]),
    "sources in a party": ("(Sources within the Oxbay Party) <said> {it was unfair}.", [""]),
    "right behind one without a name": (
        "{“I met her in May at the mill, and she sang,”} (Ann Lee) <said>. {2:“It rained,”} (2:Lee) <2:said>. "
        "Ann Lee wept.\n\n{3:“It is over now,”} <3:said> (3:one diplomat).\n\n"
        "{4:“She would be out of her depth, and everybody in this town knows it very well.”}",
        ["Ann Lee", "Ann Lee", "", ""],
    ),
    "but who asks in words of her own": ("Ann Lee came. <Asked> (Lee): {“Will it close?”}", ["Ann Lee"]),
}


@pytest.mark.parametrize(("marked", "names"), CASES.values(), ids=CASES)
def test_nobody_is_named_for_them(marked, names):
    doc = People()(doc_of(marked, ENTS))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
