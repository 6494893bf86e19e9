"""Who answers in an interview that is printed as `Q:` and `A:`."""

from __future__ import annotations

from collections import Counter
from typing import Final

from quotes.pipeline.people.entities import Cast
from quotes.pipeline.people.scene import Scene

ANSWERS: Final = frozenset(("A", "Answer"))
"""Sources that stand for whoever is interviewed."""


def interviewee(scene: Scene, cast: Cast, met: int | None) -> int | None:
    """The figure that answers: whom the writer says to have met, else the person whom the introduction names most.

    The introduction is all that stands before the first turn. None where it names no person in full, or two as often.
    """
    if met is not None:
        return met
    turns = [one.source[0].start for one in scene.attributions if one.is_verbatim and one.source]
    if not turns:
        return None
    named = Counter(
        figure
        for mention, figure in zip(cast.mentions, cast.figure_of, strict=True)
        if mention.span.end <= min(turns)
        and cast.figures[figure].sort == "person"
        and " " in cast.figures[figure].entity.name
    )
    first, second = ([*named.most_common(2), (None, 0), (None, 0)])[:2]
    return first[0] if first[1] > second[1] else None
