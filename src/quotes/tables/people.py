"""`people.csv`: the speakers of a corpus, ready to be edited and handed back in as a people file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from quotes.model import ListedSpeaker
from quotes.tables.columns import Column
from quotes.tables.guard import one_line

PEOPLE_COLUMNS: Final = (
    Column("name", "yours to change: the name that the tables show; two rows with one name become one", edited=True),
    Column("aliases", "yours: other names that mean the same, parted by `; `", edited=True),
    Column("id", "yours: an id such as a Wikidata QID; it goes into the column `speaker_id`", edited=True),
    Column("note", "yours", edited=True),
    Column("quotations", "how many places quote them", "count"),
    Column("articles", "in how many articles", "count"),
    Column("found_as", "the names that the articles give, the most frequent first"),
)


def people_frame(people: Sequence[ListedSpeaker]) -> pd.DataFrame:
    """One row a speaker, in the order given."""
    return pd.DataFrame(
        {
            "name": _texts(row.name for row in people),
            "aliases": _texts("; ".join(row.aliases) for row in people),
            "id": _texts(row.id for row in people),
            "note": _texts(row.note for row in people),
            "quotations": pd.Series([row.quotations for row in people], dtype="Int64"),
            "articles": pd.Series([row.articles for row in people], dtype="Int64"),
            "found_as": _texts("; ".join(row.found_as) for row in people),
        }
    )


def _texts(cells: Iterable[str]) -> pd.Series[str]:
    return pd.Series([one_line(cell) for cell in cells], dtype="string")
