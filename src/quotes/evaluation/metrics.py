"""The figures: what is counted is described in `Scores`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from quotes.evaluation.gold import GoldAttribution, GoldDocument, SpeakerAt
from quotes.evaluation.marked import marked_regions, overlap, size
from quotes.model import Quotation, Span, Spans

ROLES: Final = ("source", "cue", "content")
_TITLE: Final = re.compile(
    r"^(the|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|sen|senator|rep|representative|gov|"
    r"governor|president|former)\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1 of counts."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Right of all that was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right of all in the gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0

    def counts(self) -> dict[str, int]:
        """The counts by name."""
        return {"right": self.right, "predicted": self.predicted, "gold": self.gold}


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures over a set of documents.

    quoted: regions between double marks. Found: half or more covered by a predicted content; right: found, and the
    predicted source is the gold source (they share half of the shorter one, and the prediction is not much longer), or
    the predicted speaker is the gold's. content: predicted and gold contents paired one to one at an intersection over
    union of a half; attribution: paired, and the source right. spans: single spans with both ends right, punctuation at
    the ends aside. speaker: the same full name; "" must be answered with an empty one.
    """

    quoted_found: Ratio
    quoted_right: Ratio
    content: Ratio
    attribution: Ratio
    by_kind: Mapping[str, tuple[Ratio, Ratio]]
    """By kind of the gold: content and attribution, recall alone (nothing is counted as predicted)."""
    spans: Mapping[str, Ratio]
    speaker: Ratio | None
    """`predicted` counts the answers that are not empty."""
    wrong_names: int
    """Answers that are not empty and not right."""
    speaker_groups: Mapping[str, Ratio]
    """The same as `speaker` by `SpeakerAt.group`, recall alone."""
    told_to: Ratio | None
    cited_from: Ratio | None

    def figures(self) -> dict[str, float]:
        """The figures by name, as the gate and the JSON output know them; shares from 0 to 1."""
        out = {
            "quoted_accuracy": self.quoted_right.recall,
            "quoted_precision": self.quoted_right.precision,
            "quoted_found_f1": self.quoted_found.f1,
            "content_f1": self.content.f1,
            "attribution_precision": self.attribution.precision,
            "attribution_recall": self.attribution.recall,
            "attribution_f1": self.attribution.f1,
        }
        for kind, (content, attribution) in sorted(self.by_kind.items()):
            out[f"{kind}_content_recall"] = content.recall
            out[f"{kind}_attribution_recall"] = attribution.recall
        out |= {f"{role}_exact_f1": ratio.f1 for role, ratio in self.spans.items()}
        if self.speaker:
            out["speaker_accuracy"] = self.speaker.recall
            out["wrong_names"] = self.wrong_names / max(1, self.speaker.gold)
        for name, ratio in (("told_to", self.told_to), ("cited_from", self.cited_from)):
            if ratio:
                out |= {f"{name}_precision": ratio.precision, f"{name}_recall": ratio.recall, f"{name}_f1": ratio.f1}
        return {name: round(value, 4) for name, value in out.items()}

    def counts(self) -> dict[str, Any]:
        """What the figures were made from: how many are right, predicted and in the gold."""
        out: dict[str, Any] = {
            "quoted": self.quoted_right.counts() | {"found": self.quoted_found.right},
            "content": self.content.counts(),
            "attribution": self.attribution.counts(),
            "kinds": {
                kind: {"found": content.right, "right": attribution.right, "gold": content.gold}
                for kind, (content, attribution) in self.by_kind.items()
            },
            "spans": {role: ratio.counts() for role, ratio in self.spans.items()},
        }
        if self.speaker:
            groups = {name: {"right": ratio.right, "gold": ratio.gold} for name, ratio in self.speaker_groups.items()}
            out["speaker"] = {
                "right": self.speaker.right,
                "answered": self.speaker.predicted,
                "wrong": self.wrong_names,
                "gold": self.speaker.gold,
                "groups": groups,
            }
        for name, ratio in (("told_to", self.told_to), ("cited_from", self.cited_from)):
            if ratio:
                out[name] = ratio.counts()
        return out


class Answer(NamedTuple):
    """Who is quoted in a region between double marks, in the gold and in the predictions; None for nobody."""

    region: Span
    gold: GoldAttribution | None
    predicted: Quotation | None


