"""The annotation file: what each article says, one JSON line an article, before anything is folded.

    {"doc": "folder/name", "quotes": [{"content": [[s, e], ...], "source": [...], "cue": [...], "speaker": "",
     "told_to": "", "cited_from": "", "kind": "direct", "confidence": 0.93, "evidence": "name by the cue"}]}

Spans are characters of the decoded file, end exclusive, marks included. `quotes evaluate` reads it, and so does any
scorer of the same form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

from quotes.model import Quotation, Spans

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def annotation_line(doc_name: str, quotations: Iterable[Quotation]) -> str:
    """One line, without its line end, for an article and all its quotations in the order given.

    `doc_name` is `Article.doc`. The line can be encoded as UTF-8 whatever the text holds: lone surrogates are escaped.
    """
    record = {"doc": doc_name, "quotes": [_annotation(quotation) for quotation in quotations]}
    line = json.dumps(record, ensure_ascii=False)
    return _SURROGATE.sub(lambda lone: f"\\u{ord(lone.group()):04x}", line)


def _annotation(quotation: Quotation) -> dict[str, object]:
    return {
        "content": _pairs(quotation.content),
        "source": _pairs(quotation.source),
        "cue": _pairs(quotation.cue),
        "speaker": quotation.speaker,
        "told_to": quotation.told_to,
        "cited_from": quotation.cited_from,
        "kind": quotation.kind,
        "confidence": round(quotation.confidence, 4),
        "evidence": quotation.evidence,
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
