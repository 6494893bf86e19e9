"""What makes two things of wordings that have nearly all words in common, wherever it stands in them."""

from itertools import combinations

import pytest

from quotes.dedupe import fold
from quotes.dedupe.denial import denies, telling
from quotes.dedupe.form import Form
from quotes.dedupe.names import other_name
from quotes.dedupe.vocabulary import CONTRARY, DATES, MILD
from quotes.model import Metadata, Occurrence, Quotation, Span

TOOK = "took the money from the safe of the harbour office on the night before the great storm came over the town"
PAYS = "will pay the full price for the damage that it has done to the river and to all the people who live beside it"
GOOD = "are a very good side and they have shown it in every match that they have played since the winter came to us"
BEST = "is the best candidate for this office that the town has seen since I came to live here with my family"
WEPT = "I met her mother at the gate of the old school on the hill and she wept when she spoke of"
MEET = "We will meet the union and the owners of the mill in the old harbour of the town on"
PRICES = "The council wants to build forty new houses on the meadow next to the mill of Altmere and prices will"
GATES = (
    "the gates of the lower basin stand open on the night of the flood and the pumps of the quay are like toys to us"
)

speakers = pytest.mark.parametrize("speaker", ["", "Ada Rusk"], ids=["nobody", "named"])


def said(quote, article="a.txt", speaker="Ada Rusk", kind="direct", marked=None):
    quotation = Quotation(content=(Span(0, len(quote)),), kind=kind, speaker=speaker)
    if marked is None:
        marked = "" if kind == "indirect" else quote
    return Occurrence(article, Metadata(), quotation, quote, marked, "", "", "", 1, 1)


def rows(one, other, speaker="Ada Rusk"):
    return len(fold([said(one, "a.txt", speaker), said(other, "b.txt", speaker)]))


@speakers
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"Ann Berg {TOOK}", f"Tom Lind {TOOK}", id="people who begin it"),
        pytest.param(f"It was Ann Berg, who {TOOK}", f"It was Tom Lind, who {TOOK}", id="before a comma"),
        pytest.param(f"I have said since May that Ann Berg {TOOK}", f"Tom Lind {TOOK}", id="one begins sooner"),
        pytest.param(f"Ann Berg {TOOK}. She will pay", f"Tom Lind {TOOK}. We must wait", id="each goes on"),
        pytest.param(f"I don’t know why Ann Berg {TOOK}", f"I don’t know why Tom Lind {TOOK}", id="with a contraction"),
        pytest.param(f"Haver Steel {PAYS}", f"Ilmen Chemicals {PAYS}", id="firms"),
        pytest.param(f"Oldcastle {PAYS}", f"Penhaligon {PAYS}", id="a surname alone, before will"),
        pytest.param(f"Oldcastle {TOOK}", f"Penhaligon {TOOK}", id="a surname alone, before took"),
        pytest.param(f"Altmere Rovers {GOOD}", f"Brackwater City {GOOD}", id="clubs"),
        pytest.param(f"Marlene Oldcastle {BEST}", f"Harriet Penhaligon {BEST}", id="long names"),
        pytest.param(f"Mr. Oldcastle {BEST}", f"Mrs. Oldcastle {BEST}", id="titles"),
        pytest.param(f"{WEPT} Ann Berg", f"{WEPT} Tom Lind", id="people who end it"),
        pytest.param(f"{MEET} Monday", f"{MEET} Friday", id="days"),
        pytest.param(f"{MEET} Tuesday", f"{MEET} Thursday", id="days that look alike"),
        pytest.param(f"{MEET} 3 May", f"{MEET} 4 May", id="dates"),
        pytest.param(f"{PRICES} rise", f"{PRICES} fall", id="opposites"),
        pytest.param(f"I {TOOK} in spring", f"I {TOOK} in winter", id="seasons"),
        pytest.param(f"{PRICES} rise, and we must wait", f"{PRICES} fall, as they did", id="opposites, each goes on"),
        pytest.param(f"We {TOOK}", f"They {TOOK}", id="we and they"),
    ],
)
def test_what_stands_at_an_end_of_both(one, other, speaker):
    assert rows(one, other, speaker) == 2


