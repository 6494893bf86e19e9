from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.model import Article, Metadata, Span
from quotes.pipeline.people import People
from quotes.pipeline.provenance import Provenances
from quotes.pipeline.provenance.ranker import weighed
from quotes.pipeline.provenance.told.listeners import Told, pointed_at
from quotes.pipeline.provenance.wording.narration import Names

ENTS = {
    "Ann Lee": "PERSON",
    "Lee": "PERSON",
    "Tom Berg": "PERSON",
    "Berg": "PERSON",
    "Ida Quill": "PERSON",
    "Quill": "PERSON",
    "Harbour Herald": "ORG",
    "Herald": "ORG",
    "Film Weekly": "ORG",
    "Film Weekly Awards": "ORG",
    "Oxbay": "GPE",
    "Oxbay Ledger": "ORG",
    "Acme Games": "ORG",
    "Radio Nine": "ORG",
    "Harbour Post": "ORG",
    "Post": "ORG",
    "Metal": "ORG",
    "Harbour Ethics Committee": "ORG",
    "Harbour Rules Committee": "ORG",
    "Ida Quayle Show": "ORG",
}


def read(marked, publication=""):
    doc = doc_of(marked, ENTS)
    doc._.article = Article("a.txt", doc.text, Metadata(publication=publication))
    return Provenances()(People()(doc))._.provenance


