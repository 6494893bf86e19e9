"""A wording with its places, and how it relates to another one.

Never one, however alike: wordings between which a negation, a number, a name or an opposite differs ("We will
not win" and "We will win").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from math import ceil
from typing import Final

from quotes.dedupe.alignment import Alignment, align, meeting, nearly, overlap, words_in_common
from quotes.dedupe.contradiction import ends_differ
from quotes.dedupe.denial import meaning_kept
from quotes.dedupe.form import Form, Runs, coded
from quotes.dedupe.identity import short_hash
from quotes.dedupe.names import Name, name_of
from quotes.dedupe.normal_form import ELLIPSIS, normal_form
from quotes.dedupe.stock import is_stock
from quotes.dedupe.written import sentences_of
from quotes.model import Occurrence, Relation

SHORT: Final = 4
"""Words: below this, only the same named speaker in the same story, or near in time, makes two wordings one."""
FRAGMENT_BELOW: Final = 8
"""Words: a part shorter than this, and than half of the whole, is "a few quoted words"."""
PIECE_FROM: Final = 4
"""Words that one of several pieces in marks must have to be looked for alone."""
OUTSIDE_MOST: Final = 2
"""Words outside the marks that a direct quotation may have; beside them its words in marks are compared alone."""
STATEMENT_FROM: Final = 20
"""Words of a wording that is compared sentence by sentence."""
STATEMENT_SHARE: Final = 0.6
"""Of its words, the share in sentences that the other wording has too."""
NEARLY: Final = 0.8
"""Of a sentence's words, the share that the other wording has too where the sentence is a near miss."""
_BREAK: Final = " … "
"""Between two stretches in marks (see `Occurrence.quoted_words`)."""
PLACES_TRIED: Final = 8


class Wording:
    """The same words by the same speaker, with every place where they stand.

    `clause` is the whole content; `verbatim` what stands in quotation marks: the same object where no word stands
    outside, None for an indirect quotation. `forms` are the texts by which it may be found in a fuller one, the whole
    clause first; `words_key` is equal for the same words in the same marks; `quoted_size` counts the words in marks,
    `longest` those of its longer text.
    """

    __slots__ = (
        "articles",
        "clause",
        "forms",
        "longest",
        "nested",
        "occurrences",
        "quoted_size",
        "speaker",
        "verbatim",
        "words_key",
    )

    def __init__(
        self, first: Occurrence, forms: dict[tuple[str, bool], Form] | None = None, *, nested: bool = False
    ) -> None:
        """`forms` keeps what was made of a text, for the next wording with the same letters.

        `nested` says that it stands, in its article, where another quotation does.
        """
        self.nested = nested
        kind = first.quotation.kind
        forms = {} if forms is None else forms
        self.verbatim: Form | None = None
        if kind != "direct":
            self.clause = _form(first.quote, forms, reported=True)
        elif first.quoted_words == first.quote:
            self.verbatim = self.clause = _form(first.quote, forms)
        else:
            self.verbatim = self.clause = _form(_with_breaks(first.quote, first.quoted_words), forms)
            inner = _form(first.quoted_words, forms)
            if 0 < inner.size < self.clause.size <= inner.size + OUTSIDE_MOST:
                self.verbatim = inner
        if kind == "mixed" and first.quoted_words:
            inner = _form(first.quoted_words, forms)
            marked = inner.text == self.clause.text or _in_one_pair_of_marks(first.quote)
            self.verbatim = self.clause if marked else inner
        inner = self.verbatim or self.clause
        self.forms: tuple[Form, ...] = (self.clause,) if inner is self.clause else (self.clause, inner)
        self.words_key = (self.clause.text, self.verbatim.text if self.verbatim else "")
        self.quoted_size = self.verbatim.size if self.verbatim else 0
        self.longest = max(self.clause.size, self.quoted_size)
        self.speaker: Name = name_of(first.quotation.speaker)
        self.occurrences: list[Occurrence] = []
        self.articles: dict[str, None] = {}

    def add(self, occurrence: Occurrence) -> None:
        """One more place with these words; places come in the order of their articles."""
        self.occurrences.append(occurrence)
        self.articles[occurrence.article] = None

    @property
    def is_anybodys(self) -> bool:
        """Are the words so few, or so few and general, that others may say them too, or the same one another day?"""
        return self.clause.size < SHORT or is_stock(self.clause)

    @property
    def fullness(self) -> tuple[object, ...]:
        """Sort key, the fullest first: most words in marks, then direct before mixed, then the longest clause."""
        kind = 2 if self.verbatim is None else int(self.verbatim is not self.clause)
        return -self.quoted_size, kind, -self.clause.size, *self.words_key, -len(self.speaker), self.speaker


def _form(text: str, forms: dict[tuple[str, bool], Form], *, reported: bool = False) -> Form:
    found = forms.get((text, reported))
    if found is None:
        found = forms[text, reported] = Form(text, reported=reported)
    return found


