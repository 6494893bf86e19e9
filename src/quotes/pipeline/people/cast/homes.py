"""The full name that a short form stands for: whose "Lee" is.

All look-ups go through indices of beginnings, ends and initials, so that they stay linear in the number of forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from quotes.pipeline.people.cast.forms import Form, Key
from quotes.pipeline.people.lexicon import NEWS_WORDS, SURNAMES_FIRST
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import (
    SUFFIXES,
    TITLES,
    given_name_gender,
    normal_words,
    parse_name,
    same_person,
)
from quotes.pipeline.people.wordlists import word_set

_PEERS: Final = word_set("duke duchess prince princess earl countess marquess archbishop bishop")
ROYAL: Final = word_set("king queen prince princess pope emperor empress")
"""Titles that are part of a name of one word: "Prince Aldric"."""
_JUNIORS: Final = frozenset(("jr", "junior"))
_SENIORS: Final = frozenset(("sr", "senior"))
_FORMAL: Final = 3  # words of a junior's name, "Jr." among them, above which it has an initial too
_FIRST_NAME_TITLES: Final = word_set("sir dame king queen prince princess pope lady sister father")
_SHORTEST: Final = 2  # letters that a short first name needs to stand for a longer one ("Ed", "Eddie")
_ACRONYM: Final = 4  # letters up to which capitals alone are no surname in a transcript
_DOUBLE: Final = 2  # words of a double surname
_PAIR: Final = 2
_INITIALS: Final = 3  # letters from which on capitals may be a person's initials
_SPELT: Final = 5  # letters of a surname from which on one may be wrong
_LONG: Final = 9  # letters from which on two may be
_BUCKET: Final = 8  # namesakes compared one by one
_LISTED: Final = re.compile(r"(?:,?[^\S\n](?:and|&)[^\S\n]|,[^\S\n])(?:[^.;:“”\"\n]{0,40}?[^\S\n])?")
"""What stands between the names of a list."""
_AND: Final = re.compile(r",?[^\S\n](?:and|&)[^\S\n]")
_LIST_REACH: Final = 8  # characters


def peers_of(keys: Iterable[Key]) -> dict[Key, tuple[Key, ...]]:
    """Whom "the Duke" means, by the title, where the article has one "Duke of Altmere"."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for key in keys:
        if len(key) > _PAIR and key[0] in _PEERS and key[1] == "of" and not _PEERS & set(key[1:]):
            found[key[:1]].append(key)
    return {title: tuple(own) for title, own in found.items() if len(own) == 1}


def listed_beside(text: str, mentions: Sequence[Mention]) -> dict[Key, frozenset[Key]]:
    """By surname whose it is not: of "Lee, her sister Ann Lee and Tom Lee Jr." Lee is neither of the two."""
    found: dict[Key, set[Key]] = defaultdict(set)
    for i, mention in enumerate(mentions):
        key = normal_words(mention.name)
        if len(key) != 1 or mention.possessive or mention.label not in ("person", ""):
            continue
        for other in mentions[i + 1 : i + 1 + _PAIR]:
            words = normal_words(other.name)
            name = tuple(word for word in words if word not in SUFFIXES)
            between = text[mention.span.end : other.span.start]
            if name[-1:] == key and len(name) > 1 and _LISTED.fullmatch(between) and not other.possessive:
                behind = text[other.span.end : other.span.end + _LIST_REACH]
                if _AND.search(between) or _AND.match(behind):
                    found[key].add(words)
    return {key: frozenset(others) for key, others in found.items()}


