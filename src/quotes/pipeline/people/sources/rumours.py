"""Words that go about, and are not those of whoever acts on them: "the minister resigned after revelations that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.wordlists import word_set

_RUMOURS: Final = word_set(
    "revelation revelations allegation allegations speculation suggestion suggestions rumour rumours rumor rumors "
    "accusation accusations expectations hopes warnings signs indications"
)
_FEARS: Final = word_set("fear fears concern concerns")
"""What he may have himself who acts on it: "Acme recalled it over fears that"."""
_BEFORE: Final = re.compile(r"\b(?:after|amid|over|on|following|despite|because\sof|leading\sto)\s+$")
_AMID: Final = re.compile(r"\bamid\s+$")
_REACH: Final = 16  # characters before a cue


def goes_about(text: str, source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Is the cue a noun for what goes about, behind a verb of the source's: "resigned after revelations"?"""
    noun = cue[0].cut(text).casefold() if len(cue) == 1 and source else ""
    if noun not in _RUMOURS | _FEARS:
        return False
    at, before = cue[0].start, _AMID if noun in _FEARS else _BEFORE
    return source[-1].end < at - 1 and before.search(text, max(source[-1].end, at - _REACH), at) is not None
