"""Floors: when a figure falls short, and that they only rise."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import GoldError, OptionError
from quotes.evaluation import Shortfall, raise_floors, read_gate, shortfalls
from quotes.evaluation.gate import CEILINGS, gate_text

FIGURES = st.dictionaries(st.sampled_from(["content_f1", "speaker_accuracy", "wrong_names"]), st.floats(0, 1))


@pytest.mark.parametrize(
    ("floors", "figures", "expected"),
    [
        pytest.param({"content_f1": 0.8}, {"content_f1": 0.8}, [], id="on the floor"),
        pytest.param({"content_f1": 0.8}, {"content_f1": 0.79}, [("content_f1", 0.8, 0.79)], id="below the floor"),
        pytest.param({"wrong_names": 0.1}, {"wrong_names": 0.05}, [], id="below a ceiling"),
        pytest.param({"wrong_names": 0.1}, {"wrong_names": 0.2}, [("wrong_names", 0.1, 0.2)], id="above a ceiling"),
        pytest.param({"told_to_f1": 0.1}, {}, [("told_to_f1", 0.1, None)], id="not measured"),
        pytest.param({}, {"content_f1": 0.1}, [], id="a figure without floor"),
    ],
)
def test_shortfalls(floors, figures, expected):
    assert shortfalls(floors, figures) == [Shortfall(*row) for row in expected]


@pytest.mark.parametrize(
    ("shortfall", "expected"),
    [
        (Shortfall("content_f1", 0.8, 0.75), "content_f1: 0.7500, at least 0.8000 wanted"),
        (Shortfall("wrong_names", 0.1, 0.2), "wrong_names: 0.2000, at most 0.1000 wanted"),
        (Shortfall("told_to_f1", 0.1, None), "told_to_f1: not measured, at least 0.1000 wanted"),
    ],
)
def test_a_shortfall_says_what_is_wanted(shortfall, expected):
    assert str(shortfall) == expected


@pytest.mark.parametrize(
    ("floors", "figures", "lower", "expected"),
    [
        pytest.param({"content_f1": 0.7}, {"content_f1": 0.8}, (), {"content_f1": 0.75}, id="rises to the margin"),
        pytest.param({"content_f1": 0.78}, {"content_f1": 0.8}, (), {"content_f1": 0.78}, id="within the margin"),
        pytest.param({"content_f1": 0.7}, {"content_f1": 0.5}, (), {"content_f1": 0.7}, id="does not fall"),
        pytest.param({"content_f1": 0.7}, {"content_f1": 0.5}, ["content_f1"], {"content_f1": 0.45}, id="told to fall"),
        pytest.param({"wrong_names": 0.3}, {"wrong_names": 0.1}, (), {"wrong_names": 0.15}, id="a ceiling sinks"),
        pytest.param({"wrong_names": 0.1}, {"wrong_names": 0.3}, (), {"wrong_names": 0.1}, id="and does not rise"),
        pytest.param({"wrong_names": 0.1}, {"wrong_names": 0.3}, ["wrong_names"], {"wrong_names": 0.35}, id="told to"),
        pytest.param({"cue_f1": 0.1}, {}, (), {"cue_f1": 0.1}, id="not measured"),
        pytest.param(
            {"cue_f1": 0.1}, {"cue_f1": 0.1, "content_f1": 1.0}, (), {"cue_f1": 0.1}, id="no floor, none made"
        ),
        pytest.param(
            {}, {"cue_f1": 0.02, "wrong_names": 1.0}, (), {"cue_f1": 0.0, "wrong_names": 1.0}, id="first ones"
        ),
    ],
)
def test_raise_floors(floors, figures, lower, expected):
    assert raise_floors(floors, figures, margin=0.05, lower=lower) == expected


def test_raise_floors_refuses_a_name_without_floor():
    with pytest.raises(OptionError, match="lower 'contents' is not understood"):
        raise_floors({"content_f1": 0.5}, {"content_f1": 0.6}, lower=["contents"])


@given(FIGURES, FIGURES, st.floats(0, 1))
def test_floors_never_fall_unasked(floors, figures, margin):
    raised = raise_floors(floors, figures, margin=margin)
    for figure, floor in floors.items():
        assert raised[figure] <= floor if figure in CEILINGS else raised[figure] >= floor
    assert raise_floors(raised, figures, margin=margin) == raised


@pytest.fixture
def path(tmp_path):
    return tmp_path / "floors.json"


def test_read_gate_takes_paths_from_beside_the_file(path):
    path.write_text('{"a": {"gold": "g.jsonl", "speakers": "../s.jsonl", "floors": {"content_f1": 0.5}}}')
    found = read_gate(path)["a"]
    assert (found.gold, found.speakers, found.corpus) == (path.parent / "g.jsonl", path.parent / "../s.jsonl", None)
    assert found.floors == {"content_f1": 0.5}
    assert not found.is_here


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        pytest.param("{", GoldError, "cannot be read", id="no JSON"),
        pytest.param("[]", GoldError, "not in the form", id="a list"),
        pytest.param('{"a": 1}', GoldError, "not in the form", id="a number for a set"),
        pytest.param('{"a": {"gold": "g", "floors": [1]}}', GoldError, "not in the form", id="a list of floors"),
        pytest.param('{"a": {"gold": "g"}}', OptionError, "'a.floors' is missing", id="no floors"),
        pytest.param('{"a": {"floors": {}}}', OptionError, "'a.gold' is missing", id="no gold"),
        pytest.param('{"a": {"gold": "g", "floor": {}}}', OptionError, "'a.floor' means nothing", id="misspelt"),
        pytest.param('{"a": {"gold": 1, "floors": {}}}', OptionError, "a.gold 1 is not understood", id="gold no path"),
        pytest.param(
            '{"a": {"gold": "g", "floors": {"cue_f1": 90}}}', OptionError, "a.floors.cue_f1 90", id="per cent"
        ),
    ],
)
def test_read_gate_refuses(path, content, error, message):
    path.write_text(content)
    with pytest.raises(error, match=message):
        read_gate(path)


def test_read_gate_refuses_a_file_that_is_not_there(path):
    with pytest.raises(GoldError, match="No such file"):
        read_gate(path)


def test_gate_text_changes_floors_alone(path):
    sets = {"b": {"gold": "é.jsonl", "floors": {"cue_f1": 0.1}}, "a": {"gold": "a", "floors": {}}}
    path.write_text(json.dumps(sets), encoding="utf-8")
    text = gate_text(path, {"b": {"cue_f1": 0.2}})
    assert json.loads(text) == {"b": {"gold": "é.jsonl", "floors": {"cue_f1": 0.2}}, "a": sets["a"]}
    assert list(json.loads(text)) == ["b", "a"]
    assert text.endswith("}\n")
