"""One text of a wording, ready to be compared: its words in order, in one spelling, and what stands between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final
from zlib import crc32

from quotes.dedupe import normal_form as plain
from quotes.dedupe.spelling import RESPELLINGS, SPELLED_OTHERWISE, expanded, is_tens, joined_number, respelled

INSERTED = "\x00"
"""Stands in `Form.key` where the newsroom put words in: [bracketed]."""
ASIDE_MOST: Final = 4
"""Words between two commas that may be an aside, after which the sentence goes on."""
_CHARACTERS: Final = 0x110000
_CODES_KEPT: Final = 1 << 18


class Form:
    """One text in its normal form, with what is needed to find it inside another.

    `text` is the plain words; `same` has contractions and numbers spelled out besides, and `key` one spelling for
    British and American, without [bracketed] words. `size` counts the words of `key`.
    """

    __slots__ = (
        "_between",
        "_capitals",
        "_coded",
        "_negated",
        "key",
        "parts",
        "raw",
        "reported",
        "same",
        "size",
        "text",
    )

    def __init__(self, raw: str, *, reported: bool = False) -> None:
        self.raw = raw
        self.reported = reported
        self._between: list[str] | None = None
        self._capitals: list[bool] | None = None
        self._coded: str | None = None
        self._negated: bool | None = None
        broken = ".." in raw or ". ." in raw or "…" in raw
        stretches = [plain.words(part) for part in plain.ELLIPSIS.split(raw)] if broken else [plain.words(raw)]
        if reported:
            _without_that(stretches)
        self.text = _joined(stretches) or plain.normal_form(raw)
        if "[" in raw or "(" in raw:
            bare = plain.without_insertions(raw)
            if bare != raw:
                stretches = [plain.words(stretch) for stretch in plain.ELLIPSIS.split(bare)]
                if reported:
                    _without_that(stretches)
        sames = [spelled_out(stretch) for stretch in stretches if stretch]
        # Equal texts are made one string: comparing it with itself takes no time, and it is kept once.
        self.same = _joined(sames) or self.text
        if self.same == self.text:
            self.same = self.text
        parts = [" ".join(map(RESPELLINGS.__getitem__, words)) for words in sames]
        self.parts: tuple[str, ...] = tuple(parts) if parts else (self.text,)
        self.key = " ".join(self.parts) if len(self.parts) > 1 else self.parts[0]
        if self.key == self.text:
            self.key = self.text
        if self.same == self.key:
            self.same = self.key
        self.size = self.key.count(" ") + 1 if self.key else 0

    @property
    def words(self) -> list[str]:
        """The words of the key, in order."""
        return self.key.split(" ")

    @property
    def coded(self) -> str:
        """The words of the key, one character each, for finding words by plain search.

        Two words may have the same character (about one pair in a million): what is found must be looked at.
        """
        if self._coded is None:
            self._coded = coded(self.key)
        return self._coded

    def find(self, part: Form) -> int:
        """The number of the word from which the words of `part` stand here together, -1 for nowhere."""
        at = self.coded.find(part.coded)
        while at >= 0 and self.words[at : at + part.size] != part.words:
            at = self.coded.find(part.coded, at + 1)
        return at

    @property
    def between(self) -> list[str]:
        """What stands before each word of the key, since the word before: spaces, punctuation, [bracketed] words."""
        if self._between is None:
            self._read_between()
        assert self._between is not None
        return self._between

    def _read_between(self) -> None:
        text = plain.with_insertions_marked(plain.plain(self.raw))
        found = list(plain.WORD.finditer(text))
        gaps = ["", *(text[a.end() : b.start()] for a, b in pairwise(found))]
        words = [plain.as_word(one.group()) for one in found]
        between: list[str] = []
        at = 0
        while at < len(words):
            if _is_pair(words, at):
                between.append(gaps[at])
                at += 2
            else:
                between += [gaps[at], *[""] * (len(expanded(words[at])) - 1)]
                at += 1
        # Counted from the end, since a reported clause may have lost its leading "that".
        self._between = between[-self.size :] if self.size else []

    @property
    def has_insertions(self) -> bool:
        """Did the newsroom put words in?"""
        return "[" in self.raw or "(" in self.raw

    def inserted_before(self, at: int) -> bool:
        """Did the newsroom put words in just before word `at`?"""
        return INSERTED in self.between[at] if 0 <= at < len(self.between) else "[" in self.raw[-80:]

    def left_out_before(self, at: int) -> bool:
        """Does the text mark with an ellipsis that words were left out before word `at`?"""
        return len(self.parts) > 1 and 0 < at < len(self.between) and bool(plain.ELLIPSIS.search(self.between[at]))

    @property
    def negated(self) -> bool:
        """Does it hold any negation?"""
        if self._negated is None:
            self._negated = not plain.NEGATIONS.isdisjoint(self.key.split(" "))
        return self._negated

    def clause_starts(self, at: int) -> bool:
        """Does a clause begin with word `at`, so that no negation before it reaches what follows?"""
        if not 0 < at < len(self.between):
            return True
        before = self.between[at]
        if plain.CLAUSE_END.search(before):
            return True
        return "," in before and (self.words[at] in plain.CONJUNCTIONS or self._subject_behind_comma(at))

    def _subject_behind_comma(self, at: int) -> bool:
        """Does a subject with its verb begin at word `at`, and no aside end there: "not, frankly, [it is true]"?"""
        words = self.words[at : at + 2]
        if len(words) < 2 or words[0] not in plain.SUBJECTS or words[1] not in plain.AUXILIARIES:
            return False
        return not any("," in gap for gap in self.between[max(0, at - ASIDE_MOST) : at])

    def pause_before(self, at: int) -> bool:
        """Does any punctuation, or a conjunction, part word `at` from the word before?"""
        if not 0 < at < len(self.between):
            return True
        return bool(plain.PAUSE.search(self.between[at])) or self.words[at] in plain.CONJUNCTIONS

    def capitals(self) -> list[bool]:
        """For each word of the key, is it written with a capital inside a sentence, as names are?

        Empty where the text cannot be followed word by word.
        """
        if self._capitals is None:
            self._capitals = self._read_capitals()
        return self._capitals

    def _read_capitals(self) -> list[bool]:
        if self.raw[1:].islower():
            return [False] * self.size
        text = plain.with_insertions_marked(plain.plain(self.raw, fold=False))
        found = list(plain.WORD.finditer(text))
        flags: list[bool] = []
        end = 0
        for one in found:
            gap = text[end : one.start()]
            starts = end == 0 or any(mark in gap for mark in '.!?:;“”"‘…\x00')
            flags.append(
                one.group()[0].isupper() and not starts and one.group() not in ("I", "I'm", "I've", "I'll", "I'd")
            )
            end = one.end()
        flags = flags[-self.size :]
        words = [plain.as_word(plain.plain(one.group())) for one in found][-self.size :]
        return flags if [respelled(word) for word in words] == self.words else []


def coded(words: str) -> str:
    """A character for each of the words, which a space parts."""
    return "".join(map(_CODES.__getitem__, words.split(" ")))


class _Codes(dict[str, str]):
    """The character of each word, worked out once; a plain dictionary answers in half the time of a cached function."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CODES_KEPT:
            self.clear()
        self[word] = code = chr(crc32(word.encode("utf-8", "surrogatepass")) % _CHARACTERS)
        return code


