"""What says where somebody or a body is at home, or what it won, and is no name: "the Altmere-based", "the Scot"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.wordlists import word_set

SEAT: Final = re.compile(
    r"(?P<the>[Tt]he[^\S\n])?(?:"
    r"(?:[A-Z][\w.’'-]*[^\S\n]){0,3}[A-Z][\w.]*(?:,[^\S\n][A-Z][\w.]*(?:[^\S\n][A-Z][\w.]*)?)?-[^\S\n]?(?:based|headquartered)|"
    r"(?:[A-Z][\w.]*[^\S\n]){0,3}[A-Z][\w.]*-(?:listed|born|owned|backed|registered|trained|educated|bred|nominated|winning)|"
    r"(?:FTSE|Fortune|S&P|Nasdaq)[^\S\n]\d{2,3}(?:-listed)?"
    r")[^\S\n]+(?=\w)"
)
"""Where a body or a person sits, or in which index a firm is, which is no part of the name, and "the" before it."""

NATIVES: Final = word_set(
    "briton brit spaniard frenchman dutchman irishman scotsman welshman englishman frenchwoman irishwoman englishwoman "
    "dane swede finn pole turk scot kiwi aussie yank serb croat czech slovak swiss american australian "
    "belgian italian german russian ukrainian austrian canadian mexican brazilian argentine argentinian chilean "
    "colombian norwegian hungarian romanian bulgarian israeli nigerian kenyan ethiopian ghanaian egyptian moroccan "
    "indian pakistani jamaican cuban croatian serbian ulsterman yorkshireman texan californian londoner parisian "
    "glaswegian zealander icelander latvian lithuanian estonian portuguese iranian iraqi lebanese "
    "liverpudlian mancunian cornishman dubliner brummie geordie scouser aberdonian bristolian sydneysider"
)
"""Who is called by where he comes from, behind "the": no name, but for a newspaper's."""
_NEWSPAPERS: Final = word_set("scotsman australian american yorkshireman")


def is_native(key: str, is_body: bool) -> bool:
    """Is a word behind "the", in normal form, somebody by where he comes from: "the Dutchman"?

    `is_body`: does the tagger see an organisation in it, such as a newspaper: "The Scotsman"?
    """
    return key in NATIVES and not (is_body and key in _NEWSPAPERS)
