"""Two who are told it together: "warned Ruritania and Oxland", "told Tom and Ida Berg", "told Lee and the crew"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.lexicon import FUNCTION_WORDS
from quotes.pipeline.people.names.parts import clean, given_name_gender
from quotes.pipeline.provenance.wording.audiences import Addressee, is_people
from quotes.pipeline.provenance.wording.narration import Names, Narration, is_outlet
from quotes.pipeline.provenance.wording.phrases import run_at

_AND: Final = re.compile(r"[^.,;:\x00“”\"\n]{2,60}?[^\S\n]and[^\S\n](?:both[^\S\n])?")
_CLOSES: Final = re.compile(
    r"\s*(?:$|[.,:;\x00])|\s(?:to|that|not|about|of|on|in|at|how|why|what|whether|if|when|during|after|before|last|"
    r"this|earlier|against|for)\b"
)
"""Behind the second of two who are told it; a verb there has him as its subject."""
_NOUNS: Final = re.compile(
    r"(?:(?:the|his|her|their|its|other|some)[^\S\n])?(?P<noun>[a-z][a-z-]+(?:[^\S\n][a-z][a-z-]+)?)"
)
_BEFORE: Final = re.compile(r"(?P<first>[A-Z][\w’'-]+(?:[^\S\n][A-Z][\w’'-]+){0,2})[^\S\n]and[^\S\n]$")


def with_second(narration: Narration, at: int, first: Addressee, names: Names) -> Addressee:
    """Whom a phrase at a place of the narration names, and the other behind "and"; the first alone for no other."""
    text, base = narration.text, narration.start
    joined = _AND.match(text, at)
    if not joined or not first or first.again or first.own or first.kind == "platform" or is_outlet(first.name):
        return first  # of two papers the first
    before = joined[0].removesuffix("both ").rstrip().removesuffix(" and")
    if not _ends(before, base + at + len(before), first, names):
        return first
    end, second = run_at(narration, joined.end(), names)
    if second:
        whole = _CLOSES.match(text, end) is not None
        return _pair(before.split(), first, second) if whole else first
    plain = _NOUNS.match(text, joined.end())
    if not plain or FUNCTION_WORDS.intersection(plain["noun"].split()):
        return first
    is_audience = is_people(plain["noun"].split()[-1]) and _CLOSES.match(text, plain.end()) is not None
    return Addressee(f"{first.name} and {plain[0]}", "audience") if is_audience else first


def with_first(narration: Narration, end: int, second: Addressee, names: Names) -> Addressee:
    """The same, where the second begins at a place: "Tom and Ida Berg were told"."""
    before = _BEFORE.search(narration.text, 0, end)
    if not before or second.kind != "person":
        return second
    known = names.reaching(narration.start + before.end("first"))
    if known is not None and known.kind != "person":
        return second
    called = known is not None or given_name_gender(before["first"].split()[0])
    written = known.span.cut(names.text) if known else before["first"]
    first = Addressee(known.name if known else written, "person")
    return _pair(written.split(), first, second) if called else second


def _ends(before: str, end: int, first: Addressee, names: Names) -> bool:
    """Does the first end with the words before "and"?"""
    known = names.reaching(end)
    return before.split()[-1:] == first.name.split()[-1:] or (known is not None and known.name == first.name)


def _pair(written: list[str], first: Addressee, second: Addressee) -> Addressee:
    """Two names as one: "Tom and Ida Berg" where the first is written without the name that both have."""
    given, _, family = first.name.partition(" ")
    shared = len(written) == 1 and bool(family) and second.name.endswith(f" {family}")
    name = given if shared else first.name
    both = first.kind == second.kind == "person"
    return Addressee(clean(f"{name} and {second.name}"), "person" if both else "audience")
