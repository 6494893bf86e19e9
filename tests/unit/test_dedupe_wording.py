"""How one wording stands in another, and how much of it that is."""

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
    monkeypatch.setattr("quotes.dedupe.form._character", lambda word: "x")
    assert coded("we win") == "xx"
    assert place(Form("we will win"), Form("they will lose it")) is None
    assert match(said("the old harbour must stay open for us"), said("they sold all of it to some other town")) is None
