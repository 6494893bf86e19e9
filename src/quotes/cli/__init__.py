"""The command line: `quotes COMMAND`. One file a command; each parses, calls one public function and shows the result.

Nothing here imports spaCy or pandas before a command runs, so that `quotes --help` answers at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from quotes import __version__
from quotes.cli import bench
from quotes.cli.annotate import annotate
from quotes.cli.diff import diff
from quotes.cli.evaluate import evaluate
from quotes.cli.explain import explain
from quotes.cli.fit_duplicates import fit_duplicates
from quotes.cli.fit_provenance import fit_provenance
from quotes.cli.fit_speakers import fit_speakers
from quotes.cli.gate import gate
from quotes.cli.gold import gold
from quotes.cli.run import run
from quotes.cli.show import show
from quotes.cli.train import train

__all__ = ["app", "main"]

app = typer.Typer(
    name="quotes",
    help="Who said what, to whom, and in which article: from a folder of news texts to a table for review.",
    epilog="Exit codes: 0 done; 1 nothing could be read, a figure fell below its floor, or what was accepted changed; "
    "2 wrong usage, or input or output that cannot be used.",
    no_args_is_help=True,
    add_completion=False,  # two options that would stand above the commands in every help text
    pretty_exceptions_show_locals=False,  # an article's text does not belong into a traceback
)
app.command()(run)
app.command()(annotate)
app.command()(show)
app.command()(diff)
app.command()(gold)
app.command()(explain)
app.command()(evaluate)
app.command()(gate)
app.command()(train)
app.command()(fit_provenance)
app.command()(fit_speakers)
app.command()(fit_duplicates)
app.add_typer(bench.app, name="bench")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotes {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What can be said before the command."""


def main() -> None:
    """Run the command line; the entry point of the `quotes` script."""
    app()
