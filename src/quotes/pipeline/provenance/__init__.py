"""`quote_provenance`: to whom a quotation was told, and from whom the article has it.

    narration.py   the narrator's words around a quotation, quoted words blotted out
    keyed.py       patterns that are tried only on sentences that have one of their key words
    runs.py        where a run of capitalised words ends
    heads.py       what a run of capitalised words names
    phrases.py     the noun phrase behind such words: a name, a title
    audiences.py   the same without a name: "a packed courtroom", "fans of the band"; what an addressee is
    governors.py   the kind of verb or noun that governs a phrase
    addressees.py  patterns that name an addressee: "told the Herald", "in an interview with", "wrote on Instagram"
    platforms.py   where something was posted: "wrote on Instagram", "tweeted"
    occasions.py   occasions that name who listens: "on Monday's episode of", "testifying before"
    elsewhere.py   who is named and did not hear it: "who told the Tide in May"
    listeners.py   all candidates for told_to, with what speaks for each
    carried.py     whom the words around mean: "the newspaper", "told her", "…, adding that …"
    citations.py   all candidates for cited_from: "the Herald reported"
    works.py       works and papers by their titles: "in his book …"
    media.py       outlets that are cited without their name
    quoting.py     who relays: "quoted Lee as saying"
    ranker.py      which candidate it is, or nobody: weights fitted by `quotes.training.provenance` (`weights.json`)
    conventions.py what our own conventions settle, whatever the ranker chooses
    turn.py        one quotation with what stands around it
    reader.py      the decisions, in text order; also `interview_with`

Reads `_.attributions`, `_.people`, `_.speakers`, sentence boundaries and the text; each may be missing. The
conventions: docs/provenance.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Article, Entity, Provenance, Speaker
from quotes.pipeline import extensions
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.provenance.reader import Reader

__all__ = ["Provenances", "Reader", "create_provenance", "provenance"]


def provenance(
    scene: Scene, people: Sequence[Entity], speakers: Sequence[Speaker], publication: str = ""
) -> tuple[Provenance, ...]:
    """One `Provenance` for each attribution of the scene. `publication` is the article's own, for "our interview"."""
    return Reader(scene, people, speakers, publication).read()


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
