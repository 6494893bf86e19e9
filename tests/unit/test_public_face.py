"""What `import quotes` offers, and what it costs."""

import logging
import pickle
import subprocess
import sys
from importlib import metadata

import pytest

import quotes
from quotes.errors import TEXTS


def test_all_is_exactly_what_is_exported():
    for name in quotes.__all__:
        getattr(quotes, name)
    # Only now: what is asked for may import modules.
    submodules = {name.split(".")[1] for name in sys.modules if name.startswith("quotes.")}
    machinery = {"annotations", "logging", "import_module", "TYPE_CHECKING", "Any", "Final"}
    public = {name for name in vars(quotes) if not name.startswith("_")} - submodules - machinery
    assert public | {"__version__"} == set(quotes.__all__)
    assert dir(quotes) == sorted(quotes.__all__)
    assert quotes.__all__ == sorted(quotes.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'quotations'"):
        quotes.quotations  # noqa: B018  (asking is the test)


def test_import_brings_neither_spacy_nor_pandas():
    script = "import sys, quotes; print({'spacy', 'pandas', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_version_is_that_of_the_installed_package():
    installed = {dist.name: dist.version for dist in metadata.distributions()}
    if "quotes" not in installed:
        pytest.skip("quotes is on the path, not installed")
    assert installed["quotes"] == quotes.__version__


def test_the_library_logs_into_nothing_by_default():
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("quotes").handlers)


@pytest.mark.parametrize("name", [name for name in quotes.__all__ if name.endswith("Error")])
def test_every_error_is_a_quotes_error(name):
    assert issubclass(getattr(quotes, name), quotes.QuotesError)


@pytest.mark.parametrize("code", TEXTS)
def test_every_error_text_is_one_line(code):
    assert "\n" not in TEXTS[code]


def test_load_gives_quotations(load_pipeline_once):
    doc = quotes.load()("“The lamps were out,” Ruben Aldous told the Weir Post.")
    [quotation] = doc._.quotations
    assert quotation.speaker == "Ruben Aldous"
    assert quotation.told_to.removeprefix("the ") == "Weir Post"


def test_extract_gives_data_frames(load_pipeline_once, tmp_path):
    (tmp_path / "a.txt").write_text("“The lamps were out,” said Ruben Aldous.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    tables = quotes.extract(tmp_path, kinds=["direct"])
    assert list(tables.quotes["speaker"]) == ["Ruben Aldous"]
    assert list(tables.occurrences["article"]) == ["a.txt"]
    assert tables.skipped == (quotes.Unreadable("b.txt", "empty file"),)


@pytest.mark.parametrize("noun", [quotes.Span(1, 2), quotes.Article("a.txt", "A."), quotes.Unreadable("a.txt", "why")])
def test_nouns_travel_between_processes(noun):
    assert pickle.loads(pickle.dumps(noun)) == noun
