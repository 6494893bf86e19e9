"""A corpus that nobody wrote, for measuring how quotations are folded: things said, and how newsrooms pass them on.

Words and reuse follow Zipf's law: a few words are everywhere, and a few things said are in a great many articles. Each
time one is passed on it may be marked otherwise, cut, shortened with or without an ellipsis, picked for a few words,
misspelled, or have words put in [brackets]. Some things said are near misses of another: a word "not" or another number
more, by the same speaker in the same days.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from quotes.model import Kind, Metadata, Occurrence, Quotation, Span

VOCABULARY: Final = 30_000
PER_ARTICLE: Final = 5
FIRST_DAY: Final = date(2001, 1, 1)
DAYS: Final = 997
"""Days in which something was said; all articles that carry it are of its day."""
NEAR_MISSES: Final = 0.05
"""Of the things said, how many are another one with a negation or a number changed."""
VERBATIM: Final = 0.77
"""How many occurrences repeat what was said letter by letter.

Measured on quotations of six words or more in double marks, folded without speakers: of the occurrences that are not
the first of their row, 77% had the letters of an earlier one and 85% its words, over `../shared/data/bulk` and the
clusters of basil and newswcl50 together. It differs much: 80% in bulk (agencies and archives, which repeat themselves),
15 to 21% in the clusters (outlets picked for writing their own). Measured once, by a script that is not kept.
"""
_LETTERS: Final = "etaoinshrdlcumwfgypbvk"
_NUMBERS: Final = tuple(str(number) for number in (12, 15, 40, 70, 250, 1900, 2024))
_LITTLE: Final = "the of and to a in that we is it for on this are they be have with our will".split()


def made_up(occurrences: int, *, seed: int = 0, verbatim: float = VERBATIM) -> list[tuple[Occurrence, int]]:
    """So many occurrences, each with the number of the thing said that it was made from; the same for the same seed.

    `verbatim` is the share that is passed on letter by letter.
    About four in ten things said are passed on once, and the most passed on in one of fifty articles or so.
    """
    chance = random.Random(seed)
    world = _World(chance, said=max(1, int(occurrences * 0.4)))
    found: list[tuple[Occurrence, int]] = []
    dated = [Metadata(published=(FIRST_DAY + timedelta(days=day)).isoformat()) for day in range(DAYS)]
    place = 0
    for number in range(occurrences):
        said = world.pick()
        kind, quote, words = passed_on(world.words(said), chance, verbatim=verbatim)
        name = world.speaker(said)
        # Articles that carry one thing come in the same days.
        day = said % DAYS
        article = f"{day:03d}/{number // PER_ARTICLE:06d}.txt"
        quotation = Quotation(content=(Span(place, place + len(quote)),), kind=kind, speaker=_as_named(name, chance))
        place += len(quote) + 2
        found.append(
            (Occurrence(article, dated[day], quotation, quote, words, "said", "", "", 1, 1), said),
        )
    return found


class _World:
    """What was said, and by whom."""

    def __init__(self, chance: random.Random, *, said: int) -> None:
        self._chance = chance
        self._lexicon = [_word(number) for number in range(VOCABULARY)]
        self._word_weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self._weights = list(accumulate(1 / (rank + 20) ** 0.95 for rank in range(said)))
        self._said: list[tuple[str, ...] | None] = [None] * said
        self._seeds = chance.getrandbits(60)

    def pick(self) -> int:
        """One thing said, the first ones most often."""
        return self._chance.choices(range(len(self._said)), cum_weights=self._weights)[0]

    def words(self, said: int) -> tuple[str, ...]:
        known = self._said[said]
        if known is None:
            known = self._said[said] = self._made(said)
        return known

    def _made(self, said: int) -> tuple[str, ...]:
        own = random.Random(self._seeds ^ said)
        if said > 10 and own.random() < NEAR_MISSES:
            like = list(self.words(said // 2))
            at = own.randrange(1, len(like))
            if own.random() < 0.5:
                like.insert(at, "not")
            else:
                like.insert(at, own.choice(_NUMBERS))
            return tuple(like)
        size = min(60, max(6, int(own.lognormvariate(2.9, 0.5))))
        picked = own.choices(self._lexicon, cum_weights=self._word_weights, k=size)
        return tuple(own.choice(_LITTLE) if own.random() < 0.35 else word for word in picked)

    def speaker(self, said: int) -> str:
        while random.Random(self._seeds ^ said).random() < NEAR_MISSES and said > 10:
            said //= 2  # a near miss is by the same speaker
        own = random.Random(said)
        return f"{_word(own.randrange(2000)).title()} {_word(2000 + own.randrange(9000)).title()}"


def passed_on(words: tuple[str, ...], chance: random.Random, *, verbatim: float = VERBATIM) -> tuple[Kind, str, str]:
    """One newsroom's version of the words: its kind, the quote, and the words in marks."""
    said = list(words)
    if chance.random() < verbatim:
        quote = " ".join(said).capitalize() + "."
        return "direct", quote, quote
    how = chance.random()
    if how < 0.27 and len(said) > 10:
        cut = chance.randrange(1, len(said) // 2)
        said = said[cut:] if chance.random() < 0.5 else said[:-cut]
    elif how < 0.45 and len(said) > 12:
        at = chance.randrange(4, len(said) - 7)
        left_out = chance.randrange(1, 4)
        said = [*said[:at], *(["…"] if chance.random() < 0.6 else []), *said[at + left_out :]]
    elif how < 0.6 and len(said) > 12:
        at = chance.randrange(0, len(said) - 6)
        some = " ".join(said[at : at + chance.randrange(4, 7)])
        return "mixed", f"that it was “{some}” as things stood", some
    elif how < 0.75:
        at = chance.randrange(len(said))
        said[at] = _misspelled(said[at], chance)
    elif how < 0.82:
        at = chance.randrange(1, len(said))
        said.insert(at, "[the council]")
    else:
        said = [word + chance.choice(("", "", ",", " –")) for word in said]
    quote = " ".join(said).capitalize() + chance.choice((".", ",", ""))
    return "direct", quote, quote


def _misspelled(word: str, chance: random.Random) -> str:
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _as_named(name: str, chance: random.Random) -> str:
    how = chance.random()
    if how < 0.1:
        return ""
    return name.split()[-1] if how < 0.4 else name


def _word(number: int) -> str:
    """A made-up word, each number its own; the small numbers give the short ones."""
    letters = []
    number += 30
    while number:
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)
