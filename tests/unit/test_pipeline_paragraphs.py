import pytest
import spacy

from quotes.model import Article, Paragraph, Span
from quotes.pipeline.paragraphs import create_paragraphs

TEXT = "It rained all day.\n\nWe stayed at home, and nobody came.\n"


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def test_paragraphs_are_read_off_the_text(nlp):
    doc = create_paragraphs(nlp, "quote_paragraphs")(nlp(TEXT))
    assert [p.span.cut(TEXT) for p in doc._.paragraphs] == [line for line in TEXT.split("\n") if line]


def test_paragraphs_of_an_article_without_any_are_read_off_the_text(nlp):
    doc = nlp(TEXT)
    doc._.article = Article("a.txt", TEXT)
    assert len(create_paragraphs(nlp, "quote_paragraphs")(doc)._.paragraphs) == 2


def test_paragraphs_given_by_the_article_are_kept(nlp):
    doc = nlp(TEXT)
    given = (Paragraph(Span(0, len(TEXT)), "caption"),)
    doc._.article = Article("a.txt", TEXT, paragraphs=given)
    assert create_paragraphs(nlp, "quote_paragraphs")(doc)._.paragraphs == given
