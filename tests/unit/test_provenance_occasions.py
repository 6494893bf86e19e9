"""Occasions that name who listens, and what was told on another one."""

import pytest
from people_docs import doc_of

from quotes.model import Article, Metadata
from quotes.pipeline.people import People
from quotes.pipeline.provenance import Provenances

ENTS = {"Tagus": "GPE", "Ann Lee": "PERSON", "Tom Berg": "PERSON", "Harbour Herald": "ORG", "Film Weekly": "ORG"}
HEARD = {
    "an episode": ("During Wednesday's episode of “The Tide,” (Ann Lee) <said>: {“No.”}", ["Tide"]),
    "an episode of a series with a name": (
        "In an episode of her series “Low Tide,” (Ann Lee) <said>: {“No.”}",
        ["Low Tide"],
    ),
    "but no other narrator's": (
        "On an episode of “The Tide,” a comedian from the hills made fun of the town and of the many things that "
        "(some) <say> {are bad}.",
        [""],
    ),
    "a podcast in front": ("On the “Slow Tide” podcast, (Ann Lee) <said>: {“No.”}", ["Slow Tide"]),
    "a show in marks behind": ("{“No,”} (Ann Lee) <said> Monday on “The Tide.”", ["Tide"]),
    "a hearing": ("Testifying before the committee, (Ann Lee) <said>: {“No.”}", ["committee"]),
    "while addressing": ("{“No,”} (Ann Lee) <said> while addressing supporters in Hull.", ["supporters"]),
    "a statement handed on": (
        "{“No,”} (Ann Lee) <said> in a statement given to the Harbour Herald.",
        ["Harbour Herald"],
    ),
    "an interview on a show": ("{“No,”} (Ann Lee) <said> in an interview on “The Tide.”", ["Tide"]),
    "an interview on a station": ("In an interview on WTID radio station, (Ann Lee) <said>: {“No.”}", ["WTID"]),
    "an interview on a war": ("In her first interview on the Tagus war, (Ann Lee) <said>: {“No.”}", [""]),
    "a platform's live": ("In an Instagram Live, (Ann Lee) <said>: {“No.”}", ["Instagram"]),
    "somebody texted": ("{“No,”} (Ann Lee) <texted> her brother.", ["her brother"]),
    "a daily of a nation": ("{“No,”} (Ann Lee) <told> the German daily Strand.", ["Strand"]),
    "a co-host of a show in marks": ("{“No,”} (Ann Lee) <told> “The Tide” co-host Tom Berg.", ["Tom Berg"]),
    "a show by whose it is": (
        "{“No,”} (Ann Lee) <told> The Late Tide Show with Odd Holm.",
        ["Late Tide Show with Odd Holm"],
    ),
    "a podcast with small words": (
        "{“No,”} (Ann Lee) <told> the Diary of a Sailor podcast.",
        ["Diary of a Sailor podcast"],
    ),
    "a show with a number": ("{“No,”} (Ann Lee) <told> 60 Tides.", ["60 Tides"]),
    "ahead of something": ("{“No,”} (Ann Lee) <told> fans ahead of the final.", ["fans"]),
    "who asks in front of the cue is no listener": ("{“No?”} <asked> (a Western source).", [""]),
    "whose mother writes": ("In a letter to the judge, (Tom Berg's mother) <wrote>: {“No.”}", [""]),
    "an interview on a weekday": ("In Monday's interview with Film Weekly, (Ann Lee) <said>: {“No.”}", ["Film Weekly"]),
    "before a game": ("Speaking before the Harbour game, (Ann Lee) <said>: {“No.”}", [""]),
    "another's hearing": ("{“No,”} (Ann Lee) <said> after Tom Berg testified before the committee.", [""]),
    "a programme that is no show": ("On the Low Tide program, (Ann Lee) <said> {no}.", [""]),
    "an episode that is told of": (
        "(Ann Lee) <said> in a statement about the final episode of “Dark Tide” {that fans would cry}.",
        [""],
    ),
    "his lawyer tells him": ("(Tom Berg's lawyer) <told> Tom Berg {he would lose}.", ["Tom Berg"]),
    "told in May": (
        "(Ann Lee), who <told> Film Weekly in May {she would stay}, <2:said> Monday: {2:“No.”}",
        ["Film Weekly", ""],
    ),
    "told before": (
        "After <telling> Film Weekly {she would stay}, (Ann Lee) <2:told> the Harbour Herald: {2:“No.”}",
        ["Film Weekly", "Harbour Herald"],
    ),
    "the new issue of a magazine": ("{“No,”} (Ann Lee) <says> in the new issue of Film Weekly.", ["Film Weekly"]),
    "before a speaker without a comma": (
        "In an interview with the Harbour Herald (Ann Lee) <said>: {“No.”}",
        ["Harbour Herald"],
    ),
    "an interview given before": (
        "Ann Lee gave an interview to Film Weekly.\n\n{“No,”} (she) <said>.",
        ["Film Weekly"],
    ),
    "but not what is said now": (
        "Ann Lee gave an interview to Film Weekly in May. Now (she) <says>: {“No.”}",
        [""],
    ),
    "a paper before the name of another": (
        "(A source) <told> the Harbour Herald {Tom Berg would leave}.",
        ["Harbour Herald"],
    ),
    "not for another without a name": (
        "(A source) <told> Film Weekly {he had left}. (2:Her spokesman) <2:said>: {2:“No.”}",
        ["Film Weekly", ""],
    ),
    "but for the same": (
        "(A source) <told> Film Weekly {he had left}. {2:“He is gone,”} (2:the source) <2:said>.",
        ["Film Weekly", "Film Weekly"],
    ),
    "where somebody is followed": ("(Ann Lee), who has two million followers on TikTok, <said> {no}.", [""]),
    "but where her followers are told": (
        "(Ann Lee) <told> her two million followers on Instagram: {“No.”}",
        ["Instagram"],
    ),
    "a nation's television": ("{“No,”} (Ann Lee) <told> French television.", ["French television"]),
    "a paper of two": ("{“No,”} (Ann Lee) <told> the Press and Journal.", ["Press and Journal"]),
    "a memo": ("In a memo to pharmacies, (the agency) <said> {it works}.", ["pharmacies"]),
    "emails to some": (
        "In emails to individual departments, (union stewards) <wrote> {that it works}.",
        ["individual departments"],
    ),
    "a letter to its employees": ("{It works}, (the company) <said> in a letter to its employees.", ["its employees"]),
    "a letter to nobody": ("In a reply to criticism, (the company) <said> {it works}.", [""]),
    "an open letter": (
        "(Ann Lee) wrote an open letter to Acme Games, <saying> {she could not support it}.",
        ["Acme Games"],
    ),
    "a letter of another": ("{It works}, (Ann Lee) <said> after she wrote a letter to Acme Games.", [""]),
    "on social media": ("{“No,”} (Ann Lee) <wrote> on social media.", ["social media"]),
    "takes to social media": ("(Ann Lee) took to social media to <share> {what she thought}.", ["social media"]),
    "posts a video": ("(Ann Lee) posted a TikTok <saying> {that it was over}.", ["TikTok"]),
    "in several tweets": ("In a string of angry tweets, (Ann Lee) <called> {it over}.", ["Twitter"]),
    "of tweets": ("Of a series of tweets of his fans, (Ann Lee) <said> {it was over}.", [""]),
    "a series that is called as she is": (
        "During a September episode of her Netflix series Ann, (Ann Lee) <said> {it was over}.",
        ["Ann"],
    ),
    "in a post somewhere": ("In a social media post, (Ann Lee) <said> {it was over}.", ["social media"]),
    "two papers": ("{“No,”} (Ann Lee) <told> the Herald and Film Weekly.", ["Herald"]),
    "a paper from abroad": ("{“No,”} (Ann Lee) <told> Bild am Sonntag.", ["Bild am Sonntag"]),
    "in a statement after an interview": (
        "(Ann Lee) <told> Film Weekly {no}. In a statement, (2:she) <2:said>: {2:“It is over.”}",
        ["Film Weekly", ""],
    ),
    "a former president": ("{“No,”} (Ann Lee) <told> former president Tom Berg.", ["Tom Berg"]),
    "an actor and comedian": ("{“No,”} (Ann Lee) <told> actor and comedian Tom Berg.", ["Tom Berg"]),
    "angry MPs": ("(Ann Lee) <told> angry MPs {that it was over}.", ["angry MPs"]),
    "comments to an outlet": (
        "{“No,”} (Ann Lee) <said> in written comments to the Harbour Herald.",
        ["Harbour Herald"],
    ),
    "a show and its day": ("On “The Tide” on Tuesday, (Ann Lee) <said>: {“No.”}", ["Tide"]),
    "but no song": ("On “The Tide,” (Ann Lee) <says> {no}.", [""]),
    "whom somebody writes for": (
        "(Ann Lee), who now writes a column for the Harbour Herald, <claims> {that it was over}.",
        [""],
    ),
    "what is warned of": ("(Ann Lee) <warned> {the outlook on loans was starting to darken}.", [""]),
    "our reporter by name": ("{“No,”} (Ann Lee) <told> our reporter Tom Berg.", ["Tom Berg"]),
    "another's interview": ("After Tom Berg's interview with Film Weekly, (Ann Lee) <said>: {“No.”}", [""]),
}


