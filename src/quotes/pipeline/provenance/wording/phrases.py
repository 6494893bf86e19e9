"""Noun phrases behind "told", "in an interview with", "according to": the name, title or audience that they give.

A phrase is read left to right: an article, words in lower case ("radio host"), a run of capitalised words, and what
hangs on it ("'s Morning Tide programme", " supporters"). The tagger's names decide where they cover the run and give
the article's fullest form; where they cut a piece out of it ("Metal" of "Metal Hammer") the run as written is better.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from quotes.pipeline.people.lexicon import (
    FUNCTION_WORDS,
    KIN,
    ORGANISATION_NOUNS,
    ROLES,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.parts import PARTICLES, TITLES, clean, given_name_gender, is_title, normal
from quotes.pipeline.people.names.runs import DOTTED
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.wordlists import word_set
from quotes.pipeline.provenance.wording.audiences import (
    NOBODY,
    OUTLET_NOUNS,
    SHOW_NOUNS,
    Addressee,
    counted,
    is_people,
    without_name,
)
from quotes.pipeline.provenance.wording.heads import addressee_of, head_of, with_nouns
from quotes.pipeline.provenance.wording.narration import BLOT, Named, Names, Narration, is_outlet, is_platform, title_at
from quotes.pipeline.provenance.wording.runs import RUN, run_end

_LEAD: Final = re.compile(
    r"\s*(?:(?P<article>a few|a number of|the|a|an|his|her|their|its|our|my|all|many|several|some|every|other|fellow|"
    r"both)\s+)?",
    re.IGNORECASE,
)
_FORMERLY: Final = re.compile(r"(?:former|then|ex|longtime|long-time|late|veteran|fellow)[^\S\n](?=[\w’'-]+[^\S\n])")
_AND_ROLE: Final = re.compile(
    r"(?:[a-z][a-z-]*(?:er|or|ist|ian|man|woman|ress|star|model|chef|poet|host),?[^\S\n])+and[^\S\n](?:[a-z-]+[^\S\n]){0,2}?"
    r"(?=[a-z-]+(?:er|or|ist|ian|man|woman|ress|star|model|chef|poet|host)[^\S\n][A-Z])"
)
"""Before the last of what somebody is, and his name."""
_MPS: Final = re.compile(r"(?P<before>(?:[a-z][\w-]*[^\S\n]){1,2})(?P<people>MPs|MEPs|MSPs|CEOs|TDs|GPs)\b")
_LOWER: Final = re.compile(r"([a-z0-9][\w’'-]*)(?=\W|$)")
_POSSESSED: Final = re.compile(r"['’]s?\s+(?P<mark>[\"“‘']\s?)?")
_MARKED_TITLE: Final = re.compile(r"[“\"‘'](?P<title>[A-Z0-9][^“”\"\x00\n]{1,60}?),?[”\"’'](?!\w)")
_TITLE_BEHIND: Final = re.compile(r"[,\s]*(?=[“\"‘'][A-Z0-9][^“”\"\x00]{1,60}[”\"’'])")
_JOINED: Final = re.compile(r"\b(?:with|and|of)\s+$", re.IGNORECASE)
_OF_PLACE: Final = re.compile(r"\sof\s(?:[A-Z][\w.’'-]*(?:\s|$))+$")
_OF_SUBJECT: Final = word_set("journal review bulletin digest radio television network voice")
"""Words of outlets behind which "of" may say what they are about: the Journal of Medicine."""
_DOTTED: Final = (DOTTED & TITLES.keys()) | word_set("sens reps maj cpl adm pres hon det supt messrs")
"""Titles that are written with a dot."""
_COURTESY: Final = word_set("mr mrs ms miss mx")
_LEADING: Final = word_set("through via about of by with for from in on at alongside")
"""What leads from an addressee to somebody else: "told the Tide through his interpreter, Tom Berg"."""
_MASTHEADS: Final = word_set("star author artist lawyer nurse architect champion stage")
"""Roles after which papers are called too: "told the Star"."""
_NEAR: Final = 60  # characters from a phrase to the source behind it
_PARTED: Final = re.compile(rf"[,;:.{BLOT}]")
_DOT: Final = re.compile(r"\.[ \xa0]+(?=[A-Z])")
_OF_WHAT: Final = re.compile(r"\s(?:of|for)\s")
_SHOW_GOES_ON: Final = re.compile(r"\s(?:the\s(?:Press|Nation)|at\sOne|for\sthe\sDay)\b")
"""What else with a capital may belong to a broadcaster's show behind a small word: "Meet the Press", "World at One"."""
_HOST: Final = re.compile(r"\swith(?:\s[A-Z][\w'’-]+){1,3}")
_CALLED_SHOW: Final = re.compile(r"\s+(?:show|programme|program|podcast)\b")
_NOUNS: Final = re.compile(r"(?:[a-z][\w-]*(?:\s+|$|(?=\W))){1,3}")
_OF_NATION: Final = re.compile(r"[A-Z][a-z]+(?:ian|ish|ese|can|an|ch|ek)")
_OWNERS: Final = word_set("men women children reader harper")
"""Whose possessives begin the names of magazines."""
_BEHIND: Final = re.compile(r"((?:\s+[a-z][\w-]+){1,3})")
_OF: Final = re.compile(r"of\s(?:(?:the|his|her|their|its|our|my)\s)?(?=[a-z])")
_TWO_NAMES: Final = 60  # characters in which two names begin
_NUMBERED: Final = re.compile(r"\d+[^\S\n][A-Z]")
"""What begins the name of a show: "48 Tides"."""
_FINITE: Final = re.compile(
    r"\s(?:had|has|have|would|will|was|were|is|are|could|can|did|does|should|may|might|must|wants?|needs?|[a-z]+ed)\b"
)
_COMMA: Final = re.compile(r"\s?,\s(?=[A-Z])")
_CALL_ENDS: Final = re.compile(r"\s*(?:$|[,.;:\x00]|to\b|that\b|not\b)")
_NOUN_BEHIND: Final = re.compile(r"\s(?:co-)?([a-z]+)(?![\w-])")
_OF_MEDIA: Final = OUTLET_NOUNS | SHOW_NOUNS
_INTRODUCING: Final = (
    ROLES | OUTLET_NOUNS | {"affiliate", "contributor", "anchor", "correspondent", "commentator", "daily", "weekly"}
)
"""Nouns behind which a name may follow that tells who it is: "German journalist Ann Lee"."""
_SHOWS: Final = word_set("show programme program podcast")
_AGAIN: Final = word_set(
    "paper newspaper magazine outlet publication site website network station broadcaster channel podcast show "
    "programme program platform tabloid"
)
_HIM: Final = re.compile(
    r"\s*(?P<who>him|her|them)(?=\W*(?:$|[\x00.,:;])|\s(?:that|to|not|he|she|it|they|i|in|on|at|about|how|what|why|if|"
    r"whether|when|where|during|after|before)\b)"
)


