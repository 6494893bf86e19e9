"""Reading a source mention: is it a name, a pronoun, a noun phrase, somebody unnamed, or nothing at all?

The phrase is cut to the part that names: before a comma, a relative clause or "of", "for", "from". What that part ends
with decides: "New York Times reporter Ann Lee" is a name, "a spokesman for Ann Lee" is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from quotes.model import Span
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, ROLES, Gender, is_plural, noun_kind, singular
from quotes.pipeline.people.names.parts import POSTNOMINALS, is_title, normal
from quotes.pipeline.people.names.runs import DOMAIN, to_full_stop
from quotes.pipeline.people.names.seats import SEAT
from quotes.pipeline.people.sources.appositions import apposition, is_role_behind, of_generation
from quotes.pipeline.people.sources.authors import (
    account_of,
    are_papers,
    author_behind,
    author_of,
    author_of_titled,
    head_noun,
    owner_of,
)
from quotes.pipeline.people.sources.closing import NOT_MEANT, closing_name, one_of, role_behind_title
from quotes.pipeline.people.sources.joined import (
    AGE_AND,
    co_authors,
    is_either,
    joined_behind,
    joined_beyond,
    several,
    speaks_for,
    together,
    with_others,
)
from quotes.pipeline.people.sources.phrase_ends import (
    ARTICLES,
    POSSESSIVES,
    has_office,
    head_end,
    is_described,
    mentions_in,
    whole_phrase,
    with_owned,
)
from quotes.pipeline.people.sources.relative import antecedent
from quotes.pipeline.people.sources.rumours import goes_about
from quotes.pipeline.people.wordlists import word_set

SourceKind = Literal["none", "name", "names", "office", "document", "pronoun", "first person", "noun", "unnamed"]

PRONOUNS: Final[dict[str, tuple[Gender, Literal["person", "thing", "group"]]]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", "person")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", "person")),
    **dict.fromkeys(("it", "its", "itself"), ("", "thing")),
    **dict.fromkeys(("they", "them", "their", "themselves"), ("", "group")),
}
"""Pronoun: the gender and the sort of antecedent that it asks for."""

THE_TWO: Final = re.compile(r"[Tt]he two(?:\s[a-z]+){1,2}|[Bb]oth(?: (?:men|women))?|[Tt]he (?:pair|duo|couple)")
"""Two who have been named together."""
FIRST_PERSON: Final = word_set("i me my myself")
_CONTRACTED: Final = re.compile(r"['’](?:ll|d|m|ve|re)$")
_NOBODY: Final = word_set("you your we us our who whom whose which that this these those one")
_INDEFINITE: Final = word_set(
    "a an one some another any many several few most all both other others every each no two three four five six "
    "seven eight nine ten dozens hundreds thousands more multiple various numerous certain"
)
_SIGNS: Final = re.compile(rf"(?:{DOMAIN}|[A-Z][A-Za-z]{{1,14}})?(?:[^\S\n]+[^\w\s.,;:’'\"”)]+)?")
"""What may stand behind a name in its source: the end of an address, a button ("Ann LeeBUY"), a flag."""
_FORMER: Final = re.compile(r"(?:[Tt]he|[Aa])[^\S\n](?:former|one-time|onetime|erstwhile|ex)[^\S\n-](?=[A-Z])")
"""Before what somebody was a member of: "the former Beatle"."""
_FOLLOWERS: Final = re.compile(r"\s+(?:and|&)\s+(?:(?:his|her|their|its|the)\s+)?([^\W\d_]+)", re.IGNORECASE)
_MEMBER_OF: Final = re.compile(r"(?:['’]s?)?[^\S\n](?<=['’s].)(?:MPs?|MSP|MEP|TD|QC|KC|DA|GP)")
"""Behind a place that is not meant itself: "Altmere's MP, Ann Lee"."""
_OFFICE_OF: Final = re.compile(
    r"(?:Deputy )?(?:Archbishop|Bishop|Duke|Duchess|Prince|Princess|Earl|Countess|Dean|Head|Governor|Mayor|Master|"
    r"President|Superintendent|Inspector[ -]General|Commissioner|Director|Minister|Secretary) of "
)
_TITLE_GAP: Final = 3  # characters from a title to the name: a dot, a space
_GENERATION: Final = re.compile(r"the\s(younger|elder|older)\s(?=[A-Z])", re.IGNORECASE)
_TRAILING: Final = re.compile(
    r"\s+(?:both|together|alike|themselves|himself|herself|itself|about|during|after|as|that|to|on)$", re.IGNORECASE
)
_OPENED: Final = re.compile(
    r"(?:[A-Z][a-z]{4,}ing|(?:Interviewed|Questioned|Asked|Cross-examined|Contacted|Approached)(?:[^\S\n]by[^\S\n][^,.;]{1,40})?)"
    r",[^\S\n](?:[A-Z][a-z]+\.?[^\S\n])??(?=[A-Z])"
)
"""A participle before whoever speaks."""
_CALLED: Final = re.compile(
    r",?[^\S\n]who[^\S\n](?:(?:gave|gives|would[^\S\n](?:only[^\S\n])?give)[^\S\n](?:only[^\S\n])?(?:his|her|their)[^\S\n]"
    r"(?:first[^\S\n]|last[^\S\n])?name|(?:asked|wanted|wished|agreed)[^\S\n]to[^\S\n]be[^\S\n](?:only[^\S\n])?"
    r"(?:named|known|called|identified|referred[^\S\n]to)|(?:identified|named)[^\S\n](?:himself|herself|themselves)|"
    r"(?:goes|went)[^\S\n]by(?:[^\S\n]the[^\S\n](?:pseudonym|alias|name)(?:[^\S\n]of)?)?|"
    r"(?:is|was)[^\S\n](?:only[^\S\n])?(?:named|known|identified))(?:[^\S\n](?:only|just|simply))?(?:[^\S\n]as|,)?[^\S\n]"
)
"""Between somebody and the only name that the article has for him."""
_CROWD: Final = re.compile(
    r"[^\S\n](?:supporters|backers|critics|aides|officials|allies|voters|strategists|staffers|lawyers|attorneys|opponents|"
    r"sources|insiders|loyalists|advis[eo]rs|surrogates|delegates|operatives|representatives|spokesmen|followers|"
    r"shareholders|executives|fans(?![^\S\n](?:the|a|out|of)\b))\b"
)
"""Behind a name that is not meant itself, where the source was cut: "Lee supporters"."""
_PARTISAN: Final = re.compile(r"Republican|Democrat(?:ic)?|Tory|Conservative|Liberal|Wall[^\S\n]Street")
_VOICES: Final = re.compile(
    r"[^\S\n](?:calls|claims|demands|concerns|hopes|fears|proposals|plans|criticisms?|allegations|accusations|suggestions|"
    r"complaints|objections|opposition|warnings|attacks|promises|pledges|forecasts|estimates|expectations|projections)\b"
)
"""What members of a party say or think, behind its name: "Republican calls", "Wall Street forecasts"."""
_GENERALS: Final = re.compile(
    r"\b(?:attorneys|solicitors|secretaries|inspectors|directors|consuls)[^\S\n-]general$", re.IGNORECASE
)
"""Several of an office."""
_MARKETS: Final = word_set(
    "market consensus average move step deal decision quarter trend gap rise fall increase decline growth "
    "industry media press crowd community public audience opposition electorate establishment sector"
)
"""What thinks, forecasts and shows, or many who do, and is nobody."""
_WHOSE: Final = re.compile(r",[^\S\n]whose[^\S\n](?:[a-z][\w-]*[^\S\n]){0,3}?([a-z][\w-]*),?[^\S\n](?=[A-Z])")
_SAYS: Final = re.compile(
    r",?[^\S\n](?:(?:has|had|also|once|later)[^\S\n])?(?:said|says|told|wrote|writes|complained|argued|argues|called|described|"
    r"praised|warned|claimed|claims|added|noted|dismissed|insisted|declared)\b"
)
_WITH_PARTNER: Final = re.compile(r"(he|she)[^\S\n]and[^\S\n]", re.IGNORECASE)
_ANOTHER: Final = re.compile(
    r"\b(?:at|of|for|from|with)[^\S\n](?:another|an?[^\S\n](?:[a-z-]+[^\S\n]){0,3}?(?:small|large|major|leading|big|local|"
    r"rival|foreign|top|mid-sized|european|asian|western|private))\b|"
    r"^the[^\S\n](?:second|third)[^\S\n](?:[a-z]+[^\S\n])?(?:trader|source|official|analyst|manager|diplomat|banker|dealer)$",
    re.IGNORECASE,
)
"""Whoever is nobody of whom the article has told: "the head of sales at another house"."""
_ABOUT: Final = re.compile(
    r"[^\S\n](?:about|around|into|concerning|regarding)[^\S\n](?:the[^\S\n])?(?:[\w.-]+[^\S\n]){0,2}$"
)
"""Before a name: "a book about Lee", "people around Lee"."""
_WRITERS: Final = word_set("reporter writer author correspondent columnist observer")
_OFFICE: Final = re.compile(r"['’]s?\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """What a source phrase is."""

    kind: SourceKind = "none"
    at: int = 0
    """Where the phrase begins: characters."""
    words: str = ""
    """The phrase on one line."""
    mentions: tuple[int, ...] = ()
    """Indices into `Cast.mentions`: the name, or several for "X and Y"."""
    noun: str = ""
    """The head noun in the singular; the pronoun."""
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    owned: bool = False
    """Begins with a possessive: "his lawyer"."""


def read_source(text: str, spans: Sequence[Span], cast: Cast, starts: Sequence[int], cue: Sequence[Span]) -> Source:
    """Read a source: its first span that names somebody, else the first. `starts` are where the mentions begin."""
    read = [_read_span(text, span, cast, starts, cue) for span in spans[:4] if span.cut(text).strip()]
    if not read:
        return Source(at=spans[0].start if spans else 0)
    if goes_about(text, spans, cue):
        return Source("unnamed", read[0].at, read[0].words)
    return next((source for source in read if source.kind not in ("none", "unnamed")), read[0])


def _read_span(text: str, span: Span, cast: Cast, starts: Sequence[int], cue: Sequence[Span]) -> Source:
    sentence = to_full_stop(text, span)
    behind = mentions_in(Span(sentence.end, span.end), cast, starts) if sentence != span else []
    is_next = any(cast.mentions[i].label for i in behind)  # "the giant Acme. Lee" says Lee
    span = Span(cast.mentions[behind[0]].span.start, span.end) if is_next else sentence
    k = bisect_left(starts, span.end) - 1
    if k >= 0 and span.start <= starts[k] < span.end < cast.mentions[k].span.end:
        span = Span(span.start, cast.mentions[k].span.end)  # a source that ends within a name
    elif k + 1 < len(starts) and 0 < starts[k + 1] - span.end < _TITLE_GAP and is_title(span.cut(text).strip()):
        span = Span(span.start, cast.mentions[k + 1].span.end)  # "Mrs" of "Mrs. Lee"
    elif k >= 0 and span.start <= starts[k] and _SIGNS.fullmatch(text, cast.mentions[k].span.end, span.end):
        span = Span(span.start, cast.mentions[k].span.end)
    span = with_owned(text, span, cue)
    phrase = span.cut(text)
    letters = POSTNOMINALS.search(phrase) if k >= 0 and _may_be_honoured(k, phrase, cast) else None
    if letters and cast.mentions[k].span.end == span.start + letters.start():  # "…, Ann Lee QC"
        span = Span(span.start, cast.mentions[k].span.end)
        phrase = span.cut(text)
    words = [w for w in re.findall(r"[^\W_][\w'’.&-]*", phrase) if normal(w)]
    flat = " ".join(phrase.split())
    if not words:
        return Source(at=span.start, words=flat)
    first = normal(_CONTRACTED.sub("", words[0]))
    is_label = span.end - span.start > 1 and phrase.isupper() and text[span.end : span.end + 1] == ":"  # "IT: Yes."
    if len(words) == 1 and first in PRONOUNS and not is_label:
        return Source("pronoun", span.start, flat, noun=first)
    if len(words) == 1 and first in FIRST_PERSON:
        return Source("first person", span.start, flat, noun=first)
    if len(words) == 1 and first in ("who", "whom", "whose", "which") and words[0] != "WHO":
        i = antecedent(text, span.start, first, cast, starts)
        if i is not None:
            return Source("name", span.start, flat, (i,))  # "Lee, who said"
    if len(words) == 1 and first in _NOBODY and not words[0].isupper():
        return Source("unnamed", span.start, flat)
    if _GENERALS.search(phrase):
        return Source("unnamed", span.start, flat)
    if _PARTISAN.fullmatch(phrase) and _VOICES.match(text, span.end):
        return Source("unnamed", span.start, flat)  # "Republican calls for an inquiry"
    source = _read_phrase(text, span, flat, cast, starts)
    if source.kind == "noun" and source.noun in _MARKETS and not _is_named_so(source.noun, cast):
        return Source("unnamed", span.start, flat)
    if source.kind == "name" and source.mentions[0] == k and _CROWD.match(text, span.end):
        return Source("unnamed", span.start, flat)  # "Lee supporters"
    if source.kind == "name" and (whose := _WHOSE.match(text, span.end)):
        k = bisect_left(starts, whose.end())  # "the Tide, whose critic, Ann Lee, complained"
        is_role = k < len(starts) and starts[k] == whose.end() and noun_kind(whose[1]) == "person"
        if is_role and (said := _SAYS.match(text, cast.mentions[k].span.end)) and cue and said.end() == cue[-1].end:
            return Source("name", span.start, flat, (k,))
    if source.kind == "name" and (author := author_of_titled(text, source.mentions[-1], cast)) is not None:
        return Source("document", span.start, flat, (author,), noun="book")
    if source.kind == "name" and (second := joined_beyond(text, span, source.mentions[-1], cast)):
        return Source("names", span.start, flat, (*source.mentions, *second))
    if source.kind == "name" and (partner := _WITH_PARTNER.match(phrase)):
        return Source("pronoun", span.start, flat, source.mentions, normal(partner[1]))  # "he and Ann Lee"
    open_kind = source.kind in ("noun", "unnamed")
    if open_kind and (called := _CALLED.match(text, span.end)):
        k = bisect_left(starts, called.end())
        if k < len(starts) and starts[k] == called.end():
            return Source("name", span.start, flat, (k,))  # "a woman who gave her name only as Ann"
    if open_kind and (author := author_behind(text, flat, span.end, cast, starts)) is not None:
        return Source("document", span.start, flat, (author,), noun=head_noun(flat))
    if open_kind and (opened := _OPENED.match(text, span.start)):
        k = bisect_left(starts, opened.end())  # "Prosecuting, Ann Lee said", "Interviewed by officers, Ann Lee said"
        if k < len(starts) and starts[k] == opened.end() and cast.figures[cast.figure_of[k]].sort == "person":
            return Source("name", span.start, flat, (k,))
    broken = open_kind or phrase.rstrip().endswith(("'s", "’s"))
    if broken and (whole := whole_phrase(text, span, cast, starts, cue)) != span:
        source = _read_phrase(text, whole, " ".join(whole.cut(text).split()), cast, starts)
    return source


def _is_named_so(noun: str, cast: Cast) -> bool:
    """Does a name end with a noun: "Smithfield Market"?"""
    return any(normal(figure.entity.name.split()[-1]) == noun for figure in cast.figures if figure.entity.name)


def _may_be_honoured(mention: int, phrase: str, cast: Cast) -> bool:
    """Can letters behind a name be somebody's honours: "Ann Lee QC"; but not "the Altmere North MP", "a Green MP"?"""
    figure, name = cast.figures[cast.figure_of[mention]], cast.mentions[mention]
    whole = " " in name.name or bool(name.title) or normal(phrase.split()[0]) not in ARTICLES
    return figure.sort in ("person", "") and whole


