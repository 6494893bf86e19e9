"""`run.json`: what a run read, found and was made with."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata

from quotes.model import Kind, Unreadable


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The counts, versions and options of one run, and the seconds that it took."""

    articles: int
    """Articles read."""
    words: int
    """Words in them (spaCy tokens that are no space or punctuation)."""
    quotations: Mapping[Kind, int]
    """Quotations by kind, before anything is folded."""
    rows: int
    """Rows of `quotes.csv`."""
    folded: int
    """Quotations that are on another one's row."""
    skipped: Sequence[Unreadable] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
    seconds: float = 0.0
    review: Mapping[str, object] = field(default_factory=dict)
    """What people have decided so far, and how right the rows were; empty where nobody has decided anything."""
    sheets: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of the files in which people write, as the run left them."""

    def as_json(self) -> str:
        """The text of `run.json`: indented, keys in a fixed order, ending in a line end. Paths become strings."""
        record = {
            "articles": {
                "read": self.articles,
                "skipped": len(self.skipped),
                "reasons": [{"article": one.path, "reason": one.reason} for one in self.skipped],
            },
            "words": self.words,
            "quotations": {kind: self.quotations.get(kind, 0) for kind in ("direct", "mixed", "indirect")},
            "rows": self.rows,
            "duplicates_folded": self.folded,
            "versions": dict(self.versions),
            "options": dict(self.options),
            "review": dict(self.review),
            "sheets": dict(self.sheets),
            "seconds": round(self.seconds, 2),
        }
        return json.dumps(record, indent=2, default=str) + "\n"


def versions(packages: Iterable[str] = ("quotes", "spacy", "pandas"), **others: str) -> dict[str, str]:
    """Python's version and those of the installed packages ("" where one is not installed), then `others` as given.

    `versions(model="en_core_web_sm 3.8.0")` adds the model.
    """
    installed = {dist.name.casefold(): dist.version for dist in metadata.distributions() if dist.name}
    found = {name: installed.get(name.casefold(), "") for name in packages}
    return {"python": platform.python_version(), **found, **others}
