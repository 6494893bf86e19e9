"""What the narrator says around a quotation: its sentences with all quoted and reported words blotted out.

Patterns for "told the Herald" or "the Herald reported" may only look at the narrator's own words; blotting keeps the
offsets of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from quotes.model import Entity, Span, Spans
from quotes.pipeline.people.lexicon import MASTHEADS, NEWS_WORDS, PLATFORMS
from quotes.pipeline.people.names.parts import given_name_gender, normal
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import WEEKDAY, word_set

BLOT: Final = "\x00"
_REACH: Final = 600  # characters of a sentence that are looked at
_BODY_REACH: Final = 1500  # characters from a body's name to "the committee"
_CAPITALS: Final = re.compile(
    r"[A-Z0-9À-Þ][\w&!.'’-]*(?:\s(?:(?:of|the|and|for|in|on|with|to|a|de|la|&)\s){0,2}[A-Z0-9À-Þ][\w&!'’-]*){0,7}"
)
_NAME_WITH_BANG: Final = re.compile(r"[\w,]\s[A-Z]\w{0,15}!$")
_DATED: Final = re.compile(
    rf"(?:^|\s(?:on|in)\s)(?:{WEEKDAY}|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|\d{4})$"
)
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ON_X: Final = re.compile(r"\b(?:on|to|via) X\b(?![-’'])")
_NAME_BEHIND: Final = 40  # characters from a role to the name of whoever has it
_WAVELENGTH: Final = re.compile(r"[A-Za-z]\s\d{2,3}\.\d\b")
"""What ends the name of a station: "Power 105.1"."""
_PLAIN_WORD: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(r"\w+")
_BODIES: Final = word_set("congress parliament assembly council party commission committee government republic")
"""Last words of bodies that are none, though papers are called after the people too."""
_POSSESSIVE: Final = re.compile(r"['’]s$")
_HOSTED: Final = re.compile(
    r"^(?P<who>[A-Z][\w’'-]+ [A-Z][\w-]+)(?:[’']s)?,? (?:Show|Podcast|Live|Tonight|Experience)\b|"
    r"\bwith (?P<with>[A-Z]\w+ [A-Z]\w+)$"
)
"""A show that is called after whoever hosts it."""
_QUOTED: Final = re.compile(r"[“\"‘']([^“”\"\n\x00]{2,80}?),?[”\"’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in the narration: the article's fullest form of it, and what it names."""

    name: str
    kind: str
    """As `Entity.kind`."""
    span: Span


