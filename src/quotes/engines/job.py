"""The work of a run: from a corpus to its tables, or to one annotation file. What the commands call, and Python users.

Nothing is printed: a `progress` function is told of each article as it is done.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, cast, get_args

import pandas as pd

from quotes import __version__, dedupe, pipeline, review, tables
from quotes.articles import DEFAULT_MAX_BYTES, list_articles, read_corpus
from quotes.engines import local, writing
from quotes.engines.local import Annotated, Outcome
from quotes.engines.people_sheet import PeopleSheet
from quotes.errors import ArticleError, CorpusError, OptionError
from quotes.model import Article, Kind, KnownQuote, ListedSpeaker, Occurrence, Quotation, Quote, Unreadable
from quotes.persons import PeopleFile, read_people, settled
from quotes.pipeline import DEFAULT_MODEL
from quotes.pipeline.attribution import QuoteAttribution
from quotes.review import Statistics

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
DEFAULT_KINDS: Final[tuple[Kind, ...]] = ("direct", "mixed")

Progress = Callable[[Outcome, int, int], None]
"""Called after each outcome: the outcome, how many articles are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What can be chosen for a run. Raises `OptionError` O01 for a value that means nothing."""

    kinds: tuple[Kind, ...] = DEFAULT_KINDS
    """The kinds of quotations that become rows."""
    model: str = DEFAULT_MODEL
    """The spaCy pipeline that reads the articles."""
    min_confidence: float = 0.0
    """Quotations with less confidence (0 to 1) become no rows."""
    max_bytes: int = DEFAULT_MAX_BYTES
    """Larger files are skipped."""
    processes: int = 1
    """Changes the time, never the result."""
    raw: bool = False
    """Plain UTF-8 without guards for spreadsheets."""
    delimiter: str = ","
    """What parts the cells of the CSV files."""
    xlsx: bool = False
    """Write `quotes.xlsx` too."""
    review_order: bool = False
    """The rows that are worth the next look first."""
    accepted_only: bool = False
    """Write `accepted.csv` too: what reviewers accepted or corrected, corrections in place."""
    people: Path | None = None
    """The people file; None takes the `people.csv` that is in the output folder, if any."""

    def wants(self, quotation: Quotation) -> bool:
        """Does the quotation become a row?"""
        return quotation.kind in self.kinds and quotation.confidence >= self.min_confidence

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for kind in self.kinds or ("",):
            if kind not in KINDS:
                raise OptionError("O01", option="kinds", value=kind, choices=", ".join(KINDS))
        if not 0 <= self.min_confidence <= 1:
            raise OptionError("O01", option="min_confidence", value=self.min_confidence, choices="0 to 1")
        if self.delimiter not in tables.DELIMITERS or len(self.delimiter) != 1:
            raise OptionError("O01", option="delimiter", value=self.delimiter, choices="comma, semicolon, tab, |")
        for option, number in (("max_bytes", self.max_bytes), ("processes", self.processes)):
            if number < 1:
                raise OptionError("O01", option=option, value=number, choices="1 or more")


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run read, found and wrote."""

    record: tables.RunRecord
    """What stands in `run.json`."""
    speakers: tuple[tuple[str, int], ...]
    """Named speakers with their number of rows, the most quoted first."""
    files: tuple[Path, ...]
    """What was written."""
    review: Statistics
    """What people have decided so far."""
    kept: tuple[Path, ...] = ()
    """Sheets that somebody had saved since the last run, as they are kept."""
    foreign: tuple[str, ...] = ()
    """Columns of people's own in them, which no run carries over."""


class Tables(NamedTuple):
    """A corpus as data frames, with the columns of the files."""

    quotes: pd.DataFrame
    """One row a quotation, however many articles carry it."""
    occurrences: pd.DataFrame
    """One row a place in an article."""
    skipped: tuple[Unreadable, ...]
    """The files that could not be read, and why."""


