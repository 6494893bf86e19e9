"""Other spellings of the same words: contractions, numbers in letters, British beside American.

What is made here is only compared, never shown: a rule may do to a word whatever it likes, as long as no other word
that people use becomes the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_UNITS: Final = "two three four five six seven eight nine".split()
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# Not "one", which is more often a pronoun; the digit becomes the word instead.
_DIGITS: Final = (
    {word: str(number) for number, word in enumerate(_UNITS, 2)}
    | {word: str(number) for number, word in enumerate(_TEENS, 10)}
    | {word: str(number * 10) for number, word in enumerate(_TENS, 2)}
)
_UNIT_DIGITS: Final = {"one": "1", "1": "1"} | {word: _DIGITS[word] for word in _UNITS} | {d: d for d in "23456789"}

_WHOLE: Final = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "dont": ("do", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "let's": ("let", "us"),
    "i'm": ("i", "am"),
    "1": ("one",),
    "percent": ("%",),
    "ok": ("okay",),
    "&": ("and",),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
_ENDINGS: Final = (("n't", "not"), ("'ll", "will"), ("'ve", "have"), ("'re", "are"))
_IS_AFTER: Final = frozenset("it he she that what who where when how there here this".split())
_WOULD_AFTER: Final = frozenset("i you he she it we they that there who".split())

# British to American, and to nothing in particular where that serves as well.
_RESPELLED: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(?<=\w{3})our(?=$|s$|ed$|ing$|ite|able|ful|er)", "or"),
        (r"(?<=\w{2})is(?=e$|es$|ed$|ing$|ation|er$|ers$)", "iz"),
        (r"(?<=\w{2})ys(?=e$|es$|ed$|ing$)", "yz"),
        (r"(?<=[tb])re(?=$|s$)", "er"),
        (r"(?<=\w{3})ogue", "og"),
        (r"(?<=\w{3})ence(?=$|s$)", "ense"),
        (r"(?<=\w{5})ll(?=ed$|ing$|er$|ers$)", "l"),
        (r"ae(?=\w{3})", "e"),
        (r"oe(?=\w{4})", "e"),
        (r"(?<=\w{3})wards$", "ward"),
    )
)
# As newsrooms shorten them before a name, in a date, in a headline.
TITLES_IN_FULL: Final = dict(
    pair.split()
    for pair in (
        "gen general",
        "lt lieutenant",
        "col colonel",
        "capt captain",
        "maj major",
        "sgt sergeant",
        "sen senator",
        "sens senators",
        "rep representative",
        "reps representatives",
        "gov governor",
        "govs governors",
        "dr doctor",
        "prof professor",
    )
)
_IN_FULL: Final = TITLES_IN_FULL | dict(
    pair.split()
    for pair in (
        "dept department",
        "govt government",
        "jan january",
        "feb february",
        "aug august",
        "sept september",
        "oct october",
        "nov november",
        "dec december",
    )
)
_SPELLINGS: Final = {
    "grey": "gray",
    "programme": "program",
    "programmes": "programs",
    "whilst": "while",
    "amongst": "among",
    "upon": "on",
    "storey": "story",
    "sceptical": "skeptical",
    "learnt": "learned",
    "labour": "labor",
    "plough": "plow",
    **_IN_FULL,
}


@lru_cache(maxsize=1 << 16)
def expanded(word: str) -> tuple[str, ...]:
    """The words that one word stands for: "won't" will not, "twelve" 12, most words themselves."""
    if whole := _WHOLE.get(word):
        return whole
    if digits := _DIGITS.get(word):
        return (digits,)
    if "'" in word:
        stem, _, ending = word.rpartition("'")
        for suffix, full in _ENDINGS:
            if word.endswith(suffix) and len(word) > len(suffix):
                return word[: -len(suffix)], full
        if ending == "s" and stem in _IS_AFTER:
            return stem, "is"
        if ending == "d" and stem in _WOULD_AFTER:
            return stem, "would"
    return (word,)


def respelled(word: str) -> str:
    """One spelling for the British and the American one."""
    return RESPELLINGS[word]


class _Respellings(dict[str, str]):
    """The one spelling of each word, worked out once; asked for every word there is."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        spelling = _SPELLINGS.get(word, word)
        if spelling is word and len(word) >= 5:
            for pattern, by in _RESPELLED:
                spelling = pattern.sub(by, spelling)
        self[word] = spelling = word if spelling == word else spelling
        return spelling


_KEPT: Final = 1 << 18
RESPELLINGS: Final = _Respellings()

MAGNITUDES: Final = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
"""Behind a number."""
SPELLED_OTHERWISE: Final = frozenset(_WHOLE) | frozenset(_DIGITS) | frozenset(MAGNITUDES) | {"per"}
"""Words without an apostrophe that `expanded` changes, or that may begin something that is one."""


def is_tens(word: str) -> bool:
    """Is it 20, 30 … 90 in letters?"""
    return word in _DIGITS and word in _TENS


def joined_number(tens: str, unit: str) -> str | None:
    """The number that "twenty" and "five" give; None where the second is no unit."""
    digit = _UNIT_DIGITS.get(unit)
    return None if digit is None else str(int(_DIGITS[tens]) + int(digit))
