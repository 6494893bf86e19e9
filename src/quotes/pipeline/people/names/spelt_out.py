"""Names that initials stand for, found by the initials: "Trade and Harbour Organisation" where the article has "THO".

The tagger often stops inside such a name, at "and" or "of", or sees none in "European Union".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import COMPANY_ENDINGS, FUNCTION_WORDS, ORGANISATION_NOUNS
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.names.tags import Label, Tagged, covered, overlapping

_LETTERS: Final = re.compile(r"[A-Z]{2,7}")
_WORD: Final = re.compile(r"[A-Z][a-z]{3,6}")
"""Initials as a newspaper may write them: "Tharco"."""
_SMALL: Final = r"(?:[^\S\n](?:of|for|and|the|on|in|&(?:amp;)?|against|to|with)){0,3}"
_CAPITAL: Final = re.compile(r"(?<![\w’'-])[A-Z][a-z][\w’'-]*")
_GAP: Final = re.compile(_SMALL + r"[^\S\n]")
_MOST: Final = 5  # places that are looked at for one
_LONGEST: Final = 40  # initials of one article that are looked for


def with_spelt_out(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names, with the whole ones of which an organisation's initials stand in the article.

    The first that fits is taken of each. None breaks a name that the tagger gave, or holds somebody's or a place's.
    """
    letters: dict[str, None] = {}
    for span, label in tagged:
        name = text[span.start : span.end]
        if label == "organisation" and (_LETTERS.fullmatch(name) or _WORD.fullmatch(name)):
            letters.setdefault(name)
    heads = _heads(text) if letters else ""
    starts = [span.start for span, _ in tagged]
    whole: dict[Span, Label] = {}
    for name in [name for name in letters if name.upper() in heads][:_LONGEST]:
        for found in islice(_pattern(name.upper()).finditer(text), _MOST):
            span = Span(*found.span())
            inside = overlapping(tagged, starts, span)
            fits = all(span.contains(s) and label not in ("person", "place") for s, label in inside)
            if fits and _is_body(found[0], inside):
                whole[span] = "organisation"
                break
    return covered(list(tagged), whole)


def _heads(text: str) -> str:
    """The initials of the words with capitals in text order, a space where more than small words lies between.

    What they do not hold needs no pattern of its own, which is dear to make.
    """
    out: list[str] = []
    end = 0
    for word in _CAPITAL.finditer(text):
        if not _GAP.fullmatch(text, end, word.start()):
            out.append(" ")
        out.append(word[0][0])
        end = word.end()
    return "".join(out)


def _is_body(words: str, inside: Sequence[Tagged]) -> bool:
    """Can words be the name of a body, by their first and last; two words only where one says so?"""
    keys = [normal(word) for word in words.split()]
    if keys[0] in FUNCTION_WORDS or keys[-1] in FUNCTION_WORDS:
        return False
    return len(keys) > 2 or bool(inside) or keys[-1] in ORGANISATION_NOUNS or keys[-1] in COMPANY_ENDINGS


@lru_cache(maxsize=500)
def _pattern(letters: str) -> re.Pattern[str]:
    """Words with capitals for each of the letters, small words between: "Union of Harbour Workers" for "UHW"."""
    words = (rf"{letter}[a-z][\w’'-]*" for letter in letters)
    return re.compile(r"(?<![\w’'-])" + (_SMALL + r"[^\S\n]").join(words))
