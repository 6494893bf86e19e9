"""Attention heads that are silenced: the least missed, taken over by the others, and gone from the graph."""

# ruff: noqa: E402  (below the guards: without the extra the rest cannot be imported)

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest

needed = "needs the extra: pip install 'quotes[train]'"
torch = pytest.importorskip("torch", reason=needed)
pytest.importorskip("transformers", reason=needed)
onnx = pytest.importorskip("onnx", reason=needed)

from training_stand import write_config
from typer.testing import CliRunner

from quotes.cli import app
from quotes.pipeline.attribution.network.weights import load_network
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.pipeline.people.antecedents.scorer import read_scorer
from quotes.training.antecedents import save_scorer
from quotes.training.checkpoints import WEIGHTS, load_weights
from quotes.training.config import read_config
from quotes.training.encoder import encoder_folder, open_tokenizer
from quotes.training.export import export
from quotes.training.job import prune_folder, run_training
from quotes.training.network import AttributionNetwork, inputs_of
from quotes.training.pruning import silence, windows_to_prune_by
from quotes.training.restore import weights_of
from quotes.training.samples import pieces_of_text

TEXT = "“The ferry is safe,” Ruben Aldous said.\nNobody was hurt."


def nothing(what, done, total):
    pass


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stand")
    return read_config(write_config(folder, epochs=1))


@pytest.fixture(scope="module")
def made(config, tmp_path_factory):
    """A model with all its heads, and what its run left."""
    folder = tmp_path_factory.mktemp("made")
    run_training(config, folder / "model", folder / "run", nothing)
    return folder


@pytest.fixture
def model(made, tmp_path):
    return shutil.copytree(made / "model", tmp_path / "model")


@pytest.fixture
def network(config, made):
    network = AttributionNetwork.pretrained(encoder_folder(config.encoder)).eval()
    load_weights(network, made / "run" / WEIGHTS)
    return network


@pytest.fixture(scope="module")
def windows(config):
    return windows_to_prune_by(config.train, open_tokenizer(encoder_folder(config.encoder)), seed=1)


def dense(network, layer):
    return network.encoder.encoder.layer[layer].attention.output.dense


def columns(network, head):
    size = network.encoder.config.hidden_size // network.encoder.config.num_attention_heads
    return slice(head * size, (head + 1) * size)


def scores(network, windows):
    with torch.no_grad():
        return [torch.cat(network.heads(network.encode(*window)), -1) for window in windows]


def heads_of(folder):
    nodes = [node for node in onnx.load(str(folder / "encoder.onnx")).graph.node if node.op_type == "QAttention"]
    return [one.i for node in nodes for one in node.attribute if one.name == "num_heads"]


def test_the_head_that_does_least_is_silenced(network, windows):
    with torch.no_grad():
        dense(network, 1).weight[:, columns(network, 0)] *= 1e-3
    assert silence(network, windows, 1) == [(1, 0)]
    assert not dense(network, 1).weight[:, columns(network, 0)].any()
    assert dense(network, 1).weight[:, columns(network, 1)].any()


def test_every_layer_keeps_a_head(network, windows):
    silenced = silence(network, windows, 99)
    assert sorted(layer for layer, _ in silenced) == [0, 1]  # two layers of two heads


def test_none_is_silenced_where_none_is_asked_for(network, windows):
    before = scores(network, windows[:2])
    assert silence(network, windows, 0) == []
    assert all(torch.equal(a, b) for a, b in zip(before, scores(network, windows[:2]), strict=True))


def test_a_head_that_says_what_another_says_is_taken_over(network, windows):
    one, other = columns(network, 0), columns(network, 1)
    attention = network.encoder.encoder.layer[0].attention.self
    with torch.no_grad():
        for part in (attention.query, attention.key, attention.value):
            part.weight[other] = part.weight[one]
            part.bias[other] = part.bias[one]
        dense(network, 1).weight *= 30  # the heads of the other layer are missed more
    before = scores(network, windows)
    [(layer, _)] = silence(network, windows, 1)
    assert layer == 0
    for a, b in zip(before, scores(network, windows), strict=True):
        assert (a - b).abs().max() < 0.01 * a.abs().max()


