"""What an article says that a name is: words before it ("director Ann Lee"), behind it (", director of …"), "is a …".

Plain patterns on text around a mention, no parse; each looks at a bounded stretch of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quotes.pipeline.people.lexicon import (
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    ORGANISATION_NOUNS,
    RANKS,
    ROLES,
    STATES,
    is_plural,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import is_title, normal
from quotes.pipeline.people.wordlists import DETERMINERS, word_set

_REACH: Final = 160  # characters looked at on either side of a name
_DOCUMENT_REACH: Final = 60
_TITLE_REACH: Final = 80
_WORD_REACH: Final = 48  # the longest word and the space behind it
_LINKS_OF_AUTHORS: Final = word_set("by from of")
_LAST_OF_TITLE: Final = 4  # words of "of planning" and the like, at the most
_LAST_OF_AUTHORED: Final = 4  # of "by the …"
_COURTESY: Final = re.compile(
    r"(?<![^\W\d_])([^\W\d_]+),\s(?:the\s)?(?:(?:Rt|Right|Very|Most)\.?\s)?([A-Z][a-z]+)\.?\s$"
)
_MISTER: Final = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame")
_MR: Final = re.compile(r"(?<![\w-])[A-Z][\w’'-]*\s([a-z][\w-]*)\s[A-Z][a-z]+\.?\s$")
_BEFORE_WORD: Final = re.compile(r"([^\W_][\w'’.&-]*)([^\S\n]+|,[^\S\n]+)$")
_BEHIND: Final = re.compile(
    r"(?:['’]s)?(?:,[^\S\n]+\d{1,3})?(?:,?[^\S\n]+who[^\S\n]+(?:is|was|plays|serves as|served as)[^\S\n]+|,[^\S\n]+"
    r"|[^\S\n]+[–—-][^\S\n]+|[^\S\n]+\(|[^\S\n]+(?:was|has[^\S\n]been|had[^\S\n]been)[^\S\n]+(?:sworn[^\S\n]in|elected|"
    r"re-elected|named|appointed|installed|chosen|inaugurated)[^\S\n]+(?:as[^\S\n]+)?|[^\S\n]+(?:is|was|became|remains)[^\S\n]+)"
    r"((?:(?:also|now|then|currently|previously)[^\S\n]+)?(?:(?:a|an|the|his|her|its|their|one|former|ex)\b[^\S\n]*)?[^.,;:()\n“”\"–—]{2,120})"
)
_DETERMINER: Final = re.compile(
    r"^(?:(?:also|now|then|currently|previously)\s+)?(?:a|an|the|his|her|its|their|one of(?:\s+the)?)\s+", re.I
)
_CUT: Final = re.compile(
    r"\s+(?:who|whom|whose|which|that|says|said|told|tells|has|have|had|is|was|were|will|when|where)\b"
)
_TITLE_OF: Final = re.compile(
    r"(?<![\w-])([^\W\d_][\w-]*)[^\S\n]of[^\S\n]((?!(?:the|an?|his|her|their)\b)(?:[^\W\d_][\w’'&-]*[^\S\n]){1,3})$"
)
"""A role with "of" right before a name: "director of planning Ann Lee"."""
_STOP: Final = FUNCTION_WORDS - word_set("former first second last new longtime own co of for")
_LEADING: Final = word_set("former first ex longtime veteran retired acting")
_LINKS: Final = re.compile(r"\s(?:of|at|for|in|with|from|on|to|and|behind)\s")


_ABBREVIATED: Final = re.compile(
    r"(?:[A-Z]\.)+|(?:St|Inc|Corp|Co|Ltd|Bros|No|Asst|Dep|Vol|vs|Calif|Ariz|Mass|Conn|Mich|Minn|Wash|Tenn|Colo|Fla|Penn|Va|Md|Ga)\."
)
_SHORT: Final = 4  # letters of "bed", "ring", which are no participles
_VERBS: Final = word_set(
    "met beat beats hit hits saw sees took takes made makes won wins lost loses gave gives got gets led leads sent "
    "sends brought brings bought buys sold sells fought fights caught left leaves kept keeps held holds became "
    "becomes told tells said says knew knows found finds thanked put puts shot stabbed struck sued sues wed signs "
    "signed joins hires"
)
_PARTICIPLES: Final = word_set(
    "retired disgraced acclaimed renowned celebrated respected decorated injured suspended jailed convicted accused "
    "alleged married unnamed elected appointed exiled deposed ousted sacked departed noted seasoned talented "
    "experienced qualified trained famed esteemed admired distinguished detained imprisoned wanted armed masked "
    "disabled aged unemployed bearded divorced widowed estranged embattled beleaguered troubled registered certified "
    "licensed lauded revered published unelected undecorated self-styled legendary failed murdered beloved slain "
    "ordained combined united leading managing reigning defending acting outgoing incoming serving sitting founding "
    "visiting presiding investigating recording touring performing budding aspiring struggling rising ruling "
    "opposing winning prosecuting consulting governing operating marketing banking shipping fishing boxing racing "
    "cycling wrestling skating swimming sailing rowing engineering accounting advertising broadcasting publishing "
    "manufacturing mining training nursing housing planning building farming climbing driving writing singing "
    "dancing acting modelling modeling producing filmmaking surviving living working practising practicing teaching "
    "commanding gaming trading lending printing programming counterfeiting parenting cooking gardening diving "
    "surfing running coaching casting lighting retailing wedding speed bowling batting pitching parking hunting "
    "clothing purchasing trusted dedicated morning evening spring string"
)
"""What may stand before a role and is no verb: "disgraced banker", "managing director"."""


OWNERS: Final = ("'s", "’s", "s'", "s’")
_AGE: Final = re.compile(r",?[^\S\n]\(?(?:aged[^\S\n])?(\d{1,2})(?=[,).;])")
_OTHER: Final = re.compile(r"\b(?:elder|older|younger)[^\S\n]$", re.IGNORECASE)
_OTHERS_REACH: Final = 10  # characters
_OWNED: Final = re.compile(r"['’]s?[^\S\n]((?:[^\W_][\w'’-]*[^\S\n]){0,3}[^\W_][\w-]*)")
_AUTHORED: Final = re.compile(
    r"(?<![^\W_])([^\W_][\w-]*)[^\S\n](?:(?:written|filed|published|released|made|sent|issued|conducted)[^\S\n])?"
    r"(?:by|from|of)[^\S\n](?:the[^\S\n])?(?:[^\W_]+[^\S\n]){0,2}$"
)
_BEFORE_VERB: Final = r"(?:[^\S\n](?:has|have|had|also|then|recently|later|who|which|previously|reportedly))*[^\S\n]"
_ISSUED: Final = re.compile(
    r"(?:,[^,.;:\n“”\"]{2,60},)?"
    + _BEFORE_VERB
    + r"(?:filed|published|released|issued|wrote|sent|posted|penned|submitted|brought|shared|provided|gave|"
    r"emailed|circulated)[^\S\n]"
    r"(?:an?|his|her|its|their|the)[^\S\n]((?:[^\W_][\w-]*[^\S\n]){0,3}[^\W_][\w-]*)"
)
_SUED: Final = re.compile(_BEFORE_VERB + r"(?:sued|sues|(?:is|are|was|were)[^\S\n]suing)\b")
_LISTED: Final = re.compile(r"[^\S\n]?(?:[,(&–—]|and\b)")
_BANDS: Final = word_set("band group act")
_PERFORMERS: Final = word_set(
    "rocker rapper metaller punk popster singer musician legend icon star titan giant veteran pioneer hero outfit duo "
    "trio quartet quintet act headliner newcomer upstart favourite favorite stalwart heavyweight hitmaker chart-topper "
    "survivor"
)
"""What a band is called by, in the plural: "prog rockers Haverel"."""
_OFFICE: Final = re.compile(
    r"(?<![^\W\d_])(?:[Tt]he|[Ii]ts|[Aa]n?)[^\S\n]([a-z][\w-]*)[^\S\n](of|for|at)[^\S\n]([^,.;:\n“”\"]{2,60}),[^\S\n]$"
)
"""Before a name between commas: "the {head} of {the trust}, Ann Lee, …"."""
_GOVERNS: Final = word_set("to with from about at of by after for on like against without")
_MADE: Final = re.compile(r"(?<![\w-])(?:co-)?([a-z]+)[^\S\n]by[^\S\n]$")
_MAKERS: Final = {
    "created": "creator",
    "directed": "director",
    "written": "writer",
    "authored": "author",
    "penned": "author",
    "produced": "producer",
    "founded": "founder",
    "hosted": "host",
    "presented": "presenter",
    "designed": "designer",
    "composed": "composer",
    "played": "actor",
    "portrayed": "actor",
    "voiced": "actor",
    "fronted": "frontman",
    "led": "leader",
    "chaired": "chairman",
    "coached": "coach",
    "photographed": "photographer",
}
"""What somebody is by whom something was made: "a series created by Ann Lee" speaks of its creator."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as written, and the common nouns in it that a later "the director" may take up."""

    words: str = ""
    nouns: frozenset[str] = frozenset()
    head: str = ""
    """The head noun: "director" of "director of a film"."""
    several: bool = False
    """Is the head in the plural, of one name: "the rockers Acme"?"""


