"""Whom something was told to: "told the Herald", "in an interview with", "wrote on Instagram", "told a full court".

Plain patterns on the narrator's words, most telling first; `phrases.phrase_at` reads what stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.pipeline.people.lexicon import FUNCTION_WORDS, noun_kind
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.told.elsewhere import is_elsewhere
from quotes.pipeline.provenance.told.occasions import is_medium
from quotes.pipeline.provenance.told.passives import PASSIVE, TELL, subject_told
from quotes.pipeline.provenance.told.platforms import posted, tweeted, user
from quotes.pipeline.provenance.told.together import with_second
from quotes.pipeline.provenance.wording.audiences import AUDIENCES, NOBODY, OUTLET_NOUNS, Addressee, is_people
from quotes.pipeline.provenance.wording.heads import addressee_of
from quotes.pipeline.provenance.wording.keyed import keyed
from quotes.pipeline.provenance.wording.narration import BLOT, Names, Narration, is_outlet
from quotes.pipeline.provenance.wording.phrases import phrase_at

_TALK: Final = (
    r"interview|conversation|chat|discussion|q&a|sit-down|appearance|statement|letter|email|e-mail|memo|message|speech|"
    r"address|note|press release|testimony|piece|call|presentation|remarks|comments|update|post"
)
_OCCASION: Final = keyed(
    "interview(s) conversation(s) chat(s) discussion(s) q sit appearance(s) statement(s) letter(s) email(s) e memo(s) "
    "message(s) speech(s) address(s) note(s) press testimony(s) piece(s) call(s) presentation(s) remarks(s) "
    "comments(s) update(s) post(s) essay column article op profile cover",
    rf"\b(?:in|during|for|from|through|via|at)\s+(?:[\w’'-]+\s+){{0,6}}?(?-i:{_TALK})s?\s+(?:\w+ly\s+)?(?:with|to|on)\s+"
    r"|\bon\s+an?\s+(?:[\w’'-]+\s+){0,3}?call\s+with\s+"
    r"|\b(?:piece|essay|column|article|op-ed)\s+(?:written\s+)?for\s+|\bin\s+an?\s+op-ed\s+in\s+"
    r"|\bin\s+an?\s+(?:[\w’'-]+\s+){0,3}?(?:profile|interview|q&a|cover story)\s+(?:in|for)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_SPEAKING: Final = keyed(
    "speaking speaks spoke spoken talking talked chatting chatted opened opening opens sat sitting catching caught "
    "confided appearing appeared discussing",
    r"\b(?:speaking|speaks|spoke|spoken|talking|talked|chatting|chatted|"
    r"opened up|opening up|opens up|opened|sat down|sitting down|catching up|caught up|"
    r"confided|appearing|appeared)\s+(?:\w+ly\s+|exclusively\s+|out\s+)?(?:to|with|on)\s+"
    r"|\bdiscussing\s+[^.,;:“”\"\n\x00]{1,50}?\s+with\s+",
    re.IGNORECASE,
)
_GUEST: Final = keyed(
    "interview interviews interviewed guest joined stopped dropped",
    r"\b(?:gave|gives|granted)\s+(?:\w+\s+){0,3}?interviews?\s+to\s+|\b(?:was|were)\s+interviewed\s+(?:by|on)\s+|"
    r"\b(?:was|were|is)\s+(?:an?|the|\w+day[’']s)\s+(?:\w+\s+){0,2}?guest\s+on\s+|"
    r"\b(?:joined|stopped\s+by|dropped\s+by)\s+(?=(?:[\w’'“\"&.-]+\s+){1,6}?(?:podcast|show|programme|radio)\b)",
    re.IGNORECASE,
)
"""Before the outlet on which somebody is heard, in a sentence that introduces a quotation."""
_ASKED_BY: Final = keyed(
    "asked pressed questioned interviewed contacted reached",
    r"\b(?:(?:asked|pressed|questioned|interviewed)|when\s+(?:contacted|reached))\s+by\s+",
    re.IGNORECASE,
)
_ASKED_BY_PRESS: Final = keyed(
    "asked",
    r"\basked\b[^.;:“”\"\n]{1,60}?(?<!ed)\sby\s+(?=(?:an?\s|the\s)?(?:reporters?|journalists?|press|media)\b)",
    re.IGNORECASE,
)
_WHEN_ASKED: Final = keyed(
    "asked pressed questioned quizzed contacted",
    r"\bwhen\s+(?=(?:(?!was\b|were\b|is\b|are\b|been\b|being\b|be\b|got\b|get\b)[\w’'-]+\s){1,4}?"
    r"(?:asked|pressed|questioned|quizzed|contacted)\s+(?:him|her|them|about|whether|if|\x00|"
    r"(?-i:(?:[A-Z][\w’'-]*\s){1,3})(?:about|whether|if)))",
    re.IGNORECASE,
)
"""Before whoever asks: "When reporters asked him about it, Lee said"."""
_ON: Final = re.compile(r"\bon\s+$")
_REACTING: Final = keyed(
    "reacting responding commenting speaking talking",
    r"\b(?:reacting|responding|commenting|speaking|talking)\s+(?:to|about|on)\s+[^.,;:“”\"\n\x00]{1,50}?\s+on\s+",
    re.IGNORECASE,
)
"""Before an outlet: "Reacting to the claim on Radio Nine's morning show"."""
_ADDRESSING: Final = keyed(
    "addressing",
    r"(?:^|[,;]\s|\b(?:while|when)\s)addressing\s+(?=(?P<whom>(?:[\w’'-]+\s+){0,4}?[\w’'-]+)"
    r"(?:[,.;]|$|\s+(?:at|in|on|during|outside|after|before|from)\b))",
    re.IGNORECASE,
)
"""Before an audience: "Addressing party delegates in Altmere, Lee said"."""
_OF_TOPIC: Final = re.compile(
    r"\s+(?:of|about)\s[^.,;:“”\"\n\x00]{1,60}?\s"
    r"(?<!damage\s)(?<!threat\s)(?<!threats\s)(?<!return\s)(?<!move\s)(?<!access\s)(?<!visit\s)(?<!letter\s)"
    r"(?<!response\s)(?<!reaction\s)(?<!approach\s)(?<!changes\s)(?<!cuts\s)to\s+"
)
"""Between a cue and an outlet: "one insider said of the cut to the Herald"."""
_OWN_TALK: Final = keyed(
    "interview conversation chat",
    r"\bin\s+(?:an?\s+)?(?P<words>our\s+(?:\w+\s+){0,2}(?:interview|conversation|chat)|(?:interview|conversation)\s+with\s+us)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\s*(?P<words>us|me|[Tt]his (?:newspaper|magazine|reporter|writer|columnist|paper|website|publication)|"
    r"[Oo]ur reporter(?!\s[A-Z]))\b"
)
"""Case counts: "told Us Weekly", "told the US" are others."""
_NAMED_TALK: Final = re.compile(r"['’]?s?\s+(?:(?:\w+\s+)?interview|conversation|podcast interview)\b", re.IGNORECASE)
_TALK_WITH_NAME: Final = word_set("interview conversation")
"""The words of which such a talk has one."""
_OCCASION_BEFORE: Final = re.compile(r"\b(?:in|during|from)\b[^.;]*$", re.IGNORECASE)
_ON_AIR: Final = re.compile(r"[^.;:\x00]{0,40}?\bon\s+")
_SHOWS: Final = re.compile(
    r"[^.;:\x00]{0,40}?\b(?:podcast|show|programme|program|channel|radio|broadcast)\b", re.IGNORECASE
)
_OF_STATION: Final = re.compile(r"(?:the\s)?(?P<station>[^\W\d_a-z][\w ]{1,20}?)[’']s?\s+[“\"‘']")
"""A show in marks, and whose it is: "ABC’s “This Week”"."""
_PLAIN_OBJECT: Final = re.compile(
    r"\s+(?P<article>the\s+|an?\s+|his\s+|her\s+|their\s+|its\s+|our\s+|all\s+|those\s+)?"
    r"(?P<count>(?:(?:more than|fewer than|some|about|nearly|almost|over|around)\s+)?"
    r"(?:\d[\d,]*\s+|two\s+|three\s+|four\s+|five\s+))?"
    r"(?P<words>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,2}?)(?:(?=\s*\x00|\s+(?:to|not|that|of|about|for|if|how|why|what|when|"
    r"against|on|in|at|during|after|before|this|last|earlier|months|weeks|days|years|yesterday|today)\b)|"
    r"(?P<ends>\s*(?:[.;,]|$)))"
)
"""Whoever stands right behind a verb of telling: "exhorted the army", "told affiliates", "told over 200 sailors."."""
_NO_OBJECT: Final = FUNCTION_WORDS | word_set(
    "ahead truth lie lies story stories tale tales joke jokes time way tall million billion thousand hundred"
)
_GATHERED: Final = word_set("call class session auditorium webinar country")
"""Where people listen: "told a conference call"."""
_BEHIND: Final = 5  # characters between a cue and a source that follows it: a space, an article
_CAMERA: Final = re.compile(r"\s+(?:the\s+)?cameras?\b(?!\s+(?:[a-z]+\s+){1,2}[A-Z])")
_TO: Final = re.compile(r"\s+(?:\w+ly\s+)?(?:to|with)\s+(?!be\b|have\b)")
_TO_SOMEBODY: Final = re.compile(r"\s+(?:\w+ly\s+)?to\s+(?!be\b|have\b)")
_HEARD: Final = re.compile(r"\b(?:heard|hears|hear)\b", re.IGNORECASE)
_MADE_KNOWN: Final = re.compile(r"\b(?:confirm|reveal|explain|admit|announce|describe|disclose)", re.IGNORECASE)
_MADE_KNOWN_TO: Final = re.compile(r"\s*\x00+\s*to\s+")
_TOLD_TO_DO: Final = re.compile(r"\s+(?:(?:not\s+)?to|that|whether|if)\b")
_FINITE: Final = re.compile(r"\s(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should)\b")
"""What makes of words behind a verb of telling what is told."""
_OBJECT_ENDS: Final = re.compile(r"\s+(?:to|not|for|that|whether|if|against|of|about)\b")
_OBJECT_GOES_ON: Final = re.compile(
    r"\b(?:tens|dozens|hundreds|thousands|millions|most|some|many|all)\sof\b|"
    r"\b(?:Department|Ministry|Director|Minister|Secretary|Bank|Board|House|Institute|Office|Council|Commission|College|"
    r"University|Church|Bureau|President|Duke|Duchess|Prince|Bishop|Archbishop|Governor|Speaker|Court|Federation|"
    r"Association|Society|Union|League|Chamber|Republic|Kingdom|Government|Premier|Mayor)\sof\b(?=\s(?:the\s)?[A-Z])"
)
"""Before what belongs to the object: "tens of thousands of residents", "the Department of Inland Waters"."""


def patterns_found(narration: Narration, names: Names) -> Iterator[tuple[str, Addressee]]:
    """What the patterns find in the quotation's own sentence, the most telling pattern first, each with its name."""
    if own := _OWN_TALK.search(narration):
        yield "own talk", Addressee(own["words"], "outlet", own=True)
    if narration.cue:
        behind = _after_cue(narration, names)
        plain = NOBODY if behind.named else _plain_object(narration)
        for rule, found in (
            ("cue", behind),
            ("plain object", NOBODY if plain.name.split()[-1:] == behind.name.split()[-1:] else plain),
            ("object at the end", NOBODY if behind else _plain_object(narration, at_end=True)),
            ("behind source", _behind_source(narration, names)),
            ("passive", subject_told(narration, names)),
            ("heard", _heard(narration)),
        ):
            if found:
                yield rule, found
    for rule, pattern in (
        ("occasion", _OCCASION),
        ("speaking", _SPEAKING),
        ("asked by", _ASKED_BY),
        ("asked by", _ASKED_BY_PRESS),
        ("asked by", _WHEN_ASKED),
        ("speaking", _REACTING),
        ("addressing", _ADDRESSING),
    ):
        for match in pattern.finditer(narration):
            if is_elsewhere(narration.text, match.end(), narration.cue_here):
                continue
            named, audience = pattern in (_SPEAKING, _ASKED_BY, _REACTING), pattern is _ADDRESSING
            found = phrase_at(narration, match.end(), names, only_named=named, only_audience=audience)
            if audience and (found.kind != "audience" or found.name.split()[-1] != match["whom"].split()[-1]):
                continue  # "addressing media reports"
            on = pattern is _OCCASION and found.kind == "outlet" and _ON.search(match[0])
            if on and not is_medium(narration, match.end(), found.name):
                continue  # "in an interview on the Tagus war"
            if pattern is _REACTING and not (found.kind == "outlet" and is_outlet(found.name)):
                continue
            if found:
                yield rule, found
                break
    if found := tweeted(narration, names):
        yield "tweeted", found
    if found := posted(narration):
        yield "posted", found
    if found := user(narration):
        yield "user", found
    if found := _interview_of(narration, names):
        yield "interview of", found


