"""Pronouns by which the narrator goes on about somebody: "Ann Lee won in May. She …" keeps her in the mind.

Each is resolved like a source, in text order, so that the candidates of the next source know whom the story follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final

from quotes.pipeline.people.antecedents.candidates import Candidates
from quotes.pipeline.people.antecedents.features import Circumstances, Features
from quotes.pipeline.people.antecedents.fitting import COUNTERPARTS, Query
from quotes.pipeline.people.antecedents.ranker import Choice, QuestionKind, Ranker, choose
from quotes.pipeline.people.lexicon import FUNCTION_WORDS, Gender, noun_kind, role_gender
from quotes.pipeline.people.names.parts import THIRD_PERSON, normal
from quotes.pipeline.people.names.seats import is_native
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.wordlists import word_set

_SUBJECT: Final = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])(e)|(?<=[Ss])he)\b(?!['’](?:ll|d)\b)")
"""Begins with a letter, as `gender` looks for pronouns."""
_PHRASE: Final = re.compile(
    r"(?:(?:However|Meanwhile|Instead|Later|Earlier|Afterwards|Still|Yet|Then),?[^\S\n]|But[^\S\n]|And[^\S\n])?"
    r"(?P<lead>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)(?=[^\S\n])"
    r"(?P<words>(?:[^\S\n](?:[^\W\d_]|\d\d-year-old)[\w’'-]*){1,4})(?=(?P<comma>,?)[^\S\n](?P<behind>\w[\w’'-]*))"
)
"""Words at the head of a sentence, with what stands behind them."""
_NEW: Final = word_set("a an one another my the")
"""Before whom nobody has been told of: "His daughter" may be she whom the story is about."""
_LEAD: Final = 8  # characters of the longest such word, and one more
_SPACE: Final = re.compile(r"\s*")
_WORDS: Final = re.compile(r"(?:[^\W\d_]|\d\d-year-old)[\w’'-]*")
_GOES_ON: Final = word_set(
    "is was are were has had does did will would can could may might must should said says at in on to with from by of "
    "and"
)
"""The phrase is over before these: "His audio was quieter"."""
_SPEAKERS: Final = word_set(
    "spokesman spokeswoman spokesperson official source trader broker analyst diplomat aide dealer economist banker"
)
"""Who speaks without a name all through an article."""
_ATTRIBUTES: Final = word_set("official source aide dealer trader")
"""Those of them that may say what something is."""
_OBJECT: Final[Mapping[Gender, re.Pattern[str]]] = {
    "m": re.compile(r"\b(?:him|his)\b"),
    "f": re.compile(r"\bher\b"),
    "": re.compile(r"\b(?:him|his|her)\b"),
}
_SPEAKS: Final = re.compile(
    r"(?:s?he)[^\S\n](?:\w+ly[^\S\n])?(?:talk|speak|spoke|answer|told|tell|read|went[^\S\n]on|took|finish|said|says|explain|"
    r"describ|sang|sings|sing|testif|address|broke)",
    re.IGNORECASE,
)
"""A pronoun with a verb of speech, which whoever speaks has."""
_PREDICATE: Final = re.compile(r"[^,.;:“”\"\n]{1,90},[^\S\n](?:he|she)\b")
_CALLED: Final = 0.72
_COUNTERPART: Final = 0.95
_RELATED: Final = 0.93
_BROUGHT_IN: Final = 0.985
_OF_ANOTHER: Final = 1.01  # nobody
"""The least probabilities of `Echoes.least`."""
_MOST: Final = 400  # pronouns and phrases followed in one article


class Echoes:
    """Tells the candidates of an article whom the narrator's pronouns mean, as far as it is asked.

    So does "the singer" as the subject of a sentence; where nobody can be meant for sure, it is `unclear`.
    """

    def __init__(self, scene: Scene, candidates: Candidates, rankers: Mapping[QuestionKind, Ranker]) -> None:
        self._scene, self._candidates, self._rankers = scene, candidates, rankers
        sources = sorted(span for a in scene.attributions for span in a.source)
        starts = [span.start for span in sources]

        def is_source(at: int) -> bool:
            i = bisect_left(starts, at + 1) - 1
            return i >= 0 and at < sources[i].end

        found = (m for m in _SUBJECT.finditer(scene.text) if not scene.is_quoted(m.start()))
        waiting = [Query(m.start(), "person", "m" if m[1] else "f") for m in found]
        waiting += [query for sentence in scene.sentences if (query := _subject(scene, sentence.start))]
        self._waiting = sorted((q for q in waiting if not is_source(q.at)), key=attrgetter("at"))[:_MOST]
        self._next = 0
        self._unclear: Query | None = None

    def up_to(self, at: int) -> None:
        """Resolve the pronouns and phrases before character `at` that have not been."""
        while self._next < len(self._waiting) and self._waiting[self._next].at < at:
            query = self._waiting[self._next]
            self._next += 1
            near = [] if query.owned else self._candidates.near(query)
            no_role = bool(query.noun) and not any(f.role >= 1 / 2 or f.named_so or f.kin or f.age for _, f in near)
            choice = choose(near, self._rankers[query.kind], Circumstances(no_role=float(no_role)))
            if not query.noun and (subject := _subject_of_all(near)) is not None and self._is_plain(query):
                choice = Choice(subject, 1.0, subject)
            if no_role and _is_home_or_age(query.noun):  # "The Dutchman": nobody is called so
                choice = Choice(None, choice.probability)
            if choice.figure is not None:
                if query.noun:
                    self._candidates.called(choice.figure, query.at)
                else:
                    self._candidates.echoed(choice.figure, query.at, "")
            if query.noun:
                self._unclear = query if choice.figure is None else None

    def _is_plain(self, query: Query) -> bool:
        """Does nothing before a pronoun, nor its verb, tell of somebody else: "Lee filmed her as she spoke"?"""
        text = self._scene.text
        before = text[self._scene.sentence_span(query.at).start : query.at]
        return not _OBJECT[query.gender].search(before) and _SPEAKS.match(text, query.at) is None

    def least(self, at: int, gender: Gender, words: str) -> float:
        """How probable somebody must be whom a pronoun at a character means; `words` are what is said.

        More so where the subject of the sentence before is a phrase for another ("The judge jailed Lee. He …"), still
        more where it brings in somebody ("Her mother wept. She …", "A man came. He …"), most where the words are about
        somebody of that gender: "“She was good,” she said".
        """
        one = self._unclear
        if one is None or one.gender not in ("", gender):
            return 0.0
        if not 0 <= self._scene.sentence(at) - self._scene.sentence(one.at) <= 1:
            return 0.0
        is_other = one.noun in COUNTERPARTS | _SPEAKERS or _is_home_or_age(one.noun)
        if gender and (one.owned or is_other) and THIRD_PERSON[gender].search(words):
            return _OF_ANOTHER
        if one.owned and gender and self._is_done_for(one, gender):
            return 0.0
        if one.owned:
            return _BROUGHT_IN if self._scene.text[one.at : one.at + _LEAD].split()[0].casefold() in _NEW else _RELATED
        return _COUNTERPART if is_other else _CALLED

    def _is_done_for(self, one: Query, gender: Gender) -> bool:
        """Does somebody behind a link do something for whoever is told of: "But a friend lent him a room"?"""
        sentence = self._scene.sentence_span(one.at)
        return one.at > sentence.start + 1 and bool(_OBJECT[gender].search(self._scene.text, one.at, sentence.end))


def _subject_of_all(near: Sequence[tuple[int, Features]]) -> int | None:
    """The one figure that fits and is the subject of what stands before a pronoun in its sentence: "Lee left as he …".

    Whoever spoke last is not meant then, as in "he said".
    """
    found = [k for k, one in near if one.subject_here and one.same_sentence and not (one.conflicts or one.surely_not)]
    return found[0] if len(found) == 1 else None


def _is_home_or_age(noun: str) -> bool:
    """Is somebody called by where he comes from, or by his age?"""
    return noun.endswith("year-old") or is_native(noun, is_body=False)


def _subject(scene: Scene, at: int) -> Query | None:
    """What asks whom the phrase for somebody means with which a sentence begins: "The former singer, 40, left".

    It is `owned` where it is nobody named before: "A man", "Her mother".
    """
    at = _SPACE.match(scene.text, at).end()  # type: ignore[union-attr]  # it matches nothing at the least
    found = None if scene.is_quoted(at) else _PHRASE.match(scene.text, at)
    if found is None:
        return None
    if _PREDICATE.match(scene.text, found.start("lead")):
        return None  # "Then a student at Oxbay, he …"
    words, is_the = _WORDS.findall(found["words"]), found["lead"].casefold() == "the"
    for k, word in enumerate(words):
        noun = normal(word)
        if noun in _GOES_ON:
            return None
        somebody = noun_kind(noun) == "person" or is_native(noun, is_body=False) or noun in _SPEAKERS
        is_before = k + 1 < len(words) and noun_kind(normal(words[k + 1])) == "person"
        comma, behind = (found["comma"], found["behind"]) if k + 1 == len(words) else ("", words[k + 1])
        if noun in _ATTRIBUTES and not comma and not _goes_on(behind):
            return None  # "An official inquiry"
        if somebody and noun not in FUNCTION_WORDS and not (is_native(noun, is_body=False) and is_before):
            if noun.endswith("year-old") and any(noun_kind(normal(one)) == "person" for one in words[k + 1 :]):
                continue  # "A 29-year-old Oxbay woman"
            if (behind == "of" and is_the) or (behind[0].isupper() and (not comma or not is_the)):
                return None  # "The singer Ann Lee", "His lawyer, Ann Lee", "The head of Acme"
            nouns = frozenset(map(normal, words[: k + 1]))
            is_new = not is_the or words[k + 1 : k + 2] == ["who"]
            return Query(found.start("lead"), "noun", role_gender(noun), nouns, noun, owned=is_new)
    return None


def _goes_on(word: str) -> bool:
    """Does a word go on from a phrase for somebody: "An official said", "a source close to Lee", "the aide left"?"""
    key = normal(word)
    return key in _GOES_ON or key in ("who", "close", "familiar", "told", "added", "spoke") or key.endswith("ed")
