"""From the quotations of a `Doc` to rows that no longer need it: their words, and the place they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from quotes.model import Article, Occurrence, Quotation, Region, Span
from quotes.pipeline.extensions import text_of
from quotes.pipeline.regions import run_on


def occurrences(doc: Doc) -> Iterator[Occurrence]:
    """Yield one `Occurrence` for each of `doc._.quotations`, in text order.

    Reads `doc._.article` (path and metadata; empty for none), paragraphs, regions and sentences. All texts of an
    occurrence are on one line. A quotation in no paragraph or sentence has number 0 there.
    """
    text: str = text_of(doc)
    article: Article = doc._.article or Article(path="", text=text)
    sentences: Sequence[Span] = doc._.sentences
    paragraphs = [paragraph.span for paragraph in doc._.paragraphs] or [Span(0, len(text))]
    marks = Marks(text, run_on(text, doc._.quoted_regions, (quotation.content for quotation in doc._.quotations)))
    contexts: dict[tuple[int, ...], str] = {}  # many quotations may share one endless sentence
    for quotation in doc._.quotations:
        held = _held(sentences, quotation)
        if held not in contexts:
            contexts[held] = _cut(text, [sentences[number] for number in held])
        first = quotation.content[0].start
        yield Occurrence(
            article=article.path,
            metadata=article.metadata,
            quotation=quotation,
            quote=marks.quote(quotation),
            quoted_words=marks.quoted_words(quotation),
            cue=_cut(text, quotation.cue),
            speaker_as_written=_cut(text, quotation.source),
            context=contexts[held] or _cut(text, quotation.content),
            paragraph=_number(paragraphs, first),
            sentence=_number(sentences, first),
        )


class Marks:
    """The quotation marks of one text, for taking them off what is quoted."""

    def __init__(self, text: str, regions: Sequence[Region]) -> None:
        self._text = text
        self._regions = regions
        self._starts = [region.span.start for region in regions]
        self._around = [region.inner for region in regions if region.depth == 0]

    def quote(self, quotation: Quotation) -> str:
        """The content on one line, parts joined by a space; of a direct quotation without its outer marks."""
        if quotation.kind != "direct":
            return _cut(self._text, quotation.content)
        return _line("".join(self._bare(span)) for span in quotation.content)

    def quoted_words(self, quotation: Quotation) -> str:
        """The words that stand in marks, without the marks, parts joined by ` … `; empty for an indirect quotation."""
        if quotation.kind == "indirect":
            return ""
        inside = (words for span in quotation.content for words in self._inside(span))
        return " … ".join(line for words in inside if (line := _line([words.cut(self._text)])))

    def _bare(self, span: Span) -> Iterator[str]:
        """The pieces of `span` between the marks of its outermost regions."""
        at = span.start
        for region in self._outermost(span):
            yield self._text[at : max(at, region.span.start)]
            yield region.inner.cut(self._text)
            at = region.span.end
        yield self._text[at : span.end]

    def _inside(self, span: Span) -> Iterator[Span]:
        """The words of `span` that stand in marks: its share of each outermost region that it touches."""
        first = max(0, bisect_right(self._around, span.start, key=lambda inner: inner.start) - 1)
        last = bisect_left(self._around, span.end, key=lambda inner: inner.start)
        near = [inner for inner in self._around[first:last] if inner.overlap(span)]
        if len(near) == 1 and near[0].contains(span) and (nested := self._outermost(span)):
            yield from (region.inner for region in nested)  # a quotation inside a quotation
        else:
            yield from (Span(max(span.start, inner.start), min(span.end, inner.end)) for inner in near)

    def _outermost(self, span: Span) -> list[Region]:
        """The regions wholly in `span` that lie in no other region there."""
        found: list[Region] = []
        for region in self._regions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            if span.contains(region.span) and not (found and found[-1].span.contains(region.span)):
                found.append(region)
        return found


def _held(sentences: Sequence[Span], quotation: Quotation) -> tuple[int, ...]:
    """The numbers of the sentences that hold content, cue or source."""
    held: set[int] = set()
    for span in (*quotation.content, *quotation.cue, *quotation.source):
        first = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)
        last = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
        held.update(number for number in range(first, last) if sentences[number].overlap(span))
    return tuple(sorted(held))


def _number(spans: Sequence[Span], character: int) -> int:
    """Which of `spans`, counted from 1, `character` stands in or behind; 0 for none."""
    return bisect_right(spans, character, key=lambda span: span.start)


def _cut(text: str, spans: Iterable[Span]) -> str:
    return _line(span.cut(text) for span in spans)


def _line(parts: Iterable[str]) -> str:
    return " ".join(word for part in parts for word in part.split())
