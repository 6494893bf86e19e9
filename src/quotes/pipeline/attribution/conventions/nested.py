"""Quotations inside quotations: “And Ed would say, ‘I have an idea,’” in which Ed says something and not the speaker.

The network reads the outer quotation as one content. Where a reporting verb stands right before the inner marks, they
are an attribution of their own, with the words before the verb as its source: else the inner words would be printed as
the outer speaker's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from quotes.model import Attribution, Region, Span, Spans
from quotes.pipeline.attribution.network.decoder import in_order, shares_half

NESTED: Final = 0.6
"""Confidence of such an attribution (measured on training articles: the share of them that is right)."""
_REACH: Final = 90  # characters looked at before the inner marks
_LEAST_SHARED: Final = 0.5
_SENTENCE_ENDS: Final = tuple(".,!?…")
_ADVERB: Final = r"(?:(?:just|then|even|always|all|actually|really|basically|only|often|also|kind of|sort of)\s+)?"
_HELP: Final = (
    r"(?:(?:would|will|could|can|did|might|must|should|to|kept|keeps?|started|is|was|were|are|been)\s+"
    r"|['’](?:d|ll|s|re)\s+)?"
)
_VERB: Final = (
    r"(?:says?|said|saying|tells?|told|telling|asks?|asked|asking|goes|go|going|went|thinks?|thought|thinking|replie[sd]|"
    r"answer(?:s|ed)|yell(?:s|ed|ing)?|shout(?:s|ed|ing)?|scream(?:s|ed|ing)?|wr(?:ites?|ote)|called|texted|"
    r"(?:(?:is|was|were|am|are|be|been|being)|['’](?:s|re|m)),?\s+(?:just\s+|all\s+)?like)"
)
_NOUN: Final = (
    r"(?!(?:and|or|but|for|to|is|was|that|who|I|it|s?he|they|we|you|the|an?|ha[sd]|have|would|will|can|could|must|should|"
    r"may|might)\b)[^\W\d_][\w’'-]*"
)
_CALLED: Final = r"(?:[A-Z][\w’'-]*\s){0,2}[A-Z][\w’'-]*"
_TO: Final = (
    r"(?:\s+(?:to\s+)?(?:me|him|her|us|them|you|people|myself|himself|herself)"
    rf"|\s+(?:to\s+)?(?:the|my|his|her|our|their)\s+(?:{_NOUN}\s+){{0,2}}{_NOUN}(?:,\s{_CALLED})?(?=\s*[,:]?\s*$)"
    r"|\s+(?:to\s+)?(?:police|[a-z]{3,}s)(?=\s*[,:]?\s*$)"
    rf"|\s+(?:to\s+)?{_CALLED}(?=\s*[,:]?\s*$))?(?:\s+(?:that|back|like))?"
)
_SUBJECT: Final = (
    r"(?i:I|we|you|he|she|they|who|(?:(?:some|many|other)\s+)?people|everyone|everybody|somebody|someone|nobody)|"
    rf"(?i:my|his|her|their|our|your|the|an?|some|these|those|this|that|other|many)\s+(?:{_NOUN}\s+){{0,2}}{_NOUN}|"
    r"(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]*"
)
BEFORE: Final = re.compile(
    rf"(?:(?<![\w’'])\[?(?P<source>{_SUBJECT})\]?)?(?P<gap>\s*){_ADVERB}(?P<cue>{_HELP}{_ADVERB}{_VERB}{_TO})\]?"
    r"(?:\s(?:when|as|while|once|before|after)\s[\w ’',-]{1,36}:|,\squote|\s*[,:]?)[\s,:]*$"
)
_TOLD_NAME: Final = re.compile(
    rf"({_HELP}{_ADVERB}{_VERB})\s+(?:to\s+)?(?:(?:the|my|his|her|our|their)\s[^,]*,\s)?[A-Z]"
)
_IT: Final = re.compile(r"\b[Ii]t\s?$")
_NEGATED: Final = re.compile(r"(?:n['’]t|\bnot|\bnever)\s+(?:\w+\s+)?$")
_MODAL: Final = re.compile(
    r"(?:\w+\s+)?(?:(?:will|can|could|might|must|should)\b|to\s+(?:\w+\s+)?(?:say|tell|ask|go|think|write|yell|shout|scream)\b)"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_INFINITIVE: Final = re.compile(
    r"(?:^|\s)(?:say|tell|ask|go|think|write|yell|shout|scream)(?:\s+(?:to\s+)?\w+)?$", re.IGNORECASE
)
_SUPPOSING: Final = re.compile(r"\b(?:if|whether|when(?:ever)?|unless)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OPENERS: Final = frozenset(("And", "But", "So", "Then", "When", "If", "Because", "As", "Now", "Well", "Like", "Or"))


def with_nested(text: str, found: Sequence[Attribution], regions: Sequence[Region]) -> tuple[Attribution, ...]:
    """The attributions, with those added that stand inside others, in text order.

    What the network found inside is put right: it has the inner marks and ends with them, it has the source that stands
    before its verb if it has none, and what anybody may say is left out.
    """
    inner = [region for region in regions if region.depth == 1]
    if not inner:
        return tuple(found)
    found = _mended(text, found, inner)
    contents = sorted((span for a in found for span in a.content), key=lambda s: (s.start, s.end))
    starts = [span.start for span in contents]
    outer = [region for region in regions if not region.depth]
    added = []
    at = 0
    for region in inner:
        while at + 1 < len(outer) and outer[at + 1].span.start <= region.span.start:
            at += 1
        if not outer or not outer[at].span.contains(region.span) or _is_claimed(region.span, contents, starts):
            continue
        if attribution := _attribution(text, region, outer[at].inner):
            added.append(attribution)
    if not added:
        return tuple(found)
    return in_order([*found, *added])


def _mended(text: str, found: Sequence[Attribution], inner: Sequence[Region]) -> list[Attribution]:
    """Attributions of inner quotations, cut where the inner marks close; without those that nobody has said."""
    opened = {at: region for region in inner for at in (region.span.start, region.inner.start)}
    wide = sorted((span.start, span.end) for one in found for span in one.content)
    reach = list(accumulate((end for _, end in wide), max))  # of all contents that begin no later
    kept = []
    for one in found:
        region = opened.get(one.content[0].start)
        before = bisect_left(wide, (region.span.start, 0)) if region else 0
        if (
            region is None
            or not region.closed
            or len(one.content) > 1
            or not before
            or reach[before - 1] < region.span.end
        ):
            kept.append(one)
            continue
        matched = BEFORE.search(text, max(0, region.span.start - _REACH), region.span.start)
        nobody = matched is not None and (
            _MODAL.match(matched["cue"]) or is_wish(text, 0, one.source, matched) or _is_state(text, matched)
        )
        if not nobody:
            content = one.content[0]
            cut = Span(region.span.start, min(content.end, region.span.end))
            if not any(c.isalnum() for c in text[cut.end : region.span.end]):
                cut = region.span
            # “He said ‘all’ is not what they took” is about one word in marks.
            is_whole = " " in region.inner.cut(text) and region.inner.cut(text).endswith(_SENTENCE_ENDS)
            if is_whole or len(cut) >= _LEAST_SHARED * len(content):
                one = replace(one, content=(cut,), source=one.source or source_of(matched))
            kept.append(one)
    return kept


def _is_claimed(span: Span, contents: Sequence[Span], starts: Sequence[int]) -> bool:
    """Is there a content that is about the same words? It begins at most as many characters before as they have."""
    for content in contents[bisect_left(starts, span.start - len(span)) : bisect_left(starts, span.end)]:
        if shares_half((content,), (span,)):
            return True
    return False


def is_supposed(text: str, outer: Span, matched: re.Match[str]) -> bool:
    """Is it what anybody may say: “People will say, ‘Whose side are you on?’”? Nobody has said that."""
    before = text[max(outer.start, matched.start() - _REACH) : matched.start()]
    return bool(_MODAL.match(matched["cue"]) or _SUPPOSING.search(before))


def _is_state(text: str, matched: re.Match[str]) -> bool:
    """Is it how things are, which nobody says: “It’s like, ‘I need a hammer’”?"""
    at = matched.start("cue")
    return matched["cue"].endswith("like") and _IT.search(text, max(0, at - 4), at) is not None


def is_wish(text: str, start: int, source: Spans, matched: re.Match[str]) -> bool:
    """Is it what nobody is said to have said: “I didn’t say, ‘Go,’” “we have to stand up and say, ‘We care’”?

    `start` is where the words around begin, `source` who is known to say it.
    """
    if _NEGATED.search(text, max(start, matched.start("cue") - _REACH), matched.start("cue")):
        return True
    supposed = _SUPPOSING.search(text, max(start, matched.start() - _REACH), matched.start())  # "when people say"
    nobody = supposed is not None or not (source or source_of(matched))
    return nobody and _INFINITIVE.search(matched["cue"]) is not None


def _attribution(text: str, region: Region, outer: Span) -> Attribution | None:
    matched = BEFORE.search(text, max(outer.start, region.span.start - _REACH), region.span.start)
    if matched is None or is_wish(text, outer.start, (), matched):
        return None
    if (
        is_supposed(text, outer, matched)
        or _is_state(text, matched)
        or _is_word(region.inner.cut(text), matched["cue"])
    ):
        return None
    return Attribution((region.span,), (cue_of(matched),), source_of(matched), NESTED)


def _is_word(words: str, cue: str) -> bool:
    """Is it but a word in marks: “They say ‘hold’ a lot,” “what you called ‘miracles,’”? One may be a whole answer."""
    return " " not in words and (words[-1:] not in _SENTENCE_ENDS or "call" in cue)


def cue_of(matched: re.Match[str]) -> Span:
    """The words that report it; whoever is told it by name is no part of them: "told (his wife,) Ann Lee"."""
    start, end = matched.span("cue")
    told = _TOLD_NAME.match(matched["cue"])
    return Span(start, start + told.end(1) if told else end)


def source_of(matched: re.Match[str] | None) -> Spans:
    """Who says it, by the words before the verb; nobody where there are none that could be."""
    if matched is None or not matched["source"] or matched["source"] in _OPENERS:
        return ()
    start, end = matched.span("source")
    first = matched["source"].split()[0]
    return (Span(start + len(first) + 1 if first in _OPENERS else start, end),)
