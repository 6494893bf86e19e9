"""Who answers, who goes on, who is only spoken of: pronouns and nouns that take up somebody of the text before."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

ENTS = dict.fromkeys(
    ("Ann Lee", "Sue Day", "Tom Berg", "Keith Morrow", "Owen Osk", "Lee", "Day", "Berg", "Morrow", "Osk"), "PERSON"
) | {"Tide Weekly": "ORG"}
CASES = {
    "who is accused replies": (
        "(Ann Lee) <accused> {Sue Day of lying}.\n\n{2:“I did not,”} (2:she) <2:replied>.",
        ["Ann Lee", "Sue Day"],
    ),
    "who is pressed insists": (
        "Sue Day was there. After Ann Lee pressed her about it, she laughed. {“No,”} (she) <insisted>.",
        ["Sue Day"],
    ),
    "who hears it does not say it": (
        "Tom Berg lost his home. {“All is gone,”} (the father of five) <told> Tide Weekly.",
        ["Tom Berg"],
    ),
    "she is not he": (
        "Ottavia Bellin has praised Tom Berg.\n\n{“He is good,”} (she) <said>.\n\n{2:“I was tired,”} (2:he) <2:said>.",
        ["Ottavia Bellin", "Tom Berg"],
    ),
    "somebody without a name whom a clause describes": (
        "The teenager who stabbed Tom Berg, 40, showed nothing.\n\n{“I had to,”} (he) <told> police.",
        [""],
    ),
    "a mother behind an opener": (
        "After the hearing, Ann Lee's mother wept. {“It is over,”} (she) <said>.",
        [""],
    ),
    "a mother of somebody murdered": (
        "The mother of murdered Ann Lee wept. {“It is over,”} (she) <said>.",
        [""],
    ),
    "where he comes from": (
        "Keith Morrow lost to Owen Osk. {“It was hard,”} (Osk) <said>.\n\nThe Dutchman laughed. "
        "{2:“It was never so,”} (2:he) <2:said>.",
        ["Owen Osk", ""],
    ),
    "whose interview it is": (
        "(Keith Morrow) <said> {he was sacked}. In Tom Berg's new radio interview, (2:he) <2:calls> {2:it “silly”}.",
        ["Keith Morrow", "Tom Berg"],
    ),
    "her lawyer is not she": (
        "Ms. Day did not come. In a statement issued through her lawyer, Ann Lee, (she) <said> {no}.",
        ["Day"],
    ),
    "somebody without a name at the door": (
        "Tom Berg wrote the review.\n\nA monk was waiting at the door. {“You are late,”} (he) <said>.",
        [""],
    ),
    "a granddaughter is no he": (
        "Tom Berg was born in May. His granddaughter Eilidh came. {“No,”} (he) <said>.",
        ["Tom Berg"],
    ),
    "which is nobody": (
        "It is in a report, written by Tom Berg, (which) <calls> {it “a mad idea”}.",
        [""],
    ),
    "who is not the place he comes from": (
        "Tom Berg, a Democrat from Osk, (who) <called> {it “a mad idea”}, left.",
        ["Tom Berg"],
    ),
    "a heading in marks": (
        "{“It was the end,”} (Tom Berg) <said>.\n\n{2:‘She just wanted to get home’}\n\nAnn Lee spoke.",
        ["Tom Berg", ""],
    ),
    "who interviews does not answer": ("Sue Day interviewed Ann Lee. {“It is over,”} (she) <said>.", ["Ann Lee"]),
    "a couple is not one of them": (
        "Ann Lee and Tom Berg have split. (Ann Lee) <said> {no}. {2:“It is over,”} (2:the couple) <2:said>.",
        ["Ann Lee", ""],
    ),
    "not his own brother": (
        "Brothers Tom Berg and Keith Berg fished. {“It is over,”} (Tom Berg) <said>.\n\n"
        "{2:“We are glad,”} (2:his brother) <2:added>.",
        ["Tom Berg", ""],
    ),
    "too young for a pensioner": (
        "Robber Tom Berg, 20, was jailed. {“It was awful,”} (the pensioner) <said>.",
        [""],
    ),
    "no storm speaks": ("Hurricane Diana hit the coast. {“It was awful,”} (she) <said>.", [""]),
    "what a badge says": (
        "(Tom Berg) wore a badge <reading> {“The sea gives”}. (2:Ann Lee) wore a cap that <2:said> "
        "{2:“The sea takes”}.",
        ["", ""],
    ),
    "who is urged in a headline": ("{Act on floods}, (Oxland) <urged>\n\nIt must act soon.", [""]),
}


@pytest.mark.parametrize(("marked", "names"), CASES.values(), ids=CASES)
def test_resolve_names_whoever_speaks(marked, names):
    doc = People()(
        doc_of(marked, ENTS | {"Ottavia Bellin": "PERSON", "Tom Berg": "PERSON", "Hurricane Diana": "PERSON"})
    )
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
