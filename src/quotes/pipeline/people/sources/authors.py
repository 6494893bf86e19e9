"""Sources that are words, not people: whose is "an Acme statement", "his post", "the band's website"?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from quotes.model import Attribution, Span
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import (
    COMPANY_ENDINGS,
    DOCUMENT_NOUNS,
    MASTHEADS,
    NEWS_WORDS,
    PLATFORMS,
    UTTERANCES,
    is_plural,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.wordlists import word_set

_BY: Final = re.compile(r"\b(?:by|from|of|on)\s+(?:the\s+)?(?:[^\W\d_][\w’'-]*\s+){0,4}\S$")
_BY_ONLY: Final = re.compile(r"[^\S\n]by[^\S\n](?:[Tt]he[^\S\n])?")
_CALLED: Final = re.compile(
    r"[^\S\n](?:\([A-Z.]+\)[^\S\n])?(?:(?!(?:in|of|for|to|by|against|into|with|from|on|at|and|or|the|an?|\w+ing)\b)"
    r"[A-Za-z][\w-]*[^\S\n]){1,5}"
)
"""Between a body and whom it only tells apart: "Acme (ACM) Chief People Officer"."""
_ON_SUBJECTS: Final = word_set(
    "report review study biography profile indictment analysis survey documentary book film paper research obituary "
    "podcast article story series dossier investigation audit bio talk"
)
"""What is about somebody, with "of" or "on" before him: "a report on Lee", "a biography of Lee"."""
_NAME_OF: Final = r"(?:the[^\S\n])?(?:(?!by\b|from\b)[^\W\d_][\w’'-]*[^\S\n]){0,4}$"
_OF: Final = re.compile(rf"\bof[^\S\n]{_NAME_OF}")
_ON: Final = re.compile(rf"\bon[^\S\n]{_NAME_OF}")
_MADE: Final = word_set("compiled collected gathered provided released published issued collated cited assembled")
_RANKINGS: Final = word_set("report list ranking survey index review guide chart poll")
_COUNTS: Final = word_set("data figure statistic estimate tally forecast audit calculation projection")
"""What a body counts: "Acme data", "figures from the Audit Office"."""
_PRINTED: Final = word_set("report article story study paper piece editorial research investigation")
_IN: Final = re.compile(r"[^\S\n](?:published[^\S\n])?in[^\S\n](?:the[^\S\n])?(?:journal[^\S\n])?")
"""Between what is printed and the outlet that has printed it."""
_AGAINST: Final = word_set("indictment biography obituary warrant autopsy inquest mugshot")
"""What is never by whom it names: "Lee's indictment"."""
_CHARGE: Final = re.compile(r"\b(?:arrest|police|autopsy|post-mortem|toxicology|charge)[^\S\n]\w+$", re.IGNORECASE)
"""Documents about whoever is named before: "Lee's arrest report"."""
_OFFICIALS: Final = word_set(
    "prosecutor attorney counsel officer constable doctor dr coroner pathologist sheriff detective inspector biographer"
)
_COVER: Final = re.compile(
    r"\b(?:health|pension|insurance|retirement|benefit|savings|medical|dental|data|phone|payment)s?[^\S\n]plan$"
)
"""What somebody has of a firm, and has not made: "Lee's health plan"."""
_RELATIVES: Final = re.compile(r"['’]s?[^\S\n](?:[a-z-]+[^\S\n]){0,2}[a-z-]+['’]s?[^\S\n]")
_LAWYERS: Final = word_set("lawyer attorney solicitor barrister counsel critic opponent rival")
_OWN: Final = word_set("family office estate work life")
_WHOSE: Final = re.compile(r"['’]s?[^\S\n]((?:[a-z][\w-]*[^\S\n]){0,2}[a-z][\w-]*)")
_POSTED: Final = word_set("caption post comment page bio story video account thread clip update message tweet")
"""What somebody puts on a platform."""
_HIS_WORK: Final = re.compile(
    r"['’]s?[^\S\n](?:[a-z-]+[^\S\n]){0,2}(?:book|memoir|novel|autobiography|biography|documentary|film|podcast|blog|column|essay|"
    r"play|diary|bestseller),?[^\S\n][“\"‘']?(?:[Tt]he[^\S\n])?"
)
"""Between somebody's name and the title of what is his: "Lee's book Tides"."""
_OF_OWNER: Final = re.compile(r"['’]s?[^\S\n](?:[a-z]+[^\S\n]){0,2}")
_OWNED: Final = re.compile(
    r"(?:(his|her|its|their)|((?:the|this|that)[^\S\n](?:[^\W\d_][\w-]*[^\S\n]){0,2}?[a-z][\w-]*)['’]s?)"
    r"[^\S\n](?:[^\W_][\w-]*[^\S\n]){0,3}?([a-z][\w-]*)",
    re.IGNORECASE,
)

