"""What an article says of itself: publication, author, date, title, where the text has them in so many words.

Whatever is read off the text is a guess and marked as one: "Harbour Herald (?)". It only fills what nobody has said
beside the text.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Final

from quotes import layout
from quotes.model import Article, Metadata

GUESSED: Final = " (?)"
"""Behind every value that is read off the text."""

_HEAD: Final = 1500  # characters
_TAIL: Final = 1500
_NAME: Final = r"[A-Z][\w.’'&-]*(?: (?:of|the|and|for|on|in|de|van|von|la|&|[A-Z0-9][\w.’'&!-]*)){0,6}?"
_PERSON: Final = r"[A-Z][\w.’'-]+(?: (?:van|von|de|al|bin|la|[A-Z][\w.’'-]*)){1,4}"
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_BYLINE: Final = re.compile(
    rf"^(?:(?:[Ww]ritten\s|[Rr]eported\s)?[Bb][Yy]:?|[Aa]uthor:|Words by)\s+"
    rf"(?P<name>{_PERSON}(?:\s(?:and|&)\s{_PERSON})?)"
    r"(?=\s*(?:$|[,|•·–—-]|\d|Published|Updated|Posted|for\s))",
    re.MULTILINE,
)
_OURS: Final = re.compile(
    rf"\b(?:[Rr]ead|[Ss]ee|[Ff]ind|[Cc]heck out|[Bb]rowse)\s+(?:more|all)\s+(?:of|from)\s+(?:our\s+)?(?P<name>{_NAME})"
    r"(?:['’]s)?\s+(?:coverage|stories|articles|reporting|news|interviews)\b"
    rf"|\b(?:originally|first)\s+(?:appeared|published|ran)\s+(?:on|in|at|by)\s+(?P<first>{_NAME})(?=\s*(?:[.,;]|$|\son\s))"
    rf"|(?:©|\([Cc]\)|\bCopyright)\s*(?:\d{{4}}\s*)?(?:[Tt]he\s)?(?P<owner>{_NAME})(?=\s*(?:[.,;|\d]|$|All\b|Ltd|Inc|LLC))"
    rf"|\b[Ss]ubscribe to\s+(?:the\s+)?(?P<subscribed>{_NAME})(?=\s*(?:[.,;!]|$|newsletter|for\s|today|magazine|on\s))",
    re.MULTILINE,
)
_DATELINE: Final = re.compile(
    r"^(?:[A-Z][A-Z.’' -]{2,30}|[A-Z][\w. ]{2,30}),?\s[^()\n]{0,30}"
    r"\((?P<agency>AP|Reuters|AFP|UPI|CNN|ANI|Xinhua|PTI|IANS|dpa)\)"
    r"\s*[-–—]",
    re.MULTILINE,
)
_DATED: Final = re.compile(
    rf"^(?:(?:First\s)?(?:Published|Updated|Posted|Last updated):?\s+(?:on\s)?)?(?:\w+day,?\s)?"
    rf"(?:(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})|(?P<day2>\d{{1,2}})\s(?P<month2>{_MONTH})\.?,?\s"
    r"(?P<year2>\d{4})|(?P<iso>\d{4}-\d\d-\d\d))\b",
    re.MULTILINE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def identified(article: Article) -> Article:
    """The article with what it says of itself where nothing is known beside it."""
    known = article.metadata
    missing = [field.name for field in fields(Metadata) if not getattr(known, field.name)]
    found = {name: value for name, value in _found(article.text, missing).items() if value}
    if not found:
        return article
    return replace(article, metadata=replace(known, **{name: value + GUESSED for name, value in found.items()}))


def _found(text: str, missing: list[str]) -> dict[str, str]:
    head, tail = text[:_HEAD], text[max(_HEAD, len(text) - _TAIL) :]
    found: dict[str, str] = {}
    if "publication" in missing:
        found["publication"] = _publication(head, tail)
    if "author" in missing and (byline := _BYLINE.search(head)):
        found["author"] = " ".join(byline["name"].split())
    if "published" in missing and (dated := _DATED.search(head)):
        found["published"] = _iso(dated)
    if "title" in missing:
        found["title"] = _title(head)
    return found


def _publication(head: str, tail: str) -> str:
    for part in (tail, head):
        if found := _OURS.search(part):
            return " ".join(next(name for name in found.groupdict().values() if name).split()).rstrip(".")
    agency = _DATELINE.search(head)
    return agency["agency"] if agency else ""


def _iso(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    month = (found["month"] or found["month2"])[:3].lower()
    day = int(found["day"] or found["day2"])
    year = found["year"] or found["year2"]
    return f"{year}-{_MONTHS.index(month) + 1:02}-{day:02}" if 1 <= day <= 31 else ""


def _title(head: str) -> str:
    """The headline, if the first line is one."""
    first = next(iter(layout.paragraphs(head)), None)
    words = " ".join(first.span.cut(head).split()) if first and first.kind == "headline" else ""
    return "" if _DATED.match(words) or _BYLINE.match(words) else words
