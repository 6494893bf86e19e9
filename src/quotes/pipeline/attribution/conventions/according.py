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
from quotes.pipeline.people.lexicon import FUNCTION_WORDS

_ACCORDING: Final = re.compile(r"according to\b", re.IGNORECASE)
_NAME: Final = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:van|von|de|al|bin|el|la)?\s?[^\W\d_a-z][\w.’'-]*){0,4}"
_WHO: Final = rf"(?P<who>(?:the\s(?:[\w’'-]+\s)?[\w’'-]+|{_NAME}|he|she))"
_HELP: Final = r"(?:had\s|has\s|later\s|also\s|then\s|once\s){0,2}"
_SAY: Final = r"said|says|wrote|writes|added|adds|tweeted|explained|joked|remarked|recalled|replied"
_SAID: Final = rf"(?P<cue>{_HELP}(?:{_SAY}|told|tells))"
_CLAUSE: Final = r"(?:\s[^“”\".,;:\n]{1,60})?"
_CLOSED: Final = r"(?:[,.?!…](?:[”\"]|''|[’'])|(?:[”\"]|''),)"
"""A closing mark, which has a comma or a stop beside it: no apostrophe, and no marks around a word or a title."""
_BEFORE: Final = (
    re.compile(rf"{_CLOSED}\s*(?P<role>[^“”\".;:\n]{{3,80}},\s)?{_WHO}(?(role),)\s{_SAID}\b{_CLAUSE},\s*$"),
    re.compile(rf"{_CLOSED}\s*(?P<cue>{_SAY})\s{_WHO}(?![\w’'-]){_CLAUSE},\s*$"),
)
"""What stands between the words and "according to"."""
_BEHIND: Final = re.compile(rf",\s+{_WHO}\s{_SAID}\b(?:\s(?:[^“”\".,;:\n]{{1,40}}\s)?that)?[,:]?\s*(?=[“\"]|'')")
"""What stands between whom it is according to and the opening mark."""
_MARKS: Final = tuple("“\"‘'")
_REACH: Final = 220  # characters before "according to"


def with_accounts_settled(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Make the speaker the source of words in marks, where whoever has them from him was."""
    cues = [span for one in attributions for span in one.cue]
    return tuple(_settled(text, one, cues) for one in attributions)


def _settled(text: str, one: Attribution, cues: Sequence[Span]) -> Attribution:
    if len(one.cue) != 1 or not one.source or not one.content or not _ACCORDING.match(text, one.cue[0].start):
        return one
    cue, source = one.cue[0], one.source[0]
    start = one.content[0].start
    found = None
    if text.startswith(_MARKS, start) and start < cue.start:
        start = max(start, cue.start - _REACH)
        found = next((match for pattern in _BEFORE if (match := pattern.search(text, start, cue.start))), None)
    found = found or _BEHIND.match(text, source.end, source.end + _REACH)
    if found is None or FUNCTION_WORDS.intersection(found["who"].removeprefix("the ").split()) - {"he", "she"}:
        return one
    at = min(found.start(name) for name in found.groupdict() if found[name])
    content = _cut(one.content, Span(at, cue.start) if at < cue.start else Span(source.end, found.end()))
    content = tuple(Span(span.start, span.start + len(span.cut(text).rstrip())) for span in content)
    verb, who = Span(*found.span("cue")), Span(*found.span("who"))
    if not any(map(str.isalpha, "".join(span.cut(text) for span in content))) or any(s.overlap(verb) for s in cues):
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
