"""Rankers learn which features tell, and hold to where they began without samples that say otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_docs import doc_of

from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.model import Span
from quotes.pipeline.people import People
from quotes.pipeline.provenance.ranker import Ranker, rankers
from quotes.training.provenance import FIELDS, PRIOR, Sample, as_json, fitted, samples_of

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


@pytest.mark.parametrize(("predicted", "points"), [(True, [True, False]), (False, [False])])
def test_articles_that_the_network_knows_do_not_say_how_far_it_is_to_be_trusted(predicted, points):
    doc = doc_of("{“Yes,”} (Ann Lee) <told> Film Weekly.", {"Ann Lee": "PERSON", "Film Weekly": "ORG"})
    (one,) = doc._.attributions
    at = doc.text.index("Film")
    doc._.attributions = (replace(one, addressee=(Span(at, at + 11),), addressee_chances=(0.8,)),)
    gold = GoldAttribution(one.content, one.cue, one.source, "direct", "Ann Lee", "Film Weekly")
    found = list(samples_of(People()(doc), GoldDocument("a", doc.text, (gold,)), predicted=predicted))
    told = [sample for sample in found if sample.field == "told_to"]
    assert [sample.answer for sample in told] == [0] * len(points)
    assert [any("rule:pointed at" in one for one in sample.candidates) for sample in told] == points


def test_the_shipped_rankers_are_those_of_the_fields():
    assert rankers().keys() == FIELDS.keys() == PRIOR.keys()
    assert '"told_to"' in as_json(rankers())
