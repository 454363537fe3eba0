"""Positions read from sentences: a row's word, said of its matter, in a clause that goes so far."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.article import Zone
from dragoman.language import Token
from dragoman.positions.cases import Case
from dragoman.positions.circumstances import condition_spans, date_of, evidence_of, time_around, time_of
from dragoman.positions.clauses import Clause, is_purpose, read_clause
from dragoman.positions.conditions import is_supposed
from dragoman.positions.drafts import Context, admits, draft, is_current, is_old
from dragoman.positions.issues import Mode, Row
from dragoman.positions.matching import Match, best_matches, is_any, is_only_possible, is_planned
from dragoman.positions.reality import is_unreal
from dragoman.positions.told import (
    is_bygone,
    is_denied,
    is_in_passing,
    is_merely_undone,
    is_only_named,
    is_standing,
    is_unsaid,
    tells_apart,
)
from dragoman.records import Act, Date, Position, Statement

_READ = frozenset({Zone.BODY, Zone.CAPTION, Zone.DATELINE})
_TOLD = frozenset({Mode.DONE, Mode.WILL, Mode.READY})
_INTENDED = frozenset({Mode.WILL, Mode.READY, Mode.MAY, Mode.THREATENED})
_CONDITIONED = frozenset({Mode.DONE, Mode.WILL, Mode.READY, Mode.REFUSED})


def from_sentences(context: Context) -> Iterator[Position]:
    """The positions that the sentences of a reading show."""
    for sentence in context.reading.sentences:
        if sentence.zone in _READ:
            for match in best_matches(context, sentence):
                yield from _positions(context, match)


def _positions(context: Context, match: Match) -> Iterator[Position]:
    row, ages = match.row, context.ages(match.row) and not is_standing(match.predicate)
    clause = read_clause(match.predicate)
    statement = context.statement_at.get(match.predicate.index)
    hangs_on = condition_spans(context, clause)
    mode = _mode(row, clause, statement, is_conditional=bool(hangs_on))
    mode = _as_told(context, match, clause, mode)
    if mode is None or mode not in row.stances:
        return
    if mode is Mode.DONE and (is_only_named(clause) or (ages and tells_apart(clause))):
        return
    if mode is Mode.DONE and row.first and not context.is_news(match.predicate):
        return
    if ages and (context.past.tells((match.matter, *clause.chain)) or context.past.is_over(clause.agent)):
        return
    if is_unsaid(clause) or is_denied(clause) or (mode in _INTENDED and is_bygone(clause)):
        return
    if clause.unasserted or (mode is Mode.DONE and (is_unreal(clause.outermost) or is_any(match.matter))):
        return
    if (row.current or row.both) and mode is Mode.REFUSED and is_merely_undone(clause):
        return
    if row.current and mode is Mode.DONE and is_in_passing(clause.predicate):
        return
    on = date_of(context, clause, statement)
    if row.current and mode is Mode.DONE and not _is_current(context, row, clause, on):
        return
    if ages and (
        (mode is Mode.DONE and is_old(context, on)) or is_old(context, time_around(context, match.predicate))
    ):
        return
    critic = context.parties.of_speaker(statement) if statement and statement.act is Act.CRITICISE else ()
    evidence = evidence_of(context, clause, match.matter)
    for holder, other in Case(context, row, match.matter, clause, mode, statement).pairs():
        if not admits(row, holder, other) or (critic and holder not in critic):
            continue  # what a critic says that another does is the critic's stance, not that other's
        yield draft(
            context, row, mode, (holder, other), evidence=evidence, on=on, conditions=hangs_on,
            statement=statement,
        )  # fmt: skip


def _is_current(context: Context, row: Row, clause: Clause, on: Date | None) -> bool:
    """Whether what a clause tells of is of these weeks."""
    day = time_of(context, clause) or on or _day_of(context, clause)
    return is_current(context, day, _verb(clause), is_deed=row.both and clause.predicate.pos == "VERB")


def _as_told(context: Context, match: Match, clause: Clause, mode: Mode | None) -> Mode | None:
    """How far a clause goes when what is said of its matter is counted in."""
    if mode in _TOLD and is_only_possible(clause.chain, match.matter):
        mode = Mode.MAY
    if mode is Mode.DONE and is_planned(match.matter, match.predicate):
        return Mode.READY
    if mode is Mode.MAY and match.predicate.sentence in context.declined:
        return Mode.UNSAID
    return mode


def _day_of(context: Context, clause: Clause) -> Date | None:
    """The day of what a verb tells, as far as the events know it."""
    return context.day_of([clause.predicate]) if clause.predicate.pos == "VERB" else None


def _verb(clause: Clause) -> Token:
    """The verb that tells the time of a clause."""
    return clause.predicate if is_purpose(clause.predicate) else clause.outermost


def _mode(row: Row, clause: Clause, statement: Statement | None, *, is_conditional: bool) -> Mode | None:
    """How far a clause goes for a row, statement and conditions counted in; None if it is only supposed."""
    if is_supposed(clause):
        waits = is_conditional and statement is not None and row.has_condition
        return Mode.CONDITIONAL if waits else None
    if clause.mode is Mode.REFUSED and not row.has_condition:
        return clause.mode  # "will not agree to a truce UNLESS …"
    if is_conditional and clause.mode in _CONDITIONED and Mode.CONDITIONAL in row.stances:
        return Mode.CONDITIONAL
    return clause.mode