@speakers
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"He {TOOK}", f"Ann Berg {TOOK}", id="a pronoun for a name"),
        pytest.param(f"Mr Berg {TOOK}", f"Ann Berg {TOOK}", id="a title for a first name"),
        pytest.param(f"Gen. Berg {TOOK}", f"Ann Berg {TOOK}", id="a short title"),
        pytest.param(f"Berg {TOOK}", f"Ann Berg {TOOK}", id="a last name"),
        pytest.param(f"{WEPT} Ann Berg", f"{WEPT} Ann M. Berg", id="an initial"),
        pytest.param(f"{WEPT} Ann Berg", f"{WEPT} her", id="a name for a pronoun, at the end"),
        pytest.param(f"{WEPT} the UNH", f"{WEPT} the Union of New Harbours", id="initials"),
        pytest.param(f"{WEPT} Ann Berg’s boat", f"{WEPT} Berg’s boat", id="a possessive"),
        pytest.param(f"People {TOOK}", f"Burglars {TOOK}", id="no names"),
        pytest.param(f"{TOOK.capitalize()}", f"Ann Berg {TOOK}", id="the head is lost"),
        pytest.param(f"Ann Berg {TOOK}", f"I know that Ann Berg {TOOK}", id="one begins sooner"),
        pytest.param(f"{MEET} Monday", f"{MEET} Monday, and Tom Lind will come too", id="one goes on"),
        pytest.param(f"{MEET.removesuffix(' on')}", f"{MEET} Monday", id="a day more"),
        pytest.param(f"{PRICES} rise", f"{PRICES} rise, and no house will fall", id="one goes on, to an opposite"),
        pytest.param(f"If the tax rises we will fight, and she {TOOK}", f"She {TOOK}", id="a condition of a clause"),
        pytest.param(f"She {TOOK} if you ask me", f"She {TOOK}", id="a condition of nothing that will be"),
        pytest.param(f"They say that she will know it, if you ask, as she {TOOK}", f"she {TOOK}", id="a pause"),
        pytest.param(f"See if Ann Berg will come. She {TOOK}", f"She {TOOK}", id="a condition in a sentence before"),
        pytest.param(f"He refused to fight, and he {TOOK}", f"He refused to fight, she says, and {TOOK}", id="in both"),
        pytest.param(f"There is no doubt that he {TOOK}", f"He {TOOK}", id="no doubt"),
    ],
)
def test_what_is_still_one(one, other, speaker):
    assert rows(one, other, speaker) == 1


DAMAGE = "the damage that was done to the river in the night of the flood"


@speakers
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"We can hardly pay for {DAMAGE}", f"We can pay for {DAMAGE}"),
        (f"There is barely enough to mend {DAMAGE}", f"There is enough to mend {DAMAGE}"),
        (f"She scarcely saw {DAMAGE}", f"She saw {DAMAGE}"),
        (f"He refused to pay for {DAMAGE}", f"He agreed to pay for {DAMAGE}"),
        (f"He refuses to pay for {DAMAGE}", f"He will pay for {DAMAGE}"),
        (f"We failed to mend {DAMAGE}", f"We managed to mend {DAMAGE}"),
        (f"It is unlikely that they will mend {DAMAGE}", f"It is likely that they will mend {DAMAGE}"),
        (f"I deny that we did {DAMAGE}", f"I admit that we did {DAMAGE}"),
        (f"I deny that we are to blame for {DAMAGE}", f"we are to blame for {DAMAGE}"),
        (f"I doubt that they will mend {DAMAGE}", f"I believe that they will mend {DAMAGE}"),
        (f"I doubt that they will mend {DAMAGE}", f"They will mend {DAMAGE}"),
        (f"We reject the plan to mend {DAMAGE}", f"We accept the plan to mend {DAMAGE}"),
        (f"She is innocent of {DAMAGE}", f"She is guilty of {DAMAGE}"),
        (f"I am glad of {DAMAGE}", f"I am sorry for {DAMAGE}"),
        (f"It is a fact that they did {DAMAGE}", f"It is a lie that they did {DAMAGE}"),
        (f"A hundred people saw {DAMAGE}", f"A dozen people saw {DAMAGE}"),
        (f"Half the people saw {DAMAGE}", f"A third of the people saw {DAMAGE}"),
        (f"Half the people of the town saw {DAMAGE}", f"Many people of the town saw {DAMAGE}"),
        (f"This is the first house with {DAMAGE}", f"This is the second house with {DAMAGE}"),
        (f"They will double the price of {DAMAGE}", f"They will halve the price of {DAMAGE}"),
        (f"They like to look at {DAMAGE}", f"They hate to look at {DAMAGE}"),
        (f"They love to look at {DAMAGE}", f"They hate to look at {DAMAGE}"),
        (f"On the left you see {DAMAGE}", f"On the right you see {DAMAGE}"),
        (f"All of the people saw {DAMAGE}", f"Few of the people saw {DAMAGE}"),
        (f"If the tax rises we will pay for {DAMAGE}", f"We will pay for {DAMAGE}"),
        (f"If the tax rises, the council will pay for {DAMAGE}", f"The council will pay for {DAMAGE}"),
        (f"We will pay the full price of {DAMAGE} if the tax rises", f"We will pay the full price of {DAMAGE}"),
        (f"And unless it rains they can mend {DAMAGE}", f"They can mend {DAMAGE}"),
    ],
)
def test_denials(one, other, speaker):
    assert rows(one, other, speaker) == 2


