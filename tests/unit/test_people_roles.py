"""`speaker_role`: what an article says that somebody is; one case for each way to say so."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

ROLES = {
    "one word before": ("Director Ann Osei left.", "Director"),
    "several words before": ("Former finance minister Ann Osei left.", "Former finance minister"),
    "with an owner before": ("Acme's chief executive Ann Osei left.", "Acme's chief executive"),
    "with an owner that has a name": ("Lee's campaign manager Ann Osei left.", "Lee's campaign manager"),
    "of a place before": ("The Oxbay mayor Ann Osei left.", "Oxbay mayor"),
    "with of before": ("Director of planning Ann Osei left.", "Director of planning"),
    "of somebody before": ("A friend of singer Ann Osei left.", "singer"),
    "of a body before": ("The Board of Works chairwoman Ann Osei left.", "Board of Works chairwoman"),
    "a comma between role and name": ("The film's director, Ann Osei, left.", "film's director"),
    "behind, with the": (
        "Ann Osei, the director of the docuseries Tide Clerk, left.",
        "director of the docuseries Tide Clerk",
    ),
    "behind, with a": ("Ann Osei, a prison guard, left.", "prison guard"),
    "behind, without an article": ("Ann Osei, head of research at Acme, left.", "head of research at Acme"),
    "behind, with a possessive": ("Ann Osei, Berg's lawyer, left.", "Berg's lawyer"),
    "behind an age": ("Ann Osei, 43, a nurse from Oxbay, left.", "nurse from Oxbay"),
    "behind a dash": ("Ann Osei – a nurse from Oxbay – left.", "nurse from Oxbay"),
    "in brackets": ("Ann Osei [[a nurse from Oxbay]] left.", "nurse from Oxbay"),
    "is a": ("Ann Osei is a nurse from Oxbay.", "nurse from Oxbay"),
    "was the": ("Ann Osei was the first mayor of Oxbay.", "first mayor of Oxbay"),
    "sworn in as": ("Ann Osei was sworn in as governor of Oxbay.", "governor of Oxbay"),
    "elected": ("Ann Osei has been elected mayor.", "mayor"),
    "who is": ("Ann Osei, who is a nurse in Oxbay, left.", "nurse in Oxbay"),
    "now": ("Ann Osei, now a coach at Oxbay, left.", "coach at Oxbay"),
    "one of": ("Ann Osei, one of the founders of Acme, left.", "founders of Acme"),
    "two: the longer": ("Singer Ann Osei, the founder of the Oxbay choir, left.", "founder of the Oxbay choir"),
    "where first named, not later": ("Ann Osei, a nurse from Oxbay, left. Nurse Osei wept.", "nurse from Oxbay"),
    "only later": ("Ann Osei left. Osei, a nurse from Oxbay, wept.", "nurse from Oxbay"),
    "up to a relative clause": ("Ann Osei, a nurse who works nights, left.", "nurse"),
    "the end of a sentence before": ("Rovers won 2-1. Manager Ann Osei left.", "Manager"),
    "a verb before": ("Coach Tom Berg dropped striker Ann Osei.", "striker"),
    "a participle that is no verb": ("The disgraced managing director Ann Osei left.", "disgraced managing director"),
    "a gerund before": ("He was cleared of assaulting teenager Ann Osei.", "teenager"),
    "an adjective in -ing behind an article": ("The bowling coach Ann Osei left.", "bowling coach"),
    "a state": ("He met Calif. senator Ann Osei.", "Calif. senator"),
    "no role: another's": ("Ann Osei met the director. The nurse left.", ""),
    "no role: a place behind": ("Ann Osei, of Oxbay, left.", ""),
    "no role: a verb behind": ("Ann Osei was late again.", ""),
    "no role: somebody else behind": ("Ann Osei, Tom Berg and others left.", ""),
    "no role: before another name": ("Ann Osei saw director Tom Berg.", ""),
}
NAMES = {
    "Ann Osei": "PERSON",
    "Osei": "PERSON",
    "Tom Berg": "PERSON",
    "Lee": "PERSON",
    "Berg": "PERSON",
    "Oxbay": "GPE",
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_a_role_is_read_next_to_the_name(text, role):
    doc = People()(doc_of(text, NAMES))
    assert {entity.name: entity.role for entity in doc._.people}["Ann Osei"] == role