def test_the_graph_has_no_silent_heads_and_says_the_same(network, windows, config, model):
    silence(network, windows, 1)
    export(network, encoder_folder(config.encoder), model)
    assert sorted(heads_of(model)) == [1, 2]
    opened = load_network(model)
    pieces = pieces_of_text(TEXT, opened.tokenizer)
    [window] = windows_of(pieces)
    with torch.no_grad():
        expected = network.heads(network.encode(*inputs_of([(pieces, window)]))[:, 1:-1])
    for want, got in zip(expected, opened.run(pieces, window), strict=True):
        assert np.abs(want[0].numpy() - got).max() < 0.1 * max(1.0, float(want.abs().max()))


def test_a_graph_without_some_heads_can_be_gone_on_from(network, windows, config, tmp_path):
    silence(network, windows, 1)
    export(network, encoder_folder(config.encoder), tmp_path)
    again = AttributionNetwork.pretrained(encoder_folder(config.encoder)).eval()
    load_weights(again, tmp_path)
    for a, b in zip(scores(network, windows[:4]), scores(again, windows[:4]), strict=True):
        assert (a - b).abs().max() < 0.05 * a.abs().max()
    assert len(silence(again, windows, 1)) == 1  # the silent one is the one that is missed least
    assert (
        sum(not dense(again, layer).weight[:, columns(again, head)].any() for layer in (0, 1) for head in (0, 1)) == 1
    )


def test_the_whole_job_silences_as_many_as_the_config_says(config, tmp_path):
    run_training(replace(config, silent_heads=2), tmp_path / "model", tmp_path / "run", nothing)
    assert heads_of(tmp_path / "model") == [1, 1]
    meta = json.loads((tmp_path / "model" / "meta.json").read_text("utf-8"))
    assert meta["training"]["silent_heads"] == 2


def test_a_model_is_pruned_afterwards(config, model):
    (model / "README.md").write_text("card", encoding="utf-8")
    assert heads_of(model) == [2, 2]
    before = json.loads((model / "meta.json").read_text("utf-8"))
    prune_folder(replace(config, silent_heads=1), model, nothing)
    assert sorted(heads_of(model)) == [1, 2]
    meta = json.loads((model / "meta.json").read_text("utf-8"))
    assert (meta["training"]["silent_heads"], meta["training"]["epochs"]) == (1, 1)
    assert meta["calibration"] == before["calibration"]
    assert (model / "README.md").read_text("utf-8") == "card"
    assert load_network(model).meta == meta


def test_the_weights_are_those_that_the_config_starts_from(config, made, model):
    other = shutil.copytree(model, model.with_name("other"))
    prune_folder(replace(config, silent_heads=1), other, nothing)
    prune_folder(replace(config, silent_heads=1, start_from=made / "run" / WEIGHTS), model, nothing)
    whole = AttributionNetwork.pretrained(encoder_folder(config.encoder))
    load_weights(whole, made / "run" / WEIGHTS)
    name = "encoder.encoder.layer.0.intermediate.dense.weight"
    far = [(weights_of(one)[name] - whole.state_dict()[name]).abs().sum() for one in (model, other)]
    assert far[0] <= far[1]


@pytest.mark.parametrize("encoder", ["own", "another"])
def test_the_antecedent_scorer_of_the_encoder_stays_its_own(config, model, encoder):
    before = load_network(model).encoder
    shipped = read_scorer()
    assert shipped is not None
    with (model / "antecedents.npz").open("wb") as stream:
        save_scorer(replace(shipped, encoder=before if encoder == "own" else "other"), stream)
    prune_folder(replace(config, silent_heads=1), model, nothing)
    after = load_network(model).encoder
    assert after != before
    kept = read_scorer(model)
    assert kept is not None
    assert kept.encoder == (after if encoder == "own" else "other")
    assert np.array_equal(kept.source, shipped.source)


def test_the_command_prunes(model, tmp_path):
    (tmp_path / "stand").mkdir()
    path = write_config(tmp_path / "stand", epochs=1, silent_heads=2)
    given = ["train", str(path), "--out", str(model), "--prune-only", "--quiet"]
    result = CliRunner().invoke(app, given, catch_exceptions=False)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert heads_of(model) == [1, 1]


def test_the_command_with_no_heads_to_prune(model, tmp_path):
    (tmp_path / "stand").mkdir()
    path = write_config(tmp_path / "stand")
    before = (model / "encoder.onnx").read_bytes()
    result = CliRunner().invoke(app, ["train", str(path), "--out", str(model), "--prune-only"], catch_exceptions=False)
    assert result.exit_code == 2
    assert "silent_heads" in result.stderr
    assert (model / "encoder.onnx").read_bytes() == before
