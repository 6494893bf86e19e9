"""From the trained network to the files that the pipeline opens (see `pipeline.attribution.weights`)."""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from quotes.pipeline.attribution.network.decoder import RoleHead
from quotes.training.network import AttributionNetwork
from quotes.training.pruning import cut_silent_heads


class _Graph(nn.Module):
    """What the session runs: one unpadded window in, all scores of its pieces side by side out."""

    def __init__(self, network: AttributionNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, case: Tensor, mark: Tensor, kind: Tensor) -> Tensor:
        states = self.network.encode(ids, case, mark, kind, torch.ones_like(ids))[:, 1:-1]
        return torch.cat(self.network.heads(states), dim=-1)


def export(network: AttributionNetwork, encoder: Path, out: Path) -> None:
    """Write encoder.onnx (weights int8, per channel), roles.npz and tokenizer.json into the folder `out`.

    `encoder` is the folder that the training started from, for the tokenizer.
    """
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")  # whose graph the optimizer knows how to fuse
    names = ["ids", "case", "mark", "kind"]
    axes = {name: {1: "pieces"} for name in (*names, "scores")}
    with tempfile.TemporaryDirectory() as folder, _silent():
        whole, fused = Path(folder) / "whole.onnx", Path(folder) / "fused.onnx"
        example = tuple(torch.ones(1, 16, dtype=torch.int64) for _ in names)
        torch.onnx.export(
            _Graph(network).eval(),
            example,
            str(whole),
            input_names=names,
            output_names=["scores"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        config = network.encoder.config
        model = optimizer.optimize_model(
            str(whole),
            "bert",
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
            optimization_options=_fusion_options(),
            opt_level=0,
        )
        cut_silent_heads(model.model.graph)
        model.save_model_to_file(str(fused))
        quantize_dynamic(
            str(fused),
            str(out / "encoder.onnx"),
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": 1},  # float: what the fused nodes, unknown to shape inference, give
        )
    np.savez(out / "roles.npz", **_arrays(network))
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")


def _fusion_options() -> FusionOptions:
    """Fuse attention and GELU only: onnxruntime's fused skip-normalisation is slower on a processor than its parts."""
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    options.enable_bias_gelu = options.enable_embed_layer_norm = False
    return options


def _arrays(network: AttributionNetwork) -> dict[str, Any]:
    tables = {name: getattr(network, name).weight for name in ("distance", "paragraph", "marks", "stops")}
    weights = tables | {"weight": network.out.weight, "bias": network.out.bias}
    return {f.name: weights[f.name].detach().float().numpy() for f in fields(RoleHead)}


@contextmanager
def _silent() -> Iterator[None]:
    """No warnings: the exporter that writes the graph which the optimizer knows is torch's old one.

    And no handler on the root logger, which onnxruntime would set up to recommend what is done already.
    """
    nowhere = logging.NullHandler()
    logging.root.addHandler(nowhere)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.root.removeHandler(nowhere)
