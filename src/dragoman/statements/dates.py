"""Dates of statements: by the words beside the cue, or by the occasion on which the speaker spoke."""

from __future__ import annotations

from dragoman.language import Reading, Time, Token
from dragoman.records import Actor, Date
from dragoman.statements.draft import Draft

_REACH = 12  # tokens between a cue and the time that dates it, at the most


class Occasions:
    """Dates statements in the order of the text; a speaker's undated words share his last dated occasion.

    Args:
        reading: the reading, with its times.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._last: dict[str, tuple[int, Date]] = {}

    def date_of(self, draft: Draft, speaker: Actor | None) -> Date | None:
        """When it was said, if the text lets a reader know."""
        own = self._beside(draft)
        if own is not None:
            if speaker is not None:
                self._last[speaker.name] = (self._segment(draft), own)
            return own
        return None

    def _segment(self, draft: Draft) -> int:
        token = draft.cue or self._reading.token_at(draft.start)
        return self._reading.sentences[token.sentence].segment if token is not None else -1

    def _beside(self, draft: Draft) -> Date | None:
        """The expression of time by the cue and outside the content."""
        cue = draft.cue
        if cue is None:
            return None
        sentence = self._reading.sentences[cue.sentence]
        times = {
            id(t): t
            for i in range(sentence.first, sentence.last + 1)
            if (t := self._reading.time_by_token.get(i)) is not None
            and not draft.holds(self._reading.tokens[t.first].start)
        }
        best = min(times.values(), key=lambda t: self._distance(t, cue), default=None)
        if best is None or self._distance(best, cue) > _REACH:
            return None
        return Date(best.value, best.precision)

    def _distance(self, time: Time, cue: Token) -> int:
        """How far a time is from a cue; a time that hangs on the cue is next to it."""
        token = self._reading.tokens[time.first]
        for _ in range(4):
            if token is cue:
                return 0
            token = token.head
        low, high = sorted((time.first, cue.index))
        between = self._reading.tokens[low:high]
        if any(t.tag in ("VBD", "VBZ", "VBP") and t is not cue for t in between):
            return _REACH + 1
        return high - low
