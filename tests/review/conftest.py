"""The scripted review, run once for all tests here: it runs the pipeline on the corpus twice."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory):
    """The folder of the scripted review, the runs before and after, and the rows that were decided."""
    import scripted_review

    folder = tmp_path_factory.mktemp("review")
    before, after, decided = scripted_review.scripted_review(folder)
    return folder, before, after, decided
