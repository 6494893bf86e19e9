"""What the tagger gave, put right: names that it broke put together, names that it joined parted, sources taken whole.

Only where names begin and end is decided here; the labels are the tagger's, or what the form of a name says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from quotes.model import Span
from quotes.pipeline.people.lexicon import (
    COLLECTIVES,
    FUNCTION_WORDS,
    KIN,
    OPENERS,
    ORGANISATION_NOUNS,
    ROLES,
    is_plural,
    singular,
)
from quotes.pipeline.people.names.beside import by_what_is_beside
from quotes.pipeline.people.names.bodies import bodies_by_kind, committees, papers, parties
from quotes.pipeline.people.names.broken import put_together
from quotes.pipeline.people.names.introduced import (
    known_names,
    unglued,
    with_first_names,
    with_glued_first,
    with_particles,
    with_whole_names,
)
from quotes.pipeline.people.names.parts import given_name_gender, is_title, normal
from quotes.pipeline.people.names.runs import DOMAIN, POSSESSIVE, Coverage, Word, to_full_stop
from quotes.pipeline.people.names.seats import SEAT
from quotes.pipeline.people.names.spelt_out import with_spelt_out
from quotes.pipeline.people.names.tags import Label, covered
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import WEEKDAY

LABELS: Final[dict[str, Label]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "work",
    "EVENT": "work",
}
"""spaCy's entity labels that name somebody or something that may speak, or be confused with one."""
_MOST_WORDS: Final = 7  # of a source that is a name from end to end
_SILENT: Final = frozenset(("NORP", "DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY"))
"""Labels of capitalised words that are no names of speakers: "Republicans", "June"."""
_COMMA: Final = re.compile(r",\s+(?!Jr|Sr|II|Inc|Ltd|LLC|and\b)")
_OWNER: Final = re.compile(r"['’]s?\s+([^\W\d_]+)(?=\s)")
_WHOLE: Final = re.compile(
    r"(?:[Tt]he\s)?((?:[A-Z][\w’'-]*\.?|\d+)(?:[^\S\n](?:(?:of|for|and|the|&|de|van|von|der|del|al)[^\S\n]){0,2}(?:[A-Z][\w’'-]*\.?|\d+))*)"
)
_INTRODUCED: Final = re.compile(r"(?<=[a-z])[^\S\n]([A-Z][a-z]+[^\S\n](?:[A-Z]\.[^\S\n])?[A-Z][a-z][\w’'-]*)$")
_RUN_ON: Final = re.compile(
    r"\)?\.(?=[A-Z][a-z]+$)|\)\.|[^\S\n](?:Commenting|Speaking|Talking|Writing|Discussing|Reflecting|Posting|Appearing)$"
)
"""Where the next sentence begins, whose first word is glued to a name or follows it without a dot."""
_OFFICER: Final = " Press"
"""What belongs to "Secretary" behind a body: "the White House Press Secretary"."""
_SECRETARY: Final = re.compile(r"[^\S\n][Ss]ecretary\b")
_BROKEN_OFF: Final = (" and", " of", " for", " of the", " for the")
_REST: Final = re.compile(
    r"(?:[^\S\n]the(?=[^\S\n][A-Z]))?(?:[^\S\n](?:(?:Inc|Corp|Co|Ltd)\.|[A-Z][\w’'-]*)(?:[^\S\n](?:of|for|and)(?:[^\S\n]the)?(?=[^\S\n][A-Z]))?)+"
)
"""What goes on behind a name that breaks off at a small word: "Exchange Commission" of "Securities and"."""
_FOR_SOMETHING: Final = (
    " Commission",
    " Committee",
    " Council",
    " Centre",
    " Center",
    " Institute",
    " Campaign",
    " Coalition",
)
_FOR: Final = re.compile(
    rf"[^\S\n]for[^\S\n](?!{WEEKDAY})(?:the[^\S\n])?[A-Z][\w’'-]+(?:[^\S\n](?:and[^\S\n]|of[^\S\n])?[A-Z][\w’'-]+)*(?!['’]s)"
)
"""What a body is for, where the tagger passes over it: "Central Commission" for "Discipline Inspection"."""
_AMPERSAND_BEHIND: Final = re.compile(r"(?<!\s)[^\S\n]*&(?:amp;?)?$")
_SITE: Final = re.compile(DOMAIN)
_WEEKDAY: Final = re.compile(rf"[^\S\n]{WEEKDAY}$")
_APPENDED: Final = re.compile(r"(?<=\w)(?:[^\S\n]*\((?:[A-Z]{2,}\b|[RDI](?:-|$))|[^\S\n]+[\w-]*\d\.[A-Z]{1,2}$)")
_OPENED: Final = re.compile(r"(?<=\w)[^\S\n]\([A-Z][a-z][^()]*$")
"""In brackets that a name takes in: "LME (London Metal Exchange"."""
_POSSESSIVE_START: Final = re.compile(r"['’]s[^\S\n]+(?=\w)")
_UNION_OF: Final = re.compile(r"(?:UN|EU|US|UK|AU)['’]s[^\S\n]+(?=[A-Z]\w+[^\S\n])")
"""Whose a body is, before its name: "UN's" of "UN's Harbour and Trade Organisation"."""
_POSSESSIVE_BEHIND: Final = re.compile(r"['’]s?[^\S\n]+")
_WORD_START: Final = re.compile(r"[^\W\d_]+$")
_JOINT: Final = re.compile(r"[^\S\n]and[^\S\n](?:the[^\S\n])?(?=[A-Z])")
_BODY_LABEL: Final[Label] = "organisation"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The names of the tagger, put right, in text order."""

    names: tuple[tuple[Span, Label], ...]
    whole: frozenset[Span]
    """Those that are names from end to end, whatever words stand in them."""
    silent: tuple[Span, ...]
    """Words with capitals that are no names of speakers."""
    known: frozenset[str]
    """Words of tagged names, in normal form."""


def tagged_names(doc: Doc, scene: Scene) -> Tagged:
    """The names that the tagger and the sources of a document give."""
    text = scene.text
    names: list[tuple[Span, Label]] = []
    ents = [(Span(ent.start_char, ent.end_char), ent.label_) for ent in doc.ents]
    for span, kind in ents:
        if (label := LABELS.get(kind)) is not None:
            names += [(_plain(text, part), label) for part in _lines(text, span)]
    names = by_what_is_beside(text, names)
    names = covered(names, _gone_on(text, names) | papers(text, names))
    known = known_names(text, names)
    names = [(unglued(text, span, known, scene.common), label) for span, label in names]
    names = [(with_glued_first(text, span) if label == "person" else span, label) for span, label in names]
    names = [(to_full_stop(text, span) if label == "person" else span, label) for span, label in names]
    names = _apart(text, names)
    people = {normal(word) for span, kind in ents if kind == "PERSON" for word in span.cut(text).split()}
    words = people | {normal(span.cut(text)) for span, _ in names}
    silent = [(span, kind) for span, kind in ents if kind in _SILENT]
    names += parties(text, names)
    ends = {span.end for span, label in names if label == "person"}
    names += [
        (span, "person")
        for span, kind in silent
        if normal(span.cut(text)) in people or (span.start - 1 in ends and _is_surname(span.cut(text), kind))
    ]
    sources = [s for a in scene.attributions for s in a.source]
    edges = sorted({at for s in sources for at in (s.start, s.end)})
    parts = ((part, label) for span, label in sorted(names) for part in _cut(text, span, edges))
    names = [(part, label) for part, label in parts if part.cut(text).strip()]
    names = with_particles(text, with_spelt_out(text, put_together(text, names)))
    names = with_first_names(text, names, scene.common)
    names = with_whole_names(text, _with_introduced(text, names, sources), sources)
    bodies = frozenset((*bodies_by_kind(text, names, sources), *committees(text)))
    cover = Coverage(bodies)
    names = _with_whole_sources(text, [(s, x) for s, x in names if s not in cover], sources)
    names = sorted([*names, *((body, _BODY_LABEL) for body in bodies)])
    called = {span for span, label in names if label == "person" and " the " in span.cut(text)}  # "Ziggy the Singer"
    return Tagged(tuple(names), bodies | called, tuple(span for span, _ in silent), frozenset(words))


def _is_surname(word: str, label: str) -> bool:
    """Can what the tagger takes for a date be a surname, behind a first name: "Weeks"?"""
    return label == "DATE" and word.isalpha() and word.istitle() and normal(word) not in FUNCTION_WORDS


def _plain(text: str, span: Span) -> Span:
    """A name without its initials in brackets, a party or a stock code behind it, and with the word it begins in.

    "Example Trade Body (ETB", "Ann Lee (R-Altmere", "Acme Airways 0293.XY"; "-Marie" of "Eva-Marie".
    """
    start, end = span.start, span.end
    if owner := _POSSESSIVE_START.match(text, start, end) or _UNION_OF.match(text, start, end):
        start = owner.end()
    if text[start] in "-‐" and (word := _WORD_START.search(text, max(0, start - 20), start)):
        start = word.start()
    if (behind := _OPENED.search(text, start, end)) and text[end : end + 1] == ")":
        end = behind.start()
    if (behind := _APPENDED.search(text, start, end)) and behind.start() > start:
        end = behind.start()
    if (behind := _AMPERSAND_BEHIND.search(text, start, end)) and behind.start() > start:
        end = behind.start()
    if site := _SITE.match(text, end):
        end = site.end()
    runs_on = text.endswith("ing", start, end) or text.find(".", start, end) >= 0
    if runs_on and (cut := _RUN_ON.search(text, start, end)) and cut.start() > start:
        start, end = (cut.end(), end) if text[start].islower() and cut.end() < end else (start, cut.start())
    if text.endswith(_OFFICER, start + 1, end) and _SECRETARY.match(text, end):
        end -= len(_OFFICER)
    return Span(start, end)


def _gone_on(text: str, tagged: Sequence[tuple[Span, Label]]) -> dict[Span, Label]:
    """Bodies of which the tagger breaks off at a small word, whole: "US Securities and", "Attorney’s Office for"."""
    found: dict[Span, Label] = {}
    before, last = Span(0, 0), 0
    for span, label in tagged:
        rest = _REST.match(text, span.end) if text.endswith(_BROKEN_OFF, span.start, span.end) else None
        if rest is None and text.endswith(_FOR_SOMETHING, span.start, span.end):
            rest = _FOR.match(text, span.end)
        if label == "organisation" and rest and span.start >= last:
            beside = text.startswith("Attorney", span.start) and text[before.end : span.start] == " "
            start = before.start if beside and before.cut(text) == "U.S." else span.start
            found[Span(start, last := rest.end())] = label
        before = span
    return found


def _apart(text: str, tagged: list[tuple[Span, Label]]) -> list[tuple[Span, Label]]:
    """Names taken for one as two, where "and" joins them and one stands elsewhere by itself: "Lee and Berg"."""
    alone = {span.cut(text): label for span, label in tagged}
    out: list[tuple[Span, Label]] = []
    for span, label in tagged:
        if label == "person" and (two := _two(text, span, alone)):
            out += two
            continue
        joint = _JOINT.search(text, span.start, span.end)
        if joint:
            halves = Span(span.start, joint.start()), Span(joint.end(), span.end)
            known = [alone.get(half.cut(text)) for half in halves]
            body = label == "organisation" and " " not in halves[0].cut(text)  # "Bricks and Mortar Club"
            if known[1] or (known[0] and not body):
                out += [(half, kind or label) for half, kind in zip(halves, known, strict=True)]
                continue
        out.append((span, label))
    return out


def _two(text: str, span: Span, alone: Mapping[str, Label]) -> list[tuple[Span, Label]]:
    """Two full names that a lost comma joined, where both stand elsewhere by themselves: "Ann Lee Tom Berg"."""
    spaces = [found.start() for found in re.finditer(r"[^\S\n]", span.cut(text))]
    for at in spaces[1:-1]:
        halves = Span(span.start, span.start + at), Span(span.start + at + 1, span.end)
        known = all(alone.get(half.cut(text)) == "person" for half in halves)
        if known and any(given_name_gender(half.cut(text).split()[0]) for half in halves):
            return [(half, LABELS["PERSON"]) for half in halves]
    return []


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The parts of an entity that stand on different lines."""
    at = span.start
    for line in span.cut(text).split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _cut(text: str, span: Span, at: Sequence[int]) -> Iterator[Span]:
    """An entity cut at the ends of sources that lie in it, unless they part two words of a name."""
    start = span.start
    for cut in at[bisect_right(at, span.start) : bisect_left(at, span.end)]:
        left, right = text[start:cut].rstrip(), text[cut : span.end].lstrip()
        if text[cut - 1 : cut + 1].isalnum():  # a source that ends within a word
            continue
        opener = left.endswith("ing") and " " not in left  # "Clarifying Acme Games"
        if left and right and (opener or not left[-1].isalnum() or not right[0].isupper()):
            yield from _at_commas(text, Span(start, start + len(left)))
            start = span.end - len(right)
    if start < span.end:
        yield from _at_commas(text, Span(start, span.end))


