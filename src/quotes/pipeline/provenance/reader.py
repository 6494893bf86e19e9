"""From candidates to answers: one `Provenance` for each attribution of an article, in text order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotes.model import Attribution, Entity, Provenance, Span, Speaker
from quotes.pipeline.people.lexicon import PLATFORMS
from quotes.pipeline.people.scene import Scene, holders
from quotes.pipeline.provenance.carried import Carried
from quotes.pipeline.provenance.cited import citations
from quotes.pipeline.provenance.cited.citations import Cited, Inner
from quotes.pipeline.provenance.cited.quoting import relayed_by
from quotes.pipeline.provenance.conventions import (
    DIRECT,
    HELD,
    IN_SOURCE,
    NOW,
    PAPERS,
    RELAYED,
    TAKEN_OVER,
    is_stale,
    is_told_otherwise,
    only_here,
    settled,
)
from quotes.pipeline.provenance.ranker import Features, rankers, weighed
from quotes.pipeline.provenance.told import listeners
from quotes.pipeline.provenance.told.elsewhere import is_elsewhere, is_followed, sets_off, was_told_earlier
from quotes.pipeline.provenance.told.listeners import Candidate, Sentence, Told, gathered, in_full
from quotes.pipeline.provenance.turn import Turn, anchor_of, extent_of
from quotes.pipeline.provenance.wording.audiences import NOBODY, Addressee, is_date
from quotes.pipeline.provenance.wording.governors import kind_of_cue
from quotes.pipeline.provenance.wording.narration import Names, Narration, bare, blotted, contents_near, narration_of

Choose = Callable[[str, int, Sequence[str], Sequence[Features]], int | None]
"""Field (`told_to` or `cited_from`), attribution, names of the candidates and their features; gives the one meant."""

_OWN_WORDS: Final = ("i", "we", "you", "us", "me")
"""Sources that inside a quotation are its speaker."""
_WHO_WRITES: Final = ("me", "us")
_PRONOUNS: Final = ("he", "she", "it", "they", "who", "which", "that")
_TALKS: Final = (":talk", "rule:occasion", "rule:speaking")
"""Ends of the features of a candidate that is named as the other side of a conversation."""
_REACH: Final = 1500  # characters of a sentence before that are looked at


def by_rank(field: str, attribution: int, names: Sequence[str], candidates: Sequence[Features]) -> int | None:
    """What the fitted rankers choose."""
    return rankers()[field].choose(candidates)[0]


class Reader:
    """Reads the provenance of all attributions of one article. `publication` is its own, for "our interview"."""

    def __init__(
        self,
        scene: Scene,
        people: Sequence[Entity],
        speakers: Sequence[Speaker],
        publication: str = "",
        choose: Choose = by_rank,
    ) -> None:
        self._scene, self._choose, self._publication = scene, choose, publication
        self._names = Names(scene.text, people)
        self._speakers = [*speakers, *[Speaker()] * (len(scene.attributions) - len(speakers))]
        self._holders = holders(scene.attributions, [anchor_of(a) for a in scene.attributions])
        self._extents = [extent_of(a) for a in scene.attributions]
        self._contents = tuple(sorted(s for a in scene.attributions for s in a.content))
        self._starts = [s.start for s in self._contents]
        self._carried = Carried(scene, self._names, people, self._speakers)
        self._addressees: list[Addressee] = [NOBODY] * len(scene.attributions)
        self._cited = [""] * len(scene.attributions)
        self._held: set[int] = set()
        """Attributions that are cited from whoever has got the document: "an affidavit obtained by the Herald"."""
        self._relays: set[int] = set()
        """Attributions that somebody relays, as far as the article goes on with them: "Xinhua quoted Lee as saying"."""
        self._explicit = [False] * len(scene.attributions)
        self._interviews: dict[str, str] = {}
        self._previous: int | None = None
        self._last_cited: int | None = None
        self._following: dict[int, int] = {}
        self._sentences: dict[int, Sentence] = {}

    def read(self) -> tuple[Provenance, ...]:
        """One `Provenance` an attribution, in the order of the attributions."""
        attributions = self._scene.attributions
        out = [Provenance()] * len(attributions)
        order = sorted((i for i, a in enumerate(attributions) if a.content), key=lambda i: self._extents[i].start)
        outer = [i for i in order if self._holder(i) is None]
        self._following = dict(pairwise(outer))
        for i in order:
            turn = self._turn(i)
            addressee = self._told_to(turn)
            self._addressees[i] = addressee
            cited, relayed = self._cited_from(turn)
            if addressee.kind == "outlet" and turn.holder is None and bare(cited) == bare(addressee.name):
                if (said := kind_of_cue(turn.cue)) == "write":
                    addressee = NOBODY  # "wrote in the Tide"
                elif said == "tell":
                    cited = ""  # it heard the words itself
            self._cited[i] = cited
            if cited and turn.holder is None and i not in self._held:
                self._last_cited = i
            name = (self._publication or addressee.name) if addressee.own else addressee.name
            interview = "" if name else self._interview(turn)
            out[i] = Provenance(name, addressee.kind if name else "", interview, cited, relayed)
            if turn.holder is None:
                self._previous = i
                self._carried.note(i, addressee)
        return tuple(out)

    def _holder(self, i: int) -> int | None:
        return self._holders[i] if self._holders[i] != i else None

    def _turn(self, i: int) -> Turn:
        scene, attribution, holder = self._scene, self._scene.attributions[i], self._holder(i)
        anchor = anchor_of(attribution)
        extent = self._extents[i]
        reach = Span(max(0, extent.start - 2000), extent.end + 2000)
        near = contents_near(self._contents, self._starts, reach)
        around = [s for s in near if anchor is None or not s.contains(anchor) or s in attribution.content]
        return Turn(
            i,
            attribution,
            extent,
            holder,
            narration_of(scene, i, holder, around),
            self._speakers[i].name,
            " ".join(s.cut(scene.text) for s in attribution.cue),
            scene.is_quoted(attribution.content[0].start),
        )

    def _told_to(self, turn: Turn) -> Addressee:
        every = gathered((bare(one.addressee.name).casefold(), one) for one in self._listeners(turn))
        found = in_full(every, turn.narration.text)
        if own := next(
            (one.addressee for one in found if one.addressee.own and "own publication" in one.features), None
        ):
            if own.name in _WHO_WRITES and not self._publication:
                return NOBODY  # "told me", and nobody knows whose words these are
            if turn.speaker and turn.holder is None:
                self._interviews[turn.speaker] = self._publication or own.name
            return own  # too rare in gold to be weighed
        if any(one.features >= DIRECT for one in found):  # "told the Herald", whatever was told before
            found = [one for one in found if any(name.startswith("own:") for name in one.features)]
        weights = [weighed(one.features, turn.attribution.addressee_chances) for one in found]
        chosen = self._choose("told_to", turn.number, [one.addressee.name for one in found], weights)
        chosen = settled(weights) if chosen is None else chosen
        if chosen is None:
            return NOBODY
        features = found[chosen].features
        self._explicit[turn.number] = any(name.startswith("own:") for name in features)
        addressee = self._carried.in_full(found[chosen].addressee)
        self._note_interview(turn, addressee, features)
        return addressee

    def _note_interview(self, turn: Turn, addressee: Addressee, features: Features) -> None:
        """Remember whom the speaker is in conversation with; what a person is told in passing is no interview."""
        if any(was_told_earlier(self._scene.text, cue) for cue in turn.attribution.cue):
            return
        talks = any(name.endswith(_TALKS) for name in features)
        if turn.speaker and turn.holder is None and (addressee.kind == "outlet" or (talks and addressee.named)):
            self._interviews[turn.speaker] = addressee.name

    def _interview(self, turn: Turn) -> str:
        """The interview of this speaker that the article has named, for words in marks that name no other listener."""
        return self._interviews.get(turn.speaker, "") if turn.is_quoted and turn.holder is None else ""

    def _listeners(self, turn: Turn) -> Iterator[Candidate]:
        """All candidates whose name is not the speaker's, what they mean put for "her", "them", "the newspaper"."""
        for one in self._raw_listeners(turn):
            addressee = one.addressee
            if addressee.again:
                meant = self._carried.meant(turn.number, addressee) if turn.attribution.cue else NOBODY
                one = Candidate(meant, one.features)
            if one.addressee.own and turn.holder is not None:
                one = Candidate(self._to_outer(one.addressee, turn.holder), one.features)
            own = {turn.speaker.casefold()}
            if addressee.kind != "platform" and not one.features & (IN_SOURCE | DIRECT):
                for span in turn.attribution.source:  # "Lee's mother wrote" nothing to Lee
                    inside = self._names.within(span.start, span.end)
                    own |= {named.name.casefold() for named in inside if self._owns(named.span.end)}
            if kind_of_cue(turn.cue) == "ask" and one.features.isdisjoint(
                ("own:rule:passive", "answers:answers")
            ):  # nobody asks himself
                own |= {span.cut(self._scene.text).casefold() for span in turn.attribution.source}
            if self._is_in_clause(turn, one.addressee):
                continue
            if one.addressee and one.addressee.name.casefold() not in own and not is_date(one.addressee.name):
                yield one

    def _is_in_clause(self, turn: Turn, addressee: Addressee) -> bool:
        """Is it the one who speaks himself in a relative clause, or a platform on which somebody is only followed?"""
        source = turn.attribution.source
        before = self._scene.text[: source[0].start].rstrip(" ,") if source else ""
        is_relative = bool(source) and source[0].cut(self._scene.text) in ("who", "which")
        speaks = is_relative and before.endswith(addressee.name)
        return speaks or (addressee.kind == "platform" and is_followed(turn.narration.text, addressee.name))

    def _owns(self, end: int) -> bool:
        """Does a possessive ending stand at a character?"""
        return self._scene.text.startswith(("'s", "’s"), end)

    def _raw_listeners(self, turn: Turn) -> Iterator[Candidate]:
        told = turn.told
        said = turn.attribution
        last_cue = max(said.cue) if said.cue else None
        for span, chance in zip(said.addressee, said.addressee_chances, strict=True):
            if is_elsewhere(self._scene.text, span.start, last_cue) or any(s.overlap(span) for s in said.source):
                continue
            zone = turn.zone_of(span)
            yield listeners.pointed_at(self._scene.text, span, chance, zone, self._names, told, said.cue)
        yield from listeners.in_own_sentence(turn.narration, self._names, told)
        if turn.holder is not None:
            if outer := self._speakers[turn.holder].name:
                yield listeners.asker(outer, told, sentences=0, kind="holder")
            return
        i = turn.number
        if found := self._carried.asked(i, self._following.get(i)):
            yield listeners.asker(found.name, told, sentences=0, kind="answers")
        if found := self._carried.going_on(i):
            yield listeners.going_on(found, told)
        if self._previous is not None:
            yield from self._from_previous(turn, self._previous)
        for back in (1, 2):
            if sentence := self._sentence_before(turn, back):
                yield from listeners.before(sentence, self._before(turn, sentence.narration, told), back)

    def _from_previous(self, turn: Turn, previous: int) -> Iterator[Candidate]:
        scene, other, extent = self._scene, self._scene.attributions[previous], self._extents[previous]
        sentences = scene.sentence(turn.extent.start) - scene.sentence(max(extent.start, extent.end - 1))
        same_paragraph = scene.paragraph(turn.extent.start) == scene.paragraph(max(0, extent.end - 1))
        before = self._speakers[previous].name
        is_other = not scene.is_quoted(other.content[0].start)
        is_other = is_other and (sentences == 0 or NOW.search(turn.narration.text) is not None)
        earlier = is_other and any(was_told_earlier(scene.text, cue) for cue in other.cue)
        follows = turn.attribution.content[0].start >= other.content[-1].end
        turns_away = follows and sets_off(turn.narration.text)
        if (named := self._addressees[previous]) and not named.own and not earlier and not turns_away:
            yield listeners.carried(
                named,
                turn.told,
                sentences=sentences,
                same_speaker=before == turn.speaker
                and (bool(before) or named.kind == "platform" or self._goes_on(turn, other)),
                same_paragraph=same_paragraph,
                is_second_hand=not self._explicit[previous],
                is_introduced=turn.is_quoted and not scene.is_quoted(other.content[0].start),
            )
        cue = " ".join(s.cut(scene.text) for s in other.cue)
        if before and before != turn.speaker and kind_of_cue(cue) == "ask":
            yield listeners.asker(before, turn.told, sentences=sentences, kind="asker")

    def _goes_on(self, turn: Turn, other: Attribution) -> bool:
        """May somebody without a name be the one who spoke before: "he", the same words, or none?"""
        source = turn.attribution.source
        words = " ".join(span.cut(self._scene.text) for span in source).casefold()
        taken_up = words.startswith("the ") and words.count(" ") == 1  # "the insider", after "a source"
        return (
            taken_up
            or words in ("", *_PRONOUNS)
            or words in (span.cut(self._scene.text).casefold() for span in other.source)
        )

    def _sentence_before(self, turn: Turn, back: int) -> Sentence | None:
        """A sentence before, None where there is none, or a paragraph or more lies between."""
        scene = self._scene
        start = min(turn.extent.start, turn.narration.start)
        if sets_off(turn.narration.text):
            return None
        k = scene.sentence(start) - back
        if k < 0 or scene.paragraph(start) - scene.paragraph(scene.sentences[k].start) > 1:
            return None
        if k not in self._sentences:
            self._sentences[k] = Sentence(self._narration_of(scene.sentences[k]), self._names)
        return self._sentences[k]

    def _narration_of(self, sentence: Span) -> Narration:
        """The narrator's words of a sentence."""
        end = min(sentence.end, sentence.start + _REACH)
        near = contents_near(self._contents, self._starts, sentence)
        quoted = [s for s in near if self._scene.is_quoted(s.start)]
        return Narration(blotted(self._scene.text, sentence.start, end, quoted), sentence.start)

    def _before(self, turn: Turn, narration: Narration, told: Told) -> listeners.Before:
        """How a sentence before is bound to the quotation."""
        scene, start, end = self._scene, narration.start, narration.start + len(narration.text)
        named = any(n.name == turn.speaker for n in self._names.within(start, end)) if turn.speaker else False
        previous = None if self._previous is None else scene.attributions[self._previous]
        here = previous is not None and any(start <= s.start < end for s in previous.cue)
        same = here and self._previous is not None and self._speakers[self._previous].name == turn.speaker
        source = turn.attribution.source[0].cut(scene.text).casefold() if turn.attribution.source else ""
        return listeners.Before(
            told,
            speaker="named" if named else "pronoun" if source in _PRONOUNS else "other",
            said="same" if same else "other" if here else "nothing",
            same_paragraph=scene.paragraph(start) == scene.paragraph(turn.extent.start),
        )

    def _to_outer(self, addressee: Addressee, holder: int) -> Addressee:
        """Inside a quotation "he told me" means whoever says so."""
        name = self._speakers[holder].name
        return Addressee(name, "person") if name and addressee.name in _WHO_WRITES else NOBODY

    def _cited_from(self, turn: Turn) -> tuple[str, str]:
        """Whom it is cited from, and who relayed it. An article cites nothing from its own publication."""
        relayed, relayed_name = relayed_by(turn.narration, self._names)
        found: dict[str, Cited] = {}
        for one in self._sources(turn, relayed_name):
            key = one.name.casefold()
            is_own = bool(self._publication) and bare(key) == bare(self._publication.casefold())
            if (
                key
                and not is_own
                and key not in PLATFORMS
                and not set(key.split()) <= set(turn.speaker.casefold().split())
            ):
                found[key] = Cited(one.name, one.features | found[key].features) if key in found else one
        kept = list(found.values())
        if turn.holder is None and only_here([one.features for one in kept]):
            kept = [one for one in kept if any(name.startswith("own:") for name in one.features)]
        weights = [weighed(one.features, turn.attribution.citation_chances) for one in kept]
        chosen = self._choose("cited_from", turn.number, [one.name for one in kept], weights)
        chosen = settled(weights) if chosen is None else chosen
        features = kept[chosen].features if chosen is not None else frozenset()
        is_old = is_stale(features, is_relayed=self._previous in self._relays) or is_told_otherwise(
            features, turn.narration.text, is_explicit=self._explicit[turn.number]
        )
        cited = "" if chosen is None or is_old else kept[chosen].name
        if HELD in features:
            self._held.add(turn.number)  # what follows is not the Herald's for that
        if RELAYED in features or (TAKEN_OVER in features and self._previous in self._relays):
            self._relays.add(turn.number)
        if not relayed and turn.holder is not None and not self._is_own_word(turn):
            relayed = self._who_says(turn.holder)
        return cited, "" if relayed.casefold() == turn.speaker.casefold() else relayed

    def _sources(self, turn: Turn, relayed: str) -> Iterator[Cited]:
        scene = self._scene
        about = Inner(
            turn.cue,
            " ".join(s.cut(scene.text) for s in turn.attribution.source),
            turn.speaker,
            turn.is_quoted,
            None if turn.holder is None else scene.is_quoted(scene.attributions[turn.holder].content[0].start),
        )
        said = turn.attribution
        for span, chance in zip(said.citation, said.citation_chances, strict=True):
            yield citations.pointed_at(scene.text, span, chance, turn.zone_of(span), self._names, about)
        yield from citations.in_own_sentence(turn.narration, self._names, about)
        if relayed:
            yield citations.relayed(relayed, about)
        if turn.holder is not None:
            is_named = bool(self._speakers[turn.holder].name)
            outer = self._who_says(turn.holder)
            own = citations.kind_of_source(about.source) == "first person" and turn.speaker in ("", outer)
            as_written = citations.kind_of_source(outer) == "name" or PAPERS.search(outer) is not None
            if outer and not own and (is_named or as_written):
                yield citations.by_holder(outer, about, is_named=is_named)
            if cited := self._cited[turn.holder]:
                yield citations.carried(cited, about, sentences=0, same_speaker=True, how="of holder")
            return
        previous = self._previous if self._previous not in self._held else None
        if previous is not None and (cited := self._cited[previous]):
            end = self._extents[previous].end
            sentences = scene.sentence(turn.extent.start) - scene.sentence(max(0, end - 1))
            same = self._speakers[previous].name == turn.speaker
            yield citations.carried(cited, about, sentences=sentences, same_speaker=same)
        if self._last_cited is not None:
            start = self._extents[self._last_cited].start
            last = scene.sentence(turn.extent.start) - scene.sentence(start)
            yield citations.lately(self._cited[self._last_cited], about, sentences=last, how="cited")
        if outlet := self._names.last_outlet(turn.narration.start):
            yield citations.lately(outlet, about, sentences=0, how="outlet")
        if sentence := self._sentence_before(turn, 1):
            yield from citations.in_own_sentence(sentence.narration, self._names, about, "before1")

    def _is_own_word(self, turn: Turn) -> bool:
        """Is who speaks inside a quotation its own speaker, or nobody in particular?"""
        anchor = turn.attribution.source[0] if turn.attribution.source else None
        words = anchor.cut(self._scene.text).casefold() if anchor else "i"
        return words in _OWN_WORDS or (words in _PRONOUNS and not turn.speaker)

    def _who_says(self, holder: int) -> str:
        if name := self._speakers[holder].name:
            return name
        source = self._scene.attributions[holder].source
        words = " ".join(source[0].cut(self._scene.text).split()) if source else ""
        return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
