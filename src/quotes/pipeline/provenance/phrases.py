"""Noun phrases behind "told", "in an interview with", "according to": the name, title or audience that they give.

A phrase is read left to right: an article, words in lower case ("radio host"), a run of capitalised words, and what
hangs on it ("'s Morning Tide programme", " supporters"). The tagger's names decide where they cover the run and give
the article's fullest form; where they cut a piece out of it ("Metal" of "Metal Hammer") the run as written is better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.model import ToldToKind
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, NEWS_WORDS, ORGANISATION_NOUNS, ROLES, noun_kind, singular
from quotes.pipeline.people.names import TITLES, clean, given_name_gender, normal
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.narration import BLOT, Named, Names, Narration, is_outlet, is_platform

_CAPITAL: Final = r"(?:(?:[A-Z]\.){2,}|[A-Z0-9À-Þ](?:[\w&-]|/(?=\w)|['’](?!s\b|\W)|\.(?=[a-z]{2,3}\b))*!?)"
_RUN: Final = re.compile(rf"{_CAPITAL}(?:(?:\s(?:of|of the|for|&|'n'|\+)\s|[ \xa0]{{1,2}}){_CAPITAL}){{0,8}}")
_SUNDAY_PAPER: Final = re.compile(r"(?<=Mail|.Sun|Star|imes|Post|dent) on Sunday\b")
_BROKEN: Final = re.compile(r"[\x00().,;:?\"“”\n]")
_DAYS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
_PRONOUNS: Final = word_set("i he she we they it you this that these those there what who when if")
_LEAD: Final = re.compile(
    r"\s*(?:(?P<article>a few|a number of|the|a|an|his|her|their|its|our|my|all|many|several|some|every|other|fellow|both)\s+)?",
    re.IGNORECASE,
)
_LOWER: Final = re.compile(r"([a-z0-9][\w’'-]*)(?=\W|$)")
_POSSESSED: Final = re.compile(r"['’]s?\s+(?P<mark>[\"“‘']\s?)?")
_BEHIND: Final = re.compile(r"((?:\s+[a-z][\w-]+){1,3})")
_AGAIN: Final = word_set(
    "paper newspaper magazine outlet publication site website network station broadcaster channel podcast show "
    "programme program platform tabloid"
)
_HIM: Final = re.compile(r"(?:him|her|them)\b(?!\s+[a-z]+(?:er|or|ist|band|ife)\b)")
_OUTLET_NOUNS: Final = word_set(
    "newspaper magazine channel network station agency outlet publication tabloid broadcaster"
)
SHOW_NOUNS: Final = word_set("show programme program podcast radio blog boards website site")
AUDIENCES: Final = word_set(
    "reporters journalists fans audience crowd delegates supporters staff staffers employees students members "
    "voters viewers readers followers lawmakers mps senators investors shareholders colleagues parents police "
    "court jury jurors committee congress parliament conference inquiry hearing seminar meeting rally management "
    "workers teachers officers detectives listeners residents customers clients subscribers players people "
    "teammates courtroom panel public council assembly board world ministers enforcement nation everyone everybody"
)
"""Nouns for those to whom things are said when nobody is named."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom it was told to, in the fullest form of the article; empty for nobody."""

    name: str = ""
    kind: ToldToKind = ""
    own: bool = False
    """Does it mean the article's own publication ("our interview")?"""
    again: bool = False
    """Does it mean one named before ("the newspaper", "her")?"""

    def __bool__(self) -> bool:
        return bool(self.name)

    @property
    def named(self) -> bool:
        """Is it somebody with a name, not an audience or a medium?"""
        return self.kind in ("outlet", "person")


NOBODY: Final = Addressee()


