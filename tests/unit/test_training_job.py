"""A model from gold, with a BERT that knows nothing: the whole job, broken off and taken up again."""

# ruff: noqa: E402  (below the guards: without the extra the rest cannot be imported)

import json
import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

needed = "needs the extra: pip install 'quotes[train]'"
torch = pytest.importorskip("torch", reason=needed)
pytest.importorskip("transformers", reason=needed)
pytest.importorskip("onnx", reason=needed)

from training_stand import write_config, write_gold
from typer.testing import CliRunner

from quotes.cli import app
from quotes.errors import GoldError, ModelError, OptionError, OutputError
from quotes.pipeline.attribution.network.decoder import Calibration
from quotes.pipeline.attribution.network.weights import load_network
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.training.checkpoints import CHECKPOINT, WEIGHTS, load_weights
from quotes.training.config import read_config
from quotes.training.encoder import encoder_folder
from quotes.training.export import export
from quotes.training.job import FILES, calibrate_folder, run_training, short_names
from quotes.training.loop import rate_at, train
from quotes.training.network import AttributionNetwork, inputs_of
from quotes.training.restore import weights_of
from quotes.training.samples import pieces_of_text


class BrokenOffError(Exception):
    pass


def nothing(what, done, total):
    pass


def breaking_off_in(epoch):
    def progress(what, done, total):
        if what.startswith(f"epoch {epoch} "):
            raise BrokenOffError

    return progress


@pytest.fixture(scope="module")
def stand(tmp_path_factory):
    """A folder with a config, its gold and its encoder."""
    folder = tmp_path_factory.mktemp("stand")
    write_config(folder, epochs=3)
    return folder


@pytest.fixture(scope="module")
def config(stand):
    return read_config(stand / "tiny.toml")


@pytest.fixture(scope="module")
def made(stand, config):
    """A model, made without a break, and what its run left."""
    run_training(config, stand / "model", stand / "run", nothing)
    return stand


def weights(folder):
    return torch.load(folder / WEIGHTS, weights_only=True)


@pytest.mark.parametrize("epoch", [1, 2, 3])
def test_a_run_that_was_broken_off_gives_the_same_weights(made, config, tmp_path, epoch):
    with pytest.raises(BrokenOffError):
        train(config, tmp_path, breaking_off_in(epoch))
    assert (tmp_path / CHECKPOINT).exists() == (epoch > 1)
    torch.rand(7)  # whatever went on in between
    seen = []
    train(config, tmp_path, lambda what, done, total: seen.append(what))
    assert next(what.partition(",")[0] for what in seen if what.startswith("epoch")) == f"epoch {epoch} of 3"
    whole, again = weights(made / "run"), weights(tmp_path)
    assert whole.keys() == again.keys()
    assert all(torch.equal(whole[name], again[name]) for name in whole)


def test_another_seed_gives_other_weights(made, config, tmp_path):
    train(replace(config, seed=2), tmp_path, nothing)
    whole, other = weights(made / "run"), weights(tmp_path)
    assert not torch.equal(whole["cue.weight"], other["cue.weight"])
    assert torch.equal(
        whole["encoder.embeddings.word_embeddings.weight"], other["encoder.embeddings.word_embeddings.weight"]
    )  # frozen


CHANGES = [
    ("epochs", lambda config, folder: replace(config, epochs=4)),
    ("repeat", lambda config, folder: replace(config, train=(replace(config.train[0], repeat=2),))),
    ("gold", lambda config, folder: replace(config, train=(replace(config.train[0], path=folder / "other.jsonl"),))),
]


