"""What a run of capitalised words names: a person, an outlet, a platform, an audience.

The tagger's names decide where they cover the run; where they cut a piece out of it, the run as written is better.
"""

from __future__ import annotations

from typing import Final

from quotes.pipeline.people.lexicon import (
    FUNCTION_WORDS,
    NEWS_WORDS,
    ORGANISATION_NOUNS,
    ROLES,
    singular,
)
from quotes.pipeline.people.names.parts import PARTICLES, TITLES, clean, given_name_gender, normal
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.wording.audiences import AUDIENCES, OUTLET_NOUNS, SHOW_NOUNS, Addressee, is_people
from quotes.pipeline.provenance.wording.narration import Named, is_outlet, is_platform

_THINGS: Final = word_set("awards award live festival prize cup tour poll survey ball")
"""Last words of what an outlet runs and is not: "told Film Weekly", of an article on the Film Weekly Awards."""
_MARKETS: Final = word_set("market exchange lunch dinner briefing forum seminar summit")
"""What else of a place may listen."""
_BROADCAST: Final = word_set("media press television tv")
"""What else of a nation is an outlet: "French television"."""
_TALKS: Final = word_set("interview exclusive q&a conversation report story article")


def with_nouns(run: str, words: list[str], head: Addressee, *, is_place: bool = False) -> Addressee:
    """A run with the common nouns behind it, where they belong to it: "Green supporters", "the Slow Tide podcast".

    A place says of nouns only where they are: "Oxland radio", "Ruritanian news agencies".
    """
    for k in range(len(words), 0, -1):
        if FUNCTION_WORDS.intersection(words[:k]):
            continue
        written = clean(f"{run} {' '.join(words[:k])}")
        last = words[k - 1]
        if is_place and (singular(last) in OUTLET_NOUNS or last in _BROADCAST):
            return Addressee(written, "outlet")
        if is_place and (singular(last) in ORGANISATION_NOUNS or last in AUDIENCES or last in _MARKETS):
            return Addressee(written, "audience")
        if last in OUTLET_NOUNS:
            return head
        if last in SHOW_NOUNS:
            return Addressee(written, "outlet")
        if (last in ORGANISATION_NOUNS and last != "service") or (
            is_people(last) and not (last == "people" and is_outlet(run))
        ):
            return Addressee(written, "audience")  # "told Film Weekly people will come" is another thing
    return head


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def head_of(run: str, start: int, end: int, found: list[Named], *, followed: bool = False) -> Addressee:
    """What a run of capitals names, by the tagger's names that lie on it; `followed`: does a verb stand behind it?"""
    begins = start + (4 if run.startswith("The ") else 0)
    whole = [n for n in found if n.span.start <= begins and end - 1 <= n.span.end <= end + 1]
    if whole:
        return addressee_of(max(whole, key=lambda n: len(n.span)), run)
    tagged = next((n for n in found if n.span.start <= begins and n.kind in ("organisation", "work")), None)
    more = run[tagged.span.end - start :].split() if tagged else []
    ends = bool(more) and more[0][0].isupper() and normal(more[0]) not in NEWS_WORDS
    ends = ends and tagged is not None and normal(tagged.name.split()[-1]) not in FUNCTION_WORDS
    if ends and tagged is not None and len(more) == 1 and not followed:  # "ABC Riverland" is a station
        is_talk = normal(more[0]) in _TALKS  # "in a BBC Interview"
        person = any(n.kind == "person" and n.span.start > tagged.span.start for n in found)
        abroad = more[0] in ("US", "UK", "EU", "UN") or normal(more[0]) in DEMONYMS  # "told the Herald US policy"
        ends = is_talk or person or abroad or bool(given_name_gender(more[0]))
    if tagged and ends and (" " in tagged.name or is_outlet(tagged.name)):  # "told Film Weekly Ann Lee would …"
        return addressee_of(tagged, run[: tagged.span.end - start])
    last = found[-1] if found else None
    if last and last.kind == "person" and last.span.end >= end - 1 and _is_introduced(run, last, start):
        return addressee_of(last)
    if normal(run) in AUDIENCES and not is_outlet(run):  # "People" is the magazine
        return Addressee(run, "audience")
    if is_platform(run):
        return Addressee(run, "platform")
    words = run.split()
    first = next((w for w in words if normal(w) not in TITLES and normal(w) not in ROLES), words[0])
    if len(words) < 4 and given_name_gender(first) and not is_outlet(run):
        return Addressee(run, "person")
    return Addressee(clean(run) or run, "outlet")


def _is_introduced(run: str, person: Named, start: int) -> bool:
    """Does all that stands before a person's name in a run introduce it: "District Judge", "President", "Herald"?"""
    words = run[: person.span.start - start].split()
    if words and all(normal(word) in PARTICLES for word in words):  # "Van Halen", of which the tagger has the end
        return f" {person.name}".casefold().endswith(f" {run}".casefold())
    return not words or normal(words[-1]) in TITLES or normal(words[-1]) in ROLES


def addressee_of(named: Named, run: str = "") -> Addressee:
    """A name of the article as an addressee, as it is written here where the fullest form is another thing.

    That is a place ("the U.S.") and a longer name that begins with this one: "MTV" is not the "MTV Awards".
    """
    name = named.name
    written = clean(run)
    written = "" if len(written) <= 2 and not written.isupper() else written  # "Il" of "Il Tempo Nuovo"
    behind = name.removeprefix(f"{written} ").split() if named.kind != "person" else []
    if written and (
        (name in written and named.kind != "person")
        or (name.startswith(f"{written} ") and behind and (normal(behind[-1]) in _THINGS or behind[-1].isdigit()))
        or (named.kind != "person" and name.startswith(f"{written} ") and name.count(" ") > written.count(" ") + 1)
        or named.kind == "unknown"
        or (written.isupper() and len(written) > 2 and name.startswith(f"{written} ") and is_outlet(written))
        or _letters(written) == _letters(name)
    ):
        name = run.strip() if run.endswith("!") else written
    if is_platform(name):
        return Addressee(name, "platform")
    if named.kind == "person" and not is_outlet(name):
        return Addressee(name, "person")
    if named.kind == "work" and not is_outlet(name):
        return Addressee(name, "document")
    return Addressee(name, "outlet")
