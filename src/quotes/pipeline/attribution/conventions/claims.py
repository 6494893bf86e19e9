"""Attributions that something surer than the network gives, put in place of what the network found of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution
from quotes.pipeline.attribution.network.decoder import in_order, shares_half

_BEFORE: Final = 80  # characters before a claim at which what is replaced may begin


def with_claims(
    found: Sequence[Attribution],
    claims: Sequence[Attribution],
    may_replace: Callable[[Attribution, Attribution], bool] = lambda one, claim: True,
) -> tuple[Attribution, ...]:
    """The attributions and the claims in text order.

    Of those found, one that has half of the words of a claim gives way to it, if `may_replace` says so; whom it was
    told stays.
    """
    ordered = in_order(found)
    starts = [one.content[0].start for one in ordered]
    taken: set[int] = set()
    placed = []
    for claim in claims:
        low = bisect_left(starts, claim.content[0].start - _BEFORE)
        high = bisect_right(starts, claim.content[-1].end)
        for at in range(low, high):
            one = ordered[at]
            if at not in taken and shares_half(one.content, claim.content) and may_replace(one, claim):
                taken.add(at)
                claim = replace(claim, addressee=one.addressee, addressee_chances=one.addressee_chances)
                break
        placed.append(claim)
    return in_order([*(one for at, one in enumerate(ordered) if at not in taken), *placed])
