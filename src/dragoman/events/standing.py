"""What somebody is in public life: a state, one of its organs, armed, political."""

from __future__ import annotations

from dragoman.actors.lexicon import Country
from dragoman.records import Actor, ActorKind, EventType

_ARMED = frozenset({ActorKind.GOVERNMENT, ActorKind.GROUP, ActorKind.BODY})
_STATE = frozenset({ActorKind.GOVERNMENT, ActorKind.BODY, ActorKind.MISSION})
_ORGANS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# what people say and do against the state they live in
_AT_HOME = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.PROTEST, EventType.REJECT})
_NOT_GOVERNING = frozenset({"LEG", "ELI", "OPP", "PTY", "JUD"})
_OF_A_PART = frozenset({"governor", "gov.", "mayor", "premier"})  # of a state's part
LAWLESS = frozenset({"REB", "UAF", "CRM"})  # sectors of those who fight or rob without a state's leave
_ARMED_SECTORS = LAWLESS | {"MIL", "COP"}
_PRIVATE = frozenset({"CVL", "BUS", "MNC", "EDU", "JRN", "MED", "AGR", "SOC"})


def state_of(country: Country) -> Actor:
    """A country as its government."""
    return Actor(country.name, ActorKind.GOVERNMENT, country.code, ("GOV",))


def is_state_organ(actor: Actor) -> bool:
    """Whether somebody is a state, one of its organs or somebody who acts for one."""
    return actor.kind in _STATE or not _ORGANS.isdisjoint(actor.sectors)


def governs(actor: Actor) -> bool:
    """Whether somebody is or acts for the executive of a state: parliaments and former officials do not."""
    below = actor.office is not None and actor.office.lower() in _OF_A_PART
    return is_state_organ(actor) and _NOT_GOVERNING.isdisjoint(actor.sectors) and not below


def may_oppose(actor: Actor, actors: tuple[Actor, ...], event: EventType) -> bool:
    """Whether somebody may be the other side: of another country, or the state that its own people face.

    Args:
        actor: who may be. actors, event: those who act, and what they do.
    """
    if not actor.country or actor.kind is ActorKind.MEDIA or actor in actors:
        return False
    if actor.country not in {a.country for a in actors}:
        return True
    if event not in _AT_HOME or not is_state_organ(actor):
        return False
    branches = governs(actor) != any(map(governs, actors))  # a government and its parliament or courts
    return branches or not any(map(is_state_organ, actors))


def is_armed(actor: Actor) -> bool:
    """Whether somebody bears arms, or may: an army, the police, rebels, a crowd."""
    return actor.kind in (ActorKind.GROUP, ActorKind.PUBLIC) or not _ARMED_SECTORS.isdisjoint(actor.sectors)


def is_political(actor: Actor) -> bool:
    """Whether somebody has a part in politics: a state, a body, a movement, or who acts for one."""
    if actor.kind in (ActorKind.PERSON, ActorKind.PUBLIC):
        if not actor.sectors:
            return bool(actor.office or actor.country)
        return bool(actor.office) or not _PRIVATE.issuperset(actor.sectors)
    return actor.kind is not ActorKind.MEDIA


def has_say(actor: Actor) -> bool:
    """Whether somebody's "should" is a demand: a body, or who is known to hold a part in politics."""
    if actor.sectors:
        return not _PRIVATE.issuperset(actor.sectors)
    return bool(actor.office or (actor.country and actor.kind is not ActorKind.PERSON))


def has_forces(actor: Actor) -> bool:
    """Whether somebody is a state, a body or a group with a name, which may move forces."""
    return actor.name[:1].isupper() and bool(actor.country) and actor.kind in _ARMED


def has_part(person: Actor) -> bool:
    """Whether a person has an office or a part in public life, not only a trade."""
    return bool(person.office) or not _PRIVATE.issuperset(person.sectors)
