"""What is on record of a country in a period: how much, what was reported most, what is planned."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy import literal as constant

from dragoman.knowledge import load_yaml
from dragoman.ledger.answers import Count, Found
from dragoman.ledger.columns import plain
from dragoman.ledger.evidence import Voices
from dragoman.ledger.finding import Answer, Conditions, told_once
from dragoman.ledger.schema import RECORDS, articles, events, positions, statements
from dragoman.ledger.sides import concerns
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import rejected


@dataclass(frozen=True, slots=True)
class Scope:
    """A country and a period.

    Args:
        country: its code. since, until: the first and the last day.
        issues: only what concerns these issues: positions on them, and what such positions are read from;
            all if empty.
    """

    country: str
    since: dt.date
    until: dt.date
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on: how much is told by how many reports, and in how many outlets."""

    count: Count
    outlets: int


def issues_of(ledger: Ledger) -> frozenset[str]:
    """The issues that may be asked about: those that come with Dragoman, and those of the ledger's positions.

    Args:
        ledger: the ledger.
    """
    with ledger.reading() as connection:
        own = connection.scalars(select(positions.c.issue).distinct())
        return frozenset([*own, *load_yaml("issues.yaml")["issues"]])


def basis(ledger: Ledger, scope: Scope) -> Basis:
    """How much is on record of a country in a period.

    Args:
        ledger: the ledger. scope: the country and the period.
    """
    occurrences: set[str] = set()
    reports: set[str] = set()
    with ledger.reading() as connection:
        for kind, table in RECORDS.items():
            columns = plain(func.coalesce(table.c.occurrence, table.c.id)), plain(table.c.article_id)
            query = select(*columns).where(*_asked(kind, scope), *_within(kind, scope))
            for occurrence, report in connection.execute(query):
                occurrences.add(occurrence)
                reports.add(report)
        count = Voices(connection, reports).count(len(occurrences), reports)
        return Basis(count, len(_outlets(connection, reports)))


def most_reported(ledger: Ledger, scope: Scope, *, limit: int = 20) -> Answer:
    """The statements of a period that most independent reports tell, once for each occurrence.

    Of those that equally many tell, the weightier speech acts go first (`knowledge/briefs.yaml`), then exact
    words before reported ones, then speakers with an office, then the surer and the later.

    Args:
        ledger: the ledger. scope: the country and the period. limit: how many at most.
    """
    c = statements.c
    query = select(
        plain(c.id), plain(c.article_id), plain(c.occurrence), c.act, c.form, c.speaker_office, c.confidence,
        c.day, constant("statement").label("kind"),
    ).where(*_asked("statement", scope), *_within("statement", scope), c.speaker.is_not(None))  # fmt: skip
    with ledger.reading() as connection:
        told: dict[str, list[Any]] = defaultdict(list)
        for row in sorted(connection.execute(query), key=_weight):
            told[row.occurrence or row.id].append(row)
        voices = Voices(connection, (row.article_id for same in told.values() for row in same))
        counts = {key: voices.count(1, (row.article_id for row in same)) for key, same in told.items()}
        ranked = sorted(told, key=lambda key: (-counts[key].independent, -counts[key].reports))
        shown = told_once(connection, {key: told[key] for key in ranked[:limit]})
        reports = {row.article_id for same in told.values() for row in same}
        return Answer(tuple(shown), voices.count(len(told), reports))


def planned(ledger: Ledger, scope: Scope) -> tuple[Found, ...]:
    """What reports of a period tell as planned and no report until its end tells as done or off.

    Events of a later day come first, then those of which no day is known, then those whose day has passed. An
    event is done, or off, by one of the same type and sides on its day or later.

    Args:
        ledger: the ledger. scope: the country and the period.
    """
    c = events.c
    acting, acted_on = (func.coalesce(c[f"{role}_country"], c[role]) for role in ("actor", "recipient"))
    query = select(
        plain(c.id), plain(c.article_id), plain(c.occurrence), c.type, c.status, c.day, c.date,
        acting.label("acting"), acted_on.label("acted_on"), constant("event").label("kind"),
    ).where(*_asked("event", scope), c.day.is_not(None), c.actor.is_not(None))  # fmt: skip
    reported = select(articles.c.id).where(articles.c.published.between(scope.since, scope.until))
    with ledger.reading() as connection:
        announced = connection.execute(query.where(c.status == "planned", c.article_id.in_(reported))).all()
        happened = connection.execute(
            query.where(c.status.in_(("actual", "negated")), c.day.between(scope.since, scope.until))
        )
        last: dict[tuple[Any, ...], dt.date] = {}
        for row in happened:
            last[_key(row)] = max(row.day, last.get(_key(row), row.day))
        ahead: dict[str, list[Any]] = {}
        for row in sorted(announced, key=lambda row: _turn(row, scope.until)):
            if not _is_settled(row, last.get(_key(row))):
                ahead.setdefault(row.occurrence or row.id, []).append(row)
        return tuple(told_once(connection, ahead))


def _key(row: Any) -> tuple[Any, ...]:
    return row.type, row.acting, row.acted_on


def _turn(row: Any, until: dt.date) -> tuple[int, int, str]:
    """What puts plans in order: those ahead by their day, others the newest first."""
    if row.date and row.day > until:
        return 0, row.day.toordinal(), row.id
    return 2 if row.date else 1, -row.day.toordinal(), row.id


def _is_settled(row: Any, happened: dt.date | None) -> bool:
    """Whether what was announced has happened, or was called off; what is undated, only on a later day."""
    if happened is None:
        return False
    day: dt.date = row.day
    return happened >= day if row.date else happened > day


def _weight(row: Any) -> tuple[Any, ...]:
    """What puts statements in order that equally many reports tell."""
    minor = row.act not in _foremost()
    return (
        minor,
        row.form == "indirect",
        row.speaker_office is None,
        -row.confidence,
        -row.day.toordinal(),
        row.id,
    )


@cache
def _foremost() -> frozenset[str]:
    """The speech acts that go first."""
    return frozenset(load_yaml("briefs.yaml")["foremost"].split())


def _outlets(connection: Connection, reports: Iterable[str]) -> set[str]:
    """The outlets of some reports, whatever their case."""
    known = set(reports)
    found = connection.execute(select(plain(articles.c.id), articles.c.outlet).where(articles.c.current))
    return {outlet.casefold() for report, outlet in found if report in known and outlet}


def _within(kind: str, scope: Scope) -> Conditions:
    return [RECORDS[kind].c.day.between(scope.since, scope.until)]


def _asked(kind: str, scope: Scope) -> Conditions:
    """What the rows of one kind must be to concern the country and the issues."""
    c = RECORDS[kind].c
    found: Conditions = [c.current, c.id.not_in(rejected()), concerns(kind, scope.country)]
    if "repeats_id" in c:
        found.append(c.repeats_id.is_(None))
    if kind == "event":
        found.append(events.c.historical.is_(False))
    if scope.issues:
        found.append(_on_issues(kind, scope))
    return found


def _on_issues(kind: str, scope: Scope) -> ColumnElement[bool]:
    """The condition that a record is a position on one of the issues, or that such a one is read from it."""
    if kind == "position":
        return positions.c.issue.in_(scope.issues)
    read_from = select(positions.c[f"{kind}_id"]).where(
        positions.c[f"{kind}_id"].is_not(None), positions.c.issue.in_(scope.issues),
        concerns("position", scope.country),
    )  # fmt: skip
    return RECORDS[kind].c.id.in_(read_from)
