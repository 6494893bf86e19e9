"""Mentions of named persons, organisations and works: spaCy's entities, mended, and names that it missed.

spaCy's small model often gives a name the wrong type or the wrong ends. Here only the ends are mended: titles, roles
and sentence openers are cut off, a first name or surname beside a lone name is taken in, and runs of capitalised words
that no entity covers are added. `quotes.pipeline.people.entities` decides the types.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from quotes.model import Span
from quotes.pipeline.entities import end_of_name
from quotes.pipeline.people.broken import Label
from quotes.pipeline.people.introduced import FURNITURE
from quotes.pipeline.people.lexicon import (
    DEMONYMS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    MEMBERS,
    ORGANISATION_NOUNS,
    ROLES,
    UNNAMED,
    is_plural,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names import PARTICLES, SUFFIXES, given_name_gender, is_title, normal
from quotes.pipeline.people.no_names import (
    is_no_name,
    is_noun,
    is_occupation,
    is_office,
    is_participle,
    opens_sentence,
)
from quotes.pipeline.people.runs import POSSESSIVE, Coverage, Word, capital_runs, capital_words, word_before
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.seats import is_native
from quotes.pipeline.people.tagged import OPENERS, Tagged, tagged_names
from quotes.pipeline.people.wordlists import word_set

_DETERMINERS: Final = word_set("the a an this that his her their its our my")
_TAIL: Final = word_set("says said told tells and on in the of at for to with by from is was who")
_COLLECTIVES: Final = re.compile(r"[^\S\n](?:police)\b")
_BANDS: Final = word_set("the of for against with")
"""Words in the midst of a name that no person's name has."""
_COURTESY: Final = word_set("mr mrs ms miss mx")
_SURNAMES: Final = word_set("read rather more still")
"""Function words that behind a first name are a surname: "Mike Read"."""
_PARTNER: Final = re.compile(r"\b([A-Z][\w’'-]*)[^\S\n]&(?:amp;)?[^\S\n]?$")
_BEHIND_WORD: Final = re.compile(r"[\w,][^\S\n]$")
_SEAM: Final = re.compile(r"([A-Z][a-z]{3,})(?=[A-Z][a-z]{2,}$)")
_GLUED: Final = re.compile(r"([A-Z]?[a-z]+)([A-Z][a-z]{2,})")
_INITIALS: Final = re.compile(r"(?<![\w.])((?:[A-Z]\.[^\S\n]?){1,2})$")
_UNIONS: Final = word_set("un us uk eu au dc la ny")
"""Letters with dots before a name that are nobody's: "the U.N. Ann Lee"."""
_NEXT: Final = re.compile(r"[^\S\n]([^\W\d_]+)")
_NAME_BEHIND: Final = re.compile(r"[^\S\n][A-Z][a-z]")
_NUMBER: Final = re.compile(r"(?!(?:19|20)\d\d)\d{3,4}|\d")
"""What may end the name of somebody: "Andre 3000", but no year."""
_COMPOUND: Final = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*-([a-z]{3,})")
_SCHOLAR: Final = re.compile(r"[A-Z][a-z]+(?:ologist|ographer|onomist|matician|cientist|istorian)")
_BODY: Final[Label] = "organisation"
_MIXED: Final = re.compile(r"[a-z][A-Z]")
_QUARTERS: Final = word_set("northern southern eastern western north south east west new")
_OFFICERS: Final = MEMBERS | word_set("pm mayor senator congressman congresswoman")
"""Who holds an office or a seat, behind "the"."""
_MARK: Final = re.compile(r"(?:!|(?P<rare>[?+*]))(?=[,;:)]|['’]s\b|[^\S\n](?:[a-z(–—]|$))")
"""What ends the name of a body that goes on in its sentence: "Kerrang!", "Disney+"."""
_NUMBERED: Final = re.compile(r"(?<![\w.,£$€-])(\d{1,3}[^\S\n])$")
_FORE: Final = 5  # characters before a name in which its number stands
_LONGEST: Final = 8  # words of the longest run that is taken for a name


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
    mentions: list[Mention] = []
    for span, label in tagged.names:
        i = bisect_right(starts, span.end - 1) - 1
        run = runs[i] if i >= 0 and runs[i][-1].span.end > span.start else []
        if span in tagged.whole:
            words = capital_words(text, span.start, span.end)
        else:
            words, label = _mended(text, span, label, run, coverage, sources, surnames)
        if len(words) == 1 and is_noun(text, words[0], label, surnames, scene):
            continue
        if label == "person" and len(words) > 2 and is_occupation(words[0], common):
            words = words[1:]  # "Housekeeper Ann Lee"
        if mention := _mention(text, words, label):
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
            words = _name_words(part, opens and part[0] is run[0], common, named)
            if words and (mention := _mention(text, words, "")) and mention.span not in taken:
                mentions.append(mention)
    mentions += _surnames_alone(text, scene, surnames, Coverage(mention.span for mention in mentions))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    out: list[Mention] = []
    for mention in mentions:
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return tuple(out)


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


