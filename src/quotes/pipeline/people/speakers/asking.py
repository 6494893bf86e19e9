"""Who is not meant by a source, since he asks, hears or is only spoken of, and who is meant since all turns to him.

"Lee asked Berg whether it was true. “No,” he said" has Berg's words; "Speaking about Lee, he said" and "through her
lawyer, Lee, she said" have not Lee's; "In Lee's new memoir, she says" has Lee's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotes.model import Attribution
from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import (
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    KIN,
    UTTERANCES,
    Gender,
    noun_kind,
    role_gender,
    singular,
)
from quotes.pipeline.people.names.parts import THIRD_PERSON, is_title, normal
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.speakers.afterwards import first_of, last_of
from quotes.pipeline.people.speakers.continuity import asks, is_question, paragraphs_between
from quotes.pipeline.people.wordlists import word_set

_REPLIES: Final = word_set("replied replies replying answered answers answering responded responds retorted retorts")
_TELLING: Final = word_set("told tells telling")
_GOES_ON: Final = word_set("added adds adding continued continues went goes repeated asked asks asking wondered")
"""Whose cue is one of these speaks on: "“Are you coming?” Lee asked Berg. “It is late,” she added"."""
_ASKS: Final = re.compile(
    r"[^\S\n](?:(?:then|also|first|later)[^\S\n])?(?:asks|asked|pressed|quizzed|wondered|interviewed|questioned|grilled)\b"
)
_LATELY: Final = r"[^\S\n](?:(?:then|also|first|later|had|has)[^\S\n])?"
_ACCUSES: Final = r"(?:accuse[ds]|challenge[ds]|confront(?:ed|s)|critici[sz]e[ds]|pressed|presses)\b"
_CHALLENGES: Final = re.compile(_LATELY + _ACCUSES)
"""What somebody does to whoever speaks next: "After Lee accused him of lying, he said"."""
_TELLS: Final = re.compile(
    rf"{_LATELY}(?:(?:told|tells|(?:said|says|suggested|suggests|put[^\S\n]it)[^\S\n]to|warn(?:ed|s)|invite[ds]|begged|"
    rf"urge[ds]|called[^\S\n]on)\b|{_ACCUSES})"
)
"""What somebody does to whom it is to reply."""
_HIM: Final = re.compile(
    r"[^\S\n](?:(him)\b|her(?=[,;.:]|[^\S\n](?:of|to|about|for|on|over|with|by|in|at|if|whether|that|when|after|during|"
    r"as|and)\b))"
)
"""Whom it is done to; "her" before a noun is nobody: "Lee criticised her label"."""
_REQUEST: Final = re.compile(r"[^\S\n](?:to|for)\b")
_TO_ANSWER: Final = re.compile(
    r"[^\S\n]to[^\S\n](?:clarify|explain|comment|elaborate|describe|name|pick|respond|react|confirm|expand|recall|rank|define)\b"
)
"""Behind "asked by Lee", what is a question all the same."""
_OBJECT: Final = re.compile(r"[^\S\n](?:[^\W\d_][\w’'-]*[^\S\n]){0,3}")
"""Between a verb and the name of whom it is told: "asked the singer Ann Lee"."""
_CLAUSE: Final = re.compile(r"(?:When|After|While)\b[^,.;:]*")
_ASKED_BY: Final = re.compile(
    r"(?:\bAsked|\b(?:was|were|been)[^\S\n]asked|[,;][^\S\n]asked|\b[Ww]hen[^\S\n]asked)\b[^.;:]{0,60}?\bby[^\S\n](?:[^\W\d_][\w’'-]*,?[^\S\n]){0,5}"
)
_QUOTES: Final = re.compile(
    r"[^\S\n](?:(?:has|had|also|later|then)[^\S\n])?"
    r"(?:quotes|quoted|cites|cited|recalls|recalled|remembers|remembered)[^\S\n]$"
)
_I_MET: Final = re.compile(
    r"\bI[^\S\n](?:(?:first|last|later|had|also)[^\S\n])?(?:(?:spoke|talked|spoken)[^\S\n](?:to|with)|met|interviewed|"
    r"called|phoned|rang|visited|reached|asked)[^\S\n](?:[a-z]+[^\S\n])?$"
)
_OWNED: Final = re.compile(r"['’]s?[^\S\n]((?:[a-z][\w-]*[^\S\n]){0,3}[a-z][\w-]*)")
_OPENER: Final = r"\s*(?:[A-Z][^.,;:“”\"\n]{1,50},[^\S\n])?"
"""What may stand before the subject: "After the hearing, "."""
_OPENED: Final = re.compile(_OPENER)
_OF_WHOM: Final = re.compile(
    _OPENER + r"(?:The|the|An?|an?)[^\S\n](?:[a-z][\w-]*[^\S\n]){0,3}?([a-z][\w-]*)[^\S\n](?:of|for)[^\S\n]"
    r"(?:[\w.’'-]+[^\S\n]){0,3}?"
)
_DIED: Final = re.compile(
    r"[^\S\n](?:(?:has|had|recently|later|also)[^\S\n])*(?:died|dies|passed|left|was[^\S\n]killed)\b"
)
_SOMEBODY: Final = re.compile(r"[^\S\n](?:(?:the|an?|his|her|their|another)[^\S\n][a-z]|him\b|her\b|them\b|[A-Z])")
"""Whom somebody asks, behind the verb."""
_PRESENTS: Final = re.compile(
    r"(?:(?:The|A|One|Another|Among)[^\S\n][^,.;:“”\"\n]{2,60}[^\S\n](?:is|was)|(?:Next|Then|First)[^\S\n](?:comes|came))"
    r"(?:[^\S\n](?:the[^\S\n])?[a-z][\w-]*){0,2}"
)
"""Before somebody whom a paragraph brings in: "The investor is Ann Lee"."""
_OPENS: Final = re.compile(r"\s*(?:In|During|Throughout|On|At)[^\S\n](?:[A-Z][a-z]*\.?[^\S\n])?")
_OWN_WORDS: Final = re.compile(r"['’]s?[^\S\n]([^,;:“”\n]{3,80}),[^\S\n]")
_TELLINGS: Final = DOCUMENT_NOUNS | UTTERANCES | word_set("interview appearance address press-conference conference")
_HER_LAWYER: Final = re.compile(
    r"\b(?P<his>[Hh]is|[Hh]er)[^\S\n](?:[a-z][\w-]*[^\S\n]){0,3}(?P<who>[a-z][\w-]*),?[^\S\n]"
    r"(?:(?:the|Mrs?|Ms|Dr)\.?[^\S\n])?$"
)
"""Before the name of whoever is somebody's: "her lawyer, Ann Lee"."""
_REACH_OF_KIN: Final = 60  # characters
_VERB: Final = 24  # characters before a source
_REACH: Final = 400  # characters
_MOST: Final = 8  # names looked at
_WORD: Final = re.compile(r"[^\W\d_]+")
_ABOUT: Final = re.compile(
    r"(?:\b(?:(?:[Ss]peaking|[Tt]alking|[Cc]hatting|Asked|Quizzed|Questioned|Pressed|(?<=[Ww]hen[^\S\n])asked|[Cc]ommenting|[Ww]riting|"
    r"[Rr]eflecting|[Rr]eminiscing|[Tt]weeting|[Jj]oking|[Oo]pening[^\S\n]up)[^\S\n](?:[\w’'-]+[^\S\n]){0,6}?(?:about|of)|"
    r"(?:[Rr]esponding|[Rr]eacting|[Rr]eferring)[^\S\n]to|(?:Recalling|Remembering|Praising|Describing|Discussing|"
    r"Defending|Thanking|Congratulating|Critici[sz]ing|Slamming|Mentioning))|(?<![\w,;:][^\S\n])(?:Of|About))[^\S\n]"
    r"(?P<who>[^,;:.!?“”\"\n]{1,120}),[^\S\n]"
)
"""Before a pronoun: of whom it is spoken, who is not the one who speaks."""
_CALL: Final = re.compile(r"[“\"‘']?(?:(?:Well|So|And|But|Now|OK),?[^\S\n])?(?:[A-Z][a-z]+\.?[^\S\n]){0,2}")
_CALL_ENDS: Final = re.compile(r"[.,!?]*[”\"’']*")
_SAID_OF: Final = re.compile(r"[^\S\n](?:of|about)[^\S\n](?:the[^\S\n])?(?:[a-z][\w’'-]*[^\S\n]){0,2}")
_SURELY_TOLD: Final = 0.5  # the chance from which somebody is told the words for sure
_NEXT: Final = 40  # characters behind a cue