TOLD = {
    "a paper whose short name is a word": (
        "The Harbour Post came. {“Yes,”} (Ann Lee) <told> the Post.",
        "Harbour Post",
        "outlet",
    ),
    "a question is nobody": ("(Ann Lee) <asked>: {Did they talk about it}?", "", ""),
    "a show in marks, with its station": (
        "{“Yes,”} (Ann Lee) <said> on Radio Nine's “Slow Tide.”",
        "Slow Tide",
        "outlet",
    ),
    "a show in marks alone": ("{“Yes,”} (Ann Lee) <said> on “Slow Tide.”", "Slow Tide", "outlet"),
    "on a conference call": ("{“Yes,”} (Ann Lee) <said> on a conference call with reporters.", "reporters", "audience"),
    "whom, not how": ("(Ann Lee) <told> lawmakers privately {that “it works.”}", "lawmakers", "audience"),
    "a gathering": ("(Ann Lee) <told> a party gathering in Oxbay {that “it works.”}", "a party gathering", "audience"),
    "a broadcaster's contributor": (
        "(Ann Lee) <told> Radio Nine contributor Tom Berg {it “works.”}",
        "Tom Berg",
        "person",
    ),
    "a host who comes in later": (
        "(Ann Lee) <told> the host {it “works”} on a day on which everybody was there. Tom Berg, a host, laughed.",
        "host",
        "audience",
    ),
    "tells an outlet": ("{“Yes,”} (Ann Lee) <tells> Film Weekly.", "Film Weekly", "outlet"),
    "told the outlet, between parts": (
        "{“Yes,”} (Ann Lee) <told> the Harbour Herald. {“It works.”}",
        "Harbour Herald",
        "outlet",
    ),
    "short form in full": (
        "The Harbour Herald came. {“Yes,”} (Ann Lee) <told> the Herald.",
        "Harbour Herald",
        "outlet",
    ),
    "told a person": ("{“Yes,”} (Ann Lee) <told> Tom Berg.", "Tom Berg", "person"),
    "told a native's counterpart": ("(Ann Lee) <told> his Oxbay counterpart, Tom Berg, {“no.”}", "Tom Berg", "person"),
    "told, though read elsewhere": (
        "(Ann Lee) said she read it on Facebook. {“Yes,”} (she) <told> the Herald.",
        "Herald",
        "outlet",
    ),
    "told the paper that is a ledger": (
        "The Oxbay Ledger was there. {“Yes,”} (Ann Lee) <told> the paper.",
        "Oxbay Ledger",
        "outlet",
    ),
    "told a host": ("{“Yes,”} (Ann Lee) <told> radio host Tom Berg.", "Tom Berg", "person"),
    "told an outlet's reporter": ("{“Yes,”} (Ann Lee) <told> the Herald's Tom Berg.", "Tom Berg", "person"),
    "told a show": (
        "{“Yes,”} (Ann Lee) <told> Radio Nine's Morning Tide programme.",
        "Radio Nine's Morning Tide programme",
        "outlet",
    ),
    "told somebody with a dotted title": ("{“Yes,”} (Ann Lee) <told> Mr. Berg of Acme.", "Berg", "person"),
    "urged somebody with a dotted title": ("(Ann Lee) <urged> {Mr. Berg to make a deal}.", "Berg", "person"),
    "told a title whose name the network left out": ("(Ann Lee) <warned> {Mr} Berg {not to leave}.", "", ""),
    "told a broadcaster by its letters": ("BBC News came. (Ann Lee) <told> the BBC {that it works}.", "BBC", "outlet"),
    "told behind who says so": ("{“Yes,”} <said> (Ann Lee) to Tide Weekly.", "Tide Weekly", "outlet"),
    "told a show of a station": (
        "(Ann Lee) <told> the BBC programme Slow Tide {that it works}.",
        "Slow Tide",
        "outlet",
    ),
    "asked by, behind what about": (
        "(Ann Lee), asked about the tide by reporters, <said> {no}.",
        "reporters",
        "audience",
    ),
    "when they asked": ("When reporters asked her about it, (Ann Lee) <said> {no}.", "reporters", "audience"),
    "with a channel": ("{“Yes,”} <said> (Ann Lee) with Film Weekly.", "", ""),
    "asked about what somebody has made": ("Asked about a poll by Film Weekly, (Ann Lee) <said> {no}.", "", ""),
    "asked about being mobbed": ("Asked about being mobbed by reporters, (Ann Lee) <said> {no}.", "", ""),
    "reached by": ("{“Yes,”} (Ann Lee) <said> of the deal reached by negotiators.", "", ""),
    "when reached by": ("{“Yes,”} (Ann Lee) <said> when reached by Film Weekly.", "Film Weekly", "outlet"),
    "when somebody was asked": ("When Tom Berg was asked about it, (Ann Lee) <said> {no}.", "", ""),
    "told a queen": ("{“Yes,”} (Ann Lee) <told> the Queen.", "Queen", "person"),
    "told somebody with two titles": ("(Ann Lee) <told> U.S. Sen. Tom Berg {that it works}.", "Tom Berg", "person"),
    "told an audience of several words": (
        "{“Yes,”} (Ann Lee) <told> a crowd of strikers and supporters outside the plant.",
        "a crowd of strikers and supporters",
        "audience",
    ),
    "told a group that he would": (
        "(Ann Lee) <told> a crowd of reporters {he would win}.",
        "a crowd of reporters",
        "audience",
    ),
    "told a saint": ("{“Yes,”} (Ann Lee) <told> Quill of Altmere.", "Quill of Altmere", "outlet"),
    "told a magazine called as a title": ("{“Yes,”} (Ann Lee) <told> Ms. Magazine.", "Ms. Magazine", "outlet"),
    "told a show with a small word": (
        "{“Yes,”} (Ann Lee) <said> on Radio Nine's Meet the Press.",
        "Radio Nine's Meet the Press",
        "outlet",
    ),
    "told a numbered channel's show": (
        "{“Yes,”} (Ann Lee) <told> BBC1's Morning Tide.",
        "BBC1's Morning Tide",
        "outlet",
    ),
    "told an outlet, beside its prize": (
        "The Film Weekly Awards came. {“Yes,”} (Ann Lee) <told> Film Weekly.",
        "Film Weekly",
        "outlet",
    ),
    "told reporters": ("{“Yes,”} (Ann Lee) <told> reporters on Monday.", "reporters", "audience"),
    "told an audience": ("{“Yes,”} (Ann Lee) <told> a packed courtroom.", "a packed courtroom", "audience"),
    "told a country's agencies": (
        "{“Yes,”} (Ann Lee) <told> Ruritanian news agencies.",
        "Ruritanian news agencies",
        "outlet",
    ),
    "told a nation's market": (
        "(Ann Lee) <told> the Ruritanian stock market {it works}.",
        "Ruritanian stock market",
        "audience",
    ),
    "told a country's magazine by name": (
        "{“Yes,”} (Ann Lee) <told> Ruritanian magazine Film Weekly.",
        "Film Weekly",
        "outlet",
    ),
    "told voters that": ("(Ann Lee) <told> voters that {it works}.", "voters", "audience"),
    "told a conference": ("(Ann Lee) <told> a news conference {it works}.", "a news conference", "audience"),
    "asked a person": ("(Ann Lee) <asked> Tom Berg {whether it works}.", "Tom Berg", "person"),
    "asked whether": ("(Ann Lee) <asked> {whether it works}.", "", ""),
    "warned last week": ("(Ann Lee) <warned> last week {that it fails}.", "", ""),
    "told her": ("{“Yes,”} (Ann Lee) <told> her.", "", ""),
    "said": ("{“Yes,”} (Ann Lee) <said> on Monday in Harbour.", "", ""),
    "said in an interview with": (
        "{“Yes,”} (Ann Lee) <said> in a recent interview with Film Weekly.",
        "Film Weekly",
        "outlet",
    ),
    "in an interview with, before": (
        "In an interview with Film Weekly, (Ann Lee) <said> {it works}.",
        "Film Weekly",
        "outlet",
    ),
    "in an outlet's interview": (
        "In a long Harbour Herald interview, (Ann Lee) <said>: {“Yes.”}",
        "Harbour Herald",
        "outlet",
    ),
    "speaking to": ("Speaking to the Harbour Herald, (Ann Lee) <said> {it works}.", "Harbour Herald", "outlet"),
    "confirmed to": ("(Ann Lee) <confirmed> to Film Weekly {that it works}.", "Film Weekly", "outlet"),
    "in a statement to": ("{“Yes,”} (Ann Lee) <said> in a statement to Film Weekly.", "Film Weekly", "outlet"),
    "in a letter to": ("{“Yes,”} (Ann Lee) <wrote> in a letter to employees.", "employees", "audience"),
    "during a conversation with": (
        "During a conversation with Tom Berg, (Ann Lee) <said> {it works}.",
        "Tom Berg",
        "person",
    ),
    "on Instagram": ("{“Yes,”} (Ann Lee) <wrote> on Instagram.", "Instagram", "platform"),
    "took to X": ("(Ann Lee) took to X to <write>: {“Yes.”}", "X", "platform"),
    "Instagram caption": ("{“Yes,”} (she) <captioned> the Instagram post.", "Instagram", "platform"),
    "tweeted": ("{“Yes,”} (Ann Lee) <tweeted>.", "Twitter", "platform"),
    "x marks nothing": ("{“Yes,”} (Ann Lee) <said> on x days.", "", ""),
    "passive": ("Tom Berg <was told> {that it fails}.", "Tom Berg", "person"),
    "introduced by the sentence before": (
        "In an interview with Film Weekly, Ann Lee opened up about the sea. {“Yes,”} (she) <said>.",
        "Film Weekly",
        "outlet",
    ),
    "the outlet inside the quotation does not count": ("{“I told the Herald so,”} (Ann Lee) <said>.", "", ""),
    "the next sentence does not count": ("{“Yes,”} (Ann Lee) <said>. Berg spoke to the Herald.", "", ""),
    "a title with small words": ("{“Yes,”} (Ann Lee) <told> The Times of Harbour.", "Times of Harbour", "outlet"),
    "a title that begins with a day": ("{“Yes,”} (Ann Lee) <told> the Sunday Lantern.", "Sunday Lantern", "outlet"),
    "a title that ends with a day": (
        "(Ann Lee) <told> the Harbour Mail on Sunday {it works}.",
        "Harbour Mail on Sunday",
        "outlet",
    ),
    "a day behind the outlet": ("{“Yes,”} (Ann Lee) <told> Film Weekly Monday.", "Film Weekly", "outlet"),
    "a title of one plain word": ("{“Yes,”} (Ann Lee) <told> Today last summer.", "Today", "outlet"),
    "a title with an exclamation mark": ("{“Yes,”} (Ann Lee) <told> Go! Films on Monday.", "Go! Films", "outlet"),
    "a longer name than the tagger's": ("{“Yes,”} (Ann Lee) <told> the Evening Herald.", "Evening Herald", "outlet"),
    "a name behind the outlet": ("(Ann Lee) <told> Film Weekly Berg {would come}.", "Film Weekly", "outlet"),
    "a show named after its host": ("{“Yes,”} (Lee) <said> on the Tom Berg Show.", "Tom Berg Show", "outlet"),
    "a place's paper": ("{“Yes,”} (Lee) <told> Ruritania's The Lantern.", "Lantern", "outlet"),
    "a show in marks": ("{“Yes,”} (Lee) <told> Radio Nine's “Morning Tide.”", "Morning Tide", "outlet"),
    "a journalist of another nation": ("(Lee) <told> Ruritanian journalist Tom Berg {it works}.", "Tom Berg", "person"),
    "the kind of outlet stands behind": ("{“Yes,”} (Lee) <told> the Herald newspaper.", "Herald", "outlet"),
    "a podcast": ("{“Yes,”} (he) <told> the Slow Tide podcast.", "Slow Tide podcast", "outlet"),
    "a podcast's title in marks": ("(He) <spoke> on the podcast “Slow Tide,” of {the sea}.", "Slow Tide", "outlet"),
    "her own podcast": ("{“Yes,”} (Lee) <said> on her podcast, “Slow Tide,” Thursday.", "Slow Tide", "outlet"),
    "an object that does not listen": ("to <tell> old Acme Games {stories}", "", ""),
    "a street is no show": ("{“Yes,”} (Lee) <said> on Harbour Street.", "", ""),
    "followers": ("{“Yes,”} (Ann Lee) <told> Acme Games supporters.", "Acme Games supporters", "audience"),
    "a headline": ("(Drivers) <warn> {Harbour ministers}", "Harbour ministers", "audience"),
    "the object inside the content": ("(Ann Lee) <asked> {the council for more time}.", "council", "audience"),
    "urged": ("(Ann Lee) <urged> {residents to wait}.", "residents", "audience"),
    "asked questions": ("(Ann Lee) <asked> {questions about the sea}.", "", ""),
    "one nobody names": ("{“Yes,”} (Ann Lee) <told> the tall officer.", "", ""),
    "were told": ("(The workers) <were told> {that it fails}.", "workers", "audience"),
    "jury told": ("{It fails}, (jury) <told>", "jury", "audience"),
    "the court heard": ("{It failed}, (the court) <heard>.", "court", "audience"),
    "a court has heard": ("{It failed}, (a court) <has heard>.", "a court", "audience"),
    "asked by somebody": ("Asked by Tom Berg whether it works, (Lee) <said>: {“Yes.”}", "Tom Berg", "person"),
    "confirmed something to": ("(Lee) <confirmed> {the sale} to the Herald.", "Herald", "outlet"),
    "a piece for": ("In a piece written for Film Weekly, (Lee) <said> {it works}.", "Film Weekly", "outlet"),
    "a place behind the paper": (
        "{“Yes,”} (Lee) <told> The Harwich Evening Herald of Ruritania in 1979.",
        "Harwich Evening Herald",
        "outlet",
    ),
    "what a journal is about": (
        "{“Yes,”} (Lee) <told> the Harwich Evening Journal of Tides.",
        "Harwich Evening Journal of Tides",
        "outlet",
    ),
    "a long name with a mark": (
        "{“Yes,”} (Lee) <told> the Bureau of INTERCONTINENTAL TELECOMMUNICATIONS & INFRASTRUCTURE on Monday.",
        "Bureau of INTERCONTINENTAL TELECOMMUNICATIONS & INFRASTRUCTURE",
        "outlet",
    ),
    "a nation's radio": ("{“Yes,”} (Lee) <told> British radio Sunday.", "British radio", "outlet"),
    "a nation's radio, and who was wrong": ("(Lee) <told> British radio Berg {was wrong}.", "British radio", "outlet"),
    "two outlets": ("{“Yes,”} (Lee) <told> Film Weekly and The Tide Show.", "Film Weekly", "outlet"),
    "an audience, and who laughed": (
        "(Lee) <told> reporters and people laughed at {the plan}.",
        "reporters",
        "audience",
    ),
    "a crowd by its number": ("{“Yes,”} (Lee) <told> a crowd of about 2,000 people.", "a crowd", "audience"),
    "a crowd of supporters of another": (
        "{“Yes,”} (Lee) <told> a crowd of Tom Berg supporters.",
        "a crowd",
        "audience",
    ),
    "an audience, and of what": ("(Lee) <told> the audience of the moment {it failed}.", "audience", "audience"),
    "a presenter behind the show's title": (
        "{“Yes,”} (Lee) <told> ‘Morning Tide’ presenter Tom Berg.",
        "Tom Berg",
        "person",
    ),
    "fans of a title in marks": ("{“Yes,”} (Lee) <told> ‘Morning Tide’ fans.", "Morning Tide fans", "audience"),
    "what it was told for": ("{“Yes,”} (Lee) <told> Film Weekly for the Harbour Awards.", "Film Weekly", "outlet"),
    "a lost space": ("{“Yes,”} (Lee) <told> Film Weekly.when asked.", "Film Weekly", "outlet"),
    "a short first name": ("{“Yes,”} (Lee) <told> Jan on Monday.", "Jan", "person"),
    "a ban on somebody's page": ("(Lee) <said> over Berg's Twitter ban that {it fails}.", "", ""),
    "a place in the paper's name": ("{“Yes,”} (Lee) <told> The Times of Harwich.", "Times of Harwich", "outlet"),
    "an owner in a show's name": (
        "(Ann Lee) <told> Radio Nine's Woman's Hour {that it works}.",
        "Radio Nine's Woman's Hour",
        "outlet",
    ),
    "a title with an apostrophe": (
        "(He) <spoke> on the podcast “Come to Where I’m From,” of {the sea}.",
        "Come to Where I’m From",
        "outlet",
    ),
    "the audience of a show": ("{“Yes,”} (Lee) <told> “The Tide” audience.", "The Tide audience", "audience"),
    "a person's show": ("{“Yes,”} (Lee) <told> Tom Berg’s Talk Is Berg podcast.", "Talk Is Berg", "outlet"),
    "a show of two": ("{“Yes,”} (Lee) <told> The Quill and Tom Berg Show.", "Quill and Tom Berg Show", "outlet"),
    "a nation's show": ("{“Yes,”} (Lee) <told> the British TV show The Talk.", "Talk", "outlet"),
    "a co-host": ("{“Yes,”} (Lee) <told> Radio Nine co-host Tom Berg.", "Tom Berg", "person"),
    "a site with an ending": ("{“Yes,”} (Lee) <told> Harbour.info.", "Harbour.info", "outlet"),
    "a small letter before the capital": (
        "{“Yes,”} (Lee) <recalled> to iTideRadio Harbour.",
        "iTideRadio Harbour",
        "outlet",
    ),
    "an outlet, and people who will come": (
        "(Lee) <told> Film Weekly people {will come}.",
        "Film Weekly",
        "outlet",
    ),
    "members of something": (
        "{“Yes,”} (Lee) <wrote> in a message to members of the Tide Club.",
        "members of the Tide Club",
        "audience",
    ),
    "fans of a band": ("(Lee) <assured> fans of the band {that it goes on}.", "fans of the band", "audience"),
    "residents, of the plan": ("(Lee) <told> residents of {the plan}.", "residents", "audience"),
    "two audiences": ("(Lee) <told> analysts and reporters {that it works}.", "analysts and reporters", "audience"),
    "tens of thousands": ("(Lee) <told> tens of thousands of residents {to leave}.", "residents", "audience"),
    "the committee by its name": (
        "The Harbour Ethics Committee met on Friday. (Lee) <told> the committee {that it works}.",
        "Harbour Ethics Committee",
        "outlet",
    ),
    "one committee of two": (
        "The Harbour Ethics Committee and the Harbour Rules Committee met. (Lee) <told> the committee {that it works}.",
        "committee",
        "audience",
    ),
    "the husband by name": ("{“Yes,”} (Ann Lee) <told> her husband, Tom Berg.", "Tom Berg", "person"),
    "a month cut short": ("In a speech on Oct. 26, (Lee) <said> {it works}.", "", ""),
    "a band's page": ("{“Yes,”} (Lee) <wrote> on the band's Instagram.", "Instagram", "platform"),
    "talks are no interview": ("After talks with Tom Berg, (Ann Lee) <said> {it works}.", "", ""),
    "a title that looks like an occasion": ("In Conversations with a Gull, (Ann Lee) <said> {it works}.", "", ""),
    "on a platform before the cue": (
        "(Lee) denied it on Twitter, <writing>, {“No.”}",
        "Twitter",
        "platform",
    ),
    "in a tweet about a platform": ("{“Yes,”} (Lee) <wrote> in a tweet on the TikTok craze.", "Twitter", "platform"),
    "followers on a platform": ("(Many followers on Instagram) <said> {it works}.", "", ""),
    "a platform of another clause": ("(Lee) <called> it {a win}, showing it on Instagram.", "", ""),
    "a frequency": ("{“Yes,”} (Ann Lee) <told> Q99.5 on Monday.", "Q99.5", "outlet"),
    "a show of an outlet": (
        "{“Yes,”} (Lee) <told> BBC Radio Nine's Morning Tide.",
        "BBC Radio Nine's Morning Tide",
        "outlet",
    ),
    "any noun that the content takes in": ("(Ann Lee) <exhorted> {the army to be loyal}.", "army", "audience"),
    "a noun that is told something some time ago": (
        "(Lee) <told> affiliates months ago {it works}.",
        "affiliates",
        "audience",
    ),
    "any noun that is told": ("(Ann Lee) <exhorted> the army {to be loyal}.", "army", "audience"),
    "users of a platform": ("{“Yes,”} (one Twitter user) <wrote>.", "Twitter", "platform"),
    "in a deleted tweet": ("In a now-deleted tweet, (Lee) <wrote>: {“Yes.”}", "Twitter", "platform"),
    "two hosts by name": (
        "(Ann Lee) <told> hosts Ida Quill and Tom Berg {that it works}.",
        "Ida Quill and Tom Berg",
        "person",
    ),
    "a room": ("{“Yes,”} (Lee) <told> a packed media room afterwards.", "a packed media room", "audience"),
    "discussing something with an outlet": (
        "Discussing the future with the Herald, (Ann Lee) <explained>: {“It works.”}",
        "Herald",
        "outlet",
    ),
    "a magazine and more of its name": (
        "{“Yes,”} (Ann Lee) <told> People Now in an interview.",
        "People Now",
        "outlet",
    ),
    "the show of a station": (
        "{“Yes,”} (Ann Lee) <told> BBC Radio Oxbay's breakfast programme.",
        "BBC Radio Oxbay's breakfast programme",
        "outlet",
    ),
    "addressing": ("Addressing party faithful on Sunday, (Ann Lee) <said> {it works}.", "party faithful", "audience"),
    "said of something to": ("{“Yes,”} (one insider) <said> of the cut to the Daily Mail.", "Daily Mail", "outlet"),
    "a meeting with whose it is": (
        "(Ann Lee) <told> a meeting of the crime panel on Monday {that it works}.",
        "a meeting of the crime panel",
        "audience",
    ),
    "tweeted, of an article that calls it X": ("Lee hit back on X. {“Yes,”} (she) <tweeted>.", "X", "platform"),
    "the affiliate of a network": ("{“Yes,”} (Ann Lee) <told> NNC affiliate Radio Nine.", "Radio Nine", "outlet"),
    "a date is nobody": ("{“Yes,”} (Ann Lee) <said> in a statement on December 21.", "", ""),
    "addressing what is no audience": ("Addressing media reports, (Ann Lee) <said> {it works}.", "", ""),
    "reacting to a platform": ("Responding to the report on Google, (Ann Lee) <said> {it works}.", "", ""),
    "reacting on a station": (
        "Reacting to the claim on Radio Nine's morning show, (Ann Lee) <said> {it works}.",
        "Radio Nine's morning show",
        "outlet",
    ),
    "tweeting something": ("Tweeting a photo of the show, (Lee) <wrote>: {“Yes.”}", "Twitter", "platform"),
    "nobody asks himself": ("When (a photographer) <asked> {how she was}, she smiled.", "", ""),
    "a speaker tells nobody himself": ("{“Yes,”} (Ann Lee) <told> Lee.", "", ""),
}


