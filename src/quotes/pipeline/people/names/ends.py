"""Where a name begins and ends: titles, roles and openers cut off, first names and surnames beside it taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from quotes.model import Span
from quotes.pipeline.entities import end_of_name
from quotes.pipeline.people.lexicon import (
    BUSINESS,
    FIELDS,
    FUNCTION_WORDS,
    NEWS_WORDS,
    OPENERS,
    ORGANISATION_NOUNS,
    ROLES,
    noun_kind,
)
from quotes.pipeline.people.names.forewords import NO_FIRM, TRADES, is_foreword, is_trade
from quotes.pipeline.people.names.introduced import FURNITURE, PREFIXES, stands
from quotes.pipeline.people.names.parts import (
    LETTERS,
    PARTICLES,
    SUFFIXES,
    given_name_gender,
    is_given_name,
    is_title,
    normal,
)
from quotes.pipeline.people.names.runs import POSSESSIVE, Coverage, Word, capital_words, word_before
from quotes.pipeline.people.names.tags import Label
from quotes.pipeline.people.wordlists import word_set

_DETERMINERS: Final = word_set("the a an this that his her their its our my")
_TAIL: Final = word_set("says said told tells and on in the of at for to with by from is was who")
_SAYS: Final = word_set("say says warn warns finds suggests reveals claims")
"""Cues that a headline has with a capital: "Officials Say"."""
_BANDS: Final = word_set("the of for against with")
"""Words in the midst of a name that no person's name has."""
_COURTESY: Final = word_set("mr mrs ms miss mx")
_IN: Final = ("in", "at", "near")
_AT: Final = ("the", "with", "in", "at", "on", "to")
_DIRECTOR_OF: Final = re.compile(
    r"\b(?:[Dd]irector|[Mm]inister|[Ss]ecretary|[Hh]ead|[Cc]hief|[Pp]rofessor|[Cc]ommissioner|[Cc]hair|[Dd]ean|[Pp]resident)"
    r"[^\S\n](?:of|for)[^\S\n]$"
)
"""An office whose field is read into the name behind it: "Director of Immigration Ann Lee"."""
_OFFICE: Final = 20  # characters before a name in which an office stands that governs a word of it
_GOVERNS: Final = ("of", "in", "for")
_SURNAMES: Final = word_set("read rather more still")
"""Function words that behind a first name are a surname: "Mike Read"."""
_PARTNER: Final = re.compile(r"\b([A-Z][\w’'-]*)[^\S\n]&(?:amp;)?[^\S\n]?$")
_BEHIND_WORD: Final = re.compile(r"[\w,][^\S\n]$")
_SEAM: Final = re.compile(r"([A-Z][a-z]{3,})(?=[A-Z][a-z]{2,}$)")
_GLUED_END: Final = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]+)")
_WRITERS: Final = word_set("as like by and or that for with seems author novelist writer poet")
"""Words before an initial of the name, which is then nobody's position: "as F Ann Lee wrote"."""
_POSITIONS: Final = frozenset("G F C QB RB WR TE LB CB OL DL SS OF RHP LHP DH RF CF LF".split())
"""What a player is for short, before the name."""
_OPENINGS: Final = word_set("they the this that many it he she we but and after when what there if its his her these")
_GLUED: Final = re.compile(r"([A-Z]?[a-z]+|[A-Z]{4,})([A-Z][a-z]{2,})")
_UP: Final = ("up", "by", "with", "from")
_SHOUTED: Final = 3  # letters of capitals that may be a name's own
_INITIALS: Final = re.compile(r"(?<![\w.])((?:[A-Z]\.[^\S\n]?){1,2})$")
_UNIONS: Final = word_set("un us uk eu au dc la ny")
"""Letters with dots before a name that are nobody's: "the U.N. Ann Lee"."""
_NAME_BEHIND: Final = re.compile(r"[^\S\n][A-Z][a-z]")
_NUMBER: Final = re.compile(r"(?!(?:19|20)\d\d)\d{3,4}|\d")
"""What may end the name of somebody: "Andre 3000", but no year."""
_ENDS: Final = tuple('.!?:"“‘(–—-')
_DASHES: Final = (" - ", " – ", " — ", " -- ")
_MIXED: Final = re.compile(r"[a-z][A-Z]")


