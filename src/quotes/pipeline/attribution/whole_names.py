"""Sources take the names at their ends whole: the role tagger may stop at "Ada" where the tagger of names reads on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Attribution, Span


def with_whole_names(found: Sequence[Attribution], names: Sequence[tuple[Span, str]]) -> list[Attribution]:
    """Draw out the sources that end inside a name which begins in them, unless other words of the attribution follow.

    `names` are spans (characters) with labels, in text order. Beginnings stay: where pages run together, a name that
    begins before its source has an end of a quotation in it.
    """
    starts = [span.start for span, _ in names]

    def whole(span: Span, taken: Sequence[Span]) -> Span:
        at = bisect_left(starts, span.end) - 1
        if at < 0:
            return span
        name = names[at][0]
        drawn = Span(span.start, name.end)
        is_cut = span.start <= name.start and span.end < name.end
        return drawn if is_cut and not any(one.start < drawn.end and drawn.start < one.end for one in taken) else span

    return [
        replace(one, source=tuple(whole(span, (*one.content, *one.cue)) for span in one.source)) if one.source else one
        for one in found
    ]
