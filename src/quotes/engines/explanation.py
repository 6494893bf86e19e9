"""Why a row of a run is one row: read from the tables that the run wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from quotes import dedupe, tables
from quotes.dedupe.explain import Comparison, compare
from quotes.errors import OutputError
from quotes.model import Metadata, Occurrence, Quotation


@dataclass(frozen=True, slots=True)
class Explained:
    """One row with its wordings."""

    quote_id: str
    """The row's id now, which is another one where the id that was asked for forwards."""
    fullest: Occurrence
    others: tuple[tuple[Occurrence, str, Comparison], ...]
    """Each other place, the relation that the run wrote, and the comparison with what it stands `beside`."""
    disputed: tuple[tuple[str, Occurrence, Comparison], ...]
    """Rows with the same words and another speaker: id, fullest wording, comparison."""
    beside: tuple[Occurrence, ...] = ()
    """For each of `others`, the fullest place, or the first that has its words where the fullest does not."""


def explain(quote_id: str, out: Path | str = "out", *, raw: bool = False) -> Explained:
    """Explain a row of the run in `out`. `raw` for tables that were written raw.

    Raises `OutputError`: X02 where there is no run, X01 where it has no such row, W02 for a broken ledger.
    """
    folder = Path(out)
    if not (folder / "occurrences.csv").is_file() or not (folder / "quotes.csv").is_file():
        raise OutputError("X02", folder=folder)
    quote_id = dedupe.forwards(tables.read_ids(folder)).get(quote_id, quote_id)
    places = tables.read_table(folder / "occurrences.csv", raw=raw)
    rows = tables.read_table(folder / "quotes.csv", raw=raw)
    mine = places[places["quote_id"] == quote_id]
    if mine.empty:
        raise OutputError("X01", path=folder / "quotes.csv", quote_id=quote_id)
    given = [(_occurrence(row), str(row["relation"])) for _, row in mine.iterrows()]
    fullest = next((one for one, relation in given if relation == "fullest"), given[0][0])
    pointed = "; ".join(rows.loc[rows["quote_id"] == quote_id, "disputed_with"])
    disputed = []
    for other_id in filter(None, pointed.split("; ")):
        theirs = places[(places["quote_id"] == other_id) & (places["relation"] == "fullest")]
        for _, row in theirs.iterrows():
            other = _occurrence(row)
            disputed.append((other_id, other, compare(fullest, other)))
    others = [(one, relation, *_beside(fullest, one, given)) for one, relation in given if one is not fullest]
    return Explained(
        quote_id,
        fullest,
        tuple((one, relation, comparison) for one, relation, comparison, _ in others),
        tuple(disputed),
        tuple(beside for *_, beside in others),
    )


def _beside(
    fullest: Occurrence, one: Occurrence, given: Sequence[tuple[Occurrence, str]]
) -> tuple[Comparison, Occurrence]:
    """The comparison that shows why a place belongs to its row, and the place it is compared with."""
    found = compare(fullest, one)
    if not found.relation:
        for member, _ in given:
            if member is not one and (other := compare(member, one)).relation:
                return other, member
    return found, fullest


def _occurrence(row: pd.Series) -> Occurrence:
    return Occurrence(
        article=str(row["article"]),
        metadata=Metadata(publication=str(row["publication"]), published=str(row["published"])),
        quotation=Quotation(content=(), kind=row["kind"], speaker=str(row["speaker"])),
        quote=str(row["quote"]),
        quoted_words=str(row["quoted_words"]),
        cue=str(row["cue"]),
        speaker_as_written=str(row["speaker_as_written"]),
        context="",
        paragraph=0,
        sentence=0,
        occurrence_id=str(row["occurrence_id"]),
    )
