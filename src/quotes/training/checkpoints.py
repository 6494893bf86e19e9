"""A training run between two epochs, on disk: what a run that was broken off goes on from."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from quotes.errors import ModelError, OptionError
from quotes.training.config import Config
from quotes.training.data import Example
from quotes.training.network import AttributionNetwork
from quotes.training.restore import weights_of

CHECKPOINT: Final = "checkpoint.pt"
"""Written after every epoch, removed when the model is made."""
WEIGHTS: Final = "weights.pt"
"""The result; stays, for `start_from`."""


@dataclass(slots=True)
class Run:
    """A training run between two epochs: what a checkpoint holds, beside the state of torch's dice."""

    network: AttributionNetwork
    optimizer: torch.optim.Optimizer
    average: dict[str, Tensor]
    """The moving average of the weights, by their names in the network."""
    epoch: int = 0
    step: int = 0
    steps: int = 0
    """Of the whole run; 0 before the first epoch, whose number of batches is that of all."""


def digest_of(config: Config, pools: Sequence[Sequence[Sequence[Example]]]) -> str:
    """What tells two runs apart: all that the weights depend on, but for the place where files lie."""
    names = (Path(config.encoder).name, config.start_from.name if config.start_from else "")
    numbers = (config.epochs, config.batch_pieces, config.learning_rate, config.window, config.seed)
    told = (
        names,
        numbers,
        config.augment,
        config.entities,
        config.silver,
        [source.repeat for source in config.train],
        pools,
    )
    return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


def save_state(run: Run, path: Path, digest: str) -> None:
    """Write a checkpoint, whole or not at all."""
    state = {
        "digest": digest,
        "network": run.network.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "average": run.average,
        "counters": (run.epoch, run.step, run.steps),
        "dice": torch.get_rng_state(),
        "cuda_dice": torch.cuda.get_rng_state() if torch.cuda.is_available() else None,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def load_state(run: Run, path: Path, digest: str) -> None:
    """Take up a checkpoint. Raises OptionError (O08) for one of another run, ModelError (M06) for what is none."""
    state = _load(path)
    if "digest" not in state:
        raise ModelError("M06", path=path, why="no checkpoint")
    if state["digest"] != digest:
        raise OptionError("O08", path=path)
    run.network.load_state_dict(state["network"])
    run.optimizer.load_state_dict(state["optimizer"])
    for name, value in run.average.items():
        value.copy_(state["average"][name])
    run.epoch, run.step, run.steps = state["counters"]
    torch.set_rng_state(state["dice"])
    if torch.cuda.is_available() and state["cuda_dice"] is not None:
        torch.cuda.set_rng_state(state["cuda_dice"])


def load_weights(network: AttributionNetwork, path: Path) -> None:
    """Start from the weights of an earlier run, or of a model folder. A head that they do not have stays as it is.

    Raises ModelError (M06) for a file that holds no weights, or those of another network; M09 for a folder without.
    """
    given = weights_of(path) if path.is_dir() else _load(path)
    own = network.state_dict()
    strange = [name for name, value in given.items() if name not in own or own[name].shape != value.shape]
    if strange:
        raise ModelError("M06", path=path, why=f"{strange[0]} does not fit")
    learned = (name for name, value in network.named_parameters() if value.requires_grad)
    if missing := [name for name in learned if name.startswith("encoder.") and name not in given]:
        raise ModelError("M06", path=path, why=f"{missing[0]} is missing")
    network.load_state_dict(given, strict=False)


def _load(path: Path) -> dict[str, Any]:
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, EOFError, RuntimeError, pickle.UnpicklingError) as error:
        raise ModelError("M06", path=path, why="torch did not write it, or not to its end") from error
    if not isinstance(found, dict):
        raise ModelError("M06", path=path, why="it holds something else")
    return found
