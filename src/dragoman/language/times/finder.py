"""Finding the expressions of time of a reading: trigger words first, then one parser for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.language.reading import Reading, Time, Token
from dragoman.language.times import dates, relative
from dragoman.language.times.scan import Match, Scan

_PARSERS: Mapping[str, Callable[[Scan, int], Match | None]] = {
    "weekday": dates.weekday,
    "short": dates.short_weekday,
    "month": dates.month,
    "holiday": dates.feast,
    "historic": dates.historic,
    "day": relative.named_day,
    "part": relative.part_of_day,
    "unit": relative.unit,
    "season": relative.season,
}
_ORDINAL_ENDS = ("st", "nd", "rd", "th")


def find_times(reading: Reading) -> list[Time]:
    """The expressions of time of a reading that name a calendar date, in order, without overlap.

    "Friday" is told from "next Friday" by the tense of the verb that governs it and counted from the day of
    publication; durations ("for 20 years") and vague times ("in recent days") are left out. Without a day of
    publication only what names its own year is given.
    """
    scan = Scan(reading)
    triggers = scan.words.triggers
    last = -1
    for token in reading.tokens:
        index = token.index
        if index <= last:
            continue
        kind = triggers.get(token.lower)
        if kind is None and not token.text[0].isdigit():
            continue
        match = _PARSERS[kind](scan, index) if kind else None
        if match is None:
            match = _digits(scan, token)
        if match is None or match.moment is None:
            continue
        _keep(scan, match, last)
        last = match.last
    return [Time(m.first, m.last, m.moment.value, m.moment.precision) for m in scan.found if m.moment]


def _digits(scan: Scan, token: Token) -> Match | None:
    text = token.text
    if not text[0].isdigit():
        return None
    if len(text) == 4 and text.isdecimal():
        return dates.numeric(scan, token.index) or dates.year(scan, token.index)
    if text.endswith(_ORDINAL_ENDS):
        return relative.ordinal_day(scan, token.index)
    return dates.numeric(scan, token.index) if len(text) <= 10 and len(text) >= 6 else None


def _keep(scan: Scan, match: Match, last: int) -> None:
    """Add a match, without the tokens that an earlier one holds."""
    first = max(match.first, last + 1)
    scan.found.append(Match(first, match.last, match.moment) if first != match.first else match)
