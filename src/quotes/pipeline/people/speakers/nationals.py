"""Who is "the Spaniard": the one of whom the article says that he is one, and nobody else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quotes.model import Spans
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.scene import Scene

_FELLOW: Final = re.compile(r"\b(?:fellow|compatriot|countryman|countrywoman)\b")
"""Where one of a nation is named after another of it, of whom it was not said."""
_PRINTS: Final = re.compile(r"\b(?:report|editorial|publish|reveal)")
"""What "The Scotsman" does."""


def only_national(scene: Scene, cast: Cast, people: str, at: int, cue: Spans) -> int | None:
    """The only figure of a people that is named before character `at`; None for none, for several and for a paper."""
    if any(_PRINTS.search(span.cut(scene.text)) for span in cue):
        return None
    found = [
        k
        for k, figure in enumerate(cast.figures)
        if people in figure.nouns and cast.mentions[figure.mentions[0]].span.start < at
    ]
    return found[0] if len(found) == 1 and _first_fellow(scene.text) >= at else None


@lru_cache(maxsize=4)
def _first_fellow(text: str) -> int:
    """Where a text first says "fellow" and the like; its end for nowhere."""
    found = _FELLOW.search(text)
    return found.start() if found else len(text)