def spoken_of(scene: Scene, cast: Cast, attribution: Attribution, at: int) -> frozenset[int]:
    """The figures of whom a source at a character speaks: "Speaking about Lee’s exit, he said", "she said of Lee"."""
    text = scene.text
    start = max(scene.sentence_span(at).start, at - _REACH)
    low = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, at, low, key=lambda m: m.span.start)
    tries = _ABOUT.finditer(text, start, at) if text[at - 2 : at - 1] == "," else ()
    about = [match.start("who") for match in tries if match.end() == at]
    named = range(max(low, high - _MOST), high) if about else ()
    found = {cast.figure_of[k] for k in named if cast.mentions[k].span.start >= about[0]}
    cues = [span.end for span in attribution.cue if span.end > at]
    if cues and high < len(cast.mentions):
        span = cast.mentions[high].span
        if span.start - cues[0] < _NEXT and _SAID_OF.fullmatch(text, cues[0], max(cues[0], span.start)):
            found.add(cast.figure_of[high])
    return frozenset(found)


def relatives(scene: Scene, cast: Cast, at: int, gender: Gender) -> frozenset[int]:
    """The figures that are somebody's whom a pronoun at a character means: "through her lawyer, Ann Lee, she said"."""
    start = max(scene.sentence_span(at).start, at - _REACH)
    low = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, at, low, key=lambda m: m.span.start)
    found = set()
    for mention, figure in zip(cast.mentions[low:high], cast.figure_of[low:high], strict=True):
        before = _HER_LAWYER.search(scene.text, max(start, mention.span.start - _REACH_OF_KIN), mention.span.start)
        if before is None or gender != ("m" if before["his"].casefold() == "his" else "f"):
            continue
        noun = normal(before["who"])
        if noun_kind(singular(noun)) == "person" or noun in KIN:
            found.add(figure)
    return frozenset(found)


