"""How one wording stands in another, and how much of it that is."""

from collections import defaultdict

import pytest

from quotes.dedupe import fold
from quotes.dedupe.form import Form, coded
from quotes.dedupe.wording import Wording, place, relate
from quotes.model import Metadata, Occurrence, Quotation, Span


def said(quote, speaker="", article="a.txt", at=0, kind="direct", words=None):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote if words is None else words, "", "", "", 1, 1)


def match(part, whole):
    return relate(Wording(part), Wording(whole))


@pytest.mark.parametrize(
    ("part", "whole", "kept"),
    [
        ("he sold the old harbour", "There was NO DEAL, he sold the old harbour", True),
        ("deal for the old harbour", "There was no deal for the old harbour", False),
        ("he sold the old harbour", "I do not, frankly, think he sold the old harbour", False),
    ],
)
def test_a_no_ends_at_a_comma(part, whole, kept):
    assert (place(Form(part), Form(whole)) is not None) is kept


def test_words_around_few_words_in_marks_count():
    one = said("the town’s first “floating market” of this kind", kind="mixed", words="floating market")
    two = said("it was the town’s first “floating market” of this kind", kind="mixed", words="floating market")
    assert match(one, two).size == 8
    assert match(one, said("We built a floating market, and it sank at once", "Anna Berg")).size == 2


def test_a_clause_wholly_in_marks_counts_whole():
    clause = said("“We will rebuild the pier. It is ours.”", kind="mixed", words="We will rebuild the pier.")
    assert Wording(clause).quoted_size == 8


def test_a_word_spelled_apart_at_the_end():
    assert match(said("there is a lot of goodwill"), said("I believe there is a lot of good will in them")).size == 6


def test_four_words_with_another_little_word_need_one_story_and_a_name():
    long = "The harbour opens in the spring, and this is very good news for all of us"
    one, other = said(long, "Anna Berg"), said("it very good news", "Berg", "b.txt", at=400)
    assert len(fold([one, other])) == 2
    assert len(fold([one, other, said(long, "Anna Berg", "b.txt")])) == 1


def test_a_telling_word_of_nobody_is_that_of_its_article():
    whole = said("I think that it is destructive of the whole fabric of the town", "Anna Berg", at=300)
    word = said("Plan for the pier is ‘destructive’", kind="mixed", words="destructive")
    assert len(fold([whole, word])) == 1
    other = said("It would be destructive to say more than this about her plan", "Peter Holm", at=600)
    assert len(fold([whole, word, other])) == 3, "two may have said it"
    assert len(fold([whole, said("Is it ‘whole’", kind="mixed", words="whole")])) == 2, "a word like any other"


def test_a_part_of_what_two_people_say_goes_to_nobody_if_nobody_is_named():
    one = said("We must not wait, since the ferry leaves at noon on every weekday", "Anna Berg", at=100)
    two = said("My mother asked why the ferry leaves at noon on every holiday", "Peter Holm", at=500)
    assert len(fold([one, two, said("the ferry leaves at noon on every", at=900)])) == 3


def test_words_with_one_character_are_told_apart(monkeypatch):
    monkeypatch.setattr("quotes.dedupe.form._CODES", defaultdict(lambda: "x"))
    assert coded("we win") == "xx"
    assert place(Form("we will win"), Form("they will lose it")) is None
    assert match(said("the old harbour must stay open for us"), said("they sold all of it to some other town")) is None


def test_words_outside_the_marks_of_a_direct_quotation_are_no_words_of_it():
    called = said("it very good news for us", "Berg", "b.txt", words="very good news for us")
    assert (
        match(called, said("This is very good news for us and for the whole coast", "Anna Berg")).relation == "fragment"
    )


def test_ampersand_and_slang_are_spelled_out():
    assert Form("boats & nets").same == Form("boats and nets").same
    assert Form("we’re gonna win").same == Form("we are going to win").same


def test_a_denial_outside_the_marks_meets_the_one_inside():
    whole = said("If the council says no, I am not willing to give up my berth in this harbour", "Anna Berg")
    words = "give up my berth in this harbour"
    denied = said(f"that she did not want to “{words}”", "Berg", "b.txt", kind="mixed", words=words)
    assert match(denied, whole)
    assert not match(said(f"that she would “{words}”", "Berg", "b.txt", kind="mixed", words=words), whole)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        pytest.param(
            "I like it. Some boats I know are old. I feel they will do for us.",
            "I like it. I feel they will do for us.",
            id="a word of the sentence left out is matched",
        ),
        pytest.param(
            "We pay for it. The town does not. We do it for the town.",
            "We pay for it. We do it for the town.",
            id="with a negation",
        ),
    ],
)
def test_a_sentence_may_be_left_out_whole(whole, part):
    assert match(said(part), said(whole)).relation == "shortened"


def test_many_changed_words_need_eight_in_a_row_and_one_speaker():
    one = "We have gone to the expense of a new pier, and the boats have come back to the harbour of this town"
    other = "We have paid a good deal for a pier, and the boats have come back to the harbour of this town"
    assert match(said(other), said(one)).loose
    assert len(fold([said(one, "Anna Berg"), said(other, "Berg", "b.txt")])) == 1
    assert len(fold([said(one, "Anna Berg"), said(other, "", "b.txt")])) == 2


SHARED = "the pier is older than any of us and it will be here when we are gone"
MENDED = f"{SHARED}. So the council mends it now."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(MENDED, f"Whoever reads the old parish books knows that {SHARED}.", True, id="each has its own"),
        pytest.param(MENDED, f"{SHARED}. Every town along this coast pays.", True, id="they part at a sentence"),
        pytest.param(f"{SHARED} and sold to them", f"{SHARED} not sold to anybody", False, id="they part inside one"),
        pytest.param(
            "The pier is older than us. So we mend it now.",
            "The pier is older than us. It is the town that pays for all the rest of it.",
            False,
            id="too little",
        ),
    ],
)
def test_overlapping_wordings_of_one_speaker(one, other, expected):
    assert (len(fold([said(one, "Anna Berg"), said(other, "Berg", "b.txt")])) == 1) is expected
    assert len(fold([said(one, "Anna Berg"), said(other, "", "b.txt")])) == 2, "nobody named"


def test_one_of_several_pieces_in_marks_is_enough_for_one_speaker():
    one = said(
        "“show a little care” and “mend the old harbour wall first”",
        "Anna Berg",
        kind="mixed",
        words="show a little care … mend the old harbour wall first",
    )
    other = said(
        "to “mend the old harbour wall” and “stop it”",
        "Berg",
        "b.txt",
        kind="mixed",
        words="mend the old harbour wall … stop it",
    )
    assert len(fold([one, other])) == 1


def test_of_two_quotations_the_one_that_holds_the_words_unchanged():
    unchanged = said("You may ask who paid for the mending of the old pier", "Anna Berg", at=100)
    changed = said("You may ask us who paid for the mending of an old pier in this town", "Anna Berg", at=500)
    part = said("who paid for the mending of the old pier", "", at=900)
    quotes = fold([unchanged, changed, part])
    assert sorted(len(quote.occurrences) for quote in quotes)[-1] >= 2
    home = next(
        quote
        for quote in quotes
        if any(r.occurrence is part or r.occurrence.quotation == part.quotation for r in quote.occurrences)
    )
    assert unchanged.quotation in [r.occurrence.quotation for r in home.occurrences]