def _with_breaks(quote: str, quoted_words: str) -> str:
    """The quote with a dash where "he said" parted two sentences of it, which a comma ends: no negation reaches over.

    What goes on with a small letter is the same sentence.
    """
    first, *others = quoted_words.split(_BREAK)
    out, at = [first], len(first)
    for words in others:
        link = _BREAK if quote.startswith(_BREAK, at) else " "
        out += [" — " if link == " " and words[:1].isupper() else link, words]
        at += len(link) + len(words)
    return "".join(out) if len(quote) == at and "".join(out).replace(" — ", " ") == quote.replace(" — ", " ") else quote


def _in_one_pair_of_marks(text: str) -> bool:
    """Does one pair of double marks enclose the whole text?"""
    bare = text.strip().rstrip(".,;!?")
    return len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"' and not set(bare[1:-1]) & set('“”"')


@dataclass(frozen=True, slots=True)
class Match:
    """How one wording stands in a fuller one, by how many words."""

    relation: Relation
    size: int
    cost: float = 0.0
    """What the words that differ cost: about how many they are."""
    loose: bool = False
    """Do so many differ that the speaker, the story or a long `run` must tell?"""
    run: int = 0
    """Words in a row that are the same, where it is loose."""
    chance: float = 0.0
    """That it is one statement, by the verifier; 0 where a rule says so."""
    holds: bool = False
    """Does the wording hold all words of the fuller one: longer, with fewer of them in marks?"""


def wording_digest(occurrence: Occurrence) -> str:
    """A digest of the words and of the speaker's last name, by which a wording is known again in another article."""
    return short_hash((normal_form(occurrence.quote), *name_of(occurrence.quotation.speaker)[-1:]), 12)


def relate(inner: Wording, outer: Wording, *, loosely: bool = True) -> Match | None:
    """How `inner` stands in `outer`, which is as full or fuller; None where it does not.

    The whole clauses are compared first, then what stands in marks; for a direct quotation both are the same. Unless
    `loosely`, what only the speaker or the story can tell counts as nothing, which is sooner found.
    """
    pairs = _pairs(inner, outer)
    found = _related(inner, pairs, loosely=loosely)
    if found and len(pairs) > 1 and found.size < inner.clause.size and found.size < FRAGMENT_BELOW:
        # Few words in marks are many if the words around them are repeated too.
        part, whole = pairs[0]
        if part.same == whole.same or place(part, whole) or ((run := _runs_through(part, whole)) and not run.loose):
            return replace(found, size=part.size)
    return found


def stands_in(inner: Wording, outer: Wording) -> Match | None:
    """How `inner` stands in `outer` word for word; None where it does not."""
    return _word_for_word(inner, _pairs(inner, outer))


def _pairs(inner: Wording, outer: Wording) -> list[tuple[Form, Form]]:
    """The texts of two wordings that are compared with each other."""
    pair = inner.clause, outer.clause
    mine, other = inner.verbatim, outer.verbatim
    if mine is None or other is None or (mine is pair[0] and other is pair[1]):
        return [pair]
    return [pair, (mine, other)]


def _related(inner: Wording, pairs: Sequence[tuple[Form, Form]], *, loosely: bool) -> Match | None:
    for part, whole in pairs:
        if part.same == whole.same:
            return Match("same", part.size)
    for part, whole in pairs:
        if part.key == whole.key:
            return Match("edited", part.size)
    common = [words_in_common(part, whole) for part, whole in pairs]
    if not any(common):
        return (_piece(inner, pairs) or _meeting(pairs)) if loosely else None
    if word_for_word := _word_for_word(inner, pairs):
        return word_for_word
    for (part, whole), shared in zip(pairs, common, strict=True):
        if found := _runs_through(part, whole, shared):
            relation: Relation = "edited" if found.changed else _cut(inner, part, whole)
            return Match(relation, part.size, found.cost, found.loose, max(end - start for start, end in found.runs))
    if not loosely:
        return None
    return _piece(inner, pairs) or _overlapping(pairs, common) or _by_sentences(pairs, common) or _meeting(pairs)


def _runs_through(part: Form, whole: Form, common: int | None = None) -> Alignment | None:
    """How the words of `part` run through `whole`, if what is left of them at the ends says nothing else."""
    found = align(part, whole, common)
    if found is None or not meaning_kept(found.runs, whole):
        return None
    span = found.runs[0][0], found.runs[-1][1]
    return None if ends_differ(part, whole, found.of_part, span) else found


def _word_for_word(inner: Wording, pairs: Sequence[tuple[Form, Form]]) -> Match | None:
    for part, whole in pairs:
        if part.size <= whole.size and place(part, whole, denied=whole.turns and _denied(inner, part)):
            return Match(_cut(inner, part, whole), part.size)
    return None


