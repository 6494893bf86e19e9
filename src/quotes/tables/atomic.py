"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from quotes.errors import OutputError


@contextmanager
def written_whole(*targets: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Open a binary stream for each target; the targets change together, and only when the block ends without an error.

    What is written goes to a hidden file beside each target. At the end all are flushed to the disk, then renamed one
    after the other. When the block raises, or the process dies, the targets are as they were. Folders are made as
    needed. Raises `OutputError` W01 when a file cannot be made, completed or renamed.
    """
    # Through links, so that a linked target stays a link.
    final = [Path(os.path.realpath(target)) for target in targets]
    partial = [target.with_name(f".{target.name}.{os.getpid()}.part") for target in final]
    opened: list[BinaryIO] = []
    try:
        with ExitStack() as streams:
            for path, target in zip(partial, final, strict=True):
                opened.append(streams.enter_context(_opened(path, target)))
            yield tuple(opened)
            for stream, target in zip(opened, final, strict=True):
                with _reported(target):
                    stream.flush()
                    os.fsync(stream.fileno())
        for path, target in zip(partial, final, strict=True):
            with _reported(target):
                path.replace(target)
    finally:
        for path in partial[: len(opened)]:
            path.unlink(missing_ok=True)


def _opened(path: Path, target: Path) -> BinaryIO:
    with _reported(target):
        if target.is_dir():
            raise IsADirectoryError("it is a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


@contextmanager
def _reported(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError("W01", path=target, why=error.strerror or str(error)) from error
