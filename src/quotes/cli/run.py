"""`quotes run`: a folder of articles to tables for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from quotes.cli import console
from quotes.cli.console import Corpus, MaxSize, Model, Processes, Quiet

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.engines.job import RunSummary
    from quotes.model import Kind

# How many the summary names.
_SPEAKERS: Final = 5
_REASONS: Final = 5
_NEXT: Final = 3


def run(
    corpus: Corpus,
    out: Annotated[
        Path,
        typer.Option(help="The folder for quotes.csv, occurrences.csv, people.csv, quote_ids.jsonl and run.json."),
    ] = Path("out"),
    kinds: Annotated[
        str, typer.Option(help="What becomes a row: direct, mixed, indirect, parted by commas.")
    ] = "direct,mixed",
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Quotations with less confidence become no rows.")
    ] = 0.0,
    model: Model = None,
    max_size: MaxSize = 5,
    processes: Processes = 1,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Write a workbook for review too: quotes.xlsx.")] = False,
    review_order: Annotated[
        bool, typer.Option("--review-order", help="The rows that are worth the next look first.")
    ] = False,
    accepted_only: Annotated[
        bool, typer.Option("--accepted-only", help="Write accepted.csv too: what reviewers accepted or corrected.")
    ] = False,
    delimiter: Annotated[
        str, typer.Option(help="What parts the cells of the CSV files: a comma, a semicolon, | or tab.")
    ] = ",",
    people: Annotated[
        Path | None,
        typer.Option(help="A people file: name, aliases, id, note. Default: people.csv in the output folder, if any."),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Plain UTF-8 for machines, without guards for Excel.")] = False,
    quiet: Quiet = False,
) -> None:
    """Read articles and write who said what as a table for review."""
    with console.one_line_errors():
        from quotes.engines import job
        from quotes.pipeline import DEFAULT_MODEL

        options = job.RunOptions(
            kinds=cast("tuple[Kind, ...]", named_kinds(kinds)),
            min_confidence=min_confidence,
            model=model or DEFAULT_MODEL,
            max_bytes=max_size * console.MEGABYTE,
            processes=processes,
            raw=raw,
            delimiter="\t" if delimiter.lower() in ("tab", r"\t") else delimiter,
            xlsx=xlsx,
            review_order=review_order,
            accepted_only=accepted_only,
            people=people,
        )
        with console.progress_bar(quiet=quiet) as progress:
            summary = job.run(corpus, out, options, progress=progress)
        if not quiet:
            console.out.print(summary_table(summary, options.kinds))


def named_kinds(text: str) -> tuple[str, ...]:
    """The kinds in a list parted by commas, each once; whether they are kinds is for `RunOptions` to say."""
    return tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))


def summary_table(summary: RunSummary, kinds: tuple[str, ...]) -> Table:
    """What a person wants to know at the end of a run."""
    from rich.markup import escape
    from rich.table import Table

    record = summary.record
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")

    def row(name: str, *lines: str) -> None:
        table.add_row(name, escape(console.printable("\n".join(lines))))

    reasons = Counter(one.reason for one in record.skipped)
    row("Articles", f"{record.articles:,}")
    if reasons:
        more = len(reasons) - _REASONS
        rest = [f"… and {more:,} other reasons: see run.json"] if more > 0 else []
        row("Skipped", *(f"{count:,} × {reason}" for reason, count in reasons.most_common(_REASONS)), *rest)
    row("Words", f"{record.words:,}")
    left_out = " (left out; see --kinds)"
    counts = ((kind, count, "" if kind in kinds else left_out) for kind, count in record.quotations.items())
    row("Quotations", *(f"{count:,} {kind}{note}" for kind, count, note in counts))
    row("Duplicates folded", f"{record.folded:,}")
    row("Rows", f"{record.rows:,}")
    if summary.speakers:
        row("Most quoted", *(f"{name} ({count:,})" for name, count in summary.speakers[:_SPEAKERS]))
    for name, lines in review_lines(summary):
        row(name, *lines)
    row("Seconds", f"{record.seconds:,.1f}")
    row("Written", *map(str, summary.files))
    if summary.kept:
        row("Kept", *(f"{path} (as it was saved)" for path in summary.kept))
    return table


def review_lines(summary: RunSummary) -> Iterator[tuple[str, list[str]]]:
    """What became of people's decisions, and how right the rows were; nothing where nobody has decided anything."""
    review = summary.review
    if not summary.record.review:
        return
    lines = [f"{review.carried:,} carried"]
    if review.please_check:
        lines.append(f"{review.please_check:,} carried, please check: see review_status")
    if review.orphaned:
        lines.append(f"{review.orphaned:,} without a row now: see orphaned_reviews.csv")
    if review.offered:
        lines.append(f"{review.offered:,} rows for which a speaker is offered: see suggestions.csv")
    if summary.foreign:
        lines.append(f"columns of your own, which stay in the kept sheet: {', '.join(summary.foreign)}")
    yield "Decisions", lines
    if review.next_look:
        yield "Next look", [", ".join(review.next_look[:_NEXT]) + " (--review-order puts such rows first)"]
    looked_at = [band for band in review.bands if band.precision is not None]
    if looked_at:
        yield (
            "Right so far",
            [
                f"{band.precision:.0%} of {band.looked_at:,} looked at with confidence "
                f"{f'{band.low} or more' if band.high == 1 else f'{band.low} to {band.high}'} ({band.rows:,} rows)"
                for band in looked_at
            ],
        )
