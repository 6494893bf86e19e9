"""`quote_provenance`: to whom a quotation was told, and from whom the article has it.

    narration.py   the narrator's words around a quotation, quoted words blotted out
    phrases.py     the noun phrase behind such words: a name, a title, an audience
    addressees.py  told_to: "told the Herald", "in an interview with", "wrote on Instagram"
    carried.py     told_to that the words around give: "the newspaper", "told her", "…, adding that …"
    citations.py   cited_from, relayed_by: "the Herald reported", "in his book", "quoted Lee as saying"

Reads `_.attributions`, `_.people`, `_.speakers`, sentence boundaries and the text; each may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Article, Attribution, Entity, Provenance, Span, Speaker
from quotes.pipeline import extensions
from quotes.pipeline.people.scene import Scene, holders
from quotes.pipeline.provenance.addressees import introduced, told_to
from quotes.pipeline.provenance.carried import Carried
from quotes.pipeline.provenance.citations import Citation, cited_from
from quotes.pipeline.provenance.narration import Names, Narration, blotted, contents_near, narration_of
from quotes.pipeline.provenance.phrases import NOBODY, Addressee

__all__ = ["Citation", "Names", "Narration", "Provenances", "cited_from", "create_provenance", "provenance", "told_to"]

_PASSED_ON: Final = ("outlet", "person")
"""Kinds of addressee that hold for the quotation right behind the sentence that names them."""

_OWN_WORDS: Final = ("i", "we", "you", "us", "me")
"""Sources that inside a quotation are its speaker."""
_PRONOUNS: Final = ("he", "she", "it", "they", "who", "which", "that")


def provenance(
    scene: Scene, people: Sequence[Entity], speakers: Sequence[Speaker], publication: str = ""
) -> tuple[Provenance, ...]:
    """One `Provenance` for each attribution of the scene. `publication` is the article's own, for "our interview"."""
    return _Reader(scene, people, speakers, publication).run()