def name_key(name: str | None) -> str:
    """A name without case, dots, commas, a possessive ending, and titles in front (never stripped to nothing)."""
    key = re.sub(r"[’']s?$", "", (name or "").casefold().strip())
    key = re.sub(r"\s+", " ", re.sub(r"[.,]", " " if " " not in key else "", key).replace("’", "'")).strip()
    while (cut := _TITLE.sub("", key)) != key:
        key = cut
    return key


def score(
    documents: Iterable[GoldDocument],
    predictions: Mapping[str, Sequence[Quotation]],
    speakers: Sequence[SpeakerAt] = (),
) -> Scores:
    """Score predictions by document name against gold; a document without predictions counts as one with none.

    `speakers` names who is quoted where; without it the direct and mixed quotations of gold that names speakers are
    taken.
    """
    documents = list(documents)
    tally = _Tally()
    for document in documents:
        tally.add(document, predictions.get(document.name, ()))
    for place in speaker_places(documents, speakers):
        tally.add_speaker(place, answer_at(place.at, predictions.get(place.doc, ())))
    return tally.scores()


def speaker_places(documents: Sequence[GoldDocument], speakers: Sequence[SpeakerAt] = ()) -> list[SpeakerAt]:
    """Those of `speakers` in the documents; where none are given, the direct and mixed quotations with a speaker."""
    if speakers:
        names = {document.name for document in documents}
        return [place for place in speakers if place.doc in names]
    return [
        SpeakerAt(document.name, a.content[0], a.speaker)
        for document in documents
        for a in document.attributions
        if a.speaker is not None and a.kind != "indirect"
    ]


def answer_at(at: Span, predicted: Sequence[Quotation]) -> Quotation | None:
    """The predicted quotation at a place, the one that covers most of it; None where there is none."""
    hits = [quotation for quotation in predicted if overlap((at,), quotation.content)]
    return max(hits, key=_covers(at), default=None)


def answers(document: GoldDocument, predicted: Sequence[Quotation]) -> Iterator[Answer]:
    """For each region between double marks, the gold and the predicted content that covers a half of it or more."""
    for region in marked_regions(document.text):
        key, half = _covers(region), 0.5 * len(region)
        owner = max(document.attributions, key=key, default=None)
        hit = max(predicted, key=key, default=None)
        yield Answer(
            region,
            owner if owner and overlap((region,), owner.content) >= half else None,
            hit if hit and overlap((region,), hit.content) >= half else None,
        )


def same_source(gold: GoldAttribution, predicted: Quotation) -> bool:
    """Is the predicted source the gold's, or its speaker?"""
    known = name_key(gold.speaker)
    if known and known == name_key(predicted.speaker):
        return True
    if not gold.source:
        return not predicted.source
    want, got = size(gold.source), size(predicted.source)
    small = min(want, got)
    is_short = got <= max(4 * want, want + 80)
    return small > 0 and overlap(gold.source, predicted.source) >= 0.5 * small and is_short


def _covers(span: Span) -> Callable[[GoldAttribution | Quotation], tuple[int, int]]:
    """Sort key: how much of the span a content covers; of nested contents that cover as much, the inner one."""
    return lambda item: (overlap((span,), item.content), -size(item.content))


def trimmed(text: str, spans: Spans) -> set[Span]:
    """Spans without spaces, quotation marks and punctuation at their ends; touching spans become one."""
    out: list[Span] = []
    for span in sorted(spans):
        start, end = span.start, span.end
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if start == end:
            continue
        if out and start - out[-1].end <= 1 and not text[out[-1].end : start].strip():
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
    return set(out)


