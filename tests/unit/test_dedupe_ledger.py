"""Ids that outlive a run: what a row goes on with when articles come and go, and when rows join and part."""

from quotes.dedupe import fold, forwards, remembered
from quotes.model import Metadata, Occurrence, Quotation, Span

WHOLE = "The harbour must stay open for the boats of this town, and for the people who live by them."
PART = "the people who live by them"
OTHER = "We dug the new basin for our children and nobody else"


def said(quote, article="a.txt", speaker="Anna Berg", at=0):
    quotation = Quotation(content=(Span(at, at + len(quote)),), kind="direct", speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote, "", "", "", 1, 1)


def run(known, *occurrences):
    quotes = fold(occurrences, known)
    return {quote.fullest.quote: quote.quote_id for quote in quotes}, remembered(known, quotes)


def ids(known, *occurrences):
    """The id of the row of each speaker and article, and the ledger."""
    quotes = fold(occurrences, known)
    return {
        (related.occurrence.article, related.occurrence.quotation.speaker): quote.quote_id
        for quote in quotes
        for related in quote.occurrences
    }, remembered(known, quotes)


def test_running_again_changes_no_byte():
    first, known = run((), said(WHOLE), said(OTHER, "b.txt"))
    assert run(known, said(WHOLE), said(OTHER, "b.txt")) == (first, known)


def test_fuller_wording_keeps_the_id():
    first, known = run((), said(PART))
    second, _ = run(known, said(PART), said(WHOLE, "b.txt"))
    assert second == {WHOLE: first[PART]}


def test_id_waits_for_its_article():
    first, known = run((), said(WHOLE), said(OTHER, "b.txt"))
    gone, known = run(known, said(OTHER, "b.txt"))
    back, _ = run(known, said(WHOLE), said(OTHER, "b.txt"))
    assert gone[OTHER] == first[OTHER]
    assert back == first


def test_small_change_of_extraction_keeps_the_id():
    first, known = run((), said(WHOLE, at=10))
    second, _ = run(known, said(WHOLE.replace("The harbour", "And the harbour"), at=6))
    assert list(second.values()) == list(first.values())


def test_same_words_in_another_article_keep_the_id():
    first, known = run((), said(WHOLE))
    second, _ = run(known, said(WHOLE, "z.txt"))
    assert second == first


def test_joined_ids_forward_and_return_when_the_rows_part():
    short, long = PART, WHOLE
    first, known = run((), said(short, "a.txt"), said(OTHER, "b.txt"))
    _, known = run(known, said(OTHER, "b.txt"), said(long, "c.txt"))
    separate, known = run((), said(short, "a.txt", "Peter Holm"), said(long, "c.txt"))
    joined, after = run(known, said(short, "a.txt"), said(long, "c.txt"))
    kept = joined[long]
    (left,) = set(separate.values()) - {kept}
    assert forwards(after) == {left: kept}
    parted, last = run(after, said(short, "a.txt", "Peter Holm"), said(long, "c.txt"))
    assert parted == separate
    assert forwards(last) == {}
    assert first


def test_new_rows_never_take_a_known_id():
    _, known = run((), said(WHOLE))
    second, _ = run(known, said(OTHER, at=500))
    assert not set(second.values()) & {one.quote_id for one in known}


# Anna's row and Peter's hold the same words, and few words of them stand alone in two more articles.
RIVALS = (
    said(WHOLE, "a.txt", "Peter Holm"),
    said(PART, "a.txt", "", at=1000),
    said(PART, "b.txt"),
    said(WHOLE, "c.txt"),
)


def test_ids_come_back_with_an_article_in_whose_absence_a_row_parted():
    first, known = ids((), *RIVALS)
    _, known = ids(known, *RIVALS[:3])
    back, _ = ids(known, *RIVALS)
    assert back == first


def test_running_again_changes_no_id_after_a_row_parted():
    _, known = ids((), *RIVALS)
    _, known = ids(known, *RIVALS[:3])
    back, known = ids(known, *RIVALS)
    assert ids(known, *RIVALS)[0] == back


def test_an_id_returns_to_its_row_from_under_another_roof():
    """It became part of one row, and what it had left in an article that was away was given a new id by itself."""
    places = {
        "a": [said(WHOLE, "a", "Peter Holm")],
        "b": [said(WHOLE, "b"), said(OTHER, "b", at=1000)],
        "c": [said(WHOLE, "c")],
        "d": [said(f"{WHOLE} {OTHER}", "d", "")],
        "e": [said(WHOLE, "e")],
    }

    def ids_of(known, articles):
        return ids(known, *(one for article in articles for one in places[article]))

    first, known = ids_of((), "abcde")
    for kept in ("ab", "ad"):
        _, known = ids_of(known, kept)
    assert ids_of(known, "abcde")[0] == first
