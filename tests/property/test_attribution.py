"""What holds of attribution whatever the text, and whatever the network says of it; and that its time is linear."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution import QuoteAttribution
from quotes.pipeline.attribution.network.decoder import (
    CUE_LABELS,
    FEATURES,
    HIDDEN,
    ROLE_LABELS,
    Calibration,
    Outputs,
    RoleHead,
    decode,
    settle,
)
from quotes.pipeline.attribution.network.pieces import (
    CASES,
    MARKS,
    PARAGRAPH_KINDS,
    SEP,
    UNIT,
    pieces_of,
    read_verbatim,
)
from quotes.pipeline.attribution.network.weights import default_folder
from quotes.pipeline.attribution.network.windows import COUNTS, DISTANCES, MARGIN, SIZE, windows_of
from quotes.pipeline.entities import ENTITY_TAGS
from quotes.pipeline.paragraphs import QuoteParagraphs
from quotes.pipeline.regions import QuoteRegions, quoted_regions
from quotes.pipeline.tokens import TolerantTokenizer

BLANK = spacy.blank("en")
BLANK.tokenizer = TolerantTokenizer(BLANK.tokenizer)
BLANK.max_length = 10**7
TOKENIZER = read_verbatim(Tokenizer.from_file(str(default_folder() / "tokenizer.json")))

WORDS = st.sampled_from(
    "the bridge Voss Mrs. I he said told according to McVoss O’Neill USA 1987 e\u0301te\u0301 résumé 他说 한국어 מים "
    "ﬁn [SEP] [CLS] [MASK] ##ing \ud800 \ufffd \u200b \x00 \x07 \r \u0301 \U0001f600 unsinkability ½ … İ x\ufe0f".split(
        " "
    )
)
JOINTS = st.sampled_from(["", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\u00a0"])
PUNCTUATION = st.sampled_from([*"“”‘’'\"«».,:;?!—-()"])
NEWS = st.lists(st.tuples(st.one_of(WORDS, WORDS, PUNCTUATION), JOINTS), min_size=5, max_size=80).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)
TEXTS = st.one_of(
    NEWS, NEWS, NEWS, st.text(st.characters(codec=None), max_size=80), st.text("\x00\x07\u0301 \n", max_size=9)
)
SEEDS = st.integers(0, 2**32 - 1)


def cut(text):
    lines = paragraphs(text)
    return pieces_of(text, lines, quoted_regions(text, lines), TOKENIZER)


def normal(seed, *shape, spread=1.0):
    return np.random.default_rng(seed).normal(0, spread, shape).astype(np.float32)


class Dice:
    """A network that says anything. `calm` lifts the label for outside, so that there is less to decode."""

    def __init__(self, seed, spread, calm=0.0):
        self.seed, self.spread, self.calm = seed, spread, calm
        self.tokenizer, self.encoder = TOKENIZER, "dice"
        self.calibration = Calibration(least=0.0, least_unmarked=0.0)
        tables = [normal(seed + at, size, HIDDEN) for at, size in enumerate((DISTANCES, COUNTS, COUNTS, COUNTS))]
        self.head = RoleHead(*tables, weight=normal(seed, ROLE_LABELS, HIDDEN), bias=normal(seed, ROLE_LABELS))

    def run(self, pieces, window):
        count = window.end - window.start
        widths = (CUE_LABELS, ROLE_LABELS, len(ENTITY_TAGS), HIDDEN, HIDDEN, HIDDEN)
        outputs = Outputs(
            *(
                normal(self.seed + window.start + at, count, width, spread=self.spread)
                for at, width in enumerate(widths)
            )
        )
        for labels in (outputs.cue, outputs.role, outputs.entity):
            labels[:, 0] += self.calm
        return outputs


NETWORKS = st.builds(Dice, SEEDS, st.sampled_from([0.0, 0.1, 1.0, 10.0, 1e3, 1e6]), st.sampled_from([-9.0, 0.0, 2.0]))


@given(TEXTS)
def test_pieces_cover_each_character_once_and_in_order(text):
    pieces = cut(text)
    rows = (pieces.ids, pieces.starts, pieces.ends, pieces.case, pieces.mark, pieces.kind, pieces.paragraph)
    assert {len(row) for row in rows} == {len(pieces)}
    is_break = pieces.ids == SEP
    assert is_break.sum() == len(paragraphs(text))
    assert ((pieces.starts == pieces.ends) == is_break).all()
    assert (pieces.starts[1:] >= pieces.ends[:-1]).all()
    assert all(0 <= start <= end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    for row, size in ((pieces.case, CASES), (pieces.mark, MARKS), (pieces.kind, len(PARAGRAPH_KINDS))):
        assert all(0 <= value < size for value in row)
    assert not pieces.mark[is_break].any()
    covered = np.zeros(len(text), dtype=bool)
    for start, end in zip(pieces.starts, pieces.ends, strict=True):
        assert text[start:end].strip() == text[start:end]
        covered[start:end] = True
    assert all(covered[at] or not character.isascii() for at, character in enumerate(text) if character.isalnum())


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_range_of_holds_what_the_span_touches(text, start, length):
    pieces = cut(text)
    low, high = pieces.range_of(Span(start, start + length))
    assert 0 <= low <= high <= len(pieces)
    words = [at for at in range(len(pieces)) if pieces.ids[at] != SEP]
    touching = [at for at in words if length and pieces.starts[at] < start + length and pieces.ends[at] > start]
    assert touching == [at for at in words if low <= at < high and length]


@given(st.lists(st.tuples(TEXTS, st.integers(1, 60)), max_size=12), st.sampled_from([SIZE, 300, 250]))
@settings(max_examples=40)
def test_windows_own_each_piece_once(parts, size):
    pieces = cut("\n\n".join(part * count for part, count in parts))
    assert all(one < other for one, other in pairwise(pieces.units[:-1].tolist()))
    assert np.diff(pieces.units).max(initial=0) <= UNIT + 1
    owner = np.zeros(len(pieces), dtype=int)
    for window in windows_of(pieces, size):
        assert window.start <= window.own_start < window.own_end <= window.end <= window.start + size
        owner[window.own_start : window.own_end] += 1
    assert (owner == 1).all()


@given(TEXTS, NETWORKS)
@settings(max_examples=200)
def test_decoder_keeps_to_the_text_whatever_the_scores(text, network):
    pieces = cut(text)
    bounds = {"starts": set(pieces.starts.tolist()), "ends": set(pieces.ends.tolist())}
    for window in windows_of(pieces):
        found = decode(pieces, window, network.run(pieces, window), network.head, network.calibration)
        for one, features in found:
            assert len(features) == FEATURES
            assert 0 <= one.confidence <= 1
            assert one.content
            assert len(one.cue) <= 1
            assert len(one.source) <= 1
            taken = sorted((*one.content, *one.source))
            assert all(first.end <= second.start for first, second in pairwise(taken))
            for span in (*one.content, *one.cue, *one.source):
                assert 0 <= span.start < span.end <= len(text)
                assert span.start in bounds["starts"]
                assert span.end in bounds["ends"]
                numbers = {int(number) for number in pieces.paragraph[slice(*pieces.range_of(span))]}
                assert len(numbers) == 1  # no span crosses a paragraph


@given(TEXTS, NETWORKS)
@settings(max_examples=200)
def test_component_takes_any_text_and_any_scores(text, network):
    doc = QuoteAttribution(network)(QuoteRegions()(QuoteParagraphs()(BLANK(text))))
    starts = [one.content[0].start for one in doc._.attributions]
    assert starts == sorted(starts)
    for one in doc._.attributions:
        for spans in (one.content, one.cue, one.source):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(name.label_ for name in doc.ents)


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 600), st.integers(1, 300))
CLAIMS = st.lists(
    st.builds(
        Attribution,
        content=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
        cue=st.lists(SPANS, max_size=1).map(tuple),
        confidence=st.sampled_from([0.1, 0.4, 0.5, 0.9]),
    ),
    max_size=20,
)


@given(CLAIMS)
def test_settling_is_final(claims):
    kept = settle(claims, 0.3)
    assert set(kept) <= set(claims)
    assert all(one.confidence >= 0.3 for one in kept)
    assert set(settle(kept, 0.3)) == set(kept)
    cues = [one.cue[0] for one in kept if one.cue]
    assert all(one.overlap(other) == 0 for at, one in enumerate(cues) for other in cues[:at])


WORDINESS = {
    "one paragraph": "no we will not go said Voss, ",
    "no end of a sentence, all marks": "“ ” ",
    "one word": "a",
    "no letters": "12 ?! ",
    "many paragraphs": "“We go,” he said.\n",
    "paragraphs left open": "“We go he said.\n\n",
    "other scripts": "他说：“好。” 한국 ",
    "accents": "e\u0301\u0301\u0301 ",
    "nothing left": "\x00\u200b",
}


@pytest.mark.parametrize("part", WORDINESS.values(), ids=WORDINESS)
def test_time_and_windows_are_linear(part):
    """Ten times the text takes about ten times as long: a bound with room for a busy machine."""
    component = QuoteAttribution(Dice(7, 1.0, calm=6.0))
    spent = {}
    for length in (6_000, 60_000):
        text = (part * length)[:length]
        pieces = cut(text)
        assert len(windows_of(pieces)) <= 2 + len(pieces) / (SIZE - 2 * MARGIN - UNIT)
        doc = QuoteRegions()(QuoteParagraphs()(BLANK(text)))
        started = time.process_time()
        component(doc)
        spent[length] = time.process_time() - started
    assert spent[60_000] < 40 * spent[6_000] + 2
