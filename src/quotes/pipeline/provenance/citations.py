"""Whom the article has a quotation from: "the Herald reported", "according to a report in", "in his book …", "via".

Besides outlets and works these are people: whoever's quotation holds another ("Lee said Berg had asked …"), and whoever
is said to have quoted somebody ("a guard quoted Lee as saying").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import FUNCTION_WORDS
from quotes.pipeline.people.names import clean, normal
from quotes.pipeline.provenance.narration import Names, Narration, bare, is_outlet, title_at
from quotes.pipeline.provenance.phrases import run_at

_REPORTED: Final = re.compile(
    r"\s+(?:(?:has|have|had|first|previously|earlier|also|exclusively)\s+)*report(?:ed|s)\b(?!\s+(?:that|on|to|for)\b)",
    re.IGNORECASE,
)
_WORD_START: Final = re.compile(r"(?<![\w’'.-])[A-Z0-9]")
_ASIDE: Final = re.compile(r"(?:[,;\x00“”\"’]\s*(?:as\s+|which\s+)?(?:the|The)?|^(?:the|The)?|\bas (?:the)?)$")
"""What stands before the outlet: the end of a quotation or clause, or nothing."""
_BY: Final = re.compile(
    r"\b(?:(?:first|originally|previously)\s+)?(?:reported|noted|quoted|cited|revealed|published|obtained|seen|transcribed|spotted|"
    r"flagged|unearthed|translated|leaked)\s+(?:by|in|to)\s+(?:the\s+)?(?-i:(?:[a-z]+\s+){0,2})",
    re.IGNORECASE,
)
_VIA: Final = re.compile(r"(?:\bvia\b|\(via|\bh/t\b|\bper\b)\s+(?:the\s+)?", re.IGNORECASE)
_ACCORDING: Final = re.compile(
    r"\baccording to\s+(?:(?:a|an|the|its|their|his|her)\s+)?(?:\w+\s+){0,3}?"
    r"(?:(?:report|story|article|study|"
    r"interview|book|transcript|account|piece|survey|poll|data|figures)s?,?\s+"
    r"(?:(?:in|from|by|on|published in|published by)\s+)?)?"
    r"(?:the\s+)?(?=(?-i:[A-Z“\"‘]))",
    re.IGNORECASE,
)
_WORK: Final = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|of)\s+(?:his|her|their|its|the|a|an|[A-Z][\w]+['’]s)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:book|memoir|autobiography|novel|"
    r"biography|diary|journal|essay|bestseller|memoirs|paper in)s?,?\s+"
    r"(?:called\s+|titled\s+|entitled\s+)?(?=[A-Z“\"‘])",
)
_BOOK: Final = re.compile(r"\b(?:book|memoir|autobiography|novel|biography)s?,?\s+$")
_WROTE_IN: Final = re.compile(r"\b(?:wrote|writes|written|writing)\s+in\s+(?=[“\"‘])")
_PUBLISHED: Final = re.compile(r"\bpublished\s+(?:[\w.()]+\s+){0,4}?in\s+(?:the\s+)?(?:journal\s+)?(?=[A-Z])")
_QUOTED: Final = re.compile(
    r"(?P<who>[^\x00.;:“”\"]{2,80}?)\s+(?:(?:later|has|had|have|also|then|previously)\s+)*"
    r"(?:quoted|quotes|quoting|cited|cites)\s*$"
)
_FILED: Final = re.compile(
    r"\b(?:in|according to|per|from)\s+(?:(?:the|a|an|his|her|their|its)\s+)?(?:new\s+|recent\s+|leaked\s+)?"
    r"(?P<paper>(?:[a-z]+\s+)?(?:complaint|lawsuit|affidavit|indictment)|(?:court|legal)\s+"
    r"(?:documents|records|papers|filings?)|police reports?)\b",
    re.IGNORECASE,
)
_REPORTING: Final = re.compile(r"\b(?:report|wr[io]t)", re.IGNORECASE)
_FOR: Final = re.compile(r"\s+(?:for|in)\s+(?:the\s+)?(?=[A-Z])")
_OF: Final = re.compile(r"\s(?:of|for|from|at)\s+(?:the\s+)?(?=[A-Z])")
_MARKS: Final = tuple("“\"‘'")
_LEAD: Final = re.compile(r"^(?:[^,]{0,40},\s+)?(?:and|but|while|when|as|where|that|who)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """Whom the article has it from, and who handed it on."""

    cited_from: str = ""
    relayed_by: str = ""


def cited_from(narration: Narration, names: Names, speaker: str, reporting: str = "") -> Citation:
    """What the narrator's words around a quotation cite it from.

    `speaker` is never cited from himself; `reporting` is the attribution's own cue, so that "according to" or
    "reported" count only where they are somebody else's.
    """
    relayed = _relayed(narration, names)
    for found in (_reported(narration, names), _handed_on(narration, names, reporting), _work(narration)):
        if found and clean(found).casefold() != speaker.casefold():
            return Citation(found, relayed[0])
    return Citation(relayed[1], relayed[0])


def _reported(narration: Narration, names: Names) -> str:
    """Whoever else reported it: "…, the Herald reported"."""
    text = narration.text
    for behind in _REPORTED.finditer(text):
        if _overlaps(narration, behind.start(), behind.end()):
            continue
        for start in _starts_before(text, behind.start()):
            end, found = run_at(narration, start, names)
            if end < behind.start() or normal(text[start:end]) in FUNCTION_WORDS - {"today", "people"}:
                continue
            aside = end == behind.start() and _ASIDE.search(text[:start].rstrip())
            own = _is_source(narration, narration.start + start, narration.start + end)
            if aside and not own and found.kind in ("outlet", "document"):
                return found.name
            break
    return ""


def _starts_before(text: str, end: int) -> list[int]:
    """Where words with a capital begin in the last 60 characters before a place, leftmost first."""
    return [found.start() for found in _WORD_START.finditer(text, max(0, end - 60), end)]


def _handed_on(narration: Narration, names: Names, reporting: str) -> str:
    """Whoever had it before: "first reported by", "via", "according to"; and "reports Lee for Radio Nine"."""
    text = narration.text
    patterns = [_BY, _VIA, *([] if "according" in reporting.casefold() else [_ACCORDING])]
    for pattern in patterns:
        for found in pattern.finditer(text):
            at = found.end()
            titled = bool(_BOOK.search(found[0])) or text[at : at + 1] in _MARKS
            if titled and (title := title_at(text, at)):
                return title
            end, named = run_at(narration, at, names)
            handed = pattern is _BY and _is_source(narration, narration.start + found.start(), narration.start + at)
            if named and (handed or not _is_source(narration, narration.start + at, narration.start + end)):
                return named.name
    if narration.cue and _REPORTING.search(reporting):
        at = narration.cue.end - narration.start
        if found_for := _FOR.match(text, at):
            _, named = run_at(narration, found_for.end(), names)
            return named.name if named.kind in ("outlet", "document") else ""
    if narration.source and (_REPORTING.search(reporting) or "according" in reporting.casefold()):
        for found in _OF.finditer(text, narration.source.start - narration.start):
            end, named = run_at(narration, found.end(), names)
            if narration.start + found.start() <= narration.source.end and is_outlet(named.name):
                return named.name  # "according to Ann Lee of the Herald"
            break
    return ""


def _work(narration: Narration) -> str:
    """The title in "in his book …", "wrote in “…”", "published in the journal …"; a paper filed in court."""
    for pattern in (_WORK, _WROTE_IN, _PUBLISHED):
        found = pattern.search(narration.text)
        if found and pattern is _WROTE_IN and not _overlaps(narration, found.start(), found.end()):
            continue
        if found and (title := title_at(narration.text, found.end())):
            return title
    for found in _FILED.finditer(narration.text):
        where = narration.start + found.start(), narration.start + found.end()
        if not _overlaps(narration, found.start(), found.end()) and not _is_source(narration, *where):
            return " ".join(found["paper"].split())
    return ""


def _relayed(narration: Narration, names: Names) -> tuple[str, str]:
    """Who relayed it ("a guard later quoted" before the source), and the same again where it is a name."""
    if not narration.source:
        return "", ""
    found = _QUOTED.search(narration.before_source.rstrip()[-140:] if narration.before_source else "")
    if not found:
        return "", ""
    who = found["who"].strip()
    end = narration.start + narration.before_source.rfind(who) + len(who)
    if named := names.reaching(end):
        return named.name, named.name
    words = bare(_LEAD.sub("", who))
    return (words, "") if 0 < len(words.split()) <= 8 else ("", "")


def _is_source(narration: Narration, start: int, end: int) -> bool:
    return narration.source is not None and narration.source.overlap(Span(start, end)) > 0


def _overlaps(narration: Narration, start: int, end: int) -> bool:
    cue = narration.cue
    return cue is not None and cue.start < narration.start + end and narration.start + start < cue.end