def run_at(narration: Narration, at: int, names: Names) -> tuple[int, Addressee]:
    """The capitalised run that begins at a place of the narration, with what hangs on it: its end and its reading."""
    text, base = narration.text, narration.start
    end = run_end(text, at, base, names)
    if end == at:
        return at, NOBODY
    if (dot := _DOT.match(text, end)) and normal(text[at:end].split()[-1]) in _DOTTED:  # "Mr. Lee"
        if somebody := _person_of(narration, dot.end(), names):
            return somebody.span.end - base, addressee_of(somebody)
        stop, found = run_at(narration, dot.end(), names)
        called = found.kind == "outlet" and (is_outlet(found.name) or normal(found.name.split()[-1]) in SHOW_NOUNS)
        return stop, Addressee(text[at:stop], "outlet") if called else found  # "the Dr. Lee Show"
    somebody = _person_of(narration, at, names)
    if somebody and " " in text[at : somebody.span.end - base]:
        return somebody.span.end - base, addressee_of(somebody)
    if medium := _before_person(narration, at, end, names):
        return at + len(medium), Addressee(clean(medium), "outlet")
    if possessed := _POSSESSED.match(text, end):
        return _possessed(narration, at, end, possessed, names)
    if place := _OF_PLACE.search(text, at, end):
        name = text[at : place.start()]
        several = " " in name.removeprefix("The ") and normal(name.split()[-1]) not in _OF_SUBJECT
        if several and is_outlet(name):  # "the Harwich Evening Herald of Ruritania"
            return end, Addressee(clean(name), "outlet")
    followed = _FINITE.match(text, end) is not None
    head = head_of(text[at:end], base + at, base + end, names.overlapping(base + at, base + end), followed=followed)
    if head.kind == "outlet" and head.name == text[at:end] and normal(head.name) in ROLES - _MASTHEADS:
        if (after := _BEHIND.match(text, end)) and after[1].split()[0] in PARTICLES:
            return at, NOBODY  # "told Minister van Tull"
        if text[:at].casefold().endswith("the "):  # "told the Duchess"; Queen is a band
            who = names.with_role(normal(head.name), base + at)
            head = Addressee(who or head.name, "person")
    if head.kind != "person" and " " not in head.name and (who := names.host(head.name)):
        head = Addressee(who, "person")
    if normal(head.name) in _COURTESY:  # whose name the network has taken for the addressee
        return at, NOBODY
    if head.kind == "outlet" and head.name == "Us" and (whole := names.outlet_like(head.name)):
        return end, Addressee(whole, "outlet")  # "Us", of Us Weekly
    cue = narration.cue.start - base if narration.cue else 0
    behind = _BEHIND.match(text, end, cue if cue >= end else len(text))
    role = behind[1].split()[-1] if behind else ""
    led = behind and behind[1].split()[0] in _LEADING
    if behind and not led and noun_kind(role) == "person" and (other := _called(narration, behind.end(), names)):
        return behind.end(), other  # "her Oxlander counterpart, Tom Berg"
    if not behind or head.kind == "person":
        return end, head
    words = behind[1].split()
    further = RUN.match(text, behind.end() + 1) if text[behind.end() : behind.end() + 1] == " " else None
    if further and not FUNCTION_WORDS.intersection(words):
        if words[-1].removeprefix("co-") in _INTRODUCING:
            return run_at(narration, further.start(), names)  # "German journalist Ann Lee"
        of_station = is_outlet(text[at:end]) or "." in text[at:end] or normal(text[at:end].split()[0]) in DEMONYMS
        if words[-1] in _SHOWS and of_station:
            behind_it, found = run_at(narration, further.start(), names)  # "British TV show The Talk"
            if found.kind in ("outlet", "document"):
                return behind_it, Addressee(found.name, "outlet")
    here = names.overlapping(base + at, base + end)
    is_place = any(n.kind == "unknown" for n in here) if here else _OF_NATION.fullmatch(text[at:end]) is not None
    is_place = is_place or normal(text[at:end]) in DEMONYMS  # "French television"
    if singular(words[-1]) in OUTLET_NOUNS and not is_outlet(text[at:end]):
        whole = _OF_PLACE.sub("", names.outlet_like(text[at:end]))  # "the Oxbay newspaper"
        head = Addressee(whole, "outlet") if whole else head
    found = with_nouns(text[at:end], words, head, is_place=is_place)
    return end, _of_nation(text[at:end], words) if found is head and normal(text[at:end]) in DEMONYMS else found


