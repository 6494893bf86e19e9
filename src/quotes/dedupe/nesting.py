"""Quotations of one article that share characters: somebody's words inside what somebody else, or he himself, reports.

They are two quotations of the article, and never one thing that it carries twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from quotes.model import Occurrence

_NONE: Final[Set[int]] = frozenset()


def marked_nested(articles: Iterable[Sequence[Occurrence]]) -> Iterator[tuple[Occurrence, bool]]:
    """Each occurrence of the articles, and whether it shares characters with another one there."""
    for some in articles:
        shared = _sharing(some) if len(some) > 1 else _NONE
        for number, one in enumerate(some):
            yield one, number in shared


def _sharing(some: Sequence[Occurrence]) -> Set[int]:
    reached = -1
    for one in some:  # as they mostly come, one behind the other
        content = one.quotation.content
        if len(content) != 1 or content[0].start < reached:
            break
        reached = content[0].end
    else:
        return _NONE
    spans = sorted((span.start, span.end, number) for number, one in enumerate(some) for span in one.quotation.content)
    shared: set[int] = set()
    reached, by = -1, -1
    for start, end, number in spans:
        if start < reached and number != by:
            shared |= {number, by}
        if end > reached:
            reached, by = end, number
    return shared


def share_characters(some: Sequence[Occurrence], others: Sequence[Occurrence]) -> bool:
    """Does one of `some` stand, in its article, where one of `others` does?"""
    return any(
        one.article == other.article and span.overlap(own)
        for one in some
        for other in others
        for own in one.quotation.content
        for span in other.quotation.content
    )
