"""What the rows of all kinds share: the context that they read in, and how a position is put on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.article import Span, Zone
from dragoman.events.calendar import Calendar
from dragoman.language import Reading, Token
from dragoman.positions.issues import Issues, Mode, Row
from dragoman.positions.parties import Parties, is_movement, is_power
from dragoman.positions.past import Past
from dragoman.records import Act, Actor, Date, Event, Position, Statement, Why


@dataclass
class Context:
    """A reading with its records, and what is looked up in them often."""

    reading: Reading
    parties: Parties
    statements: Sequence[Statement]
    events: Sequence[Event]
    issues: Issues

    @cached_property
    def statement_at(self) -> dict[int, Statement]:
        """For each token in a statement's content, the innermost such statement."""
        found: dict[int, Statement] = {}
        for statement in sorted(self.statements, key=_length, reverse=True):
            for piece in statement.content:
                found.update((t.index, statement) for t in self.reading.tokens_in(piece))
        return found

    @cached_property
    def _event_at(self) -> dict[int, list[Event]]:
        """For each token in the words of an event of these days, the events that it tells of."""
        found: dict[int, list[Event]] = {}
        for event in self.events:
            for piece in () if event.historical else event.trigger:
                for token in self.reading.tokens_in(piece):
                    found.setdefault(token.index, []).append(event)
        return found

    def done_to(self, holder: Actor, words: Iterable[Token]) -> list[Actor]:
        """Whom the events that some words tell of hit, where the holder is who acts in them."""
        return [
            party
            for event in dict.fromkeys(e for t in words for e in self._event_at.get(t.index, ()))
            if any(p.name == holder.name for p in self.parties.of(event.actors))
            for party in foreign(holder, self.parties.of(event.recipients))
            if is_power(party) and party.country != holder.country
        ]

    def day_of(self, words: Iterable[Token]) -> Date | None:
        """The day of the first event that some words tell of, where it has one."""
        events = (e for t in words for e in self._event_at.get(t.index, ()))
        return next((event.on for event in events if event.on is not None), None)

    @cached_property
    def declined(self) -> dict[int, Actor | None]:
        """The sentences in which somebody refuses to say something, and who does."""
        return {
            t.sentence: statement.speaker
            for statement in self.statements
            if statement.act is Act.DECLINE
            for piece in (*statement.cue, *statement.content)
            for t in self.reading.tokens_in(piece)
        }

    @cached_property
    def judging(self) -> frozenset[int]:
        """The words that report what somebody thinks, fears, asks for or holds of others' deeds."""
        return frozenset(
            t.index
            for statement in self.statements
            if statement.act in _JUDGING
            for piece in statement.cue
            for t in self.reading.tokens_in(piece)
        )

    @cached_property
    def past(self) -> Past:
        """Which words tell of times long past."""
        return Past(self.reading, self._calendar, self.parties, self.statements, self.events)

    @cached_property
    def published(self) -> Date | None:
        """The day of publication."""
        day = self.reading.article.published
        return Date(day.isoformat(), "day") if day else None

    @cached_property
    def now(self) -> dt.date | None:
        """The day of publication, or else the latest day that the report tells of."""
        return self._calendar.now

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self.reading)

    @cached_property
    def nouns(self) -> dict[str, list[int]]:
        """Where each noun stands, by dictionary form."""
        found: dict[str, list[int]] = {}
        for token in self.reading.tokens:
            if token.pos == "NOUN":
                found.setdefault(token.lemma, []).append(token.index)
        return found

    @cached_property
    def names_union(self) -> bool:
        """Whether the report names the United Nations, so that a "resolution" may be theirs."""
        names = (t for t in self.reading.tokens if t.pos == "PROPN")
        return any(party.country == "UNO" for t in names for party in self.parties.at(t))

    @cached_property
    def _last_of_lead(self) -> int:
        """The last of the sentences in which a report tells its news."""
        body = [i for i, s in enumerate(self.reading.sentences) if s.zone is Zone.BODY][:_LEAD]
        return body[-1] if body else -1

    def is_news(self, token: Token) -> bool:
        """Whether a word stands where a report tells its news."""
        return token.sentence <= self._last_of_lead

    def is_asked(self, token: Token) -> bool:
        """Whether a word stands in a question."""
        return self.reading.tokens[self.reading.sentences[token.sentence].last].text == "?"

    @cached_property
    def matter_sentences(self) -> dict[str, frozenset[int]]:
        """For each issue with words that name it only beside others, the sentences of those others."""
        return {
            issue.name: frozenset(
                t.sentence for t in self.reading.tokens if t.lemma in issue.matter or t.lemma in issue.kin
            )
            for issue in self.issues.issues.values()
            if issue.near
        }

    def ages(self, row: Row) -> bool:
        """Whether what a row reads is background after some years."""
        return row.ages or self.issues.issues[row.issue].ages

    def is_matter(self, token: Token, issue: str) -> bool:
        """Whether a token names the matter of an issue."""
        spec = self.issues.issues[issue]
        if token.pos == "VERB":
            return False  # "banning", "to force": no thing
        if token.lemma in spec.matter or token.lemma in spec.abroad or self._ends_phrase(token, issue):
            return True
        if token.lemma not in spec.near:
            return False
        near = self.matter_sentences[issue]
        return not near.isdisjoint((token.sentence - 1, token.sentence, token.sentence + 1))

    def _ends_phrase(self, token: Token, issue: str) -> bool:
        """Whether a token is the last of several that name it ("cease-fire", "peace process")."""
        for phrase in self.issues.phrases.get((issue, token.lemma), ()):
            before = self.reading.tokens[max(0, token.index - len(phrase) + 1) : token.index + 1]
            if tuple(t.lemma for t in before) == phrase:
                return True
        return False


