"""How each mention stands: its sentence and paragraph, in quoted words or not, as a subject or behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from quotes.pipeline.people.lexicon import noun_kind, singular
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_JOINED: Final = re.compile(r",? and |, ")
_OPENERS: Final = "“\"‘'(["  # before a word
_BEHIND: Final = re.compile(
    r"(?:,?[^\S\n](?:QC|KC|SC|MPs?|MEP|MSP|TD|MD|PhD|[JS]r|OBE|CBE|MBE)\b\.?){0,2}"
    r"(?:,[^,\n]{1,90},|[^\S\n]\([^)\n]{1,60}\))?[^\S\n]([a-z]+)"
)
_APPOSED: Final = re.compile(r",[^\S\n]([a-z]+)")
"""Behind a name that stands beside a role: "The mayor, Ann Lee, won", "his sister, the singer Ann Lee, left"."""
_INVERTED: Final = re.compile(
    r"(?:Among|Next|Beside|Behind|Alongside|Outside|Inside|Nearby|Also|Here|There|Then|First|With)\b[^.!?,:;\n]{0,60}"
    r"[^\S\n](?:is|was|stands|stood|sits|sat|comes|came|waits|waited)[^\S\n](?:[^\W\d_][\w-]*[^\S\n]){0,3}$"
)
"""Before a subject that comes last: "Among the crowd was Ann Lee"."""
_OBLIQUE: Final = word_set(
    "of in at to for from with by on about against behind between like over under after before than through via "
    "told tells asked asks said says met interviewed called calls praised accused joined beat thanked urged quoted "
    "as off into toward towards including alongside near around despite without upon tell ask meet"
)
_VERBS: Final = word_set(
    "is was has had will would could can may might must does did said says told tells asked asks went goes took "
    "made makes began begins also then who took wrote writes spoke speaks knew thinks thought felt feels came gave "
    "left won lost became sat stood ran sang kept got held saw sees put led met never once just still later even "
    "recently already now first finally reportedly paid set fell rose brought bought built caught chose cut drew "
    "drove fought found flew grew heard hit hurt lent lit meant read rode sent shook shot slept sold spent stole "
    "struck swore taught threw understood wore withdrew broke beat wants plans hopes believes adds explains argues "
    "works lives plays runs needs likes loves looks seems remains continues makes remarks reveals recalls notes claims "
    "insists admits jokes posts shares calls describes discusses talks opens returns appears gives keeps knows means "
    "starts tries turns uses joins leads stands feels finds gets moves shows holds sees sits "
    "didn isn wasn wouldn couldn shouldn hasn haven hadn doesn won can"
)
_LOOK: Final = 34  # characters looked at before a mention


@dataclass(frozen=True, slots=True)
class Standing:
    """How one mention stands in the text."""

    start: int
    sentence: int
    paragraph: int
    quoted: bool
    possessive: bool
    subject: bool
    oblique: bool
    joined: bool
    """Joined to the mention before it: "Lee and Berg"."""
    opens: bool
    """The first name of its sentence, or joined to the first ("Lee and Berg")."""


_OF_ANOTHER: Final = re.compile(r"\s*(?:The|An?|One)[^\S\n](?:[\w’'-]+[^\S\n]){1,3}who[^\S\n](?:[\w’'-]+[^\S\n]){1,6}")
"""Before the name of whom somebody else's clause tells."""


def _is_governed(text: str, start: int) -> bool:
    """Does a preposition or a verb stand before a name, or before what somebody is: "told hosts Ann Lee"?"""
    line = text[max(0, start - _LOOK) : start].rpartition("\n")[2]
    if not line or not line[-1].isspace():
        return False
    last, first = ([w for w in reversed(line.casefold().split()) if w != "the"] + ["", ""])[:2]
    last, first = last.lstrip(_OPENERS), first.lstrip(_OPENERS)
    return last in _OBLIQUE or (first in _OBLIQUE and noun_kind(singular(last)) == "person")


def standings(scene: Scene, mentions: Sequence[Mention]) -> tuple[Standing, ...]:
    """One `Standing` a mention, in the same order."""
    out: list[Standing] = []
    for k, mention in enumerate(mentions):
        start, end = mention.span.start, mention.span.end
        sentence = scene.sentence(start)
        inverted = _INVERTED.match(scene.text, scene.sentences[sentence].start, start) is not None
        opens = not k or out[-1].sentence != sentence
        joined = not opens and _JOINED.fullmatch(scene.text, mentions[k - 1].span.end, start) is not None
        oblique = not inverted and (_is_governed(scene.text, start) or (joined and out[-1].oblique))
        found = (pattern.match(scene.text, end) for pattern in (_BEHIND, _APPOSED))
        words = [one[1] for one in found if one]
        subject = inverted or (not oblique and any(word in _VERBS or word.endswith("ed") for word in words))
        opens = opens or (joined and out[-1].opens)
        if _OF_ANOTHER.fullmatch(scene.text, scene.sentences[sentence].start, start):  # "The man who stabbed Lee wept"
            opens = subject = False
        back = k - 1
        while subject and joined and back >= 0 and not out[back].subject:  # "Lee and Berg won"
            out[back] = replace(out[back], subject=not out[back].oblique)
            if not out[back].joined:
                break
            back -= 1
        out.append(
            Standing(
                start,
                sentence,
                scene.paragraph(start),
                scene.is_quoted(start),
                mention.possessive,
                subject,
                oblique,
                joined,
                opens,
            )
        )
    return tuple(out)
