"""Bodies that have their name from whoever leads them: "the campaign", in an article that says "the Lee campaign"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

LED: Final = word_set("campaign administration")
"""Nouns for them."""
_LED: Final = re.compile(
    r"(?:^|[.?!,;:”\"][^\S\n]|\b(?:and|but|as|that|when|said|while)[^\S\n])"
    r"(?:[Tt]he[^\S\n])?(?P<name>(?P<whose>(?:[A-Z][\w-]*[^\S\n]){0,2}[A-Z][\w-]*)(?P<own>['’]s?(?:[^\S\n][a-z]+)?)?"
    r"[^\S\n](?P<noun>campaign|administration))[^\S\n]"
    r"(?:has|had|is|was|will|would|could|may|might|did|does|also|said|told|began|went|led|won|lost|spent|ran|put|sent|held|[a-z]+ed|[a-z]+(?<!al)(?<!or)(?<!er)(?<!nt)(?<!de)s)\b",
    re.MULTILINE,
)
"""One that does something itself: it is the subject of its clause, not "under the Lee administration"."""


def named_before(scene: Scene, noun: str, at: int, cast: Cast) -> str | None:
    """The name of the body of which an article tells before character `at`; None where it tells of none.

    It is called after somebody whom the article names. Of several it is the one that is named in the paragraph or the
    one before it; where two are, or none, the name is empty. "Lee's campaign" is called after Lee in full, as where it
    speaks itself.
    """
    surnames = {normal(f.entity.name.split()[-1]) for f in cast.figures if f.sort == "person" and f.entity.name}
    led = (one for one in _LED.finditer(scene.text, 0, at) if one["noun"] == noun)
    found = [one for one in led if _surname(one) in surnames]
    if not found:
        return None
    last, here = found[-1], scene.paragraph(at) - 1
    near = [one for one in found if scene.paragraph(one.start("name")) >= here]
    if len({_surname(one) for one in found}) > 1 and len({_surname(one) for one in near}) != 1:
        return ""
    if not last["own"]:
        return " ".join(last["name"].split())
    named = (k for k, mention in enumerate(cast.mentions) if mention.span.end == last.end("whose"))
    owner = next((cast.figures[cast.figure_of[k]].entity.name for k in named), last["whose"])
    return f"{owner}’s {noun}"


def _surname(found: re.Match[str]) -> str:
    return normal(found["whose"].split()[-1])
