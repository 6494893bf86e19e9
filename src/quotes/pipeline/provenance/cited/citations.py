"""Whom the article has a quotation from: "the Herald reported", "according to a report in", "in his book …", "via".

Besides outlets and works these are people: whoever's quotation holds another ("Lee said Berg had asked …"), and whoever
is said to have quoted somebody ("a guard quoted Lee as saying").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quotes.model import Span
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, PLATFORMS, is_plural
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import WEEKDAY, word_set
from quotes.pipeline.provenance.cited.media import AGAIN, MEDIA, PLAIN_MEDIA
from quotes.pipeline.provenance.cited.quoting import WORD_START, as_said_by, quoted_in
from quotes.pipeline.provenance.cited.works import works
from quotes.pipeline.provenance.ranker import POINTED, Features, as_likely
from quotes.pipeline.provenance.wording.audiences import NOBODY, is_date
from quotes.pipeline.provenance.wording.governors import kind_of_cue
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import Names, Narration, bare, is_outlet, title_at
from quotes.pipeline.provenance.wording.phrases import run_at

_TIME: Final = (
    rf"(?:(?:early|late|mid)[\s-])?(?:(?:last|this)\s+\w+|{WEEKDAY}|January|February|"
    r"March|April|May|June|July|August|September|October|November|December|\d{4})\b"
)
_REPORTED: Final = keyed(
    "reported reports noted notes revealed point points pointed wrote writes put puts",
    r"\s+(?:(?:has|have|had|first|previously|earlier|also|exclusively|recently|later|first)\s+)*"
    r"(?:report(?:ed|s)|noted|notes|revealed|points? out|pointed out|wrote|writes|puts? it)\b"
    rf"(?!\s+(?:(?:on\s+)?\w+day\s+)?(?:that|to|for|about)\b|\s+(?:on|in)\s+(?!{_TIME}))",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"(?:[,;\x00“”\"’]\s*(?:as\s+|which\s+)?(?:the|The)?|^(?:the|The)?|\bas (?:the)?)$")
"""What stands before the outlet: the end of a quotation or clause, or nothing."""
_BY: Final = keyed(
    "reported noted quoted cited revealed published obtained seen transcribed spotted flagged unearthed translated "
    "leaked received reviewed viewed shared released broken captured posted acquired verified picked carried aired "
    "broadcast transcription",
    r"\b(?:(?:first|originally|previously)\s+)?(?:(?:reported|noted|quoted|cited|revealed|published|obtained|transcribed|"
    r"spotted|flagged|unearthed|translated|leaked|shared|posted|acquired|verified|carried|aired|broadcast|transcription|"
    r"quoted as saying)\s+(?:by|in|to|with)|(?:seen|received|reviewed|viewed|released|broken|captured|"
    r"picked up)\s+by)\s+(?:the\s+)?(?-i:(?:[a-z]+\s+){0,2})",
    re.IGNORECASE,
)
_OBTAINED: Final = re.compile(r"\b(?:obtained|seen|leaked|received|reviewed|viewed|acquired)\b", re.IGNORECASE)
"""Whoever has the paper in which it stands: "a letter obtained by the Herald"."""
_HANGS: Final = re.compile(
    r"(?:,|\b(?:to|on|about|of|from|over))\s(?:an?|the)\s(?:[\w’-]+\s){0,2}?(?P<noun>[\w’-]+),?\s(?:(?:which|that)\swas\s)?$"
)
"""What an outlet had first, where it is not what is said here: "…, pointing to a recording, first reported by"."""
_HANGS_ON_CLAUSE: Final = re.compile(
    r"(?:\bwhose|\b(?:after|since|when|because|before)\s(?:the|an?|his|her|their|its|some|several))\s[^,;.\x00]{1,50}?\s"
    r"(?:was|were|(?:has|had|have)\sbeen)\s$"
)
"""The same of a clause: "Lee, whose photos were published by", "after the photos were published by"."""
_SAYINGS: Final = word_set(
    "story news claim remark remarks comment comments interview statement quote allegation report exchange conversation"
)
_IN: Final = keyed(
    "report(s) story(s) article(s) study(s) paper(s) survey(s) account(s) transcript(s) piece(s) editorial(s)",
    r"\b(?:report|story|article|study|paper|survey|account|transcript|piece|editorial)s?\s+"
    r"(?:in|from|by|on|published in|published by)\s+(?:the\s+)?(?=(?-i:[A-Z“\"‘]))",
    re.IGNORECASE,
)
_CITING: Final = keyed(
    "citing cited quoting", r"\b(?:citing|cited by|quoting)\s+(?:the\s+)?(?=(?-i:[A-Z]))", re.IGNORECASE
)
_VIA: Final = keyed("via h per", r"(?:\bvia\b|\(via|\bh/t\b|\bper\b)\s+(?:the\s+)?", re.IGNORECASE)
_ACCORDING: Final = keyed(
    "according",
    r"\baccording to\s+(?:(?:a|an|the|its|their|his|her)\s+)?(?:\w+\s+){0,3}?"
    r"(?:(?:report|story|article|study|"
    r"interview|book|transcript|account|piece|survey|poll|data|figures)s?,?\s+"
    r"(?:(?:in|from|by|on|published in|published by)\s+)?)?"
    r"(?:the\s+)?(?=(?-i:[A-Z“\"‘]))",
    re.IGNORECASE,
)
_BOOK: Final = re.compile(r"\b(?:book|memoir|autobiography|novel|biography)s?,?\s+$")
_REPORTING: Final = re.compile(r"\b(?:report|wr[io]t)", re.IGNORECASE)
_WRITING: Final = re.compile(r",\s+writing\s+(?:in|for)\s+(?:the\s+)?(?=[A-Z])")
_WRITING_FIRST: Final = keyed(
    "writing essay column op editorial comment review",
    r"^\W*(?:Writing\s+(?:in|for)(?:\s+(?:(?:yester|to|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last week)['’]s)?|"
    r"In\s+(?:an?|his|her|their)\s+(?:[\w’-]+\s+){0,5}?(?:essay|column|op-ed|editorial|comment piece|review)\s+"
    r"(?:in|for))\s+(?:the\s+)?(?=[A-Z])",
)
"""At the beginning of a sentence: "Writing in the Herald, Lee argued"."""
_IN_FRONT: Final = re.compile(r"\W*In\s+(?:the\s+)?(?=[A-Z])")
_IN_DAILY: Final = re.compile(
    r"\s+in\s+(?:the|a|an)\s+(?:[a-z][\w’-]*\s+){0,3}?(?:daily|weekly|newspaper|broadsheet|tabloid|magazine|journal|paper),?\s+(?=[A-Z])"
)
"""Behind who says it, or the cue: "said Lee in the left-wing daily Tide"."""
_APPOSED: Final = re.compile(r",?\s+(?:the\s+)?(?=[A-Z])")
"""Between an outlet's kind and its name: "the weekly newspaper, Harbour Post"."""
_WROTE: Final = re.compile(r"\bwr[io]t", re.IGNORECASE)
_IN_OUTLET: Final = re.compile(r"\s+in\s+(?:the\s+)?(?=[A-Z])")
_FOR: Final = re.compile(r"\s+(?:for|in)\s+(?:the\s+)?(?=[A-Z])")
_OPENER: Final = re.compile(r"(?:As|And|But|So|While|When|Per|Via|Yet)\s")
_BUT: Final = re.compile(r"[,;\x00]\s+but\s")
_IN_PLACE: Final = re.compile(r"\b[Ii]n\s$")
_OF: Final = re.compile(r"\s(?:of|for|from|at)\s+(?:the\s+)?(?=[A-Z])")
_LED_BY: Final = re.compile(r"^(?:via|per|from|by|in|as)\s+(?=\w)", re.IGNORECASE)
"""What the model may take in before the name that it points at."""
_NO_OUTLETS: Final = FUNCTION_WORDS - {"today", "people"}
_NO_SOURCES: Final = PLATFORMS | FUNCTION_WORDS
_FIRST_PERSON: Final = word_set("i we me us my our myself you your")
_PRONOUNS: Final = word_set("he she it they him her them his their its who which that this one")
_IS_QUOTED: Final = re.compile(r"\b(?:quot|report|cit)(?:ed|es|ing)\b", re.IGNORECASE)
_MARKS: Final = tuple("“\"‘'")


