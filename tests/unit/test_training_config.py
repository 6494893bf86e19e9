"""A config says what is wrong with it in one line that names the key."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli import app
from quotes.errors import GoldError, ModelError, OptionError
from quotes.training import extra
from quotes.training.config import Source, read_config
from quotes.training.data import read_examples
from quotes.training.encoder import encoder_folder, open_tokenizer

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

GOOD = '[[train]]\npath = "gold.jsonl"\n[[dev]]\npath = "gold.jsonl"\n'


@pytest.fixture
def write(tmp_path):
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "articles").mkdir()

    def written(text):
        path = tmp_path / "run.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_config_in_full(write, tmp_path):
    config = read_config(
        write(
            'encoder = "articles"\nstart_from = "gold.jsonl"\nepochs = 3\nlearning_rate = 1\nthreads = 1\n'
            '[[train]]\npath = "gold.jsonl"\nrepeat = 2\ntexts = "articles"\n[[dev]]\npath = "gold.jsonl"\n'
            '[notes]\nwhy = "a test"\n'
        )
    )
    assert config.train == (Source(tmp_path / "gold.jsonl", 2, tmp_path / "articles"),)
    assert config.dev == (Source(tmp_path / "gold.jsonl"),)
    assert (config.epochs, config.learning_rate, config.threads) == (3, 1.0, 1)
    assert (config.encoder, config.start_from) == (str(tmp_path / "articles"), tmp_path / "gold.jsonl")
    assert config.notes == {"why": "a test"}


def test_gold_for_the_rankers_alone(write, tmp_path):
    assert read_config(write(GOOD)).fit == ()
    config = read_config(write(GOOD + '[[fit]]\npath = "gold.jsonl"\ntexts = "articles"\n'))
    assert config.fit == (Source(tmp_path / "gold.jsonl", texts=tmp_path / "articles"),)


def test_gold_for_the_rankers_of_speakers_alone(write, tmp_path):
    assert read_config(write(GOOD)).speakers == ()
    config = read_config(write(GOOD + '[[speakers]]\npath = "gold.jsonl"\n'))
    assert config.speakers == (Source(tmp_path / "gold.jsonl"),)


def test_names_decided_by_reading(write, tmp_path):
    plain, told = read_config(write(GOOD)), read_config(write('names = "gold.jsonl"\nsilver = false\n' + GOOD))
    assert (plain.names, plain.silver) == (None, True)
    assert (told.names, told.silver) == (tmp_path / "gold.jsonl", False)


def test_an_encoder_that_is_no_folder_is_a_package(write):
    assert read_config(write('encoder = "some_package"\n' + GOOD)).encoder == "some_package"


BAD = [
    ("unknown key", "epoch = 3\n" + GOOD, "O02", "'epoch'"),
    ("unknown key of a source", GOOD + "weight = 3\n", "O02", "'dev[1].weight'"),
    ("no dev", '[[train]]\npath = "gold.jsonl"\n', "O03", "'dev'"),
    ("source without path", GOOD + "[[dev]]\nrepeat = 2\n", "O03", "'dev[2].path'"),
    ("syntax", "epochs = \n" + GOOD, "O05", "line 1"),
    ("a word for a number", 'epochs = "six"\n' + GOOD, "O06", "a whole number"),
    ("a fraction for a whole number", "epochs = 1.5\n" + GOOD, "O06", "a whole number"),
    ("truth for a number", "epochs = true\n" + GOOD, "O06", "a whole number"),
    ("a number for truth", "augment = 1\n" + GOOD, "O06", "true or false"),
    ("nothing to do", "epochs = 0\n" + GOOD, "O06", "1 to 1000"),
    ("no number", "learning_rate = nan\n" + GOOD, "O06", "a number, 1e-09 to 1"),
    ("window beyond the encoder", "window = 511\n" + GOOD, "O06", "160 to 510"),
    ("repeat", GOOD.replace("[[dev]]", "repeat = 0\n[[dev]]"), "O06", "'train[1].repeat'"),
    ("a table for tables", '[train]\npath = "gold.jsonl"\n[[dev]]\npath = "gold.jsonl"\n', "O06", "an array of tables"),
    ("no table at all", 'train = []\n[[dev]]\npath = "gold.jsonl"\n', "O06", "an array of tables"),
    ("a path that is none", GOOD + "[[dev]]\npath = 3\n", "O06", "'dev[2].path'"),
    ("notes", GOOD + "[notes]\nwhy = 3\n", "O06", "a table of strings"),
    ("gold that is not there", GOOD + '[[dev]]\npath = "other.jsonl"\n', "O07", "'dev[2].path'"),
    ("texts that are not there", GOOD + 'texts = "other"\n', "O07", "'dev[1].texts'"),
    ("weights that are not there", 'start_from = "weights.pt"\n' + GOOD, "O07", "weights.pt"),
]


@pytest.mark.parametrize(("text", "code", "named"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_config_names_the_key(write, text, code, named):
    with pytest.raises(OptionError) as caught:
        read_config(write(text))
    assert caught.value.code == code
    assert named in str(caught.value)
    assert "run.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"], ids=["not there", "not UTF-8"])
def test_a_config_that_cannot_be_read(tmp_path, content):
    path = tmp_path / "run.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OptionError) as caught:
        read_config(path)
    assert caught.value.code == "O04"


def test_the_command_says_it_in_one_line(write, monkeypatch):
    result = CliRunner().invoke(app, ["train", str(write("epoch = 3\n" + GOOD))])
    assert result.exit_code == 2
    assert result.stderr.startswith("quotes: ")
    assert "'epoch'" in result.stderr
    assert result.stderr.count("\n") == 1
    monkeypatch.setattr(extra, "NEEDED", ("json", "torch_that_nobody_has"))
    result = CliRunner().invoke(app, ["train", str(write(GOOD))])
    assert result.exit_code == 2
    assert "torch_that_nobody_has" in result.stderr
    assert "pip install 'quotes[train]'" in result.stderr
    assert result.stderr.count("\n") == 1


def test_gold_without_a_document_is_an_error(write, tmp_path):
    with pytest.raises(GoldError, match=r"gold\.jsonl"):
        read_examples(Source(tmp_path / "gold.jsonl"), every_annotator=True)


@pytest.mark.parametrize("name", ["package_that_nobody_has", "../no/folder", "no folder"])
def test_an_encoder_that_is_not_there(name):
    with pytest.raises(ModelError) as caught:
        encoder_folder(name)
    assert caught.value.code == "M07"


def test_a_folder_that_is_no_encoder(tmp_path):
    with pytest.raises(ModelError, match=r"config\.json, tokenizer\.json"):
        encoder_folder(str(tmp_path))


def test_a_tokenizer_with_other_numbers(tmp_path):
    from tokenizers import Tokenizer, models

    Tokenizer(models.WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}, unk_token="[UNK]")).save(
        str(tmp_path / "tokenizer.json")
    )
    with pytest.raises(ModelError, match="BERT uncased"):
        open_tokenizer(tmp_path)


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="the shipped model's gold is not on this machine")
def test_the_config_of_the_shipped_model_is_read():
    config = read_config(ROOT / "models" / "en_quotes" / "train.toml")
    assert len(config.train) >= 3
    assert len(config.dev) >= 2
    assert not config.start_from
