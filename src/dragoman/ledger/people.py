"""The actors of a ledger across its reports: their names, offices and how often they are on record."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, union_all

from dragoman.ledger.evidence import chunks
from dragoman.ledger.schema import (
    actors,
    articles,
    canonical_actors,
    canonical_members,
    event_actors,
    events,
    positions,
    statements,
)
from dragoman.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Office:
    """An office as reports gave it: days of the first and last report, and how many records."""

    office: str
    first: dt.date | None
    last: dt.date | None
    records: int


@dataclass(frozen=True, slots=True)
class Person:
    """An actor across reports.

    Args:
        id: his id. name, kind, country: as most reports have him.
        names: the names that reports give. offices: the offices, in order of time.
        records: how many records he is in.
    """

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[str, ...]
    offices: tuple[Office, ...]
    records: int

    def to_json(self) -> dict[str, Any]:
        """The fields by name, days in ISO 8601."""
        offices = [
            {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in asdict(office).items()}
            for office in self.offices
        ]
        return asdict(self) | {"names": list(self.names), "offices": offices}


def people(ledger: Ledger, name: str | None = None, *, limit: int = 50) -> list[Person]:
    """The actors of a ledger, those of most records first.

    Args:
        ledger: the ledger. name: only those with a name that holds this, whatever its case.
        limit: how many at most.
    """
    with ledger.reading() as connection:
        seen = _appearances().subquery()
        member = canonical_members
        query = (
            select(member.c.canonical_id, func.count().label("records"))
            .join(seen, seen.c.actor_id == member.c.actor_id)
            .group_by(member.c.canonical_id)
        )
        if name:
            named = (
                select(member.c.canonical_id)
                .join(actors, actors.c.id == member.c.actor_id)
                .where(func.lower(actors.c.name).contains(name.lower(), autoescape=True))
            )
            query = query.where(member.c.canonical_id.in_(named))
        query = query.order_by(func.count().desc(), member.c.canonical_id).limit(limit)
        return list(_people(connection, {row[0]: row[1] for row in connection.execute(query)}))


def people_lines(found: Sequence[Person]) -> Iterator[str]:
    """Each actor with his names and offices."""
    if not found:
        yield "No such actor in the ledger; names are found by 'dragoman link'."
    for person in found:
        country = f" [{person.country}]" if person.country else ""
        yield f"{person.id}  {person.name}{country}  {person.kind} · {person.records:,} records"
        others = [n for n in person.names if n != person.name]
        if others:
            yield f"  also {', '.join(others)}"
        for o in person.offices:
            spell = f"{o.first}" if o.first == o.last else f"{o.first} to {o.last}"
            yield f"  {o.office}, {spell if o.first else 'undated'} · {o.records:,} records"


def _appearances() -> Select[Any]:
    """Every actor of every record, with the day of its report."""
    day = articles.c.published
    ends = (
        (statements, statements.c.speaker_id), (positions, positions.c.holder_id),
        (positions, positions.c.counterpart_id),
    )  # fmt: skip
    parts = [
        select(actor.label("actor_id"), day)
        .select_from(table)
        .join(articles, articles.c.id == table.c.article_id)
        .where(table.c.current, actor.is_not(None))
        for table, actor in ends
    ]
    parts.append(
        select(event_actors.c.actor_id, day)
        .select_from(event_actors)
        .join(events, events.c.id == event_actors.c.event_id)
        .join(articles, articles.c.id == events.c.article_id)
        .where(events.c.current)
    )
    return select(union_all(*parts).subquery())


def _people(connection: Connection, records: dict[str, int]) -> Iterator[Person]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    held: dict[str, dict[str, Office]] = defaultdict(dict)
    about: dict[str, Any] = {}
    for some in chunks(records):
        for row in connection.execute(select(canonical_actors).where(canonical_actors.c.id.in_(some))):
            about[row.id] = row
        for row in connection.execute(_offices(some)):
            names[row.canonical_id][row.name] = None
            if row.office:
                known = held[row.canonical_id].get(row.office)
                held[row.canonical_id][row.office] = _joined(row, known)
    for key, count in records.items():
        row = about[key]
        offices = sorted(held[key].values(), key=lambda o: (o.first or dt.date.max, o.office))
        yield Person(key, row.name, row.kind, row.country, tuple(names[key]), tuple(offices), count)


def _offices(some: Sequence[str]) -> Select[Any]:
    """The names and offices of some actors, with the days of the reports that give them."""
    seen = _appearances().subquery()
    return (
        select(
            canonical_members.c.canonical_id, actors.c.name, actors.c.office,
            func.min(seen.c.published).label("first"), func.max(seen.c.published).label("last"),
            func.count().label("records"),
        )
        .join(actors, actors.c.id == canonical_members.c.actor_id)
        .join(seen, seen.c.actor_id == actors.c.id)
        .where(canonical_members.c.canonical_id.in_(some))
        .group_by(canonical_members.c.canonical_id, actors.c.name, actors.c.office)
        .order_by(func.count().desc(), actors.c.name)
    )  # fmt: skip


def _joined(row: Any, known: Office | None) -> Office:
    if known is None:
        return Office(row.office, row.first, row.last, row.records)
    first, last = (
        end([d for d in days if d], default=None)
        for end, days in ((min, (known.first, row.first)), (max, (known.last, row.last)))
    )
    return Office(row.office, first, last, known.records + row.records)