@dataclass(frozen=True, slots=True)
class Cited:
    """One from whom the article may have a quotation, and what speaks for it."""

    name: str
    features: Features


@dataclass(frozen=True, slots=True)
class Inner:
    """What is known of a quotation when its citation is asked for."""

    cue: str
    """The words of its cue."""
    source: str
    """The words of its source."""
    speaker: str
    is_quoted: bool
    holder_is_quoted: bool | None = None
    """Of the quotation that holds it, None for none."""


def _answers(narration: Narration, at: int) -> bool:
    """Does the source, behind a place, speak against what stands before: "The Herald reported …, but Lee said"?"""
    start = narration.source.start - narration.start if narration.source else 0
    return start > at and _BUT.search(narration.text, at, start) is not None


def in_own_sentence(narration: Narration, names: Names, about: Inner, zone: str = "own") -> Iterator[Cited]:
    """Whom the narrator's words around a quotation cite it from, each with the pattern that says so."""
    for rule, found in (
        ("reported", _reported(narration, names)),
        ("quoted in", quoted_in(narration, names)),
        ("as by", as_said_by(narration, names)),
        *_handed_on(narration, names, about.cue),
        *works(narration, names),
    ):
        if found:
            yield Cited(found, _features(zone, rule, found, about))


def pointed_at(text: str, span: Span, chance: float, zone: str, names: Names, about: Inner) -> Cited:
    """The words that the attribution model takes for those that name whom the article has it from (see `listeners`)."""
    words = " ".join(span.cut(text).split())
    _, found = run_at(Narration(span.cut(text), span.start), 0, names)
    named = [one for one in names.overlapping(span.start, span.end) if one.span.overlap(span) >= 0.7 * len(span)]
    if AGAIN.fullmatch(words):
        name = names.last_outlet(span.start)
    elif words[:1] in _MARKS:
        name = title_at(text, span.start)
    else:
        name = named[0].name if named else found.name or bare(words)
    name = _LED_BY.sub("", name)
    nowhere = name.casefold() in _NO_SOURCES or name.endswith("social media")
    if nowhere or _is_no_source(text, span.start, name, names, span):
        name = ""
    return Cited(name, _features(zone, POINTED, name, about) | {f"rule:{POINTED}"} | as_likely(chance))


