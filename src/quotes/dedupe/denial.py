"""What turns a statement: negations and how far they reach, conditions, and words that stand for others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.dedupe.form import TURNING_WORDS, Form, Runs
from quotes.dedupe.normal_form import CLAUSE_END, PAUSE, SUBJECTS, is_negation, is_number
from quotes.dedupe.vocabulary import CONDITIONS, DENYING, DENYING_TO, LEADING, MILD, MODALS, SPOKEN, TURNING

NO_REACH: Final = 4
"""Words over which "no" reaches, which denies the thing named behind it and not the sentence."""
NEGATION_REACH: Final = 30
"""Words over which a negation, or a condition, is looked for where nothing parts the clauses."""
TURNED_REACH: Final = 2
"""Words over which a negation turns a word that denies: no doubt, without a doubt."""
MODAL_REACH: Final = 5
"""Words from the start of a clause within which it says that it "will" or "would"."""


def denies(words: Sequence[str], at: int) -> bool:
    """Does word `at` deny what stands around it? "Not only" does not, nor does either word of "no doubt"."""
    if _is_denying(words, at):
        return not _turned_before(words, at)
    if not is_negation(words[at]) or words[at + 1 : at + 2] in (["only"], ["just"], ["merely"]):
        return False
    ahead = range(at + 1, min(at + 1 + TURNED_REACH, len(words)))
    return not any(_is_denying(words, near) and _turned_before(words, near) for near in ahead)


def _is_denying(words: Sequence[str], at: int) -> bool:
    """Is it a word that denies? Where the words end, "to" may come behind them."""
    word = words[at]
    return word in DENYING or (word in DENYING_TO and words[at + 1 : at + 2] in ([], ["to"]))


def _turned_before(words: Sequence[str], at: int) -> bool:
    """Is a word that denies turned by a negation before it: no doubt, without a doubt; but not "no, I doubt it"?"""
    for near in range(at - 1, max(-1, at - 1 - TURNED_REACH), -1):
        if is_negation(words[near]) or words[near] in SUBJECTS:
            return is_negation(words[near])
    return False


def telling(words: Sequence[str]) -> list[str]:
    """The denials and numbers among the words; those of the one must be those of the other."""
    found = [word for word in words if is_number(word)]
    if not TURNING_WORDS.isdisjoint(words):
        found += ["not" for at in range(len(words)) if denies(words, at)]
    return sorted(found)


def turned(mine: Sequence[str], other: Sequence[str], *, reported: tuple[bool, bool], mild: bool = False) -> bool:
    """Does a word stand for its opposite, or for another of its kind? What both have does not.

    `mild` counts another mood or tense too. Where only one is `reported`, its "they" may be the speaker's "we".
    """
    own, others = set(mine), set(other)
    if reported == (True, False):
        own |= {SPOKEN[word] for word in mine if word in SPOKEN}
    if reported == (False, True):
        others |= {SPOKEN[word] for word in other if word in SPOKEN}
    return any(
        words & (others - own) and (mild or not words & (own | others) <= MILD)
        for word in own - others
        for words in TURNING.get(word, ())
    )


def meaning_kept(runs: Runs, whole: Form) -> bool:
    """Is no negation or condition cut off from the words it belongs to?

    Before a run a negation reaches over commas up to the start of the clause ("I do not, frankly, think [we will
    win]"), a condition up to that of the sentence ("If they ask, [we will go]"). Behind a run a negation reaches only
    up to the next pause, and a condition must follow at once ("[We will go] if they ask").
    """
    if not whole.turns:
        return True
    words = whole.words
    for position, (start, end) in enumerate(runs):
        floor = max(runs[position - 1][1] if position else 0, start - NEGATION_REACH)
        ceiling = min(runs[position + 1][0] if position + 1 < len(runs) else whole.size, end + NEGATION_REACH)
        if (
            _denied_before(words, whole, floor, start)
            or _denied_behind(words, whole, end, ceiling)
            or _depends(words, whole, floor, start)
            or (end < ceiling and _depends_behind(words, whole, start, end))
        ):
            return False
    return True


def _denied_before(words: Sequence[str], whole: Form, floor: int, start: int) -> bool:
    """Does a denial before word `start` reach it? "No" only what is near, and a verb that denies only up to a pause."""
    at, paused = start, False
    while at > floor and not whole.clause_starts(at):
        paused = paused or whole.pause_before(at)
        at -= 1
        reaches = not paused and (words[at] != "no" or start - at <= NO_REACH)
        if denies(words, at) and (reaches or (is_negation(words[at]) and words[at] != "no")):
            return True
    return False


def _denied_behind(words: Sequence[str], whole: Form, end: int, ceiling: int) -> bool:
    """Does a negation from word `end` on reach back? A verb that denies has what it denies behind it."""
    at = end
    while at < ceiling and not whole.pause_before(at) and words[at] != "that":
        if is_negation(words[at]) and denies(words, at):
            return True
        at += 1
    return False


def _depends(words: Sequence[str], whole: Form, floor: int, start: int) -> bool:
    """Does what will be, from word `start` on, depend on a condition before it in the sentence?

    "See if it can be" has none: a condition begins a clause.
    """
    if CONDITIONS.isdisjoint(words[floor:start]) or MODALS.isdisjoint(words[start : start + MODAL_REACH]):
        return False
    for at in range(start - 1, floor - 1, -1):
        if CLAUSE_END.search("".join(whole.between[at + 1 : at + 2])):
            return False
        if words[at] in CONDITIONS:
            gap, before = "".join(whole.between[at : at + 1]), words[at - 1 : at]
            return not before or before[0] in LEADING or bool(PAUSE.search(gap))
    return False


def _depends_behind(words: Sequence[str], whole: Form, start: int, end: int) -> bool:
    """Does what will be, in the words before word `end`, depend on a condition that begins there without a pause?"""
    if words[end] not in CONDITIONS or PAUSE.search("".join(whole.between[end : end + 1])):
        return False
    return not MODALS.isdisjoint(words[max(start, end - NEGATION_REACH) : end])
