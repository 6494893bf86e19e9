"""Papers that speak for nobody: "court documents show", "according to a report in Nature".

Where a source names no author, the article has its words from the paper itself, or from the outlet that printed it.
"""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.provenance.audiences import is_date
from quotes.pipeline.provenance.narration import Names, Narration, is_outlet
from quotes.pipeline.provenance.phrases import run_at

_PAPERS: Final = re.compile(
    r"(?:(?:the|an?|some|those|these|newly|recently|recent|latest|new|two|three|several|many|leaked|unsealed|released|published|redacted|(?:hundreds|thousands|"
    r"dozens|pages)[^\S\n]of)[^\S\n])*"
    r"(?P<paper>(?:(?!his\b|her\b|their\b|its\b|my\b|our\b|other\b|such\b)[a-z][\w-]*[^\S\n]){0,2}"
    r"(?:documents|records|filings|papers|files|transcripts|emails|e-mails|memos))"
    r"(?:[^\S\n](?:filed|obtained|seen|reviewed|released|submitted|unsealed|published|shared|provided|made|leaked)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_PRINTED: Final = re.compile(
    r"(?:(?:the|an?|new|recent|media|press|news|[a-z]+-page)[^\S\n]){0,3}"
    r"(?:reports?|articles?|stud(?:y|ies)|papers?|piece|stor(?:y|ies)|research|investigation|editorial)[^\S\n]"
    r"(?:(?:published|printed|carried|released)[^\S\n](?:[a-z]+[^\S\n]){0,2})?in[^\S\n]"
    r"(?:the[^\S\n])?(?:journal[^\S\n])?(?=[A-Z])"
)


def speaking(narration: Narration, names: Names) -> str:
    """What the source of a quotation is, if it is papers without an author, or the outlet that printed it; else empty.

    "Newly released court records" are "court records", "a report in the Herald" the Herald.
    """
    if narration.source is None:
        return ""
    start, end = narration.source.start - narration.start, narration.source.end - narration.start
    if printed := _PRINTED.match(narration.text, start, end):
        _, named = run_at(narration, printed.end(), names)
        is_printer = is_outlet(named.name) or named.kind == "outlet"
        return named.name if is_printer and not is_date(named.name) else ""
    papers = _PAPERS.fullmatch(narration.text, start, end)
    return " ".join(papers["paper"].split()).lower() if papers else ""
