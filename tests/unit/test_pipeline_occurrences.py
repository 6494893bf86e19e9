"""From quotations to rows: hand-made quotations on a blank `Doc`, so that nothing but the rendering is tested."""

from __future__ import annotations

import pytest
import spacy

from quotes.errors import ModelError
from quotes.model import Article, Attribution, Metadata, Paragraph, Provenance, Quotation, Span, Speaker
from quotes.pipeline import load
from quotes.pipeline.attribution.network.weights import default_folder, load_network
from quotes.pipeline.occurrences import occurrences
from quotes.pipeline.quotations import assembled, kind_of
from quotes.pipeline.regions import quoted_regions


def spans(text, *parts):
    found, at = [], 0
    for part in parts:
        at = text.index(part, at)
        found.append(Span(at, at + len(part)))
        at += len(part)
    return tuple(found)


def paragraphs_of(text):
    bounds, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(bounds)


def doc_of(text, *contents, cue=(), source=()):
    doc = spacy.blank("en")(text)
    doc._.paragraphs = paragraphs_of(text)
    doc._.quoted_regions = quoted_regions(text, doc._.paragraphs)
    starts = [paragraph.span for paragraph in doc._.paragraphs]
    doc._.sentences = tuple(starts)
    doc._.quotations = tuple(
        Quotation(content, kind_of(text, content, doc._.quoted_regions), cue=cue, source=source) for content in contents
    )
    return doc


RENDERED = {
    "direct, split": (
        "“It is cold,” Voss said, “and dark.”",
        ["“It is cold,”", "“and dark.”"],
        ("direct", "It is cold, and dark.", "It is cold, … and dark."),
    ),
    "direct, inner marks stay": (
        "“They shout ‘No!’ at night,” Voss said.",
        ["“They shout ‘No!’ at night,”"],
        ("direct", "They shout ‘No!’ at night,", "They shout ‘No!’ at night,"),
    ),
    "direct, over paragraphs": (
        "“It is cold.\n\n“It is dark.”",
        ["“It is cold.", "“It is dark.”"],
        ("direct", "It is cold. It is dark.", "It is cold. … It is dark."),
    ),
    "direct, over paragraphs without marks of their own": (
        "Voss said: “It is cold.\nIt is ‘too dark’ here.\n\nNobody comes.” The boat left.",
        ["“It is cold.", "It is ‘too dark’ here.", "Nobody comes.”"],
        (
            "direct",
            "It is cold. It is ‘too dark’ here. Nobody comes.",
            "It is cold. … It is ‘too dark’ here. … Nobody comes.",
        ),
    ),
    "mixed, over paragraphs without marks of their own": (
        "Voss said the winter was “a white hell.\nNobody comes”.",
        ["the winter was “a white hell.", "Nobody comes”"],
        ("mixed", "the winter was “a white hell. Nobody comes”", "a white hell. … Nobody comes"),
    ),
    "left open, with words between that are not quoted": (
        "“It is cold and dark.\nThe boat left.\nNobody comes,” Voss said.",
        ["“It is cold and dark.", "Nobody comes,”"],
        ("direct", "It is cold and dark. Nobody comes,”", "It is cold and dark."),
    ),
    "left open, with another quotation behind": (
        "“It is cold and dark.\nNobody comes.\n“The boat left,” Voss said.",
        ["“It is cold and dark.", "Nobody comes."],
        ("direct", "It is cold and dark. Nobody comes.", "It is cold and dark."),
    ),
    "direct, two regions in one span": (
        "Voss said “yes yes yes” “no no no”.",
        ["“yes yes yes” “no no no”"],
        ("direct", "yes yes yes no no no", "yes yes yes … no no no"),
    ),
    "direct, two words outside": (
        "Voss said that “the sea is cold”.",
        ["that “the sea is cold”"],
        ("direct", "that the sea is cold", "the sea is cold"),
    ),
    "direct, single marks": (
        "‘It is cold’, said Voss.",
        ["‘It is cold’"],
        ("direct", "It is cold", "It is cold"),
    ),
    "direct, inside a quotation": (
        "“She said ‘never again’ to me,” said Voss.",
        ["‘never again’"],
        ("direct", "never again", "never again"),
    ),
    "mixed": (
        "Voss said the winter was “a white hell” and “too long”.",
        ["the winter was “a white hell” and “too long”"],
        ("mixed", "the winter was “a white hell” and “too long”", "a white hell … too long"),
    ),
    "indirect": ("Voss said the winter was long.", ["the winter was long"], ("indirect", "the winter was long", "")),
    "white space on one line": (
        "“It  is\u2028very\tcold,” said Voss.",
        ["“It  is\u2028very\tcold,”"],
        ("direct", "It is very cold,", "It is very cold,"),
    ),
}


