"""What the article has a quotation from: works by their titles, outlets that quote somebody or had it first."""

import pytest
from test_provenance import read

CITED = {
    "a second memoir": (
        "In her memoir, “Low Tide,” (Ann Lee) <wrote> {that it works}. In “High Tide,” a second memoir she released, "
        "(2:she) <2:wrote> {2:that it does not}.",
        ["Low Tide", "High Tide"],
    ),
    "an exhortation": ("In her exhortation, “Laudate Mare,” (Ann Lee) <writes> {that it works}.", ["Laudate Mare"]),
    "who wrote one": ("As in her earlier encyclical, (Pope Ann Lee) <says> {that it works}.", [""]),
    "a cookbook": ("{“Yes,”} (Ann Lee) <writes> in her cookbook, “Low Tide.”", ["Low Tide"]),
    "quoted in some media": ("(Officials) have been quoted in local media <saying> {that it works}.", ["local media"]),
    "a memoir without marks": ("In The Gull, her memoir, (Ann Lee) <writes> {that it works}.", ["The Gull"]),
    "a memoir that is still to come": ("In “Salt,” her memoir due in May, (Ann Lee) <says> {it works}.", ["Salt"]),
    "quoted in the papers": (
        "(Ann Lee) <was quoted> in British newspapers {as saying it works}.",
        ["British newspapers"],
    ),
    "quoted on pages": (
        "(Ann Lee) <was quoted> on the inside pages of the Harbour Herald {as saying it works}.",
        ["Harbour Herald"],
    ),
    "quoted by a person": ("(Ann Lee) <was quoted> by Tom Berg {as saying it works}.", ["Tom Berg"]),
    "first spotted": (
        "In a clip, as first spotted by Film Weekly, (Ann Lee) <argued> {that it works}.",
        ["Film Weekly"],
    ),
    "as said by the source": ("As noted by (Film Weekly), {it works}.", [""]),
}


@pytest.mark.parametrize(("marked", "cited"), CITED.values(), ids=CITED)
def test_cited_from(marked, cited):
    assert [found.cited_from for found in read(marked)] == cited
