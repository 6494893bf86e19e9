"""Members of a parliament, of whom there are many: whose "the Green MP" and "the Altmere MP" are."""

from __future__ import annotations

from typing import Final

from quotes.pipeline.people.cast.entities import Cast
from quotes.pipeline.people.lexicon import MEMBERS
from quotes.pipeline.people.names.parts import normal
from quotes.pipeline.people.sources.reading import Source
from quotes.pipeline.people.wordlists import word_set

_MEMBERS: Final = MEMBERS | word_set("mla td")
_PARTIES: Final = word_set("labour tory conservative lib liberal dem democrat snp plaid ukip green unionist")


def may_be_member(cast: Cast, figure: int, source: Source) -> bool:
    """Can a figure be whom a source means: always, but where it is a member of a parliament by party or seat.

    Of a party the article must say it; of a seat, that it names nobody else who sits in the parliament is enough.
    """
    if source.noun not in _MEMBERS:
        return True
    of = {normal(word) for word in source.words.split()[1:-1] if word[0].isupper()}
    said = {normal(word) for word in cast.figures[figure].entity.role.split()}
    if not of or of & said:
        return True
    others = sum(source.noun in one.nouns for k, one in enumerate(cast.figures) if k != figure)
    return not of & _PARTIES and not others
