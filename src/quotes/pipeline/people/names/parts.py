"""Names of persons: their parts, their normal form, and whether two of them can be one person.

A name is read as `title given … surname suffix`: "Sen. Ana María van der Berg Jr." has the title "sen", the given
names "ana", "maria", the surname "van der berg" and the suffix "jr". A single word is a surname or a first name; only
an article can tell, so `parse_name` leaves it in `last` and `same_person` tries both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quotes.pipeline.people.lexicon import Gender
from quotes.pipeline.people.names.given_names import FEMALE, MALE, UNISEX
from quotes.pipeline.people.wordlists import word_set

THIRD_PERSON: Final = {
    "m": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
"""Words about somebody of a gender."""

TITLES: Final[dict[str, Gender]] = {
    **dict.fromkeys(("mr", "mister", "sir", "lord", "king", "prince", "father", "monsieur", "herr", "señor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "baroness", "sister", "madame"), "f"),
    **dict.fromkeys(("mme", "mlle", "frau", "señora", "doña", "hajia", "alhaja", "begum", "puan"), "f"),
    **dict.fromkeys(("alhaji", "haji", "mallam"), "m"),
    **dict.fromkeys(
        word_set(
            "mx dr doctor prof professor rev reverend sen senator rep representative gov governor lt "
            "col colonel gen general maj major capt captain sgt sergeant cpl pvt adm admiral cmdr "
            "commander pres president hon judge justice congressman congresswoman councillor councilman "
            "councilwoman councilmember cllr det detective insp inspector supt superintendent constable "
            "cr coun ald archdeacon deacon vicar monsignor msgr trooper firefighter shri smt maulana datuk dato "
            "tun seri "
            "officer pc dc ds di dci lieutenant marshal brigadier bishop archbishop cardinal rabbi imam "
            "pope sheikh ayatollah emir mayor chancellor secretary attorney ambassador minister sheriff commandant "
            "secretary-general director-general attorney-general governor-general vice-president "
            "vice-mayor vice-premier vice-chairman vice-chairwoman vice-chancellor vice-minister vice-governor "
            "vice-admiral deputy-mayor professors senators representatives congressmen governors"
        ),
        "",
    ),
}
TITLES.update({"congressman": "m", "councilman": "m", "congresswoman": "f", "councilwoman": "f"})
"""What may stand before a name and is no part of it, and the gender that it tells, if any."""

TITLE_NOUNS: Final[dict[str, str]] = {
    **{"sen": "senator", "rep": "representative", "gov": "governor", "pres": "president", "justice": "judge"},
    **{"prof": "professor", "rev": "reverend"},
    **{
        "cllr": "councillor",
        "cr": "councillor",
        "coun": "councillor",
        "ald": "alderman",
        "insp": "inspector",
        "supt": "superintendent",
    },
    **{"lt": "lieutenant", "col": "colonel", "gen": "general", "maj": "major", "capt": "captain", "sgt": "sergeant"},
    **{"cpl": "corporal", "adm": "admiral", "det": "detective", "pc": "constable"},
}
"""What somebody is called later whose title is not that word: "Gov. Ann Lee" is "the governor"."""

SUFFIXES: Final = word_set("jr sr ii iii iv phd md mp qc kc cbe obe mbe esq junior senior")
PARTICLES: Final = word_set(
    "van von der den de del della di da dos das du la le el al bin ibn ter ten zu zum abu ben st y af av wa"
)

GENERATIONS: Final = word_set("jr sr ii iii iv")
"""Suffixes that men have, but for queens and the like."""
_POSSESSIVE: Final = re.compile(r"(?:['’‘]s|(?<=[sxz])['’]|['’])$", re.IGNORECASE)
_NICKNAME: Final = re.compile(r"""\s["“‘'(]([^\W\d][\w'’. -]{0,30})["”’')](?=\s)""")
_HONOURS: Final = frozenset(
    "QC KC MP MSP MEP MLA OBE CBE MBE DBE KBE GBE BEM CB KCB DCB CMG KCMG DCMG CVO KCVO DSO DSC FRS FRCS FRCP FBA PhD "
    "MD".split()
)
LETTERS: Final = _HONOURS | frozenset("TD SC JP DL LVO MVO DFC VC GC AO AM AC SJ OP OSB RN".split())
"""What may stand behind a person's name: offices, honours, degrees; `_HONOURS` end no name of a body."""


def _behind_name(letters: Set[str]) -> re.Pattern[str]:
    """Such letters at the end of a name, several of them too."""
    return re.compile(rf"(?<=[^\W\d_])(?:,?\s(?:{'|'.join(sorted(letters))}|Ph\.?D\.?|M\.?D\.?))+$")


HONOURS: Final = _behind_name(_HONOURS)
POSTNOMINALS: Final = _behind_name(LETTERS)
"""Behind what is known to be a person's name."""
_STROKES: Final = str.maketrans("łŁøØđĐ", "lLoOdD")
"""Letters with a stroke, which is no mark of its own in Unicode."""
_SPACE: Final = re.compile(r"\s+")
_OWN_MARKS: Final = str.maketrans("", "", ".)!?*+")
"""What may end a name: "Acme Inc.", "Tideline!"."""
_EDGE: Final = " \t\r\n\u00a0,;:.!?\"“”„«»'’‘`()[]{}<>*–—-"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, all in normal form (see `normal`)."""

    given: tuple[str, ...] = ()
    last: str = ""
    title: str = ""
    suffix: str = ""
    nickname: str = ""

    @property
    def first(self) -> str:
        """The first given name or initial; empty for a single word."""
        return self.given[0] if self.given else ""

    @property
    def gender(self) -> Gender:
        """The gender that the title tells, else the first name, else "Jr."; empty where none does."""
        own = "" if self.first in UNISEX else given_name_gender(self.first)
        return TITLES.get(self.title) or own or ("m" if self.suffix in GENERATIONS else "")


def is_unisex(name: str) -> bool:
    """May the first name be a man's or a woman's, here or in another language?"""
    return normal(name.split()[0]) in UNISEX if name else False


@lru_cache(maxsize=20_000)
def normal(word: str) -> str:
    """A word for comparison: case, accents, dots, marks and a possessive ending aside."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word.strip()).translate(_STROKES))
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in ".’'‘`\"“”!?").casefold()


