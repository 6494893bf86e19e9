"""Quoted regions: which words stand between quotation marks, how deep, and over which paragraphs.

Each paragraph is read by itself, so that a stray mark costs no more than its own paragraph. Double marks are paired
first and outrank single ones: a pair of single marks stands inside a double pair, around it, or beside it.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from quotes.model import Paragraph, Region, Span, Spans
from quotes.pipeline import extensions as _extensions  # noqa: F401  (registers the Doc attributes)
from quotes.pipeline.extensions import text_of
from quotes.pipeline.marks import CLOSERS, Family, Mark, find_marks

_SPEECH_BEGINS: Final = re.compile(r"(?:^|[,:])\s*$")  # what stands before a single mark that opens somebody's speech
_SENTENCE_ENDS: Final = re.compile(r"[^\W\d_]{4}[.!?…]\s")  # four letters: "Capt. Hook's" ends nothing
_INSERTED: Final = frozenset(("caption", "related", "boilerplate"))  # lines that do not interrupt a quotation
_RUN_MOST: Final = 4000
"""Characters over which a quotation may run on without a mark."""

_Pair = tuple[Mark, Mark | None]
"""An opening mark and what closes it; None for a quotation left open to the end of its paragraph."""


def quoted_regions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Region, ...]:
    """Find the regions between quotation marks, in text order, an outer one before those inside it.

    Read are “ ” „ “ « » » « ‘ ’ ‚ ‘ ‹ › straight marks, and two single marks that stand for one. Regions nest or are
    disjoint, and none crosses a paragraph. A quotation that is opened and not closed runs to the end of its paragraph
    (`closed` is False); when the next paragraph begins with a mark of its kind, the region there `continues` it. Single
    marks left open count only where speech begins: at the head of a paragraph, behind a comma or a colon.

    Linear in the length of the text; raises nothing.
    """
    found: list[Region] = []
    open_family: Family | None = None  # of the quotation that the paragraph before left open
    for paragraph in paragraphs:
        pairs = _pairs(text, paragraph.span)
        regions = _nested(pairs, paragraph.span)
        if regions and open_family is not None and regions[0].span.start == paragraph.span.start:
            first = next(mark for mark, _ in pairs if mark.start == regions[0].span.start)
            if first.family == open_family:
                regions[0] = replace(regions[0], continues=True)
        found.extend(regions)
        if paragraph.kind not in _INSERTED:
            left_open = [mark.family for mark, closing in pairs if closing is None]
            open_family = left_open[0] if left_open else None
    return tuple(found)


def run_on(text: str, regions: Sequence[Region], contents: Iterable[Spans]) -> tuple[Region, ...]:
    """The regions, and those that quotations left open run on to over the next paragraphs, where `contents` show it.

    A page that gives each sentence a paragraph opens a quotation once and closes it some paragraphs below, with no mark
    between. A content that runs on from the open region to that closing mark shows that they belong together; each of
    its spans there is a region that `continues`.
    """
    starts = [region.span.start for region in regions]
    added: dict[int, Region] = {}  # by where they start
    for content in contents:
        passed = 0  # spans that an open region before them runs over
        for number, span in enumerate(content):
            opened = _left_open(regions, bisect_left(starts, span.end), span) if number >= passed else None
            if opened is not None and (run := _run(text, regions[opened].span.end, content, number)):
                passed = number + len(run)
                mark = _closed_behind(text, regions[opened], run[-1].end)
                if mark is not None:
                    added.update((part.start, _without_opening(part, mark)) for part in run if part.start < mark.start)
    if not added:
        return tuple(regions)
    found: list[Region] = []
    around = Span(0, 0)
    for region in sorted([*regions, *added.values()], key=lambda region: (region.span.start, -region.span.end)):
        inside = around.contains(region.span)
        found.append(replace(region, depth=1) if inside and not region.depth else region)
        if added.get(region.span.start) == region and not inside:
            around = region.span
    return tuple(found)


def _run(text: str, start: int, content: Spans, number: int) -> list[Span]:
    """What a content has from `start` in its span `number` on, as far as no word stands between its spans."""
    run: list[Span] = []
    at = content[number].end
    if rest := text[start:at].lstrip():
        run.append(Span(at - len(rest), at))
    for span in content[number + 1 :]:
        if _has_words(text[at : span.start]):
            break
        run.append(span)
        at = span.end
    return run


def _without_opening(part: Span, mark: Mark) -> Region:
    """A part of a quotation that no mark opens; `mark` closes the last one."""
    if mark.end > part.end:
        return Region(part, part, closed=False, continues=True)
    return Region(Span(part.start, mark.end), Span(part.start, mark.start), continues=True)


def _left_open(regions: Sequence[Region], before: int, span: Span) -> int | None:
    """The number of the last region that is left open in `span`, of those before number `before`."""
    for number in range(before - 1, -1, -1):
        region = regions[number]
        if region.span.end <= span.start:
            return None
        if not region.closed:
            return number
    return None


def _closed_behind(text: str, region: Region, end: int) -> Mark | None:
    """The mark that closes an open region, if it is the first behind it and stands before `end` or just there."""
    opening = text[region.span.start : region.inner.start]
    marks = find_marks(text, region.span.end, min(len(text), end + 2, region.span.end + _RUN_MOST))
    first = next((mark for mark in marks if mark.family != "single"), None)
    return first if first is not None and first.turn == "closes" and first.glyph in CLOSERS[opening] else None


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _pairs(text: str, paragraph: Span) -> list[_Pair]:
    marks = find_marks(text, paragraph.start, paragraph.end)
    doubles = _pair_doubles([mark for mark in marks if mark.family != "single"])
    singles = [mark for mark in marks if mark.family == "single"]
    pairs = list(doubles)
    for container, inside in _by_container(singles, doubles, paragraph.end):
        beside = [opening.start for opening, _ in doubles] if container is None else []
        pairs.extend(_pair_singles(text, inside, paragraph, sorted(beside), outermost=container is None))
    return [pair for pair in pairs if not _is_blank(text, pair, paragraph.end)]


def _is_blank(text: str, pair: _Pair, end: int) -> bool:
    opening, closing = pair
    stop = end if closing is None else closing.start
    # A bounded look suffices nearly always; only white space makes it go on.
    return not text[opening.end : min(stop, opening.end + 40)].strip() and not text[opening.end : stop].strip()


# --- double marks -----------------------------------------------------------------------------------------------------


def _pair_doubles(marks: Sequence[Mark]) -> list[_Pair]:
    """Pair “ ” " „ « », at most two deep; a mark that finds no partner is passed over."""
    outer = _pair_family(marks)
    inner: list[_Pair] = []
    for opening, inside in _by_container(marks, outer, None):
        if opening is not None:
            others = [mark for mark in inside if mark.family != opening.family]
            inner.extend(pair for pair in _pair_family(others) if pair[1] is not None)
    return outer + inner


