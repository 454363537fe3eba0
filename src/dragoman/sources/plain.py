"""Plain text in, article out."""

from __future__ import annotations

import datetime as dt

from dragoman.article import Article, Segment, zones
from dragoman.sources.errors import BinaryError, EmptyError, EncodingError, TooLongError
from dragoman.sources.known import Known, as_day
from dragoman.sources.language import check_language

LONGEST_PARAGRAPH = 200_000  # code points, some 33,000 words: no report has such a paragraph


def from_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """An article from plain text, verbatim: no code point of the text is changed.

    Args:
        text: the report.
        title: its headline; by default the one in the text.
        outlet: who published it.
        published: the day of publication, a date or "YYYY-MM-DD".
        language: its language, if it need not be found out.
        url: where it was published.

    Raises:
        EmptyError: the text has no words.
        BinaryError: it holds NUL characters.
        EncodingError: it holds halves of surrogate pairs.
        TooLongError: a paragraph is longer than any of a report.
        DateError: `published` is no day.
        NotEnglishError: it is in another language.
    """
    day = as_day(published, name="text")
    return article_of(text, Known("text", title, outlet, day, language, url))


def article_of(text: str, known: Known) -> Article:
    """An article from plain text and what is known of it, as `from_text` does."""
    check_text(text, name=known.name)
    zoned = zones(text, title=known.title)
    check_lengths(zoned.segments, name=known.name)
    return Article(
        text,
        zoned.segments,
        title=known.title or zoned.headline,
        outlet=known.outlet,
        published=known.published,
        language=check_language(text, zoned.segments, given=known.language, name=known.name),
        url=known.url,
        wires=zoned.wires,
    )


def check_text(text: str, *, name: str) -> None:
    """Refuse text that is none: without words, with NUL characters, with halves of surrogate pairs.

    Args:
        text: a report's text.
        name: what to call the input in messages.

    Raises:
        EmptyError, BinaryError, EncodingError: it is.
    """
    if not any(c.isalnum() for c in text):
        raise EmptyError(f"{name}: no words in {len(text)} code points: give the text of a report")
    if "\0" in text:
        raise BinaryError(f"{name}: a NUL character at {text.index(chr(0))}: give plain text or a web page")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(
            f"{name}: half of a surrogate pair at {error.start}: decode the text anew from its file"
        ) from error


def check_lengths(segments: tuple[Segment, ...], *, name: str) -> None:
    """Refuse segments that are too long to be paragraphs of a report.

    Args:
        segments: an article's segments.
        name: what to call the input in a message.

    Raises:
        TooLongError: one is.
    """
    for segment in segments:
        if segment.end - segment.start > LONGEST_PARAGRAPH:
            raise TooLongError(
                f"{name}: the paragraph at {segment.start} has {segment.end - segment.start:,} code points, "
                f"more than {LONGEST_PARAGRAPH:,}: break it into paragraphs, or check that it is a report"
            )
