"""A text as it is written, word for word beside its normal form: what stands before each word, and which are names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from quotes.dedupe import normal_form as plain
from quotes.dedupe.names import GIVEN_NAMES, SHORT_TITLES
from quotes.dedupe.spelling import SPELLED_OTHERWISE, expanded, is_tens, joined_number
from quotes.dedupe.vocabulary import ANYBODY, BEHIND_NAMES, DATES, LITTLE

Written = tuple[str, str]
"""What stands before a word, and the word with its capitals; for what is spelled out, its first word has all of it."""

HEADLINE_FROM: Final = 4
"""Words that say something and all have a capital: then capitals tell of no name."""
SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"”’']*\s+|\s+(?:[–—]|--)\s+")
MARKS: Final = frozenset('"“”')
"""Marks around words that somebody said, of which none is an apostrophe."""
_WORD_BY_WORD: Final = re.compile(f"({plain.WORD.pattern})")
_WORDS_KEPT: Final = 1 << 18
_STARTING: Final = frozenset('.!?:;“”"‘…\x00')
_ALWAYS_CAPITAL: Final = frozenset({"I", "I'm", "I've", "I'll", "I'd"})


def written(raw: str, size: int) -> list[Written]:
    """For each of the `size` words of the normal form, how it is written.

    Counted from the end, since a reported clause may have lost its leading "that".
    """
    return list(_written(raw))[-size:] if size else []


class _Words(dict[str, str]):
    """The plain form of each word as it is written, worked out once."""

    def __missing__(self, letters: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        self[letters] = word = plain.as_word(plain.plain(letters))
        return word


_WORDS: Final = _Words()


def _written(raw: str) -> Iterable[Written]:
    text = plain.with_insertions_marked(plain.plain(raw, fold=False))
    start, *found = _WORD_BY_WORD.split(text)
    letters, behind = found[::2], found[1::2]
    gaps = ["".join(filter(MARKS.__contains__, start)), *map(_gap, behind, letters)]
    words = [_WORDS[word] for word in letters]
    if SPELLED_OTHERWISE.isdisjoint(words) and "'" not in "".join(words):
        return zip(gaps, letters, strict=False)  # nothing stands behind the last word
    return _spelled_out(gaps, letters, words)


def _spelled_out(gaps: Sequence[str], letters: Sequence[str], words: Sequence[str]) -> Iterator[Written]:
    """The words as many times as they are in the normal form, where some are spelled out there."""
    at = 0
    while at < len(words):
        yield gaps[at], letters[at]
        word = words[at]
        at += 1
        if word in SPELLED_OTHERWISE and _is_pair(words, at - 1):
            at += 1
        elif word in SPELLED_OTHERWISE or "'" in word:
            yield from [("", "")] * (len(expanded(word)) - 1)


def sentences_of(raw: str) -> list[str]:
    """The sentences of a text; a dash with spaces parts two as well."""
    out: list[str] = []
    at = 0
    for end in SENTENCE_END.finditer(raw):
        before = raw[at : end.start()]
        if before[-1:] != "." or not _is_shortened(before[:-1].split(" ")[-1]):
            out.append(before)
            at = end.end()
    return [*out, raw[at:]]


def _gap(gap: str, before: str) -> str:
    """What stands behind a word; the point of "Mr." or of an initial ends nothing."""
    return gap[1:] if gap[:1] == "." and _is_shortened(before) else gap


def _is_shortened(word: str) -> bool:
    return (len(word) == 1 and word.isupper() and word != "I") or word.lower() in SHORT_TITLES


def _is_pair(words: Sequence[str], at: int) -> bool:
    """Do two words at `at` stand for one: "twenty five", "per cent"?"""
    if at + 1 >= len(words):
        return False
    if is_tens(words[at]):
        return joined_number(words[at], words[at + 1]) is not None
    return words[at] == "per" and words[at + 1] == "cent"


def names_of(text: Sequence[Written], words: Sequence[str]) -> list[bool]:
    """For each of the words, is it a name? By its capital inside a sentence; at its start by what else tells."""
    capital = [letters[:1].isupper() and letters not in _ALWAYS_CAPITAL for _, letters in text]
    saying = [large for large, word in zip(capital, words, strict=False) if word not in LITTLE]
    if len(saying) >= HEADLINE_FROM and all(saying):
        return [False] * len(words)
    capital = [
        large and _may_be_name(word, text[at][1]) for at, (large, word) in enumerate(zip(capital, words, strict=False))
    ]
    inside = [large and at > 0 and _STARTING.isdisjoint(text[at][0]) for at, large in enumerate(capital)]
    sure = {word for word, large in zip(words, inside, strict=False) if large}
    return [inside[at] or (capital[at] and _name_at_start(text, words, inside, sure, at)) for at in range(len(capital))]


def _may_be_name(word: str, letters: str) -> bool:
    """Is a word with a capital none that begins what somebody says, and no date? "US" is no "us"."""
    return (word not in LITTLE or (len(letters) > 1 and letters.isupper())) and word not in DATES


def _name_at_start(
    text: Sequence[Written], words: Sequence[str], inside: Sequence[bool], sure: set[str], at: int
) -> bool:
    """Is the first word of a sentence a name: another time, with one behind it, or before "is" or "took"?"""
    word = words[at].removesuffix("'s")
    if word in sure or word in GIVEN_NAMES:
        return True
    if at + 1 == len(words) or text[at + 1][0].strip() or word in plain.CONJUNCTIONS:
        return False
    return inside[at + 1] or (words[at + 1] in BEHIND_NAMES and word not in ANYBODY and word[-1] != "s")
