"""What an article says of itself, and what corpus.toml says of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import read_article, read_corpus
from quotes.articles.identity import identified
from quotes.model import Article, Metadata

STORY = "The ferry sailed again on Monday, and the harbour was full of people who had waited for it.\n\n"

FOUND = {
    "a byline": ("By Jo Tarrant\n" + STORY, {"author": "Jo Tarrant (?)"}),
    "two of them": ("By Jo Tarrant and Ida Quill\n" + STORY, {"author": "Jo Tarrant and Ida Quill (?)"}),
    "a time stamp": ("Published May 3, 2024\n" + STORY, {"published": "2024-05-03 (?)"}),
    "a European date": ("3 May 2024\n" + STORY, {"published": "2024-05-03 (?)"}),
    "our coverage": (STORY + "Read more of our Harbour Herald coverage.", {"publication": "Harbour Herald (?)"}),
    "first published in": (STORY + "This story first appeared in Film Weekly.", {"publication": "Film Weekly (?)"}),
    "copyright": (STORY + "© 2024 Harbour Herald. All rights reserved.", {"publication": "Harbour Herald (?)"}),
    "a dateline": ("HARBOUR (Reuters) - " + STORY, {"publication": "Reuters (?)"}),
    "a headline": ("Ferry Sails Again\n\n" + STORY, {"title": "Ferry Sails Again (?)"}),
    "nothing": (STORY, {}),
    "a date in a sentence": ("The ferry sank on May 3, 2024, off the harbour, and nobody was hurt at all.\n", {}),
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.values(), ids=FOUND)
def test_what_is_guessed_is_marked(text, wanted):
    assert identified(Article("a.txt", text)).metadata == Metadata(**wanted)


def test_what_is_known_stays():
    known = Metadata("T", "P", "A", "2020", "U")
    assert identified(Article("a.txt", "By Jo Tarrant\n" + STORY, known)).metadata == known


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text):
    assert identified(Article("a.txt", text)).text == text


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "moviemag").mkdir()
    for name in ("moviemag/a.txt", "moviemag/b.txt", "c.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "moviemag/b.meta.json").write_text(json.dumps({"publication": "Herald"}), encoding="utf-8")
    return tmp_path


def test_patterns_name_publications_and_a_sidecar_counts_more(corpus):
    (corpus / "corpus.toml").write_text('[publications]\n"moviemag/*" = "MovieMag"\n', encoding="utf-8")
    found = {one.path: one.metadata.publication for one in read_corpus(corpus)}
    assert found == {"c.txt": "", "moviemag/a.txt": "MovieMag", "moviemag/b.txt": "Herald"}
    (single,) = read_article(corpus / "moviemag" / "a.txt", "moviemag/a.txt")
    assert single.metadata.publication == "MovieMag"


@pytest.mark.parametrize("content", ["[publications", "[publications]\na = 1\n", "a = 1\n"])
def test_a_broken_corpus_toml_is_told_and_costs_no_article(corpus, content):
    (corpus / "corpus.toml").write_text(content, encoding="utf-8")
    found = list(read_corpus(corpus))
    assert sum(isinstance(one, Article) for one in found) == 3
    (fault,) = (one for one in found if not isinstance(one, Article))
    assert fault.path == "corpus.toml"
    assert fault.reason.startswith("patterns not used")