@pytest.mark.parametrize(("marked", "name", "kind"), TOLD.values(), ids=TOLD)
def test_told_to(marked, name, kind):
    (found,) = read(marked)
    assert (found.told_to, found.told_to_kind) == (name, kind)


@pytest.mark.parametrize(
    ("marked", "publication", "name"),
    [
        ("{“Yes,”} (Ann Lee) <says> in our interview.", "Film Weekly", "Film Weekly"),
        ("{“Yes,”} (Ann Lee) <says> in our interview.", "", "our interview"),
        ("{“Yes,”} (Ann Lee) <told> me.", "Film Weekly", "Film Weekly"),
        ("{“Yes,”} (Ann Lee) <told> us.", "Film Weekly", "Film Weekly"),
        ("{“Yes,”} (Ann Lee) <told> this newspaper.", "Film Weekly", "Film Weekly"),
    ],
)
def test_told_to_the_article_s_own_publication(marked, publication, name):
    (found,) = read(marked, publication)
    assert (found.told_to, found.told_to_kind) == (name, "outlet")


def test_told_me_means_nobody_in_an_article_of_an_unknown_publication():
    (found,) = read("{“Yes,”} (Ann Lee) <told> me.")
    assert (found.told_to, found.told_to_kind) == ("", "")


def test_told_to_stays_empty_for_later_quotations_of_an_interview():
    marked = "{1:“Yes,”} (1:Ann Lee) <1:tells> Film Weekly.\n\n{2:“It works,”} (2:Lee) <2:adds>."
    assert [p.told_to for p in read(marked)] == ["Film Weekly", ""]