NO_ROLE: Final = Role()

_PARTIES: Final = {"D": "democrat", "R": "republican", "I": "independent"}
_PARTY: Final = re.compile(r",?[^\S\n]\(?([DRI])-([A-Z][\w.’'-]*(?:[^\S\n][A-Z][\w’'-]*)?)")
_SEAT: Final = re.compile(r"[^\S\n]of[^\S\n]([A-Z][\w’'-]*(?:[^\S\n][A-Z][\w’'-]*)?)")
_IN_COURT: Final = re.compile(r"(?:,?[^\S\n][QK]C)?,[^\S\n](prosecuting|defending)\b")
_COURT: Final = {
    "prosecuting": frozenset(("prosecutor", "barrister", "lawyer")),
    "defending": frozenset(("barrister", "lawyer", "counsel")),
}
_SEATED: Final = frozenset(
    ("sen", "senator", "rep", "representative", "gov", "governor", "congressman", "congresswoman")
)


def role_of(text: str, mention: Mention) -> Role:
    """The role that stands nearest to a mention, behind it or else before it; empty for none."""
    behind, before = role_behind(text, mention), role_before(text, mention)
    if behind is NO_ROLE:
        return before
    shown = behind.words if len(behind.words) > len(before.words) else before.words
    return Role(shown, before.nouns | behind.nouns, before.head or behind.head, before.several)


