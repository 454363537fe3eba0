"""The other side of an event, as the clauses around it tell: beside it, before it or as its occasion."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.happening import Happening
from dragoman.events.people import People, may_oppose
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.records import Actor, EventType

# subordinators of what an event answers, and of what a promise or a threat hangs on
_OCCASIONS = frozenset({"after", "when", "because", "as", "since"})
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until", "should"})
_ANSWERING = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.REJECT})
_CONDITIONAL = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
_RETURNS = frozenset({"exchange", "return", "turn"})
_GIVEN = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.AID, EventType.RETREAT})
_CONTINUING = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REJECT, EventType.CONCEDE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def beside(happening: Happening, others: Sequence[Happening], reporting: frozenset[str]) -> tuple[Actor, ...]:
    """Whom a verb beside concerns that shares the subject ("thanked SPAIN and promised to stay")."""
    verb = _verb(happening)
    if verb is None or happening.event not in _CONTINUING:
        return ()
    before = _before(verb, reporting)
    for other in others:
        if (
            (before in other.words or _follows(other.anchor, verb))
            and other.actors == happening.actors
            and _is_named(other)
        ):
            return tuple(a for a in other.others if may_oppose(a, happening.actors, happening.event))
    return ()


def _follows(clause: Token, verb: Token) -> bool:
    """Whether a participle tells more of what a verb tells ("will tour the port, MEETING Spaniards")."""
    return clause.dep == "advcl" and clause.tag == "VBG" and clause.head is verb


def _before(verb: Token, reporting: frozenset[str]) -> Token | None:
    """The verb before that shares the subject of a verb, or of the one that reports it."""
    if verb.dep == "ccomp" and verb.head.lemma in reporting:
        verb = verb.head  # "thanked Spain and said that she was ready to meet"
    elif any(c.dep in _SUBJECTS for c in verb.children):
        return None
    shares = verb.dep == "conj" and not any(c.dep in _SUBJECTS for c in verb.children)
    participial = verb.dep == "advcl" and verb.tag == "VBG"  # "met the Spaniards, promising to stay"
    return verb.head if (shares or participial) and is_verb(verb.head) else None


def occasion(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Who acts in the clause that tells what an event answers or hangs on ("was angry when SPAIN left")."""
    verb = _verb(happening)
    if verb is None:
        return ()
    for clause in verb.children:
        if clause.dep != "advcl" or not _leads(clause, happening):
            continue
        subjects = (c for c in clause.children if c.dep == "nsubj")
        if found := tuple(
            a for s in subjects for a in people.who(s) if may_oppose(a, happening.actors, happening.event)
        ):
            return found
    return ()


def returned(happening: Happening, before: Sequence[Happening]) -> tuple[Actor, ...]:
    """Who has given what something is given for ("In return, Spain promised …": whoever acted before)."""
    verb = _verb(happening)
    if verb is None or happening.event not in _GIVEN:
        return ()
    phrases = (p for link in verb.children if link.dep == "prep" for p in link.children)
    if not any(p.lower in _RETURNS and not list(p.children) for p in phrases):
        return ()
    for other in reversed(before):
        if other.anchor.sentence < happening.anchor.sentence - 1:
            return ()
        if found := tuple(a for a in other.actors if may_oppose(a, happening.actors, happening.event)):
            return found
    return ()


def _verb(happening: Happening) -> Token | None:
    """The verb that tells an event: its anchor, or the light verb of its noun."""
    if is_verb(happening.anchor):
        return happening.anchor
    return next((t for t in happening.words if is_verb(t)), None)


def _is_named(happening: Happening) -> bool:
    """Whether the words of an event themselves name its other side."""
    return not any(rule.startswith("counterpart:") for rule in happening.rules)


def _leads(clause: Token, happening: Happening) -> bool:
    marks = {
        c.lower for c in clause.children if c.dep in ("mark", "advmod", "aux") and c.index < clause.index
    }
    if happening.event in _ANSWERING and marks & _OCCASIONS:
        return True
    conditional = bool(marks & _CONDITIONS) or clause.lower == "provided"
    return conditional and happening.event in _CONDITIONAL
