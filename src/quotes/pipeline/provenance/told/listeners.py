"""Who a quotation may have been told to: every phrase around it that could name one, with what speaks for it.

Candidates come from the quotation's own sentence (the patterns of `addressees`, and every preposition and verb of
telling there), from the two sentences before it, and from the quotations before it. Which of them it is, or nobody, is
for the ranker to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from quotes.model import Span, Spans, ToldToKind
from quotes.pipeline.people.lexicon import FUNCTION_WORDS
from quotes.pipeline.people.names.parts import clean, normal
from quotes.pipeline.provenance.ranker import POINTED, Features, as_likely
from quotes.pipeline.provenance.told.addressees import introduced, patterns_found
from quotes.pipeline.provenance.told.elsewhere import is_elsewhere
from quotes.pipeline.provenance.told.occasions import occasions
from quotes.pipeline.provenance.wording.audiences import NOBODY, Addressee
from quotes.pipeline.provenance.wording.governors import governor, kind_of_cue, noun_of_speech, verb_kind
from quotes.pipeline.provenance.wording.heads import addressee_of
from quotes.pipeline.provenance.wording.narration import BLOT, Names, Narration, is_outlet
from quotes.pipeline.provenance.wording.phrases import phrase_at
from quotes.pipeline.provenance.wording.runs import run_end

_PREPOSITION: Final = re.compile(r"\b(?<!-)(to|with|on|for|at|via|before|by|from|of|during|in)\s+(?=\S)", re.IGNORECASE)
_TELLING: Final = ("tell", "ask", "answer")
"""Kinds of the verbs that have an addressee as their object."""
_WORD: Final = re.compile(r"(?<![\w’'-])[A-Za-z][a-z]+(?![\w’'-])")
_NAMED_TALK: Final = re.compile(
    r"['’]?s?\s+(?:[a-z]+\s+)?(interview|conversation|podcast|episode|profile|q&a|appearance|roundtable|livestream|call|"
    r"panel)\b"
)
_COMMON: Final = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Aa]ll|[Ss]ome)\s[a-z]")
_COMPOUND: Final = re.compile(
    r"(?:the|an?|this|that)\s+[A-Z]\w+\s(?!page|account|post|feed|stor|video|channel|profile|handle|app\b|platform)[a-z]+"
)
_DANGLING: Final = re.compile(r"(?<=\w)\s(?:at|in|on|of|for|to|from|with|by)$")
_NUMBER: Final = re.compile(r"(?:\s+\d+)+$")
_COUNTED: Final = re.compile(r"(?:more than|fewer than|some|about|nearly|almost|over|around)\s\d")
_SENTENCES: Final = ("own:", "before1:", "before2:")
"""Zones of one sentence."""
_POSSESSIVE: Final = ("’s ", "'s ", "’ ", "' ")
_TITLE_MARKS: Final = ("“", '"', "‘", "'", "")
_BEHIND: Final = 5  # characters between a cue and its object: a space, an article
_SURE: Final = 0.5  # the chance from which the model is taken at its word for where a name ends
_FURTHER: Final = 60  # characters behind an audience in which the rest of it is looked for
_MOST: Final = 24  # places of one sentence that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may be meant, and what speaks for it."""

    addressee: Addressee
    features: Features


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a quotation when its addressee is asked for."""

    cue: str
    """The words of its cue."""
    is_quoted: bool
    is_nested: bool


@dataclass(frozen=True, slots=True)
class Before:
    """How a sentence before is bound to the quotation."""

    told: Told
    speaker: str
    """Is the speaker `named` in that sentence, is the source a `pronoun`, or neither?"""
    said: str
    """Is somebody quoted in it: the `same` speaker, an `other`, or is `nothing` said?"""
    same_paragraph: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that could name an addressee, and where in its sentence it stands."""

    addressee: Addressee
    rule: str
    hows: tuple[str, ...]
    """Names of features, but for the zone of the sentence."""


