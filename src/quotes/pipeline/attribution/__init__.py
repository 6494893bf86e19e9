"""The attribution room: which words of a `Doc` are somebody's words, which report them, and who is said to say them.

In comes a `Doc` with paragraphs and quoted regions, out goes `doc._.attributions`, a tuple of `Attribution` in text
order; that is the whole boundary. Behind it stand a few rules on spaCy's parse, to be replaced by a trained model:

    lexicon.py   reporting words
    syntax.py    subjects and phrases, from the parse
    cues.py      reporting words in the text, with their sources
    frame.py     a paragraph with its regions and cues; the drafts of attributions
    regions.py   who says a quoted region
    clauses.py   reported clauses, with or without words in marks
    reading.py   the way of a `Doc` through them, paragraph by paragraph
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.attribution.reading import read_attributions


class QuoteAttribution:
    """spaCy component: sets `doc._.attributions`, a tuple of `Attribution` in text order."""

    def __call__(self, doc: Doc) -> Doc:
        """Attribute what `doc` quotes and reports; without a parse, nothing."""
        doc._.attributions = read_attributions(doc) if doc.has_annotation("DEP") else ()
        return doc


@Language.factory(
    "quote_attribution",
    requires=["doc._.paragraphs", "doc._.quoted_regions", "token.dep", "token.tag", "token.lemma"],
    assigns=["doc._.attributions"],
)
def create_attribution(nlp: Language, name: str) -> QuoteAttribution:
    """Make the component that attributes quotations."""
    return QuoteAttribution()
