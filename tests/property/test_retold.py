"""Whatever two wordings are made of: they can be weighed, whichever comes first, and what denies keeps them apart."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.dedupe import fold
from quotes.dedupe.likeness import compared
from quotes.dedupe.verifier import verified
from quotes.dedupe.wording import Wording
from quotes.model import Metadata, Occurrence, Quotation, Span

VOCABULARY = (
    "boats harbour we they will win and the town stays open because you, know. that was; good but then 12".split()
)
RETOLD = (
    "We looked at every boat in the old harbour and found the same crack in nearly all, so everybody was alarmed. "
    "The crews keep asking how they should pay for repairs before the season begins."
).split()
TOLD = (
    "We looked at every boat in the old harbour and found the same crack in most of the keels, and it came as a shock. "
    "What worries the crews most of all is the cost of the repairs before the season begins."
)
quotes = st.text(max_size=80) | st.lists(st.sampled_from([*VOCABULARY, "not", "…", "“"]), max_size=40).map(" ".join)
kinds = st.sampled_from(["direct", "mixed", "indirect"])


def said(quote, article="a.txt", kind="direct", marked=None):
    quotation = Quotation(content=(Span(0, 1),), kind=kind, speaker="Anna Berg")
    return Occurrence(article, Metadata(), quotation, quote, quote if marked is None else marked, "", "", "", 1, 1)


wordings = st.builds(said, quotes, st.just("a.txt"), kinds, st.none() | quotes).map(Wording)


@given(wordings, wordings)
def test_two_wordings_are_as_like_as_the_same_two(one, other):
    found, turned = ({some.likeness for some in compared(*pair)} for pair in ((one, other), (other, one)))
    assert found == turned
    first, second = verified(one, other, named=True), verified(other, one, named=True)
    assert (first and first.chance) == (second and second.chance)
    for likeness in found:
        shares = likeness.run_share, likeness.held, likeness.fours, likeness.told
        assert all(0.0 <= share <= 1.0 for share in shares)


@given(st.integers(0, len(RETOLD)), st.sampled_from(["not", "never", "don’t", "nobody"]))
def test_a_retold_statement_that_is_denied_is_another(at, negation):
    denied = " ".join([*RETOLD[:at], negation, *RETOLD[at:]])
    assert len(fold([said(TOLD), said(" ".join(RETOLD), "b.txt")])) == 1
    assert len(fold([said(TOLD), said(denied, "b.txt")])) == 2