def by_holder(name: str, about: Inner, *, is_named: bool = True) -> Cited:
    """Whoever says the quotation that holds this one, by name or, where nobody has one, as written ("one source")."""
    kind = kind_of_source(about.source)
    more = {f"holder:source:{kind}", f"holder:source:{kind}:{kind_of_cue(about.cue)}"}
    more.add(f"holder:{'quoted' if about.holder_is_quoted else 'plain'}:{'quoted' if about.is_quoted else 'plain'}")
    more.add(f"holder:speaker:{'named' if about.speaker else 'unnamed'}")
    more.add("holder:outlet" if is_outlet(name) else "holder:with name" if is_named else "holder:as written")
    return Cited(name, _features("holder", "holder", name, about) | more)


def relayed(name: str, about: Inner) -> Cited:
    """Whoever is said to have quoted it."""
    return Cited(name, _features("own", "relayed", name, about))


def lately(name: str, about: Inner, *, sentences: int, how: str) -> Cited:
    """What was cited last (`cited`), or the outlet named last (`outlet`), however long ago."""
    quoted = "quoted" if _IS_QUOTED.search(about.cue) else "said"
    gap = min(max(sentences, 0), 5)
    more = {f"last {how}:{quoted}", f"last {how}:{quoted}:{gap}", f"last {how}:{gap}"}
    more |= {f"last {how}:{quoted}:{'named' if about.speaker else 'unnamed'}"}
    more |= {f"last {how}:{kind_of_source(about.source)}"}
    return Cited(name, _features(f"last {how}", f"last {how}", name, about) | more)


