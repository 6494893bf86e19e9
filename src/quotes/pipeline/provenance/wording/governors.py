"""What governs a phrase: the verb or noun before its preposition, by kind ("spoke to", "a letter to", "an episode of").

Kinds are lists of common words of the language, not of names; an unknown word is `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.wording.narration import BLOT

_VERBS: Final[Mapping[str, frozenset[str]]] = {
    "tell": word_set(
        "tell inform remind warn assure reassure advise notify urge instruct brief implore beg caution invite "
        "encourage order press task persuade convince thank promise alert exhort challenge recommend prompt "
        "admonish dare counsel text message"
    ),
    "ask": word_set("ask question quiz query press challenge grill"),
    "answer": word_set("answer respond reply retort react"),
    "speak": word_set(
        "speak talk chat sit open confide converse discuss dish address lecture preach catch testify gush vent rant "
        "appear join guest stop swing visit"
    ),
    "say": word_set(
        "say add explain confirm admit reveal recall announce declare claim insist describe note comment remark joke "
        "disclose argue suggest complain mention state stress acknowledge express apologise apologize boast quip "
        "report predict share recount relate hint tease denies deny credit detail break"
    ),
    "write": word_set("write pen draft email type sign scribble"),
    "post": word_set("post tweet retweet caption share upload publish blog stream"),
    "give": word_set("give send issue deliver submit provide release hand make offer present pitch read pass"),
}
_NOUNS: Final[Mapping[str, frozenset[str]]] = {
    "talk": word_set(
        "interview conversation chat discussion q&a sit-down appearance exchange dialogue podcast episode segment show "
        "profile feature piece column essay op-ed article session panel"
    ),
    "paper": word_set(
        "statement letter email e-mail memo message note release testimony affidavit response comment comments reply "
        "filing complaint request application notice warning apology"
    ),
    "speech": word_set("speech address remarks presentation keynote lecture sermon briefing talk question call"),
    "post": word_set(
        "post tweet video clip caption story stories thread livestream account page feed profile blog photo "
        "image selfie"
    ),
}
_IRREGULAR: Final = {
    "told": "tell", "said": "say", "spoke": "speak", "spoken": "speak", "wrote": "write", "written": "write",
    "writing": "write", "sat": "sit", "gave": "give", "given": "give", "sent": "send", "made": "make", "began": "begin",
    "sitting": "sit", "chatted": "chat", "chatting": "chat", "texting": "text", "penned": "pen", "caught": "catch",
    "read": "read", "handed": "hand", "submitted": "submit", "replied": "reply", "denied": "deny", "quipped": "quip",
    "quizzed": "quiz", "stopped": "stop", "broke": "break", "blogged": "blog", "issuing": "issue", "giving": "give",
    "making": "make", "sharing": "share", "responding": "respond", "stating": "state", "noting": "note",
    "describing": "describe", "explaining": "explain", "revealing": "reveal", "talked": "talk", "hosted": "host",
}  # a table, not one line an entry  # fmt: skip
_WORD: Final = re.compile(r"[\w&’'-]+")
_BROKEN: Final = re.compile(r"[.;:!?“”\"\x00]")
_REACH: Final = 70  # characters before the preposition
_MOST: Final = 6  # words


@lru_cache(maxsize=20_000)
def verb_kind(word: str) -> str:
    """The kind of a verb in any of its forms; empty for none that is known."""
    for form in _forms(word):
        for kind, verbs in _VERBS.items():
            if form in verbs:
                return kind
    return ""


@lru_cache(maxsize=5_000)
def noun_of_speech(word: str) -> str:
    """The kind of a noun for something said, singular or plural; empty for none that is known."""
    for form in (word, word.removesuffix("s")):
        for kind, nouns in _NOUNS.items():
            if form in nouns:
                return kind
    return ""


def _forms(word: str) -> list[str]:
    out = [_IRREGULAR.get(word, word)]
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            out += [stem, stem + "e"] if ending == "ing" else [stem]
    if word.endswith("ies"):
        out.append(word[:-3] + "y")
    return out


@lru_cache(maxsize=5_000)
def kind_of_cue(words: str) -> str:
    """The kind of a cue, by the last of its words that is known; `none` for no words."""
    if not words:
        return "none"
    found = [verb_kind(w) or noun_of_speech(w) for w in reversed(_WORD.findall(words.lower()))]
    return next((kind for kind in found if kind), "other")


def governor(text: str, at: int) -> tuple[str, bool]:
    """The kind of word that governs what begins at `at`, and whether it stands right before it.

    `blot` where quoted or reported words end there: "confirmed … to the Herald"; `start` at the head of a clause.
    """
    before = text[max(0, at - _REACH) : at]
    if before.rstrip().endswith(BLOT):
        return "blot", True
    broken = max((m.end() for m in _BROKEN.finditer(before)), default=0)
    clause = before[broken:]
    words = _WORD.findall(clause.lower())[-_MOST:]
    for distance, word in enumerate(reversed(words)):
        if kind := noun_of_speech(word):
            return kind, distance == 0
        if kind := verb_kind(word):
            return kind, distance == 0
    return ("other", False) if words else ("start", True)
