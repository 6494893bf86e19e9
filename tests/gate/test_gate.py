"""No figure falls below its floor (`floors.json`).

Our own corpus is always measured; the seeds and the two development sets, which take a minute, where `../shared` lies
beside the project. By hand: `quotes gate tests/gate/floors.json`.
"""

from pathlib import Path

import pytest

from quotes.engines.assessment import assess_set
from quotes.evaluation import read_gate, shortfalls

SETS = read_gate(Path(__file__).parent / "floors.json")


def test_our_own_corpus_has_floors():
    assert SETS["corpus"].is_here
    assert SETS["corpus"].floors


@pytest.mark.parametrize("name", SETS)
def test_figures_keep_their_floors(name, load_pipeline_once):
    gold_set = SETS[name]
    if not gold_set.is_here:
        pytest.skip(f"{gold_set.gold} is not on this machine")
    below = shortfalls(gold_set.floors, assess_set(gold_set).scores.figures())
    assert not below, "\n" + "\n".join(map(str, below))
