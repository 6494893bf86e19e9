"""`quote_provenance`: to whom a quotation was told, and from whom the article has it.

    wording/       the narrator's words around a quotation, and the phrases in them
    ranker.py      which candidate it is, or nobody: weights fitted by `quotes.training.provenance` (`weights.json`)
    told/          all that could be meant by told_to
    cited/         all that could be meant by cited_from
    carried.py     whom the words around mean: "the newspaper", "told her", "…, adding that …"
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
