"""Sentences that look like those of a rule, and are none: whoever speaks in them keeps the words."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

ENTS = dict.fromkeys(
    ("Ann Lee", "Sue Day", "Tom Berg", "Keith Osk", "Lee", "Day", "Berg", "Osk", "Prince Aldric"), "PERSON"
) | {"Film Weekly": "ORG", "Acme": "ORG", "Capitol Hill": "GPE", "Democrats": "NORP"}
CASES = {
    "a text from whoever speaks": ("Sue Day got a text from Ann Lee, (who) <said> {she was safe}.", ["Ann Lee"]),
    "past a place that is no person": ("Tom Berg, a Democrat from Osk, (who) <said> {it was over}.", ["Tom Berg"]),
    "not past a crowd": ("Tom Berg may please Democrats on Capitol Hill, (who) <said> {it was over}.", [""]),
    "the verb of the main clause": (
        "(Ann Lee), whose husband Tom Berg once said he hated fame, <told> Film Weekly: {“No.”}",
        ["Ann Lee"],
    ),
    "but the verb of the clause": (
        "(Ann Lee), whose husband Tom Berg <said> {he hated fame}, left.",
        ["Tom Berg"],
    ),
    "the title of his book": ("{The price fell}, <according to> (Tom Berg's book Acme).", ["Tom Berg"]),
    "her label": ("After Ann Lee criticised her record label, (she) <said>: {“It was time.”}", ["Ann Lee"]),
    "but her": ("Sue Day came. After Ann Lee criticised her, (she) <said>: {“It was time.”}", ["Sue Day"]),
    "who tells a paper": ("After Ann Lee told Film Weekly about it, (she) <said>: {“I was scared.”}", ["Ann Lee"]),
    "a survey that is dismissed": ("(Ann Lee) dismissed the survey, <saying> {it was flawed}.", ["Ann Lee"]),
    "but what a shirt says": ("(Ann Lee) wore a shirt <saying> {“Never”}.", [""]),
    "who checks reports himself": ("(Acme) <said> {it was checking reports of a leak}.", ["Acme"]),
    "but whoever only checks them": ("(Acme) <is checking> {reports that it leaked}.", [""]),
    "of a known age": (
        "Tom Berg, 36, won the prize. The 36-year-old laughed. {“It was fun,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "an adjective before the noun": (
        "Singer Tom Berg won the prize. The American singer laughed. {“It was fun,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "a relative goes on": (
        "Tom Berg died. (His mother, Ann Lee), <said>: {“No.”} (2:His mother) <2:added>: {2:“We miss him.”}",
        ["Ann Lee", "Ann Lee"],
    ),
    "a secretary is a minister": (
        "Health Secretary Ann Lee came. {“We will build,”} (the minister) <said>.",
        ["Ann Lee"],
    ),
    "a prince is a duke": ("Prince Aldric came. {“We will build,”} (the duke) <said>.", ["Prince Aldric"]),
    "but no prime minister": (
        "Health Secretary Ann Lee came. {“We will build,”} (the prime minister) <said>.",
        [""],
    ),
    "a cabinet minister": (
        "Justice minister Ann Lee came. {“We will build,”} (the cabinet minister) <said>.",
        ["Ann Lee"],
    ),
    "a letter of his own": (
        "Before his death Tom Berg wrote a letter in which (he) <said>: {“No.”}",
        ["Tom Berg"],
    ),
    "a copy of the same letter": (
        "In a letter, (Ann Lee) <said> {no}. Acme has a copy of the letter. (2:The letter) <2:said> {2:“no”}.",
        ["Ann Lee", "Ann Lee"],
    ),
    "a quotation before urged": ("{“Vote for change,”} (Ann Lee) <urged>\n\nIt rained.", ["Ann Lee"]),
    "young grandfathers": (
        "Tom Berg, 36, came. {“I am glad,”} (the grandfather) <said>.",
        ["Tom Berg"],
    ),
    "whom a paragraph brings in": (
        "{“It was time,”} (Ann Lee) <said>.\n\nThe investor is Sue Day. {2:“We will grow,”} (2:she) <2:said>.",
        ["Ann Lee", "Sue Day"],
    ),
}


@pytest.mark.parametrize(("marked", "names"), CASES.values(), ids=CASES)
def test_resolve_names_whoever_speaks(marked, names):
    doc = People()(doc_of(marked, ENTS))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
