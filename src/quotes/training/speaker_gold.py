"""From the gold of a training config to fitted rankers: the job of `quotes fit-speakers`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes import pipeline
from quotes.evaluation.gold import GoldDocument, read_gold
from quotes.training.config import Source
from quotes.training.speakers import Fit, Reading, fit_rankers

_BEHIND = ("quote_people", "quote_provenance", "quotations")  # what reads speakers, or makes them


def fit_from_gold(sources: Sequence[Source], progress: Callable[[str, int, int], None]) -> Fit:
    """Read the documents that name speakers with the pipeline that is installed, and fit the rankers to them.

    The same gold and the same model give the same weights. Raises GoldError for gold that cannot be read (G01 to G04,
    G09) or names no speakers (G10), and ModelError.
    """
    documents = [
        document
        for source in sources
        for document in read_gold(source.path, texts=source.texts)
        if _names_speakers(document)
    ]
    nlp = pipeline.load()
    for name in _BEHIND:
        nlp.remove_pipe(name)
    readings = []
    for done, document in enumerate(documents, 1):
        readings.append(Reading.of(nlp(document.text), document))
        progress("reading", done, len(documents))
    return fit_rankers(readings, progress)


def _names_speakers(document: GoldDocument) -> bool:
    return any(attribution.speaker is not None for attribution in document.attributions)
