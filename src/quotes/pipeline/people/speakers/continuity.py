"""What a quotation takes up from what was before: the one before it, or a dialogue."""

from __future__ import annotations

import re
from typing import Final

from quotes.model import Attribution
from quotes.pipeline.attribution.conventions.labels import turns_to_another
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import Gender
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.speakers.afterwards import first_of, is_prompt, last_of, size_of

_HEADING: Final = 10  # words of a heading in marks, at the most
_ASKED: Final = re.compile(r"\b(?:ask(?:s|ed|ing)?|inquired|enquired|wondered|demanded|pressed)\b")
_ADDS: Final = re.compile(r"\b(?:add(?:s|ed|ing)|continu(?:es|ed|ing)|went[^\S\n]on|goes[^\S\n]on)\b", re.IGNORECASE)
_ADDS_WITHIN: Final = 2  # paragraphs
_SHORT_QUESTION: Final = 80  # characters


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
    if gap and _is_heading(scene, attribution):
        return ""
    if turns_to_another(scene.text, last_of(before) + 1, start):
        return ""
    return "from the paragraph before" if gap else "in the same paragraph"


def _is_heading(scene: Scene, attribution: Attribution) -> bool:
    """Are a few words in marks a line of their own, without a full stop: ‘She just wanted to get home’?"""
    line = scene.paragraph_span(attribution.content[0].start).cut(scene.text).strip()
    words = attribution.content[0].cut(scene.text).strip()
    bare = words.strip("“”\"‘’'")
    is_line = len(attribution.content) == 1 and line == words and line[:1] in "“\"‘'"
    return is_line and len(bare.split()) <= _HEADING and bare[-1:].isalnum()


def changes_hands(scene: Scene, attribution: Attribution, before: Attribution, earlier: Attribution | None) -> bool:
    """Is a quotation without cue, in a paragraph of its own, another's turn than the one before it?

    The answer to what somebody asked: "“Were you there?” Lee asked. [new paragraph] “No.”", or the next question of who
    asked the one before (`earlier`).
    """
    if paragraphs_between(scene, last_of(before), first_of(attribution)) != 1:
        return False
    if is_question(scene, before):
        return not is_question(scene, attribution) and (asks(scene, before) or not before.cue)
    asks_on = earlier is not None and asks(scene, earlier) and is_question(scene, attribution)
    return asks_on and size_of(attribution) <= _SHORT_QUESTION


def is_question(scene: Scene, attribution: Attribution) -> bool:
    """Do the words of an attribution end in a question mark?"""
    return bool(attribution.content) and attribution.content[-1].cut(scene.text).rstrip(" \"”'’").endswith("?")


def asks(scene: Scene, attribution: Attribution) -> bool:
    """Does its cue say that somebody asks?"""
    return any(_ASKED.search(span.cut(scene.text)) for span in attribution.cue)


def adds(scene: Scene, attribution: Attribution) -> bool:
    """Does its cue say that who has spoken goes on: "he added", "she went on"?"""
    return any(_ADDS.search(span.cut(scene.text)) for span in attribution.cue)


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


def speaks_on(
    scene: Scene, cast: Cast, before: Attribution, figure: int | None, at: int, gender: Gender
) -> tuple[int, ...]:
    """The figure whose words stand before a pronoun at a character, not far, and which that may mean."""
    if figure is None:
        return ()
    entity = cast.figures[figure].entity
    near = paragraphs_between(scene, last_of(before), at) <= _ADDS_WITHIN
    return (figure,) if near and entity.kind == "person" and entity.gender in ("", gender) else ()


def only_before(scene: Scene, cast: Cast, at: int) -> int | None:
    """Who alone is named in a clause before a source at a character: "As to whether Lee goes, the senator said"."""
    if scene.text[max(0, at - 2) : at - 1] != ",":
        return None
    start = scene.sentence_span(at).start
    inside = (k for k, m in enumerate(cast.mentions) if start <= m.span.start < at)
    persons = {k for k in map(cast.figure_of.__getitem__, inside) if cast.figures[k].sort == "person"}
    return persons.pop() if len(persons) == 1 else None
