"""What is wrong, answer by answer, for a person who wants to know why a figure is what it is.

Counted like the figures of `metrics`, but each fault once: a quotation in three pieces with the wrong source is three
regions and one mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, Literal, get_args

from quotes.evaluation.gold import GoldAttribution, GoldDocument, SpeakerAt
from quotes.evaluation.marked import overlap
from quotes.evaluation.metrics import answer_at, answers, name_key, pairs, same_source, speaker_places
from quotes.model import Quotation, Span, Spans

What = Literal[
    "quotation missed",
    "marks that nobody said",
    "source of a quotation",
    "reported speech missed",
    "speech that nobody reported",
    "source of reported speech",
    "bounds",
    "speaker",
    "told to",
    "cited from",
]
"""Which figure it costs: quoted regions (the first three), contents and attributions (the next four), or names.

bounds: a content that overlaps with one of the gold, and has less than a half in common with it.
"""

WHATS: Final[tuple[What, ...]] = get_args(What)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong answer, with the place to look at."""

    doc: str
    at: Span
    what: What
    gold: str
    """What was right: the source (as written, or the speaker where none is), the content for `bounds`, or the name."""
    predicted: str
    """What was answered instead; both are empty for nothing."""
    confidence: float = 0.0
    """Of the answer; 0 where something was missed."""


def find_mistakes(
    documents: Iterable[GoldDocument],
    predictions: Mapping[str, Sequence[Quotation]],
    speakers: Sequence[SpeakerAt] = (),
) -> list[Mistake]:
    """Every mistake, by what is wrong (in the order of `WHATS`), the surest first; of what was missed, the longest.

    Takes what `score` takes. Whom it was told to and where it was cited from is only looked at where the gold says so.
    """
    documents = list(documents)
    told = any(a.addressee for document in documents for a in document.attributions)
    cited = any(a.citation for document in documents for a in document.attributions)
    found: list[Mistake] = []
    for document in documents:
        found += _Reader(document, predictions.get(document.name, ())).mistakes(told=told, cited=cited)
    for place in speaker_places(documents, speakers):
        hit = answer_at(place.at, predictions.get(place.doc, ()))
        if hit and name_key(hit.speaker) != name_key(place.speaker):
            found.append(Mistake(place.doc, place.at, "speaker", place.speaker, hit.speaker, hit.confidence))
    return sorted(found, key=_order)


def worst(mistakes: Iterable[Mistake], number: int) -> list[Mistake]:
    """The `number` worst ones, in the order of `find_mistakes`.

    Each kind of mistake has its turn before the next one of another: ten mistakes show what kinds there are.
    """
    turns = {what: count() for what in WHATS}
    ranked = [(next(turns[mistake.what]), mistake) for mistake in sorted(mistakes, key=_order)]
    ranked.sort(key=lambda one: one[0])  # stable: within a turn the order stays
    return sorted((mistake for _, mistake in ranked[:number]), key=_order)


def _order(mistake: Mistake) -> tuple[int, float, int, str, Span]:
    return WHATS.index(mistake.what), -mistake.confidence, -len(mistake.at), mistake.doc, mistake.at


class _Reader:
    """The mistakes in one document. Contents with marks are looked at region by region, the others pair by pair."""

    def __init__(self, document: GoldDocument, predicted: Sequence[Quotation]) -> None:
        self.document = document
        self.predicted = predicted
        self.with_marks: set[GoldAttribution | Quotation] = set()

    def mistakes(self, *, told: bool, cited: bool) -> Iterator[Mistake]:
        yield from self._regions()
        paired = pairs(self.document.attributions, self.predicted)
        for i, j in paired:
            want, got = self.document.attributions[i], self.predicted[j]
            at, sure = want.content[0], got.confidence
            if want not in self.with_marks and not same_source(want, got):
                yield self._source(at, "source of reported speech", want, got)
            if told and name_key(want.addressee) != name_key(got.told_to):
                yield Mistake(self.document.name, at, "told to", want.addressee, got.told_to, sure)
            if cited and name_key(want.citation) != name_key(got.cited_from):
                yield Mistake(self.document.name, at, "cited from", want.citation, got.cited_from, sure)
        yield from self._unpaired({i for i, _ in paired}, {j for _, j in paired})

    def _regions(self) -> Iterator[Mistake]:
        reported: set[tuple[GoldAttribution | None, Quotation | None]] = set()
        for region, owner, hit in answers(self.document, self.predicted):
            self.with_marks |= {answer for answer in (owner, hit) if answer is not None}
            if (owner, hit) in reported:
                continue
            reported.add((owner, hit))
            if owner and hit:
                if not same_source(owner, hit):
                    yield self._source(region, "source of a quotation", owner, hit)
            elif owner:
                yield self._source(region, "quotation missed", owner, None)
            elif hit:
                yield self._source(region, "marks that nobody said", None, hit)

    def _unpaired(self, paired_gold: set[int], paired_predicted: set[int]) -> Iterator[Mistake]:
        left = [q for j, q in enumerate(self.predicted) if j not in paired_predicted]
        for i, want in enumerate(self.document.attributions):
            if i in paired_gold:
                continue
            near = max(left, key=lambda q: overlap(want.content, q.content), default=None)
            if near and overlap(want.content, near.content):
                left.remove(near)
                words = self._words(want.content), self._words(near.content)
                yield Mistake(self.document.name, want.content[0], "bounds", *words, near.confidence)
            elif want not in self.with_marks:
                yield self._source(want.content[0], "reported speech missed", want, None)
        for got in left:
            if got.content and got not in self.with_marks:
                yield self._source(got.content[0], "speech that nobody reported", None, got)

    def _source(self, at: Span, what: What, want: GoldAttribution | None, got: Quotation | None) -> Mistake:
        right, answered = (self._words(one.source) or one.speaker or "" if one else "" for one in (want, got))
        return Mistake(self.document.name, at, what, right, answered, got.confidence if got else 0.0)

    def _words(self, spans: Spans) -> str:
        return " … ".join(span.cut(self.document.text) for span in spans)
