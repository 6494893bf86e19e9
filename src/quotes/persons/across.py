"""Names of different articles that mean one speaker: "Ann Lee" here, "Lee" in an article that gives no first name.

Two full names are one where surname, first name and middle names agree ("Ann Lee", "Ann M. Lee"; not "George W.
Hill" and "George H. Hill"). A single name goes to a full one where the corpus has just one that it can stand for, both
are persons, and no title speaks against it. Things that differ in case, dots or "the" alone are one. Near linear in
the number of names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from quotes.model import Occurrence
from quotes.pipeline.people.lexicon import Gender
from quotes.pipeline.people.names.parts import TITLES, Name, given_name_gender, normal_words, parse_name

_GENERATIONS: Final = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
_BUCKET: Final = 40  # namesakes that are compared one by one


@dataclass(slots=True)
class _Group:
    """Names that mean one speaker, with what is known of it."""

    names: Counter[str] = field(default_factory=Counter)
    parsed: Name = field(default_factory=Name)
    genders: set[Gender] = field(default_factory=set)

    @property
    def shown(self) -> str:
        """The most complete form, of equals the most frequent."""
        return max(self.names, key=lambda name: (len(name.split()), self.names[name], name))


def one_name(occurrences: Iterable[Occurrence]) -> dict[str, str]:
    """For each speaker's name that another article gives more fully, the fullest form; the same whatever the order."""
    counts: Counter[tuple[str, str]] = Counter()
    genders: dict[str, set[Gender]] = defaultdict(set)
    for one in occurrences:
        name = one.quotation.speaker
        if not name:
            continue
        counts[name, one.quotation.speaker_kind] += 1
        first, _, rest = one.speaker_as_written.partition(" ")
        if rest and (gender := TITLES.get(first.casefold().strip("."))):
            genders[name].add(gender)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, kind), count in counts.items():
        kinds[name][kind] += count
    persons = sorted(name for name, found in kinds.items() if found["person"] * 2 > found.total())
    things = sorted(name for name, found in kinds.items() if not found["person"])
    totals = {name: found.total() for name, found in kinds.items()}
    return {**_persons(persons, totals, genders), **_things(things, totals)}


def _things(names: Iterable[str], totals: dict[str, int]) -> dict[str, str]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        groups[normal_words(name)].append(name)
    out: dict[str, str] = {}
    for key, alike in groups.items():
        best = max(alike, key=lambda name: (totals[name], name))
        out |= {name: best for name in alike if key and name != best}
    return out


def _persons(names: Iterable[str], totals: dict[str, int], genders: dict[str, set[Gender]]) -> dict[str, str]:
    groups: dict[str, list[_Group]] = defaultdict(list)  # by the last word of the surname
    short: list[str] = []
    # The most complete first, so that each group is known by its fullest name.
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        parsed = parse_name(name)
        if not parsed.given:
            short.append(name)
            continue
        bucket = groups[parsed.last.split(" ")[-1]]
        fitting = [group for group in bucket[:_BUCKET] if _agree(group.parsed, parsed)]
        if len(fitting) != 1:
            fitting = [_Group(parsed=parsed)]
            bucket.append(fitting[0])
        fitting[0].names[name] += totals[name]
        fitting[0].genders |= genders[name] | ({parsed.gender} - {""})
    out = {name: group.shown for bucket in groups.values() for group in bucket for name in group.names}
    for name in short:
        key = normal_words(name)[-1:]
        found = groups.get(key[0], []) if key else []
        if not found and key and given_name_gender(name):
            continue  # a first name alone may be anybody's
        fitting = [group for group in found if not _contradicts(genders[name], group.genders)]
        if len(found) == 1 and len(fitting) == 1:
            out[name] = fitting[0].shown
    return {name: full for name, full in out.items() if name != full}


def _contradicts(one: set[Gender], other: set[Gender]) -> bool:
    return bool(one and other and not one & other)


def _agree(one: Name, other: Name) -> bool:
    """Can two full names mean one person?"""
    if one.last != other.last or (one.suffix != other.suffix and {one.suffix, other.suffix} & _GENERATIONS):
        return False
    first = _same_given(one.first, other.first) or one.nickname == other.first or other.nickname == one.first
    return first and all(_same_given(a, b) for a, b in _middle_names(one, other))


def _middle_names(one: Name, other: Name) -> Iterator[tuple[str, str]]:
    """Pairs of middle names where both have some; a missing one agrees with any."""
    if len(one.given) > 1 and len(other.given) > 1:
        longest = max(len(one.given), len(other.given))
        yield from zip(
            (*one.given[1:], *[""] * (longest - len(one.given))),
            (*other.given[1:], *[""] * (longest - len(other.given))),
            strict=True,
        )


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))