class _Reader:
    def __init__(self, scene: Scene, people: Sequence[Entity], speakers: Sequence[Speaker], publication: str) -> None:
        self.scene = scene
        self.names = Names(scene.text, people)
        self.speakers = [*speakers, *[Speaker()] * (len(scene.attributions) - len(speakers))]
        self.publication = publication
        self.holders = holders(scene.attributions, [_anchor(a) for a in scene.attributions])
        self.contents = tuple(sorted(s for a in scene.attributions for s in a.content))
        self.starts = [s.start for s in self.contents]
        self.carried = Carried(scene, self.names, people, self.speakers)
        self.addressees: list[Addressee] = [NOBODY] * len(scene.attributions)

    def run(self) -> tuple[Provenance, ...]:
        attributions = self.scene.attributions
        out = [Provenance()] * len(attributions)
        order = sorted(range(len(attributions)), key=lambda i: _start(attributions[i]))
        previous: int | None = None
        outer = [i for i in order if attributions[i].content and self.holders[i] in (None, i)]
        after = dict(pairwise(outer))
        for i in order:
            if not attributions[i].content:
                continue
            holder = self.holders[i] if self.holders[i] != i else None
            narration = self._narration(i, holder)
            addressee = told_to(narration, self.names)
            if addressee.again:
                addressee = self.carried.meant(i, addressee)
            if not addressee and holder is None:
                addressee = (
                    self.carried.asked(i, after.get(i)) or self.carried.going_on(i) or self._introduced(i, previous)
                )
            if addressee.own and holder is not None:
                addressee = self._to_outer(addressee, holder)
            self.addressees[i] = addressee
            out[i] = self._provenance(i, holder, narration)
            if holder is None:
                previous = i
                self.carried.note(i, addressee)
        return tuple(out)

    def _narration(self, i: int, holder: int | None) -> Narration:
        attribution = self.scene.attributions[i]
        anchor = _anchor(attribution)
        reach = Span(max(0, _start(attribution) - 2000), _end(attribution) + 2000)
        near = contents_near(self.contents, self.starts, reach)
        around = [s for s in near if s in attribution.content or anchor is None or not s.contains(anchor)]
        return narration_of(self.scene, i, holder, around)

    def _introduced(self, i: int, previous: int | None) -> Addressee:
        """What the sentence before names, for a quotation in marks that follows it at once."""
        scene, attribution = self.scene, self.scene.attributions[i]
        start = _start(attribution)
        if not scene.is_quoted(attribution.content[0].start) or (k := scene.sentence(start + 1)) == 0:
            return NOBODY
        before = scene.sentences[k - 1]
        if scene.paragraph(start) - scene.paragraph(before.start) > 1:
            return NOBODY
        if previous is not None:
            other = scene.attributions[previous]
            named = self.addressees[previous]
            near = _end(other) > before.start and not any(scene.is_quoted(s.start) for s in other.content)
            same = self.speakers[previous].name == self.speakers[i].name
            if (
                near
                and same
                and (named.kind in _PASSED_ON or named.name == "reporters")
                and scene.paragraph(_end(other) - 1) == scene.paragraph(start)
            ):
                return named
        if scene.is_quoted(before.start) or scene.is_quoted(max(before.start, before.end - 2)):
            return NOBODY
        text = blotted(scene.text, before.start, min(before.end, before.start + 1500), ())
        return introduced(text, before.start, self.names)

    def _to_outer(self, addressee: Addressee, holder: int) -> Addressee:
        """Inside a quotation "he told me" means whoever says so."""
        name = self.speakers[holder].name
        return Addressee(name, "person") if name and addressee.name == "me" else NOBODY

    def _provenance(self, i: int, holder: int | None, narration: Narration) -> Provenance:
        addressee, speaker = self.addressees[i], self.speakers[i].name
        cue = " ".join(s.cut(self.scene.text) for s in self.scene.attributions[i].cue)
        citation = cited_from(narration, self.names, speaker, cue)
        cited, relayed = citation.cited_from, citation.relayed_by
        anchor = _anchor(self.scene.attributions[i])
        words = anchor.cut(self.scene.text).casefold() if anchor else "i"
        if holder is not None and (words in _OWN_WORDS or (words in _PRONOUNS and not speaker)):
            holder = None
        if holder is not None and (outer := self.speakers[holder]).name and outer.name != speaker:
            cited, relayed = cited or outer.name, relayed or outer.name
        elif holder is not None and not self.speakers[holder].name and self.scene.attributions[holder].source:
            words = " ".join(self.scene.attributions[holder].source[0].cut(self.scene.text).split())
            relayed = relayed or re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
        name = (self.publication or addressee.name) if addressee.own else addressee.name
        if name and name.casefold() == speaker.casefold():
            name = ""
        return Provenance(name, addressee.kind if name else "", "", cited, relayed)


def _anchor(attribution: Attribution) -> Span | None:
    """Where an attribution stands, to find the quotation that holds it."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0] if spans else None


def _start(attribution: Attribution) -> int:
    return min(
        (s.start for part in (attribution.content, attribution.source, attribution.cue) for s in part), default=0
    )


def _end(attribution: Attribution) -> int:
    return max((s.end for part in (attribution.content, attribution.source, attribution.cue) for s in part), default=0)


class Provenances:
    """Sets `doc._.provenance`, one `Provenance` an attribution, in the order of the attributions."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the document and fill the attribute."""
        article = doc._.article
        publication = article.metadata.publication if isinstance(article, Article) else ""
        doc._.provenance = provenance(Scene.of_doc(doc), doc._.people, doc._.speakers, publication)
        return doc


@Language.factory(
    "quote_provenance", assigns=["doc._.provenance"], requires=["doc._.attributions", "doc._.people", "doc._.speakers"]
)
def create_provenance(nlp: Language, name: str) -> Provenances:
    """Make the component for a pipeline."""
    extensions.register()
    return Provenances()
