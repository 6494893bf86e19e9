"""What holds for all modules: data flows one way, from room to room; patterns that every Python reads alike."""

import ast
import re
from pathlib import Path

import pytest

import quotes

SOURCE = Path(quotes.__file__).parent
HOUSE = (
    *("model", "errors", "layout_patterns", "layout", "articles", "pipeline", "dedupe", "tables", "persons"),
    *("evaluation", "review", "training", "engines", "cli"),
)
ATTRIBUTION = ("network", "conventions")
PROVENANCE = ("wording", "ranker", "told", "cited", "carried", "conventions", "turn", "reader")
PEOPLE = ("wordlists", "nations", "lexicon", "scene", "names", "cast", "sources", "antecedents", "speakers")


def imported(path: Path) -> set[str]:
    """The modules that a module imports by name, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    froms = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return froms | {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}


def backwards(folder: Path, package: str, rooms: tuple[str, ...]) -> list[str]:
    """Imports of a later room by an earlier one, as `module imports module`."""
    place = {room: number for number, room in enumerate(rooms)}
    found = []
    for path in sorted(folder.rglob("*.py")):
        room = path.relative_to(folder).parts[0].removesuffix(".py")
        for module in imported(path):
            other = module.removeprefix(f"{package}.").split(".")[0]
            if module.startswith(f"{package}.") and place.get(other, -1) > place.get(room, len(rooms)):
                found.append(f"{path.relative_to(folder)} imports {module}")
    return found


@pytest.mark.parametrize(
    ("folder", "package", "rooms"),
    [
        pytest.param(SOURCE, "quotes", HOUSE, id="the house"),
        pytest.param(SOURCE / "pipeline" / "people", "quotes.pipeline.people", PEOPLE, id="people"),
        pytest.param(SOURCE / "pipeline" / "attribution", "quotes.pipeline.attribution", ATTRIBUTION, id="attribution"),
        pytest.param(SOURCE / "pipeline" / "provenance", "quotes.pipeline.provenance", PROVENANCE, id="provenance"),
    ],
)
def test_data_flows_one_way(folder, package, rooms):
    assert backwards(folder, package, rooms) == []


def test_every_room_is_in_the_order():
    rooms = {path.name.removesuffix(".py") for path in SOURCE.iterdir() if not path.name.startswith("_")}
    assert rooms - {"testing", "py.typed"} == set(HOUSE)
    for name, order in (("attribution", ATTRIBUTION), ("people", PEOPLE), ("provenance", PROVENANCE)):
        inner = {path.name.removesuffix(".py") for path in (SOURCE / "pipeline" / name).iterdir()}
        assert {one for one in inner if not one.startswith("_") and "." not in one} == set(order)


def test_no_group_is_possessive():
    """Python 3.11.0 to 3.11.4 get a group that gives nothing back wrong (gh-106052): rows would differ."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
    found = [
        f"{path.name}: {m[0]}" for path in SOURCE.rglob("*.py") for m in possessive.finditer(path.read_text("utf-8"))
    ]
    assert found == []
