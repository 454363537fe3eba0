"""The sentences that some words stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Article, Segment, Zone
from dragoman.formats.sentences import sentences

TEXT = (
    "Velmark shuts its doors\n"
    "The envoy left. Mr. Quill, of the U.S. mission, said it was shut! “We go. We stay out,” he said.\n"
    "Gen. Rook of J. P. Stone agreed at 3.30 p.m. Monday"
)


def _article(text: str = TEXT) -> Article:
    cut = text.find("\n")
    zones = (Segment(Zone.HEADLINE, 0, cut), Segment(Zone.BODY, cut + 1, len(text))) if cut > 0 else ()
    return Article(text, zones)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("shuts", "Velmark shuts its doors"),
        ("envoy", "The envoy left."),
        ("shut!", "Mr. Quill, of the U.S. mission, said it was shut!"),
        ("mission", "Mr. Quill, of the U.S. mission, said it was shut!"),
        ("stay out", "We stay out,” he said."),
        ("agreed", "Gen. Rook of J. P. Stone agreed at 3.30 p.m. Monday"),
    ],
)
def test_the_sentence_about_some_words(words: str, sentence: str) -> None:
    article = _article()
    at = TEXT.index(words)
    (found,) = sentences(article, [article.span(at, at + len(words))])
    assert found.exact == sentence


def test_each_sentence_comes_once_and_in_order() -> None:
    article = _article()
    words = [article.span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("shut!", "envoy", "Quill")]
    assert [s.exact[:3] for s in sentences(article, words)] == ["The", "Mr."]


@given(st.text(st.sampled_from("ab .!?\n”MrA1"), min_size=1, max_size=60), st.data())
def test_a_sentence_holds_its_words(text: str, data: st.DataObject) -> None:
    article = _article(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = article.span(start, end)
    (found,) = sentences(article, [words])
    assert article.text[found.start : found.end] == found.exact
    assert words.exact.strip() in found.exact
