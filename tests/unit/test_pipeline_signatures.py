"""Quotations in marks with a signature behind them: whose are they?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.signatures import with_signatures
from quotes.pipeline.regions import quoted_regions

CASES = {
    "a name with what she is": (
        "“It will hold for years.” — Ada Lind, who runs the mill",
        {"“It will hold for years.”": "Ada Lind"},
    ),
    "a name alone, behind two dashes": ("“It will hold for years.” –– Ada", {"“It will hold for years.”": "Ada"}),
    "on a line of its own": ("“It will hold for years.”\n- Ada, Oxbay", {"“It will hold for years.”": "Ada"}),
    "brackets": ("“It will hold for years.” - Ada Lind (Oxbay)", {"“It will hold for years.”": "Ada Lind"}),
    "a masked name": ("“It will hold for years.” – Ad* Li**", {"“It will hold for years.”": "Ad* Li**"}),
    "over paragraphs": (
        "“It will hold.\n\n“It has to.” — Ada Lind",
        {"“It will hold.": "Ada Lind", "“It has to.”": "Ada Lind"},
    ),
    "two on lines of their own": (
        "“It will hold for years.”\n\n— Ada Lind\n\n“It will fall this week.”\n\n— Tom Berg\n",
        {"“It will hold for years.”": "Ada Lind", "“It will fall this week.”": "Tom Berg"},
    ),
    "one on a line of its own may be the reporter": ("“It will hold for years.”\n\n— Ada Lind", {}),
    "a reporter": ("“It will hold for years.”\n— Ada Lind, Gazette Staff Writer", {}),
    "an agency": ("“It will hold for years.”\n — Altmere Newsroom, 42-2-2423", {}),
    "an outlet": ("“It will hold for years.”\n— Altmere Gazette, Altmere", {}),
    "thanks": ("“It will hold for years.” —Additional Reporting By Ada Lind", {}),
    "a list below": ("“It will hold for years.”\n- Ada Lind (Labour)\n- Tom Berg (Greens)", {}),
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


@pytest.mark.parametrize("title", ["“Yellow Harbour Lights, Part Four.”", "“The Gull Goes Home to Sea”", "“No more.”"])
def test_a_title_that_nobody_found_is_no_quotation(title):
    text = f"{title} — Ada Lind"
    assert with_signatures(text, [], regions_of(text), paragraphs(text)) == ()


def test_a_source_stays():
    text = "“It will hold for years,” said Tom Berg. “It has to.” — Ada Lind"
    regions = regions_of(text)
    found = (Attribution((regions[0].span,), (Span(25, 29),), (Span(30, 38),)),)
    assert with_signatures(text, found, regions, paragraphs(text)) == found


@given(st.text('“”"—-–\nAdaLind ,.()', max_size=120))
def test_any_text_is_read(text):
    for one in with_signatures(text, [], regions_of(text), paragraphs(text)):
        assert one.source[0].cut(text)[0].isupper()
        assert all(span.cut(text).strip() for span in one.content)
