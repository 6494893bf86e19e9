"""Works and papers that are cited by their titles: "in his book …", "wrote in “…”", "published in the journal …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.pipeline.people.lexicon import DEMONYMS
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import Names, Narration, title_at

_WORK: Final = keyed(
    "book(s) memoir(s) memoirs(s) autobiography(s) novel(s) biography(s) diary(s) journal(s) essay(s) bestseller(s) "
    "cookbook(s) exhortation(s) encyclical(s) manifesto(s) treatise(s) paper",
    r"\b(?:[Ii]n|[Ff]rom|of)\s+(?:his|her|their|its|the|a|an|[A-Z][\w]+['’]s)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:book|memoir|autobiography|novel|"
    r"biography|diary|journal|essay|bestseller|memoirs|cookbook|exhortation|encyclical|manifesto|treatise|paper in)s?,?"
    r"\s+"
    r"(?:called\s+|titled\s+|entitled\s+)?(?=[A-Z“\"‘])",
)
_TITLED: Final = keyed(
    "book memoir memoirs autobiography novel biography documentary film essay album cookbook",
    r"\b(?:in|from|(?:In|From)(?=\s+[“\"‘]))\s+(?P<title>[“\"‘]?[A-Z][^,;:.\x00]{2,60}?[,”\"’']+)\s+"
    r"(?:a|an|his|her|their|its|the)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:book|memoir|memoirs|autobiography|novel|biography|documentary|film|essay|album|cookbook)\b"
    r"(?!\s+(?!(?:by|that|which|about|of|on|and|published|written|released|out|from|in|she|he|they|with)\b)\w)",
)
"""A title with what it is behind it: "in “The Gull,” his memoir"."""
_WORK_AGAIN: Final = keyed(
    "book memoir memoirs autobiography novel documentary",
    r"\b(?:in|from|of)\s+(?:his|her|their|the|this)\s+(?:[a-z]+\s+)?(?:book|memoir|memoirs|autobiography|novel|documentary)\b"
    r"(?!,?\s+(?:called|titled|entitled)?\s?[A-Z“\"‘])",
    re.IGNORECASE,
)
_WROTE_IN: Final = keyed("wrote writes written writing", r"\b(?:wrote|writes|written|writing)\s+in\s+(?=[“\"‘])")
_PUBLISHED: Final = keyed("published", r"\bpublished\s+(?:[\w.()]+\s+){0,4}?in\s+(?:the\s+)?(?:journal\s+)?(?=[A-Z])")
_FILED: Final = keyed(
    "complaint lawsuit affidavit indictment court legal police",
    r"\b(?:in|according to|per|from)\s+(?:(?:the|a|an|his|her|their|its)\s+)?(?:new\s+|recent\s+|leaked\s+)?"
    r"(?P<paper>(?:[a-z]+\s+)?(?:complaint|lawsuit|affidavit|indictment)|(?:court|legal)\s+"
    r"(?:documents|records|papers|filings?)|police reports?)\b",
    re.IGNORECASE,
)


def works(narration: Narration, names: Names) -> Iterator[tuple[str, str]]:
    """The title in "in his book …", "wrote in “…”", "published in the journal …"; a paper filed in court."""
    text = narration.text
    patterns = {"work": _WORK, "wrote in": _WROTE_IN, "published": _PUBLISHED, "work behind": _TITLED}
    for rule, pattern in patterns.items():
        found = pattern.search(narration)
        if found and pattern is _WROTE_IN and not narration.in_cue(found.start(), found.end()):
            continue
        at = (found.start("title") if pattern is _TITLED else found.end()) if found else 0
        title = title_at(text, at) if found else ""
        if normal(title) in DEMONYMS:
            continue  # "published in Chinese"
        if title and not narration.in_source(narration.start + at, narration.start + at + len(title)):
            yield rule, title
    if (found := _WORK_AGAIN.search(narration)) and (known := names.last_work(narration.start + found.start())):
        yield "work again", known
    for found in _FILED.finditer(narration):
        where = narration.start + found.start(), narration.start + found.end()
        if not narration.in_cue(found.start(), found.end()) and not narration.in_source(*where):
            yield "filed", " ".join(found["paper"].split())
