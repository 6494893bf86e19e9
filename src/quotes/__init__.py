"""Who said what, to whom, and in which article: quotations from news texts.

    import quotes

    nlp = quotes.load()
    for quotation in nlp("“It rained,” Ada Lind told the Courier.")._.quotations: ...

    tables = quotes.extract("corpus/")
    tables.quotes, tables.occurrences, tables.skipped

What needs spaCy or pandas is imported when it is first used, so that importing `quotes` costs next to nothing. The
library never prints; its loggers are children of `quotes`.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from quotes.errors import (
    ArticleError,
    CorpusError,
    EngineError,
    GoldError,
    ModelError,
    OptionError,
    OutputError,
    QuotesError,
    ReviewError,
    TableError,
)
from quotes.model import (
    Article,
    Attribution,
    Entity,
    Metadata,
    Occurrence,
    Paragraph,
    Provenance,
    Quotation,
    Quote,
    Region,
    Related,
    Span,
    Speaker,
    Unreadable,
)

if TYPE_CHECKING:
    from quotes.engines.job import RunOptions, RunSummary, Tables, annotate, extract, run
    from quotes.engines.reviewed import diff, gold
    from quotes.pipeline import load
    from quotes.tables import read_table

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "Attribution",
    "CorpusError",
    "EngineError",
    "Entity",
    "GoldError",
    "Metadata",
    "ModelError",
    "Occurrence",
    "OptionError",
    "OutputError",
    "Paragraph",
    "Provenance",
    "Quotation",
    "Quote",
    "QuotesError",
    "Region",
    "Related",
    "ReviewError",
    "RunOptions",
    "RunSummary",
    "Span",
    "Speaker",
    "TableError",
    "Tables",
    "Unreadable",
    "__version__",
    "annotate",
    "diff",
    "extract",
    "gold",
    "load",
    "read_table",
    "run",
]

_LAZY: Final = {
    "RunOptions": "quotes.engines.job",
    "RunSummary": "quotes.engines.job",
    "Tables": "quotes.engines.job",
    "annotate": "quotes.engines.job",
    "diff": "quotes.engines.reviewed",
    "extract": "quotes.engines.job",
    "gold": "quotes.engines.reviewed",
    "load": "quotes.pipeline",
    "read_table": "quotes.tables",
    "run": "quotes.engines.job",
}
"""Public names that live in modules which import spaCy or pandas."""

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562: whatever the name stands for)
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
