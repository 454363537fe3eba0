"""An article's text, its zones and its spans: nothing but text."""

from dragoman.article.article import Article, Segment, Zone
from dragoman.article.credits import credit_start
from dragoman.article.inserts import without_inserts
from dragoman.article.spans import Span, SpanError
from dragoman.article.zones import Zoned, compose, is_byline, zones

__all__ = [
    "Article",
    "Segment",
    "Span",
    "SpanError",
    "Zone",
    "Zoned",
    "compose",
    "credit_start",
    "is_byline",
    "without_inserts",
    "zones",
]
