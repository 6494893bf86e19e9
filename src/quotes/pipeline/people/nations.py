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
_SHORT: Final = frozenset(("us", "u.s", "usa", "uk", "u.k"))
LANDS: Final = frozenset(words.split()[-1] for words in _PEOPLES if " " in words) - _SHORT | {"britain", "netherlands"}
"""Countries by their names of one word; none of the short ones, which stand before a name too: "US senator Ann Lee"."""
DEMONYMS: Final = frozenset(_BY_WORD) - LANDS - _SHORT
"""Where somebody is from, as it stands before a name: "American Ann Lee"."""
_MANY: Final = frozenset(
    "english scottish welsh irish french spanish dutch danish swedish polish turkish finnish british korean".split()
)
"""Adjectives that with "the" mean all of them and never one."""
_BOTH: Final = frozenset("swiss chinese japanese vietnamese portuguese lebanese senegalese thai".split())
"""Those that mean one or all of them."""
_OFFICES: Final = (
    r"Foreign|Prime|Vice|Deputy|President|Minister|Secretary|Chancellor|Defen[cs]e|Finance|Interior|Justice|Premier|"
    r"Ambassador|General|Sir|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|of[^\S\n]State"
)
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<people>[A-Z][a-z]+|U\.?S\.?|U\.?K\.?)[^\S\n](?:(?:former|top|young|veteran)[^\S\n])?"
    rf"(?:(?!football)[a-z][\w-]*,?[^\S\n]|(?:prime|foreign|defence|defense|finance)[^\S\n]minister,?[^\S\n]|"
    rf"(?:(?:{_OFFICES})[^\S\n]){{1,4}})?"
    rf"|(?P<land>[A-Z][A-Za-z.]+)['’]s[^\S\n](?:[a-z0-9][\w-]*,?[^\S\n]){{0,4}})$"
)
_BEHIND: Final = re.compile(
    r"(?:[^\S\n]\((?P<code>[A-Z][A-Za-z]+)\)|(?:[^\S\n]of|,[^\S\n]from)[^\S\n](?:the[^\S\n])?(?P<land>[A-Z][a-z]+)|"
    r",[^\S\n](?:also[^\S\n])?(?:(?:an?|the)[^\S\n])?(?P<people>[A-Z][a-z]+)(?=[,.]))(?!['’]|[^\S\n][A-Z])"
)
_SIDE: Final = re.compile(r"[^\S\n](?:coach|captain|manager|boss|skipper)[^\S\n]$")
"""What somebody is to a country's side, most often his own's: "Australia captain Ann Lee"."""
_AND: Final = re.compile(r"[^\S\n]and[^\S\n][A-Z]")
_LINKS: Final = re.compile(r"\b(?:for|in|at|by|with|and|from|to|over|against|beat|that|but)\b")


def people_of(noun: str, *, one: bool) -> str:
    """The people of which a noun means one: "american" for "American", "spanish" for "Spaniard"; empty for none.

    "The Swiss" may be all of them; `one` says that words in marks are somebody's who is called so.
    """
    return "" if noun in _MANY or (noun in _BOTH and not one) else _BY_WORD.get(noun, "")


def nation_of(text: str, name: Span) -> frozenset[str]:
    """The people that the words beside a name give it, by its adjective: "spanish"; empty where they tell none."""
    before = text[max(0, name.start - _REACH) : name.start]
    found = _BEFORE.search(before) if before.endswith(" ") else None
    told = ""
    if found and found["land"] and _AND.match(text, name.end):
        return frozenset()  # "Britain's Ann Lee and Tom Berg"
    if found and not _LINKS.search(found[0]):
        told = _BY_WORD.get((found["people"] or found["land"]).casefold().strip("."), "")
        if found["people"] and found["people"].casefold() in LANDS and not _SIDE.search(found[0]):
            told = ""  # "in Spain striker Ann Lee"
    if not told and (behind := _BEHIND.match(text, name.end)):
        told = _BY_WORD.get((behind["code"] or behind["land"] or behind["people"]).casefold(), "")
    return frozenset((told,)) if told else frozenset()