def run(
    corpus: Path | str, out: Path | str = "out", options: RunOptions | None = None, *, progress: Progress | None = None
) -> RunSummary:
    """Read a folder of articles (or one article) and write its tables, ledger of ids and `run.json` into `out`.

    Rows that an earlier run into the same folder had keep their ids, and what people wrote into its sheets is carried
    over, see `quotes.review`. The files change together at the very end, or not at all. Raises `CorpusError` where
    there is nothing to read (C01, C02) or nothing could be read (C03), `ModelError`, `EngineError`, `OutputError` W01,
    and before any work `OutputError` W02 for a ledger of ids, `PeopleError` for a people file, and `TableError` or
    `ReviewError` for a sheet that cannot be read back.
    """
    started = time.perf_counter()
    options = options or RunOptions()
    folder = Path(out)
    # Before the work: a ledger, a people file or a sheet that cannot be read is found out at once.
    known = tables.read_ids(folder)
    people = PeopleSheet(folder, options.people)
    review.read_reviewed(folder)
    findings = _findings(Path(corpus), options, progress, known, people.file)
    record = tables.RunRecord(
        articles=findings.articles,
        words=findings.words,
        quotations={kind: findings.kinds[kind] for kind in KINDS},
        rows=len(findings.quotes),
        folded=sum(len(quote.occurrences) - 1 for quote in findings.quotes),
        skipped=findings.skipped,
        versions=tables.versions(quotes=__version__, model=findings.model),
        # Not the number of processes: it changes nothing that is written.
        options={
            "corpus": str(corpus),
            "kinds": options.kinds,
            "min_confidence": options.min_confidence,
            "max_bytes": options.max_bytes,
            "raw": options.raw,
            "delimiter": options.delimiter,
            "xlsx": options.xlsx,
            "review_order": options.review_order,
            "people": people.source,
        },
        seconds=time.perf_counter() - started,
    )
    ids = dedupe.remembered(known, findings.quotes)
    written = writing.write(
        folder,
        tables.quotes_frame(findings.quotes),
        tables.occurrences_frame(findings.quotes),
        record,
        writing.Formats(
            raw=options.raw,
            delimiter=options.delimiter,
            xlsx=options.xlsx,
            review_order=options.review_order,
            accepted_only=options.accepted_only,
        ),
        forwards=dedupe.forwards(ids),
        others={
            tables.IDS_FILE: partial(tables.write_ids, ids),
            **people.writers(findings.people, raw=options.raw),
        },
    )
    return RunSummary(
        record=written.record,
        speakers=_most_quoted(findings.quotes),
        files=written.files,
        review=written.statistics,
        kept=written.kept,
        foreign=written.foreign,
    )


def extract(
    corpus: Path | str,
    *,
    model: str = DEFAULT_MODEL,
    kinds: tuple[Kind, ...] = DEFAULT_KINDS,
    min_confidence: float = 0.0,
    max_bytes: int = DEFAULT_MAX_BYTES,
    processes: int = 1,
    people: Path | None = None,
    progress: Progress | None = None,
) -> Tables:
    """Read a folder of articles, or one article, into data frames; nothing is written. Raises what `run` raises."""
    options = RunOptions(
        kinds=tuple(kinds), min_confidence=min_confidence, model=model, max_bytes=max_bytes, processes=processes
    )
    findings = _findings(Path(corpus), options, progress, (), read_people(people) if people else PeopleFile())
    return Tables(
        tables.quotes_frame(findings.quotes), tables.occurrences_frame(findings.quotes), tuple(findings.skipped)
    )


def annotate(
    corpus: Path | str,
    target: Path | str,
    *,
    model: str = DEFAULT_MODEL,
    max_bytes: int = DEFAULT_MAX_BYTES,
    processes: int = 1,
    progress: Progress | None = None,
) -> int:
    """Write what each article says, before anything is folded, as JSON lines; returns the number of articles written.

    One line an article that could be read, in the order of their paths. Raises what `run` raises.
    """
    options = RunOptions(model=model, max_bytes=max_bytes, processes=processes)
    work = _Work(Path(corpus), options, progress)
    written = skipped = 0
    with tables.written_whole(Path(target)) as (stream,):
        for outcome in work.outcomes():
            if isinstance(outcome, Annotated):
                stream.write(tables.annotation_line(outcome.doc, outcome.quotations).encode("utf-8") + b"\n")
                written += 1
            else:
                skipped += 1
        if not written:
            raise CorpusError("C03", path=corpus, count=skipped)
    return written


