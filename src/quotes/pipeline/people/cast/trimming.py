"""Forms with words too many, cut back: "Ann Lee Says", "Arsenal Ann Lee", "Challenger Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Final

from quotes.pipeline.people.cast.forms import Form, Key, sort_of
from quotes.pipeline.people.lexicon import COLLECTIVES, KIN, LEGAL_FORMS, noun_kind
from quotes.pipeline.people.names.parts import PARTICLES, SUFFIXES, given_name_gender, is_given_name
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.wordlists import word_set

_TWO: Final = 2
_SITE: Final = re.compile(r"(\w+?)(?:com|org|net|fm|tv|io|info|couk)")
_LONG: Final = 5  # letters of a word whose ending tells that it is no name
_DOERS: Final = ("er", "or", "ist", "ian", "man", "woman", "ant")
_LANDS: Final = word_set("us uk eu")
_FOREWORDS: Final = word_set("top state senior texan film-maker celebutante frontman matchwinner challenger")
"""What may stand before a surname and is no first name."""
_NAMES: Final = word_set("german dane irish scot welsh english french holland israel")
"""Demonyms that are first names too."""
_STEM: Final = 3  # letters of the stem of a plain word


def trimmed(key: Key, forms: Mapping[Key, Form], common: Set[str]) -> Key:
    """The form without a word that a headline or the tagger glued to it: "Ann Lee Says", "Arsenal Ann Lee".

    A longer form is cut back to a shorter one of two words or more that the article has as often and that looks like a
    person's name, where the word that goes is not known as a name of its own. One of a headline alone is cut where a
    word begins that the article has in lower case (`common`), if what is left stands in its text.
    """
    if key[-1] in COLLECTIVES or key[-1] in LEGAL_FORMS:  # "the Ann Lee campaign" is not Ann Lee
        return key
    site = _SITE.fullmatch(key[0]) if forms[key].site else None
    bare = forms.get((site[1],)) if site else None
    if bare and 2 * bare.labels["organisation"] > len(bare.mentions):
        forms[key].cut = True
        return bare.key  # "Acme.com", where the article has "Acme" as well
    first = forms.get(key[:1])
    untagged = not forms[key].labels["person"]  # "Lee Says"; but "Ann Lee" where the tagger sees a person
    is_body = bool(forms[key].labels["organisation"]) and len(key) > _TWO  # "Acme Department Stores"
    in_headline = forms[key].headline and untagged and len(key) > 1 and not given_name_gender(key[0]) and not is_body
    if (
        in_headline
        and first
        and not first.headline
        and sort_of(first) != "place"
        and not any((w,) in forms for w in key[1:])
    ):
        forms[key].cut = True
        return key[:1]
    if (forms[key].headline or _is_glued(key, forms)) and (name := _before_common(key, forms, common)):
        forms[key].cut = True
        return name
    if len(key) > 1 and key[0] in common and key[1:] in forms and _is_occupation(key[0]) and given_name_gender(key[1]):
        forms[key].cut = True
        return key[1:]  # "Housekeeper Ann"
    in_head = len(key) == _TWO and forms[key].below < 0 and key[0] in common and key[1:] in forms
    if in_head and not given_name_gender(key[0]) and any(k != key and len(k) > 1 and k[-1] == key[1] for k in forms):
        forms[key].cut = True
        return key[1:]  # "Prodigy Lee"
    if rest := _after_foreword(key, forms, common):
        forms[key].cut = True
        return rest
    if (
        len(key) == 2 * _TWO and key[:_TWO] in forms and key[_TWO:] in forms and given_name_gender(key[_TWO])
    ):  # "Ann Lee Tom Berg"
        forms[key].cut = True
        return key[:_TWO]
    if _has_known_tail(key, forms):
        return key
    for size in range(2, len(key)):
        front, back = key[:size], key[-size:]
        if front in forms and forms[front].headline and not forms[key].headline:
            continue
        rest = key[size:]
        if any("-" in word for word in rest):  # "Eugene Lau Chi-ming"
            continue
        if len(rest) == 1 and all(map(given_name_gender, front)):  # "Sarah Michelle Berg", beside "Sarah Michelle"
            continue
        listed = (
            len(rest) > 1 and not any(w in SUFFIXES for w in rest) and given_name_gender(rest[0])
        )  # "Ann Lee Tom Berg"
        if _is_base(front, key, forms) and (listed or not any(_is_name(w, forms) for w in rest)):
            forms[key].cut = True
            return front
        if _is_base(back, key, forms) and given_name_gender(back[0]) and not given_name_gender(key[0]):
            forms[key].cut = True
            return back
    return key


def _after_foreword(key: Key, forms: Mapping[Key, Form], common: Set[str]) -> Key:
    """What stands behind a word that is no part of the name: "Challenger Ann Lee", with "Ann Lee"; empty for none.

    Before a lone surname it is one that tells what somebody is ("American Lee"), of an article that has one Lee, by
    name Ann Lee, or in a headline the land of a firm ("US Acme") that the text calls without it. Many first names look
    like callings (Walker, Parker): such a word is one where the article has it in lower case (`common`).
    """
    rest, form = key[1:], forms[key]
    if len(key) < _TWO or is_given_name(key[0]):
        return ()
    if len(key) > _TWO:
        called = key[0] in _FOREWORDS or key[0] in common or noun_kind(key[0]) == "person"
        is_base = called and rest in forms and bool(given_name_gender(rest[0]))
        return rest if is_base and _is_base(rest, key, forms) else ()
    if key[0] in _LANDS:
        other = forms.get(rest)
        is_firm = (form.headline or form.below < 0) and not noun_kind(rest[0]) and rest[0] not in common
        return rest if is_firm and other is not None and len(other.mentions) > 2 * len(form.mentions) else ()
    occupied = key[0] in common and _is_occupation(key[0])
    if len(form.mentions) > 1 or not (key[0] in _FOREWORDS or key[0] in DEMONYMS - _NAMES or occupied):
        return ()
    told_apart = _FOREWORDS | DEMONYMS
    whole = [k for k in forms if len(k) > 1 and k[-1] == key[1] and k != key and k[0] not in told_apart]
    if len(whole) != 1 or not is_given_name(whole[0][0]) or sort_of(form) not in ("person", ""):
        return ()
    return rest if rest in forms else whole[0]


def _is_glued(key: Key, forms: Mapping[Key, Form]) -> bool:
    """May two words or more be glued to a name that stands there often without them: "Acme Song Ranked"?"""
    front = forms.get(key[:1])
    once = len(forms[key].mentions) == 1 and len(key) > _TWO and not forms[key].labels["organisation"]
    return once and front is not None and len(front.mentions) > _TWO and not given_name_gender(key[0])


def _before_common(key: Key, forms: Mapping[Key, Form], common: Set[str]) -> Key:
    """What of a headline's form stands before its first plain word: "Ann Lee Actually Eats"; empty for none."""
    for size in range(1, len(key)):
        if (key[size],) not in forms and _is_plain(key[size], common):
            form = forms.get(key[:size])
            return key[:size] if form is not None and not form.headline else ()
    return ()


