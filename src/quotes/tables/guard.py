"""What a cell may hold, so that no spreadsheet runs it, splits it or loses it.

A cell is one line without control characters. In files for spreadsheets a text that would be taken for a formula gets
an apostrophe in front, which reading takes off again; `unguarded(guarded(text)) == text` for every text.
"""

from __future__ import annotations

import re
from typing import Final

EXCEL_LIMIT: Final = 32_767
"""Characters that Excel holds in a cell, in UTF-16 code units: an emoji counts two."""
CUT_MARK: Final = " […cut: {size} characters in all]"
CUT: Final = re.compile(r" \[…cut: [\d,]+ characters in all\]\Z")
"""The mark, as it is found again."""

_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\n]")
# C0 and C1 control characters, and the two separators that editors take for line ends.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text without what a cell cannot hold.

    Line ends and other control characters become one space (none at the ends); lone surrogates, which no encoding
    writes, become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text)).strip()


def guarded(text: str) -> str:
    """An apostrophe before a text that begins with `=`, `+`, `-`, `@`, a tab, CR or LF, or with apostrophes and these.

    The second is what makes the first undoable.
    """
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def shortened(text: str, limit: int = EXCEL_LIMIT) -> str:
    """The text, or as much of its beginning as leaves room for a mark that says it was cut, and from how much.

    The size in the mark is in characters of the text as given here.
    """
    if len(text) <= limit // 2 or _width(text) <= limit:
        return text
    mark = CUT_MARK.format(size=f"{len(text):,}")
    room = (limit - len(mark)) * 2
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore") + mark


def _width(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
