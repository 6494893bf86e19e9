"""Paragraphs on the `Doc`: those that the article's format gave, else those that its lines show."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from quotes.layout import paragraphs as paragraphs_of_text
from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.extensions import text_of


class QuoteParagraphs:
    """spaCy component: sets `doc._.paragraphs`, a tuple of `Paragraph` in text order."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the paragraphs of `doc._.article` where it has any, or read them off the text."""
        article = doc._.article
        given = article.paragraphs if article is not None else None
        doc._.paragraphs = tuple(paragraphs_of_text(text_of(doc))) if given is None else given
        return doc


@Language.factory("quote_paragraphs", assigns=["doc._.paragraphs"])
def create_paragraphs(nlp: Language, name: str) -> QuoteParagraphs:
    """Make the component that finds paragraphs."""
    return QuoteParagraphs()
