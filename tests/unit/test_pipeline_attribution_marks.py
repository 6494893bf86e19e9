"""What marks and paragraphs settle: quotations that go on, that are parted, and that nobody claims."""

import pytest

from quotes.layout import paragraphs
from quotes.model import Attribution, Span
from quotes.pipeline.attribution.conventions.marks import UNCLAIMED, settled_by_marks
from quotes.pipeline.regions import quoted_regions


def spans(text, *parts):
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def settled(text, *found):
    """The contents of the attributions that come out, as words, and whether each has a cue."""
    lines = paragraphs(text)
    given = [Attribution(spans(text, *content), cue=spans(text, *cue), confidence=0.9) for content, cue in found]
    out = settled_by_marks(text, given, LEAST, LEAST, quoted_regions(text, lines), lines)
    return [([span.cut(text) for span in a.content], bool(a.cue)) for a in out]


LEAST = 0.4
ONE = "“The well was dry by June.”"
TWO = "“Nobody came to look at it.”"

CASES = {
    "others speak next": (
        f"{ONE} Lind said. The reply was swift. {TWO}",
        [([ONE, TWO], ["said"])],
        [([ONE], True), ([TWO], False)],
    ),
    "whom the writer turns to": (
        f"{ONE} Lind said. And Berg? {TWO}",
        [([ONE, TWO], ["said"])],
        [([ONE], True), ([TWO], True)],
    ),
    "who said it pauses": (
        f"{ONE} Lind said. He paused. {TWO}",
        [([ONE, TWO], ["said"])],
        [([ONE, TWO], True)],
    ),
    "a quotation in its own sentence stays as it is": (
        f"{ONE} Lind said.",
        [([ONE], ["said"])],
        [([ONE], True)],
    ),
    "a content takes its marks in": (
        f"{ONE} Lind said.",
        [(["The well was dry by June"], ["said"])],
        [([ONE], True)],
    ),
    "and the rest of a quotation of which it has the greater part": (
        "Lind said: “The well was dry by June and nobody came.”",
        [(["The well was dry by June"], ["said"])],
        [(["“The well was dry by June and nobody came.”"], True)],
    ),
    "not where it is reported inside the marks": (
        "“The well was dry by June, Lind said then.”",
        [(["The well was dry by June"], ["said"])],
        [(["The well was dry by June"], True)],
    ),
    "and where it has the lesser part, that with which they begin": (
        "Lind said: “The well was dry by June, and all of July too.”",
        [(["The well was"], ["said"])],
        [(["“The well was dry by June, and all of July too.”"], True)],
    ),
    "and the beginning, where it breaks in with the greater part": (
        "Lind said: “The well was dry by June, and all of July too.”",
        [(["was dry by June, and all of July too"], ["said"])],
        [(["“The well was dry by June, and all of July too.”"], True)],
    ),
    "not where it has the last words, which may be quoted inside": (
        "Lind said: “The well was dry by June, and all of July too.”",
        [(["all of July too"], ["said"])],
        [(["all of July too"], True)],
    ),
    "words that two cues have are left to the one that has nothing else": (
        "“It was dry,” said Lind, before adding: “And nobody came by in June, and nobody in July.”",
        [(["It was dry"], ["said"]), (["It was dry", "And nobody came by in June, and nobody in July"], ["adding"])],
        [(["“It was dry,”"], True), (["“And nobody came by in June, and nobody in July.”"], True)],
    ),
    "a word of the next paragraph is no part of it": (
        "Wells dry, says Lind\n\nThe wells of Altmere are dry.",
        [(["Wells dry", "The"], ["says"])],
        [(["Wells dry"], True)],
    ),
    "but not those of the quotation that it ends": (
        "“He said the well was dry.” Lind laughed.",
        [(["the well was dry"], ["said"])],
        [(["“He said the well was dry.”"], False), (["the well was dry"], True)],
    ),
    "nor those of one in which somebody says something inside": (
        "Lind left. “I told Berg, ‘The well is dry.’” It rained.",
        [(["‘The well is dry.’"], ["told"])],
        [(["“I told Berg, ‘The well is dry.’”"], False), (["‘The well is dry.’"], True)],
    ),
    "words that two cues have, each with others, are left to the nearer one": (
        f"{ONE} Lind said. {TWO} Berg added. “And it rained in July.”",
        [
            ([ONE, "“And it rained in July.”"], ["Lind said"]),
            ([TWO, "“And it rained in July.”"], ["Berg added"]),
        ],
        [([ONE], True), ([TWO, "“And it rained in July.”"], True)],
    ),
    "one left open goes on in the next paragraph": (
        "“The well was dry by June, Lind said.\n\n“Nobody came to look at it.”",
        [(["“The well was dry by June,"], ["said"])],
        [(["“The well was dry by June,", TWO], True)],
    ),
    "narration behind a forgotten mark is not said": (
        "Lind said: “The well was dry.\n\nTurning to the board, she told them that “nobody came”.",
        [(["“The well was dry.", "Turning to the board"], ["said"])],
        [(["“The well was dry."], True)],
    ),
    "and over a third": (
        "Lind said: “The well was dry.\n\n“Nobody came.\n\n“So we dug.”\n\nIt rained.",
        [(["“The well was dry."], ["said"])],
        [(["“The well was dry.", "“Nobody came.", "“So we dug.”"], True)],
    ),
    "a new paragraph after a closed one is a statement of its own": (
        f"{ONE} Lind said.\n\n{TWO}",
        [([ONE, TWO], ["said"])],
        [([ONE], True), ([TWO], False)],
    ),
    "what is parted from one and claimed by another is there once": (
        f"{ONE} Lind said.\n\n{TWO}",
        [([ONE, TWO], ["said"]), ([TWO], [])],
        [([ONE], True), ([TWO], False)],
    ),
    "the part in the cue's paragraph keeps the cue": (
        f"{ONE}\n\n{TWO} Lind said.",
        [([ONE, TWO], ["said"])],
        [([ONE], False), ([TWO], True)],
    ),
    "both halves of one paragraph stay together": (
        "“The well,” Lind said, “was dry by June.”",
        [(["“The well,”", "“was dry by June.”"], ["said"])],
        [(["“The well,”", "“was dry by June.”"], True)],
    ),
    "a sentence in marks between others is somebody's": (
        f"Lind said it rained. {TWO} The board met.",
        [(["it rained"], ["said"])],
        [(["it rained"], True), ([TWO], False)],
    ),
    "behind another quotation too": (
        f"{ONE} {TWO} The board met.",
        [([ONE], [])],
        [([ONE], False), ([TWO], False)],
    ),
    "words in marks inside a sentence are not": (
        "Lind said it rained. He sang “The Well Was Dry by June.” The board met.",
        [(["it rained"], ["said"])],
        [(["it rained"], True)],
    ),
    "nor is a short title": (
        "Lind said it rained. “Dry Well” follows in May.",
        [(["it rained"], ["said"])],
        [(["it rained"], True)],
    ),
    "a paragraph in marks that nobody claims is somebody's": (
        f"Lind said it rained.\n\n{TWO}",
        [(["it rained"], ["said"])],
        [(["it rained"], True), ([TWO], False)],
    ),
    "all its paragraphs are one": (
        "On the well:\n\n“It was dry by June, and it stayed so.\n\n“Nobody came to look at it.”",
        [],
        [(["“It was dry by June, and it stayed so.", TWO], False)],
    ),
    "a title at the head of a paragraph is nobody's": (
        "“The Dry Well” opens on Friday.",
        [],
        [],
    ),
    "whole sentences behind a comma are somebody's": (
        "He took to the stage to say, “It will hold as long as I do.” It rained.",
        [],
        [(["“It will hold as long as I do.”"], False)],
    ),
    "a title behind a comma is nobody's": ("Their paper, “Chemical Homing of Limpets in Winter,” is out.", [], []),
    "words in marks inside a paragraph are left to the network": (
        "The town calls it “the hole that eats our money.” It rained.",
        [],
        [],
    ),
    "a link is nobody's": (
        "It rained.\n\nRelated: “The well was dry by June.”",
        [],
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_marks_and_paragraphs_settle(name):
    text, found, expected = CASES[name]
    assert settled(text, *found) == expected


def test_a_quotation_that_nobody_claims_is_not_sure():
    lines = paragraphs(ONE)
    (only,) = settled_by_marks(ONE, [], LEAST, LEAST, quoted_regions(ONE, lines), lines)
    assert only.confidence == UNCLAIMED


def test_a_doubtful_claim_is_better_than_none():
    text = f"{ONE} It was Lind who had dug it."
    lines = paragraphs(text)
    doubtful = Attribution(spans(text, ONE), source=spans(text, "Lind"), confidence=LEAST / 2)
    assert settled_by_marks(text, [doubtful], LEAST, LEAST, quoted_regions(text, lines), lines) == (doubtful,)


def test_a_doubtful_claim_on_anything_else_is_dropped():
    text = "It rained, Lind may have said."
    doubtful = Attribution(spans(text, "It rained"), source=spans(text, "Lind"), confidence=LEAST / 2)
    assert settled_by_marks(text, [doubtful], LEAST, LEAST, (), paragraphs(text)) == ()


def sources(text, *found):
    lines = paragraphs(text)
    given = [Attribution(spans(text, *content), confidence=0.9) for content in found]
    out = settled_by_marks(text, given, LEAST, LEAST, quoted_regions(text, lines), lines)
    cut = [(a.content, a.source, a.cue) for a in out]
    return [tuple(" + ".join(span.cut(text) for span in part) for part in row) for row in cut]


def test_labels_that_take_turns_stand_against_other_sources():
    text = '"QUILL: Is it so?\n\n"LIND: It is so.\n\n"QUILL: But, Mayor Lind, people wrote no.\n\n"LIND: They did so.'
    lines = paragraphs(text)
    wrong = Attribution(spans(text, "people wrote no"), spans(text, "wrote"), spans(text, "Mayor Lind"), 0.9)
    out = settled_by_marks(text, [wrong], LEAST, LEAST, quoted_regions(text, lines), lines)
    assert [one.source[0].cut(text) for one in out] == ["QUILL", "LIND", "QUILL", "LIND"]
    assert out[2].content[0].cut(text) == "But, Mayor Lind, people wrote no."


def test_one_label_alone_does_not():
    text = '"BREAKING: It is so," Mayor Lind wrote.'
    lines = paragraphs(text)
    right = Attribution(spans(text, '"BREAKING: It is so,"'), spans(text, "wrote"), spans(text, "Mayor Lind"), 0.9)
    assert settled_by_marks(text, [right], LEAST, LEAST, quoted_regions(text, lines), lines) == (right,)


LABELLED = {
    "a transcript": (
        '"WALLACE: Will she be there on Monday?\n\n"PENCE: She will not be there.\n\n"She has a ferry to run."',
        [],
        [
            ("Will she be there on Monday?", "WALLACE", ":"),
            ('She will not be there. + "She has a ferry to run."', "PENCE", ":"),
        ],
    ),
    "a list of quotations": (
        "“The ferry is my road home.” ― Odile Marchetti\n\n“I would miss the noise of it.” — Ruben Aldous",
        [["“I would miss the noise of it.”"]],
        [
            ("“The ferry is my road home.”", "Odile Marchetti", "―"),
            ("“I would miss the noise of it.”", "Ruben Aldous", "—"),
        ],
    ),
    "who is relayed, not who relays": (
        "A guard later quoted Lind as saying, “I dug it myself,” the Weir Post reported.",
        [["Lind as saying, “I dug it myself,”"]],
        [("“I dug it myself,”", "Lind", "saying")],
    ),
    "nor who reports": (
        "The filing quotes Mr. Lind as having said “I dug it myself,” the Weir Post reported.",
        [["The filing quotes Mr. Lind as having said “I dug it myself,”"]],
        [("“I dug it myself,”", "Mr. Lind", "having said")],
    ),
    "also where the network finds nobody": (
        "It rained. A paper quoted the mayor as telling staff: “We are done here.” It snowed.",
        [],
        [("“We are done here.”", "the mayor", "telling staff")],
    ),
    "a plain cue behind a short one": (
        "“It was hell,” Lind told the crowd, per the Weir Post.",
        [],
        [("“It was hell,”", "Lind", "told")],
    ),
    "also before who speaks": (
        "“It was hell,” said Odile Lind in May.",
        [],
        [("“It was hell,”", "Odile Lind", "said")],
    ),
    "but not words in the midst of a sentence": ("He was one of the so-called “dirty dozen,” Lind said.", [], []),
    "a dash and a sentence is no label": (
        "“The ferry is my road home.” — He meant the old one. It sank in May.",
        [],
        [("“The ferry is my road home.”", "", "")],
    ),
}


@pytest.mark.parametrize("name", LABELLED)
def test_a_label_says_whose(name):
    text, found, expected = LABELLED[name]
    assert sources(text, *found) == expected


def test_without_marks_another_cut_is_made():
    text = f"{ONE} Lind said. Weir hoped it rained."
    lines = paragraphs(text)
    given = [
        Attribution(spans(text, ONE), cue=spans(text, "said"), confidence=0.3),
        Attribution(spans(text, "it rained"), cue=spans(text, "hoped"), confidence=0.3),
    ]
    for least, unmarked, expected in ((0.4, 0.2, ["hoped"]), (0.2, 0.4, ["said"]), (0.2, 0.2, ["said", "hoped"])):
        out = settled_by_marks(text, given, least, unmarked, quoted_regions(text, lines), lines)
        sure = [a for a in out if a.confidence == 0.3 and (a.content[0].cut(text) != ONE or least < 0.3)]
        assert [a.cue[0].cut(text) for a in sure if a.cue] == expected
