"""Where an agency's report was filed, at the head of its first paragraph: nobody's words, and no name of a speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.layout_patterns import DATELINE
from quotes.model import Attribution, Paragraph, Span

_WITH_AGENCY: Final = re.compile(
    r"[A-Z][A-Za-z.,'’ -]{2,40}(?:\d{1,2} ?)?"
    r"\((?:AP|AFP|Reuters|UPI|CNN|PTI|ANI|IANS|dpa|DPA|Xinhua|TASS|PA|CP|BNO News)\)"
    r"[^\S\n]?(?:--|[-–—])[^\S\n]?"
)
_WITH_COLON: Final = re.compile(r"[A-Z]{4,}(?: [A-Z]{2,}){0,2}:[^\S\n]")
_FILED: Final = re.compile(r"\([A-Za-z ]{2,12}\)|\d")
"""An agency or a date."""
_FIRST: Final = 2  # paragraphs of the body at whose head it stands


def dateline(
    text: str, paragraphs: Sequence[Paragraph], somebody: Sequence[Span], places: Sequence[Span]
) -> Span | None:
    """The dateline of an article, dash and space included; None where it has none.

    `somebody` are the names of people and bodies, `places` those of places: "ANN LEE — the former president — said" has
    none. What has no agency or date in it names nobody, and before a colon it is a place.
    """
    body = [paragraph.span for paragraph in paragraphs if paragraph.kind == "body"]
    for span in body[:_FIRST]:
        found = DATELINE.match(text, span.start, span.end) or _WITH_AGENCY.match(text, span.start, span.end)
        if found is None and (found := _WITH_COLON.match(text, span.start, span.end)):
            is_place = any(place.start == found.start() for place in places)
            found = found if is_place and text.count(found[0]) == 1 else None
        if found is None or found.end() >= span.end:
            continue
        line = Span(*found.span())
        if _FILED.search(found[0]) or not any(line.overlap(name) for name in somebody):
            return line
    return None


def without_dateline(
    text: str, attributions: Sequence[Attribution], paragraphs: Sequence[Paragraph], names: Sequence[tuple[Span, str]]
) -> tuple[Attribution, ...]:
    """The attributions with a content that begins in the dateline cut down to what follows it.

    `names` are spans with spaCy's labels.
    """
    somebody = [span for span, label in names if label in ("PERSON", "ORG", "NORP")]
    line = dateline(text, paragraphs, somebody, [span for span, label in names if label in ("GPE", "LOC")])
    if line is None:
        return tuple(attributions)
    out = []
    for one in attributions:
        if any(line.overlap(span) for span in (*one.content, *one.source)):
            content = tuple(Span(max(s.start, line.end), s.end) for s in one.content if s.end > line.end)
            source = tuple(span for span in one.source if not line.overlap(span))
            one = replace(one, content=content, source=source)
        if one.content:
            out.append(one)
    return tuple(out)
