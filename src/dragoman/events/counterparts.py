"""Who stands on the other side, where the words of an event's own slots do not say it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

# events that are done to somebody: the other side is looked for where it is not named
_TWO_SIDED = frozenset(
    {
        EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.REJECT,
        EventType.SANCTION, EventType.ASSAULT, EventType.COERCE, EventType.CONCEDE,
    }
)  # fmt: skip


def complete(happenings: Sequence[Happening], people: People) -> None:
    """Fill in the other side of events: from the rest of their clause, else from the actor's event just before."""
    before: Happening | None = None
    for happening in happenings:
        if not happening.others and happening.actors and happening.event in _TWO_SIDED:
            happening.recipients = _in_clause(happening, people) or _as_before(happening, before)
        if happening.others:
            before = happening


def _in_clause(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Whom the words below the trigger name first, but the actor."""
    own = {a.country for a in happening.actors}
    for token in sorted(_below(happening.anchor), key=lambda t: t.index):
        if token.index <= happening.anchor.index:
            continue
        found = tuple(a for a in people.who(token) if a.country and a.country not in own and a.kind is not ActorKind.MEDIA)
        if found:
            return found
    return ()


def _below(token: Token) -> list[Token]:
    """What stands below a trigger, but for further clauses beside it."""
    found: list[Token] = []
    stack = [c for c in token.children if c.dep not in ("conj", "advcl", "parataxis", "nsubj")]
    while stack:
        below = stack.pop()
        found.append(below)
        stack.extend(c for c in below.children if c.dep not in ("advcl", "parataxis", "npadvmod"))
    return found


def _as_before(happening: Happening, before: Happening | None) -> tuple[Actor, ...]:
    """The other side of the event before, if it was the same actor's in the same sentence."""
    if before is None or before.anchor.sentence != happening.anchor.sentence:
        return ()
    own = {a.country for a in happening.actors}
    if own & {a.country for a in before.actors}:
        return tuple(a for a in before.others if a.country not in own)
    return ()
