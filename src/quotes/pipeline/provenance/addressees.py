"""Whom something was told to: "told the Herald", "in an interview with", "wrote on Instagram", "told a full court".

Plain patterns on the narrator's words, most telling first. What they find is read as a noun phrase: a name (given in
the article's fullest form), a title, or the words of an unnamed audience.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.model import ToldToKind
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, ORGANISATION_NOUNS, ROLES
from quotes.pipeline.people.names import clean, given_name_gender, normal
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.narration import BLOT, Named, Names, Narration, bare, is_outlet, is_platform, title_at

_TELL: Final = re.compile(
    r"\b(?:tell|told|inform|remind|warn|assur|reassur|advis|notif|urg|instruct|brief|ask|implor|beg|caution|invit|"
    r"encourag|order|call(?:s|ed|ing)? on|press)(?:s|es|ed|ing|ies|ied|d)?\b",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|being|are|is|got)\s+(?:also\s+|then\s+|later\s+|being\s+)?\w+(?:ed|old)\b", re.IGNORECASE
)
_TALK: Final = (
    r"interview|conversation|chat|discussion|q&a|sit-down|talk|appearance|statement|letter|email|e-mail|memo|message|speech|"
    r"address|note|press release|testimony|piece|call|presentation|remarks|update|post"
)
_OCCASION: Final = re.compile(
    rf"\b(?:in|during|for|from|through|via|at)\s+(?:[\w’'-]+\s+){{0,6}}?(?:{_TALK})s?\s+(?:\w+ly\s+)?(?:with|to|on|for|at)\s+",
    re.IGNORECASE,
)
_SPEAKING: Final = re.compile(
    r"\b(?:speaking|speaks|spoke|spoken|talking|talked|talks|chatting|chatted|"
    r"opened up|opening up|opens up|opened|sat down|"
    r"confided|appearing|appeared)\s+(?:\w+ly\s+|exclusively\s+|out\s+)?(?:to|with|on)\s+",
    re.IGNORECASE,
)
_OWN_TALK: Final = re.compile(
    r"\bin\s+(?:an?\s+)?(?P<words>our\s+(?:\w+\s+){0,2}(?:interview|conversation|chat)|(?:interview|conversation)\s+with\s+us)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\s*(?P<words>us|me|this (?:newspaper|magazine|reporter|paper|website|publication)|our reporter)\b", re.IGNORECASE
)
_NAMED_TALK: Final = re.compile(r"['’]?s?\s+(?:(?:\w+\s+)?interview|conversation|podcast interview)\b", re.IGNORECASE)
_OCCASION_BEFORE: Final = re.compile(r"\b(?:in|during|from)\b[^.;]*$", re.IGNORECASE)
_POSTED: Final = re.compile(
    r"\b(?:(?:on|to|via|over)\s+(?:(?:his|her|their|its|the|a)\s+)?"
    r"(?:own\s+|official\s+|personal\s+|social media platform\s+)*"
    r"(?P<name>twitter|x|instagram|facebook|tiktok|youtube|threads|snapchat|linkedin|reddit|telegram|myspace|tumblr|"
    r"weibo|bluesky|substack|truth social|social media)\b"
    r"|(?P<post>twitter|x|instagram|facebook|tiktok|youtube|threads|snapchat|linkedin|weibo)\s+(?:post|caption|story|stories|video|"
    r"message|page|account)s?\b)",
    re.IGNORECASE,
)
_TWEETED: Final = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b", re.IGNORECASE)
_ON_AIR: Final = re.compile(r"[^.;:\x00]{0,40}?\bon\s+")
_TO: Final = re.compile(r"\s+(?:\w+ly\s+)?(?:to|with)\s+(?!be\b|have\b)")
_WORD: Final = re.compile(r"[^\W_][\w&’'.-]*[^\W_]|[^\W_]")
_ENDS: Final = FUNCTION_WORDS - word_set("the a an his her their its of first other many several all few")
_OUTLET_NOUNS: Final = word_set("paper newspaper magazine website site outlet publication station network blog podcast")
_SHOW: Final = re.compile(
    r"['’]s?\s+[\"“]?\s?(?P<title>[A-Z0-9][\w&/]*(?:\s+(?:[A-Z0-9][\w&]*|with|and|on|of|the|at|in)){0,6}"
    r"(?:\s+(?:show|programme|program|podcast))?)\b(?=[\s.,:\"”\x00]|$)"
)
_SHOW_NOUNS: Final = word_set("show programme program podcast radio")
_AUDIENCES: Final = word_set(
    "reporters journalists fans audience crowd delegates supporters staff staffers employees students members "
    "voters viewers readers followers lawmakers mps senators investors shareholders colleagues parents police "
    "court jury committee congress parliament conference inquiry hearing seminar meeting rally management "
    "workers teachers officers detectives listeners residents customers subscribers clients players "
    "teammates courtroom panel"
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom it was told to, in the fullest form of the article; empty for nobody."""

    name: str = ""
    kind: ToldToKind = ""
    own: bool = False
    """Does it mean the article's own publication ("our interview")?"""

    def __bool__(self) -> bool:
        return bool(self.name)


