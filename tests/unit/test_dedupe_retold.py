"""Statements that two newsrooms put in other words, weighed where no rule calls them one."""

import json

import pytest
from typer.testing import CliRunner

from quotes.cli import app
from quotes.dedupe import fold
from quotes.dedupe.candidates import candidates
from quotes.dedupe.explain import compare
from quotes.dedupe.likeness import Likeness, compared
from quotes.dedupe.verifier import PATH, Verifier, read_verifier, retold, the_verifier, verified, verifier_text
from quotes.dedupe.wording import Wording, relate
from quotes.errors import GoldError
from quotes.evaluation.duplicates import digest_of
from quotes.model import Metadata, Occurrence, Quotation, Span
from quotes.training.duplicates import Sample, fit_verifier

TOLD = (
    "We looked at every boat in the old harbour and found the same crack in most of the keels, and it came as a shock. "
    "What worries the crews most of all is the cost of the repairs before the season begins."
)
RETOLD = (
    "We looked at every boat in the old harbour and found the same crack in nearly all, so everybody was alarmed. "
    "The crews keep asking how they should pay for repairs before the season begins."
)
LETTER = (
    "Dear neighbours, the pumps will be tested on Friday. Please keep your cellars shut until the horn has sounded "
    "twice. We know what last winter has cost you, and we are sorry for every hour of it. Bring the children to the "
    "school hall, where the kitchen is open all night"
)
PUMPS = "the pumps will be tested on Friday. Please keep your cellars shut"
CHILDREN = "Bring the children to the school hall, where the kitchen is open all night."


def said(quote, article="a.txt", speaker="Ada Rusk", at=0, kind="direct", marked=None):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker)
    words = quote if marked is None else marked
    return Occurrence(article, Metadata(), quotation, quote, words, "", "", "", 1, 1)


def rows(*some):
    return len(fold(some))


def test_no_rule_knows_the_retold_statement():
    assert relate(Wording(said(RETOLD)), Wording(said(TOLD))) is None


@pytest.mark.parametrize(
    ("speaker", "article", "expected"),
    [
        pytest.param("Ada Rusk", "b.txt", 1, id="by the same speaker"),
        pytest.param("Rusk", "b.txt", 1, id="by what can be the same speaker"),
        pytest.param("Tom Lind", "b.txt", 2, id="by another"),
        pytest.param("", "b.txt", 2, id="by nobody named"),
        pytest.param("Ada Rusk", "a.txt", 2, id="in the same article"),
    ],
)
def test_a_statement_retold(speaker, article, expected):
    assert rows(said(TOLD), said(RETOLD, article, speaker, at=900)) == expected


def test_its_relation_is_edited_and_explain_tells_the_chance():
    one, other = said(TOLD), said(RETOLD, "b.txt")
    (quote,) = fold([one, other])
    assert [related.relation for related in quote.occurrences] == ["fullest", "edited"]
    comparison = compare(quote.occurrences[0].occurrence, quote.occurrences[1].occurrence)
    assert comparison.relation == "edited"
    assert the_verifier().least <= comparison.chance < 1.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("and found the same", "and never found the same", id="a negation"),
        pytest.param("We looked at", "I do not think that we looked at", id="a negation before it"),
        pytest.param("the same crack", "– not – the same crack", id="a negation between dashes"),
        pytest.param("every boat", "12 boats", id="a number"),
        pytest.param("the same crack", "in 250 of them the same crack", id="a number in words put in"),
        pytest.param("in nearly all,", "in 9 of 10,", id="a number put otherwise"),
    ],
)
def test_what_differs_by_more_than_words_is_another_statement(old, new):
    changed = RETOLD.replace(old, new)
    assert changed != RETOLD
    assert rows(said(TOLD), said(changed, "b.txt")) == 2


def test_a_name_that_differs():
    one, other = (text.replace("the old harbour", "the harbour of {}") for text in (TOLD, RETOLD))
    assert rows(said(one.format("Brackwater")), said(other.format("Brackwater"), "b.txt")) == 1
    assert rows(said(one.format("Brackwater")), said(other.format("Ilmen"), "b.txt")) == 2


