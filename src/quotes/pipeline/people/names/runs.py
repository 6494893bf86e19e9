"""Words with capitals and the runs that they form: what a name looks like before anything is known of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.names.parts import PARTICLES, is_title, normal
from quotes.pipeline.people.scene import merged
from quotes.pipeline.people.wordlists import word_set

POSSESSIVE: Final = re.compile(r"(?:['’‘]s|(?<=s)['’])$", re.IGNORECASE)
DOMAIN: Final = r"\.(?:com|org|net|fm|tv|io|info|co\.uk)\b"
"""What ends the name of a site."""
_TOKEN: Final = rf"[^\W_]+(?:(?:['’&-]|‘(?=s\b)|\.(?=[A-Z]\b|[A-Z]\.))[^\W_]+)*(?:{DOMAIN}|\.)?|&"
_WORD: Final = re.compile(_TOKEN)
_PLAIN: Final = rf"(?!(?:{'|'.join(sorted(PARTICLES))})\b|ff)[a-z]++(?![\w'’&.-])"
_WORD_OR_PLAIN: Final = re.compile(rf"(?P<plain>{_PLAIN}(?:,?[^\S\n]{_PLAIN})*)|{_TOKEN}")
"""A word, or all the plain ones in a row at once, of which a text is full: in lower case and no particles."""
_GAP: Final = re.compile(
    r"[^\S\n]{1,2}(?:[\"“‘'(](?=[^\W\d_][^\s\"“”]{0,20}[\"”’')][^\S\n]))?|[\"”’')][^\S\n]{1,2}|,[^\S\n](?=[JS]r\b)"
)
_CONTRACTION: Final = re.compile(
    r"(?:['’](?:m|ve|re|d|ll)|n['’]t|^it['’]s|^(?:he|she|that|there|what|who|here)['’]s)$", re.I
)
DOTTED: Final = word_set(
    "jr sr st inc corp ltd co bros mr mrs ms dr rev gen sen rep gov lt col sgt capt prof mme mlle chas thos robt benj"
)
_BEFORE: Final = re.compile(r"([^\W\d_]+)\.?[^\S\n]$")
_LOOK: Final = 30  # characters in which a word before a place lies
_FULL_STOP: Final = re.compile(r"([^\W\d_]{4,})\.[^\S\n]+(?=[A-Z])")
_NICKNAMED: Final = re.compile(
    r"(?:[A-Z][\w’'-]{1,20}(?:[^\S\n][A-Z]\.)?|(?:[A-Z]\.[^\S\n]?){1,3})"
    r"[^\S\n][\"“‘'(][A-Z][\w-]{1,14}[\"”’')][^\S\n][A-Z][\w’'-]{1,20}"
)
_NICKNAME: Final = re.compile(r"[^\S\n][\"“‘'(][A-Z][\w-]{1,14}[\"”’')][^\S\n][A-Z]")
"""What is in the midst of it, found sooner."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run with its place."""

    text: str
    span: Span

    @property
    def key(self) -> str:
        """The word in normal form."""
        return normal(self.text)

    @property
    def capital(self) -> bool:
        """Upper case at its head, or a name such as "iTunes", "al-Mamun", "fforde"."""
        within = self.text[0].islower() and any(map(str.isupper, self.text[1:5]))
        return self.text[0].isupper() or within or self.text.startswith("ff")

    @property
    def caseless(self) -> bool:
        """Of a script that knows no capitals: "李小龙"."""
        return self.text[0].isalpha() and self.text.lower() == self.text.upper()


class Coverage:
    """Do some spans cover a place? Made once, asked in any order, by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = merged(s for s in spans if s.end > s.start)
        self._starts = [s.start for s in self._spans]

    def __contains__(self, span: Span) -> bool:
        i = bisect_left(self._starts, span.end) - 1
        return i >= 0 and self._spans[i].end > span.start


def to_full_stop(text: str, span: Span) -> Span:
    """A name without the sentence that it is let run on into: "Lee. Adding"."""
    stop = _FULL_STOP.search(text, span.start, span.end)
    ends = stop is not None and not is_title(stop[1].removesuffix("s")) and normal(stop[1]) not in DOTTED
    return Span(span.start, stop.end(1)) if stop and ends else span


def word_before(text: str, at: int) -> str:
    """The word right before a place, without its dot: "Mr" before "Mr. Lee"; empty for none."""
    low = max(0, at - _LOOK)
    found = _BEFORE.search(text, max(low, text.rfind(" ", low, max(low, at - 2)) + 1), at)
    return found[1] if found else ""


def capital_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, with their places; a dot stays with initials and abbreviations."""
    found = map(_word, _WORD.finditer(text, start, len(text) if end is None else end))
    return [word for word in found if word is not None]


def _word(match: re.Match[str]) -> Word | None:
    word, stop = match[0], match.end()
    if word.endswith(".") and "." not in word[:-1] and normal(word) not in DOTTED and not _initial(word):
        word, stop = word[:-1], stop - 1
    return Word(word, Span(match.start(), stop)) if word else None


def _initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper()


def capital_runs(text: str) -> Iterator[list[Word]]:
    """Runs of capitalised words with only spaces between them, particles in their midst allowed."""
    run: list[Word] = []
    waiting: list[Word] = []  # particles that belong to the run only if a capital follows
    for match in _WORD_OR_PLAIN.finditer(text):
        if match["plain"] or (not run and match[0].islower()):
            if run:
                yield run
                run, waiting = [], []
            continue
        if (word := _word(match)) is None:
            continue
        last = (waiting or run)[-1].span.end if run else -1
        marked = "'" in word.text or "’" in word.text  # most words are not: no pattern is tried on them
        if marked and _CONTRACTION.search(word.text):
            if run:
                yield run
            run, waiting = [], []
            continue
        joined = bool(run) and _GAP.fullmatch(text, last, word.span.start) is not None
        if joined and POSSESSIVE.search((waiting or run)[-1].text):
            joined = False
        if word.capital or (joined and word.text[0].isdigit()):
            if joined:
                run += [*waiting, word]
            else:
                if run:
                    yield run
                run = [word] if word.capital else []
            waiting = []
        elif joined and (word.key in PARTICLES or word.text == "&") and len(waiting) < 3:
            waiting.append(word)
        else:
            if run:
                yield run
            run, waiting = [], []
    if run:
        yield run


def nicknamed(text: str) -> list[Span]:
    """Where capitals have a nickname in marks among them: 'Ann J. "Annie" Lee'."""
    return [Span(m.start(), m.end()) for m in _NICKNAMED.finditer(text)] if _NICKNAME.search(text) else []
