"""Parts of one statement that newsrooms pick, change and pick out; and what only looks like one."""

import pytest

from quotes.dedupe import fold
from quotes.dedupe.context import in_like_context
from quotes.dedupe.form import Form
from quotes.dedupe.normal_form import words
from quotes.dedupe.wording import Wording, place, relate
from quotes.model import Metadata, Occurrence, Quotation, Span

DUG = "We dug the harbour out because we owe it to our children and to theirs."
COST = "It took us eleven years and most of what the town had put aside for the school."
SHIPS = "The big ships from the north will come back to this coast before the winter."


def said(quote, speaker="Ada Rusk", article="a.txt", at=0, kind="direct", marked=None, published=""):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind=kind, speaker=speaker)
    return Occurrence(
        article, Metadata(published=published), quotation, quote, marked if marked else quote, "", "", "", 1, 1
    )


def picked(clause, speaker="Ada Rusk", article="b.txt", at=0, published=""):
    """Reported speech with a few words in “marks”."""
    marked = " … ".join(part.split("”")[0] for part in clause.split("“")[1:])
    return said(clause, speaker, article, at, "mixed", marked, published)


def rows(*some):
    return len(fold(some))


def match(part, whole):
    return relate(Wording(said(part)), Wording(said(whole)))


# --- parts of one statement -------------------------------------------------------------------------------------------


def test_a_sentence_that_only_another_member_has():
    one, other = said(f"{DUG} {COST}"), said(f"{DUG} {SHIPS}", "Rusk", "b.txt")
    assert rows(one, other) == 1, "they overlap"
    assert rows(one, other, said(SHIPS, "Rusk", "c.txt")) == 1
    assert rows(one, other, said(SHIPS, "Tom Lind", "c.txt")) == 2
    assert rows(one, other, said("The big ships will come back.", "Rusk", "c.txt")) == 2, "too few words to tell"


def test_a_few_words_of_another_member():
    fullest = said(f"{DUG} {COST} I was there each day of it with my own two hands, and so was he.")
    member = said(f"{DUG} {SHIPS} Our children will thank us for it.", "Rusk", "b.txt")
    assert rows(fullest, member, said("Our children will thank us.", "Rusk", "c.txt")) == 1
    assert rows(fullest, member, said("Our children will thank us.", "", "c.txt")) == 2, "where nobody is named"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(f"{COST} {SHIPS}", f"{SHIPS} {DUG}", 1, id="a sentence"),
        pytest.param(f"{COST} They will come back to us.", f"They will come back to us. {DUG}", 2, id="a short one"),
        pytest.param(
            f"{COST} If it rains they will come back to this coast",
            f"They will come back to this coast, and {DUG}",
            2,
            id="in the middle of a sentence",
        ),
    ],
)
def test_two_cuts_that_meet(one, other, expected):
    assert rows(said(one), said(other, "Rusk", "b.txt")) == expected
    assert rows(said(one), said(other, "Tom Lind", "b.txt")) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("", "", 1, id="nobody named"),
        pytest.param("Ada Rusk", "", 2, id="one named"),
        pytest.param("Ada Rusk", "Tom Lind", 2, id="two people"),
    ],
)
def test_a_long_run_of_words_and_others_besides(one, other, expected):
    some = said(f"I came home. {DUG[:-1]}, and so did he", one), said(f"They asked us why. {DUG}", other, "b.txt")
    assert rows(*some) == expected


def test_a_run_of_eight_words_in_one_story():
    run = "we owe this harbour to our own children"
    some = said(f"{run}. He never saw it.", ""), said(f"Ask me why. {run.capitalize()}", "", "b.txt")
    assert rows(*some) == 2
    assert rows(*some, said(COST, "", at=300), said(COST, "", "b.txt", at=300)) == 2, "one row, and the story's"


def test_long_statements_are_compared_by_sentences():
    one = f"{DUG} We have never had one calm night here. {COST}"
    other = f"{DUG} It can be a win for all. {COST}"
    assert match(other, one).relation == "edited"
    near_miss = f"{DUG} {COST.replace('eleven', 'nineteen')} {SHIPS}"
    assert match(near_miss, f"{DUG} {COST} {SHIPS}") is None


def test_a_sentence_left_out_beside_a_changed_word():
    whole = "You read about it everywhere, that people eat crickets. Nobody here has tried. But they do taste of nuts."
    assert match("You read about it everywhere, that people eat insects. But they do taste of nuts.", whole) is not None
    assert match("You read about it everywhere, that people eat insects. But they do not taste of nuts.", whole) is None