def test_told_to_holds_for_the_quotation_behind_the_sentence_that_names_it():
    marked = "(1:Ann Lee) <1:told> Film Weekly {1:it works}. {2:“Yes,”} (2:she) <2:said>."
    assert [p.told_to for p in read(marked)] == ["Film Weekly", "Film Weekly"]


CARRIED = {
    "the newspaper": (
        "{1:“Yes,”} (1:Ann Lee) <1:told> Film Weekly. (2:She) later <2:told> the magazine {2:it works}.",
        "Film Weekly",
    ),
    "adding": ("(1:Ann Lee) <1:told> Film Weekly {1:it works}, <2:adding> {2:that it is old}.", "Film Weekly"),
    "the same speaker goes on": (
        "(1:Ann Lee) <1:told> Film Weekly {1:it works} and (2:Lee) <2:added> {2:it was old}.",
        "Film Weekly",
    ),
    "another speaker": ("(1:Ann Lee) <1:told> Film Weekly {1:it works} and (2:Berg) <2:said> {2:it fails}.", ""),
    "another paragraph": ("(1:Ann Lee) <1:told> Film Weekly {1:it works}.\n\n{2:“Yes,”} (2:she) <2:said>.", ""),
    "them": (
        "{1:“Yes,”} (1:Ann Lee) <1:said>. After calling the jury, (2:the judge) <2:warned> them {2:not to talk}.",
        "jury",
    ),
    "her": (
        "{1:“Yes,”} (1:Tom Berg) <1:said>. When Ida Quill called, (2:Berg) <2:told> her {2:it works}.",
        "Ida Quill",
    ),
}


