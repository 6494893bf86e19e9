"""Posts that an article shows with their signature: `It will hold. — Ada Lind (@adalind) May 3, 2021`.

No marks stand around them, and no verb says whose they are; the signature does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from quotes.model import Attribution, Paragraph, Span, Spans
from quotes.pipeline.attribution.conventions.claims import with_claims
from quotes.pipeline.attribution.conventions.labels import SURE

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_SIGNATURE: Final = re.compile(
    r"(?P<cue>[—–]|(?<=\s)-{1,2}(?=\s)|^-{1,2}(?=\s))\s?(?P<name>(?!(?:Via|By|From|Reporter|Follow)\b)[^\sa-z—–()][^\n—–()]{0,58}?)\s{0,3}\(@\w{1,30}\)\s{1,3}"
    rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}),?\s\d{{4}}",
    re.MULTILINE,
)
_LINKS: Final = re.compile(r"(?:\s*(?:pic\.twitter\.com/\S+|https?://\S+|t\.co/\S+))+\s*\Z")
_NO_POST: Final = re.compile(
    r"^(?:RT\b|Read more|Read also|Related|By\b|Follow\b)|\b(?:said|says|told|added|adds|commented|according to)\b"
)
_MOST: Final = 400  # characters of a post


def with_posts(text: str, found: Sequence[Attribution], paragraphs: Sequence[Paragraph]) -> tuple[Attribution, ...]:
    """The attributions, with those added that signatures give, in text order.

    One that has half of the words of a post becomes the post. Its cue is the dash.
    """
    claims = []
    starts = [one.span.start for one in paragraphs]
    before = 0
    for match in _SIGNATURE.finditer(text):
        content = _content(text, match.start(), before, paragraphs, starts)
        before = match.end()
        if content:
            signature = Span(*match.span("name"))
            claims.append(Attribution(content, (Span(*match.span("cue")),), (signature,), SURE, is_verbatim=True))
    return with_claims(found, claims) if claims else tuple(found)


def _content(text: str, at: int, before: int, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> Spans:
    """The paragraphs of a post that is signed at a character: the one before, and the lines right above that one.

    Nothing of what comes before the signature of another (`before`) belongs to it.
    """
    k = bisect_right(starts, at) - 1
    own = Span(max(before, starts[k]), at) if k >= 0 else Span(at, at)
    if own.cut(text).strip():
        return _trimmed(text, own)
    last = k - 1
    first = last
    while (
        first > 0
        and text[paragraphs[first - 1].span.end : starts[first]].strip(" ") == "\n"
        and starts[last] - starts[first - 1] <= _MOST
    ):
        first -= 1
    if last < 0 or starts[first] < before:
        return ()
    parts = [one for one in paragraphs[first : last + 1] if one.kind == "body"]
    return tuple(part for one in parts for part in _trimmed(text, one.span))


def _trimmed(text: str, span: Span) -> Spans:
    """A paragraph of a post without the links at its end; nothing where the narrator speaks."""
    if len(span) > 2 * _MOST or _NO_POST.search(text, span.start, span.end):
        return ()
    words = _LINKS.sub("", span.cut(text)).rstrip()
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words)
    return (Span(start, end),) if any(c.isalnum() for c in words) and end - start <= _MOST else ()
