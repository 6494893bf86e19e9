"""Whatever the text and the attributions: people and provenance never fail, and stay near linear."""

from __future__ import annotations

import re
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from quotes.model import Attribution, Span
from quotes.pipeline import extensions
from quotes.pipeline.people import People, parse_name, same_person
from quotes.pipeline.provenance import Provenances

extensions.register()
NLP = spacy.blank("en")
PEOPLE, PROVENANCES = People(), Provenances()

WORDS = st.sampled_from(
    "Ann Lee Tom Berg Mr. Mrs. he she the director said told tells Acme Corp. Herald “ ” ‘ ’ ' \" , . : ; ( ) — \n "
    "van der O’Neill's Jr. in an interview with according to his book quoted as saying X I we who and his team’s "
    "USA".split(" ")
)
NEWS = st.lists(WORDS, max_size=60).map(" ".join)
TEXTS = st.one_of(NEWS, st.text(max_size=120), st.text("Aa’'“”\"\x00\n .,", max_size=80))


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    """A document with random entities, sentences and attributions, all in range."""
    doc = NLP.make_doc(draw(TEXTS))
    size = len(doc.text)
    if len(doc) and draw(st.booleans()):
        starts = draw(st.lists(st.booleans(), min_size=len(doc), max_size=len(doc)))
        for token, start in zip(doc, starts, strict=True):
            token.is_sent_start = start or token.i == 0
    if len(doc):
        labels = st.sampled_from(("PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART", "DATE"))
        cuts = sorted(draw(st.sets(st.integers(0, len(doc)), max_size=8)))
        spans = [spacy.tokens.Span(doc, a, b, label=draw(labels)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        doc.set_ents(spans)
    ends = st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda pair: Span(min(pair), max(pair)))
    spans_of = st.lists(ends, max_size=3).map(lambda spans: tuple(sorted(spans)))
    doc._.attributions = tuple(
        Attribution(*parts) for parts in draw(st.lists(st.tuples(spans_of, spans_of, spans_of), max_size=6))
    )
    return doc


@given(documents())
@settings(max_examples=150, deadline=None)
def test_people_and_provenance_take_anything(doc):
    PROVENANCES(PEOPLE(doc))
    assert len(doc._.speakers) == len(doc._.provenance) == len(doc._.attributions)
    for entity in doc._.people:
        assert entity.name.strip()
        assert all(0 <= s.start < s.end <= len(doc.text) for s in entity.mentions)
    for speaker in doc._.speakers:
        assert 0.0 <= speaker.confidence <= 1.0
        assert "\n" not in speaker.name


def test_a_name_of_blanks_is_none():
    doc = NLP.make_doc(", ,\xa0\xa0")
    doc.set_ents([spacy.tokens.Span(doc, 1, 3, label="PERSON")])
    doc._.attributions = (Attribution((), (), (Span(5, 5),)),)
    assert not PEOPLE(doc)._.people


@given(documents())
@settings(max_examples=40, deadline=None)
def test_people_decides_the_same_way_twice(doc):
    PEOPLE(doc)
    first = doc._.people, doc._.speakers
    PEOPLE(doc)
    assert (doc._.people, doc._.speakers) == first


@given(st.one_of(st.text(max_size=60), NEWS), st.one_of(st.text(max_size=60), NEWS))
def test_names_take_any_text(one, other):
    assert same_person(one, other) == same_person(other, one)
    assert parse_name(one) == parse_name(one)


TEMPLATES = {
    "one person": "Ann Lee met him. {“Yes,”} he said. ",
    "namesakes": "Ann Lee met Tom Lee and Lee left. {“Yes,”} Lee said. ",
    "many names": "Ann Lee{n} met Mara{n} Berg. {“Yes,”} she said. ",
    "one surname": "Mara{n} Lee met Lee. {“Yes,”} Lee said. ",
    "one line of capitals": "ANN LEE TOM BERG {“YES”} ",
}


def long_document(template: str, mentions: int) -> Doc:
    """A document with so many capitalised words, each of them an entity, and a quotation every few."""
    words: list[str] = []
    spaces: list[bool] = []
    attributions: list[Attribution] = []
    at = count = n = 0
    while count < mentions:
        piece = template.replace("{n}", f"a{n:x}".translate(str.maketrans("0123456789", "ghijklmnop")))
        start, end = piece.index("{"), piece.index("}")
        piece = piece.replace("{", "").replace("}", "")
        source = re.search(r"\w+(?= said)", piece)
        where = (Span(at + source.start(), at + source.end()),) if source else ()
        attributions.append(Attribution((Span(at + start, at + end - 1),), (), where))
        for token in re.finditer(r"\w+|[^\w\s]", piece):
            words.append(token[0])
            spaces.append(piece[token.end() : token.end() + 1] == " ")
            count += token[0][0].isupper()
        at += len(piece)
        n += 1
    ents = ["B-PERSON" if word[0].isupper() else "O" for word in words]
    starts = [k == 0 or words[k - 1] == "." for k in range(len(words))]
    doc = Doc(NLP.vocab, words=words, spaces=spaces, ents=ents, sent_starts=starts)
    doc._.attributions = tuple(attributions)
    return doc


def seconds(doc: Doc) -> float:
    start = time.perf_counter()
    PROVENANCES(PEOPLE(doc))
    return time.perf_counter() - start


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_ten_thousand_mentions_stay_near_linear(template):
    few, many = long_document(template, 2_000), long_document(template, 10_000)
    assert len(many.ents) >= 10_000
    once = min(seconds(few) for _ in range(2))
    assert seconds(many) < max(3.0, 12 * once)


@pytest.mark.parametrize("piece", ["(,", " \n( ", "A-", "Ann and Bob Inc. said. "])
def test_odd_text_around_names_comes_to_an_end(piece):  # exponential once
    text = "“Yes,” said the chairman of the board, Ann Lee" + piece * 3_000 + "a)b."
    doc = NLP.make_doc(text)
    start = text.index("the chairman")
    doc._.attributions = (Attribution((Span(0, 6),), (), (Span(start, min(len(text), start + 4_000)),)),)
    assert len(PROVENANCES(PEOPLE(doc))._.speakers) == 1
