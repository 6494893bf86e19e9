"""Ids outlive a run, whatever comes, goes, joins and parts between two runs."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quotes.dedupe import fold, forwards, remembered
from quotes.model import KnownPlace, KnownQuote, Metadata, Occurrence, Quotation, Span
from quotes.tables import read_ids
from quotes.tables.ids import IDS_FILE, ids_text

HARBOUR = "the harbour must stay open for the boats of this town and for the people who live by them"
BASIN = "we dug the new basin in eleven years for our children and it will be there when they are old"
SAID = (
    HARBOUR,
    "the harbour must stay open for the boats of this town",
    "and for the people who live by them",
    "the people who live by them",
    "the harbour must not stay open for the boats of this town",
    BASIN,
    "we dug the new basin in eleven years",
    "for our children and it will be there",
    f"{HARBOUR} because {BASIN}",
    "no comment",
)


def said(quote, article, speaker="Anna Berg", at=0):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind="direct", speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote, "", "", "", 1, 1)


def article_of(name, quotations):
    """An article that carries these quotations one after the other."""
    return [said(quote, name, speaker, at=1000 * number) for number, (quote, speaker) in enumerate(quotations)]


quotations = st.tuples(st.sampled_from(SAID), st.sampled_from(["Anna Berg", "Berg", "Peter Holm", ""]))
corpora = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(quotations, min_size=1, max_size=3), max_size=6).map(
    lambda articles: {name: article_of(name, found) for name, found in articles.items()}
)
words = st.sampled_from("boats harbour we they will win and the town stays open because you know that was good".split())


def run(known, corpus):
    """The quotes of a corpus, by articles, and the ledger that the run leaves."""
    quotes = fold([one for article in corpus.values() for one in article], known)
    return quotes, remembered(known, quotes)


def ids(quotes):
    """The id of the row of each place."""
    return {
        (related.occurrence.article, related.occurrence.quotation.content): quote.quote_id
        for quote in quotes
        for related in quote.occurrences
    }


def part_of(corpus, data):
    """Some articles of a corpus."""
    kept = data.draw(st.sets(st.sampled_from(sorted(corpus)))) if corpus else set()
    return {name: article for name, article in corpus.items() if name in kept}


@given(corpora)
def test_running_again_changes_nothing(corpus):
    quotes, known = run((), corpus)
    assert run(known, corpus) == (quotes, known)


@given(corpora, st.data(), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(corpus, data, random):
    _, known = run((), part_of(corpus, data))
    expected = run(known, corpus)
    shuffled = {
        name: random.sample(corpus[name], len(corpus[name])) for name in random.sample(sorted(corpus), len(corpus))
    }
    assert run(known, shuffled) == expected


@given(corpora, st.data())
def test_ids_survive_articles_that_go_and_come_back(corpus, data):
    quotes, known = run((), corpus)
    for _ in range(data.draw(st.integers(1, 3))):
        _, known = run(known, part_of(corpus, data))
    back, _ = run(known, corpus)
    assert ids(back) == ids(quotes)


@given(st.lists(corpora, min_size=1, max_size=3))
def test_running_again_changes_no_id_whatever_came_before(editions):
    known = ()
    for corpus in editions:
        quotes, known = run(known, corpus)
    again, _ = run(known, editions[-1])
    assert ids(again) == ids(quotes)


@given(corpora, st.data())
def test_no_id_is_lost_when_articles_come(corpus, data):
    before, known = run((), part_of(corpus, data))
    after, known = run(known, corpus)
    rows = {quote.quote_id for quote in after}
    leads_to = forwards(known)
    for quote in before:
        assert leads_to.get(quote.quote_id, quote.quote_id) in rows
    for place, quote_id in ids(before).items():
        # Where the row of a place is another one now, it is one that the place was not yet part of.
        assert quote_id in rows or leads_to[quote_id] in rows, place


@given(st.lists(corpora, min_size=1, max_size=4))
def test_an_id_is_never_given_twice_and_never_forgotten(editions):
    known = ()
    for corpus in editions:
        quotes, after = run(known, corpus)
        given = [quote.quote_id for quote in quotes]
        assert len(set(given)) == len(given)
        names = [one.quote_id for one in after]
        assert names[: len(known)] == [one.quote_id for one in known], "the old ones first, in their order"
        assert set(given) <= set(names)
        assert len(set(names)) == len(names)
        forward = forwards(after)
        assert not set(forward) & set(given), "an id with a row of its own forwards nowhere"
        known = after


@given(st.lists(words, min_size=12, max_size=30), st.data())
def test_a_fuller_wording_takes_over_the_id(whole, data):
    start = data.draw(st.integers(0, len(whole) - 8))
    end = data.draw(st.integers(start + 8, len(whole)))
    part = {"a": [said(" ".join(whole[start:end]), "a", "Berg")]}
    (before,), known = run((), part)
    (after,), _ = run(known, {**part, "b": [said(" ".join(whole), "b", "Anna Berg")]})
    assert after.quote_id == before.quote_id
    assert after.fullest.quote == " ".join(whole)


@given(st.sampled_from(SAID[:9]), st.sampled_from(SAID[:9]), st.integers(0, 2))
def test_joined_ids_forward_and_come_back_when_the_rows_part(one, other, more):
    apart = {"a": [said(one, "a", "Anna Berg")], "b": [said(other, "b", "Peter Holm")]}
    apart |= {f"c{number}": [said(other, f"c{number}", "Peter Holm")] for number in range(more)}
    together = {name: [said(found.quote, name, "Anna Berg") for found in article] for name, article in apart.items()}
    separate, known = run((), apart)
    before = ids(separate)
    joined, known = run(known, together)
    assert {quote.quote_id for quote in joined} <= set(before.values()), "no row is new"
    if len(joined) == 1:
        (gone,) = set(before.values()) - {joined[0].quote_id}
        assert forwards(known) == {gone: joined[0].quote_id}
    parted, known = run(known, apart)
    assert ids(parted) == before
    assert forwards(known) == {}


@given(corpora)
def test_a_moved_article_text_changes_no_id(corpus):
    quotes, known = run((), corpus)
    moved = {
        name: [said(o.quote, name, o.quotation.speaker, at=o.quotation.content[0].start + 17) for o in found]
        for name, found in corpus.items()
    }
    again, _ = run(known, moved)
    assert [quote.quote_id for quote in again] == [quote.quote_id for quote in quotes]


text = st.text(max_size=20)
places = st.builds(KnownPlace, text, text, text, st.integers(0), st.integers(0))
ledgers = st.lists(
    st.builds(KnownQuote, st.text(min_size=1, max_size=8), st.lists(places, max_size=3).map(tuple), text),
    max_size=5,
    unique_by=lambda one: one.quote_id,
).map(tuple)


@given(ledgers)
def test_any_ledger_comes_back_from_its_file(known):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / IDS_FILE).write_text(ids_text(known), encoding="ascii")
        assert read_ids(folder) == known


@given(ledgers, corpora)
def test_any_ledger_can_be_gone_on_with(known, corpus):
    _, after = run(known, corpus)
    assert run(after, corpus)[1] == after