@dataclass(frozen=True)
class Sentence:
    """The narrator's words of a sentence, read once for all quotations that it stands before."""

    narration: Narration
    names: Names

    @cached_property
    def introduced(self) -> Addressee:
        """Whom it names as one that introduces a quotation."""
        return introduced(self.narration, self.names)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases in it that could name an addressee."""
        return tuple(phrases_in(self.narration, self.names))


def in_own_sentence(narration: Narration, names: Names, told: Told) -> Iterator[Candidate]:
    """Candidates of the quotation's own sentence."""
    cue = kind_of_cue(told.cue)
    for number, (rule, found) in enumerate(patterns_found(narration, names)):
        more = {"first pattern", f"first pattern:{found.kind}", f"first pattern:{rule}"} if number == 0 else set()
        yield Candidate(found, _features("own", f"rule:{rule}", found, told, cue) | more)
    for phrase in phrases_in(narration, names):
        yield Candidate(phrase.addressee, _features_of(phrase, "own", told, cue))
    for found in occasions(narration, names):
        yield Candidate(found, _features("own", "rule:occasion named", found, told, cue))


def pointed_at(text: str, span: Span, chance: float, zone: str, names: Names, told: Told, cue: Spans = ()) -> Candidate:
    """The words that the attribution model takes for those that name the addressee, and how likely that is.

    `zone` says whether they stand in the quotation's own sentence. `cue` is that of the quotation.
    """
    span = _grown(text, span, chance, names)
    if normal(span.cut(text)) in FUNCTION_WORDS:
        return Candidate(NOBODY, frozenset())
    words = _DANGLING.sub("", " ".join(span.cut(text).split()))
    found = _joined(phrase_at(Narration(span.cut(text), span.start), 0, names), words)
    if not found:
        named = [one for one in names.overlapping(span.start, span.end) if one.span.overlap(span) >= 0.7 * len(span)]
        lower = words[:1].islower() or _COMMON.match(words)
        kind: ToldToKind = "audience" if lower else "outlet"
        if named:
            found = Addressee(named[0].name, "person" if named[0].kind == "person" else kind)
        else:
            found = Addressee(re.sub(r"^the\s+", "", words, flags=re.IGNORECASE) if lower else clean(words), kind)
    if found.kind == "audience":
        found = _read_on(text, span, found, names)
    kind_of = kind_of_cue(told.cue)
    more = {f"rule:{POINTED}"}
    if cue and 0 <= span.start - cue[-1].end <= _BEHIND:
        more |= {f"{POINTED}:behind cue", f"{POINTED}:behind cue:{kind_of}"}
    return Candidate(found, _features(zone, POINTED, found, told, kind_of) | more | as_likely(chance))


def _read_on(text: str, span: Span, found: Addressee, names: Names) -> Addressee:
    """An audience that the model points at, with what belongs to it behind: "fans of the band", "her husband, Lee"."""
    further = text[span.start : span.end + _FURTHER]
    if span.end + _FURTHER < len(text):
        further += "…"  # no phrase closes where the text was cut
    more = phrase_at(Narration(further, span.start), 0, names)
    goes_on = more.kind == "audience" and more.name.startswith(f"{found.name} ")
    return more if goes_on or (more.kind == "person" and not more.again) else found


def _grown(text: str, span: Span, chance: float, names: Names) -> Span:
    """Words that are pointed at faintly, with the rest of the name that they begin: the model is unsure of its end."""
    if chance >= _SURE or not text[span.start].isupper():
        return span
    end = run_end(text, span.start, 0, names)
    return Span(span.start, max(span.end, span.start + len(_NUMBER.sub("", text[span.start : end]))))


def _joined(first: Addressee, words: str) -> Addressee:
    """Two who are told it together: "Berg and the crew" with the first in full; they are an audience."""
    before, _, second = words.partition(" and ")
    if not first or not second or first.again or first.name.endswith(second):
        return first
    if before.split()[-1:] != first.name.split()[-1:]:  # "a briefing for analysts and reporters"
        return first
    return Addressee(f"{first.name} and {clean(second) if second[0].isupper() else second}", "audience")


def before(sentence: Sentence, bound: Before, back: int) -> Iterator[Candidate]:
    """Candidates of the sentence that many sentences before."""
    zone = f"before{back}"
    place = "paragraph" if bound.same_paragraph else "apart"
    quoted = "quoted" if bound.told.is_quoted else "plain"
    cue = kind_of_cue(bound.told.cue)
    if found := sentence.introduced:
        more = {f"introduced:{quoted}", f"introduced:{quoted}:{place}", f"introduced:{zone}:said {bound.said}"}
        more |= {f"introduced:speaker {bound.speaker}", f"introduced:{found.kind}"}
        yield Candidate(found, _features(zone, "introduced", found, bound.told, cue) | more)
    ties = {
        f"{zone}:speaker {bound.speaker}",
        f"{zone}:said {bound.said}",
        f"{zone}:{place}",
        f"{zone}:{quoted}",
        f"{zone}:{place}:speaker {bound.speaker}",
    }
    for phrase in sentence.phrases:
        kind = phrase.addressee.kind
        more = {
            f"{zone}:{quoted}:speaker {bound.speaker}:{kind}",
            f"{zone}:{quoted}:said {bound.said}:{kind}",
            *(f"{zone}:{how}:{quoted}" for how in phrase.hows if how.endswith((":near", ":far"))),
        }
        yield Candidate(phrase.addressee, _features_of(phrase, zone, bound.told, cue) | ties | more)