_WRITTEN_BY: Final = re.compile(
    r",[^\S\n](?:(?:written|sent|drafted|signed|penned|authored|compiled|prepared|produced|published|submitted|led)\b"
    r"[^.;:\n]{0,60}?[^\S\n])?(?:by|from)[^\S\n](?P<who>[^.;:\n]{2,120}?),[^\S\n](?:[a-z]+ly[^\S\n])?(?:said|says|warned|warns|found|"
    r"finds|describes?|described|shows|showed|concludes?|concluded|states?|stated|argues?|argued|claims?|claimed|calls?|"
    r"called|notes?|noted|reads?|suggests?|suggested)\b"
)
_SEEN_BY: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|read|shared[^\S\n]with|leaked[^\S\n]to|sent[^\S\n]to)[^\S\n](?:by[^\S\n])?[^,;.]*$"
)
"""Between a document and whoever has got it, who is not its author."""
_FRONTED: Final = re.compile(
    r"In[^\S\n](?:an?|the|his|her|its|their)[^\S\n](?:[^\W\d_][\w-]*[^\S\n]){0,2}?"
    r"(statement|letter|post|message|email|e-mail|memo|note|tweet|caption|essay)"
    r"(?:[^\S\n](?!from\b|by\b)[^,;:“”\"\n]{1,80})?,[^\S\n]"
)
_RULED: Final = {"ruled": ("ruling", "decision", "opinion"), "rules": ("ruling", "decision", "opinion")}
"""What a body has written that "ruled" something."""
_TITLE_LENGTH: Final = 12  # characters between that and the source: an article, a title
_IN_DOCUMENT: Final = re.compile(
    r"[^\S\n]in[^\S\n](?:an?|the|his|her|its|their)[^\S\n](?:[^\W\d_][\w-]*[^\S\n]){0,2}?"
    r"([^\W\d_]+)(?=[,.:]|[^\S\n](?:that|to|on|about|filed|posted|released|sent|obtained|published|issued)\b)"
)
_NEWS_REPORTS: Final = re.compile(r"[^\S\n](?:news|media|press)[^\S\n](?:reports|accounts)\b")
"""Behind a country's adjective, whose media report."""
_ADJECTIVE: Final = re.compile(r"(?:i|ish|ese|ian|an|ench)$")


def author_of(text: str, span: Span, head: str, inside: Sequence[int], cast: Cast) -> int | None:
    """Whose a document is that speaks: "an Acme statement", "Lee’s letter", "a study by Acme", "research from Acme"."""
    noun = head_noun(head)
    if not inside or not _is_words(noun):
        return None
    speaks = [i for i in inside if cast.figures[cast.figure_of[i]].sort in ("person", "organisation")]
    if noun in _POSTED:
        speaks = [i for i in speaks if not _is_platform(i, cast)]  # "the TikTok caption" is not TikTok's
    reach = span.start + len(head)
    before = [i for i in speaks if cast.mentions[i].span.end < reach]
    if before and (_is_no_author(text, before[-1], cast) or _COVER.search(head)):
        return None
    if before and _RELATIVES.match(text, cast.mentions[before[-1]].span.end, reach):
        return None  # "Lee's wife's plan"
    if before and not any(_BY_ONLY.fullmatch(text, reach, cast.mentions[i].span.start) for i in speaks):
        if len(before) > 1 and noun in _RANKINGS and _is_title_of(text, before[-1], before[-2], cast):
            return before[-2]  # "the Herald's Best Cities report"
        is_person = cast.figures[cast.figure_of[before[-1]]].sort == "person"
        by_office = not _OFFICIALS.isdisjoint(cast.figures[cast.figure_of[before[-1]]].nouns)  # "Dr Lee's autopsy"
        about = is_person and not by_office and not text.startswith(" of ", reach)
        about = about and (noun in _AGAINST or _CHARGE.search(head) is not None)
        return None if about else before[-1]
    for i in speaks:
        if noun in _ON_SUBJECTS and _is_subject(text, reach, i, cast):
            continue  # "a report on Lee"
        if _is_relatives(text, i, cast):
            continue  # "a statement from Lee's lawyers"
        if _SEEN_BY.search(text, reach, cast.mentions[i].span.start):
            continue
        closes = cast.mentions[i].span.end >= span.end - 1
        if noun in _PRINTED and closes and _IN.fullmatch(text, reach, cast.mentions[i].span.start):
            return i  # "a report in the Herald"
        if _BY.search(text, reach, cast.mentions[i].span.start + 1) and cast.mentions[i].span.start - reach < 60:
            return _called_by(text, i, speaks, cast)
    return None


