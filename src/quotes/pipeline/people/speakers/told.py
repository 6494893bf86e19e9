"""Who is told something, and says nothing, though he stands where a source does: "Lee was told", "the court heard"."""

from __future__ import annotations

import re
from typing import Final

from quotes.model import Attribution

_TOLD: Final = re.compile(
    r"\bhear[sd]?$|\b(?:was|were|is|are|been|being)[^\S\n](?:(?:\w+ly|also|then|even|often|once)[^\S\n]){0,2}[“\"‘']?"
    r"(?:told|informed|advised|assured|asked|warned|tipped|alleged|credited|accused|criticised|criticized|rumoured|"
    r"rumored|hailed|praised|blamed|recalled|said|reported|described|dubbed|urged|considered|regarded|reminded|"
    r"instructed|ordered|invited|encouraged|interpreted|understood|thought|hoped|believed|expected|feared|suggested|"
    r"estimated|assumed|predicted|argued|noted|claimed)"
    r"(?:[^\S\n](?:to|about|as|of|for|with|that))?$|\b(?:stands?|stood)[^\S\n](?:accused|charged)(?:[^\S\n](?:of|with))?$",
    re.IGNORECASE,
)
"""A cue of which whatever stands before it is no speaker: "Lee was told", "Lee is said to have left"."""
_PROBES: Final = re.compile(
    r"\b(?:investigat|prob|examin|review|look|check|pursu)(?:e[ds]?|ing|s|ed)?[^\S\n](?:into[^\S\n])?(?:[a-z]+[^\S\n]){0,2}"
    r"(?:reports?|claims?|allegations?|rumou?rs?|complaints?|accusations?)\b",
    re.IGNORECASE,
)
"""Who does this with what others say does not say it: "Oxland is investigating reports that"."""
_TOLD_TO: Final = re.compile(r"(?:told|ordered|reminded)[^\S\n]?", re.IGNORECASE)
"""A cue that "to" follows right away only in the passive of a headline: "Lee told to leave"."""
_ASKED: Final = re.compile(r"(?<=[Ww]hen )asked(?: about)?(?! by\b)")
"""Who laughs "when asked" does not ask."""
_ONCE_ASKED: Final = re.compile(
    r"(?:^|[\n.!?”\"][^\S\n]*|\b(?:[Bb]ut|[Aa]nd|[Ww]hen|[Tt]hen|[Oo]nce|[Ww]hile)[^\S\n]|,[^\S\n])$"
)
"""Where a clause begins, before the cue that opens it: "Asked whether", "but pressed on"."""
_QUESTIONED: Final = re.compile(
    r"(?:asked|pressed|questioned|quizzed|challenged|pushed)(?:[^\S\n](?:again|further|later|repeatedly|directly))?"
    r"(?:[^\S\n](?:about|on|over))?",
    re.IGNORECASE,
)
"""A cue that tells what somebody behind is asked: "Asked whether it would hold, Lee smiled"; but "asked Lee"."""
_THEN_ASKED: Final = re.compile(
    r",[^\S\n](?:(?:when|if)[^\S\n])?(?=(?:asked|pressed|quizzed|questioned)[^\S\n](?:whether|if|about|how|what|why|when|who|where|by|on)\b)"
)
"""Between whoever is asked and the asking: "Lee, asked whether it would hold, smiled"."""
_PASSIVE: Final = re.compile(r"urged|told|advised|ordered|instructed|warned", re.IGNORECASE)
"""A cue that closes a headline in the passive: "Act on floods, Oxland urged"."""
_SIGNS: Final = (
    r"\b(?:slide|sign|poster|placard|banner|shirt|chart|graphic|billboard|sticker|plaque|study|survey|poll|headline|hat|"
    r"button|flyer|leaflet|hashtag|badge|tattoo|cap|mug|needlepoint|sampler|inscription|engraving|mural|graffiti|"
    r"gravestone|headstone|tombstone|jumper|hoodie|nameplate|keyring|bracelet|wristband)s?\b"
)
_SHOWN: Final = re.compile(_SIGNS + r"[^.;:“”\"\n]{0,70}?[^\S\n](?:that|which)[^\S\n]$")
"""Before a cue, what says it instead of whoever shows it: "Lee held up a slide that said"."""
_READING: Final = re.compile(_SIGNS + r"[^.,;:“”\"\n]{0,70}?[^\S\n]$")
"""The same before "reading"; but "Lee dismissed the survey, saying" tells what Lee says."""
_MARKS: Final = tuple("“\"‘'«")
_SAYS: Final = re.compile(r"\b(?:said|says|read|reads)$")
_BEGINS: Final = 24  # characters of a content in which its first noun stands
_REACH: Final = 110  # characters before a cue
_QUOTED_AS: Final = re.compile(r"[^\S\n]+as[^\S\n]saying\b")
_SAYING: Final = re.compile(r"[^\S\n]+(?:saying|claiming|arguing|insisting)\b")
"""Behind "was noted for"."""
_HELPERS: Final = 24  # characters before a cue in which its auxiliaries may stand
_HEARSAY: Final = re.compile(
    r"\b(?:speculations?|rumou?rs?|fears?|concerns?|worries|reports?|allegations?|suggestions?|debate(?:[^\S\n]about)?|"
    r"reportedly|persists?|asked)$|^(?:(?:ha[sd]|have)[^\S\n]been|is|are|was|were)[^\S\n](?:\w+ed|said|thought)\b",
    re.IGNORECASE,
)
"""A cue that tells what goes round."""
_RIFE: Final = re.compile(r"speculation|rumou?rs?", re.IGNORECASE)
"""A cue right behind a name that the name only qualifies."""


