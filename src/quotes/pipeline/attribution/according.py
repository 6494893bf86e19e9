"""Who said it, and who only has it: "“It rains,” Lind said, according to the Herald" are Lind's words.

Gold of American news gives such words to whoever has them, and so does the network; here they are the speaker's, as in
"the Herald quoted Lind as saying" (`relays`). Whoever has them is found again by `quotes.pipeline.provenance`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span, Spans

_ACCORDING: Final = re.compile(r"according to\b", re.IGNORECASE)
_NAME: Final = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:van|von|de|al|bin|el|la)?\s?[^\W\d_a-z][\w.’'-]*){0,4}"
_WHO: Final = rf"(?P<who>(?:the\s(?:[\w’'-]+\s){{0,2}}[\w’'-]+|(?:[a-z-]+\s){{0,2}}{_NAME}|he|she))"
_SAID: Final = (
    r"(?P<cue>(?:had\s|has\s|later\s|also\s|then\s|once\s){0,2}"
    r"(?:said|says|told|tells|wrote|writes|added|adds|tweeted|explained|joked|remarked|recalled|replied))"
)
_SAID_LAST: Final = _SAID.replace("<cue>", "<cue2>")
_WHO_LAST: Final = _WHO.replace("<who>", "<who2>")
_BEFORE: Final = re.compile(
    rf"[”\"’']\s*(?:{_WHO}\s{_SAID}|{_SAID_LAST}\s{_WHO_LAST})\b(?:\s[^“”\".;:\n]{{1,90}})?,\s*$"
)
"""What stands between the closing mark and "according to"."""
_BEHIND: Final = re.compile(rf",?\s+{_WHO}\s{_SAID}\b(?:\s(?:[^“”\".;:\n]{{1,40}}\s)?that)?[,:]?\s*(?=[“\"‘'])")
"""What stands between whom it is according to and the opening mark."""
_REACH: Final = 220  # characters before "according to"


def with_accounts_settled(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Make the speaker the source of words in marks, where whoever has them from him was."""
    cues = [span for one in attributions for span in one.cue]
    return tuple(_settled(text, one, cues) for one in attributions)


def _settled(text: str, one: Attribution, cues: Sequence[Span]) -> Attribution:
    if len(one.cue) != 1 or not one.source or not one.content or not _ACCORDING.match(text, one.cue[0].start):
        return one
    cue, source = one.cue[0], one.source[0]
    if found := _BEFORE.search(text, max(one.content[0].start, cue.start - _REACH), cue.start):
        said = "cue" if found["cue"] else "cue2"
        content = _cut(one.content, Span(found.start() + 1, cue.start))
    elif found := _BEHIND.match(text, source.end, source.end + _REACH):
        said = "cue"
        content = _cut(one.content, Span(source.end, found.end()))
    else:
        return one
    verb, who = Span(*found.span(said)), Span(*found.span("who" if said == "cue" else "who2"))
    if not content or any(span.overlap(verb) for span in cues):
        return one  # somebody else's already
    return replace(one, content=content, cue=(verb,), source=(who,), citation=(source,), citation_chances=(0.95,))


def _cut(content: Spans, clause: Span) -> Spans:
    """A content without the clause that says whose words they are."""
    out = []
    for span in content:
        if span.start < clause.start:
            out.append(Span(span.start, min(span.end, clause.start)))
        elif span.end > clause.end:
            out.append(Span(max(span.start, clause.end), span.end))
    return tuple(span for span in out if len(span))
