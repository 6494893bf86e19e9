r"""Bytes to text, character for character, so that offsets are those of the decoded file.

Nothing is normalised: `\r\n` stays two characters, and a byte order mark stays in front as one, U+FEFF.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from enum import Enum
from typing import Final

from charset_normalizer import from_bytes

from quotes.layout import BLANK


class Problem(Enum):
    """Why bytes are no text; the values are codes of `quotes.errors`."""

    EMPTY = "A01"
    BINARY = "A02"
    UNKNOWN_ENCODING = "A05"


_MARKED: Final = (  # byte order mark, and the encoding that keeps it; UTF-32 first, as it begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS: Final = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How files begin that people put among articles by mistake: PDF, DOCX and ZIP, DOC, GZIP, pictures."""

_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_CONTROL_SHARE: Final = 0.01
_CONTROL_CHARACTERS: Final = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")

_BLANK: Final = BLANK + "\x1a"  # which ends files of old systems
_TYPOGRAPHIC: Final = frozenset("“”‘’„‚«»‹›–—…•·†‡€£¥¢©®™°§¶±×÷½¼¾¹²³µ¿¡\xa0\xad")


def decoded(data: bytes) -> str | Problem:
    """The text of `data`, or why it has none.

    Tried are, in this order: a byte order mark, UTF-16 without one where every second byte of most of the file is
    null, UTF-8, Windows-1252 if that reads as Western text, and what charset-normalizer finds.
    """
    if not data.strip(b" \t\n\v\f\r\x1a"):
        return Problem.EMPTY
    marked = next((encoding for mark, encoding in _MARKED if data.startswith(mark)), None)
    encoding = marked or _bare_utf16(data)
    if encoding is None:
        if data.startswith(_FORMATS) or _is_binary(data):
            return Problem.BINARY
        text = _decoded(data, "utf-8") or _western(data) or _guessed(data)
    else:
        text = _decoded(data, encoding) or _guessed(data)
    if text is None:
        return Problem.UNKNOWN_ENCODING
    if not text.strip(_BLANK):
        return Problem.EMPTY
    return Problem.BINARY if len(_CONTROL_CHARACTERS.findall(text)) > len(text) * _CONTROL_SHARE else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 of Latin text without a byte order mark has a null in every second byte, but for the odd dash or quote."""
    if len(data) % 2 or len(data) < 4:
        return None
    half = len(data) // 2
    high, low = data[1::2].count(0), data[::2].count(0)  # nulls in the high bytes, if the order is little or big
    for nulls, others, encoding in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if nulls >= half * 0.7 and others * 20 <= nulls:
            return encoding
    return None


def _is_binary(data: bytes) -> bool:
    return 0 in data or len(data) - len(data.translate(None, _CONTROLS)) > len(data) * _CONTROL_SHARE


def _western(data: bytes) -> str | None:
    """The text in Windows-1252, if its characters beyond ASCII stand where Western languages have them.

    They are marks and signs, or letters next to an ASCII letter, and few. Other encodings read as this one give runs
    of accented letters (Cyrillic), capitals inside words (Mac Roman) or signs inside words (Polish, Turkish).
    """
    text = _decoded(data, "cp1252")
    if text is None:
        return None
    odd = [i for i, character in enumerate(text) if not character.isascii()]
    return text if len(odd) * 4 <= len(text) and all(_in_place(text, i) for i in odd) else None


def _in_place(text: str, i: int) -> bool:
    character = text[i]
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    if character in _TYPOGRAPHIC:
        joined = character in "¹²³µ¼½¾¶±¿¡¢¥" and before.isalpha() and after.isalpha()
        return not joined
    if unicodedata.category(character)[0] != "L":
        return False
    capital_inside = character.isupper() and before.isalpha() and before.islower()
    beside_letter = (before + after).isascii() and (before.isalpha() or after.isalpha() or not before.strip())
    return beside_letter and not capital_inside


def _guessed(data: bytes) -> str | None:
    best = from_bytes(data).best()
    return None if best is None else _decoded(data, best.encoding)
