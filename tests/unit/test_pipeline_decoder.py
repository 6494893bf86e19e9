"""The decoder on scores made by hand: what the labels say comes out as spans, and claims are settled."""

import time

import numpy as np
import pytest

from quotes.model import Attribution, Span
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
from quotes.pipeline.attribution.network.pieces import SEP, Pieces
from quotes.pipeline.attribution.network.windows import COUNTS, DISTANCES, Window

TEXT = "“ No , ” Ana said . | She left ."
"""Pieces, a bar for a break. Each is as long as it looks; one blank stands between two."""

CUES = ".bio"  # outside, begins a cue, inside it, opening of a quotation without one
ROLES = ".CcSsVvAaFf"  # outside, begins content, inside it, and so on: source, cue, addressee, citation


def pieces_of_words(text):
    words = text.split()
    ends = np.cumsum([len(word) + 1 for word in words]).astype(np.int32) - 1
    is_break = np.array([word == "|" for word in words])
    ids = np.where(is_break, SEP, 7).astype(np.int32)
    starts = np.where(is_break, ends, ends - [len(word) for word in words]).astype(np.int32)
    paragraph = (np.cumsum(is_break) - is_break).astype(np.int32)
    nothing = np.zeros(len(words), dtype=np.int32)
    case = np.array([any(c.isalnum() for c in word) for word in words]).astype(np.int32)
    bounds = np.array([0, len(words)], dtype=np.int32)
    return Pieces(ids, starts, ends, nothing > 0, case, nothing, nothing, paragraph, bounds)


def outputs(cue, role, sure=9.0):
    """Scores in which the labels written stand out by `sure`; the role tagger adds nothing (see `HEAD`)."""
    count = len(cue)
    one_hot = [
        np.eye(size, dtype=np.float32)[[names.index(label) for label in row]] * sure
        for names, row, size in ((CUES, cue, CUE_LABELS), (ROLES, role, ROLE_LABELS))
    ]
    blank = np.zeros((count, HIDDEN), dtype=np.float32)
    return Outputs(one_hot[0], one_hot[1], np.zeros((count, 11), np.float32), blank, blank, blank)


HEAD = RoleHead(
    distance=np.zeros((DISTANCES, HIDDEN), np.float32),
    paragraph=np.zeros((COUNTS, HIDDEN), np.float32),
    marks=np.zeros((COUNTS, HIDDEN), np.float32),
    stops=np.zeros((COUNTS, HIDDEN), np.float32),
    weight=np.zeros((ROLE_LABELS, HIDDEN), np.float32),
    bias=np.zeros(ROLE_LABELS, np.float32),
)


def read(cue, role, own=None, text=TEXT, **calibration):
    """What is decoded, as (source, cue, [content, …]) in words."""
    pieces = pieces_of_words(text)
    window = Window(0, len(pieces), *(own or (0, len(pieces))))
    found = decode(pieces, window, outputs(cue, role), HEAD, Calibration(**calibration))
    return [
        ("".join(s.cut(text) for s in a.source), "".join(s.cut(text) for s in a.cue), [s.cut(text) for s in a.content])
        for a, _ in found
    ]


DECODED = {  # each row: a letter for each of “ No , ” Ana said . | She left .
    "nothing": ("...........", "...........", []),
    "plain": (".....b.....", "CcccS......", [("Ana", "said", ["“ No , ”"])]),
    "without a source": (".....b.....", "Cccc.......", [("", "said", ["“ No , ”"])]),
    "without a cue": ("o..........", "Cccc.......", [("", "", ["“ No , ”"])]),
    "without content": (".....b.....", "....S......", []),
    "content in two parts": (".....b.....", "CcccS...Cc.", [("Ana", "said", ["“ No , ”", "She left"])]),
    "parts side by side": (".....b.....", "C..CS...CC.", [("Ana", "said", ["She", "left"])]),
    "marks alone are part of what they touch": (".....b.....", "CCCcS......", [("Ana", "said", ["“ No , ”"])]),
    "marks that touch nothing are nothing": (".....b.....", "..CcS......", []),
    "a cue elsewhere is not the anchor's": ("....b......", "Cccc.Vv....", [("", "Ana", ["“ No , ”"])]),
    "wider than the anchor": (".....b.....", "CcccVv.....", [("", "Ana said", ["“ No , ”"])]),
    "a cue of two pieces": ("....bi.....", "Cccc.......", [("", "Ana said", ["“ No , ”"])]),
    "a cue that begins inside": (".....i.....", "Cccc.......", [("", "said", ["“ No , ”"])]),
    "two cues side by side": ("....bb.....", "Cccc.......", [("", "Ana", ["“ No , ”"]), ("", "said", ["“ No , ”"])]),
    "a cue does not go on behind a break": (
        "......bii..",
        "Cccc.......",
        [("", ".", ["“ No , ”"]), ("", "She", ["“ No , ”"])],
    ),
    "a break is no cue": (".......b...", "Cccc.......", []),
    "a break is no opening": (".......o...", "Cccc.......", []),
    "a break parts content": (".....b.....", "Cccccccccc.", [("", "said", ["“ No , ” Ana said .", "She left"])]),
    "an inside that nothing began": (".....b.....", "ccccS......", [("Ana", "said", ["“ No , ”"])]),
}


