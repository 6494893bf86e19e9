from __future__ import annotations

from dataclasses import astuple, replace

import numpy as np
import pytest
from people_docs import doc_of

from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.pipeline.people.features import Features
from quotes.pipeline.people.ranker import PRONOUNS, Ranker, choose
from quotes.training.speakers import Sample, fitted, samples_of

FLAT = Ranker(Features(), 0.0, 0.5)
RECENT, FAR = Features(last_speaker=1.0), Features(full=1.0)


def sample(*candidates: Features, answer: int) -> Sample:
    return Sample("pronoun", np.array([astuple(c) for c in candidates]), answer)


def test_fitted_learns_what_tells_the_right_candidate():
    learned = fitted([sample(RECENT, FAR, answer=0), sample(FAR, RECENT, answer=1)] * 10, FLAT)
    assert learned.weights.last_speaker > 0.5
    assert learned.weights.full < 0.0
    assert choose([(3, FAR), (7, RECENT)], learned).figure == 7


def test_fitted_learns_when_nobody_is_right():
    learned = fitted([sample(FAR, answer=-1)] * 20, FLAT)
    assert learned.nobody > 1.0
    assert choose([(0, FAR)], learned).figure is None


def test_fitted_without_samples_changes_nothing():
    assert fitted([], PRONOUNS) == PRONOUNS


@pytest.mark.parametrize(("speaker", "answer"), [("Tom Berg", 0), ("Ida Quill", -1), ("", -1)])
def test_samples_of_finds_the_right_candidate(speaker, answer):
    doc = doc_of("Tom Berg left. {“Yes,”} (he) <said>.", {"Tom Berg": "PERSON"})
    said = doc._.attributions[0]
    gold = GoldDocument("a", doc.text, (GoldAttribution(said.content, said.cue, said.source, "direct", speaker),))
    assert [(s.kind, s.answer) for s in samples_of(doc, gold)] == [("pronoun", answer)]


def test_samples_of_passes_over_what_the_gold_does_not_know():
    doc = doc_of("Tom Berg left. {“Yes,”} (he) <said>.", {"Tom Berg": "PERSON"})
    said = doc._.attributions[0]
    gold = GoldDocument("a", doc.text, (GoldAttribution(said.content, said.cue, said.source, "direct"),))
    assert not list(samples_of(doc, gold))


@pytest.mark.parametrize(
    ("candidates", "figure"),
    [
        ([], None),
        ([(0, replace(RECENT, agrees=1.0, full=1.0, sentence_before=1.0))], 0),
        ([(0, FAR)], None),
        ([(0, replace(RECENT, agrees=1.0, full=1.0))] * 2, None),
    ],
    ids=["nobody there", "one clear", "one unlikely", "two alike"],
)
def test_choose_names_the_probable_one_or_nobody(candidates, figure):
    choice = choose(candidates, PRONOUNS)
    assert choice.figure == figure
    assert 0.0 <= choice.probability <= 1.0