def carried(name: str, about: Inner, *, sentences: int, same_speaker: bool, how: str = "carried") -> Cited:
    """What the quotation before was cited from, or (`of holder`) the one that holds it."""
    who, gap = "same" if same_speaker else "other", min(max(sentences, 0), 4)
    kind = kind_of_source(about.source)
    more = {f"{how}:{who}", f"{how}:{who}:{gap}", f"{how}:{who}:source:{kind}"}
    return Cited(name, _features(how, how, name, about) | more)


def _features(zone: str, rule: str, name: str, about: Inner) -> Features:
    cue = kind_of_cue(about.cue)
    out = {f"{zone}:{rule}", f"{zone}:cue:{cue}", f"{rule}:cue:{cue}"}
    if _IS_QUOTED.search(about.cue):
        out |= {f"{zone}:is quoted", f"{rule}:is quoted"}
    out.add(f"{rule}:{'quoted' if about.is_quoted else 'plain'}")
    out.add(f"{rule}:{'outlet' if is_outlet(name) else 'name'}")
    if about.holder_is_quoted is not None:
        out |= {"nested", f"nested:{rule}"}
    return frozenset(out)


def kind_of_source(words: str) -> str:
    """What a source is: first person, a pronoun, none, a plural nobody names ("people"), a noun phrase, a name."""
    last = normal(words.split()[-1]) if words.split() else ""
    if not last:
        return "none"
    if last in _FIRST_PERSON:
        return "first person"
    if last in _PRONOUNS:
        return "pronoun"
    if last[:1].isalpha() and words.split()[-1][0].islower():
        return "many" if is_plural(last) else "noun"
    return "name"


def _reported(narration: Narration, names: Names) -> str:
    """Whoever else reported it: "…, the Herald reported"."""
    text = narration.text
    for behind in _REPORTED.finditer(narration):
        if narration.in_cue(behind.start(), behind.end()):
            continue
        for start in _starts_before(text, behind.start()):
            end, found = run_at(narration, start, names)
            if end < behind.start() or normal(text[start:end]) in _NO_OUTLETS:
                continue
            aside = end == behind.start() and _ASIDE.search(text[:start].rstrip())
            own = narration.in_source(narration.start + start, narration.start + end)
            if aside and not own and found.kind in ("outlet", "document") and not _answers(narration, behind.end()):
                return found.name
            break
    return ""


def _starts_before(text: str, end: int) -> list[int]:
    """Where words with a capital begin in the last 60 characters before a place, leftmost first."""
    starts = (found.start() for found in WORD_START.finditer(text, max(0, end - 60), end))
    return [start for start in starts if not _OPENER.match(text, start)]


def _handed_on(narration: Narration, names: Names, reporting: str) -> Iterator[tuple[str, str]]:
    """Whoever had it before: "first reported by", "via", "according to"; and "reports Lee for Radio Nine"."""
    text = narration.text
    patterns = {"by": _BY, "via": _VIA, "in": _IN, "citing": _CITING}
    if "according" not in reporting.casefold():
        patterns["according"] = _ACCORDING
    for rule, pattern in patterns.items():
        for found in pattern.finditer(narration):
            at = found.end()
            titled = bool(_BOOK.search(found[0])) or text[at : at + 1] in _MARKS
            if titled and (title := title_at(text, at)):
                yield rule, title
                continue
            end, named = run_at(narration, at, names)
            if pattern is _BY and _hangs_on_noun(narration, found.start()):
                continue
            handed = pattern is _BY and narration.in_source(narration.start + found.start(), narration.start + at)
            if pattern is _BY and _is_no_source(
                text, at, named.name, names, Span(narration.start + at, narration.start + end)
            ):
                continue
            if named and (handed or not narration.in_source(narration.start + at, narration.start + end)):
                yield "obtained" if _OBTAINED.search(found[0]) else rule, named.name
            elif not named and (media := _media_at(narration, found.start(), at, names)):
                yield rule, media
    for rule, after in _behind_writer(narration, reporting, names):
        end, named = run_at(narration, after, names)
        where = Span(narration.start + after, narration.start + end)
        dated = _is_no_source(text, after, named.name, names, where)
        places = [n for n in names.overlapping(where.start, where.end) if n.kind == "unknown" and n.name == named.name]
        somewhere = bool(places) and not is_outlet(named.name)  # "said in the paper Altmere was cold"
        if named.kind in ("outlet", "document") and not dated and not somewhere:
            yield rule, named.name
    if narration.source and (_REPORTING.search(reporting) or "according" in reporting.casefold()):
        for found in _OF.finditer(text, narration.source.start - narration.start):
            _, named = run_at(narration, found.end(), names)
            if narration.start + found.start() <= narration.source.end and is_outlet(named.name):
                yield "of", named.name  # "according to Ann Lee of the Herald"
            break


