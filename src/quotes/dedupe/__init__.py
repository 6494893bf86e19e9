"""Quotations of many articles in, one `Quote` a thing said out. Pure functions; the order of input changes nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from quotes.dedupe.grouping import SHORT, Group, Grouping
from quotes.dedupe.identity import OCCURRENCE_LETTERS, QUOTE_LETTERS, Ids
from quotes.dedupe.ledger import Ledger, forwards, places_of
from quotes.dedupe.wording import Wording
from quotes.model import KnownQuote, Occurrence, Quote, Related, Relation

__all__ = ["fold", "forwards", "remembered"]

_RELATIONS: Final[tuple[Relation, ...]] = ("fullest", "same", "edited", "shortened", "fragment")


def fold(occurrences: Iterable[Occurrence], known: Iterable[KnownQuote] = ()) -> tuple[Quote, ...]:
    """One `Quote` for each thing that was said, with every place that carries it.

    Wordings are one where they say the same words: but for marks, case, spaces, contractions and numbers in letters;
    where one stands in the other, whole or with words left out; or where a few words differ; and their speakers can be
    the same. Each quote's first occurrence has the fullest wording, of equals the one in the earliest article; the
    quotes come in the order of these. Occurrences get their ids here.

    `known` is the ledger of earlier runs (see `remembered`): a quote that has one of their ids keeps it.
    Time grows as n log n with the words.
    """
    in_order = sorted(occurrences, key=_place)
    placed = [one for before, one in zip([None, *in_order], in_order, strict=False) if one != before]
    del in_order
    wordings = _wordings(placed)
    occurrence_ids = _occurrence_ids(placed, wordings)
    del placed
    wordings.sort(key=_order)
    grouping = Grouping(wordings)
    groups = [(group, _related(group, occurrence_ids)) for group in grouping.groups]
    quote_ids = _quote_ids(groups, Ledger(known))
    disputes: dict[int, set[str]] = defaultdict(set)
    for one, other in grouping.disputes:
        disputes[id(one)].add(quote_ids[id(other)])
        disputes[id(other)].add(quote_ids[id(one)])
    quotes = [
        Quote(
            quote_id=quote_ids[id(group)],
            occurrences=related,
            disputed_with=tuple(sorted(disputes[id(group)])) if id(group) in disputes else (),
        )
        for group, related in groups
    ]
    return tuple(sorted(quotes, key=lambda quote: (*_place(quote.fullest), quote.quote_id)))


def remembered(known: Iterable[KnownQuote], quotes: Iterable[Quote]) -> tuple[KnownQuote, ...]:
    """The ledger for the next run: what `known` held, and the rows of this one."""
    return Ledger(known).after({quote.quote_id: places_of(quote) for quote in quotes})


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    """Sort key: article, place in it, and then whatever could still differ."""
    quotation = occurrence.quotation
    spans = tuple((span.start, span.end) for span in quotation.content)
    return occurrence.article, spans, occurrence.quote, quotation.kind, quotation.speaker, occurrence.quoted_words


def _earliest(occurrence: Occurrence) -> tuple[object, ...]:
    return occurrence.metadata.published_order, *_place(occurrence)


def _wordings(placed: Sequence[Occurrence]) -> list[Wording]:
    """The occurrences gathered by words and speaker; short ones by article too, and unnamed short ones not at all."""
    found: dict[tuple[object, ...], Wording] = {}
    # Most repeated quotations repeat letter by letter: their normal form is worked out once.
    known: dict[tuple[str, str, str, str], Wording] = {}
    for number, occurrence in enumerate(placed):
        quotation = occurrence.quotation
        letters = (occurrence.quote, occurrence.quoted_words, quotation.kind, quotation.speaker)
        wording = known.get(letters)
        if wording is None:
            fresh = Wording(occurrence)
            if fresh.clause.size < SHORT:
                scope = (occurrence.article,) if fresh.speaker else (occurrence.article, number)
                wording = found.setdefault((*fresh.words_key, fresh.speaker, *scope), fresh)
            else:
                wording = found.setdefault((*fresh.words_key, fresh.speaker), fresh)
                known[letters] = wording
        wording.add(occurrence)
    return list(found.values())


def _order(wording: Wording) -> tuple[object, ...]:
    return *wording.fullness, _place(wording.occurrences[0])


def _related(group: Group, ids: dict[int, str]) -> tuple[Related, ...]:
    """All places of a group, the fullest wording in the earliest article first."""
    fullest = min(
        (o for wording, _ in group.members if wording.words_key == group.root.words_key for o in wording.occurrences),
        key=_earliest,
    )
    others = [
        (_RELATIONS.index("same" if relation == "fullest" else relation), _earliest(occurrence), occurrence)
        for wording, relation in group.members
        for occurrence in wording.occurrences
        if occurrence is not fullest
    ]
    others.sort(key=lambda other: other[:2])
    return (
        Related(replace(fullest, occurrence_id=ids[id(fullest)]), "fullest"),
        *(Related(replace(o, occurrence_id=ids[id(o)]), _RELATIONS[relation]) for relation, _, o in others),
    )


def _occurrence_ids(placed: Sequence[Occurrence], wordings: Sequence[Wording]) -> dict[int, str]:
    """Ids by object: the article, the normal form, and how often the article had it before."""
    text_of = {id(occurrence): wording.clause.text for wording in wordings for occurrence in wording.occurrences}
    ids = Ids("o", OCCURRENCE_LETTERS)
    seen: Counter[tuple[str, str]] = Counter()
    given = {}
    for occurrence in placed:
        key = occurrence.article, text_of[id(occurrence)]
        seen[key] += 1
        given[id(occurrence)] = ids.give(*key, str(seen[key]))
    return given


def _quote_ids(groups: Sequence[tuple[Group, tuple[Related, ...]]], ledger: Ledger) -> dict[int, str]:
    """Ids by object: the one an earlier run gave; else the words and the speaker's last name, so that a first name
    found later changes nothing."""
    known = ledger.ids(related for _, related in groups)
    ids = Ids("q", QUOTE_LETTERS, taken=ledger)
    given = {}
    for (group, _), before in zip(groups, known, strict=True):
        root = group.root
        scope = sorted(root.articles) if root.clause.size < SHORT else []
        given[id(group)] = before or ids.give(*root.words_key, *root.speaker[-1:], *scope)
    return given