def _pair_family(marks: Sequence[Mark]) -> list[_Pair]:
    better = _better_follows(marks)
    pairs: list[_Pair] = []
    opening: Mark | None = None
    skip_to = 0
    for at, mark in enumerate(marks):
        if at < skip_to:
            continue
        if opening is None:
            if mark.turn != "closes":
                opening = mark
        elif mark.glyph not in CLOSERS[opening.glyph] or (mark.weak and better[at]):
            continue
        elif mark.turn == "opens" and opening.glyph != "„":
            following = [later.turn for later in marks[at + 1 : at + 3]]
            if following[:1] == ["closes"] and following[1:] in (["closes"], ["either"]):  # “a “b” c”
                pairs.append((mark, marks[at + 1]))
                skip_to = at + 2
        else:
            pairs.append((opening, mark))
            opening = None
    if opening is not None:
        pairs.append((opening, None))
    return pairs


def _better_follows(marks: Sequence[Mark]) -> list[bool]:
    """Tell of each mark whether one that surely closes comes after it, before any that opens."""
    answers = [False] * len(marks)
    better = False
    for at in range(len(marks) - 1, -1, -1):
        answers[at] = better
        if marks[at].turn == "opens":
            better = False
        elif not marks[at].weak:
            better = True
    return answers


# --- single marks -----------------------------------------------------------------------------------------------------


