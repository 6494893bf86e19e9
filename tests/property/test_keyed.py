"""Patterns that are tried only where one of their key words stands: the keys leave no match out."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.pipeline import provenance
from quotes.pipeline.provenance.keyed import Keyed, keyed
from quotes.pipeline.provenance.narration import Narration

PATTERNS = {
    f"{module.name}.{name}": value
    for module in iter_modules(provenance.__path__)
    for name, value in vars(import_module(f"{provenance.__name__}.{module.name}")).items()
    if isinstance(value, Keyed)
}
LETTERS = st.characters(max_codepoint=0x2030, exclude_characters="ıİ")  # which only `re` takes for an "i"


def test_there_are_such_patterns():
    assert len(PATTERNS) > 10


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
@given(data=st.data())
def test_what_matches_has_a_key(pattern, data):
    text = data.draw(st.from_regex(pattern.pattern, alphabet=LETTERS))
    narration = Narration(text, 0)
    whole = [found.span() for found in pattern.pattern.finditer(text)]
    assert [found.span() for found in pattern.finditer(narration)] == whole
    assert (pattern.search(narration) is not None) == bool(whole)


@pytest.mark.parametrize(
    ("text", "is_tried"),
    [
        ("He posted it.", True),
        ("Posts, he said", True),
        ("a post-mortem", True),
        ("post\u0345", True),
        ("the poster", False),
        ("", False),
    ],
    ids=["the word", "with s", "before a hyphen", "before a mark", "inside another", "nothing"],
)
def test_keys_are_words(text, is_tried):
    assert keyed("post(s) posted", "post").may_match(Narration(text, 0)) == is_tried
