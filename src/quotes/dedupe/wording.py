"""A wording with its places, and whether it stands inside another one.

Never the same, however alike: wordings between which a negation was left out ("We will not win" and "We will win"),
or a number inside. Every check takes linear time in the words of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotes.dedupe.names import Name, name_of
from quotes.dedupe.normal_form import Form, is_negation, is_number
from quotes.model import Occurrence, Relation

FRAGMENT_BELOW: Final = 8
"""Words: a part shorter than this, and than half of the whole, is "a few quoted words"."""
PLACES_TRIED: Final = 8
GAP_RUN: Final = 3
"""Words that must stand together between two unmarked omissions."""
GAP_MOST: Final = 10
"""Words that an unmarked omission may span."""
GAPS_FROM: Final = 8
"""Words that a wording must have for unmarked omissions to be looked for."""
GAPS_MOST: Final = 2
NEGATION_REACH: Final = 30
"""Words over which a negation is looked for where nothing parts the clauses."""

Runs = tuple[tuple[int, int], ...]
"""Stretches of words (from, to), end exclusive, in order."""


class Wording:
    """The same words by the same speaker, with every place where they stand.

    `clause` is the whole content; `verbatim` what stands in quotation marks: the same object for a direct quotation,
    None for an indirect one.
    """

    __slots__ = ("articles", "clause", "occurrences", "speaker", "verbatim")

    def __init__(self, first: Occurrence) -> None:
        kind = first.quotation.kind
        self.clause = Form(first.quote, reported=kind != "direct")
        self.verbatim: Form | None = None
        if kind == "direct":
            self.verbatim = self.clause
        elif kind == "mixed" and first.quoted_words:
            inner = Form(first.quoted_words)
            self.verbatim = self.clause if inner.text == self.clause.text else inner
        self.speaker: Name = name_of(first.quotation.speaker)
        self.occurrences: list[Occurrence] = []
        self.articles: set[str] = set()

    def add(self, occurrence: Occurrence) -> None:
        """One more place with these words."""
        self.occurrences.append(occurrence)
        self.articles.add(occurrence.article)

    @property
    def quoted_size(self) -> int:
        """How many words stand in quotation marks."""
        return self.verbatim.size if self.verbatim else 0

    @property
    def forms(self) -> tuple[Form, ...]:
        """The texts by which it may be found in a fuller one, the whole clause first."""
        if self.verbatim is None or self.verbatim is self.clause:
            return (self.clause,)
        return (self.clause, self.verbatim)

    @property
    def words_key(self) -> tuple[str, str]:
        """Equal for the same words in the same marks."""
        return self.clause.text, self.verbatim.text if self.verbatim else ""

    @property
    def fullness(self) -> tuple[object, ...]:
        """Sort key, the fullest first: most words in marks, then direct before mixed, then the longest clause."""
        kind = 2 if self.verbatim is None else int(self.verbatim is not self.clause)
        return -self.quoted_size, kind, -self.clause.size, *self.words_key, -len(self.speaker), self.speaker


@dataclass(frozen=True, slots=True)
class Match:
    """How one wording stands in a fuller one, by how many words."""

    relation: Relation
    size: int


def relate(inner: Wording, outer: Wording) -> Match | None:
    """How `inner` stands in `outer`, which is as full or fuller; None where it does not.

    The whole clauses are compared first, then what stands in marks; for a direct quotation both are the same.
    """
    pairs = [(inner.clause, outer.clause)]
    if inner.verbatim and outer.verbatim and (inner.verbatim, outer.verbatim) != pairs[0]:
        pairs.append((inner.verbatim, outer.verbatim))
    for part, whole in pairs:
        if part.text == whole.text:
            return Match("same", part.size)
    for part, whole in pairs:
        if runs := place(part, whole):
            few = part.size < FRAGMENT_BELOW and 2 * part.size < whole.size
            reported = inner.verbatim is not inner.clause
            return Match("fragment" if few and (reported or runs[0][0] > 0) else "shortened", part.size)
    return None


def place(part: Form, whole: Form) -> Runs | None:
    """Where the words of `part` stand in `whole`, in order, without a cut that turns their meaning; None if nowhere."""
    if part.size > whole.size or not part.size:
        return None
    hay = whole.hay
    if len(part.parts) > 1:
        runs = _in_order(part.parts, hay)
        return runs if runs and _meaning_kept(runs, whole) else None
    needle = f" {part.text} "
    at = hay.find(needle)
    for _ in range(PLACES_TRIED):
        if at < 0:
            break
        start = hay.count(" ", 0, at)
        runs = ((start, start + part.size),)
        if _meaning_kept(runs, whole):
            return runs
        at = hay.find(needle, at + 1)
    return _with_words_left_out(part, whole, hay) if part.size >= GAPS_FROM else None


def _in_order(parts: tuple[str, ...], hay: str) -> Runs | None:
    runs, since = [], 0
    for part in parts:
        at = hay.find(f" {part} ", since)
        if at < 0:
            return None
        start = hay.count(" ", 0, at)
        runs.append((start, start + part.count(" ") + 1))
        since = at + len(part) + 1
    return tuple(runs)


def _with_words_left_out(part: Form, whole: Form, hay: str) -> Runs | None:
    """Places where up to two stretches of `whole` are missing from `part`, none with a negation or a number in it."""
    opening = f" {' '.join(part.words[:GAP_RUN])} "
    at = hay.find(opening)
    for _ in range(PLACES_TRIED):
        if at < 0:
            return None
        start = hay.count(" ", 0, at)
        runs = _runs_from(part.words, whole.words, start)
        if runs and _meaning_kept(runs, whole):
            return runs
        at = hay.find(opening, at + 1)
    return None


def _runs_from(part: list[str], whole: list[str], start: int) -> Runs | None:
    runs: list[tuple[int, int]] = []
    done, at = 0, start
    while done < len(part):
        length = 0
        while done + length < len(part) and at + length < len(whole) and part[done + length] == whole[at + length]:
            length += 1
        if length < min(GAP_RUN, len(part)):
            return None
        runs.append((at, at + length))
        done, at = done + length, at + length
        if done == len(part):
            return tuple(runs)
        if len(runs) > GAPS_MOST:
            return None
        following = part[done : done + GAP_RUN]
        gap = next((n for n in range(1, GAP_MOST + 1) if whole[at + n : at + n + GAP_RUN] == following), None)
        if gap is None or any(is_negation(word) or is_number(word) for word in whole[at : at + gap]):
            return None
        at += gap
    return tuple(runs)


def _meaning_kept(runs: Runs, whole: Form) -> bool:
    """Is no negation cut off from the words it belongs to?

    Before a run it reaches over commas up to the start of the clause ("I do not, frankly, think [we will win]");
    behind a run only up to the next pause.
    """
    for position, (start, end) in enumerate(runs):
        floor = max(runs[position - 1][1] if position else 0, start - NEGATION_REACH)
        at = start
        while at > floor and not whole.clause_starts(at):
            at -= 1
            if is_negation(whole.words[at]):
                return False
        ceiling = min(runs[position + 1][0] if position + 1 < len(runs) else whole.size, end + NEGATION_REACH)
        at = end
        while at < ceiling and not whole.pause_before(at):
            if is_negation(whole.words[at]):
                return False
            at += 1
    return True
