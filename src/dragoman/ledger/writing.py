"""Writing a coded article into the tables, within a transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from dragoman.coded import CodedArticle
from dragoman.formats.json import encode
from dragoman.ledger import rows, schema
from dragoman.ledger.adding import add
from dragoman.ledger.amending import settle
from dragoman.ledger.columns import now
from dragoman.ledger.reading import load
from dragoman.ledger.standing import Plan, Standing
from dragoman.records import Record

# what belongs to an article and is made anew with its records; what refers to others comes first
_OWNED = (
    schema.spans,
    schema.problems,
    schema.positions,
    schema.events,
    schema.statements,
    schema.segments,
)


def write(
    connection: Connection,
    coded: CodedArticle,
    plan: Plan,
    *,
    identity: str | None,
    fields: Mapping[str, str],
    run: int | None,
) -> None:
    """Put a report where its plan says.

    Args:
        connection: in a transaction.
        coded: the report.
        plan: how it stands to the ledger.
        identity: what stays when its text is corrected.
        fields: what else its corpus says of it.
        run: the run that coded it.
    """
    if plan.standing is Standing.COPY:
        _write_copy(connection, coded, identity)
    elif plan.standing is Standing.AMENDED:
        known = {**rows.article_row(coded.article), **({"identity": identity} if identity else {})}
        _update(connection, coded, known, run)
    elif plan.needs_coding:
        _write_article(connection, coded, plan, identity, run)
        add(connection, schema.article_fields, [
            {"article_id": coded.article.id, "name": n, "value": v} for n, v in sorted(fields.items())
        ])  # fmt: skip
        add(connection, schema.segments, rows.segment_rows(coded.article))
        _write_records(connection, coded)
        if plan.related:
            if plan.copied:
                connection.execute(
                    update(schema.copies).where(schema.copies.c.id == plan.copied).values(current=False)
                )
            refresh_current(connection, plan.related)


def replace_records(connection: Connection, coded: CodedArticle, run: int | None) -> None:
    """Put the records of an article that is there in the place of the earlier ones.

    What changed is kept in `record_changes`; reviews stay, as they know records by their ids, and what they
    edit is edited in the new records too.

    Args:
        connection: in a transaction.
        coded: the article, coded anew.
        run: the run that coded it.
    """
    _update(connection, coded, {}, run)


def refresh_current(connection: Connection, article_id: str) -> None:
    """Say of an article and its records whether it is the newest version of what any outlet published."""
    old, new = schema.articles, schema.articles.alias("new")
    superseded = (
        select(new.c.id)
        .join(old, old.c.id == new.c.supersedes)
        .where(old.c.id == article_id)
        .where(new.c.identity == old.c.identity)  # else it supersedes a copy
    )
    copied = select(schema.copies.c.id).where(
        schema.copies.c.article_id == article_id, schema.copies.c.current
    )
    current = connection.execute(superseded).first() is None or connection.execute(copied).first() is not None
    connection.execute(update(old).where(old.c.id == article_id).values(current=current))
    for table in schema.RECORDS.values():
        connection.execute(update(table).where(table.c.article_id == article_id).values(current=current))


def _write_article(
    connection: Connection, coded: CodedArticle, plan: Plan, identity: str | None, run: int | None
) -> None:
    row = {
        **rows.article_row(coded.article),
        "identity": identity,
        "version": plan.version,
        "supersedes": plan.related,
        "current": True,
        "coder": coded.records.coder,
        "run_id": run,
        "added": now(),
        "number": _next_number(connection, schema.articles),
    }
    connection.execute(insert(schema.articles), row)


def _write_copy(connection: Connection, coded: CodedArticle, identity: str | None) -> None:
    article = coded.article
    content = "\x1f".join(
        map(repr, (article.id, article.outlet, article.url, str(article.published), identity))
    )
    row = {
        "id": hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "article_id": article.id, "outlet": article.outlet, "published": article.published,
        "title": article.title, "url": article.url, "identity": identity, "version": 1, "current": True,
        "added": now(),
    }  # fmt: skip
    connection.execute(insert(schema.copies), row)
    refresh_current(connection, article.id)


def _update(connection: Connection, coded: CodedArticle, values: Mapping[str, Any], run: int | None) -> None:
    """Change an article's row, and put its new records in the place of the earlier ones."""
    article = coded.article
    (earlier,) = load(connection, [article.id])
    _note_changes(connection, earlier, coded, run)
    for table in _OWNED:
        connection.execute(delete(table).where(table.c.article_id == article.id))
    connection.execute(
        update(schema.articles)
        .where(schema.articles.c.id == article.id)
        .values(**values, coder=coded.records.coder, run_id=run)
    )
    add(connection, schema.segments, rows.segment_rows(article))
    _write_records(connection, coded)
    settle(connection, article.id)
    refresh_current(connection, article.id)


def _note_changes(
    connection: Connection, earlier: CodedArticle, later: CodedArticle, run: int | None
) -> None:
    old, new = ({r.id: r for r in coded.records} for coded in (earlier, later))
    common = {"run_id": run, "article_id": later.article.id}
    changes = [
        {**common, "record_id": key, "record_kind": rows.kind_of(new.get(key, old.get(key))),  # type: ignore[arg-type]
         "change": "added" if key not in old else "changed" if key in new else "removed",
         "earlier": encode(old[key]) if key in old else None}
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    ]  # fmt: skip
    add(connection, schema.record_changes, changes)


def _write_records(connection: Connection, coded: CodedArticle) -> None:
    records, published = coded.records, coded.article.published
    actors = {rows.actor_id(a): a for record in records for a in rows.actors_of(record)}
    add(connection, schema.actors, [rows.actor_row(a) for _, a in sorted(actors.items())], ignore=True)
    parts: tuple[tuple[Table, Sequence[Record]], ...] = (
        (schema.statements, records.statements),
        (schema.events, records.events),
        (schema.positions, records.positions),
    )
    for table, part in parts:
        if part:
            first = _next_number(connection, table)
            add(connection, table, [
                {**rows.record_row(r, n + 1, published), "number": first + n, "current": True}
                for n, r in enumerate(part)
            ])  # fmt: skip
    add(connection, schema.event_actors, [row for r in records.events for row in rows.event_actor_rows(r)])
    add(connection, schema.spans, [row for record in records for row in rows.span_rows(record)])
    add(connection, schema.problems, rows.problem_rows(records))


def _next_number(connection: Connection, table: Table) -> int:
    """The number behind the largest; nobody else takes it, as writers take turns."""
    return (connection.scalar(select(func.max(table.c.number))) or 0) + 1
