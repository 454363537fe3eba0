"""Codes of other systems: CAMEO's events and actors, and states by COW number, FIPS 10-4 and name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from dragoman.formats.losses import Losses
from dragoman.knowledge import load_table, load_yaml
from dragoman.records import Actor, Event

NOBODY = "---"  # CAMEO's code where there is none


@dataclass(frozen=True, slots=True)
class CameoEvent:
    """A CAMEO event: its code ("1031") and title."""

    code: str
    title: str

    @property
    def base(self) -> str:
        """The code of three digits."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """The code of two digits."""
        return self.code[:2]


@cache
def _cameo_rows() -> dict[tuple[str, str, str], CameoEvent]:
    rows: dict[tuple[str, str, str], CameoEvent] = {}
    for row in load_table("cameo.tsv"):
        rows.setdefault((row["event"], row["mode"], row["context"]), CameoEvent(row["code"], row["title"]))
    return rows


def cameo_event(event: Event) -> CameoEvent:
    """The CAMEO code of a PLOVER event: that of its mode and context, as far as CAMEO tells them apart."""
    rows = _cameo_rows()
    contexts = [context for _, _, context in rows if context in event.contexts]
    for mode in [*event.modes, ""]:
        for context in [*contexts, ""]:
            if found := rows.get((event.type.value, mode, context)):
                return found
    return rows[event.type.value, "", ""]


@cache
def _states() -> dict[str, dict[str, str]]:
    names = {row["alpha3"]: row["name"] for row in load_table("countries.tsv")}
    return {row["alpha3"]: {**row, "name": names[row["alpha3"]]} for row in load_table("country_codes.tsv")}


def country_name(code: str | None) -> str | None:
    """The short English name of a state; None if it is none."""
    return _states()[code]["name"] if code is not None and code in _states() else None


def state_code(system: str, code: str | None, day: dt.date, losses: Losses) -> str | None:
    """The code of a state in another system; None, and told, where that has none of that day.

    Args:
        system: the column of the crosswalk: "numeric", "cow", "cow_abbreviation", "gw" or "fips".
        code: ISO 3166-1 alpha-3.
        day: the day that the code is needed for.
        losses: where to tell that there is none.
    """
    row = _states().get(code or "")
    if row is None:
        return None
    if row["since"] and day.isoformat() < row["since"]:
        losses.add(
            f"{system} codes", f"{code} is a state of its own since {row['since']}; none is guessed before"
        )
        return None
    losses.add(f"{system} codes", f"the system has no one code for {code}", int(not row[system]))
    return row[system] or None


def cameo_sectors(actor: Actor, losses: Losses) -> list[str]:
    """CAMEO's role codes of an actor's sectors, the most specific first, at most three."""
    known = load_yaml("cameo_actors.yaml")["sectors"]
    roles = [known[sector] for sector in actor.sectors if sector in known]
    for sector in actor.sectors:
        losses.add("sectors", f"CAMEO has no role for {sector}", int(sector not in known))
    losses.add("sectors", "CAMEO holds three roles an actor", max(0, len(roles) - 3))
    return roles[:3]


def cameo_country(actor: Actor) -> str:
    """CAMEO's code of an actor's state (ISO's alpha-3), or of a body that is of none; "" if neither."""
    if actor.country is None:
        return ""
    bodies: dict[str, str] = load_yaml("cameo_actors.yaml")["bodies"]
    return bodies.get(actor.country, actor.country)


def cameo_group(actor: Actor) -> str | None:
    """CAMEO's code of the known group that an actor is, if it is one."""
    groups: dict[str, str] = load_yaml("cameo_actors.yaml")["groups"]
    return groups.get(actor.country or "")


def cameo_actor(actor: Actor, losses: Losses) -> str:
    """CAMEO's actor code: country and roles ("FRAGOV"); "---" where neither is known."""
    country = cameo_country(actor)
    roles = [role for role in cameo_sectors(actor, losses) if role not in country]
    return "".join([country, *roles]) or NOBODY
