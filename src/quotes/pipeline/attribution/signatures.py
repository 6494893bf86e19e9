"""Quotations in marks with a signature behind them: `“It will hold.” — Ada Lind, who runs the mill`.

Reviews, lists of tips and columns of readers are full of them; no verb says whose they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Paragraph, Region, Span
from quotes.pipeline.attribution.decoder import in_order
from quotes.pipeline.attribution.labels import SURE

_WORD: Final = r"(?:[A-Z][\w’'-]*\.?|de|van|von|der|bin|al)"
_SIGNATURE: Final = re.compile(
    rf"\s{{0,3}}(?:[—–]{{1,2}}|-{{1,2}})[^\S\n]{{0,2}}(?P<name>[A-Z][\w’'-]*\.?(?:[^\S\n]{_WORD}){{0,4}})"
    r"(?:,[^\n“”\"]{1,160}|[^\S\n]?\([^()\n]{1,80}\))?[^\S\n]*(?=\n|\Z)"
)
_CLAUSE: Final = re.compile(r"\b(?:said|says|told|wrote|writes|was|were|has|had|added|adds)\b")
_MARK: Final = re.compile(r"[^\w\s]{0,2}\s*\Z")


def with_signatures(
    text: str, found: Sequence[Attribution], regions: Sequence[Region], paragraphs: Sequence[Paragraph]
) -> tuple[Attribution, ...]:
    """The attributions, with the signature for a source where they have none, in text order.

    A signed quotation that the network passed over is added. One that goes on over paragraphs is signed at its end.
    """
    ordered = in_order(found)
    starts = [one.content[0].start for one in ordered]
    signed: dict[int, Attribution] = {}
    added = []
    for chain, name in _signed(text, regions, paragraphs):
        own = [
            at
            for region in chain
            for at in range(bisect_left(starts, region.span.start), bisect_right(starts, region.span.end))
        ]
        for at in own:
            if not ordered[at].source:
                signed[at] = replace(ordered[at], source=(name,), confidence=SURE)
        if not own:
            added.append(Attribution(tuple(region.span for region in chain), (), (name,), SURE))
    if not signed and not added:
        return tuple(found)
    return in_order([*(signed.get(at, one) for at, one in enumerate(ordered)), *added])


def _signed(
    text: str, regions: Sequence[Region], paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[list[Region], Span]]:
    """The regions of each signed quotation, and the name of the signature."""
    begins = [one.span.start for one in paragraphs]
    chain: list[Region] = []
    for region in regions:
        if region.depth:
            continue
        chain = [*chain, region] if region.continues else [region]
        if not region.closed or not (match := _SIGNATURE.match(text, region.span.end)):
            continue
        k = bisect_right(begins, region.span.start) - 1
        opens = k >= 0 and _MARK.fullmatch(text, paragraphs[k].span.start, region.span.start) is not None
        if opens and not _CLAUSE.search(text, match.end("name"), match.end()):
            yield chain, Span(*match.span("name"))
