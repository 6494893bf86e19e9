"""What the components hang on a spaCy `Doc`, in the order in which they fill it.

| attribute          | type                     | filled by           |
|--------------------|--------------------------|---------------------|
| `_.article`        | `Article` or None        | whoever reads files |
| `_.paragraphs`     | tuple of `Paragraph`     | `quote_paragraphs`  |
| `_.quoted_regions` | tuple of `Region`        | `quote_regions`     |
| `_.sentences`      | tuple of `Span`          | `quote_sentences`   |
| `_.attributions`   | tuple of `Attribution`   | `quote_attribution` |
| `_.states`         | `States` or None         | `quote_attribution` |
| `_.people`         | tuple of `Entity`        | `quote_people`      |
| `_.speakers`       | tuple of `Speaker`, one an attribution | `quote_people` |
| `_.provenance`     | tuple of `Provenance`, one an attribution | `quote_provenance` |
| `_.quotations`     | tuple of `Quotation`     | `quotations`        |
"""

from __future__ import annotations

from typing import Final, cast

from spacy.tokens import Doc

DEFAULTS: Final[dict[str, object]] = {
    "article": None,
    "paragraphs": (),
    "quoted_regions": (),
    "sentences": (),
    "attributions": (),
    "states": None,
    "people": (),
    "speakers": (),
    "provenance": (),
    "quotations": (),
}


def register() -> None:
    """Make the attributes known to spaCy; calling it again changes nothing."""
    for name, default in DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


_TEXT: Final = "quotes.text"


def text_of(doc: Doc) -> str:
    """The text of a document, which `doc.text` puts together from its tokens anew each time."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return cast(str, text)


register()