def introduced(narration: Narration, names: Names) -> Addressee:
    """Whom a sentence that introduces a quotation names, such as "In an interview with X, the singer opened up."."""
    for pattern in (_OCCASION, _SPEAKING, _GUEST):
        for match in pattern.finditer(narration):
            before = narration.text[: match.start()].rstrip()
            asks = names.reaching(narration.start + len(before)) if pattern is _SPEAKING else None
            if asks and asks.kind != "person" and is_outlet(asks.name):
                return Addressee(asks.name, "outlet")  # "Film Weekly spoke to Lee"
            found = phrase_at(narration, match.end(), names, only_named=True)
            if found.named and not found.again and (pattern is not _GUEST or found.kind == "outlet"):
                return found
    return _interview_of(narration, names)


def _after_cue(narration: Narration, names: Names) -> Addressee:
    cue = narration.cue
    assert cue is not None
    at = cue.end - narration.start
    words = narration.text[max(0, cue.start - narration.start) : at]
    rest = narration.text[at:]
    inverted = narration.source is not None and 0 <= narration.source.start - cue.end <= 1  # "asked a Western source"
    if not inverted and TELL.search(words) and not PASSIVE.search(narration.text[max(0, at - len(words) - 12) : at]):
        if own := _OWN.match(rest):
            return Addressee(" ".join(own["words"].split()), "outlet", own=True)
        if _CAMERA.match(rest):
            return Addressee("camera", "audience")
        if found := phrase_at(narration, at, names):
            return with_second(narration, at, found, names)
        if found := _object(narration, names):
            return found
    if match := _TO.match(rest):
        to = bool(re.search(r"to\s+$", match[0]))
        if found := phrase_at(narration, at + match.end(), names, only_named=not to, only_audience=True):
            return found
    if _MADE_KNOWN.search(words) and (match := _MADE_KNOWN_TO.match(rest)):
        found = phrase_at(narration, at + match.end(), names, only_named=True)
        if found.kind == "outlet":
            return found
    if match := _OF_TOPIC.match(rest):
        found = phrase_at(narration, at + match.end(), names, only_named=True)
        if found.kind == "outlet" and is_outlet(found.name):
            return found
    if match := _ON_AIR.match(rest):
        found = phrase_at(narration, at + match.end(), names, only_named=True)
        of_station = _OF_STATION.match(rest, match.end())
        is_show = _SHOWS.match(rest, match.end()) or (of_station and is_outlet(of_station["station"]))
        is_show = is_show or (match[0].strip() == "on" and rest.startswith(("“", '"'), match.end()))
        if found.kind == "outlet" and (is_show or is_outlet(found.name)):
            return found
    return NOBODY


