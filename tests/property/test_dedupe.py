"""Mutations find their original, opposites never do, and the order of input changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.dedupe import fold
from quotes.dedupe.normal_form import is_negation, words
from quotes.model import Metadata, Occurrence, Quotation, Span

VOCABULARY = "boats harbour we they will win and the town stays open because you, know. that was; good but then".split()
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=40)
speakers = st.sampled_from(["", "Anna Berg", "Berg", "Peter Berg", "Peter Holm", "the council"])
hostile = st.text(max_size=60) | st.sampled_from(["we win the vote today", "We, win — the vote today!", "no", "No."])


def occurrence(quote, speaker="Anna Berg", article="a.txt", kind="direct", at=0, quoted=None):
    quotation = Quotation(content=(Span(at, at + 1),), kind=kind, speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote if quoted is None else quoted, "", "", "", 1, 1)


occurrences = st.builds(
    occurrence,
    hostile,
    speakers,
    st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.integers(0, 9),
    st.none() | hostile,
)


@given(st.lists(occurrences, max_size=12), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(some, random):
    expected = fold(some)
    shuffled = list(some)
    random.shuffle(shuffled)
    assert fold(shuffled) == expected


@given(st.lists(occurrences, max_size=12))
def test_every_occurrence_has_one_place_and_ids_are_unique(some):
    quotes = fold(some)
    places = [related.occurrence for quote in quotes for related in quote.occurrences]
    assert len(places) == len(set(some))
    assert len({place.occurrence_id for place in places}) == len(places)
    assert len({quote.quote_id for quote in quotes}) == len(quotes)
    for quote in quotes:
        assert [r.relation for r in quote.occurrences].count("fullest") == 1
        assert quote.occurrences[0].relation == "fullest"


@given(sentences, st.randoms(use_true_random=False))
def test_a_quotation_marked_anew_finds_its_original(original, random):
    again = " ".join(random.choice(["{}", "“{}”", "{},", "{} –", " {}"]).format(word.strip(".,;")) for word in original)
    again = random.choice([str.upper, str.title, str.lower])(again)
    (quote,) = fold([occurrence(" ".join(original)), occurrence(again, article="b.txt")])
    assert sorted(r.relation for r in quote.occurrences) == ["fullest", "same"]


@given(sentences, st.data())
def test_a_quotation_cut_at_either_end_finds_its_original(original, data):
    start = data.draw(st.integers(0, len(original) - 5))
    end = data.draw(st.integers(start + 4, len(original)))
    part = occurrence(" ".join(original[start:end]), "Berg", "b.txt")
    (quote,) = fold([part, occurrence(" ".join(original))])
    assert len(quote.occurrences) == 2
    assert quote.fullest.article == "a.txt" or end - start == len(original)


@given(sentences, st.sampled_from(["not", "never", "don't"]), st.data())
def test_a_quotation_with_a_negation_added_never_finds_its_original(original, negation, data):
    plain = [word.strip(".,;") for word in original]
    at = data.draw(st.integers(0, len(plain)))
    opposite = [*plain[:at], negation, *plain[at:]]
    quotes = fold([occurrence(" ".join(plain) + "."), occurrence(" ".join(opposite) + ".", article="b.txt")])
    assert len(quotes) == 2


@given(st.lists(occurrences, max_size=12))
def test_members_of_a_row_agree_on_negations(some):
    for quote in fold(some):
        whole = set(words(quote.fullest.quote)) | set(words(quote.fullest.quoted_words))
        for related in quote.occurrences:
            if related.occurrence.quotation.kind == "direct":
                assert {word for word in words(related.occurrence.quote) if is_negation(word)} <= whole
