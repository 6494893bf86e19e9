"""Paragraphs of a plain text, with their offsets and kinds: what is the article, and what stands around it.

A paragraph is a line that is not blank. In hard-wrapped text, whose lines are broken at some width, it is a block of
lines, line ends inside: blank lines end it, and so does a line that had room for the next line's first word.

The kinds (`quotes.model.ParagraphKind`), decided by how a line reads and by its neighbours:

- `headline`: the first line, if it is short and does not read as a sentence (no full stop, or Title Case Throughout);
  and sub-headings: lines of a few words without any final mark between paragraphs that are sentences.
- `caption`: what names itself an image or its credit, ends in a picture credit ("… Jo Doe/Getty Images"), or is the
  description that pages repeat before the caption.
- `related`: links to other articles ("Also read: …", "More like this" and the links below it).
- `boilerplate`: by-lines and time stamps, subscriptions, calls to follow or share, copyright, notes on the article.
- `body`: all else.

Later steps read no quotations from `related` and `boilerplate`, so a doubt is decided for `body`: of the patterns
only those that begin with an unmistakable label are tried on a line that quotes or reports somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import Final

from quotes.layout_patterns import (
    BOILERPLATE,
    CAPTION_LABEL,
    CREDIT,
    DATELINE,
    LINK_HEADING,
    LINK_LABEL,
    LOOSE_LINK_LABEL,
    POINTER,
    REPORTING,
    SMALL_WORD,
)
from quotes.model import Paragraph, ParagraphKind, Span

BLANK: Final = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u2060\ufeff"
"""White space, and what shows as nothing: zero-width space, word joiner, byte order mark."""

LONGEST: Final = 600
"""Characters: a longer paragraph is body, whatever its words. Bounds the work of the patterns too."""

WIDEST: Final = 100
"""Characters: text is hard-wrapped only if hardly any line is longer."""

_LINE: Final = re.compile("[^\n\r\u2028\u2029]+")
_LINE_END: Final = re.compile("\r\n|[\n\r\u2028\u2029]")
_SENTENCE_END: Final = re.compile(r"[.!?…:]['\"’”»)\]]*$")
_FINAL_MARK: Final = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
_QUOTED_WORDS: Final = re.compile(  # an opening mark and four words before the next mark
    r"(?<![^\s(\[—–-])(?:[\"“„«]\s?(?:[^\s\"“”„«»]+\s+){3}[^\s\"“”„«»]|['‘]\s?(?:[^\s'‘’\"“”]+\s+){3}[^\s'‘’\"“”])"
)
_SENTENCE_BREAK: Final = re.compile(r"[a-z0-9)][.!?]['\"’”»)\]]* +['\"‘“«(]*[A-Z]")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Divide `text` into its paragraphs, in text order, disjoint, none blank or with blank characters at its ends.

    Lines end at `\n`, `\r\n`, `\r`, U+2028 and U+2029. All characters that are not blank lie in some paragraph.
    Linear in the length of the text; raises nothing.
    """
    spans = list(_lines(text))
    width = _wrapped_at(text, spans)
    if width:
        spans = list(_blocks(text, spans, width))
    kinds = _kinds([" ".join(span.cut(text).split()) if len(span) <= LONGEST else "" for span in spans])
    return tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True))


# --- lines and blocks ---------------------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.end() - len(line.lstrip(BLANK))
        if start < match.end():
            yield Span(start, match.start() + len(line.rstrip(BLANK)))


def _adjacent(text: str, one: Span, other: Span) -> bool:
    """Does `other` stand on the line after `one`, with no blank line between them?"""
    ends = _LINE_END.finditer(text, one.end, other.start)
    return next(ends, None) is not None and next(ends, None) is None


def _wrapped_at(text: str, lines: Sequence[Span]) -> int:
    """Characters of a full line where `text` is hard-wrapped, else 0.

    Its sign is lines that stop in mid-sentence, the next one going on with a small letter: at least three, and at
    least a quarter of all that have a next line, in a text where nine lines in ten are no wider than `WIDEST`.
    """
    if sum(len(line) > WIDEST for line in lines) * 10 > len(lines):
        return 0
    pairs = [(one, other) for one, other in pairwise(lines) if _adjacent(text, one, other)]
    running_on = [len(one) for one, other in pairs if text[other.start].islower() and not _ends_sentence(text, one)]
    return median_low(running_on) if len(running_on) >= 3 and len(running_on) * 4 >= len(pairs) else 0


def _blocks(text: str, lines: Sequence[Span], width: int) -> Iterator[Span]:
    first = lines[0]
    for one, other in pairwise(lines):
        if _ends_block(text, one, other, width):
            yield Span(first.start, one.end)
            first = other
    yield Span(first.start, lines[-1].end)


def _ends_block(text: str, one: Span, other: Span, width: int) -> bool:
    if not _adjacent(text, one, other):
        return True
    if text[other.start].islower() or text[other.start] in "([":
        return False
    word = text[other.start : min(other.end, other.start + width)].split(maxsplit=1)[0]
    needed = len(one) + 1 + len(word)
    if _ends_sentence(text, one):
        return needed <= width or len(one) > WIDEST
    return needed * 3 <= width * 2  # a heading, or a line of a list


