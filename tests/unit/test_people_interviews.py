"""Interviews, follow-on quotations and other quotations that do not say whose they are: one case for each situation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People
from quotes.pipeline.people.speakers.afterwards import is_prompt

ENTS = {
    "Ann Lee": "PERSON",
    "Lee": "PERSON",
    "Tom Berg": "PERSON",
    "Berg": "PERSON",
    "Ida Quill": "PERSON",
    "Quill": "PERSON",
    "Acme Games": "ORG",
    "Acme": "ORG",
    "Tide Trio": "ORG",
}
LEE, BERG, ACME = "Ann Lee", "Tom Berg", "Acme Games"
LONG = "that a whole harbour can be painted in one night by three people with ladders and no fear"

FOLLOW_ON = {
    "the same paragraph": ("{“Yes,”} (Ann Lee) <said>. {2:“And it pays.”}", [LEE, LEE]),
    "the next paragraph": ("{“Yes,”} (Ann Lee) <said>.\n\n{2:“And it pays.”}", [LEE, LEE]),
    "two paragraphs on, each quoted": (
        "{“Yes,”} (Ann Lee) <said>.\n\n{2:“And it pays.”}\n\n{3:“It always did.”}",
        [LEE, LEE, LEE],
    ),
    "an unclosed paragraph": ("(Ann Lee) <said>: {“It pays.}\n\n{2:“It always did.”}", [LEE, LEE]),
    "after a full stop and said": ("(Ann Lee) <said> {it pays}.\n\n{2:“It always did.”}", [LEE, LEE]),
    "after a surname": ("Ann Lee won.\n\n{“Yes,”} (Lee) <said>.\n\n{2:“It pays.”}", [LEE, LEE]),
    "after he": ("Tom Berg won.\n\n{“Yes,”} (he) <said>.\n\n{2:“It pays.”}", [BERG, BERG]),
    "after a firm": ("Acme Games grew.\n\n{“Yes,”} (Acme) <said>.\n\n{2:“It pays.”}", [ACME, ACME]),
    "after somebody unnamed": ("Ann Lee won.\n\n{“No,”} (a neighbour) <said>.\n\n{2:“It never paid.”}", ["", ""]),
    "after two speakers, the later one": (
        "{“Yes,”} (Ann Lee) <said>.\n\n{2:“No,”} (2:Tom Berg) <2:said>.\n\n{3:“It never paid.”}",
        [LEE, BERG, BERG],
    ),
    "a paragraph of story between": (
        "{“Yes,”} (Ann Lee) <said>.\n\nTom Berg left, and nobody saw him go.\n\n{2:“And it pays.”}",
        [LEE, ""],
    ),
    "a heading between": ("{“Yes,”} (Ann Lee) <said>.\n\nThe long way home\n\n{2:“And it pays.”}", [LEE, ""]),
    "a question between": ("{“Yes,”} (Ann Lee) <said>.\n\nWas it hard?\n\n{2:“It was, often.”}", [LEE, LEE]),
    "a topic with a colon between": ("{“Yes,”} (Ann Lee) <said>.\n\nOn money:\n\n{2:“There is none.”}", [LEE, LEE]),
    "a colon taken for a cue": ("{“Yes,”} (Ann Lee) <said>.\n\nOn money<2::>\n\n{2:“There is none.”}", [LEE, LEE]),
    "with a source of its own": ("{“Yes,”} (Ann Lee) <said>.\n\n{2:“No,”} (2:Tom Berg) <2:said>.", [LEE, BERG]),
    "I in marks behind it, cut short": (
        "{“Then it paid,”} (Ann Lee) <said>. “And so (2:I) <2:said>, {2:‘No more,’} and left.”",
        [LEE, LEE],
    ),
    "I behind it, in no marks": ("{“Yes,”} (Ann Lee) <said>. So (2:I) <2:said> {2:no}.", [LEE, ""]),
    "nobody before": ("{“And it pays.”}\n\nTom Berg left.", [""]),
    "a headline with the words of the story": (
        "{1:‘It will never pay’}\n\nTom Berg left.\n\n{2:“Sadly, it will never pay,”} (2:Ann Lee) <2:said>.",
        [LEE, LEE],
    ),
}

INTERVIEW = {
    "I spoke with her": (f"I spoke with Ann Lee about paint.\n\nPaint and night\n\n{{“I find {LONG}.”}}", [LEE]),
    "sat down with her": (f"We sat down with Ann Lee in a café.\n\n{{“I find {LONG}.”}}", [LEE]),
    "in an interview with her": (f"In an interview with Ann Lee, paint was all.\n\n{{“I find {LONG}.”}}", [LEE]),
    "every answer is hers": (
        f"We talked to Ann Lee.\n\nWhy paint?\n\n{{“I find {LONG}.”}}\n\nAnd why at night?\n\n{{2:“Because {LONG}.”}}",
        [LEE, LEE],
    ),
    "the question is about another": (
        f"We talked to Ann Lee.\n\nDid Tom Berg help?\n\n{{“He did, and {LONG}.”}}",
        [LEE],
    ),
    "no guest is named": (f"We talked about paint.\n\n{{“I find {LONG}.”}}", [""]),
    "the guest is a firm": (f"We talked to Acme Games.\n\n{{“We find {LONG}.”}}", [""]),
    "a guest met inside a quotation": (
        f"{{1:“I talked to Ann Lee,”}} <1:wrote> (1:a friend).\n\nRain fell.\n\n{{2:“I find {LONG}.”}}",
        ["", ""],
    ),
    "one voice in the whole article": (
        "{1:“Yes,”} (1:Ann Lee) <1:said>. {2:“No,”} (2:Lee) <2:added>.\n\nRain fell all day.\n\nThen it stopped."
        f"\n\n{{3:“I find {LONG}.”}}",
        [LEE, LEE, LEE],
    ),
    "two voices, a stray answer": (
        "{1:“Yes,”} (1:Ann Lee) <1:said>. {2:“No,”} (2:Tom Berg) <2:said>.\n\nRain fell all day.\n\nThen it stopped."
        f"\n\n{{3:“I find {LONG}.”}}",
        [LEE, BERG, ""],
    ),
    "a stray scrap is nobody's": (
        "{1:“Yes,”} (1:Ann Lee) <1:said>. {2:“No,”} (2:Lee) <2:added>.\n\nRain fell on the {3:“wet”} town.",
        [LEE, LEE, ""],
    ),
    "an answer before the first said": (
        f"{{1:“I find {LONG}.”}}\n\nRain fell.\n\nThen it stopped.\n\n{{2:“Yes,”}} (2:Ann Lee) <2:said>. "
        "{3:“No,”} (3:Lee) <3:added>.",
        [LEE, LEE, LEE],
    ),
    "labels of a transcript": (
        "{1:“Yes.”} (1:Ann Lee) <1:said>.\n\n(2:LEE)<2::> {2:It works.}\n\n(3:BERG)<3::> {3:Does it?}\n\nTom Berg left",
        [LEE, LEE, BERG],
    ),
    "full names as labels": ("(Ann Lee)<:> {It works.}\n\n(2:Tom Berg)<2::> {2:Does it?}", [LEE, BERG]),
}

WHO_WENT_ON = {
    "a spokesman, then he": (
        "Tom Berg left.\n\n{“No,”} (a spokesman) <said>. {2:“Never,”} (2:he) <2:added>.",
        ["", ""],
    ),
    "a spokeswoman, then she": (
        "Ann Lee left.\n\n{“No,”} (a spokeswoman) <said>. {2:“Never,”} (2:she) <2:said>.",
        ["", ""],
    ),
    "a spokesman, then the man named since": (
        "{“No,”} (a spokesman) <said>.\n\nTom Berg laughed. {2:“Never,”} (2:he) <2:said>.",
        ["", BERG],
    ),
    "a spokesman, then she, named before": (
        "Ann Lee left.\n\n{“No,”} (a spokesman) <said>. {2:“Never,”} (2:she) <2:said>.",
        ["", LEE],
    ),
    "officials, then he": (
        "Tom Berg left.\n\n{“No,”} (officials) <said>. {2:“Never,”} (2:he) <2:said>.",
        ["", BERG],
    ),
    "two together, then they": (
        "{“No,”} (Ann Lee and Tom Berg) <said>. {2:“Never,”} (2:they) <2:added>.",
        ["Ann Lee and Tom Berg"] * 2,
    ),
    "a firm, then they": ("Acme Games grew. {“No,”} (Acme) <said>. {2:“Never,”} (2:they) <2:added>.", [ACME, ACME]),
    "one person, then they": ("{“No,”} (Ann Lee) <said>. {2:“Never,”} (2:they) <2:added>.", [LEE, ""]),
    "they with nobody before": ("Ann Lee met Tom Berg. {“Yes,”} (they) <said>.", [""]),
    "a second cue in the sentence": ("(Ann Lee) <said> {it pays} before <2:adding> {2:that it must}.", [LEE, LEE]),
    "a cue in another sentence": ("(Ann Lee) <said> {it pays}. <2:Adding> {2:sugar} helps.", [LEE, ""]),
    "he and his co-author": (
        "Ann Lee won. {“No,”} (Lee and her co-author, Tom Berg) <wrote>.",
        ["Ann Lee and Tom Berg"],
    ),
}

DOCUMENTS = {
    "a statement of a firm": ("{“No,”} <said> (an Acme Games statement).", [ACME]),
    "a statement from a firm": ("{“No,”} <said> (a statement from Acme Games).", [ACME]),
    "a study by a firm": ("(A new study by Acme Games) <said> {no}.", [ACME]),
    "somebody's letter": ("(Ann Lee’s letter) <reads> {no}.", [LEE]),
    "the statement goes on": (
        "{“No,”} <said> (a statement from Acme Games).\n\n{2:“Never,”} (2:the statement) <2:continues>.",
        [ACME, ACME],
    ),
    "a report of nobody": ("(A new report) <said> {no}. Acme Games grew.", [""]),
}


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param(*case, id=f"{table}: {name}")
        for table, cases in {
            "follow-on": FOLLOW_ON,
            "interview": INTERVIEW,
            "who went on": WHO_WENT_ON,
            "document": DOCUMENTS,
        }.items()
        for name, case in cases.items()
    ],
)
def test_people_finds_whose_words_go_on(marked, names):
    doc = People()(doc_of(marked, {**ENTS, "LEE": "PERSON", "BERG": "PERSON"}))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("What comes next?", True),
        ("On singing in two languages:", True),
        ("The long way home", False),
        ("Rain fell all day.", False),
        ("“It pays”", False),
        ("", False),
        ("word " * 60 + "?", False),
    ],
    ids=["question", "topic", "heading", "sentence", "quotation", "empty", "too long"],
)
def test_is_prompt_tells_a_question_or_topic_from_the_story(paragraph, expected):
    assert is_prompt(paragraph) is expected


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("Ann Lee paints harbours. Tom Berg owns one. Lee likes blue.", LEE),
        ("I spoke with Tom Berg. Ann Lee paints. Ann Lee paints.", BERG),
        ("Ann Lee paints harbours. Tom Berg owns one.", ""),
        ("Acme Games grew.", ""),
        ("Ida Quill was heard. Ida Quill went home.", ""),
    ],
    ids=["whom the introduction names most", "whom the writer met", "two as often", "nobody", "whom an answer names"],
)
def test_people_finds_who_answers(introduction, name):
    turns = "Q: Why?\n\n(A)<:> {I find it pays, unlike Ida Quill.}\n\nQ: And?\n\n(2:A)<2::> {2:It does.}"
    doc = doc_of(f"{introduction}\n\n{turns}", ENTS)
    doc._.attributions = tuple(replace(one, is_verbatim=True) for one in doc._.attributions)
    assert [s.name for s in People()(doc)._.speakers] == [name, name]
