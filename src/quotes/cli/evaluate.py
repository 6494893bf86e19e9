"""`quotes evaluate`: how right is what was found, beside what readers found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from quotes.cli import console
from quotes.cli.console import Model, Processes, Quiet

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.engines.assessment import Assessment
    from quotes.evaluation import Cut, Mistake, Scores
    from quotes.evaluation.metrics import Ratio

_REACH: Final = 240  # characters that are shown before and behind the place of a mistake
_PLACE: Final = 400  # ... and of the place itself
_ANSWER: Final = 160  # ... and of what was right, or answered


def evaluate(
    gold: Annotated[
        Path, typer.Option(help="What readers found: a folder with text/ and attributions/ (brat), or JSON lines.")
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(
            metavar="[CORPUS or PREDICTIONS.jsonl]",
            help="A folder of articles to read, or what `quotes annotate` wrote. Default: the texts in the gold.",
        ),
    ] = None,
    speakers: Annotated[
        Path | None, typer.Option(help="Who is quoted where, as JSON lines. Default: the gold.")
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(help="Where the articles of gold without texts are. Default: CORPUS, or beside it.")
    ] = None,
    json: Annotated[Path | None, typer.Option(help="Write figures and counts into this file.")] = None,
    by_folder: Annotated[
        bool, typer.Option("--by-folder", help="Main figures apart for each first folder of the articles' names.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="What a reviewer meets who looks at the unsure rows alone.")
    ] = False,
    errors: Annotated[int, typer.Option(min=0, help="Show this many of the worst mistakes in context.")] = 0,
    model: Model = None,
    processes: Processes = 1,
    quiet: Quiet = False,
) -> None:
    """Measure what was found against gold: precision, recall and F1 of quotations, sources and names."""
    with console.one_line_errors():
        from quotes.engines import assessment
        from quotes.pipeline import DEFAULT_MODEL
        from quotes.tables import written_whole

        with console.progress_bar(quiet=quiet) as progress:
            assessed = assessment.assess(
                gold,
                predicted,
                speakers=speakers,
                texts=texts,
                model=model or DEFAULT_MODEL,
                processes=processes,
                progress=progress,
            )
        _warn(assessed)
        if json is not None:
            with written_whole(json) as (stream,):
                stream.write(assessed.as_json().encode("utf-8"))
        if not quiet:
            console.out.print(figures_table(assessed.scores, len(assessed.documents)))
        if by_folder:
            console.out.print(folders_table(assessed.by_folder()))
        if review:
            console.out.print(review_table(assessed.review_curve()))
        for line in mistake_lines(assessed, assessed.worst(errors)):
            console.out.print(line, soft_wrap=True)


def figures_table(scores: Scores, documents: int) -> Table:
    """All figures with the counts behind them, line by line as the project's scorer has them.

    Precision: right of those predicted; recall: right of those in the gold.
    """
    from rich.table import Table

    table = Table(title=f"{documents:,} documents", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("")
    for name in ("precision", "recall", "F1", "right", "predicted", "gold"):
        table.add_column(name, justify="right", no_wrap=True)

    def row(name: str, ratio: Ratio) -> None:
        shares = (ratio.precision, ratio.recall, ratio.f1)
        counts = (ratio.right, ratio.predicted, ratio.gold)
        table.add_row(label(name), *(f"{share:.3f}" for share in shares), *(f"{count:,}" for count in counts))

    def share(name: str, ratio: Ratio) -> None:
        """Of the gold alone: of speakers, an empty answer may be the right one, and `predicted` counts the others."""
        answered = f"{ratio.predicted:,}" if ratio.predicted else ""
        table.add_row(label(name), "", f"{ratio.recall:.3f}", "", f"{ratio.right:,}", answered, f"{ratio.gold:,}")

    def label(name: str) -> Text:
        return Text(console.printable(name), "" if name.startswith(" ") else "bold")

    row("quoted (accuracy: recall)", scores.quoted_right)
    row("  found, source aside", scores.quoted_found)
    row("content", scores.content)
    for kind, (content, _) in scores.by_kind.items():
        share(f"  {kind}", content)
    row("attribution", scores.attribution)
    for kind, (_, attribution) in scores.by_kind.items():
        share(f"  {kind}", attribution)
    table.add_row(label("exact spans"))
    for role, ratio in scores.spans.items():
        row(f"  {role}", ratio)
    if scores.speaker:
        share("speaker (accuracy: recall)", scores.speaker)
        for group, ratio in scores.speaker_groups.items() if len(scores.speaker_groups) > 1 else ():
            share(f"  {group}", ratio)
        wrong, gold = scores.wrong_names, scores.speaker.gold
        table.add_row(label("  wrong names"), "", f"{wrong / gold:.3f}", "", "", f"{wrong:,}", f"{gold:,}")
    for name, named in (("told to", scores.told_to), ("cited from", scores.cited_from)):
        if named:
            row(name, named)
            wrong, every = named.predicted - named.right, scores.content.predicted
            share_of_all = f"{wrong / max(1, every):.3f}"
            table.add_row(label(f"  {name} wrong, of all"), "", share_of_all, "", "", f"{wrong:,}", f"{every:,}")
    return table


def folders_table(folders: Mapping[str, Scores]) -> Table:
    """The main figures, one row a folder."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("folder")
    for name in ("attributions", "quoted accuracy", "precision", "content F1", "attribution F1", "speaker"):
        table.add_column(name, justify="right")
    for folder, scores in folders.items():
        speaker = f"{scores.speaker.recall:.3f}" if scores.speaker else ""
        quoted = scores.quoted_right
        shares = (quoted.recall, quoted.precision, scores.content.f1, scores.attribution.f1)
        row = (f"{scores.content.gold:,}", *(f"{share:.3f}" for share in shares), speaker)
        table.add_row(console.printable(folder) or ".", *row)
    return table


