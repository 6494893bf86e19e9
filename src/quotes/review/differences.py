"""What a change of tool, model or corpus did: the rows of two runs, compared.

A row may differ in several ways, and each is a difference of its own. Which row is which is told as when decisions are
carried over (`matching`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from quotes.errors import ReviewError
from quotes.review.carry import same_speaker
from quotes.review.matching import agree, match
from quotes.review.rows import Place, Row, ansi, places_of
from quotes.review.sheet import read_occurrences, read_sheet
from quotes.review.state import sheet_rows
from quotes.tables import is_workbook

Change = Literal["lost", "gained", "speaker", "outlet", "wording", "group"]
CHANGES: Final[Mapping[Change, str]] = {
    "lost": "only in OLD",
    "gained": "only in NEW",
    "speaker": "another speaker",
    "outlet": "told to, or cited from, somebody else",
    "wording": "another wording",
    "group": "other articles, or on a row with other words",
}
"""All changes, the gravest first but for `gained`, with what each means."""
_ORDER: Final = ("lost", "speaker", "wording", "outlet", "group", "gained")
_NOBODY: Final = "(nobody)"
_OUTLETS: Final = (("told_to", "told"), ("cited_from", "from"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a row of two runs differs. `old` or `new` is None where only one run has it."""

    change: Change
    old: Row | None
    new: Row | None
    before: str = ""
    after: str = ""
    is_guarded: bool = False
    """Is it about a row that a reviewer accepted?"""

    @property
    def row(self) -> Row:
        """The row as NEW has it, else as OLD has it."""
        row = self.new or self.old
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was written: its rows, and its occurrences where they are known."""

    name: str
    rows: Sequence[Row]
    occurrences: Sequence[Row]
    places: Mapping[str, Sequence[Place]]
    """Of each row by its id."""

    @property
    def accepted(self) -> int:
        """Rows that a reviewer accepted as they are."""
        return sum(row.decision.verdict == "accept" for row in self.rows)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs, and all in which they differ."""

    old: Run
    new: Run
    same: int
    """Rows that do not differ."""
    differences: tuple[Difference, ...]

    @property
    def broken(self) -> int:
        """Rows that a reviewer accepted, and that are lost or changed."""
        return len({id(one.old) for one in self.differences if one.is_guarded})

    def counts(self) -> dict[Change, int]:
        """Differences by what changed."""
        found = Counter(one.change for one in self.differences)
        return {change: found[change] for change in CHANGES}

    def as_json(self) -> str:
        """All of it, indented, with a line end."""
        record = {
            "old": {"name": self.old.name, "rows": len(self.old.rows), "accepted": self.old.accepted},
            "new": {"name": self.new.name, "rows": len(self.new.rows)},
            "same": self.same,
            "counts": self.counts(),
            "accepted_lost_or_changed": self.broken,
            "differences": [_as_record(one) for one in self.differences],
        }
        return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _as_record(one: Difference) -> dict[str, Any]:
    return {
        "change": one.change,
        "accepted": one.is_guarded,
        "quote_id": one.row.quote_id,
        "old_quote_id": one.old.quote_id if one.old else "",
        "article": one.row.article,
        "quote": one.row["quote"],
        "before": one.before,
        "after": one.after,
    }


def run_folder(path: Path) -> Path:
    """The folder of a run, given itself or one of its sheets."""
    return path if path.is_dir() else path.parent


def read_run(path: Path) -> Run:
    """The folder of a run, or a sheet that one wrote; beside it, its occurrences.

    Raises `ReviewError` R08 where a folder has no sheet, `TableError` T01 for a file that is not there, and what
    `read_sheet` raises.
    """
    rows = sheet_rows(path) if path.is_dir() else read_sheet(path)
    if rows is None:
        raise ReviewError("R08", path=path)
    beside = run_folder(path) / "occurrences.csv"
    occurrences: Sequence[Row] = []
    if path.is_file() and is_workbook(path):
        occurrences = read_occurrences(path)
    if not occurrences and beside.is_file():
        occurrences = read_occurrences(beside)
    return Run(str(path), rows, occurrences, places_of(occurrences))


