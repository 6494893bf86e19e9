"""From a source mention to a speaker: who is "Berg", "she", "the director", or nobody at all.

A wrong name is worse than an empty cell: wherever two candidates are close, or a phrase names nobody, the speaker stays
empty. Attributions are taken in text order, since who spoke last is the best hint to who "he" is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from quotes.model import Speaker
from quotes.pipeline.attribution.conventions.labels import turns_to_another
from quotes.pipeline.attribution.network.states import States
from quotes.pipeline.people.antecedents.choosing import Chooser, Question
from quotes.pipeline.people.antecedents.features import Circumstances
from quotes.pipeline.people.antecedents.fitting import Query
from quotes.pipeline.people.antecedents.ranker import Choice, QuestionKind, Ranker, rankers
from quotes.pipeline.people.antecedents.scorer import AntecedentScorer
from quotes.pipeline.people.antecedents.spoken import NOBODY
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.cast.gender import gender_behind
from quotes.pipeline.people.lexicon import KIN, UNNAMED, UTTERANCES, Gender, noun_kind, role_gender
from quotes.pipeline.people.names.parts import TITLES, clean, normal
from quotes.pipeline.people.nations import DEMONYMS, people_of
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.sources.authors import documents_behind
from quotes.pipeline.people.sources.reading import PRONOUNS, Source
from quotes.pipeline.people.speakers.afterwards import Afterwards, first_of, last_of, size_of
from quotes.pipeline.people.speakers.asking import (
    answered,
    askers,
    met,
    opened_by,
    owners,
    passed_on,
    relatives,
    spoken_of,
)
from quotes.pipeline.people.speakers.campaigns import LED, Campaigns
from quotes.pipeline.people.speakers.continuity import (
    only_before,
    takes_turns,
)
from quotes.pipeline.people.speakers.inquiry import SILENT, Inquiry
from quotes.pipeline.people.speakers.inside import has_shared_i, who_says_i
from quotes.pipeline.people.speakers.interviewee import ANSWERS, interviewee
from quotes.pipeline.people.speakers.members import may_be_member
from quotes.pipeline.people.speakers.nationals import only_national
from quotes.pipeline.people.speakers.sureness import SURE, sure_of_name
from quotes.pipeline.people.speakers.together import the_two, they
from quotes.pipeline.people.speakers.told import is_hearsay, was_told
from quotes.pipeline.people.speakers.unnamed import DESPITE, UNNAMED_EVIDENCE
from quotes.pipeline.people.wordlists import word_set

_SURELY: Final = 0.88  # confidence from which a pronoun tells the gender of whom it means
_FEW_WORDS: Final = 4  # of a quotation that may be but a word in marks
_TWO: Final = word_set("couple pair twosome twin newlywed")
"""Nouns for two, of whom no single one is meant."""
_PICTURES: Final = word_set("video footage clip film image picture photo photograph map chart graph recording")
_SHOWS: Final = re.compile(r"\b(?:show|depict|captur|reveal)", re.IGNORECASE)
"""What a picture does, which are nobody's words."""
FRONTED: Final = 0.5
"""The same from which a phrase means who is named in a clause before it."""


def resolve(
    scene: Scene, cast: Cast, states: States | None = None, scorer: AntecedentScorer | None = None
) -> tuple[Speaker, ...]:
    """One `Speaker` for each attribution of the scene, in the same order; without `states` by features alone."""
    chooser = Chooser(cast, states if scorer else None, rankers(), scorer)
    return _Resolver(scene, cast, chooser, rankers()).run()


def questions(
    scene: Scene, cast: Cast, states: States | None = None, used: Mapping[QuestionKind, Ranker] | None = None
) -> tuple[Question, ...]:
    """What is asked while the scene is resolved by rankers alone; with `states`, with the views of the encoder."""
    used = used or rankers()
    chooser = Chooser(cast, states, used, None)
    _Resolver(scene, cast, chooser, used).run()
    return tuple(chooser.asked)


def _not_named(source: Source) -> Speaker:
    return Speaker(confidence=0.7, evidence=f"not named: {source.words[:60]}")


