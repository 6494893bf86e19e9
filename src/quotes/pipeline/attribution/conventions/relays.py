"""Who is quoted by whom: "the Herald quoted Lind as saying", "Lind was quoted by state radio as saying".

Gold of American news gives such words to whoever quotes them, and so does the network now and then; here they are
Lind's. Whoever quoted him is found again by `quotes.pipeline.provenance`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quotes.model import Attribution, Span, Spans
from quotes.pipeline.attribution.conventions.source_bounds import OF_BODY

_VERB: Final = re.compile(r"\b(?:quot(?:ed|es|ing)|reported)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 180, 200  # characters around the verb in which a clause is looked for
_SAYING: Final = (
    r"(?:(?:as\s+)?(?:saying|telling|stating|claiming|adding|warning|declaring|writing)|"
    r"as\s+(?:urging|concluding|arguing|insisting|suggesting|calling|noting|promising|denying|confirming|describing|asking))\b"
)
_ACTIVE: Final = re.compile(
    rf"(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )(?<!being )\b(?P<verb>quot(?:ed|es|ing))\s+"
    rf"(?!(?:as|by|in|on|at|from|out)\b)(?P<who>[^“”\"\n;:]{{2,120}}?),?\s+(?P<cue>{_SAYING})",
    re.IGNORECASE,
)
_NAME: Final = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:van|von|de|al|bin|el|la)?\s?[^\W\d_a-z][\w.’'-]*){0,5}"
_PASSIVE: Final = re.compile(
    rf"(?<![\w’'.-])(?P<who>{_NAME}|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b(?:[Tt]he|[Aa]n?)\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)"
    r"(?:,[^,.;:“”\"\n]{2,130},|,)?\s+(?:(?:also|later|then)\s+)?"
    r"(?P<verb>(?:was|were|is|are|has been|have been|had been)\s+(?:(?:also|later|then|\w+ly)\s+)?(?:quoted|reported))"
    rf"(?:\s+(?:by|in)\s+[^“”\"\n.;:]{{2,60}}?)?\s+(?P<cue>{_SAYING})"
)
_RECALLS: Final = re.compile(r"\b(?:recall|remember)(?:s|ed)\b", re.IGNORECASE)
_RECALLED: Final = re.compile(
    r"\b(?P<verb>(?:recall|remember)(?:s|ed))\s+(?!(?:that|how|what|when|why|who|where|thinking|to)\b)"
    r"(?P<who>[^“”\"\n;:.]{2,90}?),?\s+(?P<cue>(?:telling|asking)\s+(?:me|him|her|them|us)|saying)\b",
    re.IGNORECASE,
)
"""Who recalls what another told him: "“…,” Berg recalled the president telling him"."""
_FOR: Final = re.compile(r"\bfor\s+(?:saying|claiming|suggesting|arguing|tweeting|writing|insisting|telling)\b")
_BLAMED: Final = re.compile(
    r"\b(?P<verb>(?:teas|mock|criticis|criticiz|slamm|prais|thank|blast|attack|ridicul|scold|chid|condemn|rebuk|"
    r"lambast|admonish|applaud|hail|call(?=ed\sout))(?:ed|es|s|ing)(?:\sout)?)\s+"
    rf"(?P<who>(?:the\s)?(?:[a-z][\w-]*\s){{0,2}}?{_NAME})\s+for\s+"
    r"(?P<cue>saying|claiming|suggesting|arguing|tweeting|writing|insisting|telling)\b"
)
"""Whose words somebody blames him for: "Berg teased Lee for saying it works"."""
_SAW: Final = re.compile(r"\b(?:saw|heard|hears|watched|overheard)\b")
_HEARD: Final = re.compile(
    r"\b(?P<verb>saw|heard|hears|watched|overheard)\s+(?P<who>(?:an?|the|two|one|some)\s[^“”\"\n;:.,]{2,60}?|"
    rf"{_NAME})\s+(?:\w+ing\s+and\s+)?(?P<cue>(?:saying|shouting|yelling|screaming|murmuring|whispering|chanting|muttering))"
    r",?\s+(?=[“\"‘'])"
)
"""Who is heard by another: "Lee saw a woman crying and murmuring “It works.”"."""
_WITH: Final = re.compile(r"(?<=,\s)with\b")
_WITH_HIM: Final = re.compile(
    rf"(?<=,\s)(?P<verb>with)\s+(?:(?:its|his|her|their|the)\s+(?:[a-z][\w’'-]*,?\s+){{0,4}})?(?P<who>{_NAME}),?\s+"
    r"(?P<cue>(?:saying|urging|telling|warning|adding|insisting|calling|claiming|describing|noting|arguing|declaring))\b"
)
"""Who says more of what a body says: "…, with its president, Ann Lee, urging"."""
_TO_HAVE: Final = re.compile(
    r"\bto\s+have\s+(?:said|told|replied|answered|asked|joked|shouted|written|added|remarked)\b"
)
_HEARSAY: Final = re.compile(
    rf"(?<![\w’'.-])(?P<who>{_NAME}|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b(?:[Tt]he|[Aa]n?)\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)"
    r"(?:,[^,.;:“”\"\n]{2,130},|,)?\s+(?P<verb>(?:is|was|are|were)\s+(?:\w+ly\s+)?"
    r"(?:understood|said|believed|reported|alleged|thought|rumou?red)\s+to\s+(?=have))"
    r"(?P<cue>have\s+(?:said|told|replied|answered|asked|joked|shouted|written|added|remarked)"
    r"(?:\s[^“”\"\n.;:,]{1,40})?)[:,]?\s*(?=[“\"‘'])"
)
"""Words in marks that somebody is said to have said."""
_TAIL: Final = re.compile(
    r"\s+(?:of|from|who|which|in|at|on|for|with|during|after|later|earlier|again|also)(?:\s.*)?$|,.*$", re.DOTALL
)
_PATTERNS: Final = (
    (_VERB, (_ACTIVE, _PASSIVE)),
    (_RECALLS, (_RECALLED,)),
    (_TO_HAVE, (_HEARSAY,)),
    (_FOR, (_BLAMED,)),
    (_SAW, (_HEARD,)),
    (_WITH, (_WITH_HIM,)),
)
"""What is tried where a word is found that it has."""
_BESIDE: Final = (_RECALLED, _BLAMED, _HEARD, _WITH_HIM)
_REACH: Final = 40  # characters between who quotes and the verb
_GAP: Final = 3  # characters between the cue and what is quoted: a comma, a space, a mark


@dataclass(frozen=True, slots=True)
class _Relay:
    """A clause in which somebody is quoted."""

    clause: Span
    who: Span
    cue: Spans
    is_hearsay: bool = False
    """Is it somebody in general who quotes him: "Lee is said to have replied"?"""
    is_beside: bool = False
    """May it be said beside what the quoter says himself: "he said, recalling …"?"""


def with_relays_settled(
    text: str, attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Make whoever is quoted the source, where whoever quotes him was."""
    relays = list(_relays(text))
    if not relays:
        return tuple(attributions)
    starts = [relay.clause.start for relay in relays]
    settled = (_settled(text, one, relays, starts, sentences) for one in attributions)
    return tuple(one for one in settled if one.content)  # "quoted Lind" alone says nothing


