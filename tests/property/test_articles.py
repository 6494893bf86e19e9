from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.articles import read_article
from quotes.articles.encoding import Problem, decoded
from quotes.articles.metadata import read_sidecar
from quotes.layout import BLANK, paragraphs
from quotes.model import Article, Metadata, Unreadable

LINES = st.lists(
    st.sampled_from(
        [
            "It rained all day, and nobody came to the",
            "fair. “We waited,” said Ada Lind, and so did",
            "everybody else.",
            "Also read: Ten wet fairs",
            "Photo: Jo Marsh",
            "THE FAIR",
            "",
            "  \t",
            "Sign up for our newsletter",
        ]
    )
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\n\n"])
TEXTS = st.one_of(
    st.text(st.characters(categories=None)),  # lone surrogates and control characters too
    st.text(st.sampled_from("a B.“”\"'’/:\n\r\u2028\u200b\ufeff\xa0")),
    st.builds(lambda lines, end: end.join(lines), LINES, ENDS),
)
BYTES = st.one_of(
    st.binary(max_size=300),
    st.builds(
        lambda text, encoding: text.encode(encoding, "replace"),
        st.text(max_size=100),
        st.sampled_from(
            ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "mac-roman", "cp932"]
        ),
    ),
)


@given(TEXTS)
def test_paragraphs_are_ordered_disjoint_and_cover_all_that_is_not_blank(text):
    end = 0
    for paragraph in paragraphs(text):
        span = paragraph.span
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip(BLANK)
        assert text[span.start] not in BLANK
        assert text[span.end - 1] not in BLANK
        end = span.end
    assert not text[end:].strip(BLANK)


@given(TEXTS)
def test_paragraphs_of_the_same_text_are_the_same(text):
    assert paragraphs(text) == paragraphs(text)


@given(BYTES)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_an_article_or_unreadable(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "any.txt"
    file.write_bytes(data)
    (item,) = read_article(file, "any.txt")
    assert isinstance(item, Article | Unreadable)
    assert not isinstance(item, Article) or item.text.strip(BLANK)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip(BLANK)))
def test_utf8_is_read_back_unchanged(text):
    assert decoded(text.encode()) == text or text.encode().startswith((b"\xff", b"\xfe", b"PK", b"%PDF", b"GIF8"))


@given(BYTES)
@settings(deadline=None)
def test_any_bytes_are_a_text_or_a_problem(data):
    assert isinstance(decoded(data), str | Problem)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda text: f'{{"title": "{text}"}}'.encode())))
@settings(deadline=None)
def test_any_sidecar_gives_metadata_or_a_fault(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "sidecar.txt"
    file.with_name("sidecar.meta.json").write_bytes(data)
    metadata, fault = read_sidecar(file, "sidecar.txt")
    assert isinstance(metadata, Metadata)
    assert fault is None or fault.path == "sidecar.meta.json"
