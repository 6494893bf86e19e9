"""Which words stand between marks: one table, written as the regions a reader would underline."""

import re
import time

import pytest
import spacy

from quotes.model import Paragraph, Region, Span
from quotes.pipeline.regions import create_regions, quoted_regions


def paragraphs_of(text, kinds=()):
    lines = list(re.finditer(r"[^\n]+", text))
    kinds = [*kinds, *["body"] * len(lines)]
    return [Paragraph(Span(m.start(), m.end()), kind) for m, kind in zip(lines, kinds, strict=False)]


def drawn(text, regions):
    """Each region as `DEPTH FLAGS words`; flags: < continues, > left open."""
    return [
        f"{r.depth}{'<' if r.continues else ''}{'' if r.closed else '>'} {r.span.cut(text)}".replace("\n", "/")
        for r in regions
    ]


CASES = {
    # double marks
    "curly": ("“I came back,” Ada Quill said.", ["0 “I came back,”"]),
    "straight": ('"I came back," Ada Quill said.', ['0 "I came back,"']),
    "two halves": ('"I came," she said, "back."', ['0 "I came,"', '0 "back."']),
    "guillemets": ("«Back again», Quill said.", ["0 «Back again»"]),
    "guillemets pointing inward": ("»Back again«, Quill said.", ["0 »Back again«"]),
    "low-high": ("„Back again“, Quill said. „Once more”, she added.", ["0 „Back again“", "0 „Once more”"]),
    "doubled single marks": ("''Back again,'' she said. ``No,'' he said.", ["0 ''Back again,''", "0 ``No,''"]),
    "doubled curly single marks": ("‘‘Back again,’’ she said.", ["0 ‘‘Back again,’’"]),
    "curly closed by straight": ('“Back again," she said.', ['0 “Back again,"']),
    "straight closed by curly": ('"Back again,” she said.', ['0 "Back again,”']),
    "curly mark turned the wrong way at the head": ("”Back again,” she said.", ["0 ”Back again,”"]),
    "curly mark turned the wrong way at the end": ("“Back again,“ she said. “Go.“", ["0 “Back again,“", "0 “Go.“"]),
    "no space before": ('She said,"Back again," and sat.', ['0 "Back again,"']),
    "behind a dash": ('It was loud—"very loud"—and late.', ['0 "very loud"']),
    "dash inside": ('"We came back—" she said. "Late."', ['0 "We came back—"', '0 "Late."']),
    "in brackets": ('It rained ("all day") on Monday.', ['0 "all day"']),
    "ellipsis at the head": ('"...and so on," he said. "... Yes."', ['0 "...and so on,"', '0 "... Yes."']),
    "spaces inside the marks": ('He said " we go " and left.', ['0 " we go "']),
    "point behind the mark": ("He called it “a mess”. She agreed.", ["0 “a mess”"]),
    "nothing between": ('It read "" and “”.', []),
    "only spaces between": ('It read "  " and stopped.', []),
    "paragraphs run together": ('"One." "Two." “Three.”“Four.”', ['0 "One."', '0 "Two."', "0 “Three.”", "0 “Four.”"]),
    # inches, feet, primes
    "inches and feet": ('At 6\'2" she was tall, and the 12" board short.', []),
    "feet with a space": ("At 6' 2\" she was tall.", []),
    "inches beside a quotation": ('The 12" board, "old faithful," broke.', ['0 "old faithful,"']),
    "inches inside a quotation": ('"The 12" board broke," she said.', ['0 "The 12" board broke,"']),
    "a figure at the end of a quotation": ('"I paid 12" was the answer. "No."', ['0 "I paid 12"', '0 "No."']),
    "a figure before a quotation": ('In 2015 "Slow Tide" won.', ['0 "Slow Tide"']),
    "primes": ("At 6′2″ she was tall, at 40°26′46″ north.", []),
    # single marks and apostrophes
    "British style": ("‘I’m off,’ he said, ‘and that’s that.’", ["0 ‘I’m off,’", "0 ‘and that’s that.’"]),
    "British style, straight": ("'I'm off,' he said, 'and that's that.'", ["0 'I'm off,'", "0 'and that's that.'"]),
    "British style around double marks": ("‘She said “no” to me,’ he said.", ["0 ‘She said “no” to me,’", "1 “no”"]),
    "contractions": ("He didn't say they're o'clock or O'Neill's.", []),
    "plural possessive": ("The boys' club and the dogs’ dinner.", []),
    "plural possessive inside": ("‘The boys’ club is shut,’ he said.", ["0 ‘The boys’ club is shut,’"]),
    "plural possessive inside, straight": ("'The boys' club is shut,' he said.", ["0 'The boys' club is shut,'"]),
    "quoted plural": ("The 'losers' went home, 'winners' stayed.", ["0 'losers'", "0 'winners'"]),
    "elisions": ("Tell 'em 'tis the '90s, rock 'n' roll, ’twas ‘til ’08.", []),
    "elision inside": ("'Tell 'em now,' she said.", ["0 'Tell 'em now,'"]),
    "dropped letters": ("We were runnin' and jumpin' all day.", []),
    "dropped letter inside": ("'We were runnin' late,' she said.", ["0 'We were runnin' late,'"]),
    "scare quotes in single marks": ("The so-called 'friends' of the park.", ["0 'friends'"]),
    "title before a possessive": ("Mara Voss's 'Slow Tide' won.", ["0 'Slow Tide'"]),
    "possessive behind a title": ("Oh Yes!'s 'Slow Tide' won.", ["0 'Slow Tide'"]),
    "low-high single": ("‚Back again‘, she said.", ["0 ‚Back again‘"]),
    "grave and apostrophe": ("It is `fine' by me.", ["0 `fine'"]),
    "single guillemets": ("‹Back again›, she said.", ["0 ‹Back again›"]),
    "single marks run together": ("They played ‘Night Train’The band left.", ["0 ‘Night Train’"]),
    "British style run together": ("'It's late.'The band left.'We go.'", ["0 'It's late.'", "0 'We go.'"]),
    "feet inside single marks": ("'He is 6' tall,' she said.", ["0 'He is 6' tall,'"]),
    # nested
    "single in double": ("“He said ‘go’ twice,” she said.", ["0 “He said ‘go’ twice,”", "1 ‘go’"]),
    "single in double, straight": ("\"He said 'go' twice,\" she said.", ["0 \"He said 'go' twice,\"", "1 'go'"]),
    "both begin and end together": ("\"'Go,'\" she read.", ["0 \"'Go,'\"", "1 'Go,'"]),
    "double in double, straight": ('"He told me "go" twice," she said.', ['0 "He told me "go" twice,"', '1 "go"']),
    "double in guillemets": ("«Er sagte “nein” dazu»", ["0 «Er sagte “nein” dazu»", "1 “nein”"]),
    "three deep": ("«A “b ‘c’ d” e»", ["0 «A “b ‘c’ d” e»", "1 “b ‘c’ d”", "2 ‘c’"]),
    "apostrophes in a nested quotation": (
        "“She said ‘it’s the boys’ turn, isn’t it?’ and left.”",
        ["0 “She said ‘it’s the boys’ turn, isn’t it?’ and left.”", "1 ‘it’s the boys’ turn, isn’t it?’"],
    ),
    # stray and unclosed marks
    "unclosed": ("He said: “We go on.\nThen it rained.", ["0> “We go on."]),
    "unclosed, straight": ('He said: "We go on.\nThen it rained.', ['0> "We go on.']),
    "unclosed, single": ("‘We go on, it’s late.\nThen it rained.", ["0> ‘We go on, it’s late."]),
    "single mark left open in mid-sentence": ("The old 'hut was cold.", []),
    "closing mark alone": ("We go on.” Then it rained.", []),
    "straight closing mark alone": ('We go on," he said, then "no" again.', ['0 "no"']),
    "opened again before it is closed": ("“One. “Two,” she said.", ["0 “One. “Two,”"]),
    "straight, opened again": ('"One. "Two," she said. "Three."', ['0 "One. "Two,"', '0 "Three."']),
    "stray mark in its own paragraph": ('It was "odd.\n"Yes," she said.', ['0> "odd.', '0< "Yes,"']),
    "mark at the very end": ('It was odd "', []),
    # over paragraphs
    "over paragraphs": (
        "“One.\n“Two.\n“Three,” she said. “Four.”",
        ["0> “One.", "0<> “Two.", "0< “Three,”", "0 “Four.”"],
    ),
    "over paragraphs, straight": ('He said: "One.\n"Two."', ['0> "One.', '0< "Two."']),
    "over paragraphs, single": ("‘One, it’s.\n‘Two.’", ["0> ‘One, it’s.", "0< ‘Two.’"]),
    "over paragraphs, another kind of mark": ("“One.\n‘Two,’ she said.", ["0> “One.", "0 ‘Two,’"]),
    "closed before the next paragraph": ("“One.”\n“Two.”", ["0 “One.”", "0 “Two.”"]),
    "opened in the next paragraph, not at its head": ("“One.\nShe said “two.”", ["0> “One.", "0 “two.”"]),
    # other
    "no marks": ("It rained all day.", []),
    "empty": ("", []),
    "markup attributes": ('<post id="77" time="1400">Hi</post>', ['0 "77"', '0 "1400"']),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_quoted_regions(text, expected):
    regions = quoted_regions(text, paragraphs_of(text))
    assert drawn(text, regions) == expected, text


def test_quoted_regions_gives_spans_with_and_without_marks():
    assert quoted_regions("A ''b'' c", paragraphs_of("A ''b'' c")) == (Region(Span(2, 7), Span(4, 5)),)


def test_quoted_regions_continue_over_an_inserted_line():
    text = "“One.\nAlso read: rain\n“Two.”"
    regions = quoted_regions(text, paragraphs_of(text, ["body", "related"]))
    assert drawn(text, regions) == ["0> “One.", "0< “Two.”"]


def test_quoted_regions_reads_nothing_outside_paragraphs():
    assert quoted_regions("“a” “b”", [Paragraph(Span(4, 7))]) == (Region(Span(4, 7), Span(5, 6)),)


@pytest.mark.parametrize("pattern", ['"', "“", "“ ‘", " 'a", "s' ", '5" ', "“a ‘b’ c” ", "'\"", "«“", ' "a', '"\t '])
def test_quoted_regions_takes_linear_time(pattern):
    text = (pattern * 100_000)[:200_000]
    start = time.process_time()
    quoted_regions(text, [Paragraph(Span(0, len(text)))])
    assert time.process_time() - start < 5  # a quadratic reading takes minutes


def test_component_reads_a_document_without_paragraphs_as_one():
    nlp = spacy.blank("en")
    doc = create_regions(nlp, "quote_regions")(nlp("“One,” she said."))
    assert drawn(doc.text, doc._.quoted_regions) == ["0 “One,”"]
