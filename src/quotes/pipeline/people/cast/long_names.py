"""The long name of a body, a work or a place that a short form stands for: what "the Tribune" is.

All look-ups go through indices of beginnings, ends and initials, so that they stay linear in the number of forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from quotes.pipeline.people.cast.forms import Form, Key, Sort
from quotes.pipeline.people.lexicon import (
    COMPANY_ENDINGS,
    FUNCTION_WORDS,
    LEGAL_FORMS,
    MASTHEADS,
    NEWS_WORDS,
    TRADES,
)
from quotes.pipeline.people.names.parts import given_name_gender
from quotes.pipeline.people.wordlists import word_set

_OTHERS: Final = word_set("ap ft us uk un eu pm mp vp ag pr tv ai it id dc la ny nj ca pa md phd ceo cfo cia fbi")
"""Letters that mean something else than a firm, unless the article explains them in brackets."""
_SURELY: Final = 0.1
"""Share of its mentions that the tagger must read as a body, where it reads most as a person."""
_THINGS: Final = word_set(
    "awards award prize cup trophy tour show index day week summit union watch club committee tv report"
)
"""What a body gives or does, whose name begins with its own: "the Acme Awards"."""
_KNOWN_AS: Final[Mapping[Key, Key]] = {("fed",): ("federal", "reserve")}
"""What the news calls a body that it gives in full as well."""
_MOSTLY: Final = 0.6
"""Share of its mentions with "the" from which a place's name is a body's."""
_WITH_ARTICLE: Final = word_set(
    "us uk netherlands philippines bahamas maldives seychelles vatican hague bronx ukraine congo gambia sudan "
    "caribbean americas kremlin pentagon amazon lebanon midlands highlands emirates balkans baltics crimea arctic"
)
"""Places that have "the" before them."""
_COUNTRY: Final = 2  # letters of an abbreviation that begins a longer one
_PAIR: Final = 2
_GROUPS: Final = word_set("group grupo groupe gruppo")
"""What begins the name of a firm that is called without it."""
_PAPERS: Final = frozenset(
    (("journal",), ("times",), ("post",), ("herald",), ("tribune",), ("gazette",), ("chronicle",))
)
_OFTEN: Final = 3  # times that a name stands there of which a longer one is a thing
_NATIONS: Final = frozenset(("us", "uk", "usa"))
"""Letters that are no body's initials, though a United Smiths' union has them."""
_INITIALS: Final = 3  # letters from which on capitals may be a body's initials
_SPELT: Final = 5  # words from which on one may be missing in what is spelt out


def without_legal_form(key: Key) -> Key:
    """A firm's name without its legal forms: "acme" of "acme co inc"."""
    while len(key) > 1 and key[-1] in LEGAL_FORMS:
        key = key[:-1]
    return key