def phrases_in(narration: Narration, names: Names) -> Iterator[Phrase]:
    """The phrases of a sentence that could name an addressee, by the words that they stand behind or before."""
    text, base = narration.text, narration.start
    for found in islice(_PREPOSITION.finditer(text), _MOST):
        addressee = phrase_at(narration, found.end(), names)
        if not addressee or _is_own_source(narration, base + found.end()):
            continue
        if is_elsewhere(text, found.end(), narration.cue_here):
            continue
        if addressee.kind == "platform" and _COMPOUND.match(text, found.end()):
            continue  # "on the TikTok craze"
        kind, is_near = governor(text, found.start())
        word = found[1].lower()
        how = f"{word}:{kind}"
        hows = [how, f"{how}:{'near' if is_near else 'far'}", f"{how}:{addressee.kind}"]
        if narration.cue:
            gap = base + found.start() - narration.cue.end
            hows.append(f"{word}:at_cue" if 0 <= gap <= 2 else f"{word}:{'behind' if gap > 0 else 'ahead'}")
        yield Phrase(addressee, f"prep:{word}", tuple(hows))
    for found in islice(_verbs_of_telling(narration), _MOST):
        if narration.cue and narration.cue.start <= base + found.start() < narration.cue.end:
            continue
        if is_elsewhere(text, found.end() + 1, narration.cue_here):
            continue
        if addressee := phrase_at(narration, found.end(), names):
            kind = verb_kind(found[0].lower())
            yield Phrase(addressee, "object", (f"object:{kind}", f"object:{kind}:{addressee.kind}"))
    for named in names.within(base, base + len(text)):
        behind = _NAMED_TALK.match(text, named.span.end - base)
        if behind and named.kind != "person":
            addressee = Addressee(addressee_of(named, named.span.cut(names.text)).name, "outlet")
            yield Phrase(addressee, "named", (f"named:{noun_of_speech(behind[1])}",))


def _verbs_of_telling(narration: Narration) -> Iterator[re.Match[str]]:
    """The verbs behind which an addressee may stand; most sentences have none, as their set of words tells."""
    telling = {word for word in narration.words if verb_kind(word) in _TELLING}
    return (m for m in _WORD.finditer(narration.text) if m[0].lower() in telling) if telling else iter(())


def carried(
    addressee: Addressee,
    told: Told,
    *,
    sentences: int,
    same_speaker: bool,
    same_paragraph: bool,
    is_second_hand: bool,
    is_introduced: bool,
) -> Candidate:
    """Whom the quotation before was told to; `sentences` from that one to this.

    It introduces this one where it has no marks and this one has: "She told the Herald that it works. “Yes,” she said."
    """
    cue = kind_of_cue(told.cue)
    gap = min(max(sentences, 0), 4)
    who = "same" if same_speaker else "other"
    more = {f"carried:{who}", f"carried:{who}:{gap}", f"carried:{who}:{addressee.kind}"}
    more |= {f"carried:{who}:{gap}:{addressee.kind}", f"carried:{who}:{'paragraph' if same_paragraph else 'apart'}"}
    if is_introduced and same_speaker and same_paragraph and gap <= 1 and not is_second_hand:
        more |= {"carried:introduced", f"carried:introduced:{addressee.kind}"}
    more.add(f"carried:{who}:{'second' if is_second_hand else 'first'} hand")
    more.add(f"carried:{who}:{gap}:{'second' if is_second_hand else 'first'} hand")
    more |= {f"carried:{who}:cue:{cue}", f"carried:{who}:{'quoted' if told.is_quoted else 'plain'}"}
    return Candidate(addressee, _features("carried", "carried", addressee, told, cue) | more)


def going_on(addressee: Addressee, told: Told) -> Candidate:
    """Whom the same speaker told something in the same sentence, before "…, adding …"."""
    return Candidate(addressee, _features("carried", "going on", addressee, told, kind_of_cue(told.cue)))


