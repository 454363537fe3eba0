"""Dates of statements: by the words beside the cue, or by the occasion on which the speaker spoke."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language import Reading, Time, Token
from dragoman.records import Date
from dragoman.statements.draft import Draft

_REACH = 12  # tokens between a cue and the time that dates it, at the most
_SPEECH = frozenset(
    "say tell add tweet announce note write state reply respond decline confirm stress insist".split()
)


def _is_speech(draft: Draft) -> bool:
    """Whether a draft reports one utterance: a verb of speech that is no perfect, or "according to"."""
    cue = draft.cue
    if cue is None or cue.lower == "according":
        return True
    if any(c.lemma == "have" for c in cue.all("aux")):
        return False
    return cue.lemma in _SPEECH


class Occasions:
    """Dates statements by the words beside their cues, and undated speech by its occasion.

    A speaker's undated words belong to his dated occasion nearest before them, else to the next one. Perfects
    ("has said"), attitudes and nested statements stay undated unless words beside them date them.

    Args:
        reading: the reading, with its times.
        drafts: its attributions, in order, with the names of their speakers.
    """

    def __init__(self, reading: Reading, drafts: Sequence[tuple[Draft, str]]) -> None:
        self._reading = reading
        self._own = {id(draft): self._beside(draft) for draft, _ in drafts}
        self._by_speaker: dict[str, list[tuple[int, Date]]] = {}
        for draft, name in drafts:
            date = self._own[id(draft)]
            if date is not None and _is_speech(draft) and draft.within is None:
                self._by_speaker.setdefault(name, []).append((draft.start, date))

    def date_of(self, draft: Draft, name: str) -> Date | None:
        """When it was said, if the text lets a reader know.

        Args:
            draft: one of the attributions. name: its speaker's name.
        """
        own = self._own[id(draft)]
        if own is not None or not _is_speech(draft) or draft.within is not None:
            return own
        dated = self._by_speaker.get(name)
        if not dated:
            return None
        earlier = [date for start, date in dated if start <= draft.start]
        return earlier[-1] if earlier else dated[0][1]

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
            and not (draft.source is not None and self._reading.tokens[t.first].is_under(draft.source))
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
