"""Quotations in marks with a signature behind them: whose are they?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.signatures import with_signatures
from quotes.pipeline.regions import quoted_regions

CASES = {
    "a name with what she is": ("“It will hold.” — Ada Lind, who runs the mill", {"“It will hold.”": "Ada Lind"}),
    "a name alone, behind two dashes": ("“It will hold.” –– Ada", {"“It will hold.”": "Ada"}),
    "on a line of its own": ("“It will hold.”\n- Ada, Oxbay", {"“It will hold.”": "Ada"}),
    "brackets": ("“It will hold.” - Ada Lind (Oxbay)", {"“It will hold.”": "Ada Lind"}),
    "over paragraphs": (
        "“It will hold.\n\n“It has to.” — Ada Lind",
        {"“It will hold.": "Ada Lind", "“It has to.”": "Ada Lind"},
    ),
    "the narrator goes on": ("“It will hold” – Lind said so on Monday.", {}),
    "a clause behind a comma": ("“It will hold” – Lind, who said so on Monday", {}),
    "a quotation in a sentence": ("He calls it “a wall” — Lind", {}),
    "no name": ("“It will hold” — and it did", {}),
}


def regions_of(text: str):
    return quoted_regions(text, paragraphs(text))


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("found_before", [False, True], ids=["passed over", "found without source"])
def test_the_signature_is_the_source(text, wanted, found_before):
    regions = regions_of(text)
    found = [Attribution((region.span,)) for region in regions] if found_before else []
    out = with_signatures(text, found, regions, paragraphs(text))
    named = {span.cut(text): one.source[0].cut(text) for one in out if one.source for span in one.content}
    assert named == wanted


def test_a_source_stays():
    text = "“It will hold,” said Tom Berg. “It has to.” — Ada Lind"
    regions = regions_of(text)
    found = (Attribution((regions[0].span,), (Span(15, 19),), (Span(20, 28),)),)
    assert with_signatures(text, found, regions, paragraphs(text)) == found


@given(st.text('“”"—-–\nAdaLind ,.()', max_size=120))
def test_any_text_is_read(text):
    for one in with_signatures(text, [], regions_of(text), paragraphs(text)):
        assert one.source[0].cut(text)[0].isupper()
        assert all(span.cut(text).strip() for span in one.content)