def owners(scene: Scene, cast: Cast, at: int, gender: Gender) -> frozenset[int]:
    """The figures of whom somebody else is the subject, right before a pronoun: "Lee's spokesman … “…,” he said".

    Of the sentence of a character and of the one before; but for a wife where "he" is asked for, and for the dead.
    """
    found = set()
    here = scene.sentence(at)
    for number in range(max(0, here - 1), here + 1):
        start = scene.sentences[number].start
        k = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
        if k == len(cast.mentions) or cast.mentions[k].span.start >= min(at, scene.sentences[number].end):
            continue
        mention, text = cast.mentions[k], scene.text
        opened = _OPENED.match(text, start, mention.span.start)
        opens = text[opened.end() if opened else start : mention.span.start].strip(" \n.")
        owned = None
        if mention.possessive and (not opens or is_title(opens)):
            owned = _OWNED.match(text, mention.span.end, at)
        relative = _relative(text, owned.start(1), owned.end(1)) if owned else None
        if owned is None and (of := _OF_WHOM.fullmatch(text, start, mention.span.start)):
            relative = of[1], mention.span.end
        if relative is None or _DIED.match(text, relative[1]):
            continue
        noun = normal(relative[0])
        if (noun_kind(noun) == "person" or noun in KIN) and role_gender(noun) in ("", gender):
            found.add(cast.figure_of[k])  # but for "Lee's supporters", whom "he" is not
    return frozenset(found)


