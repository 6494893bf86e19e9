"""`quotes fit-provenance`: the rankers that say whom it was told and whom the article has it from, fitted to gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Quiet


def fit_provenance(
    config: Annotated[Path, typer.Argument(help="A TOML file that names the gold; see models/en_quotes/train.toml.")],
    quiet: Quiet = False,
) -> None:
    """Fit the weights that choose told_to and cited_from, to the training gold that names them. Takes some minutes."""
    with console.one_line_errors():
        from quotes.pipeline.provenance.ranker import WEIGHTS
        from quotes.training import provenance
        from quotes.training.config import read_config

        settings = read_config(config)
        with console.named_steps(quiet=quiet) as progress:
            fitted = provenance.fit_provenance(settings, progress)
        if not quiet:
            for name, ranker in fitted.items():
                console.out.print(f"{name}: {len(ranker.weights):,} weights")
            console.out.print("Weights:", console.printable(str(WEIGHTS)), markup=False)