def mended(
    text: str,
    span: Span,
    label: Label,
    run: Sequence[Word],
    coverage: Coverage,
    sources: Coverage,
    surnames: Set[str],
) -> tuple[list[Word], Label]:
    """The words of a tagged name with its ends put right, and its label; no words where it names nobody.

    `run` are the capitals around it, `coverage` the places of all tagged names and `sources` of all sources, `surnames`
    the last words of full names, in normal form.
    """
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
    words = _end_unglued(text, _unglued(text, capital_words(text, start, end)))
    words = without_cue(words)
    openers = OPENERS if label == "person" else _DETERMINERS
    several = label == "person" and len(words) > 1
    within = several and _BEHIND_WORD.search(text, max(0, start - 2), start)  # "guitarist Per Lee"
    openers = _DETERMINERS if within else openers
    while words and words[0].key in openers and words[0].text != "US" and (len(words) > 1 or label == "person"):
        words = words[1:]
    called = label == "person" and len(words) > 2 and words[-2].key == "the" and words[-3].capital
    if called and words[-1].capital and not is_title(words[-3].text):
        return [*(without_roles(words[:-2]) or words[:-2]), *words[-2:]], label  # "Drummer Ziggy the Axe"
    if any(w.key in _BANDS for w in words[1:-1]):
        label = "organisation" if label == "person" else label
    if owned := _owned(text, words, surnames):
        return owned, "person"
    if label != "person":
        while len(words) > 1 and not words[-1].capital and not words[-1].text[0].isdigit() and words[0].capital:
            words = words[:-1]
        if len(words) > 1 and words[0].key in ROLES and _MIXED.search(words[0].text):  # "YouTuber TideDad"
            words = words[1:]
        is_plain = len(words) == 2 and is_trade(words[0].key) and words[1].capital and words[1].key not in NO_FIRM
        if is_plain or (len(words) > 1 and words[0].key in TRADES and _stands_alone(text, words)):
            words = words[1:]  # "Start-up Tidely says"
        if (
            len(words) == 3
            and is_given_name(words[1].text)
            and _DIRECTOR_OF.search(text, max(0, start - _OFFICE), start)
        ):
            return words[1:], "person"  # "Director of Immigration Ann Lee", taken for a firm
        if (speaker := _run_on(text, words, surnames)) is not None:
            return speaker, "person"
        for k, word in enumerate(words[1:], 1):  # "Acme boss Ann Lee", taken for a firm
            before = words[k - 1]
            courteous = len(words) == 2 and before.key in _COURTESY and word.key in surnames  # "Ms Lee"
            is_name = given_name_gender(word.text) or courteous
            if (before.key in ROLES and before.text.islower()) or (
                is_name and (before.key in ROLES or is_title(before.text))
            ):
                return words[k:], "person"
        return words, label
    words = _person_words(_before_dash(text, words))
    if len(words) > 2 and [word.key for word in words[:2]] == ["tan", "sri"]:  # a title of Malaysia
        words = words[2:]
    if len(words) > 2 and words[0].key == "pro" and words[1].key in ("tempore", "tem"):
        words = words[2:]
    preceding = word_before(text, start)
    plays = bool(words) and words[0].text in _POSITIONS and normal(preceding) not in _WRITERS
    if plays and len(words) > 2 and len(words[1].text) > 2:  # "Rookie G Ann Lee"
        words = words[1:]
    # "Dean", tagged a person, is a surname here, and so is "King" behind "Mr." or where the article has Ann King.
    is_titled = is_title(preceding)
    named = bool(words) and words[0].key in surnames and preceding.casefold() not in _DETERMINERS
    somewhere = len(words) == 2 and preceding in _IN and not is_given_name(words[0].text)
    once = somewhere and text.count(words[0].text) == 1 < text.count(words[1].text)
    if once and words[1].key in surnames:  # "speaking in Oxbay Lee admitted"
        words = words[1:]
    if preceding in _GOVERNS and len(words) > 2 and _is_field(words[0].key) and is_given_name(words[1].text):
        words = words[1:]  # "Chief of Police Ann Lee"
    if len(words) > 1 and words[0].key == "con" and normal(preceding) == "det":  # "Det" and "Con Berg"
        words = words[1:]
    if len(words) == 1 and is_title(words[0].text) and _NAME_BEHIND.match(text, words[0].span.end):
        return [], label  # "Justice" of "Mr Justice Lee"
    lone = words if len(words) == 1 and (is_titled or named or not is_title(words[0].text)) else []
    # "Ally Brooke" behind "singer": a first name, whatever else it means.
    introduced = label == "person" and len(words) == 2 and preceding.islower() and noun_kind(preceding) == "person"
    words = words if introduced else without_roles(words) or lone
    if words and (first := _before_initial(text, words, run, coverage)):
        words = [first, *words]
    if words and (len(words) == 1 or (words[0].span in sources and len(words) < 4)):
        words = without_roles(_widened(words, run, coverage, sources)) or words
    return _first_unglued(text, words), label


