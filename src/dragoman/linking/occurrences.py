"""The same happening or stand across reports: occurrences behind the records of many reports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.records import Actor, ActorKind, Event, Position

NEAR = dt.timedelta(days=1)  # a report that gives no day is of a happening of the day or the day before

_OWN_NAME = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.MEDIA})
_R = TypeVar("_R", Event, Position)


@dataclass(frozen=True, slots=True)
class Reported(Generic[_R]):
    """A record and the day of the report that has it.

    Args:
        record: an event or a position.
        published: the day of publication, if known.
    """

    record: _R
    published: dt.date | None


def group_events(events: Iterable[Reported[Event]], name: Callable[[Actor], str]) -> list[list[str]]:
    """Ids of events that tell one happening: same type, same sides, same status, same day.

    Args:
        events: the events of many reports.
        name: the name under which an actor is known across reports.

    Returns:
        the groups, those of one event too, in the order of their first events.
    """

    def key(event: Event) -> Hashable:
        sides = (frozenset(map(side, event.actors)), frozenset(map(side, event.recipients)))
        # what is told without an actor or a recipient is told apart by its place
        where = "" if all(sides) or event.place is None else event.place.name
        return event.type, *sides, event.status, where

    side = _sides(name)
    return _grouped(events, key)


def group_positions(positions: Iterable[Reported[Position]], name: Callable[[Actor], str]) -> list[list[str]]:
    """Ids of positions that tell one stand: same holder, issue, stance, counterpart and day.

    Args:
        positions: the positions of many reports.
        name: the name under which an actor is known across reports.

    Returns:
        the groups, those of one position too, in the order of their first positions.
    """

    def key(position: Position) -> Hashable:
        towards = side(position.counterpart) if position.counterpart else None
        return side(position.holder), position.issue, position.stance, towards

    side = _sides(name)
    return _grouped(positions, key)


def _sides(name: Callable[[Actor], str]) -> Callable[[Actor], str]:
    """What counts as one side: a state with its leaders and organs; a group by its name."""

    def side(actor: Actor) -> str:
        if actor.country is None or actor.kind in _OWN_NAME:
            return name(actor)
        return actor.country

    return side


def _grouped(records: Iterable[Reported[_R]], key: Callable[[_R], Hashable]) -> list[list[str]]:
    alike: dict[Hashable, list[Reported[_R]]] = defaultdict(list)
    for reported in records:
        alike[key(reported.record)].append(reported)
    return [group for same in alike.values() for group in _by_day(same)]


def _by_day(records: list[Reported[_R]]) -> list[list[str]]:
    """Records of one key by day; those that name none join the last day before their report."""
    dated: dict[str, list[str]] = defaultdict(list)
    undated: list[Reported[_R]] = []
    for reported in records:
        if reported.record.on is None:
            undated.append(reported)
        else:
            dated[reported.record.on.value].append(reported.record.id)
    days: list[dt.date] = sorted(filter(None, map(_day, dated)))
    for reported in sorted(undated, key=lambda r: (r.published or dt.date.max, r.record.id)):
        day = _nearest(days, reported.published)
        if day is None and reported.published is not None:
            day = reported.published
            days = sorted({*days, day})
        dated[day.isoformat() if day else f"undated {reported.record.id}"].append(reported.record.id)
    return list(dated.values())


def _nearest(days: list[dt.date], published: dt.date | None) -> dt.date | None:
    """The last day not after a report and not long before it."""
    if published is None:
        return None
    return next((day for day in reversed(days) if published - NEAR <= day <= published), None)


def _day(value: str) -> dt.date | None:
    return dt.date.fromisoformat(value) if len(value) == len("2021-08-16") and value[5] != "W" else None
