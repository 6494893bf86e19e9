import time

import pytest

from quotes.layout import paragraphs

SENTENCE = "The council met on Tuesday evening and voted to keep the old library open for another year."
OTHER = "Nobody in the gallery had expected the vote to go the way that it finally went."


def kinds(*lines):
    """The kinds of the lines, each a paragraph."""
    found = paragraphs("\n\n".join(lines))
    assert len(found) == len(lines)
    return [paragraph.kind for paragraph in found]


def cut(text):
    return [paragraph.span.cut(text) for paragraph in paragraphs(text)]


# --- lines --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n\n", "\r\n \t \r\n", "\n\u200b\n", " \n\xa0"]
)
def test_a_paragraph_is_a_line_whatever_ends_it(end):
    assert cut(f"First line.{end}Second line.") == ["First line.", "Second line."]


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\u2028\xa0", "\ufeff", "\u200b\n\u2060"])
def test_blank_text_has_no_paragraphs(text):
    assert paragraphs(text) == ()


def test_offsets_are_those_of_the_text_with_its_byte_order_mark_and_carriage_returns():
    text = "\ufeffOne line.\r\n\r\n  Another line.\t\r\n"
    first, second = (paragraph.span for paragraph in paragraphs(text))
    assert (first.start, first.end) == (1, 10)
    assert text[second.start : second.end] == "Another line."


# --- hard-wrapped text --------------------------------------------------------------------------------------------

WRAPPED = """\
HARBOUR BRIDGE TO CLOSE

The harbour bridge will be closed to lorries from next month, the port
authority said on Friday, after divers found cracks in two of its four
piers.

"We have looked at every other way of doing this, and there is none,"
said Odile Marchetti, the engineer in charge of the inspection. "It is
better to close it now than to wait for a winter storm."

Hauliers were quick to complain.
"""


def test_hard_wrapped_text_has_blocks_for_paragraphs():
    found = [" ".join(paragraph.split()) for paragraph in cut(WRAPPED)]
    assert found == [" ".join(block.split()) for block in WRAPPED.split("\n\n")]
    assert paragraphs(WRAPPED)[0].kind == "headline"


def test_hard_wrapped_text_without_blank_lines_breaks_where_the_next_word_had_room():
    text = "\n".join(line for line in WRAPPED.splitlines() if line)
    assert [block.split()[0] for block in cut(text)] == ["HARBOUR", "The", '"We', "Hauliers"]


def test_long_lines_are_paragraphs_of_their_own_without_blank_lines():
    assert len(paragraphs("\n".join([SENTENCE + " " + OTHER] * 5))) == 5


def test_lines_of_a_list_are_not_taken_for_wrapped_text():
    assert len(paragraphs(SENTENCE + "\nLeeds\nYork\nHull\nSelby\nRipon\nFiley")) == 7


# --- headlines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Council keeps library open",
        "‘We are staying’: library saved after marathon vote",
        "Library Saved After Marathon Vote in Council.",
        "Who will pay for the library?",
        "Mayor Says Library ‘Will Outlive Us All’",
    ],
)
def test_a_first_line_that_reads_like_one_is_the_headline(line):
    assert kinds(line, SENTENCE, OTHER) == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "WEIRSIDE (North Wire) - The council will keep the library",
        "It rained. Nobody came",
        "“I will not go,” said the mayor.",
        "The mayor said she would not go.",
        "42",
    ],
)
def test_a_first_line_that_reads_as_text_is_body(line):
    assert kinds(line, SENTENCE, OTHER)[0] == "body"


def test_an_only_line_is_no_headline():
    assert kinds("Council keeps library open") == ["body"]


