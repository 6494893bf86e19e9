"""Who is told something as the subject of a passive: "the staff were told that …", "Lee was asked whether …"."""

from __future__ import annotations

import re
from typing import Final

from quotes.pipeline.people.lexicon import FUNCTION_WORDS
from quotes.pipeline.provenance.told.together import with_first
from quotes.pipeline.provenance.wording.audiences import AUDIENCES, NOBODY, Addressee, is_people
from quotes.pipeline.provenance.wording.narration import BLOT, Names, Narration
from quotes.pipeline.provenance.wording.phrases import phrase_at

TELL: Final = re.compile(
    r"\b(?:tell|told|inform|remind|warn|assur|reassur|advis|notif|urg|instruct|brief|ask|implor|beg|caution|invit|"
    r"encourag|exhort|challeng|admonish|recommend|prompt|order|call(?:s|ed|ing)? (?:up)?on|press|task|text|messag|"
    r"email)"
    r"(?:s|es|ed|ing|ies|ied|d)?\b",
    re.IGNORECASE,
)
"""Verbs of telling and asking, in any form."""
PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|being|are|is|got|['’]re)\s+(?:also\s+|then\s+|later\s+|being\s+|\w+ly\s+)?\w+(?:ed|old)\b",
    re.IGNORECASE,
)
"""A verb in the passive."""
_BY_SOMETHING: Final = re.compile(r"\b(?:(?:encourag|prompt)ed\s+by\b|(?:press|challeng)ed\s+by\s+[a-z])")
"""What things do to somebody, and say nothing: "traders were encouraged by the figures"."""
_AUXILIARIES: Final = re.compile(
    r"(?:,?\s+who)?(?:\s+(?:was|were|has|have|had|been|being|is|are|also|then|later|recently|repeatedly|reportedly))*\s*$"
)
"""Between the subject and the verb."""
_SUBJECT: Final = re.compile(
    r"(?:^|[.,;:]\s*|\b(?:that|and|but|the|where|when|to)\s+)((?:[a-z][\w-]+\s+)?[a-z][\w-]+)$", re.IGNORECASE
)
"""A subject of one or two common words."""
_GROUP: Final = re.compile(
    r"(?:^|[.,;:“”\"\x00]\s?|\b(?:that|and|but|the|where|when)\s)(?P<noun>[a-z][a-z-]+s)(?P<of>\s(?:from|of|at|in)\s(?:the\s)?)$",
    re.IGNORECASE,
)
"""People, before the name of where they are from."""
_SOMEBODY_OF: Final = re.compile(r"\b[A-Za-z][a-z-]+\sof\s(?:the\s)?$")
"""Before the name of what somebody is of: "the boss of Harbour Bank was told"."""
_TAKEN_IN: Final = 60  # characters of a subject that the content has taken in


def subject_told(narration: Narration, names: Names) -> Addressee:
    """The subject of a verb of telling in the passive; nobody where the cue is none, or its subject no listener."""
    cue = narration.cue
    assert cue is not None
    at = cue.start - narration.start
    end = cue.end - narration.start
    around = narration.text[max(0, at - 24) : end]
    if not TELL.search(narration.text[at:end]) or not PASSIVE.search(around):
        return NOBODY
    if _BY_SOMETHING.search(narration.text[at : end + 5]):
        return NOBODY
    before = _AUXILIARIES.sub("", narration.text[:at])
    if before.endswith(BLOT):
        return _taken_in(before, narration.start, names)
    named = names.reaching(narration.start + len(before))
    if named:
        start = named.span.start - narration.start
        if group := _group(narration.text, start):  # "Researchers from Harwich College were told"
            return Addressee(group + named.span.cut(names.text), "audience")
        if named.kind != "person" and _SOMEBODY_OF.search(narration.text, 0, start):
            return NOBODY
        return with_first(narration, start, phrase_at(narration, start, names), names)
    if found := _SUBJECT.search(before):
        words = found[1].split()
        words = words[1:] if words[0].lower() in FUNCTION_WORDS else words  # "but investors were told"
        last = "".join(words[-1:]).lower()
        if last.endswith("s") or last in AUDIENCES:
            return Addressee(" ".join(words), "audience")
    return NOBODY


def _group(text: str, end: int) -> str:
    """People of somewhere, up to its name at a place: "researchers from "; empty for none."""
    found = _GROUP.search(text, 0, end)
    if not found or not is_people(found["noun"].casefold()):
        return ""
    return found["noun"].casefold() + found["of"]


def _taken_in(before: str, start: int, names: Names) -> Addressee:
    """A subject that belongs to what is told: "{Harbour customers} are encouraged {to call}"."""
    length = len(before) - len(before.rstrip(BLOT))
    words = names.text[start + len(before) - length : start + len(before)]
    if length > _TAKEN_IN:
        return NOBODY
    begins = start + len(before) - length
    last = names.reaching(start + len(before))
    if last and last.span.start > begins and (group := _group(words, last.span.start - begins)):
        return Addressee(group + last.span.cut(names.text), "audience")
    found = phrase_at(Narration(words + BLOT, begins), 0, names)
    is_whole = found.kind == "person" or last or found.name.split()[-1:] == words.split()[-1:]
    return found if is_whole else NOBODY  # not "a different side" of a story that is told
