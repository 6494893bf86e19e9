"""Words with capitals that name nobody: a noun that opens a sentence, an office, a role in the plural."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from quotes.pipeline.people.lexicon import (
    CROWDS,
    DOCUMENT_NOUNS,
    KIN,
    LEGAL_FORMS,
    MEMBERS,
    NEWS_WORDS,
    ORGANISATION_NOUNS,
    PEOPLE,
    ROLES,
    UNNAMED,
    is_plural,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.parts import LETTERS, given_name_gender, is_title
from quotes.pipeline.people.names.runs import Word
from quotes.pipeline.people.names.tags import Label
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_UNNAMED_BODIES: Final = word_set(
    "union airline broker retailer regulator lawyer insurer scientist doctor farmer miner ecologist "
    "prospector campaigner lender carmaker publisher broadcaster watchdog court ministry embassy"
)
"""Who is not named in the plural, and no team is called so."""
_ARTICLES: Final = word_set("the an")
_RANKS: Final = word_set("first second former late")
"""What stands before a kind of people in a title: "First Lady"."""
_BEFORE_OPENING: Final = tuple("\"“‘'.:;!?—–-(•*_#>")
_THEN_NAME: Final = re.compile(r"(,?)[^\S\n][A-Z][\w’'-]+[^\S\n][A-Z]")
_THEN_SOMEBODY: Final = re.compile(r"(?:,|[^\S\n]by\b[^,.;]{1,40},)[^\S\n](?:[A-Z]|he\b|she\b|they\b)")
_MOOD: Final = 7  # letters of a word in -ed that is hardly a name
_GOES_ON: Final = re.compile(r",|[^\S\n](?:further|on|in|the|an?|to|about|his|her|their|its|that|with|at|from|for)\b")
_CREDIT: Final = re.compile(
    r"(?:(?:\A|[\n(.\[])[^\S\n]?(?:Photo(?:graph)?s?|Pictures?|Images?|Illustrations?)[^\S\n](?:by|courtesy[^\S\n]of):?"
    r"|\b[Cc]redit(?::|[^\S\n]by:?))[^\S\n]?$"
)
_FULL_NAME: Final = re.compile(r"[A-Z][\w’-]+[^\S\n][A-Z][a-z][\w’-]*,?[^\S\n]$")
_CREDITED: Final = 30  # characters before a name
_OFFICES: Final = word_set(
    "mayor minister secretary governor senator president spokesman spokeswoman ceo chairman chairwoman director coach"
)
"""What ends no name, where another follows: "Altmere Mayor, Ann Lee"."""
_PARENTS: Final = word_set("mum mummy mom mommy mam mammy dad daddy granny grandma grandpa grandad nanna")
"""What a child calls those who have no other name to it."""
_OFFICERS_OF: Final = word_set("police prisons prosecutions taxation customs")
"""Of what somebody is the superintendent, the commissioner or the director."""
_PAPERS: Final = frozenset(("star", "examiner", "inquirer", "enquirer", "observer", "independent", "caller"))
"""What papers are called by, though somebody may be it."""
_PLAIN: Final = word_set("priest killer soldier prisoner dancer")
"""Roles that end the names of bands rather than those of offices."""
_STARS: Final = word_set("movie film rock pop tv television porn youtube reality football basketball baseball medical")
_PARTICIPLE: Final = 9  # letters of a word in -ing that is hardly a surname
_PLURAL: Final = re.compile(r"[A-Z]{2,4}s|.*year-old")
"""Words with a capital that name nobody: "MPs", "20-year-old"."""


def is_noun(text: str, word: Word, label: Label, surnames: Set[str], scene: Scene) -> bool:
    """Is it a noun for some or somebody that the tagger takes for a name: "Airlines say", "Cheap, Says Source"?

    The article has it in lower case and nowhere as a name inside a sentence ("the Rangers"); here it opens a sentence
    or stands in a headline.
    """
    noun = singular(word.key)
    is_mood = word.key.endswith("ed") and len(word.key) >= _MOOD and not given_name_gender(word.text)
    if is_mood and word.key not in surnames and _THEN_SOMEBODY.match(text, word.span.end):
        return opens_sentence(text, word.span.start, scene)  # "Undeterred, Ann Lee said"
    if word.key.endswith("ing") and len(word.key) >= _PARTICIPLE and word.key not in surnames:
        goes_on = _GOES_ON.match(text, word.span.end) is not None
        return goes_on and opens_sentence(text, word.span.start, scene)  # "Elucidating further, she said"
    is_crowd = word.key in CROWDS or (noun != word.key and noun in PEOPLE) or noun == "source"
    if is_crowd and word.key not in surnames and word.text not in scene.named_inside:
        in_title = scene.paragraph(word.span.start) in scene.titled
        return in_title or opens_sentence(text, word.span.start, scene)  # "Paramedics said", "STAFF at Acme"
    if word.key in _PARENTS and label in ("person", ""):
        return word.key not in surnames
    is_known = word.key in surnames or word.text in scene.named_inside or word.text.isupper()
    # What opens a sentence in the plural is hardly a name: "Unions accuse", "Analysts expect".
    if noun != word.key and label != "person" and (noun in UNNAMED or noun in _UNNAMED_BODIES):
        return not is_known and opens_sentence(text, word.span.start, scene)
    is_many = noun != word.key and noun_kind(noun) == "person" and len(word.key) >= _PARTICIPLE
    is_many = is_many and (label != "person" or noun in ROLES or noun in UNNAMED)
    if is_many and not is_known and opens_sentence(text, word.span.start, scene):
        return True  # "Beekeepers said", "Campaigners"
    is_listed = is_plural(word.key) or noun in ROLES or noun in UNNAMED
    if word.key not in scene.common or not is_listed or is_known:
        return False
    return scene.paragraph(word.span.start) in scene.titled or opens_sentence(text, word.span.start, scene)


def is_participle(word: Word) -> bool:
    """May a word be a participle that opens a sentence: "Prosecuting", "Interviewed"?"""
    return word.key.endswith(("ing", "ed")) and len(word.key) >= _PARTICIPLE and not given_name_gender(word.text)


def opens_sentence(text: str, at: int, scene: Scene) -> bool:
    """Does a sentence begin at a character, a quotation or a list's item there included?"""
    before = text[max(0, at - 2) : at].strip()
    return not before or before.endswith(_BEFORE_OPENING) or scene.sentence_span(at).start >= at - 1


