"""Patterns that are tried only where one of their key words stands: the keys leave no match out."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.pipeline import provenance
from quotes.pipeline.provenance.wording.keyed import Keyed, keyed
from quotes.pipeline.provenance.wording.narration import Narration

PATTERNS = {
    f"{module.name}.{name}": value
    for module in walk_packages(provenance.__path__, f"{provenance.__name__}.")
    for name, value in vars(import_module(module.name)).items()
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
