"""What our own conventions settle, whatever the rankers choose: who is certainly told, what is no longer cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.pipeline.people.wordlists import WEEKDAY
from quotes.pipeline.provenance.ranker import Features

DIRECT: Final = frozenset(("first pattern:cue", "own:cue:tell"))
"""Features of a candidate that is the object of the verb of telling."""
_SETTLED: Final = frozenset(
    (
        "own:rule:tweeted",
        "own:rule:heard",
        "own:rule:object at the end",
        "own:rule:addressing",
        "own:work",
        "own:work behind",
        "own:wrote in",
        "own:writing",
        "own:relayed",
        "own:quoted in",
        "own:as by",
        "own:rule:occasion named",
    )
)
"""Features that name it by our own conventions, of which annotators are of two minds: "tweeted", "in her book …"."""
_OWN_WORK: Final = frozenset(("own:work", "own:work behind", "own:wrote in", "own:as by", "own:quoted in"))
IN_SOURCE: Final = frozenset(("own:rule:passive", "own:rule:user", "own:rule:heard"))
"""Features of a candidate that the source itself names."""
HELD: Final = "own:obtained"
RELAYED: Final = "own:relayed"
TAKEN_OVER: Final = "carried:carried"
_FRESH: Final = frozenset(("own", "before1", "last outlet", "holder", "of holder"))
"""Zones of which one must name again what is cited: the sentence, the one before, or the last outlet of all."""
PAPERS: Final = re.compile(
    r"^(?:(?!lawyer|attorney)[a-z]+[^\S\n])?(?:lawsuit|suit|complaint|indictment|affidavit|court[^\S\n](?:records|documents|papers|filings)|"
    r"polls|filing|media|(?:news[^\S\n])?(?:outlets|organi[sz]ations))$",
    re.IGNORECASE,
)
"""Papers and media that hand on what others said, whoever wrote them."""
NOW: Final = re.compile(rf"\b(?:{WEEKDAY}|today|now|this[^\S\n](?:week|month)|But)\b")
"""What sets an occasion off from an earlier one."""
_HERE: Final = frozenset(("own", "holder", "of holder"))
_OF_ANOTHER: Final = "carried:other"
_STATED: Final = re.compile(
    r"\bin[^\S\n](?:an?|his|her|their)[^\S\n](?:[\w-]+[^\S\n]){0,2}(?:statement|press release|tweet|post)\b", re.I
)
"""How somebody makes known his words himself."""


def settled(candidates: Sequence[Features]) -> int | None:
    """The first candidate that one of our own conventions settles."""
    return next((k for k, one in enumerate(candidates) if one & _SETTLED), None)


def only_here(candidates: Sequence[Features]) -> bool:
    """Does the sentence itself name by our conventions whom it is from, so that what was cited before is no matter?"""
    return any(one & _OWN_WORK for one in candidates)


def is_stale(features: Features, *, is_relayed: bool) -> bool:
    """Is only the quotation before cited from there, which no outlet relays, and the narrator speaks of another?"""
    zones = {name.split(":")[0] for name in features}
    return TAKEN_OVER in features and not zones & _FRESH and not is_relayed


def is_told_otherwise(features: Features, narration: str, *, is_explicit: bool) -> bool:
    """Does another speak than in the quotation before, who tells it somebody himself: "Lee told the Tide"?

    `is_explicit`: does the sentence itself, whose narration is given, name whom?
    """
    zones = {name.split(":")[0] for name in features}
    another = _OF_ANOTHER in features and not zones & _HERE
    return another and (is_explicit or _STATED.search(narration) is not None)
