"""Files as bytes, or the reason why not."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from quotes.errors import ArticleError
from quotes.model import Unreadable

DEFAULT_MAX_BYTES: Final = 5_000_000
"""Files larger than this are reported, not read, unless the caller gives another limit."""


def read_bytes(file: Path, path: str, max_bytes: int = DEFAULT_MAX_BYTES) -> bytes | Unreadable:
    """The content of `file`, or an `Unreadable` for `path` if it cannot be opened or is larger than `max_bytes`.

    Nothing but regular files is opened: reading a pipe or a device might never end.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return unreadable(path, "A04", why="not a regular file")
        if status.st_size > max_bytes:
            return unreadable(path, "A03", limit=size(max_bytes), size=size(status.st_size))
        with file.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except OSError as error:
        return unreadable(path, "A04", why=why(error))
    if len(content) > max_bytes:  # it has grown since, or its size was not the truth (files of /proc have none)
        return unreadable(path, "A03", limit=size(max_bytes), size=f"more than {size(max_bytes)}")
    return content


def unreadable(path: str, code: str, **values: object) -> Unreadable:
    """An `Unreadable` with the text of `code` in `quotes.errors`."""
    return Unreadable(path, str(ArticleError(code, **values)))


def why(error: OSError) -> str:
    """What the operating system says, as part of a sentence: "permission denied"."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def size(count: int) -> str:
    """Bytes as a person writes them: "980 bytes", "12.4 kB", "5 MB"."""
    if count < 1000:
        return f"{count} bytes"
    amount, unit = (count / 1000, "kB") if count < 1_000_000 else (count / 1_000_000, "MB")
    return f"{amount:,.1f}".removesuffix(".0") + f" {unit}"


def printable(name: str) -> str:
    r"""A name as text that any encoding can write: bytes of a file's name that are not UTF-8 become `\xe9`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
