"""What stands where an addressee or a cited work would, and is none: adverbs, things, places, letters of old."""

import pytest
from test_provenance import read

TOLD = {
    "how somebody asks": ("{“What next?”} (Ann Lee) <asked> wearily.", ""),
    "how often": ("{“No,”} (Ann Lee) <warned> three times.", ""),
    "what is urged": ("{“No.”} (Ann Lee) <urged> caution.", ""),
    "an agency, known from before": ("{“No,”} (Ann Lee) <told> the agency.", ""),
    "but sailors": ("{“No,”} (Ann Lee) <told> more than 200 sailors.", "more than 200 sailors"),
    "a camera assistant": ("{“No,”} (Ann Lee) <told> camera assistant Tom Berg.", "Tom Berg"),
    "a country before a title": ("(Ann Lee) <told> US Senator Tom Berg {that it was over}.", "Tom Berg"),
    "a letter of last year": (
        "(Ann Lee), who wrote a letter to Acme Corp last year, <said> {it was over}.",
        "",
    ),
    "but one that says so": (
        "(Ann Lee) wrote a letter to the Harbour Association, <saying> {it was over}.",
        "Harbour Association",
    ),
    "what a message is to do": ("In a message to thank fans, (Ann Lee) <said> {it was over}.", ""),
    "what a letter is to address": ("In a letter to address concerns, (Ann Lee) <said> {it was over}.", ""),
    "footage on social media": ("(Ann Lee) <said> {it was over} after footage was shared on social media.", ""),
    "criticised on social media": (
        "{“No,”} (Ann Lee) <told> the Harbour Herald after being criticised on social media.",
        "Harbour Herald",
    ),
    "a post on social media": ("In a social media post, (Ann Lee) <said> {it was over}.", "social media"),
    "a video on social media": (
        "(Ann Lee) <said> in a video posted on social media {that it was over}.",
        "social media",
    ),
    "writing on social media": ("{“No,”} (Ann Lee) <wrote> on social media.", "social media"),
    "the airline of a TikTok": ("Tom Berg posted a TikTok of the row, and (the airline) <said> {it was over}.", ""),
    "a paper that is called after a role": ("(Ann Lee) <told> the Star {it was over}.", "Star"),
    "whose boss is told": ("The boss of Film Weekly <was told> {that it was over}.", ""),
    "his interpreter": (
        "(Ann Lee) <told> the Harbour Herald through her interpreter, Tom Berg, {that it was over}.",
        "Harbour Herald",
    ),
    "but a conference call": ("{“No,”} (Ann Lee) <told> a media conference call.", "a media conference call"),
    "speculation": ("Responding to press speculation, (Ann Lee) <said> {it was over}.", ""),
}


@pytest.mark.parametrize(("marked", "told"), TOLD.values(), ids=TOLD)
def test_told_to(marked, told):
    assert [found.told_to for found in read(marked)] == [told]


CITED = {
    "a film director in Paris": "In Paris, the film director (Ann Lee) <said> {it was over}.",
    "a memoir tour": "In Altmere, his memoir tour drew hundreds, and (Ann Lee) <said> {it was over}.",
    "what somebody answers": (
        "The Harbour Herald reported Friday that a deal was near, but (Ann Lee) <said> {it was over}."
    ),
    "a language": "In a piece published in Danish, (Ann Lee) <said> {it was over}.",
    "shares": "Shares, quoted in London, fell, with (Ann Lee) <saying> {it was over}.",
    "in parliament": "(Ann Lee) <was quoted> in Parliament {as saying it was over}.",
    "a party": "As noted by Labour, (Ann Lee) <said> {it was over}.",
}


@pytest.mark.parametrize("marked", CITED.values(), ids=CITED)
def test_nothing_is_cited(marked):
    assert [found.cited_from for found in read(marked)] == [""]
