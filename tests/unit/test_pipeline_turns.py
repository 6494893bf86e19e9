"""Conversations printed as one, and posts with their signature: whose words are they, without any marks?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.posts import with_posts
from quotes.pipeline.attribution.conventions.turns import with_turns

TALK = "We met Ada Lind and Tom Berg.\n\nLind: It will hold.\n\nBerg: Will it?\n\nLind: I think so.\n\nBerg: Good."
ASKED = "Ada Lind builds walls.\n\nQ: Will it hold?\n\nA: I think so.\n\nQ: And then?\n\nA: Then I go home."

CASES = {
    "names take turns": (TALK, ["Lind: It will hold.", "Berg: Will it?", "Lind: I think so.", "Berg: Good."]),
    "questions are nobody's statement": (ASKED, ["A: I think so.", "A: Then I go home."]),
    "a paper that asks itself": (ASKED.replace("I think so", "It should").replace("I go", "they go"), []),
    "an outlet asks": (
        TALK.replace("Berg:", "Lantern:"),
        ["Lind: It will hold.", "Lind: I think so."],
    ),
    "capitals": (
        TALK.replace("Lind:", "LIND:"),
        ["LIND: It will hold.", "Berg: Will it?", "LIND: I think so.", "Berg: Good."],
    ),
    "the full name at the first turn": (
        TALK.replace("Lind:", "Ada Lind:", 1).replace("Berg:", "Tom Berg:", 1),
        ["Ada Lind: It will hold.", "Tom Berg: Will it?", "Lind: I think so.", "Berg: Good."],
    ),
    "the surname of two is nobody's": (
        TALK.replace("Lind:", "Ada Lind:", 1) + "\n\nTom Lind: Do I?\n\nBerg: You do.",
        [],
    ),
    "initials": (
        TALK.replace("Lind:", "AL:").replace("Berg:", "TB:"),
        ["AL: It will hold.", "TB: Will it?", "AL: I think so.", "TB: Good."],
    ),
    "a turn of two paragraphs": (
        TALK.replace("Lind: I think so.", "Lind: I think so.\n\nAsk me then."),
        ["Lind: It will hold.", "Berg: Will it?", "Lind: I think so. / Ask me then.", "Berg: Good."],
    ),
    "a label on a line of its own": (
        TALK.replace("Lind: I", "Lind:\n\nI"),
        ["Lind: It will hold.", "Berg: Will it?", "Lind: I think so.", "Berg: Good."],
    ),
    "a list is no conversation": (
        "Tom Berg is a guard.\n\nAge: 20\n\nSize: 6\n\nAge: 21\n\nSize: 7\n\nAge: 22\n\nSize: 7",
        [],
    ),
    "ratings of people are no conversation": (
        "Ada Lind and Tom Berg won.\n\nLind: Two goals\n\nBerg: 8\n\nLind: Slow.\n\nBerg: Poor at the back.",
        [],
    ),
    "minutes are no conversation": (
        "Ada Lind and Tom Berg met.\n\nLind: for.\n\nBerg: against.\n\nLind: apologised.\n\nBerg: accepted that.",
        [],
    ),
    "the narrator between two turns": (
        TALK.replace("Berg: Will it?", "Berg: Will it?\n\nTom Berg sold the wall in May."),
        ["Lind: It will hold.", "Berg: Will it?", "Lind: I think so.", "Berg: Good."],
    ),
    "one label alone": ("Ada Lind\n\nLind: one\n\nLind: two\n\nLind: three\n\nLind: four", []),
    "a headline with a colon": ("Lind: It will hold\n\nAda Lind says that it will hold.", []),
}


def people_of(text):
    names = ("Ada Lind", "Tom Berg")
    return sorted((Span(text.index(n), text.index(n) + len(n)), "PERSON") for n in names if n in text)


def shown(text, found):
    return [f"{a.source[0].cut(text)}: {' / '.join(s.cut(text) for s in a.content)}" for a in found]


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_turns_are_their_label_s(text, wanted):
    found = with_turns(text, [], paragraphs(text), people_of(text))
    assert shown(text, found) == wanted
    assert all(a.is_verbatim for a in found)


def test_what_the_network_found_of_a_turn_becomes_the_turn():
    start = TALK.index("It will hold")
    half = Attribution((Span(start, start + 12),), confidence=0.4)
    claim = Attribution(
        (Span(TALK.index("so."), TALK.index("so.") + 2),),
        source=(Span(TALK.index("I think"), TALK.index("I think") + 1),),
    )
    found = with_turns(TALK, [half, claim], paragraphs(TALK), people_of(TALK))
    assert half not in found
    assert claim in found
    assert len(found) == 5


POSTS = {
    "behind its text": ("She wrote.\n\nIt will hold. — Ada Lind (@adalind) May 3, 2021", ["Ada Lind: It will hold."]),
    "below its text": (
        "She wrote.\n\nIt will hold. https://a.example/x pic.twitter.com/y\n\n— Ada Lind (@adalind) May 3, 2021",
        ["Ada Lind: It will hold."],
    ),
    "of several lines": (
        "She wrote.\n\nIt will hold.\nMark me.\n\n- Ada Lind (@adalind) 3 May 2021",
        ["Ada Lind: It will hold. / Mark me."],
    ),
    "one after the other": (
        "It will hold. — Ada Lind (@adalind) May 3, 2021 It will not. — Tom Berg (@tomberg) May 4, 2021",
        ["Ada Lind: It will hold.", "Tom Berg: It will not."],
    ),
    "a handle without a date is no signature": ("It will hold, say many — Ada Lind (@adalind) among them.", []),
    "what somebody says of another": ("He joined in 2019 — his agent Tom Berg (@tomberg) January 4, 2019", []),
    "the narrator above it": ("Nobody has commented, she said.\n\n— Ada Lind (@adalind) May 3, 2021", []),
    "passed on by an outlet": ("It will hold — via Weir Post (@weirpost) May 3, 2021", []),
    "nothing above it": ("— Ada Lind (@adalind) May 3, 2021", []),
}


@pytest.mark.parametrize(("text", "wanted"), POSTS.values(), ids=POSTS)
def test_posts_are_whoever_s_signed_them(text, wanted):
    found = with_posts(text, [], paragraphs(text))
    assert shown(text, found) == wanted
    assert all(a.is_verbatim for a in found)


def test_what_the_network_found_of_a_post_becomes_the_post():
    text = POSTS["below its text"][0]
    start = text.index("It will")
    found = with_posts(text, [Attribution((Span(start, start + 12),), confidence=0.4)], paragraphs(text))
    assert shown(text, found) == POSTS["below its text"][1]


@given(
    st.lists(st.sampled_from(["Lind: ", "Q: ", "A. ", "— Ada Lind (@a) May 3, 2021", "I go.", "\n", "\n\n", ":", "(@"]))
)
def test_any_text_is_read(parts):
    text = "".join(parts)
    lines = paragraphs(text)
    names = [(Span(0, 4), "PERSON")] if text.startswith("Lind") else []
    found = with_posts(text, with_turns(text, [], lines, names), lines)
    assert all(span.cut(text).strip() for a in found for span in a.content)
