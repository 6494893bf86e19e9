"""Whom something was told to, name and nouns whole: shows with a day in them, bodies, two who are told it together."""

import pytest
from test_provenance import read

TOLD = {
    "a show that is called by its day": (
        "{“Yes,”} (Ann Lee) <told> Radio Nine's Sunday programme.",
        "Radio Nine's Sunday programme",
        "outlet",
    ),
    "a show of a day with its host": (
        "(Ann Lee) <told> Radio Nine's Sunday with Tom Berg: {“Yes.”}",
        "Radio Nine's Sunday with Tom Berg",
        "outlet",
    ),
    "a day that is no show": ("(Ann Lee) <told> Film Weekly Sunday {that it works}.", "Film Weekly", "outlet"),
    "an outlet, of somebody's death": (
        "{“Yes,”} (Ann Lee) <tells> TXZ of Berg's death. Tom Berg was a singer.",
        "TXZ",
        "outlet",
    ),
    "a camera": ("{“Yes,”} (Ann Lee) <told> the camera.", "camera", "audience"),
    "tens of thousands that the content has taken in": (
        "(Lee) <ordered> {tens of thousands of residents to leave}.",
        "residents",
        "audience",
    ),
    "a news agency with its name": ("(Ann Lee) <told> news agency Harbour Wire {it works}.", "Harbour Wire", "outlet"),
    "a newspaper with its name": ("(Ann Lee) <told> Danish newspaper Harbour Tal {it works}.", "Harbour Tal", "outlet"),
    "a minister of a nation": (
        "(Ann Lee) <told> the British minister {that it works}.",
        "British minister",
        "audience",
    ),
    "a body of a nation": ("(Ann Lee) <ordered> {British troops to march}.", "British troops", "audience"),
    "a body of a nation by its name": (
        "(Lee) <ordered> {Greek athletics' governing body, Segos, to hold a hearing}.",
        "",
        "",
    ),
    "a department": (
        "(Ann Lee) <called on> {the Department of Inland Waters to wait}.",
        "Department of Inland Waters",
        "outlet",
    ),
    "an office": (
        "(Lee) <ordered> {the Director of National Waters to wait}.",
        "Director of National Waters",
        "outlet",
    ),
    "a title alone": ("(Ann Lee) <told> the Duchess {that it works}.", "Duchess", "person"),
    "a minister with a particle in the name": (
        "(Ann Lee) <told> Minister van Tull {that it works}.",
        "",
        "",
    ),
    "late on a day": ("(Lee) <told> reporters late on Wednesday {that it works}.", "reporters", "audience"),
    "a news conference late": (
        "(Lee) <told> a news conference late on Wednesday {that it works}.",
        "a news conference",
        "audience",
    ),
    "behind a conjunction": ("It is done, but investors have been <told> {that it works}.", "investors", "audience"),
    "behind that": ("He said that employees were <told> {to sign}.", "employees", "audience"),
    "two nations": ("(Ann Lee) <urged> Ruritania and Oxland {to wait}.", "Ruritania and Oxland", "audience"),
    "two persons": ("(Lee) <warned> Tom Berg and Ida Quill {that it works}.", "Tom Berg and Ida Quill", "person"),
    "two persons of one name": (
        "Tom and Ida Berg were <told> {that it works}.",
        "Tom and Ida Berg",
        "person",
    ),
    "a person and an audience": (
        "(Lee) <told> Tom Berg and the crew {that it works}.",
        "Tom Berg and the crew",
        "audience",
    ),
    "an audience and another": (
        "(Lee) <urged> content marketers and site owners {to wait}.",
        "content marketers and site owners",
        "audience",
    ),
    "an outlet, and what follows": ("(Ann Lee) <told> the Herald, and left, {that it works}.", "Herald", "outlet"),
    "an outlet, and who else spoke": (
        "{“Yes,”} (Ann Lee) <told> the Herald and Tom Berg agreed.",
        "Herald",
        "outlet",
    ),
    "a subject that the content has taken in": (
        "{Harbour customers} are <encouraged> {to call}.",
        "Harbour customers",
        "audience",
    ),
    "a side of a story": ("{Another side of the story} was <told> {by Film Weekly}.", "", ""),
    "the host of a show": (
        "The Ida Quayle Show is on. {“Yes,”} (Ann Lee) <told> Quayle.",
        "Ida Quayle",
        "person",
    ),
    "what figures do": ("Traders were <encouraged> by {the figures}.", "", ""),
    "him, of something": (
        "Tom Berg spoke a day after Ann Lee, the mayor, was there. (Lee) <assured> {him of Oxland's support}.",
        "Tom Berg",
        "person",
    ),
    "somebody, of something": ("(Ann Lee) <warned> {Tom Berg of Oxland's plans}.", "Tom Berg", "person"),
    "so many": ("{“Yes,”} (Ann Lee) <told> more than 200 sailors.", "more than 200 sailors", "audience"),
    "two firms": ("(Ann Lee) <told> the two companies in May {to agree}.", "two companies", "audience"),
    "the house": ("{“Yes,”} (Ann Lee) <told> the house.", "house", "audience"),
    "the truth": ("{“Yes.”} (Ann Lee) <told> the truth.", "", ""),
    "a body of a place": (
        "(Ann Lee) <told> Oxland's existing legislature {that it works}.",
        "Oxland’s existing legislature",
        "audience",
    ),
    "who asks": ("{“Yes?”} <asked> the (analyst).", "", ""),
    "tourists, who": ("It is open to tourists, who were recently <assured> {that it works}.", "tourists", "audience"),
    "whose members": (
        "Researchers from Acme Games were <told> {that it works}.",
        "researchers from Acme Games",
        "audience",
    ),
}


@pytest.mark.parametrize(("marked", "name", "kind"), TOLD.values(), ids=TOLD)
def test_told_to(marked, name, kind):
    (found,) = read(marked)
    assert (found.told_to, found.told_to_kind) == (name, kind)


def test_who_is_asked_answers():
    asked, answered = read(
        "Tom Berg, <asked> {if it works}, <2:responded>: {2:“Yes.”}".replace("Tom Berg", "(2:Tom Berg)")
    )
    assert (asked.told_to, answered.told_to) == ("Tom Berg", "")


def test_a_show_keeps_the_station_with_which_it_was_named():
    marked = "{“Yes,”} (Ann Lee) <told> Radio Nine's Today programme. Later (2:she) <2:told> Today: {2:“No.”}"
    assert [found.told_to for found in read(marked)] == ["Radio Nine's Today programme"] * 2
