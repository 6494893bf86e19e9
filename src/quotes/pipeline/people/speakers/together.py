"""Several who have just spoken together, taken up as "they", "the two senators", "the pair"."""

from __future__ import annotations

from quotes.model import Attribution, Speaker
from quotes.pipeline.people.scene import Scene
from quotes.pipeline.people.sources.reading import THE_TWO, Source
from quotes.pipeline.people.speakers.afterwards import last_of
from quotes.pipeline.people.speakers.continuity import paragraphs_between
from quotes.pipeline.people.speakers.sureness import SURE


def the_two(source: Source, before: Source, speaker: Speaker) -> Speaker | None:
    """The two whose words stand before, where a source calls them so; `before` is their source."""
    if not THE_TWO.fullmatch(source.words) or (before.kind != "names" and not THE_TWO.fullmatch(before.words)):
        return None
    if speaker.name.count(" and ") != 1 or ", " in speaker.name:
        return None
    return Speaker(speaker.name, "", SURE["group"], f"noun phrase: {source.words} -> {speaker.name}")


def they(scene: Scene, source: Source, before: Source, speaker: Speaker, said: Attribution) -> Speaker | None:
    """Those whose words stand right before a pronoun; `said` is the attribution of these words."""
    if before.kind not in ("names", "pronoun") or paragraphs_between(scene, last_of(said), source.at) > 1:
        return None
    return Speaker(speaker.name, "", SURE["group"], f"pronoun: {source.words} -> {speaker.name}")
