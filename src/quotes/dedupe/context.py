"""Few words in marks, found again in another article: do the words around them tell of the same thing?"""

from __future__ import annotations

from typing import Final

from quotes.dedupe.vocabulary import JOINING, LITTLE
from quotes.dedupe.wording import Wording

ENOUGH: Final = 3
"""Words that say something and stand around both; with the same word beside both, one is enough."""
LETTERS: Final = 4
"""Letters of a word that says something."""
STEM: Final = 5
"""Letters by which two forms of a word are known: replace, replacing."""


def in_like_context(inner: Wording, outer: Wording) -> bool:
    """Do the clauses around a few words in marks share what they tell of?

    `inner` holds the words in marks; in `outer` they stand anywhere. The speaker's own name tells nothing.
    """
    part = inner.verbatim or inner.clause
    mine, at = inner.clause.words, inner.clause.find(part)
    other, place = outer.clause.words, outer.clause.find(part)
    if at < 0 or place < 0:
        return False
    end, other_end = at + part.size, place + part.size
    names = {*inner.speaker, *outer.speaker}
    shared = _stems([*mine[:at], *mine[end:]], names) & _stems([*other[:place], *other[other_end:]], names)
    before = at and place and mine[at - 1] == other[place - 1] and mine[at - 1] not in LITTLE
    behind = end < len(mine) and other_end < len(other) and mine[end] == other[other_end] and mine[end] not in JOINING
    return len(shared) >= (1 if before or behind else ENOUGH)


def _stems(words: list[str], names: set[str]) -> set[str]:
    return {word[:STEM] for word in words if len(word) >= LETTERS and word not in LITTLE and word not in names}
