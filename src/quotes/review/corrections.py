"""What decisions do: the rows that may be printed, and speakers offered where the same mention stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from quotes.review.carry import Carried
from quotes.review.rows import Decision, Row
from quotes.tables import EDITED, PLEASE_CHECK

_PRONOUNS: Final = frozenset("he she they it i we who one".split())
_OFFER_COLUMNS: Final = (
    "quote_id", "suggested_speaker", "speaker", "speaker_as_written", "quote", "article", "as_corrected_in",
    "article_of_the_correction",
)  # a table, not one line an entry  # fmt: skip


def with_decisions(quotes: pd.DataFrame, carried: Mapping[str, Carried]) -> pd.DataFrame:
    """The table of quotes with the cells in which people write, and `review_status`, by quote_id."""
    none = Carried(Decision(), "")
    found = [carried.get(quote_id, none) for quote_id in quotes["quote_id"]]
    cells = {name: [one.decision.cells[name] for one in found] for name in EDITED}
    cells["review_status"] = [one.status for one in found]
    return quotes.assign(
        **{name: pd.Series(column, dtype="string", index=quotes.index) for name, column in cells.items()}
    )


def accepted(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows that a reviewer found right or put right, with the corrections in place.

    Taken are rows with `accept` or `fix`, and those with a correction and no verdict; left out are `reject`, `unsure`,
    what nobody has decided, and what is still to be checked after a run. `quote_fix` replaces the quotation and its
    quoted words; a corrected speaker loses the id, role and evidence of the other one.
    """
    decisions = [Decision(*cells) for cells in zip(*(quotes[name] for name in EDITED), strict=True)]
    is_sure = quotes["review_status"] != PLEASE_CHECK
    taken = quotes[[one.is_taken for one in decisions] & is_sure.to_numpy(dtype=bool)].copy()
    other = taken["speaker_fix"] != ""
    changed = other & (taken["speaker_fix"] != taken["speaker"])
    taken.loc[other, "speaker"] = taken.loc[other, "speaker_fix"]
    taken.loc[changed, ["speaker_id", "speaker_role"]] = ""
    taken.loc[changed, "evidence"] = "corrected by a reviewer"
    worded = taken["quote_fix"] != ""
    for name in ("quote", "quoted_words"):
        taken.loc[worded, name] = taken.loc[worded, "quote_fix"]
    return taken.reset_index(drop=True)


@dataclass(frozen=True, slots=True)
class Offer:
    """A speaker that a reviewer named for the same mention elsewhere; never applied."""

    row: Row
    speaker: str
    because: Row
    """The row that was corrected."""


def offers(rows: Sequence[Row]) -> list[Offer]:
    """Corrections of speakers, for rows without a decision where the same mention stands; in the order of the rows.

    The same mention: the same words in the same article for the same speaker, or a name written the same way and taken
    for the same speaker in any article ("he" in another article is another mention).
    """
    fixed: dict[tuple[str, ...], dict[str, Row]] = {}
    for row in rows:
        if row.decision.speaker_fix and row["speaker_as_written"] and row["review_status"] != PLEASE_CHECK:
            for key in _mentions(row):
                fixed.setdefault(key, {}).setdefault(row.decision.speaker_fix, row)
    found = []
    for row in rows:
        if row.decision.verdict or row.decision.speaker_fix or not row["speaker_as_written"]:
            continue
        names = next((fixed[key] for key in _mentions(row) if key in fixed), {})
        found += [Offer(row, name, because) for name, because in names.items() if name != row.speaker]
    return found


def _mentions(row: Row) -> list[tuple[str, ...]]:
    """What other rows are looked up by, the narrowest first."""
    words = row["speaker_as_written"].split()
    written = " ".join(words).casefold()
    keys: list[tuple[str, ...]] = [(row.article, written, row.speaker)]
    is_name = any(word[:1].isupper() for word in words[1:]) or (len(words) == 1 and written not in _PRONOUNS)
    if is_name and words[0][:1].isupper():
        keys.append((written, row.speaker))
    return keys


def offers_frame(found: Sequence[Offer]) -> pd.DataFrame:
    """`suggestions.csv`: one row an offer."""
    rows = [
        (
            one.row.quote_id,
            one.speaker,
            one.row.speaker,
            one.row["speaker_as_written"],
            one.row["quote"],
            one.row.article,
            one.because.quote_id,
            one.because.article,
        )
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(_OFFER_COLUMNS), dtype="string")


def offer_notes(found: Iterable[Offer]) -> dict[str, str]:
    """What stands beside `speaker_fix` in the workbook, by quote_id."""
    notes: dict[str, list[str]] = {}
    for one in found:
        notes.setdefault(one.row.quote_id, []).append(
            f"{one.speaker}? You corrected “{one.because['speaker_as_written']}” so in {one.because.quote_id}."
        )
    return {quote_id: "\n".join(lines) for quote_id, lines in notes.items()}
