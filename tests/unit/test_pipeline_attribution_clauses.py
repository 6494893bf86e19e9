"""Whose words a clause within another reports."""

from dataclasses import replace

import pytest
from people_docs import read

from quotes.model import Span
from quotes.pipeline.attribution.conventions.clauses import with_own_subjects

CASES = {
    "who left and told": ("(Ann Lee) hired Tom Berg, who left in May and <told> the Herald {it was over}.", "who"),
    "who has since said": ("(Ann Lee) hired Tom Berg, who has since <said> {it was over}.", "who"),
    "which said": ("(Ann Lee) sent me to the council, which <said> {it was over}.", "which"),
    "a description of the source": ("(Ann Lee), the mayor, who <said> {it was over}, left.", "Ann Lee"),
    "a subject of its own": ("(Ann Lee) left the bill, which she <said> {was mad}.", "Ann Lee"),
    "who warns meanwhile": (
        "(He) was speaking as Sir Tom Berg, head of the CBI, <warned> {of floods}.",
        "Sir Tom Berg",
    ),
    "what the minister says meanwhile": (
        "(She) spoke on Monday after the minister <warned> {of floods}.",
        "the minister",
    ),
    "who speaks and warns": ("(He) was speaking in Altmere and <warned> {of floods}.", "He"),
    "who speaks after the match and says": ("(Lee) spoke after the match and <said> {it was over}.", "Lee"),
    "who speaks as a mother": ("(Lee) spoke as a mother and <said> {it was over}.", "Lee"),
    "two verbs of one subject": ("(Ann Lee) left the town, which she loved, and <said> {it was over}.", "Ann Lee"),
    "no verb of saying": ("(Ann Lee) hired Tom Berg, who <backed> {the plan}.", "Ann Lee"),
}


@pytest.mark.parametrize(("marked", "source"), CASES.values(), ids=CASES)
def test_the_pronoun_is_the_source(marked, source):
    text, attributions = read(marked)
    (found,) = with_own_subjects(text, attributions)
    assert [span.cut(text) for span in found.source] == [source]


INNER = {
    "her deputy": (
        "(Ann Lee) <said> {that her deputy, Tom Berg, warned of floods}.",
        "warned",
        "of floods",
        "her deputy, Tom Berg",
    ),
    "an audit": (
        "(Ann Lee) <said> {that an internal audit, seen by the Herald, had warned of floods}.",
        "had warned",
        "of floods",
        "an internal audit, seen by the Herald",
    ),
    "the speaker's second verb": (
        "(Ann Lee) <said> {that the house was cold and warned of floods}.",
        "warned",
        "of floods",
        "Ann Lee",
    ),
}


@pytest.mark.parametrize(("marked", "cue", "content", "source"), INNER.values(), ids=INNER)
def test_the_subject_inside_is_the_source(marked, cue, content, source):
    text, (outer,) = read(marked)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    inner = replace(outer, cue=(spans[0],), content=(spans[1],))
    found = with_own_subjects(text, (outer, inner))
    assert found[0] == outer
    assert [span.cut(text) for span in found[1].source] == [source]