class Persons:
    """Full names of an article's persons, and the short forms that can stand for them."""

    def __init__(self) -> None:
        self._home: dict[Key, Key] = {}
        self._buckets: dict[tuple[str, str], list[Key]] = defaultdict(list)
        self._last: dict[str, list[Key]] = defaultdict(list)
        self._surnames: dict[tuple[str, int], set[str]] = defaultdict(set)
        """Surnames by first letter and length."""
        self._given: dict[str, list[Key]] = defaultdict(list)
        self._beginnings: dict[str, list[Key]] = defaultdict(list)
        self._tails: dict[Key, Key] = {}
        self._fronts: dict[Key, list[Key]] = defaultdict(list)
        self._since: dict[Key, int] = {}
        self.doubled: frozenset[Key] = frozenset()
        """Surnames of two words, which the article gives by themselves: "Lee Berg" of "Ann Lee Berg"."""
        self._initials: dict[str, list[Key]] = defaultdict(list)
        self._juniors: set[str] = set()
        """Surnames that the article gives with "Jr." alone: "Berg Jr."."""

    def add(self, key: Key, form: Form) -> None:
        """Take in a full name (longest first): as a new person, or as another form of one who is there."""
        if len(key) == 2 and key[1] in _JUNIORS:
            self._juniors.add(key[0])
        if key in self._tails:
            self._home[key] = self._tails[key]
            return
        longer = self._fronts.get(key, [])
        if len(longer) == 1:  # "Weird Al" of "Weird Al Quill"
            self._home[key] = longer[0]
            return
        if len(key[-1]) == 1:  # "Ann L" of "Ann Lee"
            cut = [k for k in self._given[key[0]] if k[-1].startswith(key[-1])]
            if len(cut) == 1:
                self._home[key] = self._home[cut[0]]
                return
        name = parse_name(" ".join(key))
        bucket = self._buckets[name.first[:1], name.last]
        for other in bucket[:_BUCKET]:
            # "Tom Lee", before "Tom Berg Lee Jr." is named, is his father.
            first = key[-1] not in SUFFIXES and form.mentions[0] < self._since[other]
            elder = first and other[-1] in _JUNIORS and len(other) > len(key) + 1
            younger = first and other[-1] in _SENIORS  # "His father, Tom Lee Sr."
            if same_person(name, parse_name(" ".join(other))) and not (elder or younger):
                self._home[key] = self._home[other]
                return
        bucket.append(key)
        self._home[key], self._since[key] = key, form.mentions[0]
        for word in {name.last, *name.last.split(" ")[-1:], *name.last.split("-")}:
            self._last[word].append(key)
            if word:
                self._surnames[word[0], len(word)].add(word)
        for word in {*name.given, name.nickname} - {""}:
            self._given[word].append(key)
        self._initials["".join(word[0] for word in key)].append(key)
        for size in range(_SHORTEST, len(name.first)):
            self._beginnings[name.first[:size]].append(key)
        for start in range(1, len(key) - 1):
            self._tails.setdefault(key[start:], key)
        for size in range(2, len(key)):
            if key[size] not in SUFFIXES:
                self._fronts[key[:size]].append(key)

    def homes(self, key: Key, form: Form) -> tuple[Key, ...]:
        """The persons whom a form can mean: none, one, or several namesakes."""
        if key in self._home:
            return (self._home[key],)
        if len(key) != 1:  # "Lee Berg" of "Ann Lee Berg", whatever the tagger takes it for
            return (self._home[self._tails[key]],) if key in self._tails else ()
        if (called := self._called_by_initials(key[0], form)) is not None:
            return (called,)
        if ROYAL & set(form.titles) and key[0] in self._given and key[0] not in self._last:
            # Prince Aldric is no Aldric Berg who is brought in after him.
            return tuple(k for k in self._given[key[0]] if self._since[k] < form.mentions[0])
        if form.the * 2 > len(form.mentions) or (
            form.labels["organisation"] and form.acronym and len(key[0]) <= _ACRONYM and not form.turn
        ):
            return ()
        if surnamed := self._exactly(key[0]):
            homes = [home for home in dict.fromkeys(surnamed) if not self._is_another(home, form)]
            whole = [home for home in homes if len(home) <= _DOUBLE or home[-_DOUBLE:] not in self.doubled]
            return tuple(whole or homes)
        if form.titles and not _FIRST_NAME_TITLES & set(form.titles):
            # "Ms. Acosta" of "Melba Acosta Febo", "Mr. Xi" of "Xi Jinping"
            is_first = given_name_gender(key[0]) and key[0] not in SURNAMES_FIRST
            found: list[Key] | None = [] if is_first else self._given.get(key[0], [])
            if not found:
                fits = {"", *(TITLES.get(title, "") for title in form.titles)}
                found = [k for k in self._misspelt(key[0]) if fits == {""} or given_name_gender(k[0]) in fits]
            return tuple(found) if len(found) == 1 else ()
        is_body = form.labels["organisation"] > 2 * form.labels["person"] and not given_name_gender(key[0])
        if (found := self._given.get(key[0])) and not is_body:
            return tuple(dict.fromkeys(found))
        if form.labels["place"] or form.labels["organisation"] > form.labels["person"]:
            return ()
        found = self._beginnings.get(key[0], []) or self._misspelt(key[0])
        return tuple(found) if len(found) == 1 and form.labels["person"] else ()

    def _exactly(self, surname: str) -> list[Key]:
        """Who has a surname; whoever has it as part of a double one, only where nobody has it alone."""
        found = self._last.get(surname, [])
        return [home for home in found if "-" not in home[-1]] or found

    def _called_by_initials(self, letters: str, form: Form) -> Key | None:
        """Whose initials three letters or more are: "ALB" of "Ann Lee Berg"; two, where they label what somebody says.

        Nobody's if they are read as a body, known as an outlet, or stand in the text before the name.
        """
        is_body = form.the or (form.labels["organisation"] > form.labels["person"] and not form.turn)
        if not form.acronym or is_body or letters in NEWS_WORDS or len(letters) < _INITIALS - form.turn:
            return None
        found = self._initials.get(letters, [])
        known = [home for home in found if form.headline or self._since[home] < form.mentions[0]]
        return known[0] if len(found) == len(known) == 1 else None

    def _misspelt(self, word: str) -> list[Key]:
        """Whose surname a word is but for one letter, or two where it is long: "Hassel" of "Ann Hassell"."""
        if len(word) < _SPELT or given_name_gender(word):
            return []
        wrong = 1 + (len(word) >= _LONG)
        near = (w for size in range(-wrong, wrong + 1) for w in self._surnames.get((word[0], len(word) + size), ()))
        is_near = _two_letters_off if wrong > 1 else _one_letter_off
        return list(dict.fromkeys(home for w in near if is_near(word, w) for home in self._last[w]))

    def _is_another(self, home: Key, form: Form) -> bool:
        """Is a surname somebody else's than a junior's: it stood there before him, or he is "Berg Jr." for short?

        In a headline it may stand before a name that is given as fully as "Thomas L. Berg Jr.".
        """
        if home[-1] not in _JUNIORS:
            return False
        since = self._since[home]
        before = 0 <= form.told < since if len(home) > _FORMAL else form.mentions[0] < since
        if before and len(home) > _FORMAL and form.mentions[0] == 0 and form.mentions[1:2] > [since]:
            before = False  # the first name of all, which opens a headline
        return before or form.key[0] in self._juniors


def _two_letters_off(one: str, other: str) -> bool:
    """Do two words differ by two letters at the most, each more, less or other?"""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, known in enumerate(other):
            row.append(min(last[j] + (letter != known), last[j + 1] + 1, row[j] + 1))
    return 0 < row[-1] <= 2


def _one_letter_off(one: str, other: str) -> bool:
    """Do two words differ by one letter more, less or other, or by two letters that changed places?"""
    short, long = sorted((one, other), key=len)
    start = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return short != long and (short[start + 1 :] == long[start + 1 :] or swapped)
