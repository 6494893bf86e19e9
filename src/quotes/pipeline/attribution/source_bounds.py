"""Where sources end: they take the names at their ends whole, and leave commas and little words behind them.

The role tagger may stop at "Ada" where the tagger of names reads "Ada Lind", or take the comma of "Ada Lind, 44" for
the beginning of more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span

_NO_END: Final = " \t\u00a0,;:"
_DANGLING: Final = re.compile(r"(?<=\w)(?:[\s,]+(?:and|or|the|an?|of|in|on|at|by|for|from|to|with|who|whose))+$")


def with_sources_bounded(
    text: str, found: Sequence[Attribution], names: Sequence[tuple[Span, str]]
) -> list[Attribution]:
    """Draw out the sources that end inside a name which begins in them, unless other words of the attribution follow.

    `names` are spans (characters) with labels, in text order. Beginnings stay: where pages run together, a name that
    begins before its source has an end of a quotation in it.
    """
    starts = [span.start for span, _ in names]

    def bounded(span: Span, taken: Sequence[Span]) -> Span:
        at = bisect_left(starts, span.end) - 1
        if at >= 0:
            name = names[at][0]
            drawn = Span(span.start, name.end)
            is_cut = span.start <= name.start and span.end < name.end
            if is_cut and not any(one.start < drawn.end and drawn.start < one.end for one in taken):
                return drawn
        words = _DANGLING.sub("", span.cut(text).rstrip(_NO_END)).rstrip(_NO_END)
        return Span(span.start, span.start + len(words)) if words else span

    return [
        replace(one, source=tuple(bounded(span, (*one.content, *one.cue)) for span in one.source))
        if one.source
        else one
        for one in found
    ]
