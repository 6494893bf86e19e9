"""A pytest plugin with which anyone guards the quotations of their own articles.

    # conftest.py
    pytest_plugins = ["quotes.testing"]

    # test_articles.py
    def test_articles(quotes_regression):
        quotes_regression.check("articles/")

The first run writes what was found into a file beside the test, which is read and committed; later runs compare, and
show what differs. `pytest --force-regen` writes it anew. Needs pytest-regressions: `pip install pytest-regressions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from quotes.errors import OptionError

if TYPE_CHECKING:
    import pandas as pd
    from pytest_regressions.file_regression import FileRegressionFixture

_FIELDS: Final = ("speaker", "told_to", "cited_from", "kind", "articles", "disputed_with")
_SHOWN: Final = 160  # characters of a quotation


class QuotesRegression:
    """What the fixture `quotes_regression` gives a test."""

    def __init__(self, file_regression: FileRegressionFixture) -> None:
        self._file_regression = file_regression

    def check(
        self,
        corpus: Path | str,
        *,
        basename: str | None = None,
        **options: Any,  # noqa: ANN401  (those of `quotes.extract`, which checks them)
    ) -> None:
        """Hold what `quotes.extract(corpus, **options)` finds to the file of the test, or to `basename`.txt.

        Fails where they differ, and where there is no file yet, which is then written. Raises what `extract` raises.
        """
        from quotes import extract

        tables = extract(corpus, **options)
        self._file_regression.check(as_text(tables.quotes), basename=basename, encoding="utf-8")

    def check_reviewed(
        self,
        reviewed: Path | str,
        corpus: Path | str,
        **options: Any,  # noqa: ANN401  (those of `RunOptions`, which checks them)
    ) -> None:
        """Fail where a row that was accepted in a reviewed sheet, or folder, is lost or changed; without a file.

        Raises what `quotes.run` and `quotes.diff` raise, and `OptionError` O01 where nothing was accepted: such a test
        would guard nothing.
        """
        import tempfile

        from quotes import RunOptions, diff, run

        with tempfile.TemporaryDirectory() as folder:
            run(corpus, folder, RunOptions(**options))
            compared = diff(reviewed, folder)
        if not compared.old.accepted:
            raise OptionError("O01", option="reviewed", value=str(reviewed), choices="a sheet with rows accepted")
        broken = [one for one in compared.differences if one.is_guarded]
        lines = [f"{one.change}: {one.row['quote'][:_SHOWN]}\n  {one.before}\n  -> {one.after}" for one in broken]
        assert not broken, "accepted rows are lost or changed\n" + "\n".join(lines)


def as_text(quotes: pd.DataFrame) -> str:
    """A table of quotes as text that a person reads in a diff, a block a row.

    Left out are offsets, ids but those of disputes, and confidence: what moves without anything being better or worse.
    """
    return "\n".join(_blocks(quotes))


def _blocks(quotes: pd.DataFrame) -> Iterator[str]:
    for row in quotes.to_dict("records"):
        quote = row["quote"] if len(row["quote"]) <= _SHOWN else f"{row['quote'][:_SHOWN]}…"
        fields = [f"  {name}: {row[name]}" for name in _FIELDS if row[name]]
        yield "\n".join([f"{row['article']}: {quote}", *fields]) + "\n"


@pytest.fixture
def quotes_regression(file_regression: FileRegressionFixture) -> QuotesRegression:
    """Hold the quotations of articles to a file beside the test."""
    return QuotesRegression(file_regression)
