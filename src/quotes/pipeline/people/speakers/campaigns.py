"""Bodies that have their name from whoever leads them: "the campaign", in an article that says "the Lee campaign"."""

from __future__ import annotations

import re
from bisect import bisect_left
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
    r"(?:has|had|is|was|will|would|could|may|might|did|does|also|said|told|began|went|led|won|lost|spent|ran|put|sent|"
    r"held|[a-z]+ed|[a-z]+(?<!al)(?<!or)(?<!er)(?<!nt)(?<!de)s)\b",
    re.MULTILINE,
)
"""One that does something itself: it is the subject of its clause, not "under the Lee administration"."""


class Campaigns:
    """Those of which an article tells, looked for once."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        surnames = {normal(f.entity.name.split()[-1]) for f in cast.figures if f.sort == "person" and f.entity.name}
        found = _LED.finditer(scene.text)
        self._scene = scene
        self._found = [(one.start("name"), one) for one in found if _surname(one) in surnames]
        self._owners = {
            m.span.end: cast.figures[k].entity.name for m, k in zip(cast.mentions, cast.figure_of, strict=True)
        }

    def named_before(self, noun: str, at: int) -> str | None:
        """The name of the body of which the article tells before character `at`; None where it tells of none.

        It is called after somebody whom the article names. Of several it is the one that is named in the paragraph or
        the one before it; where two are, or none, the name is empty. "Lee's campaign" is called after Lee in full, as
        where it speaks itself.
        """
        found = [(start, one) for start, one in self._found[: bisect_left(self._found, (at,))] if one["noun"] == noun]
        if not found:
            return None
        last, here = found[-1][1], self._scene.paragraph(at) - 1
        near = {_surname(one) for start, one in found if self._scene.paragraph(start) >= here}
        if len({_surname(one) for _, one in found}) > 1 and len(near) != 1:
            return ""
        if not last["own"]:
            return " ".join(last["name"].split())
        return f"{self._owners.get(last.end('whose'), last['whose'])}’s {noun}"


def _surname(found: re.Match[str]) -> str:
    return normal(found["whose"].split()[-1])
