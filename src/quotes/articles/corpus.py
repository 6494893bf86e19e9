"""The corpus folder as a stream of articles, in the order of their paths."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quotes.articles.files import DEFAULT_MAX_BYTES, printable, unreadable, why
from quotes.articles.identity import identified
from quotes.articles.publications import Publications, known_publications, publication_of, read_publications
from quotes.articles.registry import endings, reader_for
from quotes.errors import CorpusError
from quotes.model import Article, Unreadable


def read_corpus(path: Path, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Article | Unreadable]:
    """Read the articles below a folder, or the one in a file, one at a time, sorted by their paths.

    `Article.path` is the POSIX path below the folder (for a file, its name). Files and folders that begin with a dot
    are skipped. What should be an article and cannot be read comes as `Unreadable` with the reason, and so does a
    folder that cannot be listed, a sidecar with a fault, after its article, and a `corpus.toml` with one.

    Raises `CorpusError` at the call, not while reading: C01 no such path, C02 no article below the folder, C05 the
    path cannot be opened, C06 a file with an ending that is not known.
    """
    articles, unlisted = _found(Path(path))
    fault = read_publications(_root(*articles[0]))[1] if articles else None
    known_publications.cache_clear()  # a file that has changed since is read again
    return _read(articles, [*unlisted, fault] if fault else unlisted, max_bytes)


def list_articles(path: Path) -> list[tuple[Path, str]]:
    """The files that `read_corpus` reads, each with its POSIX path below the corpus folder, sorted by the latter.

    Raises `CorpusError` as `read_corpus` does.
    """
    return _found(Path(path))[0]


def read_article(file: Path, path: str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Article | Unreadable]:
    """Read one of the files that `list_articles` gives. Raises nothing."""
    reader = reader_for(file.name)
    if reader is None:
        yield unreadable(path, "A09", endings=", ".join(endings()))
        return
    publications = known_publications(_root(file, path))
    for entry in reader(file, path, max_bytes):
        yield _with_identity(entry, publications) if isinstance(entry, Article) else entry


def _with_identity(article: Article, publications: Publications) -> Article:
    """The article with its publication by path where no sidecar names one, and what it says of itself."""
    name = article.metadata.publication or publication_of(article.path, publications)
    return identified(replace(article, metadata=replace(article.metadata, publication=name)))


def _root(file: Path, path: str) -> Path:
    """The corpus folder of an article whose path below it is known."""
    return file.parents[min(path.count("/"), len(file.parents) - 1)]


def _read(
    articles: list[tuple[Path, str]], unlisted: list[Unreadable], max_bytes: int
) -> Iterator[Article | Unreadable]:
    waiting = sorted(unlisted, key=lambda found: found.path, reverse=True)
    for file, path in articles:
        while waiting and waiting[-1].path < path:
            yield waiting.pop()
        yield from read_article(file, path, max_bytes=max_bytes)
    yield from waiting[::-1]


def _found(path: Path) -> tuple[list[tuple[Path, str]], list[Unreadable]]:
    """Files to read, and folders that could not be listed, each sorted by path below the corpus folder."""
    shown = printable(str(path))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
        if is_folder:
            os.scandir(path).close()
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        if isinstance(error, OSError) and error.errno not in (errno.ENOENT, errno.ENOTDIR):
            raise CorpusError("C05", path=shown, why=why(error)) from None
        raise CorpusError("C01", path=shown) from None
    known = ", ".join(endings())
    if not is_folder:
        if reader_for(path.name) is None:
            raise CorpusError("C06", path=shown, endings=known)
        return [(path, printable(path.name))], []
    articles, unlisted = _walk(path)
    if not articles and unlisted:
        raise CorpusError("C05", path=f"{shown}/{unlisted[0].path}", why="a folder that cannot be listed")
    if not articles:
        raise CorpusError("C02", path=shown, endings=known)
    return articles, unlisted


def _walk(top: Path) -> tuple[list[tuple[Path, str]], list[Unreadable]]:
    """Every article below `top`, and the folders below it that cannot be listed.

    Linked folders are entered after all others, and no folder twice: so loops end, and an article is found at its own
    place rather than by way of a link.
    """
    articles: list[tuple[Path, str]] = []
    unlisted: list[Unreadable] = []
    entered: set[tuple[int, int]] = set()
    folders, linked = [(top, "")], list[tuple[Path, str]]()
    while folders or linked:
        if not folders:
            linked.sort(key=lambda found: found[1], reverse=True)
            folders.append(linked.pop())
        folder, prefix = folders.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            unlisted.append(unreadable(prefix.rstrip("/"), "A04", why=why(error)))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = prefix + printable(entry.name)
            if _is_folder(entry):
                (linked if entry.is_symlink() else folders).append((Path(entry.path), path + "/"))
            elif reader_for(entry.name) is not None:
                articles.append((Path(entry.path), path))
    return sorted(articles, key=lambda found: found[1]), sorted(unlisted, key=lambda folder: folder.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
