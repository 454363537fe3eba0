"""Laws of spans and of an article's spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Article, Segment, Span, SpanError, Zone

TEXTS = st.text(min_size=1, max_size=60)


@given(TEXTS, st.data())
def test_a_span_holds_the_words_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Article(text, ()).span(start, end)
    assert span.exact == text[start:end]
    span.check(text)


@given(TEXTS, st.integers(-5, 70), st.integers(-5, 70))
def test_no_words_no_span(text: str, start: int, end: int) -> None:
    article = Article(text, ())
    if 0 <= start < end <= len(text):
        assert article.span(start, end).end == end
    else:
        with pytest.raises(SpanError):
            article.span(start, end)


@given(st.integers(0, 9), st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))
def test_spans_overlap_both_ways_or_not(one: int, length: int, other: int, width: int) -> None:
    text = "x" * 30
    article = Article(text, ())
    a, b = article.span(one, one + length), article.span(other, other + width)
    assert a.overlaps(b) == b.overlaps(a)
    assert not a.covers(b) or a.overlaps(b)
    assert a.covers(a)


def test_a_span_refuses_words_of_another_length() -> None:
    with pytest.raises(SpanError, match="cannot hold"):
        Span(0, 4, "envoy")


def test_a_span_refuses_a_text_that_says_otherwise() -> None:
    with pytest.raises(SpanError, match="not 'envoy'"):
        Span(4, 9, "envoy").check("The consul waited.")


def test_zone_at_names_the_zone_or_none_between() -> None:
    article = Article("Head\n\nBody.", (Segment(Zone.HEADLINE, 0, 4), Segment(Zone.BODY, 6, 11)))
    assert [article.zone_at(offset) for offset in (0, 3, 4, 6, 10, 11)] == [
        Zone.HEADLINE,
        Zone.HEADLINE,
        None,
        Zone.BODY,
        Zone.BODY,
        None,
    ]


def test_the_id_is_of_the_text_alone() -> None:
    assert Article("One.", ()).id == Article("One.", (), title="A title").id != Article("Two.", ()).id
