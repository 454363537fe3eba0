"""Finding records: by words, sides, act, issue, type, days and outlet."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count as counted
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select
from sqlalchemy import literal as constant

from dragoman.ledger.answers import Count, Found
from dragoman.ledger.columns import plain
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.evidence import Voices, evidence
from dragoman.ledger.schema import RECORDS, articles, events, positions, statements
from dragoman.ledger.search import matches
from dragoman.ledger.sides import Party, actor_ids, acts_in, party, stands_for
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import rejected

KINDS = tuple(RECORDS)


@dataclass(frozen=True, slots=True)
class Question:
    """Which records are looked for; what is None is not asked about.

    Args:
        words: words that stand in the record, as `dragoman.ledger.search` takes them.
        kinds: "statement", "event", "position"; an act, an issue or a type leaves out those that have none.
        actor: who speaks, acts or holds: a code, a state's name, or a name.
        recipient: who is spoken to, acted on or towards whom.
        act: a speech act. issue, stance: of the issues file. type: a PLOVER type.
        since, until: the first and the last day. reported: whether days are those of publication.
        outlet: the outlet of the report.
        background: whether background of more than a year, and repeats, are wanted too.
    """

    words: str | None = None
    kinds: tuple[str, ...] = KINDS
    actor: str | None = None
    recipient: str | None = None
    act: str | None = None
    issue: str | None = None
    stance: str | None = None
    type: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    reported: bool = False
    outlet: str | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Args:
        found: the records, once for all reports that tell the same, the newest first.
        total: how much there is, shown or not.
    """

    found: tuple[Found, ...]
    total: Count


def find(ledger: Ledger, question: Question, *, limit: int = 20, oldest_first: bool = False) -> Answer:
    """The records that answer to a question.

    Args:
        ledger: the ledger. question: what is asked. limit: how many to show at most.
        oldest_first: whether they come in order of time, and not the newest first; those without a day last.

    Raises:
        LedgerError: a party that is asked for is not in the ledger, or the words ask for nothing.
    """
    with ledger.reading() as connection:
        dialect = "postgresql" if ledger.is_postgresql else "sqlite"
        parts = {kind: conditions(connection, kind, question, dialect) for kind in kinds(question)}
        if not parts:
            raise LedgerError(f"{', '.join(question.kinds)}: no such records have what is asked for")
        rows = _first(connection, parts, limit, oldest_first=oldest_first)
        return Answer(tuple(told_once(connection, rows)), _total(connection, parts))


def timeline(
    ledger: Ledger, of: str, *, since: dt.date | None = None, until: dt.date | None = None,
    limit: int = 200,
) -> Answer:  # fmt: skip
    """What is on record of a state, an actor or an issue, in order of time.

    Args:
        ledger: the ledger. of: an issue on which there are positions, a code, a state's name, or a name.
        since, until: the first and the last day. limit: how many to show at most.

    Raises:
        LedgerError: it is no issue, and nobody in the ledger.
    """
    days = Question(since=since, until=until)
    with ledger.reading() as connection:
        known = select(positions.c.id).where(positions.c.issue == of.casefold()).limit(1)
        is_issue = connection.scalar(known) is not None
    question = (
        replace(days, kinds=("position",), issue=of.casefold()) if is_issue else replace(days, actor=of)
    )
    return find(ledger, question, limit=limit, oldest_first=True)


def kinds(question: Question) -> list[str]:
    """The kinds of records that can answer."""
    only = {"act": "statement", "issue": "position", "stance": "position", "type": "event"}
    asked = {kind for name, kind in only.items() if getattr(question, name) is not None}
    return [kind for kind in question.kinds if not asked or asked == {kind}]


# ---- what the rows must be

Conditions = list[ColumnElement[bool]]


def conditions(connection: Connection, kind: str, question: Question, dialect: str) -> Conditions:
    """What the rows of one kind must be to answer a question.

    Args:
        connection: to the ledger. kind: "statement", "event" or "position", of those that `kinds` gives.
        question: what is asked. dialect: "sqlite" or "postgresql".

    Raises:
        LedgerError: a party that is asked for is not in the ledger, or the words ask for nothing.
    """
    table = RECORDS[kind]
    found: Conditions = [table.c.current, table.c.id.not_in(rejected())]
    for name in ("act", "issue", "stance", "type"):
        if (wanted := getattr(question, name)) is not None:
            found.append(table.c[name] == wanted)
    if not question.background and "repeats_id" in table.c:
        found.append(table.c.repeats_id.is_(None))
    if not question.background and kind == "event":
        found.append(events.c.historical.is_(False))
    if question.actor:
        found.append(_acts(kind, party(connection, question.actor)))
    if question.recipient:
        found.append(_is_met(kind, party(connection, question.recipient)))
    if question.words:
        found.append(matches(table, question.words, dialect))
    if question.outlet:
        found.append(_reported(table, func.lower(articles.c.outlet) == question.outlet.lower()))
    return found + _on_days(table, question)


