"""How records read in a line: names, dates and summaries that every form for people shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.article import Span
from dragoman.records import Actor, Date, Event, Location, Position, Record, Records, Statement

_MONTHS = {
    f"{number:02}": name
    for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
UNKNOWN = "somebody unnamed"


def date(when: Date | None) -> str:
    """A date for people ("16 Aug 2021", "Aug 2021", "week 33 of 2021"); "" if there is none."""
    if when is None:
        return ""
    parts = when.value.split("-")
    if when.precision == "week" and len(parts) == 2:
        return f"week {parts[1].removeprefix('W').lstrip('0')} of {parts[0]}"
    if len(parts) > 1 and parts[1] in _MONTHS:
        day = [parts[2].lstrip("0")] if len(parts) > 2 else []
        return " ".join([*day, _MONTHS[parts[1]], parts[0]])
    return when.value


def day(when: dt.date | None) -> str:
    """A calendar day for people ("16 Aug 2021"); "" if there is none."""
    return date(Date(when.isoformat(), "day")) if when else ""


def actor(who: Actor | None) -> str:
    """An actor with the country he stands for: "Hua Chunying [CHN]"."""
    if who is None:
        return UNKNOWN
    return f"{who.name} [{who.country}]" if who.country else who.name


def speaker(who: Actor | None) -> str:
    """Who speaks, with his office: "Hua Chunying, spokesperson [CHN]"."""
    if who is None or not who.office:
        return actor(who)
    return f"{who.name}, {who.office} [{who.country}]" if who.country else f"{who.name}, {who.office}"


def actors(several: Iterable[Actor]) -> str:
    """Actors in a row: "Russia [RUS], China [CHN]"."""
    return ", ".join(map(actor, several))


def place(where: Location | None) -> str:
    """A place: "Port Arlen, VLM"; "" if there is none."""
    if where is None:
        return ""
    return ", ".join(filter(None, [where.name, where.country]))


def words(pieces: Iterable[Span]) -> str:
    """Exact words, pieces joined by an ellipsis, line breaks as spaces."""
    return " … ".join(" ".join(p.exact.split()) for p in pieces)


def kind(record: Record) -> str:
    """ "statement", "event" or "position"."""
    return type(record).__name__.lower()


def evidence(record: Record) -> tuple[Span, ...]:
    """The words that a record rests on first of all: content, trigger or evidence."""
    match record:
        case Statement():
            return record.content or record.cue
        case Event():
            return record.trigger
        case Position():
            return record.evidence


def act(statement: Statement) -> str:
    """The speech act, with "not" where the text says that it was not said."""
    return f"not: {statement.act}" if statement.negated else str(statement.act)


def event_name(event: Event) -> str:
    """Type and modes: "CONSULT meet"."""
    return " ".join([event.type, *event.modes])


def event_parties(event: Event) -> str:
    """Who acts on whom: "Russia [RUS] → China [CHN]"."""
    return " → ".join(filter(None, [actors(event.actors) or UNKNOWN, actors(event.recipients)]))


def event_status(event: Event) -> str:
    """Status, and whether it is background: "negated, background"."""
    return ", ".join([event.status, *(["background"] if event.historical else [])])


def summary(record: Record) -> str:
    """A record in one line, without its words."""
    match record:
        case Statement():
            to = f" → {record.addressee}" if record.addressee else ""
            parts = [f"{actor(record.speaker)} · {act(record)}{to}", date(record.said)]
        case Event():
            parts = [
                f"{event_name(record)} · {event_parties(record)}", date(record.on),
                place(record.place), event_status(record),
            ]  # fmt: skip
        case Position():
            to = f" → {actor(record.counterpart)}" if record.counterpart else ""
            parts = [f"{actor(record.holder)} · {record.issue}: {record.stance}{to}", date(record.on)]
    return " · ".join(filter(None, parts))


def changes(records: Records) -> tuple[tuple[Position, Position], ...]:
    """The pairs of positions, old and new, where the new one supersedes the old."""
    by_id = {p.id: p for p in records.positions}
    return tuple((by_id[p.supersedes], p) for p in records.positions if p.supersedes in by_id)