def _of_nation(run: str, words: list[str]) -> Addressee:
    """Whoever a nation says of where he is: "the British minister"; nobody where no such noun follows."""
    for k in range(len(words), 0, -1):
        somebody = noun_kind(words[k - 1]) == "person" or is_people(words[k - 1])
        if somebody and not FUNCTION_WORDS.intersection(words[:k]):
            return Addressee(f"{run} {' '.join(words[:k])}", "audience")
    return NOBODY


def _before_person(narration: Narration, at: int, end: int, names: Names) -> str:
    """The outlet with which a run begins that a person's name ends: "told The Sun Harry would leave", "TXZ of Lee's".

    Empty for none.
    """
    base = narration.start
    for one in names.within(base + at + 1, base + end):
        before = narration.text[at : one.span.start - base].rstrip()
        name = before.removesuffix(" of")
        first, _, last = name.rpartition(" ")
        name = first if first and is_title(last) else name
        called = is_outlet(name) or (name.isupper() and before.endswith(" of"))
        if one.kind == "person" and called and before[-1:].isalpha() and not name.endswith((" with", " With")):
            return name
    return ""


def _person_of(narration: Narration, at: int, names: Names) -> Named | None:
    """The person whose name begins at a place and has "of" or "for" behind it: "Ann Lee of Acme"."""
    base = narration.start
    person = next((n for n in names.within(base + at, base + at + 1) if n.kind == "person"), None)
    return person if person and _OF_WHAT.match(narration.text, person.span.end - base) else None


