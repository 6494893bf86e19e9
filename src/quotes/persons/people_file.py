"""The people file: a table with the columns `name`, `aliases`, `id` and `note`, others ignored but `found_as`.

A run writes one, a person edits it in any spreadsheet and hands it back: UTF-8 with or without a byte-order mark,
UTF-16 and Windows-1252, parted by commas, semicolons or tabs. `aliases` and `found_as` hold names parted by semicolons.
A row with nothing but a name that was found as it stands says nothing, so that what the corpus says can still change.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from quotes.articles.encoding import decoded
from quotes.errors import PeopleError
from quotes.tables.guard import unguarded

LARGEST: Final = 50_000_000  # bytes
_DELIMITERS: Final = (",", ";", "\t")
_KNOWN: Final = ("name", "aliases", "id", "note", "found_as")
_MOST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a people file."""

    name: str
    aliases: tuple[str, ...] = ()
    """Names that mean the same one, those under which it was found among them."""
    id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What a people file says, in the order of its rows."""

    people: tuple[Person, ...] = ()
    _by_name: Mapping[str, Person] = field(default_factory=dict)

    def of(self, name: str) -> Person | None:
        """Who is called so, by name or alias, whatever the case."""
        return self._by_name.get(key_of(name))


def key_of(name: str) -> str:
    """A name as it is compared: on one line, case and curled apostrophes aside."""
    return " ".join(name.split()).casefold().replace("’", "'")


def read_people(path: Path) -> PeopleFile:
    """Read a people file.

    Raises `PeopleError`: P01 where it cannot be opened or is no text, P02 with the line for what cannot be read as a
    row, P03 where two rows claim one name for different people.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise PeopleError("P01", path=path, why="too large for a people file")
        data = path.read_bytes()
    except OSError as error:
        raise PeopleError("P01", path=path, why=error.strerror or error) from error
    if not data.strip():
        raise PeopleError("P02", path=path, line=1, why="the file is empty; the first row names the columns")
    text = decoded(data)
    if not isinstance(text, str):
        raise PeopleError("P01", path=path, why="not a text in UTF-8 or Windows-1252")
    return _collected(path, _rows(path, text.removeprefix("\ufeff")))


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the header with the line on which each begins."""
    # Excel may say how the cells are parted.
    skipped = 0
    if text[:4].casefold() == "sep=":
        first, _, text = text.partition("\n")
        skipped, delimiter = 1, first[4:5]
    else:
        header_line = next((line for line in text.splitlines() if line.strip()), "")
        delimiter = max(_DELIMITERS, key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or ",", strict=True)
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise PeopleError("P02", path=path, line=line, why=error) from error
        if cells is None:
            break
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = [cell.strip().casefold() for cell in cells]
            if "name" not in header:
                raise PeopleError("P02", path=path, line=line, why="no column `name` in the first row")
            if twice := [name for name in _KNOWN if header.count(name) > 1]:
                raise PeopleError("P02", path=path, line=line, why=f"two columns `{twice[0]}`")
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            raise PeopleError("P02", path=path, line=line, why=f"more than the {len(header)} cells of the first row")
        yield line, {name: unguarded(cell.strip()) for name, cell in zip(header, cells, strict=False)}


def _collected(path: Path, rows: Iterator[tuple[int, dict[str, str]]]) -> PeopleFile:
    people: dict[tuple[str, str], Person] = {}
    claimed: dict[str, tuple[tuple[str, str], int]] = {}
    for line, row in rows:
        name, found = " ".join(row["name"].split()), _listed(row.get("found_as", ""))
        aliases = _listed(row.get("aliases", ""))
        said, note = row.get("id", ""), row.get("note", "")
        if not name:
            if aliases or said or note:
                raise PeopleError("P02", path=path, line=line, why="a row without a name")
            continue
        if not (aliases or said or note) and key_of(name) in map(key_of, found or (name,)):
            continue  # as a run wrote it
        place = key_of(name), said
        before = people.get(place, Person(name, id=said))
        people[place] = Person(
            before.name,
            tuple(dict.fromkeys((*before.aliases, *aliases, *found))),
            said,
            "; ".join(filter(None, dict.fromkeys((before.note, note)))),
        )
        for alias in (name, *aliases, *found):
            owner, where = claimed.setdefault(key_of(alias), (place, line))
            if owner != place:
                raise PeopleError("P03", path=path, line=line, name=alias[:_MOST_SHOWN], other=where)
    by_name = {alias: people[place] for alias, (place, _) in claimed.items()}
    return PeopleFile(tuple(people.values()), by_name)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in cell.split(";") if (name := " ".join(part.split()))))


def same_file(one: Path, other: Path) -> bool:
    """Are two paths one file, links followed?"""
    return os.path.realpath(one) == os.path.realpath(other)
