"""Labels land on the right pieces, whatever the windows."""

import random

import numpy as np
import pytest

from quotes.model import Span
from quotes.pipeline.attribution.network.decoder import (
    BEGIN_CONTENT,
    BEGIN_CUE,
    BEGIN_SOURCE,
    INSIDE_CUE,
    OPENING,
    OUTSIDE,
)
from quotes.pipeline.attribution.network.pieces import SEP
from quotes.pipeline.attribution.network.weights import default_folder
from quotes.pipeline.attribution.network.windows import windows_of
from quotes.pipeline.entities import ENTITY_TAGS
from quotes.training.data import Example, Said
from quotes.training.encoder import open_tokenizer
from quotes.training.samples import IGNORED, batches_of, pieces_of_text, samples_of

CONTENT = (BEGIN_CONTENT, BEGIN_CONTENT + 1)
SOURCE = (BEGIN_SOURCE, BEGIN_SOURCE + 1)
LINE = "“The ferry is safe,” Ruben Aldous told reporters. “It will sail.” The harbour is deep and the water cold."


@pytest.fixture(scope="module")
def tokenizer():
    return open_tokenizer(default_folder())


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def document(paragraphs, entities=True):
    """LINE again and again, each with its attribution; and a quotation that has no cue."""
    text = "\n".join([LINE] * paragraphs) + "\n“The lamps were out, and nobody saw it.”"
    said, names = [], []
    for number in range(paragraphs):
        base = number * (len(LINE) + 1)

        def at(words, base=base):
            found = span(LINE, words)
            return Span(base + found.start, base + found.end)

        said.append(
            Said((at("“The ferry is safe,”"), at("“It will sail.”")), (at("told reporters"),), (at("Ruben Aldous"),))
        )
        names.append((at("Ruben Aldous"), "PERSON"))
    said.append(Said((span(text, "“The lamps were out, and nobody saw it.”"),), (), ()))
    return Example("x", text, tuple(said), tuple(names) if entities else None)


def cut(example, sample, begin, inside, row):
    """The words of each run of labels."""
    pieces, first = sample.pieces, sample.window.start
    found = []
    for at, label in enumerate(row):
        start, end = int(pieces.starts[first + at]), int(pieces.ends[first + at])
        if label == begin:
            found.append((start, end))
        elif label == inside:
            assert row[at - 1] in (begin, inside)
            found[-1] = (found[-1][0], end)
    return [example.text[start:end] for start, end in found]


def first_sample(example, tokenizer):
    [sample] = samples_of(example, tokenizer, random.Random(1), 400)
    return sample


def test_labels_land_on_the_right_pieces(tokenizer):
    example = document(1)
    sample = first_sample(example, tokenizer)
    assert cut(example, sample, BEGIN_CUE, INSIDE_CUE, sample.cue) == ["told reporters"]
    assert cut(example, sample, *SOURCE, sample.role) == ["Ruben Aldous"]
    contents = ["“The ferry is safe,”", "“It will sail.”", "“The lamps were out, and nobody saw it.”"]
    assert cut(example, sample, *CONTENT, sample.role) == contents
    [opening] = np.flatnonzero(sample.cue == OPENING)
    assert example.text[sample.pieces.starts[opening] :].startswith("“The lamps")


def test_an_anchor_has_what_belongs_to_it_alone(tokenizer):
    example = document(1)
    told, opening = first_sample(example, tokenizer).anchors
    sample = first_sample(example, tokenizer)
    assert cut(example, sample, *CONTENT, told.row) == ["“The ferry is safe,”", "“It will sail.”"]
    assert cut(example, sample, *SOURCE, told.row) == ["Ruben Aldous"]
    assert cut(example, sample, *CONTENT, opening.row) == ["“The lamps were out, and nobody saw it.”"]
    assert opening.high - opening.low == 1
    assert set(sample.cue[told.low : told.high]) == {BEGIN_CUE, INSIDE_CUE}


