"""Quotes to data frames to files: the columns in one place, guards for spreadsheets, files whole or not at all."""

from __future__ import annotations

from quotes.tables.annotations import annotation_line
from quotes.tables.atomic import written_whole
from quotes.tables.columns import CARRIED, EDITED, OCCURRENCE_COLUMNS, PLEASE_CHECK, QUOTE_COLUMNS, VERDICTS, Column
from quotes.tables.csv import read_table, write_csv
from quotes.tables.folder import EXPORTS, SHEETS, digest_of, write_run
from quotes.tables.frames import occurrences_frame, quotes_frame
from quotes.tables.grid import DELIMITERS, Grid, GridRow, as_name, is_workbook, letters_of, read_grid
from quotes.tables.ids import IDS_FILE, read_ids, write_ids
from quotes.tables.people import PEOPLE_COLUMNS, people_frame
from quotes.tables.run_record import RunRecord, versions
from quotes.tables.xlsx import write_workbook

__all__ = [
    "CARRIED",
    "DELIMITERS",
    "EDITED",
    "EXPORTS",
    "IDS_FILE",
    "OCCURRENCE_COLUMNS",
    "PEOPLE_COLUMNS",
    "PLEASE_CHECK",
    "QUOTE_COLUMNS",
    "SHEETS",
    "VERDICTS",
    "Column",
    "Grid",
    "GridRow",
    "RunRecord",
    "annotation_line",
    "as_name",
    "digest_of",
    "is_workbook",
    "letters_of",
    "occurrences_frame",
    "people_frame",
    "quotes_frame",
    "read_grid",
    "read_ids",
    "read_table",
    "versions",
    "write_csv",
    "write_ids",
    "write_run",
    "write_workbook",
    "written_whole",
]
