"""When and where an event happened."""

from __future__ import annotations

import datetime as dt

from dragoman.events.happening import Happening
from dragoman.events.syntax import is_verb
from dragoman.language import Place, Reading, Time, Token
from dragoman.records import Date, Location

_CLAUSE_ENDS = frozenset({"ROOT", "ccomp", "relcl", "advcl", "parataxis", "conj"})
_SPECIFIC = {"region": 0, "country": 1, "city": 2}
_FAR = 40


class Circumstances:
    """Dates and places of the events of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._published = reading.article.published
        self._times: dict[int, list[Time]] = {}
        for time in reading.times:
            self._times.setdefault(reading.tokens[time.first].sentence, []).append(time)
        self._places: dict[int, list[Place]] = {}
        for place in reading.places:
            self._places.setdefault(reading.tokens[place.first].sentence, []).append(place)

    def date(self, happening: Happening) -> Date | None:
        """When it happened: the time expression in its own clause, else in a clause above it."""
        times = self._times.get(happening.anchor.sentence)
        if not times:
            return None
        clauses = _clauses(happening)
        ranked = []
        for time in times:
            home = self._home(time)
            if home in clauses:
                ranked.append((clauses.index(home), abs(time.first - happening.anchor.index), time))
        if not ranked:
            return None
        time = min(ranked, key=lambda r: r[:2])[2]
        return Date(time.value, time.precision)

    def historical(self, date: Date | None) -> bool:
        """Whether a date lies more than a year before publication."""
        if date is None or self._published is None:
            return False
        limit = self._published - dt.timedelta(days=365)
        if date.precision == "year":
            return date.value[:4].isdigit() and int(date.value[:4]) < limit.year + (limit.month > 11)
        return date.value[:7] < limit.isoformat()[:7] if "W" not in date.value else date.value[:4] < str(limit.year)

    def place(self, happening: Happening) -> Location | None:
        """Where it happened: the most specific place that a preposition of place opens in its clause."""
        places = self._places.get(happening.anchor.sentence)
        if not places:
            return None
        clauses = _clauses(happening)[:2]
        best: tuple[int, int] | None = None
        found: Place | None = None
        for place in places:
            head = self._head(place)
            if head.dep != "pobj" or head.head.lower not in ("in", "at", "near", "outside", "to", "into", "from"):
                continue
            if self._home_of(head) not in clauses or abs(head.index - happening.anchor.index) > _FAR:
                continue
            rank = (_SPECIFIC.get(place.kind, 0), -abs(head.index - happening.anchor.index))
            if best is None or rank > best:
                best, found = rank, place
        if found is None:
            return None
        return Location(found.name, found.country, found.latitude, found.longitude, found.geonameid)

    def _head(self, place: Place) -> Token:
        tokens = self._reading.tokens[place.first : place.last + 1]
        return next((t for t in tokens if not place.first <= t.head.index <= place.last), tokens[-1])

    def _home(self, time: Time) -> int:
        tokens = self._reading.tokens[time.first : time.last + 1]
        head = next((t for t in tokens if not time.first <= t.head.index <= time.last or t.head is t), tokens[0])
        return self._home_of(head)

    @staticmethod
    def _home_of(token: Token) -> int:
        """The number of the verb in whose clause a token stands."""
        return next((a.index for a in token.ancestors() if is_verb(a)), token.index)


def _clauses(happening: Happening) -> list[int]:
    """The numbers of the verbs in whose clauses an event stands, the innermost first."""
    anchor = happening.anchor
    found = [anchor.index] if is_verb(anchor) else []
    found.extend(w.index for w in happening.words if is_verb(w) and w.index not in found)
    found.extend(a.index for a in anchor.ancestors() if is_verb(a) and a.index not in found)
    return found
