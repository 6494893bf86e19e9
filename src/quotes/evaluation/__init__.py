"""How good is the extraction: gold in, predictions in, figures out.

The figures are those of the project's scorer; `tests/unit/test_evaluation_agrees.py` holds the two to each other.
"""

from quotes.evaluation.gold import GoldAttribution, GoldDocument, SpeakerAt, read_gold, read_predictions, read_speakers
from quotes.evaluation.metrics import Mistake, Scores, score

__all__ = [
    "GoldAttribution",
    "GoldDocument",
    "Mistake",
    "Scores",
    "SpeakerAt",
    "read_gold",
    "read_predictions",
    "read_speakers",
    "score",
]
