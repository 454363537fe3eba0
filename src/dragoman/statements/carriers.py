"""Carriers: media that are credited for a statement, and channels that it went through."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.records import ActorKind
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon


class Carriers:
    """Tells media that carry a statement from speakers.

    Args:
        reading: the reading. actors: its actors. lexicon: the cues, with the state's voices.
    """

    def __init__(self, reading: Reading, actors: ActorIndex, lexicon: Lexicon) -> None:
        self._reading = reading
        self._actors = actors
        self._lexicon = lexicon

    def credit(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts without those whose source is a medium; what these report is credited to the medium.

        Media that voice their state stay speakers.
        """
        kept: list[Draft] = []
        carried: list[tuple[Draft, str]] = []
        for draft in drafts:
            name = self._carrier(draft.source) if draft.source is not None else None
            if name is None:
                kept.append(draft)
            else:
                carried.append((draft, name))
        for medium, name in carried:
            for draft in kept:
                if draft.within is medium:
                    draft.within = medium.within
                    if name and not self._is_outlet(name):
                        draft.via.append(name)
        for draft in kept:
            told = self._carrier(draft.content.addressee) if draft.content.addressee is not None else None
            if told and not self._is_outlet(told):
                draft.via.insert(0, told)
        return kept

    def _carrier(self, head: Token) -> str | None:
        """The name of the medium that a noun phrase stands for, "" for an unnamed one; None if it is none."""
        for actor in self._actors.actors(head)[:1]:
            if actor.kind is ActorKind.MEDIA:
                return None if actor.name in self._lexicon.state_voices else actor.name
        return "" if head.lemma in self._lexicon.carrier_nouns else None

    def _is_outlet(self, name: str) -> bool:
        outlet = self._reading.article.outlet or ""
        return name.lower() in outlet.lower()
