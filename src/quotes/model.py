"""The nouns of the project: what travels from an article to a row.

Every class is frozen: a step takes nouns and gives new ones. All offsets are characters (Python string offsets) of
`Article.text`, end exclusive, and stay true in every output.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["direct", "mixed", "indirect"]
"""direct: all content stands in quotation marks, but for two words at most; mixed: quoted words inside reported
speech; indirect: no marks. (The convention of PolNeAR, Newell et al. 2018.) What somebody reports of another inside his
own marks counts by marks of its own."""

SpeakerKind = Literal["", "person", "organisation", "work"]
"""What a speaker is; empty where it is not known, or several speak together."""

ParagraphKind = Literal["headline", "caption", "related", "boilerplate", "body"]
ToldToKind = Literal["", "outlet", "person", "audience", "platform", "document"]
Relation = Literal["fullest", "same", "shortened", "fragment", "edited"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Does `other` lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many characters both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Spans = tuple[Span, ...]


def spans_size(spans: Iterable[Span]) -> int:
    """Characters that the spans cover, those that lie in two of them counted twice."""
    return sum(len(span) for span in spans)


def spans_overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Characters that two lists of spans share."""
    return sum(a.overlap(b) for a in one for b in other)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article that is not blank, without the white space around it; in hard-wrapped text, a block."""

    span: Span
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; empty strings where nothing is known."""

    title: str = ""
    publication: str = ""
    author: str = ""
    published: str = ""
    """An ISO date, or what the source gave."""
    url: str = ""

    @property
    def published_order(self) -> tuple[bool, str]:
        """Sort key, the earliest first; what is no ISO date comes after all that are."""
        year = self.published[:4]
        return not (len(year) == 4 and year.isascii() and year.isdigit()), self.published


@dataclass(frozen=True, slots=True)
class Article:
    """One text to be read. `path` is the POSIX path below the corpus folder, with its ending."""

    path: str
    text: str
    metadata: Metadata = Metadata()
    paragraphs: tuple[Paragraph, ...] | None = None
    """Given by formats that mark their paragraphs; None leaves it to `quotes.layout`, which reads them off the text."""

    @property
    def doc(self) -> str:
        """The name of the article in annotation files: its path without the ending."""
        folder, _, name = self.path.rpartition("/")
        stem = name.rpartition(".")[0] or name
        return f"{folder}/{stem}" if folder else stem


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, and why, in one line that says what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Region:
    """Words between quotation marks, in one paragraph.

    A quotation that runs over several paragraphs (an opening mark on each, a closing mark on the last) is one region a
    paragraph; all but the last are not `closed`, all but the first `continues`.
    """

    span: Span
    """Marks included."""
    inner: Span
    """Marks excluded."""
    depth: int = 0
    """0 for outermost, 1 for a quotation inside it, and so on."""
    closed: bool = True
    continues: bool = False
    """Does it carry on a quotation that the paragraph before left open?"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the article says: somebody (`source`) says (`cue`) something (`content`). No conclusions drawn.

    `source` is the mention that the text gives, however short ("he"); empty for none, and so is `cue`. Content spans
    include the quotation marks; a quotation interrupted by "he said" has several.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    confidence: float = 1.0
    """0 to 1: is this an attribution with this source?"""
    addressee: Spans = ()
    """Words that may name whom, which outlet or what audience it was told, the likeliest first."""
    citation: Spans = ()
    """Words that may name the outlet, work or person that the article has it from, the likeliest first."""
    addressee_chances: tuple[float, ...] = ()
    """One for each span of `addressee`, 0 to 1: how likely it is that these words do."""
    citation_chances: tuple[float, ...] = ()
    """The same of `citation`."""
    is_verbatim: bool = False
    """Are these the words as they were said, though no marks say so: a turn of a conversation, a post?"""

    @property
    def likeliest_addressee(self) -> tuple[Spans, float]:
        """The likeliest words of `addressee` with their chance; none, and 0, where there are none."""
        return self.addressee[:1], self.addressee_chances[0] if self.addressee_chances else 0.0


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, publication or document of an article, with all its mentions."""

    name: str
    """The most complete form that the article gives, without title."""
    kind: Literal["person", "organisation", "work", "unknown"] = "unknown"
    mentions: Spans = ()
    gender: Literal["", "f", "m"] = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom we conclude a source to be. An empty name means nobody named, or not sure."""

    name: str = ""
    role: str = ""
    confidence: float = 1.0
    evidence: str = ""
    kind: SpeakerKind = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whom it was told to, and whom the article has it from."""

    told_to: str = ""
    told_to_kind: ToldToKind = ""
    interview_with: str = ""
    cited_from: str = ""
    relayed_by: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One occurrence of a quotation in one article: what the article says, and what we conclude from it."""

    content: Spans
    kind: Kind
    cue: Spans = ()
    source: Spans = ()
    speaker: str = ""
    speaker_kind: SpeakerKind = ""
    speaker_id: str = ""
    """The id of the people file, when there is one."""
    speaker_role: str = ""
    told_to: str = ""
    told_to_kind: ToldToKind = ""
    interview_with: str = ""
    cited_from: str = ""
    relayed_by: str = ""
    confidence: float = 1.0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A quotation with the place it stands in, cut loose from the article's text so that the text can be let go."""

    article: str
    """`Article.path`."""
    metadata: Metadata
    quotation: Quotation
    quote: str
    """The content on one line, outer marks stripped, parts joined by a space."""
    quoted_words: str
    """Only the words in marks, parts joined by ` … `."""
    cue: str
    speaker_as_written: str
    context: str
    """The sentence or sentences that hold the quotation and its attribution, on one line."""
    paragraph: int
    """Counted from 1."""
    sentence: int
    """Counted from 1 within the article."""
    occurrence_id: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """An occurrence inside a quote, and how its wording relates to the fullest one."""

    occurrence: Occurrence
    relation: Relation


@dataclass(frozen=True, slots=True)
class Quote:
    """One thing somebody said once, with every place that carries it. The first occurrence is the fullest."""

    quote_id: str
    occurrences: tuple[Related, ...]
    disputed_with: tuple[str, ...] = field(default=())
    """Ids of quotes with the same words and another speaker."""
    named: Quotation | None = None
    """The fullest occurrence's quotation with the speaker that all places give; None where that is its own."""

    @property
    def fullest(self) -> Occurrence:
        """The occurrence with the fullest wording, whose fields stand on the row."""
        return self.occurrences[0].occurrence

    @property
    def quotation(self) -> Quotation:
        """What the row says: the quotation of the fullest wording, with the speaker that all places together give."""
        return self.named or self.fullest.quotation


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that an earlier run gave a row to; what is needed to know it again, and none of its words."""

    occurrence_id: str
    wording: str
    """A digest of the words and the speaker's last name."""
    article: str
    start: int
    """First character in the article's text."""
    end: int
    """Behind the last character."""


@dataclass(frozen=True, slots=True)
class KnownQuote:
    """A `quote_id` that was given once and is never given to anything else."""

    quote_id: str
    places: tuple[KnownPlace, ...] = ()
    """The places that it stands for, the fullest wording first; kept when their articles go."""
    forward: str = ""
    """The id of the row that this one became part of; empty while it has a row of its own."""


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A speaker of a corpus, as `people.csv` lists it."""

    name: str
    """The name that the tables show."""
    aliases: tuple[str, ...] = ()
    """Other names of the people file."""
    id: str = ""
    note: str = ""
    quotations: int = 0
    articles: int = 0
    found_as: tuple[str, ...] = ()
    """The names that the articles give, the most frequent first."""
