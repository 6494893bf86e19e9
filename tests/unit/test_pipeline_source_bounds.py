"""Sources that end inside a name, or behind a comma."""

from __future__ import annotations

import pytest

from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.source_bounds import with_sources_bounded

TEXT = "The ferry is late, said Ada Lind of Altmere, who is tired."
CASES = [
    ("a first name alone", "Ada", ["Ada Lind"], "Ada Lind"),
    ("whole already", "Ada Lind", ["Ada Lind"], "Ada Lind"),
    ("a name behind it is another's", "Ada Lind", ["Altmere"], "Ada Lind"),
    ("a name that begins before it", "Lind", ["Ada Lind of Altmere"], "Lind"),
    ("the last of several words", "Ada Lind of Alt", ["Ada Lind", "Altmere"], "Ada Lind of Altmere"),
    ("a comma behind it", "Ada Lind of Altmere,", [], "Ada Lind of Altmere"),
    ("no names", "Ada", [], "Ada"),
    ("the name runs into the cue", "The ferry", ["ferry is late, said"], "The ferry"),
]


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("source", "names", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sources_take_names_whole(source, names, wanted):
    one = Attribution(content=(Span(10, 17),), cue=(_span("said"),), source=(_span(source),), confidence=0.9)
    (found,) = with_sources_bounded(TEXT, [one], [(_span(name), "PERSON") for name in names])
    assert [span.cut(TEXT) for span in found.source] == [wanted]


def test_without_a_source_nothing_changes():
    one = Attribution(content=(Span(0, 17),), cue=(), source=(), confidence=0.5)
    assert with_sources_bounded(TEXT, [one], [(_span("Ada Lind"), "PERSON")]) == [one]


@pytest.mark.parametrize("words", ["and", "of the", ", who", "meanwhile"])
def test_no_source_ends_with_a_little_word(words):
    text = f"Ada Lind {words} town said so."
    source = Span(0, text.index(" town"))
    one = Attribution(content=(Span(len(text) - 3, len(text) - 1),), cue=(), source=(source,), confidence=0.9)
    (found,) = with_sources_bounded(text, [one], [])
    assert found.source[0].cut(text) == "Ada Lind"


@pytest.mark.parametrize(
    ("source", "names", "wanted"),
    [
        ("Acme Corp. Monday", ["Acme Corp."], "Acme Corp."),
        ("Acme Corp. Monday", [], "Acme Corp."),
        ("The Acme Court Thursday", ["Acme Court"], "The Acme Court"),
        ("Herald on Sunday", ["Herald on Sunday"], "Herald on Sunday"),
        ("Monday", [], "Monday"),
        ("Black Friday", [], "Black Friday"),
    ],
)
def test_no_source_ends_with_the_day_on_which_it_was_said(source, names, wanted):
    text = f"{source} said so."
    one = Attribution(
        content=(Span(len(text) - 3, len(text) - 1),), cue=(), source=(Span(0, len(source)),), confidence=0.9
    )
    tagged = [(Span(text.index(name), text.index(name) + len(name)), "ORG") for name in names]
    (found,) = with_sources_bounded(text, [one], tagged)
    assert found.source[0].cut(text) == wanted


ROLES = {
    "behind the cue": (
        "It will hold, said songwriter, singer, and lifelong poet Ada Lind.",
        "songwriter, singer",
        True,
    ),
    "before the cue": ("Founder and leader Ada Lind said it will hold.", "Founder", True),
    "a firm's": ("Acme chief engineer Dr Ada Lind said it will hold.", "Acme", True),
    "another's clause": ("The keeper of whom Ada Lind said it will hold.", "The keeper", False),
    "far from the cue": ("The keeper, Ada Lind and her dog, said it will hold.", "The keeper", False),
    "somebody else's clause": ("The keeper, citing witness Ada Lind, said it will hold.", "The keeper", False),
    "unlike another": ("The keeper, unlike coach Ada Lind, said it will hold.", "The keeper", False),
    "a pronoun": ("It will hold, she admitted under Ada Lind, who said so.", "she", False),
    "no name": ("The keeper and the guard said it will hold.", "The keeper", False),
}


@pytest.mark.parametrize(("text", "source", "is_drawn"), ROLES.values(), ids=ROLES)
def test_sources_that_end_at_a_role_take_the_name_that_it_introduces(text, source, is_drawn):
    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    one = Attribution(content=(span("t will hold"),), cue=(span("said"),), source=(span(source),), confidence=0.9)
    names = [(span("Ada Lind"), "PERSON")] if "Ada" in text else []
    (found,) = with_sources_bounded(text, [one], names)
    assert found.source[0].cut(text).endswith("Ada Lind") == is_drawn


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A reply came from Ada Lind, who later offered it will hold.", ["Ada Lind"]),
        ("A reply came from Ada Lind who offered it will hold.", ["Ada Lind"]),
        ("A reply came from Ada Lind, whose dog offered it will hold.", []),
        ("Ada Lind saw the guard, who offered it will hold.", []),
    ],
)
def test_who_takes_up_the_name_before_it(text, wanted):
    start, cue = text.index("Ada Lind"), text.index("offered")
    one = Attribution(content=(Span(cue + 8, len(text) - 1),), cue=(Span(cue, cue + 7),), confidence=0.9)
    (found,) = with_sources_bounded(text, [one], [(Span(start, start + 8), "PERSON")])
    assert [span.cut(text) for span in found.source] == wanted


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("His brother, the actor Ada Lind, said so.", "His brother", "His brother, the actor Ada Lind"),
        ("His brother, Ada Lind, said so.", "His brother", "His brother, Ada Lind"),
        ("His brother, and Ada Lind too, said so.", "His brother", "His brother"),
        ("His brother, whom Ada Lind, of Altmere, said so.", "His brother", "His brother"),
    ],
)
def test_a_name_between_commas_says_who_it_is(text, source, wanted):
    cue, name = text.index("said"), text.index("Ada Lind")
    one = Attribution(
        content=(Span(cue + 5, cue + 7),), cue=(Span(cue, cue + 4),), source=(Span(0, len(source)),), confidence=0.9
    )
    (found,) = with_sources_bounded(text, [one], [(Span(name, name + 8), "PERSON")])
    assert found.source[0].cut(text) == wanted


