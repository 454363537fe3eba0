"""What is told of long ago: it tells how it came to the present, not where anybody stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.events.bygone import left_before, words
from dragoman.events.calendar import Calendar, home_of
from dragoman.events.narrative import Narrative
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import is_past
from dragoman.language import Reading, Token
from dragoman.positions.parties import Parties
from dragoman.records import Actor, Event, Statement

_STILL = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


class Past:
    """Tells which words of a reading tell of times long past.

    Args:
        reading: the reading. calendar: its times. parties: who its words stand for.
        statements, events: its records.
    """

    def __init__(
        self,
        reading: Reading,
        calendar: Calendar,
        parties: Parties,
        statements: Iterable[Statement],
        events: Iterable[Event],
    ) -> None:
        self._parties = parties
        self._day = calendar.today
        self._reading = reading
        self._narrative = Narrative(reading, calendar, _Cues(reading, statements))
        old = (
            [t for piece in event.trigger for t in reading.tokens_in(piece)]
            for event in events
            if event.historical
        )
        self._background = frozenset(
            t.index for trigger in old if not any(map(_lasts, trigger)) for t in trigger
        )
        self._found: dict[int, frozenset[int]] = {}

    def tells(self, tokens: Iterable[Token]) -> bool:
        """Whether some of the words, or the verbs that they stand under, tell of a time long past."""
        return any(self._is_past(t) for t in tokens)

    def _is_past(self, token: Token) -> bool:
        told = self._told(token.sentence)
        return token.index in told or (not is_verb(token) and home_of(token) in told)

    def has_left(self, actor: Actor | None) -> bool:
        """Whether somebody has long left the office in which he governed."""
        return actor is not None and left_before(actor.name, self._day, alone=True) is not None

    def is_over(self, agent: Token | None) -> bool:
        """Whether who acts is the government of somebody who has left office, or that person."""
        if agent is None:
            return False
        if agent.lemma in words().sets["acting"]:
            return any(left_before(c.text, self._day) for c in agent.children if c.dep in _OWNING)
        return any(
            actor.name.endswith(agent.text) and self.has_left(actor) for actor in self._parties.all_at(agent)
        )

    def _told(self, sentence: int) -> frozenset[int]:
        """The words of a sentence that tell of times long past."""
        found = self._found.get(sentence)
        if found is None:
            self._found[sentence] = found = self._background.union(self._find(sentence))
        return found

    def _find(self, sentence: int) -> Iterator[int]:
        yield from self._narrative.marks(sentence)
        if self._narrative.time(sentence) is not None:
            tokens = self._reading.sentence_tokens(self._reading.sentences[sentence])
            yield from (t.index for t in tokens if is_verb(t) and is_past(t))


def _lasts(verb: Token) -> bool:
    """Whether what was begun long ago still holds: "HAVE LONG refused"."""
    return any(c.lower == "long" for c in verb.all("advmod")) and any(
        c.lower in _STILL for c in verb.all("aux")
    )


_OWNING = frozenset({"compound", "poss", "nmod", "amod"})


class _Cues:
    """The statements of a reading by the words that report them."""

    def __init__(self, reading: Reading, statements: Iterable[Statement]) -> None:
        self._statements = {
            t.index: statement
            for statement in statements
            for piece in statement.cue
            for t in reading.tokens_in(piece)
        }

    def cued(self, words: Sequence[Token]) -> Statement | None:
        """The statement that some words report."""
        return next((self._statements[t.index] for t in words if t.index in self._statements), None)
