"""A path in, a stream of `Article` or `Unreadable` out.

    for item in read_corpus(Path("corpus")): ...

One module a format (`text`), chosen by the file's ending in `registry`; `corpus` walks folders, `metadata` reads what
is known of an article from the file beside it. One bad file never stops the stream.
"""

from quotes.articles.corpus import list_articles, read_article, read_corpus
from quotes.articles.files import DEFAULT_MAX_BYTES
from quotes.articles.registry import endings

__all__ = ["DEFAULT_MAX_BYTES", "endings", "list_articles", "read_article", "read_corpus"]
