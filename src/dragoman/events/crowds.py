"""Of what country a bare crowd is that besets the mission of a state: of where the mission stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.events.happening import Happening
from dragoman.language import Reading
from dragoman.records import Actor, ActorKind, EventType

_BESETTING = frozenset({EventType.PROTEST, EventType.ASSAULT})
_WITHIN = frozenset({"city", "region", "country"})
_NEAR = 4  # sentences between a crowd and the place at which it is told to be


def settle_crowds(reading: Reading, happenings: Sequence[Happening]) -> None:
    """Take bare crowds for people of the country where the mission is that they beset, not of its own.

    Args:
        reading: the reading. happenings: its events.
    """
    beset = {
        a.country
        for h in happenings
        if h.event in _BESETTING and any(map(_is_crowd, h.actors))
        for a in h.others
        if a.kind is ActorKind.MISSION and a.country
    }
    for happening in happenings if beset else ():
        if happening.event not in _BESETTING or "protesters" in happening.rules:
            continue  # whose place is known
        if not any(_is_of(a, beset) for a in happening.actors):
            continue
        if (host := _host(reading, happening, beset)) is not None:
            happening.actors = tuple(
                replace(a, country=host) if _is_of(a, beset) else a for a in happening.actors
            )


def _host(reading: Reading, happening: Happening, beset: set[str]) -> str | None:
    """The country of most places named near an event, but for the states whose missions are beset."""
    sentence = happening.anchor.sentence
    near = (
        p.country
        for p in reading.places
        if p.kind in _WITHIN and abs(reading.tokens[p.first].sentence - sentence) <= _NEAR
    )
    told = Counter(code for code in near if code and code not in beset)
    return next((code for code, _ in told.most_common(1)), None)


def _is_crowd(actor: Actor) -> bool:
    """Whether somebody is a crowd of which no word tells whose people they are."""
    return actor.kind is ActorKind.PUBLIC and actor.name[:1].islower()


def _is_of(actor: Actor, states: set[str]) -> bool:
    return actor.country in states and _is_crowd(actor)
