"""Ids that stay the same from run to run: a prefix, and letters and digits made from what the row is about.

The letters are those of Crockford's base 32 (no i, l, o, u), ten for a quotation, twelve for an occurrence; the prefix
keeps spreadsheets from reading one as a number or a date.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from hashlib import blake2b
from typing import Final

_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_THREE: Final = tuple(low + middle + high for high in _LETTERS for middle in _LETTERS for low in _LETTERS)
"""Three letters for each fifteen bits: a million ids are made at once."""
_EMPTY: Final = blake2b(digest_size=8)
"""To be copied, which is sooner done than to make a new one."""
QUOTE_LETTERS: Final = 10
OCCURRENCE_LETTERS: Final = 12


def short_hash(parts: Iterable[str], letters: int) -> str:
    """`letters` characters (at most 12) that depend on every part and on where one ends and the next begins."""
    digest = _EMPTY.copy()
    digest.update("\0".join(parts).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(digest.digest(), "big")
    low, middle = _THREE[number & 0x7FFF], _THREE[number >> 15 & 0x7FFF]
    high, highest = _THREE[number >> 30 & 0x7FFF], _THREE[number >> 45 & 0x7FFF]
    return f"{low}{middle}{high}{highest}"[:letters]


class Ids:
    """Hands out ids of one kind; where two would be the same, the later one gets another.

    Whoever asks in the same order gets the same ids; none that is `taken`. `given` has the ids, each with how many were
    given before it.
    """

    def __init__(self, prefix: str, letters: int, *, taken: Container[str] = ()) -> None:
        self._prefix = prefix
        self._letters = letters
        self._taken = taken
        self.given: dict[str, int] = {}

    def give(self, *parts: str) -> str:
        """An id made from `parts` that was not given before."""
        made = f"{self._prefix}-{short_hash(parts, self._letters)}"
        number, again = len(self.given), 1
        while made in self._taken or self.given.setdefault(made, number) != number:
            again += 1
            made = f"{self._prefix}-{short_hash((*parts, str(again)), self._letters)}"
        return made
