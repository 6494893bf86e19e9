"""The gate: figures that must not fall. Floors stand in a file, by gold set and figure.

    {"corpus": {"gold": "../gold/corpus.jsonl", "corpus": "../../corpus", "floors": {"quoted_accuracy": 0.9, …}}, …}

Keys of a set: `gold` as `read_gold` reads it; `corpus`, the folder of its articles, where they are to be read from it
rather than from the gold; `speakers` as `read_speakers` reads it; `floors`. Paths are relative to the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from quotes.errors import GoldError, OptionError

CEILINGS: Final = frozenset({"wrong_names"})
"""Figures that are better when they are smaller: their floor is a ceiling."""

_KEYS: Final = ("gold", "corpus", "speakers", "floors")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Gold, and the floors of its figures; without floors, all figures are wanted when floors are raised."""

    gold: Path
    floors: Mapping[str, float]
    corpus: Path | None = None
    speakers: Path | None = None

    @property
    def is_here(self) -> bool:
        """Is its gold on this machine?"""
        return self.gold.exists()


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor, or above its ceiling; `found` is None where it was not measured at all."""

    figure: str
    floor: float
    found: float | None

    def __str__(self) -> str:
        found = "not measured" if self.found is None else f"{self.found:.4f}"
        return f"{self.figure}: {found}, {'at most' if self.figure in CEILINGS else 'at least'} {self.floor:.4f} wanted"


def read_gate(path: Path) -> dict[str, GoldSet]:
    """The gold sets of a floors file, in its order.

    Raises GoldError G03 where the file cannot be read, OptionError O01 to O03 for what means nothing in it.
    """
    sets = {}
    for name, entry in _content(path).items():
        for key in entry:
            if key not in _KEYS:
                raise OptionError("O02", path=path, key=f"{name}.{key}", choices=", ".join(_KEYS))
        for key in ("gold", "floors"):
            if key not in entry:
                raise OptionError("O03", path=path, key=f"{name}.{key}")
        for key in ("gold", "corpus", "speakers"):
            if not isinstance(entry.get(key, ""), str):
                raise OptionError("O01", option=f"{path}: {name}.{key}", value=entry[key], choices="a path")
        for figure, floor in entry["floors"].items():
            if not (isinstance(floor, int | float) and 0 <= floor <= 1):
                option = f"{path}: {name}.floors.{figure}"
                raise OptionError("O01", option=option, value=floor, choices="numbers from 0 to 1")
        beside = {key: path.parent / entry[key] for key in ("corpus", "speakers") if key in entry}
        sets[name] = GoldSet(path.parent / entry["gold"], entry["floors"], **beside)
    return sets


def gate_text(path: Path, floors: Mapping[str, Mapping[str, float]]) -> str:
    """The text of a floors file with the floors of the sets named in `floors` exchanged, everything else as it was."""
    content = _content(path)
    for name, wanted in floors.items():
        content[name]["floors"] = dict(wanted)
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def shortfalls(floors: Mapping[str, float], figures: Mapping[str, float]) -> list[Shortfall]:
    """The floors that the figures do not keep, in the order of `floors`."""
    return [
        Shortfall(figure, floor, figures.get(figure))
        for figure, floor in floors.items()
        if figure not in figures or _better(figure, floor, figures[figure])
    ]


def raise_floors(
    floors: Mapping[str, float], figures: Mapping[str, float], *, margin: float = 0.0, lower: Iterable[str] = ()
) -> dict[str, float]:
    """New floors: each figure less `margin`, where that is higher than the floor was (of a ceiling: lower).

    Only the figures named in `lower` are set to it even where that lets them fall. Figures without a floor get none,
    unless there are no floors at all yet: then each gets one. Raises OptionError O01 for a name in `lower` that is no
    figure, or has no floor.
    """
    known = list(floors or figures)
    lower = frozenset(lower)
    for figure in lower:
        if figure not in known:
            raise OptionError("O01", option="lower", value=figure, choices=", ".join(known))
    raised = dict(floors)
    for figure in known:
        if figure not in figures:
            continue
        reached = figures[figure] + (margin if figure in CEILINGS else -margin)
        reached = round(min(1.0, max(0.0, reached)), 4)
        if figure not in floors or figure in lower or _better(figure, reached, floors[figure]):
            raised[figure] = reached
    return raised


def _better(figure: str, one: float, other: float) -> bool:
    return one < other if figure in CEILINGS else one > other


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError("G03", path=path, why=error.strerror or error) from error
    except ValueError as error:  # not JSON, or not UTF-8
        raise GoldError("G03", path=path, why=error) from error
    if not isinstance(content, dict) or not all(
        isinstance(entry, dict) and isinstance(entry.get("floors", {}), dict) for entry in content.values()
    ):
        raise GoldError("G03", path=path, why='not in the form {"set": {"gold": …, "floors": {…}}}')
    return content
