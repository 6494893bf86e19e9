"""`quotes bench`: how fast and how well, beside what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Corpus, Model, Quiet

app = typer.Typer(help="Measure speed, always beside something known.", no_args_is_help=True)


@app.callback()
def bench() -> None:
    """Measure speed, always beside something known."""


@app.command()
def speed(
    corpus: Corpus,
    model: Model = None,
    limit: Annotated[int, typer.Option(min=1, help="Read this many articles at most, evenly spread.")] = 200,
    quiet: Quiet = False,
) -> None:
    """Words per second of the whole pipeline beside the bare spaCy pipeline, by turns in one process."""
    with console.one_line_errors():
        from quotes.articles import read_corpus
        from quotes.engines.benchmark import compare_speed
        from quotes.model import Article
        from quotes.pipeline import DEFAULT_MODEL

        texts = [entry.text for entry in read_corpus(corpus) if isinstance(entry, Article)]
        texts = texts[:: max(1, len(texts) // limit)][:limit]
        with console.steps(quiet=quiet) as progress:
            found = compare_speed(texts, model or DEFAULT_MODEL, progress)
        console.out.print(
            f"{found.articles:,} articles, {found.words:,} words: quotes {found.ours:,.0f} words/s, "
            f"bare spaCy {found.bare:,.0f} words/s, ratio {found.ratio:.2f}",
            soft_wrap=True,
        )


@app.command()
def dedupe(
    gold: Annotated[Path | None, typer.Option(help="A folder of gold pairs; their scores are shown.")] = None,
    texts: Annotated[list[Path] | None, typer.Option(help="A folder of the gold's articles; may be repeated.")] = None,
    sizes: Annotated[str, typer.Option(help="Occurrences of made-up corpora, parted by commas; 0 for none.")] = (
        "10000,100000,1000000"
    ),
    seed: Annotated[int, typer.Option(help="For the made-up corpora.")] = 0,
    verbatim: Annotated[
        float | None, typer.Option(min=0, max=1, help="Share of them repeated letter by letter.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """How well quotations are folded, by gold pairs, and how fast, on corpora made up for it."""
    with console.one_line_errors():
        from quotes.engines import duplicates
        from quotes.engines.made_up import VERBATIM
        from quotes.errors import OptionError

        try:
            wanted = [int(size) for size in sizes.split(",") if int(size) > 0]
        except ValueError as error:
            raise OptionError("O01", option="--sizes", value=sizes, choices="numbers, parted by commas") from error
        if gold is not None:
            for name, scores in duplicates.score_gold(gold, texts or [Path()]).items():
                console.out.print(
                    f"{name}: {scores.pairs:,} pairs, precision {scores.precision:.3f}, recall {scores.recall:.3f}, "
                    f"B-cubed F1 {scores.b_cubed:.3f}, disputes shown {scores.disputes_shown} of {scores.disputes}",
                    soft_wrap=True,
                )
        with console.steps(quiet=quiet, what="Folding") as progress:
            figures = duplicates.measure_sizes(
                wanted, seed=seed, verbatim=VERBATIM if verbatim is None else verbatim, progress=progress
            )
        before = None
        for one in figures:
            ratio = f", {one.seconds / before.seconds:.1f} times the time before" if before else ""
            console.out.print(
                f"{one.occurrences:,} occurrences: {one.rows:,} rows, {one.seconds:.1f} s{ratio}, "
                f"{one.processor:.1f} s of one core, "
                f"peak {one.peak / 1e9:.2f} GB, pair precision {one.precision:.3f}, recall {one.recall:.3f}",
                soft_wrap=True,
            )
            before = one