def role_before(text: str, mention: Mention) -> Role:
    """Words before the name that end in a role or a kind of organisation: "former finance minister"."""
    words: list[str] = []
    window = text[max(0, mention.span.start - _REACH) : mention.span.start]
    nearest = window.rsplit(None, 1)[-1:]
    if not nearest or not window[-1].isspace():
        return NO_ROLE
    courtesy = _COURTESY.search(window) if is_title(nearest[0]) else None
    courtesy = courtesy or (_MR.search(window) if nearest[0].strip(".") in _MISTER else None)
    if courtesy and _is_role(courtesy[1]):  # "her father, the Rev Tom Lee", "London mayor Mr Lee"
        window = f"{window[: courtesy.end(1)]} "
    if (
        "of" in _last_words(window, _LAST_OF_TITLE)
        and (title := _TITLE_OF.search(window, max(0, len(window) - _TITLE_REACH)))
        and _is_somebody(title[1])
        and not _is_somebody(title[2].split()[-1])
    ):
        return Role(" ".join(title[0].split()), frozenset((singular(normal(title[1])),)), singular(normal(title[1])))
    office = _OFFICE.search(window) if window.endswith(", ") else None
    before = window[: office.start()].split()[-1:] if office else []
    if office and normal("".join(before)) in _GOVERNS:
        office = None  # "Speaking to a teacher at the school, Ann Lee …"
    if office and _is_somebody(office[1]) and not _is_somebody(office[3].split()[-1]):
        noun = singular(normal(office[1]))
        return Role(" ".join(f"{office[1]} {office[2]} {office[3]}".split()), frozenset((noun,)), noun)
    if nearest[0] == "by" and (made := _MADE.search(window)) and made[1] in _MAKERS:
        return Role(nouns=frozenset((_MAKERS[made[1]],)))
    while len(words) < 7 and (found := _last_word(window)):
        word, gap = found[1], found[2]
        if "," in gap and words:
            break
        if normal(word) in _STOP or (normal(word) in ("of", "for") and not words):
            break
        if not words and not _is_role(word):
            break
        if (words or word.islower()) and _is_no_attribute(word, window[: found.start()]):
            break
        leads = word in ("of", "for") or normal(word) in _LEADING
        if words and word[0].islower() and words[0][0].isupper() and not leads:
            break
        words.insert(0, word)
        window = window[: found.start()]
    whose = [k for k, word in enumerate(words) if word in ("of", "for") and k and _is_somebody(words[k - 1])]
    words = words[whose[-1] :] if whose else words  # "a friend of singer Ann Lee" is no friend herself
    while words and normal(words[0]) in ("of", "for"):
        words.pop(0)
    if not words:
        return NO_ROLE
    owner = next((k for k in range(len(words) - 1, -1, -1) if words[k].endswith(OWNERS)), -1)
    own = words[owner + 1 :]  # "the singer's wife Ann Lee" is no singer
    nouns = frozenset(singular(normal(w)) for w in own if w[0].islower() or noun_kind(normal(w)) or normal(w) in RANKS)
    head = singular(normal(words[-1]))
    is_many = is_plural(normal(words[-1])) and words[-1][0].islower()
    several = is_many and head.rpartition("-")[2] in _PERFORMERS and not _LISTED.match(text, mention.span.end)
    return Role(" ".join(words), nouns | _BANDS if several else nouns, head, several)