def _up_to_source(narration: Narration, at: int, names: Names) -> Narration:
    """What stands before a source that follows a phrase without a comma: "in an interview with the Herald Lee said".

    Whoever speaks is the last of the source, which may have taken the Herald in.
    """
    if narration.source is None or not at < narration.source.end - narration.start <= at + _NEAR:
        return narration
    people = [one for one in names.within(narration.source.start, narration.source.end) if one.kind == "person"]
    start = (people[-1].span if people else narration.source).start - narration.start
    near = at < start and not _PARTED.search(narration.text, at, start)
    near = near and any(map(str.isupper, narration.text[at:start]))
    return replace(narration, text=narration.text[:start].rstrip() + BLOT) if near else narration


def phrase_at(
    narration: Narration, at: int, names: Names, *, only_named: bool = False, only_audience: bool = False
) -> Addressee:
    """Read the noun phrase that begins at a place of the narration; nobody where it names none that could listen."""
    narration = _up_to_source(narration, at, names)
    text = narration.text
    if him := _HIM.match(text, at):
        return NOBODY if only_named else Addressee(him["who"], "person", again=True)
    lead = _LEAD.match(text, at)
    assert lead is not None
    if BLOT in lead[0]:
        return NOBODY
    at = lead.end()
    article = lead["article"] or ""
    if (formerly := _FORMERLY.match(text, at)) or (formerly := _AND_ROLE.match(text, at)):
        at = formerly.end()  # "former president Ann Lee", "actor and comedian Ann Lee"
    if capitals := _MPS.match(text, at):  # "angry MPs"
        words_before = capitals["before"].split()
        name = " ".join([*words_before, capitals["people"]])
        return NOBODY if only_named else Addressee(name, "audience")
    if at < len(text) and text[at] in "“\"‘'":
        marked = _MARKED_TITLE.match(text, at)
        if marked and _is_title(marked["title"]):
            if not _introduces(text, marked.end()):
                return _titled(narration, marked, names)
            at = marked.end() + 1  # "“Newsnight” presenter Ann Lee"
        else:
            at += 1 if re.match(r"\s?[A-Z0-9]", text[at + 1 : at + 3]) else 0
        at += text[at : at + 1].isspace()
    words: list[str] = []
    while len(words) < 7:
        if words and is_people(words[-1]) and (two := _two_called(narration, at, names)):
            return two
        end, named = run_at(narration, at, names)
        if (
            end > at
            and (not text[at].isdigit() or _NUMBERED.match(text, at))
            and (not words or not is_people(words[-1]))
        ):
            said_what = article or not words or noun_kind(words[-1]) or words[-1] in _OF_MEDIA
            return named if said_what or named.kind == "person" else NOBODY  # not "tell old Harbour stories"
        lower = _LOWER.match(text, at)
        if not lower or normal(lower[1]) in FUNCTION_WORDS or lower[1] == "ahead":  # "fans ahead of the match"
            break
        if words and re.search(r"\W", text[at - 1 : at].replace(" ", "")):
            break
        words.append(lower[1])
        if lower[1] in SHOW_NOUNS and (found := _TITLE_BEHIND.match(text, lower.end())):
            return Addressee(title_at(text, found.end()), "outlet")  # "the podcast “Slow Tide”"
        at = lower.end() + (1 if text[lower.end() : lower.end() + 1] == " " else 0)
        if at == lower.end():
            break
        if counted(words) and (of := _OF.match(text, at)):
            words, at, article = [], of.end(), ""  # "tens of thousands of residents", "most of the delegates"
    if article.lower() == "the" and len(words) == 1 and words[0] in _AGAIN:
        return Addressee(words[0], "platform" if words[0] == "platform" else "outlet", again=True)
    if words and (words[-1] in KIN or noun_kind(words[-1]) == "person") and (called := _called(narration, at, names)):
        return called
    if only_named:
        return NOBODY
    return without_name(narration, at, article, words, names, only_audience=only_audience)