def normal_words(name: str) -> tuple[str, ...]:
    """The words of a name in normal form, without a leading article."""
    words = tuple(w for w in (normal(word) for word in name.replace(",", " ").split()) if w)
    return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words


def without_possessive(name: str) -> str:
    """The name without a possessive ending: "Jones's", "Jones’" and "Reid's" give "Jones", "Jones", "Reid"."""
    return _POSSESSIVE.sub("", name)


@lru_cache(maxsize=20_000)
def clean(name: str) -> str:
    """A name as it is shown: on one line, without marks at its ends, possessive, leading article."""
    flat = _SPACE.sub(" ", name.replace("&amp;", "&").replace("&amp", "&")).strip()
    if flat.count("(") != flat.count(")"):
        flat = _SPACE.sub(" ", flat.replace("(", " ").replace(")", " ")).strip()
    stripped = flat.lstrip(_EDGE).rstrip(_EDGE.translate(_OWN_MARKS))
    stripped = without_possessive(stripped).rstrip(",;:")
    if stripped.endswith(".") and not _is_abbreviated(stripped):
        stripped = stripped.rstrip(".")
    stripped = HONOURS.sub("", stripped)
    return re.sub(r"^(?:the|a|an)\s+(?=\S)", "", stripped, flags=re.IGNORECASE)


def _is_abbreviated(name: str) -> bool:
    """Does the dot at the end belong to the last word: "Jr.", "Inc.", "D.C."?"""
    last = name.split(" ")[-1]
    return "." in last[:-1] or len(last) <= 2 or normal(last) in {*SUFFIXES, "inc", "corp", "ltd", "co", "bros", "cos"}


def is_title(word: str) -> bool:
    """Is the word a title that may stand before a name ("Mr", "Sen.")?"""
    return normal(word) in TITLES


@lru_cache(maxsize=20_000)
def given_name_gender(word: str) -> Gender:
    """The gender that a first name tells; a compound ("Jean-Marie") is told by its first part."""
    key = normal(word).partition("-")[0]
    return "f" if key in FEMALE else "m" if key in MALE else ""


def is_given_name(word: str) -> bool:
    """Is it a first name, a man's or a woman's or one of both?"""
    return bool(given_name_gender(word)) or is_unisex(word)


@lru_cache(maxsize=20_000)
def parse_name(text: str) -> Name:
    """Read a name; "Berg, Ana" is read as "Ana Berg". Words that are no letters are passed over."""
    flat = _SPACE.sub(" ", text).strip()
    nickname = ""
    if found := _NICKNAME.search(flat):
        nickname, flat = normal(found[1]), flat[: found.start()] + flat[found.end() :]
    before, comma, behind = flat.partition(",")
    if comma and behind.strip() and normal(behind) not in SUFFIXES and len(before.split()) == 1:
        flat = f"{behind.strip()} {before}"
    words = [w for w in (normal(word) for word in flat.replace(",", " ").split(" ")) if any(map(str.isalpha, w))]
    title = ""
    while len(words) > 1 and words[0] in TITLES:
        word = words.pop(0)
        title = title if TITLES.get(title) else word  # of "Rev. Dr. Mrs" the one that tells the gender
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    if not words:
        return Name(title=title)
    start = len(words) - 1
    bare = title or (len(words) > 2 and PARTICLES.issuperset(words[:-1]))  # "de la Cour", but "Van Berg"
    while start > 0 and words[start - 1] in PARTICLES and (start > 1 or bare):
        start -= 1
    return Name(tuple(words[:start]), " ".join(words[start:]), title, suffix, nickname)


def same_person(one: str | Name, other: str | Name) -> bool:
    """Can two names mean one person?

    Surnames agree, or one is a single word that is the other's first name, nickname or last part of its surname; first
    names agree, one being the initial, the nickname or the beginning of the other ("Joe", "Joseph" do not, "Rob",
    "Robert" do); titles and suffixes do not contradict each other.
    """
    a = parse_name(one) if isinstance(one, str) else one
    b = parse_name(other) if isinstance(other, str) else other
    if not a.last or not b.last:
        return False
    if a.suffix in GENERATIONS and b.suffix in GENERATIONS and a.suffix != b.suffix:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if a.given and b.given:
        return _surnames_agree(a.last, b.last) and _first_names_agree(a, b)
    short, full = (a, b) if not a.given else (b, a)
    if _surnames_agree(short.last, full.last):
        return True
    return bool(full.given) and not short.title and short.last in (*full.given, full.nickname)


def _surnames_agree(one: str, other: str) -> bool:
    """Equal, or one is the other without its particles or with one half of a double name."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return bool(short) and short in (long.split(" ")[-1], *long.replace(" ", "-").split("-")[-1:])


def _first_names_agree(a: Name, b: Name) -> bool:
    short, long = sorted((a.first, b.first), key=len)
    return long.startswith(short) or a.nickname == b.first or b.nickname == a.first
