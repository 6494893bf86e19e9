"""Names: the entity tags that the encoder gives its word pieces, as `doc.ents`.

The tags were learned from en_core_web_sm (see `training.data`), so the labels are spaCy's, the rarer ones put together:
GPE is any place, WORK_OF_ART any work, event, product or law.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.util import filter_spans

from quotes.model import Span

ENTITY_LABELS: Final = ("PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART")
ENTITY_TAGS: Final = ("O", *(f"{prefix}-{label}" for label in ENTITY_LABELS for prefix in "BI"))

_HYPHENATED: Final = ("PERSON", "ORG")
"""Two places that a hyphen joins are two: "China-Japan"."""
_SENTENCE_END: Final = re.compile(r"([^\W\d_][^\W\d_A-Z]+)[.!?][^\S\n]+(?=[A-Z])")
_LONG: Final = 4  # letters of a word that is rarely an abbreviation
_ABBREVIATED: Final = frozenset(("prof", "capt", "corp", "bros", "dept", "univ", "assn", "supt", "insp", "comdr"))
_GOES_ON: Final = re.compile(r"[^\W_]?[-‐][^\W\d_a-z][^\W_]*(?:[-‐’'][^\W_]+)*")
_SYLLABLE: Final = re.compile(
    r"[^\W_]?[-‐](?:ah|bian|bin|bok|chan|chee|cheng|chi|ching|chul|chun|chung|dong|eun|fai|fu|gi|gu|hee|ho|hoon|hsien|hsiung|"
    r"ha|hui|huk|hwa|hwan|hye|hyuk|hyun|il|in|jae|jeou|jin|joo|jun|jung|kai|kan|kee|keung|ki|koo|kuk|kun|kuo|kwan|kwok|kwon|kyu|kyun|"
    r"kyung|lai|lam|liang|lok|lung|mi|min|ming|moo|moon|myung|nam|pil|ping|pyo|sam|sen|seok|seong|seung|shek|shik|sik|sook|"
    r"sing|soo|suk|sun|sung|tae|taek|tak|tek|teng|tong|wah|wen|won|woo|wook|yee|yeon|yeong|ying|yong|yoo|yoon|young|yuen|yul|yun|un)(?![\w-])"
)
"""The last syllable of a Korean or Chinese name, in small letters: of "Ban Gil-moon"."""
_GIVEN: Final = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{0,5}-?")
"""What stands before it: the surname and the first syllable."""


def names_in(
    scores: npt.NDArray[np.float32], starts: npt.NDArray[np.int32], ends: npt.NDArray[np.int32]
) -> list[tuple[Span, str]]:
    """Spans (characters) and labels of names from scores (pieces, ENTITY_TAGS); a run of one label is one name.

    A piece without characters, such as a paragraph break, is in no name.
    """
    tags = np.where(starts < ends, scores.argmax(axis=1), 0)
    found: list[tuple[int, int, int]] = []  # first piece, last piece, label
    for at in np.flatnonzero(tags).tolist():
        label, is_begin = (int(tags[at]) - 1) // 2, tags[at] % 2 == 1
        touches = at > 0 and tags[at - 1] != 0 and starts[at] == ends[at - 1]
        goes_on = bool(found) and found[-1][1:] == (at - 1, label)
        if goes_on and (touches or not is_begin):
            found[-1] = (found[-1][0], at, label)
        elif not touches:  # a word's later pieces never begin a name of their own
            found.append((at, at, label))
    return [(Span(int(starts[low]), int(ends[high])), ENTITY_LABELS[label]) for low, high, label in found]


def within_sentence(text: str, span: Span) -> Span:
    """A name up to the end of a sentence that it runs over: "Ada Lind" of "Ada Lind. Counting"."""
    for found in _SENTENCE_END.finditer(text, span.start, span.end):
        if len(found[1]) >= _LONG and found[1].casefold() not in _ABBREVIATED:
            return Span(span.start, found.end(1))
    return span


def end_of_name(text: str, span: Span) -> int:
    """Where a name ends that may stop at a hyphen: "Ada Berg" of "Ada Berg-Lind", "Lim Gil-" of "Lim Gil-ho"."""
    at = max(span.start, span.end - 1)
    found = _GOES_ON.match(text, at)
    if found is None and _GIVEN.fullmatch(text, span.start, span.end):
        found = _SYLLABLE.match(text, at)
    return found.end() if found else span.end


def whole_names(text: str, names: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Draw the names of people and organisations out that stop at a hyphen (`end_of_name`), and cut what runs on.

    Not where another name begins behind it: "Berg-Lind talks" may be of two.
    """
    out = []
    ends = [*(other.start for other, _ in names), len(text)][1:]  # where the next begins
    for (span, label), behind in zip(names, ends, strict=True):
        end = end_of_name(text, span) if label in _HYPHENATED else span.end
        out.append((within_sentence(text, Span(span.start, end) if end <= behind else span), label))
    return out


def set_names(doc: Doc, names: list[tuple[Span, str]]) -> None:
    """Make the names the entities of the document, at token bounds; of those that overlap the longest stays."""
    spans = (doc.char_span(s.start, s.end, label=label, alignment_mode="expand") for s, label in names)
    doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
