"""`quotes show`: one article in the terminal, its quotations coloured by speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from quotes.cli import console
from quotes.cli.console import MaxSize, Model
from quotes.model import Quotation, Span

if TYPE_CHECKING:
    from rich.table import Table

COLOURS: Final = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""For the speakers in the order of their first quotation; then again from the first."""
NOBODY: Final = "bright_black"
_REACH: Final = 300  # characters around cue and source, in their paragraph, in which an outlet's name is looked for


def show(
    file: Annotated[Path, typer.Argument(help="One article.")],
    model: Model = None,
    max_size: MaxSize = 5,
) -> None:
    """Show one article with its quotations coloured by speaker, and a legend."""
    with console.one_line_errors():
        from quotes.engines import job
        from quotes.pipeline import DEFAULT_MODEL

        article, found = job.read_one(file, model=model or DEFAULT_MODEL, max_bytes=max_size * console.MEGABYTE)
        console.out.print(coloured(article.text, found.quotations))
        console.out.print(legend(found.quotations))


def coloured(text: str, quotations: Sequence[Quotation]) -> Text:
    """The article: content in the speaker's colour and numbered, sources bold, cues underlined, outlets reversed."""
    shown = Text(console.printable(text))
    colours = colours_of(quotations)
    # A quotation inside another one is coloured after it.
    for quotation in sorted(quotations, key=lambda one: one.content[0].start - one.content[-1].end):
        colour = colours[quotation.speaker]
        for span in quotation.content:
            shown.stylize(colour, span.start, span.end)
        for span in quotation.source:
            shown.stylize(f"bold {colour}", span.start, span.end)
    for quotation in quotations:
        for span in quotation.cue:
            shown.stylize("underline", span.start, span.end)
        for span in outlets(text, quotation):
            shown.stylize("reverse", span.start, span.end)
    return _numbered(shown, quotations)


def colours_of(quotations: Sequence[Quotation]) -> dict[str, str]:
    """A colour for each speaker, by name."""
    speakers = dict.fromkeys(quotation.speaker for quotation in quotations if quotation.speaker)
    return {name: COLOURS[number % len(COLOURS)] for number, name in enumerate(speakers)} | {"": NOBODY}


def outlets(text: str, quotation: Quotation) -> Iterator[Span]:
    """Where the narration names, near cue and source, whom it was told to and whom the article has it from."""
    anchors = (*quotation.cue, *quotation.source)
    if not anchors:
        return
    first, last = min(anchor.start for anchor in anchors), max(anchor.end for anchor in anchors)
    low, high = max(0, first - _REACH), last + _REACH
    start = low + text[low:first].rfind("\n") + 1
    near = text[start:last] + text[last:high].partition("\n")[0]
    for name in filter(None, {quotation.told_to, quotation.cited_from}):
        for found in re.finditer(re.escape(name), near):
            span = Span(start + found.start(), start + found.end())
            if not any(span.overlap(content) for content in (*quotation.content, *quotation.source)):
                yield span


def legend(quotations: Sequence[Quotation]) -> Table | Text:
    """One row a quotation, by the number that the text gives it."""
    from rich.table import Table

    if not quotations:
        return Text("No quotation found.", style="bold")
    columns = ("#", "speaker", "kind", "told to", "cited from", "evidence")
    table = Table(title="who said it, and how we know", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, justify="right" if column == "#" else "left", overflow="fold")
    colours = colours_of(quotations)
    for number, quotation in enumerate(quotations, 1):
        speaker = quotation.speaker or "—"
        cells = (speaker, quotation.kind, quotation.told_to, quotation.cited_from, quotation.evidence)
        first, *others = (Text(console.printable(cell)) for cell in cells)
        first.stylize(colours[quotation.speaker])
        table.add_row(str(number), first, *others)
    return table


def _numbered(shown: Text, quotations: Sequence[Quotation]) -> Text:
    """The text with the number of each quotation behind its last words."""
    ends = sorted((quotation.content[-1].end, number) for number, quotation in enumerate(quotations, 1))
    numbered = Text()
    for piece, (_, number) in zip(shown.divide([end for end, _ in ends]), [*ends, (0, 0)], strict=True):
        numbered.append_text(piece)
        if number:
            numbered.append(f"[{number}]", style="bold dim")
    return numbered
