"""What the rules ask of a parse: who the subject of a verb is, and how far a phrase reaches. All in token numbers.

Every answer takes bounded or amortised constant time, however deep or wide the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

_CLIMB: Final = 6  # how many verbs up a shared subject is looked for
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj"))
_RELATIVES: Final = frozenset(("who", "which", "that"))
_OBJECTS: Final = frozenset(("dobj", "attr", "oprd", "npadvmod", "appos", "pobj", "dative"))
_NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "X"))
_LEFT_OUT: Final = frozenset(("punct", "cc", "mark", "advmod", "prep", "intj", "advcl", "preconj", "dep", "ccomp"))
_QUOTED_AS: Final = frozenset(("quote", "cite", "report", "describe", "record", "remember"))
_LONGEST_NAME: Final = 30  # tokens of a source

Range = tuple[int, int]
"""First token and the token behind the last."""


class Syntax:
    """The parse of one `Doc` with its dependents listed once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._children: list[list[int]] = [[] for _ in range(len(doc))]
        self._subjects: dict[int, tuple[Token | None, Token | None, bool]] = {}
        for token in doc:
            if token.head.i != token.i:
                self._children[token.head.i].append(token.i)

    def children(self, token: Token) -> Iterator[Token]:
        """The dependents of `token` in text order."""
        return (self.doc[number] for number in self._children[token.i])

    def subject(self, verb: Token) -> tuple[Token | None, bool]:
        """The token that heads the subject of `verb`, and whether it stands by the verb itself.

        A subject is handed on: to a participle or an infinitive (she left, saying), to a coordinated verb (he came and
        said), through a relative pronoun (the woman who said), to a noun's participle (a letter saying) and from the
        person quoted (quoted her as saying). A passive gives its agent, or nobody.
        """
        own = True
        for _ in range(_CLIMB):
            subject, agent, passive = self._arguments(verb)
            if agent is not None:
                return agent, own
            if subject is not None and not (passive and own):
                antecedent = subject.lower_ in _RELATIVES and verb.dep_ == "relcl"
                return (verb.head if antecedent else subject), own
            above = verb.head
            if above.i == verb.i or (own and passive):
                return None, own
            if verb.dep_ == "pcomp" and above.lower_ == "as" and above.head.lemma_ in _QUOTED_AS:
                quoted = [child for child in self.children(above.head) if child.dep_ in ("dobj", "nsubjpass")]
                return (quoted[-1] if quoted else None), False
            if verb.dep_ in ("acl", "relcl"):
                return (above if above.pos_ in _NOMINAL else None), False
            if verb.dep_ == "pcomp":
                above = above.head
            elif verb.dep_ not in ("conj", "xcomp", "advcl"):
                return None, own
            verb, own = above, False
        return None, False

    def _arguments(self, verb: Token) -> tuple[Token | None, Token | None, bool]:
        """The subject of `verb`, the agent of a passive, and whether it is one; remembered."""
        if verb.i not in self._subjects:
            children = list(self.children(verb))
            passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in children)
            subject = next((child for child in children if child.dep_ in ("nsubj", "nsubjpass")), None)
            by = [c for c in children if c.dep_ == "agent" or (passive and c.dep_ == "prep" and c.lower_ == "by")]
            agents = (below for child in by[:1] for below in self.children(child) if below.dep_ == "pobj")
            self._subjects[verb.i] = subject, next(agents, None), passive
        return self._subjects[verb.i]

    def inverted_subject(self, verb: Token) -> Token | None:
        """The nominal right behind a verb that the parser took for an object: said Tom Hale."""
        for child in self.children(verb):
            if child.i > verb.i and child.dep_ in _OBJECTS | _SUBJECTS and child.pos_ in _NOMINAL:
                return child if child.left_edge.i == verb.i + 1 else None
        return None

    def nominal_before(self, number: int) -> Token | None:
        """The name or pronoun right before token `number` that the parse hung elsewhere."""
        token = self.doc[number - 1]
        return token if token.tag_ == "PRP" or token.pos_ == "PROPN" else None

    def passive(self, verb: Token) -> bool:
        """Is the verb a passive?"""
        return self._arguments(verb)[2]

    def noun_phrase(self, head: Token, low: int) -> Range:
        """The phrase around a noun from token `low` on: role and adjectives before it, no clause or role behind it."""
        start = max(low, head.left_edge.i, head.i - _LONGEST_NAME)
        while start < head.i and self.doc[start].dep_ in _LEFT_OUT and self.doc[start].dep_ != "prep":
            start += 1
        return start, self._phrase_end(head, _CLIMB)

    def _phrase_end(self, head: Token, depth: int) -> int:
        end = head.i + 1
        for child in self.children(head):
            if child.i < head.i or child.left_edge.i > end + 1:
                continue
            if depth == 0 or end > head.i + _LONGEST_NAME:
                break
            touches = child.left_edge.i == end
            if child.dep_ in ("case", "flat", "compound", "nummod", "cc") and touches:
                end = child.i + 1
            elif child.dep_ == "prep" and touches and head.pos_ != "PROPN" and child.pos_ != "SCONJ":
                end = self._prepositional_end(child, end, depth)
            elif child.dep_ == "conj" and child.pos_ in _NOMINAL:
                end = self._phrase_end(child, depth - 1)
        if self.doc[end - 1].dep_ == "cc":
            end -= 1
        return min(end, head.i + _LONGEST_NAME)

    def _prepositional_end(self, preposition: Token, end: int, depth: int) -> int:
        for child in self.children(preposition):
            if child.dep_ == "pobj" and child.i > preposition.i:
                return self._phrase_end(child, depth - 1)
        return end
