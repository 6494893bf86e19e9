"""Which wordings are one thing said once.

Wordings come fullest first; each joins the group of a fuller one that holds it, or begins its own. A group is known by
its first, fullest wording, and every member is compared with that one itself, so that groups do not chain: a fragment
that stands in two different quotations does not glue them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import attrgetter
from typing import Final

from quotes.dedupe.candidates import candidates
from quotes.dedupe.context import in_like_context
from quotes.dedupe.group import NEIGHBOURS, Group
from quotes.dedupe.names import Agreement
from quotes.dedupe.stock import STOCK_BELOW, is_stock, is_title
from quotes.dedupe.verifier import retold
from quotes.dedupe.vocabulary import LITTLE
from quotes.dedupe.wording import SHORT, Match, Wording, relate, stands_in

UNNAMED_PART: Final = 6
"""Words that a part must have to be folded where a speaker is not named and the articles differ."""
NOBODYS_RUN: Final = 10
"""Words in a row that two wordings must share if each has words of its own besides and neither a named speaker."""
ALONE_RUN: Final = 20
"""Words in a row that tell by themselves that two wordings are one, where one of them names nobody."""
LONG: Final = 8
"""Words: two articles that share a quotation as long as this tell the same story; and a part as long as this goes to
the fullest of several quotations that hold it, where a shorter one goes to none."""
DISPUTE_IN_STORY: Final = 5
"""Words that two people must be credited with in articles of one story for a dispute; elsewhere `LONG`."""
SPEAKERS_TRIED: Final = 50
"""Groups of the very same words, by as many speakers, that are compared; what more people say is a stock phrase."""
TELLING_LETTERS: Final = 6
"""Letters of a word that, put in marks alone, is taken from what its article quotes."""
SOUGHT_LETTERS: Final = 4
"""Letters of a word by which a few words in marks are looked for in other stories."""
GROUPS_TRIED: Final = 1000
"""Groups of one article that are looked through for a short fragment's quotation, the fullest first."""