class Names:
    """The names of an article by their places; made once from `doc._.people`."""

    def __init__(self, text: str, people: Sequence[Entity]) -> None:
        self.text = text
        at = sorted((span, i) for i, entity in enumerate(people) for span in entity.mentions)
        self._named = [Named(people[i].name, people[i].kind, span) for span, i in at]
        self._starts = [named.span.start for named in self._named]
        self._outlets = [named for named in self._named if named.kind != "person" and is_outlet(named.name)]
        self._outlet_starts = [named.span.start for named in self._outlets]
        self._works = [named for named in self._named if named.kind == "work"]
        self._work_starts = [named.span.start for named in self._works]
        self._people = people
        self._known = frozenset(entity.name for entity in people)
        self._bodies: dict[str, list[tuple[int, str, bool]]] = {}
        """By the last word of bodies' names: where each ends, its name, and whether all before have the same."""
        for named in self._named:
            before, _, noun = named.name.casefold().rpartition(" ")
            if before and named.kind != "person":
                some = self._bodies.setdefault(noun, [])
                some.append((named.span.end, named.name, not some or (some[-1][2] and some[-1][1] == named.name)))

    @cached_property
    def calls_it_x(self) -> bool:
        """Does the article speak of X and not of Twitter?"""
        return _ON_X.search(self.text) is not None and "Twitter" not in self.text

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def with_role(self, noun: str, at: int) -> str:
        """The one person whose role has a noun ("the judge"); empty for none or several, and who comes in later."""
        near = at + _NAME_BEHIND
        met = (e for e in self._people if e.kind == "person" and any(span.start < near for span in e.mentions))
        found = {e.name for e in met if noun in e.role.casefold().split()}
        return found.pop() if len(found) == 1 else ""

    def last_body(self, noun: str, at: int) -> str:
        """The one body before a character whose name ends in a noun: the Ethics Committee for "committee".

        Empty where there are several, where it is far, and where another one was mentioned since without a name.
        """
        some = self._bodies.get(noun, ())
        k = bisect_left(some, at, key=lambda body: body[0])
        end, name, is_one = some[k - 1] if k else (0, "", False)
        if not is_one or at - end > _BODY_REACH:
            return ""
        return "" if re.search(rf"(?<![Tt]he )\b{noun}\b", self.text[end : at - len(noun) - 1]) else name

    def outlet_like(self, word: str) -> str:
        """The one outlet whose name begins with a word: Us Weekly for "Us"; empty for none or several."""
        found = {name for name in self._known if name.startswith(f"{word} ") and is_outlet(name)}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def _hosts(self) -> dict[str, str]:
        """By their surnames, those after whom shows are called."""
        found = (_HOSTED.search(name) for name in self._known)
        hosts = {one["who"] or one["with"] for one in found if one}
        hosts = {who for who in hosts if given_name_gender(who.split()[0])}
        surnames = Counter(who.split()[-1] for who in hosts)
        return {who.split()[-1]: who for who in hosts if surnames[who.split()[-1]] == 1}

    def host(self, word: str) -> str:
        """The host of a show that is called after him: Ann Lee for "Lee", of the Ann Lee Show; empty for none."""
        return self._hosts.get(word, "")

    def last_work(self, at: int) -> str:
        """The last book, film or other work that is named before a character; empty for none."""
        k = bisect_left(self._work_starts, at)
        return self._works[k - 1].name if k else ""

    def last_outlet(self, at: int, reach: int = 2000) -> str:
        """The outlet that is named last before a character, empty for none within reach."""
        k = bisect_left(self._outlet_starts, at)
        return self._outlets[k - 1].name if k and at - self._outlet_starts[k - 1] <= reach else ""

    def last_paper(self, at: int, reach: int = 2000) -> str:
        """The last before a character that looks like an outlet by its name, empty for none within reach."""
        k = bisect_left(self._outlet_starts, at)
        near = self._outlets[bisect_left(self._outlet_starts, at - reach) : k]
        papers = (one.name for one in reversed(near) if is_outlet(one.name))
        return next((name for name in papers if normal(name.split()[-1]) not in _BODIES), "")

    def within(self, start: int, end: int) -> list[Named]:
        """The names that begin in a stretch of text."""
        k = bisect_left(self._starts, start)
        return self._named[k : bisect_left(self._starts, end, k)]

    def overlapping(self, start: int, end: int) -> list[Named]:
        """The names that share characters with a stretch of text; of those before it at most the last two are seen."""
        k = bisect_left(self._starts, start)
        first = bisect_left(self._starts, self._starts[max(0, k - 2)]) if k else 0
        before = [one for one in self._named[first:k] if one.span.end > start]
        return before + self._named[k : bisect_left(self._starts, end, k)]

    def reaching(self, at: int) -> Named | None:
        """The name that ends at a character, give or take a mark."""
        k = bisect_left(self._starts, at) - 1
        return self._named[k] if k >= 0 and at - 1 <= self._named[k].span.end <= at + 1 else None


@dataclass(frozen=True)
class Narration:
    """The narrator's words in the sentences of an attribution."""

    text: str
    """Of the length of the window; quoted and reported words are `BLOT`s."""
    start: int
    """Where the window begins in the article."""
    cue: Span | None = None
    """In the article; the last span of the cue."""
    source: Span | None = None
    told: str = ""
    """What follows the cue where the content begins right behind it without a mark: "asked <the court for time>"."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, all letters small."""
        return frozenset(word.casefold() for word in _WORD.findall(self.text))  # a mark may fold to a letter

    @property
    def cue_here(self) -> Span | None:
        """The cue by its place in the text."""
        return Span(self.cue.start - self.start, self.cue.end - self.start) if self.cue else None

    @property
    def before_source(self) -> str:
        """What stands before the source."""
        return self.text[: max(0, self.source.start - self.start)] if self.source else ""

    def in_source(self, start: int, end: int) -> bool:
        """Has a stretch of the article a character of the source?"""
        return self.source is not None and self.source.overlap(Span(start, end)) > 0

    def in_cue(self, start: int, end: int) -> bool:
        """Has a stretch of the text a character of the cue?"""
        return self.cue is not None and self.cue.start < self.start + end and self.start + start < self.cue.end