def _read_phrase(text: str, span: Span, flat: str, cast: Cast, starts: Sequence[int]) -> Source:
    inside = mentions_in(span, cast, starts)
    lead = ""
    if (seat := _seat(text, span, inside, cast)) is not None:  # "the Altmere-based company"
        lead, span = (seat["the"] or "").casefold(), Span(seat.end(), span.end)
        inside = [i for i in inside if cast.mentions[i].span.start >= span.start]
    opening = normal((lead + span.cut(text)).split()[0])
    if is_either(text, inside, cast):
        return Source("unnamed", span.start, flat)
    if len(listed := with_others(text, span, inside, cast)) > 1:
        return Source("names", span.start, flat, listed)
    closing = closing_name(text, span, inside, cast)
    closing = one_of(text, span, inside, cast) if closing is None else closing
    if closing is not None:
        return Source("name", span.start, flat, (closing,))
    if opening in _INDEFINITE - {"a", "an", "one"} and is_plural(normal(flat.split(" ")[-1])):
        return Source("unnamed", span.start, flat)  # "many Parisians"
    if role_behind_title(flat):
        comma = text.find(",", span.start, span.end)
        holder = apposition(text, span, comma, inside, cast) if comma > 0 else None
        if holder is not None:  # "the Bank of Altmere's governor, Ann Lee"
            return Source("name", span.start, flat, (holder,))
        return _noun_phrase(flat.partition(",")[0], span, flat)  # "the Song of the North frontman"
    end = head_end(text, span, inside, cast)
    head = _TRAILING.sub("", text[span.start : end].rstrip())
    member = opening in ARTICLES | {"one", "another"} and head[-2:].isupper() and head_noun(head) in ROLES
    reach = span.start + len(head)
    named = [i for i in inside if cast.mentions[i].span.start < reach]
    whole = [i for i in named if " " in cast.mentions[i].name and cast.mentions[i].span.end >= reach - 4]
    member = member and not whole  # but "a defiant Ann Lee MP"
    member = member or any(_MEMBER_OF.fullmatch(text, cast.mentions[i].span.end, reach) for i in named)
    if not member and opening != "the":
        head = POSTNOMINALS.sub("", head)
    head = head[:-2] if head.endswith(("'s", "’s")) else head.rstrip("'’\"”“")
    reach = span.start + len(head)
    named = [i for i in inside if cast.mentions[i].span.start < reach]
    if len(inside) > len(named) and named and len(listed := several(text, inside, cast)) > 1:
        aged = AGE_AND.match(text, cast.mentions[listed[0]].span.end)  # "Lee, 52, and Berg, 49"
        if listed[0] == named[-1] and (len(listed) > 2 or aged):
            return Source("names", span.start, flat, listed)  # "A, B and C"
    if member:
        if (behind := apposition(text, span, end, inside, cast)) is not None:
            return Source("name", span.start, flat, (behind,))
        return _noun_phrase(head, span, flat)  # "the Harbourside MP"
    if (account := account_of(text, named, reach, cast)) is not None:
        return Source("document", span.start, flat, (account,), noun="post")  # "Lee's Instagram"
    if named and cast.mentions[named[-1]].span.end >= reach - 1:
        last = cast.mentions[named[-1]]
        if len(inside) == 1 and are_papers(text[span.start : last.span.start]):
            return Source("unnamed", span.start, flat)  # "according to court papers Tom Berg"
        if _ABOUT.search(text, span.start, last.span.start):
            return Source("unnamed", span.start, flat)
        is_once = len(cast.figures[cast.figure_of[named[-1]]].mentions) == 1 and " " not in last.name
        if (
            opening in ("a", "an")
            and is_once
            and not last.title
            and any(map(str.isdigit, text[span.start : last.span.start]))
        ):
            return Source("unnamed", span.start, flat)  # "a 57-year-old Altmerer"
        if is_once and not last.title and _FORMER.match(text, span.start):
            return _noun_phrase(head, span, flat)
        is_person = cast.figures[cast.figure_of[named[-1]]].sort == "person"
        if _is_office(last.name, is_person) and (holder := apposition(text, span, reach, inside, cast)) is not None:
            return Source("name", span.start, flat, (holder,))  # "the Archbishop of Altmere, Ann Lee"
        if generation := _GENERATION.match(text, span.start):
            of_age = of_generation(generation[1] == "younger", named[-1], cast)
            if of_age is None:
                return Source("unnamed", span.start, flat)
            return Source("name", span.start, flat, (of_age,))
        who = several(text, named, cast)
        who = who if len(who) > 1 else (*who, *joined_behind(text, named[-1], inside, cast))
        who = who if len(who) > 1 else together(text, span, who[0], inside, cast)
        return Source("names" if len(who) > 1 else "name", span.start, flat, who)
    if (author := author_of(text, span, head, inside, cast)) is not None:
        both = co_authors(text, span.end, author, inside, cast)
        return Source("names" if len(both) > 1 else "document", span.start, flat, both, noun=head_noun(head))
    followers = _FOLLOWERS.match(text, cast.mentions[named[-1]].span.end, span.end) if named else None
    if followers and not followers[1][0].isupper():
        partner = cast.mentions[inside[-1]]
        two = inside[-1] != named[-1] and partner.span.end >= span.end - 1
        between = text[followers.start() : partner.span.start]
        two = two and not speaks_for(between) and not NOT_MEANT.search(between)  # "Lee and a spokesman for Berg"
        if two and cast.figures[cast.figure_of[inside[-1]]].sort == "person":
            return Source("names", span.start, flat, (named[-1], inside[-1]))  # "Lee and her co-author, Berg"
        return Source("name", span.start, flat, (named[-1],))  # "Lee and her team"
    if named and is_role_behind(text, named[0], span.start, reach, cast):
        return Source("name", span.start, flat, (named[0],))  # "Dr Ann Lee head of exploration"
    if named and is_described(text, named[-1], reach, cast):
        return Source("name", span.start, flat, (named[-1],))  # "the Acme news agency"
    if (
        named
        and (found := _OFFICE.match(text, cast.mentions[named[-1]].span.end, reach))
        and has_office(cast.figures[cast.figure_of[named[-1]]], found[1])
    ):
        return Source("office", span.start, flat, (named[-1],), noun=found[1])
    if (behind := apposition(text, span, end, inside, cast)) is not None:
        who = together(text, span, behind, inside, cast)
        return Source("names" if len(who) > 1 else "name", span.start, flat, who)
    owner = owner_of(head)
    if owner in PRONOUNS:
        return Source("pronoun", span.start, flat, noun=owner)
    return _noun_phrase(owner or lead + head, span, flat)