@speakers
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"I doubt that the council can mend {DAMAGE}", f"I do not think that the council can mend {DAMAGE}"),
        (f"The council is lacking the means to mend {DAMAGE}", f"The council does not have the means to mend {DAMAGE}"),
        (f"It is unlikely that they mend {DAMAGE}", f"It is not likely that they mend {DAMAGE}"),
        (f"I cannot deny that we did {DAMAGE}", f"we did {DAMAGE}"),
        (f"The pumps failed the town, and we saw {DAMAGE}", f"the pumps failed the town, we saw {DAMAGE}"),
        (f"They refuse to come, the council, and {DAMAGE}", f"the council, and {DAMAGE}"),
        (f"We have seen {DAMAGE} they deny", f"We have seen {DAMAGE}"),
        (f"We ask if it can be, and we see {DAMAGE}", f"we see {DAMAGE}"),
    ],
)
def test_denials_of_one_thing(one, other, speaker):
    assert rows(one, other, speaker) == 1


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(f"{{}} {GATES}", id="first"),
        pytest.param(f"so {{}} that {GATES}", id="near the start"),
        pytest.param(f"{GATES} which is {{}}", id="last"),
        pytest.param(f"{GATES} as {{}} of it", id="near the end"),
        pytest.param(GATES.replace("lower basin", "{} and lower basin"), id="inside"),
    ],
)
def test_no_word_stands_for_another_of_its_kind(frame):
    pairs = [pair for words in CONTRARY if not words <= MILD for pair in list(combinations(sorted(words), 2))[:10]]
    assert [pair for pair in pairs if rows(*map(frame.format, pair)) == 1] == []
    assert all(day in DATES for day in ("monday", "june"))


@pytest.mark.parametrize(
    ("direct", "reported"), [("I", "he"), ("I", "she"), ("We", "they"), ("My brother", "her brother")]
)
def test_reported_speech_shifts_a_person(direct, reported):
    for how, expected in (("indirect", 1), ("direct", 2)):
        assert len(fold([said(f"{direct} {TOOK}"), said(f"{reported} {TOOK}", "b.txt", kind=how)])) == expected


def test_reported_speech_shifts_the_person():
    direct, reported = said(f"We {TOOK}"), said(f"that they {TOOK}", "b.txt", kind="indirect")
    assert len(fold([direct, reported])) == 1
    assert len(fold([said(f"that we {TOOK}", kind="indirect"), reported])) == 2, "both are reported"
    assert len(fold([said(f"They {TOOK}"), said(f"that we {TOOK}", "b.txt", kind="indirect")])) == 2, "not so"
    assert len(fold([said(f"He {TOOK}"), said(f"that she {TOOK}", "b.txt", kind="indirect")])) == 2, "no such shift"


@pytest.mark.parametrize(
    ("clause", "marked", "expected"),
    [
        pytest.param(f"that they “{TOOK}”", TOOK, 1, id="before the marks"),
        pytest.param(f"that “they {TOOK}”", f"they {TOOK}", 2, id="her very words"),
        pytest.param(f"“They {TOOK}”", f"They {TOOK}", 2, id="her very words, and no others"),
        pytest.param(f'that "if you ask", they "{TOOK}"', f"if you ask … {TOOK}", 1, id="between straight marks"),
    ],
)
def test_no_person_shifts_in_marks(clause, marked, expected):
    assert len(fold([said(f"We {TOOK}"), said(clause, "b.txt", kind="mixed", marked=marked)])) == expected


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("we do not win", True),
        ("not only we win", False),
        ("we hardly win", True),
        ("we refuse to win", True),
        ("we refuse", True),
        ("the pumps fail us", False),
        ("we never fail to win", False),
        ("the pumps never fail us", True),
        ("no doubt we win", False),
        ("without a doubt we win", False),
        ("no i doubt it", True),
        ("we may deny it", True),
        ("we win", False),
    ],
)
def test_denies(words, denied):
    found = words.split()
    assert any(denies(found, at) for at in range(len(found))) is denied


def test_telling_words():
    assert telling("he did not refuse to take a dozen of the 12 boats".split()) == ["12", "dozen"]
    assert telling("half of it he refused".split()) == ["half", "not"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Berg and the Mill of Ilmen won’t come on Monday", "ann berg mill ilmen"),
        ("We asked Mr. Berg and Ann M. Berg. Berg is here", "mr berg ann m berg berg"),
        ("Everybody is here. Penhaligon is not. Boats are", "penhaligon"),
        ("It is theirs. They told the US in thirty two letters", "us"),
        ("Penhaligon took it. Boats took it. Everyone took it. Take it", "penhaligon"),
        ("Boats Sink Again In Old Harbour", ""),
        ("boats sink again", ""),
    ],
)
def test_names_by_their_capitals(text, names):
    form = Form(text)
    assert form.names(0, form.size) == names.split()


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        ("ann berg", "tom lind", True),
        ("ann berg", "tom berg", True),
        ("ann berg", "berg", False),
        ("general berg", "ann berg", False),
        ("mr", "mrs", True),
        ("mr", "berg", False),
        ("mr", "mr", False),
        ("ann berg's", "berg", False),
        ("tom lind ann berg", "ann berg", False),
        ("bob berg", "robert berg", False),
        ("unh", "union new harbours", False),
        ("brackwater", "brackwaters", False),
        ("", "ann berg", False),
    ],
)
def test_other_names(some, others, expected):
    assert other_name(some.split(), others.split()) is expected
    assert other_name(others.split(), some.split()) is expected