def _piece(inner: Wording, pairs: Sequence[tuple[Form, Form]]) -> Match | None:
    """One of several pieces in marks that stands in the other wording, where the others do not."""
    if inner.verbatim is None or len(inner.verbatim.parts) < 2:
        return None
    for piece in _pieces(inner.verbatim.raw):
        if any(place(piece, whole) for _, whole in pairs):
            return Match("fragment", piece.size, loose=True, run=piece.size)
    return None


@lru_cache(maxsize=1 << 8)
def _pieces(raw: str) -> tuple[Form, ...]:
    """The pieces of a text that tell something, the longest first; kept for the next wordings it is compared with."""
    pieces = sorted(map(Form, ELLIPSIS.split(raw)), key=lambda piece: -piece.size)
    return tuple(takewhile(lambda piece: piece.size >= PIECE_FROM and not is_stock(piece), pieces))


def _overlapping(pairs: Sequence[tuple[Form, Form]], common: Sequence[int]) -> Match | None:
    """A run of words that both have, each with words of its own before or behind it."""
    for (part, whole), shared in zip(pairs, common, strict=True):
        if found := overlap(part, whole, shared):
            at, other, size = found
            spans = (at, at + size), (other, other + size)
            same = not ends_differ(part, whole, *spans)
            if same and meaning_kept(spans[:1], part) == meaning_kept(spans[1:], whole):
                return Match("edited", size, float(part.size - size), loose=True, run=size)
    return None


def _meeting(pairs: Sequence[tuple[Form, Form]]) -> Match | None:
    """Two cuts of one statement: the one ends with what the other begins with."""
    for part, whole in pairs:
        if size := meeting(part, whole):
            return Match("edited", size, float(part.size - size), loose=True, run=size)
    return None


def _by_sentences(pairs: Sequence[tuple[Form, Form]], common: Sequence[int]) -> Match | None:
    """Most sentences of a long wording stand in the other, and none of the rest is nearly one of its own."""
    for (part, whole), shared in zip(pairs, common, strict=True):
        least = ceil(STATEMENT_SHARE * part.size)
        if not STATEMENT_FROM <= part.size <= whole.size or shared < least:
            continue
        raws = sentences_of(part.raw)
        if len(raws) == 1:
            continue  # all of it was compared before
        kept = []
        for sentence in [Form(raw, reported=part.reported) for raw in raws]:
            if place(sentence, whole) or _runs_through(sentence, whole):
                kept.append(sentence.size)
            elif nearly(sentence, whole, NEARLY):
                break  # it says the opposite, or of another thing
        else:
            if sum(kept) >= least and max(kept) >= FRAGMENT_BELOW:
                return Match("edited", sum(kept), float(part.size - sum(kept)), loose=True, run=max(kept))
    return None


def _cut(inner: Wording, part: Form, whole: Form) -> Relation:
    """shortened, or a fragment: a few words that do not begin the quotation, or that reported speech picks out."""
    few = part.size < FRAGMENT_BELOW and 2 * part.size < whole.size
    reported = inner.verbatim is not inner.clause
    return "fragment" if few and (reported or not whole.key.startswith(part.key)) else "shortened"


def _denied(inner: Wording, part: Form) -> bool:
    """Does the clause around the words in marks deny them: did not want to “give up my right”?"""
    clause = inner.clause
    if part is clause or len(part.parts) > 1 or not clause.turns:
        return False
    at = clause.coded.find(part.coded)
    return at >= 0 and not meaning_kept(((at, at + part.size),), clause)


def place(part: Form, whole: Form, *, denied: bool = False) -> Runs | None:
    """Where the words of `part` stand in `whole`, in order, without a cut that turns their meaning; None if nowhere.

    What `part` marks as left out may be left out; else the words stand together. What is `denied` where it was taken
    from may have a negation before it here too.
    """
    if part.size > whole.size or not part.size:
        return None
    hay = whole.coded
    if len(part.parts) > 1:
        runs = _in_order(part.parts, hay)
        return runs if runs and same_words(runs, part, whole) and meaning_kept(runs, whole) else None
    needle = part.coded
    at = hay.find(needle)
    if at < 0:
        return None
    for _ in range(PLACES_TRIED):
        if at < 0:
            break
        runs = ((at, at + part.size),)
        if same_words(runs, part, whole) and (denied or meaning_kept(runs, whole)):
            return runs
        at = hay.find(needle, at + 1)
    return None


def _in_order(parts: tuple[str, ...], hay: str) -> Runs | None:
    runs, since = [], 0
    for part in map(coded, parts):
        at = hay.find(part, since)
        if at < 0:
            return None
        since = at + len(part)
        runs.append((at, since))
    return tuple(runs)


def same_words(runs: Runs, part: Form, whole: Form) -> bool:
    """Are the words at these places those of the part, and not others with the same characters?"""
    words = whole.words
    if len(runs) == 1:
        return part.words == words[slice(*runs[0])]
    return part.words == [word for start, end in runs for word in words[start:end]]
