"""Do two texts say something else where their words differ?

A negation, a number, a name or an opposite that stands for another makes two things of them, however much is the same.
What only the one has, in three words or more, may hold a negation that does not reach what stands around it; whole
clauses may say what they will; and what goes on further than the other, or begins sooner, is only longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotes.dedupe.alignment import INSERTION_MOST, Block, clauses_between
from quotes.dedupe.denial import denies, meaning_kept, telling, turned
from quotes.dedupe.form import Form, Runs
from quotes.dedupe.names import other_name
from quotes.dedupe.normal_form import is_number
from quotes.dedupe.vocabulary import JOINING

LEFT_OUT_FROM: Final = 3
"""Words that may be left out or put in whatever they say, unless they deny what stands around them."""
TURNED_MOST: Final = 3
"""Words that may stand for their opposites: in longer stretches all was put otherwise."""

Span = tuple[int, int]
"""Words of a text, from and to, end exclusive."""
Spans = tuple[Span, Span]
Forms = tuple[Form, Form]


def contradict(part: Form, whole: Form, blocks: Sequence[Block]) -> bool:
    """Does a negation, a number, a name or an opposite differ between two texts that have these blocks in common?"""
    words, words_of_whole = part.words, whole.words
    if any(words[a : a + size] != words_of_whole[b : b + size] for a, b, size in blocks):
        return True  # other words with the same characters
    if not blocks:
        return True
    for (a, b, size), (next_a, next_b, next_size) in pairwise(blocks):
        runs = ((a, a + size), (next_a, next_a + next_size)), ((b, b + size), (next_b, next_b + next_size))
        if _differ((part, whole), runs):
            return True
    start, start_of_whole, _ = blocks[0]
    end, end_of_whole = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
    if ends_differ(part, whole, (start, end), (start_of_whole, end_of_whole)):
        return True
    kept = meaning_kept(((start, end),), part)
    return kept != meaning_kept(((start_of_whole, end_of_whole),), whole)


def ends_differ(part: Form, whole: Form, span: Span, span_of_whole: Span) -> bool:
    """Does what stands before or behind the words in common, in both texts, say something else?

    It is looked at near by, and in the clause.
    """
    (start, end), (first, last) = span, span_of_whole
    forms = part, whole
    if start and first:
        if _others(forms, (_before(part, start), _before(whole, first)), near_end=True):
            return True
    elif _denies_more(part.words[:start] or whole.words[:first]):
        return True
    if end < part.size and last < whole.size:
        return _others(forms, (_behind(part, end), _behind(whole, last)))
    return _denies_more(part.words[end:] or whole.words[last:])


def _denies_more(words: Sequence[str]) -> bool:
    """Do a word or two that only one text has at an end deny something, or count it?"""
    return len(words) < LEFT_OUT_FROM and bool(telling(words))


def _before(form: Form, start: int) -> Span:
    """The last words of the clause that go before word `start`."""
    at = start
    while at > max(0, start - INSERTION_MOST) and not form.clause_starts(at):
        at -= 1
    return at, start


def _behind(form: Form, end: int) -> Span:
    """The first words of the clause that come from word `end` on."""
    at = end
    while at < min(form.size, end + INSERTION_MOST) and not form.clause_starts(at):
        at += 1
    return end, at


def _others(forms: Forms, spans: Spans, *, near_end: bool = False) -> bool:
    """Do two stretches beside the same words, which follow if `near_end`, differ in what makes them another thing?"""
    words, others = (form.words[slice(*span)] for form, span in zip(forms, spans, strict=True))
    if not words or not others:
        return False
    if telling(words) != telling(others):
        return True
    one, other = (
        (max(start, end - TURNED_MOST), end) if near_end else (start, min(end, start + TURNED_MOST))
        for start, end in spans
    )
    return _turned(forms, (one, other)) or _other_names(forms, spans)


def _turned(forms: Forms, spans: Spans) -> bool:
    words, others = (form.words[slice(*span)] for form, span in zip(forms, spans, strict=True))
    one, other = (form.shifted(*span) for form, span in zip(forms, spans, strict=True))
    return turned(words, others, reported=(one, other))


def _other_names(forms: Forms, spans: Spans) -> bool:
    return other_name(*(form.names(*span) for form, span in zip(forms, spans, strict=True)))


def _differ(forms: Forms, runs: tuple[Runs, Runs]) -> bool:
    """Do the words between two runs, given by where they stand in each text, say something else?"""
    one, two = ((before[1], behind[0]) for before, behind in runs)
    spans = (one, two)
    words, others = (form.words[slice(*span)] for form, span in zip(forms, spans, strict=True))
    for mine, theirs, form, (before, behind) in (
        (words, others, forms[1], runs[1]),
        (others, words, forms[0], runs[0]),
    ):
        if len(theirs) < LEFT_OUT_FROM:
            continue
        if not mine and clauses_between(form, before[1], behind[0]):
            return False
        if all(word in JOINING for word in mine) and not any(map(is_number, theirs)):
            # Left out, or put in: it must not deny what stands around it.
            denied = any(denies(theirs, at) for at in range(len(theirs)))
            return denied and not meaning_kept((before, behind), form)
    if telling(words) != telling(others):
        return True
    if 0 < len(words) <= TURNED_MOST and len(others) <= TURNED_MOST and _turned(forms, spans):
        return True
    if max(len(words), len(others)) > INSERTION_MOST:
        return False  # all was put otherwise
    return _other_names(forms, spans)
