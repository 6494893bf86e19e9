"""A review as a script: run, decide thirty rows, change three articles and the model's threshold, run again.

`make example-diff` runs it, shows `quotes diff` between the two runs, and writes that into the README. The tests run it
too (`tests/review`), and hold every decision to the row where it belongs.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

import spacy
from typer.testing import CliRunner

import quotes
from quotes.cli import app
from quotes.pipeline import COMPONENTS
from quotes.tables import write_csv

ROOT: Final = Path(__file__).parents[1]
DECIDED: Final = 30
THRESHOLD: Final = 0.75
"""Candidates of the model with less confidence are dropped; the model's own threshold is in its meta.json."""

CHANGES: Final = {
    # A correction inside a quotation: a near wording, to be checked.
    "capital-brief/altmere-rates-shop-closures.txt": (
        "few were comforted. “My shop lives on people who are on their way to theirs,”",
        "few were comforted. “My shop always lived on people who were on their way to theirs,”",
    ),
    # A paragraph taken out: what it quoted has no row any more.
    "riverside-courier/flood-wall-mayor-statement.txt": (
        "“I wrote to him because I could put my hand in the crack,” she told the Courier. “My late husband used to "
        "say, ‘That wall’s held up by the ivy,’ and we’d laugh. I’m not laughing now.”\n\n",
        "",
    ),
    # A paragraph put in front, and a speaker corrected: the same words at other offsets, by somebody else.
    "touchline-daily/rovers-circle-for-pirelassi.txt": (
        "The 22-year-old has scored nine times this season",
        "“We read the papers too,” said the Rovers press officer, Ines Vandermolen.\n\nThe 22-year-old has scored nine "
        "times this season",
    ),
}
SPEAKER: Final = ("touchline-daily/rovers-circle-for-pirelassi.txt", "Holmqvist", "Lindqvist")

_VERDICTS: Final = ("accept", "accept", "accept", "reject", "accept", "fix", "accept", "unsure")
_BEGIN, _END = "<!-- quotes diff: begin -->", "<!-- quotes diff: end -->"


def first_run(folder: Path) -> tuple[Path, Path]:
    """Run on a copy of the corpus; returns the copy and the folder of the run."""
    corpus = folder / "corpus"
    shutil.copytree(ROOT / "corpus", corpus)
    quotes.run(corpus, folder / "before")
    return corpus, folder / "before"


def decide(run: Path) -> list[dict[str, str]]:
    """Write thirty decisions into the sheet, among them all on the articles that will change; returns the rows."""
    table = quotes.read_table(run / "quotes.csv")
    changing = table.index[table["article"].isin(CHANGES)]
    others = table.index[~table["article"].isin(CHANGES)]
    chosen = list(changing[:DECIDED])
    if left := DECIDED - len(chosen):
        chosen += list(others[:: len(others) // left])[:left]
    for at, row in enumerate(chosen):
        verdict = _VERDICTS[at % len(_VERDICTS)]
        table.loc[row, "verdict"] = verdict
        if verdict == "fix":
            table.loc[row, "speaker_fix"] = "Ottoline Marsh"
        if verdict in ("reject", "unsure"):
            table.loc[row, "note"] = f"=looked at, number {at}"
    with (run / "quotes.csv").open("wb") as stream:
        write_csv(table, stream)
    return table.loc[chosen].astype(str).to_dict("records")


def change(corpus: Path) -> None:
    """Change the three articles; raises ValueError where they are no longer what they were."""
    for name, (old, new) in CHANGES.items():
        text = (corpus / name).read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{name} no longer holds {old!r}")
        changed = text.replace(old, new)
        if name == SPEAKER[0]:
            changed = changed.replace(*SPEAKER[1:])
        (corpus / name).write_text(changed, encoding="utf-8")


def with_threshold(folder: Path, least: float) -> str:
    """A spaCy pipeline on the disk, whose attribution model has another threshold; returns its folder."""
    model = folder / "model"
    shutil.copytree(ROOT / "models" / "en_quotes", model)
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    meta["calibration"]["least"] = least
    (model / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    nlp = spacy.blank("en")
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"model": str(model)} if component == "quote_attribution" else {})
    nlp.to_disk(folder / "pipeline")
    return str(folder / "pipeline")


def second_run(corpus: Path, before: Path, folder: Path) -> Path:
    """Run on the changed corpus with the other threshold, into a copy of the reviewed folder."""
    after = folder / "after"
    shutil.copytree(before, after)
    quotes.run(corpus, after, quotes.RunOptions(model=with_threshold(folder, THRESHOLD)))
    return after


def scripted_review(folder: Path) -> tuple[Path, Path, list[dict[str, str]]]:
    """All of it; returns the folders of both runs and the rows that were decided."""
    corpus, before = first_run(folder)
    decided = decide(before)
    change(corpus)
    return before, second_run(corpus, before, folder), decided


def shown_diff(folder: Path) -> str:
    """What `quotes diff before after` prints in a terminal of 100 columns."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(app, ["diff", "before", "after"], env={"COLUMNS": "100"}, catch_exceptions=False)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n") + "\n"


def readme_with(shown: str) -> str:
    """The README with this between its marks."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = f"{_BEGIN}\n```text\n$ quotes diff before after\n{shown}```\n{_END}"
    return re.sub(f"{_BEGIN}.*{_END}", lambda _: block, text, flags=re.DOTALL)


def main() -> None:
    """Show the differences, and write them into the README."""
    with tempfile.TemporaryDirectory() as folder:
        scripted_review(Path(folder))
        shown = shown_diff(Path(folder))
    sys.stdout.write(shown)
    (ROOT / "README.md").write_text(readme_with(shown), encoding="utf-8")


if __name__ == "__main__":
    main()