def _called(narration: Narration, at: int, names: Names) -> Addressee:
    """The person whose name follows what he is: "her husband, Tom Berg,"."""
    behind = _COMMA.match(narration.text, at)
    if not behind:
        return NOBODY
    start = narration.start + behind.end()
    person = next((n for n in names.within(start, start + 1) if n.kind == "person"), None)
    ends = person and _CALL_ENDS.match(narration.text, person.span.end - narration.start)
    return addressee_of(person) if person and ends else NOBODY


def _two_called(narration: Narration, at: int, names: Names) -> Addressee:
    """Two persons whose names follow what they are: "hosts Ann Lee and Tom Berg"."""
    start = narration.start + at
    people = [n for n in names.within(start, start + _TWO_NAMES) if n.kind == "person"][:2]
    if len(people) < 2 or people[0].span.start != start:
        return NOBODY
    joined = narration.text[people[0].span.end - narration.start : people[1].span.start - narration.start] == " and "
    return Addressee(f"{people[0].name} and {people[1].name}", "person") if joined else NOBODY


def _introduces(text: str, at: int) -> bool:
    """Is it a role that stands there, so that somebody's name may follow: “Newsnight” presenter Ann Lee?"""
    behind = _NOUN_BEHIND.match(text, at)
    return behind is not None and behind[1] in ROLES and not is_people(behind[1])


def _is_title(words: str) -> bool:
    """Do words in marks have the capitals of a title, but for the small words between them?"""
    small = [w for w in words.split() if not w[0].isupper() and not w[0].isdigit()]
    return all(normal(w) in FUNCTION_WORDS for w in small)


def _titled(narration: Narration, marked: re.Match[str], names: Names) -> Addressee:
    """A title in marks, and whoever sees or hears it: "“The Tide” audience"."""
    text, start = narration.text, narration.start + marked.start("title")
    found = names.overlapping(start, narration.start + marked.end())
    title = marked["title"].strip(" ,.")
    behind = _NOUN_BEHIND.match(text, marked.end())
    if behind and is_people(behind[1]):
        return Addressee(f"{title} {behind[1]}", "audience")
    end = start + len(marked["title"].rstrip(" ,."))
    whole = [n for n in found if n.span.end >= end and len(n.span) >= len(title.removeprefix("The "))]
    return addressee_of(whole[0], title) if whole else Addressee(clean(title) or title, "outlet")


