"""Headlines that end in who says so, or that quote without a verb: `Rates to Rise, Says Bank Governor Ada Lind`.

The verb stands before its subject, so that what comes first is said, and what comes last says it. The title of a work
in the subject may lead the network to take it the other way round. And a colon stands for a verb in `Ada Lind on her
“difficult” year: “I am a bit stronger”` and in `“I wanted the sea in it”: Ada Lind on her new film`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Paragraph, Span
from quotes.pipeline.attribution.conventions.labels import SURE
from quotes.pipeline.attribution.network.decoder import in_order

_CLAUSE: Final = (
    r"is|are|was|were|be|been|has|have|had|do|does|did|will|would|should|must|can|could|may|might|not|to|"
    r"he|she|it|they|we|i|you|that|there|this"
)
"""Words that make a sentence of what follows the verb: "Lind resigns, says pressure is too much"."""
_INVERTED: Final = re.compile(
    r"(?P<said>(?:[^\s,]+[^\S\n]){2,20}[^\s,]+),[^\S\n](?P<cue>says?)[^\S\n]"
    rf"(?P<who>(?:(?!(?:{_CLAUSE})\b)[^\s,;:“”\"'‘’][^\s,;:“”\"‘]*(?:[^\S\n]|\Z|(?=\n))){{1,16}})",
    re.IGNORECASE,
)


_WORDS: Final = r"(?:“[^“”\n]{8,160}”|\"[^\"\n]{8,160}\"|‘[^“”\"\n]{8,160}’|'[^“”\"\n]{8,160}')"
_QUOTED_LAST: Final = re.compile(rf"(?P<before>[^:\n]{{3,120}})(?P<cue>:)[^\S\n](?P<said>{_WORDS})")
_QUOTED_FIRST: Final = re.compile(rf"(?P<said>{_WORDS})(?P<cue>:)[^\S\n](?P<behind>[^\n]{{3,160}})")
_ON: Final = re.compile(
    r"[^\S\n](?:on|talks|explains|reveals|opens|reflects|tells|discusses|remembers|recalls|answers|speaks|looks)\b",
    re.IGNORECASE,
)
"""Behind a name, what says that the words before the colon are his."""
_FEWEST: Final = 4  # words of a sentence in marks


def with_headlines(
    text: str, found: Sequence[Attribution], paragraphs: Sequence[Paragraph], names: Sequence[tuple[Span, str]] = ()
) -> tuple[Attribution, ...]:
    """The attributions, those of such headlines as the word order has them, in text order.

    Where the network finds the same two parts, what it found stays. `names` are spans with labels, in text order.
    """
    ordered = in_order(_with_quoting_headlines(text, found, paragraphs, names))
    starts = [one.content[0].start for one in ordered]
    replaced: set[int] = set()
    added: list[Attribution] = []
    for paragraph in paragraphs:
        line = paragraph.span
        match = _INVERTED.fullmatch(text, line.start, line.end) if paragraph.kind == "headline" else None
        if match is None:
            continue
        said, cue, who = (Span(*match.span(part)) for part in ("said", "cue", "who"))
        own = range(bisect_left(starts, line.start), bisect_left(starts, line.end))
        if not any(_says(ordered[at], said, who) for at in own):
            replaced.update(own)
            added.append(Attribution((said,), (cue,), (who,), SURE))
    if not added:
        return tuple(ordered)
    return in_order([*(one for at, one in enumerate(ordered) if at not in replaced), *added])


def _with_quoting_headlines(
    text: str, found: Sequence[Attribution], paragraphs: Sequence[Paragraph], names: Sequence[tuple[Span, str]]
) -> list[Attribution]:
    """The attributions with words in marks that a colon parts from the rest of a headline.

    They are whose name opens the headline, or what follows the colon, before "on" and the like; otherwise nobody's.
    Words that run on into the article are parted from it.
    """
    out = list(in_order(found))
    starts = [one.content[0].start for one in out]
    name_starts = [span.start for span, _ in names]
    added = []
    for paragraph in paragraphs:
        line = paragraph.span
        if paragraph.kind != "headline" or ":" not in line.cut(text):
            continue
        last = _QUOTED_LAST.fullmatch(text, line.start, line.end)
        match = last or _QUOTED_FIRST.fullmatch(text, line.start, line.end)
        if match is None or len(match["said"].split()) < _FEWEST:
            continue
        said = Span(*match.span("said"))
        begin = range(bisect_left(starts, line.start), bisect_left(starts, line.end))
        own = [k for k in begin if any(said.overlap(span) for span in out[k].content)]
        if any(all(line.contains(span) for span in (*out[k].content, *out[k].source)) for k in own):
            continue
        for k in own:
            out[k] = replace(out[k], content=tuple(span for span in out[k].content if not said.overlap(span)))
        at = line.start if last else match.start("behind")
        who = _named(text, at, names[bisect_left(name_starts, at) : bisect_left(name_starts, line.end)])
        added.append(Attribution((said,), (Span(*match.span("cue")),) if who else (), (who,) if who else (), SURE))
    return [*(one for one in out if one.content), *added]


def _named(text: str, at: int, names: Sequence[tuple[Span, str]]) -> Span | None:
    """Whose words a headline quotes: whose name begins at a character and has "on" and the like behind it."""
    people = [span for span, label in names if label == "PERSON"]
    if not people or people[0].start != at:
        return None
    joined = text.startswith((" and ", " & ", ", "), people[0].end)
    return people[0] if not joined and _ON.match(text, people[0].end) else None


def _says(one: Attribution, said: Span, who: Span) -> bool:
    return any(span.overlap(said) for span in one.content) and any(span.overlap(who) for span in one.source)
