"""A small stand for training tests: a BERT of two narrow layers that knows nothing, and invented gold."""

import json
import string

# What the pipeline counts on: BERT's numbers of the special tokens.
CLS, SEP, SIZE = 101, 102, 400

NAMES = "Odile Marchetti,Ruben Aldous,Ifeoma Brandvold,Tamsin Okoro,Priya Lindqvist,Jonah Weir".split(",")
CLAIMS = "the ferry is safe,nobody was hurt,the lamps were out,we will sail on Monday,the rudder held".split(",")


def write_tokenizer(folder):
    """Word pieces that are single characters, numbered so that the special ones stand where BERT has them."""
    letters = string.ascii_lowercase + string.digits + ".,:;!?'\"-“”‘’«»()"
    vocabulary = {"[PAD]": 0, "[UNK]": 100, "[CLS]": CLS, "[SEP]": SEP, "[MASK]": 103}
    for number, piece in enumerate([*letters, *(f"##{letter}" for letter in letters)], 110):
        vocabulary[piece] = number
    assert len(vocabulary) + 110 < SIZE
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))


def write_encoder(folder):
    """A BERT folder with random weights. Needs the extra `train`."""
    import torch
    from transformers import BertConfig, BertModel

    folder.mkdir()
    write_tokenizer(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=SIZE, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)


def write_gold(path, documents=6, first=0):
    """Gold JSON lines: each document a few times “CLAIM,” NAME said."""
    lines = []
    for number in range(first, first + documents):
        text, rows = "", []
        for name, claim in zip(NAMES[number % 3 :], CLAIMS, strict=False):
            start = len(text)
            content = f"“{claim.capitalize()},”"
            text += f"{content} {name} said.\n"
            source = start + len(content) + 1
            cue = source + len(name) + 1
            rows.append(
                {
                    "content": [[start, start + len(content)]],
                    "source": [[source, source + len(name)]],
                    "cue": [[cue, cue + len("said")]],
                    "kind": "direct",
                }
            )
        lines.append(json.dumps({"doc": f"paper/{number}", "text": text, "attributions": rows}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_config(folder, **settings):
    """A config of a run that takes seconds, with its gold and its encoder, in `folder`; gives the config's path."""
    write_encoder(folder / "encoder")
    write_gold(folder / "train.jsonl")
    write_gold(folder / "dev.jsonl", documents=2, first=6)
    keys = {"encoder": "encoder", "epochs": 2, "batch_pieces": 700, "window": 200, "threads": 1, "entities": False}
    lines = [f"{key} = {json.dumps(value)}" for key, value in (keys | settings).items()]
    for part in ("train", "dev"):
        lines += [f"[[{part}]]", f'path = "{part}.jsonl"']
    path = folder / "tiny.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
