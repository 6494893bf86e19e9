"""What newsrooms do to a quotation finds its original; what turns its meaning never does."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.dedupe import fold
from quotes.model import Metadata, Occurrence, Quotation, Span

PLAIN = (
    "boats harbour we they stay open and the town people children because you know that was good but then winter rain "
    "council pier bridge morning every our would think"
).split()
TWINS = {
    "British or American": (
        ("colour", "color"), ("organise", "organize"), ("centre", "center"), ("defence", "defense"),
        ("travelled", "traveled"), ("grey", "gray"), ("programme", "program"), ("labour", "labor"),
        ("analyse", "analyze"), ("towards", "toward"), ("catalogue", "catalog"), ("favourite", "favorite"),
        ("neighbours", "neighbors"), ("theatre", "theater"), ("realised", "realized"), ("honour", "honor"),
    ),
    "digits or letters": (
        ("12", "twelve"), ("7", "seven"), ("40", "forty"), ("25", "twenty-five"), ("25", "twenty five"),
        ("5%", "5 per cent"), ("5%", "five percent"), ("1,500", "1500"),
    ),
    "contracted or not": (
        ("we will", "we'll"), ("it is", "it’s"), ("they are", "they're"), ("I have", "I’ve"), ("you would", "you’d"),
    ),
}  # a table, not one line an entry  # fmt: skip
ALL_TWINS = [twin for twins in TWINS.values() for twin in twins]

plain_words = st.sampled_from(PLAIN).map(lambda word: (word, word))
plain_sentences = st.lists(plain_words, min_size=12, max_size=30)


def sentences(twins):
    """Words, each with its other spelling: most have none, one to four do.

    A word without another spelling stands between two that have one, since "forty" and "seven" in a row are 47.
    """
    some = st.lists(st.tuples(st.sampled_from(twins), plain_words), min_size=1, max_size=4)
    units = st.tuples(plain_sentences, some).flatmap(
        lambda both: st.permutations([*((word,) for word in both[0]), *both[1]])
    )
    return units.map(lambda found: [word for unit in found for word in unit])


def originally(sentence):
    return " ".join(one for one, _ in sentence)


def otherwise(sentence, data):
    """The same with some of the words in their other spelling."""
    return " ".join(data.draw(st.sampled_from(spellings)) for spellings in sentence)


def said(quote, article, speaker="Anna Berg"):
    quotation = Quotation(content=(Span(0, len(quote)),), kind="direct", speaker=speaker)
    return Occurrence(article, Metadata(), quotation, quote, quote, "", "", "", 1, 1)


def are_one(one, other, speaker="Anna Berg"):
    return len(fold([said(one, "a.txt"), said(other, "b.txt", speaker)])) == 1


def cut(words, data, least=8):
    start = data.draw(st.integers(0, len(words) - least))
    return words[start : data.draw(st.integers(start + least, len(words)))]


def bracketed(words, data):
    """Words put in somewhere, or a letter changed by the newsroom."""
    at = data.draw(st.integers(0, len(words) - 1))
    if data.draw(st.booleans()):
        return [*words[:at], data.draw(st.sampled_from(["[the mayor]", "[in May]", "(of Brackwater)"])), *words[at:]]
    return (
        [*words[:at], f"[{words[at][0].swapcase()}]{words[at][1:]}", *words[at + 1 :]] if words[at].isalpha() else words
    )


def marked_anew(words, data):
    marks = st.sampled_from(["{}", "{}", "{}", "‘{}’", "{},", "{} –", "{};"])
    return [data.draw(marks).format(word) for word in words]


@given(sentences(TWINS["British or American"]), st.data())
def test_british_and_american_spelling_are_one(sentence, data):
    assert are_one(originally(sentence), otherwise(sentence, data))


@given(sentences(TWINS["digits or letters"]), st.data())
def test_numbers_in_digits_and_in_letters_are_one(sentence, data):
    assert are_one(originally(sentence), otherwise(sentence, data))


@given(sentences(TWINS["contracted or not"]), st.data())
def test_contractions_and_their_words_are_one(sentence, data):
    assert are_one(originally(sentence), otherwise(sentence, data))


@given(plain_sentences, st.data())
def test_bracketed_words_are_not_the_speakers(sentence, data):
    assert are_one(originally(sentence), " ".join(bracketed(originally(sentence).split(), data)))


@given(sentences(ALL_TWINS), st.data())
def test_all_of_it_together_finds_the_original(sentence, data):
    words = otherwise(cut(sentence, data, 12), data).split()
    again = " ".join(marked_anew(bracketed(words, data), data))
    assert are_one(originally(sentence), again, data.draw(st.sampled_from(["Anna Berg", "Berg", "A. Berg"])))


@given(sentences(ALL_TWINS), st.sampled_from(["not", "never", "[not]", "don’t", "isn't", "cannot"]), st.data())
def test_a_negation_added_never_finds_the_original(sentence, negation, data):
    words = otherwise(cut(sentence, data), data).split()
    at = data.draw(st.integers(0, len(words)))
    assert not are_one(originally(sentence), " ".join([*words[:at], negation, *words[at:]]))


@given(sentences(ALL_TWINS), st.sampled_from(["12", "forty", "95", "1,500"]), st.data())
def test_a_number_changed_never_finds_the_original(sentence, number, data):
    at = data.draw(st.integers(0, len(sentence)))
    original = [*sentence[:at], (number, number), *sentence[at:]]
    other = data.draw(st.sampled_from(["13", "fifteen", "960", "15,000"]))
    start = data.draw(st.integers(0, at))
    end = data.draw(st.integers(at + 1, len(original)))
    changed = [*original[start:at], (other, other), *original[at + 1 : end]]
    assert not are_one(originally(original), otherwise(changed, data))


@given(sentences(ALL_TWINS), st.sampled_from(["13", "fifteen", "960", "15,000"]), st.data())
def test_a_number_added_never_finds_the_original(sentence, number, data):
    words = otherwise(sentence, data).split()
    at = data.draw(st.integers(1, len(words) - 1))
    assert not are_one(originally(sentence), " ".join([*words[:at], number, *words[at:]]))


@given(plain_sentences, st.data())
def test_a_negation_cut_off_from_its_words_never_finds_the_original(sentence, data):
    words = originally(sentence).split()
    at = data.draw(st.integers(0, len(words) - 9))
    denied = [*words[:at], "not", *words[at:]]
    assert not are_one(" ".join(denied), " ".join(words[at : at + 9]))