def narration_of(scene: Scene, index: int, holder: int | None, around: Sequence[Span]) -> Narration:
    """The narration of an attribution; inside somebody else's quotation only that quotation's words.

    `around` are the contents to be blotted out, in text order: those near it that do not hold the attribution.
    """
    attribution = scene.attributions[index]
    spans = [*attribution.cue, *attribution.source, *attribution.content]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start = max(scene.sentence_span(first).start, first - _REACH)
    end = min(max(scene.sentence_span(last - 1).end, last), last + _REACH)
    quoted = any(s.start < end <= s.end for s in around)
    if not quoted and _NAME_WITH_BANG.search(scene.text[max(start, end - 20) : end]):  # "told Yahoo! Films"
        end = max(end, scene.sentence_span(min(end + 1, len(scene.text) - 1)).end)
    if scene.paragraphs:  # a headline without a full stop may run on into the story
        start = max(start, min(first, scene.paragraphs[scene.paragraph(first)].span.start))
        end = min(end, max(last, scene.paragraphs[scene.paragraph(last - 1)].span.end))
    if holder is not None:
        inside = [s for s in scene.attributions[holder].content if s.start <= first < s.end]
        start, end = max(start, inside[0].start if inside else start), min(end, inside[0].end if inside else end)
    end = max(end, start)
    text = blotted(scene.text, start, end, around)
    cue = max(attribution.cue) if attribution.cue else None
    told = ""
    if cue:
        at = cue.end
        for span in sorted(attribution.content):
            at = span.end if 0 <= span.start - at <= 1 else at
        told = scene.text[cue.end : min(at, cue.end + 120)]
    return Narration(text, start, cue, min(attribution.source) if attribution.source else None, told)


def blotted(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """A stretch of text with some spans, in text order, blotted out."""
    parts, at = [], start
    for span in spans:
        left, right = max(span.start, at), min(span.end, end)
        if left < right:
            parts += [text[at:left], BLOT * (right - left)]
            at = right
    return "".join([*parts, text[at:end]])


def title_at(text: str, at: int) -> str:
    """A work's title that begins at a character: words in marks, or a run of capitalised words."""
    if found := _QUOTED.match(text, at):
        return found[1].strip(" ,.")
    if found := _CAPITALS.match(text, at):
        return _POSSESSIVE.sub("", _DATED.sub("", found[0].rstrip(" ,.’'")))
    return ""


@lru_cache(maxsize=20_000)
def is_outlet(name: str) -> bool:
    """Does a name look like a newspaper, magazine, broadcaster or show?"""
    words = [normal(w).rstrip("0123456789") for w in _PLAIN_WORD.findall(name)]  # "BBC1"
    known = any(w in NEWS_WORDS for w in words) or (len(words) > 1 and words[-1] in MASTHEADS)
    return known or _WAVELENGTH.search(name) is not None


def is_platform(name: str) -> bool:
    """Is it a place where people post?"""
    return name.casefold() in PLATFORMS


def contents_near(contents: Spans, starts: Sequence[int], window: Span) -> list[Span]:
    """Contents (sorted by start) that overlap a window; at most 20 that begin before it are looked at."""
    k = max(0, bisect_left(starts, window.start) - 20)
    out = []
    while k < len(contents) and contents[k].start < window.end:
        if contents[k].end > window.start:
            out.append(contents[k])
        k += 1
    return out


def bare(words: str) -> str:
    """Words without a leading article."""
    return _ARTICLE.sub("", words.strip())
