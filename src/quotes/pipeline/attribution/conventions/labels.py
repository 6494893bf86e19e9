"""Speakers that the words right beside the quotation marks give away, whatever else reports it.

Labels of transcripts (`WALLACE: …`) and of lists (`“…” — Ada Lind`), and who is relayed: in `a guard quoted Lind as
saying, “…,” the Tribune reported`, Lind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from quotes.model import Paragraph, Region, Span

SURE: Final = 0.9
"""Confidence of an attribution by label."""

_BEFORE: Final = re.compile(r"(?P<name>[A-Z][A-Z.'’\- ]{0,38}[A-Z])(?P<cue>:)\s")
_BEHIND: Final = re.compile(r"\s*(?P<cue>[―—–]|--)\s*(?P<name>[A-Z][^.!?:;“”\"―—–]{1,60}?)[.,]?\s*")
_RELAYED: Final = re.compile(
    r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))\s+(?P<name>[^\n,;:“”\"]{2,60}?)\s+"
    r"(?P<cue>as\s+(?:saying|having\s+said|writing|having\s+written|telling\s+[^\n,.;:“”\"]{2,40}?))\s*[,:]?\s*\Z"
)
_TURNED_TO: Final = re.compile(
    r"(?:\A|[.!?”\"]\s)(?:And|But)\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?P<cue>\?)\s\Z"
)
"""Before the words of another, whom the writer turns to: "And Lee? “I went home.”"."""
_SOMEBODY: Final = r"(?P<name>he|she|they|(?:[A-Z][\w.’'-]*[^\S\n]){0,2}[A-Z][\w’'-]*[\w])"
_VERB: Final = (
    r"(?P<cue>said|says|told|tells|wrote|writes|added|adds|recalled|explained|replied|asked|argued|insisted|joked)"
)
_SAID: Final = re.compile(
    rf"[^\S\n](?:{_SOMEBODY}[^\S\n]{_VERB}(?=[,.:]|[^\S\n](?!by\b))"
    rf"|{_VERB.replace('cue', 'verb')}[^\S\n]{_SOMEBODY.replace('name', 'who')}(?=[,.]|[^\S\n](?:on|in|at|to)\b))"
)
"""Behind the words of somebody: "“It was hell,” Lee told the crowd"."""
_COMMA: Final = re.compile(r"[,!?][”\"’']*\Z")
_OPENS: Final = re.compile(r"(?:\A|\n|[.!?…][”\"’')]*[^\S\n])\Z")
_OTHERS: Final = re.compile(
    r"(?:(?<=[.!?][”\"’\s])|(?<=\n))\s*(?:(?:The|An?|One|His|Her)[^\S\n](?:[a-z-]+[^\S\n])?(?:reply|answer|response|crowd|audience|"
    r"wife|husband|mother|father|supporters?|fans?|bystanders?|onlookers?|neighbou?rs?)|Others|Another|Not[^\S\n]everyone)\b"
)
_VOICES: Final = 2  # labels, each of several quotations, that make a transcript
_REACH: Final = 160
"""Characters before the quotation that are looked at for who is relayed."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the words or mark that join it to what is said; `words` is the quotation without them."""

    name: Span
    cue: Span
    words: Span
    is_relay: bool = False
    """Surer than whatever the network finds: it tends to take who relays, or who reports, for the speaker."""
    is_turn: bool = False
    """As sure: one of several that take turns, as in a transcript."""
    is_other: bool = False
    """Is it another who speaks than before, in the same paragraph?"""

    @property
    def is_head(self) -> bool:
        """Does it stand before what is said, as in a transcript?"""
        return not self.is_relay and self.name.start < self.words.start

    @property
    def is_sure(self) -> bool:
        """Does it stand against any other source?"""
        return self.is_relay or self.is_turn


def taking_turns(text: str, labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels of an article's quotations, where some stand before what is said in a transcript, known as turns."""
    voices = [label.name.cut(text) if label and label.is_head else "" for label in labels]
    count = Counter(filter(None, voices))
    if sum(times > 1 for times in count.values()) < _VOICES:
        return list(labels)
    return [
        replace(label, is_turn=True) if label and count[voice] > 1 else label
        for label, voice in zip(labels, voices, strict=True)
    ]


def label_of(text: str, region: Region, paragraph: Paragraph) -> Label | None:
    """The label of a quotation: in capitals and a colon at its head, behind a dash at its end, or who is relayed.

    Or whom the writer turns to: "And Lee? “…”".
    """
    if found := _BEFORE.match(text, region.inner.start, region.inner.end):
        return Label(Span(*found.span("name")), Span(*found.span("cue")), Span(found.end(), region.span.end))
    if region.closed and (found := _BEHIND.fullmatch(text, region.span.end, paragraph.span.end)):
        return Label(Span(*found.span("name")), Span(*found.span("cue")), region.span)
    low = max(paragraph.span.start, region.span.start - _REACH)
    if found := _TURNED_TO.search(text[low : region.span.start]):
        name, cue = (Span(low + found.start(part), low + found.end(part)) for part in ("name", "cue"))
        return Label(name, cue, region.span, is_relay=True, is_other=True)
    if found := _RELAYED.search(text, low, region.span.start):
        cue = Span(found.start("cue") + len("as "), found.end("cue"))
        return Label(Span(*found.span("name")), cue, region.span, is_relay=True)
    return None


def said_behind(text: str, region: Region) -> Label | None:
    """Who says the words of a quotation that begins a sentence, where a plain cue stands right behind it."""
    start, end = region.span.start, region.span.end
    if not region.closed or text[start] not in '“"' or not _COMMA.search(text, max(start, end - 3), end):
        return None
    found = _SAID.match(text, end) if _OPENS.search(text, max(0, start - 4), start) else None
    if found is None:
        return None
    name, cue = ("name", "cue") if found["name"] else ("who", "verb")
    return Label(Span(*found.span(name)), Span(*found.span(cue)), region.span)


def turns_to_another(text: str, start: int, end: int) -> bool:
    """Does a sentence between two quotations tell of others who speak: "The crowd roared.", "The reply was swift."?"""
    return _OTHERS.search(text, start, end) is not None
