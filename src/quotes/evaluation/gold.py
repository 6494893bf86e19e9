"""Gold and predictions from files: brat standoff (as PolNeAR has it) and JSON lines.

JSON lines of gold: `{"doc", "text", "attributions": [{"content": [[start, end], …], "source", "cue", "kind", "speaker",
"addressee", "citation"}]}`; a document without "text" takes it from `TEXTS/DOC.txt`. Predictions are what
`quotes annotate` writes: `{"doc", "quotes": [{"content", "source", "cue", "speaker", "told_to", "cited_from"}]}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    Raises GoldError, with the line, for what cannot be read.
    """
    yield from _read_brat(path, every_annotator) if path.is_dir() else _read_jsonl(path, texts)


def read_predictions(path: Path) -> dict[str, tuple[Quotation, ...]]:
    """What `quotes annotate` wrote, by document. Raises GoldError for a bad line or a document that comes twice."""
    found: dict[str, tuple[Quotation, ...]] = {}
    for number, row in _rows(path):
        try:
            name, quotations = row["doc"], tuple(_quotation(q) for q in row["quotes"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise GoldError("G01", path=path, line=number, why=repr(error)) from error
        if name in found:
            raise GoldError("G02", path=path, line=number, doc=name)
        found[name] = quotations
    return found


def read_speakers(path: Path) -> list[SpeakerAt]:
    """A speakers file: `{"doc", "at": [start, end], "speaker", "why"}` a line."""
    found = []
    for number, row in _rows(path):
        try:
            found.append(SpeakerAt(row["doc"], Span(*row["at"]), row["speaker"], row.get("why", "all")))
        except (KeyError, TypeError) as error:
            raise GoldError("G01", path=path, line=number, why=repr(error)) from error
    return found


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("G03", path=path, why=error) from error
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise GoldError("G01", path=path, line=number, why=error) from error


def _spans(pairs: Iterable[Iterable[int]] | None) -> Spans:
    return tuple(sorted(Span(*pair) for pair in pairs or ()))


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


def _read_jsonl(path: Path, texts: Path | None) -> Iterator[GoldDocument]:
    for number, row in _rows(path):
        try:
            name = row["doc"]
            text = row.get("text")
            if text is None:
                text = ((texts or path.parent) / f"{name}.txt").read_bytes().decode("utf-8")
            regions = marked_regions(text)
            yield GoldDocument(name, text, tuple(_attribution(text, regions, a) for a in row["attributions"]))
        except (KeyError, TypeError, OSError, UnicodeDecodeError) as error:
            raise GoldError("G01", path=path, line=number, why=repr(error)) from error


def _attribution(text: str, regions: tuple[Span, ...], row: Mapping[str, Any]) -> GoldAttribution:
    content = _spans(row["content"])
    return GoldAttribution(
        content=content,
        cue=_spans(row.get("cue")),
        source=_spans(row.get("source")),
        kind=row.get("kind") or kind_of(text, content, regions),
        speaker=row.get("speaker"),
        addressee=row.get("addressee") or "",
        citation=row.get("citation") or "",
    )


def _read_brat(root: Path, every_annotator: bool) -> Iterator[GoldDocument]:
    versions: dict[str, list[Path]] = {}
    for path in sorted((root / "attributions").glob("*.ann")):
        versions.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for path in sorted((root / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        regions = marked_regions(text)
        for standoff in versions.get(path.stem, [])[: None if every_annotator else 1]:
            yield GoldDocument(path.stem, text, tuple(_brat_attributions(standoff, text, regions)))


def _brat_attributions(path: Path, text: str, regions: tuple[Span, ...]) -> Iterator[GoldAttribution]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
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
