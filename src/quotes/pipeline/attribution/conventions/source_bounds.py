"""Where sources end: they take the names at their ends whole, and leave commas and little words behind them.

The role tagger may stop at "Ada" where the tagger of names reads "Ada Lind", or take the comma of "Ada Lind, 44" for
the beginning of more. And it may stop at a role, before the name: "songwriter, singer and poet {Ada Lind}".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Attribution, Span, Spans
from quotes.pipeline.people.lexicon import noun_kind
from quotes.pipeline.people.names.parts import normal

_NO_END: Final = " \t\u00a0,;:"
_DANGLING: Final = re.compile(
    r"(?<=\w)(?:[\s,]+(?:and|or|the|an?|of|in|on|at|by|for|from|to|with|who|whose|meanwhile|however|also|then|later))+$"
)
_WEEKDAY: Final = re.compile(r"[^\S\n]+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""When it was said, behind who says it, as agencies have it: "Acme Corp. Monday reported"."""
_FIRM: Final = re.compile(r"\b(?:Corp|Inc|Co|Ltd|Plc|PLC|LLC|Group|Court)\.?$")
_NO_ROLE: Final = re.compile(
    r"(?:he|she|it|they|i|we|you|who|which|that|this|these|those|another|others|some|many|one|both|all|most)",
    re.IGNORECASE,
)
_TO_THE_NAME: Final = re.compile(
    r"(?:,?[ \u00a0](?:and[ \u00a0])?)(?:(?!(?:who|whom|whose|that|which|when|where|as|of|for|with|in|at|on|to|by|from|"
    r"or|but|if|than|is|was|has|had|said|says|told|not|unlike|without|despite|against|after|before|like|under|over|"
    r"about|between|[a-z]+ing)\b)[a-z][\w-]*,?[ \u00a0]){0,5}"
    r"(?:(?:Dr|Sir|Mr|Mrs|Ms|Prof)\.?[ \u00a0])?"
)
"""What may stand between the role at which a source ends and the name that it introduces."""
_WHO: Final = re.compile(
    r",?[ \u00a0]who[ \u00a0](?:(?:also|then|later|previously|once|recently|has|had|\w+ly)[ \u00a0])*\Z"
)
_VERB_BEHIND: Final = re.compile(
    r"[ \u00a0](?!(?:of|in|from|with|for|at|on|by|to|and|or|near|inside|outside|behind|who|whose|which|that|as)\b)"
    r"[a-z]+[ \u00a0]"
)
"""What begins behind a subject that is a whole one."""
_STOP: Final = re.compile(r"[.;:!?“”\"\n]")
_APPOSED: Final = re.compile(r",[ \u00a0](?:(?:the|an?)[ \u00a0].*)?")
"""Between what somebody is to another and the name: "his brother, the actor {Sam Lind}, said"."""
OF_BODY: Final = re.compile(r",?[ \u00a0](?:of|from|at)[ \u00a0](?:the[ \u00a0])?")
"""Between somebody and the body that the tagger takes for the source: "Ada Lind, of {Acme}, its partner, said"."""
_OWN_HEAD: Final = re.compile(
    r"[^.;:“”\"]*,[ \u00a0](?:its|their|his|her)[ \u00a0](?:[\w-]+,?[ \u00a0]){1,6}(?<=,.)", re.IGNORECASE
)
"""Between a body of which another clause tells and its head: "Even as {Acme} closed, its owner, Ada Lind, said"."""
_RELATIVE: Final = re.compile(r"\b(?:who|whom|whose|which|that|said|says|told)\b")
_ACCORDING: Final = re.compile(r"according to[ \u00a0](?:the[ \u00a0])?", re.IGNORECASE)
_REACH: Final = 60  # characters before a cue
_NEAR: Final = 2  # characters between a source and its cue


def _is_apposed(text: str, source: Span, name: Span, cue: Span) -> bool:
    """Does a name between commas say who a source is, right before the cue?"""
    return _APPOSED.fullmatch(text, source.end, name.start) is not None and text[name.end : cue.start] == ", "


