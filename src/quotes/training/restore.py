"""From a shipped model back to weights that training can go on from.

A model folder holds its encoder as an int8 graph (see `training.export`), which is all that a user has: the weights of
the run that made it stay behind. Scaled back they are those weights but for the rounding, half of a 127th of the
greatest weight of a row, which a few steps of training mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from quotes.errors import ModelError

_PREFIX: Final = "network."
"""Of the parameters whose names the graph keeps (see `export._Graph`)."""
_QUANTISED: Final = "_quantized"
_FROZEN: Final = "encoder.embeddings.word_embeddings.weight"
"""Training never changes it, and the encoder that it starts from has it unrounded."""
_DENSE: Final = ("attention.output.dense", "intermediate.dense", "output.dense")
"""Of a layer, in the order in which it is read."""
_HEADS: Final = ("cue", "role", "entity", "piece", "anchor", "scale")
"""In the order of `AttributionNetwork.heads`."""

Floats = npt.NDArray[np.float32]


def weights_of(folder: Path) -> dict[str, Tensor]:
    """Give the weights of a model folder, by their names in `AttributionNetwork`; those of word pieces are left out.

    Raises ModelError (M09) for a graph that `training.export` did not write.
    """
    path = folder / "encoder.onnx"
    try:
        graph = onnx.load(str(path)).graph
        arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        found = dict(_named(arrays)) | dict(_attention(graph, arrays)) | dict(_dense(graph, arrays))
        with np.load(folder / "roles.npz") as file:
            roles = {name: file[name].astype(np.float32) for name in file.files}
    except Exception as error:  # whatever onnx, protobuf and numpy raise
        raise ModelError("M09", path=path, why=f"{type(error).__name__}: {error}") from error
    for name, value in roles.items():
        found[f"out.{name}" if name in ("weight", "bias") else f"{name}.weight"] = value
    return {name: torch.tensor(value, dtype=torch.float32) for name, value in found.items() if name != _FROZEN}


def _scaled(arrays: Mapping[str, Any], name: str) -> Floats:
    """An int8 array as the numbers that it stands for."""
    whole = arrays[name + _QUANTISED].astype(np.float32) - arrays[name + "_zero_point"].astype(np.float32)
    scaled: Floats = whole * arrays[name + "_scale"]
    return scaled


def _named(arrays: Mapping[str, Any]) -> Iterator[tuple[str, Floats]]:
    """Biases, normalisations and embeddings."""
    for name, value in arrays.items():
        if not name.startswith(_PREFIX):
            continue
        if name.endswith(_QUANTISED):
            own = name.removesuffix(_QUANTISED)
            yield own.removeprefix(_PREFIX), _scaled(arrays, own)
        elif not name.endswith(("_scale", "_zero_point")):
            yield name.removeprefix(_PREFIX), value


def _attention(graph: onnx.GraphProto, arrays: Mapping[str, Any]) -> Iterator[tuple[str, Floats]]:
    """Query, key and value of every layer, which the fused graph has side by side.

    Heads that are not there come last and give nothing (see `pruning`).
    """
    nodes = [node for node in graph.node if node.op_type == "QAttention"]
    for layer, node in enumerate(nodes):
        weight, bias = _scaled(arrays, node.input[1].removesuffix(_QUANTISED)), arrays[node.input[2]]
        silent = len(weight) - len(bias) // 3
        for part, w, b in zip(("query", "key", "value"), np.split(weight, 3, axis=1), np.split(bias, 3), strict=True):
            name = f"encoder.encoder.layer.{layer}.attention.self.{part}"
            yield f"{name}.weight", np.pad(w.T, ((0, silent), (0, 0)))
            yield f"{name}.bias", np.pad(b, (0, silent))


def _dense(graph: onnx.GraphProto, arrays: Mapping[str, Any]) -> Iterator[tuple[str, Floats]]:
    """The other matrices, which have lost their names and stand in the order in which they are read."""
    nodes = [node for node in graph.node if node.op_type == "MatMulInteger"]
    layers = (len(nodes) - len(_HEADS)) // len(_DENSE)
    names = [f"encoder.encoder.layer.{layer}.{dense}" for layer in range(layers) for dense in _DENSE]
    for name, node in zip((*names, *_HEADS), nodes, strict=True):
        weight = _scaled(arrays, node.input[1].removesuffix(_QUANTISED)).T
        silent = len(weight) - weight.shape[1] if name.endswith(_DENSE[0]) else 0
        yield f"{name}.weight", np.pad(weight, ((0, 0), (0, silent)))
