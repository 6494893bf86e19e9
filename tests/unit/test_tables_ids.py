"""The ledger of ids in the output folder: it comes back as it was, and a broken one stops the run."""

import json

import pytest

from quotes.engines import job
from quotes.errors import OutputError
from quotes.model import KnownPlace, KnownQuote
from quotes.tables import read_ids
from quotes.tables.ids import IDS_FILE, ids_text

KNOWN = (
    KnownQuote("q-1", (KnownPlace("o-1", "w1", "gazette/pier.txt", 4, 90), KnownPlace("o-2", "w2", "b.txt", 0, 7))),
    KnownQuote("q-2", (), forward="q-1"),
    KnownQuote("q-3", (KnownPlace("o-3", "w1", "bad\udc80name “é”.txt", 12, 13),)),
)


def written(folder, text):
    (folder / IDS_FILE).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("known", [(), KNOWN[:1], KNOWN], ids=["none", "one", "three"])
def test_ledger_comes_back_as_it_was(tmp_path, known):
    assert read_ids(written(tmp_path, ids_text(known))) == known


def test_ledger_is_one_line_an_id_in_ascii():
    text = ids_text(KNOWN)
    assert text.isascii()
    assert [json.loads(line)["quote_id"] for line in text.splitlines()] == ["q-1", "q-2", "q-3"]


def test_ledger_holds_no_words():
    assert set(json.loads(ids_text(KNOWN).splitlines()[0])) == {"quote_id", "forward", "places"}


def test_no_folder_and_no_file_are_no_ids(tmp_path):
    assert read_ids(tmp_path) == ()
    assert read_ids(tmp_path / "nowhere") == ()
    (tmp_path / "file").touch()
    assert read_ids(tmp_path / "file") == ()


def test_empty_lines_do_not_matter(tmp_path):
    assert read_ids(written(tmp_path, "\n" + ids_text(KNOWN).replace("\n", "\n\n"))) == KNOWN


GOOD = ids_text(KNOWN[:1])


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="cut off"),
        pytest.param("[]", id="a list"),
        pytest.param("3", id="a number"),
        pytest.param("null", id="null"),
        pytest.param("{}", id="keys missing"),
        pytest.param('{"quote_id": "", "forward": "", "places": []}', id="an empty id"),
        pytest.param('{"quote_id": 3, "forward": "", "places": []}', id="an id that is a number"),
        pytest.param('{"quote_id": "q-9", "forward": null, "places": []}', id="forward is null"),
        pytest.param('{"quote_id": "q-9", "forward": "", "places": {}}', id="places are no list"),
        pytest.param('{"quote_id": "q-9", "forward": "", "places": [["o-9", "w", "a.txt", 1]]}', id="an end missing"),
        pytest.param(
            '{"quote_id": "q-9", "forward": "", "places": [["o-9", "w", "a.txt", "1", 2]]}', id="start a text"
        ),
        pytest.param('{"quote_id": "q-9", "forward": "", "places": [[9, "w", "a.txt", 1, 2]]}', id="place a number"),
        pytest.param('{"quote_id": "q-9", "forward": "", "places": [7]}', id="a place is no list"),
        pytest.param('{"quote_id": "q-1", "forward": "", "places": []}', id="an id twice"),
        pytest.param("[" * 100_000, id="brackets without end"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path, line):
    with pytest.raises(OutputError) as caught:
        read_ids(written(tmp_path, f"{GOOD}\n{line}\n"))
    assert caught.value.code == "W02"
    assert f"{IDS_FILE}, line 3: not a ledger of ids" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / IDS_FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OutputError, match=IDS_FILE):
        read_ids(tmp_path)
    (tmp_path / IDS_FILE).unlink()
    (tmp_path / IDS_FILE).mkdir()
    with pytest.raises(OutputError, match=IDS_FILE):
        read_ids(tmp_path)


def test_a_broken_ledger_stops_the_run_and_nothing_is_overwritten(tmp_path, load_pipeline_once):
    article = tmp_path / "pier.txt"
    article.write_text("“The pier is safe,” said Anna Berg.", encoding="utf-8")
    out = tmp_path / "out"
    job.run(article, out)
    with (out / IDS_FILE).open("ab") as stream:
        stream.write(b'{"quote_id": "q-cut-off", "forw')
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    article.write_text("“The pier is not safe,” said Anna Berg.", encoding="utf-8")
    with pytest.raises(OutputError, match="line 2"):
        job.run(article, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_ids_survive_in_the_folder(tmp_path, load_pipeline_once):
    article = tmp_path / "pier.txt"
    article.write_text("“The pier is safe for the boats,” said Anna Berg.", encoding="utf-8")
    first = job.run(article, tmp_path / "out")
    (before,) = read_ids(tmp_path / "out")
    article.write_text("“And the pier is safe for the boats,” said Anna Berg.", encoding="utf-8")
    job.run(article, tmp_path / "out")
    assert [one.quote_id for one in read_ids(tmp_path / "out")] == [before.quote_id]
    assert tmp_path / "out" / IDS_FILE in first.files
