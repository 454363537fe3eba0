"""An event on its way to being recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.events.ontology import ontology
from dragoman.language import Token
from dragoman.records import Actor, EventType, Status

# in which who is judged is who did what is judged
JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT})
_DEEDS = frozenset({"force", "military"})


@dataclass(slots=True)
class Happening:
    """An event as frames and operators have made it so far.

    Attributes:
        anchor: the word that expresses it, from which its context is read.
        words: all that express it.
        event, mode: what it is. actors, partners, recipients: who is in it; partners take part alike.
        status: whether it happened.
        rules: the frame and the operators that made it.
        matter: the heads of what it is about.
        closed: whether the words tell of another side that is not known, so that none is to be guessed.
        settled: whether it is known to concern nobody that is named.
    """

    anchor: Token
    words: list[Token]
    event: EventType
    mode: str | None
    actors: tuple[Actor, ...]
    partners: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: Status = Status.ACTUAL
    rules: list[str] = field(default_factory=list)
    matter: list[Token] = field(default_factory=list)
    closed: bool = False
    settled: bool = False

    @property
    def group(self) -> str:
        """How operators treat it."""
        return ontology().types[self.event].group

    @property
    def others(self) -> tuple[Actor, ...]:
        """Everybody in it but the actors."""
        if self.recipients == self.actors:  # each other
            return self.recipients
        return without((*self.recipients, *self.partners), self.actors)

    def may_become(self, status: Status) -> bool:
        """Whether a word above it may change its status: what is undone or an armed deed ahead stays so.

        Args:
            status: the status that the word gives ("ANNOUNCED that it would deploy troops").
        """
        ahead = self.status is Status.PLANNED and status is Status.ACTUAL
        return self.status is not Status.NEGATED and not (ahead and self.group in _DEEDS)


def is_at_home(visit: Happening) -> bool:
    """Whether a traveller goes to a place of his own country."""
    homes = {a.country for a in visit.actors if a.country}
    return bool(homes and visit.recipients) and all(a.country in homes for a in visit.recipients)


def without(people: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Some people, once each, without some others, whatever is known of their parts."""
    named = {(o.name, o.country) for o in others}
    return tuple(p for p in dict.fromkeys(people) if (p.name, p.country) not in named)


def joined(*groups: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Groups of people as one, each person once."""
    return tuple(dict.fromkeys(p for group in groups for p in group))


def take_in(outer: Happening, inner: Happening) -> None:
    """Let an event take in the people of the event noun that fills one of its slots."""
    if inner.event is outer.event:
        outer.actors = outer.actors or inner.actors
        homes = {a.country for a in outer.actors}
        others = tuple(a for a in joined(inner.partners, inner.actors) if a.country not in homes)
        outer.partners = outer.partners or others
    judged = outer.event in JUDGING or outer.group == "cooperation"
    if judged and inner.group == "force":  # "angry about the sanctions on Spain"
        people = inner.actors
    else:
        doers = () if inner.event is outer.event else inner.actors
        people = joined(inner.recipients, inner.partners, doers)
    outer.recipients = outer.recipients or without(people, outer.actors)
    outer.words.extend(inner.words)
