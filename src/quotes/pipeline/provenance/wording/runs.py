"""Runs of capitalised words, as the names of people, outlets and shows are: where one ends."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.wording.audiences import DAYS
from quotes.pipeline.provenance.wording.narration import Names

_CAPITAL: Final = (
    r"(?:(?:[A-Z]\.){2,}|(?:[A-Z0-9À-Þ]|[a-z](?=[A-Z]))"
    r"(?:[\w&-]|[/@](?=\w)|['’](?!s\b|\W)|\.(?=(?:com?|org|net|info|tv|fm|news|uk|ie|io|au|ca|eu|edu|gov)\b|\d))*!?)"
)
_SOCIETY: Final = "|".join(
    f"(?<={noun})" for noun in ("Association", "Society", "Institute", "Council", "Foundation", "Centre", "Center")
)
RUN: Final = re.compile(
    rf"{_CAPITAL}(?:(?:\s(?:of|of the|for|&|'n'|\+)\s|(?:{_SOCIETY})\sfor the\s|[ \xa0]{{1,2}}){_CAPITAL}){{0,8}}"
)
_NAMES: Final = r"(?!The\s)(?:[A-Z][\w’'-]*\s){1,3}"
_SHOW_OF_TWO: Final = re.compile(rf"(?:The\s|(?<=[Tt]he\s)){_NAMES}and\s{_NAMES}(?:Show|Podcast)\b")
_WORD: Final = r"[A-Z0-9](?:[\w&-]|[’'](?!s\b))*"
_SHOW_WITH: Final = re.compile(
    rf"(?:{_WORD}[^\S\n]){{0,4}}(?:Show|Night|Live|Time|Nation|Tonight|Podcast|Hour)[^\S\n](?:[Ww]ith|[Ss]tarring)(?:[^\S\n]{_WORD}){{1,3}}(?:[^\S\n]and[^\S\n]{_WORD})?"
)
"""A show that is called by whose it is: "The Late Tide with Ann Lee"."""
_SHOW_OF: Final = re.compile(
    rf"{_WORD}(?:(?:[^\S\n](?:of[^\S\n]an?|of[^\S\n]the|of|an?|to|on|with|is|my|the|for))?[^\S\n]{_WORD}){{1,5}}(?=[^\S\n]podcast\b)"
)
"""A podcast with small words in its name: "The Diary of a Sailor podcast"."""
_SUNDAY_PAPER: Final = re.compile(r"(?<=Mail|.Sun|Star|dent) on Sunday\b")
_PAPER_OF_TWO: Final = re.compile(
    r"(?<=ress|News|Mail|Post|lobe|raph)[^\S\n]and[^\S\n](?:Journal|Star|Mail|Courier|Argus|Guardian|Observer|Record|Echo|"
    r"Times|Advertiser)\b|[^\S\n](?:am|im|della|dello|del|do|da|du)[^\S\n][A-Z]\w+"
)
"""How a newspaper's name goes on: the Press and Journal, Bild am Sonntag, Corriere della Sera."""
_SHOW_OF_DAY: Final = re.compile(r"[^\S\n](?:programme|program|show|podcast|with[^\S\n][A-Z])")
"""What makes of a day a show: "Radio Nine's Sunday programme"."""
_BROKEN: Final = re.compile(r"[\x00().,;:?\"“”\n]")
_MONTH_CUT: Final = re.compile(r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)(?=\.|\s\d)")
_CONTRACTED: Final = re.compile(r"(?:I|We|You|They|He|She|It|That|There|What|Who)['’](?:m|ve|re|ll|d|s)\b")
"""What begins a sentence, not a name: "We’ve"."""
_LONGEST: Final = 160  # characters of a run
_PRONOUNS: Final = word_set(
    "i he she we they it you this that these those there what who when if did do does is are was were has have had can "
    "could would should how why where"
)


def run_end(text: str, at: int, base: int, names: Names) -> int:
    """Where a run of capitalised words ends that begins at `at`; `at` itself where there is none."""
    found = RUN.match(text, at, at + _LONGEST)
    if not found:
        return at
    if two := _SHOW_OF_TWO.match(text, at, at + _LONGEST):
        return two.end()
    for pattern in (_SHOW_WITH, _SHOW_OF):
        if whole := pattern.match(text, at, at + _LONGEST):
            return whole.end()
    words = list(re.finditer(r"\S+", found[0]))
    keep = found.end()
    covered = max((n.span.end - base for n in names.overlapping(base + at, base + keep)), default=0)
    for k, word in enumerate(words):
        day = normal(word[0]) in DAYS or _MONTH_CUT.match(text, at + word.start()) is not None
        known = text[at : at + word.end()] in names
        if k == 0 and _SHOW_OF_DAY.match(text, at + word.end()):
            continue
        if day and not known and (k or len(words) == 1) and at + word.start() >= covered:  # "told Film Weekly Monday"
            keep = at + words[k - 1].end() if k else at
            break
    if keep == at or _CONTRACTED.match(words[0][0]) or (len(words) == 1 and normal(words[0][0]) in _PRONOUNS):
        return at
    if further := _SUNDAY_PAPER.match(text, keep) or _PAPER_OF_TWO.match(text, keep):
        return further.end()
    longer = [n.span.end - base for n in names.overlapping(base + at, base + keep) if n.span.start <= base + at + 4]
    longer = [stop for stop in longer if not _BROKEN.search(text, keep, stop)]
    longest = min(len(text), max([keep, *longer]))
    more = text[keep:longest].split()
    return keep if not more or normal(more[-1]) in DAYS or text[longest - 1].isdigit() else longest
