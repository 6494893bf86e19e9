"""The attribution component: what any model must get right, and the same result however documents are handed over."""

from __future__ import annotations

import pytest
import spacy

from quotes.model import Article, Paragraph, Span
from quotes.pipeline.attribution import QuoteAttribution
from quotes.pipeline.entities import ENTITY_LABELS
from quotes.pipeline.paragraphs import QuoteParagraphs
from quotes.pipeline.regions import QuoteRegions

BLANK = spacy.blank("en")

PLAIN = {  # (text, [(source, cue, [content, …]), …]), all without marks and punctuation at their ends
    "after": (
        "“The bridge will open in May,” Clara Voss said.",
        [("Clara Voss", "said", ["The bridge will open in May"])],
    ),
    "after, inverted": (
        "“We have no money left,” said Tomas Hale.",
        [("Tomas Hale", "said", ["We have no money left"])],
    ),
    "after, a role before the name": (
        "“It was a long night,” police spokeswoman Nora Quist said.",
        [("police spokeswoman Nora Quist", "said", ["It was a long night"])],
    ),
    "after, a pronoun": (
        "“I have never been to the island,” he said.",
        [("he", "said", ["I have never been to the island"])],
    ),
    "before, with a comma": (
        "Voss said, “The bridge will open in May.”",
        [("Voss", "said", ["The bridge will open in May"])],
    ),
    "before, with a colon": (
        "Hale said: “Nobody has asked us about the road.”",
        [("Hale", "said", ["Nobody has asked us about the road"])],
    ),
    "split by the cue": (
        "“If it rains,” Hale says, “we will play on Sunday.”",
        [("Hale", "says", ["If it rains", "we will play on Sunday"])],
    ),
    "runs on behind the cue": (
        "“We lost the first half,” she said. “After that we were better.”",
        [("she", "said", ["We lost the first half", "After that we were better"])],
    ),
    "a question": (
        "“Who pays for this?” asked Voss.",
        [("Voss", "asked", ["Who pays for this"])],
    ),
    "two speakers in two paragraphs": (
        "“It is far too loud,” Voss said.\n\n“It is only music,” Hale replied.",
        [("Voss", "said", ["It is far too loud"]), ("Hale", "replied", ["It is only music"])],
    ),
    "over paragraphs, left open": (
        "“The first winter was hard,” Voss said. “We had no stove.\n\n“The second was worse.”",
        [("Voss", "said", ["The first winter was hard", "We had no stove", "The second was worse"])],
    ),
    "a follow-on paragraph has nobody": (
        "“The first winter was hard,” Voss said.\n\n“We burned the chairs to keep warm.”",
        [("Voss", "said", ["The first winter was hard"]), ("", "", ["We burned the chairs to keep warm"])],
    ),
    "according to, before": (
        "According to the council, the bridge will open in May.",
        [("the council", "According to", ["the bridge will open in May"])],
    ),
    "according to, behind": (
        "“The dam is safe for now,” according to the engineer.",
        [("the engineer", "according to", ["The dam is safe for now"])],
    ),
    "mixed": (
        "Hale said the budget was “a bad joke.”",
        [("Hale", "said", ["the budget was “a bad joke"])],
    ),
    "indirect, before": (
        "The minister said that taxes would rise in March.",
        [("The minister", "said", ["that taxes would rise in March"])],
    ),
    "indirect, behind": (
        "Taxes will rise in March, the minister said.",
        [("the minister", "said", ["Taxes will rise in March"])],
    ),
    "British single marks, comma outside": (
        "‘We shall not be moved’, said the vicar.",
        [("the vicar", "said", ["We shall not be moved"])],
    ),
    "straight marks": (
        '"It is finished," the builder said.',
        [("the builder", "said", ["It is finished"])],
    ),
    "scare quotes": ("The “free” parking costs nine crowns an hour.", []),
    "title": ("The director of “The Long Way Home” lives in a lighthouse.", []),
    "no quotation": ("The ferry leaves at nine. It rains.", []),
}
AROUND = " .,:;!?“”\"‘’'"


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_any_model_reads_plain_cases(nlp, text, expected):
    def words(span):
        return span.cut(text).strip(AROUND)

    found = [
        (" … ".join(map(words, one.source)), " … ".join(map(words, one.cue)), [words(span) for span in one.content])
        for one in nlp(text)._.attributions
    ]
    assert found == expected


