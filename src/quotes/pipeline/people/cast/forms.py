"""Forms of names: all mentions with the same words, of what sort they are, and which of the words are the name's.

`homes` says which of them belong together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from quotes.pipeline.people.lexicon import (
    COMPANY_ENDINGS,
    FUNCTION_WORDS,
    NEWS_WORDS,
    PLATFORMS,
    SURNAMES_FIRST,
)
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import (
    SUFFIXES,
    clean,
    given_name_gender,
    normal_words,
)
from quotes.pipeline.people.names.runs import DOMAIN
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

Key = tuple[str, ...]
Sort = Literal["person", "organisation", "work", "place", ""]
_NO_SURNAMES: Final = COMPANY_ENDINGS | word_set(
    "show today tonight podcast awards foundation tour album trophy cup prize"
)
_CALLED_FIRM: Final = re.compile(
    r"\b(?:company|firm|group|giant|\w*maker|manufacturer|retailer|chain|airline|carrier|bank|insurer|lender|operator|"
    r"producer|developer|publisher|broadcaster|brewer|broker|supplier|provider|business|conglomerate),?[^\S\n]$"
)
_ADDRESS: Final = re.compile(DOMAIN + "$")
_PLURAL_VERB: Final = re.compile(r"[^\S\n](?:are|have|were|aren['’]t|haven['’]t|weren['’]t)\b")
_OWN_ENDING: Final = re.compile(
    r"(['’]s)(?:,[^\S\n]|[^\S\n]+(?:(?P<short>has|had|is|was|will)|have|says?|said|would|could|announced|reported|"
    r"expects|plans)\b)"
)
"""An ending that belongs to the name, since it owns nothing; before "short" verbs it may be a verb itself."""
_CLAUSE: Final = re.compile(
    r"(?:^|[.!?\n”\"]\s*|\b(?:that|when|as|while|where|after|because|but|though|if)[^\S\n])(?:[Tt]he[^\S\n])?$"
)
_BORN: Final = re.compile(r"[^\S\n]was[^\S\n]born[^\S\n](?:on|in|at)\b")
_JOINED: Final = re.compile(r"[^.!?\n”\"]{0,12}")
_NEAR: Final = 12  # characters
_BUCKET: Final = 8  # namesakes compared one by one


@dataclass(slots=True)
class Form:
    """All mentions with the same words."""

    key: Key
    mentions: list[int] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    the: int = 0
    """How often "the" stands before it."""
    born: bool = False
    """Does the article say when or where it was born?"""
    firm: bool = False
    """Is it called a firm where it stands: "the carrier Acme Lines"?"""
    site: bool = False
    """Is it the address of a site: "Acme.com"?"""
    several: int = 0
    """How often a verb in the plural follows: "Acme have"."""
    acronym: bool = False
    turn: bool = False
    """Does it stand before what somebody says in a printed conversation: "AL: Yes."?"""
    long: Key = ()
    """What stands before it where it is explained in brackets: "Example Trade Body (ETB)"."""
    explained: bool = False
    """Do its initials stand behind it in brackets?"""
    told: int = -1
    """The first mention that stands where not most words have capitals; -1 for none."""
    below: int = -1
    """The first mention that stands below the headline as well; -1 for none."""
    cut: bool = False
    """Has it words too many (see `trimming`)?"""
    endings: int = 0
    """How often a possessive ending stands behind it."""
    ending: str = ""
    """That ending, where a verb or a comma follows it: "Acme's said"."""

    @property
    def headline(self) -> bool:
        """Does it stand only where most words have capitals?"""
        return self.told < 0

    def shown(self, name: str) -> str:
        """A name as a reader is to see it: "Acme's", where it has the ending everywhere, with nothing owned behind."""
        return clean(name) + (self.ending if self.endings == len(self.mentions) else "")


def forms_of(mentions: Sequence[Mention], scene: Scene) -> dict[Key, Form]:
    """The forms of an article in the order of their first mention."""
    forms: dict[Key, Form] = {}
    text, titled = scene.text, scene.titled
    previous: Mention | None = None
    shouted: dict[int, bool] = {}
    """By paragraph: is all of it in capitals?"""
    for i, mention in enumerate(mentions):
        key = normal_words(mention.name) or (mention.name.casefold(),)
        if key not in forms:
            forms[key] = Form(key)
        form = forms[key]
        form.mentions.append(i)
        form.labels[mention.label] += 1
        form.the += mention.the
        if form.told < 0 and scene.paragraph(mention.span.start) not in titled:
            form.told = i
        if form.below < 0 <= form.told and not scene.in_headline(mention.span.start):
            form.below = i
        capitals = len(key) == 1 and len(key[0]) < 7 and mention.name.replace(".", "").isupper()
        if capitals and not form.acronym:
            line = scene.paragraph(mention.span.start)
            if line not in shouted:
                shouted[line] = _is_shouted(mention, scene)
            form.acronym = not shouted[line]
        opens = text[mention.span.start - 1 : mention.span.start] in ("", "\n")
        form.turn = form.turn or (opens and text.startswith(": ", mention.span.end))
        form.firm = (
            form.firm or _CALLED_FIRM.search(text, max(0, mention.span.start - 25), mention.span.start) is not None
        )
        form.site = form.site or (len(key) == 1 and _ADDRESS.search(mention.name) is not None)
        if mention.title:
            form.titles[mention.title] += 1
        form.several += _is_several(text, mention, previous)
        form.endings += mention.possessive
        verb = _OWN_ENDING.match(text, mention.span.end)
        closed = verb is not None and verb[0].endswith(", ") and " " in mention.name  # "that was Ann Lee's, she said"
        if verb and mention.possessive and not closed and (mention.label == "organisation" or not verb["short"]):
            form.ending = verb[1]
        form.born = form.born or (
            _BORN.match(text, mention.span.end) is not None
            and _CLAUSE.search(text, max(0, mention.span.start - _NEAR), mention.span.start) is not None
        )
        if previous and form.acronym and re.fullmatch(r"['’]?s?\s?\(", text[previous.span.end : mention.span.start]):
            form.long = form.long or normal_words(previous.name)
            if "".join(word[0] for word in form.long) == key[0]:
                forms[form.long].explained = True
        previous = mention
    return forms


def _is_shouted(mention: Mention, scene: Scene) -> bool:
    """Does a name stand in a paragraph of some words that is all in capitals, where they say nothing?"""
    line = scene.paragraph_span(mention.span.start).cut(scene.text)
    return " " in line.strip() and line.isupper()


def _is_several(text: str, mention: Mention, previous: Mention | None) -> bool:
    """Does a verb in the plural follow a name that begins a clause by itself: "Acme have", as of a band or a team?"""
    if _PLURAL_VERB.match(text, mention.span.end) is None:
        return False
    start = mention.span.start
    near = previous is not None and _JOINED.fullmatch(text, previous.span.end, start) is not None
    return not near and _CLAUSE.search(text, max(0, start - _NEAR), start) is not None


def sort_of(form: Form) -> Sort:
    """The type that a form's evidence speaks for; empty for none."""
    key, count = form.key, len(form.mentions)
    if " ".join(key) in PLATFORMS:
        return "organisation"
    person = form.labels["person"] + 2.0 * sum(form.titles.values()) - form.the
    organisation = form.labels["organisation"] + 3.0 * (form.several + form.explained) + 0.4 * form.the
    organisation += 0.5 * count if form.acronym else 0.0
    if len(key) > 1 and not form.explained:
        ending = next((w for w in reversed(key) if w not in SUFFIXES), "")
        linked = any(w in ("of", "for", "and", "&") for w in key[1:-1])
        named = given_name_gender(key[0]) and ending not in _NO_SURNAMES and not linked
        if named and len(key) <= 4 and not form.the:
            person += 2.0 + 0.8 * count
        if ending in _NO_SURNAMES or linked:
            organisation += 1.5 + 0.4 * count
            person -= 1.0
    scores: dict[Sort, float] = {
        "person": person,
        "organisation": organisation,
        "place": float(form.labels["place"]),
        "work": form.labels["work"] * 0.9,
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 0 else ""


def may_be_person(key: Key, forms: Mapping[Key, Form]) -> bool:
    """Can two or three words that the tagger took for something else be somebody's full name after all?

    The news shortens persons to the last word and organisations to the first, or to one with "the". So a name whose
    last word alone is taken up again is somebody's, the more so with a title or a tag that says so.
    """
    form, short = forms[key], forms.get(key[-1:])
    if (
        len(key) > 3
        or "&" in key
        or form.the
        or key[-1] in COMPANY_ENDINGS | NEWS_WORDS
        or any(w in FUNCTION_WORDS for w in key)
    ):
        return False
    if short and form.labels["organisation"] and short.labels["organisation"] > short.labels["person"]:
        return False  # "Lee Acme", as two firms will be called once they are one
    first = forms.get(key[:1])
    if len(key) == 2 and short is None and first and key[0] in SURNAMES_FIRST:  # "Xi Ping", later "Xi"
        return first.labels["person"] > first.labels["organisation"] and first.mentions[0] > form.mentions[0]
    if short is None or short.the or short.acronym:
        return short is not None and bool(short.titles)
    return bool(short.titles) or short.labels["person"] > 0 or (key[:1] not in forms and not short.labels["place"])


def birth_names(base: Mapping[Key, Key], forms: Mapping[Key, Form]) -> dict[Key, Key]:
    """Whose name at birth a form is: "Tom Ray Lee was born", of an article about Ziggy Lee.

    It stands there once; the other has its surname, has been named before, and nobody else has either.
    """
    found = {}
    full = {key for key in base.values() if len(key) > 1}
    born = [key for key in full if forms[key].born and len(forms[key].mentions) == 1]
    namesakes: dict[str, list[Key]] = defaultdict(list)
    for key in full if born else ():
        if sort_of(forms[key]) == "person":
            namesakes[key[-1]].append(key)
    for key in born:
        form = forms[key]
        others = [k for k in namesakes[key[-1]][:_BUCKET] if forms[k].mentions[0] < form.mentions[0]]
        if len(others) == 1:
            found[key] = others[0]
            form.cut = not key[0].startswith(others[0][0])  # the fullest form, where it is no other name
    return found
