"""When and where an event happened."""

from __future__ import annotations

import datetime as dt

from dragoman.article import Zone
from dragoman.events.calendar import Calendar, home_of
from dragoman.events.happening import Happening
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import verb_group
from dragoman.events.voices import Voices
from dragoman.language import Place, Reading, Time, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns
from dragoman.records import Date, EventType, Location, Statement, Status

_BY_WORDS = frozenset({"verbal", "cooperation"})  # what is done by saying it
_OF_THINGS = frozenset({"cooperation", "concession"})  # what is done about things that may be old
_PROMISED = frozenset({EventType.AGREE, EventType.CONCEDE})  # a promise is of the day on which it is made
_SAME_DAY = frozenset({"hour", "minute", "moment", "shortly", "immediately", "soon"})
_MADE_KNOWN = frozenset({"announce", "declare"})
_OTHER_TIMES = frozenset({"after", "before", "since", "until"})
_SIDES = {"after": -1, "before": 1}
_WHILE = frozenset({"at", "during", "in"})
_UNITS = {"day": 1, "week": 7}
_COUNTS = {
    word: count
    for count, words in enumerate(("a an one", "two", "three", "four", "five", "six", "seven"), 1)
    for word in words.split()
}
_MOST = 60
_SPECIFIC = {"region": 0, "country": 1, "city": 2}
_FAR = 40
_PARTS = frozenset({"area", "part", "sector", "side", "north", "south", "east", "west", "edge"})
_PLACING = frozenset({"in", "at", "near", "outside", "to", "into", "from"})