@pytest.mark.parametrize(
    ("put_in", "expected"),
    [
        pytest.param(" – and they are not cheap –", 1, id="says it of something else"),
        pytest.param(", but they will not come", 2, id="denies what stands behind it"),
    ],
)
def test_a_negation_in_what_only_one_has(put_in, expected):
    longer = RETOLD.replace(" before the season", put_in + " before the season")
    assert rows(said(TOLD), said(longer, "b.txt")) == expected


def test_twenty_words_in_a_row_tell_by_themselves():
    run = "the gates of the lower basin were left open on the night of the flood and the pumps of the quay stood"
    one = said(f"They all know it: {run} as they had stood in May.")
    assert rows(one, said(f"I wrote to them: {run} like toys.", "b.txt", "")) == 1
    assert rows(one, said(f"I wrote to them: {run.partition(' and')[0]} like toys.", "b.txt", "")) == 2


# --- a longer text that holds several rows ----------------------------------------------------------------------------


def letter(speaker="Ada Rusk", article="c.txt"):
    """A letter printed without marks, but for two words."""
    return said(LETTER, article, speaker, kind="mixed", marked="last winter")


def test_a_letter_joins_what_others_quote_of_it():
    parts = said(PUMPS), said(CHILDREN, "b.txt")
    assert rows(*parts) == 2
    (quote,) = fold([*parts, letter()])
    assert quote.fullest.quote == CHILDREN, "the fullest of those in marks"
    assert {related.relation for related in quote.occurrences[1:]} == {"edited"}


def test_a_letter_by_another_joins_nothing():
    assert rows(said(PUMPS), said(CHILDREN, "b.txt"), letter("Tom Lind")) == 3


def test_parts_by_two_people_stay_apart_whoever_wrote_the_letter():
    assert rows(said(PUMPS, speaker="Tom Lind"), said(CHILDREN, "b.txt"), letter("")) == 3


def test_a_speech_is_no_statement():
    speech = f"{LETTER}. {'We have come a long way since then and the road was dark. ' * 14}"
    assert rows(said(PUMPS), said(CHILDREN, "b.txt"), said(speech, "c.txt", kind="indirect", marked="")) >= 2


def test_a_long_letter_finds_all_that_it_holds():
    parts = [f"{word} of the {word} boats {word} sailed to the {word} islands" for word in "abcdefgh"]
    wordings = [Wording(said(part, f"{part[0]}.txt")) for part in parts]
    *_, found = candidates([*wordings, Wording(said(". ".join(parts), kind="indirect", marked=""))])
    assert found == list(range(len(parts)))


def test_what_comes_later_finds_the_joined_row():
    whole = [said(PUMPS), said(CHILDREN, "b.txt"), letter()]
    assert rows(*whole, said("Keep your cellars shut", "d.txt")) == 1
    (quote,) = fold([*whole, said(PUMPS, "e.txt", "Rusk")])
    assert len(quote.occurrences) == 4


# --- the verifier -----------------------------------------------------------------------------------------------------


def test_the_order_of_two_wordings_changes_nothing():
    one, other = Wording(said(TOLD)), Wording(said(RETOLD))
    found, turned = (verified(*pair, named=True) for pair in ((one, other), (other, one)))
    assert found is not None
    assert turned is not None
    assert (found.chance, found.found.likeness) == (turned.chance, turned.found.likeness)
    assert retold(one, other, named=True) is not None


def test_a_few_words_are_not_weighed():
    assert not list(compared(Wording(said("the same crack in most")), Wording(said(TOLD))))


def test_a_speaker_who_is_not_named_makes_it_less_sure():
    likeness = next(iter(compared(Wording(said(TOLD)), Wording(said(RETOLD))))).likeness
    assert the_verifier().chance(likeness, named=False) < the_verifier().chance(likeness, named=True)


