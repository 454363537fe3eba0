"""Articles of measurement data: plain texts made ready for the coder."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.article import Article, Segment, Zone

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


def plain_article(
    text: str, *, published: dt.date | None = None, title: str | None = None, outlet: str | None = None
) -> Article:
    """A text as an article whose offsets are those of the text.

    Args:
        text: the text, kept as it is; every line with words is a paragraph.
        published, title, outlet: as of `Article`; a line equal to the title is the headline.
    """
    segments = tuple(
        Segment(Zone.HEADLINE if title and m[0] == title.strip() else Zone.BODY, m.start(), m.end())
        for m in _PARAGRAPH.finditer(text)
    )
    return Article(text, segments, title=title, outlet=outlet, published=published)
