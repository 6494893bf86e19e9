"""Mentions of named persons, organisations and works: spaCy's entities, mended, and names that it missed.

spaCy's small model often gives a name the wrong type or the wrong ends. Here only the ends are mended: titles, roles
and sentence openers are cut off, a first name or surname beside a lone name is taken in, and runs of capitalised words
that no entity covers are added. `quotes.pipeline.people.cast.entities` decides the types.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from quotes.model import Span
from quotes.pipeline.datelines import dateline
from quotes.pipeline.people.lexicon import (
    CROWDS,
    DOCUMENT_NOUNS,
    MEMBERS,
    OPENERS,
    ORGANISATION_NOUNS,
    UNNAMED,
    is_plural,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.attached import end_with_mark, numbers_before
from quotes.pipeline.people.names.ends import mended, without_cue, without_roles
from quotes.pipeline.people.names.forewords import without_mood
from quotes.pipeline.people.names.no_names import (
    is_no_name,
    is_noun,
    is_occupation,
    is_office,
    is_participle,
    opens_sentence,
)
from quotes.pipeline.people.names.parts import SUFFIXES, given_name_gender, is_title, normal
from quotes.pipeline.people.names.runs import POSSESSIVE, Coverage, Word, capital_runs, capital_words, word_before
from quotes.pipeline.people.names.seats import is_native
from quotes.pipeline.people.names.tagged import Tagged, tagged_names
from quotes.pipeline.people.names.tags import Label
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_OFFICE: Final = re.compile(r"[^\S\n][a-z]")
_RANKS: Final = word_set("assistant deputy acting retired former")
_COLLECTIVES: Final = re.compile(r"[^\S\n](?:police)\b")
_THE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?)[^\S\n]\d\d-year-old[^\S\n]$")
_NEAR: Final = 40  # characters before a name
_NEXT: Final = re.compile(r"[^\S\n]([^\W\d_]+)")
_BODY: Final[Label] = "organisation"
_QUARTERS: Final = word_set("northern southern eastern western north south east west new")
_OFFICERS: Final = MEMBERS | word_set("pm cm sp dgp igp dcp mayor senator congressman congresswoman")
"""Who holds an office or a seat, behind "the"."""
_STORMS: Final = ("Hurricane", "Storm", "Typhoon", "Cyclone")
"""Before a name that is no person's."""
_MONTHS: Final = frozenset("Jan Feb Mar Apr May Jun June Jul July Aug Sep Sept Oct Nov Dec".split())
_DAY: Final = re.compile(r"\.?[^\S\n]\d")
_OUTLETS: Final = word_set("variety billboard deadline nme reuters")
"""Outlets of one word, which nobody is called."""
_COURTESY: Final = word_set("mr mister madam")
_ADDRESSED: Final = word_set("chair speaker president chairman chairwoman secretary mayor")
"""Offices by which their holders are addressed."""
_LONGEST: Final = 8  # words of the longest run that is taken for a name


_AWARDED: Final = re.compile(r"[-‐](?:winn(?:er|ing)|nominat(?:ed|ion)|nominee)")
"""Behind a prize, whatever it is called: "Oscar-winner Ann Lee"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place."""

    span: Span
    name: str
    label: Label = ""
    """The tagger's type; empty for a name that it missed."""
    title: str = ""
    """The title before the name, in normal form, not part of `span`."""
    the: bool = False
    """Does "the" stand before it?"""
    possessive: bool = False
    """Does a possessive ending stand behind it?"""


