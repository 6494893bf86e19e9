"""The trained model on disk: a folder with the encoder, the role tagger, the tokenizer and what is known of them.

    models/en_quotes/
    ├── meta.json        versions, data, figures, calibration, licence
    ├── encoder.onnx     word pieces to scores (int8)
    ├── roles.npz        the role tagger (see `decoder.RoleHead`)
    ├── tokenizer.json   word pieces (BERT, uncased English)
    ├── antecedents.npz  who is meant by "he" (see `quotes.pipeline.people.antecedents.scorer`); may be missing
    └── README.md        the model card

Whatever is wrong with one of them is found when the folder is opened, and said in a ModelError.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from textwrap import shorten
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from quotes.errors import ModelError
from quotes.pipeline.attribution.network.decoder import (
    CUE_LABELS,
    FEATURES,
    HIDDEN,
    ROLE_LABELS,
    Calibration,
    Floats,
    Outputs,
    RoleHead,
)
from quotes.pipeline.attribution.network.pieces import CLS, SEP, Ints, Pieces, read_verbatim
from quotes.pipeline.attribution.network.windows import COUNTS, DISTANCES, Window
from quotes.pipeline.entities import ENTITY_TAGS

FORMAT: Final = 2
"""Of the folder; a model of another format is refused."""

_SLOWER: Final = ["SkipLayerNormFusion", "BiasGeluFusion"]
"""Fusions of onnxruntime whose kernels are slower on a processor than what they replace (measured with 1.32)."""

_INPUTS: Final = frozenset(("ids", "case", "mark", "kind"))
_WIDTHS: Final = (CUE_LABELS, ROLE_LABELS, len(ENTITY_TAGS), HIDDEN, HIDDEN, HIDDEN)
"""Of `Outputs`, which stand side by side in what the encoder gives."""

_SHAPES: Final = {
    "distance": (DISTANCES, HIDDEN),
    "paragraph": (COUNTS, HIDDEN),
    "marks": (COUNTS, HIDDEN),
    "stops": (COUNTS, HIDDEN),
    "weight": (ROLE_LABELS, HIDDEN),
    "bias": (ROLE_LABELS,),
}
"""Of the arrays of `RoleHead`."""

ENCODER: Final = "encoder.onnx"
"""The file by which a model folder is known."""
_FILES: Final = ("meta.json", ENCODER, "roles.npz", "tokenizer.json")


def default_folder() -> Path:
    """Where the shipped model lies: inside the installed package, or in `models/` of a checkout."""
    package = Path(__file__).parents[3]
    inside = package / "models" / "en_quotes"
    return inside if inside.is_dir() else package.parents[1] / "models" / "en_quotes"


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder's session and the role tagger's weights."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    head: RoleHead
    calibration: Calibration
    meta: Mapping[str, Any]
    version: str = ""
    """Name and digest of weights and calibration: the same version, the same answers."""
    encoder: str = ""
    """Digest of the encoder alone, by which what was fitted to its states knows it."""

    def run(self, pieces: Pieces, window: Window) -> Outputs:
        """Read one window. Windows are never padded or batched together, so results do not depend on the batching.

        (An int8 encoder scales its activations by the largest in the batch; neighbours in a batch would be felt.)
        """
        here = slice(window.start, window.end)
        feed = {
            "ids": _row(pieces.ids[here], CLS, SEP),
            "case": _row(pieces.case[here], 0, 0),
            "mark": _row(pieces.mark[here], 0, 0),
            "kind": _row(pieces.kind[here], 0, 0),
        }
        (scores,) = self.session.run(None, feed)
        return Outputs(*cast("list[Floats]", np.split(scores[0], np.cumsum(_WIDTHS[:-1]), axis=1)))


def load_network(folder: Path | None = None) -> Network:
    """Open a model folder, None for the one that ships with the package.

    Raises ModelError where a file is missing (M03), is of another format (M04), or is broken or of another model (M09).
    """
    folder = folder or default_folder()
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError("M03", folder=folder, missing=", ".join(missing))
    with readable(folder / "meta.json") as path:
        meta: dict[str, Any] = {"name": folder.name, **json.loads(path.read_text(encoding="utf-8"))}
    if meta.get("format") != FORMAT:
        raise ModelError("M04", folder=folder, found=meta.get("format"), wanted=FORMAT)
    with readable(folder / "meta.json"):
        calibration = _calibration(meta["calibration"])
    with readable(folder / "roles.npz") as path:
        head = _role_head(path)
    with readable(folder / "tokenizer.json") as path:
        tokenizer = _tokenizer(path)
    with readable(folder / "encoder.onnx") as path:
        session = _session(path)
    version = f"{meta['name']} {_digest(folder, calibration)}"
    encoder = sha256((folder / ENCODER).read_bytes()).hexdigest()[:8]
    return Network(session, tokenizer, head, calibration, meta, version, encoder)


def _digest(folder: Path, calibration: Calibration) -> str:
    whole = sha256(repr(calibration).encode())
    for name in ("encoder.onnx", "roles.npz", "tokenizer.json", "antecedents.npz"):
        if (folder / name).is_file():
            whole.update((folder / name).read_bytes())
    return whole.hexdigest()[:8]


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """Say which file it was, and why, where reading it fails; the libraries raise whatever they like."""
    try:
        yield path
    except Exception as error:
        why = str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
        raise ModelError("M09", path=path, why=shorten(why, 200, placeholder="…")) from error


def _calibration(values: Mapping[str, Any]) -> Calibration:
    known = {field.name for field in fields(Calibration)}
    if values.keys() != known:
        raise ValueError(f"its calibration has the keys {sorted(values)}, wanted: {sorted(known)}")
    if len(values["weights"]) != FEATURES:
        raise ValueError(f"its calibration has {len(values['weights'])} weights, wanted: {FEATURES}")
    numbers = {name: float(value) for name, value in values.items() if name != "weights"}
    return Calibration(weights=tuple(map(float, values["weights"])), **numbers)


def _role_head(path: Path) -> RoleHead:
    with path.open("rb") as stream, np.load(stream) as file:
        arrays = {name: file[name].astype(np.float32) for name in _SHAPES}
    wrong = [name for name, shape in _SHAPES.items() if arrays[name].shape != shape]
    if wrong:
        raise ValueError(f"of another shape: {', '.join(wrong)}")
    return RoleHead(**arrays)


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    if (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")) != (CLS, SEP):
        raise ValueError("its vocabulary is not that of BERT uncased")
    return read_verbatim(tokenizer)


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # threads read whole windows (see the component), never parts of one
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
    inputs = {one.name for one in session.get_inputs()}
    width = session.get_outputs()[0].shape[-1]
    if inputs != _INPUTS or width != sum(_WIDTHS):
        raise ValueError(f"it reads {', '.join(sorted(inputs))} and gives {width} scores a piece")
    return session


def _row(values: Ints, first: int, last: int) -> npt.NDArray[np.int64]:
    row = np.empty((1, len(values) + 2), dtype=np.int64)
    row[0, 0], row[0, 1:-1], row[0, -1] = first, values, last
    return row
