"""Quotation marks: which characters are marks, and whether each one opens, closes, or is something else.

A curly mark says by its form which way it turns; a straight one only by what stands on either side of it. Apostrophes
(contractions, possessives, elisions), inches and feet look like marks and are told apart here as far as a few
characters on either side can tell. What they cannot tell is left as `weak`: "the boys' club" may hold a closing mark
or a possessive, and `quotes.pipeline.regions` decides by the marks that follow.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Turn = Literal["opens", "closes", "either"]
Family = Literal["double", "guillemet", "single"]

_MARK: Final = re.compile(r"''|``|‘‘|’’|[\"“”„«»'’‘‚`‹›]")
_FAMILY: Final[dict[str, Family]] = {
    **dict.fromkeys(('"', "“", "”", "„", "''", "``", "‘‘", "’’"), "double"),
    **dict.fromkeys(("«", "»"), "guillemet"),
    **dict.fromkeys(("'", "‘", "’", "‚", "`", "‹", "›"), "single"),
}
CLOSERS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(('"', "“", "”", "''", "``", "‘‘", "’’"), frozenset(('"', "”", "“", "''", "``", "‘‘", "’’"))),
    "„": frozenset(("“", "”", '"', "''", "’’", "‘‘")),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "'": frozenset("'"),
    "‘": frozenset("’'"),
    "‚": frozenset("‘’'"),
    "`": frozenset("'’"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
}
"""Opening mark: the marks that may close it. Curly, straight and doubled marks are often mixed in one quotation."""

_OPENING: Final = frozenset("([{<=")
_DASHES: Final = frozenset("-‐‑‒–—―/")
_QUOTES: Final = frozenset("\"“”„«»'’‘‚`‹›")
_PUNCTUATION: Final = frozenset(".,;:!?…)]}>%*")

_ELISION: Final = re.compile(
    r"\d0s?\b|\d\d\b(?!['’])|n['’]?(?!\w)"
    r"|(?:em|im|e|ere|ave|ow|ome|ead|eard|ell|alf|appy|undred|ouse|ood|tis|twas|twere|twill|til|cos|coz|cuz|cept"
    r"|(?:cause|bout)(?!\s+(?:of|for)\b)|round|neath|gainst|mongst|tween|twixt|nother|nuff|fraid|scuse|sup|kay|nam|hood"
    r"|tude|burbs)(?![\w'’])",
    re.IGNORECASE,
)
"""What follows an apostrophe at the head of a word, matched from behind the mark: '90s, 'n', 'em, dropped h's, 'tis.

Elisions that are common words themselves ('and, 'is, 'old) are left out: as opening words they are commoner.
"""

_SUFFIX: Final = re.compile(r"(?:s|d|m|t|ll|re|ve)(?!\w)", re.IGNORECASE)
"""What follows the apostrophe of a possessive or a contraction: Wham!'s, (the band)'s."""

_REACH: Final = 3  # how many marks side by side are looked past for the character that decides


class Mark(NamedTuple):
    """One quotation mark (or two single ones that stand for one): characters `start` to `end` of the text."""

    start: int
    end: int
    glyph: str
    family: Family
    turn: Turn
    weak: bool = False
    """It closes only if nothing better does: it may be a possessive (the boys'), a dropped letter, or inches."""


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Find the marks between characters `start` and `end` of `text`, in order, apostrophes and primes left out.

    Marks look no further than these bounds for what stands beside them. Linear in the length.
    """
    found = []
    for match in _MARK.finditer(text, start, end):
        mark = _read(text, start, end, match.start(), match.end(), match.group())
        if mark is not None:
            found.append(mark)
    return found


def _read(text: str, low: int, high: int, start: int, end: int, glyph: str) -> Mark | None:
    family = _FAMILY[glyph]
    if family == "guillemet" or glyph in "‹›":
        return Mark(start, end, glyph, family, "either")
    before, after = _before(text, low, start), _after(text, end, high)
    turn = _turn(before, after)
    if family == "single":
        return _read_single(text, low, high, start, end, glyph, turn)
    if glyph == "„":
        return Mark(start, end, glyph, family, "opens")
    if glyph in "“”":  # turned the wrong way, it does what its neighbours say, where these are clear
        forward: Turn = "opens" if glyph == "“" else "closes"
        return Mark(start, end, glyph, family, forward if turn in ("either", forward) else "either")
    # A straight mark right behind a figure is inches unless a quotation is open.
    inches = turn != "opens" and start > low and text[start - 1].isdigit()
    return Mark(start, end, glyph, family, "closes" if inches else turn, inches)


def _read_single(text: str, low: int, high: int, start: int, end: int, glyph: str, turn: Turn) -> Mark | None:
    left, right = text[start - 1 : start] if start > low else "", text[end : end + 1] if end < high else ""
    if left.isalnum() and right.isalnum():
        # don't, O'Neill, 6'2; but a missing space in run-together text: ‘Night Train’The song
        run_together = left.islower() and right.isupper() and text[max(low, start - 2) : start - 1].islower()
        return Mark(start, end, glyph, "single", "closes", weak=True) if run_together and glyph in "'’" else None
    if glyph == "‚":
        return Mark(start, end, glyph, "single", "opens") if turn == "opens" else None
    if turn == "opens" or (turn == "either" and right.isalnum() and glyph != "’"):
        # A closing mark at the head of a word is an apostrophe: ’90s.
        if glyph == "’" or _ELISION.match(text, end, high) or (left.strip() and _SUFFIX.match(text, end, high)):
            return None
        return Mark(start, end, glyph, "single", turn if glyph == "'" else "opens")
    if glyph == "`" or not left.strip():
        return None
    if left in "nN" and start - 2 >= low and text[start - 2] in _QUOTES:
        return None  # rock 'n' roll
    dropped_letter = text[max(low, start - 2) : start] == "in"  # runnin'
    return Mark(start, end, glyph, "single", "closes", weak=left in "sSzZxX" or left.isdigit() or dropped_letter)


def _before(text: str, low: int, start: int) -> str:
    """Take the nearest character before `start` that is no mark, looking past a few; a space at the edge."""
    for at in range(start - 1, max(low, start - 1 - _REACH) - 1, -1):
        if text[at] not in _QUOTES:
            return text[at]
    return " " if start - _REACH <= low else "'"


def _after(text: str, end: int, high: int) -> str:
    """Take the nearest character from `end` on that is no mark, looking past a few; a space at the edge."""
    for at in range(end, min(high, end + _REACH)):
        if text[at] not in _QUOTES:
            # Three points open a quotation in the middle of a sentence; one ends it.
            return "…" if text.startswith("..", at) else text[at]
    return " " if end + _REACH >= high else "'"


def _turn(before: str, after: str) -> Turn:
    """Which way a mark turns that stands between these two characters."""
    head = before.isspace() or before in _OPENING
    tail = after.isspace() or after in _PUNCTUATION
    if head and not after.isspace() and (after == "…" or not tail):
        return "opens"
    if not head and before not in _DASHES and (tail or after in _DASHES):
        return "closes"
    if before in _DASHES:
        return "closes" if after.isspace() or after in _PUNCTUATION else "opens"
    return "either"