@pytest.mark.parametrize(("text", "content", "expected"), RENDERED.values(), ids=RENDERED)
def test_occurrences_render(text, content, expected):
    (row,) = occurrences(doc_of(text, spans(text, *content)))
    assert (row.quotation.kind, row.quote, row.quoted_words) == expected


def test_occurrences_say_where():
    text = "A cold day.\n\nVoss came.\n\n“It is cold,” Voss said."
    content, source, cue = spans(text, "“It is cold,”", "Voss", "said")
    doc = doc_of(text, (content,), cue=(cue,), source=(source,))
    doc._.article = Article("a/b.txt", text, Metadata(title="Cold"))
    (row,) = occurrences(doc)
    assert (row.article, row.metadata.title) == ("a/b.txt", "Cold")
    assert (row.paragraph, row.sentence) == (3, 3)
    assert (row.cue, row.speaker_as_written) == ("said", "Voss")
    assert row.context == "“It is cold,” Voss said."


def test_occurrences_context_holds_source_and_content():
    text = "Voss spoke.\nIt rained.\n“It is cold.”"
    (row,) = occurrences(doc_of(text, spans(text, "“It is cold.”"), source=spans(text, "Voss")))
    assert row.context == "Voss spoke. “It is cold.”"


def test_occurrences_without_paragraphs_and_sentences():
    text = "“It is cold,” Voss said."
    doc = spacy.blank("en")(text)
    doc._.quotations = (Quotation(spans(text, "“It is cold,”"), "direct"),)
    (row,) = occurrences(doc)
    assert (row.article, row.paragraph, row.sentence, row.context) == ("", 1, 0, "“It is cold,”")


def test_quotations_join_what_is_known():
    text = "“It is cold,” Voss said. He thinks it will snow."
    regions = quoted_regions(text, paragraphs_of(text))
    later = Attribution(spans(text, "it will snow"), confidence=0.5)
    first = Attribution(spans(text, "“It is cold,”"), spans(text, "said"), spans(text, "Voss"), confidence=0.8)
    speakers = (Speaker(evidence="pronoun"), Speaker("Clara Voss", "skipper", 0.5, "name by the cue"))
    one, other = assembled(text, regions, (later, first), speakers, (Provenance(), Provenance("Post", "outlet")))
    assert (one.kind, one.speaker, one.speaker_role, one.told_to) == ("direct", "Clara Voss", "skipper", "Post")
    assert (one.confidence, one.evidence) == (0.4, "name by the cue")
    assert (other.kind, other.speaker, other.confidence) == ("indirect", "", 0.5)


def test_quotations_with_fewer_speakers_than_attributions():
    (one,) = assembled("It snows.", (), (Attribution((Span(0, 8),)),))
    assert (one.kind, one.speaker, one.told_to) == ("indirect", "", "")


def test_load_of_a_pipeline_that_is_not_there_says_what_to_do():
    with pytest.raises(ModelError, match=r"pip install en-core-web-nowhere") as raised:
        load("en_core_web_nowhere")
    assert raised.value.code == "M01"


def test_load_of_a_folder_that_is_no_pipeline(tmp_path):
    with pytest.raises(ModelError) as raised:
        load(str(tmp_path))
    assert raised.value.code == "M02"


def test_load_of_a_folder_of_quotes_train(tmp_path):
    for name in ("encoder.onnx", "roles.npz", "tokenizer.json", "antecedents.npz", "meta.json"):
        (tmp_path / name).write_bytes((default_folder() / name).read_bytes())
    ours = load(str(tmp_path)).get_pipe("quote_attribution").network
    assert ours.version == load_network().version
    (tmp_path / "meta.json").unlink()
    with pytest.raises(ModelError) as raised:
        load(str(tmp_path))
    assert raised.value.code == "M03"


def test_load_takes_five_megabytes(nlp):
    assert nlp.max_length > 5 * 1024 * 1024
    assert nlp.pipe_names[-1] == "quotations"
