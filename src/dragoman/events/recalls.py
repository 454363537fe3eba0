"""What a noun recalls of the report so far ("the offer", "this move"), and whose it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.events.standing import may_oppose
from dragoman.knowledge.files import load_yaml
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

FILE = "frames/recalled.yaml"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_REACH = 6  # sentences back in which what is recalled is looked for
_FARTHEST = 40  # sentences back to what the same noun named
PERSONS = frozenset({ActorKind.PERSON, ActorKind.PUBLIC})  # whom nobody names with the attack
_DEFINING = frozenset({"that", "which"})
_INSIDE = frozenset({"appos", "compound", "pobj", "prep"})
_GROUND = frozenset({"against", "at", "in", "near", "of", "on", "outside"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})
_BETWEEN = frozenset({"between", "by", "of", "with"})


@dataclass(frozen=True, slots=True)
class Recall:
    """What a noun may recall: events of which types, and whether all their parties are meant."""

    events: frozenset[EventType]
    all_sides: bool


@cache
def recalls() -> dict[str, Recall]:
    """The nouns of `recalled.yaml`."""
    return {
        noun: Recall(frozenset(EventType(name) for name in entry["events"]), entry.get("sides") == "all")
        for entry in load_yaml(FILE).values()
        for noun in entry["nouns"]
    }


def recalled(happening: Happening, before: Sequence[Happening], people: People) -> tuple[Actor, ...]:
    """The parties, other than who acts, of the last event that a definite noun in an event's matter recalls.

    Farther back only events are meant that were told by the same noun ("imposed tariffs … the tariffs"). A
    noun whose own words name others stands for theirs.

    Args:
        happening: the event. before: the events told before it. people: who is who.
    """
    if happening.event is EventType.REQUEST:
        return ()  # what is asked for is still to be done
    for head in happening.matter:
        recall = recalls().get(head.lemma)
        if recall is None or head.pos == "PROPN" or not is_definite(head) or _is_told(head):
            continue
        if _names_others(head, happening, people):
            continue
        for other in reversed(before):
            back = head.sentence - other.anchor.sentence
            if back > _FARTHEST:
                break
            far = back > _REACH
            if other.event not in recall.events or (far and not _names(other, head.lemma)):
                continue
            sides = (*other.actors, *other.others) if recall.all_sides else other.actors
            if found := tuple(a for a in sides if may_oppose(a, happening.actors, happening.event)):
                return () if is_attack(head) and PERSONS.issuperset(a.kind for a in found) else found
    return ()


def _is_told(noun: Token) -> bool:
    """Whether a clause behind a noun tells what it stands for ("the idea that Spain should leave")."""
    return any(
        (c.dep == "acl" and c.tag != "VBN") or (c.dep == "prep" and any(g.dep == "pcomp" for g in c.children))
        for c in noun.children
        if c.index > noun.index
    )


def _names_others(noun: Token, happening: Happening, people: People) -> bool:
    """Whether the words at a noun name somebody but who acts ("the SPAIN deal", "the talks with SPAIN")."""
    links = (p for c in noun.children if c.dep == "prep" and c.lower in _BETWEEN for p in c.children)
    named = (a for t in (*(c for c in noun.children if c.dep in _OWNING), *links) for a in people.who(t))
    return any(may_oppose(a, happening.actors, happening.event) for a in named)


def _names(happening: Happening, lemma: str) -> bool:
    return any(t.lemma == lemma for t in (*happening.words, *happening.matter))


def attackers(noun: Token, before: Sequence[Happening]) -> tuple[Actor, ...]:
    """Who made the attack that a definite noun recalls, if somebody was told to have made one.

    Args:
        noun: the noun ("the assault"). before: the events told before it.
    """
    if not is_attack(noun) or not is_definite(noun):
        return ()
    for other in reversed(before):
        if other.anchor.sentence < noun.sentence - _REACH:
            break
        if other.event is EventType.ASSAULT and other.actors:
            return other.actors
    return ()


def attack_struck(verb: Token) -> Token | None:
    """The attack of which a clause behind its ground tells ("the RAID on the port that killed two").

    Args:
        verb: the verb of the clause.
    """
    if verb.dep != "relcl" or not any(c.dep == "nsubj" and c.lower in _DEFINING for c in verb.children):
        return None
    node = verb.head
    while node.dep in _INSIDE and (node.dep != "prep" or node.lower in _GROUND):
        node = node.head
        if node.pos == "NOUN" and is_attack(node):
            return node
    return None


def is_attack(noun: Token) -> bool:
    """Whether a noun names an attack.

    Args:
        noun: the noun.
    """
    recall = recalls().get(noun.lemma)
    return recall is not None and EventType.ASSAULT in recall.events


def is_definite(head: Token) -> bool:
    """Whether a noun stands for what has been told already ("the offer").

    Args:
        head: the noun.
    """
    return any(c.lower in DEFINITE for c in head.children if c.index < head.index)
