"""Who said it, and who only has it: cases of `quotes.pipeline.attribution.according`, named for what they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Attribution, Span
from quotes.pipeline.attribution.according import with_accounts_settled

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
    assert bool(settled.citation) == (cue != "according to")


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
    assert all(0 <= span.start < span.end <= len(text) for span in settled.citation)
