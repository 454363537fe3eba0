"""Who is meant: states by code or name, bodies and persons by the names that reports give them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from dragoman.ledger.decisions import canonical_id
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.schema import (
    actors,
    canonical_actors,
    canonical_members,
    event_actors,
    events,
    positions,
    statements,
)
from dragoman.ledger.states import country_code, names_by_code


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody asked for: a state or an entity by its code, or an actor across reports by his id.

    Args:
        name: what to call the party.
        code: ISO 3166-1 alpha-3, or PLOVER's code. canonical: the actor's id. One of them is given.
    """

    name: str
    code: str | None = None
    canonical: str | None = None

    @property
    def side(self) -> str:
        """How positions name it: a state by its code, others by name."""
        return self.code or self.name


def party(connection: Connection, asked: str) -> Party:
    """Who is meant by a code ("RUS"), a state's name or adjective ("Russian"), or an actor's name or id.

    Args:
        connection: to the ledger. asked: what was asked for, whatever its case.

    Raises:
        LedgerError: it is nobody's name in the ledger, or several actors'.
    """
    if code := country_code(asked):
        return Party(names_by_code()[code], code)
    found = canonical_id(connection, asked)
    name = connection.scalar(select(canonical_actors.c.name).where(canonical_actors.c.id == found))
    return Party(str(name), canonical=found)


def country(asked: str) -> Party:
    """The state or entity that is meant by a code ("AFG"), a name or an adjective ("Afghan").

    Args:
        asked: what was asked for, whatever its case.

    Raises:
        LedgerError: there is none.
    """
    if code := country_code(asked):
        return Party(name_of(code), code)
    raise LedgerError(f"{asked}: no country: give its code (AFG) or its name (Afghanistan)")


def name_of(side: str) -> str:
    """What to call a side: a state by its short English name, all others as they are named."""
    return names_by_code().get(side, side)


def concerns(kind: str, code: str) -> ColumnElement[bool]:
    """The condition that a record is of a country or towards it: of the state, its bodies, groups, persons.

    A statement is so if it is theirs, if it is addressed to them, or if an event or a position of theirs or
    towards them is read from it.

    Args:
        kind: "statement", "event" or "position". code: the country's.
    """
    if kind == "event":
        return events.c.id.in_(select(event_actors.c.event_id).where(event_actors.c.country == code))
    if kind == "position":
        return or_(positions.c.holder_country == code, positions.c.counterpart_country == code)
    c = statements.c
    theirs = select(actors.c.name).where(actors.c.country == code)
    carrying = (
        select(table.c.statement_id).where(table.c.statement_id.is_not(None), concerns(of, code))
        for of, table in (("event", events), ("position", positions))
    )
    return or_(c.speaker_country == code, c.addressee.in_(theirs), *(c.id.in_(found) for found in carrying))


def actor_ids(who: Party) -> Select[tuple[str]]:
    """The ids of the actors, as reports name them, who are a party."""
    if who.code:
        return select(actors.c.id).where(actors.c.country == who.code)
    return select(canonical_members.c.actor_id).where(canonical_members.c.canonical_id == who.canonical)


def acts_in(who: Party, role: str) -> Select[tuple[str]]:
    """The ids of the events in which a party has a role.

    Args:
        who: the party. role: "actor" or "recipient".
    """
    query = select(event_actors.c.event_id).where(event_actors.c.role == role)
    if who.code:
        return query.where(event_actors.c.country == who.code)
    return query.where(event_actors.c.actor_id.in_(actor_ids(who)))


def stands_for(who: Party, role: str) -> ColumnElement[bool]:
    """The condition that a party is the holder or the counterpart of a position.

    Args:
        who: the party. role: "holder" or "counterpart".
    """
    named = positions.c[f"{role}_side"] == who.side
    return named if who.code else or_(named, positions.c[f"{role}_id"].in_(actor_ids(who)))
