"""`quotes train`: a model from gold, or a model calibrated anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Quiet
from quotes.errors import OptionError

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.training.calibrate import Calibrated


def train(
    config: Annotated[Path, typer.Argument(help="A TOML file that names the gold; see models/en_quotes/train.toml.")],
    out: Annotated[Path, typer.Option(help="The model folder to make.")] = Path("models/en_quotes"),
    checkpoints: Annotated[
        Path | None,
        typer.Option(help="Where a broken-off run goes on from. Default: runs/ and CONFIG's name."),
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads to train with, instead of the config's. Other weights come out.")
    ] = None,
    calibrate_only: Annotated[
        bool, typer.Option("--calibrate-only", help="Train nothing: calibrate the model in --out on the dev gold.")
    ] = False,
    prune_only: Annotated[
        bool,
        typer.Option(
            "--prune-only",
            help="Train nothing: cut as many attention heads from the model in --out as the config says.",
        ),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Train the attribution model on gold. Needs the extra `train`, whose pip command an error will name."""
    with console.one_line_errors():
        from quotes.training.config import read_config
        from quotes.training.extra import require_extra

        settings = read_config(config)
        settings = replace(settings, threads=threads or settings.threads)
        if prune_only and not settings.silent_heads:
            raise OptionError("O03", path=config, key="silent_heads")
        require_extra()
        from quotes.training.job import calibrate_folder, prune_folder, run_training

        with console.named_steps(quiet=quiet) as progress:
            if prune_only:
                calibrated = prune_folder(settings, out, progress)
            elif calibrate_only:
                calibrated = calibrate_folder(settings, out, progress)
            else:
                calibrated = run_training(settings, out, checkpoints or Path("runs") / config.stem, progress)
        if not quiet:
            console.out.print(figures_table(calibrated))
            console.out.print("Model:", console.printable(str(out)), markup=False)


def figures_table(calibrated: Calibrated) -> Table:
    """The figures on each development set, side by side."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("figure", no_wrap=True)
    for name in calibrated.figures:
        table.add_column(escape(console.printable(name)), justify="right", overflow="fold")
    for figure in dict.fromkeys(key for figures in calibrated.figures.values() for key in figures):
        values = (figures.get(figure) for figures in calibrated.figures.values())
        table.add_row(figure.replace("_", " "), *("" if value is None else f"{value:.3f}" for value in values))
    return table
