"""Whom a medium quotes that says so is the source, and the medium is cited."""

from dataclasses import replace

import pytest
from people_docs import read
from test_provenance import read as provenance_of

from quotes.model import Span
from quotes.pipeline.attribution.conventions.quoting import with_quoted_sources

SOURCES = {
    "a person": ("{“No,”} (the Herald) <said>, quoting city mayor Ann Lee.", "city mayor Ann Lee"),
    "on a day, with his office behind": (
        "{“No,”} (the Herald) <said> on Sunday, quoting Ann Lee, an official of the city.",
        "Ann Lee",
    ),
    "people without a name": ("{“No,”} (the Herald) <reported>, quoting sources in Osk.", "sources in Osk"),
    "again": ("{“No,”} (it) <said>, quoting Ann Lee.", "Ann Lee"),
    "a proverb": ("{“No,”} (the Herald) <said>, quoting an old proverb.", "the Herald"),
    "with his office before his name": (
        "{“No,”} (the Herald) <said>, quoting the minister, Ann Lee.",
        "the minister, Ann Lee",
    ),
    "behind a title with a dot": ("{“No,”} (the agency) <said>, quoting Gen. Ann Lee.", "Gen. Ann Lee"),
    "before more of his words": ("{“No,”} (the Herald) <said>, quoting Ann Lee: {“Never.”}", "Ann Lee"),
    "a filing": ("{“No,”} (the Herald) <said>, quoting a company filing.", "the Herald"),
    "a person by name": ("{“No,”} (Prime Minister Tom Berg) <said>, quoting Ann Lee.", "Prime Minister Tom Berg"),
    "who quotes while he speaks": ("{“No,”} (he) <said>, quoting Ann Lee.", "he"),
    "what the words are themselves": ("(The Herald) <said>, quoting {Ann Lee in full}.", "The Herald"),
}


def bodies_of(text):
    at = text.find("Herald")
    return [(Span(at, at + len("Herald")), "ORG")] if at >= 0 else []


@pytest.mark.parametrize(("marked", "source"), SOURCES.values(), ids=SOURCES)
def test_the_one_quoted_is_the_source(marked, source):
    text, attributions = read(marked)
    (found,) = with_quoted_sources(text, attributions, bodies_of(text))
    assert [span.cut(text) for span in found.source] == [source]


def test_whoever_is_quoted_is_no_content():
    text, attributions = read("{“No,”} (the Herald) <said>, quoting Ann Lee. (2:The Herald) <2:said> {2:yes}.")
    who = Span(text.index("Ann Lee"), text.index("Ann Lee") + len("Ann Lee"))
    beside = replace(attributions[0], cue=(Span(who.start - 8, who.start - 1),), content=(who,))
    assert len(with_quoted_sources(text, (*attributions, beside), bodies_of(text))) == len(attributions)


def test_an_outer_quotation_that_holds_it_stays():
    text, attributions = read("{“No,”} (the Herald) <said>, quoting Ann Lee. (2:Tom Berg) <2:told> {2:us so}.")
    outer = replace(attributions[1], content=(Span(0, text.index(" Tom Berg")),))
    inner = attributions[0]
    found = with_quoted_sources(text, (outer, inner), bodies_of(text))
    assert [one.content for one in found] == [outer.content, inner.content]


CITED = {
    "by its name": ("{“No,”} the Harbour Herald <said, quoting> (Ann Lee).", "Harbour Herald"),
    "with its day": ("{“No,”} the Harbour Herald <said on Sunday, quoting> (Ann Lee).", "Harbour Herald"),
    "by its kind": (
        "The Harbour Herald came. {“No,”} the mass-circulation newspaper <said, quoting> (Ann Lee).",
        "Harbour Herald",
    ),
    "by its name, with its kind": (
        "Film Weekly came. {“No,”} the Harbour Herald newspaper <said, quoting> (Ann Lee).",
        "Harbour Herald",
    ),
    "an edition": (
        "The Harbour Herald came. {“No,”} the late edition of the newspaper <said, quoting> (Ann Lee).",
        "Harbour Herald",
    ),
    "nothing that could be it": ("Tagus came. {“No,”} it <said, quoting> (Ann Lee).", ""),
}


@pytest.mark.parametrize(("marked", "cited"), CITED.values(), ids=CITED)
def test_the_medium_is_cited(marked, cited):
    assert [found.cited_from for found in provenance_of(marked)] == [cited]
