"""What a noun recalls of the report so far ("the offer", "this move"), and whose it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.events.happening import Happening
from dragoman.knowledge.files import load_yaml
from dragoman.language import Token
from dragoman.records import Actor, EventType

FILE = "frames/recalled.yaml"
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_REACH = 6  # sentences back in which what is recalled is looked for


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


def recalled(happening: Happening, before: Sequence[Happening]) -> tuple[Actor, ...]:
    """The parties, other than who acts, of the last event that a definite noun in an event's matter recalls.

    Args:
        happening: the event. before: the events told before it.
    """
    own = {a.country for a in happening.actors}
    for head in happening.matter:
        recall = recalls().get(head.lemma)
        if recall is None or not _is_definite(head):
            continue
        for other in reversed(before):
            if other.anchor.sentence < head.sentence - _REACH:
                break
            if other.event not in recall.events:
                continue
            sides = (*other.actors, *other.others) if recall.all_sides else other.actors
            if found := tuple(a for a in sides if a.country and a.country not in own):
                return found
    return ()


def attackers(noun: Token, before: Sequence[Happening]) -> tuple[Actor, ...]:
    """Who made the attack that a definite noun recalls, if somebody was told to have made one.

    Args:
        noun: the noun ("the assault"). before: the events told before it.
    """
    recall = recalls().get(noun.lemma)
    if recall is None or EventType.ASSAULT not in recall.events or not _is_definite(noun):
        return ()
    for other in reversed(before):
        if other.anchor.sentence < noun.sentence - _REACH:
            break
        if other.event is EventType.ASSAULT and other.actors:
            return other.actors
    return ()


def _is_definite(head: Token) -> bool:
    return any(c.lower in _DEFINITE for c in head.children if c.index < head.index)