def is_occupation(word: Word, common: Set[str]) -> bool:
    """Is it what somebody does, by its ending, and has the article it in lower case: "Housekeeper"?"""
    doer = len(word.key) >= _PARTICIPLE and word.key.endswith(("er", "or", "ist", "man", "woman"))
    return doer and not given_name_gender(word.text) and bool({word.key, f"{word.key}s"} & common)


def is_office(words: Sequence[Word]) -> bool:
    """Are capitalised words an office and no name: "Prime Minister", "Minority Leader"; but "Office of Justice"?"""
    head = next((k for k, word in enumerate(words) if word.key in ("of", "for") and k), len(words))
    if head < len(words) and words[head - 1].key in ORGANISATION_NOUNS:
        return False
    if words[-1].key in KIN and words[0].key not in _RANKS:
        return False
    if words[-1].key == "executive" and words[0].key in DEMONYMS:  # "the Scottish Executive"
        return False
    officer = words[0].key if words[0].key != "deputy" else words[1].key
    if words[-1].key in _OFFICERS_OF and head < len(words) and (officer in ROLES or is_title(officer)):
        return True  # "Superintendent of Police"
    if words[-1].key in _PLAIN and not is_title(words[0].text):
        return False
    if words[-1].key in _PAPERS and words[0].key not in ROLES | _STARS:  # "the Evening Star"
        return False
    if words[-1].key in MEMBERS:  # "UK Harbour Party MEP"
        return True
    return len(words) > 1 and (words[-1].key in ROLES or is_title(words[-1].text)) and not words[0].text.isupper()


_CROWDED: Final = ("Internet", "Twitterverse", "TikTokker", "Tiktoker", "Instagrammer", "Redditors", "Tweeps")
"""Words with capitals for many or for anybody."""


def is_no_name(text: str, words: Sequence[Word], label: Label) -> bool:
    """Is it no name, whatever the tagger says: "MPs", "allergist", "for Works", "Lemnos Mayor" before her name?"""
    first, last = words[0], words[-1]
    if all(word.text in LETTERS for word in words) and _FULL_NAME.search(
        text, max(0, first.span.start - 40), first.span.start
    ):
        return True  # "Sir Ann Lee KCB DSO"
    if first.key.startswith("ex-") and label == "person":  # "ex-Night Daughter"
        return True
    if len(words) == 1:
        noun = singular(first.key)
        is_noun = label != "person" and (is_title(first.text) or noun in DOCUMENT_NOUNS) and not first.text.isupper()
        is_noun = is_noun and not (first.key in NEWS_WORDS and _is_paper(text, first))
        is_noun = is_noun or (label != "person" and first.key in LEGAL_FORMS)  # "Ltd"
        behind_the = text[max(0, first.span.start - 4) : first.span.start].casefold() == "the "
        is_noun = is_noun or first.text == "TV" or (behind_the and first.text in _CROWDED)
        is_noun = is_noun or (first.text.islower() and noun_kind(noun) in ("person", "organisation"))
        is_noun = is_noun or (noun.startswith("ex-") and noun_kind(noun[3:]) == "person")  # "Ex-detective says"
        return is_noun or _PLURAL.fullmatch(first.text) is not None or first.key in _ARTICLES
    if last.key in _OFFICES and not given_name_gender(first.text):
        return _THEN_NAME.match(text, last.span.end) is not None
    is_head = (last.key in ROLES or is_title(last.text)) and not given_name_gender(first.text)
    name = _THEN_NAME.match(text, last.span.end) if is_head else None
    return first.text in ("for", "of", "and") or (name is not None and (label != "person" or not name[1]))


def _is_paper(text: str, word: Word) -> bool:
    """Is a word that ends the name of an outlet in this article that outlet: "The Post", of the Altmere Post?"""
    behind_the = text[max(0, word.span.start - 4) : word.span.start].casefold() == "the "
    return behind_the and re.search(rf"\b(?!The\b)[A-Z][\w’']+[^\S\n]{re.escape(word.text)}\b", text) is not None


def is_credit(text: str, at: int) -> bool:
    """Does a name at a character only say whose a picture is: "Photo by Ann Lee", "Credit: Ann Lee/Tagus Images"?"""
    return _CREDIT.search(text, max(0, at - _CREDITED), at) is not None
