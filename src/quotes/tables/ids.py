"""The ledger of ids in the output folder, `quote_ids.jsonl`: one id a line, the oldest first, and none of the words.

`{"quote_id", "forward", "places": [[occurrence_id, wording, article, start, end], …]}`
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from quotes.errors import OutputError
from quotes.model import KnownPlace, KnownQuote

IDS_FILE: Final = "quote_ids.jsonl"


def read_ids(folder: Path | str) -> tuple[KnownQuote, ...]:
    """The ids that earlier runs into a folder gave; none where there was no run.

    Raises `OutputError` W02 where the file is there and cannot be understood: going on would give new ids to all rows.
    """
    path = Path(folder) / IDS_FILE
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError("W02", path=path, line=0, why=str(error)) from error
    found: dict[str, KnownQuote] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = _known(json.loads(line))
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise OutputError("W02", path=path, line=number, why=str(error)) from error
        if one.quote_id in found:
            raise OutputError("W02", path=path, line=number, why=f"{one.quote_id} stands there twice")
        found[one.quote_id] = one
    return tuple(found.values())


def ids_text(known: Iterable[KnownQuote]) -> str:
    """The ledger as the file holds it."""
    return "".join(_line(one) + "\n" for one in known)


def write_ids(known: Iterable[KnownQuote], stream: BinaryIO) -> None:
    """Write the ledger to an open binary stream."""
    stream.write(ids_text(known).encode("ascii"))


def _line(one: KnownQuote) -> str:
    places = [[place.occurrence_id, place.wording, place.article, place.start, place.end] for place in one.places]
    # Escaped, so that a path with a lone surrogate can be written.
    return json.dumps({"quote_id": one.quote_id, "forward": one.forward, "places": places})


def _known(row: dict[str, object]) -> KnownQuote:
    quote_id, forward, places = row["quote_id"], row["forward"], row["places"]
    if not (isinstance(quote_id, str) and quote_id and isinstance(forward, str) and isinstance(places, list)):
        raise ValueError("not an id with its places")
    return KnownQuote(quote_id, tuple(_place(*place) for place in places), forward)


def _place(occurrence_id: object, wording: object, article: object, start: object, end: object) -> KnownPlace:
    if not (isinstance(occurrence_id, str) and isinstance(wording, str) and isinstance(article, str)):
        raise TypeError("not a place")
    if not (isinstance(start, int) and isinstance(end, int)):
        raise TypeError("not a place")
    return KnownPlace(occurrence_id, wording, article, start, end)