def _relative(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The first noun for somebody in a stretch of text, and where it ends: "(former football) coach"."""
    words = ((m[0], m.end()) for m in _WORD.finditer(text, start, end) if m[0] not in FUNCTION_WORDS)
    return next((w for w in words if noun_kind(singular(normal(w[0]))) == "person" or w[0] in KIN), None)


def met(scene: Scene, cast: Cast, at: int, gender: Gender) -> tuple[int, ...]:
    """Whom the writer says to have met, as long as nobody else is named before the pronoun at a character.

    "When I spoke to Lee a week earlier, he had softened. “…,” he told me."
    """
    start = scene.paragraph_span(at).start
    low = bisect_left(cast.mentions, max(start, at - _REACH), key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, at, low, key=lambda m: m.span.start)
    told = [k for k in range(low, high) if not scene.is_quoted(cast.mentions[k].span.start)]
    if not told or len({cast.figure_of[k] for k in told}) > 1:
        return ()
    first = cast.mentions[told[0]].span
    figure = cast.figures[cast.figure_of[told[0]]]
    fits = figure.sort == "person" and (not gender or figure.entity.gender in ("", gender))
    found = fits and _I_MET.search(scene.text, max(start, first.start - _VERB), first.start)
    return (cast.figure_of[told[0]],) if found and not scene.is_quoted(first.start) else ()


def passed_on(
    scene: Scene, cast: Cast, attribution: Attribution, last: int, spoke_at: int, at: int, gender: Gender
) -> frozenset[int]:
    """The last speaker, where a new paragraph has somebody else for its subject: "Lee, 81, wept. “…,” she said".

    `last` is the figure that spoke before character `spoke_at`; `at` is the pronoun's. Nobody else may be named there,
    and nobody in what is said, which is about nobody of that gender: "Lee scored twice. “He was superb,” he said".
    """
    start = scene.paragraph_span(at).start
    about = THIRD_PERSON[gender or "m"]
    if spoke_at > start or any(about.search(scene.text, content.start, content.end) for content in attribution.content):
        return frozenset()
    low = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, at, low, key=lambda m: m.span.start)
    told = [k for k in range(low, high) if not scene.is_quoted(cast.mentions[k].span.start)]
    people = [k for k in told if cast.figures[cast.figure_of[k]].sort == "person"]
    if any(content.contains(cast.mentions[k].span) for k in people for content in attribution.content):
        return frozenset()
    if not people or any(cast.figure_of[k] != cast.figure_of[people[0]] for k in people):
        return frozenset()
    mention, figure = cast.mentions[people[0]], cast.figures[cast.figure_of[people[0]]]
    opens = scene.text[start : mention.span.start].strip()
    fits = not gender or figure.entity.gender in ("", gender)
    is_presented = _PRESENTS.fullmatch(opens) is not None and not about.search(opens)
    is_subject = not mention.possessive and (not opens or is_title(opens) or is_presented)
    is_other = cast.figure_of[people[0]] != last
    return frozenset((last,)) if fits and is_subject and is_other else frozenset()


def opened_by(scene: Scene, cast: Cast, at: int, gender: Gender) -> tuple[int, ...]:
    """Whose interview, book or speech opens the sentence of a pronoun: "In Lee's new memoir, she says"."""
    start = scene.sentence_span(at).start
    k = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    if k == len(cast.mentions) or cast.mentions[k].span.start >= at or not cast.mentions[k].possessive:
        return ()
    mention, figure = cast.mentions[k], cast.figures[cast.figure_of[k]]
    fits = figure.sort == "person" and (not gender or figure.entity.gender in ("", gender))
    opens = fits and _OPENS.fullmatch(scene.text, start, mention.span.start)
    words = _OWN_WORDS.fullmatch(scene.text, mention.span.end, at) if opens else None
    nouns = {singular(normal(word)) for word in words[1].split()} if words else set()
    return (cast.figure_of[k],) if nouns & _TELLINGS else ()


def relayers(scene: Scene, cast: Cast, at: int) -> frozenset[int]:
    """The figure that quotes the source at a character: the Herald of "the Herald quoted the manager as saying"."""
    found = _QUOTES.search(scene.text, max(0, at - _VERB), at)
    k = bisect_left(cast.mentions, found.start(), key=lambda m: m.span.start) - 1 if found else -1
    is_beside = k >= 0 and found is not None and cast.mentions[k].span.end == found.start()
    return frozenset((cast.figure_of[k],)) if is_beside else frozenset()


def hearers(scene: Scene, cast: Cast, attribution: Attribution) -> frozenset[int]:
    """The figure that is told the words, right behind the verb: "“…,” the driver told Tide Weekly"."""
    found = set()
    for span in attribution.cue:
        words = _WORD.findall(span.cut(scene.text).casefold())
        k = bisect_left(cast.mentions, span.end, key=lambda m: m.span.start)
        if not words or words[-1] not in _TELLING or k == len(cast.mentions):
            continue
        mention = cast.mentions[k]
        if not mention.possessive and scene.text[span.end : mention.span.start].strip(" ") in ("", "the"):
            found.add(cast.figure_of[k])
    return frozenset(found)


def askers(scene: Scene, cast: Cast, attribution: Attribution, at: int, gender: Gender) -> frozenset[int]:
    """The figures that have asked or told something right before the source of an attribution, which is their answer.

    They are looked for in the narrator's words of the sentence of `at` (a character), before it, and of the one before.
    Whoever is asked must not be of another gender than `gender`, that of the source. What asks itself is no answer.
    """
    if is_question(scene, attribution):
        return frozenset()
    cue = {word for span in attribution.cue for word in _WORD.findall(span.cut(scene.text).casefold())}
    if not cue.isdisjoint(_GOES_ON):
        return frozenset()
    here = scene.sentence(at)
    start = max(scene.sentences[max(0, here - 1)].start, at - _REACH)
    low = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, at, low, key=lambda m: m.span.start)
    replies = not cue.isdisjoint(_REPLIES)
    return frozenset(
        cast.figure_of[k]
        for k in range(max(low, high - _MOST), high)
        if not scene.is_quoted(cast.mentions[k].span.start) and _asks(scene, cast, k, at, gender, replies=replies)
    )


def answers(scene: Scene, attribution: Attribution, before: Attribution) -> bool:
    """Is an attribution what somebody else answers to the one before it?

    "“Were you there?” Lee asked. [new paragraph] “No,” he said," "“Were you there?” Lee asked the driver. “No,” he
    said," "“You were there,” she says to Lee. “No,” he replies."
    """
    cue = {word for span in attribution.cue for word in _WORD.findall(span.cut(scene.text).casefold())}
    replies = not cue.isdisjoint(_REPLIES)
    quoted = bool(before.content) and scene.is_quoted(before.content[0].start)
    if replies and quoted and before.likeliest_addressee[1] >= _SURELY_TOLD:
        return scene.text.find("sked", last_of(before), first_of(attribution)) < 0
    if not is_question(scene, before) or is_question(scene, attribution) or not (replies or asks(scene, before)):
        return False
    apart = paragraphs_between(scene, last_of(before), first_of(attribution))
    asked = asks(scene, before) and any(_SOMEBODY.match(scene.text, span.end) for span in before.cue)
    return cue.isdisjoint(_GOES_ON) and (apart == 1 or (apart == 0 and asked))


def answered(
    scene: Scene, cast: Cast, i: int, previous: int | None, figures: Sequence[int | None]
) -> tuple[frozenset[int], tuple[int, ...]]:
    """Who has asked what the `i`-th attribution answers, and whom he has called by name.

    `figures` are those of the attributions so far, `previous` the one before.
    """
    if previous is None or not answers(scene, scene.attributions[i], scene.attributions[previous]):
        return frozenset(), ()
    asker = figures[previous]
    return frozenset(() if asker is None else (asker,)), called_upon(scene, cast, scene.attributions[previous])


def called_upon(scene: Scene, cast: Cast, attribution: Attribution) -> tuple[int, ...]:
    """The figure that the words of an attribution call by name: "“Mr. Lee, were you there?”", "“Is that so, Ann?”"."""
    if not attribution.content:
        return ()
    start, end = attribution.content[0].start, attribution.content[-1].end
    low = bisect_left(cast.mentions, start, key=lambda m: m.span.start)
    high = bisect_left(cast.mentions, end, low, key=lambda m: m.span.start)
    text = scene.text
    for k in range(low, high):
        span = cast.mentions[k].span
        opens = _CALL.fullmatch(text, start, span.start) and text.startswith(",", span.end)
        closes = text[: span.start].endswith(", ") and _CALL_ENDS.fullmatch(text, span.end, end)
        if (opens or closes) and cast.figures[cast.figure_of[k]].sort == "person":
            return (cast.figure_of[k],)
    return ()


def _asks(scene: Scene, cast: Cast, k: int, at: int, gender: Gender, *, replies: bool) -> bool:
    """Is the figure of a mention one that asks somebody, or, where the words are a reply, tells somebody?"""
    span = cast.mentions[k].span
    start = max(scene.sentence_span(span.start).start, span.start - _REACH)
    is_asked = scene.text.find("sked", start, span.start) >= 0  # found sooner
    if is_asked and (by := _ASKED_BY.search(scene.text, start, span.start)) and by.end() == span.start:
        to_answer = _TO_ANSWER.match(scene.text, span.end) is not None
        return to_answer or _REQUEST.match(scene.text, span.end) is None
    asks = _ASKS.match(scene.text, span.end)
    clause = _CLAUSE.match(scene.text, start, span.start)
    opens = clause is not None and clause.end() == span.start
    tells = _TELLS if replies else _CHALLENGES if opens else None
    verb = asks or (tells.match(scene.text, span.end) if tells else None)
    if verb is None or verb.end() > at:
        return False
    him = _HIM.match(scene.text, verb.end())
    if him and gender in ("", "m" if him[1] else "f"):  # "After Lee accused her of lying, she hit back"
        return _REQUEST.match(scene.text, him.end()) is None or not asks
    is_last = k + 1 == len(cast.mentions) or cast.mentions[k + 1].span.start >= at
    other = "" if is_last else cast.figures[cast.figure_of[k + 1]].entity.gender
    if other and gender and other != gender:
        return False
    if asks and opens:
        return _REQUEST.match(scene.text, verb.end()) is None
    if is_last or cast.figure_of[k + 1] == cast.figure_of[k]:
        return False
    if not replies and cast.figures[cast.figure_of[k + 1]].sort != "person":
        return False  # "When Lee challenged Acme over its prices, she said"
    told = cast.mentions[k + 1].span
    between = _OBJECT.fullmatch(scene.text, verb.end(), told.start) if told.start > verb.end() else None
    return bool(between) and (replies or not _REQUEST.match(scene.text, told.end))
