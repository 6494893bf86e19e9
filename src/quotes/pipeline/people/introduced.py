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
from quotes.pipeline.people.broken import Tagged
from quotes.pipeline.people.lexicon import (
    COLLECTIVES,
    DEMONYMS,
    FUNCTION_WORDS,
    KIN,
    NEWS_WORDS,
    ROLES,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names import given_name_gender, is_title, normal

_FIRST: Final = re.compile(r"(?<![\w’'.-])([A-Z][\w’'-]{1,20})[^\S\n](?:[A-Z]\.[^\S\n])?$")
_REACH: Final = 30  # characters before a surname
_OPENS: Final = re.compile(r"(?:^|[.!?:;\"“”‘’'(\[•–—-]|\n)\s*$")
_SEAM: Final = re.compile(r"[\w’'-]*?[a-z0-9](?=[A-Z][a-z]{2})")
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
        start = found[i].start
        if out and out[-1][0].end > start:  # "UN Ann", of which "Ann" belongs to what follows
            before, kind = out.pop()
            left = before.cut(text)[: start - before.start].rstrip()
            if left:
                out.append((Span(before.start, before.start + len(left)), kind))
        out.append((Span(start, span.end), "person"))
    return out


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
    if before.end > first.start and (before.end > first.end or " " not in before.cut(text)):
        return None  # a name of its own
    if _TIMES.fullmatch(key) and _WHEN.search(text[max(0, first.start - 12) : first.start]):
        return None  # "by May Berg had left"
    if given_name_gender(word):
        return first
    is_word = key in common or key in _NO_FIRST or is_title(word) or noun_kind(singular(key)) or _TIMES.fullmatch(key)
    opens = _OPENS.search(text[max(0, first.start - 3) : first.start])
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    is_new = is_new and text[max(at, end - 4) : end].rstrip().endswith(_FINAL)
    return first if is_new and not (is_word or opens or word.isupper() or before.end > first.start) else None


def unglued(text: str, span: Span, known: Set[str], common: Set[str]) -> Span:
    """A name without what a lost line end glued to its head: "Ann Lee" of "GuideAnn Lee", "Lee" of "1972Lee".

    Only where a number or a word that the article has in lower case (`common`) is glued, once in the text, and the
    rest, or its last word behind a first name, stands elsewhere (`known_names`): "MacLee" and "MaryAnn Lee" stay whole.
    """
    seam = _SEAM.match(text, span.start, span.end)
    if seam is None:
        return span
    head, glued = normal(seam[0]), span.cut(text).split()[0]
    is_word = head.isdigit() or head in common or head in FUNCTION_WORDS or head.endswith("ing")
    if not is_word or given_name_gender(seam[0]) or text.count(glued) > 1:
        return span
    rest = Span(seam.end(), span.end)
    words = rest.cut(text).split()
    return rest if rest.cut(text) in known or (len(words) > 1 and words[-1] in known) else span


def known_names(text: str, tagged: Sequence[Tagged]) -> frozenset[str]:
    """Names of the tagger, and their last words."""
    words = {span.cut(text) for span, _ in tagged}
    return frozenset(words | {word.split()[-1] for word in words if word.strip()})
