"""One text of a wording, ready to be compared: its words in order, in one spelling, and what stands between them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from zlib import crc32

from quotes.dedupe import normal_form as plain
from quotes.dedupe.spelling import MAGNITUDES, RESPELLINGS, SPELLED_OTHERWISE, expanded, is_tens, joined_number
from quotes.dedupe.vocabulary import CONDITIONS, DENYING, DENYING_TO
from quotes.dedupe.written import MARKS, Written, names_of, written

Runs = tuple[tuple[int, int], ...]
"""Stretches of words (from, to), end exclusive, in order."""

INSERTED = "\x00"
"""Stands in `Form.key` where the newsroom put words in: [bracketed]."""
ASIDE_MOST: Final = 4
"""Words between two commas that may be an aside, after which the sentence goes on."""
TURNING_WORDS: Final = plain.NEGATIONS | CONDITIONS | DENYING | DENYING_TO
"""Words of which one at least stands where what a text says may be turned."""
_END_MARKS: Final = " .,!?;:"
_CHARACTERS: Final = 0x110000
_CODES_KEPT: Final = 1 << 18


class Form:
    """One text in its normal form, with what is needed to find it inside another.

    `text` is the plain words; `same` has contractions and numbers spelled out besides, and `key` one spelling for
    British and American, without [bracketed] words. `size` counts the words of `key`.
    `coded` has one character for each of these, for finding words by plain search: two words may have the same one
    (about one pair in a million), so what is found must be looked at.
    """

    __slots__ = (
        "_between",
        "_names",
        "_paused",
        "_turns",
        "coded",
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
        self._names: list[bool] | None = None
        self._paused: bool | None = None
        self._turns: bool | None = None
        broken = ".." in raw or ". ." in raw or "…" in raw
        stretches = [plain.words(part) for part in plain.ELLIPSIS.split(raw)] if broken else [plain.words(raw)]
        if reported:
            _without_that(stretches)
        inserted = "[" in raw or "(" in raw
        if not broken and not inserted and self._stands_as_written(stretches[0]):
            return
        self.text = _joined(stretches) or plain.normal_form(raw)
        told = stretches
        if inserted:
            bare = plain.without_insertions(raw)
            if bare != raw:
                stretches = [plain.words(stretch) for stretch in plain.ELLIPSIS.split(bare)]
                if reported:
                    _without_that(stretches)
        sames = [spelled_out(stretch) for stretch in stretches if stretch]
        # Equal texts are made one string: comparing it with itself takes no time, and it is kept once.
        self.same = self.text if sames == told else _joined(sames) or self.text
        if self.same == self.text:
            self.same = self.text
        spelled = [_in_one_spelling(words) for words in sames]
        self.parts: tuple[str, ...] = tuple([" ".join(words) for words, _ in spelled]) or (self.text,)
        self.key = " ".join(self.parts) if len(self.parts) > 1 else self.parts[0]
        if self.key == self.text:
            self.key = self.text
        if self.same == self.key:
            self.same = self.key
        self.size = self.key.count(" ") + 1 if self.key else 0
        self.coded = "".join([codes for _, codes in spelled]) or coded(self.key)

    def _stands_as_written(self, words: list[str]) -> bool:
        """Has no word of the text another spelling, so that there is nothing to do but join them? Mostly none has."""
        codes = "".join(map(_CODES_AS_WRITTEN.__getitem__, words))
        if not codes or len(codes) < len(words):
            return False
        self.text = self.same = self.key = " ".join(words)
        self.parts = (self.text,)
        self.size = len(words)
        self.coded = codes
        return True

    @property
    def words(self) -> list[str]:
        """The words of the key, in order; not to be changed, since whoever asks next gets the same list."""
        return _words_of(self.key)

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
            self._between = [gap for gap, _ in self._written()]
        return self._between

    @property
    def has_insertions(self) -> bool:
        """Did the newsroom put words in?"""
        return "[" in self.raw or "(" in self.raw

    def shifted(self, start: int, end: int) -> bool:
        """Are the words from `start` to `end` reported, not in marks, so that "they" may be the speaker's "we"?"""
        if not self.reported:
            return False
        if MARKS.isdisjoint(self.raw):
            return True
        marked = False
        for gap in self.between[: start + 1]:
            for mark in filter(MARKS.__contains__, gap):
                marked = mark == "“" or (mark == '"' and not marked)
        return not marked and all(MARKS.isdisjoint(gap) for gap in self.between[start + 1 : end])

    def inserted_before(self, at: int) -> bool:
        """Did the newsroom put words in just before word `at`?"""
        return INSERTED in self.between[at] if 0 <= at < len(self.between) else "[" in self.raw[-80:]

    def left_out_before(self, at: int) -> bool:
        """Does the text mark with an ellipsis that words were left out before word `at`?"""
        return len(self.parts) > 1 and 0 < at < len(self.between) and bool(plain.ELLIPSIS.search(self.between[at]))

    @property
    def turns(self) -> bool:
        """Does it hold any negation or condition?"""
        if self._turns is None:
            self._turns = not TURNING_WORDS.isdisjoint(self.key.split(" "))
        return self._turns

    @property
    def paused(self) -> bool:
        """May punctuation part some of the words? Where none does, there is no need to look between them."""
        if self._paused is None:
            self._paused = not self.raw.isascii() or bool(plain.PAUSE.search(self.raw.rstrip(_END_MARKS)))
        return self._paused

    def clause_starts(self, at: int) -> bool:
        """Does a clause begin with word `at`, so that no negation before it reaches what follows?"""
        if not self.paused:
            return not 0 < at < self.size
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
        if not self.paused:
            return not 0 < at < self.size or self.words[at] in plain.CONJUNCTIONS
        if not 0 < at < len(self.between):
            return True
        return bool(plain.PAUSE.search(self.between[at])) or self.words[at] in plain.CONJUNCTIONS

    def names(self, start: int, end: int) -> list[str]:
        """Which of the words from `start` to `end` are names, by their capitals."""
        if start > 0 and self.raw.isascii() and self.raw[1:].islower():
            return []  # only the first has one
        if self._names is None:
            self._names = [] if self.raw.islower() else names_of(self._written(), self.words)
        return [word for word, name in zip(self.words[start:end], self._names[start:end], strict=False) if name]

    def _written(self) -> list[Written]:
        return written(self.raw, self.size)