def _is_no_author(text: str, mention: int, cast: Cast) -> bool:
    """Is a word with a capital nobody's name: "Azeri news reports", "Cockpit recordings" beside "the cockpit"?"""
    name = cast.mentions[mention]
    once = len(cast.figures[cast.figure_of[mention]].mentions) == 1 and " " not in name.name
    if not once or not name.name.istitle() or name.possessive or normal(name.name) in NEWS_WORDS | MASTHEADS:
        return False
    if _NEWS_REPORTS.match(text, name.span.end):
        return _ADJECTIVE.search(name.name) is not None
    opens = not text[: name.span.start].strip() or text[: name.span.start].rstrip(" ")[-1] in ".!?\n"
    return opens and re.search(rf"\b{re.escape(name.name.lower())}\b", text) is not None


def _is_title_of(text: str, mention: int, owner: int, cast: Cast) -> bool:
    """Is a name, standing there once, the title or the subject of what an owner has written, and no body of its own?"""
    name = cast.mentions[mention]
    figure = cast.figures[cast.figure_of[mention]]
    once = len(figure.mentions) == 1 and figure.sort != "person" and " " in name.name
    last = normal(name.name.split()[-1])
    is_owned = _OF_OWNER.fullmatch(text, cast.mentions[owner].span.end, name.span.start) is not None
    return is_owned and once and not noun_kind(last) and last not in COMPANY_ENDINGS and not name.name.isupper()


def _called_by(text: str, mention: int, speaks: Sequence[int], cast: Cast) -> int:
    """Whom a body's name only tells apart: Lee, of "Acme Chief People Officer Ann Lee", or the body itself."""
    behind = next((i for i in speaks if i > mention), None)
    if behind is None or cast.figures[cast.figure_of[mention]].sort == "person":
        return mention
    between = text[cast.mentions[mention].span.end : cast.mentions[behind].span.start]
    is_called = bool(between.split()) and _CALLED.fullmatch(between) is not None
    last = singular(normal(between.split()[-1])) if is_called else ""
    sort = cast.figures[cast.figure_of[behind]].sort
    return behind if noun_kind(last) == ("person" if sort == "person" else "organisation") else mention


def author_of_titled(text: str, title: int, cast: Cast) -> int | None:
    """Whose is a work that speaks by its title, the number of a mention: "according to Lee's book Tides"."""
    if title == 0 or cast.figures[cast.figure_of[title - 1]].sort != "person":
        return None
    before, start = cast.mentions[title - 1].span, cast.mentions[title].span.start
    return title - 1 if _HIS_WORK.fullmatch(text, before.end, start) else None


def _is_subject(text: str, reach: int, mention: int, cast: Cast) -> bool:
    """Is a report about whoever is named behind it: "on Lee", "of Lee"; but "of the Audit Office", "on Radio Nine"?"""
    start, name = cast.mentions[mention].span.start, cast.mentions[mention].name
    is_person = cast.figures[cast.figure_of[mention]].sort == "person"
    about = _ON.search(text, reach, start) and not NEWS_WORDS.intersection(map(normal, name.split()))
    return bool(about) or (is_person and _OF.search(text, reach, start) is not None)


