"""The pass over a ledger that finds what belongs together across reports, and notes it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from dragoman.ledger.decisions import rulings_of
from dragoman.ledger.schema import (
    RECORDS,
    actors,
    articles,
    canonical_actors,
    canonical_members,
    event_actors,
    events,
    group_members,
    groups,
    positions,
    statements,
)
from dragoman.ledger.store import Ledger
from dragoman.linking.copies import Link, Report, agency, find_links
from dragoman.linking.identities import Alias, Identity, Sighting, identify
from dragoman.linking.occurrences import Happening, Stand, group_happenings, group_stands, side
from dragoman.linking.quotations import Quotation, group_quotations, quoted_words
from dragoman.linking.unions import Unions
from dragoman.records import ActorKind, EventType, Status

BATCH = 500  # rows written at once
ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a pass found.

    Args:
        texts: groups of reports that print or rework one text.
        quotations: groups of statements with one quotation.
        events, positions: groups of records that tell one occurrence.
        actors: actors behind the names.
    """

    texts: int
    quotations: int
    events: int
    positions: int
    actors: int


@dataclass(frozen=True, slots=True)
class _Member:
    id: str
    relation: str
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    method: str
    members: Sequence[_Member]


def link(ledger: Ledger) -> Linked:
    """Find what belongs together in a ledger, and note it in the place of what was noted before.

    Nothing is deleted or changed but groups and the actors behind names; what people decided about actors is
    kept to. The same ledger gives the same groups.

    Args:
        ledger: the ledger.
    """
    texts = list(_text_groups(_Reports(ledger)))
    with ledger.reading() as connection:
        identities = identify(_sightings(connection), rulings_of(connection))
        known = {alias: i.name for i in identities for alias in i.aliases}
        quotations = [
            _Group("quotation", [_Member(q.statement, "quotation") for q in group])
            for group in _quotations(connection)
        ]
        happenings = group_happenings(_happenings(connection), known.__getitem__)
        stands = group_stands(_stands(connection), known.__getitem__)
    told, held = (
        [_Group(method, [_Member(i, "occurrence") for i in group]) for group in found if len(group) > 1]
        for method, found in (("type, sides and day", happenings), ("holder, issue, stance and day", stands))
    )
    with ledger.writing() as connection:
        for table in (group_members, groups, canonical_members, canonical_actors):
            connection.execute(delete(table))
        for kind, found in (
            ("article", texts), ("statement", quotations), ("event", told), ("position", held)
        ):  # fmt: skip
            _write_groups(connection, kind, found)
        _write_identities(connection, identities)
        _write_sides(connection, known)
        connection.execute(text("ANALYZE"))  # so that questions are answered by the right index
    return Linked(len(texts), len(quotations), len(told), len(held), len(identities))


