"""Moments: calendar days, weeks, months and years, and how they are counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar: the one of its precision that holds a day.

    Args:
        day: any day in it.
        precision: "day", "week", "month" or "year".
    """

    day: dt.date
    precision: str

    @property
    def value(self) -> str:
        """ISO 8601, as far as it is precise."""
        match self.precision:
            case "day":
                return self.day.isoformat()
            case "week":
                year, week, _ = self.day.isocalendar()
                return f"{year:04}-W{week:02}"
            case "month":
                return f"{self.day.year:04}-{self.day.month:02}"
            case _:
                return f"{self.day.year:04}"


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shifted(day: dt.date, unit: str, count: int) -> dt.date | None:
    """A day so many units away; None where that leaves the calendar.

    A day that the month does not have becomes the month's last day.

    Args:
        day: where to count from.
        unit: "day", "week", "month" or "year".
        count: how many units, below 0 for the past.
    """
    try:
        if unit in ("day", "week"):
            return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        return next(
            found
            for last in range(day.day, 27, -1) or (day.day,)
            if (found := date_of(months // 12, months % 12 + 1, last))
        )
    except (OverflowError, StopIteration):
        return None


def weekday_near(day: dt.date, weekday: int, direction: int) -> dt.date | None:
    """The last (-1) or next (1) such weekday, counting the day itself."""
    away = (day.weekday() - weekday) % 7 if direction < 0 else (weekday - day.weekday()) % 7
    return shifted(day, "day", direction * away)


def in_week_of(day: dt.date, weekday: int) -> dt.date | None:
    """The weekday (Monday is 0) in the ISO week of a day."""
    return shifted(day, "day", weekday - day.weekday())


def nearest(candidates: list[dt.date], day: dt.date) -> dt.date | None:
    """The candidate closest to a day."""
    return min(candidates, key=lambda c: abs((c - day).days), default=None)


def holiday(rule: str, year: int) -> dt.date | None:
    """The day of a feast in a year.

    Args:
        rule: "12-25"; "4 thu 11", the fourth Thursday of November, with "-1" for the last; "easter-2".
        year: the year.
    """
    if rule.startswith("easter"):
        return shifted(_easter(year), "day", int(rule.removeprefix("easter")))
    if " " not in rule:
        month, day = rule.split("-")
        return date_of(year, int(month), int(day))
    count, weekday, month = rule.split()
    wanted = _WEEKDAYS.index(weekday)
    days = [d for n in range(1, 32) if (d := date_of(year, int(month), n)) and d.weekday() == wanted]
    return days[int(count) - (int(count) > 0)] if days else None


def _easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century + 8) // 25
    epact = (19 * golden + century - century // 4 - (century - skipped + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
