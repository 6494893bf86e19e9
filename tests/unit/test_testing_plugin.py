"""The plugin with which others guard their own articles."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from review_sheets import edit_csv

import quotes
from quotes.errors import OptionError
from quotes.testing import QuotesRegression, as_text

DOCS = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
ARTICLE = "“The lamps were out,” Ruben Aldous told the Weir Post.\n\n“Nobody came for hours,” he said.\n"


@pytest.fixture
def articles(tmp_path, load_pipeline_once):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lamps.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articles"


class Checked:
    """In the place of `file_regression`: what it was given."""

    def check(self, text, **how):
        self.text, self.how = text, how


def test_check_gives_a_text_that_a_person_reads(articles):
    checked = Checked()
    QuotesRegression(checked).check(articles, basename="mine")
    assert checked.text.startswith("lamps.txt: The lamps were out,\n  speaker: Ruben Aldous\n")
    assert checked.how == {"basename": "mine", "encoding": "utf-8"}


def test_the_text_leaves_out_what_moves_without_meaning(articles):
    tables = quotes.extract(articles)
    moved = tables.quotes.assign(confidence=0.1, spans="1-2", quote_id="q-x")
    assert as_text(moved) == as_text(tables.quotes)


def test_check_reviewed(articles, tmp_path):
    guard = QuotesRegression(Checked())
    quotes.run(articles, tmp_path / "out")
    with pytest.raises(OptionError, match="rows accepted"):
        guard.check_reviewed(tmp_path / "out", articles)
    [first, *_] = quotes.read_table(tmp_path / "out" / "quotes.csv")["quote_id"]
    edit_csv(tmp_path / "out" / "quotes.csv", {(first, "verdict"): "accept"})
    guard.check_reviewed(tmp_path / "out", articles)
    (articles / "lamps.txt").write_text(ARTICLE.replace("Ruben", "Ada"), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"speaker: The lamps were out,\n  Ruben Aldous\n  -> Ada Aldous"):
        guard.check_reviewed(tmp_path / "out", articles)


def test_the_ten_lines_of_the_documentation(articles, tmp_path):
    """As somebody would do it: both files from the page, and a first run, which writes what the next one holds to."""
    quotes.run(articles, tmp_path / "reviewed")
    [first, *_] = quotes.read_table(tmp_path / "reviewed" / "quotes.csv")["quote_id"]
    edit_csv(tmp_path / "reviewed" / "quotes.csv", {(first, "verdict"): "accept"})
    blocks = dict(re.findall(r"```python\n# (\w+\.py)\n(.*?)```", DOCS, re.DOTALL))
    assert sum(len([line for line in block.splitlines() if line]) for block in blocks.values()) <= 10
    for name, block in blocks.items():
        (tmp_path / name).write_text(block, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    env = {**os.environ, "PYTHONPATH": str(Path(quotes.__file__).parents[1])}
    how = {"cwd": tmp_path, "env": env, "capture_output": True, "text": True, "check": False}
    done = subprocess.run(command, **how)
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    written = tmp_path / "test_articles" / "test_what_my_articles_say.txt"
    assert written.read_text(encoding="utf-8") == as_text(quotes.extract(articles).quotes)
