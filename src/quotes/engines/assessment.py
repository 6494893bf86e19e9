"""From gold to figures: what the pipeline, or somebody else, says of the articles of a gold set, and how right it is.

`assess` is one gold set, `hold` all sets of a floors file. What `quotes evaluate` and `quotes gate` call.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes import layout, pipeline
from quotes.articles import read_corpus
from quotes.engines import local
from quotes.engines.job import Progress
from quotes.engines.local import Annotated, Entry
from quotes.errors import CorpusError, GoldError, OptionError
from quotes.evaluation import (
    Cut,
    GoldDocument,
    GoldSet,
    Mistake,
    Scores,
    Shortfall,
    SpeakerAt,
    find_mistakes,
    raise_floors,
    read_gate,
    read_gold,
    read_predictions,
    read_speakers,
    review_curve,
    score,
    shortfalls,
    speaker_places,
    worst,
)
from quotes.evaluation.gate import gate_text
from quotes.evaluation.gold import beyond
from quotes.model import Article, Quotation, Span
from quotes.pipeline import DEFAULT_MODEL
from quotes.pipeline.regions import quoted_regions
from quotes.pipeline.sentences import mended_sentences
from quotes.tables import written_whole


@dataclass(frozen=True, slots=True)
class Assessment:
    """Predictions on gold, scored."""

    documents: Mapping[str, GoldDocument]
    """The gold by name."""
    predictions: Mapping[str, Sequence[Quotation]]
    speakers: Sequence[SpeakerAt]
    scores: Scores
    strangers: tuple[str, ...]
    """Documents with predictions that the gold does not have; they count for nothing."""

    @property
    def without(self) -> tuple[str, ...]:
        """Documents of the gold on which nothing was predicted, not even that nothing is quoted; all counts missed."""
        return tuple(name for name in self.documents if name not in self.predictions)

    def by_folder(self) -> dict[str, Scores]:
        """Scores apart for each first folder of the documents' names, such as an outlet; "" for those in none."""
        folders: dict[str, list[GoldDocument]] = {}
        for name in sorted(self.documents):
            folders.setdefault(name.rpartition("/")[0].partition("/")[0], []).append(self.documents[name])
        places = self.speakers
        return {
            folder: score(documents, self.predictions, [p for p in places if p.doc in {d.name for d in documents}])
            for folder, documents in folders.items()
        }

    def review_curve(self) -> list[Cut]:
        """What a reviewer of the unsure rows alone would meet; empty where the gold names no speakers."""
        places = speaker_places(list(self.documents.values()), self.speakers)
        return review_curve(places, self.predictions)

    def worst(self, number: int) -> list[Mistake]:
        """The `number` worst mistakes, by what is wrong, the surest first."""
        return worst(find_mistakes(self.documents.values(), self.predictions, self.speakers), number)

    def as_json(self) -> str:
        """Figures and counts, indented, with a line end."""
        record = {
            "documents": len(self.documents),
            "figures": self.scores.figures(),
            "counts": self.scores.counts(),
        }
        return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def assess(
    gold: Path | str,
    predicted: Path | str | None = None,
    *,
    speakers: Path | str | None = None,
    texts: Path | str | None = None,
    model: str = DEFAULT_MODEL,
    processes: int = 1,
    progress: Progress | None = None,
) -> Assessment:
    """Score predictions against gold (a brat folder, or JSON lines).

    `predicted` is a file that `quotes annotate` wrote, or a folder of articles that is read first, with what stands
    beside them; None reads the gold's own texts. `texts` is where gold without texts has them: by default that folder,
    or the one of the gold.

    Raises `GoldError` for gold and predictions that cannot be read or do not fit each other (G01 to G07), and what
    `quotes.run` raises for a corpus.
    """
    source = Path(predicted) if predicted is not None else None
    is_corpus = source is not None and source.is_dir()
    folder = texts or (source if is_corpus else None)
    documents = {one.name: one for one in read_gold(Path(gold), texts=Path(folder) if folder else None)}
    places = read_speakers(Path(speakers)) if speakers else []
    if source is not None and not is_corpus:
        found = read_predictions(source)
    else:
        reading = _Reading(documents, source)
        found = reading.predictions(model, processes, progress)
        if source is not None and reading.unreadable and not found:
            raise CorpusError("C03", path=source, count=reading.unreadable)
    strangers = tuple(sorted(set(found) - set(documents)))
    if source is not None and len(strangers) == len(found):
        raise GoldError("G05", path=source, doc=next(iter(documents)))
    for name in found.keys() & documents.keys():
        length = len(documents[name].text)
        if any(beyond((*q.content, *q.cue, *q.source), length) for q in found[name]):
            raise GoldError("G06", path=source, doc=name, length=length)
    return Assessment(documents, found, places, score(documents.values(), found, places), strangers)


