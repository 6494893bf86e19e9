"""The README says what the code does."""

import re
from pathlib import Path

import pytest

import quotes
from quotes.tables.columns import QUOTE_COLUMNS, as_markdown

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_columns_are_those_of_the_code():
    assert as_markdown(QUOTE_COLUMNS) in README


def test_the_python_example_uses_what_is_public():
    used = set(re.findall(r"\bquotes\.(\w+)\(", README))
    assert used
    assert used <= set(quotes.__all__)


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_the_python_example_is_python(block):
    compile(block, "README.md", "exec")
