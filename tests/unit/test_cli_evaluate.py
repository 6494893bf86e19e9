"""`quotes evaluate` and `quotes gate` on gold made up here, read by a pipeline that knows curly marks alone."""

import json
import re

import pytest
import spacy
from spacy.language import Language
from typer.testing import CliRunner

from quotes import pipeline
from quotes.cli import app
from quotes.model import Quotation, Span

RUNNER = CliRunner()

LAMPS = "“The lamps were out,” said Ruben Aldous, who looks after the weir. It was dark."
TRAM = "Nobody rode the tram. “It never came,” Ida Fenwick told the Weir Post. “Nor will it,” she said."
PEOPLE = re.compile("Ruben Aldous|Ida Fenwick")


@Language.component("curly_marks")
def curly_marks(doc):
    people = [Span(*found.span()) for found in PEOPLE.finditer(doc.text)]
    doc._.quotations = tuple(
        Quotation(
            (Span(*found.span()),),
            "direct",
            source=tuple(people[:1]),
            speaker=people[0].cut(doc.text) if people else "",
            confidence=0.75,
        )
        for found in re.finditer("“[^”]*”", doc.text)
    )
    return doc


def row(text, words, source="", **more):
    """An attribution of a gold or prediction line, by the words at its places."""
    spans = {"content": words, "source": source}
    return {
        name: [[text.index(part), text.index(part) + len(part)]] if part else [] for name, part in spans.items()
    } | more


LAMPS_GOLD = row(LAMPS, "“The lamps were out,”", "Ruben Aldous", speaker="Ruben Aldous")
TRAM_GOLD = [
    row(TRAM, "“It never came,”", "Ida Fenwick", speaker="Ida Fenwick", addressee="Weir Post"),
    row(TRAM, "“Nor will it,”", "she", speaker="Ida Fenwick"),
    row(TRAM, "Nobody rode the tram", speaker=""),
]
GOLD = [
    {"doc": "post/lamps", "text": LAMPS, "attributions": [LAMPS_GOLD]},
    {"doc": "tram", "text": TRAM, "attributions": TRAM_GOLD},
]
RIGHT = [
    {"doc": "post/lamps", "quotes": [LAMPS_GOLD]},
    {"doc": "tram", "quotes": [one | {"told_to": one.get("addressee", "")} for one in TRAM_GOLD]},
]


@pytest.fixture
def invoke(monkeypatch, tmp_path):
    def load(model=""):
        nlp = spacy.blank("en")
        nlp.add_pipe("curly_marks")
        return nlp

    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    lines(tmp_path / "gold.jsonl", GOLD)

    def invoked(*arguments):
        return RUNNER.invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)

    return invoked


def lines(path, rows):
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path.name


def corpus(folder, lamps=LAMPS, tram=TRAM):
    (folder / "post").mkdir(parents=True)
    (folder / "post" / "lamps.txt").write_text(lamps, encoding="utf-8")
    (folder / "tram.txt").write_text(tram, encoding="utf-8")
    return folder


def table(shown):
    """The rows of the printed table by their names."""
    cells = (re.split(r"\s{2,}", line.strip()) for line in shown.splitlines())
    return {name: rest for name, *rest in cells}


def test_predictions_that_are_right(invoke, tmp_path):
    result = invoke("evaluate", "--gold", "gold.jsonl", lines(tmp_path / "p.jsonl", RIGHT))
    assert (result.exit_code, result.stderr) == (0, "")
    shown = table(result.stdout)
    assert "2 documents" in result.stdout
    assert shown["quoted (accuracy: recall)"] == ["1.000", "1.000", "1.000", "3", "3", "3"]
    assert shown["attribution"] == ["1.000", "1.000", "1.000", "4", "4", "4"]
    assert shown["indirect"] == ["1.000", "1", "1"]
    assert shown["source"] == ["1.000", "1.000", "1.000", "3", "3", "3"]
    assert shown["speaker (accuracy: recall)"] == ["1.000", "3", "3", "3"]
    assert shown["wrong names"] == ["0.000", "0", "3"]
    assert shown["told to"] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert "cited from" not in shown