def _is_office(name: str, is_person: bool) -> bool:
    """Is it what somebody is, in capitals: "Archbishop of Altmere", "Lord Advocate"; but not Ann Baker?"""
    role = not is_person and noun_kind(normal(name.split()[-1])) == "person"
    return role or _OFFICE_OF.match(name) is not None


def _seat(text: str, span: Span, inside: Sequence[int], cast: Cast) -> re.Match[str] | None:
    """Where a phrase says first where somebody sits; not behind his name: "Ann Lee, Altmere-based chemist"."""
    found = SEAT.match(text, span.start, span.end)
    first = normal(text[span.start : span.end].split()[0])
    if found is None or (first != "the" and (first in FUNCTION_WORDS or first in _INDEFINITE)):
        return None
    comma = text.find(",", found.start(), found.end())
    before = [cast.mentions[i].label for i in inside if cast.mentions[i].span.start < comma]
    return None if "person" in before or "organisation" in before else found


def _noun_phrase(head: str, span: Span, flat: str) -> Source:
    words = [normal(w) for w in re.findall(r"[^\W_][\w'’.&-]*", head)]
    words = [w for w in words if w]
    if not words:
        return Source("unnamed", span.start, flat)
    last = words[-1]
    noun, lead = singular(last), words[0]
    owned = lead in POSSESSIVES or ("’s " in head or "'s " in head)
    if lead in _INDEFINITE or lead.isdigit() or (is_plural(last) and last != "police") or _ANOTHER.search(flat):
        return Source("unnamed", span.start, flat, noun=noun, owned=owned)
    if lead == "this" and noun in _WRITERS:  # who writes the article
        return Source("unnamed", span.start, flat, noun=noun)
    definite = lead in ("the", "this", "that") or last == "police"
    if not definite and not owned and noun_kind(noun) != "person":
        return Source("unnamed", span.start, flat, noun=noun)
    return Source("noun", span.start, flat, (), noun, frozenset(words[:-1]), definite, owned)
