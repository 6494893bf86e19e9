import json

import pytest

from quotes.articles import read_article
from quotes.articles.metadata import read_sidecar
from quotes.model import Article, Metadata, Unreadable


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "rain.txt"
    file.write_text("It rained.")
    return file


def write(article, content):
    article.with_name("rain.meta.json").write_bytes(
        content if isinstance(content, bytes) else json.dumps(content).encode()
    )


def test_without_a_sidecar_nothing_is_known(article):
    assert read_sidecar(article, "rain.txt") == (Metadata(), None)


@pytest.mark.parametrize(
    ("record", "metadata"),
    [
        ({}, Metadata()),
        (
            {
                "title": "Rain",
                "publication": "The Post",
                "author": "Jo",
                "published": "2024-05-03",
                "url": "https://a.b",
            },
            Metadata("Rain", "The Post", "Jo", "2024-05-03", "https://a.b"),
        ),
        ({"author": ["Jo Marsh", "Bo Ek"]}, Metadata(author="Jo Marsh; Bo Ek")),
        ({"published": 2024, "title": None}, Metadata(published="2024")),
        ({"title": " Rain\n  again "}, Metadata(title="Rain again")),
        ({"titel": "Rain", "tags": {"a": 1}}, Metadata()),
    ],
)
def test_fields(article, record, metadata):
    write(article, record)
    assert read_sidecar(article, "rain.txt") == (metadata, None)


def test_a_byte_order_mark_is_no_fault(article):
    write(article, b'\xef\xbb\xbf{"title": "Rain"}')
    assert read_sidecar(article, "rain.txt") == (Metadata(title="Rain"), None)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b'"Rain"', b'{"title": "Caf\xe9"}', b"[" * 100_000, b'{"published": ' + b"9" * 10_000 + b"}"],
    ids=["empty", "cut short", "list", "string", "not UTF-8", "nested", "huge number"],
)
def test_a_sidecar_that_cannot_be_used_costs_its_fields_and_not_the_article(article, content):
    write(article, content)
    read, fault = read_article(article, "wet/rain.txt")
    assert read == Article("wet/rain.txt", "It rained.")
    assert isinstance(fault, Unreadable)
    assert fault.path == "wet/rain.meta.json"
    assert "\n" not in fault.reason


def test_a_field_of_the_wrong_type_costs_itself(article):
    write(article, {"title": "Rain", "author": {"name": "Jo"}, "url": [["x"]]})
    metadata, fault = read_sidecar(article, "rain.txt")
    assert metadata == Metadata(title="Rain")
    assert fault is not None
    assert "author, url" in fault.reason


def test_a_folder_or_broken_link_in_its_place_is_a_fault(article):
    article.with_name("rain.meta.json").symlink_to(article.with_name("gone"))
    assert read_sidecar(article, "rain.txt")[1] is not None


def test_a_name_that_leaves_no_room_for_a_sidecar_has_none(tmp_path):
    file = tmp_path / ("r" * 250 + ".txt")
    file.write_text("It rained.")
    assert read_sidecar(file, file.name) == (Metadata(), None)
