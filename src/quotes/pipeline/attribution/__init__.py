"""Attribution: which words are content, cue and source, and which source belongs to which content.

One trained model answers (`network/`): it reads word pieces in windows of whole paragraphs, an encoder scores them, and
the scores become attributions with a calibrated confidence. Then comes what has rules (`conventions/`): quotation marks
and labels, relays, words inside others, signatures, headlines, turns and posts. How it was made: `quotes.training`;
what it was made of and how good it is: `models/en_quotes/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Attribution, Paragraph, Span
from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.attribution.conventions.according import with_accounts_settled
from quotes.pipeline.attribution.conventions.clauses import with_own_subjects
from quotes.pipeline.attribution.conventions.headlines import with_headlines
from quotes.pipeline.attribution.conventions.marks import settled_by_marks
from quotes.pipeline.attribution.conventions.nested import with_nested
from quotes.pipeline.attribution.conventions.posts import with_posts
from quotes.pipeline.attribution.conventions.quoting import with_quoted_sources
from quotes.pipeline.attribution.conventions.relays import with_relays_settled
from quotes.pipeline.attribution.conventions.reported import with_reported
from quotes.pipeline.attribution.conventions.signatures import with_signatures
from quotes.pipeline.attribution.conventions.source_bounds import with_sources_bounded
from quotes.pipeline.attribution.conventions.turns import with_turns
from quotes.pipeline.attribution.conventions.unsaid import without_unsaid
from quotes.pipeline.attribution.network.decoder import decode
from quotes.pipeline.attribution.network.pieces import pieces_of
from quotes.pipeline.attribution.network.states import States
from quotes.pipeline.attribution.network.weights import Network, load_network
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.pipeline.datelines import without_dateline
from quotes.pipeline.entities import names_in, set_names, whole_names
from quotes.pipeline.extensions import text_of

__all__ = ["QuoteAttribution", "create_attribution"]


class QuoteAttribution:
    """Fills `doc._.attributions`, `doc._.states`, and `doc.ents` where `names` is set.

    `threads` articles are read at once.
    """

    def __init__(self, network: Network, threads: int = 1, *, names: bool = True) -> None:
        self.network = network
        self.threads = threads
        self.names = names

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        doc._.attributions = self.read(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Read a stream of documents, in order; the same result as one by one."""
        if self.threads <= 1:
            yield from map(self, stream)
            return
        docs = iter(stream)
        with ThreadPoolExecutor(self.threads) as pool:
            while batch := list(islice(docs, batch_size)):
                yield from pool.map(self, batch)

    def read(self, doc: Doc) -> tuple[Attribution, ...]:
        """Attributions in text order; a document without paragraphs is read as one."""
        network, text = self.network, text_of(doc)
        paragraphs = doc._.paragraphs or (Paragraph(Span(0, len(text))),)
        pieces = pieces_of(text, paragraphs, doc._.quoted_regions, network.tokenizer)
        found: list[Attribution] = []
        names: list[tuple[Span, str]] = []
        states = States.of(pieces, network.encoder)
        for window in windows_of(pieces):
            outputs = network.run(pieces, window)
            states.take(window, outputs)
            found += [a for a, _ in decode(pieces, window, outputs, network.head, network.calibration)]
            own = slice(window.own_start, window.own_end)
            inside = slice(window.own_start - window.start, window.own_end - window.start)
            names += names_in(outputs.entity[inside], pieces.starts[own], pieces.ends[own])
        doc._.states = states
        names = whole_names(text, names)
        if self.names:
            set_names(doc, names)
        cuts = network.calibration.least, network.calibration.least_unmarked
        settled = settled_by_marks(
            text, with_sources_bounded(text, found, names), *cuts, doc._.quoted_regions, paragraphs
        )
        settled = with_own_subjects(text, settled)
        relayed = with_relays_settled(text, with_quoted_sources(text, settled, names), doc._.sentences)
        relayed = with_accounts_settled(text, relayed)
        nested = with_reported(text, with_nested(text, relayed, doc._.quoted_regions), doc._.quoted_regions)
        signed = with_signatures(text, nested, doc._.quoted_regions, paragraphs)
        headed = with_headlines(text, signed, paragraphs, names)
        posted = with_posts(text, with_turns(text, headed, paragraphs, names), paragraphs)
        said = without_unsaid(text, posted, doc._.sentences)
        return without_dateline(text, said, paragraphs, names)


@Language.factory(
    "quote_attribution",
    assigns=["doc._.attributions", "doc._.states", "doc.ents"],
    requires=["doc._.paragraphs", "doc._.quoted_regions"],
    default_config={"model": None, "threads": 1, "names": True},
)
def create_attribution(nlp: Language, name: str, model: str | None, threads: int, names: bool) -> QuoteAttribution:
    """Make the component; `model` is a model folder, None the one that ships with the package.

    Raises ModelError where the folder does not hold a model that fits.
    """
    return QuoteAttribution(load_network(Path(model) if model else None), threads, names=names)
