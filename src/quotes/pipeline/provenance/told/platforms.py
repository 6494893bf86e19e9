"""On which platform something was posted: "wrote on Instagram", "took to X", "one Reddit user wrote", "tweeted"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.provenance.wording.audiences import NOBODY, Addressee
from quotes.pipeline.provenance.wording.governors import kind_of_cue
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import Names, Narration

_MEDIUM: Final = (
    r"twitter|x|instagram|facebook|tiktok|youtube|threads|snapchat|linkedin|reddit|telegram|myspace|tumblr|"
    r"discord|weibo|bluesky|substack|truth social|social media"
)
_MEDIUM_WORDS: Final = frozenset(re.findall(r"\w+", _MEDIUM))
_OF: Final = (
    r"(?:(?:his|her|their|its|the|an?)\s+)?(?:(?-i:[a-z]+)[’']s?\s+)?"
    r"(?:own\s+|official\s+|personal\s+|social media platform\s+)*"
)
_POST: Final = r"(?:post|caption|story|stories|video|message|page|account|statement|thread|note|update|clip)s?"
_POSTED_BEHIND: Final = re.compile(
    rf"[^.,;:\x00]{{0,50}}?\b(?:on|to|via|over|in|with)\s+{_OF}(?P<name>{_MEDIUM})\b"
    rf"|\s*{_OF}(?P<post>{_MEDIUM})\s+{_POST}\b",
    re.IGNORECASE,
)
"""Behind the cue: "wrote on Instagram", "captioned the Instagram post"."""
_POSTED_BEFORE: Final = re.compile(
    rf"\b(?:took|taking|takes|turned)\s+to\s+{_OF}(?P<taken>{_MEDIUM})\b"
    rf"|\b(?:(?:re)?post(?:ed|ing)?|shared|wr(?:ote|iting))\b[^.;:\x00]{{0,60}}?\s(?:on|to|via)\s+{_OF}(?P<sent>{_MEDIUM})\b"
    rf"|\b(?:in|as\s+part\s+of)\s+(?:[\w’'-]+\s+){{1,5}}?{_POST}[^.,;:\x00]{{0,30}}?\s(?:on|to|via)\s+{_OF}(?P<name>{_MEDIUM})\b"
    rf"|\b(?:in|via|through|with)\s+(?:[\w’'-]+\s+){{0,5}}?(?P<post>{_MEDIUM})\s+{_POST}\b"
    rf"|(?:^\W*|,\s*)on\s+{_OF}(?P<on>{_MEDIUM})\b"
    r"|\bposted\s+an?\s+(?P<made>tiktok)\b(?![^.\x00]{0,80},\s+(?:and|but|while)\s)",
    re.IGNORECASE,
)
_POSTED_HERE: Final = re.compile(rf"\b(?:on|to|via)\s+{_OF}(?P<here>{_MEDIUM})(?:,|\s+and|\s+by)?\s*$", re.IGNORECASE)
"""Right before the cue: "denied it on Twitter, writing"."""
_TWEETED: Final = re.compile(r"\b(?<!re)tweet(?:s|ed|ing)?\b", re.IGNORECASE)
_TWEET: Final = keyed(
    "tweet tweets tweeting",
    r"(?:^|[,;]\s)tweeting\b[^.;:]{1,80},\s|"
    r"\b(?:in|via|with)\s+(?:an?|his|her|their|another)\s+(?:[\w-]+\s+){0,3}tweet\b|"
    r"\b(?:(?:in|via|with)\s+an?\s+(?:[\w-]+\s+)?(?:string|series|flurry|number|thread)\s+of|"
    r"(?:in|via)\s+(?:his|her|their|other|several|two|three|multiple|further))\s+(?:[\w-]+\s+){0,2}tweets\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"[.,;:\x00]")
_ELSEWHERE: Final = re.compile(r"\b(?:after|when|because|since|as|while|of|about|which)\s|posts$", re.IGNORECASE)
"""Of what is on social media, and is not what is said there."""
_USER: Final = re.compile(
    rf"\b(?:on\s+(?P<on>{_MEDIUM})|(?P<of>{_MEDIUM})\s+(?:users?|commenters?|accounts?|fans?|followers?|posters?))\b",
    re.IGNORECASE,
)
"""In the source: "a fan on Twitter", "one Reddit user"."""


def posted(narration: Narration) -> Addressee:
    """The platform of "wrote on Instagram", "took to X to say", "tweeted"."""
    cue, source, base, text = narration.cue, narration.source, narration.start, narration.text
    if _MEDIUM_WORDS.isdisjoint(narration.words):
        return NOBODY
    found = _POSTED_BEHIND.match(text, cue.end - base) if cue else None
    if cue and not found:
        found = _POSTED_HERE.search(text, 0, cue.start - base)
    found = found or _POSTED_BEFORE.search(text)
    if found and source and source.start <= base + found.start() < source.end:
        found = None
    if found:
        where, name = next((group, name) for group, name in found.groupdict().items() if name)
        clause = _CLAUSE_END.split(text[: found.end()])[-1]
        if name.lower() == "social media" and where != "taken" and _ELSEWHERE.search(clause):
            return NOBODY  # "said after footage was shared on social media"
        if name.lower() != "x" or name.isupper():
            return Addressee(name, "platform")
    return NOBODY


def tweeted(narration: Narration, names: Names) -> Addressee:
    """Twitter, where it is meant without being named: "tweeted", "in a tweet"; X, where the article calls it so."""
    cue, base, text = narration.cue, narration.start, narration.text
    said = text[cue.start - base : cue.end - base] if cue else ""
    is_tweet = _TWEETED.search(said) or _TWEET.search(narration)
    return Addressee("X" if names.calls_it_x else "Twitter", "platform") if is_tweet else NOBODY


def user(narration: Narration) -> Addressee:
    """The platform whose users write."""
    source, cue, base = narration.source, narration.cue, narration.start
    found = None
    if source and cue and _writes(narration):
        found = _USER.search(narration.text, source.start - base, source.end - base)
    name = (found["on"] or found["of"]) if found else ""
    known = name and name.lower() != "social media" and (name.lower() != "x" or name.isupper())
    return Addressee(name, "platform") if known else NOBODY


def _writes(narration: Narration) -> bool:
    """Is the cue one of writing or posting?"""
    return kind_of_cue(narration.cue_here.cut(narration.text)) in ("write", "post") if narration.cue_here else False
