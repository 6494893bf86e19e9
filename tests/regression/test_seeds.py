"""What is found in the seeds, where they lie beside the project: ids, kinds, names and offsets, none of their text."""

from pathlib import Path

import pytest
from baseline import block, header, offsets

from quotes.articles import read_corpus
from quotes.dedupe import fold
from quotes.engines.local import annotate

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds" / "text"
BASELINES = Path(__file__).parent / "baselines"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not on this machine")


def test_quotations_of_the_seeds(nlp, file_regression):
    found = [one for outcome in annotate(read_corpus(SEEDS), nlp) for one in outcome.occurrences]
    text = header(nlp) + f"{len(found)} quotations\n\n"
    for quote in fold(found):
        for related in quote.occurrences:
            occurrence = related.occurrence
            text += block(
                id=f"{quote.quote_id} {occurrence.occurrence_id} {related.relation}",
                article=occurrence.article,
                kind=occurrence.quotation.kind,
                speaker=occurrence.quotation.speaker,
                content=offsets(occurrence.quotation.content),
                cue=offsets(occurrence.quotation.cue),
                source=offsets(occurrence.quotation.source),
            )
    file_regression.check(text, encoding="utf-8", fullpath=BASELINES / "seeds.txt")
