"""What a quotation takes up from what was before: the one before it, a dialogue, "a friend" without a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from operator import itemgetter
from typing import Final

from quotes.model import Attribution
from quotes.pipeline.people.afterwards import first_of, is_prompt, last_of, size_of
from quotes.pipeline.people.entities import Cast
from quotes.pipeline.people.lexicon import noun_kind
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_BROUGHT_IN: Final = re.compile(
    r"(?P<of>(?:,|\b(?:is|was|as|and|became|remains))\s)?\b(?:[Aa]n?|[Oo]ne)(?=(?P<words>(?:\s[a-z][\w-]*){1,3}))"
)
_WORD: Final = re.compile(r"\s([a-z][\w-]*)")
_NAMED: Final = re.compile(r",?\s[A-Z]")
_RELATED: Final = word_set(
    "friend colleague neighbour neighbor insider source aide relative cousin uncle aunt witness bystander passer-by "
    "reader viewer listener caller"
)
"""Who may stay without a name through an article."""
_TOLD_OF: Final = 600  # characters of a quotation before a pronoun
_SOMEBODY: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur)[^\S\n]((?:[a-z][\w-]*[^\S\n])?[a-z][\w-]*)\b")


_ASKED: Final = re.compile(r"\b(?:ask(?:s|ed|ing)?|inquired|enquired|wondered|demanded|pressed)\b")
_SHORT_QUESTION: Final = 80  # characters


class Unnamed:
    """Who of an article is brought in without a name; the article is read once, however often it is asked for."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene, self._cast = scene, cast
        self._roles = frozenset().union(*(figure.nouns for figure in cast.figures))

    def is_meant(self, noun: str, at: int) -> bool:
        """Has the narrator brought in "a friend" without a name last, whom "the friend" at a character takes up?

        Of a noun that somebody named is called by as well only words such as "friend" and "witness" are followed.
        """
        if noun not in _RELATED and noun in self._roles:
            return False
        found = self._introductions.get(noun, [])
        k = bisect_right(found, at, key=itemgetter(0)) - 1
        return k >= 0 and found[k][1]

    def is_told_of(self, outer: Attribution, at: int) -> bool:
        """Does a quotation tell of somebody without a name right before a pronoun at a character: "the foreman … he"?

        Then the pronoun is nobody of whom the narrator speaks.
        """
        found = _SOMEBODY.finditer(self._scene.text, max(outer.content[0].start, at - _TOLD_OF), at)
        somebody = [m.start() for m in found if any(noun_kind(word) == "person" for word in m[1].split())]
        last = max(somebody, default=-1)
        low = bisect_left(self._cast.mentions, last, key=lambda m: m.span.start)
        return last >= 0 and (low == len(self._cast.mentions) or self._cast.mentions[low].span.start >= at)

    @cached_property
    def _introductions(self) -> dict[str, list[tuple[int, bool]]]:
        """By noun: where each ends, and whether no name stands beside it, as in "Lee, a friend" or "a friend, Lee"."""
        text, out = self._scene.text, defaultdict[str, list[tuple[int, bool]]](list)
        for found in _BROUGHT_IN.finditer(text):
            if not self._scene.is_quoted(found.start()):
                for word in _WORD.finditer(text, *found.span("words")):
                    out[word[1]].append((word.end(), not found["of"] and not _NAMED.match(text, word.end())))
        return out


def goes_on(scene: Scene, attribution: Attribution, before: Attribution, *, only_quoted: bool) -> str:
    """Where a quotation without cue goes on from the one before, in words; empty where it does not.

    With `only_quoted` it does so but from words in quotation marks.
    """
    has_cue = any(map(str.isalpha, "".join(span.cut(scene.text) for span in attribution.cue)))
    if has_cue or not attribution.content:
        return ""
    start = attribution.content[0].start
    gap = paragraphs_between(scene, last_of(before), start)
    quoted = any(scene.is_quoted(span.start) for span in before.content)
    opens = start - scene.paragraph_span(start).start <= 2
    if gap > 1 or (gap and not opens) or (only_quoted and not quoted):
        return ""
    return "from the paragraph before" if gap else "in the same paragraph"


def changes_hands(scene: Scene, attribution: Attribution, before: Attribution, earlier: Attribution | None) -> bool:
    """Is a quotation without cue, in a paragraph of its own, another's turn than the one before it?

    The answer to what somebody asked: "“Were you there?” Lee asked. [new paragraph] “No.”", or the next question of who
    asked the one before (`earlier`).
    """
    if paragraphs_between(scene, last_of(before), first_of(attribution)) != 1:
        return False
    if _is_question(scene, before):
        return not _is_question(scene, attribution) and (_asks(scene, before) or not before.cue)
    asks_on = earlier is not None and _asks(scene, earlier) and _is_question(scene, attribution)
    return asks_on and size_of(attribution) <= _SHORT_QUESTION


def _is_question(scene: Scene, attribution: Attribution) -> bool:
    return bool(attribution.content) and attribution.content[-1].cut(scene.text).rstrip(" \"”'’").endswith("?")


def _asks(scene: Scene, attribution: Attribution) -> bool:
    return any(_ASKED.search(span.cut(scene.text)) for span in attribution.cue)


def takes_turns(scene: Scene, attribution: Attribution, before: Attribution) -> bool:
    """Is it a turn of a dialogue: little but quotations in its paragraph and in the one before?"""
    paragraph = scene.paragraph_span(first_of(attribution))
    if not attribution.content or size_of(attribution) <= 0.8 * len(paragraph):
        return False
    quoted = bool(before.content) and scene.is_quoted(before.content[0].start)
    return quoted and paragraphs_between(scene, last_of(before), first_of(attribution)) == 1


def paragraphs_between(scene: Scene, one: int, other: int) -> int:
    """Steps from one paragraph of the story to the other; captions, links and boilerplate do not count."""
    first, last = scene.paragraph(one), scene.paragraph(other)
    if last - first > 8:
        return last - first
    between = scene.paragraphs[first + 1 : last + 1]
    told = [p for p in between if p.kind in ("body", "headline")]
    return len(told) - sum(is_prompt(p.span.cut(scene.text)) for p in told[:-1])
