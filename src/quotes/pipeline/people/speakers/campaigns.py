"""Bodies that have their name from whoever leads them: "the campaign", in an article that says "the Lee campaign"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import OPENERS
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

LED: Final = word_set("campaign administration")
"""Nouns for them."""
_OTHERS: Final = word_set("Republican Democratic Conservative Labour Federal National General Election Presidential")
"""What begins no one body's name: "a Republican campaign"."""
_LED: Final = re.compile(
    r"(?:\b[Tt]he[^\S\n]|(?<=[a-z,][^\S\n])|(?<=[.?!”][^\S\n])|^)"
    r"(?P<name>(?P<whose>(?:[A-Z][\w.-]*[^\S\n]){0,2}[A-Z][\w-]*)(?P<own>['’]s?(?:[^\S\n][a-z]+)?)?"
    r"[^\S\n](?P<noun>campaign|administration))\b",
    re.MULTILINE,
)


def named_before(scene: Scene, noun: str, at: int, cast: Cast) -> str | None:
    """The name of the body of which an article tells before character `at`; None where it tells of none.

    Of several it is the one named last, in the paragraph or the one before it; else the name is empty. "Lee's campaign"
    is called after Lee in full, as where it speaks itself.
    """
    found = [one for one in _LED.finditer(scene.text, 0, at) if one["noun"] == noun and _is_named(one["whose"])]
    whose = {normal(one["whose"].split()[-1]) for one in found}
    if not found or whose & DEMONYMS:
        return None
    last = found[-1]
    if len(whose) > 1 and scene.paragraph(last.start()) < scene.paragraph(at) - 1:
        return ""
    if not last["own"]:
        return " ".join(last["name"].split())
    named = (k for k, mention in enumerate(cast.mentions) if mention.span.end == last.end("whose"))
    owner = next((cast.figures[cast.figure_of[k]].entity.name for k in named), last["whose"])
    return f"{owner}’s {noun}"


def _is_named(whose: str) -> bool:
    """Is it somebody's name, and not "Republican", or the first word of a sentence?"""
    first = whose.split()[0]
    return first not in _OTHERS and normal(first) not in OPENERS
