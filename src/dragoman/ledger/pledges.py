"""Pledges, and what later reports say became of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dragoman.knowledge import load_yaml
from dragoman.ledger import sides
from dragoman.ledger.answers import Evidence
from dragoman.ledger.columns import plain
from dragoman.ledger.evidence import evidence
from dragoman.ledger.schema import events, positions
from dragoman.ledger.sides import concerns, party, stands_for
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import rejected

LATEST = dt.timedelta(days=365)  # later than this, a report is hardly about that pledge


class Outcome(StrEnum):
    """What became of a pledge."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"  # no report says


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge, or a threat, and what became of it.

    Args:
        holder: who made it: a state's code, or a name. counterpart: towards whom.
        what: in short: "talks: willing", "RETREAT planned".
        evidence: the record of it, with the words of its condition.
        outcome: what became of it. later: the record that says so.
    """

    holder: str
    counterpart: str | None
    what: str
    evidence: Evidence
    outcome: Outcome
    later: Evidence | None = None

    def to_json(self) -> dict[str, Any]:
        """The fields by name."""
        return {
            "holder": self.holder, "counterpart": self.counterpart, "what": self.what,
            "outcome": self.outcome, "evidence": self.evidence.to_json(),
            "later": self.later.to_json() if self.later else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Promise:
    key: tuple[Any, ...]  # whose, on what, towards whom
    what: str
    day: dt.date
    id: str


def pledges(
    ledger: Ledger, *, holder: str | None = None, since: dt.date | None = None, until: dt.date | None = None,
    outcome: Outcome | None = None, country: str | None = None,
) -> list[Pledge]:  # fmt: skip
    """The pledges on record with their later fulfilment or breach, in order of time.

    A pledge is a position that `knowledge/pledges.yaml` lists, and an event that a report tells as planned.
    It is kept or broken by the first later record, within a year, of the same sides that says so. The same
    pledge repeated before that counts once.

    Args:
        ledger: the ledger. holder: a code, a state's name, or a name.
        since, until: the first and the last day of the pledge. outcome: only those of which this became.
        country: a code or a state's name: only pledges of it, its bodies, groups and persons, or
            towards them.

    Raises:
        LedgerError: the holder is not in the ledger, or there is no such country.
    """
    of = sides.country(country).side if country else None
    with ledger.reading() as connection:
        promised = [("position", p) for p in _of_positions(connection, holder, of)]
        promised += [("event", p) for p in _of_events(connection, holder, of)]
        chosen = [
            (kind, promise, became, later)
            for kind, (promise, became, later) in promised
            if (since is None or promise.day >= since) and (until is None or promise.day <= until)
            if outcome is None or became is outcome
        ]
        chosen.sort(key=lambda found: (found[1].day, found[1].id))
        shown: dict[str, Evidence] = {}
        for kind in ("position", "event"):
            ids = [i for k, p, _, later in chosen if k == kind for i in (p.id, later) if i]
            shown |= evidence(connection, kind, ids)
    return [
        Pledge(
            p.key[0], p.key[2], p.what, shown[p.id], became,
            shown[later] if later else None,
        )
        for _, p, became, later in chosen
    ]  # fmt: skip


_Judged = tuple[_Promise, Outcome, str | None]


def _of_positions(connection: Connection, holder: str | None, country: str | None) -> Iterator[_Judged]:
    histories: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in connection.execute(_positions(connection, holder, country)).all():
        histories[row.holder_side, row.issue, row.counterpart_side].append(row)
    for key, rows in histories.items():
        made: dict[str, _Promise] = {}
        for row in rows:
            for stance, promise in list(made.items()):
                if became := _becomes(key[1], stance, row.stance, row.day - promise.day):
                    yield promise, became, row.id
                    del made[stance]
            if row.stance in _outcomes().get(key[1], {}) and row.stance not in made:
                what = f"{key[1]}: {row.stance}"
                made[row.stance] = _Promise(key, what, row.day, row.id)
        yield from ((promise, Outcome.OPEN, None) for promise in made.values())


def _becomes(issue: str, promised: str, stance: str, after: dt.timedelta) -> Outcome | None:
    if not dt.timedelta(0) < after <= LATEST:
        return None
    return _outcomes()[issue][promised].get(stance)


def _positions(connection: Connection, holder: str | None, country: str | None) -> Select[Any]:
    c = positions.c
    query = select(
        plain(c.holder_side),
        plain(c.issue),
        plain(c.counterpart_side),
        plain(c.id),
        plain(c.stance),
        c.day,
        c.condition_words,
    ).where(c.current, c.day.is_not(None), c.id.not_in(rejected()), c.issue.in_(_outcomes()))
    if holder:
        query = query.where(stands_for(party(connection, holder), "holder"))
    if country:
        query = query.where(concerns("position", country))
    return query.order_by(c.day, c.id)


def _of_events(connection: Connection, holder: str | None, country: str | None) -> Iterator[_Judged]:
    """Events told as planned, and the first later one of the same type and sides that is told as done."""
    made: dict[tuple[Any, ...], _Promise] = {}
    who = party(connection, holder).side if holder else None
    for row in connection.execute(_events(country)).all():
        key = (row.acting, row.type, row.acted_on)
        if row.status == "planned":
            if who is None or who == row.acting:
                made.setdefault(key, _Promise(key, f"{row.type} planned", row.day, row.id))
        elif (promise := made.get(key)) and dt.timedelta(0) < row.day - promise.day <= LATEST:
            yield made.pop(key), Outcome.KEPT if row.status == "actual" else Outcome.BROKEN, row.id
    yield from ((promise, Outcome.OPEN, None) for promise in made.values())


def _events(country: str | None) -> Select[Any]:
    """The events that are announced, done or not done, of the types that may be announced."""
    c = events.c
    of_country = [concerns("event", country)] if country else []
    acting, acted_on = (func.coalesce(c[f"{role}_country"], c[role]) for role in ("actor", "recipient"))
    return (
        select(
            plain(c.id), plain(c.type), plain(c.status), c.day,
            plain(acting).label("acting"), plain(acted_on).label("acted_on"),
        )
        .where(
            c.current, c.day.is_not(None), c.historical.is_(False), c.repeats_id.is_(None),
            c.type.in_(_planned()), c.status.in_(("planned", "actual", "negated")),
            c.actor.is_not(None), c.recipient.is_not(None), c.id.not_in(rejected()), *of_country,
        )
        .order_by(c.day, c.id)
    )  # fmt: skip


@cache
def _planned() -> tuple[str, ...]:
    """Types of events whose announcement is a pledge."""
    return tuple(load_yaml("pledges.yaml")["planned"].split())


@cache
def _outcomes() -> dict[str, dict[str, dict[str, Outcome]]]:
    """By issue and promised stance, what later stances make of it."""
    raw = load_yaml("pledges.yaml")["issues"]
    return {
        issue: {
            promised: {stance: Outcome(end) for end, named in ends.items() for stance in named.split()}
            for promised, ends in stances.items()
        }
        for issue, stances in raw.items()
    }
