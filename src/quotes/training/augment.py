"""Other clothes for the same article: marks of other styles, paragraphs run together, other names and verbs.

Gold is mostly American political news of one year with curly or straight double marks. A change is a list of edits on
the text (`edits`); spans move along.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quotes.model import Span, spans_overlap
from quotes.training.chains import outlet_name, relayed
from quotes.training.data import Example, Said
from quotes.training.edits import Edit, edited

NAME: Final = re.compile(r"\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?\b")
_NOT_NAMES: Final = frozenset(
    """The This That These Those There Then They Their When Where What Which While With Will Would But And For From His
    Her She Its Our You Your Not Now New One Two After Before Since About According Also Although Another Because Both
    Each Even Every How However Just Last Like Many More Most Next Only Other Over Some Such Than Under Until Upon Was
    Were Who Why Yes Yet January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday American America States United House Senate President Republican
    Democratic Republicans Democrats Party Times Post News University Court Congress State National White Department
    Washington York""".split()
)
_VERBS: Final = {
    "said": """says added explained noted recalled insisted admitted joked wrote replied continued warned reveals shared
    said""".split(),
    "says": "said explains adds recalls admits shares laughs says".split(),
}
_TELLING: Final = {"said": "told", "says": "tells"}
"""With somebody who is told; behind the source only, since "told reporters Smith" is no English."""
_AUDIENCES: Final = """reporters|us|the paper|fans|the magazine|a press conference|the court|her followers|journalists
|staff|the crowd|the committee""".replace("\n", "").split("|")
_PRONOUNS: Final = (("he", "him"), ("she", "her"), ("they", "them"))
_TAKES_OBJECT: Final = re.compile(r"\b(?:to|by|from|of|for|with)\s*$")
_OTHER_MARKS: Final = (("«", "»"), ("„", "“"), ("``", "''"), ("''", "''"))
_SINGLE_OR_DOUBLE: Final = re.compile(
    r"""(?P<double>[“”"]) | (?P<opens>(?<!\w)[‘'](?=[^\W\d])) | (?P<closes>(?<=[\w.,!?…])[’'](?!\w))""", re.VERBOSE
)


def name_pool(examples: Sequence[Example]) -> list[str]:
    """Single words of names that stand in sources, for swapping; no words that the texts have in lower case as well."""
    sources = (source.cut(e.text) for e in examples for said in e.said for source in said.source)
    found = {name.group() for words in sources for name in NAME.finditer(words)} - _NOT_NAMES
    common: set[str] = set()
    for example in examples:
        common.update(re.findall(r"\b[a-z]{3,}\b", example.text))
    return sorted(name for name in found if name.lower() not in common)


def augmented(example: Example, rng: random.Random, names: Sequence[str]) -> Example:
    """The example, changed by chance in up to five ways."""
    if rng.random() < 0.25:
        example = relayed(example, rng)
    if rng.random() < 0.4:
        example = _other_names(example, rng, names)
    if rng.random() < 0.3:
        example = _other_words(example, rng, names)
    dress = rng.random()
    if dress < 0.18:
        example = _straight(example)
    elif dress < 0.32:
        example = _curly(example)
    elif dress < 0.44:
        example = _british(example, is_curly=rng.random() < 0.6)
    elif dress < 0.49:
        example = _other_marks(example, *rng.choice(_OTHER_MARKS))
    layout = rng.random()
    if layout < 0.15:
        example = _run_together(example, rng)
    elif layout < 0.2:
        example = _lose_marks(example, rng)
    return example


def _each(example: Example, pattern: str, new: str) -> Iterator[Edit]:
    return ((m.start(), m.end(), new) for m in re.finditer(pattern, example.text))


def _straight(example: Example) -> Example:
    return edited(example, [*_each(example, "[“”]", '"'), *_each(example, "[‘’]", "'")])


def _curly(example: Example) -> Example:
    edits: list[Edit] = list(_each(example, r"(?<=\w)'(?=\w)", "’"))
    for line in re.finditer(r"[^\n]+", example.text):
        is_open = False
        for mark in re.finditer('"', line.group()):
            before = line.group()[: mark.start()][-1:]
            is_open = not is_open and (not before or before.isspace() or before in "([—–-‘'")
            at = line.start() + mark.start()
            edits.append((at, at + 1, "“" if is_open else "”"))
    return edited(example, edits)


def _british(example: Example, *, is_curly: bool) -> Example:
    """Double marks become single ones, and pairs of single ones inside them double; apostrophes stay."""
    example = _curly(example) if is_curly else _straight(example)
    outer, inner = ("‘’", "“”") if is_curly else ("''", '""')
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", example.text):
        is_open = False
        nested = -1  # where a single mark opened inside the double ones
        for mark in _SINGLE_OR_DOUBLE.finditer(example.text, line.start(), line.end()):
            at = mark.start()
            if mark["double"]:
                is_open = mark["double"] == "“" or (mark["double"] == '"' and not is_open)
                nested = -1
                edits.append((at, at + 1, outer[not is_open]))
            elif mark["opens"] and is_open and nested < 0:
                nested = at
            elif mark["closes"] and nested >= 0:
                edits += [(nested, nested + 1, inner[0]), (at, at + 1, inner[1])]
                nested = -1
    return edited(example, edits)


def _other_marks(example: Example, left: str, right: str) -> Example:
    example = _curly(example)
    return edited(example, [*_each(example, "“", left), *_each(example, "”", right)])


def _run_together(example: Example, rng: random.Random) -> Example:
    """Some paragraph breaks become spaces."""
    share = rng.choice([0.2, 0.5, 0.9])
    breaks = _each(example, r"(?<=[.!?”\"’])\s*\n\s*(?=\S)", " ")
    return edited(example, [edit for edit in breaks if rng.random() < share])


def _lose_marks(example: Example, rng: random.Random) -> Example:
    """A mark is missing here and there."""
    return edited(example, [edit for edit in _each(example, '[“”"]', "") if rng.random() < 0.04])


def _other_names(example: Example, rng: random.Random, names: Sequence[str]) -> Example:
    """Words that are parts of the sources' names become other names, the same ones throughout the document."""
    seen = name_pool([example]) if names else []
    renamed = {name: rng.choice(names) for name in seen if rng.random() < 0.8}
    if not renamed:
        return example
    longest_first = sorted(renamed, key=len, reverse=True)  # "Brandvold-Reyes" before its half
    hits = re.finditer(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b", example.text)
    return edited(example, [(m.start(), m.end(), renamed[m.group()]) for m in hits])


def _other_words(example: Example, rng: random.Random, names: Sequence[str]) -> Example:
    """Other reporting verbs; some named sources become pronouns."""
    edits: dict[Span, str] = {}
    pronouns: list[Span] = []
    told: dict[int, str] = {}
    for number, said in enumerate(example.said):
        if len(said.cue) == 1 and rng.random() < 0.35:
            verb = said.cue[0].cut(example.text)
            if rng.random() < 0.4 and verb in _TELLING and said.source and said.source[0].start < said.cue[0].start:
                edits[said.cue[0]] = _TELLING[verb]
                told[number] = rng.choice(
                    [rng.choice(_AUDIENCES), outlet_name(rng), *rng.sample(names, min(1, len(names)))]
                )
                edits[Span(said.cue[0].end, said.cue[0].end)] = f" {told[number]}"
            elif verb in _VERBS:
                edits[said.cue[0]] = rng.choice(_VERBS[verb])
        if len(said.source) == 1 and rng.random() < 0.12 and _is_replaceable(example.text, said.source[0]):
            edits[said.source[0]] = _pronoun(example.text, said.source[0], rng)
            pronouns.append(said.source[0])
    disjoint: list[Edit] = []
    for span, new in sorted(edits.items()):
        if not disjoint or span.start >= disjoint[-1][1]:  # touching: an edit, and what is put in behind it
            disjoint.append((span.start, span.end, new))
    entities = example.entities
    if entities is not None:  # a pronoun is no name
        entities = tuple((span, label) for span, label in entities if not spans_overlap((span,), pronouns))
    made = edited(replace(example, entities=entities), disjoint)
    return replace(
        made, said=tuple(_told(made.text, one, told.get(number, "")) for number, one in enumerate(made.said))
    )


def _told(text: str, said: Said, whom: str) -> Said:
    """What was said, told to somebody whose name was put in behind its cue."""
    if not whom or not said.cue:
        return said
    start = said.cue[-1].end + 1
    is_there = text.startswith(f" {whom}", start - 1)
    return replace(said, addressee=(Span(start, start + len(whom)),) if is_there else said.addressee)


def _is_replaceable(text: str, source: Span) -> bool:
    """Is the source a short name that is not in the genitive?"""
    words = source.cut(text)
    names = [name for name in NAME.findall(words) if name not in _NOT_NAMES]
    is_short_name = len(source) < 40 and words[0].isupper() and len(names) in (1, 2)
    return is_short_name and words[-2:] not in ("'s", "’s") and text[source.end : source.end + 1] not in ("'", "’")


def _pronoun(text: str, source: Span, rng: random.Random) -> str:
    subject, as_object = rng.choice(_PRONOUNS)
    before = text[max(0, source.start - 10) : source.start]
    if _TAKES_OBJECT.search(before):
        return as_object
    return subject.capitalize() if before.rstrip(" ")[-1:] in ("", *"\n.!?") else subject