class _Reading:
    """The pipeline on the documents of the gold, from their own texts or from a corpus."""

    def __init__(self, documents: Mapping[str, GoldDocument], corpus: Path | None) -> None:
        self.documents = documents
        self.corpus = corpus
        self.unreadable = 0

    def predictions(self, model: str, processes: int, progress: Progress | None) -> dict[str, tuple[Quotation, ...]]:
        """What is said in each article, by document; articles that the gold does not have come without quotations."""
        found: dict[str, tuple[Quotation, ...]] = {}
        entries = self._entries(found)
        outcomes = (
            local.annotate(entries, pipeline.load(model))
            if processes == 1
            else local.annotate_in_processes(entries, model, processes)
        )
        done = 0
        for outcome in outcomes:
            if isinstance(outcome, Annotated):
                found[outcome.doc] = outcome.quotations
                done += 1
            else:
                self.unreadable += 1
            if progress is not None:
                progress(outcome, done, len(self.documents))
        return found

    def _entries(self, found: dict[str, tuple[Quotation, ...]]) -> Iterator[Entry]:
        if self.corpus is None:
            yield from (Article(f"{one.name}.txt", one.text) for one in self.documents.values())
            return
        for entry in read_corpus(self.corpus):
            if isinstance(entry, Article):
                if entry.doc not in self.documents:
                    found[entry.doc] = ()
                    continue
                if entry.text != self.documents[entry.doc].text:
                    raise GoldError("G07", path=self.corpus, doc=entry.doc)
            yield entry


def in_context(text: str, at: Span) -> tuple[str, str, str]:
    """The sentence or sentences around a place, in three parts each on one line: before it, the place, behind it."""
    paragraphs = layout.paragraphs(text)
    sentences = mended_sentences(text, paragraphs, quoted_regions(text, paragraphs))
    around = [sentence for sentence in sentences if sentence.overlap(at)] or [at]
    low, high = min(around[0].start, at.start), max(around[-1].end, at.end)
    parts = text[low : at.start], at.cut(text), text[at.end : high]
    before, place, behind = (" ".join(part.split()) for part in parts)
    return before + " " * parts[0][-1:].isspace(), place, " " * parts[2][:1].isspace() + behind


@dataclass(frozen=True, slots=True)
class Held:
    """A gold set at the gate."""

    figures: Mapping[str, float]
    floors: Mapping[str, float]
    """As they are now, raised where that was wanted."""
    shortfalls: Sequence[Shortfall]


def hold(
    path: Path | str,
    *,
    names: Sequence[str] = (),
    rise: bool = False,
    margin: float = 0.0,
    lower: Iterable[tuple[str, str]] = (),
    model: str = DEFAULT_MODEL,
    processes: int = 1,
    progress: Progress | None = None,
) -> dict[str, Held]:
    """Measure the gold sets of a floors file (those in `names`, or all that are on this machine), by name.

    With `rise` the file's floors become the figures less `margin` wherever that is higher; only the (set, figure) pairs
    in `lower` may fall. Raises `OptionError` O01 for names that the file does not have, `GoldError` G08 where none of
    the gold is here, `OutputError`, and what `read_gate` and `assess` raise.
    """
    path, lower = Path(path), tuple(lower)
    sets = read_gate(path)
    for option, wanted in (("set", names), ("lower", [name for name, _ in lower])):
        for name in wanted:
            if name not in sets:
                raise OptionError("O01", option=option, value=name, choices=", ".join(sets))
    chosen = {name: one for name, one in sets.items() if name in names or (not names and one.is_here)}
    if not chosen:
        raise GoldError("G08", path=path)
    held: dict[str, Held] = {}
    for name, one in chosen.items():
        figures = assess_set(one, model=model, processes=processes, progress=progress).scores.figures()
        falling = [figure for of, figure in lower if of == name]
        floors = raise_floors(one.floors, figures, margin=margin, lower=falling) if rise else one.floors
        held[name] = Held(figures, floors, shortfalls(floors, figures))
    if rise:
        with written_whole(path) as (stream,):
            stream.write(gate_text(path, {name: one.floors for name, one in held.items()}).encode("utf-8"))
    return held


def assess_set(
    one: GoldSet, *, model: str = DEFAULT_MODEL, processes: int = 1, progress: Progress | None = None
) -> Assessment:
    """Score the pipeline on a gold set. Raises what `assess` raises."""
    return assess(one.gold, one.corpus, speakers=one.speakers, model=model, processes=processes, progress=progress)
