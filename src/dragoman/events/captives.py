"""Who holds somebody: he lets them go where nobody else is told to, and is asked to where nobody else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.happening import Happening
from dragoman.events.opponents import asked
from dragoman.events.people import People
from dragoman.events.sides import sides
from dragoman.events.standing import is_state_organ
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

_NEAR = 8  # sentences between an arrest and a release of people without names
_IN_HAND = frozenset({"arrest", "release"})  # modes of what is done to those whom one holds
_FREEDOM = frozenset({"freedom", "freeing", "liberation", "release"})
_FREE = frozenset({"free", "liberate", "release"})
_FREED = frozenset({"dobj", "nsubjpass"})


class Captives:
    """Finds who holds whom in the events of one reading.

    Args:
        happenings: the events. people: who is who.
    """

    def __init__(self, happenings: Sequence[Happening], people: People) -> None:
        self._happenings = happenings
        self._people = people

    def settle(self) -> None:
        """Let captors release those whom nobody is told to release, and be asked for those they hold."""
        captures = [h for h in self._happenings if _is_capture(h) and h.actors]
        for happening in self._happenings:
            if happening.mode == "release" and happening.event is EventType.RETREAT and not happening.actors:
                _release(happening, captures)
            elif happening.event is EventType.REQUEST and happening.actors:
                self._ask(happening, captures)

    def hold(self) -> None:
        """Let those have arrested a person by name who are told elsewhere to have arrested or freed him."""
        held = [h for h in self._happenings if h.mode in _IN_HAND]
        holders = {(a.name, a.country): h.actors for h in reversed(held) if h.actors for a in _named(h)}
        for arrest in held:
            if arrest.event is not EventType.COERCE or arrest.actors:
                continue
            found = next((w for a in _named(arrest) if (w := holders.get((a.name, a.country)))), ())
            if found and all(map(is_state_organ, found)):
                arrest.actors = found
                arrest.rules.append("captor")

    def _ask(self, demand: Happening, captures: Sequence[Happening]) -> None:
        """Let those be asked to free somebody who hold them ("Peru demanded HIS release")."""
        captives = {a.name for t in _to_be_freed(demand) for a in self._people.who_or_owner(t)}
        if not captives.issuperset(a.name for a in demand.others):
            return  # another is asked
        for capture in captures:
            named = captives & {a.name for a in capture.recipients}
            if not any(n[:1].isupper() for n in named) and not (named and _is_near(demand, capture)):
                continue
            if sides(capture.actors).isdisjoint(sides(demand.actors)):
                demand.recipients = capture.actors
                demand.rules.append("counterpart:captor")
                return
        self._ask_where_held(demand)

    def _ask_where_held(self, demand: Happening) -> None:
        """Let the state be asked to free somebody in which he is ("the release of his sailors IN PERU")."""
        own = sides(demand.actors)
        for captive in _to_be_freed(demand):
            places = (p for c in captive.children if c.dep == "prep" and c.lower == "in" for p in c.children)
            for place in places:
                found = tuple(a for a in self._people.who(place) if a.kind is ActorKind.GOVERNMENT)
                if found and own.isdisjoint(sides(found)):
                    demand.recipients = found
                    demand.rules.append("counterpart:captor")
                    return


def _named(happening: Happening) -> Iterator[Actor]:
    """Those with a name of their own to whom something is done."""
    return (a for a in happening.recipients if a.kind is ActorKind.PERSON and a.name[:1].isupper())


def _release(release: Happening, captures: Sequence[Happening]) -> None:
    captives = {a.name for a in release.recipients}
    for capture in captures:
        if not _is_near(release, capture):
            continue
        beside = capture.anchor.sentence == release.anchor.sentence and capture.event is EventType.COERCE
        if beside or captives & {a.name for a in capture.recipients}:
            release.actors = capture.actors
            release.rules.append("captor")
            return


def _to_be_freed(demand: Happening) -> Iterator[Token]:
    """Whose release is asked for."""
    for noun in (*asked(demand), *demand.matter, *demand.words):
        if noun.lemma in _FREEDOM and noun.pos == "NOUN":
            yield from (c for c in noun.children if c.dep == "poss")
            yield from (t for c in noun.children if c.lower == "of" for t in c.children if t.dep == "pobj")
        elif noun.lemma in _FREE and noun.pos == "VERB":
            yield from (c for c in noun.children if c.dep in _FREED)


def _is_capture(happening: Happening) -> bool:
    return happening.event is EventType.COERCE or happening.mode == "abduct"


def _is_near(one: Happening, other: Happening) -> bool:
    return abs(one.anchor.sentence - other.anchor.sentence) <= _NEAR
