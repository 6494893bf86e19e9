"""Reviewed rows as gold, in the form that `quotes evaluate` and `quotes train` read.

A row that was accepted, or put right, gives an attribution in each article that carries it. Its content is where the
row says, as long as the words there are those of the row; else it is looked for in the article, since spreadsheets turn
offsets into dates and articles are edited. Cue and source are the words that the row has, nearest to the content.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from quotes.model import Article, Span, Spans, spans_overlap
from quotes.review.rows import Row, letters
from quotes.tables import PLEASE_CHECK

_REACH: Final = 600  # characters around the content in which cue and source are looked for
_SPANS: Final = re.compile(r"\d+-\d+(?:;\d+-\d+)*\Z")
_OPENING: Final = frozenset("“„\"'‘«»")
_BEHIND: Final = re.compile(r"[.,!?;:…—–-]{0,3}[”“\"'’»«]")


@dataclass(frozen=True, slots=True)
class Unfound:
    """A reviewed row of which no gold was made in an article, and why."""

    row: Row
    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold of one article."""

    article: Article
    attributions: tuple[Mapping[str, Any], ...]
    is_whole: bool
    """Is every row of the article decided? Of others, what is not in the gold may be right all the same."""

    def as_line(self, *, with_text: bool = True) -> str:
        """A line of JSON without its end; lone surrogates are escaped."""
        record: dict[str, object] = {"doc": self.article.doc}
        if with_text:
            record["text"] = self.article.text
        record |= {"whole": self.is_whole, "attributions": list(self.attributions)}
        line = json.dumps(record, ensure_ascii=False)
        return re.sub("[\ud800-\udfff]", lambda lone: f"\\u{ord(lone.group()):04x}", line)


class Gold:
    """Reviewed rows and their places, to be made into gold article by article."""

    def __init__(self, rows: Sequence[Row], occurrences: Iterable[Row]) -> None:
        self._rows = {row.quote_id: row for row in rows}
        self._places: dict[str, list[Row]] = defaultdict(list)
        placed = set()
        for place in occurrences:
            if place.quote_id in self._rows:
                self._places[place.article].append(place)
                placed.add((place.quote_id, place.article))
        for row in rows:
            if (row.quote_id, row.article) not in placed:
                self._places[row.article].append(row)
        self.unfound: list[Unfound] = []

    @property
    def articles(self) -> frozenset[str]:
        """The paths of all articles that have rows."""
        return frozenset(self._places)

    def of(self, article: Article) -> GoldArticle | None:
        """The gold of an article; None where it has none, and is not wholly decided either."""
        places = self._places.get(article.path, [])
        attributions = [one for place in places if (one := self._attribution(article, place)) is not None]
        is_whole = bool(places) and all(_is_decided(self._rows[place.quote_id]) for place in places)
        if not attributions and not is_whole:
            return None
        attributions.sort(key=lambda one: one["content"])
        return GoldArticle(article, tuple(attributions), is_whole)

    def miss(self, found: Iterable[str]) -> None:
        """Note the rows of articles that are not among those found."""
        for path in sorted(self.articles - set(found)):
            for place in self._places[path]:
                if _is_gold(self._rows[place.quote_id]):
                    self.unfound.append(Unfound(self._rows[place.quote_id], path, "the article is not there"))

    def _attribution(self, article: Article, place: Row) -> Mapping[str, Any] | None:
        row = self._rows[place.quote_id]
        if not _is_gold(row):
            return None
        fix = row.decision.quote_fix
        if fix and article.path != row.article:
            return None  # the wording was put right where the row stands, and nowhere else
        content = content_at(article.text, fix or place["quote"], place["spans"], is_direct=place["kind"] == "direct")
        if content is None:
            self.unfound.append(Unfound(row, article.path, "its words are not in the article"))
            return None
        cues = words_near(article.text, place["cue"], content)
        sources = words_near(article.text, row.decision.speaker_fix, content)
        sources = sources or words_near(article.text, place["speaker_as_written"], content)
        cue, source = nearest(cues, sources, content)
        record: dict[str, Any] = {"content": _pairs(content), "source": _pairs(source), "cue": _pairs(cue)}
        if not fix:
            record["kind"] = place["kind"]
        return record | {
            "speaker": row.decision.speaker_fix or row.speaker,
            "addressee": place["told_to"],
            "citation": place["cited_from"],
            "id": place["occurrence_id"] or row.quote_id,
        }


def _is_gold(row: Row) -> bool:
    return row.decision.is_taken and row["review_status"] != PLEASE_CHECK


def _is_decided(row: Row) -> bool:
    return _is_gold(row) or (row.decision.verdict == "reject" and row["review_status"] != PLEASE_CHECK)


def content_at(text: str, quote: str, spans: str, *, is_direct: bool) -> Spans | None:
    """Where the words of a quotation are: at `spans` ("416-494;523-1121"), else where they stand, the nearest to these.

    None where the text does not have them in one piece. The marks around a direct quotation belong to it.
    """
    given = _spans_of(spans, len(text))
    wanted = letters(quote)
    if given and letters("".join(span.cut(text) for span in given)) == wanted:
        return given
    if not wanted[:1].isalnum():
        return None
    near = given[0].start if given else 0
    found = min(_standing(text, wanted), key=lambda span: abs(span.start - near), default=None)
    if found is None:
        return None
    return (_with_marks(text, found) if is_direct else found,)


def _spans_of(cell: str, length: int) -> Spans:
    """The spans in a cell; () where it holds none, or such as lie beyond the text."""
    if not _SPANS.match(cell):
        return ()
    spans = tuple(Span(*map(int, part.split("-"))) for part in cell.split(";"))
    return spans if all(span.start < span.end <= length for span in spans) else ()


def _standing(text: str, wanted: str) -> Iterator[Span]:
    """Where the letters stand in the text with nothing but marks and spaces between, from word to word."""
    found: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for letter in filter(str.isalnum, letters(character)):
            found.append(letter)
            places.append(at)
    hay = "".join(found)
    at = hay.find(wanted)
    while at >= 0:
        start, end = places[at], places[at + len(wanted) - 1] + 1
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield Span(start, end)
        at = hay.find(wanted, at + 1)


def _with_marks(text: str, span: Span) -> Span:
    start = span.start - (span.start > 0 and text[span.start - 1] in _OPENING)
    behind = _BEHIND.match(text, span.end)
    return Span(start, behind.end() if behind and start < span.start else span.end)


def words_near(text: str, words: str, content: Spans) -> Spans:
    """Where words stand outside the content and not far from it, in text order."""
    parts = words.split()
    if not parts:
        return ()
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    behind = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, parts)) + behind)
    low, high = max(0, content[0].start - _REACH), content[-1].end + _REACH
    found = (Span(*match.span()) for match in pattern.finditer(text, low, high))
    return tuple(span for span in found if not spans_overlap((span,), content))


def nearest(cues: Spans, sources: Spans, content: Spans) -> tuple[Spans, Spans]:
    """The cue and the source that stand nearest to the content and to each other; () where there is none to choose."""

    def apart(cue: Span | None, source: Span | None) -> int:
        to_content = sum(min(_distance(one, other) for other in content) for one in (cue, source) if one)
        return to_content + (_distance(cue, source) if cue and source else 0)

    pairs = product(cues or (None,), sources or (None,))
    cue, source = min(pairs, key=lambda pair: apart(*pair))
    return (cue,) if cue else (), (source,) if source else ()


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
