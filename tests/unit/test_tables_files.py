"""Frames, CSV files, annotation lines and the run's folder."""

import hashlib
import io
import json
from functools import partial

import pandas as pd
import pytest

from quotes.errors import OutputError, QuotesError
from quotes.model import Article, Metadata, Occurrence, Quotation, Quote, Related, Span, Unreadable
from quotes.tables import (
    OCCURRENCE_COLUMNS,
    QUOTE_COLUMNS,
    RunRecord,
    annotation_line,
    occurrences_frame,
    quotes_frame,
    read_table,
    versions,
    write_csv,
    write_run,
    written_whole,
)
from quotes.tables.columns import as_markdown


def place(article="a/one.txt", quote="We will rebuild the pier", publication="", title="", published="", **about):
    return Occurrence(
        article=article,
        metadata=Metadata(title=title, publication=publication, published=published),
        quotation=Quotation(content=(Span(4, 12), Span(20, 33)), kind="direct", **about),
        quote=quote,
        quoted_words=quote,
        cue="said",
        speaker_as_written="she",
        context=f"“{quote}”, she said.",
        paragraph=2,
        sentence=3,
        occurrence_id="o-1",
    )


def quote_of(*places, disputed=()):
    related = tuple(Related(one, "same" if number else "fullest") for number, one in enumerate(places))
    return Quote("q-1", related, tuple(disputed))


QUOTE = quote_of(
    place(publication="The Pier", published="2024-05-02", speaker="Anna Berg", confidence=0.87654),
    place("b.txt", "“We will rebuild the pier!”", title="=Pier news", published="2024-05-01"),
    place("c.txt", "We will rebuild", publication="The Pier", published="last week"),
    place("d.txt", "We will rebuild"),
    disputed=("q-2", "q-3"),
)


def test_columns_stand_in_the_order_of_the_contract():
    assert [column.name for column in QUOTE_COLUMNS] == (
        "quote_id verdict quote quoted_words speaker speaker_id speaker_fix quote_fix speaker_role told_to "
        "told_to_kind cited_from kind cue speaker_as_written confidence evidence articles sources first_published "
        "variants disputed_with context article url paragraph spans note review_status"
    ).split()
    assert [column.name for column in OCCURRENCE_COLUMNS] == (
        "occurrence_id quote_id relation article title publication author published url paragraph sentence spans quote "
        "quoted_words kind cue speaker speaker_id speaker_as_written speaker_role told_to told_to_kind interview_with "
        "cited_from relayed_by confidence evidence"
    ).split()


def test_people_edit_four_columns():
    assert {column.name for column in QUOTE_COLUMNS if column.edited} == {"verdict", "speaker_fix", "quote_fix", "note"}


def test_columns_explained_as_markdown():
    assert as_markdown(QUOTE_COLUMNS).count("\n") == len(QUOTE_COLUMNS) + 2


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("quote", "We will rebuild the pier"),
        ("speaker", "Anna Berg"),
        ("confidence", 0.88),
        ("articles", 4),
        ("sources", "The Pier; =Pier news; d.txt"),
        ("first_published", "2024-05-01"),
        ("variants", 2),
        ("disputed_with", "q-2; q-3"),
        ("article", "a/one.txt"),
        ("paragraph", 2),
        ("spans", "4-12;20-33"),
        ("verdict", ""),
    ],
)
def test_quotes_frame(column, expected):
    assert quotes_frame([QUOTE])[column][0] == expected


def test_occurrences_frame_has_one_row_a_place():
    frame = occurrences_frame([QUOTE])
    assert frame["article"].tolist() == ["a/one.txt", "b.txt", "c.txt", "d.txt"]
    assert frame["relation"].tolist() == ["fullest", "same", "same", "same"]
    assert frame["quote_id"].unique().tolist() == ["q-1"]
    assert frame["sentence"].dtype == "Int64"


@pytest.mark.parametrize("frame_of", [quotes_frame, occurrences_frame])
@pytest.mark.parametrize("quotes", [[], [QUOTE], [QUOTE] * 3], ids=["none", "one", "three"])
@pytest.mark.parametrize("raw", [False, True])
def test_csv_comes_back_as_it_was(frame_of, quotes, raw, tmp_path):
    frame = frame_of(quotes)
    path = tmp_path / "table.csv"
    with path.open("wb") as stream:
        write_csv(frame, stream, raw=raw)
    pd.testing.assert_frame_equal(read_table(path, raw=raw), frame)


def test_csv_for_spreadsheets_and_raw():
    frame = pd.DataFrame({"quote": ["=1, “x”"], "articles": pd.Series([pd.NA], dtype="Int64")})
    safe, raw = io.BytesIO(), io.BytesIO()
    write_csv(frame, safe)
    write_csv(frame, raw, raw=True)
    assert safe.getvalue() == '\ufeffquote,articles\r\n"\'=1, “x”",\r\n'.encode()
    assert raw.getvalue() == 'quote,articles\n"=1, “x”",\n'.encode()


