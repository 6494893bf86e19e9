"""What stays of a wording when marks, case and spaces are put aside: its words, in order.

A *word* here is a run of letters and digits with inner apostrophes ("don't" is one), a number with its decimals
("1.5", "1,500" read as 1500), dotted initials ("U.S." read as us), a sign that changes a number (% $ € £ ¥), or "&".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WORD: Final = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?(?:'s)?|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%$€£¥&]"
)
# The same where no other letters are, in a third of the time; only for lower case.
_ASCII_WORD: Final = re.compile(r"[a-z](?:\.[a-z])+(?![a-z])\.?(?:'s)?|\d+(?:[.,]\d+)*|[a-z]+(?:'[a-z]+)*|[%$&]")
_THOUSANDS: Final = re.compile(r",(?=\d{3}(?!\d))")
ELLIPSIS: Final = re.compile(r"…|\.(?: ?\.){2,}")
CLAUSE_END: Final = re.compile(r"[.!?;:…—–]|--| - ")
LETTER_CHANGED: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
"""[W]e: a capital that the newsroom changed."""
INSERTION: Final = re.compile(r"\[[^\[\]]{1,80}\]|\([^()]{1,60}\)")
"""Words that the newsroom put in."""
PAUSE: Final = re.compile(r"[,.!?;:…—–()\[\]]|--| - ")

# Curly and other apostrophes become straight; soft hyphens and characters without width vanish.
_PLAIN: Final = (
    *((mark, "'") for mark in "’‘ʼ′`"),
    *((chr(code), "") for code in (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)),
)
# What parts words in most texts that are not all ASCII.
_MARKS_BETWEEN: Final = "“”–—"

NEGATIONS: Final = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot without ain't cant dont wont didnt isnt "
    "hardly barely scarcely".split()
)
COUNTING: Final = frozenset("dozen hundred thousand million billion trillion half quarter".split())
"""Words that count as digits do."""
# With a comma before it, one of these begins a clause that an earlier negation does not reach.
CONJUNCTIONS: Final = frozenset("and but so yet because since while although though if when".split())
# So does one of the first with one of the second behind it: "don't forget, I am on a list".
SUBJECTS: Final = frozenset("i you he she it we they this that there".split())
AUXILIARIES: Final = frozenset(
    "am is are was were have has had will would can could do does did should must may might".split()
)


def plain(text: str, *, fold: bool = True) -> str:
    """The text with straight apostrophes, and without case unless `fold` is False."""
    if text.isascii():
        return (text.lower() if fold else text).replace("`", "'")
    composed = _straight(text)
    if unicodedata.is_normalized("NFKC", composed):
        return composed.casefold() if fold else composed
    composed = unicodedata.normalize("NFKC", composed)
    return _straight(composed.casefold() if fold else composed)


def _straight(text: str) -> str:
    for mark, plain_mark in _PLAIN:  # most are absent, which is sooner found than what each character becomes
        text = text.replace(mark, plain_mark)
    return text


def as_word(found: str) -> str:
    """What `WORD` found, without the points of initials and of thousands."""
    if found[0].isdigit():
        return _THOUSANDS.sub("", found)
    return found.replace(".", "")


def words(text: str) -> list[str]:
    """The words of `text` in their plain form. A text without any letter or digit has none."""
    if not text.isascii():
        text = plain(text)
        for mark in _MARKS_BETWEEN:
            text = text.replace(mark, " ")
    if text.isascii():
        found = _split(text)
        if found is not None:
            return found
        found = _ASCII_WORD.findall(plain(text))
    else:
        found = WORD.findall(text)
    joined = "".join(found)
    if "." not in joined and "," not in joined:
        return found
    return [as_word(word) if "." in word or "," in word else word for word in found]


# What an ASCII text becomes to be split at its spaces: letters (in lower case), apostrophes and points stay, a "0"
# stands for what may be a word without letters, a space for all else.
_LETTERS: Final = bytes(
    ord(mark) if mark.islower() or mark in "'." else ord("0" if mark.isdigit() or mark in "%$&" else " ")
    for mark in map(plain, map(chr, range(128)))
).ljust(256)


def _split(text: str) -> list[str] | None:
    """What `_ASCII_WORD` finds in most plain texts, in a third of the time; None where that cannot be told."""
    spaced = text.encode().translate(_LETTERS)
    if b"0" in spaced:
        return None
    if b"." in spaced:
        spaced = spaced.rstrip(b" .")
        if b"." in spaced:  # as in few texts, which mostly are one sentence
            spaced = spaced.replace(b"..", b"  ").replace(b". ", b"  ")
            if b"." in spaced:
                return None  # "U.S."
    if b"'" in spaced and (spaced.strip(b"'") != spaced or b"' " in spaced or b" '" in spaced or b"''" in spaced):
        return None  # marks around words
    return spaced.decode().split()


def normal_form(text: str) -> str:
    """The words joined by a space; a text without words stands for itself, but for white space."""
    return " ".join(words(text)) or "".join(text.split())


def is_negation(word: str) -> bool:
    """Does the word turn a statement into its opposite?"""
    return word in NEGATIONS or word.endswith("n't")


def is_number(word: str) -> bool:
    """Does the word count: in digits, as a sign that belongs to a number, or as "dozen" does?"""
    return word[0].isdigit() or word in "%$€£¥" or word in COUNTING


def without_insertions(text: str) -> str:
    """The text without what the newsroom put in: [Trump] paused, [W]e write, (Libyan) leader.

    Brackets that hold a negation stay, since without them the words would say the opposite.
    """
    return INSERTION.sub(lambda found: f" {_kept(found.group())} ", LETTER_CHANGED.sub(r"\1", text))


def with_insertions_marked(text: str) -> str:
    """The same with a null character where each insertion stood."""
    if "[" not in text and "(" not in text:
        return text
    return INSERTION.sub(lambda found: f" {_kept(found.group())}\x00 ", LETTER_CHANGED.sub(r"\1", text))


def _kept(inserted: str) -> str:
    return inserted if any(is_negation(word) for word in words(inserted)) or ELLIPSIS.search(inserted) else ""
