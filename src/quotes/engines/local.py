"""The local engine: a stream of articles through a pipeline, in one process or in several.

Order in is order out, and batches are cut from the stream alone, so that the results do not depend on the number of
processes. An article on which the pipeline fails costs itself and nothing else.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from quotes import pipeline
from quotes.errors import TEXTS, EngineError
from quotes.model import Article, Occurrence, Quotation, Unreadable
from quotes.pipeline.occurrences import occurrences

BATCH_ARTICLES: Final = 32
BATCH_CHARACTERS: Final = 100_000
"""A batch ends when it holds this much text: enough for the pipeline to be busy, little enough for any memory."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Annotated:
    """What one article says. The text itself is let go."""

    path: str
    """`Article.path`."""
    doc: str
    """`Article.doc`."""
    words: int
    """Tokens that are no space or punctuation."""
    quotations: tuple[Quotation, ...]
    """Every kind, in text order."""
    occurrences: tuple[Occurrence, ...]
    """The same quotations with their places."""


Entry = Article | Unreadable
Outcome = Annotated | Unreadable
Batch = tuple[Entry, ...]


def annotate(entries: Iterable[Entry], nlp: Language) -> Iterator[Outcome]:
    """Run the pipeline over a stream of articles: one outcome an entry, in order.

    What could not be read stays as it came. An article on which the pipeline fails comes out as `Unreadable`, with the
    reason; the error itself is logged.
    """
    for batch in batches(entries):
        yield from annotate_batch(batch, nlp)


def annotate_in_processes(entries: Iterable[Entry], model: str, processes: int) -> Iterator[Outcome]:
    """The same outcomes as `annotate` with the pipeline that `quotes.load(model)` gives, from several processes.

    Each process loads the pipeline for itself; a script that calls this guards its own start with
    `if __name__ == "__main__"`. Raises `EngineError` E01 when a process dies.
    """
    # Spawned, not forked: a fork would copy the locks of libraries that run threads.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_start_worker, initargs=(model,))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        for batch in batches(entries):
            waiting.append(pool.submit(_work, batch))
            # No more is read ahead than keeps all busy.
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise EngineError("E01") from error
    finally:
        pool.shutdown(cancel_futures=True)


def batches(entries: Iterable[Entry]) -> Iterator[Batch]:
    """The stream cut into batches of at most `BATCH_ARTICLES` entries; one that reaches `BATCH_CHARACTERS` ends."""
    batch: list[Entry] = []
    characters = 0
    for entry in entries:
        batch.append(entry)
        characters += len(entry.text) if isinstance(entry, Article) else 0
        if len(batch) == BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def annotate_batch(batch: Batch, nlp: Language) -> list[Outcome]:
    """The outcomes of one batch, in order."""
    articles = [entry for entry in batch if isinstance(entry, Article) and len(entry.text) <= nlp.max_length]
    docs = dict(zip(map(id, articles), _docs(articles, nlp), strict=False))
    return [_outcome(entry, docs.get(id(entry)), nlp) for entry in batch]


def _docs(articles: Sequence[Article], nlp: Language) -> list[Doc]:
    """The articles' docs, all of them, or none when the pipeline fails on one."""
    try:
        return list(nlp.pipe([_made(article, nlp) for article in articles], batch_size=max(1, len(articles))))
    except Exception:  # whatever a component may raise: the articles are then tried one by one
        _log.info("a batch failed; trying its %d articles one by one", len(articles))
        return []


def _outcome(entry: Entry, doc: Doc | None, nlp: Language) -> Outcome:
    if isinstance(entry, Unreadable):
        return entry
    if len(entry.text) > nlp.max_length:
        return Unreadable(entry.path, TEXTS["A06"].format(limit=nlp.max_length))
    try:
        if doc is None:
            doc = nlp(_made(entry, nlp))
        return Annotated(
            path=entry.path,
            doc=entry.doc,
            words=sum(not (token.is_space or token.is_punct) for token in doc),
            quotations=tuple(doc._.quotations),
            occurrences=tuple(occurrences(doc)),
        )
    except Exception as error:  # whatever a component may raise: the other articles are not to suffer from it
        _log.exception("%s: the pipeline failed", entry.path)
        why = " ".join(f"{type(error).__name__}: {error}".split())
        return Unreadable(entry.path, TEXTS["A07"].format(why=why[:200]))


def _made(article: Article, nlp: Language) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return doc


_worker: list[Language] = []
"""The pipeline of a worker process."""


def _start_worker(model: str) -> None:
    _worker[:] = [pipeline.load(model)]


def _work(batch: Batch) -> list[Outcome]:
    return annotate_batch(batch, _worker[0])
