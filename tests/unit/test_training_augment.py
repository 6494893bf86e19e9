"""Other clothes, same words: every span of an article still covers what it covered, however it is dressed."""

import random
import re

import pytest

from quotes.model import Span
from quotes.training import augment
from quotes.training.data import Example, Said

TEXT = """Ferry ‘safe to sail’, says board

“It’s safe – I can’t say ‘no’ to Odile’s crew,” Odile Marchetti-Weir said. “Nobody should stay home,” she said.

According to Ruben Aldous, the rudder was replaced in May. Aldous’ report said "the lamps were out" for the '90s boats.

“We asked the voters’ committee.

“They told us to sail,” says Marchetti-Weir’s lawyer Ifeoma Brandvold.
"""


def spans(text, *pieces):
    """Where the words stand: each found behind the one before."""
    found, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append(Span(at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def said(text, content, cue="", source=""):
    return Said(spans(text, *content), spans(text, cue) if cue else (), spans(text, source) if source else ())


EXAMPLE = Example(
    "paper/ferry",
    TEXT,
    (
        said(
            TEXT,
            ["“It’s safe – I can’t say ‘no’ to Odile’s crew,”", "“Nobody should stay home,”"],
            "said",
            "Odile Marchetti-Weir",
        ),
        said(TEXT, ["‘safe to sail’"], "says", "board"),
        said(TEXT, ["the rudder was replaced in May"], "According to", "Ruben Aldous"),
        said(TEXT, ['"the lamps were out"'], "report said", "Aldous’"),
        said(
            TEXT,
            ["“We asked the voters’ committee.", "“They told us to sail,”"],
            "says",
            "Marchetti-Weir’s lawyer Ifeoma Brandvold",
        ),
    ),
    tuple(
        (span, "PERSON") for span in spans(TEXT, "Odile", "Odile Marchetti-Weir", "Ruben Aldous", "Ifeoma Brandvold")
    ),
)

DRESSES = {
    "straight": lambda example, rng: augment._straight(example),
    "curly": lambda example, rng: augment._curly(example),
    "british curly": lambda example, rng: augment._british(example, is_curly=True),
    "british straight": lambda example, rng: augment._british(example, is_curly=False),
    "guillemets": lambda example, rng: augment._other_marks(example, "«", "»"),
    "low and high": lambda example, rng: augment._other_marks(example, "„", "“"),
    "typewriter": lambda example, rng: augment._other_marks(example, "``", "''"),
    "run together": augment._run_together,
    "marks lost": augment._lose_marks,
}


def words(text):
    return re.findall(r"\w+", text)


def all_spans(example):
    """Every span with the attribution and the role it stands for."""
    for number, one in enumerate(example.said):
        for role in ("content", "cue", "source"):
            for span in getattr(one, role):
                yield number, role, span
    for number, (span, label) in enumerate(example.entities):
        yield number, label, span


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("seed", range(3))
def test_a_dress_keeps_the_words_of_every_span(dress, seed):
    dressed = dress(EXAMPLE, random.Random(seed))
    assert words(dressed.text) == words(TEXT)
    before = [(number, role, words(span.cut(TEXT))) for number, role, span in all_spans(EXAMPLE)]
    assert [(number, role, words(span.cut(dressed.text))) for number, role, span in all_spans(dressed)] == before


@pytest.mark.parametrize("dress", [name for name in DRESSES if name != "marks lost"])
def test_a_dress_keeps_marks_at_the_ends_of_spans(dress):
    dressed = DRESSES[dress](EXAMPLE, random.Random(1))
    opened = dressed.said[0].content[0].cut(dressed.text)
    assert not opened[0].isalnum()
    assert not opened[-1].isalnum()
    assert len(opened) - len(opened.strip("“”‘’'\"«»„`")) >= 2


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_drawn_spans_are_whole_words_in_order(seed):
    names = augment.name_pool([EXAMPLE])
    changed = augment.augmented(EXAMPLE, random.Random(seed), names)
    assert len(changed.said) == len(EXAMPLE.said)
    for number, role, span in all_spans(changed):
        cut = span.cut(changed.text)
        assert cut, (number, role)
        assert cut == cut.strip(), (number, role)
        assert 0 <= span.start < span.end <= len(changed.text)
        assert not re.match(r"\w\w", changed.text[max(0, span.start - 1) : span.start + 1]), (number, role, cut)
        assert not re.match(r"\w\w", changed.text[span.end - 1 : span.end + 1]), (number, role, cut)
    for before, after in zip(EXAMPLE.said, changed.said, strict=True):
        assert [len(before.content), len(before.cue), len(before.source)] == [
            len(after.content),
            len(after.cue),
            len(after.source),
        ]


EDITS = [
    ("before", [(0, 1, "xyz")], "xyzbcdef", "cd"),
    ("behind", [(5, 6, "")], "abcde", "cd"),
    ("inside", [(2, 3, "XX")], "abXXdef", "XXd"),
    ("all of it", [(2, 4, "they")], "abtheyef", "they"),
    ("over its start", [(1, 3, "Z")], "aZdef", "Zd"),
    ("over its end", [(3, 5, "Z")], "abcZf", "cZ"),
    ("touching on both sides", [(1, 2, "-"), (4, 5, "+")], "a-cd+f", "cd"),
    ("put in before it", [(2, 2, "-")], "ab-cdef", "cd"),
    ("side by side in it", [(2, 3, "1"), (3, 4, "2")], "ab12ef", "12"),
    ("none", [], "abcdef", "cd"),
]


@pytest.mark.parametrize(("edits", "text", "cut"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_spans_move_along_with_edits(edits, text, cut):
    example = Example("x", "abcdef", (Said((Span(2, 4),), (), ()),), ((Span(2, 4), "ORG"),))
    changed = augment.edited(example, edits)
    assert changed.text == text
    assert changed.said[0].content[0].cut(text) == cut
    assert changed.entities[0][0].cut(text) == cut


def test_what_is_deleted_is_no_span_any_more():
    example = Example("x", "abcdef", (Said((Span(2, 4),), (), ()),), ((Span(2, 4), "ORG"),))
    changed = augment.edited(example, [(1, 5, "")])
    assert (changed.text, changed.said, changed.entities) == ("af", (), ())


BRITISH = [
    ("nested", True, "“I can’t say ‘no’ to Odile’s crew,” she said.", "‘I can’t say “no” to Odile’s crew,’ she said."),
    ("straight", False, "\"I can't say 'no'.\" He left.", "'I can't say \"no\".' He left."),
    ("straight to curly", True, "\"I can't say 'no',\" she said.", "‘I can’t say “no”,’ she said."),
    ("curly to straight", False, "“I can’t say ‘no’,” she said.", "'I can't say \"no\",' she said."),
    ("plural possessive", True, "“The voters’ lists,” he said.", "‘The voters’ lists,’ he said."),
    ("years", False, '"the \'90s were good," he said', "'the '90s were good,' he said"),
    ("outside marks", True, "The ‘old’ lamp, “the lamp”.", "The ‘old’ lamp, ‘the lamp’."),
    ("left open", True, "“One.\n“Two,” he said.", "‘One.\n‘Two,’ he said."),
    ("single around double", True, "‘They told us “go” twice’", "‘They told us ‘go’ twice’"),
]


@pytest.mark.parametrize(
    ("is_curly", "text", "expected"), [row[1:] for row in BRITISH], ids=[row[0] for row in BRITISH]
)
def test_british_marks(is_curly, text, expected):
    assert augment._british(Example("x", text, ()), is_curly=is_curly).text == expected


CURLY = [
    ("pair", 'He said "go" twice.', "He said “go” twice."),
    ("apostrophe", "It isn't Odile's.", "It isn’t Odile’s."),
    ("behind a bracket or dash", '("go") -"go"', "(“go”) -“go”"),
    ("behind a single mark", "'\"Go\", he said'", "'“Go”, he said'"),
    ("each paragraph by itself", '"One.\n"Two."', "“One.\n“Two.”"),
    ("closing without opening", 'Go" and', "Go” and"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CURLY], ids=[row[0] for row in CURLY])
def test_curly_marks(text, expected):
    assert augment._curly(Example("x", text, ())).text == expected


class Always:
    """Dice that always let it happen, and choose the first or the last."""

    def __init__(self, at=0):
        self.at = at

    def random(self):
        return 0.0

    def choice(self, row):
        return row[self.at]

    def sample(self, row, count):
        return list(row)[:count]


def test_swapped_names_keep_possessives_and_halves():
    text = "Marchetti-Weir’s ferry. Weir said it. Marchetti-Weir's own words. The weird Weirs."
    example = Example(
        "x",
        text,
        (
            said(text, ["ferry"], "said", "Marchetti-Weir"),
            said(text, ["it"], "said", "Weir said"),
        ),
    )
    changed = augment._other_names(example, Always(), ["Okoro"])
    assert changed.text == "Okoro’s ferry. Okoro said it. Okoro's own words. The weird Weirs."
    assert changed.said[0].source[0].cut(changed.text) == "Okoro"


@pytest.mark.parametrize("names", [[], ["Okoro"]])
def test_swapping_names_needs_some(names):
    example = Example("x", "“Go,” they said.", (said("“Go,” they said.", ["“Go,”"], "said", "they"),))
    assert augment._other_names(example, Always(), names) == example


def test_the_name_pool_has_no_common_words():
    text = "Experts and Ruben Aldous said so. Many experts agree."
    assert augment.name_pool([Example("x", text, (said(text, ["so"], "said", "Experts and Ruben Aldous"),))]) == [
        "Aldous",
        "Ruben",
    ]


WORDS = [
    ("subject", "Aldous went home, Okoro said.", "Okoro", "Aldous went home, he told reporters."),
    ("behind a closing mark", "“Go.” Okoro said.", "Okoro", "“Go.” he told reporters."),
    ("first word", "Okoro said so.", "Okoro", "He told reporters so."),
    (
        "after a preposition",
        "It is safe, according to Okoro, who said so.",
        "Okoro",
        "It is safe, according to him, who told reporters so.",
    ),
    ("possessive outside", "Okoro’s aide said so.", "Okoro", "Okoro’s aide told reporters so."),
    ("possessive inside", "Okoro's claim said so.", "Okoro's", "Okoro's claim told reporters so."),
    ("no name", "The board said so.", "The board", "The board told reporters so."),
]


@pytest.mark.parametrize(("text", "source", "expected"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_other_words_are_english(text, source, expected):
    entity = (spans(text, source)[0], "PERSON")
    example = Example("x", text, (said(text, [text.split()[-1]], "said", source),), (entity,))
    changed = augment._other_words(example, Always(), ())
    assert changed.text == expected
    assert len(changed.entities) == (source in expected)  # a pronoun is no name


class Telling(Always):
    """Dice that choose a name of the pool for whom it was told."""

    def choice(self, row):
        return row[-1]

    def random(self):
        return 0.2  # low enough for another verb, too high for a pronoun


@pytest.mark.parametrize(
    ("text", "expected", "whom"),
    [
        ("“Go,” Okoro said.", "“Go,” Okoro told Weir.", ["Weir"]),
        ("“Go,” said Okoro.", "“Go,” shared Okoro.", None),
        ("“Go,” Okoro said on Friday.", "“Go,” Okoro told Weir on Friday.", ["Weir"]),
    ],
    ids=["behind the source", "before the source", "words behind"],
)
def test_told_somebody_stands_behind_the_source_only(text, expected, whom):
    example = Example("x", text, (said(text, ["“Go,”"], "said", "Okoro"),))
    changed = augment._other_words(example, Telling(), ("Weir",))
    assert changed.text.replace("said Okoro", "shared Okoro") == expected
    (one,) = changed.said
    assert (one.addressee and [span.cut(changed.text) for span in one.addressee]) == whom
    assert one.cue[0].cut(changed.text) in ("told", "shared", "said")


def test_without_entities_there_are_none_afterwards():
    example = Example("x", "Okoro said so.", (said("Okoro said so.", ["so"], "said", "Okoro"),))
    assert augment._other_words(example, Always(), ()).entities is None