class Grouping:
    """The groups of wordings sorted fullest first, and which groups give the same words to different people."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.groups: list[Group] = []
        self.disputes: list[tuple[Group, Group]] = []
        self._in_article: dict[str, list[Group]] = defaultdict(list)
        self._long_in_article: dict[str, dict[Group, None]] = defaultdict(dict)
        self._disputed: set[frozenset[int]] = set()
        # Of few words in marks, one that tells them; and what was said, by these words and the speaker's last name.
        self._sought = {word for wording in wordings if (word := _word_sought(wording))}
        self._saying: dict[tuple[str, str], dict[Group, None]] = defaultdict(dict)
        # Wordings that differ by their speakers only come one after the other: what fits one fits all of them.
        alike = [list(some) for _, some in groupby(wordings, key=_words)]
        firsts = [some[0] for some in alike]
        groups_of: list[tuple[Group, ...]] = []
        for same, places in zip(alike, candidates(firsts), strict=True):
            matches: dict[Group, Match | None] = {}
            own: dict[Group, None] = {}
            others = _groups_at(places, firsts, groups_of)
            for wording in same:
                rivals: list[Group] = []
                if own:
                    others |= dict.fromkeys(islice(own, SPEAKERS_TRIED), same[0])
                group = self._place(wording, others, rivals, matches)
                own[group] = None
                if rivals:
                    self.disputes += [(group, rival) for rival in rivals if rival is not group]
                    self._disputed.update(frozenset((id(group), id(rival))) for rival in rivals)
            groups_of.append(tuple(own))
        self.groups = [group for group in self.groups if group.now is group]
        self.disputes = [(one.now, other.now) for one, other in self.disputes if one.now is not other.now]

    def _place(
        self,
        wording: Wording,
        holders: Mapping[Group, Wording],
        rivals: list[Group],
        matches: dict[Group, Match | None],
    ) -> Group:
        """The group of a wording; `matches` remembers how its words stand in those that were compared already.

        Each of `holders` comes with a member that may hold the wording.
        """
        fitting = []
        for group, member in holders.items():
            how = group.agreement(wording.speaker)
            if how == "conflict":
                # Only the very words, or nearly so, make a dispute.
                match = matches[group] if group in matches else relate(wording, group.root, loosely=False)
                if match and not match.loose and not group.nests(wording):
                    enough = DISPUTE_IN_STORY if self._same_story(wording, group) else LONG
                    if match.size >= enough:
                        rivals.append(group)
                continue
            if group.nests(wording):
                continue  # words inside somebody's quotation, in one article, are a report and no copy
            if group not in matches:
                matches[group] = relate(wording, group.root) or _in_member(wording, member, group)
            match = matches[group]
            if not match or not self._enough(wording, group, match, how):
                match = self._retold(wording, group.root, group, how) or (
                    self._retold(wording, member, group, how) if how == "named" and member is not group.root else None
                )
            if match:
                fitting.append((group, match, how))
        in_story = len(fitting) > 1 and self._all_in_story(wording, fitting)
        chosen = (
            self._best(wording, fitting, in_story=in_story)
            or self._of_the_same_story(wording)
            or self._of_the_same_article(wording)
        )
        if chosen is None:
            group = Group(wording)
            self.groups.append(group)
        else:
            group, match = chosen
            group.add(wording, match.relation)
            if held := [other for other, match, _ in fitting if match.holds]:
                group = _joined([group, *held])
        self._register(group, wording)
        return group

    def _retold(self, wording: Wording, member: Wording, group: Group, how: Agreement) -> Match | None:
        """How a wording retells a group's statement, as one of its members has it, where no rule calls them one.

        An article says one thing in two ways only where it gives all of it and picks words out.
        """
        match = retold(wording, member, named=how == "named")
        if match and match.holds and member is not group.root:
            match = replace(match, holds=False)
        if not match or (group.shares_article(wording) and not match.holds):
            return None
        return match if self._enough(wording, group, match, how) else None

    def _all_in_story(self, wording: Wording, fitting: Sequence[tuple[Group, Match, Agreement]]) -> bool:
        """Do all the groups belong to the wording's story, so that the fullest of them will do?

        Where nobody is named they must be of its very article, and of people who can be one, or are seen to dispute it.
        """
        fullest = fitting[0][0]
        return all(
            self._same_story(wording, group)
            if how == "named"
            else group.shares_article(wording)
            and (
                all(fullest.agreement(name) != "conflict" for name in group.names)
                or frozenset((id(fullest), id(group))) in self._disputed
            )
            for group, _, how in fitting
        )

    def _best(
        self, wording: Wording, fitting: Sequence[tuple[Group, Match, Agreement]], *, in_story: bool
    ) -> tuple[Group, Match] | None:
        """The group that fits best; of equals the fullest, or none if the wording is too short to tell.

        A short one goes to the only one that is of its story.
        """
        if len(fitting) < 2:
            return fitting[0][:2] if fitting else None

        def fit(option: tuple[Group, Match, Agreement]) -> tuple[bool, bool, bool, bool, float]:
            group, match, how = option
            return match.relation == "same", not match.loose, how == "named", group.shares_article(wording), -match.cost

        best = max(map(fit, fitting))
        equals = [(group, match) for group, match, how in fitting if fit((group, match, how)) == best]
        if len(equals) == 1 or in_story or equals[0][1].size >= LONG:
            return equals[0]
        near = [(group, match) for group, match in equals if self._same_story(wording, group)]
        return near[0] if len(near) == 1 else None

    def _enough(self, wording: Wording, group: Group, match: Match, how: Agreement) -> bool:
        if match.size < SHORT:  # all else is left to `_of_the_same_story`
            return match.relation == "same" and how == "named" and group.near_in_time(wording) is True
        if _may_be_chance(wording, match) and not group.shares_article(wording):
            near = group.near_in_time(wording)
            return how == "named" and (self._same_story(wording, group) if near is None else near)
        if match.loose:
            if how == "named":
                return match.relation != "edited" or match.run >= STOCK_BELOW or self._same_story(wording, group)
            nobody = not wording.speaker and not group.names
            if match.run >= (NOBODYS_RUN if nobody else ALONE_RUN):
                return True
            return match.run >= LONG and self._same_story(wording, group)
        if match.cost and match.size <= SHORT:
            return how == "named" and self._same_story(wording, group)
        if how != "named" and match.size < LONG and is_title(wording.forms[-1]):
            return group.shares_article(wording) or self._same_story(wording, group)
        return (
            how == "named"
            or match.relation == "same"
            or match.size >= UNNAMED_PART
            or group.shares_article(wording)
            or self._same_story(wording, group)
        )

    def _same_story(self, wording: Wording, group: Group) -> bool:
        """Does an article of the wording share a long quotation with one of the group?"""
        return any(
            not group.articles.keys().isdisjoint(islice(other.now.articles, NEIGHBOURS))
            for article in islice(wording.articles, NEIGHBOURS)
            for other in islice(self._long_in_article.get(article, ()), NEIGHBOURS)
        )

    def _of_the_same_story(self, wording: Wording) -> tuple[Group, Match] | None:
        """The one group that holds a few words, by the same named speaker, in the same article or one of its story.

        Or in another article, where the words around them are like those around them there.
        """
        if not wording.speaker or not any(form.size < SHORT or len(form.parts) > 1 for form in wording.forms):
            return None
        near = self._holding(wording, self._near(wording))
        # All are what this speaker says in this story: of several the fullest will do.
        if found := self._best(wording, near, in_story=True):
            return found
        saying = self._saying.get((wording.speaker[-1], _word_sought(wording)), ())
        alike = [
            option
            for option in self._holding(wording, _now(islice(saying, NEIGHBOURS)))
            if in_like_context(wording, option[0].root)
        ]
        return self._best(wording, alike, in_story=True)

    def _holding(self, wording: Wording, groups: Iterable[Group]) -> list[tuple[Group, Match, Agreement]]:
        """Those of the groups that have a few words by the same speaker, and not another day."""
        fitting: list[tuple[Group, Match, Agreement]] = []
        for group in groups:
            if group.agreement(wording.speaker) != "named" or group.nests(wording):
                continue
            if not group.shares_article(wording) and group.near_in_time(wording) is False:
                continue
            match = relate(wording, group.root)
            if match and not match.loose and _telling(wording, match):
                fitting.append((group, match, "named"))
        return fitting

    def _of_the_same_article(self, wording: Wording) -> tuple[Group, Match] | None:
        """The one group of the article that holds a telling word or two which are put in marks and given to nobody."""
        inner = wording.verbatim
        if wording.speaker or not wording.clause.reported or inner is None or inner.size >= SHORT:
            return None
        if not any(len(word) >= TELLING_LETTERS for word in inner.words):
            return None
        near = _now(
            group
            for article in wording.articles
            for group in islice(self._long_in_article.get(article, ()), NEIGHBOURS)
        )
        fitting = [
            (group, match)
            for group in near
            if (match := relate(wording, group.root)) and not match.loose and not group.nests(wording)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _near(self, wording: Wording) -> Iterator[Group]:
        """Groups with a named speaker in the articles of the wording, and in those of the same story."""
        articles = dict(wording.articles)
        for article in tuple(articles):
            for group in islice(self._long_in_article.get(article, ()), NEIGHBOURS):
                articles.update(dict.fromkeys(islice(group.now.articles, NEIGHBOURS)))
        seen: set[int] = set()
        for article in islice(articles, NEIGHBOURS):
            for group in _now(islice(self._in_article.get(article, ()), GROUPS_TRIED)):
                if id(group) not in seen:
                    seen.add(id(group))
                    yield group

    def _register(self, group: Group, wording: Wording) -> None:
        # An article that has but a few words of a quotation need not have them from it.
        tells = wording.speaker and (wording is group.root or wording.quoted_size >= UNNAMED_PART)
        for article in wording.articles:
            if tells:
                listed = self._in_article[article]
                if not listed or listed[-1] is not group:
                    listed.append(group)
            if wording.longest >= LONG:
                self._long_in_article[article][group] = None
        if wording.speaker and self._sought:
            for word in self._sought.intersection(wording.clause.words):
                self._saying[wording.speaker[-1], word][group] = None


def _groups_at(
    places: Iterable[int], firsts: Sequence[Wording], groups_of: Sequence[tuple[Group, ...]]
) -> dict[Group, Wording]:
    """The groups of the wordings at these places, each with the first member of them that is not its fullest."""
    found: dict[Group, Wording] = {}
    for at in places:
        member = firsts[at]
        for one in groups_of[at][:SPEAKERS_TRIED]:
            group = one if one.into is None else one.now  # mostly itself
            if found.get(group, group.root) is group.root:
                found[group] = member
    return found


def _now(groups: Iterable[Group]) -> dict[Group, None]:
    """The groups, in order, or those that have taken them in."""
    return {group.now: None for group in groups}


def _joined(groups: Sequence[Group]) -> Group:
    """The fullest of groups that one wording holds, which takes the others in as far as their speakers can be one."""
    kept, *others = sorted(dict.fromkeys(groups), key=lambda group: group.root.fullness)
    for other in others:
        if all(kept.agreement(name) != "conflict" for name in other.names):
            kept.take_in(other)
    return kept


_KEY: Final = attrgetter("key")


def _words(wording: Wording) -> tuple[str, ...]:
    """Equal for wordings that stand in the same others in the same way."""
    return *wording.words_key, *map(_KEY, wording.forms)


def _word_sought(wording: Wording) -> str:
    """The word by which a few words that reported speech picks out are looked for; empty where there is none."""
    inner = wording.verbatim
    if not wording.speaker or inner is None or inner is wording.clause or inner.size >= SHORT:
        return ""
    return max(
        (word for word in inner.words if word not in LITTLE and len(word) >= SOUGHT_LETTERS), key=len, default=""
    )


def _in_member(wording: Wording, member: Wording, group: Group) -> Match | None:
    """How a wording stands in another than the fullest of a group: newsrooms pick other sentences of one statement."""
    if member.longest < LONG or member.words_key == group.root.words_key:
        return None
    match = stands_in(wording, member)
    return replace(match, loose=True, run=match.size) if match and match.size >= SHORT else None


def _may_be_chance(wording: Wording, match: Match) -> bool:
    """Are they words that anybody might say, alone or picked out of other words?"""
    picked_out = wording.verbatim is not None and wording.verbatim is not wording.clause
    if match.size >= STOCK_BELOW:
        return False  # the words around them are repeated too
    return (match.relation == "same" or picked_out) and is_stock(wording.forms[-1])


def _telling(wording: Wording, match: Match) -> bool:
    """Are the words enough to be taken for repeated ones? One word alone where reported speech picks it out.

    The speaker's own name is not.
    """
    if match.relation == "same":
        return True
    words = wording.forms[-1].words
    if all(word in LITTLE or word in wording.speaker for word in words):
        return False
    return match.size > 1 or (wording.clause.reported and len(words[0]) > 3)
