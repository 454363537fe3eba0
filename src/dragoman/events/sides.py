"""On whose side somebody stands: of a state, or of those who fight it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records import Actor

Side = tuple[str, bool]  # a country, and whether those are meant who fight its state

_INSURGENT = frozenset({"REB", "UAF", "PRM"})


def side(actor: Actor) -> Side | None:
    """The side of somebody; None for those of no country.

    Args:
        actor: who.
    """
    if not actor.country:
        return None
    return actor.country, not _INSURGENT.isdisjoint(actor.sectors)


def sides(people: Iterable[Actor]) -> set[Side]:
    """The sides of some people.

    Args:
        people: who.
    """
    return {s for a in people if (s := side(a)) is not None}
