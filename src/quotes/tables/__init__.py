"""Quotes to data frames to files: the columns in one place, guards for spreadsheets, files whole or not at all."""

from __future__ import annotations

from quotes.tables.annotations import annotation_line
from quotes.tables.atomic import written_whole
from quotes.tables.columns import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, Column
from quotes.tables.csv import read_table, write_csv
from quotes.tables.folder import write_run
from quotes.tables.frames import occurrences_frame, quotes_frame
from quotes.tables.people import PEOPLE_COLUMNS, people_frame
from quotes.tables.run_record import RunRecord, versions

__all__ = [
    "OCCURRENCE_COLUMNS",
    "PEOPLE_COLUMNS",
    "QUOTE_COLUMNS",
    "Column",
    "RunRecord",
    "annotation_line",
    "occurrences_frame",
    "people_frame",
    "quotes_frame",
    "read_table",
    "versions",
    "write_csv",
    "write_run",
    "written_whole",
]
