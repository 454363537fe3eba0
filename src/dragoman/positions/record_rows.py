"""Positions read from whole records: a statement's speech act, an event's type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.language import Token
from dragoman.positions.drafts import Context, days_between, draft, foreign
from dragoman.positions.issues import Mode, Of, Row
from dragoman.positions.parties import holder_of
from dragoman.records import Actor, Event, Position, Statement

_LONGEST_TALKS = 45  # days before publication: older meetings are background, not where a party stands


def from_events(context: Context) -> Iterator[Position]:
    """The positions that events show."""
    for event in context.events:
        if event.historical or event.repeats:
            continue
        for row in context.issues.by_event[event.type]:
            if event.status in row.statuses and (not row.modes or row.modes & set(event.modes)):
                yield from _of_event(context, event, row)


def _of_event(context: Context, event: Event, row: Row) -> Iterator[Position]:
    tokens = [t for piece in event.trigger for t in context.reading.tokens_in(piece)]
    if row.of is Of.MATTER and not any(context.is_matter(t, row.issue) for h in tokens for t in h.subtree()):
        return
    age = days_between(event.on, context.reading.article.published)
    if row.both and age is not None and age > _LONGEST_TALKS:
        return
    actors, recipients = _parties(event.actors), _parties(event.recipients)
    if row.both:
        sides = [*dict.fromkeys(actors + recipients)]
        pairs = [(a, b) for a in sides for b in foreign(a, sides)]
    else:
        pairs = [(a, b) for a in actors for b in foreign(a, recipients) or [None]]
    for holder, other in pairs:
        if other is None and row.foreign:
            continue
        yield draft(
            context, row, Mode.DONE, holder, other, event.trigger,
            on=event.on, event=event, confidence=0.5,
        )  # fmt: skip


def _parties(actors: Iterable[Actor]) -> list[Actor]:
    return [*dict.fromkeys(p for a in actors if (p := holder_of(a)) is not None)]


def from_statements(context: Context) -> Iterator[Position]:
    """The positions that the speech acts of statements show."""
    for statement in context.statements:
        if statement.negated or statement.repeats or statement.speaker is None:
            continue
        holder = holder_of(statement.speaker)
        for row in context.issues.by_act[statement.act] if holder else ():
            if holder is not None:
                yield from _of_statement(context, statement, row, holder)


def _of_statement(context: Context, statement: Statement, row: Row, holder: Actor) -> Iterator[Position]:
    content = [t for piece in statement.content for t in context.reading.tokens_in(piece)]
    if row.of is Of.MATTER and not any(context.is_matter(t, row.issue) for t in content):
        return
    if row.beside and not any(t.lemma in row.beside for t in content):
        return
    others = _targets(context, statement, content, holder)
    if row.foreign and not others:
        return
    yield draft(
        context, row, Mode.DONE, holder, others[0] if others else None, statement.content,
        on=statement.said, conditions=statement.conditions, statement=statement, confidence=0.5,
    )  # fmt: skip


def _targets(context: Context, statement: Statement, content: list[Token], holder: Actor) -> list[Actor]:
    """Whom a statement is about: what its cue governs, else the parties in what is said."""
    parties = context.parties
    cue = [t for piece in statement.cue for t in context.reading.tokens_in(piece)]
    objects = [
        c
        for t in cue
        for child in t.children
        for c in ([child] if child.dep in ("dobj", "dative") else child.children)
        if c.dep in ("dobj", "dative", "pobj")
    ]
    for tokens in (objects, content):
        found = [p for t in tokens if t.pos in ("NOUN", "PROPN", "PRON", "ADJ") for p in parties.speaker(t, statement)]
        if others := foreign(holder, found):
            return others
    return []