def pairs(gold: Sequence[GoldAttribution], predicted: Sequence[Quotation]) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, predicted) of contents with an intersection over union of a half or more, best first."""
    scored = []
    for i, want in enumerate(gold):
        for j, got in enumerate(predicted):
            both = overlap(want.content, got.content)
            union = size(want.content) + size(got.content) - both
            if both and both / union >= 0.5:
                scored.append((both / union, overlap(want.source, got.source), i, j))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    out = []
    for *_, i, j in sorted(scored, reverse=True):
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            out.append((i, j))
    return out


class _Tally:
    """Counts that grow document by document."""

    def __init__(self) -> None:
        self.count: Counter[Any] = Counter()
        self.groups: dict[str, list[bool]] = {}

    def add(self, document: GoldDocument, predicted: Sequence[Quotation]) -> None:
        self._regions(document, predicted)
        self._spans(document, predicted)
        self._contents(document, predicted)

    def _regions(self, document: GoldDocument, predicted: Sequence[Quotation]) -> None:
        for _, owner, hit in answers(document, predicted):
            self.count["regions", "gold"] += owner is not None
            self.count["regions", "predicted"] += hit is not None
            if owner and hit:
                self.count["regions", "found"] += 1
                self.count["regions", "right"] += same_source(owner, hit)

    def _spans(self, document: GoldDocument, predicted: Sequence[Quotation]) -> None:
        for role in ROLES:
            want = {span for a in document.attributions for span in trimmed(document.text, getattr(a, role))}
            got = {span for q in predicted for span in trimmed(document.text, getattr(q, role))}
            self.count["span", role, "right"] += len(want & got)
            self.count["span", role, "predicted"] += len(got)
            self.count["span", role, "gold"] += len(want)

    def _contents(self, document: GoldDocument, predicted: Sequence[Quotation]) -> None:
        count, gold = self.count, document.attributions
        count["gold"] += len(gold)
        count["predicted"] += len(predicted)
        count["told_to", "gold"] += sum(bool(name_key(a.addressee)) for a in gold)
        count["cited_from", "gold"] += sum(bool(name_key(a.citation)) for a in gold)
        count["told_to", "predicted"] += sum(bool(name_key(q.told_to)) for q in predicted)
        count["cited_from", "predicted"] += sum(bool(name_key(q.cited_from)) for q in predicted)
        for attribution in gold:
            count["kind", attribution.kind] += 1
        for i, j in pairs(gold, predicted):
            want, got = gold[i], predicted[j]
            is_right = same_source(want, got)
            count["found"] += 1
            count["right"] += is_right
            count["kind", want.kind, "found"] += 1
            count["kind", want.kind, "right"] += is_right
            for name, named, answer in (
                ("told_to", want.addressee, got.told_to),
                ("cited_from", want.citation, got.cited_from),
            ):
                count[name, "right"] += bool(name_key(named)) and name_key(named) == name_key(answer)

    def add_speaker(self, place: SpeakerAt, hit: Quotation | None) -> None:
        answer = name_key(hit.speaker) if hit else None
        is_right = answer == name_key(place.speaker)
        self.count["speaker", "gold"] += 1
        self.count["speaker", "answered"] += bool(answer)
        self.count["speaker", "right"] += is_right
        self.count["speaker", "wrong"] += bool(answer) and not is_right
        self.groups.setdefault(place.group, []).append(is_right)

    def scores(self) -> Scores:
        c = self.count
        regions = (c["regions", "predicted"], c["regions", "gold"])
        kinds = [key[1] for key in c if isinstance(key, tuple) and key[0] == "kind" and len(key) == 2]

        def named(name: str) -> Ratio | None:
            return Ratio(*(c[name, x] for x in ("right", "predicted", "gold"))) if c[name, "gold"] else None

        return Scores(
            quoted_found=Ratio(c["regions", "found"], *regions),
            quoted_right=Ratio(c["regions", "right"], *regions),
            content=Ratio(c["found"], c["predicted"], c["gold"]),
            attribution=Ratio(c["right"], c["predicted"], c["gold"]),
            by_kind={
                kind: (
                    Ratio(c["kind", kind, "found"], 0, c["kind", kind]),
                    Ratio(c["kind", kind, "right"], 0, c["kind", kind]),
                )
                for kind in sorted(kinds)
            },
            spans={role: Ratio(*(c["span", role, x] for x in ("right", "predicted", "gold"))) for role in ROLES},
            speaker=Ratio(c["speaker", "right"], c["speaker", "answered"], c["speaker", "gold"])
            if c["speaker", "gold"]
            else None,
            wrong_names=c["speaker", "wrong"],
            speaker_groups={name: Ratio(sum(all_), 0, len(all_)) for name, all_ in sorted(self.groups.items())},
            told_to=named("told_to"),
            cited_from=named("cited_from"),
        )
