"""`quotes gate`: do the figures keep their floors, and may the floors rise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from quotes.cli import console
from quotes.cli.console import Model, Processes, Quiet
from quotes.errors import OptionError

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.engines.assessment import Held


def gate(
    floors: Annotated[Path, typer.Argument(help="The file of floors, such as tests/gate/floors.json.")],
    sets: Annotated[
        list[str] | None, typer.Option("--set", help="Measure this gold set; may be given again. Default: all here.")
    ] = None,
    rise: Annotated[
        bool, typer.Option("--raise", help="Write higher floors where the figures allow it, never lower ones.")
    ] = False,
    margin: Annotated[
        float, typer.Option(min=0, max=1, help="How far below the figure a floor is set by --raise.")
    ] = 0.02,
    lower: Annotated[
        list[str] | None,
        typer.Option(metavar="SET:FIGURE", help="With --raise: this floor may fall; may be given again."),
    ] = None,
    model: Model = None,
    processes: Processes = 1,
    quiet: Quiet = False,
) -> None:
    """Measure gold sets and hold the figures to their floors; exit code 1 where one is below."""
    with console.one_line_errors():
        falling = [_set_and_figure(text, rise=rise) for text in lower or ()]

        from quotes.engines import assessment
        from quotes.pipeline import DEFAULT_MODEL

        with console.progress_bar(quiet=quiet) as progress:
            held = assessment.hold(
                floors,
                names=sets or (),
                rise=rise,
                margin=margin,
                lower=falling,
                model=model or DEFAULT_MODEL,
                processes=processes,
                progress=progress,
            )
        if not quiet:
            console.out.print(gate_table(held))
        below = [f"{name}: {shortfall}" for name, one in held.items() for shortfall in one.shortfalls]
        for line in below:
            console.say_error(line)
        if below:
            raise typer.Exit(1)


def _set_and_figure(text: str, *, rise: bool) -> tuple[str, str]:
    name, _, figure = text.rpartition(":")
    if not (rise and name and figure):
        raise OptionError("O01", option="--lower", value=text, choices="SET:FIGURE, together with --raise")
    return name, figure


def gate_table(held: Mapping[str, Held]) -> Table:
    """Each figure beside its floor, set by set."""
    from rich.table import Table

    from quotes.evaluation.gate import CEILINGS

    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("set", "figure"):
        table.add_column(name)
    for name in ("measured", "at least", "at most"):
        table.add_column(name, justify="right", no_wrap=True)
    for name, one in held.items():
        below = {shortfall.figure for shortfall in one.shortfalls}
        for figure, floor in one.floors.items():
            measured = f"{one.figures[figure]:.3f}" if figure in one.figures else "—"
            limits = ("", f"{floor:.3f}") if figure in CEILINGS else (f"{floor:.3f}", "")
            style = "bold red" if figure in below else ""
            table.add_row(*(Text(console.printable(cell), style) for cell in (name, figure, measured, *limits)))
    return table
