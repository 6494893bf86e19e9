"""Our further annotation is whole: no texts in it, every span sensible, every text the one that was read."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.evaluation import read_gold
from quotes.training.names import digest_of_text, read_names

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "models" / "annotations"
TEXTS = ROOT.parent / "shared" / "data" / "bulk"
POLNEAR = ROOT.parent / "shared" / "data" / "polnear" / "train" / "text"
GENRES = ROOT.parent / "shared" / "data" / "genres"
SETS = {
    path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in FOLDER.glob("*.jsonl")
}

sets = pytest.mark.parametrize("rows", SETS.values(), ids=SETS)
needs_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles are not on this machine")


@sets
def test_rows_hold_offsets_and_no_text(rows):
    for row in rows:
        assert set(row) == {"doc", "sha256", "attributions"}
        for one in row["attributions"]:
            spans = [span for role in ("content", "source", "cue") for span in one[role]]
            assert set(one) == {"id", "content", "source", "cue", "kind", "speaker", "addressee", "citation"}
            assert one["content"]
            assert all(one[role] == sorted(one[role]) for role in ("content", "source", "cue"))
            assert all(0 <= start < end for start, end in spans)
            ordered = sorted(spans)
            assert all(before[1] <= after[0] for before, after in pairwise(ordered))


def test_no_article_stands_twice():
    names = [row["doc"] for rows in SETS.values() for row in rows]
    assert len(SETS) == 10
    assert len(names) == len(set(names))
    for part in ("train", "dev"):
        if (GENRES / f"{part}.jsonl").is_file():
            lines = (GENRES / f"{part}.jsonl").read_text("utf-8").splitlines()
            assert not {json.loads(line)["doc"] for line in lines} & set(names)


@needs_texts
@sets
def test_the_texts_are_those_that_were_read(rows):
    for row in rows:
        assert hashlib.sha256((TEXTS / f"{row['doc']}.txt").read_bytes()).hexdigest() == row["sha256"], row["doc"]


@needs_texts
@pytest.mark.parametrize("name", SETS)
def test_spans_begin_and_end_at_words(name):
    for document in read_gold(FOLDER / f"{name}.jsonl", texts=TEXTS):
        text = document.text
        for one in document.attributions:
            for span in (*one.content, *one.source, *one.cue):
                words = span.cut(text)
                assert words == words.strip(), (document.name, words)
                assert "\n" not in words, (document.name, words)
                # Pages that were saved without line ends run words together: "BandsThe", "Biersack25 Holiday".
                for at in (span.start, span.end):
                    around = text[at - 1 : at + 1] if at else ""
                    assert len(around) < 2 or not around.isalnum() or not around[1].islower(), (document.name, words)


NAMES = {path.stem: path for path in (FOLDER / "names").glob("*.jsonl")}


def test_no_article_has_its_names_twice():
    rows = [json.loads(line) for path in NAMES.values() for line in path.read_text("utf-8").splitlines()]
    assert set(NAMES) == {"train", "dev"}
    assert len({row["sha256"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {"doc", "sha256", "names"}
        assert all(before[1] <= after[0] for before, after in pairwise(row["names"]))


@needs_texts
@pytest.mark.parametrize("name", NAMES)
def test_names_lie_in_the_texts_that_were_read(name):
    read = read_names(NAMES[name])
    for line in NAMES[name].read_text("utf-8").splitlines():
        doc = json.loads(line)["doc"]
        folder, _, rest = doc.partition("/")
        path = POLNEAR / f"{rest}.txt" if folder == "polnear" else TEXTS / f"{doc}.txt"
        text = path.read_bytes().decode("utf-8")
        for span, _label in read[digest_of_text(text)]:
            words = span.cut(text)
            assert words == words.strip(), (doc, words)
            assert "\n" not in words, (doc, words)


SPEAKERS = {path.stem: path for path in (FOLDER / "speakers").glob("*.jsonl")}


def test_who_speaks_was_read_in_articles_of_no_other_set():
    asked = {
        name: [json.loads(line) for line in path.read_text("utf-8").splitlines()] for name, path in SPEAKERS.items()
    }
    assert set(asked) == {"bulk", "polnear"}
    names = [row["doc"] for rows in asked.values() for row in rows]
    assert len(names) == len(set(names))
    assert not {row["doc"] for row in asked["bulk"]} & {row["doc"] for rows in SETS.values() for row in rows}
    for row in (row for rows in asked.values() for row in rows):
        assert set(row) == {"doc", "sha256", "attributions"}
        for one in row["attributions"]:
            assert set(one) == {"id", "content", "source", "cue", "kind", "speaker"}
            assert all(0 <= start < end for role in ("content", "source", "cue") for start, end in one[role])


@needs_texts
@pytest.mark.parametrize("name", SPEAKERS)
def test_speakers_are_named_in_the_texts_that_were_read(name):
    folder = POLNEAR if name == "polnear" else TEXTS
    for line in SPEAKERS[name].read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = (folder / f"{row['doc']}.txt").read_bytes()
        assert hashlib.sha256(raw).hexdigest() == row["sha256"], row["doc"]
        words = raw.decode("utf-8").casefold()
        for one in row["attributions"]:
            parts = one["speaker"].casefold().replace(",", " ").split()
            assert all(part in words for part in parts), (row["doc"], one["speaker"])
