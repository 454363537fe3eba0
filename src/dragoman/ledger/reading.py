"""Reading coded articles from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from dragoman.article import Span
from dragoman.coded import CodedArticle
from dragoman.formats.json import decode
from dragoman.ledger import rows, schema
from dragoman.records import Actor, Records

_Rows = dict[str, list[rows.Stored]]
_R = TypeVar("_R")


def load(connection: Connection, ids: Sequence[str], *, edited: bool = False) -> Iterator[CodedArticle]:
    """Coded articles by their ids, in the order of these; ids that are not there are passed over.

    Args:
        connection: to the ledger.
        ids: some hundreds at most.
        edited: whether records are wanted as people edited them, and not as the machine read them.
    """
    found = {
        row["id"]: row
        for row in connection.execute(select(schema.articles).where(schema.articles.c.id.in_(ids))).mappings()
    }
    tables = (schema.segments, schema.problems, schema.statements, schema.events, schema.positions)
    parts = {table.name: _by_article(connection, table, ids) for table in tables}
    spans = _spans(connection, ids)
    roles = _event_actors(connection, ids)
    actors = _actors(connection, parts, roles)

    def as_read(row: rows.Stored, shown: _R) -> _R:
        machine = None if edited else row["machine"]
        return shown if machine is None else decode(type(shown), machine, f"$.{row['id']}")

    for key in ids:
        if key in found:
            article = rows.article_of(found[key], parts["segments"][key])
            records = Records(
                key,
                tuple(
                    as_read(r, rows.statement_of(r, spans[r["id"]], actors)) for r in parts["statements"][key]
                ),
                tuple(
                    as_read(r, rows.event_of(r, spans[r["id"]], *_named(roles[r["id"]], actors)))
                    for r in parts["events"][key]
                ),
                tuple(
                    as_read(r, rows.position_of(r, spans[r["id"]], actors)) for r in parts["positions"][key]
                ),
                tuple(map(rows.problem_of, parts["problems"][key])),
                found[key]["coder"],
            )
            yield CodedArticle(article, records)


def _by_article(connection: Connection, table: Table, ids: Sequence[str]) -> _Rows:
    query = select(table).where(table.c.article_id.in_(ids)).order_by(table.c.article_id, table.c.ordinal)
    return _grouped(connection.execute(query).mappings(), "article_id")


def _grouped(found: Any, key: str) -> _Rows:
    groups: _Rows = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


def _spans(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, tuple[Span, ...]]]:
    """The spans of the articles' records, by record and role."""
    table = schema.spans
    query = select(table).where(table.c.article_id.in_(ids)).order_by(table.c.record_id, table.c.ordinal)
    found: dict[str, dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for row in connection.execute(query).mappings():
        roles = found[row["record_id"]]
        roles[row["role"]] = (*roles.get(row["role"], ()), rows.span_of(row))
    return found


def _event_actors(connection: Connection, ids: Sequence[str]) -> _Rows:
    """Who acts and is acted on, by event."""
    table, events = schema.event_actors, schema.events
    query = (
        select(table)
        .join(events, events.c.id == table.c.event_id)
        .where(events.c.article_id.in_(ids))
        .order_by(table.c.event_id, table.c.role, table.c.ordinal)
    )
    return _grouped(connection.execute(query).mappings(), "event_id")


def _actors(connection: Connection, parts: Mapping[str, _Rows], roles: _Rows) -> dict[str, Actor]:
    """The actors that some rows name, by id."""
    named = {row["actor_id"] for group in roles.values() for row in group}
    for part, columns in (("statements", ("speaker_id",)), ("positions", ("holder_id", "counterpart_id"))):
        named.update(row[c] for group in parts[part].values() for row in group for c in columns)
    wanted = sorted(named - {None})
    found: dict[str, Actor] = {}
    for start in range(0, len(wanted), 500):
        query = select(schema.actors).where(schema.actors.c.id.in_(wanted[start : start + 500]))
        found.update((row["id"], rows.actor_of(row)) for row in connection.execute(query).mappings())
    return found


def _named(group: Sequence[rows.Stored], actors: Mapping[str, Actor]) -> tuple[list[Actor], list[Actor]]:
    acting, acted_on = (
        [actors[row["actor_id"]] for row in group if row["role"] == role] for role in ("actor", "recipient")
    )
    return acting, acted_on
