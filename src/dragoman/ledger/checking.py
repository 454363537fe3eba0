"""Checking a ledger: every span, id and link, and all that stands in it twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, exists, func, select, text
from sqlalchemy.exc import DatabaseError

from dragoman.coded import CodedArticle
from dragoman.ledger import rows, schema
from dragoman.ledger.faults import faults_of
from dragoman.ledger.reading import load
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import standing
from dragoman.records import Record

BATCH = 64
# what the ledger gives itself, or the command that links reports
_GIVEN = {"number", "current", "occurrence", "holder_side", "counterpart_side", "machine"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong in a ledger.

    Args:
        place: where: a table and an id.
        message: what is wrong.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def check(ledger: Ledger, *, told: Callable[[int], None] = lambda _: None) -> Iterator[Fault]:
    """All that is wrong in a ledger.

    The file or database itself; every article's hash; every span against the text; every link between
    records; every column that repeats what another says; versions and groups; full-text search.

    Args:
        ledger: the ledger.
        told: called with the number of articles that were just checked.
    """
    with ledger.reading() as connection:
        yield from _database(connection)
        ids = list(connection.scalars(select(schema.articles.c.id).order_by(schema.articles.c.number)))
        for start in range(0, len(ids), BATCH):
            some = ids[start : start + BATCH]
            yield from _articles(connection, some)
            told(len(some))
        yield from _leftovers(connection)
        yield from _edits(connection)
        yield from _versions(connection)
    yield from _search(ledger)


def _database(connection: Connection) -> Iterator[Fault]:
    """What the database itself finds wrong."""
    if connection.dialect.name != "sqlite":
        return  # a PostgreSQL server holds its foreign keys itself
    for (found,) in connection.execute(text("PRAGMA integrity_check")):
        if found != "ok":
            yield Fault("file", f"{found}: restore it from a copy")
    for name, number, target, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"{name} row {number}", f"leads to a row of {target} that is not there")


def _articles(connection: Connection, ids: list[str]) -> Iterator[Fault]:
    """What is wrong in some articles and their records."""
    try:
        coded = list(load(connection, ids))
        shown = list(load(connection, ids, edited=True))
    except (ValueError, KeyError, TypeError) as error:
        if len(ids) == 1:
            yield Fault(f"articles {ids[0]}", f"cannot be read back: {type(error).__name__}: {error}")
            return
        for key in ids:
            yield from _articles(connection, [key])
        return
    stored = {
        kind: _by_id(connection, table, table.c.article_id.in_(ids)) for kind, table in schema.RECORDS.items()
    }
    for wanted, one, edited in zip(ids, coded, shown, strict=True):
        if wanted != one.article.id:
            yield Fault(f"articles {wanted}", f"its text was changed: its hash is {one.article.id}")
            continue
        faults = dict.fromkeys([*faults_of(one), *faults_of(edited)])
        yield from (Fault(f"articles {wanted}", fault) for fault in faults)
        yield from _repeated(edited, stored)


def _by_id(connection: Connection, table: Table, condition: Any) -> dict[str, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(select(table).where(condition)).mappings()}


def _repeated(coded: CodedArticle, stored: dict[str, dict[str, dict[str, Any]]]) -> Iterator[Fault]:
    """Columns that do not say what the record says."""
    parts: tuple[tuple[Record, ...], ...] = (coded.statements, coded.events, coded.positions)
    for part in parts:
        for ordinal, record in enumerate(part, 1):
            kind = rows.kind_of(record)
            found = stored[kind][record.id]
            expected = rows.record_row(record, ordinal, coded.article.published)
            for name in found.keys() - _GIVEN:
                if found[name] != expected[name]:
                    place = f"{schema.RECORDS[kind].name} {record.id}"
                    yield Fault(place, f"{name} is {found[name]!r}, but the record says {expected[name]!r}")


def _leftovers(connection: Connection) -> Iterator[Fault]:
    """Rows that lead to a record that is not there, where no foreign key holds them."""
    spans = schema.spans
    for kind, table in schema.RECORDS.items():
        there = exists().where(table.c.id == spans.c.record_id, table.c.article_id == spans.c.article_id)
        query = select(spans.c.record_id).distinct().where(spans.c.record_kind == kind, ~there)
        for record_id in connection.scalars(query):
            yield Fault(f"spans {record_id}", f"there is no such {kind} in its article")
    members = schema.group_members
    for kind, table in {"article": schema.articles, **schema.RECORDS}.items():
        there = exists().where(table.c.id == members.c.member_id)
        for member in connection.scalars(select(members.c.member_id).where(members.c.kind == kind, ~there)):
            yield Fault(f"group_members {member}", f"there is no such {kind}: group anew")
    actors, named = schema.actors, schema.event_actors
    differs = (actors.c.name != named.c.name) | actors.c.country.is_distinct_from(named.c.country)
    query = select(named.c.event_id).join(actors, actors.c.id == named.c.actor_id).where(differs)
    for event_id in connection.scalars(query):
        yield Fault(f"event_actors {event_id}", "names another than its actor")
    for row in connection.execute(select(actors)).mappings():
        if rows.actor_row(rows.actor_of(row)) != dict(row):
            yield Fault(f"actors {row['id']}", "it was changed: its id is no longer its hash")


def _edits(connection: Connection) -> Iterator[Fault]:
    """Records that are shown edited, though no edit stands."""
    found = standing().subquery()
    edits = select(found.c.record_id).where(found.c.decision == "edit")
    for table in schema.RECORDS.values():
        query = select(table.c.id).where(table.c.machine.is_not(None), table.c.id.not_in(edits))
        for key in connection.scalars(query):
            yield Fault(f"{table.name} {key}", "it is shown edited, but no edit of it stands: code it anew")


def _versions(connection: Connection) -> Iterator[Fault]:
    """Articles and records of which it is not told rightly whether they are current."""
    articles, copies = schema.articles, schema.copies
    newer = articles.alias("newer")
    superseded = exists().where(newer.c.supersedes == articles.c.id, newer.c.identity == articles.c.identity)
    copied = exists().where(copies.c.article_id == articles.c.id, copies.c.current)
    rightly = ~superseded | copied
    for key in connection.scalars(select(articles.c.id).where(articles.c.current != rightly)):
        yield Fault(f"articles {key}", "current is not what its versions say")
    for table in schema.RECORDS.values():
        query = select(table.c.id).join(articles, articles.c.id == table.c.article_id)
        for key in connection.scalars(query.where(table.c.current != articles.c.current)):
            yield Fault(f"{table.name} {key}", "current is not what its article says")


def _search(ledger: Ledger) -> Iterator[Fault]:
    """Full-text search that does not answer for what is there; PostgreSQL keeps its own in step."""
    if ledger.is_postgresql:
        return
    for table in schema.SEARCHED:
        index = f"{table.name}_search"
        try:
            with ledger.writing() as connection:  # the check is asked for as a row
                connection.execute(text(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"))
        except DatabaseError:
            remedy = f"INSERT INTO {index} ({index}) VALUES ('rebuild')"
            yield Fault(index, f"full-text search is out of step: run {remedy}")


def size(ledger: Ledger) -> int:
    """How many articles there are to check, superseded versions with them."""
    with ledger.reading() as connection:
        return connection.scalar(select(func.count()).select_from(schema.articles)) or 0
