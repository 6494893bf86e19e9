"""What a baseline looks like: text that a person can read in a diff."""

import spacy

from quotes.pipeline import DEFAULT_MODEL

SHOWN = 90  # characters of a content


def header(nlp):
    """The versions that made the baseline. Of spaCy the minor one: patch releases are to change nothing."""
    minor = ".".join(spacy.__version__.split(".")[:2])
    ours = nlp.get_pipe("quote_attribution").network.version
    return f"made with spaCy {minor}, {DEFAULT_MODEL} {nlp.meta['version']}, {ours}\n"


def shortened(text):
    """A text on one line, with its middle left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 30]} … {line[-27:]}"


def offsets(spans):
    """`12-40;52-80`."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def block(**fields):
    """One line a field that holds something, and a blank line behind."""
    return "".join(f"{name.replace('_', ' ')}: {value}\n" for name, value in fields.items() if value) + "\n"
