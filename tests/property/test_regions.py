"""What holds for the quoted regions, and the sentences made with them, of any text whatever."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Paragraph, Span
from quotes.pipeline.regions import quoted_regions
from quotes.pipeline.sentences import mended_sentences

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)  # lone surrogates and control characters too
MARKS = st.sampled_from("\"'“”„«»‘’‚`‹›")
PIECES = st.one_of(
    MARKS, st.sampled_from([" ", "\n", ". ", ", ", "? ", "a", "s", "Bo", "said", "6", "em", "...", "—", "("])
)
MARKED_TEXT = st.lists(PIECES, max_size=60).map("".join)
TEXT = st.one_of(ANY_TEXT, MARKED_TEXT)


def paragraphs_of(text):
    return [Paragraph(Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*[^\n\s][^\n]*", text)]


def read(text):
    return quoted_regions(text, paragraphs_of(text))


@given(TEXT)
def test_offsets_are_in_range_and_inside_one_paragraph(text):
    paragraphs = [paragraph.span for paragraph in paragraphs_of(text)]
    for region in read(text):
        assert region.span.start < region.inner.start < region.inner.end <= region.span.end
        assert region.closed == (region.inner.end < region.span.end)
        assert region.inner.cut(text).strip()
        assert sum(paragraph.contains(region.span) for paragraph in paragraphs) == 1


@given(TEXT)
def test_regions_nest_or_are_disjoint_and_depth_counts_those_around(text):
    regions = read(text)
    assert [r.span.start for r in regions] == sorted(r.span.start for r in regions)
    for number, region in enumerate(regions):
        around = [other for other in regions[:number] if other.span.overlap(region.span)]
        assert all(other.inner.contains(region.span) for other in around)
        assert region.depth == len(around)


@given(st.text(st.characters(codec=None, exclude_characters="\"'“”„«»‘’‚`‹›")))
def test_no_marks_no_regions(text):
    assert read(text) == ()


@given(st.lists(MARKED_TEXT.map(lambda line: line.replace("\n", " ")), min_size=1, max_size=4), MARKS, st.data())
def test_a_stray_mark_costs_at_most_its_own_paragraph(lines, mark, data):
    number = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[number])))
    changed = [*lines]
    changed[number] = lines[number][:at] + mark + lines[number][at:]

    def by_line(parts):
        text = "\n".join(parts)
        found = [[] for _ in parts]
        for region in read(text):
            line = text.count("\n", 0, region.span.start)
            offset = text.rfind("\n", 0, region.span.start) + 1
            found[line].append((region.span.start - offset, region.span.end - offset, region.depth, region.closed))
        return found

    before, after = by_line(lines), by_line(changed)
    del before[number], after[number]
    assert before == after


@given(TEXT, st.data())
def test_sentences_cover_all_words_and_never_part_a_mark_from_its_words(text, data):
    starts = data.draw(
        st.none() | st.lists(st.integers(0, max(0, len(text) - 1)), max_size=20, unique=True).map(sorted)
    )
    paragraphs, regions = paragraphs_of(text), read(text)
    sentences = mended_sentences(text, paragraphs, regions, starts)
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert "".join("".join(s.cut(text) for s in sentences).split()) == "".join(text.split())
    for sentence in sentences:
        assert sentence.cut(text) == sentence.cut(text).strip()
        assert sum(paragraph.span.contains(sentence) for paragraph in paragraphs) == 1
    firsts = {sentence.start for sentence in sentences}
    for region in regions:
        assert not firsts & set(range(region.span.start + 1, region.inner.start + 1))
        if region.closed:
            assert not firsts & set(range(region.inner.end, region.span.end))