def _with_introduced(text: str, tagged: list[tuple[Span, Label]], sources: Sequence[Span]) -> list[tuple[Span, Label]]:
    """With the names, a known first name in them, at the ends of sources whose words before introduce them.

    "Acme executive vice president of marketing Ann Lee", where the tagger passes over her.
    """
    starts = [span.start for span, _ in tagged]
    found = []
    for source in dict.fromkeys(sources):
        name = _INTRODUCED.search(text, source.start, source.end)
        if name is None or not given_name_gender(name[1].split()[0]):
            continue
        low = max(0, bisect_left(starts, name.start(1)) - 2)
        if not any(s.start < source.end and s.end > name.start(1) for s, _ in tagged[low : low + 6]):
            found.append((Span(*name.span(1)), LABELS["PERSON"]))
    return sorted([*tagged, *found])


def _with_whole_sources(
    text: str, tagged: list[tuple[Span, Label]], sources: Sequence[Span]
) -> list[tuple[Span, Label]]:
    """Names with those added that are all of a source, where the tagger sees a part only: "British Example Trust".

    A source of one to seven words with capitals, none a role or title unless a body is named by it, is a name from end
    to end. One word must be all capitals, or have a hyphen and stand behind the quotation.
    """
    wholes = []
    for source in dict.fromkeys(sources):
        found = _WHOLE.fullmatch(text, source.start, source.end)
        if not found:
            continue
        at = Span(*found.span(1))
        day = _WEEKDAY.search(text, at.start, at.end)
        if day and _is_body_or_role(normal(text[at.start : day.start()].split()[-1])):  # "Officials Monday"
            at = Span(at.start, day.start())
        at = to_full_stop(text, at)
        if seat := SEAT.match(text, at.start, at.end):
            at = Span(min(seat.end(), at.end - 1), at.end)
        words = [Word(m[0], Span(m.start(), m.end())) for m in re.finditer(r"\S+", at.cut(text))]
        keys = [w.key for w in words]
        is_role = keys[0].endswith("-maker") or (is_plural(keys[0]) and singular(keys[0]) in ROLES)
        is_free = len(keys) > 1 and at.start == source.start and keys[1] != "of" and not _names_body(keys[:2])
        if is_role and is_free:
            at, words, keys = Span(words[1].span.start + at.start, at.end), words[1:], keys[1:]  # "Brokers Acme Inc"
        opener = len(keys) > 1 and (keys[0] in OPENERS or keys[0].endswith("ing"))
        many = len(keys) > 2 and keys[1] in ("for", "of") and is_plural(keys[0])  # "Lawyers for Acme"
        in_office = any(k in ROLES or is_title(k) for k in _without_kin(keys)) and not _names_body(keys)
        owned = any(POSSESSIVE.search(w.text) for w in words[:-1]) and not _names_body(keys)  # "Acme's Lee"
        if opener or many or len(words) > _MOST_WORDS or in_office or owned:
            continue
        behind_marks = text[max(0, source.start - 2) : source.start] in ("” ", '" ', "’ ")
        is_shape = words[0].text.isupper() or (behind_marks and "-" in words[0].text)  # "ALB", "Su-metal"
        if len(words) == 1 and not (is_shape and len(words[0].text) > 1):
            continue
        wholes.append(at)
    starts = [span.start for span, _ in tagged]
    labels: dict[Span, Label] = {}
    for whole in wholes:
        low = max(0, bisect_left(starts, whole.start) - 1)
        inside = [(s, x) for s, x in tagged[low : low + 8] if s.start < whole.end and s.end > whole.start]
        if any(s.start <= whole.start and s.end >= whole.end for s, _ in inside):
            continue
        if _is_placed(text, whole, inside):
            continue
        if (joint := _JOINT.search(text, whole.start, whole.end)) and any(s.start >= joint.end() for s, _ in inside):
            continue  # "Lee and Berg"
        if any(x == "organisation" and _is_of_place(text, s, whole, inside) for s, x in inside):
            continue
        if any(x == "person" and (" " in s.cut(text).strip() or " of " in whole.cut(text)) for s, x in inside):
            continue
        if any(x == "person" and s.end >= whole.end - 1 for s, x in inside):
            labels[whole] = "person"
        elif inside and inside[-1][1] != "place":
            labels[whole] = inside[-1][1]
        else:
            labels[whole] = "organisation"
    cover = Coverage(labels)
    return sorted([*((s, x) for s, x in tagged if s not in cover), *labels.items()])


