"""How well, and how fast, quotations are folded: against gold pairs, and on corpora made up for the purpose."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from quotes import dedupe, layout
from quotes.articles import read_corpus
from quotes.engines.made_up import VERBATIM, made_up
from quotes.errors import GoldError
from quotes.evaluation.duplicates import (
    GoldDuplicates,
    GoldPair,
    GoldQuotation,
    PairScores,
    read_duplicates,
    score_pairs,
)
from quotes.model import Article, Occurrence, Quotation
from quotes.pipeline.occurrences import Marks
from quotes.pipeline.regions import quoted_regions, run_on

SIZES: Final = (10_000, 100_000, 1_000_000)
ALL_SETS: Final = "all sets"
"""The name under which the scores of several sets together are given."""


@dataclass(frozen=True, slots=True)
class SizeFigures:
    """What folding so many occurrences took, and how its pairs came out."""

    occurrences: int
    rows: int
    seconds: float
    """Of folding alone; the corpus is made before."""
    processor: float
    """Seconds that the one core worked for it, which a busy machine does not change as much."""
    peak: int
    """Bytes that the process held at most, the corpus and Python included."""
    precision: float
    recall: float
    """Over all pairs of occurrences."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """A gold set with the rows that its quotations came out in."""

    gold: GoldDuplicates
    group_of: Mapping[str, Hashable]
    disputed: Sequence[frozenset[Hashable]]

    def scores(self) -> PairScores:
        return score_pairs(self.gold, self.group_of, self.disputed)


def score_gold(gold: Path, texts: Sequence[Path]) -> dict[str, PairScores]:
    """The scores of each set below a gold folder, by its name; of several also those of all pairs (`ALL_SETS`).

    Raises `GoldError`: G10 where there is no set, G09 for a text that is in none of the folders, G07 for one that is
    another version; `CorpusError` C01 for a folder that is not there.
    """
    folders = sorted(path.parent for path in Path(gold).rglob("pairs.jsonl"))
    if not folders:
        raise GoldError("G10", path=gold)
    sets = {folder.name: _folded(folder, texts) for folder in folders}
    scores = {name: one.scores() for name, one in sets.items()}
    return {**scores, ALL_SETS: _together(sets).scores()} if len(sets) > 1 else scores


def _together(sets: Mapping[str, _Folded]) -> _Folded:
    """All sets as one; each was folded by itself, and its ids and rows are its own."""
    return _Folded(
        GoldDuplicates(
            tuple(replace(one, id=f"{name}/{one.id}") for name, each in sets.items() for one in each.gold.quotations),
            tuple(
                GoldPair(f"{name}/{pair.one}", f"{name}/{pair.other}", pair.label)
                for name, each in sets.items()
                for pair in each.gold.pairs
            ),
        ),
        {f"{name}/{one}": (name, row) for name, each in sets.items() for one, row in each.group_of.items()},
        [frozenset((name, row) for row in rows) for name, each in sets.items() for rows in each.disputed],
    )


def _folded(folder: Path, texts: Sequence[Path]) -> _Folded:
    gold = read_duplicates(folder)
    occurrences = gold_occurrences(gold, folder, texts)
    quotes = dedupe.fold(occurrences.values())
    # Two quotations of the gold may be one occurrence, so they are found again by what they are.
    group = {_same(related.occurrence): quote.quote_id for quote in quotes for related in quote.occurrences}
    disputed: list[frozenset[Hashable]] = [
        frozenset((quote.quote_id, other)) for quote in quotes for other in quote.disputed_with
    ]
    return _Folded(gold, {name: group[_same(one)] for name, one in occurrences.items()}, disputed)


def _same(occurrence: Occurrence) -> tuple[object, ...]:
    return occurrence.article, occurrence.quotation, occurrence.quote


def gold_occurrences(gold: GoldDuplicates, folder: Path, texts: Sequence[Path]) -> dict[str, Occurrence]:
    """The occurrences that a gold speaks of, by their ids, cut from the articles below `texts`."""
    by_doc: dict[str, list[GoldQuotation]] = defaultdict(list)
    for listed in gold.quotations:
        by_doc[listed.doc].append(listed)
    found: dict[str, Occurrence] = {}
    for doc, quotations in by_doc.items():
        article = _article(doc, folder, texts)
        regions = quoted_regions(article.text, article.paragraphs or layout.paragraphs(article.text))
        marks = Marks(article.text, run_on(article.text, regions, (one.content for one in quotations)))
        for one in quotations:
            if not one.fits(article.text):
                raise GoldError("G07", path=folder, doc=doc)
            quotation = Quotation(content=one.content, kind=one.kind, speaker=one.speaker)
            found[one.id] = Occurrence(
                article=doc,
                metadata=article.metadata,
                quotation=quotation,
                quote=marks.quote(quotation),
                quoted_words=marks.quoted_words(quotation),
                cue="",
                speaker_as_written="",
                context="",
                paragraph=0,
                sentence=0,
            )
    return found


def _article(doc: str, folder: Path, texts: Sequence[Path]) -> Article:
    for root in texts:
        if (path := root / f"{doc}.txt").is_file():
            for entry in read_corpus(path):
                if isinstance(entry, Article):
                    return entry
    raise GoldError("G09", path=folder, doc=doc)


def measure_sizes(
    sizes: Iterable[int] = SIZES,
    *,
    seed: int = 0,
    verbatim: float = VERBATIM,
    progress: Callable[[int, int], None] | None = None,
) -> list[SizeFigures]:
    """Fold a made-up corpus of each size, each in a process of its own, so that its memory is its own.

    `verbatim` is the share of occurrences that repeat letter by letter.
    """
    found = []
    wanted = list(sizes)
    # Spawned: a forked process would start with the memory of this one.
    context = get_context("spawn")
    for number, size in enumerate(wanted):
        if progress is not None:
            progress(number, len(wanted))
        with context.Pool(1) as pool:
            found.append(pool.apply(measure_size, (size, seed, verbatim)))
    if progress is not None:
        progress(len(wanted), len(wanted))
    return found


def measure_size(occurrences: int, seed: int = 0, verbatim: float = VERBATIM) -> SizeFigures:
    """Make a corpus of so many occurrences, fold it in this process, and compare with what it was made from."""
    corpus = made_up(occurrences, seed=seed, verbatim=verbatim)
    origin = {(one.article, one.quotation.content[0].start): said for one, said in corpus}
    given = [one for one, _ in corpus]
    del corpus
    gc.collect()
    started, worked = time.perf_counter(), time.process_time()
    quotes = dedupe.fold(given)
    seconds, processor = time.perf_counter() - started, time.process_time() - worked
    peak = _peak()
    together = right = 0
    sizes: Counter[int] = Counter()
    for quote in quotes:
        cells = Counter(
            origin[related.occurrence.article, related.occurrence.quotation.content[0].start]
            for related in quote.occurrences
        )
        together += _pairs(len(quote.occurrences))
        right += sum(map(_pairs, cells.values()))
        sizes.update(cells)
    ones = sum(map(_pairs, sizes.values()))
    return SizeFigures(
        occurrences=occurrences,
        rows=len(quotes),
        seconds=seconds,
        processor=processor,
        peak=peak,
        precision=right / together if together else 1.0,
        recall=right / ones if ones else 1.0,
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _peak() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
