"""Gold and predictions from files: brat standoff (as PolNeAR has it) and JSON lines.

JSON lines of gold: `{"doc", "text", "attributions": [{"content": [[start, end], …], "source", "cue", "kind", "speaker",
"addressee", "citation"}]}`; a document without "text" takes it from `TEXTS/DOC.txt`. Predictions are what
`quotes annotate` writes: `{"doc", "quotes": [{"content", "source", "cue", "speaker", "told_to", "cited_from"}]}`.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from quotes.errors import GoldError
from quotes.evaluation.marked import kind_of, marked_regions
from quotes.model import Kind, Quotation, Span, Spans


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """An attribution decided by a reader. `speaker` is None where the gold says nothing of speakers."""

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    speaker: str | None = None
    addressee: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One article with everything that is said in it."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(frozen=True, slots=True)
class SpeakerAt:
    """Who is quoted at a place of a document; an empty name for nobody that the article names."""

    doc: str
    at: Span
    speaker: str
    group: str = "all"


def read_gold(path: Path, *, texts: Path | None = None, every_annotator: bool = False) -> Iterator[GoldDocument]:
    """Gold documents of a brat folder (`text/*.txt`, `attributions/*.ann`) or a JSON lines file.

    Of an article that several people annotated the first version is read, or each as a document of its own.
    Raises GoldError: with the line for what cannot be read (G01) or stands there twice (G02), G03 for a file that
    cannot be opened, G04 where there is no document at all, G09 where the text of one is missing.
    """
    is_empty = True
    for document in _read_brat(path, every_annotator) if path.is_dir() else _read_jsonl(path, texts, every_annotator):
        is_empty = False
        yield document
    if is_empty:
        raise GoldError("G04", path=path)


def read_predictions(path: Path) -> dict[str, tuple[Quotation, ...]]:
    """What `quotes annotate` wrote, by document. Raises GoldError for a bad line or a document that comes twice."""
    found: dict[str, tuple[Quotation, ...]] = {}
    for number, row in _rows(path):
        try:
            name, quotations = row["doc"], tuple(_quotation(q) for q in row["quotes"])
        except _MISSHAPEN as error:
            raise _misshapen(path, number, error) from error
        if name in found:
            raise GoldError("G02", path=path, line=number, doc=name)
        found[name] = quotations
    return found


def read_speakers(path: Path) -> list[SpeakerAt]:
    """A speakers file: `{"doc", "at": [start, end], "speaker", "why"}` a line. Raises GoldError for a bad line."""
    found = []
    for number, row in _rows(path):
        try:
            found.append(SpeakerAt(row["doc"], _span(row["at"]), row["speaker"], row.get("why", "all")))
        except _MISSHAPEN as error:
            raise _misshapen(path, number, error) from error
    return found


def beyond(spans: Iterable[Span], length: int) -> bool:
    """Does a span end behind a text of `length` characters?"""
    return any(span.end > length for span in spans)


_MISSHAPEN: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError)
"""What a line of another form than expected leads to."""


def _misshapen(path: Path, line: int, error: Exception) -> GoldError:
    return GoldError("G01", path=path, line=line, why=_why(error))


def _why(error: Exception) -> str:
    return f"no {error}" if isinstance(error, KeyError) else str(error)


def _read(path: Path) -> str:
    """The text as it stands, line ends untouched: offsets count them."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError("G03", path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise GoldError("G03", path=path, why=f"not UTF-8: {error.reason} at byte {error.start}") from error


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(_read(path).split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise GoldError("G01", path=path, line=number, why=error) from error


def _span(pair: Iterable[int]) -> Span:
    start, end = map(operator.index, pair)
    if not 0 <= start <= end:
        raise ValueError(f"[{start}, {end}] is no span")
    return Span(start, end)


def _spans(pairs: Iterable[Iterable[int]] | None) -> Spans:
    return tuple(sorted(_span(pair) for pair in pairs or ()))


def _quotation(row: Mapping[str, Any]) -> Quotation:
    return Quotation(
        content=_spans(row["content"]),
        kind=row.get("kind", "direct"),
        cue=_spans(row.get("cue")),
        source=_spans(row.get("source")),
        speaker=row.get("speaker") or "",
        told_to=row.get("told_to") or "",
        cited_from=row.get("cited_from") or "",
        confidence=float(row.get("confidence", 1.0)),
        evidence=row.get("evidence") or "",
    )


def _read_jsonl(path: Path, texts: Path | None, every_annotator: bool) -> Iterator[GoldDocument]:
    names: set[str] = set()
    for number, row in _rows(path):
        try:
            name, text, rows = row["doc"], row.get("text"), row["attributions"]
            if text is None:
                beside = (texts or path.parent) / f"{name}.txt"
                if not beside.is_file():
                    raise GoldError("G09", path=beside, doc=name)
                text = _read(beside)
            regions = marked_regions(text)
            attributions = tuple(_attribution(text, regions, a) for a in rows)
            document = _within(GoldDocument(name, text, attributions))
        except _MISSHAPEN as error:
            raise _misshapen(path, number, error) from error
        if name in names and not every_annotator:
            raise GoldError("G02", path=path, line=number, doc=name)
        names.add(name)
        yield document


def _attribution(text: str, regions: tuple[Span, ...], row: Mapping[str, Any]) -> GoldAttribution:
    content = _spans(row["content"])
    if not content:
        raise ValueError("an attribution without content")
    return GoldAttribution(
        content=content,
        cue=_spans(row.get("cue")),
        source=_spans(row.get("source")),
        kind=row.get("kind") or kind_of(text, content, regions),
        speaker=row.get("speaker"),
        addressee=row.get("addressee") or "",
        citation=row.get("citation") or "",
    )


def _within(document: GoldDocument) -> GoldDocument:
    """The document itself; raises ValueError where an offset lies outside its text."""
    for a in document.attributions:
        if beyond((*a.content, *a.cue, *a.source), len(document.text)):
            raise ValueError(f"{document.name}: offsets beyond its {len(document.text)} characters")
    return document


def _read_brat(root: Path, every_annotator: bool) -> Iterator[GoldDocument]:
    versions: dict[str, list[Path]] = {}
    for path in sorted((root / "attributions").glob("*.ann")):
        versions.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for path in sorted((root / "text").glob("*.txt")):
        standoffs = versions.get(path.stem, [])[: None if every_annotator else 1]
        text = _read(path) if standoffs else ""
        regions = marked_regions(text)
        for standoff in standoffs:
            try:
                attributions = tuple(_brat_attributions(standoff, text, regions))
                document = _within(GoldDocument(path.stem, text, attributions))
            except _MISSHAPEN as error:
                raise GoldError("G03", path=standoff, why=_why(error)) from error
            yield document


def _brat_attributions(path: Path, text: str, regions: tuple[Span, ...]) -> Iterator[GoldAttribution]:
    rows = [line.rstrip("\r").split("\t") for line in _read(path).split("\n")]
    spans = {
        row[0]: [tuple(map(int, part.split())) for part in row[1].partition(" ")[2].split(";")]
        for row in rows
        if re.fullmatch(r"T\d+", row[0])
    }
    for row in rows:
        if not re.fullmatch(r"E\d+", row[0]):
            continue
        parts: dict[str, list[tuple[int, ...]]] = {"content": [], "cue": [], "source": []}
        for item in row[1].split():
            role, _, reference = item.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in parts and reference in spans:
                parts[role].extend(spans[reference])
        if parts["content"]:
            content = _spans(parts["content"])
            kind = kind_of(text, content, regions)
            yield GoldAttribution(content, _spans(parts["cue"]), _spans(parts["source"]), kind)
