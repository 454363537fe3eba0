"""Articles of corpora of sentences: every line is body, because headlines are annotated like it."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.article import Article, Segment, Zone

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


def plain_article(text: str, *, published: dt.date | None = None) -> Article:
    """A text as an article whose offsets are those of the text.

    Args:
        text: the text, kept as it is; every line with words is a paragraph.
        published: the day of publication.
    """
    segments = tuple(Segment(Zone.BODY, m.start(), m.end()) for m in _PARAGRAPH.finditer(text))
    return Article(text, segments, published=published)
