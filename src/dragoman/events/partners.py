"""With whom somebody negotiates, where talks are agreed, asked for or refused without a partner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.sides import Side, side, standing_out
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

_OF_TALKS = frozenset({EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_MEETING = frozenset({EventType.CONSULT, EventType.AGREE})
_TALKING = frozenset({"meet", "negotiate", "talk"})
_AHEAD = frozenset({"future", "plan"})


class Partners:
    """The talks of one report.

    Args:
        happenings: its events. lexicon: the word classes.
    """

    def __init__(self, happenings: Sequence[Happening], lexicon: Lexicon) -> None:
        self._talks = lexicon.classes["negotiations"]
        self._met: dict[Side, Counter[Side]] = defaultdict(Counter)
        self._named: dict[Side, Actor] = {}
        for happening in happenings:
            if happening.event in _MEETING:
                self._count(happening)

    def _count(self, meeting: Happening) -> None:
        present = {s: a for a in (*meeting.actors, *meeting.others) if (s := side(a)) is not None}
        for one in present:
            for other in present:
                if one != other:
                    self._met[one][other] += 1
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

    def _is_of_talks(self, happening: Happening) -> bool:
        return any(map(self._is_talk, (*happening.words, *happening.matter)))

    def _is_talk(self, token: Token) -> bool:
        return token.lemma in self._talks or (token.pos == "VERB" and token.lemma in _TALKING)
