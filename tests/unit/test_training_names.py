"""Names decided by reading stand in place of those that the small spaCy reads."""

import json

import pytest

from quotes.errors import GoldError
from quotes.model import Span
from quotes.training.data import Example
from quotes.training.names import digest_of_text, read_names, with_read_names

TEXT = "Cold Brine left Weir."
ROW = {"doc": "a", "sha256": digest_of_text(TEXT), "names": [[0, 10, "ORG"], [16, 20, "GPE"]]}


@pytest.fixture
def write(tmp_path):
    def written(*lines):
        path = tmp_path / "names.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
        return path

    return written


def test_they_take_the_place_of_others(write):
    silver = ((Span(0, 4), "PERSON"),)
    examples = [Example("a", TEXT, (), silver), Example("b", "Other.", (), silver), Example("c", "None.", ())]
    read, other, none = with_read_names(examples, read_names(write(ROW, "")))
    assert read.entities == ((Span(0, 10), "ORG"), (Span(16, 20), "GPE"))
    assert other.entities == silver
    assert none.entities is None


BAD = [
    ("no JSON", ["{"], "G01"),
    ("no names", [{"sha256": "0"}], "G01"),
    ("another label", [ROW | {"names": [[0, 10, "BAND"]]}], "G01"),
    ("ends before it begins", [ROW | {"names": [[10, 0, "ORG"]]}], "G01"),
    ("a text twice", [ROW, ROW], "G02"),
]


@pytest.mark.parametrize(("lines", "code"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_line_is_named(write, lines, code):
    with pytest.raises(GoldError) as caught:
        read_names(write(*lines))
    assert caught.value.code == code
    assert f"line {len(lines)}" in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GoldError) as caught:
        read_names(tmp_path / "none.jsonl")
    assert caught.value.code == "G03"
