"""Where a decision goes when the rows change."""

import pytest
from review_sheets import row

from quotes.review import carry, record_lines
from quotes.review.carry import decided_rows, read_record
from quotes.review.rows import Place, letters

WORDS = "The ferry is safe, and it will sail on Monday morning"
CHECK = "carried, please check"


def decided(quote=WORDS, verdict="accept", **cells):
    return row(quote, verdict=verdict, **{"quote_id": "q-1", "speaker": "Ada Lind", "paragraph": "2", **cells})


def new(quote=WORDS, **cells):
    return row(quote, **{"quote_id": "q-1", "speaker": "Ada Lind", "paragraph": "2", **cells})


def places(**by_id):
    return {
        key.replace("_", "-"): [Place(article, letters(quote)) for article, quote in of] for key, of in by_id.items()
    }


@pytest.mark.parametrize(
    ("old", "to", "status"),
    [
        pytest.param({}, {}, "carried", id="nothing changed"),
        pytest.param({}, {"quote": WORDS.upper() + "!"}, "carried", id="only marks and case"),
        pytest.param({}, {"quote_id": "q-9"}, "carried", id="another id, the same words in the same article"),
        pytest.param({}, {"article": "moved.txt"}, "carried", id="the same id and words, another file"),
        pytest.param({}, {"quote": WORDS.replace("morning", "night")}, CHECK, id="near wording by id"),
        pytest.param(
            {}, {"quote_id": "q-9", "quote": WORDS.replace("morning", "night")}, CHECK, id="near wording in the article"
        ),
        pytest.param({}, {"quote_id": "q-9", "quote": f"{WORDS}, she said, as ever"}, CHECK, id="a fuller wording"),
        pytest.param({}, {"speaker": "Jo Tarrant"}, CHECK, id="another speaker"),
        pytest.param({}, {"speaker": ""}, CHECK, id="no speaker any more"),
        pytest.param({"speaker_id": "p7"}, {"speaker": "Ada Lind-Oro", "speaker_id": "p7"}, "carried", id="renamed"),
        pytest.param(
            {"speaker": "Lind", "evidence": "name by the cue"},
            {"speaker": "Ada Lind", "speaker_id": "p7", "evidence": "name by the cue; people file: Lind -> Ada Lind"},
            "carried",
            id="named by the people file",
        ),
        pytest.param(
            {"evidence": "pronoun: she -> Lind; people file: Lind -> Ada Lind"},
            {"speaker": "A. Lind", "evidence": "pronoun: she -> Lind; people file: Lind -> A. Lind"},
            "carried",
            id="renamed in the people file",
        ),
        pytest.param(
            {"evidence": "name by the cue; people file: Lind -> Ada Lind"},
            {"speaker": "Lind", "evidence": "name by the cue"},
            "carried",
            id="taken out of the people file",
        ),
        pytest.param(
            {"evidence": "name by the cue; people file: Lind -> Ada Lind"},
            {"speaker": "Bo Ek", "evidence": "name by the cue; people file: Ek -> Bo Ek"},
            CHECK,
            id="somebody else of the people file",
        ),
        pytest.param(
            {"speaker": "Lind"},
            {"evidence": "name by the cue; full name in another article: Lind -> Ada Lind"},
            CHECK,
            id="a first name from another article, which may be wrong",
        ),
        pytest.param(
            {"verdict": "fix", "speaker_fix": "Jo Tarrant"}, {"speaker": "Jo Tarrant"}, "carried", id="now as corrected"
        ),
        pytest.param({"quote": "600"}, {"quote": "06E2"}, CHECK, id="words made a number, same paragraph"),
        pytest.param({"quote": ""}, {}, CHECK, id="a sheet without the column of quotations"),
        pytest.param({"quote_id": ""}, {}, "carried", id="a sheet without the column of ids"),
        pytest.param(
            {"quote": "Zażółć gęślą jaźń".encode("cp1252", "replace").decode("cp1252"), "is_ansi": True},
            {"quote": "Zażółć gęślą jaźń"},
            "carried",
            id="characters that ANSI does not have",
        ),
        pytest.param(
            {"quote": "x" * 30_000 + " […cut: 40,000 characters in all]"},
            {"quote": "x" * 40_000},
            "carried",
            id="cut to what a cell holds",
        ),
        pytest.param({"review_status": CHECK}, {}, CHECK, id="still to be checked"),
    ],
)
def test_one_decision_on_one_row(old, to, status):
    carried = carry([decided(**old)], [new(**to)], {})
    [(_, one)] = carried.decisions.items()
    assert (one.decision.verdict, one.status) == (old.get("verdict", "accept"), status)
    assert not carried.orphans


