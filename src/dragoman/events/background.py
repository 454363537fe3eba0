"""Whether a deed is background: history of more than a year before the report, whatever tells so."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.terms import fell, took_office
from dragoman.events.backdrop import Backdrop
from dragoman.events.bygone import (
    Deed,
    adjunct_of,
    is_entry,
    left_before,
    stands_in,
    words,
    year_before,
)
from dragoman.events.calendar import home_of
from dragoman.events.circumstances import Circumstances, clauses_of, is_before_conjunct
from dragoman.events.happening import Happening
from dragoman.events.narrative import Narrative
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import is_past, verb_group
from dragoman.events.voices import Voices
from dragoman.language import Reading, Time, Token
from dragoman.records import Actor, Date, EventType, Status

_STANDING = frozenset({None, "discontinue", "withdraw"})  # sanctions that hold until they are lifted
_WORDS = frozenset({"verbal", "cooperation"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FORMER = frozenset({"former", "ex"})
_RETIRED = 30  # years after which who governed no longer acts
_TOLL = 10_000  # dead, at least, whom only a whole war can have cost
_TOLLS = frozenset({"thousands", "million", "millions"})


class Background:
    """Tells which happenings of one reading are background.

    Args:
        reading: the reading. circumstances: its dates. voices: whose words are whose.
        found: all happenings, those not worth recording, too.
    """

    def __init__(
        self, reading: Reading, circumstances: Circumstances, voices: Voices, found: Sequence[Happening]
    ) -> None:
        self._reading = reading
        self._circumstances = circumstances
        self._calendar = circumstances.calendar
        self._backdrop = Backdrop(self._calendar)
        self._narrative = Narrative(reading, self._calendar, voices)
        self._found = found
        self._day = self._calendar.today

    def ground(self, happening: Happening, date: Date | None) -> str | None:
        """What tells that a happening is background; None if it is not.

        Args:
            happening: the happening. date: when it happened, as far as a date beside it tells.
        """
        if happening.status is Status.PLANNED:
            return None
        written = self._circumstances.written(happening)
        known = date or written
        if known is not None and self._calendar.is_historical(known):
            return known.value
        if _may_hold(happening):
            return None
        return self._undated(happening) if written is None else self._known(happening, written)

    def _hung(self, happening: Happening) -> str | None:
        """The time long past of what it hangs on."""
        time = self._backdrop.time(happening)
        return None if time is None else self._written(time)

    def _undated(self, happening: Happening) -> str | None:
        if known := self._known(happening):
            return known
        verb = _finite(happening.anchor)
        if verb is None or not is_past(verb):
            return (
                _standing(happening, verb)
                or self._toll(happening, verb)
                or self._sum(happening, verb)
                or self._noun(happening)
            )
        grounds = (
            self._hung, self._earlier, self._told, self._said, self._ruled, self._died, self._preceded,
            self._toppled, self._ran, self._same,
        )  # fmt: skip
        return next((found for ground in grounds if (found := ground(happening))), None)

    def _known(self, happening: Happening, written: Date | None = None) -> str | None:
        """The time of a deed that everybody knows of, in the year that the report gives if it gives one."""
        if written is not None and written.precision != "year":
            return None
        year = written.value if written is not None else ""
        deeds = [
            d
            for d in words().deeds.get(happening.event.value, ())
            if d.on.startswith(year)
            and (year or not d.dated)
            and d.is_past(self._day)
            and _is_deed(d, happening)
        ]
        tokens = self._tokens(happening) if deeds else []
        return next((d.on for d in deeds if any(stands_in(p, tokens) for p in d.near)), None)

    def _earlier(self, happening: Happening) -> str | None:
        """The time long past before which it was done ("wrote to her in 1981 AFTER she was jailed")."""
        times = self._calendar.times(happening.anchor.sentence)
        if not times:
            return None
        for verb in (happening.anchor, *happening.anchor.ancestors()):
            if verb.dep != "advcl" or not any(c.lower == "after" for c in verb.all("mark")):
                continue
            time = next((t for t in times if self._calendar.home(t) == verb.head.index), None)
            if time is not None and self._calendar.is_historical(time):
                return self._written(time)
        return None

    def _told(self, happening: Happening) -> str | None:
        """The time long past in which its sentence is told."""
        time = self._narrative.time(happening.anchor.sentence)
        if time is None or isinstance(time, str):
            return time
        if is_before_conjunct(time, self._calendar.home(time), happening.anchor):
            return None
        return self._written(time)

    def _said(self, happening: Happening) -> str | None:
        """The words in its clauses that put it into the past."""
        marks = self._narrative.marks(happening.anchor.sentence)
        homes = clauses_of(happening, upward=True) if marks else []
        homes += [c.index for c in happening.anchor.children if c.dep == "xcomp"]
        return next((marks[home] for home in homes if home in marks), None)

    def _ruled(self, happening: Happening) -> str | None:
        """Who did it as head of a state and has long left office, named in the sentence."""
        names = [t for t in self._tokens(happening) if t.pos == "PROPN"]
        for actor in (*happening.actors, *happening.recipients):
            mention = next((t for t in names if t.text == actor.name.rsplit(" ", 1)[-1]), None)
            until = left_before(actor.name, self._day, alone=True) if mention is not None else None
            if mention is None or until is None:
                continue
            retired = int(self._day[:4]) - int(until[:4]) > _RETIRED
            if retired or (actor in happening.actors and not _is_former(mention)):
                return f"{actor.name}, in office until {until}"
        return self._administration(happening, names)

    def _toppled(self, happening: Happening) -> str | None:
        """When a leader was overthrown who has governed no more for over a year."""
        if happening.event is not EventType.ASSAULT or happening.anchor.lemma not in words().sets["toppling"]:
            return None
        fallen = (fell(r.name, self._day) for r in happening.recipients)
        return next((day for day in fallen if day is not None and day < year_before(self._day)), None)

    def _died(self, happening: Happening) -> str | None:
        """When who did it, or who suffered it, died who has been dead for over a year."""
        people = (*happening.actors, *(happening.recipients if happening.group == "force" else ()))
        years = (words().died.get(a.name) for a in people)
        return next((year for year in years if year is not None and year < year_before(self._day)[:4]), None)

    def _preceded(self, happening: Happening) -> str | None:
        """The words that say that those did it who governed before ("previous presidents")."""
        holders = words().sets["bygone_holders"]
        verbs = [t for t in (happening.anchor, *happening.words) if is_verb(t)]
        subjects = [c for v in verbs for c in v.children if c.dep in ("nsubj", "nsubjpass", "agent")]
        heads = [p for c in subjects for p in (c.children if c.dep == "agent" else (c,))]
        named = (t for h in heads for t in (h, *h.children) if t is h or t.dep == "amod")
        return next((t.text for t in named if t.lower in holders), None)

    def _administration(self, happening: Happening, names: Sequence[Token]) -> str | None:
        """The government of somebody who has left office, as its subject."""
        for name in names:
            noun = name.head
            acts = noun.lower in words().sets["acting"] and noun.dep in ("nsubj", "nsubjpass")
            does = acts and name.dep == "compound" and noun.head in (happening.anchor, *happening.words)
            if does and left_before(name.text, self._day):
                return f"{name.text} {noun.text}"
        return None

    def _ran(self, happening: Happening) -> str | None:
        """How who acts came to the office that he has held for more than a year, or ran for it."""
        heads = words().sets["heads"]
        since = [s for a in happening.actors if (s := took_office(a.name, self._day, heads))]
        if not any(s < year_before(self._day) for s in since):
            return None
        homes = clauses_of(happening, upward=True)
        return next((t.text for t in self._tokens(happening) if _is_of_race(t, homes)), None)

    def _same(self, happening: Happening) -> str | None:
        """A mention of the same deed that is dated to the past, if none is dated later."""
        dated = [
            (o, d) for o in self._found if _is_same(o, happening) and (d := self._circumstances.written(o))
        ]
        if not dated or not all(self._calendar.is_historical(date) for _, date in dated):
            return None
        return dated[0][1].value

    def _noun(self, happening: Happening) -> str | None:
        """A dated mention of the deed that a noun names, whatever the tense of its clause."""
        is_noun = happening.anchor.pos == "NOUN" and not any(map(is_verb, happening.words))
        return self._same(happening) if is_noun else None

    def _toll(self, happening: Happening, verb: Token | None) -> str | None:
        """The dead of a whole war up to now ("70,000 have been killed")."""
        if happening.event is not EventType.ASSAULT or verb is None:
            return None
        if not _is_perfect(verb):
            return None
        parts = [c for c in verb.children if c.dep in ("nsubjpass", "dobj")]
        return next((t.text for c in parts for t in c.subtree() if _is_toll(t)), None)

    def _sum(self, happening: Happening, verb: Token | None) -> str | None:
        """How many tests of arms there have been up to now ("has conducted FIVE tests")."""
        if happening.event is not EventType.MOBILIZE or verb is None or not _is_perfect(verb):
            return None
        counted = (c for t in (happening.anchor, *happening.matter) if t.lemma == "test" for c in t.children)
        return next((c.text for c in counted if c.dep == "nummod"), None)

    def _written(self, time: Time) -> str:
        return self._reading.words(self._reading.tokens[time.first : time.last + 1])

    def _tokens(self, happening: Happening) -> list[Token]:
        return self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))


def _may_hold(happening: Happening) -> bool:
    """Whether it is a sanction, which holds until it is lifted."""
    return happening.event is EventType.SANCTION and happening.mode in _STANDING


def _standing(happening: Happening, verb: Token | None) -> str | None:
    """The word that tells that it has been so for years ("has LONG criticised") or was so once ("BEFORE")."""
    if verb is None or verb not in (happening.anchor, *happening.words) or not _is_perfect(verb):
        return None
    marks = ("before", "long") if happening.group in _WORDS else ("before",)
    return next((c.text for c in verb.children if c.lower in marks and c.dep == "advmod"), None)


def _finite(anchor: Token) -> Token | None:
    """The verb that gives the tense of a word."""
    for verb in (anchor, *anchor.ancestors()):
        if not is_verb(verb):
            continue
        if verb.tag in _FINITE or any(t.tag in _FINITE for t in verb_group(verb)) or verb.head is verb:
            return verb
    return None


def _is_former(name: Token) -> bool:
    """Whether a title before a name says that it is no longer held."""
    return any(t.lower in _FORMER for t in name.subtree() if t.index < name.index)


def _is_of_race(token: Token, homes: Sequence[int]) -> bool:
    """Whether a word tells of a race for office in some clauses ("as a candidate", "during the campaign")."""
    sets = words().sets
    if token.dep == "advcl" and token.head.index in homes:
        return is_entry(token)
    if token.lower in sets["candidates"]:
        named = token.dep == "compound" and home_of(token) in homes
        return named or (token.dep == "pobj" and token.head.lower == "as" and home_of(token) in homes)
    if token.lower not in sets["races"] or not all(c.lower in sets["race_words"] for c in token.children):
        return False
    verb = adjunct_of(token)
    return verb is not None and verb.index in homes


def _is_deed(deed: Deed, happening: Happening) -> bool:
    """Whether a happening may be a well-known deed, by its parties, its mode and the words that tell it."""
    if deed.mode not in (None, happening.mode) or happening.status is Status.HYPOTHETICAL:
        return False
    if deed.told and happening.anchor.lemma not in deed.told:
        return False
    by = {a.country for a in (*happening.actors, *happening.partners)}
    to = {a.country for a in happening.recipients}
    if happening.group == "cooperation" and len(by) > 1:
        to |= by
    return all(code in (sides or {code}) | {""} for code, sides in ((deed.actor, by), (deed.recipient, to)))


def _is_same(other: Happening, happening: Happening) -> bool:
    """Whether two mentions are of one deed: of one type by one side, to one side as far as they tell to whom.

    Deeds must be of one kind or told by one word; what is said or agreed, told by one word and to one side.
    """
    if other is happening or other.event is not happening.event or not _meet(other.actors, happening.actors):
        return False
    to_one = _meet(other.recipients, happening.recipients)
    one_word = other.anchor.lemma == happening.anchor.lemma
    if happening.group in _WORDS:
        return to_one and one_word
    one_kind = other.mode == happening.mode and happening.mode is not None
    return (one_kind or one_word) and (to_one or not (other.recipients and happening.recipients))


def _meet(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Whether two sides have a country in common."""
    return any(a.country == b.country and a.country for a in some for b in others)


def _is_perfect(verb: Token) -> bool:
    """Whether a verb tells what has been done up to now."""
    return any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in verb_group(verb))


def _is_toll(token: Token) -> bool:
    """Whether a word counts dead whom only a whole war can have cost."""
    number = token.text.replace(",", "")
    return token.lower in _TOLLS or (number.isdecimal() and int(number) >= _TOLL)
