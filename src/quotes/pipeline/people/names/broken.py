"""Names that the tagger broke, put together again: "Ann M." and "Lee", "Hallam" and "Birch", "Denver" and "Zoo".

What is joined stands side by side with a space, an "&", or a link such as "of the" between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import (
    COMPANY_ENDINGS,
    FUNCTION_WORDS,
    LEGAL_FORMS,
    ORGANISATION_NOUNS,
    ROLES,
    noun_kind,
)
from quotes.pipeline.people.names.parts import LETTERS, PARTICLES, given_name_gender, is_title, normal
from quotes.pipeline.people.names.runs import Coverage, nicknamed, word_before
from quotes.pipeline.people.names.tags import Label, Tagged, covered, overlapping
from quotes.pipeline.people.wordlists import word_set

_AMPERSAND: Final = re.compile(r"[^\S\n]?&(?:amp;)?[^\S\n]?|(?<=&amp);[^\S\n]?")
_SECOND: Final = re.compile(
    r"[^\S\n]&(?:amp;)?[^\S\n](?:[A-Z][\w’'-]*[^\S\n]){0,3}(?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP|Sons|Company|Group)\b\.?"
)
"""What stands behind a firm's name of two words or more that an "&" parts."""
_OF_PLACE: Final = re.compile(r"['’]s[^\S\n]of[^\S\n][A-Z][\w’'-]*")
"""An ending that belongs to the name: "Hallam's of Altmere"."""
_FIRM: Final = re.compile(
    r",?[^\S\n](?:Inc|Corp|Co|Ltd|Limited|LLC|LLP|Plc|PLC|Associates|Partners|Company|Group|Solicitors|Architects|"
    r"Productions|Holdings)\b"
)
_INITIAL: Final = re.compile(r"(?<=[\s.])[A-Z]\.$")
_INITIALLED: Final = re.compile(r"[A-Z]\.[^\S\n][A-Z][a-z]")
_INITIALS: Final = re.compile(r"(?!US|UK|EU|UN|PM|MP|TV|DJ|MC)[A-Z]{2}(?:[^\S\n](?:de|van|von|der))?")
_SPACE: Final = re.compile(r"[ \u00a0]")
_THE_END: Final = " the"
_THE: Final = re.compile(r"[ \u00a0]the[ \u00a0]")
_LINK: Final = re.compile(
    r"[ \u00a0](?:of|for|on|against)[ \u00a0](?:the[ \u00a0])?(?:[A-Z][a-z]{3,20}[ \u00a0]){0,2}|[ \u00a0]"
)
_HEAD: Final = re.compile(r"([^\W\d_]+)$")
_EXPLAINED: Final = re.compile(r"[^\S\n]?\(([A-Z]{3,7})s?\)")
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_SMALL: Final = frozenset(("of", "for", "the", "and", "on", "in", "to", "de"))
_KINDS: Final = word_set("high primary secondary grammar junior infant school hospital college church")
_SAINT: Final = re.compile(r"\b(?:St|Saint)\.?[^\S\n][A-Z][\w-]+['’]s?[^\S\n]$")
_COMPANY: Final = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{0,30}+[^\S\n](?:(?:and|&)[^\S\n])?){1,6}(?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP)\b\.?)"
)
_LEGAL_FORM: Final = re.compile(r"[^\S\n](?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP)\b")
"""What ends it, found sooner."""
_OWN_OFFICE: Final = re.compile(r"['’]s?[^\S\n]")
_GOES_ON: Final = re.compile(r"\w|[^\S\n][A-Z]")
_FOLLOWER: Final = re.compile(r"[^\S\n][A-Z][a-z]+\b")
_TITLE_GOES_ON: Final = re.compile(
    r"(?:(?<=[^\S\n](?:Of|To|In|My|At))|(?<=[^\S\n](?:The|And|For))|[^\S\n](?:Of|The|To|In|And|For|From|With|Against|Into|My|Your))"
    r"(?:[^\S\n](?:Of|The|To|In|And|For|From|With|Against|Into|My|Your)){0,2}(?:[^\S\n][A-Z][\w’-]*\w){1,4}"
)
_LOWER_GOES_ON: Final = re.compile(r"[^\S\n](?:of|against)[^\S\n](?:the[^\S\n])?[A-Z][\w’-]*\w")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_AROUND: Final = 120  # characters of a line around a name
_LOOKED_AT: Final = 100  # names of an article that may go on
_OFTEN: Final = 3  # times that a name has the same word behind it
_LIKE: Final = 4  # whole names that begin with one word
_LONGEST: Final = 4  # words of a person's name put together


