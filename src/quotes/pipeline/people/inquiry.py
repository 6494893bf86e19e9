"""What is known of an article while it is decided who says what, and how the ranker is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span, Speaker
from quotes.pipeline.people.asking import hearers, relayers
from quotes.pipeline.people.candidates import Candidates
from quotes.pipeline.people.choosing import Chooser
from quotes.pipeline.people.echoes import Echoes
from quotes.pipeline.people.entities import Cast
from quotes.pipeline.people.features import Circumstances
from quotes.pipeline.people.fitting import Query
from quotes.pipeline.people.names import Gender
from quotes.pipeline.people.ranker import Choice, QuestionKind, Ranker
from quotes.pipeline.people.scene import Scene, holders
from quotes.pipeline.people.sources import read_source
from quotes.pipeline.people.sureness import SURE
from quotes.pipeline.people.unnamed import NOBODY_FITS, Unnamed, UnnamedSpeakers

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
        self.sources = [read_source(scene.text, a.source, cast, starts) for a in scene.attributions]
        self.holders = holders(scene.attributions, [_place(a) for a in scene.attributions])
        self.figure: list[int | None] = [None] * len(scene.attributions)
        self.speakers: list[Speaker] = [SILENT] * len(scene.attributions)
        self.nameless = UnnamedSpeakers(scene, self.sources, self.speakers, self.candidates)
        self.echoes = Echoes(scene, self.candidates, used)
        self.authors: dict[str, int] = {}
        """The figure whose document has spoken, by the noun that named it: "statement"."""
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
        circumstances = replace(circumstances, inside=float(self.holders[i] is not None), no_role=float(no_role))
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


def _place(attribution: Attribution) -> Span | None:
    """Where an attribution stands, to find the quotation that holds it: its source, or else its content."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0] if spans else None
