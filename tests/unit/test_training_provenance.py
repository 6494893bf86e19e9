"""Rankers learn which features tell, and hold to where they began without samples that say otherwise."""

from __future__ import annotations

from quotes.pipeline.provenance.ranker import Ranker, rankers
from quotes.training.provenance import FIELDS, PRIOR, Sample, as_json, fitted

TOLD, NEAR = frozenset(("own:told", "own:outlet")), frozenset(("own:near", "own:outlet"))


def samples(times):
    return [Sample("told_to", (NEAR, TOLD), 1, True), Sample("told_to", (NEAR,), -1, False)] * times


def test_the_telling_feature_wins():
    ranker = fitted(samples(20), {"nobody": 0.0})
    assert ranker.choose([NEAR, TOLD])[0] == 1
    assert ranker.choose([NEAR])[0] is None
    assert ranker.choose([])[0] is None


def test_without_samples_the_start_stays():
    ranker = fitted([], {"nobody": 2.0, "own:told": 3.0})
    assert ranker.weights == {"own:told": 3.0}
    assert ranker.nobody == 2.0


def test_what_is_far_must_be_surer():
    ranker = Ranker({"own:a": 1.0, "before1:a": 1.0}, nobody=0.0, least=0.6, least_afar=0.9)
    assert ranker.choose([frozenset(("own:a",))])[0] == 0
    assert ranker.choose([frozenset(("before1:a",))])[0] is None


def test_the_shipped_rankers_are_those_of_the_fields():
    assert rankers().keys() == FIELDS.keys() == PRIOR.keys()
    assert '"told_to"' in as_json(rankers())
