"""Carriers: media that are credited for a statement, and channels that it went through."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.article.agencies import is_wire, wires_in
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
        carried: list[tuple[Draft, list[str]]] = []
        for draft in drafts:
            names = self._media(draft.source) if draft.source is not None else None
            if names is None:
                kept.append(draft)
            else:
                carried.append((draft, names))
        for medium, names in carried:
            for draft in kept:
                if draft.within is medium or _beside(medium, draft):
                    draft.within = medium.within if draft.within is medium else draft.within
                    draft.via.extend(names)
        for draft in kept:
            head = draft.content.addressee
            draft.via[:0] = (self._media(head) or []) if head is not None else []
        return kept

    def _media(self, head: Token) -> list[str] | None:
        """The names of the media that a noun phrase stands for; None if it stands for no medium."""
        first = next(iter(self._actors.actors(head)), None)
        if first is not None and (first.kind is ActorKind.MEDIA or "JRN" in first.sectors):
            if first.name in self._lexicon.state_voices:
                return None
        elif head.lemma not in self._lexicon.carrier_nouns and not self._is_named_so(head):
            return None
        names = [self._name(token) for token in head.conjuncts()]
        return [n for n in names if n and not self._is_outlet(n)]

    def _is_named_so(self, head: Token) -> bool:
        """Whether a proper name tells that it is a medium's ("Radio Horn")."""
        words = [head, *head.all("compound")]
        return head.pos == "PROPN" and any(
            t.pos == "PROPN" and t.lower in self._lexicon.carrier_names for t in words
        )

    def _name(self, head: Token) -> str:
        """The name that a noun phrase gives a medium; agencies by their short names."""
        mention = self._reading.mention_by_head.get(head.index)
        name = mention.name if mention is not None else ""
        actor = next(iter(self._actors.actors(head)), None)
        if actor is not None and actor.kind is ActorKind.MEDIA:
            name = actor.name
        if not name:
            kinds = [c for c in head.all("compound", "amod") if c.lower in self._lexicon.carrier_kinds]
            return f"{kinds[0].lower} {head.lower}" if kinds else ""
        short = next(wires_in(name), "") if is_wire(name) else self._lexicon.broadcasters.get(name, "")
        if short:
            return short
        first = self._reading.article.text.rfind("The ", 0, head.end)
        named = self._reading.article.text[first : head.end] if first > 0 else ""
        return named if named == f"The {name}" else name

    def _is_outlet(self, name: str) -> bool:
        outlet = self._reading.article.outlet or ""
        return name.lower() in outlet.lower()


def _beside(medium: Draft, draft: Draft) -> bool:
    """Whether a medium and a speaker report the same words ("X, he said, Reuters reported")."""
    if medium.cue is None or draft.cue is None or medium.cue.sentence != draft.cue.sentence:
        return False
    return any(medium.holds(start) for start, _ in draft.content.pieces)
