"""Sides: which words of a content name the speaker's side, and which name other actors."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors import ActorIndex
from dragoman.language import Token
from dragoman.records import Actor, ActorKind
from dragoman.statements.draft import Draft

_PARTIES = frozenset({"nsubj", "nsubjpass", "poss"})
_BYSTANDERS = frozenset({ActorKind.PUBLIC, ActorKind.MEDIA})
_FIRST = frozenset({"i", "we"})
_OURS = frozenset({"our", "my"})
_PERSONAL = frozenset({"he", "she"})
_COLLECTIVE = frozenset({"it", "they"})
_IMPERSONAL = frozenset({"be", "seem", "take"})  # "it is wrong", "it takes time": that is nobody
_REBELS = "REB"  # the sector of armed movements, which face the government of their country
_SEAT = frozenset({"government", "ministry", "administration", "cabinet", "presidency", "country", "state"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose words of a content name whom: numbers of tokens.

    Args:
        own: those that name the speaker or the state spoken for.
        others: those that name another actor.
    """

    own: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()

    def is_own(self, token: Token) -> bool:
        """Whether a noun phrase is the speaker's side or belongs to it ("we", "our troops")."""
        if token.index in self.own or token.lower in _FIRST:
            return True
        owner = token.child("poss")
        return owner is not None and (owner.index in self.own or owner.lower in _OURS)


def sides_of(draft: Draft, tokens: list[Token], speaker: Actor | None, actors: ActorIndex) -> Sides:
    """The sides that a content's subjects, possessors and agents are on.

    Args:
        draft: the attribution. tokens: the tokens of its content.
        speaker: who speaks; None if unknown.
        actors: the actors of the reading.
    """
    own, others = set(), set()
    for token in tokens:
        if token.dep not in _PARTIES and token.head.lower != "by":
            continue
        found = actors.actors(token) or owners(token, actors)
        if speaker is not None and any(_same_side(actor, speaker) for actor in found):
            own.add(token.index)
        elif any(actor.kind not in _BYSTANDERS for actor in found):
            others.add(token.index)
        elif not found and speaker is not None and _may_be(token, speaker, draft):
            own.add(token.index)
    return Sides(frozenset(own), frozenset(others))


def owners(token: Token, actors: ActorIndex) -> tuple[Actor, ...]:
    """The nation that a noun phrase belongs to ("Russian jets")."""
    nations = (c for c in token.all("amod", "compound", "nmod") if c.entity in ("NORP", "GPE"))
    return next((found for c in nations if (found := actors.actors(c))), ())


def is_seat(token: Token) -> bool:
    """Whether a noun phrase is a bare "the government": that of whoever speaks for one."""
    return token.lemma in _SEAT and [c.lower for c in token.children] == ["the"]


def _same_side(actor: Actor, speaker: Actor) -> bool:
    """Whether an actor is the speaker, the state spoken for or an organ of it, or one of its people."""
    if actor.name == speaker.name:
        return True
    if actor.country is None or actor.country != speaker.country or actor.kind is ActorKind.MEDIA:
        return False
    if (_REBELS in actor.sectors) != (_REBELS in speaker.sectors):
        return False
    if actor.kind is ActorKind.PERSON and speaker.kind is ActorKind.PERSON:
        return _is_mouthpiece(speaker) and not _is_mouthpiece(actor)
    return True


def _is_mouthpiece(speaker: Actor) -> bool:
    """Whether a person speaks for others by office: a spokesman's minister is on his side."""
    office = speaker.office or ""
    return "spokes" in office or office.endswith("press secretary")


def _may_be(token: Token, speaker: Actor, draft: Draft) -> bool:
    """Whether a subject that nothing else explains is the speaker's: a pronoun, or "the government"."""
    if is_seat(token):
        return speaker.country is not None and speaker.kind is not ActorKind.ORGANISATION
    if token.head is not draft.content.root or token.head.lemma in _IMPERSONAL:
        return False
    return token.lower in (_PERSONAL if speaker.kind is ActorKind.PERSON else _COLLECTIVE)
