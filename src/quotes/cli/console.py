"""What the commands share: the terminal, the progress bar, one-line errors, exit codes and common options."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.text import Text

from quotes.errors import ArticleError, QuotesError
from quotes.model import Unreadable

if TYPE_CHECKING:
    import rich.progress

    from quotes.engines.job import Progress

# Exit codes, beside 0 for done.
NOTHING_READ: Final = 1
UNUSABLE: Final = 2

MEGABYTE: Final = 1_000_000

out: Final = Console(highlight=False)
"""Results."""
err: Final = Console(stderr=True, highlight=False, soft_wrap=True)
"""Errors, skipped files and the progress bar: what does not belong into a pipe."""

# Escape sequences in a text or a file name must not reach the terminal, nor lone surrogates, which it cannot encode.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Corpus = Annotated[Path, typer.Argument(help="A folder of .txt articles, any depth, or one article.")]
Model = Annotated[
    str | None,
    typer.Option(help="Another English spaCy pipeline, by name or folder, or a folder that `quotes train` made."),
]
MaxSize = Annotated[int, typer.Option(min=1, help="Skip files of more megabytes than this.")]
Processes = Annotated[int, typer.Option(min=1, help="How many processes work; the result is the same.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors and skipped files, nothing else.")]


def printable(text: str) -> str:
    """The text, as long as it was, with a replacement for what a terminal would obey or could not show."""
    return _UNPRINTABLE.sub(lambda found: " " if found.group() == "\r" else "\ufffd", text)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn an error of this package into one line and an exit code."""
    try:
        yield
    except QuotesError as error:
        say_error(str(error))
        nothing_read = isinstance(error, ArticleError) or error.code == "C03"
        raise typer.Exit(NOTHING_READ if nothing_read else UNUSABLE) from error


def say_error(message: str) -> None:
    """One line on the error stream."""
    err.print(Text("quotes: ", style="bold red").append(printable(message), style="default"))


def say_left_out(message: str) -> None:
    """One line on the error stream about something that was left out."""
    err.print(Text("left out ", style="yellow").append(printable(message), "default"))


def _bar(*, quiet: bool) -> rich.progress.Progress:
    # Imported here, not above: it takes as long to import as everything else that help needs.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Where nobody watches, a bar is only noise in a log.
    return Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal)


@contextmanager
def steps(*, quiet: bool, what: str = "Working") -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many steps are done, and of how many: it moves a bar."""
    with _bar(quiet=quiet) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def named_steps(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to be told what is done, how many steps of it are done, and of how many.

    It moves a bar; in a log, where no bar is drawn, it leaves a line when the steps of one thing are done.
    """
    with _bar(quiet=quiet) as bar:
        task = bar.add_task("Getting ready", total=None)

        def moved(what: str, done: int, total: int) -> None:
            bar.update(task, description=printable(what), completed=done, total=total)
            if done == total and not quiet and not err.is_terminal:
                err.print(Text(f"{printable(what)}: {done:,} done"))

        yield moved


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress]:
    """A function to be told of each article: it moves a bar and names what is skipped, which `quiet` shows too."""
    with _bar(quiet=quiet) as bar:
        task = bar.add_task("Getting ready", total=None)

        def moved(outcome: object, done: int, total: int) -> None:
            if isinstance(outcome, Unreadable):
                err.print(
                    Text("skipped ", style="yellow").append(printable(f"{outcome.path}: {outcome.reason}"), "default")
                )
            bar.update(task, description="Reading", completed=done, total=total)

        yield moved
