"""What stands before a name with a capital and is no part of it: "Backbencher Ann Lee", "Chipmaker Acme"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.pipeline.people.lexicon import (
    COMPANY_ENDINGS,
    NEWS_WORDS,
    ORGANISATION_NOUNS,
    PEOPLE,
    ROLES,
    noun_kind,
    singular,
)
from quotes.pipeline.people.names.parts import given_name_gender, is_given_name
from quotes.pipeline.people.names.runs import Word
from quotes.pipeline.people.nations import DEMONYMS
from quotes.pipeline.people.wordlists import word_set

TRADES: Final = word_set(
    "start-up startup drugmaker chipmaker carmaker automaker airline retailer insurer lender regulator watchdog "
    "conglomerate supermarket brewer housebuilder telco broadcaster bookmaker"
)
"""What a firm is, which a headline or a sentence may put before its name."""
_TRADERS: Final = word_set("analyst consultant broker stockbroker")
"""What firms are called by in the plural: "Analysts Tidely"."""
_PARTIES: Final = word_set("tory labour conservative democrat republican lib liberal snp ukip fellow dem")
_DEMS: Final = word_set("dem democrat tory labour")
_PLAIN_TRADES: Final = TRADES - {"start-up", "startup", "airline", "supermarket", "conglomerate", "brewer"}
NO_FIRM: Final = NEWS_WORDS | ORGANISATION_NOUNS | COMPANY_ENDINGS | word_set("insider direct europe ireland mayfair")
"""What behind such a word belongs to the name: "Retailer Insider"."""
_FOREWORDS: Final = word_set(
    "plumber electrician builder carpenter bricklayer mechanic hairdresser barber waiter barista bartender barmaid "
    "cleaner receptionist postman postie trucker cabbie coroner headteacher landlord landlady passenger pupil "
    "pensioner retiree midwife paramedic tenant voter juror commuter tourist refugee protester dentist gp vet "
    "consultant teen schoolboy schoolgirl blogger tiktoker vlogger gamer spox carer brit backpacker holidaymaker "
    "motorist gran grandad granddad auntie hubby ex taoiseach tanaiste viscountess marquess spc ofc assemblymember "
    "selectman freeholder patrolman pcso fr lifeguard beautician nanny childminder publican restaurateur greengrocer "
    "fishmonger florist jeweller optician pharmacist physiotherapist therapist counsellor shopkeeper newsagent "
    "hotelier gamekeeper groundsman zookeeper beekeeper crofter backbencher householder advocate adv engr barrister "
    "rower skier jockey gymnast climber cellist violinist millionaire socialite philanthropist conman sailor hiker "
    "snowboarder surfer hurdler wrestler organist trumpeter tattooist blacksmith miner docker homeowner onlooker "
    "bystander eyewitness campaigner canon countess ranger mufti swami"
)
"""What somebody is, which a sentence may put before the name, where it is no first name: "Plumber Ann"."""
_PLAIN_CALLINGS: Final = word_set(
    "coroner headteacher pensioner retiree midwife paramedic dentist gp vet taoiseach tanaiste pcso spc ofc "
    "assemblymember selectman freeholder patrolman viscountess landlord landlady juror shopkeeper plumber electrician "
    "hairdresser"
)
"""Those of them that begin no name of a firm or a band: "Coroner Lee"."""
_MOODS: Final = word_set(
    "heartbroken brave furious delighted proud devastated emotional tearful grieving distraught angry shocked stunned "
    "worried terrified horrified outraged relieved thrilled overjoyed ecstatic gutted disgusted bereaved desperate "
    "beaming smiling selfless plucky fearless"
)
"""How somebody is: "Heartbroken Ann"."""
_PARENT_OF: Final = re.compile(r"[A-Z][a-z]+-of-(?:[a-z]+|\d+)")
_COMPOUND: Final = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*-([a-z]{3,})")
_SCHOLAR: Final = re.compile(r"[A-Z][a-z]+(?:ologist|ographer|onomist|matician|cientist|istorian)")


def is_foreword(words: Sequence[Word]) -> bool:
    """Does what somebody is stand before the name: "Backbencher Ann Lee", "Italian-born Lee"?"""
    if is_trade(words[0].key) and len(words) == 2 and words[1].key not in NO_FIRM:
        return True  # "Chipmaker Acme", taken for somebody
    if words[0].key in _PARTIES and len(words) > 2 and (is_given_name(words[1].text) or words[1].key in _DEMS):
        return True  # "Tory Ann Lee", "Lib Dem Ann Lee"
    if _PARENT_OF.fullmatch(words[0].text):
        return True  # "Mother-of-three Ann"
    if compound := _COMPOUND.fullmatch(words[0].text):  # but "Hyun-woo Lee"
        return compound[1] == "born" or compound[1].endswith("ed") or noun_kind(compound[1]) == "person"
    if words[0].key in DEMONYMS and len(words) > 2:  # "American Ann Lee"
        return True
    if words[0].key.startswith("ex-") and given_name_gender(words[1].text):  # "ex-Beatle Ann Lee"
        return True
    if len(words) > 2 and _SCHOLAR.fullmatch(words[0].text):
        return True  # "Ecologist Ann Lee", whatever her first name
    first, second = words[0].text, words[1].text
    if words[0].key in _FOREWORDS:
        return len(words) > 2 or words[0].key in _PLAIN_CALLINGS or is_given_name(second)  # "Plumber Ann"
    if is_given_name(second) and _is_several(words[0].key):
        return True  # "Researchers Ann Lee"
    named = len(words) > 2 and given_name_gender(second) and not given_name_gender(first)
    return bool(named and noun_kind(singular(words[0].key)) == "person")


def is_trade(key: str) -> bool:
    """Is it what a firm is, or several are: "Chipmaker", "Bookmakers"?"""
    return key in _PLAIN_TRADES or (singular(key) != key and singular(key) in _PLAIN_TRADES | _TRADERS)


def without_mood(words: list[Word]) -> list[Word]:
    """What opens a sentence without how somebody is, before the first name: "Heartbroken Ann"."""
    return words[1:] if len(words) > 1 and words[0].key in _MOODS and is_given_name(words[1].text) else words


def _is_several(key: str) -> bool:
    """Is a word a noun for people in the plural: "Researchers"?"""
    noun = singular(key)
    return noun != key and (noun in ROLES or noun in PEOPLE)