def test_text_and_back(tmp_path):
    shipped = PATH.read_text(encoding="utf-8")
    assert verifier_text(read_verifier(PATH)) == shipped
    path = tmp_path / "verifier.json"
    verifier = Verifier(Likeness(run=1.5, held=-0.25), always=-2.0, unnamed=-0.5, least=0.9)
    path.write_text(verifier_text(verifier), encoding="utf-8")
    assert read_verifier(path) == verifier


def samples(count=40):
    """Stories in which whatever has long runs is one thing, and half of it is refused by the rules."""
    return [
        Sample(
            f"story {at % 8}", Likeness(run=run, held=run / 4, size=3.0), named=True, refused=at % 4 < 2, one=run > 2
        )
        for at in range(count)
        for run in ((1.0, 3.5)[at % 2],)
    ]


def test_fitting_learns_what_tells_two_from_one():
    fitted = fit_verifier(samples())
    assert fitted.verifier.weights.run > 0.5
    assert fitted.verifier.chance(Likeness(run=3.5, held=0.9, size=3.0), named=True) > 0.9
    assert (fitted.samples, fitted.refused_ones, fitted.right, fitted.wrong) == (40, 10, 10, 0)


def test_the_least_chance_lets_no_pair_through_that_is_two():
    twins = [
        Sample(f"story {at % 8}", Likeness(run=3.5, held=0.875, size=3.0), named=True, refused=True, one=False)
        for at in range(8)
    ]
    fitted = fit_verifier([*samples(), *twins])
    assert fitted.right + fitted.wrong == 0, "nothing tells them apart"


def test_gold_of_one_answer_fits_nothing():
    with pytest.raises(GoldError, match="all one thing"):
        fit_verifier([sample for sample in samples() if sample.one])


@pytest.fixture
def gold(tmp_path):
    """Two articles in which two statements are told, and retold."""
    folder, texts = tmp_path / "gold", tmp_path / "texts"
    (folder / "tiny").mkdir(parents=True)
    texts.mkdir()
    quotations, places = [], {}
    for doc, first, second in (("a", TOLD, LETTER), ("b", RETOLD, LETTER.replace("sorry for", "sad about"))):
        text = f"“{first}” said Ada Rusk.\n\n“{second}” said Tom Lind.\n"
        (texts / f"{doc}.txt").write_text(text, encoding="utf-8")
        for number, words in enumerate((first, second), 1):
            start = text.index(words) - 1
            span = Span(start, start + len(words) + 2)
            places[f"{doc}{number}"] = span
            quotations.append(
                {
                    "id": f"{doc}{number}",
                    "doc": doc,
                    "content": [[span.start, span.end]],
                    "kind": "direct",
                    "speaker": "Ada Rusk",
                    "digest": digest_of(text, (span,)),
                }
            )
    pairs = [("a1", "b1", "one"), ("a2", "b2", "not"), ("a1", "b2", "undecided"), ("a1", "a2", "not")]
    for name, lines in (
        ("quotations", quotations),
        ("pairs", [{"one": one, "other": other, "label": label} for one, other, label in pairs]),
    ):
        path = folder / "tiny" / f"{name}.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder / "tiny", texts


def test_fit_duplicates_writes_what_it_learned(gold, tmp_path):
    folder, texts = gold
    out = tmp_path / "weights.json"
    result = CliRunner().invoke(app, ["fit-duplicates", str(folder), "--texts", str(texts), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert "texts compared" in result.stdout
    first = out.read_bytes()
    assert read_verifier(out).weights != Likeness()
    CliRunner().invoke(app, ["fit-duplicates", str(folder), "--texts", str(texts), "--out", str(out), "--quiet"])
    assert out.read_bytes() == first


def test_fit_duplicates_says_what_is_wrong_with_the_gold(tmp_path):
    result = CliRunner().invoke(app, ["fit-duplicates", str(tmp_path), "--out", str(tmp_path / "w.json")])
    assert result.exit_code == 2
    assert "G03" in result.output or "quotations.jsonl" in result.output
    assert not (tmp_path / "w.json").exists()
