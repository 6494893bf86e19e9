"""What many tests need: the pipeline, loaded once."""

import functools
import os

import pytest
from hypothesis import settings

from quotes import pipeline

# No deadline for a single example: a busy machine is no fault, and tests of time measure it themselves. In CI the same
# examples each time, so that a failure there is one of the change.
settings.register_profile("quotes", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("quotes")

load_once = functools.cache(pipeline.load)


@pytest.fixture(scope="session")
def nlp():
    return load_once()


@pytest.fixture
def load_pipeline_once(monkeypatch):
    """The library loads each pipeline once in the whole test run."""
    monkeypatch.setattr(pipeline, "load", load_once)
