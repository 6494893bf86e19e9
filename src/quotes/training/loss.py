"""What the network is taught: the labels of all taggers of a batch, as one number to make smaller."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from quotes.pipeline.attribution.network.decoder import BEGIN_CUE, OPENING, OUTSIDE, ROLE_LABELS
from quotes.pipeline.attribution.network.windows import relations, running_counts
from quotes.training.network import AttributionNetwork, inputs_of
from quotes.training.samples import IGNORED, Labels, Open, Sample

SHARES: Final = {"cue": 1.0, "roles": 1.0, "role": 0.2, "entity": 0.3}
"""Weight of each tagger; `roles` reads in the light of an anchor, `role` without."""
DECOYS: Final = 4
"""Pieces a window that the cue tagger takes for cues wrongly: read as anchors to which nothing belongs."""
SHORTENED: Final = 0.5
"""Chance that a cue of several pieces is shown in part."""
LIKELY: Final = 0.15
"""Chance of a cue from which a piece can be a decoy."""


def loss_of(network: AttributionNetwork, batch: Sequence[Sample], rng: random.Random) -> Tensor:
    """Negative log likelihood of all labels, a window. `rng` draws the decoys."""
    device = next(network.parameters()).device
    ids, case, mark, kind, mask = (x.to(device) for x in inputs_of([(s.pieces, s.window) for s in batch]))
    with torch.autocast(device.type, torch.bfloat16):
        states = network.encode(ids, case, mark, kind, mask)
    cue, role, entity, piece, anchor, scale = network.heads(network.dropout(states.float())[:, 1:-1])
    length = cue.shape[1]

    def labels(name: str) -> Tensor:
        out = torch.full((len(batch), length), IGNORED)
        for at, sample in enumerate(batch):
            out[at, : len(sample)] = torch.from_numpy(getattr(sample, name))
        return out.to(device)

    def opened(rows: Sequence[Open]) -> Tensor:
        return torch.from_numpy(np.stack(rows)).to(device)

    losses = {
        "cue": _weighted_cross_entropy(cue, labels("cue"), batch),
        "role": _open_cross_entropy(role, labels("role"), opened([sample.open for sample in batch])),
        "entity": _cross_entropy(entity, labels("entity")),
    }
    looks = (cue.detach().softmax(-1)[..., [BEGIN_CUE, OPENING]].sum(-1) > LIKELY).cpu().numpy()
    where, near, targets, opens, anchors, scales = [], [], [], [], [], []
    for at, sample in enumerate(batch):
        for low, high, row, may_be in _anchors(sample, looks[at], rng):
            where.append(at)
            near.append(_padded(_near(sample, low, high), length, 0))
            targets.append(_padded(row, length, IGNORED))
            opens.append(may_be)
            anchors.append(anchor[at, low:high].mean(0))
            scales.append(scale[at, low:high].mean(0))
    if where:
        index = torch.tensor(where, device=device)
        places = torch.from_numpy(np.stack(near)).to(device)
        scores = network.roles(role[index], piece[index], torch.stack(anchors), torch.stack(scales), places)
        losses["roles"] = _open_cross_entropy(scores, torch.from_numpy(np.stack(targets)).to(device), opened(opens))
    total = torch.stack([SHARES[name] * loss for name, loss in losses.items()]).sum()
    return total / len(batch) / 20  # about one for a network that has learned, which suits the gradient clipping


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="sum")


def _weighted_cross_entropy(scores: Tensor, labels: Tensor, batch: Sequence[Sample]) -> Tensor:
    weights = torch.zeros(labels.shape)
    for at, sample in enumerate(batch):
        weights[at, : len(sample)] = torch.from_numpy(sample.cue_weight)
    losses = functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="none")
    return (losses * weights.to(losses.device).flatten()).sum()


def _open_cross_entropy(scores: Tensor, labels: Tensor, opened: Tensor) -> Tensor:
    """Cross entropy where a piece without a role may be any of the labels that are open in its row.

    scores (rows, pieces, labels), labels (rows, pieces), opened (rows, labels). The likelihood of what is not said is
    that of all that it may be (partial labels, Jin and Ghahramani 2002).
    """
    chances = scores.log_softmax(-1)
    unsaid = chances.masked_fill(~opened[:, None], -torch.inf).logsumexp(-1, keepdim=True)
    chances = torch.cat([unsaid, chances[..., OUTSIDE + 1 :]], -1)
    return functional.nll_loss(chances.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="sum")


def _anchors(sample: Sample, looks: npt.NDArray[np.bool_], rng: random.Random) -> list[tuple[int, int, Labels, Open]]:
    """The gold anchors of a window, and some decoys.

    Of a cue of several pieces half of the time only some are shown, since the role tagger is to mend its bounds.
    """
    found = []
    for anchor in sample.anchors:
        low, high = anchor.low, anchor.high
        if high - low > 1 and rng.random() < SHORTENED:
            low = rng.randrange(anchor.low, anchor.high)
            high = rng.randint(low + 1, anchor.high)
        found.append((low, high, anchor.row, anchor.open))
    decoys = [at for at in range(len(sample)) if looks[at] and sample.cue[at] == OUTSIDE]
    rng.shuffle(decoys)
    empty, nothing = np.zeros(len(sample), np.int64), np.arange(ROLE_LABELS) == OUTSIDE
    return found + [(at, at + 1, empty, nothing) for at in decoys[:DECOYS]]


def _near(sample: Sample, low: int, high: int) -> Labels:
    here, pieces = slice(sample.window.start, sample.window.end), sample.pieces
    return relations(running_counts(pieces.ids[here], pieces.mark[here], pieces.paragraph[here]), low, high - 1)


def _padded(row: Labels, length: int, filler: int) -> Labels:
    width = [(0, 0)] * (row.ndim - 1) + [(0, length - row.shape[-1])]
    return np.pad(row, width, constant_values=filler)
