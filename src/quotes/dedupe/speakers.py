"""Who said what a row holds, by all the places that carry it.

One article has "Rusk", another "Ada Rusk", a third nobody. A name is only ever filled up, from forms that can all be
one name, and never replaced by another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from quotes.dedupe.names import Name, compatible, is_joint, name_of
from quotes.model import Quotation, Related

AGREEING: Final = 2
"""Articles that must name one speaker where the fullest wording names nobody."""


def row_quotation(places: Sequence[Related]) -> Quotation | None:
    """The quotation of the first, fullest place, with the speaker that all places give; None for its own.

    A last or first name alone becomes the most complete one, unless fewer places have that. Nobody is named where two
    places name people who cannot be one, nor where the fullest wording names nobody and just one article does.
    """
    own = places[0].occurrence.quotation
    speakers = [place.occurrence.quotation.speaker for place in places]
    if speakers.count(own.speaker) == len(speakers):  # as it mostly is
        return None
    names = {name: name_of(name) for name in dict.fromkeys(speakers) if name}
    if any(not compatible(one, other) for one, other in combinations(names.values(), 2)):
        return replace(
            own, speaker="", speaker_kind="", speaker_id="", speaker_role="", evidence="articles name different people"
        )
    if not own.speaker:
        articles = {place.occurrence.article for place in places if place.occurrence.quotation.speaker}
        if len(articles) < AGREEING:
            return None
    if len(names.get(own.speaker, ())) > 1:
        # Two words are enough: what makes a name longer is as often a mistake.
        return None
    named = [one for place in places if (one := place.occurrence.quotation).speaker]
    told = Counter(speakers)
    best = _most_complete(own, named, names, told)
    if best.speaker == own.speaker or (own.speaker and told[best.speaker] < told[own.speaker]):
        return None  # one article that makes more of a name than the others may have the wrong one
    how = "fuller name" if own.speaker else "named"
    evidence = f"{own.evidence}; {how} in another article that carries it: {best.speaker}"
    return replace(
        own,
        speaker=best.speaker,
        speaker_kind=best.speaker_kind,
        speaker_id=best.speaker_id,
        speaker_role=own.speaker_role or best.speaker_role,
        confidence=own.confidence if own.speaker else min(own.confidence, best.confidence),
        evidence=evidence.removeprefix("; "),
    )


def _most_complete(
    own: Quotation, named: Sequence[Quotation], names: Mapping[str, Name], told: Mapping[str, int]
) -> Quotation:
    """The quotation with the most complete name of the same kind: two words or more, the most frequent of these.

    `told` says how many places have each name. One person of several who said it together is no fuller a name, nor are
    they.
    """
    frequent = max(names, key=lambda name: (told[name], name))
    kinds = {own.speaker_kind, ""} if own.speaker else {one.speaker_kind for one in named}
    joint = is_joint(names[own.speaker or frequent])
    fitting = [one for one in named if one.speaker_kind in kinds and is_joint(names[one.speaker]) == joint]

    def complete(one: Quotation) -> tuple[bool, int, int, str]:
        words = len(names[one.speaker])
        return words > 1, told[one.speaker], -words, one.speaker

    return max(fitting, key=complete, default=own)
