"""The attribution room on made-up texts: (text, [(source, cue, [content, ...]), ...]), through the real pipeline."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.tokens import Doc

from quotes.model import Article, Paragraph, Span
from quotes.pipeline.attribution import QuoteAttribution

CASES = {
    "after": (
        "“The bridge will open in May,” Clara Voss said.",
        [("Clara Voss", "said", ["“The bridge will open in May,”"])],
    ),
    "after, inverted, with a role behind the name": (
        "“We have no money left,” said Tomas Hale, the treasurer of the club.",
        [("Tomas Hale", "said", ["“We have no money left,”"])],
    ),
    "a role before the name belongs to the source": (
        "“It was a long night,” police spokeswoman Nora Quist told the Harbour Post.",
        [("police spokeswoman Nora Quist", "told", ["“It was a long night,”"])],
    ),
    "a relative clause does not": (
        "“I saw nothing,” said the driver, who works for the mill.",
        [("the driver", "said", ["“I saw nothing,”"])],
    ),
    "before, with a comma": (
        "Voss said, “The bridge will open in May.”",
        [("Voss", "said", ["“The bridge will open in May.”"])],
    ),
    "before, with a colon": (
        "She added: “Nobody has asked us.”",
        [("She", "added", ["“Nobody has asked us.”"])],
    ),
    "before, with whom it was told": (
        "Hale told reporters on Monday: “We are going to court.”",
        [("Hale", "told", ["“We are going to court.”"])],
    ),
    "split by the cue": (
        "“If it rains,” Hale says, “we will play on Sunday.”",
        [("Hale", "says", ["“If it rains,”", "“we will play on Sunday.”"])],
    ),
    "runs on behind the cue": (
        "“We lost the first half,” she said. “After that we were better.”",
        [("she", "said", ["“We lost the first half,”", "“After that we were better.”"])],
    ),
    "two speakers in one paragraph": (
        "“It is too loud,” Voss said. “It is music,” Hale replied.",
        [("Voss", "said", ["“It is too loud,”"]), ("Hale", "replied", ["“It is music,”"])],
    ),
    "question mark before the cue": (
        "“Who pays for this?” asked Voss.",
        [("Voss", "asked", ["“Who pays for this?”"])],
    ),
    "a verb that is in no list": (
        "“You will not find it,” Hale chuckled.",
        [("Hale", "chuckled", ["“You will not find it,”"])],
    ),
    "according to, with marks": (
        "“The dam is safe for now,” according to the engineer.",
        [("the engineer", "according to", ["“The dam is safe for now,”"])],
    ),
    "according to, without marks": (
        "According to the council, the bridge will open in May.",
        [("the council", "According to", ["the bridge will open in May"])],
    ),
    "in the words of": (
        "In the words of Clara Voss, “the sea decides everything.”",
        [("Clara Voss", "In the words of", ["“the sea decides everything.”"])],
    ),
    "mixed: the whole clause": (
        "Voss believes that the mayor, unlike her rivals, showed “real courage” and patience.",
        [("Voss", "believes", ["that the mayor, unlike her rivals, showed “real courage” and patience"])],
    ),
    "mixed, at the end": (
        "Hale said the budget was “a bad joke.”",
        [("Hale", "said", ["the budget was “a bad joke.”"])],
    ),
    "mixed, judged": (
        "She called the plan “an insult to the town.”",
        [("She", "called", ["the plan “an insult to the town.”"])],
    ),
    "indirect, after the cue": (
        "The minister said that taxes would rise in March.",
        [("The minister", "said", ["that taxes would rise in March"])],
    ),
    "indirect, before the cue": (
        "Taxes will rise in March, the minister said.",
        [("the minister", "said", ["Taxes will rise in March"])],
    ),
    "relayed: the inner source": (
        "A nurse later quoted Hale as saying, “The wind told me to go,” the Harbour Post reported at the time.",
        [("Hale", "saying", ["“The wind told me to go,”"])],
    ),
    "a cue with auxiliaries": (
        "Voss has said: “I will never sell the boat.”",
        [("Voss", "has said", ["“I will never sell the boat.”"])],
    ),
    "a shared subject": (
        "Hale shook his head and said, “That is not my signature.”",
        [("Hale", "said", ["“That is not my signature.”"])],
    ),
    "over paragraphs": (
        "“The first winter was hard,” Voss said. “We had no stove.\n\n“The second was worse.”",
        [("Voss", "said", ["“The first winter was hard,”", "“We had no stove.", "“The second was worse.”"])],
    ),
    "a follow-on paragraph has nobody": (
        "“The first winter was hard,” Voss said.\n\n“We burned the chairs to keep warm.”",
        [("Voss", "said", ["“The first winter was hard,”"]), ("", "", ["“We burned the chairs to keep warm.”"])],
    ),
    "announced by the paragraph before": (
        "In her letter, Voss wrote:\n\n“Please forgive the delay of this answer.”",
        [("Voss", "wrote", ["“Please forgive the delay of this answer.”"])],
    ),
    "headline": (
        "Voss: ‘We will rebuild the pier’\n\nThe pier burned down in a storm last week. Nobody was hurt in it.",
        [("Voss", ":", ["‘We will rebuild the pier’"])],
    ),
    "headline, nobody named": (
        "‘We are not a quarry’: anger over new road\n\nThe road will be built in the spring of next year.",
        [("", "", ["‘We are not a quarry’"])],
    ),
    "transcript": (
        "VOSS: Did you see the fire?\nHALE: I did not.\nVOSS: Where were you?\nHALE: At home, asleep.",
        [
            ("VOSS", ":", ["Did you see the fire?"]),
            ("HALE", ":", ["I did not."]),
            ("VOSS", ":", ["Where were you?"]),
            ("HALE", ":", ["At home, asleep."]),
        ],
    ),
    "signed": (
        "“The best chowder on the coast, and the kindest waiter.” — Nora Quist",
        [("Nora Quist", "", ["“The best chowder on the coast, and the kindest waiter.”"])],
    ),
    "single marks, comma outside": (
        "‘We shall not be moved’, said the vicar.",
        [("the vicar", "said", ["‘We shall not be moved’"])],
    ),
    "straight marks": (
        '"It is finished," the builder said.',
        [("the builder", "said", ['"It is finished,"'])],
    ),
    "a question inside a quotation is no statement of its own": (
        "“People shout at me — ‘What are you doing?’ — and I go on,” Hale said.",
        [("Hale", "said", ["“People shout at me — ‘What are you doing?’ — and I go on,”"])],
    ),
    "an inner quotation with cue and source is": (
        "“My mother said, ‘Never trust a calm sea,’ and she was right,” Hale recalled.",
        [
            ("Hale", "recalled", ["“My mother said, ‘Never trust a calm sea,’ and she was right,”"]),
            ("My mother", "said", ["‘Never trust a calm sea,’"]),
        ],
    ),
    "nickname": ("The so-called “Harbour Ghost” was caught in June.", []),
    "title": ("The director of “The Long Way Home” lives in a lighthouse.", []),
    "scare quotes": ("The “free” parking costs nine crowns an hour.", []),
    "no quotation": ("The ferry leaves at nine. It rains.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_attribution_reads(nlp, text, expected):
    doc = nlp(text)
    found = [
        (
            " … ".join(span.cut(text) for span in attribution.source),
            " … ".join(span.cut(text) for span in attribution.cue),
            [span.cut(text) for span in attribution.content],
        )
        for attribution in doc._.attributions
    ]
    assert found == expected


@pytest.mark.parametrize(("kind", "found"), [("body", 1), ("headline", 1), ("related", 0), ("boilerplate", 0)])
def test_attribution_leaves_lines_that_are_not_the_article(nlp, kind, found):
    text = "“I am leaving the harbour,” says Hale"
    doc = nlp.make_doc(text)
    doc._.article = Article("a.txt", text, paragraphs=(Paragraph(Span(0, len(text)), kind),))
    assert len(nlp(doc)._.attributions) == found


def test_attribution_without_a_parse_gives_nothing():
    doc = spacy.blank("en")("“It rains,” she said.")
    assert QuoteAttribution()(doc)._.attributions == ()


def test_attribution_confidence_is_lower_without_a_source(nlp):
    named, nobody = nlp("“The first winter was hard,” Voss said.\n\n“We burned the chairs.”")._.attributions
    assert 0 < nobody.confidence < named.confidence <= 1


def test_attribution_of_a_very_long_flat_parse_is_quick():
    words = ["she", "said", "“", "no", ",", "”", "and"] * 6000
    tags = ["PRP", "VBD", "``", "DT", ",", "''", "CC"] * 6000
    deps = ["nsubj", "conj", "punct", "ccomp", "punct", "punct", "cc"] * 6000
    lemmas = ["say" if word == "said" else word for word in words]
    deps[1] = "ROOT"
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags, lemmas=lemmas, heads=[1] * len(words), deps=deps)
    started = time.perf_counter()
    QuoteAttribution()(doc)
    assert time.perf_counter() - started < 10
