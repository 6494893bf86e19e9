"""The encoder that training starts from: a BERT folder, found and checked before anything long begins."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

from quotes.errors import ModelError
from quotes.pipeline.attribution.network.pieces import CLS, SEP, read_verbatim

_FILES: Final = ("config.json", "tokenizer.json")


def encoder_folder(name: str) -> Path:
    """The folder of a BERT encoder: a path, or `model/` of an installed package.

    Raises ModelError for neither (M07), and for a folder without configuration or tokenizer (M08).
    """
    folder = Path(name) if Path(name).is_dir() else _in_package(name)
    missing = [file for file in _FILES if not (folder / file).is_file()]
    if missing:
        raise ModelError("M08", folder=folder, why=f"missing: {', '.join(missing)}")
    return folder


def _in_package(name: str) -> Path:
    module = name.replace("-", "_")
    found = find_spec(module) if module.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        raise ModelError("M07", name=name, pip=name.replace("_", "-"))
    return Path(found.submodule_search_locations[0]) / "model"


def open_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of an encoder, without cutting or padding.

    Raises ModelError (M08) where its vocabulary is not numbered as that of BERT uncased, which the pipeline counts on.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    if (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")) != (CLS, SEP):
        raise ModelError("M08", folder=folder, why="its vocabulary is not that of BERT uncased")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return read_verbatim(tokenizer)
