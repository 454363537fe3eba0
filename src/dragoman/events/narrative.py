"""The sentences of a report that are told in a time long past."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from dragoman.article import Zone
from dragoman.events.bygone import bygone
from dragoman.events.calendar import Calendar
from dragoman.events.frames import lexicon
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import verb_group
from dragoman.language import Reading, Sentence, Time, Token
from dragoman.records import Statement

_PAST = frozenset({"had", "was", "were", "did", "'d", "’d"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_NOW = frozenset({"now", "today", "currently", "still", "recently", "already", "tonight", "yet"})
_BACK = ("at the time", "at that time", "back then", "that year")
_SINGLE = "once"  # which tells of one deed, not of what follows
_REACH = 5  # sentences after which "at the time" no longer takes up a time


def is_past(verb: Token) -> bool:
    """Whether a verb is in the simple past or the past perfect."""
    group = verb_group(verb)
    if any(t.tag in _PRESENT for t in group):
        return False
    return verb.tag == "VBD" or any(t.lower in _PAST for t in group)


class Cues(Protocol):
    """Whoever knows which statement some words report."""

    def cued(self, words: Sequence[Token]) -> Statement | None:
        """The statement that some words report."""


class Narrative:
    """Tells in which time the main line of each sentence is told.

    A time of more than a year before publication beside the main verb, be it a date or a period ("in the
    1980s"), governs what follows in the past tense in the same paragraph, until a later time, the present or
    what somebody says bring the report back. "At the time" takes it up again.

    Args:
        reading: the reading. calendar: its times. voices: whose words are whose.
    """

    def __init__(self, reading: Reading, calendar: Calendar, voices: Cues) -> None:
        self._reading = reading
        self._calendar = calendar
        self._voices = voices
        self._day = calendar.now.isoformat() if calendar.now else ""
        self._marks: dict[int, dict[int, str]] = {}
        self._times = self._told()

    def time(self, sentence: int) -> Time | str | None:
        """The time long past in which a sentence is told, if any: a date, or the words of a period."""
        return self._times.get(sentence)

    def marks(self, sentence: int) -> dict[int, str]:
        """The verbs of a sentence whose deeds its words put into the past, each with these words."""
        if sentence not in self._marks:
            self._marks[sentence] = bygone(self._reading, sentence, self._day)
        return self._marks[sentence]

    def _told(self) -> dict[int, Time | str]:
        found: dict[int, Time | str] = {}
        last = before = -1
        for sentence in self._reading.sentences:
            root = self._root(sentence) if sentence.zone is Zone.BODY else None
            if root is None:
                continue
            own = None if self._is_back(sentence, root) else self._own(sentence, root)
            if own is not None:
                if own:
                    found[sentence.index] = own[0]
                    last = sentence.index
                elif last >= 0 and sentence.index - last <= _REACH and self._points_back(sentence):
                    found[sentence.index] = found[last]
                elif before in found and self._goes_on(sentence, before, root):
                    found[sentence.index] = found[before]
            before = sentence.index
        return found

    def _is_back(self, sentence: Sentence, root: Token) -> bool:
        """Whether the words of a sentence tell that it is told in the time of the report."""
        return not is_past(root) or any(t.lower in _NOW for t in self._reading.sentence_tokens(sentence))

    def _own(self, sentence: Sentence, root: Token) -> Sequence[Time | str] | None:
        """The old times and periods that stand beside the main verbs; None where a later time does."""
        line = {t.index for t in root.conjuncts()}
        times = [t for t in self._calendar.times(sentence.index) if self._calendar.home(t) in line]
        if not all(map(self._calendar.is_historical, times)):
            return None
        dates = [t for t in times if self._calendar.is_adverbial(t)]
        return dates or self._periods(sentence, line)

    def _periods(self, sentence: Sentence, line: Collection[int]) -> list[str]:
        """The words that put the main verbs into a period long past."""
        marks = self.marks(sentence.index)
        return [ground for verb, ground in marks.items() if verb in line and ground != _SINGLE]

    def _goes_on(self, sentence: Sentence, before: int, root: Token) -> bool:
        same = self._reading.sentences[before].segment == sentence.segment
        return same and (self._voices.cued([root]) is None or root.lemma not in lexicon().reporting)

    def _points_back(self, sentence: Sentence) -> bool:
        opening = " ".join(t.lower for t in self._reading.sentence_tokens(sentence)[:3])
        return opening.startswith(_BACK)

    def _root(self, sentence: Sentence) -> Token | None:
        """The main verb; None for a heading or a fragment."""
        tokens = self._reading.sentence_tokens(sentence)
        return next((t for t in tokens if t.head is t and is_verb(t)), None)
