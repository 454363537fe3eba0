"""Plain text in, article out."""

from __future__ import annotations

import datetime as dt

from dragoman.article import Article, Segment, zones
from dragoman.sources.errors import DateError, EmptyError, TooLongError
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
    name: str = "text",
) -> Article:
    """An article from plain text, verbatim: no code point of the text is changed.

    Args:
        text: the report.
        title: its headline; by default the one in the text.
        outlet: who published it.
        published: the day of publication, a date or "YYYY-MM-DD".
        language: its language, if it need not be found out.
        url: where it was published.
        name: what to call the input in messages.

    Raises:
        EmptyError: the text has no words.
        TooLongError: a paragraph is longer than any of a report.
        DateError: `published` is no day.
        NotEnglishError: it is in another language.
    """
    if not any(c.isalnum() for c in text):
        raise EmptyError(f"{name}: no words in {len(text)} code points: give the text of a report")
    zoned = zones(text, title=title)
    check_lengths(zoned.segments, name=name)
    return Article(
        text,
        zoned.segments,
        title=title or zoned.headline,
        outlet=outlet,
        published=as_day(published, name=name),
        language=check_language(text, zoned.segments, given=language, name=name),
        url=url,
        wires=zoned.wires,
    )


def check_lengths(segments: tuple[Segment, ...], *, name: str) -> None:
    """Raise `TooLongError` if a segment is too long to be a paragraph of a report."""
    for segment in segments:
        if segment.end - segment.start > LONGEST_PARAGRAPH:
            raise TooLongError(
                f"{name}: the paragraph at {segment.start} has {segment.end - segment.start:,} code points, "
                f"more than {LONGEST_PARAGRAPH:,}: break it into paragraphs, or check that it is a report"
            )


def as_day(day: dt.date | str | None, *, name: str) -> dt.date | None:
    """A day from a date, a date with time, an ISO date or None.

    Raises:
        DateError: it is no day.
    """
    if isinstance(day, dt.datetime):
        return day.date()
    if day is None or isinstance(day, dt.date):
        return day
    try:
        return dt.datetime.fromisoformat(day.strip()).date()
    except ValueError:
        raise DateError(f"{name}: {day!r} is no day of publication: write YYYY-MM-DD") from None