_CODES: Final = _Codes()


def _joined(stretches: list[list[str]]) -> str:
    return " ".join(stretches[0] if len(stretches) == 1 else [word for stretch in stretches for word in stretch])


def spelled_out(words: list[str]) -> list[str]:
    """Contractions and numbers in letters spelled out: "won't" will not, "twenty five" 25, "per cent" %."""
    if SPELLED_OTHERWISE.isdisjoint(words) and "'" not in "".join(words):
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if at + 1 < len(words):
            if is_tens(word) and (number := joined_number(word, words[at + 1])):
                out.append(number)
                at += 2
                continue
            if word == "per" and words[at + 1] == "cent":
                out.append("%")
                at += 2
                continue
        out += expanded(word)
        at += 1
    return out


def _is_pair(words: list[str], at: int) -> bool:
    """Do two words at `at` stand for one: "twenty five", "per cent"?"""
    if at + 1 >= len(words):
        return False
    if is_tens(words[at]):
        return joined_number(words[at], words[at + 1]) is not None
    return words[at] == "per" and words[at + 1] == "cent"


def _without_that(stretches: list[list[str]]) -> None:
    """Take the "that" off a reported clause."""
    first = next((stretch for stretch in stretches if stretch), [])
    if len(first) > 1 and first[0] == "that":
        del first[0]
