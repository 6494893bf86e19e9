"""Is somebody she or he? Titles, roles, first names and the pronouns that follow a name, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from quotes.pipeline.people.lexicon import Gender, role_gender
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import GENERATIONS, TITLES, given_name_gender, parse_name
from quotes.pipeline.people.scene import Scene

_PRONOUN: Final = re.compile(r"[HhSs](?<!\w.)(?i:(?<=h)(e|is|im|imself)|(?<=h)(?:er|ers|erself)|(?<=s)he)\b")
"""Begins with a letter, since few words begin with one of these, and looks back from there for the edge of a word."""
_POSSESSIVE: Final = re.compile(
    r"(?:[^\S\n][a-z][\w-]*|,){1,9}?[^\S\n](his|her)[^\S\n]"
    r"(?!(?:that|to|in|on|at|for|with|and|about|as|when|what|how|why|if|but|he|she|they|it|is|was|by|from)\b)[a-z\d]"
)
TITLE_WEIGHT: Final = 4.0
ROLE_WEIGHT: Final = 2.0
NAME_WEIGHT: Final = 2.0
SAME_SENTENCE: Final = 0.6
NEXT_SENTENCE: Final = 0.4
UNANIMOUS: Final = 4  # mentions whose pronouns agree, which outweigh any first name
AGAINST: Final = 1.0  # the most that other pronouns weigh against what a name says itself
LONE_WEIGHT: Final = 1.2  # of a first name that stands for somebody alone, since it may be a surname
ENOUGH: Final = 0.4  # a lead under it tells nothing


def balance(votes: Iterable[float]) -> tuple[Gender, float]:
    """The gender that votes tell (positive for f, negative for m), and by how much they lead."""
    total = sum(votes)
    if abs(total) < ENOUGH:
        return "", 0.0
    return ("f" if total > 0 else "m"), abs(total)


def of_pronouns(votes: Iterable[float], own: float) -> float:
    """What the pronouns behind a name say together: against what the name says itself little, unless all agree."""
    cast = [vote for vote in votes if vote]
    total = sum(cast)
    unanimous = len(cast) >= UNANIMOUS and abs(total) == sum(map(abs, cast))
    return total if unanimous or own * total >= 0 else max(-AGAINST, min(AGAINST, total))


def signed(gender: Gender, weight: float) -> float:
    """A vote: positive for f, negative for m, none for an unknown gender."""
    return weight if gender == "f" else -weight if gender == "m" else 0.0


def own_votes(name: str, titles: Iterable[str], nouns: Iterable[str]) -> Iterator[float]:
    """What title, first name and roles of somebody say."""
    parsed, called = parse_name(name), set(titles) - {""}
    yield from (signed(TITLES.get(title, ""), TITLE_WEIGHT) for title in called)
    yield signed(given_name_gender(parsed.first) or ("m" if parsed.suffix in GENERATIONS else ""), NAME_WEIGHT)
    if not parsed.first and not called:
        yield signed(given_name_gender(parsed.last), LONE_WEIGHT)
    yield from (signed(role_gender(noun), ROLE_WEIGHT) for noun in nouns)


def gender_behind(text: str, start: int, end: int) -> Gender:
    """The gender that a possessive tells of the subject before it: "The star posted *his* own tribute".

    `start` is where the subject ends; looked for up to `end`.
    """
    found = _POSSESSIVE.match(text, start, end)
    return "" if found is None else "m" if found[1] == "his" else "f"


def pronoun_votes(scene: Scene, mentions: Sequence[Mention], persons: Sequence[int]) -> dict[int, float]:
    """Votes of the pronouns that follow a name: one mention alone in its sentence, then a pronoun in that or the next.

    `persons` holds the indices of the mentions that can be somebody. Returns votes for mention indices. Weak evidence,
    since a pronoun may mean somebody else; pronouns in quoted words do not vote.
    """
    by_sentence: dict[int, list[int]] = {}
    for i in persons:
        at = mentions[i].span.start
        if not scene.is_quoted(at):
            by_sentence.setdefault(scene.sentence(at), []).append(i)
    votes: dict[int, float] = {}
    seen: set[int] = set()
    for found in _PRONOUN.finditer(scene.text):
        if scene.is_quoted(found.start()):
            continue
        sentence = scene.sentence(found.start())
        here = [i for i in by_sentence.get(sentence, [])[:3] if mentions[i].span.end <= found.start()]
        if len(here) == 1:
            votes[here[0]] = votes.get(here[0], 0.0) + signed("m" if found[1] else "f", SAME_SENTENCE)
        elif not here and sentence not in seen:
            before = by_sentence.get(sentence - 1, [])
            if len(before) == 1 and found[0].casefold() in ("he", "she"):
                votes[before[0]] = votes.get(before[0], 0.0) + signed("m" if found[1] else "f", NEXT_SENTENCE)
        seen.add(sentence)
    return votes
