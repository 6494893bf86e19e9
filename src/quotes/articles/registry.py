"""Which module reads which file: by the ending of its name, in any case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from quotes.articles import text
from quotes.model import Article, Unreadable

Reader = Callable[[Path, str, int], Iterator[Article | Unreadable]]
"""Takes a file, its POSIX path below the corpus folder, and the largest size to be read in bytes; raises nothing."""

_READERS: Final[dict[str, Reader]] = dict.fromkeys(text.ENDINGS, text.read_text)


def endings() -> tuple[str, ...]:
    """The endings of files that are read, sorted, with their dot, in lower case."""
    return tuple(sorted(_READERS))


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name; None if it is no article. The longest ending counts."""
    lower = name.lower()
    fitting = [ending for ending in _READERS if lower.endswith(ending) and len(name) > len(ending)]
    return _READERS[max(fitting, key=len)] if fitting else None
