"""The columns of every table that a run writes: their names, order, types and meaning, in this one place.

The README, the documentation and the sheet that explains the columns are made from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

ColumnType = Literal["text", "count", "share"]
"""text: a string, never missing; count: a whole number or missing; share: 0 to 1, two decimals, or missing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called and what it holds, in words for the person who reads the table."""

    name: str
    meaning: str
    type: ColumnType = "text"
    edited: bool = False
    """Do people write in it?"""


VERDICTS: Final = ("accept", "reject", "fix", "unsure")
"""What a reviewer may write into `verdict`; empty means not decided."""

CARRIED: Final = "carried"
PLEASE_CHECK: Final = "carried, please check"
"""The values of `review_status`, beside empty."""

QUOTE_COLUMNS: Final = (
    Column("quote_id", "`q-` and letters and digits; stays the same from run to run"),
    Column("verdict", "yours: empty, `accept`, `reject`, `fix` or `unsure`", edited=True),
    Column("quote", "the fullest wording found, on one line; for `mixed`, the whole reported clause"),
    Column("quoted_words", "only the words that stand in quotation marks, parts joined by ` … `: what may be printed"),
    Column("speaker", "who said it, in the most complete form of the name; empty when nobody is named or not sure"),
    Column("speaker_id", "the id of the people file, when there is one"),
    Column("speaker_fix", "yours: the right speaker", edited=True),
    Column("quote_fix", "yours: the right wording", edited=True),
    Column("speaker_role", "what the article says the speaker is"),
    Column("told_to", "the outlet or person spoken to"),
    Column("told_to_kind", "`outlet`, `person`, `audience`, `platform` or `document`"),
    Column("cited_from", "whom the article has it from: another outlet, a book, a person who relays it"),
    Column("kind", "`direct` (all in marks), `mixed` (quoted words inside reported speech), `indirect` (no marks)"),
    Column("cue", 'the words that report it: "tells", "according to"'),
    Column("speaker_as_written", 'the words in the text: "he", "a prison guard"'),
    Column("confidence", "0 to 1: of the rows at 0.9, nine in ten are right", "share"),
    Column("evidence", "in a few words, why this speaker"),
    Column("articles", "how many articles carry it", "count"),
    Column("sources", "their publications, or titles where unknown"),
    Column("first_published", "the earliest date among them"),
    Column("variants", "how many different wordings", "count"),
    Column("disputed_with", "ids of rows with the same words and another speaker"),
    Column("context", "the sentence or sentences that hold the quotation and its attribution"),
    Column("article", "where the fullest wording stands: the path below the corpus folder"),
    Column("url", "the address of that article"),
    Column("paragraph", "its paragraph, counted from 1", "count"),
    Column("spans", "its characters in the article's text, marks included: `416-494;523-1121`"),
    Column("note", "yours", edited=True),
    Column("review_status", "ours: empty, `carried`, or `carried, please check`"),
)

OCCURRENCE_COLUMNS: Final = (
    Column("occurrence_id", "`o-` and letters and digits: one place in one article"),
    Column("quote_id", "the row of `quotes.csv` that it belongs to"),
    Column(
        "relation",
        "how its wording relates to the fullest: `fullest`, `same` (but for punctuation, case, marks), `shortened` "
        "(the beginning, or with words left out), `fragment` (a few quoted words of it), `edited` (a few words differ)",
    ),
    Column("article", "the path below the corpus folder"),
    Column("title", "the article's title"),
    Column("publication", "who published it"),
    Column("author", "who wrote it"),
    Column("published", "when, as the source gives it"),
    Column("url", "its address"),
    Column("paragraph", "the paragraph, counted from 1", "count"),
    Column("sentence", "the sentence, counted from 1 within the article", "count"),
    Column("spans", "characters in the article's text, marks included: `416-494;523-1121`"),
    Column("quote", "the wording here, on one line"),
    Column("quoted_words", "only the words that stand in quotation marks, parts joined by ` … `"),
    Column("kind", "`direct`, `mixed` or `indirect`"),
    Column("cue", "the words that report it"),
    Column("speaker", "who said it; empty when nobody is named or not sure"),
    Column("speaker_id", "the id of the people file, when there is one"),
    Column("speaker_as_written", "the words in the text"),
    Column("speaker_role", "what the article says the speaker is"),
    Column("told_to", "the outlet or person spoken to"),
    Column("told_to_kind", "`outlet`, `person`, `audience`, `platform` or `document`"),
    Column("interview_with", "whom the interview was with, where the article says so"),
    Column("cited_from", "whom the article has it from"),
    Column("relayed_by", "the person who passes the words on"),
    Column("confidence", "0 to 1: of the rows at 0.9, nine in ten are right", "share"),
    Column("evidence", "in a few words, why this speaker"),
)

EDITED: Final = tuple(column.name for column in QUOTE_COLUMNS if column.edited)
"""The columns in which people write, in their order."""

TYPES: Final[dict[str, ColumnType]] = {column.name: column.type for column in (*QUOTE_COLUMNS, *OCCURRENCE_COLUMNS)}
"""The type of each column by its name, which is the same in every table."""


def as_markdown(columns: Sequence[Column]) -> str:
    """The columns as a Markdown table, for the README and the documentation."""
    rows = [f"| `{column.name}` | {column.meaning} |" for column in columns]
    return "\n".join(["| column | what it holds |", "|---|---|", *rows]) + "\n"
