"""Which publication an article is of, by its path: `corpus.toml` in the corpus folder.

    [publications]
    "moviemag/*" = "MovieMag"
    "*/herald-*.txt" = "Harbour Herald"

Patterns are those of a shell, case and all, on the path below the corpus folder; `*` crosses slashes. The first that
fits counts. What a sidecar says counts more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Final

from quotes.articles.files import read_bytes, unreadable
from quotes.model import Unreadable

NAME: Final = "corpus.toml"
_TABLE: Final = "publications"
_MAX_BYTES: Final = 1_000_000

Publications = Mapping[str, str]
"""Patterns of paths, and publications, in the order of the file."""


def read_publications(folder: Path) -> tuple[Publications, Unreadable | None]:
    """The patterns of a corpus folder; none where it has no `corpus.toml`.

    A file that cannot be used costs its patterns, never an article: it is returned as an `Unreadable`.
    """
    file = folder / NAME
    if not file.is_file():
        return {}, None
    content = read_bytes(file, NAME, _MAX_BYTES)
    if isinstance(content, Unreadable):
        return {}, unreadable(NAME, "A12", why=content.reason)
    try:
        table = tomllib.loads(content.decode("utf-8-sig")).get(_TABLE)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, unreadable(NAME, "A12", why=" ".join(str(error).split()) or "not TOML")
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        return {}, unreadable(NAME, "A12", why=f'it needs a table [{_TABLE}] of "pattern" = "publication"')
    return {pattern: " ".join(name.split()) for pattern, name in table.items()}, None


@lru_cache(maxsize=64)
def known_publications(folder: Path) -> Publications:
    """The patterns of a folder, read once; a fault is told by `read_publications`."""
    return read_publications(folder)[0]


def publication_of(path: str, publications: Publications) -> str:
    """The publication of the article at a path below the corpus folder; empty where no pattern fits."""
    return next((name for pattern, name in publications.items() if fnmatchcase(path, pattern)), "")
