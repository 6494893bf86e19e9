"""Pronouns by which the narrator goes on about somebody: "Ann Lee won in May. She …" keeps her in the mind.

Each is resolved like a source, in text order, so that the candidates of the next source know whom the story follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from quotes.pipeline.people.candidates import Candidates
from quotes.pipeline.people.fitting import Query
from quotes.pipeline.people.names import Gender
from quotes.pipeline.people.ranker import Ranker, choose
from quotes.pipeline.people.scene import Scene

_SUBJECT: Final = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])(e)|(?<=[Ss])he)\b(?!['’](?:ll|d)\b)")
"""Begins with a letter, as `gender` looks for pronouns."""
_MOST: Final = 400  # pronouns followed in one article


class Echoes:
    """Tells the candidates of an article whom the narrator's pronouns mean, as far as it is asked."""

    def __init__(self, scene: Scene, candidates: Candidates, ranker: Ranker) -> None:
        self._candidates, self._ranker = candidates, ranker
        sources = sorted(span for a in scene.attributions for span in a.source)
        starts = [span.start for span in sources]

        def is_source(at: int) -> bool:
            i = bisect_left(starts, at + 1) - 1
            return i >= 0 and at < sources[i].end

        found = (m for m in _SUBJECT.finditer(scene.text) if not scene.is_quoted(m.start()))
        self._waiting: list[tuple[int, Gender]] = [
            (m.start(), "m" if m[1] else "f") for m in found if not is_source(m.start())
        ][:_MOST]
        self._next = 0

    def up_to(self, at: int) -> None:
        """Resolve the pronouns before character `at` that have not been."""
        while self._next < len(self._waiting) and self._waiting[self._next][0] < at:
            where, gender = self._waiting[self._next]
            self._next += 1
            choice = choose(self._candidates.near(Query(where, "person", gender)), self._ranker)
            if choice.figure is not None:
                self._candidates.echoed(choice.figure, where)
