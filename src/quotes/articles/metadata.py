"""What is known of an article beside its text: the file NAME.meta.json next to NAME.txt.

    {"title": "…", "publication": "…", "author": "…", "published": "2024-05-03", "url": "https://…"}

Every field may be missing. Lists (of authors, say) are joined by "; ", numbers written out, white space made single
spaces; fields with other names are left alone.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Final

from quotes.articles.files import read_bytes, unreadable
from quotes.model import Metadata, Unreadable

ENDING: Final = ".meta.json"
_MAX_BYTES: Final = 1_000_000

_FIELDS: Final = tuple(field.name for field in fields(Metadata))


def read_sidecar(file: Path, path: str) -> tuple[Metadata, Unreadable | None]:
    """The metadata of the article in `file`, whose path below the corpus folder is `path`.

    Empty where there is no sidecar. A sidecar that cannot be used costs its fields, never the article: it is returned
    as an `Unreadable` with the sidecar's own path, and so is one with a field of the wrong type, whose other fields
    are used.
    """
    sidecar = _beside(file)
    if not _exists(sidecar):
        return Metadata(), None
    name = str(_beside(Path(path)).as_posix())
    content = read_bytes(sidecar, name, _MAX_BYTES)
    if isinstance(content, Unreadable):
        return Metadata(), unreadable(name, "A10", why=content.reason)
    record = _parsed(content)
    if isinstance(record, str):
        return Metadata(), unreadable(name, "A10", why=record)
    values = {key: _as_text(record.get(key)) for key in _FIELDS}
    wrong = ", ".join(key for key, value in values.items() if value is None)
    metadata = Metadata(**{key: value or "" for key, value in values.items()})
    return metadata, unreadable(name, "A11", fields=wrong) if wrong else None


def _beside(file: Path) -> Path:
    return file.with_name(file.stem + ENDING)


def _exists(file: Path) -> bool:
    """Is something there, be it a broken link? A name too long for the file system is not."""
    try:
        file.lstat()
    except OSError:
        return False
    return True


def _parsed(content: bytes) -> dict[str, object] | str:
    """The object that the JSON holds, or what is wrong with it."""
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "not UTF-8"
    except json.JSONDecodeError as error:
        return f"line {error.lineno}: {error.msg}"
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets nested 100,000 deep
        return str(error)
    return record if isinstance(record, dict) else "not a JSON object"


def _as_text(value: object) -> str | None:
    """A field's value on one line, None if it is neither a string nor a number nor a list of these."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        parts = [_as_text(part) for part in value if not isinstance(part, list)]
        return "; ".join(part for part in parts if part) if None not in parts and len(parts) == len(value) else None
    return None
