"""Quotations of many articles in, one `Quote` a thing said out. Pure functions; the order of input changes nothing."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, Final

from quotes.dedupe.form import Form
from quotes.dedupe.group import Group
from quotes.dedupe.grouping import Grouping
from quotes.dedupe.identity import OCCURRENCE_LETTERS, QUOTE_LETTERS, Ids
from quotes.dedupe.ledger import Ledger, forwards, places_of
from quotes.dedupe.nesting import marked_nested
from quotes.dedupe.speakers import row_quotation
from quotes.dedupe.wording import Wording
from quotes.model import KnownQuote, Occurrence, Quote, Related, Relation

__all__ = ["fold", "forwards", "remembered"]

_Dated = tuple[tuple[bool, str], int, Occurrence]
"""An occurrence by when its article came out, and by its place among all."""
_RELATIONS: Final[tuple[Relation, ...]] = ("fullest", "same", "edited", "shortened", "fragment")


def fold(occurrences: Iterable[Occurrence], known: Iterable[KnownQuote] = ()) -> tuple[Quote, ...]:
    """One `Quote` for each thing that was said, with every place that carries it.

    Wordings are one where they say the same words: but for marks, case, spaces, contractions and numbers in letters;
    where one stands in the other, whole or with words left out; or where a few words differ; and their speakers can be
    the same. Each quote's first occurrence has the fullest wording, of equals the one in the earliest article; the
    quotes come in the order of these. Occurrences get their ids here. A quote is given the most complete name that its
    places have for the speaker (see `speakers`).

    `known` is the ledger of earlier runs (see `remembered`): a quote that has one of their ids keeps it.
    Time grows as n log n with the words.
    """
    with _no_collection():
        return _folded(occurrences, Ledger(known))


def _folded(occurrences: Iterable[Occurrence], ledger: Ledger) -> tuple[Quote, ...]:
    wordings, place = _wordings(_by_article(occurrences))
    wordings.sort(key=attrgetter("fullness"))  # of equals, the one that was placed first stays first
    grouping = Grouping(wordings)
    groups = [(group, _related(group, place)) for group in grouping.groups]
    quote_ids = _quote_ids(groups, ledger)
    disputes: dict[int, set[str]] = defaultdict(set)
    for one, other in grouping.disputes:
        disputes[id(one)].add(quote_ids[id(other)])
        disputes[id(other)].add(quote_ids[id(one)])
    quotes = [
        Quote(
            quote_id=quote_ids[id(group)],
            occurrences=related,
            disputed_with=tuple(sorted(disputes[id(group)])) if id(group) in disputes else (),
            # One name, which the fullest wording has too: as it mostly is, and there is nothing to choose.
            named=row_quotation(related)
            if len(group.names) > 1 or (group.names and not related[0].occurrence.quotation.speaker)
            else None,
        )
        for group, related in groups
    ]
    quotes.sort(key=lambda quote: place[quote.fullest.occurrence_id])
    return tuple(quotes)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without looking for cycles: nothing here makes any, and the search would take half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def remembered(known: Iterable[KnownQuote], quotes: Iterable[Quote]) -> tuple[KnownQuote, ...]:
    """The ledger for the next run: what `known` held, and the rows of this one."""
    return Ledger(known).after({quote.quote_id: places_of(quote) for quote in quotes})


def _by_article(occurrences: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """The occurrences of each article in their order, without those that are equal to the one before."""
    for _, found in groupby(sorted(occurrences, key=_ARTICLE), key=_ARTICLE):
        some = list(found)
        if len(some) > 1:
            some.sort(key=_place)
            # Most have other words, which is sooner found than whether all their fields are equal.
            unlike = (one for before, one in pairwise(some) if one.quote != before.quote or one != before)
            some = [some[0], *unlike]
        yield some


_ARTICLE: Final = attrgetter("article")


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    """Sort key of the occurrences of an article: place in it, and then whatever could still differ."""
    quotation = occurrence.quotation
    spans = [(span.start, span.end) for span in quotation.content]
    return spans, occurrence.quote, quotation.kind, quotation.speaker, occurrence.quoted_words


def _wordings(articles: Iterable[Sequence[Occurrence]]) -> tuple[list[Wording], dict[str, int]]:
    """The occurrences of the articles, with ids, gathered by words and speaker, in the order of their first places.

    With them, the place of each occurrence among all, by its id.

    Words that anybody might say are gathered by article too, and not at all where nobody is named or where another
    quotation of the article stands. An occurrence's id is made from the
    article, the normal form, and how often the article had it before.
    """
    found: dict[tuple[object, ...], Wording] = {}
    # Most repeated quotations repeat letter by letter: their normal form is worked out once.
    known: dict[tuple[str, str, str, str], Wording] = {}
    forms: dict[tuple[str, bool], Form] = {}
    ids = Ids("o", OCCURRENCE_LETTERS)
    seen: dict[str, int] = {}  # normal forms of one article, since they come one after the other
    article = ""
    for number, (occurrence, nested) in enumerate(marked_nested(articles)):
        quotation = occurrence.quotation
        letters = (occurrence.quote, occurrence.quoted_words, quotation.kind, quotation.speaker)
        wording = None if nested else known.get(letters)
        if wording is None:
            fresh = Wording(occurrence, forms, nested=nested)
            if nested:
                wording = found[(number,)] = fresh
            elif fresh.is_anybodys:
                scope = (occurrence.article,) if fresh.speaker else (occurrence.article, number)
                wording = found.setdefault((*fresh.words_key, fresh.speaker, *scope), fresh)
            else:
                wording = found.setdefault((*fresh.words_key, fresh.speaker), fresh)
                known[letters] = wording
        if occurrence.article != article:
            article = occurrence.article
            seen.clear()
        text = wording.clause.text
        times = seen[text] = seen.get(text, 0) + 1
        occurrence_id = ids.give(article, text, str(times))
        wording.add(_identified(occurrence, occurrence_id))
    return list(found.values()), ids.given  # each occurrence has got one id, in the order of their places


_FIELDS: Final = attrgetter(*(field.name for field in fields(Occurrence) if field.name != "occurrence_id"))
_Draft: Final[Any] = make_dataclass("_Draft", [field.name for field in fields(Occurrence)], slots=True)
"""An occurrence that is not frozen yet: made in a quarter of the time, since its fields are simply set."""


def _identified(occurrence: Occurrence, occurrence_id: str) -> Occurrence:
    """The occurrence with its id; what `dataclasses.replace` does, in a twentieth of the time."""
    draft = _Draft(*_FIELDS(occurrence), occurrence_id)  # the id is the last field
    draft.__class__ = Occurrence  # which has the same slots
    identified: Occurrence = draft
    return identified


def _related(group: Group, place: Mapping[str, int]) -> tuple[Related, ...]:
    """All places of a group, the fullest wording in the earliest article first."""
    if len(group.members) == 1 and len(group.root.occurrences) == 1:
        return (Related(group.root.occurrences[0], "fullest"),)

    found: dict[Relation, list[_Dated]] = {}
    full: list[_Dated] = []
    for wording, relation in group.members:
        dated = [
            (one.metadata.published_order, place[one.occurrence_id], one)  # no place is that of two
            for one in wording.occurrences
        ]
        found.setdefault("same" if relation == "fullest" else relation, []).extend(dated)
        if wording.words_key == group.root.words_key:
            full += dated
    fullest = min(full)[2]
    return (
        Related(fullest, "fullest"),
        *(
            Related(one, relation)
            for relation in _RELATIONS
            if relation in found
            for _, _, one in sorted(found[relation])
            if one is not fullest
        ),
    )


def _quote_ids(groups: Sequence[tuple[Group, tuple[Related, ...]]], ledger: Ledger) -> dict[int, str]:
    """Ids by object: the one an earlier run gave; else made from the words and the speaker's last name.

    So a first name found later changes nothing.
    """
    known = ledger.ids(related for _, related in groups)
    ids = Ids("q", QUOTE_LETTERS, taken=ledger.quote_ids)
    given = {}
    for (group, _), before in zip(groups, known, strict=True):
        root = group.root
        scope = list(root.articles) if root.is_anybodys else []
        given[id(group)] = before or ids.give(*root.words_key, *root.speaker[-1:], *scope)
    return given