def find_mentions(doc: Doc, scene: Scene) -> tuple[Mention, ...]:
    """All mentions of names in the document, in text order, none overlapping another; near linear in its length."""
    text, common = scene.text, scene.common
    tagged = tagged_names(doc, scene)
    surnames = _surnames(text, tagged)
    coverage = Coverage([*(span for span, _ in tagged.names), *tagged.silent])
    sources = Coverage(s for a in scene.attributions for s in a.source)
    runs = list(capital_runs(text))
    starts = [run[0].span.start for run in runs]
    opening = [opens_sentence(text, start, scene) for start in starts]
    in_title = [scene.paragraph(start) in scene.titled for start in starts]
    somebody = [span for span, label in tagged.names if label in ("person", "organisation")]
    places = [span for span, label in tagged.names if label == "place"]
    filed = dateline(text, scene.paragraphs, somebody, places) or Span(0, 0)
    mentions: list[Mention] = []
    for span, label in tagged.names:
        if filed.overlap(span) or _AWARDED.match(text, span.end):
            continue
        i = bisect_right(starts, span.end - 1) - 1
        run = runs[i] if i >= 0 and runs[i][-1].span.end > span.start else []
        if span in tagged.whole:
            words = capital_words(text, span.start, span.end)
        else:
            words, label = mended(text, span, label, run, coverage, sources, surnames)
        if label == "person" and words and opens_sentence(text, words[0].span.start, scene):
            words = without_mood(words)
        if len(words) == 1 and is_noun(text, words[0], label, surnames, scene):
            continue
        if label == "person" and len(words) == 1 and words[0].key in _OUTLETS:
            label = _BODY
        if label == "person" and len(words) > 2 and is_occupation(words[0], common):
            words = words[1:]  # "Housekeeper Ann Lee"
        mention = _mention(text, words, label)
        if mention and not _is_family(mention, surnames):
            mentions.append(mention)
    taken = Coverage(mention.span for mention in mentions)
    named = tagged.known | {
        run[0].key
        for run, opens, titled in zip(runs, opening, in_title, strict=True)
        if not (opens or titled) and run[0].key not in common
    }
    for run, opens, titled in zip(runs, opening, in_title, strict=True):
        if titled and run[0].span not in sources:
            continue
        for part in _uncovered(run, coverage):
            words = _name_words(part, opens and part[0] is run[0], common, named, titled=titled)
            if words and (mention := _mention(text, words, "")) and mention.span not in taken:
                mentions.append(mention)
    mentions += _surnames_alone(text, scene, surnames, Coverage(mention.span for mention in mentions))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    out: list[Mention] = []
    for mention in mentions:
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return tuple(_with_numbers(text, out))


