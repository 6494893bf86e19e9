import os
from pathlib import Path

import pytest

from quotes.articles import endings, list_articles, read_corpus
from quotes.articles.files import size
from quotes.errors import CorpusError
from quotes.model import Article, Unreadable


@pytest.fixture
def corpus(tmp_path):
    """A function that makes a corpus folder of the given files, path: content."""

    def make(**files):
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make


def paths(folder):
    return [item.path for item in read_corpus(folder)]


def reasons(folder):
    return {item.path: item.reason for item in read_corpus(folder) if isinstance(item, Unreadable)}


def test_articles_come_sorted_by_path_from_any_depth(corpus):
    folder = corpus(**{"b.txt": "B", "a/z.txt": "Z", "a/deep/er/y.TXT": "Y", "a.txt": "A", "é.txt": "E"})
    assert paths(folder) == sorted(["a.txt", "a/deep/er/y.TXT", "a/z.txt", "b.txt", "é.txt"])
    assert [path for _, path in list_articles(folder)] == paths(folder)


def test_other_and_hidden_files_are_skipped(corpus):
    folder = corpus(**{"a.txt": "A", "a.md": "A", ".b.txt": "B", ".git/c.txt": "C", "a.meta.json": "{}", ".txt": "D"})
    assert paths(folder) == ["a.txt"]


def test_one_file_is_a_corpus(corpus):
    folder = corpus(**{"wet/rain.txt": "It rained.", "wet/rain.meta.json": '{"publication": "The Post"}'})
    (article,) = read_corpus(folder / "wet" / "rain.txt")
    assert (article.path, article.text, article.metadata.publication) == ("rain.txt", "It rained.", "The Post")
    assert article.doc == "rain"


def test_a_path_may_be_relative(corpus, monkeypatch):
    monkeypatch.chdir(corpus(**{"a.txt": "A"}))
    assert paths(Path()) == ["a.txt"]
    assert paths(Path("a.txt")) == ["a.txt"]


def test_reading_is_lazy(corpus):
    folder = corpus(**{"a.txt": "A", "b.txt": "B"})
    items = read_corpus(folder)
    next(items)
    (folder / "b.txt").unlink()
    assert isinstance(next(items), Unreadable)


def test_bad_files_are_reported_with_the_reason_and_good_ones_read(corpus):
    folder = corpus(**{"empty.txt": "", "good.txt": "It rained.", "null.txt": b"a\0b", "large.txt": "x" * 2_000})
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    items = {item.path: item for item in read_corpus(folder, max_bytes=1_000)}
    assert {path for path, item in items.items() if isinstance(item, Article)} == {"good.txt"}
    assert items["empty.txt"].reason == "empty file"
    assert items["null.txt"].reason.startswith("binary file")
    assert items["large.txt"].reason.startswith("larger than the limit of 1 kB (this file: 2 kB)")
    assert items["gone.txt"].reason == "cannot be opened: no such file or directory"
    assert items["loop.txt"].reason.startswith("cannot be opened")
    assert items["pipe.txt"].reason == "cannot be opened: not a regular file"


def test_the_limit_itself_is_allowed(corpus):
    (item,) = read_corpus(corpus(**{"a.txt": "x" * 1_000}), max_bytes=1_000)
    assert isinstance(item, Article)


def test_a_file_that_may_not_be_read_is_reported(corpus, monkeypatch):
    folder = corpus(**{"a.txt": "A", "b.txt": "B"})
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(folder) == {"a.txt": "cannot be opened: permission denied"}


def refuse_folder(monkeypatch, name):
    """Folders of this name cannot be listed. (Tests may run as root, who may list all.)"""
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)


def test_a_folder_that_may_not_be_listed_is_reported_in_its_place(corpus, monkeypatch):
    folder = corpus(**{"a.txt": "A", "b/b.txt": "B", "c.txt": "C"})
    refuse_folder(monkeypatch, "b")
    assert paths(folder) == ["a.txt", "b", "c.txt"]
    assert reasons(folder) == {"b": "cannot be opened: permission denied"}


def test_a_folder_named_like_an_article_is_a_folder(corpus):
    assert paths(corpus(**{"x.txt/y.txt": "Y"})) == ["x.txt/y.txt"]


def test_linked_folders_are_entered_once_and_loops_end(corpus):
    folder = corpus(**{"a/one.txt": "1", "z/two.txt": "2"})
    (folder / "a" / "up").symlink_to(folder)
    (folder / "b").symlink_to(folder / "z")
    assert paths(folder) == ["a/one.txt", "z/two.txt"]


def test_a_linked_folder_outside_the_corpus_is_read(corpus):
    folder = corpus(**{"in/one.txt": "1", "out/two.txt": "2"})
    (folder / "in" / "link").symlink_to(folder / "out")
    assert paths(folder / "in") == ["link/two.txt", "one.txt"]


@pytest.mark.parametrize(
    "name", [b"caf\xe9.txt", b"new\nline.txt", b"a;b=c 'd'.txt", "雨.txt".encode(), b"\xff\xfe.txt"]
)
def test_names_of_any_bytes_are_read_and_can_be_written(tmp_path, name):
    (tmp_path / os.fsdecode(name)).write_text("It rained.")
    (item,) = read_corpus(tmp_path)
    assert isinstance(item, Article)
    item.path.encode()


def test_errors_of_the_corpus_are_raised_at_the_call(corpus, monkeypatch):
    folder = corpus(**{"notes/a.md": "A", "shut/b.txt": "B"})

    def code(path):
        with pytest.raises(CorpusError) as raised:
            read_corpus(path)
        with pytest.raises(CorpusError, match=str(raised.value).replace("\\", ".").replace("(", ".").replace(")", ".")):
            list_articles(path)
        return raised.value.code

    assert code(folder / "nowhere") == "C01"
    assert code(folder / "notes" / "a.md" / "b") == "C01"
    assert code(folder / "notes") == "C02"
    assert code(folder / "notes" / "a.md") == "C06"
    assert code(Path("a\0b")) == "C01"
    refuse_folder(monkeypatch, "shut")
    assert code(folder / "shut") == "C05"
    assert code(folder) == "C05"


def test_endings():
    assert ".txt" in endings()
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings())


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (12_410, "12.4 kB"),
        (5_000_000, "5 MB"),
        (7_312_000, "7.3 MB"),
    ],
)
def test_size(count, text):
    assert size(count) == text
