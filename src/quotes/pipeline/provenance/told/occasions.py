"""Occasions that name by themselves who listens: an episode of a show, a hearing, a statement handed to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.pipeline.people.lexicon import is_plural, noun_kind, singular
from quotes.pipeline.people.wordlists import WEEKDAY, word_set
from quotes.pipeline.provenance.wording.audiences import OUTLET_NOUNS, SHOW_NOUNS, Addressee, is_people
from quotes.pipeline.provenance.wording.governors import kind_of_cue
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import Names, Narration, is_outlet, title_at
from quotes.pipeline.provenance.wording.phrases import phrase_at

_BEHIND: Final = 40  # characters behind a name
_FAR: Final = 80  # characters from an occasion to a source
_WHEN: Final = (
    rf"(?:\s+(?:on\s+|last\s+|this\s+|late\s+|early\s+)?(?:{WEEKDAY}|week|month|year|"
    r"morning|evening|night|recently)){0,2}"
)
_EPISODE: Final = keyed(
    "episode instalment installment",
    rf"(?:^\W*|,\s+|(?<=\x00){_WHEN}\s*|\b(?:said|says|revealed|admitted|joked|shared|explained|recalled|added){_WHEN}\s+)"
    r"(?:on|in|during)\s+(?:(?!about|statement|interview|filming|production)[\w’'.-]+,?\s+){0,7}?(?:episode|instal?lment)\s+of\s+"
    r"(?!(?:[\w’'-]+\s+){1,4}(?:drama|sitcom|comedy|soap)\b)"
    r"(?!(?:[\w’'-]+\s+){1,4}(?:series|program|programme|show)\b(?!,?\s+[“\"‘']?(?-i:[A-Z])))"
    r"(?:(?:(?:the|his|her|their)\s+)?(?:[\w’'-]+\s+){0,3}?(?:series|program|programme|show),?\s+(?=[“\"‘']?(?-i:[A-Z]))|"
    r"(?-i:(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*)['’]s\s+(?=[“\"‘']?(?-i:The\s|[“\"‘'])))?",
    re.IGNORECASE,
)
"""At the head of a sentence or behind the cue: "On Monday's episode of “The Tide,” Lee said"."""
_SERIES: Final = re.compile(r"(?:series|program|programme|show),?\s+$")
_MARKED: Final = r"[“\"‘'][^“”\"\x00\n]{2,50}[”\"’']"
_SHOW: Final = keyed(
    "podcast show programme program",
    r"^\W*(?:On|During)\s+(?=(?:(?:the|his|her|their|an?|[A-Z][\w’'-]*\s[A-Z][\w-]*['’]s)\s+)?(?:[a-z-]+\s+){0,2}"
    rf"(?:{_MARKED}\s+(?:podcast|show|programme|program)|[A-Z0-9][\w’'&-]*(?:\s[\w’'&-]+){{0,5}}?\s+podcast)\b)",
)
"""At the head of a sentence: "On the “Slow Tide” podcast, Lee said"."""
_ON_DAY: Final = keyed(
    "on",
    rf"^\W*On\s+(?=(?:(?:the\s+)?[A-Z][\w’' ]{{1,30}}['’]s?\s+)?{_MARKED},?\s+(?:on\s+|last\s+|this\s+|late\s+)?"
    rf"(?:{WEEKDAY}|week|month))",
)
"""At the head of a sentence: "On NTV's “The Tide” on Sunday, Lee said"."""
_AIRED: Final = re.compile(
    rf"{_WHEN}\s+on\s+(?=(?:the\s+|[A-Z][\w’' ]{{1,30}}['’]s?\s+|an?\s+)?[“\"‘'][A-Z0-9][^“”\"\x00\n]{{1,50}}[”\"’']"
    r"(?:\s*(?:[.,;]|$)|\s+(?:podcast|show|programme|program|radio|last|this|that|on\s\w+day)\b))"
)
"""Behind the cue: "Lee said Monday on “The Tide”"."""
_BEFORE: Final = keyed(
    "before to",
    r"\b(?:testif(?:ying|ied)|speaking|appearing|testimony|evidence|giving\s+evidence)\s+(?:(?:[\w-]+ly|on\s+\w+day)\s+)?"
    r"(?:before|(?<=evidence\s)to)\s+(?=(?:[\w’'-]+\s+){0,6}?(?:committee|subcommittee|inquiry|panel|tribunal|commission|"
    r"congress|parliament|mps|lawmakers|legislators|senators|jury|judge|court|council|assembly|legislature|crowd|audience|"
    r"supporters|reporters|journalists|students|delegates)\b(?!\s(?:[a-z]+ed|had|has|was|is|hearing|meeting|vote|session|"
    r"debate|appearance|date)\b))",
    re.IGNORECASE,
)
"""Before a committee, a court, a crowd: "Testifying before the committee, Lee said"."""
_HANDED: Final = keyed(
    "statement statements email note message",
    r"\b(?:statements?|email|note|message)\s+(?:\w+ly\s+)?(?:given|provided|sent|emailed|issued|made|released|supplied|"
    r"shared|forwarded)\s+(?:\w+ly\s+)?(?:to|with)\s+(?![^,.;]{1,60}\sby\s)",
    re.IGNORECASE,
)
"""Before whoever got it: "in a statement shared with the Herald"."""
_PAPERS: Final = r"(?:memos?|memorand(?:um|a)|letters?|e-?mails?|messages?|notes?)"
_WRITTEN: Final = keyed(
    "memo memos memorandum memoranda letter letters email emails e message messages note notes",
    rf"\b(?:in|through|via)\s+(?:(?:an?|the|one|several|his|her|their|its)\s+)?(?:[\w.’'-]+\s+){{0,4}}?{_PAPERS}\s+to\s+"
    r"(?!(?:thank|warn|tell|remind|urge|inform|reassure|congratulate|welcome|help|support|ask|honour|honor|greet)\s)"
    r"(?P<whom>(?:(?:all|its|his|her|their)\s)?(?:[a-z-]+\s){0,2}?[a-z-]+)(?=[,;:.\x00]|$|\s(?:that|on|in|last|this|dated|"
    r"obtained|seen|sent|which|adding|saying)\b)",
    re.IGNORECASE,
)
"""Before whoever gets it: "In a memo to pharmacies, the agency said"."""
_SENT: Final = keyed(
    "memo memos memorandum memoranda letter letters email emails e message messages note notes",
    rf"\b(?:wrote|writes|sent|sends|penned|issued|addressed)\s+(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){{0,3}}?{_PAPERS}\s+to\s+",
    re.IGNORECASE,
)
"""The same: "wrote an open letter to the Harbour Association, saying"."""
_INTERVIEW: Final = keyed(
    "interview conversation chat appearance q",
    r"\b(?:in|during)\s+(?:an?|the|his|her|their)\s+(?:[\w’'-]+,?\s+){0,4}?(?:interview|conversation|chat|q&a|appearance)\s+"
    r"(?:(?:that\s+)?(?:broadcast|aired|published)\s+(?:(?:on\s+|last\s+|this\s+)?\w+day\s+)?(?:on|in|by)|on|(?<!appearance\s)for)\s+",
    re.IGNORECASE,
)
"""Before the outlet where it ran: "in an interview on Radio Nine"."""
_ISSUE: Final = keyed(
    "issue edition",
    r"\b(?:in|for)\s+(?:the|this|its)\s+(?:[\w’'-]+\s+){0,4}?(?:issue|edition)\s+of\s+",
    re.IGNORECASE,
)
"""Before the magazine that prints the talk: "Lee says in the new issue of Film Weekly"."""
_ASKED: Final = keyed("asked quizzed questioned", r"^\W*When\s+(?=(?:[\w’'-]+\s){1,4}?(?:asked|quizzed|questioned)\s)")
"""At the head of a sentence: "When the Herald asked Lee about it, he said"."""
_LIVE: Final = keyed(
    "tiktok instagram facebook youtube",
    r"^\W*In\s+(?:an?|the|her|his|their)\s+(?:[a-z-]+,?\s+){0,3}?(?P<on>Instagram|TikTok|Facebook|YouTube)"
    r"(?:\s(?:Live|video|clip|story|Story|reel|Reel))?(?:\s(?:on|posted|shared|uploaded)\b[^,]{0,30})?,\s",
)
"""At the head of a sentence: "In an Instagram Live, Lee said"."""
_GAP: Final = re.compile(
    rf",?{_WHEN},?\s+(?:(?:in|during|while|when)\s+)?(?:(?:his|her|their|an?)\s+)?(?:(?:live|sworn|written|public|emotional|tearful)\s+)?",
    re.IGNORECASE,
)
"""Between a cue and an occasion."""
_SHOWS: Final = SHOW_NOUNS | OUTLET_NOUNS
_PLACES: Final = word_set(
    "pharmacy hospital school store shop household restaurant hotel nursery home embassy campus landlord"
)
"""Where those are to whom one writes."""


def occasions(narration: Narration, names: Names) -> Iterator[Addressee]:
    """Who listens on the occasions that the quotation's own sentence names."""
    said = kind_of_cue(narration.cue_here.cut(narration.text)) if narration.cue_here else ""
    for pattern, kinds in (
        (_EPISODE, ("outlet", "document")),
        (_SHOW, ("outlet", "document")),
        (_ON_DAY, ("outlet", "document")),
        (_BEFORE, ("audience", "outlet")),
        (_HANDED, ("outlet",)),
        (_INTERVIEW, ("outlet",)),
        (_ISSUE, ("outlet",)),
        (_ASKED, ("outlet",)),
    ):
        if pattern is _ISSUE and said not in ("say", "tell") and "interview" not in narration.words:
            continue
        for found in pattern.finditer(narration):
            if pattern in (_BEFORE, _INTERVIEW) and not _is_at_hand(narration, found.start()):
                continue
            if pattern in (_EPISODE, _SHOW, _ON_DAY) and _is_far(narration, found.end()):
                continue
            heard = phrase_at(narration, found.end(), names)
            if pattern is _EPISODE and _SERIES.search(found[0]):  # "an episode of her series Ann"
                heard = Addressee(title_at(narration.text, found.end()), "outlet")
            if not heard or heard.kind not in kinds or heard.again:
                continue
            if pattern in (_EPISODE, _SHOW) and not heard.name[:1].isupper():
                continue
            if pattern is _INTERVIEW and not is_medium(narration, found.end(), heard.name):
                continue
            yield Addressee(heard.name, "outlet") if heard.kind == "document" else heard
            break
    if (written := _WRITTEN.search(narration)) and _are_addressed(written["whom"].split()[-1]):
        yield Addressee(written["whom"].removeprefix("the "), "audience")
    for sent in _SENT.finditer(narration):
        gets = phrase_at(narration, sent.end(), names)
        if gets and not gets.again and _goes_on(narration, sent.end()):
            yield gets
    if said != "tell" and (live := _LIVE.search(narration)):
        yield Addressee(live["on"], "platform")
    if narration.cue_here and (aired := _AIRED.match(narration.text, narration.cue_here.end)):
        heard = phrase_at(narration, aired.end(), names, only_named=True)
        if heard.kind in ("outlet", "document"):
            yield Addressee(heard.name, "outlet")