def read_one(
    article: Path | str, *, model: str = DEFAULT_MODEL, max_bytes: int = DEFAULT_MAX_BYTES
) -> tuple[Article, Annotated]:
    """One article with what it says.

    Raises `ArticleError` A08 where it cannot be read, `CorpusError` C01 or C04 where it is no file, and `ModelError`.
    """
    path = Path(article)
    if path.is_dir():
        raise CorpusError("C04", path=path)
    entries = list(read_corpus(path, max_bytes=max_bytes))  # the article, and perhaps the fault of its sidecar
    entry = next((entry for entry in entries if isinstance(entry, Article)), entries[0])
    if isinstance(entry, Unreadable):
        raise ArticleError("A08", path=path, reason=entry.reason)
    outcome = next(local.annotate([entry], pipeline.load(model)))
    if isinstance(outcome, Unreadable):
        raise ArticleError("A08", path=path, reason=outcome.reason)
    return entry, outcome


class _Work:
    """A corpus and the pipeline for it; `CorpusError` is raised before the pipeline is loaded, which is slow."""

    def __init__(self, corpus: Path, options: RunOptions, progress: Progress | None) -> None:
        self.corpus = corpus
        self.options = options
        self.progress = progress
        self.paths = {path for _, path in list_articles(corpus)}
        self.nlp = pipeline.load(options.model)

    @property
    def model(self) -> str:
        """The spaCy pipeline and the attribution model, with their versions."""
        attribution = cast(QuoteAttribution, self.nlp.get_pipe("quote_attribution"))
        return f"{self.options.model} {self.nlp.meta['version']}, {attribution.network.version}"

    def outcomes(self) -> Iterator[Outcome]:
        """The outcome of each article, in the order of their paths."""
        entries = read_corpus(self.corpus, max_bytes=self.options.max_bytes)
        # More processes than articles would only load the pipeline for nothing.
        processes = max(1, min(self.options.processes, len(self.paths)))
        outcomes = (
            local.annotate(entries, self.nlp)
            if processes == 1
            else local.annotate_in_processes(entries, self.options.model, processes)
        )
        done = 0
        for outcome in outcomes:
            # A folder that cannot be listed or a faulty sidecar is reported, but is no article.
            done += outcome.path in self.paths
            if self.progress is not None:
                self.progress(outcome, done, len(self.paths))
            yield outcome


@dataclass(slots=True)
class _Findings:
    """What a corpus gave, counted and folded."""

    model: str
    articles: int = 0
    words: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    skipped: list[Unreadable] = field(default_factory=list)
    quotes: tuple[Quote, ...] = ()
    people: tuple[ListedSpeaker, ...] = ()


def _findings(
    corpus: Path,
    options: RunOptions,
    progress: Progress | None,
    known: tuple[KnownQuote, ...],
    people: PeopleFile,
) -> _Findings:
    work = _Work(corpus, options, progress)
    findings = _Findings(work.model)
    occurrences: list[Occurrence] = []
    for outcome in work.outcomes():
        if isinstance(outcome, Unreadable):
            findings.skipped.append(outcome)
            continue
        findings.articles += 1
        findings.words += outcome.words
        findings.kinds.update(quotation.kind for quotation in outcome.quotations)
        occurrences.extend(one for one in outcome.occurrences if options.wants(one.quotation))
    if not findings.articles:
        raise CorpusError("C03", path=corpus, count=len(findings.skipped))
    found = settled(occurrences, people)
    findings.people = found.people
    findings.quotes = dedupe.fold(found.occurrences, known)
    return findings


def _most_quoted(quotes: tuple[Quote, ...]) -> tuple[tuple[str, int], ...]:
    rows = Counter(quote.quotation.speaker for quote in quotes)
    return tuple(sorted(((name, count) for name, count in rows.items() if name), key=lambda row: (-row[1], row[0])))
