"""Whom it was told and whom the article has it from, as words of the text.

Gold gives both as names, in the fullest form of the article; what the network can be taught is the words that stand
near the quotation and name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import Span, Spans, spans_overlap

BEFORE: Final = 350
AFTER: Final = 250
"""Characters before the first and behind the last word of an attribution in which the name is looked for: its own
sentence or the one that introduces it."""

_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def words_of(name: str, text: str, content: Spans, others: Spans) -> Spans | None:
    """Find where `name` stands near an attribution with this content; `others` are its cue and source.

    Of several places the one nearest to the cue is taken (to the content where there is none). Gives no span for an
    empty name, and None for one that stands there in no form that is known: then nobody can say which words name it.
    """
    if not name:
        return ()
    spans = sorted((*content, *others))
    low, high = max(0, spans[0].start - BEFORE), max(span.end for span in spans) + AFTER
    home = others[0] if others else content[0]
    for form in _forms(name):
        found = [Span(*hit.span()) for hit in form.finditer(text, low, min(high, len(text)))]
        free = [span for span in found if not spans_overlap((span,), (*content, *others))]
        if free:
            return (min(free, key=lambda span: max(home.start - span.end, span.start - home.end, 0)),)
    return None


def _forms(name: str) -> Iterator[re.Pattern[str]]:
    """The whole name; without article; then its last and its first word, if it is a name of several words."""
    bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    words = bare.split()
    parts = [word for word in (words[-1], words[0]) if len(words) > 1 and len(word) > 2 and word[0].isupper()]
    for form in dict.fromkeys((name, bare, *parts)):
        yield re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)", re.IGNORECASE)
