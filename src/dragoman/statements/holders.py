"""Holders of offices: "its foreign minister said" is the foreign minister whom the report names elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records import Actor, ActorKind
from dragoman.statements.lexicon import Lexicon


class Holders:
    """The named holders of offices that one person holds at a time, among a report's speakers.

    Args:
        speakers: all speakers of the report. lexicon: the cues, with those offices.
    """

    def __init__(self, speakers: Iterable[Actor], lexicon: Lexicon) -> None:
        self._single = lexicon.single_offices
        found: dict[tuple[str, str], set[Actor]] = {}
        for actor in speakers:
            office = (actor.office or "").lower()
            if actor.kind is ActorKind.PERSON and actor.country and self._is_single(office):
                found.setdefault((office, actor.country), set()).add(actor)
        self._holders = {key: next(iter(actors)) for key, actors in found.items() if len(actors) == 1}

    def named(self, actor: Actor) -> Actor:
        """The named holder of the office that an unnamed speaker goes by, or the speaker as given."""
        name = actor.name.lower()
        if actor.kind is not ActorKind.PERSON or actor.office or not self._is_single(name):
            return actor
        for (office, country), holder in self._holders.items():
            if country == actor.country and name.endswith(office):
                return holder
        return actor

    def _is_single(self, office: str) -> bool:
        return bool(office) and office.rsplit(maxsplit=1)[-1] in self._single
