"""Documents built by hand for the tests of people and provenance: no model is loaded.

In the marked text `{…}` is a content, `(…)` a source, `<…>` a cue; a number and a colon behind the bracket say of which
attribution ("{2:“No,”} (2:Berg) <2:said>"), 1 where there is none. Round brackets that the article itself has are
written as `[[` and `]]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from quotes.model import Attribution, Span
from quotes.pipeline import extensions

extensions.register()
NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")

_OPEN = {"{": "content", "(": "source", "<": "cue"}
_CLOSE = {"}": "{", ")": "(", ">": "<"}
_NUMBER = re.compile(r"(\d):")


def read(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without markup, and the attributions in the order of their numbers."""
    text: list[str] = []
    size = 0
    stack: list[tuple[str, int, int]] = []
    parts: dict[int, dict[str, list[Span]]] = {}
    at = 0
    while at < len(marked):
        char = marked[at]
        if marked.startswith(("[[", "]]"), at):
            char = "(" if char == "[" else ")"
            at += 1
        elif char in _OPEN:
            found = _NUMBER.match(marked, at + 1)
            stack.append((_OPEN[char], int(found[1]) if found else 1, size))
            at = found.end() if found else at + 1
            continue
        elif char in _CLOSE:
            role, number, start = stack.pop()
            assert role == _OPEN[_CLOSE[char]], f"brackets cross in {marked!r}"
            roles = parts.setdefault(number, {"content": [], "source": [], "cue": []})
            roles[role].append(Span(start, size))
            at += 1
            continue
        text.append(char)
        size += 1
        at += 1
    attributions = tuple(
        Attribution(tuple(sorted(p["content"])), tuple(sorted(p["cue"])), tuple(sorted(p["source"])))
        for _, p in sorted(parts.items())
    )
    return "".join(text), attributions


def doc_of(marked: str, ents: Mapping[str, str]) -> Doc:
    """A document with its attributions; `ents` says the tagger's label of a name, set wherever it stands as a word."""
    text, attributions = read(marked)
    doc = NLP(text)
    spans: list[Tokens] = []
    for name in sorted(ents, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            span = doc.char_span(found.start(), found.end(), label=ents[name], alignment_mode="expand")
            if span is not None and not any(s.start < span.end and span.start < s.end for s in spans):
                spans.append(span)
    doc.set_ents(spans)
    doc._.sentences = tuple(Span(sentence.start_char, sentence.end_char) for sentence in doc.sents)
    doc._.attributions = attributions
    return doc
