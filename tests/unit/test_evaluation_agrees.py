"""`quotes.evaluation` and the project's scorer give the same figures (where the scorer lies beside the project)."""

import json
import random
import sys
from pathlib import Path

import pytest

from quotes.evaluation import read_gold, read_predictions, read_speakers, score

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "eval" / "score.py").exists(), reason="../shared is not on this machine")


@pytest.fixture(scope="module")
def scorer():
    sys.path.insert(0, str(SHARED / "eval"))
    import score as module

    yield module
    sys.path.remove(str(SHARED / "eval"))


def disturbed(documents, rng):
    """Predictions made from gold: some dropped, shifted, without source, with a wrong name."""
    lines = []
    for document in documents:
        rows = []
        for a in document["attributions"]:
            if rng.random() < 0.15:
                continue
            content = [[max(0, s - rng.choice([0, 0, 0, 4, 40])), e] for s, e in a["content"]]
            source = a["source"] if rng.random() < 0.8 else []
            if rng.random() < 0.1:
                source = [[max(0, s - 90), e] for s, e in source]
            speaker = a.get("speaker") or ""
            rows.append(
                {
                    "content": content,
                    "source": source,
                    "cue": a["cue"] if rng.random() < 0.9 else [],
                    "speaker": speaker if rng.random() < 0.7 else rng.choice(["", "Somebody Else", f"the {speaker}"]),
                    "told_to": a.get("addressee", "") if rng.random() < 0.7 else "Nobody",
                    "cited_from": a.get("citation", "") if rng.random() < 0.7 else "",
                }
            )
        lines.append({"doc": document["doc"], "quotes": rows})
    return lines


@pytest.fixture(scope="module", params=["polnear/dev", "genres/dev.jsonl"])
def gold(request):
    return SHARED / "data" / request.param


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda seed: f"seed {seed}")
def both(request, scorer, gold, tmp_path_factory):
    """What the scorer and what we say of the same disturbed predictions on a sample of the gold."""
    rng = random.Random(request.param)
    theirs = scorer.load_gold(gold)
    sample = {d["doc"] for d in rng.sample(theirs, 12)}
    lines = disturbed([d for d in theirs if d["doc"] in sample], rng)
    path = tmp_path_factory.mktemp("predictions") / "predictions.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    speakers_file = SHARED / "data" / "polnear" / "speakers_dev.jsonl" if gold.is_dir() else None
    # Places in documents outside the sample are for both to leave out.
    speakers = scorer.read_jsonl(speakers_file)
    want = scorer.score([d for d in theirs if d["doc"] in sample], {x["doc"]: x["quotes"] for x in lines}, speakers)
    places = read_speakers(speakers_file) if speakers_file else []
    return want, score([d for d in read_gold(gold) if d.name in sample], read_predictions(path), places)


def test_figures_are_those_of_the_scorer(both):
    want, got = both
    figures = got.figures()
    expected = {
        "quoted_accuracy": want["quoted"]["accuracy"],
        "quoted_precision": want["quoted"]["precision"],
        "quoted_found_f1": want["quoted"]["found"]["f1"],
        "content_f1": want["all"]["content"]["f1"],
        "attribution_precision": want["all"]["attribution"]["p"],
        "attribution_recall": want["all"]["attribution"]["r"],
        "attribution_f1": want["all"]["attribution"]["f1"],
    }
    for kind, row in want["by_kind"].items():
        expected[f"{kind}_content_recall"] = row["content_recall"]
        expected[f"{kind}_attribution_recall"] = row["attribution_recall"]
    expected |= {f"{role}_exact_f1": row["f1"] for role, row in want["spans"].items()}
    if "speaker" in want:
        expected |= {"speaker_accuracy": want["speaker"]["accuracy"], "wrong_names": want["speaker"]["wrong"]}
    for field in ("told_to", "cited_from"):
        if field in want:
            row = want[field]
            expected |= {f"{field}_precision": row["p"], f"{field}_recall": row["r"], f"{field}_f1": row["f1"]}
    assert figures == expected


def test_counts_are_those_of_the_scorer(both):
    want, got = both
    counts = got.counts()
    found = want["quoted"]["found"]
    quoted = {"right": got.quoted_right.right, "predicted": found["predicted"], "gold": found["gold"]}
    expected = {
        # The scorer does not print how many regions are right, but their share.
        "quoted": quoted | {"found": found["tp"]},
        "content": ratio(want["all"]["content"]),
        "attribution": ratio(want["all"]["attribution"]),
        "spans": {role: ratio(row) for role, row in want["spans"].items()},
    }
    expected |= {field: ratio(want[field]) for field in ("told_to", "cited_from") if field in want}
    assert {name: counts[name] for name in expected} == expected
    assert counts["kinds"].keys() == want["by_kind"].keys()
    for kind, row in want["by_kind"].items():
        mine = counts["kinds"][kind]
        assert mine["gold"] == row["gold"]
        assert round(mine["found"] / mine["gold"], 4) == row["content_recall"]
        assert round(mine["right"] / mine["gold"], 4) == row["attribution_recall"]
    assert round(quoted["right"] / quoted["gold"], 4) == want["quoted"]["accuracy"]


def test_speakers_by_group_are_those_of_the_scorer(both):
    want, got = both
    row, mine = want["speaker"], got.counts()["speaker"]
    assert (mine["gold"], mine["answered"]) == (row["gold"], row["answered"])
    assert round(mine["right"] / mine["gold"], 4) == row["accuracy"]
    assert round(mine["wrong"] / mine["gold"], 4) == row["wrong"]
    assert {name: [group["right"], group["gold"]] for name, group in mine["groups"].items()} == row["by_source"]


def ratio(row):
    return {"right": row["tp"], "predicted": row["predicted"], "gold": row["gold"]}