def run_at(narration: Narration, at: int, names: Names) -> tuple[int, Addressee]:
    """The capitalised run that begins at a place of the narration, with what hangs on it: its end and its reading."""
    text, base = narration.text, narration.start
    end = run_end(text, at, base, names)
    if end == at:
        return at, NOBODY
    found = names.overlapping(base + at, base + end)
    if possessed := _POSSESSED.match(text, end):
        return _possessed(narration, at, end, possessed, names)
    behind = _BEHIND.match(text, end)
    head = _head(text[at:end], base + at, base + end, found)
    if behind and head.kind != "person":
        words = behind[1].split()
        further = _RUN.match(text, behind.end() + 1)
        if further and text[behind.end()] == " " and not any(w in FUNCTION_WORDS for w in words):
            if words[-1] in ROLES or words[-1] in _OUTLET_NOUNS:  # "German journalist Ann Lee"
                return run_at(narration, further.start(), names)
        for k in range(len(words), 0, -1):
            last = words[k - 1]
            if any(w in FUNCTION_WORDS for w in words[:k]):
                continue
            written = clean(f"{text[at:end]} {' '.join(words[:k])}")
            if last in _OUTLET_NOUNS:
                return end, head
            if last in SHOW_NOUNS:
                return end, Addressee(written, "outlet")
            if last in ORGANISATION_NOUNS and last not in ("shares", "service") or _is_people(last):
                return end, Addressee(written, "audience")  # "told Green supporters"
    return end, head


def run_end(text: str, at: int, base: int, names: Names) -> int:
    """Where a run of capitalised words ends that begins at `at`; `at` itself where there is none."""
    found = _RUN.match(text, at, min(len(text), at + 160))
    if not found:
        return at
    words = list(re.finditer(r"\S+", found[0]))
    keep = found.end()
    covered = max((n.span.end - base for n in names.overlapping(base + at, base + keep)), default=0)
    for k, word in enumerate(words):
        day = normal(word[0]) in _DAYS
        known = text[at : at + word.end()] in names
        if day and not known and (k or len(words) == 1) and at + word.start() >= covered:  # "told Film Weekly Monday"
            keep = at + words[k - 1].end() if k else at
            break
    if keep == at or (len(words) == 1 and normal(words[0][0]) in _PRONOUNS):
        return at
    longer = [n.span.end - base for n in names.overlapping(base + at, base + keep) if n.span.start <= base + at + 4]
    longer = [stop for stop in longer if not _BROKEN.search(text, keep, stop)]
    longest = min(len(text), max([keep, *longer]))
    return (
        keep if normal((text[keep:longest].split() or ["may"])[-1]) in _DAYS or text[longest - 1].isdigit() else longest
    )


def phrase_at(
    narration: Narration, at: int, names: Names, *, only_named: bool = False, only_audience: bool = False
) -> Addressee:
    """Read the noun phrase that begins at a place of the narration; nobody where it names none that could listen."""
    text = narration.text
    lead = _LEAD.match(text, at)
    assert lead is not None
    if BLOT in lead[0]:
        return NOBODY
    at = lead.end()
    article = lead["article"] or ""
    if at < len(text) and text[at] in "“\"‘'":
        at += 1 if re.match(r"\s?[A-Z0-9]", text[at + 1 : at + 3]) else 0
        at += text[at : at + 1].isspace()
    if not article and (him := _HIM.match(text, at)):
        return NOBODY if only_named else Addressee(him[0], "person", again=True)
    words: list[str] = []
    while len(words) < 7:
        end, named = run_at(narration, at, names)
        if end > at and not text[at].isdigit() and (not words or not _is_people(words[-1])):
            return named
        lower = _LOWER.match(text, at)
        if not lower or normal(lower[1]) in FUNCTION_WORDS:
            break
        if words and re.search(r"\W", text[at - 1 : at].replace(" ", "")):
            break
        words.append(lower[1])
        at = lower.end() + (1 if text[lower.end() : lower.end() + 1] == " " else 0)
        if at == lower.end():
            break
    if article.lower() == "the" and len(words) == 1 and words[0] in _AGAIN:
        return Addressee(words[0], "platform" if words[0] == "platform" else "outlet", again=True)
    return NOBODY if only_named else _common(article, words, names, only_audience)


def _common(article: str, words: list[str], names: Names, only_audience: bool) -> Addressee:
    """An audience without a name: "a packed courtroom", "angry customers", "the judge"."""
    while words and not (_is_people(words[-1]) or _is_one(words[-1], article) or words[-1] in SHOW_NOUNS):
        words = words[:-1]
    if not words or (only_audience and words[-1] not in AUDIENCES):
        return NOBODY
    if words[-1] in _OUTLET_NOUNS | SHOW_NOUNS:
        known = article.lower() in ("the", "his", "her", "their") and len(words) == 1
        return NOBODY if known else Addressee(_with_article(article, words), "outlet")
    if article.lower() == "the" and not _is_people(words[-1]):  # one person or body that the article knows
        name = names.with_role(words[-1]) if words[-1] in ROLES else ""
        return Addressee(name, "person") if name else NOBODY
    return Addressee(_with_article(article, words), "audience")