def test_entity_labels_are_those_of_the_tagger(tokenizer):
    example = document(1)
    sample = first_sample(example, tokenizer)
    begin, inside = ENTITY_TAGS.index("B-PERSON"), ENTITY_TAGS.index("I-PERSON")
    assert cut(example, sample, begin, inside, sample.entity) == ["Ruben Aldous"]
    assert set(first_sample(document(1, entities=False), tokenizer).entity) == {IGNORED}


def test_content_over_paragraphs_is_one_range_a_paragraph(tokenizer):
    text = "“One two.\n“Three four,” he said."
    example = Example(
        "x", text, (Said((span(text, "“One two.\n“Three four,”"),), (span(text, "said"),), (span(text, "he"),)),)
    )
    sample = first_sample(example, tokenizer)
    assert cut(example, sample, *CONTENT, sample.role) == ["“One two.", "“Three four,”"]
    assert set(sample.role[sample.pieces.ids == SEP]) == {OUTSIDE}


def test_attributions_that_share_a_cue_share_the_anchor(tokenizer):
    text = "He said it was late and that it was dark."
    cue, source = (span(text, "said"),), (span(text, "He"),)
    said = (Said((span(text, "it was late"),), cue, source), Said((span(text, "that it was dark"),), cue, source))
    example = Example("x", text, said)
    sample = first_sample(example, tokenizer)
    [anchor] = sample.anchors
    assert cut(example, sample, *CONTENT, anchor.row) == ["it was late", "that it was dark"]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("paragraphs", [1, 8, 60])
def test_windows_own_each_piece_once_and_labels_hold_in_each(tokenizer, seed, paragraphs):
    example = document(paragraphs)
    samples = list(samples_of(example, tokenizer, random.Random(seed), 200))
    owned = np.concatenate([np.arange(s.window.own_start, s.window.own_end) for s in samples])
    assert (owned == np.arange(len(samples[0].pieces))).all()
    for sample in samples:
        assert len(sample) <= 200
        assert {len(row) for row in (sample.cue, sample.role, sample.entity)} == {len(sample)}
        assert set(cut(example, sample, BEGIN_CUE, INSIDE_CUE, sample.cue)) <= {"told reporters"}
        for anchor in sample.anchors:
            assert 0 <= anchor.low < anchor.high <= len(sample)
    cues = sum(
        int((s.cue[s.window.own_start - s.window.start : s.window.own_end - s.window.start] == BEGIN_CUE).sum())
        for s in samples
    )
    assert cues == paragraphs


@pytest.mark.parametrize("size", [160, 250, 400, 510])
def test_windows_keep_their_size(tokenizer, size):
    pieces = pieces_of_text(document(60).text, tokenizer)
    for margin in (0, 16, 40):
        assert all(window.end - window.start <= size + 1 for window in windows_of(pieces, size, margin))


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_to_read_is_no_sample(tokenizer, text):
    assert list(samples_of(Example("x", text, ()), tokenizer, random.Random(1), 400)) == []


@pytest.mark.parametrize("size", [1, 300, 700, 5000])
def test_batches_keep_their_size_and_every_sample(tokenizer, size):
    rng = random.Random(3)
    samples = [s for n in (1, 2, 3, 9, 30) for s in samples_of(document(n), tokenizer, rng, 300)]
    batches = batches_of(samples, rng, size)
    assert sorted(map(id, samples)) == sorted(id(sample) for batch in batches for sample in batch)
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(len(sample) + 2 for sample in batch) <= size
    assert batches_of([], rng, size) == []


def test_the_same_dice_give_the_same_batches(tokenizer):
    def drawn():
        rng = random.Random("1-0")
        samples = list(samples_of(document(30), tokenizer, rng, 200))
        return [[(s.window, s.cue.tolist()) for s in batch] for batch in batches_of(samples, rng, 700)]

    assert drawn() == drawn()
