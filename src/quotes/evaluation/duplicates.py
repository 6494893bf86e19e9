"""Gold of duplicates, and how well a grouping agrees with it.

A gold folder holds two files of JSON lines, ids and offsets without any text. `quotations.jsonl`:
`{"id", "doc", "content": [[start, end], …], "kind", "speaker", "digest"}`, where `digest` is that of the words, so that
another version of a text is found out. `pairs.jsonl`: `{"one", "other", "label"}`, decided by reading:

- `one`: one thing said once, in the same words, in part of them, or with a few of them changed;
- `disputed`: the same, but the two articles name different people: two rows that point at each other;
- `not`: two things, however alike;
- `undecided`: reworded so much, or sharing so little, that either answer is right; left out of all figures.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal, TypeVar, get_args

from quotes.errors import GoldError
from quotes.model import Kind, Span, Spans

Label = Literal["one", "disputed", "not", "undecided"]
_LABELS: Final[tuple[Label, ...]] = get_args(Label)
_DIGEST_LETTERS: Final = 16

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """A quotation of the gold, by where it stands."""

    id: str
    doc: str
    content: Spans
    kind: Kind
    speaker: str
    digest: str

    def fits(self, text: str) -> bool:
        """Are the words of `text` at these offsets the ones that were read?"""
        return digest_of(text, self.content) == self.digest


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two quotations, by their ids, and what was decided."""

    one: str
    other: str
    label: Label


@dataclass(frozen=True, slots=True)
class GoldDuplicates:
    """The quotations of some articles, and the pairs among them that were decided."""

    quotations: tuple[GoldQuotation, ...]
    pairs: tuple[GoldPair, ...]


@dataclass(frozen=True, slots=True)
class PairScores:
    """How the pairs of a gold came out. Shares are 0 to 1, and 1 where there was nothing to get wrong."""

    pairs: int
    """Pairs that are `one`, `not` or `disputed`."""
    precision: float
    recall: float
    b_cubed: float
    """F1 over the quotations that stand in a pair (Bagga and Baldwin 1998)."""
    disputes: int
    disputes_shown: int
    """How many of the disputed pairs point at each other."""
    wrong: tuple[GoldPair, ...]
    """Pairs in one group that are two things."""
    missed: tuple[GoldPair, ...]
    """Pairs in two groups that are one thing."""


def digest_of(text: str, content: Spans) -> str:
    """What the gold keeps of the words."""
    words = "".join(span.cut(text) for span in content)
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LETTERS]


def read_duplicates(folder: Path) -> GoldDuplicates:
    """Read a gold folder. Raises `GoldError` G01 for a bad line, G03 for a file that cannot be opened."""
    quotations = tuple(_read(folder / "quotations.jsonl", _quotation))
    ids = {one.id for one in quotations}

    def pair(row: Mapping[str, Any]) -> GoldPair:
        found = GoldPair(row["one"], row["other"], row["label"])
        if found.label not in _LABELS or not {found.one, found.other} <= ids:
            raise ValueError(f"label {found.label!r} of {found.one} and {found.other}")
        return found

    return GoldDuplicates(quotations, tuple(_read(folder / "pairs.jsonl", pair)))


def score_pairs(
    gold: GoldDuplicates, group_of: Mapping[str, Hashable], disputed: Iterable[frozenset[Hashable]] = ()
) -> PairScores:
    """Compare a grouping with the gold.

    `group_of` gives the group of each quotation, by the ids of the gold; `disputed` holds the pairs of groups that
    point at each other.
    """
    wrong, missed, together, decided = [], [], 0, 0
    shown = disputes = 0
    pointing = set(disputed)
    for pair in gold.pairs:
        if pair.label == "undecided":
            continue
        decided += 1
        one, other = group_of[pair.one], group_of[pair.other]
        if pair.label == "disputed":
            disputes += 1
            shown += frozenset((one, other)) in pointing
        if one == other:
            together += 1
            if pair.label != "one":
                wrong.append(pair)
        elif pair.label == "one":
            missed.append(pair)
    right = together - len(wrong)
    ones = right + len(missed)
    return PairScores(
        pairs=decided,
        precision=right / together if together else 1.0,
        recall=right / ones if ones else 1.0,
        b_cubed=_b_cubed(gold.pairs, group_of),
        disputes=disputes,
        disputes_shown=shown,
        wrong=tuple(wrong),
        missed=tuple(missed),
    )


def _b_cubed(pairs: Sequence[GoldPair], group_of: Mapping[str, Hashable]) -> float:
    """F1 of B-cubed: gold groups are what `one` joins; pairs that are undecided count for neither side."""
    parent = {name: name for pair in pairs for name in (pair.one, pair.other)}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    open_pairs: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.label == "one":
            parent[root(pair.one)] = root(pair.other)
        elif pair.label == "undecided":
            open_pairs[pair.one].add(pair.other)
            open_pairs[pair.other].add(pair.one)
    gold_groups: dict[str, set[str]] = defaultdict(set)
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for name in parent:
        gold_groups[root(name)].add(name)
        groups[group_of[name]].add(name)
    precision = recall = 0.0
    for name in parent:
        mine = groups[group_of[name]] - open_pairs[name]
        true = gold_groups[root(name)] - open_pairs[name]
        precision += len(mine & true) / len(mine)
        recall += len(mine & true) / len(true)
    return 2 * precision * recall / (precision + recall) / len(parent) if parent else 1.0


def _quotation(row: Mapping[str, Any]) -> GoldQuotation:
    content = tuple(Span(int(start), int(end)) for start, end in row["content"])
    return GoldQuotation(row["id"], row["doc"], content, row["kind"], row["speaker"], row["digest"])


def _read(path: Path, made: Callable[[Mapping[str, Any]], Row]) -> Iterator[Row]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("G03", path=path, why=str(error)) from error
    for number, line in enumerate(lines, 1):
        try:
            yield made(json.loads(line))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise GoldError("G01", path=path, line=number, why=str(error)) from error
