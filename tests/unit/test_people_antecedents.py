"""What the encoder sees of a source and of those it may mean, and what the antecedent scorer makes of it."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from people_docs import doc_of

from quotes import pipeline
from quotes.errors import ModelError
from quotes.model import Span
from quotes.pipeline.attribution.network.decoder import HIDDEN
from quotes.pipeline.attribution.network.states import WIDTH, States
from quotes.pipeline.attribution.network.weights import default_folder, load_network
from quotes.pipeline.people.antecedents.choosing import Chooser
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.ranker import QUESTION_KINDS, rankers
from quotes.pipeline.people.antecedents.scorer import (
    CANDIDATE,
    FILE,
    SOURCE,
    AntecedentScorer,
    View,
    Views,
    read_scorer,
)
from quotes.pipeline.people.cast.entities import gather
from quotes.pipeline.people.names.mentions import find_mentions
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.speakers.resolution import questions

ALIKE = Features(agrees=1.0, full=1.0, sentence_before=1.0, last_speaker=1.0)


def states(*pieces: tuple[int, int, float]) -> States:
    """States whose rows hold one number each."""
    starts, ends, values = zip(*pieces, strict=True) if pieces else ((), (), ())
    rows = np.repeat(np.array(values, np.float32)[:, None], WIDTH, axis=1) if pieces else np.empty((0, WIDTH))
    return States(np.array(starts, np.int32), np.array(ends, np.int32), rows)


@pytest.mark.parametrize(
    ("span", "mean"),
    [
        (Span(0, 3), 1.0),
        (Span(0, 8), 2.0),
        (Span(5, 6), 3.0),
        (Span(3, 4), 3.0),
        (Span(90, 95), 5.0),
    ],
    ids=["one piece", "two pieces", "a part of one", "between two: the next", "behind all: the last"],
)
def test_mean_state_of_a_span(span, mean):
    assert states((0, 3, 1.0), (4, 8, 3.0), (9, 12, 5.0)).mean(span) == pytest.approx(np.full(WIDTH, mean))


def test_mean_state_of_an_empty_text_is_zero():
    assert not states().mean(Span(0, 1)).any()


def cast_of(marked: str):
    doc = doc_of(marked, {"Ann Lee": "PERSON", "Lee": "PERSON", "Tom Berg": "PERSON"})
    scene = Scene.of_doc(doc)
    return doc, scene, gather(find_mentions(doc, scene), scene)


def by_character(text: str) -> States:
    """A piece a character, whose state is the number of the character."""
    return states(*((at, at + 1, float(at)) for at in range(len(text))))


def test_a_view_holds_source_cue_nearest_first_and_all():
    doc, scene, cast = cast_of("Ann Lee met Tom Berg. Lee left. {“Yes,”} (he) <said>. Lee wept.")
    names = [figure.entity.name for figure in cast.figures]
    view = Views(by_character(doc.text), cast).of(scene.attributions[0], [names.index("Ann Lee")])
    assert view.source.shape == (SOURCE,)
    assert view.candidates.shape == (1, CANDIDATE)
    he, said = doc.text.index("he said"), doc.text.index("said")
    first, nearest, last = doc.text.index("Ann Lee"), doc.text.index("Lee left"), doc.text.index("Lee wept")
    means = [first + 3, nearest + 1, last + 1]
    assert view.source.reshape(2, WIDTH)[:, 0] == pytest.approx([he + 0.5, said + 1.5])
    assert view.candidates.reshape(3, WIDTH)[:, 0] == pytest.approx([nearest + 1, first + 3, np.mean(means)])


def test_questions_carry_a_view_where_an_encoder_has_read():
    doc, scene, cast = cast_of("Ann Lee met Tom Berg. {“Yes,”} (he) <said>.")
    [blind] = questions(scene, cast)
    [seeing] = questions(scene, cast, by_character(doc.text))
    assert blind.view is None
    assert seeing.view is not None
    assert len(seeing.view.candidates) == len(seeing.candidates)


def scorer(**arrays) -> AntecedentScorer:
    """A scorer of width 1 that adds nothing, but for the arrays given."""
    told = len(fields(Features))
    zero = {
        "source": np.zeros((SOURCE, 1)),
        "kind": np.zeros((len(QUESTION_KINDS), 1)),
        "candidate": np.zeros((CANDIDATE, 1)),
        "candidate_bias": np.zeros(1),
        "hidden": np.zeros((3 + told, 1)),
        "hidden_bias": np.zeros(1),
        "out": np.ones(1),
        "nobody": np.zeros(1),
        "nobody_bias": np.zeros(()),
        "least": np.full(len(QUESTION_KINDS), 0.5),
    }
    return AntecedentScorer(**{name: np.float32(array) for name, array in (zero | arrays).items()})


def test_a_scorer_prefers_what_it_has_learned_to_see():
    seen = np.stack([np.full(CANDIDATE, -1, np.float32), np.full(CANDIDATE, 1, np.float32)])
    learned = scorer(candidate=np.full((CANDIDATE, 1), 0.01), hidden=np.eye(3 + len(fields(Features)))[:, 1:2] * 4)
    added, nobody = learned.scores("person", View(np.zeros(SOURCE, np.float32), seen), [ALIKE, ALIKE])
    assert added[1] > added[0] == 0
    assert nobody == 0


@pytest.mark.parametrize(("least", "somebody"), [(0.0, True), (1.0, False)])
def test_the_scorer_says_how_probable_somebody_must_be(least, somebody):
    doc, scene, cast = cast_of("Ann Lee met Tom Berg. {“Yes,”} (he) <said>.")
    chooser = Chooser(cast, by_character(doc.text), rankers(), scorer(least=np.full(len(QUESTION_KINDS), least)))
    choice = chooser.choose(0, scene.attributions[0], "person", [(0, ALIKE)], Circumstances())
    assert (choice.figure is not None) is somebody


def test_a_scorer_of_another_encoder_is_not_asked():
    doc, scene, cast = cast_of("Ann Lee met Tom Berg. {“Yes,”} (he) <said>.")
    foreign = replace(scorer(least=np.zeros(len(QUESTION_KINDS)), nobody_bias=np.float32(-99.0)), encoder="another")
    chooser = Chooser(cast, by_character(doc.text), rankers(), foreign)
    assert chooser.choose(0, scene.attributions[0], "person", [(0, Features())], Circumstances()).figure is None


def test_two_candidates_alike_are_told_apart_by_what_is_seen():
    doc, scene, cast = cast_of("Ann Lee met Tom Berg. {“Yes,”} (he) <said>.")
    alike = [(0, ALIKE), (1, ALIKE)]
    blind = Chooser(cast, None, rankers(), scorer())
    assert blind.choose(0, scene.attributions[0], "person", alike, Circumstances()).figure is None
    # Of the two the one whose name stands later in the text has the larger states.
    hidden = np.eye(3 + len(fields(Features)))[:, 1:2] * 9
    learned = scorer(candidate=np.full((CANDIDATE, 1), 1e-5), hidden=hidden, out=np.full(1, 30.0))
    seeing = Chooser(cast, by_character(doc.text), rankers(), learned)
    choice = seeing.choose(0, scene.attributions[0], "person", alike, Circumstances())
    assert choice.figure is not None
    assert cast.figures[choice.figure].entity.name == "Tom Berg"


def test_shipped_scorer_opens():
    shipped = read_scorer()
    assert shipped is not None
    assert all(0.3 < shipped.least_of(kind) < 1 for kind in QUESTION_KINDS)
    assert shipped.encoder == load_network().encoder


def test_a_model_folder_without_a_scorer_is_ranked_by_features(tmp_path):
    assert read_scorer(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"no arrays", "cut", "narrow"])
def test_a_broken_scorer_is_said_in_one_line(tmp_path, content):
    whole = (default_folder() / FILE).read_bytes()
    if content == "narrow":
        with np.load(default_folder() / FILE) as file:
            np.savez(tmp_path / FILE, **(dict(file) | {"source": file["source"][1:]}))
    else:
        (tmp_path / FILE).write_bytes(whole[: len(whole) // 2] if content == "cut" else content)
    with pytest.raises(ModelError) as error:
        read_scorer(tmp_path)
    assert error.value.code == "M09"
    assert FILE in str(error.value)


SEEN = {
    "the lawsuit of whoever sued": (
        "Ann Lee sued Acme in May. “It owes me a year of wages,” the lawsuit says.",
        "Ann Lee",
    ),
    "a namesake long ago": (
        "Ann Lee won the vote.\n\nAcme paid.\n\nTom Berg lost.\n\nOxbay slept. Ida Quill wept.\n\nBo Lee sang. "
        "Bo Lee bowed. Lee said “no, never”.",
        "Bo Lee",
    ),
    "a surname that is a common word": (
        "Radio presenter Mike Read wrote a song. “It is good,” Read said.",
        "Mike Read",
    ),
    "a first name that both bear": (
        "Deputy Mayor Nicky Quill was there on Sunday. Ms Quill left early. “It is bad,” Ms Quill said.",
        "Nicky Quill",
    ),
    "a junior in the headline": (
        "Berg Calls Lind a Risk\n\nVice President Thomas R. Berg Jr. spoke on Monday. "
        "“They are worried,” Mr. Berg said.",
        "Thomas R. Berg Jr.",
    ),
    "a name with a flag behind it": (
        "Many pointed it out.\n\n“Yes, this is real,” Dianna E. Quill 🏳️‍🌈 wrote.",
        "Dianna E. Quill",
    ),
    "a site": ("The singer left. “He was with her in Vegas,” QuillGossip.com wrote on Monday.", "QuillGossip.com"),
    "a name with a hyphen": ("It was a show. “It would be so cool,” Su-metal said of the show.", "Su-metal"),
}


NOT_NAMES = ["Eye-witnesses", "Non-profits", "By-laws"]


@pytest.mark.parametrize("source", NOT_NAMES)
def test_a_noun_with_a_hyphen_is_no_name(nlp, source):
    assert [speaker.name for speaker in nlp(f"{source} said the fire “spread fast”.")._.speakers] in ([""], [])


@pytest.mark.parametrize(("text", "name"), SEEN.values(), ids=SEEN)
def test_whom_the_pipeline_takes_for_the_speaker(nlp, text, name):
    assert nlp(text)._.speakers[-1].name == name


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


def test_states_are_those_of_the_windows_and_are_taken_away():
    nlp = pipeline.load()
    nlp.remove_pipe("quote_people")
    for name in ("quote_provenance", "quotations"):
        nlp.remove_pipe(name)
    doc = nlp("“The ferry is late,” Ana Lind said.\n\nIt rained. " * 60)
    assert doc._.states.rows.shape == (len(doc._.states.starts), 3 * HIDDEN)
    assert np.isfinite(doc._.states.rows).all()
    assert pipeline.load()("“The ferry is late,” Ana Lind said.")._.states is None