@pytest.mark.parametrize(("marked", "name"), CARRIED.values(), ids=CARRIED)
def test_told_to_taken_from_the_words_around(marked, name):
    assert read(marked)[1].told_to == name


def test_when_asked_means_whoever_answers():
    marked = "When <1:asked> {1:whether it works}, (2:Ann Lee) <2:said> {2:it does}."
    assert [(p.told_to, p.told_to_kind) for p in read(marked)] == [("Ann Lee", "person"), ("", "")]


def test_told_me_inside_a_quotation_means_its_speaker():
    marked = "{1:“(2:Tom Berg) <2:told> me {2:it fails},”} (1:Ann Lee) <1:said>."
    assert [(p.told_to, p.told_to_kind) for p in read(marked)] == [("", ""), ("Ann Lee", "person")]


CITED = {
    "reported behind": ("{“Yes,”} (Ann Lee) <said>, the Harbour Herald reported.", "Harbour Herald", ""),
    "reports": ("{“Yes,”} (Ann Lee) <said>, Film Weekly reports.", "Film Weekly", ""),
    "as first reported by": ("As first reported by Film Weekly, (Ann Lee) <said> {it works}.", "Film Weekly", ""),
    "according to": ("According to Film Weekly, (Ann Lee) <said> {it works}.", "Film Weekly", ""),
    "according to a report in": (
        "{“Yes,”} (Ann Lee) <said>, according to a report in the Harbour Herald.",
        "Harbour Herald",
        "",
    ),
    "according to the source is no citation": ("{It works}, <according to> (Film Weekly).", "", ""),
    "via": ("{“Yes,”} (Ann Lee) <said> via Film Weekly.", "Film Weekly", ""),
    "in her book": ("In her book A Pilot's Winter, (Lee) <claimed> {it works}.", "A Pilot's Winter", ""),
    "in a memoir in marks": ("(Ann Lee) <wrote> in her memoir “Low Tide” {that it works}.", "Low Tide", ""),
    "wrote in": ("(Ann Lee) <wrote> in “Low Tide” {that it works}.", "Low Tide", ""),
    "journal": ("(Ann Lee) <wrote> {it works} in a study published in the journal Sea Letters.", "Sea Letters", ""),
    "quoted by a guard": (
        "A harbour guard later quoted (Berg) as <saying>, {“Yes,”} the Harbour Herald reported.",
        "Harbour Herald",
        "harbour guard",
    ),
    "quoted … as saying, all of it the cue": (
        "A harbour guard later <quoted> (Berg) <as saying>, {“Yes,”} the Harbour Herald reported.",
        "Harbour Herald",
        "harbour guard",
    ),
    "quoted, with the marks outside": (
        "A harbour guard later quoted (Berg) as <saying>, “{Yes},” the Harbour Herald reported.",
        "Harbour Herald",
        "harbour guard",
    ),
    "an outlet that the tagger missed": ("{“Yes,”} (Ann Lee) <said>, the Lantern Post reported.", "Lantern Post", ""),
    "via, with more than the tagger's name": ("{“Yes,”} (Lee) <said> [[via Metal Lantern]].", "Metal Lantern", ""),
    "according to somebody of an outlet": ("{It works}, <according to> (Tom Berg) of the Herald.", "Herald", ""),
    "reports for": ("As (Tom Berg) <reports> for Radio Nine, {it works}.", "Radio Nine", ""),
    "a Sunday paper": ("{“Yes,”} (Ann Lee) <said>, as reported by the Sunday Mirror.", "Sunday Mirror", ""),
    "somebody called as a month": ("{“Yes,”} (Ann Lee) <said>, as quoted by April Ryan.", "April Ryan", ""),
    "reports in a month": ("(Tom Berg) <reported> in May 2020 {that it works}.", "", ""),
    "reports in a place": ("(Tom Berg) <reported> in Oxbay {that it works}.", "", ""),
    "papers obtained by": ("(Papers obtained by the Herald) <show> {it works}.", "Herald", ""),
    "a paper filed in court": ("In the criminal complaint, (Berg) <says> {it works}.", "criminal complaint", ""),
    "a book named in passing": ("(Ann Lee) <saw> {a link to Berg}, who wrote in “Low Tide” of it.", "", ""),
    "a date is no journal": ("{It works}, <says> (Lee), published online in September.", "", ""),
    "quoted by somebody named": ("Ida Quill quoted (Berg) as <saying>, {“Yes.”}", "Ida Quill", "Ida Quill"),
    "quoted by a nation's outlet": (
        "Oxland's official Herald news agency quoted (Berg) as <urging>, {“Go.”}",
        "Herald",
        "Herald",
    ),
    "quoted as saying by": ("{“Yes,”} (Lee) <was quoted as saying> by Film Weekly.", "Film Weekly", ""),
    "transcribed by": ("{“Yes,”} (Lee) <said> (transcription by Film Weekly).", "Film Weekly", ""),
    "via social media": ("{“Yes,”} (Lee) <said> in a statement via social media.", "", ""),
    "via local media": ("{“Yes,”} (Lee) <said> via local media.", "local media", ""),
    "posted to their social media": ("{“Yes,”} (Lee) <said>, as posted to their social media channels.", "", ""),
    "wrote, then who, then where": ("{“Yes,”} <wrote> (Ann Lee) in the Herald.", "Herald", ""),
    "somebody else writing in": ("(Ann Lee) <said> {Tom Berg, writing in the Herald, was “a fool”}.", "", ""),
    "wrote, then who, then for whom": ("{“Yes,”} <reported> (Tom Berg) for Acme Games.", "", ""),
    "writing in": ("(Ann Lee), writing in the Herald, <called> {it “a bath”}.", "Herald", ""),
    "writing in, first": ("Writing in the Herald, (Ann Lee) <argued> {that it works}.", "Herald", ""),
    "in an essay in": ("In a long essay in the Herald, the painter (Ann Lee) <argued> {that it works}.", "Herald", ""),
    "in a daily": ("{“Yes,”} <said> (Ann Lee) in the left-wing daily Oxbay Tide.", "Oxbay Tide", ""),
    "in the weekly newspaper": (
        "{“Yes,”} (Ann Lee) <was quoted as saying> in the weekly newspaper, Film Weekly.",
        "Film Weekly",
        "",
    ),
    "an outlet had first another thing": (
        "(Ann Lee) <said> {it works}, pointing to a recording, first reported by the Herald.",
        "",
        "",
    ),
    "quoted an unnamed source": (
        "The outlet Film Weekly, which broke the news, quoted (a source) <insisting> {it works}.",
        "Film Weekly",
        "Film Weekly",
    ),
    "her own surname behind her book": ("Ann Lee died. In her autobiography, (Lee) <wrote>: {“No.”}", "", ""),
    "nothing": ("{“Yes,”} (Ann Lee) <said>.", "", ""),
    "reported on is no citation": ("(Ann Lee), whom the Herald reported on, <said> {it works}.", "", ""),
}


