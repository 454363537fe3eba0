"""What people decide about actors across reports; it is only ever added to, and goes before any rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dragoman.ledger.columns import now
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.schema import actor_decisions, actors, canonical_actors, canonical_members
from dragoman.ledger.store import Ledger
from dragoman.linking.identities import Alias, Ruling
from dragoman.records import ActorKind


class Decision(StrEnum):
    """What may be decided."""

    MERGE = "merge"  # two actors are one
    SPLIT = "split"  # a name is not this actor's
    UNDO = "undo"  # an earlier decision does not hold


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about two actors.

    Args:
        id: its number. decision: what was decided. one, other: the names it is about.
        reviewer: who decided. decided: when, ISO 8601. note: why.
        undone: whether it was undone later.
    """

    id: int
    decision: Decision
    one: Alias
    other: Alias
    reviewer: str
    decided: str
    note: str | None = None
    undone: bool = False


def merge(ledger: Ledger, one: str, other: str, *, reviewer: str, note: str | None = None) -> Decided:
    """Decide that two actors are one; it shows after the next `link`.

    Args:
        ledger: the ledger. one, other: an actor's id, the beginning of it, or a name.
        reviewer: who decides. note: why.

    Raises:
        LedgerError: a name is nobody's, or several actors'.
    """
    with ledger.writing() as connection:
        pair = tuple(commonest(connection, canonical_id(connection, name)) for name in (one, other))
        return _decide(connection, Decision.MERGE, (pair[0], pair[1]), reviewer, note)


def split(ledger: Ledger, name: str, actor: str, *, reviewer: str, note: str | None = None) -> Decided:
    """Decide that a name is not an actor's; it shows after the next `link`.

    Args:
        ledger: the ledger. name: a name under which reports have him, to the letter.
        actor: the actor's id, the beginning of it, or his name. reviewer: who decides. note: why.

    Raises:
        LedgerError: the actor has no such name, or the name is the one he is known by.
    """
    with ledger.writing() as connection:
        whose = canonical_id(connection, actor)
        main = commonest(connection, whose)
        names = [a for a in _aliases(connection, whose) if a.name == name and a != main]
        if not names:
            others = ", ".join(sorted({a.name for a in _aliases(connection, whose)} - {main.name}))
            raise LedgerError(f"{main.name} has no name {name!r} to split off; there are: {others or 'none'}")
        made = [_decide(connection, Decision.SPLIT, (main, alias), reviewer, note) for alias in names]
        return made[0]


def undo(ledger: Ledger, number: int, *, reviewer: str, note: str | None = None) -> Decided:
    """Decide that an earlier decision does not hold; both stay on record.

    Args:
        ledger: the ledger. number: of the decision. reviewer: who decides. note: why.

    Raises:
        LedgerError: there is no such decision, or it was undone already.
    """
    with ledger.writing() as connection:
        earlier = {d.id: d for d in _decided(connection)}.get(number)
        if earlier is None or earlier.undone:
            raise LedgerError(
                f"decision {number}: none that stands; 'dragoman actors --decisions' lists them"
            )
        pair = earlier.one, earlier.other
        return _decide(connection, Decision.UNDO, pair, reviewer, note, undoes=number)


def decisions(ledger: Ledger) -> list[Decided]:
    """What was decided about actors, in order of time, without undoings."""
    with ledger.reading() as connection:
        return _decided(connection)


def rulings_of(connection: Connection) -> list[Ruling]:
    """The decisions that stand, as rulings over names."""
    standing = [d for d in _decided(connection) if not d.undone]
    return [Ruling(d.one, d.other, same=d.decision is Decision.MERGE) for d in standing]


def canonical_id(connection: Connection, asked: str) -> str:
    """The id of an actor across reports.

    Args:
        connection: to the ledger. asked: his id, the beginning of it, or a name, whatever its case.

    Raises:
        LedgerError: it is nobody's, or several actors'.
    """
    table = canonical_actors
    by_id = select(table.c.id, table.c.name, table.c.country).where(
        table.c.id.startswith(asked, autoescape=True)
    )
    by_name = (
        select(table.c.id, table.c.name, table.c.country)
        .distinct()
        .join(canonical_members, canonical_members.c.canonical_id == table.c.id)
        .join(actors, actors.c.id == canonical_members.c.actor_id)
        .where(func.lower(actors.c.name) == asked.lower())
    )
    found = connection.execute(by_name).all() or (connection.execute(by_id).all() if len(asked) > 3 else [])
    if len(found) == 1:
        return str(found[0].id)
    if not found:
        raise LedgerError(f"{asked!r} is no actor of the ledger: look with 'dragoman actors LEDGER WORDS'")
    several = "; ".join(f"{row.id} {row.name} [{row.country or ''}]" for row in found[:8])
    raise LedgerError(f"{asked!r} is the name of several actors, give the id: {several}")


def commonest(connection: Connection, canonical: str) -> Alias:
    """The name by which an actor across reports is identified."""
    row = connection.execute(select(canonical_actors).where(canonical_actors.c.id == canonical)).one()
    aliases = _aliases(connection, canonical)
    same = [a for a in aliases if (a.name, a.country) == (row.name, row.country)]
    return (same or aliases)[0]


def _aliases(connection: Connection, canonical: str) -> list[Alias]:
    query = (
        select(actors.c.name, actors.c.kind, actors.c.country)
        .distinct()
        .join(canonical_members, canonical_members.c.actor_id == actors.c.id)
        .where(canonical_members.c.canonical_id == canonical)
        .order_by(actors.c.name, actors.c.kind, actors.c.country)
    )
    return [Alias(row.name, ActorKind(row.kind), row.country) for row in connection.execute(query)]


def _decide(
    connection: Connection, decision: Decision, pair: tuple[Alias, Alias], reviewer: str, note: str | None,
    *, undoes: int | None = None,
) -> Decided:  # fmt: skip
    number = (connection.scalar(select(func.max(actor_decisions.c.id))) or 0) + 1
    moment = now()
    subject = {"one": _written(pair[0]), "other": _written(pair[1])}
    connection.execute(insert(actor_decisions).values(
        id=number, decision=decision, subject=subject, undoes=undoes, reviewer=reviewer, decided=moment,
        note=note,
    ))  # fmt: skip
    return Decided(number, decision, *pair, reviewer, moment, note)


def _decided(connection: Connection) -> list[Decided]:
    rows = connection.execute(select(actor_decisions).order_by(actor_decisions.c.id)).all()
    undone = {row.undoes for row in rows if row.undoes is not None}
    return [
        Decided(
            row.id, Decision(row.decision), _read(row.subject["one"]), _read(row.subject["other"]),
            row.reviewer, row.decided, row.note, row.id in undone,
        )
        for row in rows
        if row.decision != Decision.UNDO
    ]  # fmt: skip


def _written(alias: Alias) -> dict[str, str | None]:
    return {"name": alias.name, "kind": alias.kind, "country": alias.country}


def _read(subject: Mapping[str, Any]) -> Alias:
    return Alias(subject["name"], ActorKind(subject["kind"]), subject["country"])