def _settled(
    text: str, one: Attribution, relays: Sequence[_Relay], starts: Sequence[int], sentences: Sequence[Span]
) -> Attribution:
    marks = [*one.cue, *one.source]
    if not marks:
        return one
    last = max(span.end for span in marks)
    end = bisect_right(starts, last + _REACH)
    for relay in reversed(relays[max(0, end - 3) : end]):
        claims = any(span.overlap(relay.clause) for span in one.cue)
        quoter = any(0 <= relay.clause.start - span.end <= _REACH for span in one.source)
        around = _around(one.content, relay)
        inside = any(span.contains(relay.clause) for span in one.content)
        same = not sentences or _number(sentences, relay.clause.start) == _number(sentences, marks[0].start)
        if not (claims or ((quoter or around) and not relay.is_beside)) or not same:
            continue
        if relay.is_hearsay:
            content = tuple(
                Span(max(s.start, relay.clause.end), s.end) for s in one.content if s.end > relay.clause.end
            )
            return replace(one, source=(relay.who,), cue=relay.cue, content=content) if content else one
        if not inside and not any(
            span.overlap(relay.who) or OF_BODY.fullmatch(text, span.end, relay.who.start) for span in one.source
        ):
            taken = Span(relay.who.start, relay.cue[-1].end)
            content = tuple(cut for span in one.content for cut in _without(span, taken))
            if around:
                content = tuple(span for span in content if span.start >= taken.end)
            return replace(one, source=(relay.who,), cue=relay.cue, content=_stripped(text, content))
    return one


def _stripped(text: str, content: Spans) -> Spans:
    """A content without white space at the head of its spans."""
    heads = (span.end - len(span.cut(text).lstrip()) for span in content)
    return tuple(Span(start, span.end) for start, span in zip(heads, content, strict=True) if start < span.end)


def _around(content: Spans, relay: _Relay) -> bool:
    """Are the quoter and what is quoted parts of one content, as where an outlet reports the whole of it?"""
    return any(span.overlap(relay.clause) and span.end <= relay.who.start for span in content) and any(
        0 <= span.start - relay.cue[-1].end <= _GAP for span in content
    )


def _without(span: Span, taken: Span) -> Iterator[Span]:
    """What is left of a content when who is quoted, and that he is, are taken off its head or tail."""
    if not span.overlap(taken):
        yield span
    elif taken.contains(span):
        return
    elif taken.end < span.end and span.start >= taken.start - 1:
        yield Span(taken.end + 1, span.end)
    elif span.start < taken.start and span.end <= taken.end:
        yield Span(span.start, taken.start - 1)
    else:
        yield span


def _relay(text: str, match: re.Match[str]) -> _Relay | None:
    words = _TAIL.sub("", match["who"]).rstrip()
    said, cue = Span(*match.span("verb")), Span(*match.span("cue"))
    quotes = match.re is _ACTIVE and text[cue.start - 2] == "," and not cue.cut(text).lower().startswith("as")
    if not words or quotes:
        return None  # "quoted a price, saying …": the quoter says
    who = Span(match.start("who"), match.start("who") + len(words))
    parts = (Span(said.start, cue.end),) if cue.start - said.end <= 1 else (said, cue)
    return _Relay(Span(*match.span()), who, parts, match.re is _HEARSAY, match.re in _BESIDE)


def _relays(text: str) -> Iterator[_Relay]:
    found: dict[Span, _Relay] = {}
    for key, patterns in _PATTERNS:
        for verb in key.finditer(text):
            for pattern in patterns:
                for match in pattern.finditer(text, max(0, verb.start() - _BEFORE), verb.end() + _BEHIND):
                    has_key = match.start("verb") <= verb.start() < match.end("verb") or verb.end() == match.end("cue")
                    if has_key and (relay := _relay(text, match)):
                        found[relay.cue[-1]] = relay
    yield from sorted(found.values(), key=lambda relay: relay.clause)


def _number(spans: Sequence[Span], at: int) -> int:
    return bisect_right(spans, at, key=lambda span: span.start)