def test_words_that_stand_twice_in_the_whole():
    whole = (
        "Then we end up in the town court, and I hope for a fair hearing, and we will win at the town court, I think"
    )
    assert match("And we will win in the town court", whole).relation == "edited"


def test_an_ellipsis_amid_other_changes():
    whole = (
        "We thank both of them for what they gave this band over all of those long and hard years when so few came to "
        "hear them, and for the songs"
    )
    assert match("We thank all of them for what they gave this band … and for the songs", whole).loose is False
    assert match("We thank all of them for what they gave this band and for the songs", whole).loose is True


# --- where a clause ends ----------------------------------------------------------------------------------------------


def test_no_negation_reaches_over_he_said_into_the_next_sentence():
    parted = said(
        "I will not go into that, This has left me with no choice at all.",
        marked="I will not go into that, … This has left me with no choice at all.",
    )
    assert relate(Wording(said("This has left me with no choice at all.")), Wording(parted)) is not None
    same_sentence = said("I do not think, that we can win this.", marked="I do not think, … that we can win this.")
    assert relate(Wording(said("we can win this")), Wording(same_sentence)) is None


@pytest.mark.parametrize(
    ("part", "whole", "kept"),
    [
        ("I am on a list of theirs", "Do not forget, I am on a list of theirs", True),
        ("it is true", "I do not think, frankly, it is true", False),
        (
            "this is the right side of the book",
            "It is not about the wrong side of history, this is the right side of the book",
            True,
        ),
        ("we mend the pier", "I do not see why, as some say, we mend the pier", False),
    ],
)
def test_a_subject_and_its_verb_behind_a_comma(part, whole, kept):
    assert (place(Form(part), Form(whole)) is not None) is kept


@pytest.mark.parametrize("text", ["the U.S.’s harbours", "the US’s harbours", "the U.S.'s harbours"])
def test_initials_with_a_possessive_are_one_word(text):
    assert words(text) == ["the", "us's", "harbours"]


# --- few words in marks -----------------------------------------------------------------------------------------------

HOPEFUL = "I am hopeful that the council can find the money for this"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        pytest.param(
            "that she was “hopeful” that the council would pay for it", 1, id="a word behind, and the council"
        ),
        pytest.param("that she was “hopeful” about the weather on Sunday", 2, id="of another thing"),
        pytest.param("the council should be “hopeful” when it seeks money", 2, id="two words that tell"),
        pytest.param("the council should be “hopeful” it could find money", 1, id="three words that tell"),
        pytest.param("Rusk is “hopeful” when Ada Rusk sings", 2, id="her own name"),
    ],
)
def test_few_words_are_known_by_those_around_them(clause, expected):
    assert rows(said(HOPEFUL), picked(clause, "Rusk")) == expected


def test_and_by_who_says_them_and_when():
    clause = "that she was “hopeful” that the council would pay for it"
    assert rows(said(HOPEFUL), picked(clause, "Tom Lind")) == 2
    assert rows(said(HOPEFUL), picked(clause, "")) == 2
    assert rows(said(HOPEFUL, published="2024-05-01"), picked(clause, published="2024-05-02")) == 1
    assert rows(said(HOPEFUL, published="2024-05-01"), picked(clause, published="2024-09-02")) == 2


def test_in_like_context_needs_the_words_themselves():
    assert not in_like_context(Wording(picked("she was “hopeful” about the council’s money")), Wording(said(DUG)))


def test_a_speakers_own_name_is_no_fragment():
    club = "We at the Salt and Rope Club have seen the note of our friend, and we thank her for every year of it"
    other = picked("what fits “salt and rope” in the eyes of the board", "Salt and Rope Club", "a.txt", at=300)
    assert rows(said(club, "Salt and Rope Club"), other) == 2


def test_a_short_part_of_two_quotations_goes_to_that_of_its_story():
    one = said("I always felt that I have earned the right to any of these prizes", article="a.txt")
    two = said("She wrote that I have earned the right to rest and to be left alone now", "Ada Rusk", "z.txt")
    part = picked("that she may say “I have earned the right to”", article="b.txt", at=500)
    assert rows(one, two, part) == 3
    assert rows(one, two, part, said(COST, at=300), said(COST, article="b.txt")) == 3, "two, and the story's"


def test_a_title_without_a_speaker_is_no_part_of_what_somebody_says():
    whole = said("I have sung the dark side of the harbour in every town of this coast", "Ada Rusk")
    title = said("The Dark Side of a Harbour", "", "b.txt")
    assert rows(whole, title) == 2
    assert rows(whole, said("the dark side of a harbour", "", "b.txt")) == 1
    assert rows(whole, title, said(COST, at=300), said(COST, article="b.txt", at=300)) == 2, "one, and the story's"