def _possessed(narration: Narration, at: int, end: int, mark: re.Match[str], names: Names) -> tuple[int, Addressee]:
    """What a run owns: "Radio Nine's Morning Tide programme", "the Herald's Tom Berg", "Lee's office".

    A show that is called one keeps its owner, and so does one of an outlet, unless it stands in marks ("CNN's “The
    Tide”").
    """
    text, base = narration.text, narration.start
    behind = mark.end()
    stop = run_end(text, behind, base, names)
    owner = names.overlapping(base + at, base + end)
    if stop == behind:
        return _possessed_nouns(narration, text[at:end], behind, owner, names)
    inner = names.overlapping(base + behind, base + stop)
    called = _CALLED_SHOW.match(text, stop)
    shown = text[behind:stop]
    if len(shown) == 1:  # "the Herald's T magazine"
        return end, head_of(text[at:end], base + at, base + end, owner)
    is_named = " " in shown and not is_outlet(shown) and not is_platform(shown)
    if called and is_named and any(n.kind == "person" for n in owner):  # "Ann Lee’s Talk Is Lee podcast"
        return called.end(), Addressee(clean(shown), "outlet")
    if not called and inner and inner[-1].kind == "person" and base + stop - inner[-1].span.end <= 1:
        before = text[behind : inner[-1].span.start - base]
        if not _JOINED.search(before):
            first_too = before and given_name_gender(before.split()[0])  # the tagger has only the surname
            return stop, Addressee(clean(text[behind:stop]), "person") if first_too else addressee_of(inner[-1])
    if not called and not inner and is_outlet(text[at:end]) and _is_full_name(shown):  # "CNN's Ann Lee"
        return stop, Addressee(clean(shown), "person")
    keeps_owner = normal(text[at:end]) in _OWNERS or is_outlet(text[at:end])
    if keeps_owner and (more := _SHOW_GOES_ON.match(text, stop)):
        stop = more.end()
    if again := _POSSESSED.match(text, stop):  # "Radio Nine's Woman's Hour"
        further = run_end(text, again.end(), base, names)
        stop = further if further > again.end() and keeps_owner else stop
    for pattern in (_HOST, _CALLED_SHOW):
        if found := pattern.match(text, stop):
            stop, keeps_owner = found.end(), True
    of_place = not is_outlet(text[at:end]) and all(n.kind == "unknown" for n in owner if n.span.start <= base + at + 4)
    start = at if keeps_owner and not of_place and not mark["mark"] else behind
    return stop, Addressee(clean(text[start:stop]), "outlet")


def _is_full_name(words: str) -> bool:
    first, *others = words.split() or [""]
    return len(others) in (1, 2) and bool(given_name_gender(first)) and not is_outlet(words)


def _possessed_nouns(
    narration: Narration, run: str, behind: int, owner: list[Named], names: Names
) -> tuple[int, Addressee]:
    """What a run owns where that has no capital: "Lee's office", "the Herald's editor Tom Berg"."""
    found = _NOUNS.match(narration.text, behind)
    words = found[0].split() if found else []
    after = found.end() if found else behind
    person = names.within(narration.start + after, narration.start + after + 1)
    if person and person[0].kind == "person" and words and words[-1] in ROLES:
        return after, addressee_of(person[0])
    if is_outlet(run) and words and words[-1] in _SHOWS:  # "Radio Nine's breakfast programme"
        mark = "'" if "'" in narration.text[max(0, behind - 4) : behind] else "’"
        return after, Addressee(f"{run}{mark}s {' '.join(words)}", "outlet")
    while words and not (words[-1] in ORGANISATION_NOUNS or is_people(words[-1])):
        words.pop()
    if not words or FUNCTION_WORDS.intersection(words):
        return behind, NOBODY
    head = owner[-1].name if owner and owner[-1].kind == "person" else run
    return after, Addressee(f"{head}’s {' '.join(words)}", "audience")