class Organisations:
    """Long names of organisations, works and places, and the short forms that can stand for them."""

    def __init__(self, forms: Mapping[Key, Form]) -> None:
        self._forms = forms
        self._home: dict[Key, Key] = {}
        self._sorts: dict[Key, Sort] = {}
        self._since: dict[Key, int] = {}
        self._heads: dict[Key, list[Key]] = defaultdict(list)
        self._tails: dict[Key, list[Key]] = defaultdict(list)
        self._initials: dict[str, list[Key]] = defaultdict(list)
        self._firms: dict[str, list[Key]] = defaultdict(list)
        """Firms by their initials without the legal form."""

    def add(self, key: Key, sort: Sort, form: Form) -> None:
        """Take in a long name (longest first): as a new one, or as the beginning or end of one that is there."""
        self._since[key] = form.mentions[0]
        if sort != "place" and len(key) > 1:
            for found in (self._heads.get(key), self._tails.get(key)):
                same = found and len(found) == 1 and self._sorts[found[0]] == (sort or self._sorts[found[0]])
                if found and same and not self._is_thing(found[0], key, form):
                    self._home[key] = found[0]
                    return
        self._home[key], self._sorts[key] = key, sort
        for size in range(1, min(len(key), 9)):
            self._heads[key[:size]].append(key)
            self._tails[key[-size:]].append(key)
        for initials in set(_initials(key)):
            self._initials[initials].append(key)
        if key[-1] in LEGAL_FORMS:
            words = [part for word in key[:-1] for part in word.split("-") if part[:1].isalnum()]
            if len(words) > 1:
                self._firms["".join(word[0] for word in words)].append(key)

    def _is_thing(self, long: Key, key: Key, form: Form) -> bool:
        """Is a longer name, which comes once and later, a thing of one that stands there often: "Acme Model 2"?"""
        rest = long[len(key) :]
        if all(word.isdigit() for word in rest) and key[-1] in NEWS_WORDS:  # "Tide News 6", a station
            return True
        if rest[-1:] == ("committee",):  # the club is not its committee
            return True
        if rest in _PAPERS and not form.the:  # "Wall Street" is not the paper that is called after it
            return True
        once = len(self._forms[long].mentions) == 1 and len(form.mentions) >= _OFTEN and long[: len(key)] == key
        is_firm = all(word in COMPANY_ENDINGS | LEGAL_FORMS for word in rest)
        return once and form.mentions[0] < self._since[long] and not is_firm

    def _is_owner(self, key: Key, long: Key) -> bool:
        """Are it two names side by side: "Acme" and its "Cumulus", which stands by itself more often than with it?"""
        rest = self._forms.get(long[len(key) :])
        return rest is not None and len(rest.mentions) > len(self._forms[long].mentions)

    def _is_firm(self, key: Key, form: Form) -> bool:
        """Is what the tagger takes for somebody a firm for short: "Berg" of "Berg Finance Co.", of no Ann Berg?"""
        heads = self._heads.get(key, [])
        firms = [k for k in heads if k[-1] in LEGAL_FORMS or "&" in k] or [k for k in heads if k[-1] in TRADES]
        firms = firms or [k for k in heads if form.ending and k[1] == "of"]  # "Hallam's" of "Hallam's of Altmere"
        is_body = bool(form.ending) or form.labels["organisation"] >= max(1.0, _SURELY * len(form.mentions))
        return is_body and len(firms) == 1 and not form.titles and not given_name_gender(key[0])

    def _is_told(self, long: Key, form: Form) -> bool:
        """Does a whole name stand in the text before the short form?

        A headline may have the short form before it, if the whole one is called a firm or ends as firms do; and the
        first sentence the initials of a firm.
        """
        since, rest = self._since[long], long[len(form.key) :]
        if form.told < 0 or since < form.told:
            return True
        if form.acronym and long[-1] in LEGAL_FORMS and len(form.mentions) > 1:
            return since < form.mentions[1]
        is_firm = self._forms[long].firm or all(word in COMPANY_ENDINGS | LEGAL_FORMS for word in rest)
        return is_firm and (form.below < 0 or since < form.below)

    def _is_house(self, key: Key, form: Form) -> bool:
        """Is what the tagger takes for a place a body for short: "the Altmere" of the Altmere Building Society?"""
        heads = [k for k in self._heads.get(key, []) if k[-1] in COMPANY_ENDINGS]
        is_body = form.labels["organisation"] >= _SURELY * len(form.mentions) and key[-1] not in _WITH_ARTICLE
        return len(heads) == 1 and is_body and form.the >= _MOSTLY * len(form.mentions)

    def _firm_by_initials(self, letters: str, form: Form) -> Key | None:
        """Whose initials without the legal form a body's letters are: "AM" of "Altmere Motors Corp.", named before."""
        found = self._firms.get(letters, [])
        is_body = form.labels["organisation"] == len(form.mentions) >= 2 * form.the
        if not is_body or len(found) != 1 or letters in _OTHERS | NEWS_WORDS:
            return None
        return found[0] if self._is_told(found[0], form) else None

    def homes(self, key: Key, form: Form) -> tuple[Key, ...]:
        """The long names that a form stands for: none or one (where several could be meant, none is)."""
        if key in self._home:
            return (self._home[key],)
        if form.long and form.long in self._home:
            return (self._home[form.long],)
        found = self._initials.get(key[0], []) if len(key[0]) > 1 else []
        if key[0] in _NATIONS:
            found = [k for k in found if k[:2] in (("united", "states"), ("united", "kingdom"))]
        own = [k for k in self._heads.get(key, []) if k[-1] in LEGAL_FORMS]  # "ABH" of "ABH Holdings Inc."
        if (
            len(found) == 1
            and not own
            and (form.acronym or (form.labels["organisation"] and _spells(key[0], found[0])))
        ):
            return (found[0],)
        if known := _KNOWN_AS.get(key):
            whole = self._home.get(known) or next(iter(self._heads.get(known, [])), None)
            return (whole,) if whole and whole[len(known) :] in ((), ("board",), ("system",)) else ()
        if form.acronym and (firm := self._firm_by_initials(key[0], form)) is not None:
            return (firm,)
        if form.labels["place"] * 2 > len(form.mentions) and not self._is_house(key, form):
            return ()
        if form.labels["person"] * 2 > len(form.mentions) and not self._is_firm(key, form):
            return ()
        candidates = [k for k in self._heads.get(key, []) if self._sorts[k] in ("organisation", "work", "")]
        if form.acronym and key[0] in NEWS_WORDS:  # the BBC is not BBC Two, but ABC may be ABC Inc.
            candidates = [k for k in candidates if k[-1] in LEGAL_FORMS]
        plain = [k for k in candidates if all(w in COMPANY_ENDINGS for w in k[len(key) :]) and k[-1] not in _THINGS]
        plain = [k for k in plain if LEGAL_FORMS.issuperset(k[len(key) :])] or plain  # "Berg Plc", not "Berg Foods"
        candidates = [k for k in candidates if not self._is_owner(key, k) and not _is_pair(k) and k[-1] not in _THINGS]
        candidates = [k for k in candidates if k[len(key) :] not in _PAPERS or form.the]
        # The news gives the whole name first: what comes later, "Acme Helpful Update", is a thing of Acme's.
        candidates = [k for k in candidates if self._is_told(k, form)]
        legal = [k for k in candidates if k[-1] in LEGAL_FORMS]
        candidates = legal if len(legal) == 1 else candidates  # "Berg Motor Co.", not "Berg Avalons"
        if len(plain or candidates) == 1 and (plain or self._sorts[candidates[0]] == "organisation"):
            return tuple(plain or candidates)
        ends = [k for k in self._tails.get(key, []) if self._ends_in(k, key, form)]
        return tuple(ends) if len(ends) == 1 else ()

    def _ends_in(self, long: Key, key: Key, form: Form) -> bool:
        """Can a body be called by the end of its name: "the Tribune", "Maiden", "Menatep" of "Group Menatep"?"""
        if form.the:
            return key[-1] in COMPANY_ENDINGS | NEWS_WORDS | MASTHEADS
        surely = 2 * form.labels["organisation"] > len(form.mentions) and self._sorts[long] == "organisation"
        if not surely or key[-1] in COMPANY_ENDINGS | NEWS_WORDS or len(long) > len(key) + 1:
            return False
        return long[0] in _GROUPS or (self._is_told(long, form) and not form.acronym)


