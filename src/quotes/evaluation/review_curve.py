"""What a reviewer meets who looks at the unsure rows alone: how many rows, and how many of the wrong names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quotes.evaluation.gold import SpeakerAt
from quotes.evaluation.metrics import answer_at, name_key
from quotes.model import Quotation

CUTS: Final = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows with less confidence than `below`."""

    below: float
    rows: float
    """Share of the rows with a name."""
    errors: float
    """Share of the wrong names that these rows hold."""
    right_above: float
    """Share of right names in all other rows."""


def review_curve(places: Iterable[SpeakerAt], found: Mapping[str, Sequence[Quotation]]) -> list[Cut]:
    """By confidence, the rows that name somebody where the gold knows the speaker; empty where there are none."""
    rows = []
    for place in places:
        hit = answer_at(place.at, found.get(place.doc, ()))
        if hit is not None and hit.speaker:
            rows.append((hit.confidence, name_key(hit.speaker) == name_key(place.speaker)))
    wrong = sum(not right for _, right in rows)
    curve = []
    for cut in CUTS if rows else ():
        below = [right for confidence, right in rows if confidence < cut]
        above = [right for confidence, right in rows if confidence >= cut]
        held = sum(not right for right in below)
        curve.append(
            Cut(cut, len(below) / len(rows), held / wrong if wrong else 0.0, sum(above) / len(above) if above else 0.0)
        )
    return curve
