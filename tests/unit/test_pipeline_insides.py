"""What stands inside what is said, and is real."""

from __future__ import annotations

import pytest

from quotes.model import Attribution, Paragraph, Span
from quotes.pipeline.attribution.insides import insides_of, real
from quotes.pipeline.regions import quoted_regions


def at(text, words):
    return (Span(text.index(words), text.index(words) + len(words)),)


def test_only_contents_that_report_are_read_without_their_marks():
    text = "“He told us that the sea was calm,” Ann Lee said. “It is a very fine day out here,” she added."
    contents = "“He told us that the sea was calm,”", "“It is a very fine day out here,”"
    outer = [Attribution(at(text, words)) for words in contents]
    paragraphs, _ = insides_of(text, outer, quoted_regions(text, [Paragraph(Span(0, len(text)))]))
    assert [paragraph.span.cut(text) for paragraph in paragraphs] == ["He told us that the sea was calm,"]


REAL = {
    "a person": (
        "Tom Berg",
        "had claimed",
        "Ann Lee said that Tom Berg had claimed {the sea was calm that day}.",
        True,
    ),
    "a pronoun": ("he", "said", "Ann Lee said that he said {the sea was calm that day}.", True),
    "people will say": ("people", "say", "Ann Lee said that people will say {the sea was calm that day}.", False),
    "nobody in particular": ("they", "say", "Ann Lee said that they say {the sea was calm that day}.", False),
    "the speaker's own thought": ("I", "thought", "Ann Lee said that I thought {the sea was calm that day}.", False),
    "his own words in marks": ("I", "said", "Ann Lee said that I said {‘the sea was calm that day’}.", True),
    "what might be said": (
        "a critic",
        "say",
        "Ann Lee said that a critic might say {the sea was calm that day}.",
        False,
    ),
}


@pytest.mark.parametrize(("source", "cue", "marked", "is_real"), REAL.values(), ids=REAL)
def test_hypothetical_words_are_nobodys(source, cue, marked, is_real):
    text = marked.replace("{", "").replace("}", "")
    said = marked[marked.index("{") + 1 : marked.index("}")]
    inside = at(text, text[text.index("that ") : -1])
    outer = Attribution(inside, at(text, "said"), at(text, "Ann Lee"))
    here = text.index("that ") + 5
    found = Attribution(
        at(text, said),
        (Span(text.index(cue, here), text.index(cue, here) + len(cue)),),
        (Span(text.index(source, here), text.index(source, here) + len(source)),),
        confidence=0.9,
    )
    paragraphs, _ = insides_of(text, [outer], [])
    kept = real(text, [found], [outer], paragraphs)
    assert bool(kept) == is_real
    assert all(one.confidence < 0.9 for one in kept)
