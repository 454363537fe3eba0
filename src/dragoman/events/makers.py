"""Whose a law, a deal or a plan is that an event is about, as the report has told elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.opponents import asked
from dragoman.events.people import People
from dragoman.events.recalls import is_definite
from dragoman.events.standing import governs, may_oppose
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind, EventType

_ABOUT_DEEDS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})
_OF_LAWS = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
_BY = frozenset({"by", "from"})


class Makers:
    """Finds the other side by the thing that an event is about.

    Args:
        reading: the reading. people: who is who. lexicon: the word classes.
    """

    def __init__(self, reading: Reading, people: People, lexicon: Lexicon) -> None:
        self._reading = reading
        self._people = people
        self._making = lexicon.classes["making"]
        self._rights = lexicon.classes["rights_noun"]
        self._laws = lexicon.classes["legislation"]

    def of(self, happening: Happening) -> tuple[Actor, ...]:
        """Who made, by an earlier mention of the same thing, what is judged, else who is to make it law.

        Args:
            happening: an event of which no other side is named.
        """
        things = dict.fromkeys((*happening.matter, *_things(happening)))
        if happening.event in _ABOUT_DEEDS:
            for thing in things:
                if (
                    thing.pos == "NOUN"
                    and thing.lemma not in self._rights
                    and (found := self._earlier(thing, happening))
                ):
                    return found
        return self._lawgivers(happening, (*asked(happening), *things))

    def _earlier(self, thing: Token, happening: Happening) -> tuple[Actor, ...]:
        """Whose a thing is, or the last of the same name was ("Norway's plan … the plan")."""
        before = self._nouns[thing.lemma] if is_definite(thing) else [thing]
        for mention in reversed(before):
            if mention.index <= thing.index and (owners := self._owners(mention)):
                return tuple(a for a in owners if may_oppose(a, happening.actors, happening.event))
        return ()

    @cached_property
    def _nouns(self) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self._reading.tokens:
            if token.pos == "NOUN":
                found[token.lemma].append(token)
        return found

    def _owners(self, thing: Token) -> tuple[Actor, ...]:
        """Who owns or makes a thing, as the words at it say."""
        return next((w for t in self._makers(thing) if (w := self._people.who(t))), ())

    def _makers(self, thing: Token) -> Iterator[Token]:
        for child in thing.children:
            if child.dep == "poss":
                yield child
            elif child.dep in ("prep", "agent") and child.lower in _BY:
                yield from child.children
        verb = thing.head
        if thing.dep == "dobj" and is_verb(verb) and verb.lemma in self._making:
            yield from (c for c in verb.children if c.dep == "nsubj")

    def _lawgivers(self, happening: Happening, things: Sequence[Token]) -> tuple[Actor, ...]:
        """The parliament at home, where a law is asked of it or refused to it."""
        homes = {a.country for a in happening.actors}
        if (
            happening.event not in _OF_LAWS
            or len(homes) != 1
            or not any(t.lemma in self._laws for t in things)
        ):
            return ()
        if happening.event is not EventType.REQUEST and not all(map(governs, happening.actors)):
            return ()
        (home,) = homes
        named = Counter({a: n for a, n in self._parliaments.items() if a.country == home})
        return tuple(a for a, _ in named.most_common(1) if a not in happening.actors)

    @cached_property
    def _parliaments(self) -> Counter[Actor]:
        """How often each parliament is named."""
        return Counter(
            actor
            for token in self._reading.tokens
            if token.pos == "PROPN"
            for actor in self._people.who(token)
            if actor.kind is ActorKind.BODY and "LEG" in actor.sectors
        )


def _things(happening: Happening) -> Iterator[Token]:
    """What the verbs of an event are about: their objects, or what their relative clauses tell of."""
    for verb in filter(is_verb, happening.words):
        yield from (c for c in verb.children if c.dep == "dobj")
        clause = verb
        while clause.dep in ("conj", "xcomp") and is_verb(clause.head):
            clause = clause.head
        if clause.dep == "relcl":
            yield clause.head
