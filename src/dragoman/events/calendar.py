"""The times that a reading names: beside which verb each stands, and which are long past."""

from __future__ import annotations

import datetime as dt

from dragoman.events.frames import lexicon
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Time, Token
from dragoman.records import Date

_YEAR = dt.timedelta(days=365)
_JULY = 7
_WITHIN = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod", "poss"})
_OPENING = frozenset({"prep", "mark", "advmod"})


class Calendar:
    """The times of one reading.

    Args:
        reading: the reading.

    Attributes:
        published: the day of publication; None if it is not known.
        now: that day, or else the latest that the report tells of, before which it was not written.
        today: the same as an ISO date; "" if it is not known.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times: dict[int, list[Time]] = {}
        for time in reading.times:
            self._times.setdefault(reading.tokens[time.first].sentence, []).append(time)
        self.published = reading.article.published
        self.now = self.published or self._latest()
        self.today = self.now.isoformat() if self.now else ""

    def times(self, sentence: int) -> list[Time]:
        """The times that a sentence names, in order."""
        return self._times.get(sentence, [])

    def home(self, time: Time) -> int:
        """The number of the verb in whose clause a time stands."""
        return home_of(self.head(time))

    def is_adverbial(self, time: Time) -> bool:
        """Whether a time says when its verb's deed was done ("met in 2012", not "praised the 2012 deal")."""
        head = self.head(time)
        if head.dep in _WITHIN and head.head.lemma in lexicon().classes["occasions"]:
            head = head.head  # "in a 2016 interview"
        if head.dep == "pobj" and head.head.dep in _OPENING:
            head = head.head
        return is_verb(head.head)

    def is_historical(self, date: Time | Date) -> bool:
        """Whether a date lies more than a year before publication."""
        if self.published is None and date.precision == "year":
            return True  # news does not name its own year
        if self.now is None:
            return False
        limit = self.now - _YEAR
        if date.precision == "year":  # whose middle counts
            return date.value[:4].isdigit() and int(date.value[:4]) < limit.year + (limit.month > _JULY)
        if "W" in date.value:
            return date.value[:4] < str(limit.year)
        if date.precision == "month":  # "in April of last year", told in April
            return date.value <= limit.isoformat()[:7]
        return date.value < limit.isoformat()

    def is_ahead(self, date: Date | None) -> bool:
        """Whether a day, week or month lies after publication."""
        if date is None or self.published is None or date.precision == "year":
            return False
        if "W" in date.value:
            return date.value > "{}-W{:02}".format(*self.published.isocalendar())
        return date.value > self.published.isoformat()[: len(date.value)]

    def head(self, time: Time) -> Token:
        """The word of a time that hangs on a word outside it.

        Args:
            time: the time.
        """
        tokens = self._reading.tokens[time.first : time.last + 1]
        outside = (t for t in tokens if not time.first <= t.head.index <= time.last or t.head is t)
        return next(outside, tokens[0])

    def _latest(self) -> dt.date | None:
        """The first day of the latest time at which the report says that something happened."""
        told = (t for t in self._reading.times if t.precision in ("month", "day") and self.is_adverbial(t))
        days = [
            dt.date.fromisoformat(f"{time.value}-01-01"[:10])
            for time in told
            if self._reading.tokens[self.home(time)].tag == "VBD"
        ]
        return max(days, default=None)


def home_of(token: Token) -> int:
    """The number of the verb in whose clause a token stands."""
    return next((a.index for a in token.ancestors() if is_verb(a)), token.index)