@pytest.mark.parametrize(("marked", "cited", "relayed"), CITED.values(), ids=CITED)
def test_cited_from(marked, cited, relayed):
    (found,) = read(marked)
    assert (found.cited_from, found.relayed_by) == (cited, relayed)


@pytest.mark.parametrize(
    ("marked", "cited"),
    [
        ("{1:“Then (2:Tom Berg) <2:said> {2:‘No’},”} (1:Ann Lee) <1:said>.", "Ann Lee"),
        ("{1:“Then (2:I) <2:said> {2:‘No’},”} (1:Ann Lee) <1:said>.", ""),
        ("(1:Ann Lee) <1:said> {1:that (2:Tom Berg) <2:denied> {2:it}}.", "Ann Lee"),
        ("(1:Ann Lee) <1:said> {1:that (2:she) <2:denied> {2:it}}.", ""),
    ],
    ids=[
        "somebody in a quotation",
        "the speaker's own",
        "in reported words",
        "the speaker's own, reported",
    ],
)
def test_cited_from_whoever_quotes(marked, cited):
    assert read(marked)[1].cited_from == cited


FOLLOWING = {
    "what an outlet's paper is followed by": (
        "(Papers obtained by the Herald) <show> {it works}. (2:Ann Lee) <2:said>: {2:“No.”}",
        ["Herald", ""],
    ),
    "another outlet is named since": (
        "According to Film Weekly, (Ann Lee) <said> {it works}. Radio Nine is a station. Tom Berg is there. "
        "{2:“No,”} (2:Lee) <2:said>.",
        ["Film Weekly", ""],
    ),
    "who is relayed goes on past another outlet": (
        "The Herald quoted (Ann Lee) as <saying>, {“Yes.”} The Oxbay Ledger is a paper. Tom Berg is there. "
        "{2:“No,”} (2:she) <2:said>.",
        ["Herald", "Herald"],
    ),
    "who is relayed goes on": (
        "The Herald quoted (Ann Lee) as <saying>, {“Yes.”} {2:“No,”} (2:she) <2:said>, the Herald reported.",
        ["Herald", "Herald"],
    ),
}