def _is_no_attribute(word: str, before: str) -> bool:
    """Does a word end another sentence, or is it a verb: "Lee won 2-1. Manager Berg", "Lee dropped striker Berg"?

    A verb has a subject `before` it: not so in "the bowling coach".
    """
    if word.endswith(".") and not is_title(word) and not _ABBREVIATED.fullmatch(word):
        return True
    is_participle = word.endswith(("ed", "ing")) and len(word) > _SHORT and "-" not in word and word.islower()
    if word in ("alongside", "including"):
        return True
    is_verb = word in _VERBS or (is_participle and word not in _PARTICIPLES)
    subject = before.split(None)[-1:] if is_verb else []
    return bool(subject) and subject[0].casefold() not in DETERMINERS and not subject[0].endswith(OWNERS)


def _last_words(window: str, count: int) -> list[str]:
    """So many words at the end of a stretch of text, behind another one: no pattern is tried where none is a link."""
    return window.rsplit(None, count)[1:]


def _last_word(window: str) -> re.Match[str] | None:
    """The word that ends a stretch of text, with the space or the comma behind it; no space lies in it."""
    begin = window.rstrip().rfind(" ") + 1
    return _BEFORE_WORD.search(window, max(begin, len(window) - _WORD_REACH))


def role_behind(text: str, mention: Mention) -> Role:
    """An apposition or "is a …" behind the name, up to the next comma or relative clause."""
    found = _BEHIND.match(text, mention.span.end, min(len(text), mention.span.end + _REACH))
    if not found:
        return NO_ROLE
    phrase = _CUT.split(_DETERMINER.sub("", found[1].strip()))[0].strip()
    head = _LINKS.split(f" {phrase} ")[0].split()
    if not head or not 1 <= len(head) <= 7 or normal(head[0]) in _STOP:
        return NO_ROLE
    nouns = [singular(normal(w)) for w in head if normal(w)]
    if not nouns or not _is_role(head[-1]):
        return NO_ROLE
    return Role(phrase, frozenset(nouns), nouns[-1])


def in_court(text: str, mention: Mention) -> frozenset[str]:
    """Nouns for whoever is said to prosecute or to defend: "Lee KC, prosecuting, said"."""
    found = _IN_COURT.match(text, mention.span.end) if mention.label in ("person", "") else None
    return _COURT[found[1]] if found else frozenset()


def seat_of(text: str, mention: Mention) -> frozenset[str]:
    """Party and state behind the name of a politician: "Sen. Ann Lee, D-Hawaii," and "Gov. Ann Lee of Ohio"."""
    if found := _PARTY.match(text, mention.span.end):
        return frozenset((_PARTIES[found[1]], *map(normal, STATES.get(normal(found[2]), found[2]).split())))
    found = _SEAT.match(text, mention.span.end) if mention.title in _SEATED else None
    return frozenset(map(normal, found[1].split())) if found else frozenset()


def age_of(text: str, mention: Mention) -> str:
    """The age behind a name, as a noun phrase has it: "Ann Lee, 20," gives "20-year-old"; empty for none."""
    other = _OTHER.search(text, max(0, mention.span.start - _OTHERS_REACH), mention.span.start)  # "the elder Lee, 77"
    found = None if other else _AGE.match(text, mention.span.end)
    return f"{found[1]}-year-old" if found else ""


def documents_of(text: str, mention: Mention) -> Iterator[str]:
    """Nouns of the documents that the text gives to a name: "Lee's new lawsuit", "a report by Lee"."""
    if mention.possessive and (found := _OWNED.match(text, mention.span.end)):
        nouns = (singular(normal(word)) for word in found[1].split())
        yield from (noun for noun in nouns if noun in DOCUMENT_NOUNS)
    if issued := _ISSUED.match(text, mention.span.end):
        nouns = (singular(normal(word)) for word in issued[1].split())
        yield from (noun for noun in nouns if noun in DOCUMENT_NOUNS)
    elif _SUED.match(text, mention.span.end):
        yield "lawsuit"
    window = text[max(0, mention.span.start - _DOCUMENT_REACH) : mention.span.start]
    if _LINKS_OF_AUTHORS.isdisjoint(_last_words(window, _LAST_OF_AUTHORED)):
        return
    before = _AUTHORED.search(window)
    if before and (noun := singular(normal(before[1]))) in DOCUMENT_NOUNS:
        yield noun


def _is_somebody(word: str) -> bool:
    """Is it a noun for somebody?"""
    noun = singular(normal(word))
    return noun in ROLES or (word[0].islower() and noun_kind(noun) == "person")


def _is_role(word: str) -> bool:
    """Is it a noun for somebody or something? With a capital only a listed one, since a surname may end like a role."""
    noun = singular(normal(word))
    return noun in ROLES or noun in ORGANISATION_NOUNS or (word[0].islower() and bool(noun_kind(noun)))