def _is_pair(key: Key) -> bool:
    """Are it two first names, of which neither stands for both: "Ann & Tom"?"""
    names = [word for word in key if word not in ("&", "and")]
    return len(names) == _PAIR < len(key) and all(map(given_name_gender, names))


def _spells(letters: str, key: Key) -> bool:
    """Is a word the initials of all the words of a name, as newspapers write them: "Sepa"?"""
    words = [word for word in key if word not in FUNCTION_WORDS and word != "&"]
    return len(words) >= _SPELT - 1 and letters == "".join(word[0] for word in words)


def _initials(key: Key) -> Iterator[str]:
    """Initials that can stand for a name, from its whole and from its ends: "us trade body" gives "utb", "tb"."""
    if len(key[0]) <= _COUNTRY < len(key) + 1:  # "UKIP" of "UK Independence Party"
        yield key[0] + "".join(word[0] for word in key[1:] if word)
    first, last = (key[: key.index("and")], key[key.index("and") + 1 :]) if "and" in key else (key, ())
    if len(last) == 1 and len(first) > _PAIR:  # "CDC" of "Centers for Disease Control and Prevention"
        yield from (i for i in _initials(first) if len(i) >= _INITIALS)
    for words in (key, tuple(w for w in key if w not in FUNCTION_WORDS and w != "&")):
        letters = "".join(part[0] for word in words for part in word.split("-") if part)
        yield letters
        for start in range(1, min(len(letters) - 1, 6)):
            yield letters[start:]