def _are_addressed(noun: str) -> bool:
    """Are there several by a noun whom one writes to: "pharmacies", not "concerns"?"""
    one = singular(noun)
    return is_people(noun) or (is_plural(noun) and (bool(noun_kind(one)) or one in _PLACES))


def _goes_on(narration: Narration, at: int) -> bool:
    """Does the cue behind a place go on from there: ", saying", "in which he wrote"?"""
    cue = narration.cue_here
    if cue is None or cue.start < at:
        return False
    between = narration.text[at : cue.start]
    return ";" not in between and (cue.cut(narration.text).endswith("ing") or " in which " in between)


def _is_at_hand(narration: Narration, at: int) -> bool:
    """Does an occasion begin the sentence, or stand right behind the cue or the source?"""
    opens = not any(map(str.isalnum, narration.text[:at]))
    ends = [span.end - narration.start for span in (narration.cue, narration.source) if span is not None]
    return opens or any(0 <= end < at and _GAP.fullmatch(narration.text, end, at) for end in ends)


def _is_far(narration: Narration, at: int) -> bool:
    """Does the source stand far behind an occasion that begins the sentence?"""
    return narration.source is not None and narration.source.start - narration.start - at > _FAR


def is_medium(narration: Narration, at: int, name: str) -> bool:
    """Is a name at a character that of a show or an outlet, by its marks or its words?"""
    around = narration.text[at : at + len(name) + _BEHIND]
    in_marks = any(mark in around[: len(name) + 8] for mark in '“"')
    return in_marks or is_outlet(name) or not _SHOWS.isdisjoint(around.split())
