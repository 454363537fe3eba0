"""The other side of an event, as the clauses around it tell: beside it, before it or as its occasion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.happening import Happening, without
from dragoman.events.misplaced import contact_of
from dragoman.events.people import People
from dragoman.events.standing import is_state_organ, may_oppose
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

# subordinators of what an event answers, and of what a promise or a threat hangs on
_OCCASIONS = frozenset({"after", "when", "because", "as", "since"})
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until", "should"})
_ANSWERING = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.REJECT})
_CONDITIONAL = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
_RETURNS = frozenset({"exchange", "return", "turn"})
_GIVEN = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.AID, EventType.RETREAT})
_CONTINUING = frozenset(
    {EventType.AGREE, EventType.THREATEN, EventType.REJECT, EventType.CONCEDE, EventType.REQUEST}
)
# in the same breath as which something is asked of the same side
_DEALING = frozenset({EventType.CONSULT, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
_ADDRESSED = frozenset(
    {EventType.AGREE, EventType.THREATEN, EventType.CONCEDE, EventType.REJECT, EventType.REQUEST}
)
_WHEN = frozenset({"after", "when"})
_CONSIDERING = ("considering",)  # of the verbs of those who are asked
_LETTERS = frozenset({"letter", "note", "message", "petition", "memo", "email", "telegram", "cable"})
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
            and (happening.event is not EventType.REQUEST or other.event in _DEALING)
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
    if found := _answering(verb, happening, people):
        return found
    for clause in verb.children:
        if clause.dep != "advcl" or not _leads(clause, happening):
            continue
        subjects = (c for c in clause.children if c.dep == "nsubj")
        if found := tuple(
            a for s in subjects for a in people.who(s) if may_oppose(a, happening.actors, happening.event)
        ):
            return found
    return ()


def _answering(verb: Token, happening: Happening, people: People) -> tuple[Actor, ...]:
    """Who answers what is asked ("was rebuffed by SPAIN when it asked for help")."""
    above = verb.head
    asks = happening.event is EventType.REQUEST and verb.dep == "advcl"
    if not (asks and is_verb(above) and any(c.lower in _WHEN for c in verb.children)):
        return ()
    if not any(c.dep in _SUBJECTS for c in verb.children):
        return ()
    agents = [a for c in above.children if c.dep == "agent" for a in c.children]
    subjects = agents or [c for c in above.children if c.dep == "nsubj"]
    return tuple(a for t in subjects for a in _others(people.who(t), happening))


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


def addressed(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Who is told of it, or written to ("told SPAIN that it would leave", "in a letter to SPAIN")."""
    verb = _verb(happening)
    if verb is None or happening.event not in _ADDRESSED:
        return ()
    if verb.dep == "xcomp" and verb.head in happening.words:
        verb = verb.head  # "told Spain that the curbs NEED to be lifted"
    told = (
        c
        for c in (verb.head.children if verb.dep == "ccomp" and is_verb(verb.head) else ())
        if c.dep in ("dobj", "dative") and c.index < verb.index
    )
    reached = (verb.head,) if verb.dep == "acl" and contact_of(verb) is not None else ()
    for token in (*reached, *told, *(to for letter in _letters(verb) for to in _receivers(letter))):
        if found := _others(people.who(token), happening):
            return found
    return ()


def _others(named: tuple[Actor, ...], happening: Happening) -> tuple[Actor, ...]:
    """Those of some who are named who are not the acting government itself: an office may be at home."""
    return tuple(
        a
        for a in without(named, happening.actors)
        if may_oppose(a, happening.actors, happening.event) or (is_state_organ(a) and not _is_state(a))
    )


def _is_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.GOVERNMENT


def _letters(verb: Token) -> Iterator[Token]:
    """The letters in which a verb's clause stands, or that it makes part of."""
    above = verb.head
    if verb.dep == "acl" and above.lemma in _LETTERS:
        yield above
    if verb.dep in ("advcl", "xcomp") and is_verb(above):
        yield from (c for c in above.children if c.dep == "dobj" and c.lemma in _LETTERS)
    for link in verb.children:
        if link.dep == "prep" and link.lower in ("in", "by"):
            yield from (c for c in link.children if c.dep == "pobj" and c.lemma in _LETTERS)


def _receivers(letter: Token) -> Iterator[Token]:
    links = (*letter.children, *(letter.head.children if letter.dep == "dobj" else ()))
    return (to for link in links if link.lower == "to" for to in link.children if to.dep == "pobj")


def petitioned(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Who has a request before him ("SPAIN is studying Peru's request for the maps")."""
    request, verb = happening.anchor, happening.anchor.head
    if happening.event is not EventType.REQUEST or request.pos != "NOUN" or request.dep != "dobj":
        return ()
    if not people.fits(verb, _CONSIDERING):
        return ()
    subjects = (c for c in verb.children if c.dep == "nsubj")
    return tuple(a for s in subjects for a in _others(people.who(s), happening))


def refusing(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Who acts on the thing that is asked for ("SPAIN blocked the loan that Peru had demanded")."""
    verb = _verb(happening)
    if verb is None or happening.event is not EventType.REQUEST or verb.dep != "relcl":
        return ()
    thing = verb.head
    above = thing.head.head if thing.dep == "pobj" else thing.head
    if thing.dep not in ("dobj", "pobj") or not is_verb(above):
        return ()
    subjects = (c for c in above.children if c.dep == "nsubj")
    return tuple(a for s in subjects for a in _others(people.who(s), happening))


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