class Circumstances:
    """Dates and places of the events of one reading."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self._reading = reading
        self._voices = voices
        self._opening = next((s.index for s in reading.sentences if s.zone is Zone.BODY), -1)
        self.calendar = Calendar(reading)
        self._places: dict[int, list[Place]] = {}
        for place in reading.places:
            self._places.setdefault(reading.tokens[place.first].sentence, []).append(place)

    def date(self, happening: Happening) -> Date | None:
        """When it happened: the time expression in its own clause, else in a clause above it."""
        if (counted := self._counted(happening)) is not None:
            return counted
        if happening.group in _BY_WORDS and (said := self._uttered(happening)) is not None:
            return said.said
        return self.written(happening) or self._said(happening) or self._news(happening)

    def _counted(self, happening: Happening) -> Date | None:
        """The day counted from that of the clause above: "said on Monday, two days after they fled"."""
        for verb in (happening.anchor, *happening.anchor.ancestors()):
            mark = verb.child("mark") if verb.dep == "advcl" else None
            away = self._days_away(mark) if mark is not None else None
            if away is None or mark is None:
                continue
            base = self._day_of(verb.head)
            if base is None:
                return None
            return Date((base + dt.timedelta(days=away)).isoformat(), "day")
        return None

    def _days_away(self, mark: Token) -> int | None:
        """How many days "two days after" is away, below 0 for what was before; None if it counts none."""
        tokens = self._reading.tokens[max(0, mark.index - 2) : mark.index]
        if mark.lower not in _SIDES or len(tokens) < 2 or tokens[1].lemma not in _UNITS:
            return None
        count = _COUNTS.get(tokens[0].lower) or (int(tokens[0].text) if tokens[0].text.isdecimal() else 0)
        return _SIDES[mark.lower] * count * _UNITS[tokens[1].lemma] if 0 < count < _MOST else None

    def _day_of(self, verb: Token) -> dt.date | None:
        """The day of a clause, by its own times, those of the clauses above it, or its words of saying."""
        times = self.calendar.times(verb.sentence)
        for above in (verb, *verb.ancestors()):
            for time in times:
                if time.precision == "day" and self.calendar.home(time) == above.index:
                    return dt.date.fromisoformat(time.value)
            statement = self._voices.cued([above])
            if statement is not None and statement.said is not None and statement.said.precision == "day":
                return dt.date.fromisoformat(statement.said.value)
        return None

    def _uttered(self, happening: Happening) -> Statement | None:
        """The statement that an event is, where the words that report it are those that make the event."""
        return self._voices.cued([happening.anchor, *happening.words])

    def _news(self, happening: Happening) -> Date | None:
        """The day of publication for what opens the report as under way ("Spain is reopening …")."""
        anchor = happening.anchor
        if (
            self.calendar.published is None
            or anchor.sentence != self._opening
            or self.calendar.times(anchor.sentence)
        ):
            return None
        if happening.status is not Status.ACTUAL or not any(
            t.tag in ("VBP", "VBZ") for t in verb_group(anchor)
        ):
            return None
        return Date(self.calendar.published.isoformat(), "day")

    def _said(self, happening: Happening) -> Date | None:
        """When it was said, for what is done by saying it."""
        if happening.event is EventType.CONSULT:
            return self._said_there(happening.anchor)
        if (uttered := self._uttered(happening)) is not None:
            return uttered.said
        if happening.group not in _BY_WORDS and happening.event not in _PROMISED:
            return None
        if happening.status is Status.PLANNED and happening.event not in _PROMISED:
            return None
        statement = self._voices.occasion([happening.anchor, *happening.words])
        return statement.said if statement is not None else None

    def _said_there(self, meeting: Token) -> Date | None:
        """When was said what somebody says at a meeting ("SAID in talks with Peru that …")."""
        if meeting.dep != "pobj" or meeting.head.lower not in _WHILE:
            return None
        statement = self._voices.cued([meeting.head.head])
        return statement.said if statement is not None else None

    def written(self, happening: Happening) -> Date | None:
        """The time that stands beside it, in its own clause or in one above."""
        times = self.calendar.times(happening.anchor.sentence)
        if not times:
            return None
        clauses = clauses_of(happening, upward=True)
        ranked = [
            (clauses.index(home), abs(time.first - happening.anchor.index), time)
            for time in times
            if (home := self.calendar.home(time)) in clauses and self._may_date(time, home, happening)
        ]
        if not ranked:
            return None
        time = min(ranked, key=lambda r: r[:2])[2]
        return Date(time.value, time.precision)

    def _may_date(self, time: Time, home: int, happening: Happening) -> bool:
        """Whether a time in a clause says when a deed was done, not of which day something else is.

        What is said of a thing of years ago is not of its day ("rejected the 2012 deal"); nor is a time of
        years ago in one clause that of the next ("freed them in 2012, but Spain asked for more").
        """
        if not self.calendar.is_historical(time):
            return True
        anchor = happening.anchor
        if happening.group == "verbal" and not self.calendar.is_adverbial(time):
            return False
        if happening.group in _OF_THINGS and self.calendar.head(time).head in happening.matter:
            return False  # "apologised for the 2012 raid"
        return not is_before_conjunct(time, home, anchor)

    def place(self, happening: Happening) -> Location | None:
        """Where it happened: the most specific place that a preposition of place opens in its clause."""
        places = self._places.get(happening.anchor.sentence)
        if not places:
            return None
        clauses = clauses_of(happening, upward=False)[:2]
        clauses += [
            c.index for c in happening.anchor.children if c.dep == "xcomp"
        ]  # "threatened to act in Kano"
        best: tuple[int, int] | None = None
        found: Place | None = None
        for place in places:
            head = self._head(place)
            if head.dep != "pobj" or not _opens_place(head.head):
                continue
            if home_of(head) not in clauses or abs(head.index - happening.anchor.index) > _FAR:
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


def is_before_conjunct(time: Time, home: int, anchor: Token) -> bool:
    """Whether a time stands within the first of two clauses side by side, and a word in the next.

    Args:
        time: the time. home: the number of the verb in whose clause it stands. anchor: the word.
    """
    return any(
        v.dep == "conj" and v.head.index == home < time.first < v.index and v.child("nsubj", "nsubjpass")
        for v in (anchor, *anchor.ancestors())
    )


def clauses_of(happening: Happening, *, upward: bool) -> list[int]:
    """The numbers of the verbs in whose clauses an event stands, the innermost first.

    Args:
        happening: the event.
        upward: whether to stop where the clause above is another time ("a day after they fled").
    """
    anchor = happening.anchor
    found = [anchor.index] if is_verb(anchor) else []
    found.extend(w.index for w in happening.words if is_verb(w) and w.index not in found)
    node = anchor
    for above in anchor.ancestors():
        if upward and is_verb(node) and _leaves_its_time(node, happening):
            break
        if is_verb(above) and above.index not in found:
            found.append(above.index)
        node = above
    return found


def _opens_place(preposition: Token) -> bool:
    """Whether a preposition tells where, that of a part included ("in a suburb OF Kano")."""
    if preposition.lower != "of":
        return preposition.lower in _PLACING
    part = preposition.head
    located = part.dep == "pobj" and part.head.lower in _PLACING
    return located and (part.lemma in _PARTS or nouns().sorts.get(part.lemma) is Sort.PLACE)


def _moves_on(clause: Token) -> bool:
    """Whether a clause behind a comma tells what came next ("sent to Lima in 2005, where he WAS HELD")."""
    told = clause.tag == "VBD" or any(t.lower in ("was", "were") for t in verb_group(clause))
    return told and any(c.text == "," and c.index < clause.index for c in clause.head.children)


def _leaves_its_time(verb: Token, happening: Happening) -> bool:
    if verb.dep in ("relcl", "acl"):
        return not any(c.lower == "when" or (c.lower == "where" and _moves_on(verb)) for c in verb.children)
    if verb.dep == "advcl":
        mark = next((c for c in verb.children if c.dep == "mark"), None)
        if mark is None or mark.lower not in _OTHER_TIMES:
            return False
        return not any(c.lemma in _SAME_DAY for c in (*mark.children, *verb.children))
    if verb.dep != "ccomp":
        return False
    if verb.tag == "VBG" or verb.head.lemma in _MADE_KNOWN:
        return False
    return happening.group not in _BY_WORDS or any(t.lower == "had" for t in verb_group(verb))