_JUDGING = frozenset({Act.BELIEVE, Act.CRITICISE, Act.FEAR, Act.HOPE, Act.PRAISE, Act.REQUEST})
_PRESENT = frozenset({"VBZ", "VBP", "VBG", "VB", "MD"})
LONGEST_CURRENT = 45  # days before publication: older meetings are background, not where a party stands

_LEAD = 3  # sentences of the body in which the news is told
_FEW_SIDES = 3  # that stand towards each other one by one
LONGEST_STANDING = 2 * 365  # days after which what was done only tells how it came to the present


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


@dataclass
class Shown:
    """The words that show a holder's stance already, so that what they also are need not count again.

    Args:
        positions: what has been found so far.
        statements: the statements that some of them were read from; the words that report praise show a
            stance towards somebody too.
    """

    positions: Iterable[Position]
    statements: Iterable[Statement] = ()

    def __post_init__(self) -> None:
        cues = {s.id: s.cue for s in self.statements if s.act is Act.PRAISE}  # one may blame several
        self._words = [
            (p.holder, span)
            for p in self.positions
            for span in (*p.evidence, *(cues.get(p.statement or "", ()) if p.counterpart else ()))
        ]

    def covers(self, holder: Actor, pieces: Iterable[Span]) -> bool:
        """Whether some of the words show a stance of the holder."""
        spans = [span for other, span in self._words if other.name == holder.name]
        return any(piece.overlaps(span) for piece in pieces for span in spans)


def admits(row: Row, holder: Actor, counterpart: Actor | None) -> bool:
    """Whether a row lets a party hold its stance towards another, or towards none."""
    if row.powers and not is_power(holder):
        return False
    return is_power(counterpart) if counterpart is not None and row.foreign else not row.foreign


def paired(holder: Actor, others: Iterable[Actor]) -> list[tuple[Actor, Actor | None]]:
    """A holder with each counterpart, or with none."""
    found: list[tuple[Actor, Actor | None]] = [(holder, other) for other in others]
    return found or [(holder, None)]


def both_sides(parties: Iterable[Actor], *, is_joint: bool = False) -> list[tuple[Actor, Actor | None]]:
    """Each of two or three sides with the others; of more, each with the first of the others.

    Args:
        parties: the sides.
        is_joint: whether more than two do one thing together, towards nobody in particular: sign a pact.
    """
    sides = [*dict.fromkeys(parties)]
    if is_joint and len(sides) > 2:
        return [(side, None) for side in sides]
    most = 1 if len(sides) > _FEW_SIDES else len(sides)
    return [(a, b) for a in sides for b in foreign(a, sides)[:most]]


def is_current(context: Context, on: Date | None, verb: Token, *, is_deed: bool) -> bool:
    """Whether something is of these weeks: dated so, or undated and the news or not told as plainly past.

    Args:
        context: the reading and its records. on: when it was. verb: the verb that tells its time.
        is_deed: whether the verb tells what is done, not what a noun for it led to.
    """
    age = _days_between(on, context.now)
    if age is not None:
        return 0 <= age <= LONGEST_CURRENT
    return verb.tag in _PRESENT or (is_deed and verb.tag == "VBD" and context.is_news(verb))


def is_old(context: Context, on: Date | None) -> bool:
    """Whether a time ended more than two years before publication."""
    if on is None or context.now is None:
        return False
    last = {"month": "-28", "year": "-12-31"}.get(on.precision, "")
    return (context.now - dt.date.fromisoformat(on.value + last)).days > LONGEST_STANDING


def foreign(holder: Actor, others: Iterable[Actor]) -> list[Actor]:
    """Those of some parties that are others than the holder; an armed movement is another than its state."""
    return [
        other
        for other in dict.fromkeys(others)
        if other.name != holder.name
        and other.name[:1].isupper()  # "relevant parties" names nobody
        and (other.country != holder.country or is_movement(other) or is_movement(holder))
    ]


def draft(
    context: Context,
    row: Row,
    mode: Mode,
    parties: tuple[Actor, Actor | None],
    *,
    evidence: tuple[Span, ...],
    on: Date | None,
    conditions: tuple[Span, ...] = (),
    statement: Statement | None = None,
    event: Event | None = None,
) -> Position:
    """A position as a row gives it, without the id, which it is given when all are merged.

    Args:
        context: the reading and its records. row: the row. mode: how far the holder goes.
        parties: the holder and the counterpart.
        evidence, on, conditions, statement, event: what the record keeps of them.
    """
    holder, counterpart = parties
    return Position(
        id="",
        article=context.reading.article.id,
        holder=holder,
        issue=row.issue,
        stance=row.stances[mode],
        evidence=evidence,
        counterpart=counterpart,
        conditions=conditions,
        on=on,
        statement=statement.id if statement else None,
        event=event.id if event else None,
        why=Why(f"{row.name}:{mode}"),
    )


def _days_between(date: Date | None, published: dt.date | None) -> int | None:
    """Days from a date, taken at its start, to the day of publication; None if either is unknown."""
    if date is None or published is None:
        return None
    rest = {"month": "-01", "year": "-01-01"}.get(date.precision, "")
    return (published - dt.date.fromisoformat(date.value + rest)).days
