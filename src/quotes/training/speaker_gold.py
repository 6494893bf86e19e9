"""From the gold of a training config to fitted weights: the job of `quotes fit-speakers`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes import pipeline
from quotes.evaluation.gold import GoldDocument, read_gold
from quotes.pipeline.people.antecedents.scorer import AntecedentScorer
from quotes.training.antecedents import fit_scorer
from quotes.training.config import Source
from quotes.training.leasts import Answer
from quotes.training.speakers import Fit, Reading, fit_rankers

_BEHIND = ("quote_people", "quote_provenance", "quotations")  # what reads speakers, or makes them


@dataclass(frozen=True, slots=True)
class Fitted:
    """Rankers, and the scorer that adds to what they say."""

    rankers: Fit
    scorer: AntecedentScorer
    answers: Sequence[Answer]
    """How rankers and scorer together answered articles that the scorer was not fitted to."""


def fit_from_gold(sources: Sequence[Source], progress: Callable[[str, int, int], None]) -> Fitted:
    """Read the documents that name speakers with the pipeline that is installed, and fit the weights to them.

    The same gold and the same model give the same rankers, and the same scorer with the same torch. Raises GoldError
    for gold that cannot be read (G01 to G04, G09) or names no speakers (G10), and ModelError.
    """
    documents = [
        document
        for source in sources
        for document in read_gold(source.path, texts=source.texts)
        if _names_speakers(document)
    ]
    nlp = pipeline.load(without=_BEHIND)
    readings = []
    for done, document in enumerate(documents, 1):
        readings.append(Reading.of(nlp(document.text), document))
        progress("reading", done, len(documents))
    fit = fit_rankers(readings, progress)
    encoder = next((reading.states.encoder for reading in readings if reading.states), "")
    scorer, answers = fit_scorer(fit.samples, fit.rankers, encoder, progress)
    return Fitted(fit, scorer, answers)


def _names_speakers(document: GoldDocument) -> bool:
    return any(attribution.speaker is not None for attribution in document.attributions)
