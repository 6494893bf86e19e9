"""Words that a change of wording passes over, and words that turn it into another statement."""

from __future__ import annotations

from typing import Final

LITTLE: Final = frozenset(
    "a an the of to in on at by for from with and or but so that this these those it its as is are was were be been "
    "am do does did has have had will would can could shall should may might just very really also then than there "
    "i you he she we they me him her us them my your his our their who which what well now out up over about "
    "into".split()
)
"""Words that a change of wording passes over; none of them turns the meaning."""
JOINING: Final = frozenset("a an the and or of".split())
"""Words that stand behind any others."""
CONTRARY: Final = tuple(
    frozenset(words.split())
    for words in (
        "more less",
        "up down",
        "in out",
        "before after",
        "for against",
        "always never",
        "all none",
        "all some",
        "all few",
        "many few",
        "most few",
        "with without",
        "can cannot",
        "will would",
        "old new",
        "good bad",
        "high low",
        "higher lower",
        "best worst",
        "better worse",
        "open closed",
        "open close",
        "opened closed",
        "win lose",
        "wins loses",
        "won lost",
        "winning losing",
        "right wrong",
        "right left",
        "true false",
        "fact lie",
        "truth lie",
        "rise fall",
        "rises falls",
        "rose fell",
        "risen fallen",
        "rising falling",
        "increase decrease",
        "increases decreases",
        "increased decreased",
        "double halve",
        "doubles halves",
        "doubled halved",
        "doubling halving",
        "first second third fourth fifth sixth seventh eighth ninth tenth last",
        "half third quarter",
        "dozens hundreds thousands millions billions trillions",
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december",
        "early late",
        "earlier later",
        "big small",
        "us them",
        "we they",
        "i you",
        "i he",
        "i she",
        "he she",
        "his her",
        "him her",
        "his my",
        "her my",
        "their our",
        "yes no",
        "support oppose",
        "supports opposes",
        "supported opposed",
        "accept reject",
        "accept refuse",
        "accepts rejects",
        "accepts refuses",
        "accepted rejected",
        "accepted refused",
        "accepting rejecting",
        "accepting refusing",
        "possible impossible",
        "legal illegal",
        "fair unfair",
        "happy unhappy",
        "innocent guilty",
        "glad sorry",
        "like hate",
        "likes hates",
        "liked hated",
        "like dislike",
        "love hate",
        "loves hates",
        "loved hated",
        "men women",
        "man woman",
        "boy girl",
        "boys girls",
        "mother father",
        "mothers fathers",
        "sister brother",
        "sisters brothers",
        "daughter son",
        "daughters sons",
        "wife husband",
        "spring summer autumn winter",
        "north south east west",
        "northern southern eastern western",
        "morning evening",
        "next last",
        "above below",
        "inside outside",
        "strong weak",
        "stronger weaker",
        "rich poor",
        "hot cold",
        "easy hard",
        "easy difficult",
        "easier harder",
        "safe dangerous",
        "positive negative",
        "success failure",
        "profit loss",
        "peace war",
        "remember forget",
        "allow ban",
        "allow forbid",
        "allowed banned",
        "allowed forbidden",
        "start stop",
        "start end",
        "started stopped",
        "started ended",
        "buy sell",
        "bought sold",
        "over under",
        "has had",
        "is was",
        "are were",
    )
)
"""Words of which none may stand for another."""
TURNING: Final = {word: [words for words in CONTRARY if word in words] for words in CONTRARY for word in words}
# Two moods or tenses of one statement, not its opposite: only in wordings too short to tell are they kept apart.
MILD: Final = frozenset({"will", "would", "has", "had", "is", "was", "are", "were"})
SPOKEN: Final = {"they": "we", "them": "us", "their": "our", "he": "i", "she": "i", "his": "my", "her": "my"}
"""What reported speech may have for the speaker's own words: that they took it, “We took it”."""
DATES: Final = next(words for words in CONTRARY if "monday" in words)
"""Days and months, which have capitals and are no names."""
DENYING: Final = frozenset("deny denies denied denying doubt doubts doubted lack lacks lacked lacking unlikely".split())
"""Words that deny what follows as a negation does, and that a negation before them turns: no doubt, cannot deny."""
DENYING_TO: Final = frozenset("refuse refuses refused refusing fail fails failed failing".split())
"""The same with "to" behind them: refuse to, fail to."""
CONDITIONS: Final = frozenset("if unless".split())
"""Words on which the rest of their sentence depends."""
LEADING: Final = frozenset("and but so because that".split())
"""Words before them at the start of a clause."""
MODALS: Final = frozenset("will would shall should can could may might must".split())
"""Words by which the rest depends on it: "If it rains, we will stay", not "If you ask me, it is raining"."""
ANYBODY: Final = frozenset(
    "everybody everyone everything somebody someone something anybody anyone anything nobody nothing none one all each "
    "every either neither another other others such both some any much more most less enough today tomorrow yesterday "
    "now nowhere here maybe perhaps how why where when whoever whatever whichever people men "
    "women children folk police".split()
)
"""Words before "is" or "said" that are no name."""
BEHIND_NAMES: Final = frozenset(
    "is was has had will would can could does did says said takes took goes went comes came makes made gives gave gets "
    "got knows knew thinks thought wants wanted tells told sees saw lied lost won wrote".split()
)
"""Verbs of which the subject, if it is one word that is no plural, is mostly a name."""