def is_hearsay(text: str, attribution: Attribution) -> bool:
    """Does an attribution without a source tell what goes round, and not what somebody near says: "rumours that"?"""
    return bool(attribution.cue) and _HEARSAY.search(attribution.cue[-1].cut(text)) is not None


def was_told(text: str, attribution: Attribution) -> bool:
    """Is what stands for the source whoever hears it: "Lee was told", "the court heard"?"""
    if not attribution.cue or not attribution.source or not attribution.content:
        return False
    cue = attribution.cue[0]
    asked = _ASKED.match(text, cue.start)
    if asked and len(attribution.cue) == 1 and asked.end() >= cue.end:
        return True
    if attribution.source[-1].end > cue.start:
        is_question = len(attribution.cue) == 1 and _QUESTIONED.fullmatch(text, cue.start, cue.end) is not None
        is_between = (
            cue.end <= attribution.content[0].start and attribution.content[-1].end <= attribution.source[0].start
        )
        is_plain = not text.startswith(_MARKS, attribution.content[0].start)
        return (
            is_question
            and is_between
            and is_plain
            and _ONCE_ASKED.search(text[max(0, cue.start - 8) : cue.start]) is not None
        )
    beside = not text.endswith(("'s", "’s", "s’", "s'"), 0, attribution.source[-1].end)
    if beside and attribution.source[0].cut(text)[:1].isupper() and _RIFE.fullmatch(text, cue.start, cue.end):
        return cue.start - attribution.source[-1].end <= 1  # "Oxbay speculation that"
    asked = _THEN_ASKED.match(text, attribution.source[-1].end)
    if asked and asked.end() == cue.start and "," not in attribution.source[-1].cut(text):
        return True  # but "Lee, the mayor, asked whether"
    if _PASSIVE.fullmatch(text, cue.start, cue.end) and text[cue.end : cue.end + 1] in ("", "\n"):
        is_plain = not text.startswith(_MARKS, attribution.content[0].start)
        return is_plain and attribution.content[0].end <= attribution.source[0].start
    probes = _PROBES.search(text, cue.start, attribution.content[0].start + _BEGINS)
    if probes and probes.start() < attribution.cue[-1].end:
        return True  # but "Acme said it was checking reports"
    verb = _SAYS.search(text, cue.start, cue.end)
    ends = (cue.start, verb.start()) if verb else (cue.start,)  # "posted it under a headline that said"
    if any(_SHOWN.search(text, max(attribution.source[-1].end, end - _REACH), end) for end in ends):
        return True
    if text.startswith(("reading", "saying"), cue.start) and _READING.search(
        text, max(attribution.source[-1].end, cue.start - _REACH), cue.start
    ):
        return True
    last = attribution.cue[-1].end
    begins = min((s.start for s in attribution.content if s.start >= last), default=-1)
    to_do = 0 <= begins - last <= 1 and text[begins : begins + 3].casefold() == "to "
    if to_do and _TOLD_TO.fullmatch(text, cue.start, begins):
        return True
    found = _TOLD.search(text[max(attribution.source[-1].end, cue.start - _HELPERS) : last])
    return found is not None and not _QUOTED_AS.match(text, last) and not _SAYING.match(text, last)