@pytest.mark.parametrize(
    "to",
    [
        pytest.param({"quote_id": "q-9", "quote": "Nobody told us that the pier would close"}, id="other words"),
        pytest.param({"quote_id": "q-9", "article": "other.txt"}, id="another id in another article"),
        pytest.param({"quote": "Nobody told us that the pier would close", "paragraph": "8"}, id="an id gone astray"),
    ],
)
def test_no_row_makes_an_orphan_with_a_reason(to):
    carried = carry([decided()], [new(**to)], {})
    assert not carried.decisions
    assert [one.reason for one in carried.orphans] == ["no row of its article has its words, nor any row its id"]


def test_the_wording_decides_where_the_id_is_on_other_words():
    rows = [new("Nobody told us that the pier would close", paragraph="8"), new(quote_id="q-2")]
    assert list(carry([decided()], rows, {}).decisions) == ["q-2"]


def test_the_surest_way_comes_first_whatever_the_order():
    near = decided(WORDS.replace("morning", "night"), "reject", quote_id="q-8", note="near")
    assert carry([near, decided()], [new()], {}).decisions["q-1"].decision.verdict == "accept"


def test_of_the_same_words_twice_in_an_article_the_speaker_and_the_place_decide():
    rows = [
        new(quote_id="q-7", speaker="Jo Tarrant", paragraph="2"),
        new(quote_id="q-8", paragraph="9", spans="9-60"),
        new(quote_id="q-9", paragraph="9", spans="300-360"),
    ]
    assert list(carry([decided(quote_id="q-x", spans="300-360")], rows, {}).decisions) == ["q-9"]


def test_an_id_that_was_given_up_leads_to_the_one_that_took_its_row():
    of = places(q_2=[("a.txt", WORDS), ("b.txt", f"{WORDS} or Tuesday")])
    rows = [new(f"{WORDS} or Tuesday", quote_id="q-2", article="b.txt")]
    carried = carry([decided(quote_id="q-1")], rows, of, forwards={"q-1": "q-5", "q-5": "q-2"})
    assert carried.decisions["q-2"].status == CHECK
    assert carry([decided(quote_id="q-1")], [new("else", quote_id="q-2")], {}, forwards={"q-1": "q-1"}).orphans