def _with_numbers(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions with the number that is part of their name."""
    starts = numbers_before(text, [(mention.span, mention.label) for mention in mentions])
    for mention in mentions:
        start = starts.get(mention.span.start, mention.span.start)
        span = Span(start, mention.span.end)
        yield mention if span == mention.span else replace(mention, span=span, name=span.cut(text))


def _is_family(mention: Mention, surnames: Set[str]) -> bool:
    """Is it several of one surname: "the Lees", of an article with Ann Lee?"""
    word = mention.name
    several = mention.the and word.isalpha() and word.endswith("s") and mention.label in ("person", "")
    return several and normal(word) not in surnames and normal(word[:-1]) in surnames


def _surnames(text: str, tagged: Tagged) -> frozenset[str]:
    """The last words of the full names that the tagger took for persons'."""
    full = (span.cut(text).split() for span, label in tagged.names if label == "person")
    return frozenset(normal(words[-1]) for words in full if len(words) > 1)


def _surnames_alone(text: str, scene: Scene, surnames: Set[str], taken: Coverage) -> Iterator[Mention]:
    """Sources of one word that is somebody's surname, though the tagger takes it for something else: "May said"."""
    for span in {one for attribution in scene.attributions for one in attribution.source}:
        word = span.cut(text)
        if word.isalpha() and word[0].isupper() and normal(word) in surnames and span not in taken:
            yield Mention(span, word, "person")


def _uncovered(run: Sequence[Word], coverage: Coverage) -> Iterator[list[Word]]:
    """The parts of a run that no entity of the tagger covers."""
    part: list[Word] = []
    for word in run:
        if word.span in coverage:
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _name_words(part: list[Word], opens: bool, common: Set[str], known: Set[str], *, titled: bool) -> list[Word]:
    """What of a run of capitals is a name: openers, roles and titles cut off; empty for none."""
    words = without_cue(list(part)) if titled else list(part)
    words = without_mood(words) if opens else words
    while words and (words[0].key in OPENERS or (opens and len(words) > 1 and words[0].key in common)):
        opens = opens and words[0].key in OPENERS
        words.pop(0)
    while words and (words[0].text == "&" or words[0].key.endswith("year-old")):
        words.pop(0)
    if len(words) == 2 and words[1].key.endswith("day") and is_plural(words[0].key):
        return []  # "Regulators Monday"
    if any(w.text.isdigit() for w in words[1:2]) or all(w.key in SUFFIXES for w in words):
        return []
    if not words or len(words) > _LONGEST:
        return []
    if (
        (opens or titled)
        and len(words) == 1
        and (words[0].key in common or (words[0].key not in known and _is_common(words[0].key)))
    ):
        return []
    if opens and len(words) == 1 and is_participle(words[0]):  # "Prosecuting, Ann Lee said"
        return []
    for i, word in enumerate(words[1:-1], 1):  # "Tory MP Ann Lee": a name begins at a known first name
        if given_name_gender(word.text) and not given_name_gender(words[0].text):
            words = words[i:]
            break
    return without_roles(words)


def _is_common(key: str) -> bool:
    """Is a lone word more likely a common noun with the capital of a sentence: "Research", "Authorities"?"""
    noun = singular(key)
    return bool(noun_kind(noun) in ("organisation", "document") or noun in UNNAMED or key in CROWDS or is_plural(key))


def _mention(text: str, words: Sequence[Word], label: Label) -> Mention | None:
    if not words:
        return None
    start, end = words[0].span.start, words[-1].span.end
    name = text[start:end]
    possessive = POSSESSIVE.search(name)
    if possessive:
        end = start + possessive.start()
        name = text[start:end]
    else:
        end = end_with_mark(text, end, label)
        name = text[start:end]
    is_rank = words[0].key in _RANKS  # "Assistant police commissioner"
    if is_rank and len(words) == 1 and _OFFICE.match(text, end):
        return None
    if not is_rank and (found := _COLLECTIVES.match(text, end)):  # "Harbour police"
        end, name, label = found.end(), text[start : found.end()], "organisation"
    is_owner = possessive is not None or text[end : end + 2] in ("'s", "’s")
    preceding = word_before(text, start)
    if len(words) == 1 and words[0].key in _ADDRESSED and normal(preceding) in _COURTESY:
        return None  # "Madam Chair"
    if preceding in _STORMS or words[0].text in _STORMS:
        label = "work"
    title = normal(preceding) if is_title(preceding) else ""
    the = preceding.lower() == "the"
    lone = len(words) == 1 or words[0].key in _QUARTERS
    officer = words[-1].key in _OFFICERS and f"({words[-1].text})" not in text  # but "Samaj Party (SP)"
    native = lone and is_native(words[-1].key, label == _BODY)
    if (the and lone and (native or officer)) or (native and _THE.search(text, max(0, start - _NEAR), start)):
        return None  # "the Dutchman", "the MEP", "the 25-year-old Dubliner"
    if name.rstrip(".") in _MONTHS and _DAY.match(text, end):
        return None  # "an email dated Oct. 19"
    if is_no_name(text, words, label) or not any(map(str.isalpha, name)) or (label != "person" and is_office(words)):
        return None
    if the and label == "person" and (found := _NEXT.match(text, end)):  # "the Ann Lee campaign"
        noun = singular(normal(found[1]))
        the = noun not in ORGANISATION_NOUNS and noun not in DOCUMENT_NOUNS
    return Mention(Span(start, end), name, label, title, the, is_owner)
