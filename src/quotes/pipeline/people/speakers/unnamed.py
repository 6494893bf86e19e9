"""People without a name: "a friend" whom the article brings in, "a spokesman" who speaks on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final

from quotes.model import Attribution, Speaker
from quotes.pipeline.people.antecedents.candidates import Candidates
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import Gender, noun_kind, role_gender
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.sources.reading import PRONOUNS, Source
from quotes.pipeline.people.speakers.afterwards import first_of, last_of
from quotes.pipeline.people.speakers.continuity import goes_on, paragraphs_between
from quotes.pipeline.people.wordlists import word_set

_BROUGHT_IN: Final = re.compile(
    r"(?P<of>(?:,|\b(?:is|was|as|and|became|remains))\s)?\b(?:[Aa]n?|[Oo]ne)(?=(?P<words>(?:\s[a-z][\w-]*){1,3}))"
)
_WORD: Final = re.compile(r"\s([a-z][\w-]*)")
_NAMED: Final = re.compile(r",?\s[A-Z]")
_WHOM: Final = re.compile(r"[Hh]e|[Ss]he|(?:[A-Z][\w.’'-]*[^\S\n]?){1,4}")
_OWNER: Final = re.compile(r"[A-Za-z]['’]s?[^\S\n]")
"""In a phrase for somebody, whose he is: "President Lee's chief aide"."""
_MANY: Final = word_set("none people nobody everyone everybody many most some others few all both anyone anybody")
"""Who are no one person, whom "he" might go on."""
_BY: Final = (" by ", " by\n")
_RELATED: Final = word_set(
    "friend colleague neighbour neighbor insider source aide relative cousin uncle aunt witness bystander passer-by "
    "reader viewer listener caller"
)
"""Who may stay without a name through an article."""
_TOLD_OF: Final = 600  # characters of a quotation before a pronoun
_SOMEBODY: Final = re.compile(
    r"\b(?:(?P<kin>Dad|Daddy|Grandad|Grandpa|Mum|Mom|Mummy|Gran|Granny|Grandma)\b|(?:[Tt]he|[Tt]h(?:is|at)|[Aa]n?|[Mm]y|"
    r"[Oo]ur|[Ss]ome|[Oo]ne|[Hh](?:is|er))[^\S\n](?P<words>(?:[a-z][\w-]*[^\S\n])?[a-z][\w-]*)\b)"
)


_FATHERS: Final = ("Dad", "Daddy", "Grandad", "Grandpa")
_REGIONS: Final = DEMONYMS | word_set("western eastern european african asian arab")
UNNAMED_EVIDENCE: Final = ", of somebody not named"
NOBODY_FITS: Final = ": nobody fits"
_SURELY: Final = 0.5  # the chance from which somebody is told the words for sure
_SOURCES: Final = word_set("source insider")
"""Who speaks and is no person by his noun."""
DESPITE: Final = 0.8
"""Probability from which "he" is somebody named although somebody unnamed has just spoken."""
DESPITE_HERE: Final = 0.97
"""The same where he has spoken in the paragraph, and for sure nobody knows his name."""


class Unnamed:
    """Who of an article is brought in without a name; the article is read once, however often it is asked for."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene, self._cast = scene, cast
        self._roles = frozenset().union(*(figure.nouns for figure in cast.figures))

    def is_meant(self, noun: str, at: int) -> bool:
        """Has the narrator brought in "a friend" without a name last, whom "the friend" at a character takes up?

        Of a noun that somebody named is called by as well only words such as "friend" and "witness" are followed.
        """
        if noun not in _RELATED and noun in self._roles:
            return False
        found = self._introductions.get(noun, [])
        k = bisect_right(found, at, key=itemgetter(0)) - 1
        return k >= 0 and found[k][1]

    def is_told_of(self, start: int, at: int, gender: Gender) -> bool:
        """Do quoted words from `start` on tell of somebody without a name right before a pronoun at a character `at`?

        Then the pronoun ("the foreman … he", "Dad … he") is nobody of whom the narrator speaks.
        """
        found = _SOMEBODY.finditer(self._scene.text, max(start, at - _TOLD_OF), at)
        last = max((m.start() for m in found if _is_somebody(m, gender)), default=-1)
        low = bisect_left(self._cast.mentions, last, key=lambda m: m.span.start)
        return last >= 0 and (low == len(self._cast.mentions) or self._cast.mentions[low].span.start >= at)

    @cached_property
    def _introductions(self) -> dict[str, list[tuple[int, bool]]]:
        """By noun: where each ends, and whether no name stands beside it, as in "Lee, a friend" or "a friend, Lee"."""
        text, out = self._scene.text, defaultdict[str, list[tuple[int, bool]]](list)
        for found in _BROUGHT_IN.finditer(text):
            if not self._scene.is_quoted(found.start()):
                for word in _WORD.finditer(text, *found.span("words")):
                    out[word[1]].append((word.end(), not found["of"] and not _NAMED.match(text, word.end())))
        return out