def test_read_table_keeps_text_and_reads_numbers(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("speaker,quote_id,articles,confidence,mine\nNA,06E2,12,0.5,1\nNone,null,many,,\nNull,nan,3.5,x,2\n")
    table = read_table(path)
    assert table["speaker"].tolist() == ["NA", "None", "Null"]
    assert table["quote_id"].tolist() == ["06E2", "null", "nan"]
    assert table["articles"].isna().tolist() == [False, True, True]
    assert table["confidence"].isna().tolist() == [False, True, True]
    assert table["mine"].tolist() == ["1", "", "2"]


@pytest.mark.parametrize(
    "content", [None, b"", b"a,b\n\xff\xfe,1\n", b'a,b\n"x'], ids=["missing", "empty", "ansi", "open"]
)
def test_read_table_says_what_it_cannot_read(content, tmp_path):
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(QuotesError) as caught:
        read_table(path)
    assert caught.value.code == "T01"
    assert str(path) in str(caught.value)


def test_written_whole_changes_all_files_together(tmp_path):
    one, two = tmp_path / "deep" / "one", tmp_path / "two"
    with written_whole(one, two) as (first, second):
        first.write(b"1")
        second.write(b"2")
        assert not one.exists()
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deep", "two"]


def die_halfway(*targets):
    with written_whole(*targets) as (first, *_):
        first.write(b"half")
        raise RuntimeError("died")


def test_written_whole_keeps_the_last_good_files(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"good")
    with pytest.raises(RuntimeError, match="died"):
        die_halfway(one, two)
    assert one.read_bytes() == b"good"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_written_whole_reports_what_it_cannot_write(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "folder", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="cannot be written"), written_whole(tmp_path / "first", target):
            pytest.fail("nothing to write to")
    assert not (tmp_path / "first").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def record(**more):
    return RunRecord(
        articles=2,
        words=300,
        quotations={"direct": 4, "mixed": 1},
        rows=1,
        folded=3,
        skipped=[Unreadable("bad.txt", "empty file")],
        versions=versions(["pandas", "no-such-package"], model="m 1"),
        options={"kinds": ["direct"]},
        **more,
    )


def test_run_record():
    read = json.loads(record(seconds=1.23456).as_json())
    assert read["articles"] == {"read": 2, "skipped": 1, "reasons": [{"article": "bad.txt", "reason": "empty file"}]}
    assert read["quotations"] == {"direct": 4, "mixed": 1, "indirect": 0}
    assert read["duplicates_folded"] == 3
    assert read["versions"]["pandas"] == pd.__version__
    assert read["versions"]["no-such-package"] == ""
    assert read["seconds"] == 1.23


def test_run_folder_is_the_same_bytes_twice(tmp_path):
    for name in ("one", "two"):
        frames = {"quotes.csv": quotes_frame([QUOTE]), "occurrences.csv": occurrences_frame([QUOTE])}
        write_run(tmp_path / name, {file: partial(write_csv, frame) for file, frame in frames.items()}, record())
    for file in ("quotes.csv", "occurrences.csv", "run.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert read_table(tmp_path / "one" / "quotes.csv")["sources"].tolist() == ["The Pier; =Pier news; d.txt"]


def test_run_record_knows_the_sheet_in_which_people_write(tmp_path):
    write_run(tmp_path, {"quotes.csv": lambda stream: stream.write(b"one")}, record())
    written = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert written["sheets"] == {"quotes.csv": hashlib.sha256(b"one").hexdigest()}


def test_run_folder_keeps_what_a_person_saved_and_drops_what_says_nothing(tmp_path):
    for name in ("quotes.csv", "orphaned_reviews.csv"):
        (tmp_path / name).write_bytes(b"mine")
    files = {"quotes.csv": lambda stream: stream.write(b"new")}
    write_run(tmp_path, files, record(), keep={"quotes.csv": "quotes.previous.csv"}, drop=["orphaned_reviews.csv"])
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == {
        "quotes.csv": b"new",
        "quotes.previous.csv": b"mine",
    }


def test_annotation_line():
    quotation = Quotation(
        content=(Span(0, 9), Span(18, 30)),
        kind="direct",
        cue=(Span(14, 18),),
        source=(Span(10, 13),),
        speaker="Anna Berg",
        told_to="The Pier",
        cited_from="Radio Nord",
        confidence=0.912345,
        evidence="pronoun: she -> Anna Berg",
    )
    line = annotation_line(Article("film/one.two.txt", "").doc, [quotation])
    assert "\n" not in line
    assert json.loads(line) == {
        "doc": "film/one.two",
        "quotes": [
            {
                "content": [[0, 9], [18, 30]],
                "source": [[10, 13]],
                "cue": [[14, 18]],
                "speaker": "Anna Berg",
                "told_to": "The Pier",
                "cited_from": "Radio Nord",
                "kind": "direct",
                "confidence": 0.9123,
                "evidence": "pronoun: she -> Anna Berg",
            }
        ],
    }


def test_annotation_line_can_be_encoded_whatever_it_holds():
    line = annotation_line("\ud800 “é”", [])
    assert json.loads(line.encode()) == {"doc": "\ud800 “é”", "quotes": []}
    assert "“é”" in line
