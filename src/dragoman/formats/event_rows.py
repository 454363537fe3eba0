"""Events made ready for tables of events: which are written, of what day, and who acts on whom."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from dragoman.article import Article
from dragoman.formats.exporting import Coded, Options
from dragoman.formats.json import as_json, encode
from dragoman.formats.losses import Losses
from dragoman.records import Actor, Date, Event, EventType, Records, Status

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
HAPPENED = frozenset({Status.ACTUAL})
FORESEEN = frozenset({Status.ACTUAL, Status.PLANNED, Status.HYPOTHETICAL})
MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})
MOST_PAIRS = 1000  # of one event, where the pair's place is the end of its number
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event to be written.

    Args:
        article: the report. records: all that it puts on record.
        event: the event.
        day: the day it happened, or the first of the days in which it did.
        last: the last of these days; `day` itself where the day is known.
    """

    article: Article
    records: Records
    event: Event
    day: dt.date
    last: dt.date


def event_rows(
    coded: Iterable[Coded], options: Options, losses: Losses, *, statuses: frozenset[Status]
) -> Iterator[EventRow]:
    """The events that a table of events holds; what is left out is told.

    An event without a day has that of its report, as tables of events have it; background has none then.

    Args:
        coded: the articles, taken one by one.
        options: what was chosen.
        losses: where to tell what is left out.
        statuses: the events that the format can hold, unless others were chosen.
    """
    chosen = statuses if options.statuses is None else options.statuses
    for one in coded:
        records = one.records
        _tell_others(records, losses)
        for event in records.events:
            if event.status not in chosen:
                losses.add("events", f"{event.status}: choose them with --status {event.status}")
            elif event.repeats is not None and not options.repeats:
                losses.add("events", "they repeat one of the same report: choose them with --repeats")
            elif (days := _days(event, one.article, losses)) is not None:
                yield EventRow(one.article, records, event, *days)


def _tell_others(records: Records, losses: Losses) -> None:
    why = "a table of events holds events alone; export tables or JSON"
    losses.add("statements", why, len(records.statements))
    losses.add("positions", why, len(records.positions))
    losses.add("problems", why, len(records.problems))


def _days(event: Event, article: Article, losses: Losses) -> tuple[dt.date, dt.date] | None:
    """The first and the last day in which an event happened; None, and told, where nothing says so."""
    if event.on is not None and (found := period(event.on)) is not None:
        return found
    if article.published is None or event.historical:
        losses.add("events", "no day is known, neither theirs nor, for news, their report's")
        return None
    losses.add("days", "not known; that of the report's publication stands in their place")
    return article.published, article.published


def period(date: Date) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date as far as it is known; None if it is no date."""
    try:
        if match := _DAY.fullmatch(date.value):
            day = dt.date(*map(int, match.groups()))
            return day, day
        if match := _WEEK.fullmatch(date.value):
            first = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return first, first + dt.timedelta(days=6)
        if match := _MONTH.fullmatch(date.value):
            year, month = int(match[1]), int(match[2])
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        if _YEAR.fullmatch(date.value):
            return dt.date(int(date.value), 1, 1), dt.date(int(date.value), 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def compact(day: dt.date) -> str:
    """A day without hyphens, as old tables write it ("20240312"); eight digits for early years too."""
    return day.isoformat().replace("-", "")


def dyads(event: Event) -> list[tuple[Actor, Actor | None]]:
    """Who acts on whom, pair by pair.

    A meeting or agreement without recipients is mutual: each participant acts on each other, both ways. An
    event of somebody on nobody has one pair without a target.
    """
    if event.recipients:
        return [(a, r) for a, r in product(event.actors, event.recipients) if a != r]
    if event.type in MUTUAL and len(event.actors) > 1:
        return list(permutations(event.actors, 2))
    return [(actor, None) for actor in event.actors]


def tell_first_day(row: EventRow, losses: Losses) -> None:
    """Tell that a format holds one day, where only a period is known."""
    losses.add(
        "days", "only the week, month or year is known; its first day is written", int(row.day != row.last)
    )


def numbered_pairs(row: EventRow, losses: Losses) -> Iterator[tuple[int, Actor, Actor | None]]:
    """The pairs of an event, each with a number for tables whose ids are whole numbers of 64 bits.

    The number is made of the event's id and the pair's place, so the same event has the same in every file.

    Args:
        row: the event.
        losses: where to tell what is left out.
    """
    pairs = dyads(row.event)
    losses.add("events", "nobody is known to act", int(not pairs))
    losses.add("pairs", f"ids hold {MOST_PAIRS} pairs an event", max(0, len(pairs) - MOST_PAIRS))
    first = int(row.event.id[:12], 16) * MOST_PAIRS
    for number, (source, target) in enumerate(pairs[:MOST_PAIRS]):
        yield first + number, source, target


def write_words(row: EventRow, name: object, options: Options, losses: Losses) -> None:
    """Write an event's exact words, and the statement it rests on, into the sidecar.

    Args:
        row: the event.
        name: what the event is called in the table.
        options: what was chosen.
        losses: where to tell that there is no sidecar.
    """
    if options.sidecar is None:
        losses.add(
            "rows' exact words", "a table has no place for them; written to a file, they stand beside it"
        )
        return
    said = next((s for s in row.records.statements if s.id == row.event.statement), None)
    line = {
        "event_id": name,
        "record_id": row.event.id,
        "article": row.article.id,
        "url": row.article.url,
        "trigger": encode(row.event.trigger),
        "status": row.event.status.value,
        "why": encode(row.event.why),
        "confidence": row.event.confidence,
        "statement": encode(said) if said else None,
    }
    options.sidecar.write(f"{as_json(line)}\n".encode())
