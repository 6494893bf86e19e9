"""Chains: quotations that the article has from somebody else, made out of plain ones.

Gold has few of them, and PolNeAR gives what "the Tribune reported" to the Tribune. Here a plain `Lind said, “…”`
becomes `A guard later quoted Lind as saying, “…,” the Tribune reported`: said by Lind still, whoever relays it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quotes.model import Span
from quotes.training.data import Example, Said
from quotes.training.edits import Edit, edited
from quotes.training.told import words_of

SHARE: Final = 0.3
"""Of the plain quotations of an example."""

_PLAIN: Final = frozenset(("said", "says", "added", "explained", "recalled"))
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
    outlets: dict[int, str] = {}
    last = -1
    for number, said in sorted(enumerate(example.said), key=lambda one: one[1].content):
        if rng.random() >= SHARE or len(said.content) != 1 or len(said.cue) != 1 or len(said.source) != 1:
            continue
        if said.cue[0].cut(example.text) not in _PLAIN:
            continue
        outlet = outlet_name(rng)
        new = sorted(_edits(example.text, said, outlet, rng))
        if new and new[0][0] > last:
            edits += new
            last = max(end for _, end, _ in new)
            outlets[number] = outlet
    made = edited(example, edits)
    cited = tuple(_cited(made.text, one, outlets.get(number)) for number, one in enumerate(made.said))
    return replace(made, said=cited)


def _cited(text: str, said: Said, outlet: str | None) -> Said:
    """What was said, with its outlet as citation; where it is relayed by a person alone, gold is not of one mind."""
    if outlet is None:
        return said
    return replace(said, citation=words_of(outlet, text, said.content, (*said.cue, *said.source)))


def _edits(text: str, said: Said, outlet: str, rng: random.Random) -> Iterator[Edit]:
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
            yield from _reported(content, outlet, rng)
    elif content.end < min(source.start, cue.start):
        behind = max(source.end, cue.end)
        if "\n" in text[content.end : behind] or len(text[content.end : behind]) > len(source) + len(cue) + 3:
            return
        if stop := _SENTENCE_END.match(text, behind):
            yield (
                stop.start(),
                stop.start(),
                rng.choice((f", according to {outlet}", f", {outlet} reported")),
            )


def _reported(content: Span, outlet: str, rng: random.Random) -> Iterator[Edit]:
    """Turn `….”` into `…,” the Tribune reported`."""
    yield content.end - 2, content.end - 1, ","
    yield content.end, content.end, f" {outlet} {rng.choice(('reported', 'reports', 'reported at the time'))}."


def outlet_name(rng: random.Random) -> str:
    """An invented newspaper, with or without article."""
    return f"{rng.choice(('the ', 'the ', 'The ', ''))}{rng.choice(_PLACES)} {rng.choice(_PAPERS)}"
