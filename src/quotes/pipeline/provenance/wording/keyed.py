"""Patterns that are tried only on sentences that have one of their key words.

Most sentences have none, and whether they do is known far sooner than a pattern has looked at each of their characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.pipeline.provenance.wording.narration import Narration


@dataclass(frozen=True, slots=True)
class Keyed:
    """A pattern of which each match has one of the keys as a word of its own."""

    keys: frozenset[str]
    """As `Narration.words` has them: runs of letters, such as the "q" of "q&a"."""
    pattern: re.Pattern[str]

    def may_match(self, narration: Narration) -> bool:
        """Does the narration have one of the keys?"""
        return not self.keys.isdisjoint(narration.words)

    def finditer(self, narration: Narration) -> Iterable[re.Match[str]]:
        """All matches in the text of the narration."""
        return self.pattern.finditer(narration.text) if self.may_match(narration) else ()

    def search(self, narration: Narration) -> re.Match[str] | None:
        """The first match in the text of the narration."""
        return self.pattern.search(narration.text) if self.may_match(narration) else None


def keyed(keys: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Keyed:
    """A pattern and its keys, these as words in lower case with spaces between them; "post(s)" gives two."""
    words = frozenset(key.replace("(s)", ending) for key in keys.split() for ending in ("", "s"))
    return Keyed(words, re.compile(pattern, flags))
