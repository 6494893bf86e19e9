"""`quotes fit-duplicates`: the verifier that says whether two wordings are one statement, fitted to gold pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import console
from quotes.cli.console import Quiet


def fit_duplicates(
    gold: Annotated[list[Path], typer.Argument(help="Folders of gold pairs; see docs/duplicates.md.")],
    texts: Annotated[list[Path] | None, typer.Option(help="A folder of the gold's articles; may be repeated.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the weights go. Default: into the package, where the folding reads them."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fit the weights that say whether two wordings no rule calls one are one. Takes some seconds."""
    with console.one_line_errors():
        from quotes.dedupe.verifier import PATH, verifier_text
        from quotes.engines.verification import fit_duplicates as fit
        from quotes.tables import written_whole

        target = out or PATH
        fitted = fit(gold, texts or [Path()])
        with written_whole(target) as (stream,):
            stream.write(verifier_text(fitted.verifier).encode("utf-8"))
        if not quiet:
            console.out.print(
                f"{fitted.samples:,} texts compared; of those that the rules refuse, on held-out folds, "
                f"{fitted.right:,} of {fitted.refused_ones:,} that are one are called so, and {fitted.wrong:,} that "
                f"are not, with a chance of {fitted.verifier.least:.2f} or more",
                soft_wrap=True,
            )
            console.out.print("Weights:", console.printable(str(target)), markup=False)