NOBODY: Final = Addressee()


def told_to(narration: Narration, names: Names) -> Addressee:
    """Whom the quotation's own sentence names as the one it was told to."""
    text = narration.text
    if own := _OWN_TALK.search(text):
        return Addressee(own["words"], "outlet", own=True)
    if narration.cue and (found := _after_cue(narration, names) or _passive(narration, names)):
        return found
    for pattern in (_OCCASION, _SPEAKING):
        for match in pattern.finditer(text):
            if found := _phrase(narration, match.end(), names, only_named=pattern is _SPEAKING):
                return found
    if found := _posted(narration):
        return found
    return _interview_of(narration, names)


def introduced(text: str, start: int, names: Names) -> Addressee:
    """Whom a sentence that introduces a quotation names, such as "In an interview with X, the singer opened up."."""
    narration = Narration(text, start)
    for pattern in (_OCCASION, _SPEAKING):
        for match in pattern.finditer(text):
            found = _phrase(narration, match.end(), names, only_named=True)
            if found and found.kind in ("outlet", "person"):
                return found
    return _interview_of(narration, names)


def _after_cue(narration: Narration, names: Names) -> Addressee:
    cue = narration.cue
    assert cue is not None
    at = cue.end - narration.start
    words = narration.text[max(0, cue.start - narration.start) : at]
    rest = narration.text[at:]
    if _TELL.search(words) and not _PASSIVE.search(narration.text[max(0, at - len(words) - 12) : at]):
        if own := _OWN.match(rest):
            return Addressee(" ".join(own["words"].split()), "outlet", own=True)
        if found := _phrase(narration, at, names):
            return found
    if match := _TO.match(rest):
        to = bool(re.search(r"to\s+$", match[0]))
        if found := _phrase(narration, at + match.end(), names, only_named=not to, only_audience=True):
            return found
    if match := _ON_AIR.match(rest):
        found = _phrase(narration, at + match.end(), names, only_named=True)
        if found.kind == "outlet" and is_outlet(found.name):
            return found
    return NOBODY


def _passive(narration: Narration, names: Names) -> Addressee:
    """The subject of a passive: "the staff were told …", "Lee was asked whether …"."""
    cue = narration.cue
    assert cue is not None
    at = cue.start - narration.start
    end = cue.end - narration.start
    around = narration.text[max(0, at - 12) : end]
    active = narration.source is not None and narration.source.end <= cue.start
    if active or not _TELL.search(narration.text[at:end]) or not _PASSIVE.search(around):
        return NOBODY
    before = re.sub(r"(?:\s+(?:was|were|has|have|had|been|being|is|are|also|then|later))*\s*$", "", narration.text[:at])
    named = names.reaching(narration.start + len(before))
    if named:
        return _of(named)
    if found := re.search(r"(?:^|[.,;:]\s*|\b(?:that|and|but|the)\s+)((?:[a-z][\w-]+\s+)?[a-z][\w-]+s)$", before):
        return Addressee(bare(found[1]), "audience")
    return NOBODY


def _posted(narration: Narration) -> Addressee:
    cue, base = narration.cue, narration.start
    if cue and _TWEETED.search(narration.text[cue.start - base : cue.end - base]):
        return Addressee("Twitter", "platform")
    if found := _POSTED.search(narration.text):
        name = found["name"] or found["post"]
        if name.lower() == "x" and not name.isupper():
            return NOBODY
        if name.lower() != "social media":
            return Addressee(name, "platform")
    if re.search(r"\bin an?\s+(?:\w+\s+)?tweet\b|\btook to twitter\b", narration.text, re.IGNORECASE):
        return Addressee("Twitter", "platform")
    return NOBODY


def _interview_of(narration: Narration, names: Names) -> Addressee:
    """The outlet of "in her Guitar Weekly interview", "in a wide-ranging Herald interview"."""
    for named in names.within(narration.start, narration.start + len(narration.text)):
        behind = narration.text[named.span.end - narration.start :]
        before = narration.text[max(0, named.span.start - narration.start - 60) : named.span.start - narration.start]
        if named.kind != "person" and _NAMED_TALK.match(behind) and _OCCASION_BEFORE.search(before):
            return _of(named)
    return NOBODY


