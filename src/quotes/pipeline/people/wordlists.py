"""Lists of words, written as text with spaces between them, and the days of the week as a pattern."""

from __future__ import annotations

from typing import Final

WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A day of the week, for patterns."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


DETERMINERS: Final = word_set("a an the another one his her their its my our")
