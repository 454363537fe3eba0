"""Exact words in their paragraphs, marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.article import Article, Span


def passage(article: Article, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The paragraphs that some words stand in, from the first to the last of them, in pieces.

    Args:
        article: the article. spans: the words, in any order; they may overlap.

    Yields:
        each piece, and whether it is of the words.
    """
    ordered = sorted(spans)
    if not ordered:
        return
    text = article.text
    last = max(span.end for span in ordered)
    at, end = _start(article, ordered[0].start), _end(article, last)
    for span in ordered:
        if span.start > at:
            yield text[at : span.start], False
        if span.end > at:
            yield text[max(at, span.start) : span.end], True
            at = span.end
    if end > at:
        yield text[at:end], False


def _start(article: Article, offset: int) -> int:
    """Where the paragraph begins that an offset stands in: a blank line, or the beginning of its zone."""
    zone = next((s.start for s in article.segments if s.start <= offset < s.end), 0)
    return max(article.text.rfind("\n\n", 0, offset) + 2 if "\n\n" in article.text[:offset] else 0, zone)


def _end(article: Article, offset: int) -> int:
    """Where that paragraph ends."""
    zone = next((s.end for s in article.segments if s.start < offset <= s.end), len(article.text))
    blank = article.text.find("\n\n", offset)
    return min(blank if blank >= 0 else len(article.text), zone)