def _is_body_or_role(key: str) -> bool:
    """Is a word, in normal form, a noun for a body or, in the plural, for people: no club is called so before a day."""
    return is_plural(key) or key in ROLES or key in COLLECTIVES


def _is_of_place(text: str, body: Span, whole: Span, inside: Sequence[tuple[Span, Label]]) -> bool:
    """Is it a body with the place behind it where it is: "Tide Telecom of Oxland", but not "Bank of Oxland"?"""
    place = next((s for s, x in inside if x == "place" and s.start > body.end), None)
    of = place is not None and place.end >= whole.end and text[body.end : place.start].strip() == "of"
    return (
        of and body.start == whole.start and normal(body.cut(text).split()[-1]) not in COLLECTIVES | ORGANISATION_NOUNS
    )


def _is_placed(text: str, whole: Span, inside: Sequence[tuple[Span, Label]]) -> bool:
    """Is it the name of an organisation with the place whose it is before it: "Altmere's Acme Group"?"""
    place = next((s for s, x in inside if x == "place" and s.start <= whole.start), None)
    owner = _POSSESSIVE_BEHIND.match(text, place.end) if place else None
    rest = owner.end() if owner else whole.end
    return any(x == "organisation" and s.start == rest and s.end >= whole.end for s, x in inside)


def _without_kin(keys: Sequence[str]) -> Sequence[str]:
    """The words but for one for kin that ends them, as a band's name may: "Night Daughter"."""
    return keys[:-1] if len(keys) > 1 and keys[-1] in KIN else keys


def _names_body(keys: Sequence[str]) -> bool:
    """Is it a body's name, whatever role stands in it: "Lee County Sheriff's Office", "Federal Office of Justice"?"""
    link = next((k for k, key in enumerate(keys) if key in ("of", "for") and k), len(keys))
    return keys[link - 1] in COLLECTIVES or (keys[0] in DEMONYMS and keys[1:] == ["executive"])


def _at_commas(text: str, span: Span) -> Iterator[Span]:
    """The parts of an entity of two words and a comma ("Paris, Lee"); "Lee, Jr." and names of firms stay whole."""
    owner = _OWNER.search(text, span.start, span.end)
    if owner and given_name_gender(owner[1]):  # "Acme's Ann Lee"
        yield Span(span.start, owner.start())
        span = Span(owner.start(1), span.end)
    found = _COMMA.search(text, span.start, span.end)
    if found and len(span.cut(text).split()) <= 4:
        yield Span(span.start, found.start())
        yield Span(found.end(), span.end)
    else:
        yield span
