"""The network: a small BERT encoder, a tagger of cues, and a tagger of content and source *of one cue*.

The second tagger reads every piece in the light of one anchor (the cue, or the opening mark of a quotation that has
none): a feature-wise modulation of the piece by the anchor (FiLM, Perez et al. 2018) with embeddings of where they
stand to each other. It is the predicate-centred scheme of semantic role labelling (He et al. 2017) with the cue for
predicate, so bounds, links and the grouping of a split quotation fall out of one decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertModel
from transformers.utils import logging

from quotes.pipeline.attribution.network.decoder import CUE_LABELS, HIDDEN, ROLE_LABELS
from quotes.pipeline.attribution.network.pieces import CASES, CLS, MARKS, PARAGRAPH_KINDS, SEP, Pieces
from quotes.pipeline.attribution.network.windows import COUNTS, DISTANCES, Window
from quotes.pipeline.entities import ENTITY_TAGS


class AttributionNetwork(nn.Module):
    """Word pieces with features in, scores out."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        self.mark = nn.Embedding(MARKS, width)
        self.kind = nn.Embedding(len(PARAGRAPH_KINDS), width)
        self.cue = nn.Linear(width, CUE_LABELS)
        self.role = nn.Linear(width, ROLE_LABELS)
        self.entity = nn.Linear(width, len(ENTITY_TAGS))
        self.piece = nn.Linear(width, HIDDEN)
        self.anchor = nn.Linear(width, HIDDEN)
        self.scale = nn.Linear(width, HIDDEN)
        self.distance = nn.Embedding(DISTANCES, HIDDEN)
        self.paragraph = nn.Embedding(COUNTS, HIDDEN)
        self.marks = nn.Embedding(COUNTS, HIDDEN)
        self.stops = nn.Embedding(COUNTS, HIDDEN)
        self.out = nn.Linear(HIDDEN, ROLE_LABELS)
        self.dropout = nn.Dropout(0.1)
        for table in (self.case, self.mark, self.kind):
            nn.init.normal_(table.weight, std=0.01)
        for table in (self.distance, self.paragraph, self.marks, self.stops):
            nn.init.normal_(table.weight, std=0.1)

    @classmethod
    def pretrained(cls, folder: Path) -> AttributionNetwork:
        """Start from a BERT folder. Its word embeddings stay as they are: a small gold would bend the frequent ones."""
        with _silent():
            encoder = BertModel.from_pretrained(
                str(folder),
                add_pooling_layer=False,
                attn_implementation="sdpa",
                attention_probs_dropout_prob=0.0,
                local_files_only=True,
            )
        encoder.embeddings.word_embeddings.weight.requires_grad = False
        return cls(encoder)

    def encode(self, ids: Tensor, case: Tensor, mark: Tensor, kind: Tensor, mask: Tensor) -> Tensor:
        """States (windows, pieces, width) of padded windows (windows, pieces); mask is 1 where there is a piece."""
        words = self.encoder.embeddings.word_embeddings(ids)
        embedded = words + self.case(case) + self.mark(mark) + self.kind(kind)
        return cast(Tensor, self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)

    def heads(self, states: Tensor) -> tuple[Tensor, ...]:
        """Scores of cue, role and entity labels, and the piece, anchor and scale of the role tagger."""
        heads = (self.cue, self.role, self.entity, self.piece, self.anchor, self.scale)
        return tuple(head(states) for head in heads)

    def roles(self, role: Tensor, piece: Tensor, anchor: Tensor, scale: Tensor, near: Tensor) -> Tensor:
        """Scores (anchors, pieces, ROLE_LABELS).

        role and piece (anchors, pieces, …) are those of the anchor's window, anchor and scale (anchors, HIDDEN) its
        own, near (anchors, 4, pieces) is what `windows.relations` gives.
        """
        tables = (self.distance, self.paragraph, self.marks, self.stops)
        place = torch.stack([table(near[:, at]) for at, table in enumerate(tables)]).sum(0)
        hidden = torch.relu(piece * (1 + scale[:, None]) + anchor[:, None] + place)
        return cast(Tensor, self.out(self.dropout(hidden)) + role)


def inputs_of(windows: Sequence[tuple[Pieces, Window]]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Padded ids, case, mark, kind and mask of some windows, between [CLS] and [SEP]."""
    length = max(window.end - window.start for _, window in windows) + 2
    ids, case, mark, kind, mask = torch.zeros(5, len(windows), length, dtype=torch.long)
    for at, (pieces, window) in enumerate(windows):
        here, count = slice(window.start, window.end), window.end - window.start
        ids[at, 0], ids[at, count + 1] = CLS, SEP
        for row, values in ((ids, pieces.ids), (case, pieces.case), (mark, pieces.mark), (kind, pieces.kind)):
            row[at, 1 : count + 1] = torch.from_numpy(values[here].astype(np.int64))
        mask[at, : count + 2] = 1
    return ids, case, mark, kind, mask


@contextmanager
def _silent() -> Iterator[None]:
    """Let transformers neither draw bars nor report that the folder's other heads are not used."""
    level, has_bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if has_bars:
            logging.enable_progress_bar()
