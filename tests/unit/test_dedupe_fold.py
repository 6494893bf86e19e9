"""What is one thing said once, and what is not."""

from itertools import permutations

import pytest

from quotes.dedupe import fold
from quotes.model import Metadata, Occurrence, Quotation, Span

LONG = (
    "The reason we dug the harbour out is that we owe it to our children. I know when I say that, people ask, "
    "‘What does it cost?’ But the ships will come back. It took eleven years."
)


def said(quote, speaker="", article="a.txt", at=0, kind="direct", words=None, published=""):
    return Occurrence(
        article=article,
        metadata=Metadata(published=published),
        quotation=Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker),
        quote=quote,
        quoted_words=words if words is not None else quote,
        cue="said",
        speaker_as_written=speaker,
        context=quote,
        paragraph=1,
        sentence=1,
    )


def relations(quotes):
    """{(article, relation), …} of each quote."""
    return sorted(sorted((r.occurrence.article, r.relation) for r in quote.occurrences) for quote in quotes)


def folded(one, other):
    return len(fold([one, other])) == 1


@pytest.mark.parametrize(
    ("fuller", "shorter", "relation"),
    [
        pytest.param("We will rebuild the pier.", "“we WILL rebuild, the pier”", "same", id="marks and case"),
        pytest.param(
            "It isn't  over\u00a0yet, is it", "It isn’t over yet – is it?", "same", id="apostrophe and spaces"
        ),
        pytest.param(LONG, LONG[: LONG.index("But")], "shortened", id="beginning"),
        pytest.param(
            LONG, "I know when I say that, people ask, What does it cost?", "shortened", id="middle, inner marks"
        ),
        pytest.param(LONG, "The reason we dug the harbour out … the ships will come back", "shortened", id="ellipsis"),
        pytest.param(
            "We have worked, in all honesty, on this harbour for eleven long years",
            "We have worked on this harbour for eleven long years",
            "shortened",
            id="words left out",
        ),
        pytest.param(LONG, "owe it to our children", "fragment", id="a few words"),
    ],
)
def test_folds_with_relation(fuller, shorter, relation):
    (quote,) = fold([said(shorter, "Anna Berg", "b.txt"), said(fuller, "Anna Berg", "c.txt")])
    if relation != "same":
        assert quote.fullest.quote == fuller
    assert [r.relation for r in quote.occurrences] == ["fullest", relation]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("We will win this vote", "We will not win this vote", id="not inside"),
        pytest.param("We will win this vote", "We won't win this vote", id="n't"),
        pytest.param("I do not think we will win this vote", "we will win this vote", id="not before the cut"),
        pytest.param("I do not, frankly, think we will win it", "we will win it", id="not before a comma"),
        pytest.param("It would be good to vote for it not now", "It would be good to vote for it", id="not after"),
        pytest.param("We lost 12 boats that night", "We lost 13 boats that night", id="number"),
        pytest.param("Prices rose 5% in the last year", "Prices rose 5 in the last year", id="percent"),
        pytest.param(
            "We lost in that one night 12 of our good fishing boats",
            "We lost in that one night of our good fishing boats",
            id="number left out",
        ),
        pytest.param(
            "We will never again in my time sell the harbour to them",
            "We will again in my time sell the harbour to them",
            id="negation left out",
        ),
        pytest.param("We will win … the vote of the town", "We will win not the vote of the town", id="not in a gap"),
        pytest.param("The old bridge is very safe today", "The new bridge is very safe today", id="another word"),
    ],
)
def test_never_folds_what_differs(one, other):
    assert not folded(said(one, "Anna Berg", "b.txt"), said(other, "Anna Berg", "c.txt"))