def _is_relatives(text: str, mention: int, cast: Cast) -> bool:
    """Is it somebody else who is called by a name: "Lee's lawyers", "Acme's chief executive", "the BBC's Ann Lee"?"""
    span = cast.mentions[mention].span
    if not cast.mentions[mention].possessive:
        return False
    owned = _WHOSE.match(text, span.end)
    if owned is None:
        after = cast.mentions[mention + 1].span.start if mention + 1 < len(cast.mentions) else -1
        return after >= 0 and _OF_OWNER.fullmatch(text, span.end, after) is not None
    nouns = [singular(normal(word)) for word in owned[1].split()]
    if cast.figures[cast.figure_of[mention]].sort == "person" and _OWN.intersection(nouns):
        return True
    is_body = cast.figures[cast.figure_of[mention]].sort == "organisation"
    return any(noun in _LAWYERS or (not is_body and noun_kind(noun) == "person") for noun in nouns)


def author_behind(text: str, head: str, end: int, cast: Cast, starts: Sequence[int]) -> int | None:
    """Who has written a document, by the words behind it: "The memo, sent in June by the director, Ann Lee, warned"."""
    found = _WRITTEN_BY.match(text, end) if _is_words(head_noun(head)) else None
    if found is None:
        return None
    low, high = bisect_left(starts, found.start("who")), bisect_left(starts, found.end("who"))
    sorts = {i: cast.figures[cast.figure_of[i]].sort for i in range(low, high) if not cast.mentions[i].possessive}
    persons = [i for i, sort in sorts.items() if sort == "person"]
    bodies = [i for i, sort in sorts.items() if sort == "organisation"]
    return persons[-1] if persons else bodies[0] if len(bodies) == 1 else None


def account_of(text: str, named: Sequence[int], reach: int, cast: Cast) -> int | None:
    """Whose account it is that closes a phrase at character `reach`: "Lee's Instagram", "Lee's official Facebook"."""
    if len(named) < 2 or not _is_platform(named[-1], cast) or cast.mentions[named[-1]].span.end < reach - 1:
        return None
    owner = cast.mentions[named[-2]]
    own = _OF_OWNER.fullmatch(text, owner.span.end, cast.mentions[named[-1]].span.start)
    return named[-2] if own else None


def _is_platform(mention: int, cast: Cast) -> bool:
    return cast.mentions[mention].name.casefold() in PLATFORMS


def owner_of(head: str) -> str:
    """Whose words they are, in a phrase without a name: "his" of "his post", "the band" of "the band's website"."""
    found = _OWNED.fullmatch(head)
    if found is None or not _is_words(singular(normal(found[3]))):
        return ""
    return normal(found[1]) if found[1] else found[2]


def _is_words(noun: str) -> bool:
    """Is it a noun for a document, or for what somebody says or counts?"""
    return noun in DOCUMENT_NOUNS or noun in UTTERANCES or noun in _COUNTS


def are_papers(before: str) -> bool:
    """Do words before a name end in a plural for documents, which say it: "court papers", before whom they tell of?"""
    word = before.split()[-1] if before.split() else ""
    return word.islower() and is_plural(normal(word)) and singular(normal(word)) in DOCUMENT_NOUNS


def head_noun(head: str) -> str:
    """The last word of a phrase, in the singular; "data" of "data compiled"."""
    words = head.split()
    if len(words) > 1 and words[-1] in _MADE:
        words.pop()
    return singular(normal(words[-1])) if words else ""


def documents_behind(text: str, attribution: Attribution, start: int, *, is_body: bool) -> Iterator[str]:
    """Nouns of the documents that what is said stands in: "Acme said in a statement", "In a statement, Acme said".

    `start` is where the sentence begins. What stands before a person may be the statement of a body (`is_body`).
    """
    fronted = _FRONTED.match(text, start)
    gap = attribution.source[0].start - fronted.end() if fronted and attribution.source else -1
    if fronted and 0 <= gap <= _TITLE_LENGTH and (is_body or fronted[1] != "statement"):
        yield singular(normal(fronted[1]))
    for span in attribution.cue[:2]:
        yield from _RULED.get("".join(span.cut(text).casefold().split()[-1:]), ()) if is_body else ()
    for span in (*attribution.cue[:2], *attribution.source[:1]):
        found = _IN_DOCUMENT.match(text, span.end)
        if found and (noun := singular(normal(found[1]))) in DOCUMENT_NOUNS:
            yield noun