@pytest.mark.parametrize(("marked", "cited"), FOLLOWING.values(), ids=FOLLOWING)
def test_what_follows_is_cited_from_there_only_where_it_is_relayed_or_named_again(marked, cited):
    assert [found.cited_from for found in read(marked)] == cited


def test_a_source_of_white_space_is_nobody_who_hears():
    assert [found.told_to for found in read("{It rains},( )<heard>.")] == [""]


def test_an_article_cites_nothing_from_its_own_publication():
    marked = "{“Yes,”} (Ann Lee) <said>, the Harbour Herald reported."
    assert [one.cited_from for one in read(marked, publication="Harbour Herald")] == [""]
    assert [one.cited_from for one in read(marked, publication="Film Weekly")] == ["Harbour Herald"]


def test_provenance_works_without_people_and_sentences():
    import spacy

    doc = doc_of("{“Yes,”} (Ann Lee) <said>.", {})
    bare = spacy.blank("en")(doc.text)
    bare._.attributions = doc._.attributions
    assert len(Provenances()(bare)._.provenance) == 1


def test_the_rest_of_an_interview_says_with_whom():
    marked = (
        "{1:“Yes,”} (1:Ann Lee) <1:told> Film Weekly.\n\n{2:“It is a long way,”} (2:Lee) <2:said>.\n\n"
        "{3:“No,”} (3:Tom Berg) <3:said>."
    )
    found = read(marked)
    assert [p.told_to for p in found] == ["Film Weekly", "", ""]
    assert [p.interview_with for p in found] == ["", "Film Weekly", ""]


