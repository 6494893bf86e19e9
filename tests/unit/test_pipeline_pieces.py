"""Word pieces: they map back to the text whatever the tokenizer makes of it, and carry the right features."""

import numpy as np
import pytest
from tokenizers import Tokenizer

from quotes.layout import paragraphs
from quotes.model import Paragraph, Span
from quotes.pipeline.attribution.network.pieces import CLS, PARAGRAPH_KINDS, SEP, UNIT, pieces_of, read_verbatim
from quotes.pipeline.attribution.network.weights import default_folder
from quotes.pipeline.regions import quoted_regions

UNKNOWN, MASK = 100, 103


@pytest.fixture(scope="module")
def tokenizer():
    return read_verbatim(Tokenizer.from_file(str(default_folder() / "tokenizer.json")))


@pytest.fixture(scope="module")
def cut(tokenizer):
    """Pieces of a text that is one paragraph, or of the paragraphs given."""

    def pieces(text, given=None):
        lines = [Paragraph(Span(0, len(text)))] if given is None else given
        return pieces_of(text, lines, quoted_regions(text, lines), tokenizer)

    return pieces


def words(text, pieces):
    """What the pieces cut out of the text, breaks left out."""
    rows = zip(pieces.ids, pieces.starts, pieces.ends, strict=True)
    return [text[start:end] for number, start, end in rows if number != SEP]


