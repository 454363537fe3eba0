"""Who strikes those whom nobody is told to have struck: the one state that a report tells to attack them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.events.happening import Happening
from dragoman.events.sides import Side, side, sides
from dragoman.records import Actor, ActorKind, EventType, Status

_OFTEN = 2  # attacks that make a report one of a war
_ARMY = "MIL"


class Foes:
    """The fights of one report.

    Args:
        happenings: its events.
    """

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self._attacks: dict[str, Counter[Side]] = {}
        self._named: dict[Side, Actor] = {}
        for happening in happenings:
            if happening.event is EventType.ASSAULT and happening.status is Status.ACTUAL:
                for attacker in happening.actors:
                    for victim in happening.recipients:
                        self._count(attacker, victim)

    def _count(self, attacker: Actor, victim: Actor) -> None:
        foe, own = side(attacker), side(victim)
        if foe is None or own is None or foe == own:
            return
        self._attacks.setdefault(own[0], Counter())[foe] += 1
        if foe not in self._named or attacker.kind is ActorKind.GOVERNMENT:
            self._named[foe] = attacker

    def of(self, attack: Happening) -> tuple[Actor, ...]:
        """Who makes an attack of which only the victims are told; nobody where their foes are not one.

        Args:
            attack: the event.
        """
        own = sides(attack.recipients)
        if len(own) != 1:
            return ()
        ((home, insurgent),) = own
        foes = {s: n for s, n in self._attacks.get(home, {}).items() if s != (home, insurgent)}
        named = [self._named[foe] for foe, count in foes.items() if count >= _OFTEN]
        return tuple(filter(_has_forces, named)) if len(foes) == 1 else ()


def _has_forces(attacker: Actor) -> bool:
    """Whether somebody is a state or its army: who else strikes twice may not strike the third time."""
    return attacker.kind is ActorKind.GOVERNMENT or (
        attacker.kind is not ActorKind.PERSON and _ARMY in attacker.sectors
    )
