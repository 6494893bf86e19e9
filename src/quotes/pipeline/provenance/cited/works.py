"""Works and papers that are cited by their titles: "in his book …", "wrote in “…”", "published in the journal …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.nations import DEMONYMS
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
    r"(?!\s+(?:club|party|release|tour|deal|partner|launch|festival|publisher|signing|review|series|director|executive|"
    r"critic|star|producer|crew|set|industry|studio|maker|agent|editor|was|is|has|had)\b)",
)
"""A title with what it is behind it: "in “The Gull,” his memoir"."""
_TITLED_FIRST: Final = keyed(
    "book memoir autobiography novel biography documentary",
    r"^\W*(?:In|From)\s+(?P<title>[A-Z][^,;:.\x00“”\"]{2,60}?,)\s+(?:a|an|his|her|their|its)\s+"
    r"(?:(?!of\b|on\b|about\b)[\w’'-]+\s+){0,3}?(?:book|memoir|autobiography|novel|biography|documentary)"
    r"(?=,|\s(?:by|published|released|written)\b)",
)
"""The same at the head of a sentence, without marks: "In The Gull, his memoir, Lee writes"."""
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
_RULES: Final = (
    ("work", _WORK),
    ("wrote in", _WROTE_IN),
    ("published", _PUBLISHED),
    ("work behind", _TITLED),
    ("work behind", _TITLED_FIRST),
)


def works(narration: Narration, names: Names) -> Iterator[tuple[str, str]]:
    """The title in "in his book …", "wrote in “…”", "published in the journal …"; a paper filed in court."""
    text = narration.text
    for rule, pattern in _RULES:
        found = pattern.search(narration)
        if found and pattern is _WROTE_IN and not narration.in_cue(found.start(), found.end()):
            continue
        at = (found.start("title") if rule == "work behind" else found.end()) if found else 0
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
