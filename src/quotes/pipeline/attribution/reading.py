"""From a `Doc` to its attributions, paragraph by paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from quotes.model import Attribution, Paragraph, Region, Span
from quotes.pipeline.attribution.clauses import attribute_clauses
from quotes.pipeline.attribution.cues import Cue
from quotes.pipeline.attribution.frame import DIRECT, LABELLED, Draft, Frame, Tokens
from quotes.pipeline.attribution.lexicon import NO_SPEAKER
from quotes.pipeline.attribution.regions import attribute_regions, cue_before_next, leave_announced, leave_unattributed
from quotes.pipeline.attribution.syntax import Syntax

_UNREAD: Final = frozenset(("related", "boilerplate"))
_LABEL: Final = re.compile(r"[“\"]?((?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){0,4}):(?=\s)")
_SIGNED: Final = re.compile(r"\s*[-–—―]+\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})\s*")
_PARTICLE: Final = 3  # letters of a word that a name may hold without a capital: von, the
_SPEAKERS: Final = 2  # labels that come back in a transcript


def read_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Give the attributions of a parsed `doc` in text order; reads `doc._.paragraphs` and `doc._.quoted_regions`."""
    tokens = Tokens(Syntax(doc))
    text = tokens.text
    paragraphs: Sequence[Paragraph] = doc._.paragraphs or (Paragraph(Span(0, len(text))),)
    speakers = _speakers(text, paragraphs)
    drafts: list[Draft] = []
    carried: Draft | None = None  # the draft of the quotation that the paragraph before left open
    announced: Cue | None = None  # the cue of a paragraph that ends in a colon
    for paragraph, regions in _by_paragraph(paragraphs, doc._.quoted_regions):
        if paragraph.kind in _UNREAD or not paragraph.span:
            continue
        outer = [region for region in regions if region.depth == 0]
        if drafts and (name := _signature(text, paragraph, drafts[-1])) is not None:
            drafts[-1].label = ((), (name,))
            continue
        labelled = _labelled(text, paragraph, outer, speakers)
        if labelled is not None:
            drafts.append(labelled)
            continue
        frame = Frame(tokens, paragraph.span, outer)
        if outer and outer[0].continues and carried is not None:
            carried.content.append(outer[0].span)
            frame.drafts[0] = carried
        elif outer and announced is not None and outer[0].span.start == paragraph.span.start:
            drafts.append(Draft([outer[0].span], announced, DIRECT))
            frame.drafts[0] = drafts[-1]
        drafts.extend(_read(frame, paragraph))
        announced = cue_before_next(frame)
        carried = frame.drafts[-1] if outer and not outer[-1].closed else None
        drafts.extend(_inside(tokens, regions))
    return tuple(tokens.attribution(draft) for draft in sorted(drafts, key=lambda draft: min(draft.content)))


def _read(frame: Frame, paragraph: Paragraph) -> Iterator[Draft]:
    before = frame.drafts[0] if frame.drafts else None
    signed = _signed(frame, paragraph)
    if signed is not None:
        yield signed
        return
    attribute_regions(frame)
    clauses = attribute_clauses(frame)
    if paragraph.kind == "body":
        leave_unattributed(frame)
    elif paragraph.kind == "headline":
        leave_announced(frame)
    seen = {id(before)} | {id(draft) for draft in clauses}
    for draft in frame.drafts:
        if draft is not None and id(draft) not in seen:
            seen.add(id(draft))
            yield draft
    yield from clauses


def _inside(tokens: Tokens, regions: Sequence[Region]) -> Iterator[Draft]:
    """Quotations inside a quotation that have a cue and a source of their own there."""
    within: list[tuple[Region, list[Region]]] = []
    for region in regions:
        if region.depth == 0:
            within.append((region, []))
        elif region.depth == 1 and within:
            within[-1][1].append(region)
    for outer, inner in within:
        if inner:
            frame = Frame(tokens, outer.inner, inner)
            attribute_regions(frame)
            unique = {id(draft): draft for draft in frame.drafts if draft is not None}
            yield from (draft for draft in unique.values() if draft.cue is not None and draft.cue.source is not None)


def _by_paragraph(
    paragraphs: Iterable[Paragraph], regions: Sequence[Region]
) -> Iterator[tuple[Paragraph, list[Region]]]:
    upcoming = 0
    for paragraph in paragraphs:
        first = upcoming
        while upcoming < len(regions) and regions[upcoming].span.start < paragraph.span.end:
            upcoming += 1
        yield paragraph, list(regions[first:upcoming])


# --- labels -------------------------------------------------------------------------------------------------------


def _label(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """A name before a colon at the head of a paragraph."""
    match = _LABEL.match(text, paragraph.span.start, paragraph.span.end)
    if match is None:
        return None
    words = match.group(1).split()
    capital = all(word[0].isupper() for word in words if len(word) > _PARTICLE)
    named = capital and words[0][0].isupper() and words[-1][0].isupper() and words[0].lower() not in NO_SPEAKER
    return match if named else None


def _speakers(text: str, paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The labels that come back, where two or more do: the text is a transcript then."""
    labels = Counter(
        match.group(1) for match in (_label(text, p) for p in paragraphs if p.kind not in _UNREAD) if match
    )
    repeated = frozenset(label for label, times in labels.items() if times > 1)
    return repeated if len(repeated) >= _SPEAKERS else frozenset()


def _labelled(text: str, paragraph: Paragraph, outer: Sequence[Region], speakers: frozenset[str]) -> Draft | None:
    """NAME: words, in a transcript, in a headline, or before a quotation."""
    match = _label(text, paragraph)
    if match is None or any(match.start(1) <= region.span.start < match.end() for region in outer):
        return None
    transcript = match.group(1) in speakers
    if text[match.start()] in '“"' and not transcript:
        return None
    words = text[match.end() : paragraph.span.end]
    said = Span(match.end() + len(words) - len(words.lstrip()), paragraph.span.end)
    quoted = bool(outer) and outer[0].span.start == said.start
    if not said or not (transcript or quoted):
        return None
    if quoted and not transcript:
        said = Span(said.start, outer[0].span.end)
    colon = Span(match.end() - 1, match.end())
    return Draft([said], None, LABELLED, label=((colon,), (Span(match.start(1), match.end(1)),)))


def _signature(text: str, paragraph: Paragraph, before: Draft) -> Span | None:
    """— Name, in a paragraph of its own, behind one that is all quotation."""
    match = _SIGNED.fullmatch(text, paragraph.span.start, paragraph.span.end)
    if match is None or before.cue is not None or before.label is not None:
        return None
    between = text[max(span.end for span in before.content) : paragraph.span.start]
    return None if between.strip() else Span(match.start(1), match.end(1))


def _signed(frame: Frame, paragraph: Paragraph) -> Draft | None:
    """“…” — Name, and nothing else in the paragraph."""
    if len(frame.regions) != 1 or frame.regions[0].span.start != paragraph.span.start:
        return None
    region = frame.regions[0]
    match = _SIGNED.fullmatch(frame.text, region.span.end, paragraph.span.end)
    if match is None:
        return None
    name = Span(match.start(1), match.end(1))
    frame.drafts[0] = Draft([region.span], None, LABELLED, label=((), (name,)))
    return frame.drafts[0]