def _on_days(table: Table, question: Question) -> Conditions:
    bounds = []
    day = articles.c.published if question.reported else table.c.day
    if question.since:
        bounds.append(day >= question.since)
    if question.until:
        bounds.append(day <= question.until)
    return [_reported(table, bound) for bound in bounds] if question.reported else bounds


def _reported(table: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that a record's report is of some kind."""
    return table.c.article_id.in_(select(articles.c.id).where(condition))


def _acts(kind: str, who: Party) -> ColumnElement[bool]:
    match kind:
        case "statement":
            by_code = statements.c.speaker_country == who.code
            return by_code if who.code else statements.c.speaker_id.in_(actor_ids(who))
        case "position":
            return stands_for(who, "holder")
        case _:
            return events.c.id.in_(acts_in(who, "actor"))


def _is_met(kind: str, who: Party) -> ColumnElement[bool]:
    match kind:
        case "statement":  # an addressee is a name and no actor
            return func.lower(statements.c.addressee) == who.name.lower()
        case "position":
            return stands_for(who, "counterpart")
        case _:
            return events.c.id.in_(acts_in(who, "recipient"))


# ---- the first of them, and how many there are


def _first(
    connection: Connection, parts: dict[str, Conditions], limit: int, *, oldest_first: bool
) -> dict[str, list[Any]]:
    """The rows of the first so many occurrences, by occurrence."""
    page = 2 * limit + 20  # several rows may tell one occurrence
    streams = [_rows(connection, kind, each, page, oldest_first) for kind, each in parts.items()]
    found: dict[str, list[Any]] = {}
    for row in heapq.merge(*streams, key=_order(oldest_first)):
        occurrence = row.occurrence or row.id
        if occurrence not in found and len(found) == limit:
            break
        found.setdefault(occurrence, []).append(row)
    return found


def _order(oldest_first: bool) -> Callable[[Any], tuple[bool, int, str]]:
    sign = 1 if oldest_first else -1
    return lambda row: (row.day is None, sign * row.day.toordinal() if row.day else 0, row.id)


def _rows(
    connection: Connection, kind: str, conditions: Conditions, page: int, oldest_first: bool
) -> Iterator[Any]:
    """The rows of one kind in order of time, a page at a time, those without a day last."""
    c = RECORDS[kind].c
    query = select(c.id, constant(kind).label("kind"), c.day, c.article_id, c.occurrence).where(*conditions)
    in_time = c.day.asc() if oldest_first else c.day.desc()
    for dated in (query.where(c.day.is_not(None)).order_by(in_time, c.id), _undated(query, c)):
        for start in counted(0, page):
            some = connection.execute(dated.limit(page).offset(start)).all()
            yield from some
            if len(some) < page:
                break


def _undated(query: Select[Any], c: Any) -> Select[Any]:
    return query.where(c.day.is_(None)).order_by(c.id)


def _total(connection: Connection, parts: dict[str, Conditions]) -> Count:
    occurrences = 0
    reports: set[str] = set()
    for kind, conditions in parts.items():
        c = RECORDS[kind].c
        alone, told = connection.execute(
            select(func.count() - func.count(c.occurrence), func.count(c.occurrence.distinct()))
            .select_from(RECORDS[kind])
            .where(*conditions)
        ).one()
        occurrences += alone + told
        reports.update(connection.scalars(select(plain(c.article_id)).distinct().where(*conditions)))
    return Voices(connection, reports).count(occurrences, reports)


def told_once(connection: Connection, rows: Mapping[str, Sequence[Any]]) -> Iterator[Found]:
    """Each occurrence once, in the order of the rows.

    Args:
        connection: to the ledger.
        rows: by occurrence, the rows that tell it, the one to show first: id, kind, article_id, occurrence.
    """
    shown = {}
    for kind in KINDS:
        ids = [same[0].id for same in rows.values() if same[0].kind == kind]
        shown.update(evidence(connection, kind, ids))
    reports = {o: _reports(connection, same[0]) for o, same in rows.items()}
    voices = Voices(connection, (r for several in reports.values() for r in several))
    for occurrence, same in rows.items():
        told = reports[occurrence]
        yield Found(shown[same[0].id], voices.count(1, told), tuple(told))


def _reports(connection: Connection, row: Any) -> list[str]:
    """The reports that tell an occurrence, whether they answer to the question or not."""
    if row.occurrence is None:
        return [row.article_id]
    c = RECORDS[row.kind].c
    query = select(c.article_id).distinct().where(c.occurrence == row.occurrence, c.current)
    query = query.where(c.id.not_in(rejected()))
    return list(connection.scalars(query.order_by(c.article_id)))
