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
OPPOSITES: Final = tuple(
    frozenset(pair.split())
    for pair in (
        "more less",
        "up down",
        "in out",
        "before after",
        "for against",
        "always never",
        "all none",
        "all some",
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
        "win lose",
        "won lost",
        "right wrong",
        "true false",
        "rise fall",
        "increase decrease",
        "first last",
        "early late",
        "big small",
        "many few",
        "us them",
        "we they",
        "i you",
        "he she",
        "his her",
        "him her",
        "his my",
        "yes no",
        "support oppose",
        "accept reject",
        "men women",
        "buy sell",
        "over under",
        "has had",
        "is was",
        "are were",
    )
)
TURNING: Final = {word: [pair for pair in OPPOSITES if word in pair] for pair in OPPOSITES for word in pair}
# Two moods or tenses of one statement, not its opposite: only in wordings too short to tell are they kept apart.
MILD: Final = frozenset({"will", "would", "has", "had", "is", "was", "are", "were"})
