"""Is the extra `train` installed?"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from quotes.errors import ModelError

NEEDED: Final = ("torch", "transformers", "onnx")
"""Modules that `network`, `loop` and `export` import; the rest of this room does without them."""


def require_extra() -> None:
    """Raise ModelError (M05), which names the pip command, where a package that training needs is missing."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ModelError("M05", missing=", ".join(missing))
