"""Full names of which the tagger has the surname alone: "Berg" of "Osk Berg", "Ann Lee-Berg" with "UN Ann" cut off.

A news article gives somebody's full name once, where it brings them in. Where the tagger misses the first name there,
every later mention stays a surname.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import (
    COLLECTIVES,
    FUNCTION_WORDS,
    KIN,
    NEWS_WORDS,
    ROLES,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.parts import given_name_gender, is_given_name, is_title, normal
from quotes.pipeline.people.names.runs import Coverage
from quotes.pipeline.people.names.tags import Label, Tagged
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.wordlists import word_set

_FIRST: Final = re.compile(r"(?<![\w’'.-])([A-Z][\w’'-]{1,20})[^\S\n](?:[A-Z]\.[^\S\n])?$")
_LAST: Final = re.compile(
    r"[^\S\n]([A-Z][a-z][\w’-]{1,20})(?=[^\S\n](?:has|have|had|is|was|said|says|will|who|and)\b|,[^\S\n]who\b)"
)
_REACH: Final = 30  # characters before a surname
_OPENS: Final = re.compile(r"(?:^|[.!?:;\"“”‘’'(\[•–—-]|\n)\s*$")
_SEAM: Final = re.compile(r"(?<![\w’'-])[\w’'-]*?(?:[a-z0-9](?=[A-Z])|[A-Z]{3}(?=[A-Z][a-z]))")
_GLUED_FIRST: Final = re.compile(r"(?<![\w’'-])([A-Z]?[a-z]{3,})([A-Z][a-z]{2,})[^\S\n]$")
_WORD: Final = re.compile(r"[\w’'-]+")
_BUTTON: Final = re.compile(r"(?<=[a-z]{3})[A-Z]{3,}$")
"""Capitals glued to the end of a name: "Ann LeeBAND"."""
FURNITURE: Final = word_set(
    "guide image images photo photos credit credits getty loading more video videos read watch listen ticket tickets "
    "list ranked collection pictures picture caption share comment comments subscribe newsletter advertisement gallery "
    "up by with from"
)
"""Words of a page that a lost line end glues to what follows: "GuideAnn Lee"."""
_PARTICLE: Final = re.compile(
    r"[^\S\n](?:van[^\S\n](?:der|den|de)|von[^\S\n]der|van|von|de[^\S\n](?:la|las|los))[^\S\n]"
)
_VAN: Final = re.compile(r"[^\S\n](?:[Vv][ao]n|[Dd]e)$")
_SECOND_PARTICLE: Final = re.compile(r"[^\S\n](?:den|der|de|la|las|los)[^\S\n]")
_SMALL: Final = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|las|los|le|el|al|bin|ibn|bint|ter|ten|zu|zum|und|abu|ben|y|e|"
    r"af|av|ap|op)"
)
_CAPITAL: Final = r"[^\S\n](?:al-)?[A-Z][\w’'-]+"
_MIDDLE: Final = r"(?:[^\S\n](?:[A-Z]\.?|[A-Z][\w’'-]+)){0,2}"
_PARTICLED: Final = rf"{_MIDDLE}(?:[^\S\n]{_SMALL}){{1,3}}(?:{_CAPITAL}|[^\S\n]{_SMALL}){{0,3}}{_CAPITAL}"
_NICKNAMED: Final = (
    r"[^\S\n](?:[“‘\"'][^“”‘’\"\n]{2,24}[”’\"']|\([“\"]?[A-Z][\w ]{1,20}[”\"]?\))"
    rf"(?:{_CAPITAL}){{1,2}}(?:,?[^\S\n][JS]r\.?)?"
)
_WHOLE_NAME: Final = re.compile(
    r"(?:(?:[Tt]he[^\S\n])?(?:[A-Z][\w-]*\.?|[a-z]+)[^\S\n]){0,2}?"
    rf"(?P<name>(?P<first>[A-Z][\w’'-]+)(?:{_PARTICLED}|{_NICKNAMED}))|(?P<alone>{_SMALL}(?:[^\S\n]{_SMALL}){{1,2}}{_CAPITAL})"
)
_PERSON: Final[Label] = "person"
_PARTICLE_ENDS: Final = (" van", " von", " der", " den", " de", " la", " las", " los")
_PARTICLE_BEHIND: Final = re.compile(rf"(?<![\w’'.-])([A-Z][a-z][\w’'-]{{1,20}}){_PARTICLE.pattern}$")
PREFIXES: Final = frozenset(("mac", "fitz", "van", "del", "della", "san"))
"""What a name may begin with before another capital."""
_FINAL: Final = tuple(".!?…:\"”’')]")
_SHORTEST: Final = 3  # letters of a surname
_NO_FIRST: Final = FUNCTION_WORDS | ROLES | KIN | DEMONYMS | NEWS_WORDS | COLLECTIVES
_TIMES: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|"
    r"november|december|may|christmas|easter|thanksgiving|ramadan|spring|summer|autumn|winter"
)
_WHEN: Final = re.compile(
    r"\b(?:by|in|on|since|until|till|after|before|last|next|this|during|of|from|for)[^\S\n]$", re.I
)


def with_first_names(text: str, tagged: Sequence[Tagged], common: Set[str]) -> list[Tagged]:
    """The names (in text order), with the first name taken in that stands before a surname which is always alone.

    A known first name, wherever it stands; another word with a capital where the surname is named first, if the article
    does not have it in lower case (`common`), it opens no sentence, stands in a line that ends as sentences do (in no
    headline) and is no word for what somebody is. Surnames before which two first names stand are left alone.
    """
    whole = {
        normal(span.cut(text).split()[-1]) for span, label in tagged if label == "person" and " " in span.cut(text)
    }
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, (span, _) in enumerate(tagged):
        places[span.cut(text)].append(i)
    found: dict[int, Span] = {}
    for surname, own in places.items():
        lone = surname.replace("-", "").isalpha() and surname[0].isupper() and not surname.isupper()
        is_person = any(tagged[i][1] == "person" for i in own)
        if not lone or not is_person or len(surname) < _SHORTEST or normal(surname) in whole:
            continue
        if ("-" not in surname and given_name_gender(surname)) or is_title(surname) or normal(surname) in ROLES:
            continue
        if last := _last_name(text, tagged, own[0], common):
            found[own[0]] = last
            continue
        firsts = [(i, name) for i in own if (name := _first_name(text, tagged, i, common, is_new=i == own[0]))]
        if len({name.cut(text) for _, name in firsts}) == 1:
            found |= dict(firsts)
    if not found:
        return list(tagged)
    out: list[Tagged] = []
    for i, (span, label) in enumerate(tagged):
        if i not in found:
            out.append((span, label))
            continue
        if found[i].start == span.start:
            out.append((found[i], "person"))
            continue
        start = found[i].start
        if out and out[-1][0].end > start:  # "UN Ann", of which "Ann" belongs to what follows
            before, kind = out.pop()
            left = before.cut(text)[: start - before.start].rstrip()
            if left:
                out.append((Span(before.start, before.start + len(left)), kind))
        out.append((Span(start, span.end), "person"))
    return out


def with_particles(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """The names (in text order), with those put together that a particle parts: "Osk" and "Berg" of "Osk van der Berg".

    The tagger may see no more than the last word.
    """
    out: list[Tagged] = []
    for span, label in tagged:
        if span.cut(text) in ("de", "de la", "de las", "de los", "la"):
            continue
        before, kind = out[-1] if out else (Span(0, 0), "")
        word = before.cut(text)
        known = kind == "person" or bool(given_name_gender(word))
        known = known or (label == "person" and word.istitle() and word.isalpha() and normal(word) not in _NO_FIRST)
        second = (
            known
            and is_given_name(word.split()[0])
            and _VAN.search(word) is not None
            and _SECOND_PARTICLE.fullmatch(text, before.end, span.start)
        )
        if second or (known and _PARTICLE.fullmatch(text, before.end, span.start)):
            out[-1] = (Span(before.start, span.end), "person")
            continue
        is_behind = text.endswith(_PARTICLE_ENDS, 0, max(0, span.start - 1))
        found = _PARTICLE_BEHIND.search(text, max(before.end, span.start - _REACH), span.start) if is_behind else None
        if found and not is_title(found[1]) and normal(found[1]) not in _NO_FIRST:
            span, label = Span(found.start(1), span.end), "person"
        out.append((span, label))
    return out


def with_whole_names(text: str, tagged: Sequence[Tagged], sources: Sequence[Span]) -> list[Tagged]:
    """The names, in text order, with those of sources that are one name from end to end, of which a part was tagged.

    "Ana de la Cruz Osk", "Per bin Osk al-Berg", "Per “The Oak” Berg", and "van der Berg", all particles.
    """
    found = []
    for source in dict.fromkeys(sources):
        name = _WHOLE_NAME.fullmatch(text, source.start, source.end)
        if name is None:
            continue
        if name["alone"]:
            found.append(Span(*name.span("alone")))
            continue
        first = name["first"]
        span = Span(*name.span("name"))
        is_somebody = any(label == _PERSON and tag.overlap(span) for tag, label in tagged)
        is_somebody = is_somebody and normal(first) not in _NO_FIRST and not is_title(first)
        if is_somebody or is_given_name(first):
            found.append(span)
    cover = Coverage(found)
    known = {span for span, _ in tagged}
    new = [(span, _PERSON) for span in found if span not in known]
    return sorted([*((s, x) for s, x in tagged if s not in cover or s in found), *new]) if new else list(tagged)


def _last_name(text: str, tagged: Sequence[Tagged], i: int, common: Set[str]) -> Span | None:
    """A name where it is first given, with the surname right behind it: "Osk" of "Osk Berg has sung".

    It opens its sentence, in a line that ends as sentences do, and what is behind it is no plain word and stands
    nowhere else without it.
    """
    span = tagged[i][0]
    found = _LAST.match(text, span.end) if _OPENS.search(text[max(0, span.start - 3) : span.start]) else None
    if found is None or (i + 1 < len(tagged) and tagged[i + 1][0].start < found.end(1)):
        return None
    if text.count(found[1]) > text.count(span.cut(text) + found[0]):
        return None
    key, end = normal(found[1]), text.find("\n", span.end)
    end = len(text) if end < 0 else end
    is_word = key in common or key in _NO_FIRST or is_title(key) or noun_kind(singular(key)) or _TIMES.fullmatch(key)
    told = text[max(span.end, end - 4) : end].rstrip().endswith(_FINAL)
    return Span(span.start, found.end(1)) if told and not is_word and not found[1].isupper() else None


def _first_name(text: str, tagged: Sequence[Tagged], i: int, common: Set[str], *, is_new: bool) -> Span | None:
    """The first name that stands right before a name."""
    at = tagged[i][0].start
    begin = max(0, at - _REACH)
    found = _FIRST.search(text[begin:at])
    if found is None:
        return None
    first = Span(begin + found.start(1), begin + found.end(1))
    word, key = first.cut(text), normal(first.cut(text))
    before = tagged[i - 1][0] if i else Span(0, 0)
    is_lone = before == first and tagged[i - 1][1] == "organisation" and text.count(word) == 1  # "Osk", for a firm
    if before.end > first.start and not is_lone and (before.end > first.end or " " not in before.cut(text)):
        return None  # a name of its own
    if _TIMES.fullmatch(key) and _WHEN.search(text[max(0, first.start - 12) : first.start]):
        return None  # "by May Berg had left"
    if given_name_gender(word):
        return first
    is_word = key in common or key in _NO_FIRST or is_title(word) or _TIMES.fullmatch(key) is not None
    is_word = is_word or (not is_lone and bool(noun_kind(singular(key))))
    opens = _OPENS.search(text[max(0, first.start - 3) : first.start])
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    is_new = is_new and text[max(at, end - 4) : end].rstrip().endswith(_FINAL)
    owner = text[before.start : first.start]
    taken = before.end > first.start and not (is_lone or owner.endswith(" and ") or " for " in owner)
    return first if is_new and not (is_word or opens or word.isupper() or taken) else None


def unglued(text: str, span: Span, known: Set[str], common: Set[str]) -> Span:
    """A name without what a lost line end glued to it: "Ann Lee" of "GuideAnn Lee", "Lee" of "1972Lee".

    What is glued stands once in the text. Where it is a number or a word that the article has in lower case (`common`),
    the rest, or its last word behind a first name, stands elsewhere (`known_names`): "MacLee" and "MaryAnn Lee" stay
    whole. Other words go where all of the rest stands elsewhere, before the name ("ImagesAnn Lee") or behind it.
    """
    button = _BUTTON.search(text, span.start, span.end) if " " in span.cut(text) else None
    if button and normal(text[span.start : button.start()].split()[-1]) not in PREFIXES:  # "FitzGERALD"
        span = Span(span.start, button.start())
    for seam in _SEAM.finditer(text, span.start, span.end):
        glued = _WORD.search(text, seam.start(), span.end)
        head = normal(seam[0])
        if glued is None or glued.start() > seam.start() or text.count(glued[0]) > 1 or given_name_gender(seam[0]):
            continue
        if normal(glued[0]) in ROLES:  # "YouTuber"
            continue
        front, rest = Span(span.start, seam.end()), Span(seam.end(), span.end)
        words = rest.cut(text).split()
        if len(head) > 2 and head not in PREFIXES and len(words) > 1 and rest.cut(text) in known:
            return rest
        if " " in front.cut(text) and front.cut(text) in known:
            return front  # "Ann LeeBAND"
        shouted = head and glued[0][: len(seam[0])].isupper()  # "BERGAnn Lee"
        called = len(words) == 2 and bool(given_name_gender(words[0])) and (head in FURNITURE or shouted)
        is_word = head.isdigit() or head in common or head in FUNCTION_WORDS or head.endswith("ing") or called
        behind = rest.cut(text) in known or (len(words) > 1 and words[-1] in known)
        if (seam.start() == span.start or called) and is_word and behind:
            return rest
    return span


def stands(text: str, span: Span) -> bool:
    """Do the words of a span stand elsewhere, glued to nothing before them?"""
    words = span.cut(text)
    return text.count(words) > 1 and re.search(rf"(?<![\w]){re.escape(words)}(?!\w)", text) is not None


def with_glued_first(text: str, span: Span) -> Span:
    """A person's name with the first name that a lost line end glued to what is before: "CreditsAnn Ray Lee"."""
    found = _GLUED_FIRST.search(text, max(0, span.start - _REACH), span.start)
    if found is None or not given_name_gender(found[2]) or normal(found[1]) not in FURNITURE:
        return span
    return Span(found.start(2), span.end)


def known_names(text: str, tagged: Sequence[Tagged]) -> frozenset[str]:
    """Names of the tagger, and their last words."""
    words = {span.cut(text) for span, _ in tagged}
    return frozenset(words | {word.split()[-1] for word in words if word.strip()})
