"""Who relays a quotation: "a guard later quoted Lee as saying"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.lexicon import singular
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.cited.media import AGAIN, MEDIA, PLAIN_MEDIA
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import Names, Narration, bare, is_outlet
from quotes.pipeline.provenance.wording.phrases import run_at

WORD_START: Final = re.compile(r"(?<![\w’'.-])[A-Z0-9]")
_QUOTED: Final = re.compile(
    r"(?P<who>[^\x00.;:“”\"]{2,80}?)\s+(?:(?:later|has|had|have|also|then|previously)\s+)*"
    r"(?:quoted|quotes|quoting|cited|cites)\s*$"
)
_SAID: Final = re.compile(r"\s(?:said|says|reported|reports|added|wrote|writes)(?:\s(?:on\s)?\w+day)?,$")
"""Behind whoever says it, quoting another."""
_EDITION: Final = re.compile(r"^.*\b(?:edition|issue)[^\S\n]of[^\S\n]")
_AGAIN: Final = re.compile(
    rf"{AGAIN.pattern}|the\s+(?:(?-i:[a-z])[\w-]*\s+){{1,2}}(?:newspaper|paper|daily|tabloid|magazine)", re.IGNORECASE
)
"""One that is named before, by what kind it is of: "the mass-circulation newspaper"."""
_QUOTED_ENDS: Final = ("quoted", "quotes", "quoting", "cited", "cites")  # of a text where that may be found
_OWNS: Final = re.compile(r"[\w.-]+['’]s?\s+(?:[a-z]+\s+){0,2}(?=[A-Z])")
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_MEDIA_NOUNS: Final = word_set("magazine newspaper news radio television paper website tabloid daily weekly")
_VENUES: Final = word_set("parliament congress senate court exchange house council")
"""Where somebody is quoted, and not in what."""
_APPOSED: Final = re.compile(
    r"[A-Z][^,]{1,40},\s+(?:the|an?)\s(?:[\w’'-]+\s){0,5}(?:agency|newspaper|paper|daily|magazine|broadcaster|network|site|website),?"
)
"""An outlet with what it is behind it."""
_LEAD: Final = re.compile(
    r"^(?:[^,]{0,40},\s+(?!which\b|who\b|whose\b))?(?:and|but|while|when|as|where|that|who)?\s*", re.IGNORECASE
)


_QUOTED_IN: Final = keyed(
    "quoted",
    r"\bquoted\s+(?:(?:by|in|on)\s+(?:the\s+)?(?:(?:inside|front|later|early)\s+(?:pages?|editions?)\s+of\s+(?:the\s+)?)?)"
    r"(?=[^,.;:\x00“”\"]{2,60}?\s(?:(?:as\s+)?(?:saying|telling)\b|\x00))",
)
"""Before whoever quotes somebody: "was quoted in local media as saying"."""
_AS_BY: Final = keyed(
    "reported noted spotted revealed transcribed flagged quoted cited pointed",
    r"\b[Aa]s\s+(?:was\s+)?(?:(?:first|originally|previously|exclusively)\s+)?"
    r"(?P<said>reported|noted|spotted|revealed|transcribed|flagged|quoted|cited|pointed\s+out)\s+by\s+(?:the\s+)?(?=[A-Z])",
)
"""Before whoever had it first: "as first reported by the Herald"."""


def quoted_in(narration: Narration, names: Names) -> str:
    """The outlet that quotes somebody, by name or as "state television"; empty for none."""
    for found in _QUOTED_IN.finditer(narration):
        end, named = run_at(narration, found.end(), names)
        last = singular(named.name.rpartition(" ")[2].casefold())
        here = names.overlapping(narration.start + found.end(), narration.start + end)
        is_place = last in _VENUES or any(one.kind == "unknown" for one in here)
        is_paper = is_outlet(named.name) or last in _MEDIA_NOUNS or (named.kind == "outlet" and not is_place)
        if named.named and (" by " in found[0] or is_paper):  # not "quoted in London"
            return named.name
        media = MEDIA.match(narration.text, found.end())
        if media and media["media"] not in PLAIN_MEDIA:
            return media["media"]
    return ""


def as_said_by(narration: Narration, names: Names) -> str:
    """The outlet of "as first reported by", where it is not the one that says so itself; empty for none."""
    for found in _AS_BY.finditer(narration):
        end, named = run_at(narration, found.end(), names)
        plain = found["said"] in ("reported", "quoted", "cited", "spotted", "transcribed") or is_outlet(named.name)
        if (
            plain
            and named.kind == "outlet"
            and not narration.in_source(narration.start + found.end(), narration.start + end)
        ):
            return named.name
    return ""


def relayed_by(narration: Narration, names: Names) -> tuple[str, str]:
    """Who relayed it ("a guard later quoted" before the source), and the same again where it is a name."""
    if not narration.source:
        return "", ""
    before = narration.before_source.rstrip()[-140:]
    found = _QUOTED.search(before) if before.endswith(_QUOTED_ENDS) else None
    if not found:
        return "", ""
    who = _EDITION.sub("", _SAID.sub("", found["who"].strip()))
    at = narration.before_source.rfind(who)
    if _APPOSED.fullmatch(who):  # "Tide News, the official Oxland news agency, quoted"
        _, named = run_at(narration, at, names)
        if named.named:
            return named.name, named.name
    lead = _LEAD.match(who)
    head = at + (lead.end() if lead else 0)
    if _AGAIN.fullmatch(again := who[head - at :]):
        place = narration.start + at
        known = names.last_paper(place) or ("" if again.casefold() == "it" else names.last_outlet(place))
        if known or again.casefold() == "it":
            return known or again, known
    article = _ARTICLE.match(narration.text, head)
    for capital in WORD_START.finditer(narration.text, article.end() if article else head, at + len(who)):
        end, named = run_at(narration, capital.start(), names)
        rest = narration.text[end : at + len(who)]
        if named and (not rest.strip() or named.kind == "outlet" or rest.split()[0] in _MEDIA_NOUNS):
            return named.name, named.name
        if not _OWNS.match(narration.text, capital.start()):  # "Oxland's official Tide news agency"
            break
    if named_last := names.reaching(narration.start + at + len(who)):
        return named_last.name, named_last.name
    words = bare(_LEAD.sub("", who))
    if media := MEDIA.fullmatch(words):
        return words, "" if media["media"] in PLAIN_MEDIA else words
    return (words, "") if 0 < len(words.split()) <= 8 else ("", "")