def _before_dash(text: str, words: list[Word]) -> list[Word]:
    """A name without what stands behind a dash between spaces: "Ann Lee - Berg's mother"."""
    is_owner = text.startswith(("'s", "’s"), words[-1].span.end) if words else False
    for k in range(2, len(words)):
        if text[words[k - 1].span.end : words[k].span.start] in _DASHES:
            return words[:k] if is_owner or POSSESSIVE.search(words[-1].text) or len(words) > k + 1 else words
    return words


def _stands_alone(text: str, words: Sequence[Word]) -> bool:
    """Does the article have the rest of a name without its first word: "Start-up Tidely", and "Tidely" later?"""
    rest = text[words[1].span.start : words[-1].span.end]
    return re.search(rf"(?<!{re.escape(words[0].text)} )(?<![\w-]){re.escape(rest)}(?![\w-])", text) is not None


def _run_on(text: str, words: Sequence[Word], surnames: Set[str]) -> list[Word] | None:
    """Who speaks behind a place or an outlet without a comma: "In the Commons Ann Lee", "with the Herald Lee".

    The article has the name by itself as well.
    """
    if len(words) < 2 or words[-1].key not in surnames or word_before(text, words[0].span.start) not in _AT:
        return None
    name = [*words[-2:]]
    whole = text[name[0].span.start : name[1].span.end]
    if len(words) > 2 and is_given_name(name[0].text) and text.count(whole) > 1:
        return name
    return [words[-1]] if words[-2].key in NEWS_WORDS else None


def _end_unglued(text: str, words: list[Word]) -> list[Word]:
    """A name without the first word of a sentence that a lost line end glued to it: "Harbour PressMany"."""
    seam = _GLUED_END.fullmatch(words[-1].text) if words else None
    if seam is None or normal(seam[2]) not in _OPENINGS or text.count(words[-1].text) > 1:
        return words
    at = words[-1].span
    return [*words[:-1], Word(seam[1], Span(at.start, at.start + len(seam[1])))]


def _owned(text: str, words: Sequence[Word], surnames: Set[str]) -> list[Word]:
    """Somebody behind the owner that the tagger takes in: "Hallams’ Head Brewer Ann Lee", "AG Berg' Lee"; or none."""
    for k, word in enumerate(words[:-1]):
        if text.startswith(("s' ", "s’ "), word.span.end - 1):
            rest = list(words[k + 1 :])
            called = next((i for i in range(len(rest) - 1) if given_name_gender(rest[i].text)), None)
            if called is not None and (not called or noun_kind(rest[called - 1].key) == "person"):
                return rest[called:]
            return rest if len(rest) == 1 and rest[0].key in surnames else []
    return []


def without_cue(words: list[Word]) -> list[Word]:
    """A name of a headline without the cue behind it: "Officials Say"."""
    while len(words) > 1 and words[-1].key in _SAYS:
        words = words[:-1]
    return words


def without_roles(words: list[Word]) -> list[Word]:
    """Titles, roles and openers before a name cut off, unless nothing were left; empty where only a role is there."""
    titled = False
    while len(words) > 1 and (is_title(words[0].text) or words[0].key in ROLES or is_foreword(words)):
        if len(words) == 2 and given_name_gender(words[0].text):  # "Dean Lee"
            break
        if words[1].span.start > words[0].span.end + 1 and is_given_name(words[0].text):  # Dean "Chook" Lee
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
    while len(out) > 2 and out[-1].text in LETTERS:
        out.pop()
    return out