def _behind_source(narration: Narration, names: Names) -> Addressee:
    """Who follows a source that follows its cue: "“…,” said Lee to the Herald"."""
    cue, source, base = narration.cue, narration.source, narration.start
    if cue is None or source is None or not 0 <= source.start - cue.end <= 1:
        return NOBODY
    match = _TO_SOMEBODY.match(narration.text, source.end - base)
    return phrase_at(narration, match.end(), names, only_named=True) if match else NOBODY


def _object(narration: Narration, names: Names) -> Addressee:
    """Whom the content begins with: "asked {the court for more time}", "urged {drivers to wait}"."""
    cue, told = narration.cue, narration.told
    assert cue is not None
    joined = {found.end() for found in _OBJECT_GOES_ON.finditer(told)}
    end = next((one for one in _OBJECT_ENDS.finditer(told) if one.end() not in joined), None)
    if end and _FINITE.search(told, 0, end.start()):  # "warn the outlook for loans is starting to darken"
        return NOBODY
    if end or 0 < len(told.split()) <= 4:  # "hauliers warn {ministers}"
        object_ = Narration(told[: end.start()] + BLOT if end else told, cue.end)
        return with_second(object_, 0, phrase_at(object_, 0, names), names)
    return NOBODY


def _plain_object(narration: Narration, *, at_end: bool = False) -> Addressee:
    """Any noun that is told something, be it none of those that could listen: "exhorted {the army} to be loyal".

    `at_end` asks for one that ends the sentence, behind what it is told: "“…,” Lee told the house."
    """
    cue = narration.cue
    assert cue is not None
    at = cue.end - narration.start
    words = narration.text[max(0, cue.start - narration.start) : at]
    if not TELL.search(words) or PASSIVE.search(narration.text[max(0, at - len(words) - 12) : at]):
        return NOBODY
    end = _TOLD_TO_DO.search(narration.told)  # the content has taken the object in
    if end and _FINITE.search(narration.told, 0, end.start()):
        return NOBODY
    if narration.source is not None and 0 <= narration.source.start - cue.end <= _BEHIND:
        return NOBODY  # "asked the analyst"
    rest = f" {narration.told[: end.start()].lstrip()}{BLOT}" if end else narration.text[at:]
    found = _PLAIN_OBJECT.match(rest)
    if not found or _NO_OBJECT.intersection(found["words"].split()) or found["words"].endswith("ing"):
        return NOBODY
    if at_end != (found["ends"] is not None) or (at_end and BLOT not in narration.text[:at]):
        return NOBODY
    article = (found["article"] or "").strip()
    noun = re.sub(r"\s+(?:\w+ly|late|early)$", "", found["words"])
    if at_end and not _listens(noun.split()[-1], article):
        return NOBODY  # "asked wearily", "urged caution", "warned three times"
    words = (found["count"] or "") + noun
    name = words if article in ("", "the") else f"{article} {words}"
    return Addressee(" ".join(name.split()), "audience")


