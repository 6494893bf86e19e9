"""The commands on temporary folders, as somebody types them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import quotes
from quotes.cli import app

ROOT = Path(__file__).parents[2]


def commands(group, *before):
    """Every command by the words that call it, those of groups included."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, *before, name)
        else:
            yield " ".join((*before, name)), command


COMMANDS = dict(commands(get_command(app)))
RUNNER = CliRunner()

ARTICLE = """Ferry ‘safe to sail’, says harbour board

“The ferry is safe, and it will sail on Monday morning,” Odile Marchetti told the Brackwater Gazette. “Nobody should
stay at home because of a rumour,” she said.

According to Marchetti, the rudder was replaced in May.
""".replace("\nstay", " stay")
LATER = "Odile Marchetti said on Friday: “The ferry is safe, and it will sail on Monday morning.”\n"


@pytest.fixture
def corpus(tmp_path):
    """Two articles that share a quotation, and a file that is none."""
    folder = tmp_path / "corpus"
    (folder / "gazette").mkdir(parents=True)
    (folder / "gazette" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "gazette" / "ferry.meta.json").write_text('{"publication": "Brackwater Gazette"}', encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    (folder / "nothing.txt").write_bytes(b"")
    return folder


@pytest.fixture
def invoke(load_pipeline_once, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def invoked(*arguments):
        return RUNNER.invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)

    return invoked


def table(path):
    return quotes.read_table(path).to_dict("records")


def test_run_writes_its_files(invoke, corpus, tmp_path):
    result = invoke("run", corpus, "--out", tmp_path / "made" / "here")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "made" / "here").iterdir()) == [
        "occurrences.csv",
        "people.csv",
        "quote_ids.jsonl",
        "quotes.csv",
        "run.json",
    ]


def test_run_follows_a_people_file_and_gives_it_back(invoke, corpus, tmp_path):
    people = tmp_path / "mine.csv"
    people.write_text("name;id\nOdile Marchetti-Vance;Q1\n", encoding="cp1252")
    invoke("run", corpus)
    listed = (tmp_path / "out" / "people.csv").read_text(encoding="utf-8-sig")
    assert "Odile Marchetti" in listed
    people.write_text("name;aliases;id\nOdile Marchetti-Vance;Odile Marchetti;Q1\n", encoding="cp1252")
    assert invoke("run", corpus, "--people", people).exit_code == 0
    rows = table(tmp_path / "out" / "quotes.csv")
    assert {row["speaker_id"] for row in rows if row["speaker"] == "Odile Marchetti-Vance"} == {"Q1"}
    assert not [row for row in rows if row["speaker"] == "Odile Marchetti"]


def test_run_with_a_faulty_people_file_is_one_line_and_overwrites_nothing(invoke, corpus, tmp_path):
    invoke("run", corpus)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    people = tmp_path / "mine.csv"
    people.write_text("name,id\nAnn Lee,Q1,x\n", encoding="utf-8")
    result = invoke("run", corpus, "--people", people)
    assert result.exit_code == 2
    assert "mine.csv, line 2: " in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_run_folds_a_quotation_of_two_articles(invoke, corpus, tmp_path):
    invoke("run", corpus)
    [row] = [row for row in table(tmp_path / "out" / "quotes.csv") if "sail on Monday" in row["quote"]]
    assert (row["speaker"], row["articles"], row["told_to"]) == ("Odile Marchetti", 2, "Brackwater Gazette")
    assert "Brackwater Gazette" in row["sources"]


def test_run_writes_into_out_by_default(invoke, corpus, tmp_path):
    assert invoke("run", corpus).exit_code == 0
    assert (tmp_path / "out" / "quotes.csv").is_file()


def test_run_summary_names_what_matters(invoke, corpus):
    shown = invoke("run", corpus).stdout
    for expected in ("Articles", "1 × empty file", "direct", "left out", "Odile Marchetti (", "run.json"):
        assert expected in shown


def test_run_reports_and_skips_what_it_cannot_read(invoke, corpus, tmp_path):
    (corpus / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    result = invoke("run", corpus)
    assert result.exit_code == 0
    assert "skipped nothing.txt: empty file" in result.stderr
    assert "skipped binary.txt: binary file" in result.stderr
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["articles"]["read"] == 2
    assert [one["article"] for one in record["articles"]["reasons"]] == ["binary.txt", "nothing.txt"]


def test_run_skips_files_over_the_limit(invoke, corpus):
    (corpus / "large.txt").write_text("A word. " * 150_000, encoding="utf-8")
    assert "skipped large.txt: larger than the limit of 1 MB" in invoke("run", corpus, "--max-size", "1").stderr


def test_run_reads_a_single_article(invoke, corpus, tmp_path):
    assert invoke("run", corpus / "later.txt").exit_code == 0
    assert [row["article"] for row in table(tmp_path / "out" / "quotes.csv")] == ["later.txt"]


def test_run_makes_the_same_files_again(invoke, corpus, tmp_path):
    invoke("run", corpus, "--out", "one")
    invoke("run", corpus, "--out", "two")
    for name in ("quotes.csv", "occurrences.csv", "quote_ids.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        pytest.param("direct", {"direct"}, id="one"),
        pytest.param(" Direct , indirect", {"direct", "indirect"}, id="spaces and capitals"),
        pytest.param("direct,mixed,indirect", {"direct", "mixed", "indirect"}, id="all"),
    ],
)
def test_run_keeps_to_the_kinds(invoke, corpus, tmp_path, kinds, expected):
    assert invoke("run", corpus, "--kinds", kinds).exit_code == 0
    found = {row["kind"] for row in table(tmp_path / "out" / "quotes.csv")}
    assert "direct" in found
    assert found <= expected
    assert ("indirect" in found) == ("indirect" in expected)


