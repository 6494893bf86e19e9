"""`quotes gold`: what reviewers accepted and corrected, as gold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Final

import typer

from quotes.cli import console
from quotes.cli.console import Quiet

_REASONS: Final = 20


def gold(
    reviewed: Annotated[Path, typer.Argument(help="A reviewed run: its folder, or its quotes.csv or quotes.xlsx.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file of JSON lines to write.")],
    articles: Annotated[
        Path | None, typer.Option(help="The corpus folder. Default: the one that the run read, by its run.json.")
    ] = None,
    whole_only: Annotated[
        bool, typer.Option("--whole-only", help="Leave out articles of which a row is undecided.")
    ] = False,
    texts: Annotated[
        bool, typer.Option("--texts/--no-texts", help="Put the articles' texts into the file, or leave them out.")
    ] = True,
    quiet: Quiet = False,
) -> None:
    """Make accepted and corrected rows into gold for `quotes evaluate` and `quotes train`."""
    with console.one_line_errors():
        from quotes.engines import reviewed as work

        summary = work.gold(reviewed, out, articles=articles, whole_only=whole_only, texts=texts)
        for one in summary.unfound[:_REASONS]:
            quote = one.row["quote"][:60]
            console.say_left_out(f"{one.row.quote_id} in {one.article}: {one.reason} (“{quote}”)")
        if (more := len(summary.unfound) - _REASONS) > 0:
            reasons = Counter(one.reason for one in summary.unfound)
            console.say_left_out(f"… and {more:,} more: " + "; ".join(f"{n:,} × {why}" for why, n in reasons.items()))
        if quiet:
            return
        console.out.print(
            f"{summary.attributions:,} attributions in {summary.articles:,} articles: {out}", soft_wrap=True
        )
        partial = summary.articles - summary.whole
        if partial:
            console.out.print(
                f"{partial:,} of these articles have rows that nobody has decided. Measured against them, recall means "
                "something and precision does not; trained on them, a model learns that what is missing is none. "
                "--whole-only leaves them out.",
                soft_wrap=True,
            )
