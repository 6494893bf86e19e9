"""Are two wordings that no rule calls one still one statement? Readable features, weighed.

The weights stand in `verifier.json`; `quotes fit-duplicates` fits them to gold pairs.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from operator import attrgetter, mul
from pathlib import Path
from typing import Final

from quotes.dedupe.likeness import Compared, Likeness, compared
from quotes.dedupe.wording import Match, Wording

PATH: Final = Path(__file__).with_name("verifier.json")
HOLDING_MOST: Final = 200
"""Words of a text that makes one statement of all that it holds; a longer one is a speech."""
_values: Final = attrgetter(*(one.name for one in fields(Likeness)))


@dataclass(frozen=True, slots=True)
class Verifier:
    """A logistic regression, and the least chance with which two wordings are one."""

    weights: Likeness = field(default_factory=Likeness)
    always: float = 0.0
    unnamed: float = 0.0
    """Where one of the two, or both, name no speaker."""
    least: float = 1.0

    def chance(self, likeness: Likeness, *, named: bool) -> float:
        """That two such wordings are one, 0 to 1. `named` says that both name a speaker, and it can be the same."""
        total = math.fsum(map(mul, _values(likeness), _values(self.weights)))
        total += self.always + (0.0 if named else self.unnamed)
        return 1 / (1 + math.exp(-total))


@dataclass(frozen=True, slots=True)
class Verified:
    """Two wordings that are one."""

    chance: float
    found: Compared
    """The texts that are most surely one."""


def verified(one: Wording, other: Wording, *, named: bool) -> Verified | None:
    """Whether, and how surely, two wordings are one statement; the same whichever comes first."""
    verifier = the_verifier()

    def chance(likeness: Likeness) -> float:
        return verifier.chance(likeness, named=named)

    found = list(compared(one, other, lambda likeness: chance(likeness) >= verifier.least))
    if not found:  # as it mostly is
        return None
    best = max(found, key=lambda some: (chance(some.likeness), some.run))
    return Verified(chance(best.likeness), best)


def retold(inner: Wording, outer: Wording, *, named: bool) -> Match | None:
    """The same as a match of `inner` with a fuller wording."""
    if not (verdict := verified(inner, outer, named=named)):
        return None
    found = verdict.found
    return Match(
        "edited",
        found.shorter.size,
        cost=found.shorter.size * (1 - found.likeness.held),
        loose=True,
        run=found.run,
        chance=verdict.chance,
        holds=found.likeness.held == 1.0 and found.shorter in outer.forms and inner.longest <= HOLDING_MOST,
    )


@cache
def the_verifier() -> Verifier:
    """The one that ships with the package."""
    return read_verifier(PATH)


def read_verifier(path: Path) -> Verifier:
    """The verifier of a file; a weight that it does not have is 0."""
    row = json.loads(path.read_text(encoding="utf-8"))
    return Verifier(Likeness(**row["weights"]), row["always"], row["unnamed"], row["least"])


def verifier_text(verifier: Verifier) -> str:
    """The verifier as the text of a file: weights with two decimals."""
    row = asdict(verifier)
    row["weights"] = {name: round(value, 2) for name, value in row["weights"].items()}
    row |= {name: round(row[name], 2) for name in ("always", "unnamed")}
    return json.dumps(row, indent=1) + "\n"
