"""Names decided by reading: JSON lines of a text's digest and the places of its names.

    {"doc": "bbc/business_001", "sha256": "…", "names": [[34, 46, "PERSON"], …]}

Offsets are characters of the text, whose UTF-8 bytes have the digest; the text itself stays where it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from quotes.errors import GoldError
from quotes.model import Span
from quotes.pipeline.entities import ENTITY_LABELS
from quotes.training.data import Example

Names = tuple[tuple[Span, str], ...]


def digest_of_text(text: str) -> str:
    """The digest by which a text is known."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_names(path: Path) -> dict[str, Names]:
    """The names of each text, by its digest, in text order.

    Raises GoldError for a file that cannot be opened (G03), a line in another form (G01) or a text that stands there
    twice (G02).
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("G03", path=path, why=error) from error
    found: dict[str, Names] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            digest, names = row["sha256"], tuple(_name(*one) for one in row["names"])
        except (ValueError, TypeError, KeyError) as error:
            raise GoldError("G01", path=path, line=number, why=error) from error
        if digest in found:
            raise GoldError("G02", path=path, line=number, doc=row.get("doc", digest))
        found[digest] = names
    return found


def _name(start: int, end: int, label: str) -> tuple[Span, str]:
    if label not in ENTITY_LABELS or not 0 <= start < end:
        raise ValueError(f"[{start}, {end}, {label!r}] is no name")
    return Span(start, end), label


def with_read_names(examples: Iterable[Example], names: Mapping[str, Names]) -> list[Example]:
    """The examples, with the names decided by reading in place of others where there are any."""
    return [replace(one, entities=names.get(digest_of_text(one.text), one.entities)) for one in examples]
