"""Outlets that are cited without their name: "state radio", "local media", "the newspaper"."""

from __future__ import annotations

import re
from typing import Final

MEDIA: Final = re.compile(
    r"(?:the\s+)?(?P<media>(?:[a-z][\w’'-]+\s+){0,2}(?:media|radio|television|tv|press|newspapers?|news agency|"
    r"wire service|"
    r"broadcaster|tabloids?)(?:\s+(?:reports?|outlets?))?)(?![\w-])"
)
"""Outlets without a name: "state radio", "local media"."""
PLAIN_MEDIA: Final = frozenset(("press", "newspaper", "broadcaster", "tabloid", "news agency", "media"))
"""Too little to be cited by itself."""
AGAIN: Final = re.compile(
    r"(?:the|that|this|its)\s+(?:news\s+)?(?:paper|newspaper|magazine|outlet|publication|site|website|network|station|"
    r"broadcaster|agency|channel|tabloid|daily|weekly|report|article|story|book|memoir|statement|document|documents|"
    r"complaint|filing|lawsuit|letter|memo)\b|it\b",
    re.IGNORECASE,
)
"""One that is named before."""
