"""Headlines that end in who says so: `Rates to Rise, Says Bank Governor Ada Lind`.

The verb stands before its subject, so that what comes first is said, and what comes last says it. The title of a work
in the subject may lead the network to take it the other way round.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotes.model import Attribution, Paragraph, Span
from quotes.pipeline.attribution.decoder import in_order
from quotes.pipeline.attribution.labels import SURE

_CLAUSE: Final = (
    r"is|are|was|were|be|been|has|have|had|do|does|did|will|would|should|must|can|could|may|might|not|to|"
    r"he|she|it|they|we|i|you|that|there|this"
)
"""Words that make a sentence of what follows the verb: "Lind resigns, says pressure is too much"."""
_INVERTED: Final = re.compile(
    r"(?P<said>(?:[^\s,]+[^\S\n]){2,20}[^\s,]+),[^\S\n](?P<cue>says?)[^\S\n]"
    rf"(?P<who>(?:(?!(?:{_CLAUSE})\b)[^\s,;:“”\"'‘’][^\s,;:“”\"‘]*(?:[^\S\n]|\Z|(?=\n))){{1,16}})",
    re.IGNORECASE,
)


def with_headlines(text: str, found: Sequence[Attribution], paragraphs: Sequence[Paragraph]) -> tuple[Attribution, ...]:
    """The attributions, those of such headlines as the word order has them, in text order.

    Where the network finds the same two parts, what it found stays.
    """
    ordered = in_order(found)
    starts = [one.content[0].start for one in ordered]
    replaced: set[int] = set()
    added: list[Attribution] = []
    for paragraph in paragraphs:
        line = paragraph.span
        match = _INVERTED.fullmatch(text, line.start, line.end) if paragraph.kind == "headline" else None
        if match is None:
            continue
        said, cue, who = (Span(*match.span(part)) for part in ("said", "cue", "who"))
        own = range(bisect_left(starts, line.start), bisect_left(starts, line.end))
        if not any(_says(ordered[at], said, who) for at in own):
            replaced.update(own)
            added.append(Attribution((said,), (cue,), (who,), SURE))
    if not added:
        return tuple(found)
    return in_order([*(one for at, one in enumerate(ordered) if at not in replaced), *added])


def _says(one: Attribution, said: Span, who: Span) -> bool:
    return any(span.overlap(said) for span in one.content) and any(span.overlap(who) for span in one.source)
