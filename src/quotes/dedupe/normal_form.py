"""What stays of a wording when marks, case and spaces are put aside: its words, in order.

A *word* here is a run of letters and digits with inner apostrophes ("don't" is one), a number with its decimals
("1.5", "1,500" read as 1500), dotted initials ("U.S." read as us), or a sign that changes a number (% $ € £ ¥).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%$€£¥]")
_THOUSANDS: Final = re.compile(r",(?=\d{3}(?!\d))")
_ELLIPSIS: Final = re.compile(r"…|\.(?: ?\.){2,}")
_CLAUSE_END: Final = re.compile(r"[.!?;:…—–]|--| - ")
_PAUSE: Final = re.compile(r"[,.!?;:…—–()\[\]]|--| - ")

# Curly and other apostrophes become straight; soft hyphens and characters without width vanish.
_PLAIN: Final = {ord(mark): "'" for mark in "’‘ʼ′`"} | dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])

NEGATIONS: Final = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot without ain't cant dont wont didnt isnt".split()
)
# With a comma before it, one of these begins a clause that an earlier negation does not reach.
_CONJUNCTIONS: Final = frozenset("and but so yet because since while although though if when".split())


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    return unicodedata.normalize("NFKC", text.translate(_PLAIN)).casefold().translate(_PLAIN)


def _as_word(found: str) -> str:
    if found[0].isdigit():
        return _THOUSANDS.sub("", found)
    return found.replace(".", "")


def words(text: str) -> list[str]:
    """The words of `text` in their plain form. A text without any letter or digit has none."""
    found = _WORD.findall(_plain(text))
    return [_as_word(word) if "." in word or "," in word else word for word in found]


def normal_form(text: str) -> str:
    """The words joined by a space; a text without words stands for itself, but for white space."""
    return " ".join(words(text)) or "".join(text.split())


def is_negation(word: str) -> bool:
    """Does the word turn a statement into its opposite?"""
    return word in NEGATIONS or word.endswith("n't")


def is_number(word: str) -> bool:
    """Is the word written in digits, or a sign that belongs to a number?"""
    return word[0].isdigit() or word in "%$€£¥"


class Form:
    """One text in its normal form, with what is needed to find it inside another.

    `parts` are the stretches between ellipses, where words were left out and marked so; `size` counts words.
    """

    def __init__(self, raw: str, *, reported: bool = False) -> None:
        self.raw = raw
        self._reported = reported
        stretches = [words(stretch) for stretch in _ELLIPSIS.split(raw)]
        if reported:
            first = next((stretch for stretch in stretches if stretch), [])
            if len(first) > 1 and first[0] == "that":
                del first[0]
        self.parts = tuple(" ".join(stretch) for stretch in stretches if stretch) or (normal_form(raw),)
        self.text = " ".join(self.parts)
        self.size = self.text.count(" ") + 1 if self.text else 0

    @cached_property
    def words(self) -> list[str]:
        """The plain words in order."""
        return self.text.split()

    @cached_property
    def hay(self) -> str:
        """The words with a space on either side of each, for finding whole words by plain search."""
        return f" {self.text} "

    @cached_property
    def _between(self) -> list[str]:
        """What stands before each word, since the word before: spaces and punctuation."""
        plain = _plain(self.raw)
        found = list(_WORD.finditer(plain))
        between = ["", *(plain[a.end() : b.start()] for a, b in pairwise(found))]
        # Counted from the end, since a reported clause may have lost its leading "that".
        return between[-self.size :] if self.size else []

    def clause_starts(self, at: int) -> bool:
        """Does a clause begin with word `at`, so that no negation before it reaches what follows?"""
        if not 0 < at < len(self._between):
            return True
        before = self._between[at]
        return bool(_CLAUSE_END.search(before)) or ("," in before and self.words[at] in _CONJUNCTIONS)

    def pause_before(self, at: int) -> bool:
        """Does any punctuation, or a conjunction, part word `at` from the word before?"""
        if not 0 < at < len(self._between):
            return True
        return bool(_PAUSE.search(self._between[at])) or self.words[at] in _CONJUNCTIONS