def _is_somebody(found: re.Match[str], gender: Gender) -> bool:
    """Is it a noun for somebody who may be of a gender: "the foreman", "Dad"?"""
    if found["kin"]:
        return gender in ("", "m" if found["kin"] in _FATHERS else "f")
    people = [word for word in found["words"].split() if noun_kind(word) == "person"]
    return any(not gender or role_gender(word) in ("", gender) for word in people)


class UnnamedSpeakers:
    """Those of an article. `speakers` is filled while it is asked; `previous` is the attribution that came last."""

    def __init__(
        self, scene: Scene, sources: Sequence[Source], speakers: Sequence[Speaker], candidates: Candidates
    ) -> None:
        self._scene, self._sources, self._speakers, self._candidates = scene, sources, speakers, candidates

    def is_one(self, i: int) -> bool:
        """Is the speaker of an attribution somebody without a name: "a spokesman", and "he" who is none other?"""
        source, speaker = self._sources[i], self._speakers[i]
        if speaker.name:
            return False
        is_called = source.kind == "unnamed" and bool(source.noun) and source.noun in map(normal, source.words.split())
        is_person = source.kind == "noun" and (noun_kind(source.noun) == "person" or source.noun in _SOURCES)
        is_person = is_person or (source.kind == "unnamed" and source.words.casefold() == "one")
        is_called = is_called and source.noun not in _MANY
        somebody = is_called or is_person or speaker.evidence.endswith(UNNAMED_EVIDENCE)
        return somebody and (noun_kind(source.noun) or "person") == "person"

    def takes_up(self, i: int) -> bool:
        """Is a phrase said of one who spoke before: "the Western trader", after "a senior Western source said"?"""
        where = _REGIONS.intersection(map(normal, self._sources[i].words.split()[1:]))
        before = (source for source in self._sources[:i] if where and source.kind == "unnamed")
        return any(where.intersection(map(normal, source.words.split())) for source in before)

    def speak_on(self, previous: int | None, at: int, gender: Gender) -> bool:
        """Has one just spoken, and nobody been named since, before a pronoun or a quotation at a character?"""
        if previous is None or not self.is_one(previous):
            return False
        before, attribution = self._sources[previous], self._scene.attributions[previous]
        told = (
            role_gender(before.noun) if before.kind in ("unnamed", "noun") else PRONOUNS.get(before.noun, ("", ""))[0]
        )
        if told and gender and told != gender:
            return False
        if not told and self._is_done_to(attribution, before.at):
            return False  # "Lee was accused by a woman. He …"
        if paragraphs_between(self._scene, last_of(attribution), at) > 1:
            return False
        # Whoever is named in what such a one reports has not come in; but an unclear "the singer" may be anybody.
        nobody = before.kind != "noun" or self._speakers[previous].evidence.endswith(NOBODY_FITS)
        hearer, chance = attribution.likeliest_addressee
        past = (*attribution.content, *(hearer if chance >= _SURELY else ())) if nobody else ()
        since = before.at + len(before.words) if before.words else first_of(attribution)
        return not self._candidates.named_between(since, at, past)

    def _is_done_to(self, attribution: Attribution, at: int) -> bool:
        """Is all that an attribution tells whom one behind "by" accuses, praises: "Lee was accused by a voter"?"""
        if not self._scene.text.endswith(_BY, 0, at) or not attribution.cue or len(attribution.content) != 1:
            return False
        whom = attribution.content[0].cut(self._scene.text)
        return attribution.cue[-1].end <= at and _WHOM.fullmatch(whom) is not None

    def despite(self, previous: int | None, at: int) -> float:
        """How probable somebody named must be all the same: more so in the same paragraph."""
        is_nobody = previous is not None and (
            self._sources[previous].kind == "unnamed"
            or self._speakers[previous].evidence.endswith(UNNAMED_EVIDENCE)
            or (
                self._speakers[previous].evidence.endswith(NOBODY_FITS)
                and _OWNER.search(self._sources[previous].words) is not None
            )
        )
        if previous is None or not is_nobody:
            return DESPITE
        apart = paragraphs_between(self._scene, last_of(self._scene.attributions[previous]), at)
        return DESPITE if apart else DESPITE_HERE

    def go_on(self, previous: int | None, attribution: Attribution) -> bool:
        """Does a quotation without cue go on from the words of one?"""
        if previous is None or not attribution.content:
            return False
        if not self.speak_on(previous, attribution.content[0].start, ""):
            return False
        return bool(goes_on(self._scene, attribution, self._scene.attributions[previous], only_quoted=False))
