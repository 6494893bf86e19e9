"""How good is the extraction: gold in, predictions in, figures out.

The figures are those of the project's scorer; `tests/unit/test_evaluation_agrees.py` holds the two to each other.
"""

from quotes.evaluation.gate import GoldSet, Shortfall, raise_floors, read_gate, shortfalls
from quotes.evaluation.gold import GoldAttribution, GoldDocument, SpeakerAt, read_gold, read_predictions, read_speakers
from quotes.evaluation.metrics import Scores, score, speaker_places
from quotes.evaluation.mistakes import Mistake, find_mistakes, worst
from quotes.evaluation.review_curve import Cut, review_curve

__all__ = [
    "Cut",
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
    "review_curve",
    "score",
    "shortfalls",
    "speaker_places",
    "worst",
]
