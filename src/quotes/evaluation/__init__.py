"""How good is the extraction: gold in, predictions in, figures out.

The figures are those of the project's scorer; `tests/unit/test_evaluation_agrees.py` holds the two to each other.
"""

from quotes.evaluation.gate import GoldSet, Shortfall, raise_floors, read_gate, shortfalls
from quotes.evaluation.gold import GoldAttribution, GoldDocument, SpeakerAt, read_gold, read_predictions, read_speakers
from quotes.evaluation.metrics import Scores, score
from quotes.evaluation.mistakes import Mistake, find_mistakes, worst

__all__ = [
    "GoldAttribution",
    "GoldDocument",
    "GoldSet",
    "Mistake",
    "Scores",
    "Shortfall",
    "SpeakerAt",
    "find_mistakes",
    "raise_floors",
    "read_gate",
    "read_gold",
    "read_predictions",
    "read_speakers",
    "score",
    "shortfalls",
    "worst",
]