@pytest.mark.parametrize("change", [row[1] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_checkpoint_of_another_run_is_refused(config, tmp_path, change):
    with pytest.raises(BrokenOffError):
        train(config, tmp_path, breaking_off_in(2))
    write_gold(tmp_path / "other.jsonl", documents=2)
    with pytest.raises(OptionError) as caught:
        train(change(config, tmp_path), tmp_path, nothing)
    assert caught.value.code == "O08"
    assert CHECKPOINT in str(caught.value)


def test_threads_and_notes_are_no_other_run(config, tmp_path):
    with pytest.raises(BrokenOffError):
        train(config, tmp_path, breaking_off_in(3))
    train(replace(config, notes={"why": "a test"}, dev=()), tmp_path, nothing)
    assert (tmp_path / WEIGHTS).exists()


def test_the_model_folder_is_whole_and_the_checkpoint_gone(made):
    assert sorted(path.name for path in (made / "model").iterdir()) == sorted(FILES)
    assert [path.name for path in (made / "run").iterdir()] == [WEIGHTS]
    meta = json.loads((made / "model" / "meta.json").read_text("utf-8"))
    assert meta["training"]["epochs"] == 3
    assert meta["training"]["data"] == [{"path": f"{made.name}/train.jsonl", "repeat": 1}]
    assert set(meta["figures"]) == {f"{made.name}/dev.jsonl"}
    assert load_network(made / "model").meta == meta


def test_a_model_card_in_the_folder_stays(config, tmp_path):
    out = tmp_path / "model"
    out.mkdir()
    (out / "README.md").write_text("card", encoding="utf-8")
    run_training(replace(config, epochs=1), out, tmp_path / "run", nothing)
    assert (out / "README.md").read_text("utf-8") == "card"


def test_the_model_changes_only_at_the_end(config, tmp_path):
    def progress(what, done, total):
        if what == "calibration":
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        run_training(replace(config, epochs=1), tmp_path / "model", tmp_path / "run", progress)
    assert list((tmp_path / "model").iterdir()) == []
    seen = []
    run_training(replace(config, epochs=1), tmp_path / "model", tmp_path / "run", lambda what, *_: seen.append(what))
    assert not any(what.startswith("epoch") for what in seen)


def test_the_exported_encoder_says_what_the_network_says(made, config):
    """But for what eight bits lose."""
    network = AttributionNetwork.pretrained(encoder_folder(config.encoder))
    load_weights(network, made / "run" / WEIGHTS)
    network.eval()
    opened = load_network(made / "model")
    text = "“The ferry is safe,” Ruben Aldous said.\nNobody was hurt."
    pieces = pieces_of_text(text, opened.tokenizer)
    [window] = windows_of(pieces)
    with torch.no_grad():
        states = network.encode(*inputs_of([(pieces, window)]))[:, 1:-1]
        expected = [head[0].numpy() for head in network.heads(states)]
    for want, got in zip(expected, opened.run(pieces, window), strict=True):
        assert want.shape == got.shape
        assert np.abs(want - got).max() < 0.1 * max(1.0, np.abs(want).max())


def test_export_leaves_the_root_logger_alone(config, tmp_path):
    before = list(logging.root.handlers)
    network = AttributionNetwork.pretrained(encoder_folder(config.encoder))
    export(network, encoder_folder(config.encoder), tmp_path)
    assert logging.root.handlers == before


def test_calibrating_anew_gives_the_same(made, config, tmp_path):
    for name in FILES:
        (tmp_path / name).write_bytes((made / "model" / name).read_bytes())
    before = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    changed = before | {"calibration": before["calibration"] | {"bias": 3.0, "least": 0.5}, "figures": {}}
    (tmp_path / "meta.json").write_text(json.dumps(changed), encoding="utf-8")
    calibrated = calibrate_folder(config, tmp_path, nothing)
    assert isinstance(calibrated.calibration, Calibration)
    assert json.loads((tmp_path / "meta.json").read_text("utf-8")) == before


def test_weights_to_start_from(made, config, tmp_path):
    first = train(replace(config, epochs=1, start_from=made / "run" / WEIGHTS), tmp_path / "a", nothing)
    fresh = train(replace(config, epochs=1), tmp_path / "b", nothing)
    end = weights(made / "run")["cue.weight"]
    assert (first.cue.weight - end).abs().sum() < (fresh.cue.weight - end).abs().sum()


def test_a_model_folder_is_weights_to_start_from(made, config):
    """But for what eight bits lose: every weight is there, and close to what it was."""
    network = AttributionNetwork.pretrained(encoder_folder(config.encoder))
    load_weights(network, made / "model")
    end = weights(made / "run")
    assert weights_of(made / "model").keys() == end.keys() - {"encoder.embeddings.word_embeddings.weight"}
    for name, value in network.state_dict().items():
        assert (value - end[name]).abs().max() <= 0.02 * end[name].abs().max() + 1e-6, name


def test_a_folder_without_a_model_is_no_weights(config, tmp_path):
    with pytest.raises(ModelError) as caught:
        load_weights(AttributionNetwork.pretrained(encoder_folder(config.encoder)), tmp_path)
    assert caught.value.code == "M09"


def test_weights_without_a_head_leave_it_fresh(made, config, tmp_path):
    given = {name: value for name, value in weights(made / "run").items() if not name.startswith("entity.")}
    torch.save(given, tmp_path / "old.pt")
    network = AttributionNetwork.pretrained(encoder_folder(config.encoder))
    before = network.entity.weight.detach().clone()
    load_weights(network, tmp_path / "old.pt")
    assert torch.equal(network.entity.weight, before)
    assert torch.equal(network.cue.weight, given["cue.weight"])


STRANGE = [
    ("no file of torch", lambda path, given: path.write_bytes(b"not weights"), "torch did not write it"),
    ("something else", lambda path, given: torch.save([1, 2], path), "something else"),
    ("another network", lambda path, given: torch.save({**given, "other.weight": torch.ones(2)}, path), "other.weight"),
    ("another width", lambda path, given: torch.save({**given, "cue.weight": torch.ones(2, 2)}, path), "cue.weight"),
    ("heads alone", lambda path, given: torch.save({"cue.weight": given["cue.weight"]}, path), "encoder."),
]


@pytest.mark.parametrize(("write", "why"), [row[1:] for row in STRANGE], ids=[row[0] for row in STRANGE])
def test_weights_that_do_not_fit_are_refused(made, config, tmp_path, write, why):
    path = tmp_path / "strange.pt"
    write(path, weights(made / "run"))
    with pytest.raises(ModelError, match=why) as caught:
        load_weights(AttributionNetwork.pretrained(encoder_folder(config.encoder)), path)
    assert caught.value.code == "M06"
    assert "\n" not in str(caught.value)


def test_what_cannot_be_used_is_said_before_the_training(config, tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"doc": 1}\n', encoding="utf-8")
    bad_dev = replace(config, dev=(replace(config.dev[0], path=tmp_path / "bad.jsonl"),))
    with pytest.raises(GoldError):
        run_training(bad_dev, tmp_path / "out", tmp_path / "run", pytest.fail)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        run_training(config, tmp_path / "file", tmp_path / "run", pytest.fail)


@pytest.mark.parametrize(
    ("step", "expected"), [(0, 1 / 6), (5, 0.95), (50, 0.5), (99, 0.02)], ids=["first", "top", "half", "last"]
)
def test_the_learning_rate_rises_and_falls(step, expected):
    assert rate_at(step, 100) == pytest.approx(expected)


NAMES = [
    ("two parts", ["/a/b/c", "/a/b/d"], ["b/c", "b/d"]),
    ("as many as tell apart", ["/x/1/b/c", "/x/2/b/c"], ["1/b/c", "2/b/c"]),
    ("the same twice", ["/a/b/c", "/a/b/c"], ["b/c", "b/c"]),
    ("short", ["c"], ["c"]),
]


@pytest.mark.parametrize(("paths", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_short_names(paths, expected):
    assert short_names([Path(path) for path in paths]) == expected


def test_the_command_makes_a_model_and_shows_the_figures(stand, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    given = ["train", str(stand / "tiny.toml"), "--out", "made", "--threads", "1"]
    result = CliRunner().invoke(app, given, catch_exceptions=False)
    assert result.exit_code == 0
    assert "attribution f1" in result.stdout
    assert "dev.jsonl" in result.stdout
    assert "Model: made" in result.stdout
    assert "epoch 3 of 3" in result.stderr
    assert (tmp_path / "runs" / "tiny" / WEIGHTS).is_file()
    result = CliRunner().invoke(app, [*given, "--calibrate-only", "--quiet"], catch_exceptions=False)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_command_with_no_model_to_calibrate(stand, tmp_path):
    given = ["train", str(stand / "tiny.toml"), "--out", str(tmp_path), "--calibrate-only"]
    result = CliRunner().invoke(app, given, catch_exceptions=False)
    assert result.exit_code == 2
    assert "no model here" in result.stderr
    assert result.stderr.count("\n") == 1
