# Needs Python 3.11 or newer with pip, and nothing else. With several Pythons: make run PYTHON=python3.12
.POSIX:
.PHONY: run test lint example-diff clean

PYTHON = python3
VENV = .venv
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check --quiet

# The main job on the sample articles.
run: $(VENV)/installed
	$(VENV)/bin/quotes run corpus --out out

test: $(VENV)/installed-test
	$(VENV)/bin/python -m pytest

lint: $(VENV)/installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

# A review by script, and what `quotes diff` says of its two runs; writes that into the README.
example-diff: $(VENV)/installed
	$(VENV)/bin/python examples/scripted_review.py

# Empty files that remember what is installed; a change of pyproject.toml installs anew.
$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) install --editable '.[test]'
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) out
