"""Who has spoken so far, in the order of the text."""

from __future__ import annotations

from collections import Counter
from typing import Final

from quotes.pipeline.people.scene import Scene

NOBODY: Final = -1
"""Somebody without a name, among the numbers of figures."""
_SPEAKERS: Final = 4  # last speakers that are candidates


class Spoken:
    """The speakers of an article, as far as it is resolved."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._speakers: list[tuple[int, int]] = []
        self._counts: Counter[int] = Counter()

    def take(self, figure: int, at: int) -> None:
        """Take note that a figure has spoken at character `at`; NOBODY for somebody without a name."""
        self._speakers.append((figure, at))
        if figure != NOBODY:
            self._counts[figure] += 1

    @property
    def latest(self) -> tuple[int, int]:
        """Who has spoken last, and where; NOBODY and -1 where nobody has."""
        return self._speakers[-1] if self._speakers else (NOBODY, -1)

    def lately(self) -> list[int]:
        """The named ones of the last speakers."""
        return [figure for figure, _ in self._speakers[-_SPEAKERS:] if figure != NOBODY]

    def before_last(self) -> int | None:
        """Who spoke before the last speaker."""
        last = self.latest[0] if self._speakers else None
        return next((figure for figure in reversed(self.lately()) if figure != last), None)

    def share(self, figure: int) -> float:
        """Which share of what was said so far is a figure's."""
        return self._counts[figure] / max(1, self._counts.total())

    def last(self, here: int, paragraph: int) -> dict[int, tuple[float, float, float]]:
        """Features last_speaker, spoke_here, spoke_before of the last ones, seen from a sentence and a paragraph."""
        found: dict[int, tuple[float, float, float]] = {}
        for rank, (figure, at) in enumerate(reversed(self._speakers[-_SPEAKERS:])):
            far = max(0, here - self._scene.sentence(at) - 1)
            recency = max(0.0, (1.0 - 0.4 * rank) * max(0.3, 1.0 - 0.08 * far))
            gap = paragraph - self._scene.paragraph(at) if not rank else 99
            found.setdefault(figure, (recency, float(gap == 0), float(gap == 1)))
        return found
