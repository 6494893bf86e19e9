"""Addressees that a quotation takes from the words around it: "the newspaper", "told her", "…, adding that …".

What one attribution named holds for the next where the same speaker goes on in the same sentence or starts a quotation
right behind it; everything else stays empty (see `Provenance.interview_with` for the rest of an interview).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Entity, Speaker
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.provenance.wording.audiences import AUDIENCES, NOBODY, Addressee
from quotes.pipeline.provenance.wording.narration import Names, is_outlet

_WHEN: Final = re.compile(r"\b(?:when|if|once|repeatedly|also|being)\s*$", re.IGNORECASE)
_REACH: Final = 600  # characters before the cue that are looked at
_LOWER_WORD: Final = re.compile(r"\b[a-z]+\b")
_ASKED: Final = re.compile(r"\b(?:asked|questioned|pressed|quizzed)\b", re.IGNORECASE)


class Carried:
    """What the attributions of an article have named so far, in text order."""

    def __init__(self, scene: Scene, names: Names, people: Sequence[Entity], speakers: Sequence[Speaker]) -> None:
        self._scene, self._names, self._speakers = scene, names, speakers
        self._genders = {entity.name: entity.gender for entity in people}
        self._last: dict[str, Addressee] = {}
        self._outlets: list[str] = []
        self._previous: tuple[int, Addressee] | None = None

    def note(self, i: int, addressee: Addressee) -> None:
        """Remember whom attribution `i` was told to."""
        self._previous = i, addressee
        if addressee and not addressee.own:
            self._last[addressee.kind] = addressee
            if addressee.kind == "outlet":
                self._outlets.append(addressee.name)

    def in_full(self, found: Addressee) -> Addressee:
        """A show with its station, as it was named before: "Today", after "BBC Radio 4's Today programme"."""
        if found.kind != "outlet" or " " in found.name:
            return found
        longer = (name for name in self._outlets if re.search(rf"['’]s {re.escape(found.name)}(?:\s|$)", name))
        return replace(found, name=next(longer, found.name))

    def meant(self, i: int, found: Addressee) -> Addressee:
        """The one that "the newspaper", "the platform", "him", "her" or "them" means."""
        if found.kind != "person":
            return self._last.get(found.kind) or (self._outlet_before(i) if found.kind == "outlet" else NOBODY)
        if found.name == "them":
            if audience := self._audience_before(i):
                return audience
            last = self._previous[1] if self._previous else NOBODY
            return last if last.kind == "audience" and self._gap(i) <= 1 else NOBODY
        return self._person_before(i, "f" if found.name == "her" else "m")

    def going_on(self, i: int) -> Addressee:
        """What the attribution before named, where the same speaker goes on in the same sentence: "…, adding …"."""
        if self._previous is None or self._gap(i) or not self._previous[1].named:
            return NOBODY
        j, named = self._previous
        cue = self._scene.attributions[i].cue
        same = self._speakers[i].name == self._speakers[j].name
        return named if same and cue and min(cue).start > _end_of_cue(self._scene.attributions[j]) else NOBODY

    def asked(self, i: int, following: int | None) -> Addressee:
        """Who answers: whoever speaks behind "When asked whether …, she said …", or before "Lee, asked if …, said"."""
        one = self._scene.attributions[i]
        words = min(one.cue).cut(self._scene.text) if one.cue else ""
        if not _ASKED.search(words):
            return NOBODY
        cue = min(one.cue)
        answers = self._behind_source(i, cue.start)
        if answers is None:
            before = self._scene.text[max(0, cue.start - 20) : cue.start]
            is_other = one.source and self._scene.text[cue.end : one.source[0].start].strip() not in ("by", "by the")
            if following is None or is_other or not (_WHEN.search(before) or words[0].isupper()):
                return NOBODY
            answers = following
        other = self._scene.attributions[answers]
        near = other.cue and self._scene.sentence(min(other.cue).start) - self._scene.sentence(cue.start) in (0, 1)
        name = self._speakers[answers].name
        return Addressee(name, "person") if near and name else NOBODY

    def _behind_source(self, i: int, at: int) -> int | None:
        """The other attribution behind whose source, and a comma, a character stands: "Lee, asked if …, said …"."""
        if self._scene.text[max(0, at - 2) : at] != ", ":
            return None
        for j, other in enumerate(self._scene.attributions):
            if j != i and any(span.end == at - 2 for span in other.source):
                return j
        return None

    def _gap(self, i: int) -> int:
        """Sentences from the attribution before to this one, by their cues; many where one has none."""
        if self._previous is None:
            return 99
        mine, other = self._scene.attributions[i].cue, self._scene.attributions[self._previous[0]].cue
        if not mine or not other:
            return 99
        return self._scene.sentence(min(mine).start) - self._scene.sentence(min(other).start)

    def _outlet_before(self, i: int) -> Addressee:
        at = min(self._scene.attributions[i].cue).start
        for named in reversed(self._names.within(max(0, at - 1500), at)):
            if named.kind != "person" and is_outlet(named.name):
                return Addressee(named.name, "outlet")
        return NOBODY

    def _audience_before(self, i: int) -> Addressee:
        """The audience that the sentence names before the cue: "Before sending the jury home, Lee warned them"."""
        cue = min(self._scene.attributions[i].cue)
        start = max(self._scene.sentence_span(cue.start).start, cue.start - _REACH)
        words = [w for w in _LOWER_WORD.findall(self._scene.text[start : cue.start]) if w in AUDIENCES]
        return Addressee(words[-1], "audience") if words else NOBODY

    def _person_before(self, i: int, gender: str) -> Addressee:
        """The one person of a gender, other than the speaker, in the sentence or else the one before."""
        cue = min(self._scene.attributions[i].cue)
        k = self._scene.sentence(cue.start)
        for sentence in self._scene.sentences[max(0, k - 1) : k + 1][::-1]:
            people = {
                n.name
                for n in self._names.within(max(sentence.start, cue.start - _REACH), min(sentence.end, cue.start))
                if n.kind == "person" and self._genders.get(n.name) in ("", gender)
            } - {self._speakers[i].name}
            if people:
                return Addressee(people.pop(), "person") if len(people) == 1 else NOBODY
        return NOBODY


def _end_of_cue(attribution: Attribution) -> int:
    return max((span.end for span in attribution.cue), default=0)