def compare(old: Run, new: Run) -> Comparison:
    """Find all differences, those of accepted rows first, then by how grave they are, then in the order of the rows.

    A row that was accepted is broken where it is lost, or has another speaker, wording, outlet or group. A group that
    only grew by articles that OLD did not have is a difference, and breaks nothing.
    """
    pairs, unplaced = match(old.rows, new.rows, new.places)
    found: list[Difference] = []
    same = 0
    for pair in pairs:
        differences = list(_between(pair.old, pair.new, old, new))
        found += differences
        same += not differences
    paired = {id(pair.new) for pair in pairs}
    into = _by_wording(new)
    for one in unplaced:
        home = into.get((one.old.article, one.old.letters))
        after = f"on the row {home}" if home else ""
        found.append(_difference("group" if home else "lost", one.old, None, "a row of its own" * bool(home), after))
    out_of = _by_wording(old)
    for row in new.rows:
        if id(row) not in paired:
            home = out_of.get((row.article, row.letters))
            before = f"on the row {home}" if home else ""
            found.append(_difference("group" if home else "gained", None, row, before, "a row of its own" * bool(home)))
    number = {id(row): at for rows in (new.rows, old.rows) for at, row in enumerate(rows)}
    found.sort(key=lambda one: (not one.is_guarded, _ORDER.index(one.change), number[id(one.row)]))
    return Comparison(old, new, same, tuple(found))


def _difference(
    change: Change, old: Row | None, new: Row | None, before: str, after: str, *, guards: bool = True
) -> Difference:
    accepted = old is not None and old.decision.verdict == "accept"
    return Difference(change, old, new, before, after, accepted and guards)


def _between(old: Row, new: Row, old_run: Run, new_run: Run) -> Iterator[Difference]:
    if _differ(old, new, "speaker"):
        # Whom the people file only calls something else is nobody else.
        guards = not same_speaker(old, new)
        yield _difference("speaker", old, new, old.speaker or _NOBODY, new.speaker or _NOBODY, guards=guards)
    if not agree(old, new["quote"]):
        yield _difference("wording", old, new, old["quote"], new["quote"])
    outlets = [(label, old[name], new[name]) for name, label in _OUTLETS if _differ(old, new, name)]
    if outlets:
        before, after = ("; ".join(f"{one[0]} {one[at] or _NOBODY}" for one in outlets) for at in (1, 2))
        yield _difference("outlet", old, new, before, after)
    yield from _groups(old, new, old_run, new_run)


def _differ(old: Row, new: Row, column: str) -> bool:
    return (ansi(new[column]) if old.is_ansi else new[column]) != old[column]


def _groups(old: Row, new: Row, old_run: Run, new_run: Run) -> Iterator[Difference]:
    if not (old_run.places and new_run.places):
        # Without occurrences all that is known is how many articles there are.
        if old["articles"] != new["articles"]:
            before, after = (f"{_whole(row['articles'])} articles" for row in (old, new))
            yield _difference("group", old, new, before, after)
        return
    before_set = {place.article for place in old_run.places.get(old.quote_id, ())}
    after_set = {place.article for place in new_run.places.get(new.quote_id, ())}
    if before_set == after_set:
        return
    known = {place.article for places in old_run.places.values() for place in places}
    gone, come = sorted(before_set - after_set), sorted(after_set - before_set)
    before = ", ".join([f"{len(before_set)} article{'s' * (len(before_set) != 1)}", *(f"− {one}" for one in gone)])
    after = ", ".join([f"{len(after_set)} article{'s' * (len(after_set) != 1)}", *(f"+ {one}" for one in come)])
    yield _difference("group", old, new, before, after, guards=bool(gone) or any(one in known for one in come))


def _whole(number: str) -> str:
    return number.removesuffix(".0") or "?"


def _by_wording(run: Run) -> dict[tuple[str, str], str]:
    """The row that has a wording in an article, as one of its places."""
    found: dict[tuple[str, str], str] = {}
    for quote_id, places in run.places.items():
        for place in places:
            found.setdefault((place.article, place.letters), quote_id)
    return found
