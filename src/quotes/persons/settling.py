"""One name for each speaker of a corpus: what the people file says, and else the fullest form that an article gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quotes.model import ListedSpeaker, Occurrence, Quotation
from quotes.persons.across import one_name
from quotes.persons.people_file import PeopleFile, Person, key_of


@dataclass(slots=True)
class _Tally:
    """What is counted of a speaker."""

    person: Person | None = None
    names: dict[str, int] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Settled:
    """The occurrences with their speakers' names for the corpus, and the speakers."""

    occurrences: tuple[Occurrence, ...]
    people: tuple[ListedSpeaker, ...]
    """Those of the people file in its order, quoted or not, then all others, the most quoted first."""


def settled(occurrences: Iterable[Occurrence], people: PeopleFile) -> Settled:
    """Give every speaker one name and id; mentions as written, offsets and the order stay.

    A name of the people file goes before all else; a name that it does not have becomes the fullest form of the corpus,
    unless that is one of the people file's.
    """
    given = tuple(occurrences)
    fuller = one_name(given)
    tallies: dict[tuple[str, str], _Tally] = {(p.name, p.id): _Tally(p) for p in people.people}
    out = []
    for one in given:
        name = one.quotation.speaker
        if not name:
            out.append(one)
            continue
        person = people.of(name) or people.of(fuller.get(name, ""))
        shown = person.name if person else fuller.get(name, name)
        tally = tallies.setdefault((shown, person.id if person else ""), _Tally())
        tally.names[name] = tally.names.get(name, 0) + 1
        tally.articles.add(one.article)
        out.append(replace(one, quotation=_renamed(one.quotation, shown, person)))
    known = [_listed(name, tally) for (name, _), tally in tallies.items() if tally.person]
    others = [_listed(name, tally) for (name, _), tally in tallies.items() if not tally.person]
    return Settled(tuple(out), (*known, *sorted(others, key=lambda row: (-row.quotations, row.name))))


def _renamed(quotation: Quotation, name: str, person: Person | None) -> Quotation:
    said = person.id if person else ""
    if name == quotation.speaker:
        return replace(quotation, speaker_id=said) if said else quotation
    where = "people file" if person else "full name in another article"
    evidence = f"{quotation.evidence}; {where}: {quotation.speaker} -> {name}"
    return replace(quotation, speaker=name, speaker_id=said, evidence=evidence)


def _listed(name: str, tally: _Tally) -> ListedSpeaker:
    person = tally.person
    names = tuple(sorted(tally.names, key=lambda found: (-tally.names[found], found)))
    found = {key_of(one) for one in names}
    aliases = tuple(alias for alias in person.aliases if key_of(alias) not in found) if person else ()
    return ListedSpeaker(
        name,
        aliases,
        person.id if person else "",
        person.note if person else "",
        sum(tally.names.values()),
        len(tally.articles),
        names,
    )