def _name_words(part: list[Word], opens: bool, common: Set[str], known: Set[str]) -> list[Word]:
    """What of a run of capitals is a name: openers, roles and titles cut off; empty for none."""
    words = list(part)
    while words and (words[0].key in OPENERS or (opens and len(words) > 1 and words[0].key in common)):
        opens = opens and words[0].key in OPENERS
        words.pop(0)
    while words and words[0].text == "&":
        words.pop(0)
    if len(words) == 2 and words[1].key.endswith("day") and is_plural(words[0].key):
        return []  # "Regulators Monday"
    if any(w.text.isdigit() for w in words[1:2]) or all(w.key in SUFFIXES for w in words):
        return []
    if not words or len(words) > _LONGEST:
        return []
    if (
        opens
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
    return _without_roles(words)


def _is_common(key: str) -> bool:
    """Is a lone word more likely a common noun with the capital of a sentence: "Research", "Authorities"?"""
    return bool(noun_kind(singular(key)) in ("organisation", "document") or singular(key) in UNNAMED or is_plural(key))


def _without_roles(words: list[Word]) -> list[Word]:
    """Titles, roles and openers before a name cut off, unless nothing were left; empty where only a role is there."""
    titled = False
    while len(words) > 1 and (is_title(words[0].text) or words[0].key in ROLES or _is_glued(words)):
        if len(words) == 2 and given_name_gender(words[0].text):  # "Dean Lee"
            break
        if len(words) == 2 and words[0].text == "DJ" and not given_name_gender(words[1].text):  # "DJ Tide"
            break
        titled = titled or (is_title(words[0].text) and len(words) == 2)
        is_detective = words[0].key == "det" and words[1].key == "con" and len(words) > 2
        words = words[2:] if is_detective else words[1:]
    if len(words) == 1 and not titled and (is_title(words[0].text) or words[0].key in ROLES or words[0].key in OPENERS):
        return []
    while words and (words[-1].key in _TAIL or (words[-1].key in PARTICLES and not words[-1].capital)):
        words = words[:-1]
    return words


def _mended(
    text: str,
    span: Span,
    label: Label,
    run: Sequence[Word],
    coverage: Coverage,
    sources: Coverage,
    surnames: Set[str],
) -> tuple[list[Word], Label]:
    """The words of an entity with its ends put right, and its label."""
    # Other taggers than ours may stop at a hyphen too.
    end = end_of_name(text, span) if label == "person" else span.end
    start = span.start
    dotted = label == "person" and "." in text[max(0, start - 3) : start]
    if dotted and (found := _INITIALS.search(text, max(0, start - 9), start)):  # "J. Ann Lee"
        start = start if normal(found[1].replace(" ", "")) in _UNIONS else found.start(1)
    full = label == "person" and " " in text[start:end]
    joined = not full and "&" in text[max(0, start - 40) : start + 1]
    if joined and (found := _PARTNER.search(text, max(0, start - 40), start + (text[start] == "&"))):
        start = found.start(1)  # "& Birch" of "Hallam & Birch"
    words = _unglued(text, capital_words(text, start, end))
    openers = OPENERS if label == "person" else _DETERMINERS
    several = label == "person" and len(words) > 1
    within = several and _BEHIND_WORD.search(text, max(0, start - 2), start)  # "guitarist Per Lee"
    openers = _DETERMINERS if within else openers
    while words and words[0].key in openers and words[0].text != "US" and (len(words) > 1 or label == "person"):
        words = words[1:]
    called = label == "person" and len(words) > 2 and words[-2].key == "the" and words[-3].capital
    if called and words[-1].capital and not is_title(words[-3].text):
        return [*(_without_roles(words[:-2]) or words[:-2]), *words[-2:]], label  # "Drummer Ziggy the Axe"
    if any(w.key in _BANDS for w in words[1:-1]):
        label = "organisation" if label == "person" else label
    if label != "person":
        while len(words) > 1 and not words[-1].capital and not words[-1].text[0].isdigit() and words[0].capital:
            words = words[:-1]
        if len(words) > 1 and words[0].key in ROLES and _MIXED.search(words[0].text):  # "YouTuber TideDad"
            words = words[1:]
        for k, word in enumerate(words[1:], 1):  # "Acme boss Ann Lee", taken for a firm
            before = words[k - 1]
            courteous = len(words) == 2 and before.key in _COURTESY and word.key in surnames  # "Ms Lee"
            is_name = given_name_gender(word.text) or courteous
            if (before.key in ROLES and before.text.islower()) or (
                is_name and (before.key in ROLES or is_title(before.text))
            ):
                return words[k:], "person"
        return words, label
    words = _person_words(words)
    # "Dean", tagged a person, is a surname here, and so is "King" behind "Mr." or where the article has Ann King.
    preceding = word_before(text, start)
    is_titled = is_title(preceding)
    named = bool(words) and words[0].key in surnames and preceding.casefold() not in _DETERMINERS
    if len(words) > 1 and words[0].key == "con" and normal(preceding) == "det":  # "Det" and "Con Berg"
        words = words[1:]
    if len(words) == 1 and is_title(words[0].text) and _NAME_BEHIND.match(text, words[0].span.end):
        return [], label  # "Justice" of "Mr Justice Lee"
    lone = words if len(words) == 1 and (is_titled or named or not is_title(words[0].text)) else []
    # "Ally Brooke" behind "singer": a first name, whatever else it means.
    introduced = label == "person" and len(words) == 2 and preceding.islower() and noun_kind(preceding) == "person"
    words = words if introduced else _without_roles(words) or lone
    if words and (len(words) == 1 or (words[0].span in sources and len(words) < 4)):
        words = _without_roles(_widened(words, run, coverage, sources)) or words
    return _first_unglued(text, words), label


def _first_unglued(text: str, words: list[Word]) -> list[Word]:
    """A name without what a lost line end glued to its first name: "Ann Lee" of "UpAnn Lee"; "LeAnn Lee" stays."""
    seam = _GLUED.fullmatch(words[0].text) if len(words) > 1 else None
    if seam is None or not given_name_gender(seam[2]) or given_name_gender(words[0].text) or given_name_gender(seam[1]):
        return words
    if normal(seam[1]) not in FURNITURE:  # "LeAnn", "KellyAnne"
        return words
    at = words[0].span
    return [Word(seam[2], Span(at.end - len(seam[2]), at.end)), *words[1:]]


def _unglued(text: str, words: list[Word]) -> list[Word]:
    """What stands behind two words that lost the space between them: "Paul Lee" of "Ann BergWatch Paul Lee"."""
    for k in range(len(words) - 1, -1, -1):
        seam = _SEAM.match(words[k].text)
        in_marks = seam and text[words[k].span.start - 1 : words[k].span.start] in tuple("“\"‘'(")
        if seam and not in_marks and re.search(rf"\b{seam[1]}\b", text):
            return words[k + 1 :] or words
    return words


def _person_words(words: list[Word]) -> list[Word]:
    """A person's name without what the tagger glued to it: behind a role, before a possessive or a function word."""
    for k in range(len(words) - 2, -1, -1):
        in_marks = k > 0 and words[k].span.start > words[k - 1].span.end + 1  # Ann "Chief" Lee
        is_last = all(word.key in SUFFIXES for word in words[k + 1 :])  # "Ann Pastor Jr."
        if not k or in_marks or is_last:
            continue
        if words[k].key in ROLES or is_title(words[k].text):  # "Acme Dean Ann Lee"
            words = words[k + 1 :]
            break
    out: list[Word] = []
    for word in words:
        if word.key in _SURNAMES and word.capital and len(out) == 1 and given_name_gender(out[0].text):
            out.append(word)
        elif out and word.key in FUNCTION_WORDS and word.key not in PARTICLES and not given_name_gender(word.text):
            if len(word.key) > 1 and word.key not in ("may",):
                break
            out.append(word)
        elif (
            word.capital
            or word.caseless
            or (out and _NUMBER.fullmatch(word.text) is not None)
            or word.key in PARTICLES
            or word.key in SUFFIXES
        ):
            out.append(word)
        if POSSESSIVE.search(word.text):
            break
    return out


def _widened(words: list[Word], run: Sequence[Word], coverage: Coverage, sources: Coverage) -> list[Word]:
    """The name with the first names before it, or the surname behind a lone first name, that stand beside it."""
    spans = {w.span for w in words}
    around = [w for w in run if w.span in spans or w.span not in coverage]
    first = next((k for k, w in enumerate(around) if w.span in spans), None)
    if first is None:
        return words
    left, right = around[max(0, first - 2) : first], around[first + len(words) : first + len(words) + 2]
    if any(is_title(w.text) or w.key in ROLES or w.key in OPENERS for w in left[-1:]):
        left = []
    whole = len(words) > 1 and given_name_gender(words[0].text)  # "State" of "Secretary of State Ann Lee" is no name
    lone = not whole and (len(words) == 1 or first == 1)  # nothing but the one word stands before the name
    while left and not (given_name_gender(left[0].text) or (lone and len(left) == 1 and left[0].span in sources)):
        left = left[1:]
    if left and left[-1].span.end + 3 < words[0].span.start:
        left = []
    stop = next((k for k, w in enumerate(right) if w.key in FUNCTION_WORDS), len(right))
    right = right[:stop] if len(words) == 1 and given_name_gender(words[0].text) else []
    return [*left, *words, *right]


def _is_glued(words: Sequence[Word]) -> bool:
    """Does what somebody is stand before the name: "Backbencher Ann Lee", "Italian-born Lee"?"""
    if compound := _COMPOUND.fullmatch(words[0].text):  # but "Hyun-woo Lee"
        return compound[1] == "born" or compound[1].endswith("ed") or noun_kind(compound[1]) == "person"
    if words[0].key in DEMONYMS and len(words) > 2:  # "American Ann Lee"
        return True
    if words[0].key.startswith("ex-") and given_name_gender(words[1].text):  # "ex-Beatle Ann Lee"
        return True
    if len(words) > 2 and _SCHOLAR.fullmatch(words[0].text):
        return True  # "Ecologist Ann Lee", whatever her first name
    first, second = words[0].text, words[1].text
    named = len(words) > 2 and given_name_gender(second) and not given_name_gender(first)
    return bool(named and noun_kind(singular(words[0].key)) == "person")


def _mention(text: str, words: Sequence[Word], label: Label) -> Mention | None:
    if not words:
        return None
    start, end = words[0].span.start, words[-1].span.end
    name = text[start:end]
    possessive = POSSESSIVE.search(name)
    if possessive:
        end = start + possessive.start()
        name = text[start:end]
    elif (mark := _MARK.match(text, end)) and (label == "organisation" or not mark["rare"]):
        end, name = mark.end(), text[start : mark.end()]
    number = _NUMBERED.search(text, max(0, start - _FORE), start) if len(words) == 1 else None
    if number and label in ("person", "organisation") and text.count(name) == text.count(number[1] + name) > 1:
        start, name = number.start(1), number[1] + name  # "50 Cent", who never is without it
    if found := _COLLECTIVES.match(text, end):  # "Harbour police"
        end, name, label = found.end(), text[start : found.end()], "organisation"
    is_owner = possessive is not None or text[end : end + 2] in ("'s", "’s")
    preceding = word_before(text, start)
    title = normal(preceding) if is_title(preceding) else ""
    the = preceding.lower() == "the"
    lone = len(words) == 1 or words[0].key in _QUARTERS
    if the and lone and (is_native(words[-1].key, label == _BODY) or words[-1].key in _OFFICERS):
        return None  # "the Dutchman", "the MEP"
    if is_no_name(text, words, label) or not any(map(str.isalpha, name)) or (label != "person" and is_office(words)):
        return None
    if the and label == "person" and (found := _NEXT.match(text, end)):  # "the Ann Lee campaign"
        noun = singular(normal(found[1]))
        the = noun not in ORGANISATION_NOUNS and noun not in DOCUMENT_NOUNS
    return Mention(Span(start, end), name, label, title, the, is_owner)
