"""Whose words a relative clause reports."""

import pytest
from people_docs import read

from quotes.pipeline.attribution.clauses import with_own_subjects

CASES = {
    "who left and told": ("(Ann Lee) hired Tom Berg, who left in May and <told> the Herald {it was over}.", "who"),
    "who has since said": ("(Ann Lee) hired Tom Berg, who has since <said> {it was over}.", "who"),
    "which said": ("(Ann Lee) sent me to the council, which <said> {it was over}.", "which"),
    "a description of the source": ("(Ann Lee), the mayor, who <said> {it was over}, left.", "Ann Lee"),
    "a subject of its own": ("(Ann Lee) left the bill, which she <said> {was mad}.", "Ann Lee"),
    "two verbs of one subject": ("(Ann Lee) left the town, which she loved, and <said> {it was over}.", "Ann Lee"),
    "no verb of saying": ("(Ann Lee) hired Tom Berg, who <backed> {the plan}.", "Ann Lee"),
}


@pytest.mark.parametrize(("marked", "source"), CASES.values(), ids=CASES)
def test_the_pronoun_is_the_source(marked, source):
    text, attributions = read(marked)
    (found,) = with_own_subjects(text, attributions)
    assert [span.cut(text) for span in found.source] == [source]
