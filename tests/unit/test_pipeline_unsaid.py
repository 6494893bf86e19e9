"""What nobody has said."""

import pytest
from people_docs import read

from quotes.model import Span
from quotes.pipeline.attribution.conventions.unsaid import without_unsaid

CASES = {
    "the narrator asks": ("Does (Lee) <think> {that was fair}?", False),
    "somebody asks": ("Did it hold, (she) <asked>, {or not}?", True),
    "somebody quotes a question": ("“{Does he know},” (she) <asked>.", True),
    "they call it quits": ("(Lee and Berg) <called> {it quits in May}.", False),
    "they call it a day": ("(Lee and Berg) <called> {it a day after May}.", False),
    "but a day of shame": ("(Lee) <called> {it a day of shame}.", True),
    "what callers are to give": ("People may call 101, <quoting> {Operation Gull}.", False),
    "but somebody quoted": ("Callers rang 101, <quoting> (Lee) {as saying he ran}.", True),
}


@pytest.mark.parametrize(("marked", "is_said"), CASES.values(), ids=CASES)
def test_what_nobody_has_said_is_no_attribution(marked, is_said):
    text, found = read(marked)
    assert bool(without_unsaid(text, found, (Span(0, len(text)),))) is is_said