class TestRowsThatBecomeOneAndPart:
    """Two rows, A and B; B's words are found to be a part of A's; then they part again."""

    A, B = "We will rebuild the pier before the winter comes", "rebuild the pier before the winter"
    APART = (
        row(A, quote_id="q-a", article="a.txt", speaker="Ada Lind"),
        row(B, quote_id="q-b", article="b.txt", speaker="Ada Lind"),
    )
    ONE = (APART[0],)
    PLACES = places(q_a=[("a.txt", A), ("b.txt", B)])
    FORWARDS = {"q-b": "q-a"}  # noqa: RUF012  (never changed)

    def merged(self, *rows):
        return carry(rows, self.ONE, self.PLACES, forwards=self.FORWARDS)

    def sheet(self, tmp_path, carried, **edits):
        """What the next run reads: the row with its decision, as the reviewer left it, and the record."""
        (tmp_path / "record").write_bytes(record_lines(carried))
        cells = dict(self.ONE[0].cells)
        if one := carried.decisions.get("q-a"):
            cells |= one.decision.cells | {"review_status": one.status}
        rows = [type(self.ONE[0])(cells | edits)]
        return decided_rows(rows, read_record(tmp_path / "record"))

    def with_verdict(self, number, verdict, **cells):
        return type(self.ONE[0])(dict(self.APART[number].cells) | {"verdict": verdict} | cells)

    def parted(self, rows):
        found = carry(rows, self.APART, {}, forwards=self.FORWARDS)
        return {key: (one.decision.verdict, one.status) for key, one in found.decisions.items()}, found.orphans

    def test_a_decision_on_b_goes_to_the_one_row_to_be_checked_and_back(self, tmp_path):
        one = self.merged(self.with_verdict(1, "reject"))
        assert one.decisions["q-a"].status == CHECK
        assert self.parted(self.sheet(tmp_path, one)) == ({"q-b": ("reject", "carried")}, ())

    def test_checked_on_the_one_row_it_stays_there(self, tmp_path):
        one = self.merged(self.with_verdict(1, "reject"))
        assert self.parted(self.sheet(tmp_path, one, verdict="accept")) == ({"q-a": ("accept", "carried")}, ())
        assert self.parted(self.sheet(tmp_path, one, review_status="")) == ({"q-a": ("reject", "carried")}, ())

    def test_the_same_decision_on_both_comes_back_on_both(self, tmp_path):
        one = self.merged(self.with_verdict(0, "accept"), self.with_verdict(1, "accept"))
        assert not one.orphans
        parted, orphans = self.parted(self.sheet(tmp_path, one))
        assert {key: verdict for key, (verdict, _) in parted.items()} == {"q-a": "accept", "q-b": "accept"}
        assert not orphans

    def test_two_decisions_that_differ_are_both_kept(self, tmp_path):
        one = self.merged(self.with_verdict(0, "accept"), self.with_verdict(1, "reject"))
        assert one.decisions["q-a"].decision.verdict == "accept"
        assert [(o.row.quote_id, o.reason) for o in one.orphans] == [
            ("q-b", "its row is now q-a, which has another decision")
        ]
        back = [*self.sheet(tmp_path, one), *(o.row for o in one.orphans)]
        assert self.parted(back)[0] == {"q-a": ("accept", "carried"), "q-b": ("reject", "carried")}

    def test_a_decision_on_the_one_row_stays_with_its_words(self, tmp_path):
        one = self.merged(self.with_verdict(0, "accept"))
        assert self.parted(self.sheet(tmp_path, one)) == ({"q-a": ("accept", "carried")}, ())

    def test_the_id_may_stay_with_either_half(self):
        swapped = [
            row(self.A, quote_id="q-new", article="a.txt", speaker="Ada Lind"),
            row(self.B, quote_id="q-a", article="b.txt", speaker="Ada Lind"),
        ]
        found = carry([self.with_verdict(0, "accept")], swapped, {})
        assert {key: one.status for key, one in found.decisions.items()} == {"q-new": "carried"}


def test_a_row_that_somebody_copied_counts_once_where_both_say_the_same():
    carried = carry([decided(), decided(), decided(verdict="reject")], [new()], {})
    assert carried.decisions["q-1"].decision.verdict == "accept"
    assert [one.row.decision.verdict for one in carried.orphans] == ["reject"]


def test_a_record_that_is_damaged_is_as_if_it_were_not_there(tmp_path):
    (tmp_path / "record").write_text('{"quote_id": 1}\nno json\n[]\n', encoding="utf-8")
    assert read_record(tmp_path / "record") == {}
    assert read_record(tmp_path / "none") == {}


def test_a_name_that_ansi_lost_is_made_whole_where_one_name_fits():
    old = decided(verdict="fix", speaker_fix="?ukasz Nowak", is_ansi=True)
    rows = [new(), new("Other words altogether", quote_id="q-3", speaker="Łukasz Nowak")]
    assert carry([old], rows, {}).decisions["q-1"].decision.speaker_fix == "Łukasz Nowak"
    rows.append(new("And others still", quote_id="q-4", speaker="Žukasz Nowak".replace("Ž", "Ğ")))
    assert carry([old], rows, {}).decisions["q-1"].decision.speaker_fix == "?ukasz Nowak"
