"""Addressees: who is told, asked, thanked or promised something."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import CueFrame
from dragoman.statements.sides import owners

_OF_A_NATION = frozenset({"side", "neighbor", "neighbour", "counterpart"})  # "the Russian side" is Russia
_POSSESSIVES = frozenset("my our his her its their your".split())
_THANKING = frozenset({"thank", "congratulate"})
_FAVOURS = frozenset("help assistance support cooperation aid backing mediation approval consent".split())


def addressee_of(cue: Token, frame: CueFrame) -> Token | None:
    """The head of who is addressed beside a cue: "told reporters that", "said to reporters that"."""
    if "object" in frame.to:
        told = cue.child("dobj", "dative", "iobj")
        if told is not None:
            return told.child("pobj") if told.pos == "ADP" else told
    return prepositional_addressee(cue, frame)


def prepositional_addressee(cue: Token, frame: CueFrame) -> Token | None:
    """The head of who is addressed, with or without a preposition ("said to Peru", "offered Peru aid")."""
    thing = cue.child("dobj")
    given = next((c for c in cue.all("dative", "iobj") if c.pos != "ADP" and frame.to), None)
    if given is not None:
        return given
    for preposition in [*cue.all("prep", "dative"), *(thing.all("prep") if thing is not None else [])]:
        if preposition.lower in frame.to and preposition.index > cue.index:
            return preposition.child("pobj")
    return None


def addressee_of_statement(
    draft: Draft, act: Act, speaker: Actor | None, reading: Reading, actors: ActorIndex
) -> str | None:
    """The name of who is addressed, None where the words do not say.

    Args:
        draft: the attribution. act: its speech act. speaker: who speaks.
        reading: the reading. actors: its actors.
    """
    head = draft.content.addressee
    if head is not None:
        return _name(head, speaker, reading, actors)
    asked = _asked(draft) if act is Act.REQUEST else _thanked(draft)
    found = actors.actors(asked) if asked is not None else ()
    return _joined(found, speaker)


def _name(head: Token, speaker: Actor | None, reading: Reading, actors: ActorIndex) -> str | None:
    nation = owners(head, actors) if head.lemma in _OF_A_NATION else ()
    found = nation or actors.actors(head)
    if any(actor.kind is ActorKind.MEDIA for actor in found):
        found = ()  # a medium goes by the name that the report calls it
    words = [t for t in head.subtree() if t.lower not in _POSSESSIVES]
    return _joined(found, speaker) or reading.words(words)


def _joined(found: tuple[Actor, ...], speaker: Actor | None) -> str | None:
    names = [actor.name for actor in found if speaker is None or actor.name != speaker.name]
    return " and ".join(names) or None


def _thanked(draft: Draft) -> Token | None:
    """Who is thanked where nothing is said of what for: the object itself is the content."""
    if draft.cue is not None and draft.cue.lemma in _THANKING and draft.content.kind == "object":
        return draft.content.root
    return None


def _asked(draft: Draft) -> Token | None:
    """Who is asked by the content: its subject ("demanded that Peru withdraw"), or whose favour is sought."""
    root = draft.content.root
    if root is None:
        return None
    if root.lemma in _FAVOURS:
        return root.child("poss")
    if draft.content.kind == "for" and draft.cue is not None:
        wanted = next((p.child("pobj") for p in draft.cue.all("prep") if p.lower == "for"), None)
        return wanted if wanted is not root else None
    return root.child("nsubj", "nsubjpass")