@pytest.mark.parametrize("line", ["The vote", "WHAT COMES NEXT", "2. The long night", "‘A very long’ evening"])
def test_a_few_words_between_sentences_are_a_subheading(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "headline"


@pytest.mark.parametrize(
    "line", ["“No”, he said", "“We are not going anywhere”", "The reason:", "- a new roof", "Why?", "and so it went"]
)
def test_what_quotes_reports_lists_or_leads_on_is_no_subheading(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "body"


def test_the_lines_of_a_list_are_no_subheadings():
    assert kinds("Library saved", SENTENCE, "Ada Lind", "Jo Marsh", "Bo Ek", OTHER)[2:5] == ["body"] * 3


# --- captions, links, notices ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Main Image: Ada Lind, left, with the library’s cat.",
        "Photo: Jo Marsh",
        "Image courtesy of the Weirside Archive",
        "Pictured: The reading room in 1931",
        "Pictured, from left: Ada Lind and Jo Marsh",
        "Image credit: Weirside Archive",
        "Ada Lind outside the library on Monday. (Photo by Jo Marsh)",
        "Ada Lind outside the library on Monday. Jo Marsh/Getty Images",
        "Ada Lind in The Long Vote. Jo Marsh/Corvid",
        "Ada Lind in The Long Vote. Courtesy of Lantern Films",
        "The reading room. Photograph: Jo Marsh",
        "Getty Images",
        "CCTV image of the van",
    ],
)
def test_captions(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "caption"


def test_a_picture_described_twice_is_two_captions():
    lines = "Ada Lind as the librarian in The Long Vote.", "Ada Lind as the librarian in The Long Vote. Corvid"
    assert kinds("Library saved", SENTENCE, *lines, OTHER)[2:4] == ["caption", "caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Also Read: The Cat of the Reading Room: Why We Love ‘Paper Mice’",
        "Read more: “We will never close this library”, says mayor",
        "RELATED VIDEO: The night of the vote",
        "Watch: The night of the vote",
        "More from The Weirside Post: our letters page",
        "More like this",
        "READ NEXT",
        "Read more of our Libraries coverage or visit our Guide.",
        "For more on the vote, visit our website.",
    ],
)
def test_links_to_other_articles(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "related"


def test_titles_below_a_heading_of_links_are_links_until_a_sentence_comes():
    lines = "More like this", "Ten cats in libraries", "Where have all the readers gone", OTHER
    assert kinds("Library saved", SENTENCE, *lines)[2:] == ["related", "related", "related", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "By Jo Marsh",
        "By Jo Marsh and Bo Ek, Weirside Post staff writers",
        "Published: 3 May 2021, 10:14",
        "4 min read",
        "Sign up for our newsletter and never miss a vote.",
        "Subscribe now for £1 a week",
        "The latest issue of Shelf magazine is on sale now.",
        "Get the Weirside Briefing in your inbox every morning.",
        "Follow us on Twitter.",
        "Follow Jo Marsh on Instagram @jomarsh",
        "Click here to send us your picture.",
        "© 2024 Weirside Post",
        "Copyright 2024 Weirside Post. All rights reserved.",
        "This article originally appeared in Shelf.",
        "This story was updated on Tuesday.",
        "Editor’s note: the mayor’s name was spelt wrong.",
        "Advertisement",
        "Story continues below",
        "Reporting by Jo Marsh; editing by Bo Ek",
    ],
)
def test_boilerplate(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Read the full statement below:",
        "“Sign up for our newsletter, and you will see,” she said.",
        "Subscribers to the newsletter were told on Monday.",
        "For more than ten years the library had no roof.",
        "Follow the money, the mayor says, and you find the river.",
        "“Related: the mayor and the river,” reads the note on her desk.",
        "This story began in 1931.",
        "Credit Union members voted on Monday.",
        "Sources say the photo was taken by the mayor.",
        "Copyright law is not on her side.",
        "Photo finishes are rare in council votes.",
        "Watch: I will be back, she told us.",
        "By Monday the roof had gone, and with it the cat.",
        "She won by courtesy of a single vote.",
        "More: she has the keys of the library, and the cat.",
    ],
)
def test_sentences_that_begin_like_a_notice_are_body(line):
    assert kinds("Library saved", SENTENCE, line, OTHER)[2] == "body"


# --- any text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100_000,
        "\n".join(["Name/Name"] * 50_000),
        "\n".join(["a"] * 50_000),
        "\n".join("'\"“" * 150 for _ in range(1_000)),
        "By " + "A " * 280 + "\n" + "Name " * 119 + "\n" + "/ " * 290,
        "\r" * 300_000,
        "\u200b \ufeff" * 100_000 + "x",
        "x" * 300_000,
        "\ud800\x00\x1b" * 100_000,
        ("x" * 80 + "\n" + "y" * 90 + "\n") * 5_000,
    ],
    ids=[
        "one paragraph",
        "credits",
        "letters",
        "marks",
        "names",
        "line ends",
        "invisible",
        "a word",
        "broken",
        "wrapped",
    ],
)
def test_long_and_odd_texts_take_no_time(text):
    started = time.process_time()
    paragraphs(text)
    assert time.process_time() - started < 4