def asker(name: str, told: Told, *, sentences: int, kind: str) -> Candidate:
    """Who asked the question before this quotation, or (`holder`) whoever tells in his own quotation what was said."""
    cue = kind_of_cue(told.cue)
    found = Addressee(name, "person")
    more = {f"{kind}:{min(max(sentences, 0), 3)}", f"{kind}:cue:{cue}"}
    return Candidate(found, _features(kind, kind, found, told, cue) | more)


def _features_of(phrase: Phrase, zone: str, told: Told, cue: str) -> Features:
    named = {f"{zone}:{how}" for how in phrase.hows}
    return _features(zone, phrase.rule, phrase.addressee, told, cue) | named


def _features(zone: str, rule: str, found: Addressee, told: Told, cue: str) -> Features:
    outlet = "outlet" if found.kind == "outlet" and is_outlet(found.name) else found.kind
    out = {f"{zone}:{rule}", f"{zone}:kind:{outlet}", f"{zone}:{rule}:{outlet}", f"{zone}:cue:{cue}"}
    if found.again:
        out |= {"again", f"{zone}:again", f"{zone}:{rule}:again"}
    if found.own:
        out.add("own publication")
    if told.is_nested:
        out |= {"nested", f"nested:{zone}", f"nested:{rule}"}
    if not told.is_quoted:
        out |= {f"{zone}:plain", f"{rule}:plain"}
    if BLOT in found.name:
        out.add("broken")
    return frozenset(out)


def _is_own_source(narration: Narration, at: int) -> bool:
    source = narration.source
    return source is not None and source.start <= at < source.end


def gathered(candidates: Iterable[tuple[str, Candidate]]) -> list[Candidate]:
    """Candidates of one key made one, with the features of all; the name and kind of the first stay.

    But for a title that another says to be an outlet's, and a name that another has with its article ("a full court").
    """
    out: dict[str, Candidate] = {}
    for key, one in candidates:
        if key in out:
            known = out[key]
            is_podcast = known.addressee.kind == "document" and one.addressee.kind == "outlet"
            has_article = one.addressee.name.endswith(f" {known.addressee.name}")
            has_article = has_article and one.addressee.kind == known.addressee.kind == "audience"
            kept = one.addressee if is_podcast or has_article else known.addressee
            out[key] = Candidate(kept, known.features | one.features | {"twice"})
        else:
            out[key] = one
    return list(out.values())


def in_full(candidates: Sequence[Candidate], text: str = "") -> list[Candidate]:
    """Candidates of which none is a part of another that the same sentence names, or what such a one belongs to.

    "Tide" and "Tide Now" are "Tide Now", "Union" and "State of the Union" are the latter; where `text` has "Acme News’s
    “State of the Union”", so is "Acme News".
    """
    out: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: -len(one.addressee.name)):
        for k, longer in enumerate(out):
            if longer.addressee.kind != one.addressee.kind or not _are_together(one, longer):
                continue
            words, name = one.addressee.name.casefold(), longer.addressee.name.casefold()
            if name.startswith((f"{words} ", f"{words}’", f"{words}'")) and not name.startswith(f"{words} of "):
                out[k] = Candidate(longer.addressee, longer.features | one.features | {"twice"})
                break  # but for "the Tide of Altmere"
            if name.endswith(f" {words}") and one.addressee.kind == "outlet":
                break
            if name.endswith(f" {words}") and _COUNTED.match(name):  # "about 100 members"
                out[k] = Candidate(longer.addressee, longer.features | one.features | {"twice"})
                break
        else:
            out.append(one)
    out = [one for one in out if not any(_belongs(text, one, other) for other in out if other is not one)]
    kept = {one.addressee.name: one for one in out}
    return [kept[one.addressee.name] for one in candidates if one.addressee.name in kept]


def _belongs(text: str, one: Candidate, other: Candidate) -> bool:
    """Is the other a show of this one: "Acme News’s “State of the Union”"?"""
    if not (one.addressee.kind == other.addressee.kind == "outlet" and _are_together(one, other)):
        return False
    owner, show = one.addressee.name, other.addressee.name
    return any(f"{owner}{ending}{mark}{show}" in text for ending in _POSSESSIVE for mark in _TITLE_MARKS)


def _are_together(one: Candidate, other: Candidate) -> bool:
    """Does one sentence name both?"""
    return any(
        any(name.startswith(zone) for name in one.features) and any(name.startswith(zone) for name in other.features)
        for zone in _SENTENCES
    )
