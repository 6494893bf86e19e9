"""The whole job of `quotes train`: train, export, calibrate, and put the model where it is to lie."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import torch

from quotes.errors import OutputError
from quotes.evaluation import GoldDocument, read_gold
from quotes.pipeline.attribution.network.decoder import Calibration
from quotes.pipeline.attribution.network.weights import FORMAT, load_network
from quotes.pipeline.people.antecedents.scorer import FILE as SCORER
from quotes.pipeline.people.antecedents.scorer import read_scorer
from quotes.tables.atomic import written_whole
from quotes.training.antecedents import save_scorer
from quotes.training.calibrate import Calibrated, calibrate
from quotes.training.checkpoints import CHECKPOINT, load_weights
from quotes.training.config import Config, Source
from quotes.training.encoder import encoder_folder, open_tokenizer
from quotes.training.export import export
from quotes.training.loop import Progress, train
from quotes.training.network import AttributionNetwork
from quotes.training.pruning import silence, windows_to_prune_by

FILES: Final = ("encoder.onnx", "roles.npz", "tokenizer.json", "meta.json")
"""What a model folder holds, the card aside (see `pipeline.attribution.weights`)."""
_MADE_WITH: Final = ("torch", "transformers", "onnx", "onnxruntime", "spacy")


def run_training(config: Config, out: Path, checkpoints: Path, progress: Progress) -> Calibrated:
    """Make a model: `out` becomes a model folder, at the very end; `checkpoints` is for what comes before.

    A run that was broken off goes on from `checkpoints` after its last whole epoch. At the end the checkpoint is
    removed, so that the next run begins anew, and the weights stay (`weights.pt`, for `start_from`). What else lies in
    `out`, such as a model card, is left alone.

    Raises GoldError, ModelError and OptionError for input that cannot be used (see `loop.train`), OutputError for a
    folder that cannot be written.
    """
    sets = _development_sets(config.dev)  # read now: an error should not come after hours
    made = checkpoints / "model"
    for folder in (made, out):
        _make(folder)
    network = train(config, checkpoints, progress)
    _silence(network, config, progress)
    progress("export", 0, 1)
    export(network, encoder_folder(config.encoder), made)
    _write(made / "meta.json", _as_json(_meta(config)))
    calibrated = _calibrate(made, sets, progress)
    _put(made, out, FILES)
    shutil.rmtree(made)
    (checkpoints / CHECKPOINT).unlink()
    return calibrated


def prune_folder(config: Config, folder: Path, progress: Progress) -> Calibrated:
    """Silence attention heads of the model in `folder`, as many as the config says, and measure it anew.

    The weights are those that the config starts from, which are not rounded, or else the folder's own. What the network
    sees changes no more than by the rounding to int8, so its calibration stays, and the antecedent scorer that was
    fitted to it. Raises as `run_training`.
    """
    sets = _development_sets(config.dev)
    before = load_network(folder)
    start = encoder_folder(config.encoder)
    network = AttributionNetwork.pretrained(start)
    load_weights(network, config.start_from or folder)
    torch.set_num_threads(config.threads)
    _silence(network, config, progress)
    with TemporaryDirectory() as place:
        made, names = Path(place), list(FILES)
        export(network, start, made)
        training = {**before.meta["training"], "silent_heads": config.silent_heads}
        _write(made / "meta.json", _as_json({**before.meta, "training": training}))
        calibrated = _calibrate(made, sets, progress, kept=before.calibration)
        scorer = read_scorer(folder)
        if scorer is not None and scorer.encoder == before.encoder:
            names.append(SCORER)
            with written_whole(made / SCORER) as (stream,):
                save_scorer(replace(scorer, encoder=load_network(made).encoder), stream)
        _put(made, folder, names)
    return calibrated


def _silence(network: AttributionNetwork, config: Config, progress: Progress) -> None:
    if not config.silent_heads:
        return
    windows = windows_to_prune_by(config.train, open_tokenizer(encoder_folder(config.encoder)), config.seed)
    silence(network, windows, config.silent_heads, partial(progress, "attention heads"))


def _put(made: Path, out: Path, names: Sequence[str]) -> None:
    """Copy files of a model folder into another, all or none."""
    with written_whole(*(out / name for name in names)) as streams:
        for name, stream in zip(names, streams, strict=True):
            stream.write((made / name).read_bytes())


def calibrate_folder(config: Config, folder: Path, progress: Progress) -> Calibrated:
    """Calibrate the model in `folder` anew, on the development sets of the config; its meta.json is written anew.

    Raises GoldError for gold that cannot be read, ModelError where there is no model, OutputError for a meta.json that
    cannot be written.
    """
    return _calibrate(folder, _development_sets(config.dev), progress)


def _calibrate(
    folder: Path, sets: Mapping[str, Sequence[GoldDocument]], progress: Progress, kept: Calibration | None = None
) -> Calibrated:
    network = load_network(folder)
    calibrated = calibrate(network, sets, partial(progress, "calibration"), kept)
    calibration = {"calibration": asdict(calibrated.calibration)}
    result = {"figures": calibrated.figures, "reliability": calibrated.reliability}
    _write(folder / "meta.json", _as_json({**network.meta, **calibration, **result}))
    return calibrated


def _development_sets(sources: Sequence[Source]) -> dict[str, list[GoldDocument]]:
    names = short_names([source.path for source in sources])
    return {name: list(read_gold(source.path, texts=source.texts)) for name, source in zip(names, sources, strict=True)}


def short_names(paths: Sequence[Path]) -> list[str]:
    """The ends of the paths, two parts or as many as tell them apart."""
    longest = max(len(path.parts) for path in paths)
    for count in range(2, longest):
        names = ["/".join(path.parts[-count:]) for path in paths]
        if len(set(names)) == len(set(paths)):
            return names
    return [path.as_posix() for path in paths]


def _meta(config: Config) -> dict[str, Any]:
    return {
        "name": "en_quotes",
        "format": FORMAT,
        "lang": "en",
        "license": "MIT (the encoder it started from: Apache-2.0)",
        "made_with": {name: version(name) for name in _MADE_WITH},
        "training": {
            "encoder": Path(config.encoder).name,
            "start_from": config.start_from.name if config.start_from else None,
            "data": [
                {"path": name, "repeat": source.repeat}
                for name, source in zip(short_names([s.path for s in config.train]), config.train, strict=True)
            ],
            "epochs": config.epochs,
            "batch_pieces": config.batch_pieces,
            "learning_rate": config.learning_rate,
            "window": config.window,
            "augment": config.augment,
            "entities": config.entities,
            "names": config.names.name if config.names else None,
            "silver": config.silver,
            "silent_heads": config.silent_heads,
            "seed": config.seed,
            **config.notes,
        },
        "calibration": asdict(Calibration()),
    }


def _as_json(meta: Mapping[str, Any]) -> bytes:
    return (json.dumps(meta, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("W01", path=folder, why=error.strerror) from error


def _write(path: Path, content: bytes) -> None:
    with written_whole(path) as (stream,):
        stream.write(content)
