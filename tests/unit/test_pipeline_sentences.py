"""Sentences: where spaCy breaks (`|` on the left), and where the mended text does (`|` on the right)."""

import re
import time

import pytest
import spacy
from spacy.tokens import Doc

from quotes.model import Paragraph, Span
from quotes.pipeline.regions import quoted_regions
from quotes.pipeline.sentences import create_sentences, mended_sentences


def paragraphs_of(text):
    return tuple(Paragraph(Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text))


def mended(text, starts):
    paragraphs = paragraphs_of(text)
    return [s.cut(text) for s in mended_sentences(text, paragraphs, quoted_regions(text, paragraphs), starts)]


def cut(drawn):
    """A text with `|` before each start: the text, and where the starts are."""
    pieces = drawn.split("|")
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(piece))
    return "".join(pieces), starts


MENDED = {
    "nothing to mend": ("It rained. |We stayed.", "It rained. |We stayed."),
    "closing mark belongs to its sentence": ("“We stayed.| ”It rained.", "“We stayed. ”|It rained."),
    "closing mark that touches": ("“We stayed.|” It rained.", "“We stayed.” |It rained."),
    "closing mark alone": ('"We stayed.|"| It rained.', '"We stayed." |It rained.'),
    "two closing marks": ("“He said ‘we stay.|’” It rained.", "“He said ‘we stay.’” |It rained."),
    "closing bracket": ("It rained (we stayed.|) Then sun.", "It rained (we stayed.) |Then sun."),
    "point behind the mark": ("He called it “a mess”|. Then sun.", "He called it “a mess”. |Then sun."),
    "opening mark belongs to its sentence": (
        "It rained. “|We stayed,” she said.",
        "It rained. |“We stayed,” she said.",
    ),
    "two opening marks": ("It rained. “‘|Go,’ he said.”", "It rained. |“‘Go,’ he said.”"),
    "question and lower case": ("“Really?” |he asked.", "“Really?” he asked."),
    "exclamation and lower case": ("“Really!” |the farmer shouted.", "“Really!” the farmer shouted."),
    "inside the mark and lower case": ("“Really?|” he asked.", "“Really?” he asked."),
    "question and name": ("“Really?” |Ada Quill asked.", "“Really?” Ada Quill asked."),
    "question, name and hearer": ("“Really?” |Quill tells The Pier.", "“Really?” Quill tells The Pier."),
    "question, verb and name": ("“Really?” |Asked Ada Quill.", "“Really?” Asked Ada Quill."),
    "question and pronoun": ("“Really?” |I asked in May.", "“Really?” I asked in May."),
    "comma and name": ("“We stay,” |Quill tells The Pier. |It rained.", "“We stay,” Quill tells The Pier. |It rained."),
    "point and a short attribution": (
        "“We stay.” |Ada Quill said. |It rained.",
        "“We stay.” Ada Quill said. |It rained.",
    ),
    "point and a statement": ("“We stay.” |Quill said the rain was near.", "“We stay.” |Quill said the rain was near."),
    "point and a report": (
        "“We stay.” |Quill told the court that it rained.",
        "“We stay.” |Quill told the court that it rained.",
    ),
    "question and another sentence": ("“Really?” |The rain fell.", "“Really?” |The rain fell."),
    "attribution of the next quotation": ("“We stay.” |Quill added, “Go.”", "“We stay.” |Quill added, “Go.”"),
    "colon after the next speaker": ("“We stay.” |Quill said: “Go.”", "“We stay.” |Quill said: “Go.”"),
    "colon before": ("Quill said: |“We stay.”", "Quill said: “We stay.”"),
    "comma before": ("Quill said, |“We stay.”", "Quill said, “We stay.”"),
    "split quotation": ("“We,” she said, |“stay.”", "“We,” she said, “stay.”"),
    "split quotation, two sentences": ("“We stay,” she said. |“Go.”", "“We stay,” she said. |“Go.”"),
    "long quotation": ("“One. |Two. |Three. |Four. |Five.”", "“One. |Two. |Three. |Four. |Five.”"),
    "long quotation with attribution": ("“It rained. |We stayed,” |she said.", "“It rained. |We stayed,” she said."),
    "no end inside marks": ("“We stayed |but it rained,” she said.", "“We stayed but it rained,” she said."),
    "title in marks": ("She saw “Oh Dear! |Here It Comes” twice.", "She saw “Oh Dear! Here It Comes” twice."),
    "short answers are no title": ("“Never. |Thank you,” she said.", "“Never. |Thank you,” she said."),
    "title and what follows": ("The “Jackpot!” |host left.", "The “Jackpot!” host left."),
    "marks without an end": ("He calls it “a mess” |Quill agrees.", "He calls it “a mess” Quill agrees."),
    "British style": ("‘Really?’ |Quill asked. |‘Yes.|’", "‘Really?’ Quill asked. |‘Yes.’"),
    "paragraph breaks": ("It rained\nWe stayed", "It rained\n|We stayed"),
    "paragraph breaks after a comma": ("“We stay,”\n|she said.", "“We stay,”\n|she said."),
    "quotations run together": ("“We stay.|”“We go.”", "“We stay.”|“We go.”"),
    "starts on white space": ("It rained.| \u00a0We stayed.", "It rained. \u00a0|We stayed."),
    "starts inside three points": ("It rained.|.|. We stayed.", "It rained... |We stayed."),
}


