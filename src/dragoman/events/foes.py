"""Who strikes those whom nobody is told to have struck: the one state that a report tells to attack them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.events.happening import Happening
from dragoman.events.sides import Side, side, sides
from dragoman.records import Actor, ActorKind, EventType, Status

_OFTEN = 2  # attacks that make a report one of a war
_NEAR = 6  # sentences between an attack and the word of who says he made it
_CLAIMING = frozenset({"admit", "claim"})
_ARMY = "MIL"


class Foes:
    """The fights of one report.

    Args:
        happenings: its events.
    """

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self._attacks: dict[str, Counter[Side]] = {}
        self._named: dict[Side, Actor] = {}
        self._killers: dict[tuple[str, str | None], tuple[Actor, ...]] = {}
        self._claims: list[Happening] = []
        for happening in happenings:
            if happening.event is EventType.ASSAULT and happening.status is Status.ACTUAL:
                if happening.actors:
                    self._note(happening)
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

    def _note(self, attack: Happening) -> None:
        """Note by whom persons with a name were attacked, and who says that an attack was his."""
        for victim in filter(_is_known, attack.recipients):
            self._killers.setdefault((victim.name, victim.country), attack.actors)
        if attack.anchor.lemma in _CLAIMING:
            self._claims.append(attack)

    def of(self, attack: Happening) -> tuple[Actor, ...]:
        """Who makes an attack of which only the victims are told; nobody where their foes are not one.

        Who is told elsewhere to have attacked the same person made it, or who claims it.

        Args:
            attack: the event.
        """
        persons = attack.recipients if all(map(_is_known, attack.recipients)) else ()
        if found := next((w for a in persons if (w := self._killers.get((a.name, a.country)))), ()):
            return found
        return self._at_war(attack) or self._claimed(attack)

    def _claimed(self, attack: Happening) -> tuple[Actor, ...]:
        """Who claims the one attack that is claimed near it."""
        near = [c for c in self._claims if abs(c.anchor.sentence - attack.anchor.sentence) <= _NEAR]
        if not near or any(c.actors != near[0].actors for c in near):
            return ()
        return near[0].actors if sides(near[0].actors).isdisjoint(sides(attack.recipients)) else ()

    def _at_war(self, attack: Happening) -> tuple[Actor, ...]:
        """The one state, or its army, that a report tells to strike those who were attacked."""
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


def _is_known(victim: Actor) -> bool:
    """Whether somebody is a person with a name."""
    return victim.kind is ActorKind.PERSON and victim.name[:1].isupper()
