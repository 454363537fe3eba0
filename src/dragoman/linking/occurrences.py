"""The same happening or stand across reports: occurrences behind the records of many reports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from dragoman.linking.identities import Alias
from dragoman.records import ActorKind, EventType, Status

NEAR = dt.timedelta(days=1)  # a report that gives no day is of a happening of the day or the day before

_OWN_NAME = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.MEDIA})
_Name = Callable[[Alias], str]


@dataclass(frozen=True, slots=True)
class Happening:
    """What is compared of an event.

    Args:
        id: the event's id. type, status: its own.
        actors, recipients: its sides, as the report names them.
        place: the name of its place, if known.
        date: its date as recorded ("2024-05-15", "2024-05"), if known.
        published: the day of the report, if known.
    """

    id: str
    type: EventType
    status: Status
    actors: tuple[Alias, ...] = ()
    recipients: tuple[Alias, ...] = ()
    place: str | None = None
    date: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """What is compared of a position.

    Args:
        id: the position's id. holder, issue, stance, counterpart: its own.
        date: its date as recorded, if known.
        published: the day of the report, if known.
    """

    id: str
    holder: Alias
    issue: str
    stance: str
    counterpart: Alias | None = None
    date: str | None = None
    published: dt.date | None = None


def group_happenings(happenings: Iterable[Happening], name: _Name) -> list[list[str]]:
    """Ids of events that tell one happening: same type, same sides, same status, same day.

    What is told without an actor or a recipient must besides be at the same place.

    Args:
        happenings: the events of many reports.
        name: the name under which an actor is known across reports.

    Returns:
        the groups, those of one event too, in the order of their first events.
    """

    def key(h: Happening) -> Hashable:
        sides = tuple(frozenset(side(a, name) for a in part) for part in (h.actors, h.recipients))
        return h.type, h.status, *sides, None if all(sides) else h.place

    return _grouped((key(h), h) for h in happenings)


def group_stands(stands: Iterable[Stand], name: _Name) -> list[list[str]]:
    """Ids of positions that tell one stand: same holder, issue, stance, counterpart and day.

    Args:
        stands: the positions of many reports.
        name: the name under which an actor is known across reports.

    Returns:
        the groups, those of one position too, in the order of their first positions.
    """

    def key(s: Stand) -> Hashable:
        towards = side(s.counterpart, name) if s.counterpart else None
        return side(s.holder, name), s.issue, s.stance, towards

    return _grouped((key(s), s) for s in stands)


def side(actor: Alias, name: _Name) -> str:
    """What counts as one side: a state with its leaders and organs; a group by its name.

    Args:
        actor: the actor. name: the name under which he is known across reports.
    """
    return name(actor) if actor.country is None or actor.kind in _OWN_NAME else actor.country


@dataclass(frozen=True, slots=True)
class _Told:
    id: str
    date: str | None
    published: dt.date | None


def _grouped(keyed: Iterable[tuple[Hashable, Happening | Stand]]) -> list[list[str]]:
    alike: dict[Hashable, list[_Told]] = defaultdict(list)
    for key, record in keyed:
        alike[key].append(_Told(record.id, record.date, record.published))
    return [group for same in alike.values() for group in _by_day(same)]


def _by_day(told: list[_Told]) -> list[list[str]]:
    """Records of one key by day; those that name none join the last day before their report."""
    dated: dict[str, list[str]] = defaultdict(list)
    for one in told:
        if one.date is not None:
            dated[one.date].append(one.id)
    days: list[dt.date] = sorted(filter(None, map(_day, dated)))
    undated = [one for one in told if one.date is None]
    for one in sorted(undated, key=lambda t: (t.published or dt.date.max, t.id)):
        day = _nearest(days, one.published)
        if day is None and one.published is not None:
            day = one.published
            days = sorted({*days, day})
        dated[day.isoformat() if day else f"undated {one.id}"].append(one.id)
    return list(dated.values())


def _nearest(days: list[dt.date], published: dt.date | None) -> dt.date | None:
    """The last day not after a report and not long before it."""
    if published is None:
        return None
    return next((day for day in reversed(days) if published - NEAR <= day <= published), None)


def _day(value: str) -> dt.date | None:
    return dt.date.fromisoformat(value) if len(value) == len("2021-08-16") and value[5] != "W" else None