def _phrase(
    narration: Narration, at: int, names: Names, *, only_named: bool = False, only_audience: bool = False
) -> Addressee:
    """Read the noun phrase that begins at a place of the narration."""
    extent, words = _extent(narration.text, at)
    if not words:
        return NOBODY
    start, end = narration.start + at, narration.start + extent
    named = names.within(start, end)
    if named:
        return _named(narration, named, end)
    first = _WORD.search(narration.text, at)
    if first and first[0][0].isupper():  # a name that the tagger missed
        title = title_at(narration.text, first.start())
        if not title or normal(title) in _AUDIENCES:
            return Addressee(title, "audience") if title else NOBODY
        return Addressee(title, "person" if given_name_gender(title.split()[0]) else "outlet")
    if only_named or not any(normal(w) not in FUNCTION_WORDS for w in words):
        return NOBODY
    phrase = bare(" ".join(words))
    if normal(words[0]) == "the" and len(words) == 2 and words[1] in ROLES:
        name = names.with_role(words[1])
        return Addressee(name, "person") if name else NOBODY
    if only_audience and normal(words[-1]) not in _AUDIENCES:
        return NOBODY
    if normal(words[-1]) in _OUTLET_NOUNS or normal(words[0]) in ("his", "her", "their", "its"):
        return NOBODY
    return Addressee(phrase, "audience")


def _extent(text: str, at: int) -> tuple[int, list[str]]:
    """Where a noun phrase that begins at `at` ends, and its words: before a function word or punctuation."""
    words: list[str] = []
    end = at
    for match in _WORD.finditer(text, at, min(len(text), at + 120)):
        gap = text[end : match.start()]
        if BLOT in gap or re.search(r"[.,;:!?()–—]", gap) or (words and re.search(r"[“\"‘]", gap)):
            break
        word = match[0]
        key = normal(word)
        if key in _ENDS and not (words and words[-1][0].isupper() and key in ("of", "with", "and", "on")):
            break
        if key == "of" and not words:
            break
        if (
            words
            and words[-1][0].islower()
            and word[0].isupper()
            and normal(words[-1]) not in ROLES
            and (words[-1].endswith("s") and normal(words[-1]) not in FUNCTION_WORDS)
        ):
            break
        words.append(word)
        end = match.end()
        if len(words) >= 9:
            break
    while words and normal(words[-1]) in FUNCTION_WORDS and words[-1][0].islower():
        words.pop()
    named = any(w[0].isupper() for w in words)
    return end, words if named else words[:5]


def _named(narration: Narration, named: list[Named], end: int) -> Addressee:
    """The name that heads a phrase: the last one, or the show behind an outlet's possessive."""
    text, base = narration.text, narration.start
    for one in named:
        show = _SHOW.match(text, one.span.end - base)
        if one.kind == "person" or not show:
            continue
        begins = base + text.index(show["title"], show.start())
        if any(n.kind == "person" and n.span.start <= begins + 1 for n in named if n is not one):
            continue  # "Acme's Ann Lee"
        whole = one.kind != "unknown" and not re.search(r"[\"“]", show[0])  # not "Britain's The Herald"
        return Addressee(clean(text[one.span.start - base : show.end()] if whole else show["title"]), "outlet")
    head = named[-1]
    behind = text[head.span.end - base : end - base]
    if found := re.match(r"['’]s?\s+((?:[a-z][\w-]*\s*){1,3})$", behind):  # "told Lee's office"
        words = found[1].strip()
        last = words.split()[-1]
        return Addressee(f"{head.name}’s {words}", "audience") if last in ORGANISATION_NOUNS | _AUDIENCES else NOBODY
    if re.match(r"['’]s?\s", behind):
        return NOBODY
    if (found := re.match(r"((?:\s+[a-z][\w-]+){1,3})$", behind)) and head.kind != "person":
        words, last = found[1].strip(), found[1].split()[-1]
        written = f"{text[head.span.start - base : head.span.end - base]} {words}"
        if last in ("newspaper", "magazine", "channel", "network", "station"):
            return _of(head)
        if last in _OUTLET_NOUNS or last in _SHOW_NOUNS:
            return Addressee(written, "outlet")
        if last in ORGANISATION_NOUNS | _AUDIENCES or (last.endswith("s") and last not in FUNCTION_WORDS):
            return Addressee(written, "audience")  # "told Green supporters"
    return _of(head)


def _of(named: Named) -> Addressee:
    if is_platform(named.name):
        return Addressee(named.name, "platform")
    if named.kind == "person" and not is_outlet(named.name):
        return Addressee(named.name, "person")
    if named.kind == "work" and not is_outlet(named.name):
        return Addressee(named.name, "document")
    return Addressee(named.name, "outlet")
