"""Plain text, one article a file. Its paragraphs are read off the text later, by `quotes.layout`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quotes.articles.encoding import Problem, decoded
from quotes.articles.files import read_bytes, unreadable
from quotes.articles.metadata import read_sidecar
from quotes.model import Article, Unreadable

ENDINGS: Final = (".txt",)


def read_text(file: Path, path: str, max_bytes: int) -> Iterator[Article | Unreadable]:
    """Give the article in `file`, with what the file beside it says of it, or why there is none.

    A sidecar with a fault comes as an `Unreadable` of its own, after the article.
    """
    content = read_bytes(file, path, max_bytes)
    if isinstance(content, Unreadable):
        yield content
        return
    text = decoded(content)
    if isinstance(text, Problem):
        yield unreadable(path, text.value)
        return
    metadata, fault = read_sidecar(file, path)
    yield Article(path, text, metadata)
    if fault is not None:
        yield fault
