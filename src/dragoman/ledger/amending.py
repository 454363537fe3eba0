"""Records as people edited them, in the rows that every query reads; what the machine read is kept beside."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from dragoman.formats.json import encode
from dragoman.knowledge import load_yaml
from dragoman.ledger import rows, schema
from dragoman.ledger.adding import add
from dragoman.ledger.editing import EditError, Sources, apply
from dragoman.ledger.reading import load
from dragoman.ledger.verdicts import standing
from dragoman.records import Actor, Record

_log = logging.getLogger(__name__)
# the fields by which records of several reports are found to tell the same
_TELLS = {
    "statement": ("content", "speaker"),
    "event": ("type", "status", "actors", "recipients", "on", "place"),
    "position": ("holder", "issue", "stance", "counterpart", "on"),
}


def settle(connection: Connection, article_id: str, ids: Iterable[str] | None = None) -> None:
    """Make the rows of an article's records say what people made of them.

    An edit that does not fit its record any more (a name that has gone from the guidelines) is told in the
    log, and the record is shown as the machine read it.

    Args:
        connection: in a transaction. article_id: the article.
        ids: of the records; by default all that people edited.
    """
    edits = _edits(connection, article_id)
    if not (wanted := set(edits if ids is None else ids)):
        return
    ((machine,), (before,)) = (load(connection, [article_id], edited=edited) for edited in (False, True))
    text, published = machine.article.text, machine.article.published
    for read, was in zip(machine.records, before.records, strict=True):
        if read.id in wanted:
            made = _made(read, edits.get(read.id), text)
            if made != was:
                _rewrite(connection, read, was, made, published)


def _made(read: Record, edit: Mapping[str, Any] | None, text: str) -> Record:
    try:
        return apply(read, edit, text)
    except EditError as error:
        _log.warning("record %s: its edit does not fit: %s: edit it again", read.id, error)
        return read


def sources(connection: Connection, text: str) -> Sources:
    """What the values of an edit are held against: a report's words, and what the ledger knows.

    Args:
        connection: to the ledger. text: of the report.
    """

    def known(name: str, code: str | None) -> Actor | None:
        table = schema.actors
        query = select(table).where(func.lower(table.c.name) == name.lower())
        if code is not None:
            query = query.where(func.lower(table.c.country) == code.lower())
        row = connection.execute(query.order_by(table.c.office.nulls_last(), table.c.id)).mappings().first()
        return rows.actor_of(row) if row else None

    return Sources(text, known, _stances(connection))


def _stances(connection: Connection) -> Mapping[str, Sequence[str]]:
    """The stances of each issue: those of the issues file, and those that the ledger has of users' own."""
    c = schema.positions.c
    found = {name: list(issue["stances"]) for name, issue in load_yaml("issues.yaml")["issues"].items()}
    for issue, stance in connection.execute(select(c.issue, c.stance).distinct().order_by(c.issue, c.stance)):
        if stance not in found.setdefault(issue, []):
            found[issue].append(stance)
    return found


def _edits(connection: Connection, article_id: str) -> dict[str, Mapping[str, Any]]:
    """The edits that stand, by record."""
    found = standing().where(schema.reviews.c.article_id == article_id).subquery()
    query = select(found.c.record_id, found.c.edit).where(found.c.decision == "edit")
    return {row.record_id: row.edit for row in connection.execute(query)}


def _rewrite(connection: Connection, read: Record, was: Record, made: Record, published: Any) -> None:
    """Put a record's edited form into its rows."""
    kind = rows.kind_of(made)
    table = schema.RECORDS[kind]
    named = {rows.actor_id(actor): actor for actor in rows.actors_of(made)}
    add(connection, schema.actors, [rows.actor_row(a) for _, a in sorted(named.items())], ignore=True)
    values = rows.record_row(made, 0, published)
    for own in ("id", "article_id", "ordinal"):  # these stay
        del values[own]
    values["machine"] = encode(read) if made != read else None
    if kind == "position":
        values |= _sides(connection, values)
    if any(getattr(made, field) != getattr(was, field) for field in _TELLS[kind]):
        values["occurrence"] = None  # until records are linked anew
        connection.execute(
            delete(schema.group_members).where(
                schema.group_members.c.kind == kind, schema.group_members.c.member_id == made.id
            )
        )
    connection.execute(update(table).where(table.c.id == made.id).values(**values))
    connection.execute(delete(schema.spans).where(schema.spans.c.record_id == made.id))
    add(connection, schema.spans, rows.span_rows(made))
    if kind == "event":
        connection.execute(delete(schema.event_actors).where(schema.event_actors.c.event_id == made.id))
        add(connection, schema.event_actors, rows.event_actor_rows(made))  # type: ignore[arg-type]


def _sides(connection: Connection, values: Mapping[str, Any]) -> dict[str, Any]:
    """The sides of a position by the names that the ledger knows them by, where other positions tell."""
    found = {}
    for role in ("holder", "counterpart"):
        for other in ("holder", "counterpart"):
            c = schema.positions.c
            query = select(c[f"{other}_side"]).where(c[f"{other}_id"] == values[f"{role}_id"]).limit(1)
            if values[f"{role}_id"] and (side := connection.scalar(query)):
                found[f"{role}_side"] = side
                break
    return found
