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
_FIRST: Final = 2  # paragraphs of the body at whose head it stands


def dateline(text: str, paragraphs: Sequence[Paragraph]) -> Span | None:
    """The dateline of an article, dash and space included; None where it has none."""
    body = [paragraph.span for paragraph in paragraphs if paragraph.kind == "body"]
    for span in body[:_FIRST]:
        found = DATELINE.match(text, span.start, span.end) or _WITH_AGENCY.match(text, span.start, span.end)
        found = found or _with_colon(text, span)
        if found and found.end() < span.end:
            return Span(*found.span())
    return None


def _with_colon(text: str, paragraph: Span) -> re.Match[str] | None:
    """A place in capitals before a colon; what stands there more than once is the label of whoever speaks."""
    found = _WITH_COLON.match(text, paragraph.start, paragraph.end)
    return found if found and text.count(found[0]) == 1 and text[found.end()] not in "“\"‘'" else None


def without_dateline(
    text: str, attributions: Sequence[Attribution], paragraphs: Sequence[Paragraph]
) -> tuple[Attribution, ...]:
    """The attributions with a content that begins in the dateline cut down to what follows it."""
    line = dateline(text, paragraphs)
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
