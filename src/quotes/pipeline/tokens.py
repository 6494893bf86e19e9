"""A tokenizer that any string passes through."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from spacy.tokens import Doc

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"  # one character as well: offsets stay true


class TolerantTokenizer:
    """Wraps a spaCy tokenizer, which raises on lone surrogates (half a character, from a broken decoder)."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Tokenize `text`; `doc.text` has U+FFFD in the place of each lone surrogate."""
        return self.tokenizer(_SURROGATE.sub(_REPLACEMENT, text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever else the wrapped tokenizer has)
        """Everything else (rules, saving, loading) is the wrapped tokenizer's."""
        if name == "tokenizer":  # unpickling asks before it is there
            raise AttributeError(name)
        return getattr(self.tokenizer, name)
