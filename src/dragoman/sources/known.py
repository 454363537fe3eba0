"""What is known of a report from outside of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.sources.errors import DateError


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report; it goes before what the report's file says.

    Args:
        name: what to call the input in messages.
        title: the headline.
        outlet: who published it.
        published: the day of publication.
        language: its language, as ISO 639-1 code or BCP 47 tag.
        url: where it was published.
    """

    name: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None


def as_day(day: dt.date | str | None, *, name: str) -> dt.date | None:
    """A day from a date, a date with time, an ISO date or None.

    Args:
        day: what is given.
        name: what to call the input in a message.

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