CASE = {
    "a magazine called Us": ("{“Yes,”} (Ann Lee) <told> Us Weekly.", "Us Weekly"),
    "a country": ("(Ann Lee) <urged> the US {to wait}.", "US"),
    "us": ("{“Yes,”} (Ann Lee) <told> us.", "Harbour Herald"),
}


@pytest.mark.parametrize(("marked", "name"), CASE.values(), ids=CASE)
def test_own_publication_is_a_matter_of_case(marked, name):
    (found,) = read(marked, publication="Harbour Herald")
    assert found.told_to == name


POINTED = {
    "an audience": ("the harbour crowd", "harbour crowd", "audience"),
    "an outlet": ("Film Weekly", "Film Weekly", "outlet"),
    "words that no pattern knows": ("every single passer-by", "every single passer-by", "audience"),
}


@pytest.mark.parametrize(("words", "name", "kind"), POINTED.values(), ids=POINTED)
def test_words_the_model_points_at_are_read_as_an_addressee(words, name, kind):
    text, span = f"She said so to {words}.", Span(15, 15 + len(words))
    found = pointed_at(text, span, 0.9, "own", Names("", ()), Told("said", True, False))
    assert (found.addressee.name, found.addressee.kind) == (name, kind)


def test_what_the_model_does_not_point_at_counts_less():
    here, pointed = frozenset(("own:rule:cue",)), frozenset(("own:pointed at", "rule:pointed at"))
    assert weighed(here, ()) == here  # it points at nobody
    assert weighed(pointed, (0.9,)) == pointed
    assert weighed(here, (0.05,)) == here | {"unpointed", "unpointed:own"}
    assert weighed(here, (0.9, 0.1)) == here | {"unpointed", "unpointed:own", "others pointed at"}
