"""The model folder: what is missing, of another format or broken is said in one line."""

import json

import numpy as np
import pytest

from quotes.errors import ModelError
from quotes.layout import paragraphs
from quotes.pipeline.attribution.network.decoder import CUE_LABELS, FEATURES, HIDDEN, ROLE_LABELS
from quotes.pipeline.attribution.network.pieces import pieces_of
from quotes.pipeline.attribution.network.weights import FORMAT, default_folder, load_network
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.pipeline.entities import ENTITY_TAGS
from quotes.pipeline.regions import quoted_regions

FILES = ("encoder.onnx", "meta.json", "roles.npz", "tokenizer.json")


@pytest.fixture
def folder(tmp_path):
    """The shipped model, in a folder where files can be replaced."""
    for name in FILES:
        (tmp_path / name).symlink_to(default_folder() / name)
    return tmp_path


def replace(folder, name, content):
    (folder / name).unlink()
    (folder / name).write_bytes(content)


def write_meta(folder, **changes):
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    replace(folder, "meta.json", json.dumps(meta | changes).encode())


def error_of(folder):
    with pytest.raises(ModelError) as caught:
        load_network(folder)
    assert "\n" not in str(caught.value)
    return caught.value


def test_shipped_model_opens(folder):
    network = load_network(folder)
    assert network.meta["format"] == FORMAT
    assert len(network.calibration.weights) == FEATURES
    assert 0 < network.calibration.least < 1


@pytest.mark.parametrize("text", ["", "x", "“The ferry is late,” Ana Lind said.\n\nIt rained. " * 40])
def test_network_gives_scores_of_every_piece(text):
    network = load_network()
    lines = paragraphs(text)
    pieces = pieces_of(text, lines, quoted_regions(text, lines), network.tokenizer)
    for window in windows_of(pieces):
        outputs = network.run(pieces, window)
        widths = [CUE_LABELS, ROLE_LABELS, len(ENTITY_TAGS), HIDDEN, HIDDEN, HIDDEN]
        assert [rows.shape for rows in outputs] == [(window.end - window.start, width) for width in widths]
        assert all(np.isfinite(rows).all() for rows in outputs)


def test_missing_files_are_named(folder):
    (folder / "roles.npz").unlink()
    (folder / "meta.json").unlink()
    error = error_of(folder)
    assert error.code == "M03"
    assert "meta.json, roles.npz" in str(error)


@pytest.mark.parametrize("found", [FORMAT + 1, "1", None])
def test_another_format_is_refused(folder, found):
    write_meta(folder, format=found)
    error = error_of(folder)
    assert error.code == "M04"
    assert "quotes train" in str(error)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe\x00", b"[1, 2]", b'{"a": '], ids=repr)
@pytest.mark.parametrize("name", FILES)
def test_broken_files_are_named(folder, name, content):
    replace(folder, name, content)
    error = error_of(folder)
    assert error.code == "M04" if (name, content) == ("meta.json", b"{}") else "M09"
    assert error.code == "M04" or name in str(error)
    assert "Reinstall the package" in str(error) or "Retrain it" in str(error)


@pytest.mark.parametrize("name", ["encoder.onnx", "roles.npz", "tokenizer.json"])
def test_files_cut_off_are_named(folder, name):
    content = (folder / name).read_bytes()
    replace(folder, name, content[: len(content) // 2])
    error = error_of(folder)
    assert error.code == "M09"
    assert name in str(error)


GOOD = {"weights": [1.0] * FEATURES, "bias": 0, "least": 0.3, "least_unmarked": 0.2, "cue_bias": 1}
CALIBRATIONS = {
    "a key too many": (GOOD | {"temperature": 2}, "temperature"),
    "a key too few": ({"weights": [1.0] * FEATURES, "bias": 0.0, "least_unmarked": 0.2, "cue_bias": 1.0}, "least"),
    "other features": (GOOD | {"weights": [1.0]}, f"wanted: {FEATURES}"),
    "no number": (GOOD | {"bias": "high"}, "high"),
    "no table": ([1, 2], "meta.json"),
    "nothing": (None, "meta.json"),
}


@pytest.mark.parametrize(("calibration", "named"), CALIBRATIONS.values(), ids=CALIBRATIONS)
def test_calibration_that_does_not_fit_is_refused(folder, calibration, named):
    write_meta(folder, calibration=calibration)
    error = error_of(folder)
    assert error.code == "M09"
    assert named in str(error)


def test_calibration_that_fits_is_read(folder):
    write_meta(folder, calibration=GOOD)
    assert load_network(folder).calibration.weights == (1.0,) * FEATURES


def test_role_tagger_of_another_shape_is_refused(folder):
    with np.load(folder / "roles.npz") as file:
        arrays = dict(file)
    arrays["marks"] = arrays["marks"][:3]
    (folder / "roles.npz").unlink()
    np.savez(folder / "roles.npz", **arrays)
    assert "another shape: marks" in str(error_of(folder))


def test_tokenizer_of_another_vocabulary_is_refused(folder):
    tokenizer = {"version": "1.0", "added_tokens": [], "model": {"type": "WordLevel", "vocab": {}, "unk_token": "?"}}
    replace(folder, "tokenizer.json", json.dumps(tokenizer).encode())
    assert "vocabulary is not that of BERT" in str(error_of(folder))
