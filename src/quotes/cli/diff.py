"""`quotes diff`: what a change of tool, model or corpus did to the rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from quotes.cli import console
from quotes.cli.console import Quiet

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.review.differences import Comparison, Difference

_BROKEN: Final = 1
"""Exit code where something that a reviewer accepted is lost or changed."""
_SHOWN: Final = 80  # characters of a quotation in the terminal
_AROUND: Final = 24  # ... before the place where two wordings part
_STYLES: Final = {"lost": "red", "gained": "green"}


def diff(
    old: Annotated[Path, typer.Argument(help="The run before: its folder, or a sheet that it wrote.")],
    new: Annotated[Path, typer.Argument(help="The run after.")],
    html: Annotated[Path | None, typer.Option(help="Write a page with every difference in full.")] = None,
    json: Annotated[Path | None, typer.Option(help="Write all differences into this file.")] = None,
    most: Annotated[int, typer.Option(min=0, help="Show at most this many differences.")] = 50,
    quiet: Quiet = False,
) -> None:
    """Compare two runs; exit code 1 where a row that a reviewer accepted is lost or changed."""
    with console.one_line_errors():
        from quotes.engines import reviewed
        from quotes.review.page import as_page
        from quotes.tables import written_whole

        compared = reviewed.diff(old, new)
        for path, content in ((html, as_page), (json, type(compared).as_json)):
            if path is not None:
                with written_whole(path) as (stream,):
                    stream.write(content(compared).encode("utf-8", "replace"))
        if not quiet:
            console.out.print(counts_table(compared))
            if compared.differences:
                console.out.print()
                console.out.print(differences_table(compared.differences[:most]))
                console.out.print()
            if (more := len(compared.differences) - most) > 0:
                console.out.print(f"… and {more:,} more: see --most, --html or --json.")
        if compared.broken:
            rows = "1 accepted row is" if compared.broken == 1 else f"{compared.broken:,} accepted rows are"
            if not quiet:
                console.out.print(f"{rows} lost or changed.", style="bold red")
            raise typer.Exit(_BROKEN)


def counts_table(compared: Comparison) -> Table:
    """How many rows are the same, and how many differ in what way."""
    from rich.markup import escape
    from rich.table import Table

    from quotes.review.differences import CHANGES

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    sides = (("OLD", compared.old, f", {compared.old.accepted:,} of them accepted"), ("NEW", compared.new, ""))
    for name, run, accepted in sides:
        table.add_row(f"{len(run.rows):,}", f"rows in {name}", escape(console.printable(run.name)) + accepted)
    table.add_row(f"{compared.same:,}", "same", "nothing differs")
    for change, count in compared.counts().items():
        if count:
            table.add_row(f"{count:,}", change, CHANGES[change])
    return table


def differences_table(differences: tuple[Difference, ...]) -> Table:
    """One difference a row; what a reviewer accepted is marked."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column("change", no_wrap=True)
    for name in ("quotation", "before, and after"):
        table.add_column(name, overflow="fold", ratio=1)
    for one in differences:
        change = Text(one.change, _STYLES.get(one.change, "yellow"))
        if one.is_guarded:
            change.append("\naccepted", "bold red")
        table.add_row(change, *(Text(console.printable(cell)) for cell in (_quotation(one), _before_and_after(one))))
    return table


def _quotation(one: Difference) -> str:
    return _stretch(one.row["quote"], 0)


def _before_and_after(one: Difference) -> str:
    """What changed; of a row that only one run has, who said it and where."""
    if one.change in ("lost", "gained"):
        return f"{one.row.speaker or '(nobody)'}\n{one.row.article}"
    before, after = one.before, one.after
    if one.change == "wording":
        common = next(
            (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
        )
        start = max(0, common - _AROUND)
        start = before.rfind(" ", 0, start) + 1 if start else 0
        before, after = _stretch(before, start), _stretch(after, start)
    return f"{before}\n→ {after}"


def _stretch(text: str, start: int) -> str:
    """So much of a text as is shown, cut between words where there are any."""
    if len(text) - start <= _SHOWN:
        return "… " * (start > 0) + text[start:]
    end = start + _SHOWN - 2
    end = max(text.rfind(" ", start, end), start + _SHOWN // 2)
    return "… " * (start > 0) + text[start:end].strip() + " …"