def read(marked):
    doc = doc_of(marked, ENTS)
    doc._.article = Article("a.txt", doc.text, Metadata())
    return Provenances()(People()(doc))._.provenance


@pytest.mark.parametrize(("marked", "names"), HEARD.values(), ids=HEARD)
def test_who_listens(marked, names):
    assert [found.told_to for found in read(marked)] == names


CITED = {
    "no platform": ("{“No,”} (Ann Lee) <said> in a video posted to X.", [""]),
    "wrote in an outlet, in front": ("In the Harbour Herald, (Ann Lee) <wrote>: {“No.”}", ["Harbour Herald"]),
    "wrote in a place": ("In Tagus, (Ann Lee) <wrote>: {“No.”}", [""]),
    "what an outlet had of somebody": (
        "(Ann Lee), whose photos were published by the Harbour Herald, <said> {no}.",
        [""],
    ),
    "after an outlet had something": (
        "(Ann Lee) <said> after the photos were published by the Harbour Herald {that it was over}.",
        [""],
    ),
    "an outlet with what it is behind it": (
        "Harbour Herald, the Oxland newspaper, quoted (Tom Berg) as <saying> {it was over}.",
        ["Harbour Herald"],
    ),
    "not for another who tells it somebody himself": (
        "{“No,”} (Ann Lee) <said>, according to the Harbour Herald. (2:Tom Berg) <2:told> Film Weekly {2:“yes”}.",
        ["Harbour Herald", ""],
    ),
}


@pytest.mark.parametrize(("marked", "cited"), CITED.values(), ids=CITED)
def test_cited_from(marked, cited):
    assert [found.cited_from for found in read(marked)] == cited