TEXTS = {
    "plain": ("Voss said no.", ["Voss", "said", "no", "."]),
    "marks touch": ("“No,” she said", ["“", "No", ",", "”", "she", "said"]),
    "word in pieces": ("unsinkability", ["un", "sin", "ka", "bility"]),
    "accents": ("José Núñez à côté", ["José", "Núñez", "à", "côté"]),
    "accents as characters of their own": ("Jose\u0301 cote\u0301.", ["Jose\u0301", "cote\u0301", "."]),
    "accents upon accents": ("e\u0301\u0323\u0302 x", ["e\u0301\u0323\u0302", "x"]),
    "accents upon nothing": ("\u0301\u0301 x", ["x"]),
    "an accent between pieces": ("bo\u0301ndaryx", ["bo\u0301nd", "ary", "x"]),
    "dotted capital I": ("İzmir", ["İ", "z", "mir"]),
    "ligature": ("ﬁne", ["ﬁ", "ne"]),
    "Chinese": ("他说：“好”", ["他", "说", "：", "“", "好", "”"]),
    "Korean, decomposed within": ("한국 x", ["한", "국", "x"]),
    "emoji, joined and varied": ("a 👩\u200d🚀 ❤\ufe0f b", ["a", "👩\u200d🚀", "❤\ufe0f", "b"]),
    "zero width space": ("no\u200bbody", ["no\u200bbody"]),
    "soft hyphen": ("har\u00adbour", None),
    "replacement character": ("x\ufffdy", ["x\ufffd", "y"]),
    "lone surrogate": ("x \ud800 y\udc00z", ["x", "y\udc00", "z"]),
    "control characters": ("\x07a\x00b \x1b", ["a\x00b"]),
    "carriage returns": ("a\rb\r\nc", ["a", "b", "c"]),
    "form feeds and other old separators": ("page\x0cpage\x1cx\x85y", ["page", "page", "x", "y"]),
    "too long a word": ("a" * 120 + " b", ["a" * 120, "b"]),
    "special tokens are letters": ("[SEP] x", ["[", "SEP", "]", "x"]),
    "nothing": ("", []),
    "nothing left": ("\x00\x07\u200b\ufffd", []),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_pieces_map_back_to_the_text(cut, text, expected):
    pieces = cut(text)
    if expected is None:  # where it is cut is the vocabulary's business
        assert "".join(words(text, pieces)) == text
    else:
        assert words(text, pieces) == expected
    assert pieces.ids[-1] == SEP
    assert pieces.starts[-1] == pieces.ends[-1] == len(text)


def test_pieces_know_special_tokens_only_as_their_own(cut):
    text = "“[SEP] is not [CLS],” [MASK] said.[PAD][UNK]"
    ids = cut(text).ids
    assert not {0, UNKNOWN, CLS, SEP, MASK} & set(ids[:-1].tolist())
    assert ids[-1] == SEP


CASE = {
    "voss": 1,
    "Voss": 2,
    "I": 2,
    "USA": 3,
    "McVoss": 4,
    "iPhone": 4,
    "B2": 3,
    "Mk4x": 2,
    "mK4": 5,
    "1987": 5,
    ",": 0,
    "“": 0,
    "Éva": 2,
    "E\u0301va": 2,
    "好": 4,
    "unsinkability": 1,
    "UNSINKABILITY": 3,
}


@pytest.mark.parametrize(("word", "case"), CASE.items(), ids=CASE)
def test_pieces_carry_the_case_of_their_word(cut, word, case):
    pieces = cut(f". {word} .")
    assert set(pieces.case[1:-2].tolist()) == {case}
    assert pieces.case[[0, -2, -1]].tolist() == [0, 0, 0]


MARKED = {  # 0 outside, 1 inside, 2 inside and left open, 3 nested, 4 opening, 5 closing
    "closed": ("he said “no way” then", [0, 0, 4, 1, 1, 5, 0]),
    "left open": ("he said “no way", [0, 0, 4, 2, 2]),
    "nested": ("“she said ‘no’ then”", [4, 1, 1, 4, 3, 5, 1, 5]),
    "straight": ('"no" he said', [4, 1, 5, 0, 0]),
    "none": ("he said no", [0, 0, 0]),
}


@pytest.mark.parametrize(("text", "expected"), MARKED.values(), ids=MARKED)
def test_pieces_know_their_place_among_marks(cut, text, expected):
    assert cut(text).mark.tolist() == [*expected, 0]


def test_pieces_count_paragraphs_and_know_their_kind(cut):
    text = "Rain\nIt rains.\n\x07\nRead more: floods"
    lines = [
        Paragraph(Span(0, 4), "headline"),
        Paragraph(Span(5, 14)),
        Paragraph(Span(15, 16)),
        Paragraph(Span(17, len(text)), "related"),
    ]
    pieces = cut(text, lines)
    assert words(text, pieces) == ["Rain", "It", "rains", ".", "Read", "more", ":", "floods"]
    assert (pieces.ids == SEP).nonzero()[0].tolist() == [1, 5, 6, 11]
    assert pieces.paragraph.tolist() == [0, 0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]
    assert [PARAGRAPH_KINDS[kind] for kind in pieces.kind[[0, 2, 6, 8]]] == ["headline", "body", "body", "related"]
    assert pieces.units.tolist() == [0, 2, 6, 7, 12]
    assert pieces.starts[pieces.ids == SEP].tolist() == [4, 14, 16, len(text)]


@pytest.mark.parametrize(
    ("sentence", "count", "starts"),
    [
        ("no ", UNIT - 1, [0]),
        ("no ", 2 * UNIT, [0, UNIT]),  # nowhere to cut: where the unit is full
        ("we sail at nine tonight if it stays calm . ", 40, [0, 160, 320]),  # ten pieces each
        ("we sail at nine tonight if it stays calm now ok . ", 40, [0, 156, 312]),  # twelve each
    ],
)
def test_long_paragraphs_are_cut_behind_sentences(cut, sentence, count, starts):
    pieces = cut((sentence * count).strip())
    assert pieces.units[: len(starts)].tolist() == starts
    assert pieces.units[-1] == len(pieces)
    assert np.diff(pieces.units).max() <= UNIT + 1  # with the break


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 4), (0, 1)),
        (Span(0, 1), (0, 1)),  # a part of a piece
        (Span(3, 6), (0, 2)),
        (Span(4, 5), (1, 1)),  # the white space between
        (Span(5, 9), (1, 2)),
        (Span(0, 13), (0, 4)),
        (Span(0, 17), (0, 6)),  # over the break
        (Span(14, 17), (5, 6)),
        (Span(17, 17), (7, 7)),
    ],
)
def test_range_of_a_span(cut, span, expected):
    text = "Voss said no.\nYes"
    assert cut(text, paragraphs(text)).range_of(span) == expected
