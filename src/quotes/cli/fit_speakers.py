"""`quotes fit-speakers`: the rankers that say who "he" is, fitted to gold with speakers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Quiet

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.pipeline.people.ranker import QuestionKind


def fit_speakers(
    config: Annotated[Path, typer.Argument(help="A TOML file that names the gold; see models/en_quotes/train.toml.")],
    out: Annotated[
        Path | None,
        typer.Option(help="Where the weights go. Default: into the package, where the pipeline reads them."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fit the weights that choose a speaker, to the gold of [[fit]] and [[train]] with speakers. Takes 2 minutes."""
    with console.one_line_errors():
        from quotes.pipeline.people.ranker import PATH, rankers_text
        from quotes.tables import written_whole
        from quotes.training.config import read_config
        from quotes.training.speaker_gold import fit_from_gold

        settings = read_config(config)
        target = out or PATH
        with console.named_steps(quiet=quiet) as progress:
            fit = fit_from_gold((*settings.fit, *settings.train), progress)
        with written_whole(target) as (stream,):
            stream.write(rankers_text(fit.rankers).encode("utf-8"))
        if not quiet:
            console.out.print(figures_table(fit.figures))
            console.out.print("Weights:", console.printable(str(target)), markup=False)


def figures_table(figures: Mapping[QuestionKind, Mapping[str, float]]) -> Table:
    """By kind of question, how articles were answered that the weights were not fitted to."""
    from rich.table import Table

    table = Table(title="on held-out folds", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("asked by")
    for name in ("questions", "right", "wrong name"):
        table.add_column(name, justify="right")
    for kind, row in figures.items():
        table.add_row(kind, f"{row['questions']:,}", f"{row['right']:.3f}", f"{row['wrong']:.3f}")
    return table
