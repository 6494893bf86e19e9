"""What is no statement of anybody, whatever the network makes of it.

The narrator's own questions ("Does Lind think that was fair?"), idioms ("they called it quits") and what the police ask
callers for ("call 101, quoting Operation Gull").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from quotes.model import Attribution, Spans

_ASKS: Final = re.compile(r"(?:(?:But|And|So|Then)[^\S\n])?(?:Do|Does|Did)[^\S\n]")
_QUITS: Final = re.compile(
    r"it[^\S\n](?:quits\b|a[^\S\n]day(?=[.,;]|$|[^\S\n](?:after|in|on|at|and|when)\b))", re.IGNORECASE
)
_CALLS: Final = re.compile(r"\bcall(?:s|ed|ing)?$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\b(?:call|ring|phone|contact)\b[^.\n]{0,60}\d[^.\n]{0,30}$", re.IGNORECASE)
_AS_SAYING: Final = re.compile(r"[^.\n]{0,60}[^\S\n]as[^\S\n]\w+ing\b")
_REACH: Final = 100  # characters before a cue
_MARKS: Final = tuple("“\"‘'")


def without_unsaid(text: str, found: Sequence[Attribution], sentences: Spans) -> tuple[Attribution, ...]:
    """The attributions without those in which nobody has said anything; what stands in marks stays."""
    starts = [sentence.start for sentence in sentences]
    return tuple(one for one in found if not one.cue or not _is_unsaid(text, one, sentences, starts))


def _is_unsaid(text: str, one: Attribution, sentences: Spans, starts: Sequence[int]) -> bool:
    cue, content = one.cue[0], one.content[0]
    words = cue.cut(text)
    if text.startswith(_MARKS, content.start):
        return False
    if _CALLS.search(words) and 0 <= content.start - cue.end <= 1 and _QUITS.match(text, content.start):
        return True
    if words.casefold() == "quoting" and _NUMBER.search(text, max(0, cue.start - _REACH), cue.start):
        return _AS_SAYING.match(text, cue.end) is None
    at = bisect_right(starts, cue.start) - 1
    asks = _ASKS.match(text, sentences[at].start, sentences[at].end) if at >= 0 else None
    if asks is None or not one.source or one.source[0].start != asks.end():
        return False
    # "Does Lind think that was fair?"
    together = 0 <= cue.start - one.source[0].end <= 1 and 0 <= content.start - cue.end <= 1
    return together and "?" in text[content.end - 1 : sentences[at].end]
