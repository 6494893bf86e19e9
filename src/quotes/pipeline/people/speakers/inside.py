"""Who "I" and "she" are inside somebody's quotation."""

from __future__ import annotations

import re
from typing import Final

from quotes.model import Attribution
from quotes.pipeline.people.scene import Scene

_CLAUSE: Final = 120  # characters before a cue in which its subject is looked for
_SUBJECT: Final = re.compile(r"\b(I|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Ww]e|who|[A-Z][a-z]+)\b")
_SHARED: Final = re.compile(r"\band[^\S\n](?:(?:just|then|actually|simply|also|even|\w+ly)[^\S\n])*$")


def has_shared_i(scene: Scene, attribution: Attribution) -> bool:
    """Has a cue inside quoted words the "I" of the verb before it for its subject: "I read it and thought, ‘No’"?"""
    if not attribution.cue or not scene.is_quoted(attribution.cue[0].start):
        return False
    at = attribution.cue[0].start
    before = scene.text[max(scene.sentence_span(at).start, at - _CLAUSE) : at]
    subjects = _SUBJECT.findall(before)
    return subjects[-1:] == ["I"] and _SHARED.search(before) is not None


def who_says_i(scene: Scene, outer: int | None, at: int) -> frozenset[int]:
    """Whoever says the words in marks (figure `outer`) that hold a pronoun at a character: she is not "she" there."""
    verbatim = outer is not None and scene.is_quoted(at) and scene.in_marks(at)
    return frozenset((outer,)) if verbatim and outer is not None else frozenset()
