"""Finding the expressions of time of a reading: trigger words first, then one parser for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dragoman.language.reading import Reading, Time, Token
from dragoman.language.times import dates, relative
from dragoman.language.times.scan import MIDDLE, Match, Scan

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
        if kind is None:
            if token.text[0].isdigit():
                match = _digits(scan, token)
            elif token.lower.startswith(MIDDLE):
                match = _middle(scan, index)
            else:
                continue
        else:
            match = _PARSERS[kind](scan, index)
        if match is None:
            continue
        _keep(scan, match, last)
        last = match.last
    return [Time(m.first, m.last, m.moment.value, m.moment.precision) for m in scan.found]


def _middle(scan: Scan, index: int) -> Match | None:
    """ "mid-June" and "mid-2014" in one word."""
    if scan.lower(index) in scan.words.months:
        return dates.month(scan, index)
    return dates.year(scan, index)


def _digits(scan: Scan, token: Token) -> Match | None:
    text = token.text
    if len(text) == 4 and text.isdecimal():
        return dates.numeric(scan, token.index) or dates.year(scan, token.index)
    if text.endswith(_ORDINAL_ENDS):
        return relative.ordinal_day(scan, token.index)
    return dates.numeric(scan, token.index) if len(text) <= 10 and len(text) >= 6 else None


def _keep(scan: Scan, match: Match, last: int) -> None:
    """Add a match, without the tokens that an earlier one holds."""
    first = max(match.first, last + 1)
    scan.found.append(replace(match, first=first))
