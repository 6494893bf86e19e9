"""`quote_people`: who is who in an article, and who said each quotation.

    tagged.py      the names that the tagger gave, put right, with those that sources give
    tags.py        a name as it was tagged, and lists of them
    broken.py      names in parts, put together
    bodies.py      bodies called by their kind: "the Altmere border service", "the Tories"
    spelt_out.py   names whose initials stand in the article
    introduced.py  first names that it missed
    mentions.py    names at their places
    name_ends.py   where each begins and ends
    attached.py    marks and numbers that are part of a name
    no_names.py    words with capitals that name nobody
    seats.py       where a body sits, before its name: "the Altmere-based company"
    forms.py       the names of an article by their words, and of what sort each is
    aliases.py     two names of one person: "better known as"
    couples.py     two with one surname, which one of them is given without: "Kev and Ann Lee"
    homes.py       whose full name a short one stands for
    long_names.py  which body, work or place it stands for
    in_full.py     full names from places where the tagger sees none
    entities.py    mentions gathered into a cast of figures
    sources.py     what a source phrase is: a name, a pronoun, a noun phrase …
    relative.py    whom "who" and "which" take up
    phrase_ends.py where a source phrase ends, and the part of it that names
    appositions.py a name beside what somebody is
    joined.py      several who speak or wrote together
    closing.py     a name or a role that closes a source phrase
    authors.py     whose a document is that stands for its author
    asking.py      who only asks, hears or is spoken of, and to whom all turns
    inside.py      who "I" and "she" are inside somebody's quotation
    silent.py      whom none can mean
    candidates.py  whom a pronoun or noun phrase can mean
    fitting.py     what is asked for, and how well a figure fits it
    features.py    what speaks for a candidate
    ranker.py      which candidate it is, or nobody: weights fitted by `quotes.training.speakers`
    antecedents.py what the encoder sees in the source and in the candidates' names, weighed by a small network
    choosing.py    ranker and antecedent scorer together
    told.py        who is told something and says nothing
    members.py     whose "the Green MP" is
    interviewee.py who answers in an interview
    continuity.py  what a quotation takes up from what was before
    unnamed.py     people without a name, and how they speak on
    together.py    several who have just spoken together: "they", "the two"
    sureness.py    how sure a speaker is, by the kind of evidence
    inquiry.py     what is known while an article is decided, and how the ranker is asked
    resolution.py  the decision: one `Speaker` an attribution
    afterwards.py  what only the whole article tells: repeated words, interviews

The component reads entities, sentence boundaries, `_.paragraphs` and `_.attributions`, no parse; each may be missing.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from quotes.pipeline import extensions
from quotes.pipeline.people.antecedents import AntecedentScorer, read_scorer
from quotes.pipeline.people.entities import Cast, gather
from quotes.pipeline.people.mentions import find_mentions
from quotes.pipeline.people.names import Name, clean, parse_name, same_person
from quotes.pipeline.people.resolution import resolve
from quotes.pipeline.people.scene import Scene

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
