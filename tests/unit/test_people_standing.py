"""How a mention stands: as a subject, also where it comes last or stands beside a role."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people.antecedents.standing import standings
from quotes.pipeline.people.names.mentions import find_mentions
from quotes.pipeline.people.scene import Scene

CASES = {
    "before a verb": ("Ann Lee won on Monday.", True, False),
    "behind a preposition": ("They went with Ann Lee to the well.", False, True),
    "beside a role": ("The mayor, Ann Lee, was furious.", True, False),
    "beside a role, with more to tell": ("His sister, the singer Ann Lee, who won in May, left.", True, False),
    "last in its sentence": ("Among the crowd was Ann Lee, 45, a plumber.", True, False),
    "last, with what she is": ("Next to her stood plumber Ann Lee.", True, False),
    "told": ("Nobody told Ann Lee, and all left.", False, True),
}


@pytest.mark.parametrize(("text", "subject", "oblique"), CASES.values(), ids=CASES)
def test_standing(text, subject, oblique):
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    scene = Scene.of_doc(doc)
    (found,) = standings(scene, find_mentions(doc, scene))
    assert (found.subject, found.oblique) == (subject, oblique)
