"""Who said it, and who only has it: cases of `attribution.conventions.according`, named for what they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.according import with_accounts_settled

CASES = {
    "said, according to": ("{“It rains,” Lind said}, <according to> (the Herald).", "“It rains,”", "Lind", "said"),
    "said something of somebody, according to": (
        "{“They are tired,” Lind said of the crews}, <according to> (a pool report).",
        "“They are tired,”",
        "Lind",
        "said",
    ),
    "said Lind, according to": (
        "{“It rains,”} said Ann Lind, <according to> (the Herald).",
        "“It rains,”",
        "Ann Lind",
        "said",
    ),
    "he told her, according to": (
        "{“It rains,” he told her}, <according to> (a transcript).",
        "“It rains,”",
        "he",
        "told",
    ),
    "according to, she said": ("<According to> (the Herald), {Lind said “it rains”}.", "“it rains”", "Lind", "said"),
    "according to, the mayor said that": (
        "<According to> (the Herald), {the mayor said on Monday that “it rains”}.",
        "“it rains”",
        "the mayor",
        "said",
    ),
    "according to alone": ("{“It rains,”} <according to> (Lind).", "“It rains,”", "Lind", "according to"),
    "another sentence": (
        "“It rains.” Lind said so. {It is late}, <according to> (the Herald).",
        "It is late",
        "the Herald",
        "according to",
    ),
    "an apostrophe": (
        "{The mayor’s aide Dana Holt said the bill was dead}, <according to> (the Herald).",
        "The mayor’s aide Dana Holt said the bill was dead",
        "the Herald",
        "according to",
    ),
    "an apostrophe in a name": (
        "{Rep. Dana O’Connell said the vote would be late}, <according to> (the Herald).",
        "Rep. Dana O’Connell said the vote would be late",
        "the Herald",
        "according to",
    ),
    "a nickname": (
        "{Anna “Red” Lind told the jury that it rained}, <according to> (the Herald).",
        "Anna “Red” Lind told the jury that it rained",
        "the Herald",
        "according to",
    ),
    "a title": (
        "{“Slow Tide” author Anna Lind said she would sue}, <according to> (Berg).",
        "“Slow Tide” author Anna Lind said she would sue",
        "Berg",
        "according to",
    ),
    "another's clause": (
        "{“It is lovely,” Lind said of Harwich, home to many}, <according to> (the census).",
        "“It is lovely,” Lind said of Harwich, home to many",
        "the census",
        "according to",
    ),
    "the mayor of": (
        "{“It rains,” the mayor of Harwich told Dana Holt}, <according to> (the Herald).",
        "“It rains,” the mayor of Harwich told Dana Holt",
        "the Herald",
        "according to",
    ),
    "what he said": (
        "<According to> (Paul Orr), {what Dana Holt said “was a lie”}.",
        "what Dana Holt said “was a lie”",
        "Paul Orr",
        "According to",
    ),
    "who said": (
        "<According to> (the Herald), {the official who said “never again” has left}.",
        "the official who said “never again” has left",
        "the Herald",
        "According to",
    ),
    "without marks": (
        "{He told advisers that it was over}, <according to> (Lind).",
        "He told advisers that it was over",
        "Lind",
        "according to",
    ),
}


def _read(marked: str) -> tuple[str, Attribution]:
    text, at = "", {}
    for char in marked:
        if char in "{<(}>)":
            at[char] = len(text)
        else:
            text += char
    one = Attribution(
        content=(Span(at["{"], at["}"]),), cue=(Span(at["<"], at[">"]),), source=(Span(at["("], at[")"]),)
    )
    return text, one


@pytest.mark.parametrize(("marked", "content", "source", "cue"), CASES.values(), ids=CASES)
def test_the_words_are_the_speakers(marked: str, content: str, source: str, cue: str) -> None:
    text, one = _read(marked)
    (settled,) = with_accounts_settled(text, [one])
    found = [" ".join(span.cut(text) for span in part) for part in (settled.content, settled.source, settled.cue)]
    assert found == [content, source, cue]
    assert bool(settled.citation) == (cue.lower() != "according to")


def test_who_speaks_in_an_attribution_of_its_own_stays() -> None:
    text, one = _read("{“It rains,” Lind said}, <according to> (the Herald).")
    at = text.index("said")
    own = Attribution((Span(0, 11),), (Span(at, at + 4),), (Span(at - 5, at - 1),))
    assert with_accounts_settled(text, [own, one]) == (own, one)


@given(st.text("“” aLin said,.according toHe\n", max_size=60), st.data())
def test_any_text_is_read(text: str, data: st.DataObject) -> None:
    cut = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
    one = Attribution((Span(*cut[:2]),), (Span(*cut[2:4]),), (Span(*cut[4:]),))
    (settled,) = with_accounts_settled(text, [one])
    assert settled == one or any(map(str.isalpha, "".join(span.cut(text) for span in settled.content)))
