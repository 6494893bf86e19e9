"""How right the rows are, by what people have decided so far, and which rows are worth the next look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from quotes.review.rows import Row
from quotes.tables import CARRIED, PLEASE_CHECK, VERDICTS

BANDS: Final = ((0.9, 1.0), (0.8, 0.9), (0.6, 0.8), (0.4, 0.6), (0.0, 0.4))
"""Of confidence, from and below; 1.0 belongs to the first."""
NEXT: Final = 10
"""Rows that are named as worth the next look."""
_LOOKED_AT: Final = 4
"""The first rank of rows that somebody has looked at; see `review_order`."""
_PRIOR: Final = 4
"""Verdicts that the confidence of a row counts for, beside those of people on its band."""


@dataclass(frozen=True, slots=True)
class Band:
    """The rows whose confidence is `low` or more and less than `high`."""

    low: float
    high: float
    rows: int
    looked_at: int
    """With a verdict of accept, fix or reject."""
    right: int
    """With `accept`, and without a correction."""

    @property
    def precision(self) -> float | None:
        """The share of the rows looked at that were right as they stood; None where none was looked at."""
        return self.right / self.looked_at if self.looked_at else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What people have decided on the rows of a run."""

    verdicts: dict[str, int]
    """By verdict, those that occur."""
    carried: int
    please_check: int
    orphaned: int
    offered: int
    bands: tuple[Band, ...]
    """By confidence, the surest first."""
    next_look: tuple[str, ...] = ()
    """The ids of the rows that are worth the next look, the first ones in `review_order`."""

    @property
    def decided(self) -> int:
        """Rows with a verdict."""
        return sum(self.verdicts.values())

    def as_record(self) -> dict[str, Any]:
        """For `run.json`; empty where nobody has decided anything."""
        if not (self.decided or self.carried or self.please_check or self.orphaned):
            return {}
        return {
            "verdicts": self.verdicts,
            "carried": self.carried,
            "carried_please_check": self.please_check,
            "orphaned": self.orphaned,
            "speakers_offered": self.offered,
            "precision_by_confidence": [
                {
                    "from": band.low,
                    "to": band.high,
                    "rows": band.rows,
                    "looked_at": band.looked_at,
                    "right": band.right,
                    "precision": None if band.precision is None else round(band.precision, 3),
                }
                for band in self.bands
            ],
            "worth_the_next_look": list(self.next_look),
        }


def statistics(rows: Sequence[Row], *, orphaned: int = 0, offered: Collection[str] = ()) -> Statistics:
    """Count the verdicts on the rows; those that are to be checked again after a run count for no band.

    `offered` are the ids of the rows for which a speaker is offered.
    """
    ranks = _ranks(rows, _bands(rows), offered)
    in_order = sorted((rank, at) for at, rank in enumerate(ranks) if rank[0] < _LOOKED_AT)
    verdicts = Counter(row.decision.verdict for row in rows)
    status = Counter(row["review_status"] for row in rows)
    return Statistics(
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS if verdicts[verdict]},
        carried=status[CARRIED],
        please_check=status[PLEASE_CHECK],
        orphaned=orphaned,
        offered=len(offered),
        bands=_bands(rows),
        next_look=tuple(rows[at].quote_id for _, at in in_order[:NEXT]),
    )


def _bands(rows: Sequence[Row]) -> tuple[Band, ...]:
    bands = []
    for low, high in BANDS:
        own = [row for row in rows if _band(row) == (low, high)]
        judged = [v for v in (_judged(row) for row in own) if v is not None]
        bands.append(Band(low, high, len(own), len(judged), sum(judged)))
    return tuple(bands)


def _band(row: Row) -> tuple[float, float] | None:
    confidence = row.confidence
    if confidence is None:
        return None
    return next(band for band in BANDS if confidence >= band[0])


def _judged(row: Row) -> bool | None:
    """Was the row right? None where nobody has said so of what it is now."""
    if row["review_status"] == PLEASE_CHECK or row.decision.verdict not in ("accept", "fix", "reject"):
        return None
    return row.decision.verdict == "accept" and not (row.decision.speaker_fix or row.decision.quote_fix)


def review_order(rows: Sequence[Row], offered: Collection[str] = ()) -> list[int]:
    """The places of the rows, those that are worth the next look first.

    First what a run left to be checked, then undecided rows of which a look may settle another too (the same words by
    another speaker; a speaker offered, by the ids in `offered`), then undecided rows by the mistakes to be expected:
    the chance that the row is wrong, by its confidence and the verdicts on its band, times the articles that carry it.
    Rows without a speaker come behind those: they name nobody, and so cannot name the wrong one. Then `unsure`, then
    what is decided. Equals keep their order.
    """
    ranks = _ranks(rows, _bands(rows), offered)
    return sorted(range(len(rows)), key=ranks.__getitem__)


def _ranks(rows: Iterable[Row], bands: Iterable[Band], offered: Collection[str]) -> list[tuple[int, float]]:
    """Sort keys: the kinds of rows in the order of `review_order`, and the mistakes to be expected, most first."""
    known = {(band.low, band.high): band for band in bands}
    ranks = []
    for row in rows:
        if row["review_status"] == PLEASE_CHECK:
            ranks.append((0, 0.0))
        elif row.decision.verdict == "unsure":
            ranks.append((_LOOKED_AT, 0.0))
        elif row.decision.verdict or row.decision.is_taken:
            ranks.append((_LOOKED_AT + 1, 0.0))
        else:
            settles_more = bool(row["disputed_with"]) or row.quote_id in offered
            ranks.append((1 if settles_more else 2 if row.speaker else 3, -_expected_mistakes(row, known)))
    return ranks


def _expected_mistakes(row: Row, bands: Mapping[tuple[float, float], Band]) -> float:
    """The chance that the row is wrong, by its confidence and the verdicts on its band, times its articles."""
    band = _band(row)
    right, looked_at = (bands[band].right, bands[band].looked_at) if band else (0, 0)
    wrong = 1 - (right + _PRIOR * (row.confidence or 0.0)) / (looked_at + _PRIOR)
    return wrong * max(1, _number(row["articles"]))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
