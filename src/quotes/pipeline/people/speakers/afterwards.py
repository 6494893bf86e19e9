"""Quotations without a source, looked at again when the whole article is known: repeated words, and interviews."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from quotes.model import Attribution, Speaker
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.sources.reading import Source

REPEATED: Final = 0.6
ONE_SPEAKER: Final = 0.8
"""Share of right speakers, measured like those of `resolution.SURE`."""
ONE_VOICE: Final = 2  # quotations that one person must have before all others without a source are hers
ONE_VOICE_SHARE: Final = 0.75
LEAST_ANSWER: Final = 60  # characters of a paragraph that is an answer
_TOLD: Final = 0.5  # the chance from which somebody is told the words
_PROMPT: Final = 40  # words of a question
_FEW: Final = 2  # spaces in a quotation: shorter ones are not looked for elsewhere
_SENTENCE: Final = 4  # of one for which a headline names another
_SILENT: Final = 20  # quotations without a source that are looked for elsewhere


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What was found of each attribution; `speakers` and `figure` are filled further in place."""

    scene: Scene
    cast: Cast
    sources: Sequence[Source]
    holders: Sequence[int | None]
    speakers: list[Speaker]
    figure: list[int | None]

    def repeated(self) -> None:
        """A headline or pull quote is whose it is where the article has the same words again."""
        silent = [
            i
            for i, source in enumerate(self.sources)
            if self.holders[i] is None
            and ((source.kind == "none" and not self.speakers[i].name) or self._is_headed(source))
        ]
        if not silent:
            return
        words = [
            words_of(self.scene.text, a) if self.speakers[i].name and not self._is_headed(self.sources[i]) else ""
            for i, a in enumerate(self.scene.attributions)
        ]
        for i in silent[:_SILENT]:
            own = words_of(self.scene.text, self.scene.attributions[i])
            # What a headline has somebody say, it hardly takes from another, but in a whole sentence.
            least = _SENTENCE if self.speakers[i].name else _FEW
            if own.count(" ") <= least:
                continue
            said = {self.speakers[k].name: k for k, other in enumerate(words) if other and own in other}
            if len(said) == 1:
                speaker = self.speakers[next(iter(said.values()))]
                self.speakers[i] = Speaker(speaker.name, speaker.role, REPEATED, "the same words again with a speaker")

    def _is_headed(self, source: Source) -> bool:
        """Does a headline say whose words it has, of which it often has no more than a part of a name?"""
        return bool(source.words) and self.scene.in_headline(source.at)

    def interview(self, guest: Callable[[], int | None], is_nameless: Callable[[int], bool]) -> None:
        """Paragraphs of nothing but quotation are the one speaker's where nearly all that is said is one person's.

        `guest` says whom the writer has met, and is asked where nobody is known to speak; `is_nameless` whether an
        attribution is somebody's without a name.
        """
        quoted = self.scene.is_quoted
        told = Counter(
            figure
            for i, figure in enumerate(self.figure)
            if figure is not None and self.holders[i] is None and quoted(first_of(self.scene.attributions[i]))
        )
        if not told and (met := guest()) is not None:
            told[met] = ONE_VOICE
        if not told:
            return
        figure, count = told.most_common(1)[0]
        entity = self.cast.figures[figure].entity
        if entity.kind != "person" or count < ONE_VOICE or count < ONE_VOICE_SHARE * sum(told.values()):
            return
        spoken = sorted(
            (first_of(attribution), i)
            for i, attribution in enumerate(self.scene.attributions)
            if self.holders[i] is None and (self.figure[i] is not None or is_nameless(i)) and not self._asks_or_tells(i)
        )
        for i, source in enumerate(self.sources):
            attribution = self.scene.attributions[i]
            if source.kind != "none" or self.speakers[i].name or self.holders[i] is not None or not attribution.content:
                continue
            start = attribution.content[0].start
            paragraph = self.scene.paragraph_span(start)
            is_answer = quoted(start) and size_of(attribution) > 0.8 * len(paragraph) and len(paragraph) > LEAST_ANSWER
            last = bisect_left(spoken, (start, -1)) - 1  # whoever has spoken right before goes on, named or not
            near = last >= 0 and self.scene.paragraph(start) - self.scene.paragraph(spoken[last][0]) <= 1
            if is_answer and not (near and self.figure[spoken[last][1]] != figure):
                evidence = f"the one speaker here -> {entity.name}"
                self.speakers[i] = Speaker(entity.name, entity.role, ONE_SPEAKER, evidence)
                self.figure[i] = figure

    def _asks_or_tells(self, i: int) -> bool:
        """Is an attribution a question, or somebody's words to another, after which that one speaks on?"""
        attribution = self.scene.attributions[i]
        if not attribution.content:
            return True
        end = self.scene.text[max(0, attribution.content[-1].end - 3) : attribution.content[-1].end + 2]
        asks = "?" in end or any("ask" in cue.cut(self.scene.text).casefold() for cue in attribution.cue)
        told = self.figure[i] is None and attribution.likeliest_addressee[1] >= _TOLD
        return asks or told or (self.figure[i] is None and not self.scene.is_quoted(first_of(attribution)))


def is_prompt(paragraph: str) -> bool:
    """Is a paragraph a question or a topic ("On the long gap:") between two answers of one person?"""
    words = paragraph.split()
    if not words or len(words) > _PROMPT or paragraph.strip()[0] in "\"“‘'«„":
        return False
    return paragraph.rstrip()[-1] in "?:"


def first_of(attribution: Attribution) -> int:
    """Where an attribution begins: its first character of any part."""
    return min((s.start for part in (attribution.content, attribution.source) for s in part), default=0)


def last_of(attribution: Attribution) -> int:
    """Its last character."""
    spans = [*attribution.content, *attribution.source, *attribution.cue]
    return max((s.end - 1 for s in spans), default=0)


def size_of(attribution: Attribution) -> int:
    """Characters of its content."""
    return sum(len(s) for s in attribution.content)


def words_of(text: str, attribution: Attribution) -> str:
    """The words of a quotation in lower case with a space around each, for finding it inside another."""
    return " " + " ".join(w for s in attribution.content for w in re.findall(r"[^\W_]+", s.cut(text).casefold())) + " "
