"""The folder that a run leaves: `quotes.csv`, `occurrences.csv`, `quote_ids.jsonl` and `run.json`, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from quotes.model import KnownQuote, Quote
from quotes.tables.atomic import written_whole
from quotes.tables.csv import write_csv
from quotes.tables.frames import occurrences_frame, quotes_frame
from quotes.tables.ids import IDS_FILE, ids_text
from quotes.tables.run_record import RunRecord


def write_run(
    folder: Path, quotes: Sequence[Quote], record: RunRecord, *, ids: Iterable[KnownQuote] = (), raw: bool = False
) -> None:
    """Write the tables, the ledger of ids and the record of a run.

    Raises `OutputError` W01 and leaves the folder as it was.
    """
    names = ("quotes.csv", "occurrences.csv", IDS_FILE, "run.json")
    with written_whole(*(folder / name for name in names)) as streams:
        quotes_file, occurrences_file, ids_file, record_file = streams
        write_csv(quotes_frame(quotes), quotes_file, raw=raw)
        write_csv(occurrences_frame(quotes), occurrences_file, raw=raw)
        ids_file.write(ids_text(ids).encode("ascii"))
        record_file.write(record.as_json().encode("utf-8"))