def with_sources_bounded(
    text: str, found: Sequence[Attribution], names: Sequence[tuple[Span, str]]
) -> list[Attribution]:
    """Draw out the sources that end inside a name which begins in them, unless other words of the attribution follow.

    An attribution without a source takes the name right before "who", if its cue follows.

    `names` are spans (characters) with labels, in text order. Beginnings stay: where pages run together, a name that
    begins before its source has an end of a quotation in it.
    """
    starts = [span.start for span, _ in names]
    labels = {span.start: label for span, label in names}
    people = {span.start: span for span, label in names if label == "PERSON"}

    def introduces(span: Span, one: Attribution) -> Span:
        """The source with the name that it introduces, where that and nothing else lies between it and its cue."""
        if len(one.source) != 1 or len(one.cue) != 1 or _NO_ROLE.fullmatch(text, span.start, span.end):
            return span
        between = _TO_THE_NAME.match(text, span.end)
        name = people.get(between.end()) if between else None
        own = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        listed = between is not None and ("," not in between[0] or " and " in between[0])
        listed = listed or (name is not None and _is_apposed(text, span, name, one.cue[0]))
        if name is None or not listed or any(label == "PERSON" for _, label in own):
            return span
        cue = one.cue[0]
        is_beside = 0 <= cue.start - name.end <= _NEAR or (
            0 <= span.start - cue.end <= _NEAR and not any(name.overlap(part) for part in one.content)
        )
        return Span(span.start, name.end) if is_beside else span

    def head(span: Span, one: Attribution) -> Span:
        """The source with the somebody before the body that it names, or in place of it behind its clause."""
        if len(one.source) != 1 or len(one.cue) != 1 or span.start not in labels:
            return span
        cue, at = one.cue[0], bisect_left(starts, span.start)
        before = names[at - 1] if at else None
        is_body = labels[span.start] != "PERSON"
        if before and before[1] == "PERSON" and is_body and OF_BODY.fullmatch(text, before[0].end, span.start):
            return Span(before[0].start, span.end)
        last = bisect_left(starts, cue.start) - 1
        name = names[last][0] if last > at and names[last][1] == "PERSON" else None
        if name is None or cue.start < span.end or text[name.end : cue.start] != ", ":
            return span
        own = _OWN_HEAD.fullmatch(text, span.end, name.start) and not _RELATIVE.search(text, span.end, name.start)
        return name if own else span

    def according(span: Span, one: Attribution) -> Span:
        """What "according to" has behind it, up to the name: "{state} statistics body Acme,"."""
        if len(one.source) != 1 or not one.cue or not _ACCORDING.match(text, one.cue[0].start):
            return span
        at = bisect_left(starts, span.end)
        found, named = _TO_THE_NAME.match(text, span.end), bisect_left(starts, span.start) < at
        if found is None or named or at == len(names) or "," in found[0] or not span.cut(text).islower():
            return span
        name = names[at][0]
        whole = name.start == found.end() and text[name.end : name.end + 1] in (",", ".", "")
        return Span(span.start, name.end) if whole else span

    def bounded(span: Span, taken: Sequence[Span]) -> Span:
        at = bisect_left(starts, span.end) - 1
        if at >= 0:
            name = names[at][0]
            drawn = Span(span.start, name.end)
            is_cut = span.start <= name.start and span.end < name.end
            if is_cut and not any(one.start < drawn.end and drawn.start < one.end for one in taken):
                return drawn
        words = span.cut(text)
        if day := _WEEKDAY.search(words):
            before = words[: day.start()]
            is_name = at >= 0 and span.start + len(before.rstrip(".")) <= names[at][0].end <= span.start + len(before)
            words = before if is_name or _FIRM.search(before) else words
        words = _DANGLING.sub("", words.rstrip(_NO_END)).rstrip(_NO_END)
        return Span(span.start, span.start + len(words)) if words else span

    def found_before(one: Attribution) -> Attribution:
        """With the name that "who" takes up as its source: "from Ada Lind, who offered “It will hold”"."""
        low = one.cue[0].start - _REACH if one.cue else 0
        who = _WHO.search(text, max(0, low), one.cue[0].start) if one.cue else None
        at = bisect_left(starts, who.start()) - 1 if who else -1
        if who is None or at < 0 or names[at][0].end != who.start() or names[at][1] != "PERSON":
            return one
        return replace(one, source=(names[at][0],))

    def relative(one: Attribution) -> Attribution:
        """With whoever "who" takes up in place of the subject of its clause: "Beck phoned {Hill}, who told him"."""
        low = max(0, one.cue[0].start - _REACH) if one.cue else 0
        who = _WHO.search(text, low, one.cue[0].start) if one.cue else None
        behind = bool(one.cue) and one.content[0].start >= one.cue[0].end
        if who is None or not behind or len(one.source) != 1 or one.source[0].end >= who.start():
            return one
        end = one.source[0].end
        last = text.rfind(" ", end, who.start()) + 1
        apart = _VERB_BEHIND.match(text, end, who.start()) and not _STOP.search(text, end, who.start())
        if not apart or last <= end:
            return one
        at = bisect_left(starts, who.start()) - 1
        if at >= 0 and names[at][0].end == who.start():
            return replace(one, source=(names[at][0],)) if names[at][1] == "PERSON" else one
        is_somebody = noun_kind(normal(text[last : who.start()])) == "person"
        return replace(one, source=(Span(last, who.start()),)) if is_somebody else one

    def settled(one: Attribution) -> Attribution:
        if not one.source:
            return found_before(one)
        taken = (*one.content, *one.cue)
        source = tuple(bounded(according(introduces(head(span, one), one), one), taken) for span in one.source)
        return relative(replace(one, source=source, content=_behind(text, one.content, source)))

    return [settled(one) for one in found]


def _behind(text: str, content: Spans, source: Spans) -> Spans:
    """A content without what of it a source has been drawn over: a part of it, or the beginning of one."""
    cut = []
    for span in content:
        end = max((s.end for s in source if s.start <= span.start < s.end), default=span.start)
        rest = text[end : span.end].lstrip(_NO_END) if end > span.start else text[end : span.end]
        cut.append(Span(span.end - len(rest), span.end))
    return tuple(span for span in cut if len(span)) or content
