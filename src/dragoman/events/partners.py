"""With whom somebody has to do, where talks or a promise, a refusal or a judgement name no other side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.opponents import is_near
from dragoman.events.people import People
from dragoman.events.sides import Side, side, standing_out
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind, EventType, Status

_OF_TALKS = frozenset({EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_MEETING = frozenset({EventType.CONSULT, EventType.AGREE})
_TALKING = frozenset({"meet", "negotiate", "talk"})
_AHEAD = frozenset({"future", "plan"})
_YIELDING = "yield"
_DEVOTED = "operator:committed"
# what is said and done in dealing with others, who need not be named again
_OF_DEALINGS = frozenset({EventType.AGREE, EventType.REJECT})


class Partners:
    """The talks and other dealings of one report.

    Args:
        reading: the reading. happenings: its events. people: who is who. lexicon: the word classes.
    """

    def __init__(
        self, reading: Reading, happenings: Sequence[Happening], people: People, lexicon: Lexicon
    ) -> None:
        self._reading = reading
        self._people = people
        self._talks = lexicon.classes["negotiations"]
        self._met: dict[Side, Counter[Side]] = defaultdict(Counter)
        self._dealt: dict[Side, Counter[Side]] = defaultdict(Counter)
        self._named: dict[Side, Actor] = {}
        for happening in happenings:
            self._count(happening)

    def _count(self, happening: Happening) -> None:
        present = {s: a for a in (*happening.actors, *happening.others) if (s := side(a)) is not None}
        if len(present) < 2:
            return
        for one in present:
            for other in present:
                if one != other:
                    self._dealt[one][other] += 1
                    self._met[one][other] += happening.event in _MEETING
        for own, actor in present.items():
            if own not in self._named or actor.kind is ActorKind.GOVERNMENT:
                self._named[own] = actor

    def of(self, happening: Happening) -> tuple[Actor, ...]:
        """With whom talks are meant of which an event names no partner; nobody where none stands out.

        Args:
            happening: an event of which no other side is named.
        """
        if not any(map(is_verb, happening.words)) or happening.rules[-1] in _AHEAD:
            return ()  # both sides do what is only planned
        own = {side(a) for a in happening.actors}
        if happening.event not in _OF_TALKS or len(own) != 1 or not self._is_of_talks(happening):
            return ()
        partner = standing_out(self._met.get(next(iter(own)) or ("", False), Counter()))
        return (self._named[partner],) if partner is not None else ()

    def at_hand(self, happening: Happening) -> tuple[Actor, ...]:
        """With whom a report most tells of somebody's dealings, if named beside an event or just before.

        Args:
            happening: an event of which no other side is named.
        """
        if happening.event not in _OF_DEALINGS or happening.status is not Status.ACTUAL:
            return ()
        own = {side(a) for a in happening.actors}
        if happening.rules[-1] == _DEVOTED:
            return ()  # "is committed to reform"
        if len(own) != 1 or happening.anchor.pos == "NOUN" or not self._is_dealing(happening):
            return ()
        partner = standing_out(self._dealt.get(next(iter(own)) or ("", False), Counter()))
        if partner is None or not is_near(self._reading, self._people, partner, happening.anchor):
            return ()
        return (self._named[partner],)

    def _is_dealing(self, happening: Happening) -> bool:
        """Whether an event is no refusal, or refuses to yield or to talk, not to act."""
        refuses = happening.event is EventType.REJECT
        return not refuses or happening.mode == _YIELDING or self._is_of_talks(happening)

    def _is_of_talks(self, happening: Happening) -> bool:
        return any(map(self._is_talk, (*happening.words, *happening.matter)))

    def _is_talk(self, token: Token) -> bool:
        return token.lemma in self._talks or (token.pos == "VERB" and token.lemma in _TALKING)
