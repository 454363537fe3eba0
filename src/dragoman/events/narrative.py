"""The sentences of a report that are told in a time long past."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from dragoman.article import Zone
from dragoman.events.bygone import bygone, words
from dragoman.events.calendar import Calendar
from dragoman.events.frames import lexicon
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import is_past
from dragoman.language import Reading, Sentence, Time, Token
from dragoman.records import Statement

_NOW = frozenset({"now", "today", "currently", "still", "recently", "already", "tonight", "yet"})
_BACK = (
    "at that point", "at that time", "at the time", "back then", "in that instance", "that autumn",
    "that fall", "that same year", "that spring", "that summer", "that winter", "that year",
)  # fmt: skip
_SINGLE = "once"  # which tells of one deed, not of what follows
_OPENING = frozenset({"after", "as", "before", "once", "when", "while"})  # of clauses that date what follows
_WITHIN = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
_COMPARING = frozenset({"JJS", "RBS"})
_REACH = 5  # sentences after which "at the time" no longer takes up a time


class Cues(Protocol):
    """Whoever knows which statement some words report."""

    def cued(self, words: Sequence[Token]) -> Statement | None:
        """The statement that some words report."""


class Narrative:
    """Tells in which time the main line of each sentence is told.

    A time of more than a year before publication beside the main verb or in a clause that opens the sentence,
    be it a date or a period ("in the 1980s"), governs what follows in the past tense in the same paragraph,
    until a later time, the present or what somebody says bring the report back. "At the time" takes it up
    again. A sentence that only mentions a deed so old hands its time on to the next in the same way ("Ties
    have suffered since the raid of 2011. It was condemned by Spain").

    Args:
        reading: the reading. calendar: its times. voices: whose words are whose.
    """

    def __init__(self, reading: Reading, calendar: Calendar, voices: Cues) -> None:
        self._reading = reading
        self._calendar = calendar
        self._voices = voices
        self._day = calendar.today
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
                elif time := self._handed(sentence, before, root, found):
                    found[sentence.index] = time
            before = sentence.index
        return found

    def _is_back(self, sentence: Sentence, root: Token) -> bool:
        """Whether the words of a sentence tell that it is told in the time of the report."""
        return not is_past(root) or any(t.lower in _NOW for t in self._reading.sentence_tokens(sentence))

    def _own(self, sentence: Sentence, root: Token) -> Sequence[Time | str] | None:
        """The old times and periods that stand beside the main verbs; None where a later time does."""
        line = {t.index for t in root.conjuncts()}
        named = [t for t in self._calendar.times(sentence.index) if not self._refers(t)]
        opening = {c.index for c in root.children if _opens(c)} if named else ()
        times = [
            t
            for t in named
            if (home := self._calendar.home(t)) in line
            or (home in opening and self._calendar.is_adverbial(t))
        ]
        if not all(map(self._calendar.is_historical, times)):
            return None
        dates = [t for t in times if self._calendar.is_adverbial(t)]
        return dates or self._periods(sentence, line)

    def _refers(self, time: Time) -> bool:
        """Whether a time only refers to one that was named ("THAT SUMMER")."""
        return any(t.lower == "that" for t in self._reading.tokens[max(0, time.first - 1) : time.first + 1])

    def _periods(self, sentence: Sentence, line: Collection[int]) -> list[str]:
        """The words that put the main verbs into a period long past."""
        marks = self.marks(sentence.index)
        return [ground for verb, ground in marks.items() if verb in line and ground != _SINGLE]

    def _handed(
        self, sentence: Sentence, before: int, root: Token, found: Mapping[int, Time | str]
    ) -> Time | str | None:
        """The time that the sentence before hands on to one that goes on with it."""
        previous = self._reading.sentences[before] if before >= 0 else None
        if previous is None or previous.segment != sentence.segment:
            return None
        if self._reports(root) and not (before in found and _is_of_words(self._root(previous))):
            return None  # but for what somebody went on to say
        return found.get(before) or self._mentioned(before)

    def _mentioned(self, sentence: int) -> Time | None:
        """The time of an old deed that a sentence mentions, if it names no later time."""
        times = self._calendar.times(sentence)
        if not times or not all(map(self._calendar.is_historical, times)):
            return None
        tokens = self._reading.sentence_tokens(self._reading.sentences[sentence])
        if any(t.tag in _COMPARING for t in tokens):
            return None  # "the worst attack since that of 2011" is told of the present
        return next((t for t in times if self._is_of_deed(t)), None)

    def _is_of_deed(self, time: Time) -> bool:
        """Whether a time is that of a deed in the past tense, or of a noun that is no lasting thing."""
        head = self._calendar.head(time)
        if self._calendar.is_adverbial(time):
            return head.tag in ("NNP", "CD") or is_past(self._reading.tokens[self._calendar.home(time)])
        return (
            head.dep in _WITHIN and head.head.pos == "NOUN" and head.head.lemma not in words().sets["lasting"]
        )

    def _reports(self, root: Token | None) -> bool:
        """Whether a main verb tells what somebody said."""
        return (
            root is not None and root.lemma in lexicon().reporting and self._voices.cued([root]) is not None
        )

    def _points_back(self, sentence: Sentence) -> bool:
        opening = " ".join(t.lower for t in self._reading.sentence_tokens(sentence)[:3])
        return opening.startswith(_BACK)

    def _root(self, sentence: Sentence) -> Token | None:
        """The main verb; None for a heading or a fragment."""
        tokens = self._reading.sentence_tokens(sentence)
        return next((t for t in tokens if t.head is t and is_verb(t)), None)


def _is_of_words(root: Token | None) -> bool:
    """Whether a main verb is one of saying or writing."""
    return root is not None and root.lemma in lexicon().reporting


def _opens(clause: Token) -> bool:
    """Whether a clause before a verb tells when it was done ("WHEN they met in 2011, they agreed")."""
    if clause.dep != "advcl" or clause.index > clause.head.index:
        return False
    first = clause.subtree()[0]
    return first.dep in ("mark", "advmod") and first.lower in _OPENING
