"""`quotes bench`: how fast, beside what."""

from __future__ import annotations

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
