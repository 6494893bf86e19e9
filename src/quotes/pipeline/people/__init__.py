"""`quote_people`: who is who in an article, and who said each quotation.

    scene.py      the lie of the land: sentences, paragraphs and quotations
    lexicon.py    words that tell what a mention is; nations.py: words for peoples; wordlists.py: how lists are written
    names/        names at their places
    cast/         mentions gathered into the people, bodies, works and places of the article
    sources/      what a source phrase says: a name, a pronoun, a noun phrase …
    antecedents/  whom a pronoun or a noun phrase means
    speakers/     the decision: one `Speaker` an attribution

Data flow downwards: each room imports from those above it alone (a test holds that).

The component reads entities, sentence boundaries, `_.paragraphs` and `_.attributions`, no parse; each may be missing.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from quotes.pipeline import extensions
from quotes.pipeline.people.antecedents.scorer import AntecedentScorer, read_scorer
from quotes.pipeline.people.cast.entities import Cast, gather
from quotes.pipeline.people.names.mentions import find_mentions
from quotes.pipeline.people.names.parts import Name, clean, parse_name, same_person
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.speakers.resolution import resolve

__all__ = ["Cast", "Name", "People", "clean", "create_people", "gather", "parse_name", "resolve", "same_person"]


class People:
    """Sets `doc._.people` (the figures) and `doc._.speakers` (one an attribution, in the order of the attributions).

    Takes `doc._.states` away, which nobody behind it reads and which are large.
    """

    def __init__(self, scorer: AntecedentScorer | None = None) -> None:
        self.scorer = scorer

    def __call__(self, doc: Doc) -> Doc:
        """Read the document and fill both attributes."""
        scene = Scene.of_doc(doc)
        cast = gather(find_mentions(doc, scene), scene)
        doc._.people = cast.entities
        doc._.speakers = resolve(scene, cast, doc._.states, self.scorer)
        doc._.states = None
        return doc


@Language.factory(
    "quote_people",
    assigns=["doc._.people", "doc._.speakers"],
    requires=["doc._.attributions"],
    default_config={"model": None},
)
def create_people(nlp: Language, name: str, model: str | None) -> People:
    """Make the component; `model` is the model folder of the attributions, None for the one that ships.

    Raises ModelError where the antecedent scorer of the folder is broken.
    """
    extensions.register()
    return People(read_scorer(Path(model) if model else None))