def test_without_predictions_the_texts_of_the_gold_are_read(invoke):
    result = invoke("evaluate", "--gold", "gold.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = table(result.stdout)
    assert shown["quoted (accuracy: recall)"] == ["1.000", "1.000", "1.000", "3", "3", "3"]
    assert shown["content"] == ["1.000", "0.750", "0.857", "3", "3", "4"]
    assert shown["told to"] == ["0.000", "0.000", "0.000", "0", "0", "1"]


def test_a_corpus_is_read_first_and_gold_without_texts_takes_them_from_it(invoke, tmp_path):
    lines(tmp_path / "bare.jsonl", [{key: one[key] for key in ("doc", "attributions")} for one in GOLD])
    corpus(tmp_path / "articles")
    from_gold = invoke("evaluate", "--gold", "gold.jsonl")
    assert invoke("evaluate", "--gold", "bare.jsonl", "articles").stdout == from_gold.stdout
    assert invoke("evaluate", "--gold", "bare.jsonl", "--texts", "articles").stdout == from_gold.stdout


def test_a_brat_folder_is_gold_and_a_speakers_file_names_who_is_quoted(invoke, tmp_path):
    for folder in ("text", "attributions"):
        (tmp_path / "brat" / folder).mkdir(parents=True)
    (tmp_path / "brat" / "text" / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    standoff = "T1\tContent 0 21\t“The lamps were out,”\nT2\tSource 27 39\tRuben Aldous\nE1\tContent:T1 Source:T2\n"
    (tmp_path / "brat" / "attributions" / "lamps_a1.ann").write_text(standoff, encoding="utf-8")
    places = [{"doc": "lamps", "at": [1, 4], "speaker": speaker, "why": speaker} for speaker in ("Ruben Aldous", "Ida")]
    shown = table(
        invoke("evaluate", "--gold", "brat", "--speakers", lines(tmp_path / "s.jsonl", places)).stdout,
    )
    assert shown["attribution"] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert shown["speaker (accuracy: recall)"] == ["0.500", "1", "2", "2"]
    assert (shown["Ruben Aldous"], shown["Ida"]) == (["1.000", "1", "1"], ["0.000", "0", "1"])
    assert shown["wrong names"] == ["0.500", "1", "2"]


def test_json_has_figures_and_counts(invoke, tmp_path):
    assert invoke("evaluate", "--gold", "gold.jsonl", "--json", "made/here.json", "--quiet").stdout == ""
    written = json.loads((tmp_path / "made" / "here.json").read_text(encoding="utf-8"))
    assert written["documents"] == 2
    assert written["figures"]["content_f1"] == 0.8571
    assert written["counts"]["content"] == {"right": 3, "predicted": 3, "gold": 4}
    assert written["counts"]["speaker"]["groups"] == {"all": {"right": 3, "gold": 3}}


def test_by_folder_shows_each_folder_apart(invoke):
    shown = invoke("evaluate", "--gold", "gold.jsonl", "--by-folder").stdout
    rows = {line.split()[0]: line.split()[1] for line in shown.splitlines() if line.startswith((".", "post"))}
    assert rows == {".": "3", "post": "1"}


def test_errors_shows_the_worst_mistakes_in_context(invoke):
    result = invoke("evaluate", "--gold", "gold.jsonl", "--errors", "1", "--quiet")
    assert [line.strip() for line in result.stdout.splitlines()] == [
        "",
        "reported speech missed",
        "tram 0-20",
        "gold: —, predicted: —",
        "⟦Nobody rode the tram⟧.",
    ]
    shown = invoke("evaluate", "--gold", "gold.jsonl", "--errors", "9", "--quiet").stdout
    assert "told to\n  tram 22-38, confidence 0.75\n    gold: Weir Post, predicted: —\n" in shown
    assert "⟦“It never came,”⟧ Ida Fenwick told the Weir Post.\n" in shown


def test_errors_sends_no_control_characters_to_the_terminal(invoke, tmp_path):
    text = "“\x1b]0;gone\x07 \x9b31m\ud800 it never came,” she said."
    gold = [{"doc": "a", "text": text, "attributions": [{"content": [[1, 10]]}]}]
    shown = invoke("evaluate", "--gold", lines(tmp_path / "g.jsonl", gold), "--errors", "5").stdout
    assert "gone" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\ud800"}


def test_long_places_are_cut_in_the_middle(invoke, tmp_path):
    text = "He says that " + "word " * 300 + "ends here."
    gold = [{"doc": "a", "text": text, "attributions": [{"content": [[8, len(text) - 1]]}]}]
    shown = invoke("evaluate", "--gold", lines(tmp_path / "g.jsonl", gold), "--errors", "5", "--quiet").stdout
    assert "He says ⟦that word word" in shown
    assert "ends here⟧." in shown
    assert len(shown) < 600


@pytest.mark.parametrize(
    ("predicted", "note"),
    [
        pytest.param([*RIGHT, {"doc": "z", "quotes": []}], "note z: not in the gold, and left out\n", id="stranger"),
        pytest.param(RIGHT[:1], "note tram: without predictions; all that is said there counts as missed\n", id="lack"),
        pytest.param(
            [*RIGHT, *({"doc": name, "quotes": []} for name in "xyz")],
            "note x and 2 more: not in the gold, and left out\n",
            id="strangers",
        ),
    ],
)
def test_documents_that_only_one_side_has_are_named(invoke, tmp_path, predicted, note):
    result = invoke("evaluate", "--gold", "gold.jsonl", lines(tmp_path / "p.jsonl", predicted))
    assert (result.exit_code, result.stderr) == (0, note)


def test_articles_that_the_gold_does_not_have_are_named(invoke, tmp_path):
    (corpus(tmp_path / "articles") / "more.txt").write_text("“Well,” said Ida Fenwick.", encoding="utf-8")
    (tmp_path / "articles" / "nothing.txt").write_bytes(b"")
    result = invoke("evaluate", "--gold", "gold.jsonl", "articles")
    assert result.exit_code == 0
    assert result.stderr == "skipped nothing.txt: empty file\nnote more: not in the gold, and left out\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--gold", "nowhere"], "nowhere: cannot be read (No such file", id="no gold"),
        pytest.param(["--gold", "empty"], "empty: no gold here", id="a folder without gold"),
        pytest.param(["--gold", "gold.jsonl", "nowhere"], "nowhere: cannot be read (No such", id="no predictions"),
        pytest.param(["--gold", "gold.jsonl", "empty"], "empty: no article to read", id="an empty corpus"),
        pytest.param(["--gold", "gold.jsonl", "bad"], "bad, line 2: not in the form", id="predictions: not JSON"),
        pytest.param(["--gold", "bad"], "bad, line 2: not in the form", id="gold: not JSON"),
        pytest.param(["--gold", "gold.jsonl", "--speakers", "bad"], "bad, line 2: not in", id="speakers: not JSON"),
        pytest.param(["--gold", "gold.jsonl", "twice"], "twice, line 2: a second line for document tram", id="twice"),
        pytest.param(["--gold", "other"], "other, line 1: not in the form", id="gold beyond its text"),
        pytest.param(["--gold", "twice"], "(no 'attributions')", id="predictions for gold"),
        pytest.param(
            ["--gold", "bare"], "tram.txt: no such file, and the gold has no text of tram", id="gold without text"
        ),
        pytest.param(["--gold", "gold.jsonl", "beyond"], "offsets beyond the text of tram", id="offsets beyond"),
        pytest.param(
            ["--gold", "gold.jsonl", "strangers"], "nothing on any document of the gold (post/l", id="no name"
        ),
        pytest.param(["--gold", "gold.jsonl", "edited"], "its text of tram is not the gold's", id="another text"),
        pytest.param(["--gold", "gold.jsonl", "--json", "empty"], "empty: cannot be written", id="json is a folder"),
    ],
)
def test_what_cannot_be_used_gives_one_line_and_exit_code_2(invoke, tmp_path, arguments, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").write_text("\n{", encoding="utf-8")
    corpus(tmp_path / "edited", tram=TRAM.replace("rode", "saw"))
    quotes = {"doc": "tram", "quotes": []}
    lines(tmp_path / "twice", [quotes, quotes])
    lines(tmp_path / "beyond", [quotes | {"quotes": [{"content": [[0, 900]]}]}])
    lines(tmp_path / "other", [GOLD[0] | {"attributions": [{"content": [[0, 900]]}]}])
    lines(tmp_path / "bare", [{"doc": "tram", "attributions": []}])
    lines(tmp_path / "strangers", [quotes | {"doc": "bus"}])
    result = invoke("evaluate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quotes: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_read_gives_exit_code_1(invoke, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "tram.txt").write_bytes(b"")
    result = invoke("evaluate", "--gold", "gold.jsonl", "articles")
    assert result.exit_code == 1
    assert "none of its articles could be read" in result.stderr


@pytest.fixture
def floors(tmp_path):
    def written(**figures):
        sets = {
            "ours": {"gold": "gold.jsonl", "floors": figures},
            "elsewhere": {"gold": "nowhere.jsonl", "floors": {"content_f1": 0.5}},
        }
        (tmp_path / "floors.json").write_text(json.dumps(sets), encoding="utf-8")
        return lambda: json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))["ours"]["floors"]

    return written


def test_gate_holds(invoke, floors):
    now = floors(content_f1=0.85, wrong_names=0.0)
    result = invoke("gate", "floors.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"ours +content_f1 +0\.857 +0\.850", result.stdout)
    assert "elsewhere" not in result.stdout
    assert now() == {"content_f1": 0.85, "wrong_names": 0.0}


def test_gate_names_what_falls_short(invoke, floors):
    floors(content_f1=0.9, told_to_f1=0.0)
    result = invoke("gate", "floors.json", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quotes: ours: content_f1: 0.8571, at least 0.9000 wanted\n"


@pytest.mark.parametrize(
    ("before", "options", "after", "exit_code"),
    [
        pytest.param({"content_f1": 0.5}, [], {"content_f1": 0.8371}, 0, id="rises"),
        pytest.param({"content_f1": 0.5}, ["--margin", "0"], {"content_f1": 0.8571}, 0, id="without margin"),
        pytest.param({"content_f1": 0.9}, [], {"content_f1": 0.9}, 1, id="stays, and is missed"),
        pytest.param({"content_f1": 0.9}, ["--lower", "ours:content_f1"], {"content_f1": 0.8371}, 0, id="may fall"),
    ],
)
def test_gate_raises_floors(invoke, floors, before, options, after, exit_code):
    now = floors(**before)
    assert invoke("gate", "floors.json", "--set", "ours", "--raise", *options).exit_code == exit_code
    assert now() == after


def test_gate_gives_a_set_without_floors_its_first(invoke, floors):
    now = floors()
    assert invoke("gate", "floors.json", "--raise").exit_code == 0
    assert {"quoted_accuracy", "content_f1", "speaker_accuracy", "wrong_names"} <= now().keys()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nowhere.json"], "nowhere.json: cannot be read", id="no floors file"),
        pytest.param(["floors.json", "--set", "theirs"], "set 'theirs' is not understood", id="no such set"),
        pytest.param(["floors.json", "--set", "elsewhere"], "nowhere.jsonl: cannot be read", id="gold is not here"),
        pytest.param(["floors.json", "--lower", "ours:content_f1"], "together with --raise", id="lower alone"),
        pytest.param(["floors.json", "--raise", "--lower", "content_f1"], "SET:FIGURE", id="lower without a set"),
        pytest.param(["floors.json", "--raise", "--lower", "ours:f1"], "lower 'f1' is not understood", id="no figure"),
        pytest.param(["floors.json", "--raise", "--lower", "a:b"], "lower 'a' is not understood", id="of no such set"),
    ],
)
def test_gate_refuses_in_one_line_with_exit_code_2_and_changes_nothing(invoke, floors, arguments, message):
    now = floors(content_f1=0.1)
    result = invoke("gate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert now() == {"content_f1": 0.1}


def test_gate_without_any_gold_is_refused(invoke, floors, tmp_path):
    floors(content_f1=0.1)
    (tmp_path / "gold.jsonl").unlink()
    result = invoke("gate", "floors.json")
    assert result.exit_code == 2
    assert "the gold of none of its sets is on this machine" in result.stderr
