"""Decisions of an edited sheet onto the rows of the next run; what finds no row is listed with the reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from quotes.review.matching import Pair, Unplaced, agree, match
from quotes.review.rows import Decision, Places, Row, ansi, letters
from quotes.tables import CARRIED, EDITED, PLEASE_CHECK

RECORD: Final = "carried_reviews.jsonl"
"""What decisions marked "carried, please check" were made about, so that they find back when their row parts again."""
_ORIGIN: Final = ("quote_id", "quote", "speaker", "speaker_id", "evidence", "article", "paragraph", "spans")
_RENAMED: Final = re.compile(r"; (people file|full name in another article): (.+) -> .+\Z")
"""How the evidence ends where a speaker has another name than in the article: by whom, and the article's name."""

SameSpeaker = Callable[[Row, Row], bool]


@dataclass(frozen=True, slots=True)
class Carried:
    """A decision on a row of the new run."""

    decision: Decision
    status: str
    """`carried` or `carried, please check`."""
    origins: tuple[Row, ...] = ()
    """The rows that the decision was made about, where they are not as the new one."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decided row that is no row of the new run, and why, in one line."""

    row: Row
    reason: str


@dataclass(frozen=True, slots=True)
class Carry:
    """What became of all decisions. `decisions` by quote_id."""

    decisions: Mapping[str, Carried]
    orphans: tuple[Orphan, ...] = ()


Record = Mapping[str, tuple[Decision, tuple[Row, ...]]]
"""By the quote_id of the row on which a decision stands: the decision, and the rows it was made about."""


def same_speaker(old: Row, new: Row) -> bool:
    """Does the new row name the speaker that the reviewer saw, or the one whom the reviewer named?

    The same name, the same id of the people file, the name in `speaker_fix`, or the speaker of the same name in the
    article, whom the people file (but not another article) now calls something else, or no longer does.
    """
    seen = {letters(ansi(new.speaker) if old.is_ansi else new.speaker), letters(new.speaker)}
    if letters(old.speaker) in seen or (new.speaker and letters(old.decision.speaker_fix) in seen):
        return True
    if old["speaker_id"] and old["speaker_id"] == new["speaker_id"]:
        return True
    (_, before), (by, after) = _name_in_article(old), _name_in_article(new)
    return bool(after) and before == (ansi(after) if old.is_ansi else after) and by != "full name in another article"


def _name_in_article(row: Row) -> tuple[str, str]:
    """By whom the speaker was given another name than the article's, if so, and the article's."""
    renamed = _RENAMED.search(row["evidence"])
    return (renamed[1], renamed[2]) if renamed else ("", row.speaker)


def carry(
    decided: Sequence[Row],
    new: Sequence[Row],
    places: Places,
    *,
    forwards: Mapping[str, str] | None = None,
    same: SameSpeaker = same_speaker,
) -> Carry:
    """Give each decision to the row that is what its row was; see `matching` for how that is told.

    A decision whose wording and speaker are those of the new row is carried; with another wording or speaker the row
    says "carried, please check". A row takes one decision; those of two rows that became one stay both, as long as
    they say the same.
    """
    names: dict[str, set[str]] = {}
    for row in new:
        names.setdefault(ansi(row.speaker), set()).add(row.speaker)
    ours = [_with_whole_name(row, names) for row in decided if row.decision]
    pairs, unplaced = match(ours, new, places, forwards)
    decisions = {pair.new.quote_id: _carried(pair, same) for pair in pairs}
    orphans = []
    for one in unplaced:
        there = decisions.get(one.taken.quote_id) if one.taken else None
        if one.taken and there and there.decision == one.old.decision:
            main = there.origins or tuple(pair.old for pair in pairs if pair.new is one.taken)
            decisions[one.taken.quote_id] = replace(there, origins=(*main, one.old))
        else:
            orphans.append(Orphan(one.old, _why(one)))
    return Carry(decisions, tuple(orphans))


def _with_whole_name(row: Row, names: Mapping[str, set[str]]) -> Row:
    """The row, with the characters of its corrected speaker that an ANSI file lost, where one name has them."""
    fix = row["speaker_fix"]
    whole = names.get(fix, ())
    if not row.is_ansi or "?" not in fix or len(whole) != 1:
        return row
    return replace_decision(row, replace(row.decision, speaker_fix=next(iter(whole))))


def _carried(pair: Pair, same: SameSpeaker) -> Carried:
    is_same = agree(pair.old, pair.new["quote"]) and same(pair.old, pair.new)
    # A row that nobody has checked since stays one to be checked.
    if is_same and pair.old["review_status"] != PLEASE_CHECK:
        return Carried(pair.old.decision, CARRIED)
    return Carried(pair.old.decision, PLEASE_CHECK, (pair.old,))


def _why(one: Unplaced) -> str:
    if one.taken is not None:
        return f"its row is now {one.taken.quote_id}, which has another decision"
    if not one.old.article:
        return "no row has its words"
    return "no row of its article has its words, nor any row its id"


def decided_rows(rows: Iterable[Row], record: Record) -> list[Row]:
    """Rows with a decision, as they were when it was made: those still to be checked as the record has them."""
    found = []
    for row in rows:
        decision, origins = record.get(row.quote_id, (Decision(), ()))
        if not row.decision:
            continue
        # A sheet without that column says nothing of what was checked.
        if origins and row.cells.get("review_status", PLEASE_CHECK) == PLEASE_CHECK and decision == row.decision:
            found += [replace_decision(origin, row.decision) for origin in origins]
        elif origins and decision != row.decision:
            # Decided anew, on what the row is now.
            found.append(Row(dict(row.cells) | {"review_status": CARRIED}, row.number, row.is_ansi))
        elif len(origins) > 1 and decision == row.decision:
            found += [row, *(replace_decision(one, row.decision) for one in origins if one.letters != row.letters)]
        else:
            found.append(row)
    return found


def replace_decision(row: Row, decision: Decision) -> Row:
    """The row with another decision."""
    return Row(dict(row.cells) | decision.cells, row.number, row.is_ansi)


def record_lines(carried: Carry) -> bytes:
    """The record as JSON lines: a line a decision that was made about something else than its row."""
    lines = [
        {
            "quote_id": quote_id,
            "decision": one.decision.cells,
            "made_about": [{name: row[name] for name in _ORIGIN if row[name]} for row in one.origins],
        }
        for quote_id, one in sorted(carried.decisions.items())
        if one.origins
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")


def read_record(path: Path) -> dict[str, tuple[Decision, tuple[Row, ...]]]:
    """The record of a folder; empty where there is none. What cannot be read of it is as if it were not there."""
    record = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    for line in lines:
        try:
            one = json.loads(line)
            decision = Decision(**{name: str(one["decision"].get(name, "")) for name in EDITED})
            rows = tuple(Row({str(k): str(v) for k, v in cells.items()}) for cells in one["made_about"])
            record[str(one["quote_id"])] = decision, rows
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return record
