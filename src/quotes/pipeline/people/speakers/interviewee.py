"""Who answers in an interview that is printed as `Q:` and `A:`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Final

from quotes.pipeline.people.antecedents.candidates import Candidates
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.scene import Scene

ANSWERS: Final = frozenset(("a", "answer"))
"""Sources, in lower case, that stand for whoever is interviewed."""


def interviewee(scene: Scene, cast: Cast, candidates: Candidates) -> int | None:
    """The figure that answers: whom the writer says to have met, else the person whom the introduction names most.

    The introduction is all that stands before the first turn. None where it names no person in full, or two as often,
    or one whom an answer names too: who is spoken of does not speak.
    """
    turns = [one for one in scene.attributions if one.is_verbatim and one.source]
    if not turns:
        return None
    first = min(one.source[0].start for one in turns)
    if (met := candidates.guest(first)) is not None:
        return met
    people = [
        (mention.span, figure)
        for mention, figure in zip(cast.mentions, cast.figure_of, strict=True)
        if cast.figures[figure].sort == "person" and " " in cast.figures[figure].entity.name
    ]
    named = Counter(figure for span, figure in people if span.end <= first)
    answers = [span for one in turns if one.source[0].cut(scene.text).casefold() in ANSWERS for span in one.content]
    starts = [span.start for span in answers]
    spoken_of = {
        figure
        for span, figure in people
        if (at := bisect_right(starts, span.start) - 1) >= 0 and span.start < answers[at].end
    }
    best, second = ([*named.most_common(2), (None, 0), (None, 0)])[:2]
    return best[0] if best[1] > second[1] and best[0] not in spoken_of else None
