"""Chains: quotations that the article has from somebody else, made out of plain ones.

Gold has few of them, and PolNeAR gives what "the Tribune reported" to the Tribune. Here a plain `Lind said, “…”`
becomes `A guard later quoted Lind as saying, “…,” the Tribune reported`: said by Lind still, whoever relays it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

from quotes.model import Span
from quotes.training.data import Example, Said
from quotes.training.edits import Edit, edited

SHARE: Final = 0.3
"""Of the plain quotations of an example."""

_PLAIN: Final = frozenset(("said", "says", "told reporters", "added", "explained", "recalled"))
_WHO: Final = """A guard|A prison guard|The report|Her lawyer|His brother|A former colleague|The paper|The magazine
|A police officer|A neighbour|One local outlet|The broadcaster|The filing|A spokesman|The statement|A friend""".replace(
    "\n", ""
).split("|")
_PLACES: Final = """Chicago|Boston|Denver|Sydney|Manchester|Toronto|Daily|Evening|Sunday|Morning|National|Northern|Irish
|Glasgow|Harbour|Western|Island|Metro|Pacific|County""".replace("\n", "").split("|")
_PAPERS: Final = """Tribune|Gazette|Herald|Times|Post|Courier|Mail|Star|Globe|Observer|Journal|Echo|Examiner|Telegraph
|Record|News|Standard|Dispatch|Chronicle|Mirror""".replace("\n", "").split("|")
_OBJECT: Final = {"he": "him", "she": "her", "they": "them", "He": "him", "She": "her", "They": "them"}
_CLOSED: Final = re.compile(r"[.,][”\"]$")
_SENTENCE_END: Final = re.compile(r"\.(?=\s|$)")


def relayed(example: Example, rng: random.Random) -> Example:
    """The example with some of its plain quotations relayed by somebody or cited from somewhere."""
    edits: list[Edit] = []
    last = -1
    for said in sorted(example.said, key=lambda one: one.content):
        if rng.random() >= SHARE or len(said.content) != 1 or len(said.cue) != 1 or len(said.source) != 1:
            continue
        if said.cue[0].cut(example.text) not in _PLAIN:
            continue
        new = sorted(_edits(example.text, said, rng))
        if new and new[0][0] > last:
            edits += new
            last = max(end for _, end, _ in new)
    return edited(example, edits)


def _edits(text: str, said: Said, rng: random.Random) -> Iterator[Edit]:
    content, cue, source = said.content[0], said.cue[0], said.source[0]
    if text[content.start] not in '“"' or not _CLOSED.search(content.cut(text)):
        return
    if source.end < cue.start < cue.end < content.start:
        gaps = text[source.end : cue.start], text[cue.end : content.start]
        if gaps[0] != " " or gaps[1] not in (" ", ", ", ": "):
            return
        before = text[: source.start].rstrip(" \t")
        if before and before[-1] not in '\n.!?”"':
            return
        if rng.random() < 0.6:
            words = source.cut(text)
            object_ = _OBJECT.get(words) or (f"t{words[1:]}" if words.startswith("The ") else words)
            yield source.start, source.start, f"{rng.choice(_WHO)} {rng.choice(('later ', '', ''))}quoted "
            yield source.start, source.end, object_
            yield cue.start, cue.end, "as saying"
        if rng.random() < 0.6:
            yield from _reported(text, content, rng)
    elif content.end < min(source.start, cue.start):
        behind = max(source.end, cue.end)
        if "\n" in text[content.end : behind] or len(text[content.end : behind]) > len(source) + len(cue) + 3:
            return
        if stop := _SENTENCE_END.match(text, behind):
            yield (
                stop.start(),
                stop.start(),
                rng.choice((f", according to {_outlet(rng)}", f", {_outlet(rng)} reported")),
            )


def _reported(text: str, content: Span, rng: random.Random) -> Iterator[Edit]:
    """Turn `….”` into `…,” the Tribune reported`."""
    yield content.end - 2, content.end - 1, ","
    yield content.end, content.end, f" {_outlet(rng)} {rng.choice(('reported', 'reports', 'reported at the time'))}."


def _outlet(rng: random.Random) -> str:
    return f"{rng.choice(('the ', 'the ', 'The ', ''))}{rng.choice(_PLACES)} {rng.choice(_PAPERS)}"