def _hangs_on_noun(narration: Narration, at: int) -> bool:
    """Has an outlet only a thing that is named behind the cue: "he was told of a sum, a figure first reported by"?"""
    if _HANGS_ON_CLAUSE.search(narration.text, max(0, at - 80), at):
        return True
    found = _HANGS.search(narration.text, max(0, at - 60), at)
    behind = found is not None and narration.cue is not None and narration.cue.end - narration.start <= found.start()
    return behind and found is not None and normal(found["noun"]) not in _SAYINGS


def _behind_writer(narration: Narration, reporting: str, names: Names) -> Iterator[tuple[str, int]]:
    """Where it begins: "reports Lee for Radio Nine", "wrote Lee in the Herald", "Lee, writing in the Herald"."""
    text, cue, source = narration.text, narration.cue, narration.source
    if cue and _REPORTING.search(reporting) and (found := _FOR.match(text, cue.end - narration.start)):
        yield "for", found.end()
    if not source or " of " in text[source.start - narration.start : source.end - narration.start]:
        return
    end = source.end - narration.start
    behind = _IN_OUTLET.match(text, end) if cue and cue.end <= source.start else None
    if behind and _WROTE.search(reporting):
        yield "for", behind.end()
    if writing := _WRITING.match(text, end) or _WRITING.search(text, source.start - narration.start, end):
        yield "writing", writing.end()
    elif (first := _WRITING_FIRST.search(narration)) and first.end() <= source.start - narration.start:
        yield "writing", first.end()
    elif _WROTE.search(reporting) and (opens := _IN_FRONT.match(text)):
        at, named = run_at(narration, opens.end(), names)  # "In the Herald, Lee wrote"
        if named.kind == "outlet" and is_outlet(named.name) and text.startswith(",", at):
            yield "writing", opens.end()
    for at in (end, cue.end - narration.start if cue else end):
        if daily := _IN_DAILY.match(text, at):
            yield "writing", daily.end()
            break


def _media_at(narration: Narration, start: int, at: int, names: Names) -> str:
    """Outlets without a name, or one named before, behind a pattern that matched from `start` to `at`."""
    words = narration.text[start : at + 60]
    for found in MEDIA.finditer(words):
        if found.end() > at - start and (found.start("media") <= at - start):
            behind = _APPOSED.match(words, found.end())
            _, named = run_at(narration, start + behind.end(), names) if behind else (0, NOBODY)
            if named.kind in ("outlet", "document"):
                return named.name
            media = _LED_BY.sub("", " ".join(found["media"].split()))
            return "" if media in PLAIN_MEDIA or media.endswith("social media") else media
    found_again = AGAIN.search(words)
    return names.last_outlet(narration.start + start) if found_again and found_again.end() >= at - start else ""


def _is_no_source(text: str, at: int, name: str, names: Names, span: Span) -> bool:
    """Is it a time, or a place behind "in": "reported in May 2020", "in Altmere"? `at` is where it begins."""
    if name and is_date(name):
        return True
    places = (n for n in names.overlapping(span.start, span.end) if n.kind == "unknown" and n.name == name)
    return _IN_PLACE.search(text, max(0, at - 8), at) is not None and not is_outlet(name) and any(places)
