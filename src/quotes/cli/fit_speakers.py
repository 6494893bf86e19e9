"""`quotes fit-speakers`: the weights that say who "he" is, fitted to gold with speakers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Quiet

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.pipeline.people.antecedents.ranker import QuestionKind


def fit_speakers(
    config: Annotated[Path, typer.Argument(help="A TOML file that names the gold; see models/en_quotes/train.toml.")],
    out: Annotated[
        Path | None,
        typer.Option(help="A folder for both files. Default: where the pipeline reads them."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fit the weights that choose a speaker, to the gold of [[fit]], [[speakers]] and [[train]] with speakers.

    Takes half an hour and some 8 GB of memory, and needs the extra: pip install 'quotes[train]'.
    """
    with console.one_line_errors():
        from quotes.training.extra import require_extra

        require_extra()
        from quotes.pipeline.attribution.network.weights import default_folder
        from quotes.pipeline.people.antecedents.ranker import PATH, rankers_text
        from quotes.pipeline.people.antecedents.scorer import FILE
        from quotes.tables import written_whole
        from quotes.training.antecedents import save_scorer
        from quotes.training.config import read_config
        from quotes.training.leasts import figures_of
        from quotes.training.speaker_gold import fit_from_gold

        settings = read_config(config)
        rankers, scorer = (out / PATH.name, out / FILE) if out else (PATH, default_folder() / FILE)
        with console.named_steps(quiet=quiet) as progress:
            fit = fit_from_gold((*settings.fit, *settings.speakers, *settings.train), progress)
        with written_whole(rankers, scorer) as (stream, binary):
            stream.write(rankers_text(fit.rankers.rankers).encode("utf-8"))
            save_scorer(fit.scorer, binary)
        if not quiet:
            leasts = {kind: fit.scorer.least_of(kind) for kind in fit.rankers.rankers}
            console.out.print(figures_table("by rankers alone", fit.rankers.figures))
            console.out.print(figures_table("with the antecedent scorer", figures_of(fit.answers, leasts)))
            console.out.print("Weights:", console.printable(f"{rankers}, {scorer}"), markup=False)


def figures_table(title: str, figures: Mapping[QuestionKind, Mapping[str, float]]) -> Table:
    """By kind of question, how articles were answered that the weights were not fitted to."""
    from rich.table import Table

    table = Table(title=f"on held-out folds, {title}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("asked by")
    for name in ("questions", "right", "wrong name"):
        table.add_column(name, justify="right")
    for kind, row in figures.items():
        table.add_row(kind, f"{row['questions']:,}", f"{row['right']:.3f}", f"{row['wrong']:.3f}")
    return table