def put_together(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names in text order, with those joined that are parts of one."""
    names = _as_elsewhere(text, _at_seams(text, covered(sorted(tagged), _nicknamed(text, tagged))))
    names = covered(names, _going_on(text, names))
    names = _with_surnames(text, names)
    names = _with_partners(text, names)
    names = covered(names, _companies(text, names))
    names = _with_bodies(text, names)
    return covered(names, _explained(text, names))


def _nicknamed(text: str, tagged: Sequence[Tagged]) -> dict[Span, Label]:
    """Names with a nickname in marks, of which the tagger sees a part: 'Ann J. "Annie" Lee'."""
    persons = Coverage(span for span, label in tagged if label == "person")
    return {span: "person" for span in nicknamed(text) if span in persons}


def _at_seams(text: str, tagged: list[Tagged]) -> list[Tagged]:
    """Names side by side made one, of whose seam the tagger has made another elsewhere: "Il Tide" and "Daily".

    It has "Tide Daily" there.
    """
    known = {span.cut(text) for span, label in tagged}
    out: list[Tagged] = []
    for span, label in tagged:
        if out and out[-1][0].end + 1 == span.start and " " in (before := out[-1][0].cut(text)):
            seam = text[out[-1][0].start + before.rindex(" ") + 1 : span.end]
            if text[span.start - 1] == " " and seam in known and out[-1][1] == "organisation":
                out[-1] = (Span(out[-1][0].start, span.end), "organisation")
                continue
        out.append((span, label))
    return out


def _as_elsewhere(text: str, tagged: list[Tagged]) -> list[Tagged]:
    """Names of which the tagger saw a part, where it has the whole name elsewhere: "Cold" of "Cold Brine"."""
    whole: dict[str, list[Tagged]] = {}
    for span, label in tagged:
        words = span.cut(text).split(" ")
        if 1 < len(words) <= _LONGEST and all(word[:1].isupper() and word.isalnum() for word in words):
            known = whole.setdefault(words[0], [])
            if len(known) < _LIKE and not any(text[s.start : s.end] == span.cut(text) for s, _ in known):
                known.append((span, label))
    for span, label in _always_followed(text, tagged):
        whole.setdefault(span.cut(text).split(" ")[0], []).append((span, label))
    out: list[Tagged] = []
    for i, (span, label) in enumerate(tagged):
        if out and span.start < out[-1][0].end:
            continue
        for one, kind in whole.get(span.cut(text), ()):
            found = Span(span.start, span.start + len(one))
            cut = next((s for s, _ in tagged[i + 1 : i + 1 + _LONGEST] if s.start < found.end < s.end), None)
            if found.cut(text) == one.cut(text) and cut is None and not _GOES_ON.match(text, found.end):
                span, label = found, kind
                break
        out.append((span, label))
    return out


def _always_followed(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """Names of two words, of which the tagger sees but the first, everywhere: one each."""
    followers: dict[str, list[Tagged]] = {}
    for span, label in tagged:
        word = span.cut(text)
        if word.isalpha() and word.istitle() and label == "organisation" and not is_title(word):
            behind = _FOLLOWER.match(text, span.end)
            followers.setdefault(word, []).append((Span(span.start, behind.end() if behind else span.end), label))
    return [
        found[0]
        for word, found in followers.items()
        if len(found) >= _OFTEN
        and {span.cut(text) for span, _ in found} == {found[0][0].cut(text)}
        and len(found[0][0]) > len(word)
    ]


def _going_on(text: str, tagged: Sequence[Tagged]) -> dict[Span, Label]:
    """Names of which the tagger sees the words before a small one: "House" of "House Of Slow Tides", "Wolf of Fire".

    The article never has them without the rest; and the small word has a capital, or they stand there twice.
    """
    places: dict[str, list[Tagged]] = {}
    for span, label in tagged:
        if label in ("organisation", "work"):
            places.setdefault(span.cut(text), []).append((span, label))
    found: dict[Span, Label] = {}
    for name, own in list(places.items())[:_LOOKED_AT]:
        behind = _TITLE_GOES_ON.match(text, own[0][0].end)
        lower = None if behind or len(own) < 2 else _LOWER_GOES_ON
        behind = lower.match(text, own[0][0].end) if lower else behind
        if not behind or is_title(name) or any(_is_headline(text, span) for span, _ in own):
            continue
        if text.count(name) == text.count(name + behind[0]):
            found |= {Span(span.start, span.end + len(behind[0])): "organisation" for span, _ in own}
    return found


def _is_headline(text: str, span: Span) -> bool:
    """Have most long words around a name capitals, in its line?"""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end, span.end + _AROUND)
    words = _LONG_WORD.findall(text, start, end if end >= 0 else span.end + _AROUND)
    return bool(sum(word[0].isupper() for word in words) > 0.6 * len(words))


def _with_surnames(text: str, tagged: list[Tagged]) -> list[Tagged]:
    """Names that the tagger broke behind the first names put together: "Ann M." and "Lee", "Ann" and "Lee".

    First names end in an initial, or are one known first name, or one word that stands nowhere else by itself; and two
    names of persons side by side are one ("Aung San" and "Suu Kyi").
    """
    alone = Counter(span.cut(text) for span, _ in tagged)
    beside = Counter(
        (one.cut(text), other.cut(text))
        for (one, _), (other, _) in pairwise(tagged)
        if _SPACE.fullmatch(text, one.end, other.start)
    )
    people = {span.cut(text) for span, label in tagged if label == "person"}
    out: list[Tagged] = []
    for span, label in tagged:
        if out and out[-1][1] == "person" and _is_called(text, out[-1][0], span, label):
            out[-1] = (Span(out[-1][0].start, span.end), "person")
            continue
        if out and _SPACE.fullmatch(text, out[-1][0].end, span.start):
            before, kind = out[-1]
            mistaken = (kind == "organisation" and label == "person") or (kind != "place" and label == "place")
            if mistaken and before.cut(text) in people and span.cut(text) in people and _is_bare(before.cut(text)):
                out[-1] = (Span(before.start, span.end), "person")  # each is tagged a person elsewhere
                continue
            if label in ("person", "organisation", "") and _is_one_person(
                text, before, kind, span, label, alone, beside
            ):
                out[-1] = (Span(before.start, span.end), "person")
                continue
        out.append((span, label))
    return out


def _is_called(text: str, before: Span, span: Span, label: Label) -> bool:
    """Is a person called by a word behind "the": "Ziggy the Singer", "bassist Ziggy the Axe"?"""
    word = span.cut(text)
    known = label == "person" and normal(word) in ROLES
    known = known or noun_kind(normal(word_before(text, before.start))) == "person"
    start = before.end - len(_THE_END) if before.cut(text).endswith(_THE_END) else before.end
    known = known or start < before.end
    return known and _THE.fullmatch(text, start, span.start) is not None and word.istitle() and " " not in word


def _is_bare(word: str) -> bool:
    """Is it one word that is no title or role?"""
    return " " not in word and not is_title(word) and normal(word) not in ROLES and not word.isupper()


def _is_one_person(
    text: str,
    before: Span,
    kind: Label,
    span: Span,
    label: Label,
    alone: Counter[str],
    beside: Counter[tuple[str, str]],
) -> bool:
    """Are a name and the one right behind it one person's?"""
    words, rest = before.cut(text), span.cut(text)
    inseparable = alone[words] == beside[words, rest]
    surname = not given_name_gender(rest.split()[0])
    if label == "person" and surname and _INITIALS.fullmatch(words) and inseparable:  # "FW" and "de Klerk"
        return True
    lone_words = " " not in words and words[-1:].isalpha() and kind == "person"
    lone = " " not in words and " " not in rest and words[-1:].isalpha() and kind != "place"
    lone = lone and not is_title(words) and normal(words) not in ROLES and not words.isupper()
    plain = lone_words and words.istitle() and _is_bare(words) and noun_kind(normal(words)) != "person"
    if plain and _INITIALLED.match(rest):  # "Carlton" and "W. Berg"
        return True
    if lone_words and given_name_gender(words) and " " in rest and rest.split()[-1] in LETTERS:
        return True  # "Guy" and "Berg QC", taken for a firm
    if label != "person":  # "Wendy" and "Day", taken for a firm
        key = normal(rest)
        common = key in ORGANISATION_NOUNS or key in COMPANY_ENDINGS or key in FUNCTION_WORDS or rest.isupper()
        second = kind == "person" and " " in words and inseparable and alone[rest] == beside[words, rest]
        # "Ana Valderra" and "Solís"
        if second and label == "organisation" and rest.istitle() and rest.isalpha() and not common:
            return len(words.split()) == 2 and bool(given_name_gender(words.split()[0]))
        return bool(
            kind == "person"
            and lone
            and (given_name_gender(words) or (inseparable and alone[words] > 1))
            and rest[:1].isupper()
            and not common
        )
    if kind == "person" and _INITIAL.search(words) is not None:
        return True
    always = beside[words, rest] == alone[rest] > 1  # "Osk" and "Bean", behind nothing else
    if lone and (given_name_gender(words) or inseparable or always):
        return True
    if lone_words and alone[words] == alone[rest] == 1 and normal(rest.split()[0]) in PARTICLES:
        return True  # "Wambui" and "wa Lee"
    if lone_words and inseparable and given_name_gender(words) and given_name_gender(rest.split()[0]):
        return True  # "Maria" and "Emma Lee"
    together = len(words.split()) + len(rest.split())
    if " " in rest and not alone[words] == alone[rest] == 1:  # "Ann Lee Tom Berg", in a list or a caption
        return False
    return bool(kind == "person" and " " in words and words[-1:].isalpha() and together <= _LONGEST)


def _with_partners(text: str, tagged: list[Tagged]) -> list[Tagged]:
    """Names that "&" joins, which the tagger may part, as one: "Hallam & Birch"; but "Ann Lee & Tom Berg" are two.

    Unless a word behind them says that they are a firm: "Ann Lee & Tom Berg Associates".
    """
    out: list[Tagged] = []
    for span, label in tagged:
        two = out and label == out[-1][1] == "person" and " " in span.cut(text) and " " in out[-1][0].cut(text)
        two = two and not _FIRM.match(text, span.end)
        if out and not two and _AMPERSAND.fullmatch(text, out[-1][0].end, span.start + (text[span.start] == "&")):
            out[-1] = (Span(out[-1][0].start, max(span.end, out[-1][0].end)), "organisation")
        else:
            out.append((span, label))
    return [_with_second(text, span, label) for span, label in out]


def _is_legal_form(word: str, before: Tagged) -> bool:
    """Is a word the legal form of the firm before it: "Ltd" of "Ann Lee Ltd", but not "AG" of "Texas AG"?"""
    return normal(word) in LEGAL_FORMS and before[1] != "place"


def _with_second(text: str, span: Span, label: Label) -> Tagged:
    """A firm's name with what stands behind an "&" that the tagger stops at: "Hallam Copper & Gold Inc"."""
    behind = _SECOND.match(text, span.end) if label == "organisation" and " " in span.cut(text) else None
    return (Span(span.start, behind.end()), label) if behind else (span, label)


def _with_bodies(text: str, tagged: list[Tagged]) -> list[Tagged]:
    """Parts of an organisation's name put together: "Denver" and "Zoo", "Commission" on "Public Debates"."""
    out: list[Tagged] = []
    for span, label in tagged:
        if label != "person" and (whose := _whose(text, span)):
            out = out[:-1] if out and out[-1][0].end > whose else out
            span, label = Span(whose, span.end), "organisation"
        elif out and out[-1][1] == label == "organisation" and _OWN_OFFICE.fullmatch(text, out[-1][0].end, span.start):
            if normal(span.cut(text)) in ORGANISATION_NOUNS:  # "the Harbour Commissioner's Office"
                out[-1] = (Span(out[-1][0].start, span.end), label)
                continue
        elif out and _SPACE.fullmatch(text, out[-1][0].end, span.start) and _is_legal_form(span.cut(text), out[-1]):
            out[-1] = (Span(out[-1][0].start, span.end), "organisation")  # "Ann Lee" and "Ltd"
            continue
        elif (label == "organisation" or " " not in span.cut(text)) and (place := _OF_PLACE.match(text, span.end)):
            span, label = Span(span.start, place.end()), "organisation"
        elif out and (link := _LINK.fullmatch(text, out[-1][0].end, span.start)):
            before, kind = out[-1]
            head = _HEAD.search(before.cut(text))
            is_body = head is not None and head[1][0].isupper() and normal(head[1]) in _BODIES
            words = span.cut(text).split()
            if len(link[0]) > 1:
                joins = is_body and kind == "organisation" and label != "person" and words[0][0].isupper()
            else:
                joins = kind == "place" and label == "organisation" and len(words) <= _LONGEST
                joins = joins and normal(words[-1]) in _BODIES and words[-1][0].isupper()
            if joins:
                out[-1] = (Span(before.start, span.end), "organisation")
                continue
        out.append((span, label))
    return out


def _whose(text: str, span: Span) -> int:
    """Where the saint begins of a school of which the tagger sees the kind: "High School" of "St Ann's High School"."""
    words = span.cut(text).split()
    if not all(normal(word) in _KINDS for word in words):
        return 0
    found = _SAINT.search(text, max(0, span.start - _AROUND), span.start)
    return found.start() if found else 0


_BODIES: Final = (
    ORGANISATION_NOUNS
    | COMPANY_ENDINGS
    | word_set("zoo appeals convention division branch embassy consulate secretariat treasury")
)
"""Nouns that end the part of a body's name before "of" or "for"."""


def _companies(text: str, tagged: Sequence[Tagged]) -> dict[Span, Label]:
    """Names that end as a company's does, of which the tagger saw parts: "Freeport Copper and Gold Inc."."""
    found: dict[Span, Label] = {}
    if not _LEGAL_FORM.search(text):
        return found
    alone = Counter(span.cut(text) for span, _ in tagged)
    starts = [span.start for span, _ in tagged]
    for matched in _COMPANY.finditer(text):
        span = Span(*matched.span(1))
        first, joined, _ = matched[1].partition(" and ")
        two = normal(first.split()[-1]) in LEGAL_FORMS  # "Acme Plc and Berg Corp."
        inside = overlapping(tagged, starts, span) if joined and not two else []
        if len(inside) > 1 and all(span.contains(s) and alone[s.cut(text)] == 1 for s, _ in inside):
            found[span] = "organisation"
    return found


def _explained(text: str, tagged: Sequence[Tagged]) -> dict[Span, Label]:
    """Names whose initials stand behind them in brackets: "People for the Kind Treatment of Animals (PKTA)"."""
    starts = [span.start for span, _ in tagged]
    begun = set(starts)
    found: dict[Span, Label] = {}
    for matched in _EXPLAINED.finditer(text):
        begin = max(0, matched.start() - 90)
        line = text.rfind("\n", begin, matched.start()) + 1 or begin
        words = list(_WORD.finditer(text, line, matched.start()))
        letters = list(matched[1])
        at = len(words)
        while at and letters and (words[at - 1][0][0] == letters[-1] or words[at - 1][0] in _SMALL):
            at -= 1
            if words[at][0][0] == letters[-1]:
                letters.pop()
        if letters or at == len(words) or not words[at][0][0].isupper() or words[at].start() not in begun:
            continue
        span = Span(words[at].start(), words[-1].end())
        if len(words) - at > 1 and not any(s.contains(span) for s, _ in overlapping(tagged, starts, span)):
            found[span] = "organisation"
    return found