def _is_plain(word: str, common: Set[str]) -> bool:
    """Does the article have a word in lower case, in this or another of its endings, or is it an adverb?"""
    stem = next((word.removesuffix(end) for end in ("ing", "ed", "es", "s") if word.endswith(end)), word)
    if len(stem) > _STEM and word.endswith(("ly", "ed", "ing")) and len(word) > _LONG and not given_name_gender(word):
        return True
    return len(stem) >= _STEM and any(stem + end in common for end in ("", "s", "es", "ed", "ing", "e"))


def _is_occupation(word: str) -> bool:
    """May a word be what somebody does, by its ending?"""
    return len(word) > _LONG and word.endswith(_DOERS) and word not in KIN and not given_name_gender(word)


def _has_known_tail(key: Key, forms: Mapping[Key, Form]) -> bool:
    """Does it end in a name of two words that stands by itself too: "Ann Lee Berg" with "Lee Berg"?"""
    return len(key) > 2 and any(key[start:] in forms for start in range(1, len(key) - 1))


def _is_name(word: str, forms: Mapping[Key, Form]) -> bool:
    """Is a word that follows a full name one by itself: a suffix, or a name that is no place's?"""
    if word in SUFFIXES:
        return True
    form = forms.get((word,))
    return form is not None and form.labels["place"] != len(form.mentions)


def _is_base(short: Key, long: Key, forms: Mapping[Key, Form]) -> bool:
    form = forms.get(short)
    return (
        form is not None
        and len(form.mentions) >= len(forms[long].mentions)
        and short[0] not in PARTICLES
        and sort_of(form) == "person"
        and (bool(given_name_gender(short[0])) or sort_of(forms[long]) == "person")
    )
