"""From gold pairs to a fitted verifier: the job of `quotes fit-duplicates`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from quotes.dedupe.likeness import compared
from quotes.dedupe.names import agreement
from quotes.dedupe.nesting import share_characters
from quotes.dedupe.wording import Wording, relate
from quotes.engines.duplicates import gold_occurrences
from quotes.evaluation.duplicates import read_duplicates
from quotes.training.duplicates import Fit, Sample, fit_verifier


def fit_duplicates(gold: Sequence[Path], texts: Sequence[Path]) -> Fit:
    """A verifier fitted to the pairs of these gold folders, whose articles stand below `texts`.

    Raises `GoldError`: G01, G03 for files that cannot be read, G07, G09 for texts (see `duplicates.score_gold`), G12
    for gold that has not both answers.
    """
    return fit_verifier([sample for folder in gold for sample in samples_of(folder, texts)])


def samples_of(folder: Path, texts: Sequence[Path]) -> Iterator[Sample]:
    """The texts of each decided pair by people who can be one; a quotation inside another of its article is no copy."""
    gold = read_duplicates(folder)
    occurrences = gold_occurrences(gold, folder, texts)
    for pair in gold.pairs:
        one, other = occurrences[pair.one], occurrences[pair.other]
        if pair.label not in ("one", "not") or share_characters([one], [other]):
            continue
        some, others = sorted((Wording(one), Wording(other)), key=lambda wording: wording.fullness)
        how = agreement(some.speaker, others.speaker)
        if how == "conflict":
            continue
        match = relate(others, some)
        for found in compared(others, some):
            yield Sample(
                str(PurePosixPath(one.article).parent),
                found.likeness,
                named=how == "named",
                refused=match is None or match.loose,
                one=pair.label == "one",
            )
