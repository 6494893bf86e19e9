"""Windows: each unit is owned once, none is too long, and pieces know where they stand in respect of others."""

from itertools import accumulate, pairwise

import numpy as np
import pytest

from quotes.pipeline.attribution.network.pieces import Pieces
from quotes.pipeline.attribution.network.windows import (
    COUNTS,
    DISTANCES,
    MARGIN,
    SIZE,
    Window,
    relations,
    running_counts,
    windows_of,
)

STOP = 1012  # a full stop, as a word piece


def document(*units):
    """Pieces of which only the lengths of the units matter."""
    row = np.zeros(sum(units), dtype=np.int32)
    bounds = np.array(list(accumulate(units, initial=0)), dtype=np.int32)
    return Pieces(row, row, row, row > 0, row, row, row, row, bounds)


DOCUMENTS = {
    "nothing": [],
    "one piece": [1],
    "one full window": [SIZE],
    "just too long for one": [SIZE // 4] * 4 + [1],
    "many short paragraphs": [7] * 900,
    "one long paragraph": [160] * 60 + [31],
    "long and short": [160, 3, 161, 2, 2, 90] * 25,
    "a paragraph longer than a unit can be": [20, SIZE + 300, 20],
}


@pytest.mark.parametrize("units", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize(("size", "margin"), [(SIZE, MARGIN), (300, 40), (300, 0)])
def test_windows_own_every_unit_once(units, size, margin):
    pieces = document(*units)
    windows = windows_of(pieces, size, margin)
    owned = [(window.own_start, window.own_end) for window in windows]
    assert [start for start, _ in owned[:1]] == [0] * bool(units)
    assert all(one[1] == other[0] for one, other in pairwise(owned))
    assert sum(end - start for start, end in owned) == len(pieces)
    assert {start for start, _ in owned} <= set(pieces.units.tolist())
    for window in windows:
        assert 0 <= window.start <= window.own_start < window.own_end <= window.end <= len(pieces)
        if len(windows) > 1:
            assert window.own_start - window.start == min(margin, window.own_start)
            assert window.end - window.own_end == min(margin, len(pieces) - window.own_end)
        longest = max(b - a for a, b in pairwise(pieces.units.tolist()))
        assert window.end - window.start <= max(size, longest + 2 * margin)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([], []),
        ([SIZE], [Window(0, SIZE, 0, SIZE)]),
        ([150] * 3, [Window(0, 332, 0, 300), Window(268, 450, 300, 450)]),
        ([100] * 6, [Window(0, 332, 0, 300), Window(268, 600, 300, 600)]),  # halves, not 384 and the rest
    ],
)
def test_windows_are_about_equal(units, expected):
    assert windows_of(document(*units)) == expected


def test_windows_are_few():
    """A paragraph of 100,000 words is near 120,000 pieces, cut into units."""
    assert len(windows_of(document(*[150] * 800))) <= 400
    assert len(windows_of(document(*[12] * 10_000))) <= 1.1 * 120_000 / (SIZE - 2 * MARGIN)


def test_windows_take_a_margin_that_leaves_no_room():
    windows = windows_of(document(10, 10, 10), size=20, margin=30)
    assert [(window.own_start, window.own_end) for window in windows] == [(0, 10), (10, 20), (20, 30)]


def test_running_counts_of_paragraphs_marks_and_stops():
    ids = np.array([5, STOP, 5, 999, 5, 1029], dtype=np.int32)
    mark = np.array([4, 1, 5, 0, 3, 2], dtype=np.int32)
    paragraph = np.array([3, 3, 3, 4, 4, 5], dtype=np.int32)
    assert running_counts(ids, mark, paragraph).tolist() == [
        [3, 3, 3, 4, 4, 5],
        [1, 1, 2, 2, 2, 2],
        [0, 1, 1, 2, 2, 3],
    ]


def test_relations_tell_distance_and_side():
    counts = np.zeros((3, 448), dtype=np.int32)
    distance = relations(counts, 100, 102)[0]
    here = DISTANCES // 2
    assert distance[100:103].tolist() == [here] * 3
    assert distance[103:107].tolist() == [here + 1, here + 2, here + 3, here + 4]
    assert distance[96:100].tolist() == [here - 4, here - 3, here - 2, here - 1]
    assert (np.diff(distance) >= 0).all()  # the farther, the greater
    assert distance.min() >= 0
    assert distance.max() == DISTANCES - 1
    assert (distance[103:203] - here == here - distance[99::-1]).all()


def test_relations_count_what_lies_between():
    counts = np.array([[0, 0, 1, 2, 9], [0, 1, 1, 1, 1], [7, 6, 5, 4, 3]], dtype=np.int32)
    middle = COUNTS // 2
    between = relations(counts, 2, 2)[1:] - middle
    assert between.tolist() == [[-1, -1, 0, 1, 4], [-1, 0, 0, 0, 0], [2, 1, 0, -1, -2]]
