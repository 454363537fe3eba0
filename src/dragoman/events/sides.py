"""On whose side somebody stands: of a state, or of those who fight it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from dragoman.records import Actor

_T = TypeVar("_T")

Side = tuple[str, bool]  # a country, and whether those are meant who fight its state

_INSURGENT = frozenset({"REB", "UAF", "PRM"})
_OFTEN = 2  # mentions that make somebody one whom a report is about


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


def standing_out(counts: Counter[_T]) -> _T | None:
    """Who is told of more than once and at least twice as often as anybody else; None if nobody is.

    Args:
        counts: how often each is told of.
    """
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]
