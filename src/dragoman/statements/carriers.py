"""Carriers: media that are credited for a statement."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.media import Media

_STEPS = 6  # words between a medium and what it carried, at the most
_PREPOSITIONS = frozenset("on in to with via through by from agent".split())


class Carriers:
    """Tells media that carry a statement from speakers.

    Args:
        reading: the reading. actors: its actors. lexicon: the cues, with the words for media.
    """

    def __init__(self, reading: Reading, actors: ActorIndex, lexicon: Lexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._media = Media(reading, actors, lexicon)

    def credit(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts without those whose source is a medium; what these report is credited to the medium.

        Media that voice their state stay speakers, unless they only relay the words of others.
        """
        carried = [d for d in drafts if d.source is not None and self._carries(d, d.source, drafts)]
        dropped = {id(d) for d in carried}
        kept = [d for d in drafts if id(d) not in dropped]
        for medium in carried:
            names = self._others(self._names(medium.source))
            for draft in kept:
                if draft.within is medium or _beside(medium, draft):
                    draft.within = medium.within if draft.within is medium else draft.within
                    draft.via.extend(names)
        for draft in kept:
            draft.via.extend(self._others(self._reported_by(draft)))
            draft.via.extend(self._beside_cue(draft))
            head = draft.content.addressee
            draft.interviewers = list(self._names(head))
            draft.via[:0] = draft.interviewers
        return kept

    def _carries(self, draft: Draft, source: Token, drafts: Iterable[Draft]) -> bool:
        """Whether the source of a draft is a medium that does not speak for itself."""
        if self._media.names(source) is None:
            return False
        if not self._media.is_state_voice(source):
            return True
        root = draft.content.root
        return root is not None and any(d.cue is root and d.source is not source for d in drafts)

    def _names(self, head: Token | None) -> tuple[str, ...]:
        """The names of the media that a noun phrase stands for."""
        if head is None:
            return ()
        return self._media.names(head) or ()

    def _others(self, names: Iterable[str]) -> list[str]:
        """The names without that of the outlet that published the report."""
        return [n for n in names if not self._media.is_outlet(n)]

    def _reported_by(self, draft: Draft) -> list[str]:
        """The media that the same sentence says reported it ("…, Radio Horn reported")."""
        place = draft.cue
        if place is None:
            return []
        found: list[str] = []
        for token in self._reading.sentence_tokens(self._reading.sentences[place.sentence]):
            verb = token.head
            if token.dep != "nsubj" or token is draft.source or verb is place or draft.holds(token.start):
                continue
            if verb.lemma not in self._lexicon.reporting or _aside(verb):
                continue
            if not self._media.is_state_voice(token):
                found.extend(self._media.names(token) or ())
        return found

    def _beside_cue(self, draft: Draft) -> list[str]:
        """The media that a statement went through by the words beside its cue ("in an interview with X")."""
        cue = draft.cue
        if cue is None:
            return []
        found: list[str] = []
        for token in self._reading.sentence_tokens(self._reading.sentences[cue.sentence]):
            if token.dep != "pobj" or token.pos not in ("PROPN", "NOUN") or draft.holds(token.start):
                continue
            if self._leads_to(token, draft, cue):
                found.extend(self._media.names(token) or ())
        return found

    def _leads_to(self, token: Token, draft: Draft, cue: Token) -> bool:
        """Whether a noun phrase hangs on a cue or its source through words of occasions and of publishing."""
        if token.head.lower not in _PREPOSITIONS:
            return False
        ends = [cue, draft.source, cue.head if cue.dep == "conj" else cue]
        word = token.head
        for _ in range(_STEPS):
            if word in ends:
                return True
            if word.pos not in ("ADP", "NOUN", "SCONJ") and word.lemma not in self._lexicon.carrying:
                return False
            if word.pos == "NOUN" and not self._tells(word):
                return False
            word = word.head
        return False

    def _tells(self, noun: Token) -> bool:
        return noun.lemma in self._lexicon.occasions or noun.lemma in self._lexicon.published


def _aside(verb: Token) -> bool:
    """Whether a clause tells of another report ("after a newspaper said …")."""
    return verb.dep == "relcl" or (verb.dep == "advcl" and verb.child("mark") is not None)


def _beside(medium: Draft, draft: Draft) -> bool:
    """Whether a medium and a speaker report in one sentence ("X, he said, Reuters reported")."""
    if medium.cue is None or draft.cue is None or medium.cue.sentence != draft.cue.sentence:
        return False
    return any(medium.holds(start) for start, _ in draft.content.pieces)
