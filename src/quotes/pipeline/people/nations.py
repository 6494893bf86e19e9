"""Whose countryman somebody is, as sports pages tell: "Spain's Ann Lee", "the American Tom Berg", "Ann Lee of Spain".

So that "the Spaniard" and "the American" can be followed to them.
"""

from __future__ import annotations

import re
from typing import Final

from quotes.model import Span

_REACH: Final = 70  # characters looked at on either side of a name
_PEOPLES: Final = (
    "american us u.s usa",
    "british briton britain uk u.k",
    "english englishman englishwoman england",
    "scottish scot scotsman scotland",
    "welsh welshman welshwoman wales",
    "irish irishman irishwoman ireland",
    "french frenchman frenchwoman france",
    "german germany",
    "italian italy",
    "spanish spaniard spain",
    "portuguese portugal",
    "dutch dutchman dutchwoman netherlands holland",
    "belgian belgium",
    "swiss switzerland",
    "austrian austria",
    "danish dane denmark",
    "swedish swede sweden",
    "norwegian norway",
    "finnish finn finland",
    "icelandic icelander iceland",
    "polish pole poland",
    "czech czechia",
    "slovak slovakia",
    "slovenian slovene slovenia",
    "hungarian hungary",
    "romanian romania",
    "bulgarian bulgaria",
    "greek greece",
    "turkish turk turkey",
    "cypriot cyprus",
    "croatian croat croatia",
    "serbian serb serbia",
    "bosnian bosnia",
    "albanian albania",
    "latvian latvia",
    "lithuanian lithuania",
    "estonian estonia",
    "russian russia",
    "ukrainian ukraine",
    "belarusian belarussian belarus",
    "georgian georgia",
    "kazakh kazakhstan",
    "israeli israel",
    "egyptian egypt",
    "moroccan morocco",
    "algerian algeria",
    "tunisian tunisia",
    "ethiopian ethiopia",
    "kenyan kenya",
    "ugandan uganda",
    "nigerian nigeria",
    "ghanaian ghana",
    "senegalese senegal",
    "cameroonian cameroon",
    "zimbabwean zimbabwe",
    "jamaican jamaica",
    "cuban cuba",
    "mexican mexico",
    "colombian colombia",
    "venezuelan venezuela",
    "ecuadorian ecuador",
    "peruvian peru",
    "chilean chile",
    "uruguayan uruguay",
    "paraguayan paraguay",
    "argentine argentinian argentinean argentina",
    "brazilian brazil",
    "canadian canada",
    "australian australia",
    "indian india",
    "pakistani pakistan",
    "bangladeshi bangladesh",
    "thai thailand",
    "vietnamese vietnam",
    "chinese china",
    "japanese japan",
    "korean",
    "filipino philippines",
    "malaysian malaysia",
    "indonesian indonesia",
    "iranian iran",
    "iraqi iraq",
    "saudi",
    "syrian syria",
    "lebanese lebanon",
    "palestinian",
    "afghan afghanistan",
)
"""A people by its adjective, by the nouns for one of it, and by its country."""
_BY_WORD: Final = {word: words.split()[0] for words in _PEOPLES for word in words.split()}
LANDS: Final = frozenset(words.split()[-1] for words in _PEOPLES if " " in words) | {"britain", "netherlands"}
"""Countries by their names of one word."""
DEMONYMS: Final = frozenset(_BY_WORD) - LANDS - frozenset(("us", "u.s", "uk", "u.k", "england"))
"""Where somebody is from, as it stands before a name: "American Ann Lee"."""
_MANY: Final = frozenset(("english", "scottish", "welsh", "irish", "french", "spanish", "dutch", "danish", "swedish"))
"""Adjectives that with "the" mean all of them and never one."""
_BEFORE: Final = re.compile(
    r"(?<![\w-])(?:(?P<people>[A-Z][a-z]+)|(?P<land>[A-Z][A-Za-z.]+)['’]s)[^\S\n](?:[a-z0-9][\w-]*[^\S\n]){0,4}$"
)
_BEHIND: Final = re.compile(
    r"(?:[^\S\n]\((?P<code>[A-Z][A-Za-z]+)\)|[^\S\n]of[^\S\n](?P<land>[A-Z][a-z]+))(?![^\S\n][A-Z])"
)
_LINKS: Final = re.compile(r"\b(?:of|for|in|at|by|with|and|from|to|over|against|beat|that|but)\b")


def people_of(noun: str) -> str:
    """The people of which a noun means one: "american" for "American", "spanish" for "Spaniard"; empty for none."""
    return "" if noun in _MANY else _BY_WORD.get(noun, "")


def nation_of(text: str, name: Span) -> frozenset[str]:
    """The people that the words beside a name give it, by its adjective: "spanish"; empty where they tell none."""
    before = text[max(0, name.start - _REACH) : name.start]
    found = _BEFORE.search(before) if before.endswith(" ") else None
    told = ""
    if found and not _LINKS.search(found[0]):
        told = _BY_WORD.get((found["people"] or found["land"]).casefold().rstrip("."), "")
        told = "" if found["people"] and found["people"].casefold() in LANDS else told  # "in Spain striker Ann Lee"
    if not told and (behind := _BEHIND.match(text, name.end)):
        told = _BY_WORD.get((behind["code"] or behind["land"]).casefold(), "")
    return frozenset((told,)) if told else frozenset()
