"""The words that report: a compact set of verbs, by what each can govern. English, by lemma, both spellings."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH: Final = _words(
    """
    say tell add write ask note explain tweet announce argue claim insist warn recall reply respond continue
    declare state report suggest reveal admit acknowledge joke quip shout yell cry whisper exclaim remark
    comment observe conclude confirm deny promise pledge vow predict urge stress emphasize emphasise maintain
    assert contend concede confess complain lament boast brag muse wonder caution counter agree read post
    caption sing chant answer repeat retort recount advise allege assure demand disclose elaborate express
    inform interject laugh mention murmur mutter opine proclaim quote reckon reiterate remember scream
    speculate testify underline text tease plead beg
    """
)
"""Verbs of saying: they take words in marks, and a clause."""

THOUGHT: Final = _words(
    """
    believe think hope fear know understand feel expect estimate find show indicate doubt realize realise
    decide imply conclude suspect consider assume forecast worry signal hint propose recommend
    """
)
"""Verbs of thinking and showing: they take a clause, and words in marks inside it."""

JUDGEMENT: Final = _words(
    """
    call describe label brand accuse blame criticize criticise praise denounce condemn slam blast dismiss
    reject cite characterize characterise compare hail tout mock attack defend decry deride portray ridicule
    """
)
"""Verbs that judge: they take an object or a phrase with "as", and words in marks inside it."""

REPORTING: Final = SPEECH | THOUGHT | JUDGEMENT

TITLED: Final = _words(
    """
    sing write read post publish direct record release perform call title
    """
)
"""Verbs whose object may be a work: a capitalised name in marks behind them is its title."""

NO_SPEAKER: Final = _words(
    """
    exclusive update updated review watch opinion analysis video breaking interview photo photos picture
    pictures note correction related caption credit image source sources tip tips read more listen warning
    spoiler details recap rating verdict pros cons email phone address date time location where when what who
    why how price cost
    """
)
"""Words before a colon at the head of a paragraph that name nobody."""
