"""Quotations in marks with a signature behind them: `“It will hold.” — Ada Lind, who runs the mill`.

Reviews, lists of tips and columns of readers are full of them; no verb says whose they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from quotes.model import Attribution, Paragraph, Region, Span
from quotes.pipeline.attribution.conventions.labels import SURE
from quotes.pipeline.attribution.network.decoder import in_order

_WORD: Final = r"(?:[A-Z][\w’'*-]*\.?|de|van|von|der|bin|al)"  # "Ni** My**", as shops print whoever has bought there
_SIGNATURE: Final = re.compile(
    r"(?P<gap>\s{0,3})(?P<dash>[—–]{1,2}|-{1,2})[^\S\n]{0,2}"
    rf"(?P<name>[A-Z][\w’'*-]*\.?(?:[^\S\n]{_WORD}){{0,4}})"
    r"(?P<more>,[^\n“”\"]{1,160}+|[^\S\n]?\([^()\n]{1,80}\))?[^\S\n]*+(?=\n|\Z)"
)
_CLAUSE: Final = re.compile(r"\b(?:said|says|told|wrote|writes|was|were|has|had|added|adds)\b")
_SIGNS_OFF: Final = re.compile(
    r"\b(?:newsroom|newsdesk|bureau|reporting|reporters?|staff|correspondents?|files|photos?|pages?|agenc(?:y|ies)|"
    r"read more|contributed)\b|\d{3}|\d[-–]\d",
    re.IGNORECASE,
)
"""What agencies and reporters put below their articles."""
_OUTLET: Final = re.compile(
    r"\b(?:times|post|gazette|herald|tribune|news|magazine|channel|press|journal|chronicle|courier|radio|tv|"
    r"afp|reuters|ap|upi|pa|dpa|bbc|cnn|npr)\b",
    re.IGNORECASE,
)
"""Whose whole article may be signed so, on a line below it."""
_MARK: Final = re.compile(r"[^\w\s]{0,2}\s*\Z")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_FEWEST: Final = 4  # words of a quotation that the network passed over: fewer are the title of a work
_MOST: Final = 40  # paragraphs of a quotation
_ENDS: Final = tuple(".!?…,")


class _Signed(NamedTuple):
    """The regions of a quotation over paragraphs, and the name of its signature."""

    regions: tuple[Region, ...]
    name: Span
    is_doubtful: bool
    """On a line of its own, and not right below with more than a name: it may be the reporter's."""


def with_signatures(
    text: str, found: Sequence[Attribution], regions: Sequence[Region], paragraphs: Sequence[Paragraph]
) -> tuple[Attribution, ...]:
    """The attributions, with the signature for a source where they have none, in text order.

    A signed quotation that the network passed over is added, if it reads as a sentence: what is signed in a list of
    works is a title. One that goes on over paragraphs is signed at its end. A name on a line of its own is a signature
    where the article has two such lines.
    """
    signed = list(_signed(text, regions, paragraphs))
    if sum(one.is_doubtful for one in signed) == 1:
        signed = [one for one in signed if not one.is_doubtful]
    ordered = in_order(found)
    starts = [one.content[0].start for one in ordered]
    named: dict[int, Attribution] = {}
    added = []
    for chain, name, _ in signed:
        own = [
            at
            for region in chain
            for at in range(bisect_left(starts, region.span.start), bisect_right(starts, region.span.end))
        ]
        for at in own:
            if not ordered[at].source:
                named[at] = replace(ordered[at], source=(name,), confidence=SURE)
        if not own and _is_sentence(" ".join(region.inner.cut(text) for region in chain)):
            added.append(Attribution(tuple(region.span for region in chain), (), (name,), SURE))
    if not named and not added:
        return tuple(found)
    return in_order([*(named.get(at, one) for at, one in enumerate(ordered)), *added])


def _is_sentence(words: str) -> bool:
    long = _LONG_WORD.findall(words)
    is_title = sum(word[0].isupper() for word in long) > 0.5 * len(long)
    return len(words.split()) >= _FEWEST and words.rstrip().endswith(_ENDS) and not is_title


def _signed(text: str, regions: Sequence[Region], paragraphs: Sequence[Paragraph]) -> Iterator[_Signed]:
    """The quotations with a signature behind them, in text order."""
    begins = [one.span.start for one in paragraphs]
    chain: list[Region] = []
    for region in regions:
        if region.depth:
            continue
        if not region.continues:
            chain = []
        chain.append(region)
        if not region.closed or len(chain) > _MOST or not (match := _SIGNATURE.match(text, region.span.end)):
            continue
        lines = match["gap"].count("\n")
        k = bisect_right(begins, region.span.start) - 1
        opens = k >= 0 and _MARK.fullmatch(text, paragraphs[k].span.start, region.span.start) is not None
        is_other = (
            _CLAUSE.search(text, match.end("name"), match.end())
            or _SIGNS_OFF.search(text, match.start("name"), match.end())
            or (lines and _OUTLET.search(match["name"]))
            or _is_listed(text, match)
        )
        if opens and not is_other:
            yield _Signed(tuple(chain), Span(*match.span("name")), lines > 1 or (lines == 1 and not match["more"]))


def _is_listed(text: str, signature: re.Match[str]) -> bool:
    """Is it the first line of a list: does the next line open with the same dash?"""
    return text[signature.end() : signature.end() + 12].lstrip().startswith(signature["dash"])
