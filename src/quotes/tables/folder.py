"""The folder that a run leaves: `quotes.csv`, `occurrences.csv` and `run.json`, all three or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotes.model import Quote
from quotes.tables.atomic import written_whole
from quotes.tables.csv import write_csv
from quotes.tables.frames import occurrences_frame, quotes_frame
from quotes.tables.run_record import RunRecord


def write_run(folder: Path, quotes: Sequence[Quote], record: RunRecord, *, raw: bool = False) -> None:
    """Write the tables and the record of a run; raises `OutputError` W01 and leaves the folder as it was."""
    with written_whole(folder / "quotes.csv", folder / "occurrences.csv", folder / "run.json") as streams:
        quotes_file, occurrences_file, record_file = streams
        write_csv(quotes_frame(quotes), quotes_file, raw=raw)
        write_csv(occurrences_frame(quotes), occurrences_file, raw=raw)
        record_file.write(record.as_json().encode("utf-8"))