def _listens(noun: str, article: str) -> bool:
    """Can a common noun be who is told something: several people, with an article one or a body, be it no outlet?"""
    kinds = ("person", "organisation") if article else ()
    return (
        (bool(article) and noun in _GATHERED)
        or is_people(noun)
        or (noun_kind(noun) in kinds and noun not in OUTLET_NOUNS)
    )


_THE: Final = re.compile(r"^the[^\S\n]+", re.IGNORECASE)


def _heard(narration: Narration) -> Addressee:
    """The listeners of "…, the court heard" and of headlines: "…, jury told"."""
    cue, source, base = narration.cue, narration.source, narration.start
    if cue is None or source is None or source.end > cue.start:
        return NOBODY
    words = _THE.sub("", narration.text[source.start - base : source.end - base])
    words = words[0].lower() + words[1:] if words.startswith(("A ", "An ")) else words
    if normal("".join(words.split()[-1:])) not in AUDIENCES:
        return NOBODY
    said = narration.text[cue.start - base : cue.end - base]
    rest = narration.text[cue.end - base :]
    if _HEARD.search(said) or (said.casefold() == "told" and not re.search(r"\w|\x00", rest)):
        return Addressee(words, "audience")
    return NOBODY


def _interview_of(narration: Narration, names: Names) -> Addressee:
    """The outlet of "in her Guitar Weekly interview", "in a wide-ranging Herald interview"."""
    if _TALK_WITH_NAME.isdisjoint(narration.words):
        return NOBODY
    for named in names.within(narration.start, narration.start + len(narration.text)):
        behind = narration.text[named.span.end - narration.start :]
        before = narration.text[max(0, named.span.start - narration.start - 60) : named.span.start - narration.start]
        if named.kind != "person" and _NAMED_TALK.match(behind) and _OCCASION_BEFORE.search(before):
            return Addressee(addressee_of(named, named.span.cut(names.text)).name, "outlet")
    return NOBODY
