"""Quotes as pandas data frames, with the columns and types of `columns`.

Text columns have the dtype `string` and are never missing; counts are `Int64`; shares are `float64`. Cells are one line
each and as long as they are: guards and limits belong to the formats that need them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from quotes.model import Occurrence, Quotation, Quote, Related, Spans
from quotes.tables.columns import OCCURRENCE_COLUMNS, QUOTE_COLUMNS, Column, ColumnType
from quotes.tables.guard import one_line

DTYPES: Final[dict[ColumnType, str]] = {"text": "string", "count": "Int64", "share": "float64"}

Cell = str | int | float
_LIST: Final = "; "


def quotes_frame(quotes: Iterable[Quote]) -> pd.DataFrame:
    """One row a quote, in the order given; what differs between its places comes from the fullest wording.

    But for the speaker, whose name is the most complete one of all places.
    """
    return _frame(QUOTE_COLUMNS, [_quote_row(quote) for quote in quotes])


def occurrences_frame(quotes: Iterable[Quote]) -> pd.DataFrame:
    """One row a place in an article, those of a quote together, its fullest wording first."""
    rows = [_occurrence_row(quote.quote_id, related) for quote in quotes for related in quote.occurrences]
    return _frame(OCCURRENCE_COLUMNS, rows)


def spans_text(spans: Spans) -> str:
    """Spans as a cell holds them: `416-494;523-1121`."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _frame(columns: Sequence[Column], rows: Sequence[dict[str, Cell]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column.name: pd.Series([_cell(row.get(column.name, "")) for row in rows], dtype=DTYPES[column.type])
            for column in columns
        }
    )


def _cell(value: Cell) -> Cell:
    return one_line(value) if isinstance(value, str) else value


def _shared_cells(occurrence: Occurrence, quotation: Quotation) -> dict[str, Cell]:
    return {
        "article": occurrence.article,
        "url": occurrence.metadata.url,
        "paragraph": occurrence.paragraph,
        "spans": spans_text(quotation.content),
        "quote": occurrence.quote,
        "quoted_words": occurrence.quoted_words,
        "kind": quotation.kind,
        "cue": occurrence.cue,
        "speaker": quotation.speaker,
        "speaker_id": quotation.speaker_id,
        "speaker_as_written": occurrence.speaker_as_written,
        "speaker_role": quotation.speaker_role,
        "told_to": quotation.told_to,
        "told_to_kind": quotation.told_to_kind,
        "cited_from": quotation.cited_from,
        "confidence": round(quotation.confidence, 2),
        "evidence": quotation.evidence,
    }


def _quote_row(quote: Quote) -> dict[str, Cell]:
    places = [related.occurrence for related in quote.occurrences]
    dates = [place.metadata for place in places if place.metadata.published]
    return _shared_cells(quote.fullest, quote.quotation) | {
        "quote_id": quote.quote_id,
        "articles": len({place.article for place in places}),
        "sources": _LIST.join(dict.fromkeys(_source(place) for place in places)),
        "first_published": min(dates, key=lambda metadata: metadata.published_order).published if dates else "",
        "variants": len({_letters(place.quote) for place in places}),
        "disputed_with": _LIST.join(quote.disputed_with),
        "context": quote.fullest.context,
    }


def _occurrence_row(quote_id: str, related: Related) -> dict[str, Cell]:
    occurrence, metadata = related.occurrence, related.occurrence.metadata
    return _shared_cells(occurrence, occurrence.quotation) | {
        "occurrence_id": occurrence.occurrence_id,
        "quote_id": quote_id,
        "relation": related.relation,
        "title": metadata.title,
        "publication": metadata.publication,
        "author": metadata.author,
        "published": metadata.published,
        "sentence": occurrence.sentence,
        "interview_with": occurrence.quotation.interview_with,
        "relayed_by": occurrence.quotation.relayed_by,
    }


def _source(occurrence: Occurrence) -> str:
    """How a reader knows the article: its publication, else its title, else its path."""
    metadata = occurrence.metadata
    return metadata.publication or metadata.title or occurrence.article


def _letters(quote: str) -> str:
    """What two wordings have in common that differ in marks, case and spaces alone."""
    return "".join(filter(str.isalnum, quote.casefold())) or quote
