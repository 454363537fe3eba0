"""The news of a report: the day it is of, whose it is, and where the text speaks of that day."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dragoman.actors import ActorIndex
from dragoman.article import Zone
from dragoman.language import Reading, Sentence, Time
from dragoman.records import Date
from dragoman.statements.draft import Draft

_LEAD = 3  # sentences of the body that tell the news, at the most
_CLOCK = re.compile(
    r"^\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?", re.MULTILINE
)  # how entries of a live report open


class News:
    """The news day of one reading: that of the first day that its opening names.

    Args:
        reading: the reading, with its times. actors: its actors.
        drafts: its attributions; times within what was said are the speakers', not the report's.
    """

    def __init__(self, reading: Reading, actors: ActorIndex, drafts: Iterable[Draft]) -> None:
        self._reading = reading
        self.today = reading.article.day
        lead = _lead(reading)
        entries = _entries(reading)
        self._live = len(entries) > 1
        self._openings = frozenset(s.index for s in (*lead[:1], *(entries if self._live else ())))
        self._lead_days = {s.index: days for s in lead if (days := self._days(s))}
        first = next(iter(self._lead_days.values()), ())
        self.day = self.today if self._live else next(iter(first), "")
        self.parties = frozenset(
            actor.country
            for s in lead
            for t in reading.sentence_tokens(s)
            if t.index in reading.mention_by_head
            for actor in actors.actors(t)
            if actor.country
        )
        self._told = _told(reading, drafts, self.today)
        self._firsts = [t.first for t in self._told]

    @property
    def date(self) -> Date:
        """The news day as a date."""
        return Date(self.day, "day")

    @property
    def is_fresh(self) -> bool:
        """Whether the news is of the day of publication."""
        return bool(self.day) and self.day == self.today

    @property
    def is_of_yesterday(self) -> bool:
        """Whether the news is of the day before publication."""
        if not self.day or not self.today:
            return False
        return dt.date.fromisoformat(self.today) - dt.date.fromisoformat(self.day) == dt.timedelta(days=1)

    def opens(self, sentence: int) -> bool:
        """Whether a sentence opens the report, or one of the entries of a live report."""
        return sentence in self._openings

    def is_lead_of_today(self, sentence: int) -> bool:
        """Whether a sentence of the opening names the day of publication and no other day."""
        return self._lead_days.get(sentence) == (self.today,)

    def is_current(self, index: int) -> bool:
        """Whether the last time that the report itself names before a token is the day of publication."""
        place = bisect_left(self._firsts, index)
        if not place:
            return self._live
        return self._told[place - 1].value == self.today

    def _days(self, sentence: Sentence) -> tuple[str, ...]:
        by_token = self._reading.time_by_token
        times = (by_token.get(i) for i in range(sentence.first, sentence.last + 1))
        return tuple(dict.fromkeys(t.value for t in times if t is not None and t.precision == "day"))


def _lead(reading: Reading) -> list[Sentence]:
    return [s for s in reading.sentences if s.zone is Zone.BODY][:_LEAD]


def _entries(reading: Reading) -> list[Sentence]:
    """The sentences that open the entries of a live report ("6:45 p.m. …")."""
    opened = (reading.token_at(m.end()) for m in _CLOCK.finditer(reading.article.text))
    return [reading.sentence_of(token) for token in opened if token is not None]


def _told(reading: Reading, drafts: Iterable[Draft], today: str) -> Sequence[Time]:
    """The times up to publication that the report itself names, in order."""
    held = [d.content.pieces for d in drafts]
    return [
        t
        for t in reading.times
        if t.value <= today
        and not any(a <= reading.tokens[t.first].start < b for pieces in held for a, b in pieces)
    ]