def _widened(words: list[Word], run: Sequence[Word], coverage: Coverage, sources: Coverage) -> list[Word]:
    """The name with the first names before it, or the surname behind a lone first name, that stand beside it."""
    spans = {w.span for w in words}
    around = [w for w in run if w.span in spans or w.span not in coverage]
    first = next((k for k, w in enumerate(around) if w.span in spans), None)
    if first is None:
        return words
    left, right = around[max(0, first - 2) : first], around[first + len(words) : first + len(words) + 2]
    if any(is_title(w.text) or w.key in ROLES | OPENERS | TRADES or w.text[0].isdigit() for w in left[-1:]):
        left = []  # "The 25-year-old Lee"
    whole = len(words) > 1 and is_given_name(words[0].text)  # "State" of "Secretary of State Ann Lee" is no name
    lone = not whole and (len(words) == 1 or first == 1)  # nothing but the one word stands before the name
    while left and not (given_name_gender(left[0].text) or (lone and len(left) == 1 and left[0].span in sources)):
        left = left[1:]
    if left and left[-1].span.end + 3 < words[0].span.start:
        left = []
    stop = next((k for k, w in enumerate(right) if w.key in FUNCTION_WORDS), len(right))
    right = right[:stop] if len(words) == 1 and given_name_gender(words[0].text) else []
    return [*left, *words, *right]


def _before_initial(text: str, words: Sequence[Word], run: Sequence[Word], coverage: Coverage) -> Word | None:
    """The first name before an initial: "Osk" of "Judge Osk W. Lee", of which the tagger has "W. Lee"."""
    if len(words) < 2 or not (len(words[0].text) == 2 and words[0].text.endswith(".")):
        return None
    at = next((k for k, word in enumerate(run) if word.span == words[0].span), 0)
    first = run[at - 1] if at else None
    if first is None or first.span in coverage or first.text in LETTERS or not first.text[1:].islower():
        return None
    if is_given_name(first.text):
        return first
    if first.span.start < 2 or text[first.span.start - 1] != " " or text[first.span.start - 2] in _ENDS:
        return None  # "Meet J. B. Lee"
    initials = words[1].text.endswith(".") and len(words[1].text) == 2
    if initials or noun_kind(first.key) == "person" or is_foreword([first, *words]):
        return None  # "the shortstop J. P. Lee"
    return None if is_title(first.text) or first.key in ROLES | OPENERS | NEWS_WORDS | FUNCTION_WORDS else first


def _first_unglued(text: str, words: list[Word]) -> list[Word]:
    """A name without what a lost line end glued before it: "Ann Lee" of "UpAnn Lee"; "LeAnn Lee" stays."""
    for k in range(len(words) - 1, -1, -1):
        seam = _GLUED.fullmatch(words[k].text)
        if seam is None or (k == 0 and len(words) < 2) or given_name_gender(words[k].text):
            continue
        at, head = words[k].span, normal(seam[1])
        rest = [Word(seam[2], Span(at.end - len(seam[2]), at.end)), *words[k + 1 :]]
        called, shouted = bool(given_name_gender(seam[2])), seam[1].isupper() and len(seam[1]) > _SHOUTED
        is_page = head in FURNITURE and (called if k == 0 else head not in _UP)  # but "LeAnn", "KellyAnne"
        is_byline = shouted and len(rest) > 1 and (called or stands(text, Span(rest[0].span.start, rest[-1].span.end)))
        two = (
            k > 0 and called and len(rest) > 1 and head not in PREFIXES and len(head) > 2 and not is_given_name(seam[1])
        )
        if is_page or is_byline or (two and is_given_name(words[0].text)):
            return rest
    return words


def _unglued(text: str, words: list[Word]) -> list[Word]:
    """What stands behind two words that lost the space between them: "Paul Lee" of "Ann BergWatch Paul Lee"."""
    for k in range(len(words) - 1, -1, -1):
        seam = _SEAM.match(words[k].text)
        in_marks = seam and text[words[k].span.start - 1 : words[k].span.start] in tuple("“\"‘'(")
        if seam and not in_marks and re.search(rf"\b{seam[1]}\b", text):
            return words[k + 1 :] or words
    return words


def _is_field(key: str) -> bool:
    """Is it what somebody is the chief or the professor of, a body or a field: "Police", "Law"?"""
    return key == "charge" or key in FIELDS | BUSINESS or key in ORGANISATION_NOUNS