class _Reports:
    """The reports of a ledger, which may be gone through several times."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __iter__(self) -> Iterator[Report]:
        columns = articles.c.id, articles.c.text, articles.c.outlet, articles.c.published, articles.c.wires
        query = select(*columns).where(articles.c.current)
        with self._ledger.reading() as connection:
            for row in connection.execute(query.order_by(articles.c.published, articles.c.id)):
                yield Report(row.id, row.text, row.outlet, row.published, tuple(row.wires))


def _text_groups(reports: _Reports) -> Iterator[_Group]:
    links = find_links(reports)
    unions: Unions[str] = Unions()
    best: dict[str, Link] = {}
    for one in links:
        unions.join(one.first, one.second)
        for end in (one.first, one.second):
            if end not in best or one.overlap > best[end].overlap:
                best[end] = one
    linked = {report.id: (place, report.wires) for place, report in enumerate(reports) if report.id in best}
    for members in unions.sets():
        first, *others = sorted(members, key=linked.__getitem__)
        wire = agency(linked[m][1] for m in members)
        yield _Group(
            f"wire copy, {wire}" if wire else "shared text",
            [_Member(first, ORIGINAL), *(_Member(m, best[m].kind, best[m].overlap) for m in others)],
        )


def _alias(row: Any) -> Alias:
    return Alias(row.name, ActorKind(row.kind), row.country)


def _sightings(connection: Connection) -> Iterator[Sighting]:
    """Every actor of every record, with the day of its report."""
    ends = (
        (statements, statements.c.speaker_id), (positions, positions.c.holder_id),
        (positions, positions.c.counterpart_id),
    )  # fmt: skip
    named = actors.c.name, actors.c.kind, actors.c.country, actors.c.office, articles.c.published
    for table, actor_id in ends:
        query = select(*named).select_from(table).join(actors, actors.c.id == actor_id)
        yield from _seen(connection, query.join(articles, articles.c.id == table.c.article_id))
    query = select(*named).select_from(event_actors).join(actors, actors.c.id == event_actors.c.actor_id)
    query = query.join(events, events.c.id == event_actors.c.event_id)
    yield from _seen(connection, query.join(articles, articles.c.id == events.c.article_id))


def _seen(connection: Connection, query: Any) -> Iterator[Sighting]:
    for row in connection.execute(query.where(articles.c.current)):
        yield Sighting(_alias(row), row.office, row.published)


def _quotations(connection: Connection) -> list[list[Quotation]]:
    columns = (
        statements.c.id, statements.c.article_id, statements.c.words, statements.c.speaker,
        statements.c.speaker_country,
    )  # fmt: skip
    query = select(*columns).where(
        statements.c.current, statements.c.form != "indirect", statements.c.repeats_id.is_(None)
    )
    rows = connection.execute(query.order_by(statements.c.day, statements.c.id))
    return group_quotations(
        Quotation(row.id, row.article_id, quoted_words(row.words), row.speaker, row.speaker_country)
        for row in rows
    )


def _happenings(connection: Connection) -> Iterator[Happening]:
    sides = _sides(connection)
    columns = events.c.id, events.c.type, events.c.status, events.c.place, events.c.date, articles.c.published
    query = select(*columns).select_from(events).join(articles, articles.c.id == events.c.article_id)
    query = query.where(events.c.current)
    for row in connection.execute(query.order_by(events.c.day, events.c.id)):
        acting, acted_on = (tuple(sides.get((row.id, role), ())) for role in ("actor", "recipient"))
        yield Happening(
            row.id, EventType(row.type), Status(row.status), acting, acted_on, row.place, row.date,
            row.published,
        )  # fmt: skip


def _sides(connection: Connection) -> Mapping[tuple[str, str], list[Alias]]:
    columns = event_actors.c.event_id, event_actors.c.role, actors.c.name, actors.c.kind, actors.c.country
    query = select(*columns).select_from(event_actors)
    found: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for row in connection.execute(query.join(actors, actors.c.id == event_actors.c.actor_id)):
        found[row.event_id, row.role].append(_alias(row))
    return found


def _stands(connection: Connection) -> Iterator[Stand]:
    holder, towards = actors.alias("holder"), actors.alias("towards")
    columns = (
        positions.c.id, positions.c.issue, positions.c.stance, positions.c.date, articles.c.published,
        holder.c.name, holder.c.kind, holder.c.country,
        towards.c.name.label("to_name"), towards.c.kind.label("to_kind"),
        towards.c.country.label("to_country"),
    )  # fmt: skip
    query = (
        select(*columns)
        .select_from(positions)
        .join(articles, articles.c.id == positions.c.article_id)
        .join(holder, holder.c.id == positions.c.holder_id)
        .outerjoin(towards, towards.c.id == positions.c.counterpart_id)
        .where(positions.c.current)
    )
    for row in connection.execute(query.order_by(positions.c.day, positions.c.id)):
        to = Alias(row.to_name, ActorKind(row.to_kind), row.to_country) if row.to_name is not None else None
        yield Stand(row.id, _alias(row), row.issue, row.stance, to, row.date, row.published)


def _write_groups(connection: Connection, kind: str, found: Iterable[_Group]) -> None:
    heads, members = [], []
    for group in found:
        key = _hash(kind, *sorted(m.id for m in group.members))
        heads.append({"id": key, "kind": kind, "method": group.method, "size": len(group.members)})
        members += [
            {"group_id": key, "member_id": m.id, "kind": kind, "relation": m.relation,
             "similarity": m.similarity}
            for m in group.members
        ]  # fmt: skip
    _write(connection, groups, heads)
    _write(connection, group_members, members)
    table, column = (articles, "origin") if kind == "article" else (RECORDS[kind], "occurrence")
    connection.execute(update(table).where(table.c[column].is_not(None)).values({column: None}))
    noted = update(table).where(table.c.id == bindparam("member")).values({column: bindparam("group")})
    if members:
        connection.execute(noted, [{"member": m["member_id"], "group": m["group_id"]} for m in members])


def _write_identities(connection: Connection, identities: Sequence[Identity]) -> None:
    ids: dict[Alias, list[str]] = defaultdict(list)
    for row in connection.execute(select(actors.c.id, actors.c.name, actors.c.kind, actors.c.country)):
        ids[_alias(row)].append(row.id)
    rows = [{"id": identity_id(i), "name": i.name, "kind": i.kind, "country": i.country} for i in identities]
    members = [
        {"actor_id": actor, "canonical_id": identity_id(i), "reason": "name rules"}
        for i in identities
        for alias in i.aliases
        for actor in ids[alias]
    ]
    _write(connection, canonical_actors, rows)
    _write(connection, canonical_members, members)


def _write_sides(connection: Connection, known: Mapping[Alias, str]) -> None:
    """Name the sides of positions as they are known across reports."""
    named = {
        row.id: side(_alias(row), known.__getitem__)
        for row in connection.execute(select(actors.c.id, actors.c.name, actors.c.kind, actors.c.country))
        if _alias(row) in known
    }
    for role in ("holder", "counterpart"):
        who, name = positions.c[f"{role}_id"], positions.c[f"{role}_side"]
        query = select(who, name).distinct().where(who.is_not(None))
        other = [
            {"who": actor, "side": named[actor]}
            for actor, noted in connection.execute(query)
            if actor in named and noted != named[actor]
        ]
        if other:
            noted = update(positions).where(who == bindparam("who")).values({name.name: bindparam("side")})
            connection.execute(noted, other)


def identity_id(identity: Identity) -> str:
    """The id of an actor across reports: a hash of the commonest of his names."""
    first = identity.aliases[0]
    return _hash("actor", *first.order)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _write(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        connection.execute(insert(table), rows[start : start + BATCH])
