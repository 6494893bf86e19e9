"""Who is named beside a quotation and did not hear it: "who told the Tide in May", "her interview with the Herald".

So the outlet that somebody writes for, the platform where he is followed; and what begins with a time of its own.
"""

from __future__ import annotations

import re
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.wordlists import WEEKDAY

_TELLING: Final = r"(?:told|telling|tells|revealed[^\S\n]to|said[^\S\n]to|confided[^\S\n](?:in|to))"
_EARLIER: Final = re.compile(
    rf"(?:\bwho[^\S\n](?:[\w]+[^\S\n]){{0,3}}?|\b(?:after|since|before|having|despite)[^\S\n](?:[a-z]+[^\S\n])?|"
    rf"\b(?:had|previously|once)[^\S\n](?:[\w]+[^\S\n])?){_TELLING}[^\S\n](?:the[^\S\n])?$",
    re.IGNORECASE,
)
"""Right before whoever was told earlier."""
_ANOTHERS: Final = re.compile(
    r"\b(?:response[^\S\n]to|[Rr]eact(?:ed|ing|ion)[^\S\n]to|[Aa]fter|[Ff]ollowing|about|over|of)[^\S\n]"
    rf"(?:[A-Z][\w’'-]*[^\S\n])?(?!{WEEKDAY})[A-Z][\w’'-]*?['’]s?[^\S\n](?:[a-z-]+[^\S\n]){{0,3}}"
    r"(?:interview|conversation|chat|appearance)[^\S\n](?:with|on|in)[^\S\n](?:the[^\S\n])?$"
)
"""Before whoever somebody else spoke to: "in response to Lee's interview with the Herald"."""
_WRITES_FOR: Final = re.compile(
    r"\bwho[^\S\n](?:(?:now|also|then|once|still)[^\S\n])?(?:writes?|wrote|hosts?|presents|edits|edited|works?|worked|"
    r"reports?|blogs|broadcasts|has|have|boasts?|found[^\S\n]fame|rose[^\S\n]to[^\S\n]fame)\b[^.,;:“”\"\n]{0,40}[^\S\n](?:for|at|on|in)[^\S\n](?:the[^\S\n])?$"
)
"""Before the outlet that somebody works for: "who writes a column for the Herald"."""
_NOW: Final = re.compile(
    rf"\W*(?:(?:But|And)[^\S\n])?(?:(?:On|By)[^\S\n]{WEEKDAY}|Now|Today|Yesterday|This[^\S\n](?:week|month|year)|"
    r"(?:A|Two|Three|Several|Some)?[^\S\n]?[Dd](?:ay|ays)[^\S\n](?:later|earlier)|(?:Weeks|Months|Years)[^\S\n](?:later|earlier)|"
    r"In[^\S\n](?:an?|her|his|their)[^\S\n](?:[a-z]+[^\S\n]){0,2}(?:statement|memoir|book|speech|post|tweet|letter|email|column)|"
    r"At[^\S\n](?:an?|the)[^\S\n](?:[a-z]+[^\S\n]){0,2}(?:rally|press[^\S\n]conference|news[^\S\n]conference|hearing|"
    r"meeting|event|concert|premiere))\b"
)
_FOLLOWED: Final = (
    r"\b(?:(?:has|have|had|boasts?|gained|amassed|attracted|with[^\S\n](?:[a-z]+[^\S\n]){0,2}?(?:[\d.,]+|million|thousands))\b[^,.;:“”\"\n]{0,40}?\b"
    r"(?:followers|subscribers|fans)|fame|star|presence)[^\S\n](?:on|across)[^\S\n]"
)
"""Before the platform of somebody known there; but "she told her followers on" it."""
_REACH: Final = 70  # characters


def is_elsewhere(text: str, at: int, cue: Span | None) -> bool:
    """Did whoever is named at a character hear other words than those of a quotation with this cue?"""
    low = max(0, at - _REACH)
    if _WRITES_FOR.search(text, low, at):
        return True
    earlier = _EARLIER.search(text, low, at)
    if earlier is not None:
        return cue is None or cue.end <= earlier.start() or cue.start >= earlier.end()
    return _ANOTHERS.search(text, low, at) is not None


def was_told_earlier(text: str, cue: Span) -> bool:
    """Is it told on an earlier occasion what has this cue: "who told the Tide in May", "had told", "after telling"?"""
    return _EARLIER.search(text, max(0, cue.end - _REACH), min(len(text), cue.end + 1)) is not None


def sets_off(sentence: str) -> bool:
    """Does a sentence begin with a time of its own: "Now she says", "On Monday he wrote", "Days later"?"""
    return _NOW.match(sentence) is not None


def is_followed(sentence: str, platform: str) -> bool:
    """Is a platform only where somebody is known: "who has two million followers on TikTok"?"""
    return re.search(rf"{_FOLLOWED}{re.escape(platform)}\b", sentence) is not None
