"""Occasions that name by themselves who listens: an episode of a show, a hearing, a statement handed to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.pipeline.provenance.audiences import Addressee
from quotes.pipeline.provenance.keyed import keyed
from quotes.pipeline.provenance.narration import Names, Narration
from quotes.pipeline.provenance.phrases import phrase_at

_NEAR: Final = 30  # characters from a cue to an occasion
_FAR: Final = 80  # characters from an occasion to a source
_WHEN: Final = (
    r"(?:\s+(?:on\s+|last\s+|this\s+|late\s+|early\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|"
    r"morning|evening|night|recently)){0,2}"
)
_EPISODE: Final = keyed(
    "episode edition instalment installment broadcast",
    rf"(?:^\W*|,\s+|(?<=\x00){_WHEN}\s*|\b(?:said|says|revealed|admitted|joked|shared|explained|recalled|added){_WHEN}\s+)"
    r"(?:on|in|during)\s+(?:[\w’'.-]+,?\s+){0,7}?(?:episode|edition|instal?lment|broadcast)\s+of\s+"
    r"(?!(?:[\w’'-]+\s+){1,4}(?:series|program|programme|show)\b(?!,?\s+[“\"‘']?(?-i:[A-Z])))"
    r"(?:(?:(?:the|his|her|their)\s+)?(?:[\w’'-]+\s+){0,3}?(?:series|program|programme|show),?\s+(?=[“\"‘']?(?-i:[A-Z]))|"
    r"(?-i:(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*)['’]s\s+(?=[“\"‘']?(?-i:The\s|[“\"‘'])))?",
    re.IGNORECASE,
)
"""At the head of a sentence or behind the cue: "On Monday's episode of “The Tide,” Lee said"."""
_SHOW: Final = keyed(
    "podcast show programme program",
    r"^\W*(?:On|During)\s+(?=(?:(?:the|his|her|their|an?|[A-Z][\w’'-]*\s[A-Z][\w-]*['’]s)\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:[“\"‘'][^“”\"\x00\n]{2,50}[”\"’']|[A-Z0-9][\w’'&-]*(?:\s[\w’'&-]+){0,5}?)\s+(?:podcast|show|programme|program)\b)",
)
"""At the head of a sentence: "On the “Slow Tide” podcast, Lee said"."""
_AIRED: Final = re.compile(
    rf"{_WHEN}\s+on\s+(?=(?:the\s+|[A-Z][\w’' ]{{1,30}}['’]s?\s+|an?\s+)?[“\"‘'][A-Z0-9][^“”\"\x00\n]{{1,50}}[”\"’'])"
)
"""Behind the cue: "Lee said Monday on “The Tide”"."""
_BEFORE: Final = keyed(
    "before to",
    r"\b(?:testif(?:ying|ied)|speaking|appearing|appeared|spoke|testimony|evidence|(?:giving|gave)\s+evidence)\s+"
    r"(?:(?:[\w-]+ly|on\s+\w+day)\s+)?before\s+|\b(?:giving|gave)\s+evidence\s+to\s+",
    re.IGNORECASE,
)
"""Before a committee, a court, a crowd: "Testifying before the committee, Lee said"."""
_HANDED: Final = keyed(
    "statement statements email note message",
    r"\b(?:statements?|email|note|message)\s+(?:\w+ly\s+)?(?:given|provided|sent|emailed|issued|made|released|supplied|"
    r"shared|forwarded)\s+(?:\w+ly\s+)?(?:to|with)\s+",
    re.IGNORECASE,
)
"""Before whoever got it: "in a statement shared with the Herald"."""
_INTERVIEW: Final = keyed(
    "interview conversation chat appearance q",
    r"\b(?:in|during)\s+(?:an?|the|his|her|their)\s+(?:[\w’'-]+,?\s+){0,4}?(?:interview|conversation|chat|q&a|appearance)\s+"
    r"(?:(?:that\s+)?(?:broadcast|aired|published)\s+(?:\w+day\s+)?(?:on|in|by)|on|for)\s+",
    re.IGNORECASE,
)
"""Before the outlet where it ran: "in an interview on Radio Nine"."""
_ASKED: Final = keyed("asked quizzed questioned", r"^\W*When\s+(?=(?:[\w’'-]+\s){1,4}?(?:asked|quizzed|questioned)\s)")
"""At the head of a sentence: "When the Herald asked Lee about it, he said"."""
_LIVE: Final = keyed(
    "tiktok instagram facebook youtube",
    r"^\W*In\s+(?:an?|the|her|his|their)\s+(?:[a-z-]+,?\s+){0,3}?(?P<on>Instagram|TikTok|Facebook|YouTube)"
    r"(?:\s(?:Live|video|clip|story|Story|reel|Reel))?(?:\s(?:on|posted|shared|uploaded)\b[^,]{0,30})?,\s",
)
"""At the head of a sentence: "In an Instagram Live, Lee said"."""


def occasions(narration: Narration, names: Names) -> Iterator[Addressee]:
    """Who listens on the occasions that the quotation's own sentence names."""
    for pattern, kinds in (
        (_EPISODE, ("outlet", "document")),
        (_SHOW, ("outlet", "document")),
        (_BEFORE, ("audience", "outlet")),
        (_HANDED, ("outlet",)),
        (_INTERVIEW, ("outlet",)),
        (_ASKED, ("outlet",)),
    ):
        for found in pattern.finditer(narration):
            if pattern in (_BEFORE, _INTERVIEW) and not _is_at_hand(narration, found.start()):
                continue
            if pattern in (_EPISODE, _SHOW) and _is_far(narration, found.end()):
                continue
            heard = phrase_at(narration, found.end(), names)
            is_show = pattern not in (_EPISODE, _SHOW) or any(map(str.isupper, heard.name[:1]))
            if heard and heard.kind in kinds and not heard.again and is_show:
                yield Addressee(heard.name, "outlet") if heard.kind == "document" else heard
                break
    if live := _LIVE.search(narration):
        yield Addressee(live["on"], "platform")
    if narration.cue and (aired := _AIRED.match(narration.text, narration.cue.end - narration.start)):
        heard = phrase_at(narration, aired.end(), names, only_named=True)
        if heard.kind in ("outlet", "document"):
            yield Addressee(heard.name, "outlet")


def _is_at_hand(narration: Narration, at: int) -> bool:
    """Does an occasion begin the sentence, or stand right behind the cue or the source?"""
    opens = not any(map(str.isalnum, narration.text[:at]))
    ends = [span.end - narration.start for span in (narration.cue, narration.source) if span is not None]
    return opens or any(0 <= at - end <= _NEAR for end in ends)


def _is_far(narration: Narration, at: int) -> bool:
    """Does the source stand far behind an occasion that begins the sentence?"""
    return narration.source is not None and narration.source.start - narration.start - at > _FAR
