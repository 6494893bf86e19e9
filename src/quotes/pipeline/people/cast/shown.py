"""By what name a figure is shown, and as what: the fullest form that the article has, and what it says of it first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from quotes.pipeline.people.cast.forms import Form, Sort
from quotes.pipeline.people.cast.homes import ROYAL
from quotes.pipeline.people.cast.roles import Role
from quotes.pipeline.people.names.mentions import Mention
from quotes.pipeline.people.names.parts import SUFFIXES, normal

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MC: Final = re.compile(r"(?<=\bMc)[a-z](?=[a-z]{2})")
"""Of names that the article has in capitals: "O’MALLEY", "MCALLISTER", "JEAN-LUC"."""
_SHOUTED: Final = re.compile(r"\b[A-Z]{3,}\b")


def best_name(found: Sequence[int], mentions: Sequence[Mention], forms: Mapping[int, Form], sort: Sort) -> str:
    """The longest form by words that is not trimmed, in mixed case where there is one, then the most frequent."""
    counts = Counter(forms[i].shown(mentions[i].name) for i in found if not forms[i].cut)
    counts = counts or Counter(forms[i].shown(mentions[i].name) for i in found)

    def rank(name: str) -> tuple[int, bool, int, int, bool, int]:
        first = len(name.split()[0]) if sort == "person" and " " in name else 0
        return len(name.split()), not _SHOUTED.search(name), first, counts[name], not name.isascii(), len(name)

    name = max(sorted(counts), key=rank) if len(counts) > 1 else next(iter(counts))
    royal = [mentions[i].title for i in found if mentions[i].title in ROYAL]
    first_alone = bool(royal) and sum(normal(word) not in SUFFIXES for word in name.split()) == 1
    if first_alone and 2 * len(royal) >= len(found) - 1:
        name = f"{Counter(royal).most_common(1)[0][0].capitalize()} {name}"
    if sort in ("person", "") and name.isupper() and (len(name) > 4 or " " in name):
        name = _MC.sub(lambda m: m[0].upper(), _LETTERS.sub(lambda m: m[0].capitalize(), name))
    return name


def best_role(roles: Iterable[Role]) -> str:
    """The first role of some length, as people are introduced where first named; none of a headline's if avoidable."""
    words = [role.words for role in roles if role.words]
    plain = [w for w in words if not (w[0].isupper() and w.split()[-1][0].isupper())] or words
    return next((w for w in plain if " " in w), plain[0] if plain else "")