def test_negation_in_another_sentence_or_clause_is_no_matter():
    whole = said("It was not my idea. The harbour must stay open, but I am not alone in that.", "Anna Berg", "b.txt")
    assert folded(whole, said("The harbour must stay open", "Anna Berg", "c.txt"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("Anna Berg", "Berg", True), ("Anna Berg", "", True), ("", "", True), ("Anna Berg", "Peter Berg", False)],
)
def test_speakers_must_be_able_to_be_one(one, other, expected):
    assert folded(
        said("The harbour must stay open", one, "b.txt"), said("the harbour must stay open", other, "c.txt")
    ) is (expected)


def test_short_words_of_nobody_are_not_folded():
    assert not folded(said("No comment.", "", "b.txt"), said("No comment", "", "c.txt"))
    assert not folded(said("No comment.", "", "b.txt"), said("No comment", "", "b.txt", at=90))


def test_short_words_need_the_same_story():
    one, other = said("No comment.", "Anna Berg", "b.txt", at=900), said("No comment", "Berg", "c.txt", at=900)
    assert not folded(one, other)
    shared = [said(LONG, "Anna Berg", "b.txt"), said(LONG, "Anna Berg", "c.txt")]
    assert len(fold([one, other, *shared])) == 2


def test_mixed_quotation_is_a_fragment_of_the_direct_one_of_its_article():
    words = "owe it"
    clause = (
        f"that the town, unlike its neighbours, felt it must “{words}” and more to the next generation of its people"
    )
    direct = said(LONG, "Anna Berg", "b.txt")
    mixed = said(clause, "Berg", "b.txt", at=500, kind="mixed", words=words)
    (quote,) = fold([mixed, direct])
    assert quote.fullest.quote == LONG
    assert [r.relation for r in quote.occurrences] == ["fullest", "fragment"]
    assert not folded(direct, said(clause, "Berg", "z.txt", kind="mixed", words=words)), "three words, another story"
    assert not folded(direct, said(clause, "", "b.txt", at=500, kind="mixed", words=words)), "nobody named"


def test_fragment_of_another_story_needs_four_words():
    direct = said(LONG, "Anna Berg", "b.txt")
    mixed = said("they “owe it to our children”", "Berg", "z.txt", kind="mixed", words="owe it to our children")
    assert folded(direct, mixed)


def test_unnamed_fragment_of_another_article_needs_more():
    direct = said("We tried that at the end of the day, and then we went home", "Anna Berg", "b.txt")
    assert not folded(direct, said("at the end of the day"[:-4], "", "c.txt"))
    assert folded(direct, said("we tried that at the end of the day", "", "c.txt"))


def test_common_fragment_does_not_glue():
    one = said("We must act at once, and we owe it to our children", "Anna Berg", "b.txt")
    two = said("I planted these trees since we owe it to our children", "Anna Berg", "c.txt")
    fragment = said("we owe it to our children", "Anna Berg", "d.txt")
    assert relations(fold([one, two, fragment])) == [
        [("b.txt", "fullest")],
        [("c.txt", "fullest")],
        [("d.txt", "fullest")],
    ]
    near = said("we owe it to our children", "Anna Berg", "c.txt", at=400)
    assert relations(fold([one, two, near]))[1] == [("c.txt", "fullest"), ("c.txt", "shortened")]


def test_unnamed_wording_does_not_glue_two_speakers():
    words = "The harbour must stay open for the boats of this town"
    quotes = fold(
        [said(words, "", "a.txt"), said(words, "Anna Berg", "b.txt"), said(words, "Peter Holm", "c.txt")],
    )
    for quote in quotes:
        assert len({r.occurrence.quotation.speaker for r in quote.occurrences} - {""}) <= 1
    ids = {quote.fullest.quotation.speaker: quote.quote_id for quote in quotes if quote.fullest.quotation.speaker}
    by_id = {quote.quote_id: quote for quote in quotes}
    disputed = [quote for quote in quotes if quote.disputed_with]
    assert len(disputed) >= 2
    assert all(quote.quote_id in by_id[other].disputed_with for quote in disputed for other in quote.disputed_with)
    assert len(set(ids.values())) == len(ids)


