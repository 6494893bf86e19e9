"""Quotations inside quotations: which inner marks are somebody's words, and whose."""

from __future__ import annotations

import pytest

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.nested import with_nested
from quotes.pipeline.regions import quoted_regions

CASES = {
    "a pronoun and a verb": ("“We stood on the wall at night and he said, ‘It will hold,’” Lee said.", ["he"]),
    "a name": ("“Then Ann Berg told me: ‘It will hold.’ I laughed,” Lee said.", ["Ann Berg"]),
    "people in general": ("“Some people say, ‘It will never hold.’ They are wrong,” Lee said.", ["Some people"]),
    "what people will say": ("“People will say, ‘It will never hold.’ They are wrong,” Lee said.", []),
    "when somebody says it": ("“When people say, ‘It will never hold,’ I laugh,” Lee said.", []),
    "was like": ("“My friend was like, ‘It will hold,’” Lee said.", ["My friend"]),
    "how things are": ("“You come home and it’s like, ‘I need a wall,’” Lee said.", []),
    "how things were": ("“It would always be, like, ‘Who needs a wall?’ They laughed,” Lee said.", []),
    "a subject farther off": ("“He came in, sat down and said, ‘It will hold,’” Lee said.", [None]),
    "told somebody": ("“We sat on the wall all day and I told the old council, ‘It will hold,’” Lee said.", ["I"]),
    "no verb": ("“The song ‘It will hold’ is mine,” Lee said.", []),
    "not said": ("“I didn't say, ‘It will hold,’” Lee said.", []),
    "he's, like": ("“And he’s, like, ‘It will hold,’” Lee said.", ["he"]),
    "a clause before the colon": (
        "“My dad told me when I was small: ‘It will hold.’ I laughed,” Lee said.",
        ["My dad"],
    ),
    "one word that ends a sentence": (
        "“Then he came in and said, ‘Congratulations,’ and I laughed,” Lee said.",
        [None],
    ),
    "what somebody calls it": ("“The wall you called ‘miraculous,’ fell,” Lee said.", []),
    "a question read out": ("“I'm going to read you the question: ‘Will it hold?’ Now,” Lee said.", []),
    "one word": ("“They say ‘hold’ a lot,” Lee said.", []),
}


@pytest.mark.parametrize(("text", "sources"), CASES.values(), ids=CASES)
def test_with_nested_adds_what_another_says(text, sources):
    lines = paragraphs(text)
    outer = Attribution((Span(0, text.index("”") + 1),))
    found = with_nested(text, [outer], quoted_regions(text, lines))
    added = [a for a in found if a != outer]
    assert [a.source[0].cut(text) if a.source else None for a in added] == sources
    assert all(a.content[0].cut(text)[0] == "‘" for a in added)


def test_what_the_network_found_inside_is_no_row_where_it_is_supposed():
    text = "“When people say to me, ‘It will hold,’ I laugh,” Lee said."
    lines = paragraphs(text)
    outer = Attribution((Span(0, text.index("”") + 1),))
    inner = Attribution(
        (Span(text.index("‘"), text.index("’") + 1),), (Span(text.index("say"), text.index(" to")),), (Span(6, 12),)
    )
    assert with_nested(text, [outer, inner], quoted_regions(text, lines)) == (outer,)


@pytest.mark.parametrize(("verb", "wanted"), [("say", ["‘It will hold.’"]), ("will say", [])])
def test_what_the_network_found_inside_ends_with_its_marks_and_was_said_by_somebody(verb, wanted):
    text = f"“People {verb}, ‘It will hold.’ I am on the side of the wall,” Lee said."
    lines = paragraphs(text)
    outer = Attribution((Span(0, text.index("”") + 1),))
    inner = Attribution((Span(text.index("It will"), text.index(" side")),), (Span(text.index(verb), text.index(",")),))
    found = with_nested(text, [outer, inner], quoted_regions(text, lines))
    kept = [a for a in found if a.content != outer.content]
    assert [a.content[0].cut(text) for a in kept] == wanted
    assert all(a.source[0].cut(text) == "People" for a in kept)  # the network had none


@pytest.mark.parametrize(
    ("before", "verb", "count"),
    [
        ("I didn’t", "say", 0),
        ("We have to stand up and", "say", 0),
        ("He came in and", "said", 1),
        ("They", "say", 1),
    ],
)
def test_a_wish_and_what_was_not_said_are_no_quotations(before, verb, count):
    text = f"“{before} {verb}, ‘It will hold.’ I am on the side of the wall,” Lee said."
    outer = Attribution((Span(0, text.index("”") + 1),))
    content = Span(text.index("‘"), text.index("’ I") + 1)
    inner = Attribution((content,), (Span(text.index(f"{verb},"), text.index(", ‘")),))
    found = with_nested(text, [outer, inner], quoted_regions(text, paragraphs(text)))
    assert sum(a.content[0].start == content.start for a in found) == count
