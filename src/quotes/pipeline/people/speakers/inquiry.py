"""What is known of an article while it is decided who says what, and how the ranker is asked.

So who has spoken before, who goes on or adds something, and which letter has been told of since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span, Speaker
from quotes.pipeline.people.antecedents.candidates import Candidates
from quotes.pipeline.people.antecedents.choosing import Chooser
from quotes.pipeline.people.antecedents.echoes import Echoes
from quotes.pipeline.people.antecedents.features import Circumstances
from quotes.pipeline.people.antecedents.fitting import Query
from quotes.pipeline.people.antecedents.ranker import Choice, QuestionKind, Ranker
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.cast.kinds import asked_kinds
from quotes.pipeline.people.lexicon import Gender
from quotes.pipeline.people.scene import Scene, holders
from quotes.pipeline.people.sources.reading import Source, read_source
from quotes.pipeline.people.speakers.afterwards import first_of, last_of
from quotes.pipeline.people.speakers.asking import hearers, relayers
from quotes.pipeline.people.speakers.continuity import adds, changes_hands, goes_on, paragraphs_between, speaks_on
from quotes.pipeline.people.speakers.sureness import SURE
from quotes.pipeline.people.speakers.unnamed import NOBODY_FITS, Unnamed, UnnamedSpeakers

_PARTS: Final = 4  # attributions before one that may be parts of the same words
UNLIKELY: Final = 0.2  # probability of the best candidate under which nobody fits
SILENT: Final = Speaker(confidence=0.5, evidence="no source")


class Inquiry:
    """Whom the attributions so far mean, by their numbers: `figure` of the cast, and `speakers`."""

    def __init__(self, scene: Scene, cast: Cast, chooser: Chooser, used: Mapping[QuestionKind, Ranker]) -> None:
        self.scene = scene
        self.cast = cast
        self.chooser = chooser
        self.unnamed = Unnamed(scene, cast)
        self.candidates = Candidates(scene, cast)
        starts = [m.span.start for m in cast.mentions]
        self.sources = [read_source(scene.text, a.source, cast, starts, a.cue) for a in scene.attributions]
        self.holders = holders(scene.attributions, [_place(a) for a in scene.attributions])
        self.figure: list[int | None] = [None] * len(scene.attributions)
        self.speakers: list[Speaker] = [SILENT] * len(scene.attributions)
        self.nameless = UnnamedSpeakers(scene, self.sources, self.speakers, self.candidates)
        self.echoes = Echoes(scene, self.candidates, used)
        self.authors: dict[str, tuple[int, int]] = {}
        """The figure whose document has spoken, by the noun that named it ("statement"), and where, in characters."""
        self.previous: int | None = None
        """The last attribution that stands in nobody else's quotation."""
        self.earlier: int | None = None
        """The one before it."""

    def query(self, i: int, kind: QuestionKind, gender: Gender, nouns: frozenset[str] = frozenset()) -> Query:
        """What is looked for at the source of the `i`-th attribution; `nouns` of a noun phrase, none for a pronoun."""
        source = self.sources[i]
        attribution, noun, outer = self.scene.attributions[i], source.noun if nouns else "", self.outer(i)
        own, told = attribution.content, attribution.likeliest_addressee
        return Query(
            source.at,
            kind,
            gender,
            nouns,
            noun,
            addressee=told[0],
            addressed=told[1],
            own=own,
            without=relayers(self.scene, self.cast, source.at) | hearers(self.scene, self.cast, attribution),
            outer=outer,
            phrase=attribution.source if nouns else (),
        )

    def ask(
        self, i: int, query: Query, circumstances: Circumstances, told: Mapping[str, int | None] | None = None
    ) -> Choice:
        """Ask the ranker; `told` says of which figure the features are true that only the resolution knows."""
        candidates = self.candidates.near(query)
        for name, figure in (told or {}).items():
            candidates = [(k, replace(f, **{name: 1.0}) if k == figure else f) for k, f in candidates]
        no_role = bool(query.noun) and not any(f.role >= 0.5 or f.named_so or f.kin for _, f in candidates)
        of_no_kind = query.kind == "body" and not asked_kinds(query.noun)
        circumstances = replace(
            circumstances,
            inside=float(self.holders[i] is not None),
            no_role=float(no_role),
            of_no_kind=float(of_no_kind),
        )
        return self.chooser.choose(i, self.scene.attributions[i], query.kind, candidates, circumstances)

    def before_outside(self, i: int) -> int | None:
        """The attribution before, where this one stands in nobody's quotation and that one has a speaker."""
        previous = self.previous
        return previous if previous is not None and self.holders[i] is None and self.speakers[previous].name else None

    def chosen(self, i: int, choice: Choice, evidence: str) -> Speaker:
        """The speaker of the `i`-th attribution by a choice, which is remembered; `evidence` says of what."""
        if choice.figure is None:
            why = NOBODY_FITS if choice.probability < UNLIKELY else ": several might be meant"
            return Speaker(confidence=0.4, evidence=f"{evidence}{why}")
        self.figure[i] = choice.figure
        entity = self.cast.figures[choice.figure].entity
        confidence = round(SURE["ranked"] * choice.probability, 2)
        return Speaker(entity.name, entity.role, confidence, f"{evidence} -> {entity.name}")

    def outer(self, i: int) -> int | None:
        """The figure whose quotation holds the `i`-th attribution; none where nobody's does or it is unknown."""
        outer = self.holders[i]
        return self.figure[outer] if outer is not None else None

    def is_another(self, source: Source) -> bool:
        """Has another letter been brought in since the one spoke that "the letter" may mean?"""
        at = self.authors[source.noun][1]
        gap = r"(?:(?!(?:of|in|to|from|after|before|the|this|that)\b)[\w-]+[^\S\n]){0,3}?"
        another = rf"\b(?:[Aa]n?|[Aa]nother|new)[^\S\n]{gap}{re.escape(source.noun)}\b"
        since = (at + found.start() for found in re.finditer(another, self.scene.text[at : source.at]))
        return any(not self.scene.is_quoted(start) for start in since)

    def quoted_since(self, outer: int) -> int:
        """Where the words in marks begin of which an attribution is the last part, in its paragraph: characters."""
        attributions, at = self.scene.attributions, first_of(self.scene.attributions[outer])
        begin = self.scene.paragraph_span(at).start
        own = (k for k in range(max(0, outer - _PARTS), outer) if self.figure[k] == self.figure[outer] is not None)
        return min((first for k in own if (first := first_of(attributions[k])) >= begin), default=at)

    def of_same_source(self, i: int) -> int | None:
        """The attribution before, where its source is the very same word: "she called him …, adding"."""
        before, attributions = self.previous, self.scene.attributions
        if before is None or self.figure[before] is None or attributions[before].source != attributions[i].source:
            return None
        return before

    def adding(self, i: int, gender: Gender) -> tuple[int, ...]:
        """Who has spoken last, where he adds something, whoever is named in between."""
        previous, at = self.previous, self.sources[i].at
        if previous is None or not adds(self.scene, self.scene.attributions[i]):
            return ()
        return speaks_on(self.scene, self.cast, self.scene.attributions[previous], self.figure[previous], at, gender)

    def beside(self, i: int) -> int | None:
        """The attribution before it in its sentence, whose speaker goes on: "he said … before adding …"."""
        previous = self.previous
        if previous is None or self.holders[i] is not None or not self.speakers[previous].name:
            return None
        at = self.scene.attributions[i].cue[0].start
        same = self.scene.sentence(first_of(self.scene.attributions[previous])) == self.scene.sentence(at)
        return previous if same else None

    def goes_on_from(self, i: int) -> str:
        """Where a quotation without cue goes on from the one before, in words; empty where it does not."""
        previous = self.previous
        if previous is None or self.holders[i] is not None or not self.speakers[previous].name:
            return ""
        figure = self.figure[previous]
        thing = figure is not None and self.cast.figures[figure].sort != "person"
        attributions = self.scene.attributions
        earlier = attributions[self.earlier] if self.earlier is not None else None
        one = attributions[i]
        if not one.is_verbatim and changes_hands(self.scene, one, attributions[previous], earlier):
            return ""
        return goes_on(self.scene, attributions[i], attributions[previous], only_quoted=thing)

    def before_in_marks(self, source: Source) -> int | None:
        """The attribution before in its paragraph, where a source stands in marks whose attribution was cut short."""
        previous = self.previous
        if previous is None or self.figure[previous] is None or not self.scene.in_marks(source.at):
            return None
        return (
            None if paragraphs_between(self.scene, last_of(self.scene.attributions[previous]), source.at) else previous
        )


def _place(attribution: Attribution) -> Span | None:
    """Where an attribution stands, to find the quotation that holds it: its source, or else its content."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0] if spans else None
