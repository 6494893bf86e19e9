"""The edited sheet back in: decisions carried to the next run, differences between two runs, reviewed rows as gold.

`state` reads what a folder holds (`sheet`: one file), `matching` tells which row of one run is which of another,
`carry` gives the decisions to the new rows, `corrections` and `statistics` are what follows from them, `differences`
compares two runs, `gold` makes reviewed rows into gold.
"""

from __future__ import annotations

from quotes.review.carry import RECORD, Carry, Orphan, carry, record_lines, same_speaker
from quotes.review.corrections import Offer, accepted, offer_notes, offers, offers_frame, with_decisions
from quotes.review.rows import Decision, Row, places_of, rows_of
from quotes.review.sheet import read_sheet
from quotes.review.state import ORPHANS, SUGGESTIONS, Reviewed, read_reviewed
from quotes.review.statistics import Band, Statistics, review_order, statistics

__all__ = [
    "ORPHANS",
    "RECORD",
    "SUGGESTIONS",
    "Band",
    "Carry",
    "Decision",
    "Offer",
    "Orphan",
    "Reviewed",
    "Row",
    "Statistics",
    "accepted",
    "carry",
    "offer_notes",
    "offers",
    "offers_frame",
    "places_of",
    "read_reviewed",
    "read_sheet",
    "record_lines",
    "review_order",
    "rows_of",
    "same_speaker",
    "statistics",
    "with_decisions",
]
