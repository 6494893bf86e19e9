"""What can be made of reviewed runs: a comparison of two, and gold. What `quotes diff` and `quotes gold` call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.articles import list_articles, read_corpus
from quotes.errors import CorpusError, ReviewError
from quotes.model import Article
from quotes.review.differences import Comparison, compare, read_run, run_folder
from quotes.review.gold import Gold, Unfound
from quotes.tables import written_whole


def diff(old: Path | str, new: Path | str) -> Comparison:
    """Compare two runs, each the folder of one or a sheet that it wrote.

    Raises `ReviewError` and `TableError` for what cannot be read; see `quotes.review.differences`.
    """
    return compare(read_run(Path(old)), read_run(Path(new)))


@dataclass(frozen=True, slots=True)
class GoldSummary:
    """What was made into gold."""

    articles: int
    whole: int
    """Articles of which every row was decided."""
    attributions: int
    unfound: Sequence[Unfound]
    """Reviewed rows that are not in the gold."""


def gold(
    reviewed: Path | str,
    target: Path | str,
    *,
    articles: Path | str | None = None,
    whole_only: bool = False,
    texts: bool = True,
) -> GoldSummary:
    """Make the accepted and corrected rows of a run (its folder, or a sheet of it) into gold as JSON lines.

    `articles` is the corpus folder; None takes the one that stands in the `run.json` of the folder. `whole_only` leaves
    out articles of which rows are undecided, `texts` puts the articles' texts into the file. Raises `ReviewError` R09
    where the articles are not found, R10 where no row gives any gold, what `diff` raises, and `OutputError` W01.
    """
    run = read_run(Path(reviewed))
    work = Gold(run.rows, run.occurrences)
    corpus = Path(articles) if articles is not None else _corpus_of(run_folder(Path(reviewed)), work.articles)
    found, made = set(), []
    entries = read_corpus(corpus) if _paths(corpus) & work.articles else iter(())
    for entry in entries:
        if isinstance(entry, Article) and entry.path in work.articles:
            found.add(entry.path)
            if (one := work.of(entry)) is not None and (one.is_whole or not whole_only):
                made.append(one)
    work.miss(found)
    if not any(one.attributions for one in made):
        raise ReviewError("R10", path=reviewed)
    with written_whole(Path(target)) as (stream,):
        for one in made:
            stream.write(one.as_line(with_text=texts).encode("utf-8") + b"\n")
    return GoldSummary(
        articles=len(made),
        whole=sum(one.is_whole for one in made),
        attributions=sum(len(one.attributions) for one in made),
        unfound=tuple(work.unfound),
    )


def _paths(corpus: Path) -> set[str]:
    """The paths of the articles below a folder; `ReviewError` R09 where there are none."""
    try:
        return {path for _, path in list_articles(corpus)}
    except CorpusError as error:
        raise ReviewError("R09", path=corpus) from error


def _corpus_of(folder: Path, articles: frozenset[str]) -> Path:
    """The corpus that `run.json` names, from here or from beside the folder; `ReviewError` R09 where it is in neither.

    Of two the one that has the articles.
    """
    try:
        named = Path(json.loads((folder / "run.json").read_text(encoding="utf-8"))["options"]["corpus"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ReviewError("R09", path=folder) from error
    there = [path for path in (named, folder.parent / named) if path.exists()]
    if not there:
        raise ReviewError("R09", path=named)
    return max(there, key=lambda path: len(_paths(path) & articles))
