"""The lie of the land: which sentence, paragraph and quotation each character of an article stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from spacy.tokens import Doc

from quotes.model import Attribution, Paragraph, Span, Spans
from quotes.pipeline.extensions import text_of

_INSIDE: Final = re.compile(
    r"[^\S\n](?=([A-Z][\w’'-]*))(?:(?<=[a-z,].)|(?<=\b(?:Mr|Ms|Dr)\..)|(?<=\bMrs\..))(?![A-Z][\w’'-]*+[^\S\n][A-Z])"
)
"""Begins with the space, of which there are few, and looks back from there: after a plain word, "Mr." and the like."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_FEW: Final = 3  # long words without a capital that a headline in capitals may have at most, and end in a full stop
_FINAL: Final = (".", ".”", '."', ".’", "!", "!”", '!"', "?”", '?"')
_LONGEST_WORDS: Final = 5000  # characters of a quotation in which its opening mark is looked for
_MARKS: Final = frozenset("\"“”„«»'‘’`‚‹›")


@dataclass(frozen=True)
class Scene:
    """The text of an article with its sentences, paragraphs and the contents of its quotations, in text order."""

    text: str
    sentences: Spans
    paragraphs: tuple[Paragraph, ...]
    attributions: tuple[Attribution, ...]
    quoted: Spans
    """The contents that begin with a quotation mark, merged where they overlap."""
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    quoted_starts: tuple[int, ...]

    @classmethod
    def of(
        cls,
        text: str,
        attributions: Sequence[Attribution],
        sentences: Sequence[Span] = (),
        paragraphs: Sequence[Paragraph] = (),
    ) -> Scene:
        """A scene from its parts; without paragraphs the lines are taken, without sentences the paragraphs.

        Where a paragraph is broken into lines, as of a wire's text, a space stands in `text` for each break.
        """
        paragraphs = tuple(paragraphs) or tuple(Paragraph(line) for line in _lines(text))
        text = _unwrapped(text, paragraphs)
        sentences = tuple(sentences) or tuple(paragraph.span for paragraph in paragraphs)
        quoted = merged(s for a in attributions for s in a.content if text[s.start : s.start + 1] in _MARKS and len(s))
        return cls(
            text,
            sentences,
            paragraphs,
            tuple(attributions),
            quoted,
            tuple(s.start for s in sentences),
            tuple(p.span.start for p in paragraphs),
            tuple(s.start for s in quoted),
        )

    @classmethod
    def of_doc(cls, doc: Doc) -> Scene:
        """The scene of a spaCy `Doc` with `_.paragraphs`, `_.sentences` and `_.attributions`."""
        return cls.of(text_of(doc), doc._.attributions, doc._.sentences, doc._.paragraphs)

    @cached_property
    def titled(self) -> frozenset[int]:
        """Indices of paragraphs in which most words have capitals, where a capital says nothing."""
        out = set()
        for i, paragraph in enumerate(self.paragraphs):
            words = _LONG_WORD.findall(self.text, paragraph.span.start, paragraph.span.end)
            capitals = sum(w[0].isupper() for w in words)
            # A sentence that is full of names: "The Tide Workers of Oxbay were told by Ann Lee on Monday."
            told = len(words) - capitals >= _FEW and paragraph.span.cut(self.text).rstrip().endswith(_FINAL)
            if len(words) >= 4 and capitals > 0.6 * len(words) and not told:
                out.add(i)
        return frozenset(out)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the article has in lower case."""
        return frozenset(filter(str.islower, _LETTERS.findall(self.text)))

    @cached_property
    def named_inside(self) -> frozenset[str]:
        """Words with a capital that stand by themselves inside a sentence or behind "Mr.": "called Waters"."""
        found = _INSIDE.finditer(self.text)
        return frozenset(m[1] for m in found if self.paragraph(m.start()) not in self.titled)

    @cached_property
    def speaks_at(self) -> Mapping[int, int]:
        """Where the sources of attributions begin, and where each ends."""
        return {span.start: span.end for one in self.attributions for span in one.source}

    def sentence(self, at: int) -> int:
        """Index of the sentence that holds character `at`, or the last one that begins before it."""
        return (bisect_right(self.sentence_starts, at) or 1) - 1

    def paragraph(self, at: int) -> int:
        """Index of the paragraph that holds character `at`, or the last one that begins before it."""
        return (bisect_right(self.paragraph_starts, at) or 1) - 1

    def in_headline(self, at: int) -> bool:
        """Does character `at` stand in a paragraph that is a headline?"""
        return bool(self.paragraphs) and self.paragraphs[self.paragraph(at)].kind == "headline"

    def in_boilerplate(self, at: int) -> bool:
        """Does character `at` stand in a paragraph that tells nothing, such as a by-line?"""
        return bool(self.paragraphs) and self.paragraphs[self.paragraph(at)].kind == "boilerplate"

    def paragraph_span(self, at: int) -> Span:
        """The paragraph that holds character `at`, or the last one that begins before it."""
        return self.paragraphs[self.paragraph(at)].span if self.paragraphs else Span(0, len(self.text))

    def is_quoted(self, at: int) -> bool:
        """Does character `at` lie inside the content of a quotation with marks?"""
        i = bisect_right(self.quoted_starts, at) - 1
        return i >= 0 and at < self.quoted[i].end

    def in_marks(self, at: int) -> bool:
        """Is a double quotation mark open at character `at`, by what its paragraph has before it?"""
        start = self.paragraph_span(at).start
        straight = bisect_left(self._straight_marks, at) - bisect_left(self._straight_marks, start)
        reach = max(start, at - _LONGEST_WORDS)
        return straight % 2 == 1 or self.text.rfind("“", reach, at) > self.text.rfind("”", reach, at)

    @cached_property
    def _straight_marks(self) -> tuple[int, ...]:
        return tuple(found.start() for found in re.finditer('"', self.text))

    def sentence_span(self, at: int) -> Span:
        """The sentence that holds character `at`."""
        return self.sentences[self.sentence(at)] if self.sentences else Span(0, len(self.text))


def merged(spans: Iterable[Span]) -> Spans:
    """The spans in text order, those that overlap or touch joined to one."""
    out: list[Span] = []
    for span in sorted(spans, key=attrgetter("start")):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def holders(attributions: Sequence[Attribution], spans: Sequence[Span | None]) -> list[int | None]:
    """For each span the index of the innermost attribution whose content holds it; None for none (and for None).

    Runs over spans and contents in text order once, with a stack: near linear.
    """
    events = sorted(
        ((content, i) for i, a in enumerate(attributions) for content in a.content if len(content)),
        key=lambda event: (event[0].start, -event[0].end),
    )
    order = sorted((i for i, span in enumerate(spans) if span is not None), key=lambda i: spans[i] or Span(0, 0))
    out: list[int | None] = [None] * len(spans)
    stack: list[tuple[Span, int]] = []
    k = 0
    for i in order:
        span = spans[i]
        assert span is not None
        while k < len(events) and events[k][0].start <= span.start:
            while stack and stack[-1][0].end <= events[k][0].start:
                stack.pop()
            stack.append(events[k])
            k += 1
        while stack and stack[-1][0].end <= span.start:
            stack.pop()
        # Overlapping, not nested, contents are rare: look a few steps down the stack only.
        out[i] = next((owner for content, owner in reversed(stack[-8:]) if content.contains(span)), None)
    return out


def _unwrapped(text: str, paragraphs: Iterable[Paragraph]) -> str:
    """The text with the line breaks inside its paragraphs as spaces, of the same length."""
    wrapped = [p.span for p in paragraphs if text.find("\n", p.span.start, p.span.end) >= 0]
    parts, at = [], 0
    for span in wrapped:
        parts += [text[at : span.start], span.cut(text).replace("\n", " ")]
        at = span.end
    return "".join([*parts, text[at:]]) if parts else text


def _lines(text: str) -> Iterable[Span]:
    at = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            start = at + line.index(stripped[0])
            yield Span(start, start + len(stripped))
        at += len(line) + 1