@lru_cache(maxsize=1 << 8)
def _words_of(key: str) -> list[str]:
    """The words of a key, kept a while: a wording's are asked for again and again while it is placed."""
    return key.split(" ")


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


class _CodesAsWritten(dict[str, str]):
    """The same of words that stand in the key as they are written, and none for those that may be spelled otherwise."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CODES_KEPT:
            self.clear()
        otherwise = "'" in word or word in SPELLED_OTHERWISE or RESPELLINGS[word] != word
        self[word] = code = "" if otherwise else _CODES[word]
        return code


_CODES_AS_WRITTEN: Final = _CodesAsWritten()


def _in_one_spelling(words: list[str]) -> tuple[list[str], str]:
    """The words in one spelling for British and American, and a character for each; few have another one."""
    spelled, codes = list(words), list(map(_CODES_AS_WRITTEN.__getitem__, words))
    for at, code in enumerate(codes):
        if not code:
            spelled[at] = word = RESPELLINGS[words[at]]
            codes[at] = _CODES[word]
    return spelled, "".join(codes)


def _joined(stretches: list[list[str]]) -> str:
    return " ".join(stretches[0] if len(stretches) == 1 else [word for stretch in stretches for word in stretch])


def spelled_out(words: list[str]) -> list[str]:
    """Contractions and numbers in letters spelled out: "won't" will not, "twenty five" 25, "5m" 5 million."""
    if "'" not in "".join(words) and SPELLED_OTHERWISE.isdisjoint(words):
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
        out += (MAGNITUDES[word],) if word in MAGNITUDES and out and out[-1][0].isdigit() else expanded(word)
        at += 1
    return out


def _without_that(stretches: list[list[str]]) -> None:
    """Take the "that" off a reported clause."""
    first = next((stretch for stretch in stretches if stretch), [])
    if len(first) > 1 and first[0] == "that":
        del first[0]
