"""Events that are statements: what was said is itself the deed, whatever the words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, EventType, Statement

_EVENTS = {
    Act.CRITICISE: (EventType.ACCUSE, "disapprove"),
}

_PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp"})


def spoken(
    reading: Reading,
    statements: Sequence[Statement],
    happenings: Sequence[Happening],
    people: People,
    known: Collection[int],
    lexicon: Lexicon,
) -> list[Happening]:
    """The events that statements make and no frame has found.

    Args:
        reading: the reading. statements: its statements. happenings: what frames have found. people: who is who.
    """
    taken: dict[int, set[EventType]] = {}
    for happening in happenings:
        for token in happening.words:
            taken.setdefault(token.sentence, set()).add(happening.event)
    found: list[Happening] = []
    for statement in statements:
        outcome = _EVENTS.get(statement.act)
        if (
            outcome is None
            or statement.speaker is None
            or statement.negated
            or statement.repeats
            or statement.via
            and not statement.cue
        ):
            continue
        if statement.speaker.kind is ActorKind.MEDIA or not statement.speaker.country:
            continue
        cue = [t for span in statement.cue for t in reading.tokens_in(span)]
        content = [t for span in statement.content for t in reading.tokens_in(span)]
        words = cue or content[:1]
        if not words:
            continue
        if any(t.index in known for t in cue):
            continue
        if all(t.lemma in lexicon.reporting for t in cue if t.pos == "VERB") and not _judges(
            content, lexicon
        ):
            continue
        sentences = {t.sentence for t in (*cue, *content)}
        if any(_alike(outcome[0], taken.get(s, set())) for s in sentences):
            continue
        found.append(
            Happening(
                words[0],
                words,
                *outcome,
                (statement.speaker,),
                (),
                _addressed(statement, content, people),
                rules=[f"statement:{statement.act.value}"],
                trust=0.55,
            )
        )
    return found


def _judges(content: list[Token], lexicon: Lexicon) -> bool:
    """Whether words say that something is bad ("is unacceptable", "was a crime")."""
    bad = lexicon.classes["bad"] | lexicon.classes["crime"]
    return any(t.lemma in bad and t.dep in _PREDICATES for t in content)


def _alike(event: EventType, others: set[EventType]) -> bool:
    return event in others


def _addressed(statement: Statement, content: list[Token], people: People) -> tuple[Actor, ...]:
    own = statement.speaker.country if statement.speaker else None
    for token in content:
        found = tuple(
            a for a in people.who(token) if a.country and a.country != own and a.kind is not ActorKind.MEDIA
        )
        if found:
            return found
    return ()