def test_run_raw_is_plain(invoke, corpus, tmp_path):
    invoke("run", corpus, "--raw")
    content = (tmp_path / "out" / "quotes.csv").read_bytes()
    assert content.startswith(b"quote_id,")
    assert b"\r" not in content


def test_run_quiet_prints_only_what_was_skipped(invoke, corpus):
    result = invoke("run", corpus, "--quiet")
    assert result.stdout == ""
    assert result.stderr == "skipped nothing.txt: empty file\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["run", "nowhere"], "nowhere: no such file or folder", id="missing corpus"),
        pytest.param(
            ["annotate", "nowhere", "-o", "x.jsonl"], "nowhere: no such file", id="missing corpus to annotate"
        ),
        pytest.param(["show", "nowhere.txt"], "nowhere.txt: no such file", id="missing article"),
        pytest.param(["run", "corpus", "--kinds", "loud"], "kinds 'loud' is not understood", id="unknown kind"),
        pytest.param(["run", "corpus", "--kinds", ","], "kinds '' is not understood", id="no kind"),
        pytest.param(["run", "corpus", "--model", "xx_none"], "'xx_none' is not installed", id="unknown model"),
        pytest.param(["run", "corpus", "--out", "corpus/later.txt"], "cannot be written", id="out is a file"),
        pytest.param(["run", "hollow"], "hollow: no article to read", id="empty folder"),
        pytest.param(["show", "corpus"], "corpus: a folder. Name one article", id="show a folder"),
    ],
)
def test_what_cannot_be_used_gives_one_line_and_exit_code_2(invoke, corpus, tmp_path, arguments, message):
    (tmp_path / "hollow").mkdir()
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    last = result.stderr.removeprefix("skipped nothing.txt: empty file\n")
    assert last.startswith("quotes: ")
    assert message in last
    assert last.count("\n") == 1


@pytest.mark.parametrize("arguments", [["run", "bad"], ["annotate", "bad", "-o", "out/x.jsonl"], ["show", "bad/a.txt"]])
def test_nothing_read_gives_exit_code_1_and_writes_nothing(invoke, tmp_path, arguments):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.txt").write_bytes(b"")
    result = invoke(*arguments)
    assert result.exit_code == 1
    assert "empty file" in result.stderr
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize(
    "arguments", [["run"], ["walk"], ["run", "corpus", "--processes", "0"], ["annotate", "corpus"]]
)
def test_wrong_usage_gives_exit_code_2(invoke, corpus, arguments):
    assert invoke(*arguments).exit_code == 2


def test_annotate_writes_a_line_an_article(invoke, corpus, tmp_path):
    result = invoke("annotate", corpus, "-o", "made/here.jsonl")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in (tmp_path / "made" / "here.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["doc"] for line in lines] == ["gazette/ferry", "later"]
    [first] = [
        one for one in lines[0]["quotes"] if one["kind"] == "direct" and "Monday" in cut(ARTICLE, one["content"])
    ]
    assert cut(ARTICLE, first["source"]) == "Odile Marchetti"
    assert cut(ARTICLE, first["cue"]) == "told"


def cut(text, spans):
    return " ".join(text[start:end] for start, end in spans)


def test_show_prints_the_whole_article_and_a_legend(invoke, corpus):
    result = invoke("show", corpus / "gazette" / "ferry.txt")
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    for words in (
        "Ferry ‘safe to sail’",
        "the rudder was replaced in May",
        "Odile Marchetti",
        "cited from",
        "evidence",
    ):
        assert words in shown
    assert "[1]" in shown


def test_show_sends_no_control_characters_to_the_terminal(invoke, corpus):
    path = corpus / "escape.txt"
    path.write_text(ARTICLE.replace("the rudder", "\x1b]0;gone\x07 \x9b31m the rudder"), encoding="utf-8")
    shown = invoke("show", path).stdout
    assert not set(shown) & {"\x1b", "\x07", "\x9b"}
    assert "gone" in shown


def test_show_of_an_article_without_quotations(invoke, corpus):
    (corpus / "plain.txt").write_text("It rained. The river rose.", encoding="utf-8")
    assert "No quotation found." in invoke("show", corpus / "plain.txt").stdout


def test_version(invoke):
    assert invoke("--version").stdout == f"quotes {quotes.__version__}\n"


def test_help_imports_neither_spacy_nor_pandas():
    script = (
        "import sys; sys.argv = ['quotes', '--help']\n"
        "from quotes.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "print(sorted({'spacy', 'pandas', 'numpy', 'thinc'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    assert "annotate" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_and_the_command_is_in_the_readme(name):
    command = COMMANDS[name]
    assert command.help
    assert all(getattr(parameter, "help", None) for parameter in command.params)
    assert f"quotes {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_bench_speed_says_both_speeds_and_their_ratio(invoke, corpus):
    result = invoke("bench", "speed", corpus)
    assert result.exit_code == 0
    assert re.search(r"quotes [\d,]+ words/s, bare spaCy [\d,]+ words/s, ratio \d+\.\d\d", result.stdout)


def test_min_confidence_leaves_rows_out(invoke, corpus, tmp_path):
    for least, is_empty in ((0.0, False), (1.0, True)):
        assert invoke("run", corpus, "--out", tmp_path / "out", "--min-confidence", least).exit_code == 0
        assert quotes.read_table(tmp_path / "out" / "quotes.csv").empty is is_empty


def test_min_confidence_outside_of_0_to_1_is_wrong_usage(invoke, corpus):
    assert invoke("run", corpus, "--min-confidence", 1.5).exit_code == 2
