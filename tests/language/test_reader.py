"""The reader: sentences, tokens, lemmas and offsets of real readings."""

from __future__ import annotations

import re

import pytest

from dragoman.article import Article, Segment, Zone
from dragoman.language import Reader
from dragoman.language.reader import LONGEST_PIECE, ModelError


def _article(*paragraphs: str, zones: tuple[Zone, ...] = ()) -> Article:
    segments, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        zone = zones[number] if zones else Zone.BODY
        segments.append(Segment(zone, start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(segments))


def _sentences(reader: Reader, *paragraphs: str) -> list[str]:
    reading = reader.read(_article(*paragraphs))
    return [reading.span(s.first, s.last).exact for s in reading.sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He said: “We agree.” Mr. Lee left.", ["He said: “We agree.”", "Mr. Lee left."]),
        (
            "Gen. Otto Brandt met Sen. Ana Lee. They talked.",
            ["Gen. Otto Brandt met Sen. Ana Lee.", "They talked."],
        ),
        ("The U.S. said no. It left.", ["The U.S. said no.", "It left."]),
        ("It ended on Jan. 3 in Oslo. He left.", ["It ended on Jan. 3 in Oslo.", "He left."]),
        ("“We agree,” she said. “They do not.”", ["“We agree,” she said.", "“They do not.”"]),
    ],
)
def test_sentences(reader: Reader, text: str, sentences: list[str]) -> None:
    assert _sentences(reader, text) == sentences


def test_sentences_end_with_their_paragraph(reader: Reader) -> None:
    assert _sentences(reader, "The envoy left", "Nobody came") == ["The envoy left", "Nobody came"]


def test_tokens_hold_the_words_of_the_text(reader: Reader) -> None:
    article = _article("“Ça va,” said 🕊️ Émile.\r\n Not  so.", "Second — paragraph.")
    reading = reader.read(article)
    assert all(article.text[t.start : t.end] == t.text for t in reading.tokens)
    assert [t.index for t in reading.tokens] == list(range(len(reading.tokens)))
    assert all(t.head.sentence == t.sentence for t in reading.tokens)


@pytest.mark.parametrize(
    "text",
    [
        "Peru doesn’t recognise the envoy’s claim, and they’re asking why it can’t leave.",
        "The ministers’ talks with ‘rebels’ didn’t end; Norway’s envoy said they’d resume.",
    ],
)
def test_apostrophes_are_read_alike_however_they_are_written(reader: Reader, text: str) -> None:
    inside = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    curly, straight = reader.read(_article(text)), reader.read(_article(inside))
    assert [t.text for t in curly.tokens] != [t.text for t in straight.tokens]
    assert [(t.dep, t.tag, t.head.index) for t in curly.tokens] == [
        (t.dep, t.tag, t.head.index) for t in straight.tokens
    ]
    assert all(text[t.start : t.end] == t.text for t in curly.tokens)


def test_credits_and_notes_are_not_read(reader: Reader) -> None:
    article = _article("The envoy left.", "AFP via Getty Images", zones=(Zone.BODY, Zone.CREDIT))
    reading = reader.read(article)
    assert [t.text for t in reading.tokens] == ["The", "envoy", "left", "."]


def test_hyphened_prefixes_stay_with_their_word(reader: Reader) -> None:
    reading = reader.read(_article("They will re-establish ties in a non-violent, Swiss-led effort."))
    words = [t.text for t in reading.tokens]
    assert "re-establish" in words
    assert "non-violent" in words
    assert "-" in words


def test_a_long_paragraph_is_read_in_pieces(reader: Reader) -> None:
    text = "The envoy left the city. " * (LONGEST_PIECE // 20)
    reading = reader.read(_article(text.strip()))
    assert "".join(t.text for t in reading.tokens).count("envoy") == LONGEST_PIECE // 20


def test_an_empty_article_has_no_tokens(reader: Reader) -> None:
    assert reader.read(Article("", ())).tokens == []


def test_articles_keep_their_order(reader: Reader) -> None:
    articles = [_article(f"Envoy {n} left.") for n in range(40)]
    assert [r.article for r in reader.read_all(articles)] == articles


def test_a_missing_model_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelError, match=r"'no_such_model' is not installed: run 'pip install"):
        Reader("no_such_model")
