"""Relayed quotations made out of plain ones: the speaker, the words and the cue stay marked."""

import random
import re

import pytest

from quotes.model import Span
from quotes.training.chains import relayed
from quotes.training.data import Example, Said


def example(text, content, cue, source):
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (content, cue, source)]
    return Example("made-up", text, (Said(*((span,) for span in spans)),))


def always(text, content, cue, source):
    """What comes out over many draws, as (text, content, cue, source)."""
    given = example(text, content, cue, source)
    out = set()
    for seed in range(200):
        made = relayed(given, random.Random(seed))
        (said,) = made.said
        out.add((made.text, *(spans[0].cut(made.text) for spans in (said.content, said.cue, said.source))))
    return out


BEFORE = ("It rained. Lind said, “The well is dry.” It rained.", "“The well is dry.”", "said", "Lind")
AFTER = ("It rained.\n\n“The well is dry,” said Ada Lind. It rained.", "“The well is dry,”", "said", "Ada Lind")


def test_somebody_relays_it():
    texts = {row for row in always(*BEFORE) if "quoted" in row[0]}
    assert texts
    for text, content, cue, source in texts:
        assert re.search(r"It rained\. \w.* (?:later )?quoted Lind as saying, “The well is dry[.,]”", text)
        assert (cue, source) == ("as saying", "Lind")
        assert content in ("“The well is dry.”", "“The well is dry,”")


@pytest.mark.parametrize(("given", "tail"), [(BEFORE, r",” .* report"), (AFTER, r"said Ada Lind, .*\. It rained")])
def test_an_outlet_reports_it(given, tail):
    texts = {row for row in always(*given) if re.search(tail, row[0])}
    assert texts
    for _, content, _, source in texts:
        assert content.startswith("“The well is dry")
        assert content.endswith("”")
        assert source == given[3]


def test_a_pronoun_becomes_its_object():
    rows = always("She said, “The well is dry.”", "“The well is dry.”", "said", "She")
    assert any(source == "her" and "quoted her as saying" in text for text, _, _, source in rows)


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Lind said it was dry.", "it was dry", "said", "Lind"),
        ("“Dry,” shouted Lind.", "“Dry,”", "shouted", "Lind"),
        ("When Lind said, “The well is dry.” it rained.", "“The well is dry.”", "said", "Lind"),
    ],
    ids=["no marks", "another verb", "inside a sentence"],
)
def test_what_is_not_plain_stays(text, content, cue, source):
    assert {row[0] for row in always(text, content, cue, source)} == {text}
