"""Training documents: gold attributions, and the names in the text as a small spaCy pipeline reads them.

Names are silver where nobody has read them (`names`): en_core_web_sm tags them, and each name then gets one type in a
document, by vote, where a single word that is part of a person's full name is that person. The head that learns them
replaces spaCy's entity recogniser.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quotes.errors import ModelError
from quotes.evaluation import GoldAttribution, GoldDocument, read_gold
from quotes.model import Span, Spans
from quotes.pipeline.entities import ENTITY_LABELS
from quotes.training.config import Source
from quotes.training.told import words_of

_TYPES: Final = {"LOC": "GPE", "FAC": "GPE", "EVENT": "WORK_OF_ART", "PRODUCT": "WORK_OF_ART", "LAW": "WORK_OF_ART"}


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution as training sees it."""

    content: Spans
    cue: Spans
    source: Spans
    addressee: Spans | None = None
    """Words that name whom it was told; None where the gold does not say."""
    citation: Spans | None = None
    """Words that name whom the article has it from; None where the gold does not say."""


@dataclass(frozen=True, slots=True)
class Example:
    """A document to learn from; `entities` is None where names are not taught."""

    name: str
    text: str
    said: tuple[Said, ...]
    entities: tuple[tuple[Span, str], ...] | None = None


def read_examples(source: Source, *, every_annotator: bool) -> list[Example]:
    """Read the documents of a source, each annotator's version as one of its own where asked for.

    Raises GoldError for what cannot be read.
    """
    return [
        _example(document) for document in read_gold(source.path, texts=source.texts, every_annotator=every_annotator)
    ]


def _example(document: GoldDocument) -> Example:
    return Example(document.name, document.text, tuple(_said(document.text, a) for a in document.attributions))


def _said(text: str, gold: GoldAttribution) -> Said:
    if gold.speaker is None:  # such gold has no names at all
        return Said(gold.content, gold.cue, gold.source)
    addressee = words_of(gold.addressee, text, gold.content, (*gold.cue, *gold.source))
    citation = words_of(gold.citation, text, gold.content, (*gold.cue, *gold.source, *(addressee or ())))
    return Said(gold.content, gold.cue, gold.source, addressee, citation)


def with_entities(
    examples: Sequence[Example], model: str, progress: Callable[[int, int], None] = lambda done, total: None
) -> list[Example]:
    """Add the names that the spaCy pipeline `model` reads in the texts; `progress` is told how many texts are read.

    Raises ModelError where the pipeline is not installed.
    """
    import spacy

    if not spacy.util.is_package(model):
        raise ModelError("M01", name=model, pip=model.replace("_", "-"))
    nlp = spacy.load(model, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
    texts = list(dict.fromkeys(example.text for example in examples))
    nlp.max_length = max(nlp.max_length, *map(len, texts), 0)
    found: dict[str, tuple[tuple[Span, str], ...]] = {}
    for text, doc in zip(texts, nlp.pipe(texts, batch_size=16), strict=True):
        spans = [(Span(e.start_char, e.end_char), _TYPES.get(e.label_, e.label_)) for e in doc.ents]
        found[text] = tuple(names_of(text, spans))
        progress(len(found), len(texts))
    return [replace(example, entities=found[example.text]) for example in examples]


def names_of(text: str, tagged: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Of the spans that a tagger gives, the names, bare of what surrounds them, with one type a name."""
    bare = ((_bare(text, span), label) for span, label in tagged if label in ENTITY_LABELS)
    return _one_type_a_name(text, [(span, label) for span, label in bare if _is_name(span.cut(text))])


def _bare(text: str, span: Span) -> Span:
    """The name without article, possessive ending, marks, and what stands on the next line."""
    start, end = _inside(text, span.start, span.end)
    line = text.find("\n", start, end)
    end = end if line < 0 else line
    if article := re.match(r"(?:the|The)\s+", text[start:end]):
        start += article.end()
    if possessive := re.search(r"[’']s$", text[start:end]):
        end = start + possessive.start()
    return Span(*_inside(text, start, end))


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Both ends moved inwards to a letter or digit."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while end > start and not text[start].isalnum():
        start += 1
    return start, end


def _is_name(words: str) -> bool:
    return any(c.isupper() for c in words)


def _one_type_a_name(text: str, named: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span, label in named:
        votes[span.cut(text).casefold()][label] += 1
    best = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    parts = {part for name, label in best.items() if label == "PERSON" and " " in name for part in name.split()}
    for span, _ in named:
        name = span.cut(text).casefold()
        yield span, "PERSON" if name in parts else best[name]