class _Resolver(Inquiry):
    """Decides, attribution by attribution."""

    def run(self) -> tuple[Speaker, ...]:
        attributions = self.scene.attributions
        order = sorted(range(len(attributions)), key=lambda i: (first_of(attributions[i]), -size_of(attributions[i])))
        for i in order:
            if self.holders[i] == i:
                self.holders[i] = None
            self.echoes.up_to(self.sources[i].at if attributions[i].source else first_of(attributions[i]))
            self.speakers[i] = self._speaker(i)
            if (found := self.figure[i]) is not None and self.sources[i].kind == "pronoun" and self.holders[i] is None:
                is_sure = self.speakers[i].confidence >= _SURELY
                gender = PRONOUNS[self.sources[i].noun][0] if is_sure else ""
                self.candidates.echoed(found, self.sources[i].at, gender)
            if self.holders[i] is None:
                self.earlier, self.previous = self.previous, i
                if (figure := self.figure[i]) is not None:
                    self.candidates.spoken.take(figure, last_of(attributions[i]))
                    known = figure, self.scene.sentence_span(max(self.sources[i].at, last_of(attributions[i]))).end
                    self.authors.update(dict.fromkeys(self._documents(i, figure), known))
                elif self.nameless.is_one(i) and self.sources[i].kind != "noun":
                    self.candidates.spoken.take(NOBODY, last_of(attributions[i]))
        afterwards = Afterwards(self.scene, self.cast, self.sources, self.holders, self.speakers, self.figure)
        afterwards.repeated()
        afterwards.interview(self.candidates.guest, self.nameless.is_one)
        return tuple(map(self._with_kind, self.speakers, self.figure))

    def _with_kind(self, speaker: Speaker, figure: int | None) -> Speaker:
        if figure is None or not speaker.name:
            return speaker
        kind = self.cast.figures[figure].entity.kind
        return speaker if kind == "unknown" else replace(speaker, kind=kind)

    def _speaker(self, i: int) -> Speaker:
        source = self.sources[i]
        if self.scene.attributions[i].is_verbatim and source.words.casefold() in ANSWERS:
            return self._answer(i)
        if source.kind == "none":
            return self._without_source(i)
        if was_told(self.scene.text, self.scene.attributions[i]):
            return Speaker(confidence=0.7, evidence=f"told, not said: {source.words[:60]}")
        before = self.before_outside(i)
        if before is not None and (two := the_two(source, self.sources[before], self.speakers[before])) is not None:
            return two
        if source.kind == "unnamed":
            return _not_named(source)
        if source.kind in ("name", "names", "office", "document"):
            return self._named(i, source)
        if source.kind == "first person":
            return self._own(i, source)
        if source.kind == "pronoun":
            return self._pronoun(i, source)
        return self._noun(i, source)

    def _named(self, i: int, source: Source) -> Speaker:
        if source.kind == "names":
            figures = list(dict.fromkeys(self.cast.figure_of[m] for m in source.mentions))
            names = [self.cast.figures[k].entity.name for k in figures]
            joined = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
            return Speaker(joined, "", SURE["names"], "names by the cue")
        mention = source.mentions[0]
        k = self.cast.figure_of[mention]
        figure = self.cast.figures[k]
        if source.kind == "office":
            return Speaker(f"{figure.entity.name}’s {source.noun}", "", SURE["office"], "name by the cue")
        if mention in self.cast.rivals and source.kind == "name":
            return self._namesake(i, mention)
        if mention in self.cast.doubtful:
            return Speaker(confidence=0.5, evidence=f"several people called {self.cast.mentions[mention].name}")
        self.figure[i] = k
        if source.kind == "document":
            self.authors[source.noun] = k, source.at + len(source.words)
            return Speaker(figure.entity.name, "", SURE["document"], f"author of a document: {source.words[:60]}")
        written = clean(self.cast.mentions[mention].name)
        same = written.casefold() == figure.entity.name.casefold()
        evidence = "name by the cue" if same else f"name by the cue: {written} -> {figure.entity.name}"
        return Speaker(
            figure.entity.name,
            figure.entity.role,
            sure_of_name(self.scene, self.scene.attributions[i].content, figure),
            evidence,
        )

    def _namesake(self, i: int, mention: int) -> Speaker:
        """A surname that several have."""
        written = clean(self.cast.mentions[mention].name)
        gender = TITLES.get(self.cast.mentions[mention].title, "")
        query = replace(self.query(i, "namesake", gender), only=self.cast.rivals[mention])
        choice = self.ask(i, query, Circumstances())
        if choice.figure is None:
            return Speaker(confidence=0.5, evidence=f"several people called {written}")
        return self.chosen(i, choice, f"name by the cue: {written}")

    @cached_property
    def _interviewee(self) -> int | None:
        return interviewee(self.scene, self.cast, self.candidates)

    @cached_property
    def _campaigns(self) -> Campaigns:
        return Campaigns(self.scene, self.cast)

    def _answer(self, i: int) -> Speaker:
        """A turn of an interview whose label names nobody."""
        self.figure[i] = found = self._interviewee
        if found is None:
            return Speaker(confidence=0.5, evidence="an answer, of nobody known")
        entity = self.cast.figures[found].entity
        return Speaker(entity.name, entity.role, SURE["answer"], f"answers in an interview -> {entity.name}")

    def _own(self, i: int, source: Source) -> Speaker:
        outer = self.holders[i]
        outer = self.before_in_marks(source) if outer is None else outer
        if outer is None or not self.speakers[outer].name:
            return Speaker(confidence=0.6, evidence=f"first person: {source.words}, outside a known quotation")
        self.figure[i] = self.figure[outer]
        name = self.speakers[outer].name
        return Speaker(name, self.speakers[outer].role, SURE["first person"], f"first person: {source.words} -> {name}")

    def _pronoun(self, i: int, source: Source) -> Speaker:
        gender, wants = PRONOUNS[source.noun]
        if (same := self.of_same_source(i)) is not None:
            self.figure[i] = self.figure[same]
            return self.speakers[same]
        outer = self.holders[i] if wants == "person" else None
        if outer is not None and self.unnamed.is_told_of(self.quoted_since(outer), source.at, gender):
            return Speaker(confidence=0.6, evidence=f"pronoun: {source.words}{UNNAMED_EVIDENCE}")
        before = self.before_outside(i)
        if wants == "group" and before is not None and self.figure[before] is None:
            last = self.sources[before], self.speakers[before], self.scene.attributions[before]
            if (together := they(self.scene, source, *last)) is not None:
                return together
        query = self.query(i, wants, gender)
        partner = frozenset(self.cast.figure_of[m] for m in source.mentions)  # "he and Ann Lee"
        query = replace(query, without=query.without | partner | who_says_i(self.scene, self.outer(i), source.at))
        outside = wants == "person" and self.holders[i] is None
        if outside:
            about = self.scene, self.cast, self.scene.attributions[i], source.at
            asker, called = answered(self.scene, self.cast, i, self.previous, self.figure)
            guest = met(self.scene, self.cast, source.at, gender) or called or self.adding(i, gender)
            guest = guest or opened_by(self.scene, self.cast, source.at, gender)
            without = query.without | askers(*about, gender) | spoken_of(*about) | asker
            without |= owners(self.scene, self.cast, source.at, gender)
            without |= relatives(self.scene, self.cast, source.at, gender)
            if self.previous is not None and (latest := self.figure[self.previous]) is not None:
                spoke = last_of(self.scene.attributions[self.previous])
                without |= passed_on(
                    self.scene, self.cast, self.scene.attributions[i], latest, spoke, source.at, gender
                )
            query = replace(query, without=without, only=guest)
        unnamed = outside and self.nameless.speak_on(self.previous, source.at, gender)
        choice = self.ask(i, query, Circumstances(unnamed_before=float(unnamed)))
        if unnamed and (choice.figure is None or choice.probability < self.nameless.despite(self.previous, source.at)):
            return Speaker(confidence=0.6, evidence=f"pronoun: {source.words}{UNNAMED_EVIDENCE}")
        if outside and choice.probability < self.echoes.least(source.at, gender, self._words(i)):
            choice = Choice(None, choice.probability)  # "The senator, who trails Lee, came. He …"
        chosen = self.chosen(i, choice, f"pronoun: {source.words}")
        return self._with_partner(i, chosen) if source.mentions and chosen.name else chosen

    def _words(self, i: int) -> str:
        return " ".join(span.cut(self.scene.text) for span in self.scene.attributions[i].content)

    def _with_partner(self, i: int, one: Speaker) -> Speaker:
        """He and somebody named: "he and his colleague Ann Lee"."""
        self.figure[i] = None
        other = self.cast.figures[self.cast.figure_of[self.sources[i].mentions[0]]].entity.name
        return Speaker(f"{one.name} and {other}", "", min(one.confidence, SURE["names"]), one.evidence)

    def _documents(self, i: int, speaker: int) -> tuple[str, ...]:
        """Nouns that the document may be called by in which an attribution stands."""
        attribution = self.scene.attributions[i]
        start = self.scene.sentence_span(attribution.source[0].start).start if attribution.source else 0
        is_body = self.cast.figures[speaker].sort == "organisation"
        return tuple(documents_behind(self.scene.text, attribution, start, is_body=is_body))

    def _campaign(self, i: int, source: Source) -> Speaker | None:
        """His campaign, her office: named after whoever that surely is."""
        lead = source.words.split()[0].casefold()
        if source.noun not in ("campaign", "office") or lead not in ("his", "her") or len(source.words.split()) > 2:
            return None
        choice = self.ask(i, self.query(i, "person", PRONOUNS[lead][0]), Circumstances())
        if choice.figure is None or choice.probability < DESPITE:
            return None
        name = f"{self.cast.figures[choice.figure].entity.name}’s {source.noun}"
        return Speaker(name, "", SURE["office"], f"noun phrase: {source.words} -> {name}")

    def _noun(self, i: int, source: Source) -> Speaker:
        if source.owned and (campaign := self._campaign(i, source)) is not None:
            return campaign
        kind = noun_kind(source.noun)
        if kind == "document" and source.definite and source.noun in self.authors:
            if self.is_another(source):
                return _not_named(source)
            self.figure[i] = author = self.authors[source.noun][0]
            name = self.cast.figures[author].entity.name
            return Speaker(name, "", SURE["document"], f"author of a document: {source.words[:60]} -> {name}")
        cues = self.scene.attributions[i].cue
        is_picture = source.noun in _PICTURES and any(_SHOWS.search(cue.cut(self.scene.text)) for cue in cues)
        if is_picture or source.noun in _TWO:
            return _not_named(source)
        said = self.scene.attributions[i]
        said_before = bool(said.content) and said.content[0].start < source.at
        people = people_of(source.noun, one=said_before) if source.definite else ""
        if source.noun in DEMONYMS and not people:
            return _not_named(source)  # "the French" are many
        somebody = kind == "person" or bool(people) or (not kind and source.noun in UNNAMED)
        taken_up = source.definite and somebody and self.nameless.takes_up(i)
        if taken_up or (source.definite and somebody and self.unnamed.is_meant(source.noun, source.at)):
            return _not_named(source)
        if source.owned and not somebody and self.candidates.names_owner(self.scene.attributions[i].source):
            return _not_named(source)  # "the ministry's price list"
        is_words = kind == "document" or source.noun in UTTERANCES
        asks: QuestionKind = "noun" if somebody else "document" if is_words else "body"
        gender = role_gender(source.noun) or (self._gender_behind(i) if somebody else "")
        noun = people or source.noun
        query = replace(self.query(i, asks, gender, frozenset((noun, *source.modifiers))), noun=noun)
        if people:
            one = only_national(self.scene, self.cast, people, source.at, said.cue)
            if one is None:
                return _not_named(source)
            query = replace(query, only=(one,))
        asker = (
            answered(self.scene, self.cast, i, self.previous, self.figure)[0]
            if self.holders[i] is None
            else frozenset()
        )
        last = self.figure[self.previous] if self.previous is not None else None
        if source.owned and source.noun in KIN and last is not None and self.previous is not None:
            known = self.cast.figures[last].nouns.union(map(normal, self.sources[self.previous].words.split()))
            asker |= frozenset() if source.noun in known else {last}  # "“…,” Lee said. “…,” his brother added"
        query = replace(query, owned=source.owned and asks == "noun", without=query.without | asker)
        unsaid = float(not source.definite or source.words.casefold() == "police")  # who are any police
        choice = self.ask(i, query, Circumstances(indefinite=unsaid, plural=float(source.noun in UNNAMED)))
        is_last = choice.figure is None and choice.best is not None and choice.best == last
        if is_last and choice.probability >= FRONTED and only_before(self.scene, self.cast, source.at) == last:
            choice = replace(choice, figure=choice.best)
        if choice.figure is not None and not may_be_member(self.cast, choice.figure, source):
            choice = Choice(None, choice.probability)
        if source.noun in LED and source.definite and not source.modifiers - {"the"}:
            called = self._campaigns.named_before(source.noun, source.at)
            if called == "":
                return _not_named(source)
            if called and choice.figure is None:
                return Speaker(called, "", SURE["office"], f"noun phrase: {source.words} -> {called}")
        return self.chosen(i, choice, f"noun phrase: {source.words[:60]}")

    def _gender_behind(self, i: int) -> Gender:
        """What the words between a source and what it says tell: "The star posted his own tribute, writing …"."""
        attribution = self.scene.attributions[i]
        end = attribution.source[0].end
        begins = [span.start for span in attribution.content if span.start >= end]
        return gender_behind(self.scene.text, end, min(begins, default=self.scene.sentence_span(end - 1).end))

    def _without_source(self, i: int) -> Speaker:
        """A quotation without source: it goes on from the one before, or is whose the story is just now."""
        attribution, previous = self.scene.attributions[i], self.previous
        if self.holders[i] is not None and has_shared_i(self.scene, attribution):
            return self._own(i, self.sources[i])
        if is_hearsay(self.scene.text, attribution):
            return SILENT
        beside, goes_on = self.beside(i) if attribution.cue else None, self.goes_on_from(i)
        if not attribution.content or (beside is None and self.holders[i] is not None):
            return SILENT
        if not attribution.cue and self.scene.in_headline(attribution.content[0].start):
            return SILENT  # of whom it tells, it need not quote
        end = last_of(self.scene.attributions[previous]) + 1 if previous is not None else 0
        if previous is not None and turns_to_another(self.scene.text, end, first_of(attribution)):
            return SILENT  # "The crowd roared. “One more!”"
        if self.holders[i] is None and beside is None and self.nameless.go_on(previous, attribution):
            return Speaker(confidence=0.5, evidence=f"no source{UNNAMED_EVIDENCE}")
        is_pair = bool(goes_on) and previous is not None and self.figure[previous] is None
        if is_pair or beside is not None:
            return self._same(i, previous, goes_on)
        cued = any(map(str.isalpha, "".join(s.cut(self.scene.text) for s in attribution.cue)))
        at = attribution.cue[0].start if cued else attribution.content[0].start
        told, chance = attribution.likeliest_addressee
        query = Query(at, "silent", own=attribution.content, addressee=told, addressed=chance)
        words = sum(len(span.cut(self.scene.text).split()) for span in attribution.content)
        circumstances = Circumstances(cued=float(cued), few_words=float(words <= _FEW_WORDS))
        dialogue = previous is not None and takes_turns(self.scene, attribution, self.scene.attributions[previous])
        turns = self.candidates.spoken.before_last() if dialogue else None
        last = self.figure[previous] if previous is not None else None
        choice = self.ask(i, query, circumstances, {"goes_on": last if goes_on else None, "before_last": turns})
        if choice.figure is None or not self._points_at(choice.figure):
            return SILENT
        if choice.figure == last and goes_on:
            return replace(self._same(i, previous, goes_on), confidence=round(SURE["ranked"] * choice.probability, 2))
        return self.chosen(i, choice, "no source")

    def _points_at(self, figure: int) -> bool:
        """Does anything in the paragraph that was asked about point at a figure, or the turn of a dialogue?"""
        features = dict(self.chooser.asked[-1].candidates)[figure]
        return any((features.goes_on, features.before_last, features.named_here, features.echo_here))

    def _same(self, i: int, previous: int | None, goes_on: str) -> Speaker:
        """The speaker of the attribution before."""
        assert previous is not None
        self.figure[i] = self.figure[previous]
        name, role = self.speakers[previous].name, self.speakers[previous].role
        if goes_on:
            return Speaker(name, role, SURE["goes on"], f"quotation goes on {goes_on}")
        return Speaker(name, role, SURE["same sentence"], f"speaker of the same sentence -> {name}")
