"""Whom a report opposes to whom, and what is done by one side of a quarrel against nobody in particular."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.events.recalls import DEFINITE, recalls
from dragoman.events.sides import Side, side
from dragoman.events.standing import governs
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind, EventType

# what a state does against another, named or not
_AGAINST = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.SANCTION})
_BODIES = frozenset({"UNO", "IGO"})  # with which nobody quarrels as with a state
_PREDICATED = frozenset({"oprd", "dobj", "attr"})
_OFTEN = 2  # events between two sides that make them a report's opponents


class Opponents:
    """The quarrels of one report.

    Args:
        reading: the reading. happenings: its events. people: who is who.
        calm: nouns for what third parties ask of both sides of a quarrel ("restraint").
    """

    def __init__(
        self, reading: Reading, happenings: Sequence[Happening], people: People, calm: frozenset[str]
    ) -> None:
        self._reading = reading
        self._people = people
        self._calm = calm
        self._pairs: Counter[tuple[Side, Side]] = Counter()
        self._named: dict[Side, Actor] = {}
        for happening in happenings:
            for a in happening.actors:
                for b in happening.others:
                    self._count(a, b)

    def _count(self, a: Actor, b: Actor) -> None:
        one, other = side(a), side(b)
        if one is None or other is None or one == other or not _BODIES.isdisjoint((one[0], other[0])):
            return
        self._pairs[one, other] += 1
        self._pairs[other, one] += 1
        for own, actor in ((one, a), (other, b)):
            if actor.kind is ActorKind.GOVERNMENT or own not in self._named:
                self._named[own] = actor

    def of(self, happening: Happening) -> tuple[Actor, ...]:
        """Whom an event of one side is against that names nobody; nobody where no opponent stands out."""
        if happening.event is EventType.REQUEST:
            return self._both(happening) if any(t.lemma in self._calm for t in asked(happening)) else ()
        if happening.mode == "third-party":
            return self._both(happening)
        if not _is_against(happening):
            return ()
        sides = {side(a) for a in happening.actors}
        if len(sides) != 1 or None in sides:
            return ()
        (own,) = sides
        ranked = sorted((count, other) for (one, other), count in self._pairs.items() if one == own)
        if not ranked or not _stands_out(ranked):
            return ()
        opponent = ranked[-1][1]
        near = is_near(self._reading, self._people, opponent, happening.anchor)
        return (self._named[opponent],) if near else ()

    def _both(self, happening: Happening) -> tuple[Actor, ...]:
        """Both sides of the quarrel, in which somebody is no party."""
        own = {a.country for a in happening.actors}
        ranked = sorted((count, pair) for pair, count in self._pairs.items() if pair[0] < pair[1])
        if not ranked or ranked[-1][0] < _OFTEN or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
            return ()
        both = ranked[-1][1]
        return tuple(self._named[s] for s in both) if own.isdisjoint(s[0] for s in both) else ()


def is_near(reading: Reading, people: People, who: Side, anchor: Token) -> bool:
    """Whether the sentence of a word or the one before names a side.

    Args:
        reading: the reading. people: who is who. who: the side. anchor: the word.
    """
    first = reading.sentences[max(0, anchor.sentence - 1)].first
    words = reading.tokens[first : reading.sentences[anchor.sentence].last + 1]
    return any(side(a) == who for t in words for a in people.who(t))


def _is_against(happening: Happening) -> bool:
    if happening.event not in _AGAINST or happening.mode == "investigate":
        return False
    if not any(map(is_verb, happening.words)):
        return False  # "Kenya's opposition": what a noun names may be no deed at all
    if happening.event is EventType.ACCUSE and not (judges_known(happening) and _judges_deed(happening)):
        return False
    return all(map(governs, happening.actors))


def judges_known(happening: Happening) -> bool:
    """Whether all that is judged has been told of before, not "an error".

    Args:
        happening: an event that judges.
    """
    return all(map(_is_known, _judged(happening)))


def _judges_deed(happening: Happening) -> bool:
    """Whether what is judged is one side's deed ("the move", "the attack"), not a thing or a delay."""
    judged = [*_judged(happening)]
    if any(t.tag == "WP" for t in judged):  # "what they called an ATTACK"
        judged += [c for c in happening.anchor.children if c.dep in _PREDICATED]
    found = (recalls().get(t.lemma) for t in judged)
    return any(recall is not None and not recall.all_sides for recall in found)


def _judged(happening: Happening) -> Iterator[Token]:
    """The objects of what judges, and what it is about."""
    yield from (t for t in happening.matter if t.pos in ("NOUN", "PRON"))
    yield from (
        c for t in happening.words for c in t.children if c.dep == "dobj" and c not in happening.words
    )


def _is_known(judged: Token) -> bool:
    """Whether what is judged has been told of, by name or as "the move", but not as "it" or "an error"."""
    if judged.pos == "PRON":
        return judged.tag == "WP"  # "what he called a crime"
    marks = [c for c in judged.children if c.index < judged.index]
    return judged.pos == "PROPN" or any(c.dep == "poss" or c.lower in DEFINITE for c in marks)


def asked(happening: Happening) -> Iterator[Token]:
    """The words for what is asked for: the object, or what stands after "for"."""
    for child in happening.anchor.children:
        if child.dep == "dobj":
            yield child
        elif child.dep == "prep" and child.lower == "for":
            yield from (c for c in child.children if c.dep == "pobj")


def _stands_out(ranked: list[tuple[int, Side]]) -> bool:
    """Whether the last of some opponents, ranked by how often they are one, is the report's opponent."""
    most = ranked[-1][0]
    return most >= _OFTEN and (len(ranked) == 1 or most >= 2 * ranked[-2][0])
