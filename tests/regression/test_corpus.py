"""What is found in our own articles, held to baselines.

After a wanted change: `pytest tests/regression --force-regen`, and read the diff.
"""

from pathlib import Path

import pytest
from baseline import block, header, shortened

from quotes.articles import list_articles, read_corpus
from quotes.dedupe import fold
from quotes.engines.local import annotate

CORPUS = Path(__file__).parents[2] / "corpus"
BASELINES = Path(__file__).parent / "baselines" / "corpus"
PATHS = [path for _, path in list_articles(CORPUS)]


@pytest.fixture(scope="module")
def outcomes(nlp):
    return {outcome.path: outcome for outcome in annotate(read_corpus(CORPUS), nlp)}


@pytest.mark.parametrize("path", PATHS)
def test_quotations_of_an_article(path, outcomes, nlp, file_regression):
    found = outcomes[path].occurrences
    text = header(nlp) + f"{len(found)} quotations\n\n" + "".join(described(one) for one in found)
    file_regression.check(text, encoding="utf-8", fullpath=BASELINES / path)


def described(occurrence):
    quotation = occurrence.quotation
    return block(
        kind=quotation.kind,
        content=shortened(occurrence.quote),
        quoted_words=shortened(occurrence.quoted_words) if quotation.kind == "mixed" else "",
        parts=len(quotation.content) if len(quotation.content) > 1 else "",
        speaker=quotation.speaker or "—",
        as_written=occurrence.speaker_as_written,
        role=quotation.speaker_role,
        cue=occurrence.cue,
        told_to=quotation.told_to,
        interview_with=quotation.interview_with,
        cited_from=quotation.cited_from,
        relayed_by=quotation.relayed_by,
        evidence=quotation.evidence,
    )


def test_rows_that_several_places_share(outcomes, nlp, file_regression):
    quotes = fold(one for outcome in outcomes.values() for one in outcome.occurrences)
    text = header(nlp) + f"{len(quotes)} rows, those of several places:\n\n"
    for quote in quotes:
        if len(quote.occurrences) > 1:
            text += block(
                quote=shortened(quote.fullest.quote),
                speaker=quote.fullest.quotation.speaker,
                disputed_with="; ".join(quote.disputed_with),
            ).rstrip("\n")
            text += "\n" + "".join(
                f"  {related.relation} in {related.occurrence.article}: {shortened(related.occurrence.quote)}\n"
                for related in quote.occurrences
            )
            text += "\n"
    file_regression.check(text, encoding="utf-8", fullpath=BASELINES / "rows.txt")
