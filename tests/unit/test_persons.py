"""Speakers of a corpus: the people file, one name across articles, and the people.csv that a run leaves."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from quotes.engines.people_sheet import KEPT, PEOPLE_FILE, PeopleSheet
from quotes.errors import PeopleError
from quotes.model import ListedSpeaker, Metadata, Occurrence, Quotation, Span
from quotes.persons import PeopleFile, Person, read_people, settled
from quotes.persons.across import one_name
from quotes.tables import people_frame, write_csv

HEADER = "name,aliases,id,note\n"


def said(name: str, article: str = "a.txt", *, kind: str = "person", written: str = "") -> Occurrence:
    quotation = Quotation((Span(0, 5),), "direct", speaker=name, speaker_kind=kind, evidence="name by the cue")
    return Occurrence(article, Metadata(), quotation, "Yes", "Yes", "said", written or name, "", 1, 1)


def file_of(tmp_path, content: str | bytes, name: str = "people.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


ACROSS = {
    "a surname goes to the full name": (["Ann Lee", "Lee"], {"Lee": "Ann Lee"}),
    "a name with a middle initial is fuller": (["Ann Lee", "Ann M. Lee"], {"Ann Lee": "Ann M. Lee"}),
    "an initial for a first name": (["A. Lee", "Ann Lee"], {"A. Lee": "Ann Lee"}),
    "two namesakes keep a surname apart": (["Ann Lee", "Tom Lee", "Lee"], {}),
    "other middle names are other people": (["George W. Hill", "George H. Hill"], {}),
    "a name between two people stays": (["George W. Hill", "George H. Hill", "George Hill"], {}),
    "junior is not senior": (["Tom Berg", "Tom Berg Jr."], {}),
    "another first name": (["Ann Lee", "Ida Lee"], {}),
    "a first name alone stays": (["Ann Lee", "Ann"], {}),
    "a surname with a particle": (["Ida van der Berg", "Ida Berg"], {}),
    "nobody to go to": (["Lee"], {}),
    "nobody named": ([""], {}),
}


@pytest.mark.parametrize(("names", "expected"), ACROSS.values(), ids=ACROSS)
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned round"])
def test_one_name_finds_the_fullest_form(names, expected, turned):
    names = names[::-1] if turned else names
    assert one_name([said(name, f"{i}.txt") for i, name in enumerate(names)]) == expected


def test_one_name_minds_a_title_of_the_other_gender():
    assert one_name([said("Ann Lee"), said("Lee", "b.txt", written="Mr. Lee")]) == {}
    assert one_name([said("Ann Lee"), said("Lee", "b.txt", written="Mrs. Lee")]) == {"Lee": "Ann Lee"}


def test_one_name_leaves_things_to_themselves():
    assert one_name([said("Fiona Apple"), said("Apple", "b.txt", kind="organisation")]) == {}
    firm = [said("Acme Inc.", str(i), kind="organisation") for i in range(2)]
    assert one_name([*firm, said("ACME INC", "c", kind="organisation")]) == {"ACME INC": "Acme Inc."}


def test_settled_renames_and_counts():
    found = settled([said("Ann Lee"), said("Lee", "b.txt"), said("")], PeopleFile())
    assert [one.quotation.speaker for one in found.occurrences] == ["Ann Lee", "Ann Lee", ""]
    assert found.occurrences[1].quotation.evidence == "name by the cue; full name in another article: Lee -> Ann Lee"
    assert found.occurrences[1].speaker_as_written == "Lee"
    assert found.people == (ListedSpeaker("Ann Lee", (), "", "", 2, 2, ("Ann Lee", "Lee")),)


def test_settled_follows_the_people_file(tmp_path):
    people = read_people(file_of(tmp_path, HEADER + "Ann Lee-Berg,Ann Lee; The Brush,Q7,painter\n"))
    found = settled([said("Ann Lee"), said("The Brush", "b.txt"), said("Tom Berg", "c.txt")], people)
    assert [(o.quotation.speaker, o.quotation.speaker_id) for o in found.occurrences] == [
        ("Ann Lee-Berg", "Q7"),
        ("Ann Lee-Berg", "Q7"),
        ("Tom Berg", ""),
    ]
    assert found.people[0] == ListedSpeaker("Ann Lee-Berg", (), "Q7", "painter", 2, 2, ("Ann Lee", "The Brush"))
    assert found.people[1].name == "Tom Berg"


def test_settled_keeps_who_is_not_quoted(tmp_path):
    people = read_people(file_of(tmp_path, HEADER + "Ida Quill,,Q9,\n"))
    assert settled([], people).people == (ListedSpeaker("Ida Quill", (), "Q9", "", 0, 0, ()),)


ENCODINGS = {
    "utf-8": ("utf-8", ","),
    "utf-8 with a mark, as Excel saves": ("utf-8-sig", ","),
    "Windows-1252 and semicolons, as Excel saves": ("cp1252", ";"),
    "Unicode text of Excel": ("utf-16", "\t"),
}


@pytest.mark.parametrize(("encoding", "delimiter"), ENCODINGS.values(), ids=ENCODINGS)
def test_read_people_reads_what_spreadsheets_write(tmp_path, encoding, delimiter):
    text = 'name,aliases,id,note\r\nZoë Müller,"Zoe Muller, Z. Müller",Q1,“the one”\r\n'
    text = text.replace(",", delimiter).replace(f"Muller{delimiter} Z", "Muller; Z")
    people = read_people(file_of(tmp_path, text.encode(encoding)))
    assert people.people == (Person("Zoë Müller", ("Zoe Muller", "Z. Müller"), "Q1", "“the one”"),)
    assert people.of("zoe  muller") == people.people[0]


def test_read_people_takes_rows_as_a_run_wrote_them_for_nothing(tmp_path):
    text = "name,aliases,id,note,quotations,articles,found_as\nLee,,,,2,1,Lee\nAnn Lee,,,,1,1,Anne Lee\n"
    assert read_people(file_of(tmp_path, text)).people == (Person("Ann Lee", ("Anne Lee",)),)


def test_read_people_joins_rows_of_one_name(tmp_path):
    text = "name,aliases,id,note,found_as\nAnn Lee,,,one,Ann Lee\nAnn Lee,,,two,The Brush\n"
    assert read_people(file_of(tmp_path, text)).people == (Person("Ann Lee", ("Ann Lee", "The Brush"), "", "one; two"),)


FAULTY = {
    "an empty file": ("", "P02", 1),
    "a blank file": ("\n \n", "P02", 1),
    "no column of names": ("who,id\nAnn,1\n", "P02", 1),
    "a column twice": ("name,id,id\nAnn,1,2\n", "P02", 1),
    "a cell too many": (HEADER + "Ann Lee,,Q1,,\nTom,a,b,c,d\n", "P02", 3),
    "a row without a name": (HEADER + "\n,,Q1,\n", "P02", 3),
    "a mark left open": (HEADER + 'Ann,,,\n"Tom,,,\n', "P02", 3),
    "one alias for two": (HEADER + "Ann Lee,The Brush,,\nTom Berg,the brush,,\n", "P03", 3),
    "one name with two ids": (HEADER + "Ann Lee,,Q1,\nAnn Lee,,Q2,\n", "P03", 3),
}


@pytest.mark.parametrize(("content", "code", "line"), FAULTY.values(), ids=FAULTY)
def test_read_people_names_the_line_of_a_fault(tmp_path, content, code, line):
    with pytest.raises(PeopleError) as error:
        read_people(file_of(tmp_path, content))
    assert (error.value.code, error.value.values["line"]) == (code, line)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, None], ids=["binary", "not there"])
def test_read_people_says_what_is_no_people_file(tmp_path, content):
    path = tmp_path / "none.csv" if content is None else file_of(tmp_path, content)
    with pytest.raises(PeopleError) as error:
        read_people(path)
    assert error.value.code == "P01"


def test_what_a_run_writes_is_read_back(tmp_path):
    listed = [
        ListedSpeaker("Ann Lee", ("The Brush",), "Q1", "=1+1", 2, 1, ("Lee",)),
        ListedSpeaker("Tom", (), "", "", 1),
    ]
    stream = io.BytesIO()
    write_csv(people_frame(listed), stream)
    people = read_people(file_of(tmp_path, stream.getvalue()))
    assert people.people == (Person("Ann Lee", ("The Brush", "Lee"), "Q1", "=1+1"),)


def write(sheet, folder, people):
    for name, writer in sheet.writers(people).items():
        with (folder / name).open("wb") as stream:
            writer(stream)


def test_the_sheet_of_the_folder_is_used_and_goes_on(tmp_path):
    file_of(tmp_path, HEADER + "Ann Lee,The Brush,Q1,\n", PEOPLE_FILE)
    sheet = PeopleSheet(tmp_path, None)
    assert sheet.file.of("The Brush").id == "Q1"
    write(sheet, tmp_path, settled([said("The Brush")], sheet.file).people)
    again = PeopleSheet(tmp_path, tmp_path / "." / PEOPLE_FILE)
    assert again.file.of("The Brush").id == "Q1"
    assert not (tmp_path / KEPT).exists()


def test_a_file_kept_elsewhere_takes_effect_when_changed(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    elsewhere = file_of(tmp_path, HEADER + "Ann Lee,The Brush,Q1,\n", "mine.csv")
    first = PeopleSheet(out, elsewhere)
    write(first, out, settled([said("The Brush")], first.file).people)
    file_of(tmp_path, HEADER + "Ann Lee,The Brush,Q2,\n", "mine.csv")
    second = PeopleSheet(out, elsewhere)
    assert second.file.of("The Brush").id == "Q2"
    write(second, out, settled([said("The Brush")], second.file).people)
    assert read_people(out / PEOPLE_FILE).of("The Brush").id == "Q2"


def test_what_somebody_wrote_into_the_folder_is_kept(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    own = file_of(out, HEADER + "Tom Berg,,Q5,by hand\n", PEOPLE_FILE).read_bytes()
    sheet = PeopleSheet(out, file_of(tmp_path, HEADER + "Ann Lee,,Q1,\n", "mine.csv"))
    write(sheet, out, ())
    assert (out / KEPT).read_bytes() == own


def test_a_renamed_speaker_is_the_same_occurrence():
    before = settled([said("Ann Lee")], PeopleFile()).occurrences[0]
    person = Person("Ann Lee-Berg", ("Ann Lee",))
    after = settled([said("Ann Lee")], PeopleFile((person,), {"ann lee": person})).occurrences[0]
    same = replace(after.quotation, speaker="Ann Lee", evidence=before.quotation.evidence)
    assert replace(after, quotation=same) == before
