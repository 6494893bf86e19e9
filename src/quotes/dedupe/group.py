"""One thing said, as far as its wordings are known: the fullest, and all that stand in it."""

from __future__ import annotations

from itertools import islice
from typing import Final

from quotes.dedupe.names import Agreement, Name, compatible
from quotes.dedupe.nesting import share_characters
from quotes.dedupe.stock import days_of, near_in_time
from quotes.dedupe.wording import Wording
from quotes.model import Relation

NEIGHBOURS: Final = 50
"""Articles of a story, or places of a wording, that are looked through."""


class Group:
    """A fullest wording with all that stand in it; `into` is the group that has taken it in."""

    __slots__ = ("articles", "into", "members", "names", "root")

    def __init__(self, root: Wording) -> None:
        self.root = root
        self.members: list[tuple[Wording, Relation]] = [(root, "fullest")]
        self.names: dict[Name, None] = {root.speaker: None} if root.speaker else {}
        self.articles: dict[str, None] = dict(root.articles)
        self.into: Group | None = None

    @property
    def now(self) -> Group:
        """The group itself, or the one that has taken it in."""
        return self if self.into is None else self.into.now

    def take_in(self, other: Group) -> None:
        """The other group's wordings are part of this statement too."""
        for wording, relation in other.members:
            self.add(wording, "edited" if wording is other.root else relation)
        other.into = self

    def add(self, wording: Wording, relation: Relation) -> None:
        """One more wording of the same thing."""
        self.members.append((wording, relation))
        if wording.speaker:
            self.names[wording.speaker] = None
        self.articles.update(wording.articles)

    def agreement(self, speaker: Name) -> Agreement:
        """Does a speaker agree with all the names in the group?"""
        if not speaker or not self.names:
            return "unnamed"
        if len(self.names) == 1 and speaker in self.names:  # as it mostly is
            return "named"
        for name in self.names:
            if not compatible(speaker, name):
                return "conflict"
        return "named"

    def shares_article(self, wording: Wording) -> bool:
        """Does an article carry both?"""
        return any(article in self.articles for article in wording.articles)

    def nests(self, wording: Wording) -> bool:
        """Does the wording stand inside the group's words, in one article, or they inside it?"""
        return (
            wording.nested
            and self.agreement(wording.speaker) != "named"
            and any(
                member.nested and share_characters(wording.occurrences, member.occurrences)
                for member, _ in self.members
            )
        )

    def near_in_time(self, wording: Wording) -> bool | None:
        """Do articles of both come in the same days? None where the days are not known."""
        if not (days := days_of(islice(wording.occurrences, NEIGHBOURS))):
            return None
        members = (occurrence for member, _ in self.members for occurrence in member.occurrences)
        return near_in_time(days, days_of(islice(members, NEIGHBOURS)))
