"""The folder that a run leaves: its files change together or not at all, and what a person saved is kept beside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from quotes.tables.atomic import written_whole
from quotes.tables.run_record import RunRecord

SHEETS: Final = ("quotes.csv", "quotes.xlsx")
"""The files in which people write."""
EXPORTS: Final = ("accepted.csv", "accepted.xlsx")
"""What may be printed. People are not meant to write in them, and may do so all the same."""

Writer = Callable[[BinaryIO], None]


def write_run(
    folder: Path,
    files: Mapping[str, Writer],
    record: RunRecord,
    *,
    keep: Mapping[str, str] | None = None,
    drop: Iterable[str] = (),
) -> tuple[Path, ...]:
    """Write the files of a run by their names, and `run.json` behind them; returns their paths.

    The digests of `SHEETS` and `EXPORTS` stand in `run.json`: whether somebody has changed them is seen by that.

    `keep` names files that were there before, and what each is kept as; `drop` those that say nothing any more. Raises
    `OutputError` W01 and leaves the folder as it was, but for what is kept.
    """
    for name, kept in (keep or {}).items():
        content = (folder / name).read_bytes()
        with written_whole(folder / kept) as (stream,):
            stream.write(content)
    names = [*files, "run.json"]
    with written_whole(*(folder / name for name in names)) as streams:
        digests = {}
        for (name, write), stream in zip(files.items(), streams, strict=False):
            write(stream)
            if name in (*SHEETS, *EXPORTS):
                stream.flush()
                digests[name] = digest_of(Path(stream.name))
        streams[-1].write(replace(record, sheets=digests).as_json().encode("utf-8"))
    for name in drop:
        (folder / name).unlink(missing_ok=True)
    return tuple(folder / name for name in names)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