LINE = "“The {0} is late,” Ana Lind said. It rained on the {0}. Oku told the Harbour Post that the {0} had left.\n\n"
TEXTS = [
    "",
    "It rained.",
    *(LINE.format(word) for word in ("ferry", "tram", "mayor")),
    "\n",
    "".join(LINE.format(word) for word in "ferry tram mayor barge choir vicar crane post".split() * 4),  # many windows
    "“No,” she said.",
    LINE.format("ferry").strip() + " " + "and the rain went on " * 120,  # a paragraph of more than one unit
    "‘No’, said the vicar.",
]


def documents():
    """Fresh documents with their paragraphs and regions."""
    return [QuoteRegions()(QuoteParagraphs()(BLANK(text))) for text in TEXTS]


def outcome(docs):
    return [(doc.text, doc._.attributions, [(name.text, name.label_) for name in doc.ents]) for doc in docs]


@pytest.fixture(scope="module")
def network(nlp):
    return nlp.get_pipe("quote_attribution").network


@pytest.fixture(scope="module")
def one_by_one(network):
    return outcome([QuoteAttribution(network)(doc) for doc in documents()])


@pytest.mark.parametrize("batch_size", [1, 2, 3, 100])
@pytest.mark.parametrize("threads", [1, 3])
def test_attribution_is_the_same_however_documents_come(network, one_by_one, threads, batch_size):
    assert outcome(QuoteAttribution(network, threads).pipe(documents(), batch_size=batch_size)) == one_by_one
    assert sum(len(attributions) for _, attributions, _ in one_by_one) > 20


@pytest.mark.parametrize(("threads", "ahead"), [(1, 1), (3, 4)])
def test_attribution_reads_no_farther_ahead_than_a_batch(network, threads, ahead):
    taken = []
    stream = (taken.append(number) or BLANK("It rained.") for number in range(20))
    next(QuoteAttribution(network, threads).pipe(stream, batch_size=4))
    assert len(taken) == ahead


def test_attribution_lies_in_the_text_and_is_sure_enough(network, one_by_one):
    for text, attributions, _ in one_by_one:
        starts = [one.content[0].start for one in attributions]
        assert starts == sorted(starts)
        for one in attributions:
            assert network.calibration.least_unmarked <= one.confidence <= 1
            for spans in (one.content, one.cue, one.source):
                assert all(0 <= span.start < span.end <= len(text) for span in spans)
                assert all(span.cut(text).strip() == span.cut(text) for span in spans)
                assert list(spans) == sorted(spans)


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\x00\x07", "\u200b", "。", "12 3,4"], ids=ascii)
def test_attribution_finds_nothing_where_nothing_is(network, text):
    doc = QuoteAttribution(network)(QuoteRegions()(QuoteParagraphs()(BLANK(text))))
    assert doc._.attributions == ()
    assert not any(name.text.strip() == "" for name in doc.ents)


@pytest.mark.parametrize("text", [text for text in TEXTS if "“" in text and "\n" not in text.strip()])
def test_attribution_reads_a_document_without_paragraphs_as_one(network, text):
    component = QuoteAttribution(network)
    whole = component(QuoteRegions()(BLANK(text.strip())))
    lines = component(QuoteRegions()(QuoteParagraphs()(BLANK(text.strip()))))
    assert whole._.paragraphs == ()
    assert whole._.attributions == lines._.attributions


def test_attribution_needs_neither_paragraphs_nor_regions(network):
    text = "The minister said that taxes would rise in March."
    (found,) = QuoteAttribution(network)(BLANK(text))._.attributions
    assert found.source[0].cut(text) == "The minister"


def test_attribution_takes_the_paragraphs_of_the_article(nlp):
    text = "“The ferry is late,” Ana Lind said. “It is,” Oku said."
    half = text.index("“It")
    doc = nlp.make_doc(text)
    doc._.article = Article("a.txt", text, paragraphs=(Paragraph(Span(0, half - 1)),))
    assert all(span.end < half for one in nlp(doc)._.attributions for span in one.content)


def test_attribution_leaves_names_alone_where_told_to(network):
    doc = BLANK("Ana Lind met Tomas Hale in Paris.")
    doc.set_ents([doc.char_span(0, 3, label="CARDINAL")])
    QuoteAttribution(network, names=False)(doc)
    assert [name.label_ for name in doc.ents] == ["CARDINAL"]
    QuoteAttribution(network)(doc)
    assert {name.label_ for name in doc.ents} <= set(ENTITY_LABELS)
