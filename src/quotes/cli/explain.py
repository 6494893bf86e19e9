"""`quotes explain`: why the wordings of a row are one row."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from quotes.cli import console

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.dedupe.explain import Comparison, Piece
    from quotes.model import Occurrence

_SPEAKERS: Final = {"named": "speakers agree", "unnamed": "a speaker is not named", "conflict": "speakers differ"}


def explain(
    quote_id: Annotated[str, typer.Argument(help="The quote_id of a row, or one that it had before.")],
    out: Annotated[Path, typer.Option(help="The folder of the run.")] = Path("out"),
    raw: Annotated[bool, typer.Option("--raw", help="The run was made with --raw.")] = False,
) -> None:
    """Show the wordings of a row side by side: what differs, the relation, the scores, the speakers."""
    with console.one_line_errors():
        from quotes.engines import explanation

        found = explanation.explain(quote_id, out, raw=raw)
        console.out.print(Text(f"{found.quote_id}  {console.printable(_place(found.fullest))}", style="bold"))
        if not found.others:
            console.out.print(Text(console.printable(found.fullest.quote)))
        for (other, relation, comparison), beside in zip(found.others, found.beside, strict=True):
            name = "fullest" if beside is found.fullest else _place(beside)
            console.out.print(side_by_side(beside, other, comparison, relation, name))
        for other_id, other, comparison in found.disputed:
            console.out.print(side_by_side(found.fullest, other, comparison, f"disputed with {other_id}"))


def side_by_side(
    one: Occurrence, other: Occurrence, comparison: Comparison, relation: str, name: str = "fullest"
) -> Table:
    """Two wordings in two columns; words that only one has stand in {braces} and are coloured."""
    from rich.table import Table

    table = Table(title=_verdict(relation, comparison), title_justify="left", title_style="", expand=True)
    table.add_column(_heading(name, one), ratio=1, overflow="fold")
    table.add_column(_heading(_place(other), other), ratio=1, overflow="fold")
    table.add_row(_shown(comparison.fullest, "yellow"), _shown(comparison.other, "red"))
    return table


def _verdict(relation: str, comparison: Comparison) -> Text:
    scores = (
        f"{comparison.contained:.0%} of its words in the fullest, letters {comparison.likeness:.2f} alike, "
        f"changes {comparison.cost:.1f}, {_SPEAKERS[comparison.speakers]}"
    )
    if comparison.chance:
        scores += f", by no rule, but one statement with a chance of {comparison.chance:.2f}"
    return Text(relation, style="bold").append(f"  {scores}", style="default")


def _heading(name: str, occurrence: Occurrence) -> Text:
    return Text(console.printable(f"{name} · {occurrence.quotation.speaker or 'nobody named'}"))


def _shown(pieces: Iterable[Piece], colour: str) -> Text:
    text = Text()
    for how, words in pieces:
        text.append(" " if text else "")
        # Marked, not only coloured: a log has no colours.
        text.append(
            f"{{{console.printable(words)}}}" if how == "only" else console.printable(words),
            colour if how == "only" else "",
        )
    return text


def _place(occurrence: Occurrence) -> str:
    return " ".join(filter(None, (occurrence.article, occurrence.metadata.published)))