def test_same_words_by_two_speakers_are_two_rows_that_point_at_each_other():
    words = "The harbour must stay open for the boats of this town"
    one, two = fold([said(words, "Anna Berg", "b.txt"), said(words, "Peter Berg", "c.txt")])
    assert one.disputed_with == (two.quote_id,)
    assert two.disputed_with == (one.quote_id,)


def test_words_inside_anothers_quotation_are_no_dispute():
    inner = "The harbour must stay open for the boats of this town"
    quotes = fold([said(f"She told me, ‘{inner}’", "Peter Holm"), said(inner, "Anna Berg", at=14)])
    assert len(quotes) == 2
    assert not any(quote.disputed_with for quote in quotes)


def test_ties_go_to_the_earliest_article():
    quotes = fold(
        [
            said("The harbour must stay open", "Berg", "a.txt", published="yesterday"),
            said("The harbour must stay open!", "Berg", "b.txt", published="2024-05-02"),
            said("“The harbour must stay open”", "Anna Berg", "c.txt", published="2024-05-01"),
        ]
    )
    assert quotes[0].fullest.article == "c.txt"
    assert [r.relation for r in quotes[0].occurrences] == ["fullest", "same", "same"]


def test_indirect_wording_represents_only_itself():
    indirect = said("that the harbour must stay open", "Anna Berg", "a.txt", kind="indirect", words="")
    direct = said("The harbour must stay open", "Anna Berg", "b.txt")
    (quote,) = fold([indirect, direct])
    assert quote.fullest.quotation.kind == "direct"
    (alone,) = fold([indirect])
    assert alone.fullest.quotation.kind == "indirect"


def test_order_of_input_changes_nothing():
    occurrences = [
        said(LONG, "Anna Berg", "b.txt"),
        said(LONG[:120], "Berg", "c.txt"),
        said("owe it to our children", "", "c.txt", at=300),
        said(LONG, "Peter Holm", "d.txt"),
        said("No comment", "", "d.txt", at=400),
    ]
    expected = fold(occurrences)
    assert all(fold(order) == expected for order in permutations(occurrences))


def test_ids_hold_when_other_articles_come_and_a_first_name_is_found():
    before = fold([said(LONG, "Berg", "c.txt")])
    after = fold([said(LONG, "Anna Berg", "c.txt"), said("Another thing was said here", "Berg", "a.txt")])
    assert before[0].quote_id in {quote.quote_id for quote in after}
    assert before[0].fullest.occurrence_id in {quote.fullest.occurrence_id for quote in after}


def test_ids_are_letters_that_no_spreadsheet_reads_as_a_number():
    (quote,) = fold([said(LONG)])
    assert quote.quote_id.startswith("q-")
    assert quote.quote_id[2:].isalnum()
    assert quote.fullest.occurrence_id.startswith("o-")


def test_repeated_words_of_one_article_have_their_own_occurrence_ids():
    (quote,) = fold([said(LONG, at=0), said(LONG, at=5000)])
    first, second = (r.occurrence.occurrence_id for r in quote.occurrences)
    assert first != second


def test_the_same_occurrence_given_twice_counts_once():
    (quote,) = fold([said(LONG), said(LONG)])
    assert len(quote.occurrences) == 1


def test_nothing_gives_nothing():
    assert fold([]) == ()


@pytest.mark.parametrize("text", ["", "!?", "\ud800", "\x00\x1b", "“”", "…" * 1000, "a." * 5000, "我們會回來"])
def test_takes_any_text(text):
    assert len(fold([said(text, text), said(LONG, text, at=9)])) in (1, 2)


def test_hundred_thousand_words_against_themselves():
    words = "a " * 50_000
    assert fold([said(words, "Berg"), said(words + "b", "Berg", "b.txt"), said("b " + words, "", "c.txt")])
