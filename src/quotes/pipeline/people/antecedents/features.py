"""What speaks for a candidate, in named numbers that a ranker weighs (see `ranker`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Features:
    """What speaks for one candidate, each between 0 and 1.

    Nobody changes them; frozen they would take more than twice as long to make, and an article has many.
    """

    agrees: float = 0.0
    """Same gender, by a title, role or first name (1) or by pronouns nearby alone (less)."""
    conflicts: float = 0.0
    """The other gender, in the same way."""
    surely_not: float = 0.0
    """The other gender, by a title, or by a first name and pronouns that follow it."""
    last_speaker: float = 0.0
    """1 for who spoke last, a half for the one before, …; less the farther off."""
    spoke_here: float = 0.0
    """It is the last speaker, in the paragraph of the source."""
    spoke_before: float = 0.0
    """It is the last speaker, in the paragraph before."""
    spoke_share: float = 0.0
    """Share of what was said so far that is its."""
    same_sentence: float = 0.0
    """Named in the sentence, before the source, outside quotations."""
    sentence_before: float = 0.0
    """Named in the narrator's sentence before: 1 in the nearest, falling with distance."""
    first_named: float = 0.0
    """The first name of that sentence, most often its subject."""
    named_here: float = 0.0
    """The narrator names it before the source in its paragraph."""
    nearest: float = 0.0
    """The last of those that fit whom the narrator names or takes up by a pronoun."""
    only_one: float = 0.0
    """Nobody else that fits is named in the paragraph of the source or in the one before."""
    subject: float = 0.0
    """A verb follows its nearest mention."""
    subject_here: float = 0.0
    """A verb follows its mention in the sentence of the source."""
    since: float = 0.0
    """The narrator has spoken of it since somebody spoke last."""
    introduced: float = 0.0
    """It is named for the first time in the sentence of the source or in the one before."""
    oblique: float = 0.0
    """Its nearest mention stands behind a preposition or a verb: "told Lee"."""
    echo_here: float = 0.0
    """The narrator takes it up by a pronoun in the sentence, before the source."""
    echo_before: float = 0.0
    """The same in a sentence before: 1 in the nearest, falling with distance."""
    quoted_only: float = 0.0
    """Near, but only inside quoted words."""
    possessive: float = 0.0
    """The nearest mention is a possessive ("Lee's team")."""
    own_words: float = 0.0
    """Named in the words that are asked about."""
    addressed: float = 0.0
    """How likely it is that the words are told to it: "he told Lee"."""
    goes_on: float = 0.0
    """It is the last speaker, and a quotation without cue follows in the same paragraph, or opens the next."""
    before_last: float = 0.0
    """It spoke before the last speaker, and nothing but quotations have followed: two who take turns."""
    prominent: float = 0.0
    """Share of the article's mentions."""
    headline: float = 0.0
    """Named in the headline."""
    foremost: float = 0.0
    """Of those that fit and have been named, it is the one that the article names most."""
    opening: float = 0.0
    """It is among the first two of its sort that the article names."""
    full: float = 0.0
    """Its name has several words, as somebody's name has, or one by which the article goes on; a half for a known first
    name."""
    is_person: float = 0.0
    is_organisation: float = 0.0
    is_work: float = 0.0
    is_place: float = 0.0
    other_sort: float = 0.0
    """Its type is unknown."""
    speaks_now: float = 0.0
    """It is the speaker of the quotation that holds the source."""
    role: float = 0.0
    """The head noun is one of its roles (1), or a modifier is (0.4); -1 for the office of a body that is another's."""
    kin: float = 0.0
    """One of its roles is kindred to the head noun: "frontman" to "singer"."""
    other_role: float = 0.0
    """It has roles, and none is the head noun or kindred to it."""
    named_so: float = 0.0
    """The head noun is a word of its name: "the board", "Example Board of Trade"."""
    only_role: float = 0.0
    """Nobody else has the head noun for a role or in its name."""
    of_kind: float = 0.0
    """How sure it is a body of the kind that the head noun asks for: a paper, where "the newspaper" does."""
    other_kind: float = 0.0
    """How sure it is one of another kind, and not of that."""
    age: float = 0.0
    """The article gives it the age that the noun phrase has: "the 20-year-old"."""
    author: float = 0.0
    """The article calls such a document its: "Lee's lawsuit", "a report by Acme"."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What speaks for nobody, each between 0 and 1."""

    always: float = 1.0
    unnamed_before: float = 0.0
    """Somebody without a name spoke last, and nobody has been named since."""
    inside: float = 0.0
    """The source stands in somebody's quotation."""
    indefinite: float = 0.0
    """A noun phrase without "the": "a critic", "his lawyer"."""
    plural: float = 0.0
    cued: float = 0.0
    """A quotation without a source has words that report it."""
    few_words: float = 0.0
    """It has but a few words: "the so-called “deal”"."""
    no_role: float = 0.0
    """Nobody has the role of the noun phrase, nor one like it."""
    of_no_kind: float = 0.0
    """Its head noun is none for a body: "the split in the party", "the voters"."""
