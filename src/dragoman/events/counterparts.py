"""Who stands on the other side, where the words of an event's own slots do not say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.events.circumstances import Circumstances
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.patterns import Kind
from dragoman.events.people import People
from dragoman.events.syntax import term
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

# events that are done to somebody: the other side is looked for where it is not named
_TWO_SIDED = frozenset(
    {
        EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.THREATEN,
        EventType.REJECT, EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.CONCEDE,
        EventType.PROTEST,
    }
)  # fmt: skip
_SAID = frozenset(
    {EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE}
)
_NAMES_ONLY = frozenset(
    {"sanction", "convention", "resolution", "accord", "agreement", "charter", "treaty", "law"}
)
_PLACING = frozenset({"in", "at", "near", "outside", "inside", "around"})


class Counterparts:
    """Fills in the other side of the events of one reading.

    Args:
        happenings: the events, in order of the text. people: who is who. lexicon: the noun frames.
    """

    def __init__(self, happenings: Sequence[Happening], people: People, lexicon: Lexicon) -> None:
        self._happenings = happenings
        self._people = people
        self._lexicon = lexicon

    def complete(self) -> None:
        """Fill in from the clause, a recalled event, the event before, or the report's opponents."""
        self._find_testers()
        before: Happening | None = None
        for place, happening in enumerate(self._happenings):
            if not happening.others and happening.actors and happening.event in _TWO_SIDED:
                happening.recipients = (
                    self._in_clause(happening)
                    or self._recalled(happening, place)
                    or _as_before(happening, before)
                )
            if happening.others:
                before = happening
        self._oppose()

    def _find_testers(self) -> None:
        """Give a weapon's test that nobody owns to the state or group named last before it."""
        for happening in self._happenings:
            if happening.event is EventType.MOBILIZE and not happening.actors and not happening.others:
                happening.actors = self._people.last_before(happening.anchor)

    def locate(self, circumstances: Circumstances) -> None:
        """Let the place tell of what country those are who were attacked ("killed 20 people in Kano")."""
        for happening in self._happenings:
            if happening.event is not EventType.ASSAULT or any(a.country for a in happening.recipients):
                continue
            place = circumstances.place(happening)
            if place is None or place.country is None:
                continue
            if happening.recipients:
                happening.recipients = tuple(replace(a, country=place.country) for a in happening.recipients)
            else:
                victims = [t for t in happening.matter if self._people.fits(t, ("public",))]
                happening.recipients = tuple(
                    Actor(t.lemma, ActorKind.PUBLIC, place.country, ("CVL",)) for t in victims[:1]
                )

    def _in_clause(self, happening: Happening) -> tuple[Actor, ...]:
        """Whom the words below the trigger name first, but the actor and bare places."""
        own = _codes(happening.actors)
        for token in sorted(_below(happening), key=lambda t: t.index):
            if token.index <= happening.anchor.index or _is_by_the_way(token):
                continue
            found = tuple(
                a for a in self._people.who(token)
                if a.country and a.country not in own and a.kind is not ActorKind.MEDIA
            )  # fmt: skip
            if found:
                return found
        return ()

    def _recalled(self, happening: Happening, place: int) -> tuple[Actor, ...]:
        """Who acts in the event that a noun recalls ("welcomed the exchange": who made the exchange)."""
        own = _codes(happening.actors)
        for head in happening.matter:
            entries = self._lexicon.frames.get(
                (Kind.NOUN, term(head, self._lexicon.classes["compounds"])), ()
            )
            events = {frame.event for _, frame in entries}
            for other in reversed(self._happenings[:place]):
                if other.event in events:
                    sides = (other.actors, other.others)
                    for side in sides:
                        found = tuple(a for a in side if a.country and a.country not in own)
                        if found:
                            return found
        return ()

    def _oppose(self) -> None:
        """Give what is said to nobody in particular the side that the report opposes to the speaker."""
        pairs: Counter[tuple[str, str]] = Counter()
        named: dict[str, Actor] = {}
        for happening in self._happenings:
            for a in happening.actors:
                for b in happening.others:
                    if a.country and b.country and a.country != b.country:
                        pairs[a.country, b.country] += 1
                        pairs[b.country, a.country] += 1
                        for actor in (a, b):
                            if actor.country and (
                                actor.kind is ActorKind.GOVERNMENT or actor.country not in named
                            ):
                                named[actor.country] = actor
        for happening in self._happenings:
            if happening.others or happening.event not in _SAID or len(_codes(happening.actors)) != 1:
                continue
            (own,) = _codes(happening.actors)
            ranked = [(count, pair[1]) for pair, count in pairs.items() if pair[0] == own]
            if own and ranked:
                count, other = max(ranked)
                if count > 1 or len(ranked) == 1:
                    happening.recipients = (named[other],)
                    happening.rules.append("counterpart")
                    happening.trust *= 0.8


def _is_by_the_way(token: Token) -> bool:
    """Whether a name only names a thing or a place ("U.N. sanctions", "in Vienna")."""
    if token.dep in ("compound", "amod", "nmod") and token.head.lemma in _NAMES_ONLY:
        return True
    return token.dep == "pobj" and token.head.lower in _PLACING


def _below(happening: Happening) -> list[Token]:
    """What stands below a trigger, but for further clauses beside it."""
    beside = {"conj", "parataxis", "nsubj"}
    if happening.event is not EventType.THREATEN:  # "unless Spain withdraws" names whom a threat is meant for
        beside.add("advcl")
    found: list[Token] = []
    stack = [c for c in happening.anchor.children if c.dep not in beside]
    while stack:
        below = stack.pop()
        found.append(below)
        stack.extend(c for c in below.children if c.dep not in ("advcl", "parataxis", "npadvmod"))
    return found


def _as_before(happening: Happening, before: Happening | None) -> tuple[Actor, ...]:
    """The other side of the event before, if it was the same actor's in the same sentence."""
    if before is None or before.anchor.sentence != happening.anchor.sentence:
        return ()
    own = _codes(happening.actors)
    if own & _codes(before.actors):
        return tuple(a for a in before.others if a.country not in own)
    return ()


def _codes(people: tuple[Actor, ...]) -> set[str | None]:
    return {a.country for a in people}