def _with_article(article: str, words: list[str]) -> str:
    return " ".join(words if article.lower() in ("", "the") else [article, *words])


def _is_people(noun: str) -> bool:
    plural = noun != singular(noun) and noun not in ROLES
    return noun in AUDIENCES or (plural and noun_kind(singular(noun)) == "person")


def _is_one(noun: str, article: str) -> bool:
    return bool(article) and noun_kind(noun) in ("person", "organisation")


def _possessed(narration: Narration, at: int, end: int, mark: re.Match[str], names: Names) -> tuple[int, Addressee]:
    """ "Radio Nine's Morning Tide programme", "the Herald's Tom Berg", "Lee's office"."""
    text, base = narration.text, narration.start
    behind = mark.end()
    stop = run_end(text, behind, base, names)
    owner = names.overlapping(base + at, base + end)
    if stop == behind:
        nouns = re.match(r"(?:[a-z][\w-]*(?:\s+|$|(?=\W))){1,3}", text[behind:])
        words = nouns[0].split() if nouns else []
        after = behind + len(nouns[0]) if nouns else behind
        person = names.overlapping(base + after, base + after + 1)
        if person and person[0].kind == "person" and words and words[-1] in ROLES:
            return after, _of(person[0])
        while words and not (words[-1] in ORGANISATION_NOUNS or _is_people(words[-1])):
            words.pop()
        if not words or any(w in FUNCTION_WORDS for w in words):
            return end, NOBODY
        head = owner[-1].name if owner and owner[-1].kind == "person" else text[at:end]
        return end, Addressee(f"{head}’s {' '.join(words)}", "audience")
    inner = names.overlapping(base + behind, base + stop)
    if inner and inner[-1].kind == "person" and base + stop - inner[-1].span.end <= 1:
        if not re.search(r"\b(?:with|and|of)\s+$", text[behind : inner[-1].span.start - base], re.IGNORECASE):
            whole = base + behind < inner[-1].span.start and given_name_gender(text[behind:stop].split()[0])
            return stop, Addressee(clean(text[behind:stop]), "person") if whole else _of(inner[-1])
    mine = [n for n in owner if n.span.start <= base + at + 4]
    if with_host := re.match(r"\swith(?:\s[A-Z][\w'’-]+){1,3}", text[stop:]):  # "Sunday with Ann Lee"
        stop += with_host.end()
    if noun := re.match(r"\s+(?:show|programme|program|podcast)\b", text[stop:]):
        stop += noun.end()
    place = (not mine or mine[0].kind == "unknown") and not is_outlet(text[at:end])
    start = behind if mark["mark"] or place else at
    return stop, Addressee(clean(text[start:stop]), "outlet")


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _head(run: str, start: int, end: int, found: list[Named]) -> Addressee:
    """What a run of capitals names, by the tagger's names that lie on it."""
    begins = start + (4 if run.startswith("The ") else 0)
    whole = [n for n in found if n.span.start <= begins and end - 1 <= n.span.end <= end + 1]
    if whole:
        return _of(max(whole, key=lambda n: len(n.span)), run)
    first = next((n for n in found if n.span.start <= begins and n.kind in ("organisation", "work")), None)
    more = run[first.span.end - start :].split() if first else []
    ends = bool(more) and more[0][0].isupper() and normal(more[0]) not in NEWS_WORDS
    if first and ends and (" " in first.name or is_outlet(first.name)):  # "told Film Weekly Ann Lee would …"
        return _of(first, run[: first.span.end - start])
    last = found[-1] if found else None
    if last and last.kind == "person" and last.span.end >= end - 1 and _is_introduced(run, last, start):
        return _of(last)
    if normal(run) in AUDIENCES:
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
    return all(normal(w) in TITLES or normal(w) in ROLES for w in words[-1:])


def _of(named: Named, run: str = "") -> Addressee:
    """A name of the article as an addressee, as it is written here where the fullest form is another thing.

    That is a place ("the U.S.") and a longer name that begins with this one: "MTV" is not the "MTV Awards".
    """
    name = named.name
    written = clean(run)
    if written and (
        (named.kind != "person" and name.startswith(f"{written} ") and name.count(" ") > written.count(" ") + 1)
        or named.kind == "unknown"
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
