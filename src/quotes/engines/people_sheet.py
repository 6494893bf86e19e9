"""The people file of a run: which one it is, and the `people.csv` that the run leaves in its folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from quotes import tables
from quotes.model import ListedSpeaker
from quotes.persons import PeopleFile, read_people
from quotes.persons.people_file import same_file
from quotes.tables.folder import Writer

PEOPLE_FILE: Final = "people.csv"
KEPT: Final = "people.kept.csv"


class PeopleSheet:
    """What a run reads its people from: the file that is named, or else the `people.csv` of its folder.

    A named file that lies elsewhere is only read, and what it says now counts. The `people.csv` of the folder, which is
    written anew, is then kept as `people.kept.csv` where somebody has written into it. Raises `PeopleError`.
    """

    def __init__(self, folder: Path, named: Path | None) -> None:
        self._target = folder / PEOPLE_FILE
        own = self._target.is_file()
        self._elsewhere = named is not None and not (own and same_file(named, self._target))
        source = named if self._elsewhere else self._target if own else named
        self.source = str(source) if source else ""
        self.file = read_people(source) if source else PeopleFile()
        self._before = (
            self._target.read_bytes() if own and self._elsewhere and _says_more(self._target, self.file) else None
        )

    def writers(self, people: Sequence[ListedSpeaker], *, raw: bool = False) -> dict[str, Writer]:
        """What writes `people.csv` and the one that is kept, by their names in the folder."""
        writers: dict[str, Writer] = {
            PEOPLE_FILE: lambda stream: tables.write_csv(tables.people_frame(people), stream, raw=raw)
        }
        if (before := self._before) is not None:
            writers[KEPT] = partial(_copy, before)
        return writers


def _copy(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _says_more(path: Path, given: PeopleFile) -> bool:
    """Does a people file say anything that another does not?"""
    for person in read_people(path).people:
        known = given.of(person.name)
        if known is None or (known.id, known.note) != (person.id, person.note):
            return True
    return False