WITH_BODIES = {
    "somebody before the body that the tagger takes": (
        "“No,” Ada Lind, of Acme, its partner, said.",
        "Acme",
        {"Ada Lind": "PERSON", "Acme": "ORG"},
        "Ada Lind, of Acme",
    ),
    "the head of a body behind its clause": (
        "Even as Acme closed, its chairman and CEO, Ada Lind, said no.",
        "Acme",
        {"Acme": "ORG", "Ada Lind": "PERSON"},
        "Ada Lind",
    ),
    "but not whom it speaks of": (
        "Acme, which had sued its chairman, Ada Lind, said no.",
        "Acme",
        {"Acme": "ORG", "Ada Lind": "PERSON"},
        "Acme",
    ),
    "a body that a word in lower case introduces": (
        "According to state statistics body Acme, it fell, said one.",
        "state",
        {"Acme": "ORG"},
        "state statistics body Acme",
    ),
}


@pytest.mark.parametrize(("text", "source", "names", "wanted"), WITH_BODIES.values(), ids=WITH_BODIES)
def test_sources_are_whoever_says_it(text, source, names, wanted):
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    cue = at("According to") if text.startswith("According") else at("said")
    cue = Span(text.rindex("said"), text.rindex("said") + 4) if "sued" in text else cue
    one = Attribution((Span(len(text) - 1, len(text)),), (cue,), (at(source),))
    (found,) = with_sources_bounded(text, [one], [(at(name), label) for name, label in names.items()])
    assert [span.cut(text) for span in found.source] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tom Berg phoned Ada Lind, who told him it will hold.", "Ada Lind"),
        ("Tom Berg rang his agent, who told him it will hold.", "agent"),
        ("Tom Berg, a baker from Altmere who moved, told him it will hold.", "Tom Berg"),
        ("Tom Berg wrote to Altmere, who told him it will hold.", "Tom Berg"),
    ],
)
def test_who_is_whoever_stands_before_it(text, wanted):
    cue, content = text.index("told"), text.index("it will")
    names = [Span(text.index(name), text.index(name) + 8) for name in ("Tom Berg", "Ada Lind") if name in text]
    one = Attribution((Span(content, len(text) - 1),), (Span(cue, cue + 4),), (names[0],), 0.9)
    (found,) = with_sources_bounded(text, [one], [(name, "PERSON") for name in names])
    assert [span.cut(text) for span in found.source] == [wanted]