def _pair_singles(
    text: str, marks: Sequence[Mark], paragraph: Span, doubles: Sequence[int], *, outermost: bool
) -> list[_Pair]:
    """Pair single marks that share a container. One without a partner is taken for an apostrophe.

    `doubles` are the characters where double quotations begin among these marks, in order. A doubtful mark does not
    close a quotation that holds one of them, nor one that holds the end of a sentence.
    """
    better = _better_follows(marks)
    pairs: list[_Pair] = []
    opening: Mark | None = None
    speech = False  # does the open mark stand where speech begins?
    long = False  # does it hold a double quotation or the end of a sentence?
    read_to = 0
    for at, mark in enumerate(marks):
        if opening is not None and not long:
            held = bisect(doubles, mark.start) > bisect(doubles, read_to)
            long = held or _SENTENCE_ENDS.search(text, read_to, mark.start) is not None
            read_to = mark.start
        if opening is not None and mark.glyph in CLOSERS[opening.glyph] and mark.turn != "opens":
            if not (mark.weak and (long or better[at])):
                pairs.append((opening, mark))
                opening = None
        elif mark.turn != "closes" and (opening is None or not speech):
            opening, long, read_to = mark, False, mark.end
            speech = _SPEECH_BEGINS.search(text[max(paragraph.start, mark.start - 3) : mark.start]) is not None
    if opening is not None and speech and outermost:
        pairs.append((opening, None))
    return pairs


def _by_container(
    marks: Sequence[Mark], pairs: Sequence[_Pair], end: int | None
) -> Iterable[tuple[Mark | None, list[Mark]]]:
    """Group marks by the innermost pair that they stand in (its opening mark), None for those in no pair."""
    bounds = sorted((opening.start, closing.start if closing else end, opening) for opening, closing in pairs)
    groups: dict[int, tuple[Mark | None, list[Mark]]] = {-1: (None, [])}
    stack: list[tuple[int | None, Mark]] = []
    upcoming = 0
    for mark in marks:
        while upcoming < len(bounds) and bounds[upcoming][0] < mark.start:
            start, stop, opening = bounds[upcoming]
            while stack and stack[-1][0] is not None and stack[-1][0] <= start:
                stack.pop()
            stack.append((stop, opening))
            upcoming += 1
        while stack and stack[-1][0] is not None and stack[-1][0] <= mark.start:
            stack.pop()
        container = stack[-1][1] if stack else None
        key = container.start if container else -1
        groups.setdefault(key, (container, []))[1].append(mark)
    return groups.values()


# --- regions ----------------------------------------------------------------------------------------------------------


def _nested(pairs: Iterable[_Pair], paragraph: Span) -> list[Region]:
    """Make the pairs regions in text order, with their depth."""
    regions = []
    enclosing: list[int] = []  # where the regions around the current one end
    for opening, closing in sorted(pairs, key=lambda pair: pair[0].start):
        end, inner_end = (closing.end, closing.start) if closing else (paragraph.end, paragraph.end)
        while enclosing and enclosing[-1] <= opening.start:
            enclosing.pop()
        regions.append(
            Region(
                span=Span(opening.start, end),
                inner=Span(opening.end, inner_end),
                depth=len(enclosing),
                closed=closing is not None,
            )
        )
        enclosing.append(end)
    return regions


class QuoteRegions:
    """spaCy component: sets `doc._.quoted_regions` from the text and `doc._.paragraphs`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the marks of `doc`; a document without paragraphs is read as one."""
        paragraphs = doc._.paragraphs or (Paragraph(Span(0, len(text_of(doc)))),)
        doc._.quoted_regions = quoted_regions(text_of(doc), paragraphs)
        return doc


@Language.factory("quote_regions", requires=["doc._.paragraphs"], assigns=["doc._.quoted_regions"])
def create_regions(nlp: Language, name: str) -> QuoteRegions:
    """Make the component that reads quotation marks."""
    return QuoteRegions()
