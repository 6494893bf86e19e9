"""Whom the article has a quotation from: "the Herald reported", "according to a report in", "in his book …", "via".

Besides outlets and works these are people: whoever's quotation holds another ("Lee said Berg had asked …"), and whoever
is said to have quoted somebody ("a guard quoted Lee as saying").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.pipeline.people.names import clean
from quotes.pipeline.provenance.narration import BLOT, Named, Names, Narration, bare, title_at

_REPORTED: Final = re.compile(
    r"\s+(?:(?:has|have|had|first|previously|earlier|also|exclusively)\s+)*report(?:ed|s)\b(?!\s+(?:that|on|to|for)\b)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"(?:[,;\x00“”\"’]\s*(?:as\s+|which\s+)?(?:the|The)?|^(?:the|The)?|\bas (?:the)?)$")
"""What stands before the outlet: the end of a quotation or clause, or nothing."""
_BY: Final = re.compile(
    r"\b(?:(?:first|originally|previously)\s+)?(?:reported|noted|quoted|cited|revealed|published|obtained|seen|transcribed|spotted|"
    r"flagged|unearthed|translated)\s+(?:by|in)\s+(?:the\s+)?(?-i:(?:[a-z]+\s+){0,2})",
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
    for named in names.within(narration.start, narration.start + len(narration.text)):
        if named.kind == "person" or _is_source(narration, named):
            continue
        behind = _REPORTED.match(narration.text, named.span.end - narration.start)
        before = narration.text[: named.span.start - narration.start].rstrip()
        if behind and not _overlaps(narration, behind.start(), behind.end()) and _ASIDE.search(before):
            return named.name
    return ""


def _handed_on(narration: Narration, names: Names, reporting: str) -> str:
    """Whoever had it before: "first reported by", "via", "according to"."""
    patterns = [_BY, _VIA, *([] if "according" in reporting.casefold() else [_ACCORDING])]
    for pattern in patterns:
        for found in pattern.finditer(narration.text):
            if _BOOK.search(found[0]) and (title := title_at(narration.text, found.end())):
                return title
            at = narration.start + found.end()
            named = names.within(at, at + 2)
            if named and BLOT in narration.text[found.end() : named[0].span.start - narration.start]:
                named = []
            if named and not _is_source(narration, named[0]):
                return named[0].name
            title = title_at(narration.text, found.end())
            if title and not named and (pattern is not _BY or title[0].isupper()):
                return title
    return ""


def _work(narration: Narration) -> str:
    """The title in "in his book …", "wrote in “…”", "published in the journal …"."""
    for pattern in (_WORK, _WROTE_IN, _PUBLISHED):
        if (found := pattern.search(narration.text)) and (title := title_at(narration.text, found.end())):
            return title
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


def _is_source(narration: Narration, named: Named) -> bool:
    return narration.source is not None and narration.source.overlap(named.span) > 0


def _overlaps(narration: Narration, start: int, end: int) -> bool:
    cue = narration.cue
    return cue is not None and cue.start < narration.start + end and narration.start + start < cue.end