@pytest.mark.parametrize(("given", "expected"), MENDED.values(), ids=MENDED)
def test_mended_sentences(given, expected):
    text, starts = cut(given)
    assert mended(text, starts) == [piece.strip() for piece in expected.split("|")], given


PUNCTUATED = {
    "points": "It rained. |We stayed. |Why? |No!",
    "figures": "It cost 3.50 a day. |7 of us paid.",
    "title before a name": "Dr. Quill met Mrs. Voss on St. Ann St. and left.",
    "initials": "J. R. Quill went to the U.S. Then sun.",
    "lower case goes on": "Well... maybe. |Yes.",
    "closing marks": "“We stayed.” |It rained (all day.) |Then sun.",
    "attribution": "“Really?” he asked. |“Yes!” Ada Quill said.",
    "run together": "It rained all day.|We stayed.",
    "quotations run together": "“We stay.”|“We go.”|She left.",
    "paragraphs": "A headline\n|It rained. |We stayed.",
    "full-width points": "雨。|風。",
    "nothing to end it": "no points at all",
    "only points": "...",
}


@pytest.mark.parametrize("expected", PUNCTUATED.values(), ids=PUNCTUATED)
def test_mended_sentences_by_punctuation_alone(expected):
    text, _ = cut(expected)
    assert mended(text, None) == [piece.strip() for piece in expected.split("|")]


@pytest.mark.parametrize("text", ["", " \n ", "\n\n"])
def test_mended_sentences_of_nothing(text):
    assert mended_sentences(text, (), (), None) == ()
    assert mended_sentences(text, paragraphs_of(text), (), [0] if text else []) == ()


@pytest.mark.parametrize("pattern", [".", ".)", "a. ", '!"', "“A.” ", "“a” said ", " .", ".”", "A b ", "“A! B "])
@pytest.mark.parametrize("parsed", [True, False], ids=["given starts", "punctuation"])
def test_mended_sentences_takes_linear_time(pattern, parsed):
    text = (pattern * 50_000)[:100_000]
    paragraphs = [Paragraph(Span(0, len(text)))]
    regions = quoted_regions(text, paragraphs)
    start = time.process_time()
    mended_sentences(text, paragraphs, regions, list(range(len(text))) if parsed else None)
    assert time.process_time() - start < 5  # a quadratic reading takes minutes


def read(doc):
    doc._.paragraphs = paragraphs_of(doc.text)
    doc._.quoted_regions = quoted_regions(doc.text, doc._.paragraphs)
    return create_sentences(doc.vocab, "quote_sentences")(doc)


def test_component_keeps_the_parse_and_puts_the_sentences_beside_it():
    words = ["“", "Really", "?", "”", "he", "asked", "."]
    spaces = [False, False, False, True, True, False, False]
    heads, deps = [1, 1, 1, 1, 5, 5, 5], ["punct", "ROOT", "punct", "punct", "nsubj", "ROOT", "punct"]
    doc = read(Doc(spacy.blank("en").vocab, words=words, spaces=spaces, heads=heads, deps=deps))
    assert [sentence.cut(doc.text) for sentence in doc._.sentences] == ["“Really?” he asked."]
    assert len(list(doc.sents)) == 2


def test_component_sets_the_starts_of_a_document_without_any():
    doc = read(spacy.blank("en")("It rained\n“Really?” he asked. We stayed."))
    assert [sentence.cut(doc.text) for sentence in doc._.sentences] == [
        "It rained",
        "“Really?” he asked.",
        "We stayed.",
    ]
    assert [sent.text.strip() for sent in doc.sents] == ["It rained", "“Really?” he asked.", "We stayed."]


def test_component_mends_the_starts_of_a_sentencizer():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = read(nlp("“Really?” he asked. We stayed."))
    assert [sent.text for sent in doc.sents] == ["“Really?” he asked.", "We stayed."]


def test_component_takes_an_empty_document():
    assert read(spacy.blank("en")(""))._.sentences == ()
