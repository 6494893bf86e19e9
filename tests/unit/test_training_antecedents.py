"""The antecedent scorer learns what the rankers cannot see. Needs torch."""

from __future__ import annotations

import io
from dataclasses import astuple

import numpy as np
import pytest

from quotes.errors import GoldError
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS
from quotes.pipeline.people.antecedents.scorer import CANDIDATE, SOURCE, View, read_scorer
from quotes.training.speakers import START, Sample

needed = "needs the extra: pip install 'quotes[train]'"
pytest.importorskip("torch", reason=needed)

from quotes.training.antecedents import fit_scorer, mean_of, save_scorer  # noqa: E402  (needs torch)

ALIKE = np.array([astuple(Features(agrees=1.0, full=1.0, sentence_before=1.0))] * 2)


def samples(count: int) -> list[Sample]:
    """Questions between two candidates alike, of whom the one that the encoder sees as positive is meant."""
    dice = np.random.default_rng(3)
    out = []
    for number in range(count):
        answer = int(dice.integers(2))
        seen = dice.normal(size=(2, CANDIDATE)).astype(np.float32) + np.array([[1.0], [-1.0]], np.float32) * (
            1 - 2 * answer
        )
        view = View(dice.normal(size=SOURCE).astype(np.float32), seen.astype(np.float32))
        out.append(Sample("person", f"a{number % 10}", ALIKE, np.array(astuple(Circumstances())), answer, view=view))
    return out


def test_fit_scorer_learns_what_only_the_encoder_sees(tmp_path):
    scorer, answers = fit_scorer(samples(400), START, "abc")
    assert sum(answer.right for answer in answers) > 360
    assert len(answers) == 400
    with (tmp_path / "antecedents.npz").open("wb") as stream:
        save_scorer(scorer, stream)
    again = read_scorer(tmp_path)
    assert again is not None
    assert again.encoder == "abc"
    view = samples(1)[0].view
    assert view is not None
    for kind in QUESTION_KINDS:
        assert again.weigh(kind, view, ALIKE)[0] == pytest.approx(scorer.weigh(kind, view, ALIKE)[0])
        assert 0.5 <= again.least_of(kind) < 1


def test_the_mean_of_scorers_is_the_mean_of_what_they_say():
    one, other = (fit_scorer(samples(count), START, "")[0] for count in (20, 40))
    both, view = mean_of([one, other]), samples(1)[0].view
    assert view is not None
    told = [scorer.weigh("person", view, ALIKE) for scorer in (one, other, both)]
    assert told[2][0] == pytest.approx((told[0][0] + told[1][0]) / 2, rel=1e-4, abs=1e-5)
    assert told[2][1] == pytest.approx((told[0][1] + told[1][1]) / 2, rel=1e-4, abs=1e-5)


def test_gold_without_views_is_an_error():
    with pytest.raises(GoldError) as error:
        fit_scorer([], START, "")
    assert error.value.code == "G11"


def test_one_article_is_enough_for_weights():
    same = [Sample(**{**{f: getattr(s, f) for f in s.__slots__}, "article": "a"}) for s in samples(8)]
    scorer, answers = fit_scorer(same, START, "")
    assert not answers
    assert np.isfinite(scorer.hidden).all()


def test_a_scorer_is_written_into_any_binary_stream():
    stream = io.BytesIO()
    save_scorer(fit_scorer(samples(12), START, "abc")[0], stream)
    assert stream.getvalue()
