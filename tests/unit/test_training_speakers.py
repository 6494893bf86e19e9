from __future__ import annotations

import json
from dataclasses import astuple, replace

import numpy as np
import pytest
from people_docs import doc_of

from quotes.errors import GoldError
from quotes.evaluation.gold import GoldAttribution, GoldDocument
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.ranker import (
    QUESTION_KINDS,
    Ranker,
    choose,
    rankers,
    rankers_text,
    read_rankers,
)
from quotes.training.leasts import ENOUGH, LEAST_OF, Answer, leasts_worth
from quotes.training.speakers import START, Reading, Sample, fit_rankers, fitted, samples_of

FLAT = Ranker()
RECENT, FAR = Features(last_speaker=1.0), Features(full=1.0)
PRONOUNS = rankers()["person"]


def sample(*candidates: Features, answer: int, nobody: Circumstances | None = None) -> Sample:
    rows = np.array([astuple(c) for c in candidates])
    return Sample("person", "a", rows, np.array(astuple(nobody or Circumstances())), answer)


def reading(marked: str, ents: dict[str, str], speaker: str | None) -> Reading:
    doc = doc_of(marked, ents)
    said = doc._.attributions[0]
    attribution = GoldAttribution(said.content, said.cue, said.source, "direct", speaker)
    return Reading.of(doc, GoldDocument("a", doc.text, (attribution,)))


def test_fitted_learns_what_tells_the_right_candidate():
    learned = fitted([sample(RECENT, FAR, answer=0), sample(FAR, RECENT, answer=1)] * 10, FLAT)
    assert learned.weights.last_speaker > 0.5
    assert learned.weights.full < 0.0
    assert choose([(3, FAR), (7, RECENT)], learned).figure == 7


def test_fitted_learns_when_nobody_is_right():
    learned = fitted([sample(FAR, answer=-1)] * 20, FLAT)
    assert learned.nobody.always > 1.0
    assert choose([(0, FAR)], learned).figure is None


def test_fitted_learns_what_speaks_for_nobody():
    unnamed = Circumstances(unnamed_before=1.0)
    learned = fitted([sample(RECENT, answer=0), sample(RECENT, answer=-1, nobody=unnamed)] * 20, FLAT)
    assert choose([(0, RECENT)], learned).figure == 0
    assert choose([(0, RECENT)], learned, unnamed).figure is None


def test_fitted_without_samples_changes_nothing():
    assert fitted([], PRONOUNS) == PRONOUNS


@pytest.mark.parametrize(("speaker", "answer"), [("Tom Berg", 0), ("Berg", 0), ("Ida Quill", -1), ("", -1)])
def test_samples_of_finds_the_right_candidate(speaker, answer):
    samples = samples_of(reading("Tom Berg left. {“Yes,”} (he) <said>.", {"Tom Berg": "PERSON"}, speaker))
    assert [(s.kind, s.answer, s.nobody_right) for s in samples] == [("person", answer, not speaker)]


def test_samples_of_passes_over_what_the_gold_does_not_know():
    assert not list(samples_of(reading("Tom Berg left. {“Yes,”} (he) <said>.", {"Tom Berg": "PERSON"}, None)))


def test_fit_rankers_fits_every_kind_and_says_how_well():
    readings = [
        replace(one, gold=replace(one.gold, name=str(number)))
        for number in range(6)
        for one in [reading("Tom Berg left. {“Yes,”} (he) <said>.", {"Tom Berg": "PERSON"}, "Tom Berg")]
    ]
    fit = fit_rankers(readings)
    assert set(fit.rankers) == set(QUESTION_KINDS)
    assert fit.figures["person"] == {"questions": 6, "right": 1.0, "wrong": 0.0}
    assert fit.figures["document"]["questions"] == 0


def test_each_kind_with_questions_enough_has_a_least_probability_of_its_own():
    sure = [Answer("person", 0.55, right=True, nobody_right=False)] * ENOUGH
    doubtful = [Answer("body", 0.75, right=False, nobody_right=True)] * ENOUGH
    certain = [Answer("body", 0.95, right=True, nobody_right=False)] * ENOUGH
    few = [Answer("group", 0.9, right=False, nobody_right=True)] * (ENOUGH - 1)
    leasts = leasts_worth([*sure, *doubtful, *certain, *few])
    assert leasts["person"] <= 0.55
    assert 0.75 < leasts["body"] <= 0.95
    assert leasts["group"] == leasts["noun"] == leasts_worth([*sure, *doubtful, *certain, *few])["thing"]
    assert leasts["document"] >= LEAST_OF["document"]


def test_fit_rankers_without_speakers_is_an_error():
    with pytest.raises(GoldError) as error:
        fit_rankers([])
    assert error.value.code == "G11"


def test_rankers_text_is_read_back(tmp_path):
    path = tmp_path / "rankers.json"
    path.write_text(rankers_text(START), encoding="utf-8")
    assert read_rankers(path) == dict(START)
    assert "conflicts" in json.loads(path.read_text())["person"]["weights"]


@pytest.mark.parametrize(
    ("candidates", "figure"),
    [
        ([], None),
        ([(0, replace(RECENT, agrees=1.0, full=1.0, sentence_before=1.0, nearest=1.0))], 0),
        ([(0, FAR)], None),
        ([(0, replace(RECENT, agrees=1.0, full=1.0))] * 2, None),
    ],
    ids=["nobody there", "one clear", "one unlikely", "two alike"],
)
def test_choose_names_the_probable_one_or_nobody(candidates, figure):
    choice = choose(candidates, PRONOUNS)
    assert choice.figure == figure
    assert 0.0 <= choice.probability <= 1.0
