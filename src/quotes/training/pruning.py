"""Attention heads that a trained network does without: which they are, and how the others take on what these did.

Half of a window's time goes into attention, head by head, and many heads do next to nothing once the network is trained
(Michel, Levy and Neubig 2019). Each is switched off for itself, and those that are missed least are silenced for good.
What can be told of a silenced head's output from the heads that stay is then given to them, by least squares (Kwon et
al. 2022), so that no training is needed. A silent head is one that nothing is read of: its columns of the matrix behind
the attention are zero. `cut_silent_heads` takes them out of the graph that a user runs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from math import ceil
from typing import Final, cast

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from quotes.pipeline.attribution.network.pieces import Pieces
from quotes.pipeline.attribution.network.windows import Window, windows_of
from quotes.training.config import Source
from quotes.training.data import read_examples
from quotes.training.network import AttributionNetwork, inputs_of
from quotes.training.samples import pieces_of_text

Head = tuple[int, int]
"""Layer, and number in it."""
Inputs = tuple[Tensor, ...]
"""Of `AttributionNetwork.encode`: one window."""

RANKED: Final = 60
"""Windows in which each head is switched off."""
FITTED: Final = 160
"""Windows by which the others take over."""
OF_A_TEXT: Final = 3
"""Windows at most."""
TAGGERS: Final = 3
"""The first of `AttributionNetwork.heads`, which score labels."""
RIDGE: Final = 1e-3
"""Added to the diagonal of the least squares, as a share of it."""


def windows_to_prune_by(sources: Sequence[Source], tokenizer: Tokenizer, seed: int) -> list[Inputs]:
    """Some windows of the training texts, as many of each source, in an order that the seed decides.

    Raises GoldError for gold that cannot be read.
    """
    share = ceil((RANKED + FITTED) / len(sources))
    dice = random.Random(seed)
    found: list[Inputs] = []
    for source in sources:
        texts = sorted({example.text for example in read_examples(source, every_annotator=False)})
        dice.shuffle(texts)
        found += islice((inputs_of([one]) for text in texts for one in _first_windows(text, tokenizer)), share)
    dice.shuffle(found)
    return found


def _first_windows(text: str, tokenizer: Tokenizer) -> list[tuple[Pieces, Window]]:
    pieces = pieces_of_text(text, tokenizer)
    return [(pieces, window) for window in windows_of(pieces)[:OF_A_TEXT]]


def silence(
    network: AttributionNetwork,
    windows: Sequence[Inputs],
    count: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Head]:
    """Silence `count` heads, of each layer all but one at most; changes the network. Gives them, least missed first.

    `windows` are of texts of the kind that the network is for, at best some two hundred.
    """
    network.eval()
    with torch.no_grad():
        room = Counter({layer: _heads(network) - 1 for layer in range(network.encoder.config.num_hidden_layers)})
        silenced: list[Head] = []
        for layer, head in _by_use(network, windows[:RANKED], progress):
            if len(silenced) < count and room[layer]:
                silenced.append((layer, head))
                room[layer] -= 1
        for layer in sorted({layer for layer, _ in silenced}):
            _hand_over(network, windows[-FITTED:], layer, [head for at, head in silenced if at == layer])
    return silenced


def _by_use(network: AttributionNetwork, windows: Sequence[Inputs], progress: Callable[[int, int], None]) -> list[Head]:
    """All heads, the one that is missed least first."""
    heads = [
        (layer, head) for layer in range(network.encoder.config.num_hidden_layers) for head in range(_heads(network))
    ]
    whole = [_scores(network, window) for window in windows]
    missed: dict[Head, float] = {}
    for done, (layer, head) in enumerate(heads, 1):
        dense = _dense(network, layer)
        weight = dense.weight.clone()
        dense.weight[:, _columns(network, [head])] = 0
        missed[layer, head] = sum(_difference(a, _scores(network, b)) for a, b in zip(whole, windows, strict=True))
        dense.weight.copy_(weight)
        progress(done, len(heads))
    return sorted(heads, key=lambda one: (missed[one], one))


def _scores(network: AttributionNetwork, window: Inputs) -> tuple[Tensor, ...]:
    return network.heads(network.encode(*window)[:, 1:-1])


def _difference(whole: Sequence[Tensor], without: Sequence[Tensor]) -> float:
    """How far the scores of `AttributionNetwork.heads` are from what they were, over all pieces.

    Of labels in nats, of what the role tagger is made of in shares of its variance.
    """
    labels, parts = (
        zip(whole[:TAGGERS], without[:TAGGERS], strict=True),
        zip(whole[TAGGERS:], without[TAGGERS:], strict=True),
    )
    nats = (
        functional.kl_div(b.log_softmax(-1), a.log_softmax(-1), reduction="sum", log_target=True) for a, b in labels
    )
    shares = ((a - b).square().mean(-1).sum() / a.var() for a, b in parts)
    return float(sum((*nats, *shares)))


def _heads(network: AttributionNetwork) -> int:
    return int(network.encoder.config.num_attention_heads)


def _dense(network: AttributionNetwork, layer: int) -> nn.Linear:
    """The matrix that reads what the heads of a layer give."""
    return cast(nn.Linear, network.encoder.encoder.layer[layer].attention.output.dense)


def _columns(network: AttributionNetwork, heads: Sequence[int]) -> list[int]:
    """Those of that matrix which belong to some heads."""
    size = network.encoder.config.hidden_size // _heads(network)
    return [head * size + at for head in heads for at in range(size)]


def _hand_over(network: AttributionNetwork, windows: Sequence[Inputs], layer: int, heads: Sequence[int]) -> None:
    """Silence some heads of a layer; the others and the bias give what can be told of them."""
    dense, gone = _dense(network, layer), _columns(network, heads)
    stay = sorted(set(range(dense.in_features)) - set(gone))
    given = _given(network, windows, dense)
    known = torch.cat([given[:, stay], torch.ones(len(given), 1, dtype=torch.double)], dim=1)
    squares = known.T @ known
    squares += RIDGE * torch.diag(squares.diag())
    told = torch.linalg.solve(squares, known.T @ given[:, gone]) @ dense.weight[:, gone].double().T
    dense.weight[:, stay] += told[:-1].T.float()
    dense.bias += told[-1].float()
    dense.weight[:, gone] = 0


def _given(network: AttributionNetwork, windows: Sequence[Inputs], dense: nn.Linear) -> Tensor:
    """What the heads give for each piece of the windows. Shape (pieces, width)."""
    rows: list[Tensor] = []
    hook = dense.register_forward_pre_hook(lambda _, given: rows.append(given[0].flatten(0, 1).double()))
    try:
        for window in windows:
            network.encode(*window)
    finally:
        hook.remove()
    return torch.cat(rows)


def cut_silent_heads(graph: onnx.GraphProto) -> None:
    """Take the heads of which nothing is read out of a graph with fused attention, before it is quantised."""
    arrays = {one.name: one for one in graph.initializer}
    for node in graph.node:
        if node.op_type != "Attention":
            continue
        heads = next(one for one in node.attribute if one.name == "num_heads")
        (reader,) = (other for other in graph.node if node.output[0] in other.input)
        weight, bias, read = node.input[1], node.input[2], reader.input[1]
        values = {name: numpy_helper.to_array(arrays[name]) for name in (weight, bias, read)}
        width = len(values[read])
        of_head = values[read].reshape(heads.i, -1)
        heard = np.flatnonzero(of_head.any(axis=1))
        rows = np.arange(width).reshape(heads.i, -1)[heard].ravel()
        parts = np.concatenate([rows + part * width for part in range(3)])  # query, key and value stand side by side
        cut = {weight: values[weight][:, parts], bias: values[bias][parts], read: values[read][rows]}
        for name, value in cut.items():
            arrays[name].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), name))
        heads.i = len(heard)