def review_table(curve: Sequence[Cut]) -> Table:
    """By confidence: the share of rows below it, of all wrong names that they hold, and of right names above."""
    from rich.table import Table

    table = Table(title="rows with a name", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("confidence under", "rows", "wrong names among them", "right names above"):
        table.add_column(name, justify="right")
    for cut in curve:
        table.add_row(f"{cut.below:.2f}", *(f"{share:.2f}" for share in (cut.rows, cut.errors, cut.right_above)))
    return table


def mistake_lines(assessed: Assessment, mistakes: Sequence[Mistake]) -> Iterator[Text]:
    """For each mistake what is wrong, gold and predicted, and the sentence around with the place marked."""
    from quotes.engines.assessment import in_context

    for what, group in groupby(mistakes, key=lambda mistake: mistake.what):
        yield Text(f"\n{what}", "bold")
        for mistake in group:
            before, place, behind = in_context(assessed.documents[mistake.doc].text, mistake.at)
            head = Text.assemble(
                "  ", (console.printable(mistake.doc), "cyan"), f" {mistake.at.start}-{mistake.at.end}"
            )
            if mistake.confidence:
                head.append(f", confidence {mistake.confidence:.2f}")
            yield head
            yield Text.assemble("    gold: ", _answer(mistake.gold), ", predicted: ", _answer(mistake.predicted))
            yield Text.assemble(
                "    ",
                console.printable(_cut(before, _REACH, keep_end=True)),
                ("⟦", "dim"),
                (console.printable(_middle(place, _PLACE)), "reverse"),
                ("⟧", "dim"),
                console.printable(_cut(behind, _REACH)),
            )


def _answer(words: str) -> tuple[str, str]:
    line = " ".join(words.split())
    return (console.printable(_middle(line, _ANSWER)), "bold") if line else ("—", "dim")


def _cut(line: str, length: int, *, keep_end: bool = False) -> str:
    if len(line) <= length:
        return line
    return f"… {line[-length:].partition(' ')[2]}" if keep_end else f"{line[:length].rpartition(' ')[0]} …"


def _middle(line: str, length: int) -> str:
    return line if len(line) <= length else f"{line[: length - length // 3]} … {line[-length // 3 :]}"


def _warn(assessed: Assessment) -> None:
    for names, what in (
        (assessed.strangers, "not in the gold, and left out"),
        (assessed.without, "without predictions; all that is said there counts as missed"),
    ):
        if names:
            more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
            line = console.printable(f"{names[0]}{more}: {what}")
            console.err.print(Text("note ", style="yellow").append(line, "default"))
