"""What speaks for a candidate, in named numbers that a ranker weighs (see `ranker`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for one candidate, each between 0 and 1."""

    agrees: float = 0.0
    """Same gender, by a title, role or first name (1) or by pronouns nearby alone (less)."""
    conflicts: float = 0.0
    last_speaker: float = 0.0
    """1 for who spoke last, a half for the one before, …; less the farther off."""
    same_sentence: float = 0.0
    """Named in the sentence, before the source, outside quotations."""
    sentence_before: float = 0.0
    """Named in the narrator's sentence before: 1 in the nearest, falling with distance."""
    first_named: float = 0.0
    """The first name of that sentence, most often its subject."""
    quoted_only: float = 0.0
    """Near, but only inside quoted words."""
    possessive: float = 0.0
    """The nearest mention is a possessive ("Lee's team")."""
    prominent: float = 0.0
    """Share of the article's mentions."""
    role: float = 0.0
    """The head noun is one of its roles (1), or a modifier is (0.4)."""
    kin: float = 0.0
    """One of its roles is kindred to the head noun: "frontman" to "singer"."""
    named_so: float = 0.0
    """The head noun is a word of its name: "the board", "Example Board of Trade"."""
    other_sort: float = 0.0
    """Its type is unknown."""
    speaks_now: float = 0.0
    """It is the speaker of the quotation that holds the source."""
    spoke_here: float = 0.0
    """It is the last speaker, in the paragraph of the source."""
    named_here: float = 0.0
    """The narrator names it before the source in its paragraph."""
    full: float = 0.0
    """Its name has several words, as somebody's name has."""
    opening: float = 0.0
    """It is among the first two whom the article names."""