def _ends_sentence(text: str, line: Span) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 8), line.end) is not None


# --- kinds --------------------------------------------------------------------------------------------------------


def _kinds(lines: Sequence[str]) -> list[ParagraphKind]:
    """The kind of each line, given on one line with single spaces; one too long to be anything but body is empty."""
    kinds: list[ParagraphKind] = [_kind_by_words(line, first=i == 0) for i, line in enumerate(lines)]
    for i, (line, after) in enumerate(pairwise(lines)):
        if _describes_picture(line, after, kinds[i + 1]):
            kinds[i] = kinds[i + 1] = "caption"
    listing = False
    for i, line in enumerate(lines):
        if kinds[i] == "body" and listing and _is_link(line):
            kinds[i] = "related"
        elif kinds[i] == "body" and _is_headline(lines, kinds, i):
            kinds[i] = "headline"
        listing = kinds[i] == "related" and (listing or LINK_HEADING.fullmatch(line) is not None)
    return kinds


def _kind_by_words(line: str, *, first: bool) -> ParagraphKind:
    """What the words of a line alone make it; a headline cannot be told so, and the first line is no link."""
    words = line.count(" ") + 1
    if not line or words > 60:
        return "body"
    if CAPTION_LABEL.match(line):
        return "caption"
    if not first and _is_labelled_link(line, words):
        return "related"
    if _quotes_or_reports(line):
        return "body"
    if CREDIT.search(line):
        return "caption"
    if not first and words <= 30 and POINTER.match(line):
        return "related"
    return "boilerplate" if BOILERPLATE.match(line) else "body"


def _quotes_or_reports(line: str) -> bool:
    return _QUOTED_WORDS.search(line) is not None or REPORTING.search(line) is not None


def _is_labelled_link(line: str, words: int) -> bool:
    if words > 40:
        return False
    if LINK_HEADING.fullmatch(line) or LINK_LABEL.match(line):
        return True
    return LOOSE_LINK_LABEL.match(line) is not None and not line.endswith(".")


def _is_link(line: str) -> bool:
    """Can a line below "More like this" be the title of another article?"""
    return 0 < len(line) <= 160 and _FINAL_MARK.search(line) is None and not _quotes_or_reports(line)


def _describes_picture(line: str, after: str, kind_after: ParagraphKind) -> bool:
    """Is `line` the description of a picture that stands again, often with the credit, in the caption `after` it?"""
    words = line.removesuffix(".").split()
    if not 4 <= len(words) <= 40 or _quotes_or_reports(line):
        return False
    again = after.split()
    if kind_after == "caption":
        return again[:4] == words[:4]
    goes_on = after.startswith(line.removesuffix(".")) and again[: len(words) - 1] == words[:-1]
    return goes_on and 0 < len(again) - len(words) <= 6 and _FINAL_MARK.search(after) is None


def _is_headline(lines: Sequence[str], kinds: Sequence[ParagraphKind], i: int) -> bool:
    if i + 1 == len(lines) or not lines[i]:
        return False
    return _reads_as_headline(lines[i]) if i == 0 else _is_subheading(lines, kinds, i)


def _reads_as_headline(line: str) -> bool:
    """Is the first line of an article its headline? Not if it reads as a sentence, or as several."""
    words = line.split()
    if len(words) > 25 or DATELINE.match(line) or not any(word[0].isalpha() for word in words):
        return False
    if _is_title_case(words):
        return True
    if _SENTENCE_BREAK.search(line):
        return False
    ended = _SENTENCE_END.search(line)
    return ended is None or (ended.group()[0] in "!?" and len(words) <= 15 and not _quotes_or_reports(line))


def _is_title_case(words: Sequence[str]) -> bool:
    """Do Nearly All the Words Begin With a Capital, But for Small Ones?"""
    bare = [word.strip("'\"‘’“”«»()[].,:;!?-–—") for word in words[1:]]
    telling = [word for word in bare if word[:1].isalpha() and not SMALL_WORD.fullmatch(word)]
    return len(telling) >= 4 and sum(word[0].isupper() for word in telling) * 10 >= len(telling) * 9


def _is_subheading(lines: Sequence[str], kinds: Sequence[ParagraphKind], i: int) -> bool:
    """A few words without a final mark, between paragraphs that are sentences: so no line of a list or table."""
    line = lines[i]
    if len(line) > 80 or line.count(" ") > 8 or _FINAL_MARK.search(line) or _quotes_or_reports(line):
        return False
    if not (line.lstrip("'\"‘“«(")[:1].isupper() or (line[0].isdigit() and any(c.isalpha() for c in line))):
        return False
    before, after = lines[i - 1], lines[i + 1]
    follows = kinds[i - 1] != "body" or not before or _SENTENCE_END.search(before) is not None
    leads = not after or kinds[i + 1] == "caption" or (after.count(" ") > 6 and _SENTENCE_END.search(after) is not None)
    return follows and leads
