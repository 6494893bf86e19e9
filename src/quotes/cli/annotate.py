"""`quotes annotate`: what each article says, as JSON lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Corpus, MaxSize, Model, Processes, Quiet


def annotate(
    corpus: Corpus,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: one JSON line an article.")],
    model: Model = None,
    max_size: MaxSize = 5,
    processes: Processes = 1,
    quiet: Quiet = False,
) -> None:
    """Write what each article says, of every kind and before anything is folded, with character offsets."""
    with console.one_line_errors():
        from quotes.engines import job
        from quotes.pipeline import DEFAULT_MODEL

        with console.progress_bar(quiet=quiet) as progress:
            written = job.annotate(
                corpus,
                output,
                model=model or DEFAULT_MODEL,
                max_bytes=max_size * console.MEGABYTE,
                processes=processes,
                progress=progress,
            )
        if not quiet:
            console.out.print(f"{written:,} articles written to", console.printable(str(output)), markup=False)