@pytest.mark.parametrize(("cue", "role", "expected"), DECODED.values(), ids=DECODED)
def test_decoder_reads(cue, role, expected):
    assert read(cue, role) == expected


@pytest.mark.parametrize(("own", "count"), [((0, 5), 0), ((5, 6), 1), ((6, 11), 0), ((0, 11), 1)])
def test_decoder_reads_only_cues_of_its_own(own, count):
    assert len(read(".....b.....", "Cccc.......", own)) == count


def test_decoder_takes_the_likelier_source():
    pieces, scores = pieces_of_words(TEXT), outputs(".....b.....", "CcccS...S..")
    scores.role[8] *= 2
    ((attribution, _),) = decode(pieces, Window(0, 11, 0, 11), scores, HEAD, Calibration())
    assert [span.cut(TEXT) for span in attribution.source] == ["She"]


def test_decoder_looks_at_unlikely_cues_where_told_to():
    scores = outputs("...........", "Cccc.......")
    scores.cue[5, CUES.index("b")] = 8.5  # beside 9 for none
    window, pieces = Window(0, 11, 0, 11), pieces_of_words(TEXT)
    assert not decode(pieces, window, scores, HEAD, Calibration())
    ((attribution, _),) = decode(pieces, window, scores, HEAD, Calibration(cue_bias=1.0))
    assert [span.cut(TEXT) for span in attribution.cue] == ["said"]


def test_decoder_gives_faint_words_with_their_chance():
    window, pieces = Window(0, 11, 0, 11), pieces_of_words(TEXT)
    scores = outputs(".....b.....", "CcccS...Aa.")
    ((attribution, _),) = decode(pieces, window, scores, HEAD, Calibration())
    assert [span.cut(TEXT) for span in attribution.addressee] == ["She left"]
    assert attribution.addressee_chances[0] > 0.99
    assert (attribution.citation, attribution.citation_chances) == ((), ())
    scores.role[8:10, ROLES.index(".")] = 10.5  # beside 9 for the addressee
    ((attribution, _),) = decode(pieces, window, scores, HEAD, Calibration())
    assert [span.cut(TEXT) for span in attribution.addressee] == ["She left"]  # as likely to go on as to begin
    assert 0.1 < attribution.addressee_chances[0] < 0.2


def test_decoder_is_surer_where_scores_are():
    window, pieces = Window(0, 11, 0, 11), pieces_of_words(TEXT)
    chances = []
    for sure in (2.0, 4.0, 8.0, 1e4):
        scores = outputs(".....b.....", "CcccS......", sure)
        ((attribution, features),) = decode(pieces, window, scores, HEAD, Calibration())
        assert len(features) == FEATURES
        assert np.isfinite(features).all()
        chances.append(attribution.confidence)
    assert 0 < chances[0] < chances[1] < chances[2] <= chances[3] <= 1


@pytest.mark.parametrize(("bias", "expected"), [(0.0, 0.5), (-1e6, 0.0), (1e6, 1.0), (1.0, 0.7310586)])
def test_confidence_is_logistic(bias, expected):
    assert Calibration(weights=(1.0, -1.0), bias=bias).confidence((2.0, 2.0)) == pytest.approx(expected)


def claim(content, cue=(), confidence=0.9):
    return Attribution(
        tuple(Span(*one) for one in content), cue=tuple(Span(*one) for one in cue), confidence=confidence
    )


SETTLED = {  # claims, and the numbers of those that stay
    "none": ([], []),
    "one": ([claim([(0, 10)])], [0]),
    "one too unsure": ([claim([(0, 10)], confidence=0.2)], []),
    "apart, in text order": ([claim([(20, 30)]), claim([(0, 10)], confidence=0.5)], [1, 0]),
    "the same content": ([claim([(0, 10)], confidence=0.5), claim([(0, 9)], [(12, 15)])], [1]),
    "the same cue": ([claim([(0, 10)], [(12, 15)], 0.5), claim([(20, 30)], [(12, 15)])], [1]),
    "a part of the content": ([claim([(0, 100)]), claim([(90, 100)], [(102, 105)])], [0, 1]),
    "half of the content": ([claim([(0, 100)]), claim([(50, 100)], [(102, 105)], 0.8)], [0]),
    "of three the middle one is surest": (
        [claim([(0, 10)], confidence=0.6), claim([(2, 12)]), claim([(8, 18)], confidence=0.5)],
        [1, 2],
    ),
    "a cue far from its content": ([claim([(0, 10)], [(9000, 9003)]), claim([(8000, 8010)], [(9001, 9003)], 0.5)], [0]),
    "the longer first where both begin": ([claim([(0, 10)]), claim([(0, 90)], [(95, 99)])], [1, 0]),
}


@pytest.mark.parametrize(("claims", "stay"), SETTLED.values(), ids=SETTLED)
def test_claims_are_settled(claims, stay):
    assert settle(claims, 0.3) == tuple(claims[number] for number in stay)
    assert settle(claims[::-1], 0.3) == settle(claims, 0.3)


def test_ten_thousand_claims_are_settled_in_near_linear_time():
    claims = [
        claim([(60 * at + shift, 60 * at + 40)], [(60 * at + 45, 60 * at + 49)], 0.4 + at % 5 / 10 + shift / 1000)
        for at in range(5_000)
        for shift in (0, 3)
    ]
    started = time.process_time()
    assert len(settle(claims, 0.3)) == 5_000
    assert time.process_time() - started < 5
