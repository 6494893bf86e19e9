"""Confidence: the fit finds what made the data, the table says how far it holds."""

import numpy as np
import pytest

from quotes.pipeline.attribution.network.decoder import Calibration
from quotes.training.calibrate import fit, reliability


def drawn(weights, bias, count=20_000):
    rng = np.random.default_rng(5)
    features = rng.normal(size=(count, len(weights)))
    chance = 1 / (1 + np.exp(-(features @ np.array(weights) + bias)))
    return features, (rng.random(count) < chance).astype(float)


@pytest.mark.parametrize(("weights", "bias"), [((1.0, -0.5), 0.3), ((2.0, 0.0, 0.7), -1.5), ((0.1,), 3.0)])
def test_the_fit_finds_the_weights_that_made_the_data(weights, bias):
    fitted = fit(*drawn(weights, bias), Calibration(cue_bias=1.0))
    assert fitted.weights == pytest.approx(weights, abs=0.12)
    assert fitted.bias == pytest.approx(bias, abs=0.12)
    assert fitted.cue_bias == 1.0


def test_confidence_is_the_share_that_is_right():
    features, right = drawn((2.0, 0.5), -0.4)
    fitted = fit(features, right, Calibration())
    rows = reliability(np.array([fitted.confidence(row) for row in features]), right)
    assert sum(row["count"] for row in rows) == len(features)
    for row in rows:
        assert row["from"] <= row["confidence"] <= row["from"] + 0.1
        assert row["right"] == pytest.approx(row["confidence"], abs=0.05)


@pytest.mark.parametrize(
    ("features", "right"),
    [
        ("all right", [1.0] * 50),
        ("one wrong", [1.0] * 49 + [0.0]),
        ("parted", [0.0] * 25 + [1.0] * 25),
    ],
)
def test_the_fit_stays_finite(features, right):
    fitted = fit(np.linspace(-1000, 1000, 50)[:, None], np.array(right), Calibration())
    assert np.isfinite([*fitted.weights, fitted.bias]).all()
    assert fitted.confidence([1000.0]) > 0.5


def test_a_feature_that_never_changes_is_no_trouble():
    features, right = drawn((1.0, 0.0), 0.5)
    features[:, 1] = 1.0
    fitted = fit(features, right, Calibration())
    assert fitted.weights[0] == pytest.approx(1.0, abs=0.1)
    assert fitted.weights[1] + fitted.bias == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("features", "right"), [(np.zeros((0, 10)), np.zeros(0)), (np.ones((3, 10)), np.zeros(3))])
def test_where_nothing_is_right_the_start_stays(features, right):
    start = Calibration(cue_bias=1.0)
    assert fit(features, right, start) is start


def test_the_reliability_table_leaves_empty_bands_out():
    rows = reliability(np.array([0.05, 0.07, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0]))
    assert rows == [
        {"from": 0.0, "count": 2, "confidence": 0.06, "right": 0.5},
        {"from": 0.9, "count": 2, "confidence": 0.975, "right": 1.0},
    ]
    assert reliability(np.zeros(0), np.zeros(0)) == []
