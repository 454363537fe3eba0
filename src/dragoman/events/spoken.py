"""Judging statements that no frame knows: what was said is itself the deed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, EventType, Statement

_PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp"})
_TRUST = 0.55


class Spoken:
    """Finds the ACCUSE events that statements make, whatever their words.

    Args:
        reading: the reading. people: who is who. lexicon: the word classes.
        known: the numbers of the tokens at which frames and operators fit.
    """

    def __init__(self, reading: Reading, people: People, lexicon: Lexicon, known: Collection[int]) -> None:
        self._reading = reading
        self._people = people
        self._lexicon = lexicon
        self._known = known

    def beside(self, happenings: Sequence[Happening], statements: Sequence[Statement]) -> list[Happening]:
        """The events of statements in whose sentences frames have found none such.

        Args:
            happenings: what frames have found. statements: the statements of the reading.
        """
        taken = {t.sentence for h in happenings if h.event is EventType.ACCUSE for t in h.words}
        found: list[Happening] = []
        for statement in statements:
            event = self._event(statement, taken) if _is_judging(statement) else None
            if event is not None:
                found.append(event)
        return found

    def _event(self, statement: Statement, taken: set[int]) -> Happening | None:
        cue = [t for span in statement.cue for t in self._reading.tokens_in(span)]
        content = [t for span in statement.content for t in self._reading.tokens_in(span)]
        words = cue or content[:1]
        if not words or any(t.index in self._known for t in cue):
            return None
        if any(t.sentence in taken for t in (*cue, *content)):
            return None
        if self._only_says(cue) and not self._judges(content):
            return None
        speaker = statement.speaker
        actors = (speaker,) if speaker is not None else ()
        return Happening(
            words[0], words, EventType.ACCUSE, "disapprove", actors, (), self._blamed(speaker, content),
            rules=[f"statement:{statement.act.value}"], trust=_TRUST,
        )  # fmt: skip

    def _only_says(self, cue: list[Token]) -> bool:
        """Whether the reporting words say no more than that something was said."""
        return all(t.lemma in self._lexicon.reporting for t in cue if t.pos == "VERB")

    def _judges(self, content: list[Token]) -> bool:
        """Whether words say that something is bad ("is unacceptable", "was a crime")."""
        bad = self._lexicon.classes["bad"] | self._lexicon.classes["crime"]
        return any(t.lemma in bad and t.dep in _PREDICATES for t in content)

    def _blamed(self, speaker: Actor | None, content: list[Token]) -> tuple[Actor, ...]:
        """Whom the content names first, but the speaker's own country and the media."""
        own = speaker.country if speaker else None
        for token in content:
            found = tuple(
                a for a in self._people.who(token)
                if a.country and a.country != own and a.kind is not ActorKind.MEDIA
            )  # fmt: skip
            if found:
                return found
        return ()


def _is_judging(statement: Statement) -> bool:
    speaker = statement.speaker
    if statement.act is not Act.CRITICISE or statement.negated or statement.repeats or speaker is None:
        return False
    return speaker.kind is not ActorKind.MEDIA and bool(speaker.country)
